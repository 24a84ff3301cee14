"""The numbers of population tables in what came back: a block a table, its rows known by their hidden keys, its columns by
what stands above them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from mainstreamer.domain.fields import Number, Table
from mainstreamer.domain.kinds import PopulationTable
from mainstreamer.domain.returned import CellEdit, Place, Remark
from mainstreamer.exchange.exported import MARK
from mainstreamer.exchange.names_in import folded
from mainstreamer.exchange.sameness import is_blank, same
from mainstreamer.exchange.sheet_in import RawCell, RawSheet
from mainstreamer.exchange.sheets_demography import NUMBERS, column_words, number_key
from mainstreamer.exchange.sheets_in import mark_of
from mainstreamer.exchange.table_in import text_in, under_merges
from mainstreamer.language import SHIPPED, Language, language

KIND = "population_table"
NUMBERS_MARK = f"{MARK}{KIND}{NUMBERS}"
PEOPLE = Number(Decimal(0))

ReadCell = Callable[[RawCell | None, Place, bool, str], Any]
"""Reads a number of the table of that uid; answers with the last value of `NumberSheet` where it cannot be read, having told
so."""


def find_numbers(sheets: Mapping[str, RawSheet], title: str) -> RawSheet | None:
    """The sheet with the blocks: by its code, else by its title."""
    marked = [sheet for sheet in sheets.values() if mark_of(sheet) == NUMBERS_MARK]
    marked.sort(key=lambda sheet: sheet.title != title)
    return marked[0] if marked else sheets.get(title)


@dataclass
class NumberSheet:
    """The blocks of one sheet. `read` reads a cell that says something else than was written, or gives `refused`."""

    sheet: RawSheet
    speech: Language
    read: ReadCell
    refused: object
    remarks: list[Remark] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._under = under_merges(self.sheet)
        self._rows: dict[str, int] = {}
        for number, cells in sorted(self.sheet.rows.items()):
            for cell in cells.values():
                if cell.kind == "text" and "#" in cell.value:
                    self._rows.setdefault(cell.value.strip(), number)

    def edits(self, records: tuple[PopulationTable, ...]) -> Iterator[CellEdit]:
        """An edit for each table that has other numbers now."""
        for record in records:
            if record.table is not None:
                yield from self._edits(record, record.table)

    def _edits(self, record: PopulationTable, table: Table) -> Iterator[CellEdit]:
        columns = self._columns(record, table)
        cells, places = [list(row) for row in table.cells], []
        for row, name in enumerate(table.rows):
            number = self._rows.get(number_key(record.uid, name))
            if number is None:
                if columns:
                    self._remark("numbers_row_missing", 0, 0, f"{record.title}: {name}")
                continue
            for place, column in columns.items():
                where = self._place(number, column, f"{name}, {column_words(self.speech, table.columns[place])}")
                value = self._value(number, column, cells[row][place], where, record.uid)
                if value != cells[row][place]:
                    cells[row][place] = value
                    places.append(where)
        if places:
            self._tell_strangers(record, table, columns)
            more = f" (+{len(places) - 1})" if len(places) > 1 else ""
            first = places[0]._replace(heading=places[0].heading + more)
            yield CellEdit(KIND, record.uid, "table", table, replace(table, cells=tuple(map(tuple, cells))), first)
        elif columns:
            self._tell_strangers(record, table, columns)

    def _value(self, number: int, column: int, written: Decimal | None, place: Place, uid: str) -> Decimal | None:
        """The number that stands in a cell; the one that was written where it is still the same, or cannot be read."""
        cell = self.sheet.rows[number].get(column)
        if column in self._under.get(number, ()) or same(cell, written):
            return written
        value = self.read(cell, place, (number, column) in self.sheet.percents, uid)
        return written if value is self.refused else value

    def _columns(self, record: PopulationTable, table: Table) -> dict[int, int]:
        """The column of the sheet for each column of a table that is there."""
        number = self._rows.get(number_key(record.uid))
        if number is None:
            self._remark("numbers_lost", 0, 0, record.title)
            return {}
        # The chart beside a table draws from hidden columns of formulas with the same heads.
        rows = [row for name in table.rows if (row := self._rows.get(number_key(record.uid, name))) is not None]
        heads = {
            folded(text_in(cell)): column
            for column, cell in sorted(self.sheet.rows[number].items(), reverse=True)
            if not rows or any(self._kind(row, column) != "formula" for row in rows)
        }
        found: dict[int, int] = {}
        for place, name in enumerate(table.columns):
            words = [column_words(speech, name) for speech in (self.speech, *map(language, SHIPPED))]
            column = next((heads[folded(text)] for text in words if folded(text) in heads), 0)
            if column:
                found[place] = column
            else:
                self._remark("column_missing", number, 0, words[0])
        return found

    def _kind(self, row: int, column: int) -> str:
        cell = self.sheet.rows[row].get(column)
        return "" if cell is None else cell.kind

    def _tell_strangers(self, record: PopulationTable, table: Table, columns: Mapping[int, int]) -> None:
        """A remark on each row between the age groups whose group nobody can know."""
        known = [self._rows[key] for name in table.rows if (key := number_key(record.uid, name)) in self._rows]
        first = self._rows[number_key(record.uid)]
        for number in range(first + 1, max(known, default=first)):
            cells = self.sheet.rows.get(number, {})
            keyed = any(text_in(cell).startswith(record.uid) for cell in cells.values())
            if not keyed and any(not is_blank(cells.get(column)) for column in columns.values()):
                self._remark("numbers_row_unknown", number, 0, "")

    def _place(self, row: int, column: int, heading: str) -> Place:
        return Place(self.sheet.title, row, column, heading)

    def _remark(self, code: str, row: int, column: int, heading: str) -> None:
        self.remarks.append(Remark(code, self._place(row, column, heading)))
