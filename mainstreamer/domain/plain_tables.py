"""Tables that came from anywhere, as they stand in a workbook or a text file: cells with what the spreadsheet knew of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

TEXT, NUMBER, DATE, YES_NO = "text", "number", "date", "yes_no"
ERROR, FORMULA = "error", "formula"
FAULTS = frozenset((ERROR, FORMULA))
"""A cell that shows an error of the spreadsheet; a formula whose result was not saved with it."""


class PlainCell(NamedTuple):
    """A cell: `text` is what stands there, a number with a decimal point and no other marks, a day as ISO."""

    kind: str
    text: str


NOTHING = PlainCell("", "")


class Area(NamedTuple):
    """Merged cells: first row, first column, last row, last column, from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class PlainSheet:
    """Cells by row and column, both from 1. `cut` says that there was more than is read: `rows` or `columns`."""

    title: str
    rows: Mapping[int, Mapping[int, PlainCell]]
    areas: tuple[Area, ...] = ()
    cut: str = ""

    @cached_property
    def height(self) -> int:
        """The last row with content."""
        return max(self.rows, default=0)

    @cached_property
    def width(self) -> int:
        """The last column with content."""
        return max((max(cells) for cells in self.rows.values() if cells), default=0)

    def cell(self, row: int, column: int) -> PlainCell:
        return self.rows.get(row, {}).get(column, NOTHING)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, in one line."""
        return " ".join(self.cell(row, column).text.split())

    @cached_property
    def merged(self) -> Mapping[tuple[int, int], Area]:
        """The merged area of each of its cells, by row and column."""
        found: dict[tuple[int, int], Area] = {}
        for area in self.areas:
            for row in range(area.top, min(area.bottom, self.height) + 1):
                for column in range(area.left, min(area.right, self.width) + 1):
                    found.setdefault((row, column), area)
        return found


@dataclass(frozen=True)
class PlainBook:
    """The sheets of a file. `is_ours` when it was exported by this program: then another way in keeps more of it."""

    file: str
    sheets: tuple[PlainSheet, ...]
    is_ours: bool = False
