"""Lists to choose from: which one a field offers, and where it stands in the workbook.

A list is a defined name. Names of records are offered from their own register, spare rows below it taken in, so that an
institution written there is offered at once. All other lists stand on the sheet of code lists or, without one, on the
hidden sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mainstreamer import knowledge
from mainstreamer.domain.calendar import Quarter, quarter_of
from mainstreamer.domain.choices import OPEN_LISTS
from mainstreamer.domain.fields import Choice, FieldType, FiscalQuarter, ItemCodes, Link, Links, ManyChoices, YesNo
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import SPARE_ROWS, Sheet, quoted
from mainstreamer.exchange.edition import SHOWN_BY_CODE, Edition

QUARTERS, ITEMS = "list_quarter", "list_item"
LIST, NAMES = "list_", "names_"

MOST_QUARTERS = 80
"""Twenty years: a slip of the pen in one date must not draw a thousand columns."""


def offered_list(edition: Edition, kind: FieldType[Any]) -> str:
    """The defined name of the list that a field of this type offers; empty where people write freely."""
    name = _name(kind)
    if name:
        edition.offered[name] = None
    return name


def _name(kind: FieldType[Any]) -> str:
    match kind:
        case YesNo():
            return f"{LIST}yes_no"
        case Choice() | ManyChoices():
            return f"{LIST}{kind.choices}"
        case Link() | Links():
            return f"{NAMES}{kind.kind}"
        case ItemCodes():
            return ITEMS
        case FiscalQuarter():
            return QUARTERS
    return ""


def offer_register(edition: Edition, sheet: Sheet, kind: str, column: int, first: int) -> None:
    """Let the names in a column of a register be offered wherever a record of it is meant: from the first row to the last
    one that is filled."""
    letter, last = column_letter(column), max(len(sheet.rows), first) + SPARE_ROWS
    title = quoted(sheet.title)
    rows = f"{title}!${letter}${first}:${letter}${last}"
    filled = f'SUMPRODUCT(MAX(({rows}<>"")*ROW({rows})))'
    top = f"{title}!${letter}${first}"
    edition.names[f"{NAMES}{kind}"] = f"{top}:INDEX({title}!${letter}:${letter},MAX(ROW({top}),{filled}))"


def lists_to_place(edition: Edition) -> Iterable[tuple[str, list[str]]]:
    """Lists that fields offer and that stand nowhere yet, each with its texts."""
    for name in edition.offered:
        if name not in edition.names:
            yield name, list(dict.fromkeys(filter(None, _texts(edition, name))))


def list_title(edition: Edition, name: str) -> str:
    """What a list is called."""
    if name.startswith(NAMES):
        return edition.language.kind(name.removeprefix(NAMES), "many")
    words = {QUARTERS: ("column", "quarter"), ITEMS: ("column", "items")}
    return edition.word(*words.get(name, ("list", name.removeprefix(LIST))))


def _texts(edition: Edition, name: str) -> Iterable[str]:
    if name.startswith(NAMES):
        kind = name.removeprefix(NAMES)
        return (edition.record_name(kind, record.uid) for record in edition.records(kind))
    if name == QUARTERS:
        return map(edition.quarter, quarters_shown(edition)[0])
    if name == ITEMS:
        checklist, sectors = edition.checklist, edition.plan.sectors
        return (item.code for step in checklist.steps for item in checklist.of_step(step.number, sectors))
    choices = name.removeprefix(LIST)
    if choices == "yes_no":
        return edition.yes_no.values()
    codes = knowledge.codes_of(choices)
    if choices in SHOWN_BY_CODE:
        return codes
    words = [edition.language.choice(choices, code) for code in codes]
    return sorted(words, key=str.casefold) if choices in OPEN_LISTS - {"indicator"} else words


def quarters_shown(edition: Edition) -> tuple[list[Quarter], bool]:
    """The quarters from the first to the last year of the plan and its actions, and whether some had to be left out."""
    frame = edition.plan.frame
    dates = [quarter for row in edition.plan.actions for quarter in (row.start, row.end) if quarter is not None]
    years = [year for year in (frame.start_year, frame.end_year) if year is not None] + [day.year for day in dates]
    if not years:
        years = [quarter_of(edition.today, edition.fiscal_start).year]
    first = frame.start_year if frame.start_year is not None else min(years)
    first = max(min(years), first - MOST_QUARTERS // 8)
    whole = [Quarter(first, 1).plus(number) for number in range((max(years) - first + 1) * 4)]
    return whole[:MOST_QUARTERS], len(whole) > MOST_QUARTERS
