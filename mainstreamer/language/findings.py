"""Sentences of readiness findings and names of records, for every edge alike."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import KINDS, Treaty
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.readiness import VALUE_LISTS, Finding
from mainstreamer.language.language import Language

_YEARS = ("first", "last", "baseline", "target", "year")
"""Placeholders of findings that are years, to be written without marks between their digits."""


def record_name(speech: Language, plan: Plan, kind: str, uid: str) -> str:
    """What people call a record: its title, behind its code where it has one; its kind where it is unnamed."""
    if kind == "answer":
        return next((code for code, answer in plan.answers.items() if answer.uid == uid), speech.kind(kind))
    record = plan.find(kind, uid)
    if record is None:
        return speech.kind(kind)
    if kind == "membership":
        names = (plan.name_of("institution", getattr(record, "institution", ""), short=True), plan.name_of(kind, uid))
    elif kind == "action_indicator":
        action = plan.find("action", getattr(record, "action", ""))
        names = (str(getattr(action, "code", "")), plan.name_of(kind, uid))
    elif isinstance(record, Treaty):
        listed = speech.choice("treaty", record.treaty) if record.treaty != "other" else ""
        names = ("", listed or record.name or speech.choice("treaty", record.treaty))
    elif kind == "corridor":
        names = ("", speech.choice("country", plan.name_of(kind, uid)))
    elif kind == "observation":
        names = (str(getattr(record, "indicator", "")), plan.name_of(kind, uid))
    else:
        names = (str(getattr(record, "code", "")), plan.name_of(kind, uid))
    name = " ".join(part for part in dict.fromkeys(names) if part)
    return name or speech.kind(kind)


def finding_sentence(speech: Language, plan: Plan, finding: Finding, name: str = "") -> str:
    """What is missing, and what to do, as one sentence. `name` stands for the record's own, where that is not to be shown."""
    values = {key: _said(speech, plan, key, value) for key, value in finding.values.items()}
    own = record_name(speech, plan, finding.kind, finding.uid) if finding.uid else speech.kind(finding.kind)
    values["name"] = name or own
    if finding.field in KINDS[finding.kind].fields:
        values["field"] = speech.field(finding.kind, finding.field)
    return speech.word("finding", finding.code, "text", **values)


def _said(speech: Language, plan: Plan, key: str, value: object) -> str:
    if key in VALUE_LISTS and isinstance(value, str):
        return speech.choice(VALUE_LISTS[key], value)
    if isinstance(value, Decimal):
        return speech.money(value, plan.frame.currency)
    if isinstance(value, date):
        return speech.date(value)
    if isinstance(value, Quarter):
        return speech.quarter(value)
    if isinstance(value, int) and key not in _YEARS:
        return speech.number(value)
    return str(value)
