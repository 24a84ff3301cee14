"""A table of people by age in a sheet, read as one that was pasted."""

from __future__ import annotations

from collections.abc import Sequence

from mainstreamer.domain.fields import Table
from mainstreamer.domain.numbers import Reading
from mainstreamer.domain.plain_tables import DATE, FAULTS, NUMBER, PlainSheet
from mainstreamer.domain.plan import Put
from mainstreamer.operations.pasting import text_of
from mainstreamer.operations.population import KIND, PastedTable, new_table, read_table
from mainstreamer.operations.tables import layout
from mainstreamer.operations.tables.targets import Mapping


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


def population_puts(title: str, year: int | None, source: str, table: Table, unit: str) -> tuple[str, list[Put]]:
    """A new population table with these numbers: its uid and the puts."""
    uid, puts = new_table(title, table, unit)
    if year is not None:
        puts.append(Put(KIND, uid, "year", year))
    if source:
        puts.append(Put(KIND, uid, "source", source))
    return uid, puts
