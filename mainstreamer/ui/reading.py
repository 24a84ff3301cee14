"""Between values and what people read and write, in the language spoken now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from mainstreamer.domain.attachments import AttachedFile, Attachment
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.fields import (
    Choice,
    FieldType,
    ItemCodes,
    Link,
    Links,
    ManyChoices,
    Money,
    Number,
    NumberTable,
    Scale,
    Whole,
    Year,
    YesNo,
)
from mainstreamer.domain.kinds import ATTACHED, KINDS
from mainstreamer.domain.numbers import Reading
from mainstreamer.domain.plan import Plan, code_order
from mainstreamer.language.findings import record_name
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session

MOST_ALLOWED = 10
"""So many allowed words are named where one was refused; more are counted."""
EXAMPLE_DAY, EXAMPLE_QUARTER = date(2027, 3, 31), Quarter(2027, 3)
HUGE = 10**9
"""Bounds from here on stand for "any number" and are not told to people."""


def reading(session: Session) -> Reading:
    """How to understand what is typed or pasted now: marks of the language, names of its lists, names in the plan."""
    names = _Names(session.plan)
    return Reading(words().decimal_mark, words().code_of, names.uid_of, names.file_of)


class _Names:
    """Finds records by name, acronym or code; a name that two records share finds none, since nobody may guess."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._known: dict[str, dict[str, str]] = {}

    def uid_of(self, kind: str, text: str) -> str | None:
        if kind not in self._known:
            self._known[kind] = self._read(kind)
        return self._known[kind].get(_folded(text)) or None

    def file_of(self, name: str) -> AttachedFile | None:
        """The kept file of that name; none where two contents have it."""
        files = {
            value
            for kind, fields in ATTACHED.items()
            for record in self._plan.all(kind)
            for field in fields
            if isinstance(value := getattr(record, field), AttachedFile) and value.name == name
        }
        return next(iter(files)) if len(files) == 1 else None

    def _read(self, kind: str) -> dict[str, str]:
        found: dict[str, str] = {}
        title = KINDS[kind].title
        for record in self._plan.all(kind):
            names = {str(getattr(record, field, "")) for field in (title, "acronym", "code")}
            names.add(record_name(words(), self._plan, kind, record.uid))
            for name in {_folded(name) for name in names if name.strip()}:
                found[name] = "" if name in found else record.uid
        return found


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def link_name(plan: Plan, kind: str, uid: str) -> str:
    """The name of a linked record; a plain word when it was removed."""
    if not uid:
        return ""
    if plan.find(kind, uid) is None:
        return t("(removed)")
    return record_name(words(), plan, kind, uid)


def link_names(plan: Plan, kind: str, uids: Iterable[str]) -> list[str]:
    return [link_name(plan, kind, uid) for uid in uids]


def shown(plan: Plan, type_: FieldType[Any], value: Any) -> str:
    """A value as a table shows it; blank values are blank."""
    return _said(plan, type_, value, ", ")


def typed(plan: Plan, type_: FieldType[Any], value: Any) -> str:
    """A value as a person would type it: what `FieldType.parse` reads back."""
    return _said(plan, type_, value, "; ")


def _said(plan: Plan, type_: FieldType[Any], value: Any, between: str) -> str:
    speech = words()
    if type_.is_blank(value):
        return ""
    match type_:
        case Attachment():
            return str(value.name)
        case Choice():
            return speech.choice(type_.choices, value)
        case ManyChoices():
            return between.join(speech.choice(type_.choices, code) for code in value)
        case Link():
            return link_name(plan, type_.kind, value)
        case Links():
            return between.join(link_names(plan, type_.kind, value))
        case ItemCodes():
            return between.join(value)
        case NumberTable():
            return n("{n} row", "{n} rows", len(value.rows))
    if isinstance(value, bool):
        return speech.choice("yes_no", "yes" if value else "no")
    if isinstance(value, date):
        return speech.date(value)
    if isinstance(value, Quarter):
        return speech.quarter(value)
    if isinstance(type_, Year):
        return str(value)
    if isinstance(value, int | Decimal):
        return speech.money(value) if isinstance(type_, Money) and isinstance(value, Decimal) else speech.number(value)
    return str(value)


def is_numeric(type_: FieldType[Any]) -> bool:
    """Whether values stand at the right, in figures of one width."""
    return isinstance(type_, Whole | Number)


def refusal(type_: FieldType[Any] | None, reason: str) -> str:
    """What a field expects, with an example, in place of what was refused."""
    speech = words()
    values: dict[str, object] = {
        "day": speech.date(EXAMPLE_DAY),
        "quarter": speech.quarter(EXAMPLE_QUARTER),
        "amount": speech.number(Decimal("1250.5")),
        "least": "",
        "most": "",
    }
    if isinstance(type_, Whole):
        values |= {"least": speech.number(type_.least), "most": speech.number(type_.most)}
    huge = not isinstance(type_, Whole) or type_.most >= HUGE or isinstance(type_, Year)
    if reason == "number_range" and huge and not isinstance(type_, Scale):
        reason = "number_too_large"
    return speech.word("refusal", reason, **values)


def allowed(plan: Plan, type_: FieldType[Any] | None) -> str:
    """What may stand in a field that takes words of a list or names of the plan: the first of them, and how many more.
    Empty for other fields."""
    speech = words()
    match type_:
        case YesNo():
            names = [speech.choice("yes_no", code) for code in ("yes", "no")]
        case Choice() | ManyChoices():
            codes = type_.codes or tuple(speech.section(type_.choices))
            names = [speech.choice(type_.choices, code) for code in codes]
            # Lists of a few words have an order of their own, long ones that of the alphabet.
            names = names if type_.codes else sorted(names, key=_alphabetical)
        case Link() | Links():
            names = sorted((link_name(plan, type_.kind, row.uid) for row in plan.all(type_.kind)), key=_alphabetical)
        case _:
            return ""
    if not names:
        return ""
    said, more = "; ".join(names[:MOST_ALLOWED]), len(names) - MOST_ALLOWED
    if more > 0:
        return n("Allowed: {words}; and {n} more.", "Allowed: {words}; and {n} more.", more, words=said)
    return t("Allowed: {words}.", words=said)


def _alphabetical(name: str) -> Any:
    """Order by name, D2 before D10."""
    return code_order(name.casefold())


def hint(type_: FieldType[Any]) -> str:
    """How to write it, in a blank field: in words, since an example of a value is taken for one that was entered."""
    if type_.name == "date":
        return words().date_form(t("day"), t("month"), t("year"))
    return t("for example {value}", value=words().quarter(EXAMPLE_QUARTER)) if type_.name == "quarter" else ""
