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


LEAST_LINES, MOST_LINES = 3, 5
"""Lines of a row of cells for which the map grows higher than its room, where its fullest cell needs them: the larger number
where not even the smaller one fits."""

MOST_WEIGHED = 9
"""Names of a cell that make its column wider; more do not."""

FEW = 10
"""Names with which columns without any stay wide: a person places one after the other, and aims at what does not move."""

MOST_WANTED = 4
"""Lines that one name gets at most."""


@dataclass(frozen=True)
class MapLayout:
    """The map in a room of this size, with a tray behind it where something waits in it. Columns and rows without names give
    way, those with many names get more. `lefts` and `tops` are the edges of columns and rows, from the start and from above."""

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
        split: int = 0,
        titles: tuple[int, int] = (0, 0),
    ) -> MapLayout:
        """The map at its largest in this room; higher than the room where too few names would fit into its cells.

        `counts` are the marks in each cell; `lines_of` says how many lines those of a cell would fill in so many pixels.
        `split` columns lie in the first fields of the map; `titles` is the width that the titles of fields need on both sides.
        """
        edge = 2 * sizes.numbers
        aside = sizes.tray + sizes.gap if has_tray else 0
        across = max(STEPS * sizes.name // 2, width - edge - aside - sizes.gap)
        down = height - edge - 2 * sizes.title - sizes.gap
        filled = {cell: count for cell, count in counts.items() if cell != TRAY and count}
        columns = _columns(across, sizes, filled)
        for side, need in ((slice(0, split), titles[0]), (slice(split, STEPS), titles[1])):
            columns = _widened(columns, side, need)
        needed, wanted = [0] * STEPS, [0] * STEPS
        for cell, count in filled.items():
            row, width = STEPS - cell.up, columns[cell.along - 1] - sizes.gap
            beside = max(1, width // sizes.name)
            needed[row] = max(needed[row], math.ceil(count / beside))
            wanted[row] = max(wanted[row], lines_of(cell, width))
        rows = _rows(down, sizes, needed, wanted)
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
        """Height of the lower titles, and of the numbers and the name of the lower scale."""
        return self.sizes.title + 2 * self.sizes.numbers

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
        # Columns of one length look calmer than a full one and one with a single name.
        each, line, found = min(lines, math.ceil(count / columns)), self.sizes.line, list[QRect]()
        for column in range(columns):
            places = range(column * each, min(count, (column + 1) * each))
            high = [1] * len(places)
            if wanted is not None and count <= columns * each:
                given = shared_lines([wanted(place, width - 2, MOST_WANTED) for place in places], lines)
                high = [wanted(place, width - 2, most) for place, most in zip(places, given, strict=True)]
            tops = itertools.accumulate(high, initial=0)
            left = room.left() + column * width
            found += [
                QRect(left, room.top() + top * line, width - 2, number * line)
                for top, number in zip(tops, high, strict=False)
            ]
        return found


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


def _columns(room: int, sizes: Sizes, filled: Mapping[Cell, int]) -> list[int]:
    """Widths of the columns: those without names keep what a name can be dragged to, the others share the rest by how full
    their fullest cell is."""
    fullest = [max((count for cell, count in filled.items() if cell.along == step), default=0) for step in _SCALE]
    if not any(fullest):
        return _shares(room, [1] * STEPS)
    few = sum(filled.values()) <= FEW
    narrow = max(2 * sizes.line, room // (8 if few else 20))
    rest = room - narrow * fullest.count(0)
    shares = iter(_shares(rest, [20 + 3 * min(number, MOST_WEIGHED) for number in fullest if number]))
    return [next(shares) if number else narrow for number in fullest]


def _widened(columns: list[int], side: slice, need: int) -> list[int]:
    """Columns of which those of one side are together as wide as their titles need, if the others can spare it."""
    has = sum(columns[side])
    if not has or need <= has:
        return columns
    taken = min(need, sum(columns) * 3 // 4)
    found = _shares(
        sum(columns) - taken, [0 if place in range(STEPS)[side] else width for place, width in enumerate(columns)]
    )
    found[side] = _shares(taken, columns[side])
    return found


def _rows(room: int, sizes: Sizes, needed: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Heights of the rows: the lines in which all their marks find room, within bounds; then, to whom lacks most, what they
    want; then of the rest alike. Rows without names are a line high."""
    for most in (MOST_LINES, LEAST_LINES, MOST_LINES):
        lines = [max(1, min(number, most)) for number in needed]
        heights = [
            number * sizes.line + (sizes.gap if filled else 0) for number, filled in zip(lines, needed, strict=True)
        ]
        if sum(heights) <= room:
            break
    left = room - sum(heights)
    wanted = [max(pair) for pair in zip(wanted, needed, strict=True)]
    while left >= sizes.line and (short := [row for row in range(STEPS) if wanted[row] > lines[row]]):
        row = max(short, key=lambda row: (needed[row] - lines[row], wanted[row] - lines[row]))
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
