"""A returned workbook in words: where a cell is, why it cannot be taken, what was left aside."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.field_order import NOT_BEFORE
from mainstreamer.domain.fields import FieldType, Scale, Table, Whole, Year
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.returned import Place, Refusal, Remark
from mainstreamer.domain.taking import Caution
from mainstreamer.language.findings import finding_sentence, record_name
from mainstreamer.language.language import Language

EXAMPLE_DAY, EXAMPLE_QUARTER, EXAMPLE_AMOUNT = date(2027, 3, 31), Quarter(2027, 3), Decimal("1250.5")
MOST_NUMBERS = 4
"""Numbers of a table that are named where they changed; more are counted."""
LONGEST_NAME = 160
"""Characters of the name of a record in a line."""
HUGE = 10**9
"""Bounds from here on stand for "any number" and are not told to people."""


def place_words(speech: Language, place: Place) -> str:
    """Where something is: sheet, cell, heading."""
    form = "sheet" if not place.row else "cell" if place.column else "row"
    said = speech.word("refusal", "place", form, sheet=place.sheet, row=place.row, cell=place.cell)
    return f"{said} ({' '.join(place.heading.split())})" if place.heading else said


def refusal_reason(speech: Language, refusal: Refusal) -> str:
    """Why a cell cannot be taken, what is expected, and some words that could stand there."""
    spec = KINDS[refusal.kind].fields.get(refusal.field) if refusal.kind in KINDS else None
    said = reason_words(speech, spec.type if spec is not None else None, refusal.reason)
    if not refusal.expected:
        return said
    return f"{said} {speech.word('refusal', 'place', 'expected', words='; '.join(refusal.expected))}"


def reason_words(speech: Language, type_: FieldType[object] | None, reason: str) -> str:
    """What a field expects, with examples in the language."""
    values: dict[str, object] = {
        "day": speech.date(EXAMPLE_DAY),
        "quarter": speech.quarter(EXAMPLE_QUARTER),
        "amount": speech.number(EXAMPLE_AMOUNT),
        "least": "",
        "most": "",
    }
    if isinstance(type_, Whole):
        values |= {"least": speech.number(type_.least), "most": speech.number(type_.most)}
    huge = not isinstance(type_, Whole) or type_.most >= HUGE or isinstance(type_, Year)
    if reason == "number_range" and huge and not isinstance(type_, Scale):
        reason = "number_too_large"
    return speech.word("refusal", reason, **values)


def refusal_sentence(speech: Language, plan: Plan, refusal: Refusal) -> str:
    """The whole of a refusal in one line: place, record, what stands there, why."""
    value = f" {speech.word('refusal', 'place', 'value', value=refusal.text)}" if refusal.text else ""
    return f"{_where_and_what(speech, plan, refusal)}{value}: {refusal_reason(speech, refusal)}"


def subject_words(speech: Language, plan: Plan, one: Refusal | Remark) -> str:
    """The code and title of the record in whose row something stands, in one line: those of the plan, else those of the row;
    empty where no record is meant."""
    # Of an answer the plan knows the code of its item only; the row shows the question beside it.
    known = one.kind in KINDS and not (one.kind == "answer" and one.record)
    known = known and plan.find(one.kind, one.uid) is not None
    if one.kind == "plan":
        return ""
    said = " ".join((record_name(speech, plan, one.kind, one.uid) if known else one.record).split())
    return said if len(said) <= LONGEST_NAME else f"{said[: LONGEST_NAME - 1].rstrip()}…"


def _where_and_what(speech: Language, plan: Plan, one: Refusal | Remark) -> str:
    subject = subject_words(speech, plan, one)
    return f"{place_words(speech, one.place)}, {subject}" if subject else place_words(speech, one.place)


def caution_sentence(speech: Language, plan: Plan, caution: Caution) -> str:
    """Why a change would make the plan worse; `plan` is the plan as it would be. It stands beside the name of the record, and
    does not say it again."""
    kind, _, name = caution.cell
    if caution.finding is not None:
        return finding_sentence(speech, plan, caution.finding, speech.kind(kind))
    pair = (name, caution.other)
    if caution.other and NOT_BEFORE.get((kind, name)) != caution.other:
        pair = (caution.other, name)
    labels = [speech.field(kind, each) if each else "" for each in pair]
    return speech.word("caution", caution.code, field=labels[0], other=labels[1])


def table_change_words(speech: Language, old: Table, new: Table) -> str:
    """Which numbers of a table differ: the first few, and how many more."""
    names = {name: speech.choice("sex", name) for name in ("women", "men")}
    names["total"] = speech.word("workbook", "column", "stated")
    before, after = _numbers(old), _numbers(new)
    said: list[str] = []
    for row, column in dict.fromkeys((*after, *before)):
        pair = (before.get((row, column)), after.get((row, column)))
        if pair[0] != pair[1]:
            numbers = " → ".join("–" if number is None else speech.number(number) for number in pair)
            said.append(f"{row}, {names.get(column, column)}: {numbers}")
    more = [f"(+{len(said) - MOST_NUMBERS})"] if len(said) > MOST_NUMBERS else []
    return "; ".join([*said[:MOST_NUMBERS], *more])


def _numbers(table: Table) -> dict[tuple[str, str], Decimal | None]:
    return {
        (row, column): cell
        for row, cells in zip(table.rows, table.cells, strict=True)
        for column, cell in zip(table.columns, cells, strict=True)
    }


def remark_words(speech: Language, remark: Remark) -> str:
    """What was left aside, and why."""
    return speech.word("remark", remark.code, **remark.values)


def remark_sentence(speech: Language, plan: Plan, remark: Remark) -> str:
    """A remark in one line: place, record, what was left aside."""
    return f"{_where_and_what(speech, plan, remark)}: {remark_words(speech, remark)}"
