"""The particulars of population tables, which stand above their numbers, in what came back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.returned import Place, Remark
from mainstreamer.exchange.cells import Cell, Sheet
from mainstreamer.exchange.names_in import folded
from mainstreamer.exchange.sheet_in import RawCell, RawSheet
from mainstreamer.exchange.table_in import text_in, under_merges
from mainstreamer.language import SHIPPED, language
from mainstreamer.language.both import spoken

KIND = "population_table"
LABEL, VALUE = 2, 3
"""Columns of the name of a particular and of what is said of it."""


class Particular(NamedTuple):
    """What stands beside the name of a particular, and the cell that was written there."""

    uid: str
    field: str
    written: Cell
    cell: RawCell | None
    place: Place


class Particulars:
    """Rows are known by the uid of their table in the hidden column and by the name of the field, in any shipped language."""

    def __init__(self, sheet: RawSheet, written: Sheet) -> None:
        self.sheet = sheet
        self._written = {
            (row, uid, name): cells[VALUE - 1]
            for row, cells in enumerate(written.rows, 1)
            for uid, name in [_field_of(cells)]
            if name
        }
        self._read = {(row, VALUE) for row, _, _ in self._written}
        self._read |= {
            (row, column)
            for row, cells in enumerate(written.rows, 1)
            if cells and cells[0] is not None and "#" in str(cells[0].value)
            for column, cell in enumerate(cells, 1)
            if cell is not None and not cell.formula and (column > LABEL or str(cells[0].value).endswith("#"))
        }

    def is_read(self, row: int, column: int) -> bool:
        """Whether a cell of what was written is read: a number of a table, the head of its columns, or a particular."""
        return (row, column) in self._read

    def cells(self, remarks: list[Remark]) -> Iterator[Particular]:
        """What stands in the cells now. A particular whose row is gone changes nothing, and is remarked."""
        places: dict[tuple[str, str], int] = {}
        for number, cells in sorted(self.sheet.rows.items()):
            uid, label = text_in(cells.get(1)), folded(text_in(cells.get(LABEL)))
            if uid and label:
                places.setdefault((uid, label), number)
        under = under_merges(self.sheet)
        for (_, uid, name), before in self._written.items():
            names = dict.fromkeys((*_labels(name),))
            number = next((places[uid, label] for label in names if (uid, label) in places), 0)
            heading = language(SHIPPED[0]).field(KIND, name)
            if not number:
                remarks.append(Remark("field_missing", Place(self.sheet.title, 0, 0, heading), {}, KIND, uid))
            elif before is not None and VALUE not in under.get(number, ()):
                row = self.sheet.rows[number]
                place = Place(self.sheet.title, number, VALUE, text_in(row.get(LABEL)))
                yield Particular(uid, name, before, row.get(VALUE), place)


def _field_of(cells: list[Cell | None]) -> tuple[str, str]:
    """The uid and the field of a row of a particular; blanks for any other row."""
    if len(cells) != VALUE or any(cell is None or cell.formula for cell in cells):
        return "", ""
    uid, label = (str(cell.value or "") if cell is not None else "" for cell in cells[:LABEL])
    wanted = folded(label)
    return uid, next((name for name in KINDS[KIND].fields if name != "table" and wanted in _labels(name)), "")


def _labels(name: str) -> list[str]:
    """What stands beside a field, in every language and in two at once."""
    pairs = [(code,) for code in SHIPPED] + [(one, two) for one in SHIPPED for two in SHIPPED if one != two]
    return [folded(spoken(codes).field(KIND, name)) for codes in pairs]
