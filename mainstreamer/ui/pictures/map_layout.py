"""Where the cells of a map of two scales lie, and the marks within them. Laid out for reading from left to right."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

STEPS = 5
"""Both scales go from 1 to 5."""


class Cell(NamedTuple):
    """A judgement on both scales; `TRAY` for what was not judged on both."""

    along: int
    up: int


TRAY = Cell(0, 0)


@dataclass(frozen=True)
class Sizes:
    """Pixels: a line of text, the numbers of a scale, the title of a field of the map, the tray, what a name needs."""

    line: int
    numbers: int
    title: int
    tray: int
    name: int
    gap: int


@dataclass(frozen=True)
class MapLayout:
    """The map in a room of this size, with a tray behind it where something waits in it."""

    room: QRect
    cell_width: int
    cell_height: int
    sizes: Sizes
    tray: QRect

    @classmethod
    def of(cls, width: int, height: int, sizes: Sizes, has_tray: bool, lines: int = 2) -> MapLayout:
        """The map at its largest in this room; higher than the room where so many lines would not fit into a cell."""
        edge = 2 * sizes.numbers
        aside = sizes.tray + sizes.gap if has_tray else 0
        across = max(STEPS * sizes.name // 2, width - edge - aside - sizes.gap) // STEPS
        down = max(lines * sizes.line + 2 * sizes.gap, (height - edge - 2 * sizes.title - sizes.gap) // STEPS)
        room = QRect(edge, sizes.title + sizes.gap // 2, across * STEPS, down * STEPS)
        tray = QRect(room.right() + 1 + sizes.gap, room.top(), sizes.tray, room.height()) if has_tray else QRect()
        return cls(room, across, down, sizes, tray)

    @property
    def height(self) -> int:
        """The whole height with titles and numbers."""
        return self.room.bottom() + 1 + self.sizes.title + 2 * self.sizes.numbers

    def cell(self, cell: Cell) -> QRect:
        """The place of a cell, or of the tray."""
        if cell == TRAY:
            return self.tray
        left = self.room.left() + (cell.along - 1) * self.cell_width
        return QRect(left, self.room.top() + (STEPS - cell.up) * self.cell_height, self.cell_width, self.cell_height)

    def cell_at(self, place: QPoint) -> Cell | None:
        """The cell at a place, or the tray; None outside of both."""
        if self.tray.contains(place):
            return TRAY
        if not self.room.contains(place):
            return None
        along = (place.x() - self.room.left()) // self.cell_width
        return Cell(along + 1, STEPS - (place.y() - self.room.top()) // self.cell_height)

    def within(self, cell: Cell) -> QRect:
        """The part of a cell in which its marks stand; in the tray below its heading."""
        place, gap = self.cell(cell), self.sizes.gap // 2
        head = self.sizes.title + gap if cell == TRAY else 0
        return place.adjusted(gap, gap + head, -gap, -gap)

    def slots(self, cell: Cell, count: int) -> list[QRect]:
        """Places of lines for so many marks, down and then in further columns; fewer places where not all find room."""
        room = self.within(cell)
        lines = max(1, room.height() // self.sizes.line)
        columns = max(1, min(room.width() // self.sizes.name, math.ceil(count / lines)))
        width = room.width() // columns
        # Columns of one length look calmer than a full one and one with a single name.
        lines = min(lines, math.ceil(count / columns))
        # A name may take two lines where all of them can.
        high = self.sizes.line * (2 if columns == 1 and 2 * count * self.sizes.line <= room.height() else 1)
        return [
            QRect(room.left() + column * width, room.top() + line * high, width - 2, high)
            for column in range(columns)
            for line in range(lines)
        ][:count]


def window(count: int, places: int, wanted: int) -> tuple[int, int]:
    """Which of `count` marks are shown in so many places, as first and end; the last place tells how many are not shown.

    The mark `wanted` (-1 for none) is always among them.
    """
    if count <= places:
        return 0, count
    shown = max(1, places - 1)
    first = max(0, min(wanted - shown + 1, count - shown))
    return first, first + shown
