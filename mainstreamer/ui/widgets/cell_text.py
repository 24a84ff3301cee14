"""The text of a cell in lines: as many as a row has, the last one ending in "…" where there is more."""

from __future__ import annotations

import functools
import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mainstreamer.ui import theme
from mainstreamer.ui.spacing import SMALL

LEAST_PART = 28
"""Of a column cut by the edge of the table less than so many pixels at 100 % stay blank: a strip of letters reads as dirt."""
_WITHIN_FIGURE = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def cell_lines(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """A text broken at its words, never within a figure, into at most so many lines of that width, each cut with "…" where it
    is longer."""
    return _lines(text, font.key(), width, most)


@functools.lru_cache(4096)
def _lines(text: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    metrics = QFontMetrics(font)
    text = _WITHIN_FIGURE.sub("\N{NO-BREAK SPACE}", text)
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    # What does not fit into the last line is shown behind it, as far as there is room.
    ends = [*starts[1:most], len(text)]
    parts = [text[start:end].rstrip() for start, end in zip(starts, ends, strict=False)]
    return tuple(metrics.elidedText(part, Qt.TextElideMode.ElideRight, width) for part in parts)


def draw_ground(
    delegate: QStyledItemDelegate,
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
) -> tuple[QStyleOptionViewItem, str, QRect]:
    """Paint a cell as its table does, without its text. How it is drawn, the text, and what of the table is in view."""
    drawn = QStyleOptionViewItem(option)
    delegate.initStyleOption(drawn, index)
    text, drawn.text = drawn.text, ""
    view = option.widget
    view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, view)
    return drawn, text, view.viewport().rect() if isinstance(view, QAbstractItemView) else option.rect


def side_of(drawn: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    """The side at which the text of a cell stands: the other one where reading goes from right to left."""
    mirrored = drawn.direction == Qt.LayoutDirection.RightToLeft
    right = bool(drawn.displayAlignment & Qt.AlignmentFlag.AlignRight) != mirrored
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft


def fitting_lines(height: int, step: int) -> int:
    """How many lines of a font stand in a height, at least one. The last may want for the room below its letters, but no line
    runs into the next row."""
    return max(1, (height + step // 8) // step)


def draw_cell_text(painter: QPainter, box: QRect, text: str, font: QFont, side: Qt.AlignmentFlag) -> None:
    """Paint a text into a box, from the top down. Lines are as high as the font says, whatever letters stand in them."""
    painter.setFont(font)
    step = QFontMetrics(font).lineSpacing()
    most = fitting_lines(box.height(), step)
    flags = int((side | Qt.AlignmentFlag.AlignVCenter).value) | int(Qt.TextFlag.TextSingleLine.value)
    for place, line in enumerate(cell_lines(text, font, box.width(), most)):
        painter.drawText(QRect(box.left(), box.top() + place * step, box.width(), step), flags, line)


def in_view(box: QRect, room: QRect, mirrored: bool) -> QRect:
    """What of the box of a text is not cut by the trailing edge of the table: the text ends there in "…", not in the middle
    of a letter or of a figure."""
    kept = QRect(box)
    if mirrored:
        kept.setLeft(max(kept.left(), room.left() + SMALL))
    else:
        kept.setRight(min(kept.right(), room.right() - SMALL))
    return kept


def is_strip(cell: QRect, room: QRect) -> bool:
    """Whether so little of a cell is in view that nothing is written into it."""
    inside = cell.intersected(room).width()
    return inside < min(cell.width(), theme.current().px(LEAST_PART))
