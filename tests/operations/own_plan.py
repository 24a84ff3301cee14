"""A plan that has made the checklist its own in every way: for the tests of packs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from mainstreamer.domain.kinds import answer_uid, item_setting_uid, item_text_uid
from mainstreamer.domain.plan import Plan, Put, creation

PLAN_UID = "3a6e1c52-9a5f-4d0e-8f52-5a1f3c0b9d10"
ACTION_UID = "0d6a3a44-4f6b-4b7a-9d53-0f5f0a6f7c21"


def text_puts(item: str, language: str, name: str, words: str) -> list[Put]:
    values = {"item": item, "language": language, "name": name, "text": words}
    return creation("item_text", item_text_uid(PLAN_UID, item, language, name), values)


def setting_puts(item: str, **values: Any) -> list[Put]:
    return creation("item_setting", item_setting_uid(PLAN_UID, item), {"item": item, **values})


def own_puts() -> list[Put]:
    """Own items in two languages, rewordings, a translation, an own action, items left out and moved, answers."""
    own = {
        "code": "2.N1", "step": "2", "question": "Does the council meet in the open?", "why": "=It is owed to people.",
        "essential": True, "sector": "labour", "r2": ("R2.2", "R2.3"), "roles": ("origin",), "phases": ("stay",),
        "sdg": ("8.10", "10.7"), "gcm": ("19",), "language": "en",
    }  # fmt: skip
    romanian = {"code": "3.N1", "step": "3", "question": "Este diaspora ascultată?\nÎn fiecare an?", "language": "ro"}
    action = {
        "item": "1.1", "action": "Call the cabinet", "output": "Minutes", "lead": "parliament", "quarters": 3,
        "indicator": "M1", "language": "en",
    }  # fmt: skip
    return [
        *creation("custom_item", "own-1", own),
        *creation("custom_item", "own-2", romanian),
        *creation("item_action", ACTION_UID, action),
        *text_puts("1.1", "en", "question", "Has the cabinet decided?"),
        *text_puts("1.1", "ro", "question", "A decis guvernul?"),
        *text_puts("1.2", "en", "action.a.action", "Write the act"),
        *text_puts("1.1", "ru", f"action.{ACTION_UID}.action", "Созвать правительство"),
        *text_puts("2.N1", "ru", "question", "Открыты ли заседания совета?"),
        *setting_puts("1.3", off=True, reason="Decided by law"),
        *setting_puts("1.2", place=Decimal("4.5")),
        *setting_puts("2.N1", place=Decimal("1.25")),
        *creation("answer", answer_uid(PLAN_UID, "1.1"), {"item": "1.1", "score": "yes"}),
        *creation("answer", answer_uid(PLAN_UID, "2.N1"), {"item": "2.N1", "score": "no"}),
    ]


def own_plan() -> Plan:
    frame = creation("plan", PLAN_UID, {"title": "Plan", "language": "en", "country": "MDA"})
    return Plan(PLAN_UID).with_puts([*frame, *own_puts()])


def empty_plan() -> Plan:
    return Plan(PLAN_UID).with_puts(creation("plan", PLAN_UID, {"title": "Plan", "language": "en", "country": "MDA"}))
