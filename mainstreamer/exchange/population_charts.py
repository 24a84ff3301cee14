"""The population pyramid as a native chart beside the numbers of its table.

Bars to the left are negative numbers, which a table of people must not show: they stand in hidden columns, as formulas over the
numbers, so that the pyramid follows what is typed.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from mainstreamer.domain.fields import Table
from mainstreamer.domain.kinds import PopulationTable
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import Cell, Chart, Series, Sheet
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.styles import ACCENT, HIDDEN, SEX_COLOURS

HELPERS = (15, 16)
"""Hidden columns with what the chart draws: men as negative numbers, and women; or people of both sexes."""

_START, _END = 7, 11
"""First column of the chart, and the one before which it ends: beside the widest table, over the columns of indicators."""

LEAST_ROWS = 16
"""Rows of the sheet that a chart takes at least."""

Number = Decimal | None
Find = Callable[[dict[str, Number]], Number]
Helper = tuple[str, Find, str]
"""Title of a series, how it is worked out from the numbers of a row, and the same as a formula with columns in braces."""


def add_population_chart(
    edition: Edition, sheet: Sheet, record: PopulationTable, table: Table, area: tuple[int, int], top: int
) -> None:
    """A pyramid where both sexes are known, else plain bars; none where there is no number to draw.

    `area` are the rows of the age groups, `top` is the row of their header. Room below the table is made for the chart.
    """
    first, last = area
    groups = [
        (name, dict(zip(table.columns, cells, strict=True)))
        for name, cells in zip(table.rows, table.cells, strict=True)
        if name != "total"
    ]
    places = [place for place, (name, _) in enumerate(groups) if name != "unknown"]
    if not places:
        return
    first, last = first + places[0], first + places[-1]
    helpers = _helpers(edition, table)
    values = [[found(numbers) for _, numbers in groups[places[0] : places[-1] + 1]] for _, found, _ in helpers]
    if not any(value for column in values for value in column):
        return
    _put(sheet, top, HELPERS[0], [Cell(title, HIDDEN) for title, _, _ in helpers])
    for row in range(first, last + 1):
        cells = []
        for (_, _, formula), column in zip(helpers, values, strict=True):
            letters = {name: f"{column_letter(place)}{row}" for place, name in enumerate(table.columns, 3)}
            value = column[row - first]
            cells.append(Cell("" if value is None else value, HIDDEN, formula.format(**letters)))
        _put(sheet, row, HELPERS[0], cells)
    _make_room(sheet, top, last - first + 1)
    sheet.charts.append(_chart(edition, sheet, record, helpers, (first, last), top))


def _helpers(edition: Edition, table: Table) -> tuple[Helper, ...]:
    """What is drawn. Where one sex and the total are given, the other is the rest."""
    columns, sex = set(table.columns), edition.language.choice
    women, men = sex("sex", "women"), sex("sex", "men")
    if {"women", "men"} <= columns:
        return (
            (men, lambda row: _minus(row["men"]), _given("-{men}", "men")),
            (women, lambda row: row["women"], _given("{women}", "women")),
        )
    if {"total", "men"} <= columns:
        return (
            (men, lambda row: _minus(row["men"]), _given("-{men}", "men")),
            (women, lambda row: _rest(row["total"], row["men"]), _given("{total}-{men}", "total", "men")),
        )
    if {"total", "women"} <= columns:
        return (
            (men, lambda row: _minus(_rest(row["total"], row["women"])), _given("{women}-{total}", "total", "women")),
            (women, lambda row: row["women"], _given("{women}", "women")),
        )
    name = next((name for name in ("total", "women", "men") if name in columns), "")
    title = sex("sex", "both" if name == "total" else name)
    return ((title, lambda row: row[name], _given(f"{{{name}}}", name)),) if name else ()


def _given(formula: str, *columns: str) -> str:
    known = ",".join(f"{{{name}}}" for name in columns)
    return f'IF(COUNT({known})={len(columns)},{formula},"")'


def _minus(value: Number) -> Number:
    return None if value is None else -value


def _rest(total: Number, part: Number) -> Number:
    return None if total is None or part is None else total - part


def _put(sheet: Sheet, row: int, column: int, cells: list[Cell]) -> None:
    """Set cells beside what a row holds."""
    line = sheet.rows[row - 1]
    line.extend([None] * (column - 1 + len(cells) - len(line)))
    line[column - 1 : column - 1 + len(cells)] = cells


def _make_room(sheet: Sheet, top: int, groups: int) -> None:
    least = max(LEAST_ROWS, groups + 4)
    sheet.blank(max(0, top + least - len(sheet.rows)))


def _chart(
    edition: Edition,
    sheet: Sheet,
    record: PopulationTable,
    helpers: tuple[Helper, ...],
    area: tuple[int, int],
    top: int,
) -> Chart:
    first, last = area
    pyramid = len(helpers) > 1
    colours = (SEX_COLOURS["men"], SEX_COLOURS["women"]) if pyramid else (ACCENT,)
    series = tuple(
        Series(f"{letter}{top}", f"{letter}{first}:{letter}{last}", colour)
        for letter, colour in zip(map(column_letter, HELPERS), colours, strict=False)
    )
    name = record.title or edition.language.kind("population_table")
    year = f" ({record.year})" if record.year is not None and str(record.year) not in name else ""
    unit = edition.language.choice("table_unit", record.unit or "persons")
    return Chart(
        "pyramid" if pyramid else "columns", f"{name[:120]}{year}", f"B{first}:B{last}", series,
        f"{column_letter(_START)}{top}", f"{column_letter(_END)}{len(sheet.rows) + 1}",
        across=unit if pyramid else edition.word("column", "age"), up=edition.word("column", "age") if pyramid else unit,
        format="#,##0;#,##0", legend=pyramid,
    )  # fmt: skip
