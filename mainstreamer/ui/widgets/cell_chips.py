"""Chips in the cells of a register: where each stands in its cell. Painting and the pointer ask the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from mainstreamer.ui import theme

PADDING = 7
MARGIN = 8
SPACE = 4
SLACK = 2
"""Pixels by which text may be wider than it says it is."""


@dataclass(frozen=True)
class ChipBox:
    """A chip: where, what stands on it, and which of the names it shows (-1: how many more there are)."""

    box: QRect
    text: str
    place: int


def chip_font(font: QFont) -> QFont:
    """The font of chips in cells."""
    made = QFont(font)
    made.setPixelSize(theme.current().type_size("note"))
    return made


def chip_boxes(
    cell: QRect, names: Sequence[str], font: QFont, mirrored: bool, shorts: Sequence[str] = ()
) -> list[ChipBox]:
    """As many chips as fit into the lines of a cell; the last says how many more there are. A name that is wider than the cell
    gives way to its acronym, where `shorts` has one."""
    metrics = QFontMetrics(chip_font(font))
    height = metrics.height() + 4
    inner = cell.adjusted(MARGIN, 4, -MARGIN, -3)
    lines = max(1, (inner.height() + 3) // (height + 3))
    found: list[ChipBox] = []
    x, line = 0, 0
    for place, name in enumerate(names):
        left = len(names) - place - 1
        more = metrics.horizontalAdvance(f"+{left}") + 2 * PADDING + SPACE if left and line == lines - 1 else 0
        wanted = metrics.horizontalAdvance(name) + 2 * PADDING + SLACK
        if wanted + more > inner.width() and place < len(shorts) and shorts[place]:
            name = shorts[place]
            wanted = metrics.horizontalAdvance(name) + 2 * PADDING + SLACK
        if x and x + wanted + more > inner.width():
            if line == lines - 1:
                found.append(_placed(inner, x, line, height, f"+{left + 1}", -1, metrics, mirrored))
                return found
            x, line = 0, line + 1
            more = metrics.horizontalAdvance(f"+{left}") + 2 * PADDING + SPACE if left and line == lines - 1 else 0
        width = min(wanted, max(inner.width() - x - more, 2 * PADDING + 8))
        said = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width - 2 * PADDING)
        found.append(_placed(inner, x, line, height, said, place, metrics, mirrored, width))
        x += width + SPACE
    return found


def _placed(
    inner: QRect,
    x: int,
    line: int,
    height: int,
    text: str,
    place: int,
    metrics: QFontMetrics,
    mirrored: bool,
    width: int = 0,
) -> ChipBox:
    width = width or metrics.horizontalAdvance(text) + 2 * PADDING
    left = inner.right() - x - width + 1 if mirrored else inner.left() + x
    return ChipBox(QRect(left, inner.top() + line * (height + 3), width, height), text, place)
