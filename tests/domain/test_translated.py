"""How much of a checklist can be read in a language."""

from __future__ import annotations

from typing import Any

import pytest
from complete_plan import PLAN_UID

from mainstreamer.domain.checklist import Checklist, parse_checklist
from mainstreamer.domain.kinds import item_text_uid
from mainstreamer.domain.own_checklist import tailored
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.domain.translated import languages_of, percent_translated
from mainstreamer.knowledge import checklist
from mainstreamer.language import SHIPPED

STRUCTURE: dict[str, Any] = {
    "edition": "test",
    "step": [{"number": 1}],
    "item": [
        {
            "code": "1.1",
            "stage": "0",
            "action": [{"key": "a", "lead": "finance_ministry", "quarters": 2, "indicator": "M1"}],
        },
        {"code": "1.2", "stage": "0"},
    ],
}
ENGLISH = {
    "item": {
        "1.1": {"question": "One?", "action": {"a": {"action": "Write", "output": "Note"}}},
        "1.2": {"question": "Two?"},
    }
}


def small(language: str, plan: Plan) -> Checklist:
    texts: dict[str, Any] = {"en": ENGLISH}
    shipped = {code: texts.get(code, {}) for code in dict.fromkeys((language, "en"))}
    return tailored(parse_checklist(STRUCTURE, shipped, ("en",)), plan)


def plan_with(*records: tuple[str, str, dict[str, Any]]) -> Plan:
    plan = Plan(PLAN_UID).with_puts(creation("plan", PLAN_UID, {"language": "en"}))
    for kind, uid, values in records:
        plan = plan.with_puts(creation(kind, uid, values))
    return plan


def text(name: str, words: str, item: str = "1.1") -> tuple[str, str, dict[str, Any]]:
    values = {"item": item, "language": "ro", "name": name, "text": words}
    return "item_text", item_text_uid(PLAN_UID, item, "ro", name), values


@pytest.mark.parametrize("language", SHIPPED)
def test_what_ships_is_there_in_full(language: str) -> None:
    assert percent_translated(checklist(language)) == 100


def test_texts_are_counted_with_those_of_actions() -> None:
    none = plan_with()
    assert percent_translated(small("en", none)) == 100
    assert percent_translated(small("ro", none)) == 0
    two = plan_with(text("question", "Unu?"), text("action.a.action", "Scrie"))
    assert percent_translated(small("ro", two)) == 50


def test_a_hundred_means_all() -> None:
    most = plan_with(text("question", "Unu?"), text("action.a.action", "Scrie"), text("question", "Doi?", "1.2"))
    assert percent_translated(small("ro", most)) == 75


def test_languages_of_texts_and_own_items() -> None:
    plan = plan_with(
        text("question", "Unu?"),
        ("custom_item", "c", {"code": "1.N1", "step": "1", "question": "Trois ?", "language": "fr"}),
        ("custom_item", "d", {"code": "1.N2", "step": "1", "question": "Four?"}),
        ("item_text", "x", {"item": "1.2", "language": "es", "name": "why", "text": ""}),
    )
    assert languages_of(plan) == ("en", "fr", "ro")
