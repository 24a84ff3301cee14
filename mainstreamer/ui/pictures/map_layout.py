"""Where the cells of a map of two scales lie, and the marks within them. Laid out for reading from left to right."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
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


LEAST_LINES, MOST_LINES = 2, 3
"""Lines of a cell for which the map grows higher than its room, by how many its fullest cell needs: the larger number where
not even the smaller one fits."""

MOST_WANTED = 4
"""Lines that one name gets at most."""


@dataclass(frozen=True)
class MapLayout:
    """The map in a room of this size, with a tray behind it where something waits in it. Columns and rows that hold names are
    larger than empty ones. `lefts` and `tops` are the edges of columns and rows, from the start and from above."""

    room: QRect
    lefts: tuple[int, ...]
    tops: tuple[int, ...]
    sizes: Sizes
    tray: QRect

    @classmethod
    def of(
        cls,
        width: int,
        height: int,
        sizes: Sizes,
        has_tray: bool,
        counts: Mapping[Cell, int],
        lines_of: Callable[[Cell, int], int],
    ) -> MapLayout:
        """The map at its largest in this room; higher than the room where too few names would fit into its cells.

        `counts` are the marks in each cell; `lines_of` says how many lines those of a cell would fill in so many pixels.
        """
        edge = 2 * sizes.numbers
        aside = sizes.tray + sizes.gap if has_tray else 0
        across = max(STEPS * sizes.name // 2, width - edge - aside - sizes.gap)
        down = height - edge - 2 * sizes.title - sizes.gap
        filled = {cell: count for cell, count in counts.items() if cell != TRAY and count}
        columns = _shares(across, [2 if any(cell.along == step for cell in filled) else 1 for step in _SCALE])
        wanted = [0] * STEPS
        for cell in filled:
            lines = lines_of(cell, columns[cell.along - 1] - sizes.gap)
            wanted[STEPS - cell.up] = max(wanted[STEPS - cell.up], lines)
        fullest = [max((filled[cell] for cell in filled if STEPS - cell.up == row), default=0) for row in range(STEPS)]
        rows = _rows(down, sizes, fullest, wanted)
        room = QRect(edge, sizes.title + sizes.gap // 2, sum(columns), sum(rows))
        lefts = tuple(itertools.accumulate(columns, initial=room.left()))
        tops = tuple(itertools.accumulate(rows, initial=room.top()))
        tray = QRect(room.right() + 1 + sizes.gap, room.top(), sizes.tray, room.height()) if has_tray else QRect()
        return cls(room, lefts, tops, sizes, tray)

    @property
    def height(self) -> int:
        """The whole height with titles and numbers."""
        return self.room.bottom() + 1 + self.sizes.title + 2 * self.sizes.numbers

    @property
    def foot(self) -> int:
        """Height of the numbers and the name of the lower scale."""
        return 2 * self.sizes.numbers

    def cell(self, cell: Cell) -> QRect:
        """The place of a cell, or of the tray."""
        if cell == TRAY:
            return self.tray
        column, row = cell.along - 1, STEPS - cell.up
        left, top = self.lefts[column], self.tops[row]
        return QRect(left, top, self.lefts[column + 1] - left, self.tops[row + 1] - top)

    def cell_at(self, place: QPoint) -> Cell | None:
        """The cell at a place, or the tray; None outside of both."""
        if self.tray.contains(place):
            return TRAY
        if not self.room.contains(place):
            return None
        return Cell(bisect_right(self.lefts, place.x()), STEPS + 1 - bisect_right(self.tops, place.y()))

    def within(self, cell: Cell) -> QRect:
        """The part of a cell in which its marks stand; in the tray below its heading."""
        place, gap = self.cell(cell), self.sizes.gap // 2
        head = self.sizes.title + gap if cell == TRAY else 0
        return place.adjusted(gap, gap + head, -gap, -gap)

    def slots(self, cell: Cell, count: int, wanted: Callable[[int, int, int], int] | None = None) -> list[QRect]:
        """Places for so many marks, down and then in further columns; fewer places where not all find room. `wanted` says how
        many lines a mark would fill in so many pixels and lines at most; it gets them where all marks have at least one."""
        room = self.within(cell)
        lines = max(1, room.height() // self.sizes.line)
        columns = max(1, min(room.width() // self.sizes.name, math.ceil(count / lines)))
        width = room.width() // columns
        if columns == 1 and count <= lines and wanted is not None:
            given = shared_lines([wanted(place, width - 2, MOST_WANTED) for place in range(count)], lines)
            high = [wanted(place, width - 2, most) for place, most in enumerate(given)]
        else:
            # Columns of one length look calmer than a full one and one with a single name.
            lines = min(lines, math.ceil(count / columns))
            high = [1] * lines
        tops = list(itertools.accumulate(high, initial=0))
        line = self.sizes.line
        return [
            QRect(room.left() + column * width, room.top() + top * line, width - 2, number * line)
            for column in range(columns)
            for top, number in zip(tops, high, strict=False)
        ][:count]


_SCALE = range(1, STEPS + 1)


def shared_lines(wanted: Sequence[int], lines: int) -> list[int]:
    """So many lines shared out: one for each, and more in turn to those who want more."""
    found = [1] * len(wanted)
    left = lines - len(wanted)
    while left > 0 and (short := [place for place, want in enumerate(wanted) if want > found[place]]):
        for place in short[:left]:
            found[place] += 1
        left -= len(short)
    return found


def _shares(whole: int, weights: Sequence[int]) -> list[int]:
    """A length in parts by weight, to the pixel."""
    edges = [whole * part // sum(weights) for part in itertools.accumulate(weights, initial=0)]
    return [after - before for before, after in itertools.pairwise(edges)]


def _rows(room: int, sizes: Sizes, fullest: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Heights of the rows: as many lines as their marks need at least, then in turn what they want, then of the rest alike."""
    for most in (MOST_LINES, LEAST_LINES, MOST_LINES):
        lines = [max(1, min(number, most)) for number in fullest]
        heights = [number * sizes.line + sizes.gap for number in lines]
        if sum(heights) <= room:
            break
    left = room - sum(heights)
    while left >= sizes.line and (short := [row for row in range(STEPS) if wanted[row] > lines[row]]):
        for row in short:
            if left >= sizes.line:
                lines[row] += 1
                heights[row] += sizes.line
                left -= sizes.line
    rest = _shares(max(0, left), [1] * STEPS)
    return [height + more for height, more in zip(heights, rest, strict=True)]


def window(count: int, places: int, wanted: int) -> tuple[int, int]:
    """Which of `count` marks are shown in so many places, as first and end; the last place tells how many are not shown.

    The mark `wanted` (-1 for none) is always among them.
    """
    if count <= places:
        return 0, count
    shown = max(1, places - 1)
    first = max(0, min(wanted - shown + 1, count - shown))
    return first, first + shown
