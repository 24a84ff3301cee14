"""A page of panels: cells are put anywhere on a grid of equal columns, across as many of them as they need."""

from __future__ import annotations

from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import Cell, Sheet
from mainstreamer.exchange.styles import Look


class Page:
    """Collects cells by row and column (from 1, the grid begins in column `left` of the sheet), then fills a sheet."""

    def __init__(self, left: int) -> None:
        self._left = left
        self._cells: dict[tuple[int, int], Cell] = {}
        self._merged: list[str] = []

    def at(self, row: int, column: int) -> str:
        """The name of a cell of the grid."""
        return f"{column_letter(self._left + column - 1)}{row}"

    def area(self, column: int, first: int, last: int) -> str:
        return f"{self.at(first, column)}:{self.at(last, column)}"

    def put(self, row: int, column: int, across: int, cell: Cell) -> None:
        """A cell over so many columns: all of them get its look, and they are merged."""
        for place in range(across):
            self._cells[row, column + place] = cell if place == 0 else Cell(None, cell.look)
        if across > 1:
            self._merged.append(f"{self.at(row, column)}:{self.at(row, column + across - 1)}")

    def fill(self, row: int, column: int, across: int, look: Look) -> None:
        """Empty cells in a look."""
        for place in range(across):
            self._cells.setdefault((row, column + place), Cell(None, look))

    def settle(self, sheet: Sheet, last: int) -> None:
        """Add the rows up to `last` to a sheet that has its first row."""
        for row in range(len(sheet.rows) + 1, last + 1):
            columns = [column for line, column in self._cells if line == row]
            cells: list[Cell | None] = [None] * (max(columns, default=0) + self._left - 1)
            for column in columns:
                cells[column + self._left - 2] = self._cells[row, column]
            sheet.add(cells)
        sheet.merged += self._merged
