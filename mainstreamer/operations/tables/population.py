"""A table of people by age in a sheet, read as one that was pasted; and compared with the tables that the plan has."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mainstreamer.domain.demography_checks import COLUMNS
from mainstreamer.domain.fields import Table
from mainstreamer.domain.kinds import PopulationTable
from mainstreamer.domain.numbers import Reading
from mainstreamer.domain.plain_tables import DATE, FAULTS, NUMBER, PlainSheet
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.operations.pasting import text_of
from mainstreamer.operations.population import KIND, PastedTable, edit, grid_of, new_table, read_table, take_over
from mainstreamer.operations.tables import layout
from mainstreamer.operations.tables.names import key_of
from mainstreamer.operations.tables.targets import Mapping

THOUSAND = 1_000


def text_of_sheet(sheet: PlainSheet, mapping: Mapping, reading: Reading) -> str:
    """The rows from the headings on, as a spreadsheet copies them. Numbers have the decimal mark of the language."""
    lines = []
    for row in sorted(sheet.rows):
        if row >= mapping.first:
            # Only headings are merged over several cells; a merged number is one number.
            heading = row < mapping.body or not any(cell.kind == NUMBER for cell in sheet.rows[row].values())
            lines.append([_text(sheet, row, column, heading, reading) for column in range(1, sheet.width + 1)])
    return text_of(lines)


def _text(sheet: PlainSheet, row: int, column: int, heading: bool, reading: Reading) -> str:
    cell = sheet.cell(row, column)
    if cell.kind == NUMBER:
        return cell.text.replace(".", reading.decimal or ".")
    if cell.kind in FAULTS:
        return ""
    if cell.kind == DATE:
        return cell.text
    return layout.shown(sheet, row, column) if heading else sheet.text(row, column)


def read_population_sheet(
    sheet: PlainSheet, mapping: Mapping, reading: Reading, names: Sequence[str] = ()
) -> PastedTable:
    """What is understood of the table; `names` are those a person gave to its columns of numbers. Never raises."""
    return read_table(text_of_sheet(sheet, mapping, reading), reading, names)


# -- what the plan has already -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Facts:
    """What a table is of: an area that is blank is the whole country; figures are in persons or thousands."""

    title: str = ""
    year: int | None = None
    area: str = ""
    source: str = ""
    unit: str = "persons"


@dataclass(frozen=True)
class Figure:
    """A figure that differs, in persons: its age group, women, men or total, what the plan has, and what the table says."""

    row: str
    column: str
    old: Decimal | None
    new: Decimal


@dataclass(frozen=True)
class There:
    """A table of the same year and area. With other age groups (`fits` is false) only all of its figures can change at once."""

    record: PopulationTable
    figures: tuple[Figure, ...]
    same_source: bool
    fits: bool

    @property
    def is_same(self) -> bool:
        """Whether every figure is there already."""
        return not self.figures


def there_already(plan: Plan, facts: Facts, table: Table) -> There | None:
    """The table of the plan that these figures are of: of the same source, else one with the very same figures, else any of
    that year and area. None where there is none."""
    found = [
        _compared(record, facts, table)
        for record in plan.population_tables
        if record.table is not None and record.year == facts.year and _area(record) == key_of(facts.area)
    ]
    return min(found, key=lambda one: (not (one.same_source or one.is_same), len(one.figures)), default=None)


def _area(record: PopulationTable) -> str:
    is_part = record.area_type not in ("", "country")
    return key_of(record.area) if record.area or not is_part else record.area_type


def _compared(record: PopulationTable, facts: Facts, table: Table) -> There:
    mine, theirs = _persons(record.table or table, record.unit), _persons(table, facts.unit)
    rows = [{row for row, _ in figures if row not in ("unknown", "total")} for figures in (mine, theirs)]
    figures = tuple(
        Figure(row, column, mine.get((row, column)), number)
        for (row, column), number in theirs.items()
        if mine.get((row, column)) != number
    )
    return There(record, figures, key_of(record.source) == key_of(facts.source), rows[0] == rows[1])


def _persons(table: Table, unit: str) -> dict[tuple[str, str], Decimal]:
    factor = THOUSAND if unit == "thousands" else 1
    return {(row, column): number * factor for row, column, number in _numbers(table)}


def _numbers(table: Table) -> Iterator[tuple[str, str, Decimal]]:
    for row, cells in zip(table.rows, table.cells, strict=True):
        for column, number in zip(table.columns, cells, strict=True):
            if number is not None:
                yield row, column, number


# -- puts ----------------------------------------------------------------------------------------------------------------


def population_puts(facts: Facts, table: Table) -> tuple[str, list[Put]]:
    """A new population table with these numbers: its uid and the puts."""
    uid, puts = new_table(facts.title, table, facts.unit)
    if facts.area:
        # Nobody said what kind of an area it is.
        puts = [put for put in puts if put.field != "area_type"]
        puts.append(Put(KIND, uid, "area", facts.area))
    if facts.year is not None:
        puts.append(Put(KIND, uid, "year", facts.year))
    if facts.source:
        puts.append(Put(KIND, uid, "source", facts.source))
    return uid, puts


def figure_puts(there: There, facts: Facts, table: Table, taken: Collection[tuple[str, str]]) -> list[Put]:
    """Put figures that differ into the table that is there: those taken, by age group and column."""
    record = there.record
    chosen = {(one.row, one.column): one.new for one in there.figures if (one.row, one.column) in taken}
    if not chosen:
        return []
    if not there.fits:
        return take_over(record.uid, table, facts.unit)
    factor = THOUSAND if record.unit == "thousands" else 1
    grid = grid_of(record.table)
    cells = [
        tuple(
            chosen[label, column] / factor if (label, column) in chosen else number
            for column, number in zip(COLUMNS, row, strict=True)
        )
        for label, row in zip(grid.rows, grid.cells, strict=True)
    ]
    return edit(record.uid, dataclasses.replace(grid, cells=tuple(cells)))
