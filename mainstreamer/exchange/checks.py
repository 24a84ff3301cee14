"""What may be written into which cell, and what shows there that something is missing or cannot be.

Numbers, years and days of another kind are refused, since they could not come back. A word outside a list is kept after a
question, for a list may lack what is right. Cells that are calculated take nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.field_order import AFTER, NOT_BEFORE
from mainstreamer.domain.fields import (
    Date,
    FieldSpec,
    FiscalQuarter,
    ItemCodes,
    Link,
    Links,
    ManyChoices,
    Money,
    Number,
    NumberTable,
    Whole,
    Year,
)
from mainstreamer.domain.kinds import KINDS
from mainstreamer.exchange.cells import Check, Condition, Sheet
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.furnishing import MESSAGE_LENGTH, TITLE_LENGTH
from mainstreamer.exchange.offers import offered_list, quarters_shown
from mainstreamer.exchange.styles import LIGHT_COLOURS, LINE

UNLESS = {
    ("action", "cost"): "existing_resources",
    ("action_indicator", "baseline"): "baseline_due",
    ("action_indicator", "baseline_year"): "baseline_due",
}
"""Compulsory fields that may be blank when another one says why."""

MISSING = LIGHT_COLOURS["amber"][0]
"""Fill of a compulsory cell that is blank."""

_LEAST_DAY, _LAST_DAY = "DATE(1900,3,1)", "DATE(2200,12,31)"
_HUGE = "1E+300"

Where = Callable[[str], str]
"""The column letter of a field, or where it stands beside a cell that is checked; nothing where the sheet has it not."""


def is_shown_only(spec: FieldSpec) -> bool:
    """Whether a field is shown and cannot be written in a cell: files, tables."""
    return isinstance(spec.type, Attachment | NumberTable)


def field_check(edition: Edition, kind: str, name: str, area: str, beside: Where) -> Check | None:
    """The check of a field on an area; nothing for free text. `beside` names the cell of another field, beside the first of
    the area."""
    spec = KINDS[kind].fields[name]
    if is_shown_only(spec):
        return guard(edition, area, "in_program")
    before = NOT_BEFORE.get((kind, name), "")
    other = beside(before) if before else ""
    if isinstance(spec.type, FiscalQuarter):
        return _quarter_check(edition, area, other)
    if offered := offered_list(edition, spec.type):
        return _list_check(edition, spec, area, offered)
    check = _figure_check(edition, spec, area)
    if check is None or not other:
        return check
    label = edition.language.field(kind, before)
    after = (kind, name) in AFTER
    least = f"MAX({check.formula},N({other})+1)" if after else f"MAX({check.formula},{other})"
    more = edition.word("check", "after" if after else "not_before", field=label)
    message = edition.language.together((check.message, more), MESSAGE_LENGTH)
    return check._replace(formula=least, message=message)


def _list_check(edition: Edition, spec: FieldSpec, area: str, offered: str) -> Check:
    if isinstance(spec.type, Links | ManyChoices | ItemCodes):
        title, message = _words(edition, "several")
        prompt = edition.language.fitting(edition.word("check", "several_prompt"), MESSAGE_LENGTH)
        return Check(area, "list", offered, "", "", "information", title, message, title, prompt)
    if isinstance(spec.type, Link):
        title, message = _words(edition, "name", sheet=edition.language.kind(spec.type.kind, "many"))
    else:
        title, message = _words(edition, "choice")
    return Check(area, "list", offered, "", "", "warning", title, message)


def _quarter_check(edition: Edition, area: str, other: str) -> Check:
    """Quarters of the plan; for an end those from its start on."""
    offered = offered_list(edition, FiscalQuarter())
    quarters = quarters_shown(edition)[0]
    first, last = edition.quarter(quarters[0]), edition.quarter(quarters[-1])
    title, message = _words(edition, "end" if other else "quarter", first=first, last=last)
    if other:
        offered = f"INDEX({offered},IFERROR(MATCH({other},{offered},0),1)):INDEX({offered},ROWS({offered}))"
    return Check(area, "list", offered, "", "", "warning", title, message)


def _figure_check(edition: Edition, spec: FieldSpec, area: str) -> Check | None:
    kind, speech = spec.type, edition.language
    if isinstance(kind, Date):
        title, message = _words(edition, "date", example=speech.date(date(2027, 12, 31)))
        return _between(area, "date", _LEAST_DAY, _LAST_DAY, title, message)
    if isinstance(kind, Whole):
        key = "year" if isinstance(kind, Year) else "whole_from" if kind.most > 10**6 else "whole"
        title, message = _words(edition, key, least=kind.least, most=kind.most)
        return _between(area, "whole", str(kind.least), str(kind.most), title, message)
    if isinstance(kind, Number):
        key = "money" if isinstance(kind, Money) else "number" if kind.least is None else "number_from"
        title, message = _words(edition, key, currency=edition.plan.frame.currency, least=kind.least)
        return _between(area, "decimal", f"-{_HUGE}" if kind.least is None else str(kind.least), _HUGE, title, message)
    return None


def _between(area: str, kind: str, least: str, most: str, title: str, message: str) -> Check:
    return Check(area, kind, least, most, "between", "stop", title, message)


def _words(edition: Edition, key: str, **placeholders: object) -> tuple[str, str]:
    """Title and text of a message; in the leading one of two languages where both have no room."""
    place = "list" if key in ("choice", "name", "quarter", "end", "several") else "refused"
    place = (
        "several"
        if key == "several"
        else "locked"
        if key in ("calculated", "elsewhere", "in_program", "item")
        else place
    )
    title = edition.language.fitting(edition.word("check", f"{place}_title"), TITLE_LENGTH)
    return title, edition.language.fitting(edition.word("check", key, **placeholders), MESSAGE_LENGTH)


def guard(edition: Edition, area: str, key: str = "calculated", **placeholders: object) -> Check:
    """Cells that are calculated, or come from elsewhere, take nothing and say why."""
    title, message = _words(edition, key, **placeholders)
    return Check(area, "custom", "FALSE", "", "", "stop", title, message)


# -- what shows --------------------------------------------------------------------------------------------------------


def mark_missing(
    sheet: Sheet, kind: str, names: Iterable[str], letter: Where, used: str, first: int, last: int
) -> None:
    """Compulsory cells that are blank in rows in use; `used` is what is true of the first row when it is."""
    fields = KINDS[kind].fields
    for name in names:
        if name not in fields or not fields[name].compulsory:
            continue
        column, unless = letter(name), letter(UNLESS.get((kind, name), ""))
        parts = [used, f'TRIM({column}{first})=""']
        if unless:
            parts.append(f"${unless}{first}<>word_yes" if name == "cost" else f'TRIM(${unless}{first})=""')
        sheet.conditions.append(Condition(f"{column}{first}:{column}{last}", f"AND({','.join(parts)})", MISSING))


def mark_reversed(sheet: Sheet, kind: str, letter: Where, first: int, last: int) -> None:
    """Ends before their starts, where both are numbers or days."""
    for (of, name), before in NOT_BEFORE.items():
        if of == kind and letter(name) and letter(before):
            end, start = f"${letter(name)}{first}", f"${letter(before)}{first}"
            sign = "<=" if (of, name) in AFTER else "<"
            formula = f"AND(ISNUMBER({start}),ISNUMBER({end}),{end}{sign}{start})"
            area = f"{letter(name)}{first}:{letter(name)}{last}"
            sheet.conditions.append(Condition(area, formula, *LIGHT_COLOURS["red"]))


def rule_used_rows(sheet: Sheet, area: str, used: str) -> None:
    """Lines around the cells of added rows, so that they look like those above. Comes after all other conditions of the area:
    LibreOffice shows the first that is true."""
    sheet.conditions.append(Condition(area, used, line=LINE))
