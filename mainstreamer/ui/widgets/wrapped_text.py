"""Text of several fonts and colours in as many lines as it needs, up to a number; what is too long ends in an ellipsis."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

Run = tuple[str, QFont, QColor]
"""Characters that look the same."""
_ELLIPSIS = "…"


class WrappedText:
    """A few lines, laid out for a width in pixels."""

    def __init__(
        self,
        runs: Sequence[Run],
        width: int,
        most: int,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    ) -> None:
        self._width, self._direction = max(1, width), direction
        self._layout, end = self._lay_out(runs, most)
        if end is not None:
            self._layout, _ = self._lay_out(_cut(runs, end), most)

    @property
    def lines(self) -> int:
        return self._layout.lineCount()

    @property
    def text(self) -> str:
        """What is seen of it."""
        return self._layout.text()

    @property
    def size(self) -> QSize:
        box = self._layout.boundingRect()
        return QSize(round(box.width()), round(box.height()))

    def paint(self, painter: QPainter, whole: QRect, left: int, top: int) -> None:
        """Paint it there; `left` is that of a window from left to right, mirrored inside `whole`."""
        if self._direction == Qt.LayoutDirection.RightToLeft:
            left = whole.left() + whole.right() + 1 - left - self._width
        self._layout.draw(painter, QPointF(left, top))

    def _lay_out(self, runs: Sequence[Run], most: int) -> tuple[QTextLayout, int | None]:
        """The lines, and where to cut the text when there are more than `most`: in UTF-16 units."""
        text = "".join(run[0] for run in runs)
        layout = QTextLayout(text, runs[0][1]) if runs else QTextLayout(text)
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setTextDirection(self._direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_formats(runs))
        layout.beginLayout()
        top, end = 0.0, None
        for count in range(1, most + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top))
            top += line.height()
            if count == most and line.textStart() + line.textLength() < _units(text):
                line.setLineWidth(max(1, self._width - _widest_ellipsis(runs)))
                end = line.textStart() + line.textLength()
        layout.endLayout()
        return layout, end


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for text, font, colour in runs:
        one = QTextLayout.FormatRange()
        one.start, one.length = start, _units(text)
        form = QTextCharFormat()
        form.setFont(font)
        form.setForeground(colour)
        one.format = form
        found.append(one)
        start += _units(text)
    return found


def _cut(runs: Sequence[Run], end: int) -> list[Run]:
    """The runs up to a place, and an ellipsis."""
    found: list[Run] = []
    for text, font, colour in runs:
        units = text.encode("utf-16-le")
        part = units[: 2 * end].decode("utf-16-le", "ignore")
        end -= len(units) // 2
        if end <= 0:
            return [*found, (part.rstrip() + _ELLIPSIS, font, colour)]
        found.append((part, font, colour))
    return found


def _widest_ellipsis(runs: Sequence[Run]) -> int:
    return max(QFontMetrics(font).horizontalAdvance(_ELLIPSIS) for _, font, _ in runs) + 2


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
