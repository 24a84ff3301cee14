"""Where partners, their corridors and their agreements stand, row by row. Laid out for reading from left to right."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect

from mainstreamer.domain.cooperation import Partner
from mainstreamer.ui.pictures.marks import Mark


@dataclass(frozen=True)
class Sizes:
    """Pixels: a corridor's line, an agreement, what an agreement needs in width, the least for name and bars, the heading, the
    words for a direction."""

    line: int
    chip: int
    chip_width: int
    name: int
    ways: int
    head: int
    gap: int
    direction: int


@dataclass
class PartnerRow:
    """A partner with the marks of its corridors and agreements; an agreement of several partners has a mark with each."""

    partner: Partner
    ways: list[Mark]
    agreements: list[Mark]
    top: int = 0
    height: int = 0

    def marks(self) -> list[Mark]:
        return self.ways + self.agreements


@dataclass
class PartnerLayout:
    """Name, corridors, agreements side by side; agreements below the corridors where the room is narrow."""

    sizes: Sizes
    rows: list[PartnerRow]
    name: QRect = field(default_factory=QRect)
    ways: QRect = field(default_factory=QRect)
    chips: QRect = field(default_factory=QRect)
    narrow: bool = False
    columns: int = 1
    _where: dict[Mark, tuple[PartnerRow, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.rows:
            self._where |= {mark: (row, place) for place, mark in enumerate(row.marks())}

    def lay_out(self, width: int) -> int:
        """Give every row its place in so many pixels; the whole height. The columns' places count in width alone."""
        sizes = self.sizes
        self.narrow = width < sizes.name + sizes.ways + sizes.chip_width + 3 * sizes.gap
        if self.narrow:
            name = min(sizes.name, width // 3)
            rest = width - name - 2 * sizes.gap
            self.ways = QRect(name + sizes.gap, 0, rest, 0)
            self.chips = QRect(name + sizes.gap, 0, rest, 0)
        else:
            spare = width - sizes.name - sizes.ways - 3 * sizes.gap
            name = sizes.name
            ways = sizes.ways + max(0, spare - 2 * sizes.chip_width) // 2
            self.ways = QRect(name + sizes.gap, 0, ways, 0)
            self.chips = QRect(name + ways + 2 * sizes.gap, 0, width - name - ways - 3 * sizes.gap, 0)
        self.name = QRect(sizes.gap, 0, name - sizes.gap, 0)
        self.columns = max(1, self.chips.width() // sizes.chip_width)
        top = sizes.head
        for row in self.rows:
            ways_high = self._ways_high(row)
            chips_high = math.ceil(len(row.agreements) / self.columns) * (sizes.chip + sizes.gap // 2)
            # The name has a second line below it where nothing is in force.
            inner = ways_high + chips_high if self.narrow else max(ways_high, chips_high)
            row.top, row.height = top, max(inner, 2 * sizes.line) + 2 * sizes.gap
            top += row.height
        return top

    def _ways_high(self, row: PartnerRow) -> int:
        """Height of the corridors of a row, with some air before agreements that stand below them."""
        return len(row.ways) * self.sizes.line + (self.sizes.gap // 2 if self.narrow and row.ways else 0)

    def way(self, row: PartnerRow, place: int) -> QRect:
        """The line of a corridor."""
        top = row.top + self.sizes.gap + place * self.sizes.line
        return QRect(self.ways.left(), top, self.ways.width(), self.sizes.line)

    def chip(self, row: PartnerRow, place: int) -> QRect:
        """The place of an agreement by its number in the row."""
        width = self.chips.width() // self.columns
        top = row.top + self.sizes.gap + (self._ways_high(row) if self.narrow else 0)
        top += place // self.columns * (self.sizes.chip + self.sizes.gap // 2)
        left = self.chips.left() + place % self.columns * width
        return QRect(left, top, width - self.sizes.gap, self.sizes.chip)

    def place_of(self, mark: Mark) -> QRect:
        found = self._where.get(mark)
        if found is None:
            return QRect()
        row, place = found
        return self.way(row, place) if place < len(row.ways) else self.chip(row, place - len(row.ways))

    def row_of(self, mark: Mark) -> PartnerRow | None:
        found = self._where.get(mark)
        return found[0] if found is not None else None

    def rows_within(self, top: int, bottom: int) -> list[PartnerRow]:
        """The rows that reach into a stripe, found without looking at all."""
        low, high = 0, len(self.rows)
        while low < high:
            middle = (low + high) // 2
            if self.rows[middle].top + self.rows[middle].height <= top:
                low = middle + 1
            else:
                high = middle
        end = low
        while end < len(self.rows) and self.rows[end].top < bottom:
            end += 1
        return self.rows[low:end]

    def ways_within(self, row: PartnerRow, top: int, bottom: int) -> range:
        """The numbers of the corridors of a row that reach into a stripe."""
        above = row.top + self.sizes.gap
        first, end = (top - above) // self.sizes.line, -((above - bottom) // self.sizes.line)
        return range(max(0, first), max(0, min(len(row.ways), end)))

    def chips_within(self, row: PartnerRow, top: int, bottom: int) -> range:
        """The numbers of the agreements of a row that reach into a stripe."""
        above, step = self.chip(row, 0).top(), self.sizes.chip + self.sizes.gap // 2
        first, end = (top - above) // step * self.columns, -((above - bottom) // step) * self.columns
        return range(max(0, first), max(0, min(len(row.agreements), end)))

    def mark_at(self, place: QPoint) -> Mark | None:
        y = place.y()
        for row in self.rows_within(y, y + 1):
            for number in self.ways_within(row, y, y + 1):
                if self.way(row, number).contains(place):
                    return row.ways[number]
            for number in self.chips_within(row, y, y + 1):
                if self.chip(row, number).contains(place):
                    return row.agreements[number]
        return None

    def below(self, mark: Mark, by: int) -> Mark | None:
        """The mark further down or up in its column; past the edge of a row, the nearest one in the next row with marks."""
        found = self._where.get(mark)
        if found is None:
            return None
        row, place = found
        ways = len(row.ways)
        if place < ways:
            if 0 <= place + by < ways:
                return row.ways[place + by]
        elif 0 <= place - ways + by * self.columns < len(row.agreements):
            return row.agreements[place - ways + by * self.columns]
        elif self.narrow and by < 0 and row.ways:
            return row.ways[-1]
        if self.narrow and by > 0 and place < ways and row.agreements:
            return row.agreements[0]
        number = self.rows.index(row) + by
        while 0 <= number < len(self.rows) and not self.rows[number].marks():
            number += by
        if not 0 <= number < len(self.rows):
            return None
        marks, centre = self._edge(self.rows[number], by), self.place_of(mark).center()
        return min(marks, key=lambda other: _distance(self.place_of(other), centre, by))

    def _edge(self, row: PartnerRow, by: int) -> list[Mark]:
        """The marks of a row that one meets first, coming from above or from below."""
        if by > 0:
            return row.ways[:1] + row.agreements[: self.columns] if not self.narrow or not row.ways else row.ways[:1]
        last = (len(row.agreements) - 1) // self.columns * self.columns
        lowest = row.agreements[last:] if row.agreements else []
        return lowest if self.narrow and lowest else row.ways[-1:] + lowest


def _distance(place: QRect, centre: QPoint, by: int) -> tuple[int, int]:
    """How far a place is to the side, then how far up or down; a place that lies across counts as straight."""
    aside = 0 if place.left() <= centre.x() <= place.right() else abs(place.center().x() - centre.x())
    return aside, (place.center().y() - centre.y()) * by
