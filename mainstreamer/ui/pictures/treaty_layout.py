"""Where the groups, rows and cells of the status table of treaties are, in pixels of the whole picture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from mainstreamer.domain.treaties import Tally
from mainstreamer.ui.pictures.marks import Mark

STATUSES = ("none", "signed", "ratified")
NAME, RESERVATION, LAW, REPORT = "name", "reservation", "law", "report"
WIDTHS = {"none": 92, "signed": 76, "ratified": 152, LAW: 108, REPORT: 178, RESERVATION: 136}
"""Columns after the name, in pixels at 100 %."""
ORDER = ("none", "signed", "ratified", RESERVATION, LAW, REPORT)
LEAST_NAME = 260
GIVE_WAY = (RESERVATION, LAW, REPORT)
"""Columns left out where there is no room, in this order; words of a row still tell them."""


class TreatyRow(NamedTuple):
    """A treaty: its code in the list (or `other`), and its mark."""

    code: str
    mark: Mark


class TreatyGroup(NamedTuple):
    """Treaties of one field, and how they stand."""

    code: str
    rows: tuple[TreatyRow, ...]
    tally: Tally


class Line(NamedTuple):
    """A line of the picture: the heading of a group (no row), or a treaty."""

    top: int
    group: TreatyGroup
    row: TreatyRow | None


class TreatyLayout:
    """One line below the other; `head` stays at the top."""

    def __init__(self, groups: Sequence[TreatyGroup]) -> None:
        self.groups = tuple(groups)
        self.rows = [row for group in groups for row in group.rows]
        self.lines: list[Line] = []
        self.left_out: tuple[str, ...] = ()
        """Columns that have no room."""
        self.columns: dict[str, QRect] = {}
        """Left edge and width of each column shown."""
        self.head = self.line = 0
        self._tops: list[int] = []
        self._of: dict[Mark, Line] = {}

    def lay_out(self, width: int, sizes: dict[str, int], head: int, line: int, edge: int) -> int:
        """Lay out for a width; the height of the whole. `sizes` are `WIDTHS` and the least width of the name, in pixels now."""
        self.head, self.line = head, line
        shown = list(ORDER)
        for name in GIVE_WAY:
            if width - edge - sum(sizes[one] for one in shown) < sizes[NAME]:
                shown.remove(name)
        self.left_out = tuple(name for name in ORDER if name not in shown)
        left = width - sum(sizes[one] for one in shown)
        self.columns = {NAME: QRect(edge, 0, max(0, left - edge), line)}
        for one in shown:
            self.columns[one] = QRect(left, 0, sizes[one], line)
            left += sizes[one]
        self.lines = []
        top = head
        for group in self.groups:
            self.lines.append(Line(top, group, None))
            top += line
            for row in group.rows:
                self.lines.append(Line(top, group, row))
                top += line
        self._tops = [one.top for one in self.lines]
        self._of = {one.row.mark: one for one in self.lines if one.row is not None}
        return top + edge

    def within(self, top: int, bottom: int) -> Iterable[Line]:
        """Lines that are at least partly between two heights."""
        return (one for one in self.lines if one.top + self.line > top and one.top < bottom)

    def cell(self, line: Line, column: str) -> QRect:
        """The place of a column on a line; empty for one left out."""
        return self.columns[column].translated(0, line.top) if column in self.columns else QRect()

    def sign(self, line: Line, status: str, size: int) -> QRect:
        """The circle of a status: in the middle of its column, at the start of the last one, which has words beside it."""
        box = self.cell(line, status)
        room = self.columns[STATUSES[0]].width()
        return QRect(box.left() + (room - size) // 2, box.top() + (box.height() - size) // 2, size, size)

    def line_of(self, mark: Mark) -> Line | None:
        return self._of.get(mark)

    def place_of(self, mark: Mark, width: int) -> QRect:
        line = self._of.get(mark)
        return QRect() if line is None else QRect(0, line.top, width, self.line)

    def at(self, place: QPoint) -> tuple[Line, str] | None:
        """The line and the column at a place; None beyond the last line."""
        found = bisect_right(self._tops, place.y()) - 1
        if found < 0 or place.y() >= self._tops[found] + self.line:
            return None
        column = next((name for name, box in self.columns.items() if box.left() <= place.x() <= box.right()), "")
        return self.lines[found], column
