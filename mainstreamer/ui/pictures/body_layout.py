"""Where bodies and their seats stand in the chart of coordination bodies. Laid out for reading from left to right."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect

from mainstreamer.ui.pictures.marks import Mark


@dataclass(frozen=True)
class Sizes:
    """Pixels: a line of text, the head of a body, a seat (at least so wide), how far a body stands in under another."""

    line: int
    head: int
    seat: int
    seat_width: int
    inset: int
    gap: int


@dataclass
class Row:
    """Seats of one group under its title."""

    title: str
    marks: list[Mark]
    top: int = 0
    columns: int = 1


@dataclass
class Block:
    """A body (None for seats that name none) with its rows of seats; `depth` counts the bodies above it."""

    body: Mark | None
    depth: int
    above: int
    """The index of the block that it reports to; -1 for none."""
    rows: list[Row]
    place: QRect = field(default_factory=QRect)

    def marks(self) -> list[Mark]:
        own = [self.body] if self.body is not None else []
        return own + [mark for row in self.rows for mark in row.marks]


@dataclass
class BodyLayout:
    """All blocks, one below the other; a body that reports to another stands below it, further in."""

    sizes: Sizes
    blocks: list[Block]
    _where: dict[Mark, tuple[Block, Row | None, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for block in self.blocks:
            if block.body is not None:
                self._where[block.body] = (block, None, 0)
            for row in block.rows:
                self._where |= {mark: (block, row, place) for place, mark in enumerate(row.marks)}

    def lay_out(self, width: int) -> int:
        """Give every block its place in so many pixels; the whole height."""
        sizes, edge = self.sizes, self.sizes.gap // 2
        top, width = edge, width - edge
        for block in self.blocks:
            inset = edge + min(block.depth * sizes.inset, max(0, width - 2 * sizes.seat_width))
            inner = max(1, width - inset - 2 * sizes.gap)
            below = top + (sizes.head if block.body is not None else sizes.line + sizes.gap)
            for row in block.rows:
                row.top, row.columns = below, max(1, inner // sizes.seat_width)
                below += sizes.line + math.ceil(len(row.marks) / row.columns) * (sizes.seat + sizes.gap)
            block.place = QRect(inset, top, width - inset, below - top + sizes.gap // 2)
            top = block.place.bottom() + 1 + sizes.gap
        return top - sizes.gap + edge

    def head_of(self, block: Block) -> QRect:
        """The upper part of a block, with the name of the body."""
        return QRect(block.place.left(), block.place.top(), block.place.width(), self.sizes.head)

    def seat(self, block: Block, row: Row, place: int) -> QRect:
        """The place of a seat by its number in its row."""
        sizes = self.sizes
        width = (block.place.width() - 2 * sizes.gap) // row.columns
        left = block.place.left() + sizes.gap + place % row.columns * width
        top = row.top + sizes.line + place // row.columns * (sizes.seat + sizes.gap)
        return QRect(left, top, width - sizes.gap, sizes.seat)

    def place_of(self, mark: Mark) -> QRect:
        found = self._where.get(mark)
        if found is None:
            return QRect()
        block, row, place = found
        return self.head_of(block) if row is None else self.seat(block, row, place)

    def block_of(self, mark: Mark) -> Block | None:
        found = self._where.get(mark)
        return found[0] if found is not None else None

    def mark_at(self, place: QPoint) -> Mark | None:
        block = next((one for one in self.blocks if one.place.contains(place)), None)
        if block is None:
            return None
        if block.body is not None and self.head_of(block).contains(place):
            return block.body
        for row in block.rows:
            line = (place.y() - row.top - self.sizes.line) // (self.sizes.seat + self.sizes.gap)
            if place.y() < row.top + self.sizes.line:
                continue
            for number in range(line * row.columns, min((line + 1) * row.columns, len(row.marks))):
                if self.seat(block, row, number).contains(place):
                    return row.marks[number]
        return None

    def below(self, mark: Mark, by: int) -> Mark | None:
        """The mark a line further down or up: in the row, in the next row, in the next body."""
        found = self._where.get(mark)
        if found is None:
            return None
        _block, row, place = found
        column = 0 if row is None else place % row.columns
        if row is not None and 0 <= place + by * row.columns < len(row.marks):
            return row.marks[place + by * row.columns]
        lines = [line for one in self.blocks for line in _lines(one)]
        number = next(index for index, line in enumerate(lines) if mark in line) + by
        if not 0 <= number < len(lines):
            return None
        return lines[number][min(column, len(lines[number]) - 1)]


def _lines(block: Block) -> list[list[Mark]]:
    """The lines of marks of a block, from its head down."""
    found = [[block.body]] if block.body is not None else []
    for row in block.rows:
        found += [row.marks[at : at + row.columns] for at in range(0, len(row.marks), row.columns)]
    return found
