"""Words of a table that is taken in: what columns go into, how cells are read, what is refused and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.fields import FieldType
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.returned import column_letter
from mainstreamer.language.sentences import reason_sentence
from mainstreamer.operations.tables import layout
from mainstreamer.operations.tables.drafts import CellRefusal
from mainstreamer.operations.tables.putting import ADD, REPLACE, SKIP, UPDATE
from mainstreamer.operations.tables.samples import Sample
from mainstreamer.operations.tables.targets import (
    ASIDE,
    DEADLINE,
    FINANCE,
    GRID,
    INDICATOR,
    LEFT_OUT,
    PERIOD,
    Column,
    note_field,
    type_of,
)
from mainstreamer.operations.tables.values import Found, is_early
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.reading import refusal, shown

MOST_ROWS_NAMED = 12
"""Rows that a sentence names."""


def target_name(kind: str, target: str) -> str:
    """What a column goes into."""
    special = {
        LEFT_OUT: t("Do not take this column"),
        ASIDE: t("Kept in “{field}”, behind its heading", field=note_name(kind)),
        DEADLINE: t("Until when (a date, a quarter, a year, “permanent”)"),
        PERIOD: t("From when until when (quarters, years)"),
        GRID: t("A quarter or year that is ticked"),
        FINANCE: t("Where the money comes from, or the cost"),
    }
    if target in special:
        return special[target]
    if target == "indicator_name":
        return t("Indicator: what it measures")
    if target in INDICATOR:
        return t("Indicator: {field}", field=words().field("action_indicator", INDICATOR[target]))
    return words().field(kind, target)


def note_name(kind: str) -> str:
    """The name of the field that keeps words without a field of their own."""
    field = note_field(kind)
    return words().field(kind, field) if field else ""


def counts_words(counts: Mapping[str, int]) -> str:
    """`34 actions, 5 institutions`."""
    return ", ".join(_count_words(kind, count) for kind, count in counts.items() if count)


def _count_words(kind: str, count: int) -> str:
    said = {
        "action": lambda: n("{n} action", "{n} actions", count),
        "action_indicator": lambda: n("{n} indicator", "{n} indicators", count),
        "objective": lambda: n("{n} objective", "{n} objectives", count),
        "institution": lambda: n("{n} institution", "{n} institutions", count),
        "agreement": lambda: n("{n} agreement", "{n} agreements", count),
        "corridor": lambda: n("{n} corridor", "{n} corridors", count),
        "evidence": lambda: n("{n} piece of evidence", "{n} pieces of evidence", count),
        "sector_issue": lambda: n("{n} sector issue", "{n} sector issues", count),
        "consultation": lambda: n("{n} consultation", "{n} consultations", count),
        "body": lambda: n("{n} body", "{n} bodies", count),
        "observation": lambda: n("{n} observation", "{n} observations", count),
        "population_table": lambda: n("{n} population table", "{n} population tables", count),
    }
    return said[kind]()


def rows_words(rows: Sequence[int]) -> str:
    """Numbers of rows, the first of many: `5, 8, 9 …`"""
    said = ", ".join(words().number(row) for row in rows[:MOST_ROWS_NAMED])
    return f"{said} …" if len(rows) > MOST_ROWS_NAMED else said


def early_words(plan: Plan) -> str:
    """What is to be said of a time before the plan."""
    year = plan.frame.start_year
    return t("before the plan ({year})", year=year) if year is not None else ""


def class_word(class_: str) -> str:
    """What a row of the sheet is; nothing for a record."""
    return {
        layout.ABOVE: t("above"),
        layout.HEADING: t("headings"),
        layout.NUMBERS: t("column numbers"),
        layout.SECTION: t("title"),
        layout.TOTAL: t("sum"),
        layout.REPEATED: t("headings again"),
        layout.CONTINUED: t("goes on"),
    }.get(class_, "")


def row_word(what: str) -> str:
    """What becomes of a row."""
    return {ADD: t("added"), UPDATE: t("fills blanks"), REPLACE: t("replaces"), SKIP: t("skipped")}[what]


def sample_reading(plan: Plan, kind: str, column: Column, sample: Sample) -> str:
    """How a cell is read, in words."""
    if sample.reason:
        return t("cannot be read")
    if sample.found is None:
        return ""
    found = sample.found
    parts = [_field_words(plan, kind, name, value, column.target) for name, value in found.values.items()]
    parts += ["; ".join(names) for names in found.names.values()]
    parts += [
        _said(plan, KINDS["action_indicator"].fields[name].type, value)
        for name, value in found.indicator.items()
        if name in KINDS["action_indicator"].fields
    ]
    parts = [*_times(found), *(part for part in parts if part)]
    if found.foreign:
        parts.append(t("not in {currency}: stays text", currency=plan.frame.currency))
    elif found.keep:
        kept = t("also kept in “{field}”", field=note_name(kind))
        parts.append(kept if parts else t("kept in “{field}”", field=note_name(kind)))
    if is_early(plan, found.values):
        parts.append(early_words(plan))
    return " · ".join(parts)


def _times(found: Found) -> list[str]:
    start, end = found.values.get("start"), found.values.get("end")
    speech = words()
    if isinstance(start, Quarter) and isinstance(end, Quarter):
        return [f"{speech.quarter(start)} – {speech.quarter(end)}"]
    if isinstance(end, Quarter):
        return [t("until {quarter}", quarter=speech.quarter(end))]
    return [t("from {quarter}", quarter=speech.quarter(start))] if isinstance(start, Quarter) else []


def _field_words(plan: Plan, kind: str, name: str, value: Any, target: str) -> str:
    """A value; with the name of its field where the column goes into several. Times are said together."""
    if name in ("start", "end"):
        return ""
    said = _said(plan, KINDS[kind].fields[name].type, value)
    if name == target:
        return said
    return words().field(kind, name) if value is True else f"{words().field(kind, name)}: {said}"


def _said(plan: Plan, type_: FieldType[Any], value: Any) -> str:
    return " ".join(shown(plan, type_, value).split())


def refusal_words(kind: str, one: CellRefusal) -> str:
    """What is wrong with a cell, and what is expected."""
    if words().find("refusal", "table", one.reason):
        return words().word("refusal", "table", one.reason)
    type_ = type_of(kind, one.target)
    if words().find("refusal", one.reason):
        return refusal(type_, one.reason)
    return reason_sentence(words(), one.reason)


def place_words(one: CellRefusal) -> str:
    """The address of a cell."""
    return f"{column_letter(one.column)}{one.row}" if one.column else str(one.row)
