"""What patterns in a picture mean: a swatch and its word, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.widgets.led_list import draw, font

SWATCH, BETWEEN = 10, 12
Entry = tuple[Callable[[QPainter, QRect], None] | None, str]
"""What paints the swatch (None: words only), and the words."""


class Legend(QWidget):
    """At the end of its row; what there is no room for is cut."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(text for _paint, text in entries))
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[int]:
        px, metrics = theme.current().px, QFontMetrics(font("small"))
        return [(px(SWATCH + 5) if paint else 0) + metrics.horizontalAdvance(text) + 1 for paint, text in self._entries]

    def sizeHint(self) -> QSize:
        px = theme.current().px
        between = px(BETWEEN) * max(0, len(self._entries) - 1)
        return QSize(sum(self._widths()) + between, QFontMetrics(font("small")).height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), theme.current().px
        painter.setFont(font("small"))
        direction = Qt.LayoutDirection(self.layoutDirection())
        left = max(0, self.width() - self.sizeHint().width())
        for (paint, text), width in zip(self._entries, self._widths(), strict=True):
            room = left
            if paint is not None:
                size = px(SWATCH)
                paint(
                    painter,
                    QStyle.visualRect(direction, self.rect(), QRect(left, (self.height() - size) // 2, size, size)),
                )
                room += px(SWATCH + 5)
            painter.setPen(theme.current().colour("muted"))
            box = QRect(room, 0, min(width - (room - left), self.width() - room), self.height())
            draw(painter, self.rect(), box, text, direction)
            left += width + px(BETWEEN)
        painter.end()
