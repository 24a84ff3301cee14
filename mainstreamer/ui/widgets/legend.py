"""What patterns in a picture mean: a swatch and its word, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.widgets.led_list import draw, font

SWATCH, BETWEEN = 10, 12
Entry = tuple[Callable[[QPainter, QRect], None] | None, str]
"""What paints the swatch (None: words only), and the words."""


class Legend(QWidget):
    """At the end of its row; what there is no room for is cut, or stands in a line of its own."""

    def __init__(self, *, wraps: bool = False) -> None:
        super().__init__()
        self._wraps = wraps
        self._entries: tuple[Entry, ...] = ()
        self._rows: tuple[tuple[int, ...], ...] = ()
        """The entries of each line, by their places."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self._entries = tuple(entries)
        self._rows = self._broken()
        self.setAccessibleName(", ".join(text for _paint, text in entries))
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[int]:
        px, metrics = theme.current().px, QFontMetrics(font("small"))
        return [(px(SWATCH + 5) if paint else 0) + metrics.horizontalAdvance(text) + 1 for paint, text in self._entries]

    def _broken(self) -> tuple[tuple[int, ...], ...]:
        """Which entries stand in which line at the width that there is."""
        rows: list[list[int]] = [[]]
        for place in range(len(self._entries)):
            if self._wraps and rows[-1] and self._taken([*rows[-1], place]) > self.width():
                rows.append([])
            rows[-1].append(place)
        return tuple(map(tuple, rows))

    def _taken(self, places: Sequence[int]) -> int:
        """The pixels of these entries in one line."""
        widths = self._widths()
        return sum(widths[place] for place in places) + theme.current().px(BETWEEN) * max(0, len(places) - 1)

    @property
    def _line(self) -> int:
        return QFontMetrics(font("small")).height() + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rows = self._broken()
        if rows != self._rows:
            self._rows = rows
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._taken(range(len(self._entries))), self._line * max(1, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("small"))
        line = self._line
        top = (self.height() - line * len(self._rows)) // 2
        for row, places in enumerate(self._rows):
            self._paint_line(painter, places, QRect(0, top + row * line, self.width(), line))
        painter.end()

    def _paint_line(self, painter: QPainter, places: Sequence[int], line: QRect) -> None:
        px, widths = theme.current().px, self._widths()
        direction = Qt.LayoutDirection(self.layoutDirection())
        left, size = max(0, line.width() - self._taken(places)), px(SWATCH)
        for place in places:
            (paint, text), width, room = self._entries[place], widths[place], left
            if paint is not None:
                box = QRect(left, line.top() + (line.height() - size) // 2, size, size)
                paint(painter, QStyle.visualRect(direction, self.rect(), box))
                room += px(SWATCH + 5)
            painter.setPen(theme.current().colour("muted"))
            box = QRect(room, line.top(), min(width - (room - left), line.width() - room), line.height())
            draw(painter, self.rect(), box, text, direction)
            left += width + px(BETWEEN)
