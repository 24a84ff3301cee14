"""A line to type in that ends in "…" while nobody types in it and its text is longer than it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QToolTip

SIDE = 2
"""Pixels that Qt leaves free at both ends of the text of a line."""


class ElidedLine(QLineEdit):
    """The tool tip tells the whole of a text that is cut."""

    def _box(self) -> QRect:
        """Where the text stands."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return box.marginsRemoved(self.textMargins()).adjusted(SIDE, 0, -SIDE, 0)

    def shortened(self) -> str:
        """What is painted of a text that is too long, while nobody types; empty where the whole text is shown."""
        text = self.displayText()
        if not text or self.hasFocus():
            return ""
        said = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self._box().width())
        return said if said != text else ""

    def tip(self) -> str:
        """What the tool tip says: the whole of a text that is cut, before what it says otherwise."""
        return "\n".join(part for part in (self.text() if self.shortened() else "", self.toolTip()) if part)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.shortened():
            QToolTip.showText(event.globalPos(), self.tip(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        said = self.shortened()
        if not said:
            super().paintEvent(event)
            return
        option, painter = QStyleOptionFrame(), QPainter(self)
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(self._box(), int((side | Qt.AlignmentFlag.AlignVCenter).value), said)
        painter.end()
