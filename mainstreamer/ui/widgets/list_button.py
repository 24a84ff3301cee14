"""A button that opens a list, with the arrow of a combo box."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QPushButton, QWidget

from mainstreamer.ui import theme

ARROW_ROOM = 22
"""Pixels at 100 % that the arrow takes at the trailing side, as in style.qss for combo boxes."""
_HALF, _HIGH = 4, 5
"""Half the width of the arrow, and its height, in pixels at 100 %."""


class ListButton(QPushButton):
    """Looks like a field with a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        theme.look(self, "field")

    def arrow(self) -> QPolygonF:
        """Where the arrow is painted."""
        px = theme.current().px
        away = 1 + px(ARROW_ROOM) / 2
        x, y = away if self.isRightToLeft() else self.width() - away, self.height() / 2
        half, high = px(_HALF), px(_HIGH) / 2
        return QPolygonF([QPointF(x - half, y - high), QPointF(x + half, y - high), QPointF(x, y + high)])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("muted" if self.isEnabled() else "off"))
        painter.drawPolygon(self.arrow())
        painter.end()
