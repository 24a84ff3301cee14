"""A line to type in that ends in dots where its text is longer than its room, as long as nobody types in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QToolTip

EDGE = 2
"""Pixels that a line keeps between its text and its edge, as Qt's own painting does."""


class ElidedLine(QLineEdit):
    """The whole text is its tool tip while it is cut."""

    def _room(self) -> tuple[QStyleOptionFrame, QRect]:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        margins = self.textMargins()
        return option, inside.adjusted(EDGE + margins.left(), 0, -EDGE - margins.right(), 0)

    def is_cut(self) -> bool:
        """Whether the text is longer than what is seen of it."""
        return self.fontMetrics().horizontalAdvance(self.displayText()) > self._room()[1].width()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or not self.displayText() or not self.is_cut():
            super().paintEvent(event)
            return
        option, room = self._room()
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        text = self.fontMetrics().elidedText(self.displayText(), Qt.TextElideMode.ElideRight, room.width())
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment() | Qt.AlignmentFlag.AlignVCenter)
        self.style().drawItemText(
            painter, room, int(side), option.palette, self.isEnabled(), text, QPalette.ColorRole.Text
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self.toolTip() and self.is_cut():
            assert isinstance(event, QHelpEvent)
            QToolTip.showText(event.globalPos(), self.displayText(), self)
            return True
        return super().event(event)
