"""A pack in memory, to be edited as people edit one: the same values that the reader finds below the zip layer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mainstreamer.domain.packs import ITEMS, SETTINGS, Pack
from mainstreamer.domain.plan import Plan
from mainstreamer.exchange.book_in import read_book
from mainstreamer.exchange.pack_in import codes_for, pack_of
from mainstreamer.exchange.pack_out import write_pack
from mainstreamer.exchange.sheet_in import RawCell, RawSheet
from mainstreamer.language import language
from mainstreamer.operations.pack_difference import PackDifference
from mainstreamer.operations.packs import compare

TODAY = date(2026, 11, 25)
SHEETS = (ITEMS, "suggested_actions", SETTINGS)


class EditedPack:
    """The sheets of a pack, with cells by heading."""

    def __init__(self, sheets: dict[str, RawSheet]) -> None:
        self.sheets = sheets

    @classmethod
    def of(cls, path: Path) -> EditedPack:
        return cls(read_book(path, lambda title: title in SHEETS))

    @classmethod
    def written(cls, plan: Plan | None, folder: Path) -> EditedPack:
        path, _ = write_pack(folder / "pack.xlsx", plan, language("en"), TODAY)
        return cls.of(path)

    def copy(self) -> EditedPack:
        return EditedPack(
            {
                name: RawSheet(
                    sheet.title, {row: dict(cells) for row, cells in sheet.rows.items()}, list(sheet.merged), sheet.cut
                )
                for name, sheet in self.sheets.items()
            }
        )

    def column(self, heading: str, sheet: str = ITEMS) -> int:
        """The column under a heading; a new one at the end where there is none."""
        head = self.sheets[sheet].rows[1]
        for column, cell in head.items():
            if cell.value == heading:
                return column
        head[max(head) + 1] = RawCell("text", heading)
        return max(head)

    def row(self, code: str, sheet: str = ITEMS, key: str = "") -> int:
        """The row of an item, or of one of its suggested actions."""
        rows = self.sheets[sheet].rows
        return next(
            number
            for number, cells in rows.items()
            if number > 1
            and 1 in cells
            and cells[1].value == code
            and (not key or (2 in cells and cells[2].value == key))
        )

    def next_row(self, sheet: str = ITEMS) -> int:
        return max(self.sheets[sheet].rows) + 1

    def set(self, row: int, heading: str, value: object, sheet: str = ITEMS, kind: str = "") -> None:
        """Type a value into a cell; None clears it."""
        cells = self.sheets[sheet].rows.setdefault(row, {})
        column = self.column(heading, sheet)
        if value is None:
            cells.pop(column, None)
            return
        usual = "text" if isinstance(value, str) else "bool" if isinstance(value, bool) else "number"
        cells[column] = RawCell(kind or usual, value)

    def get(self, row: int, heading: str, sheet: str = ITEMS) -> object:
        cell = self.sheets[sheet].rows[row].get(self.column(heading, sheet))
        return None if cell is None else cell.value

    def add(self, sheet: str = ITEMS, **values: object) -> int:
        """A new row; `question__ro` stands for the heading `question::ro`."""
        row = self.next_row(sheet)
        for name, value in values.items():
            self.set(row, name.replace("__", "::"), value, sheet)
        return row

    def drop_column(self, heading: str, sheet: str = ITEMS) -> None:
        column = self.column(heading, sheet)
        for cells in self.sheets[sheet].rows.values():
            cells.pop(column, None)

    def setting(self, name: str, value: object, kind: str = "") -> None:
        rows = self.sheets[SETTINGS].rows
        row = next(number for number, cells in rows.items() if cells[1].value == name)
        self.set(row, "value", value, SETTINGS, kind)

    def pack(self, plan: Plan) -> Pack:
        return pack_of(self.sheets, codes_for(plan))

    def compared(self, plan: Plan) -> PackDifference:
        return compare(plan, self.pack(plan))
