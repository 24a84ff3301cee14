"""Small pictures painted by hand: they are there at once, where a chart would load a library first.

They behave as charts do: one stop of the Tab key, arrows visit the marks, Enter or a click leads, words for those who hear.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QBrush,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from mainstreamer.ui import theme

SOLID, LIGHT, HATCHED, DASHED = "solid", "light", "hatched", "dashed"
DENSE, CROSSED, HOLLOW = "dense", "crossed", "hollow"
_PATTERNS = {
    HATCHED: Qt.BrushStyle.BDiagPattern,
    DENSE: Qt.BrushStyle.Dense5Pattern,
    CROSSED: Qt.BrushStyle.DiagCrossPattern,
}
_LIGHT = 0.5
"""How much of its colour a light box has."""


def fill(painter: QPainter, box: QRect, pattern: str, role: str) -> None:
    """A box in a colour of the theme and a pattern, so that it can be told apart without its colour."""
    if box.width() <= 0 or box.height() <= 0:
        return
    colours = theme.current()
    colour: QColor = colours.colour(role)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if pattern == SOLID:
        painter.fillRect(box, colour)
    else:
        painter.fillRect(box, colours.colour("card"))
        if pattern == LIGHT:
            painter.setOpacity(_LIGHT)
            painter.fillRect(box, colour)
            painter.setOpacity(1)
        if pattern in _PATTERNS:
            painter.fillRect(box, QBrush(colour, _PATTERNS[pattern]))
        pen = QPen(colour, 1)
        if pattern == DASHED:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
    painter.restore()


class PaintedChart(QWidget):
    """A picture of marks, each with a key. A subclass says its `marks` and where each is, and paints."""

    accessible_role = QAccessible.Role.Chart
    opened = Signal(str)
    """Lead to what this mark stands for."""

    def __init__(self) -> None:
        super().__init__()
        self.marked = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    # -- for subclasses ----------------------------------------------------------------------------------------------

    def marks(self) -> list[tuple[str, str]]:
        """Keys and words of the marks, in the order of the arrow keys."""
        return []

    def box_of(self, key: str) -> QRect:
        """Where a mark is."""
        return QRect()

    def paint(self, painter: QPainter) -> None:
        """Paint the picture; which mark is chosen is painted over it."""
        raise TypeError(f"{type(self).__name__} does not paint")

    # -- the same for all --------------------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Show what is there now."""
        if self.marked not in dict(self.marks()):
            self.marked = ""
        self._describe()
        self.updateGeometry()
        self.update()

    def mark_at(self, point: QPoint) -> str:
        """The key of the mark under a point; empty for none."""
        return next((key for key, _words in self.marks() if self.box_of(key).contains(point)), "")

    def _describe(self) -> None:
        said = dict(self.marks())
        chosen = said.get(self.marked, "")
        self.setAccessibleDescription(". ".join(([chosen] if chosen else []) + list(said.values())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.current().colour("focus"), 2))
            box = self.box_of(self.marked) if self.marked else self.rect()
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across = -1 if mirrored else 1
        steps = {
            Qt.Key.Key_Right: across,
            Qt.Key.Key_Left: -across,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.marked:
            self.opened.emit(self.marked)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        keys = [key for key, _words in self.marks()]
        if keys:
            place = keys.index(self.marked) + by if self.marked in keys else 0
            self._mark(keys[max(0, min(place, len(keys) - 1))])

    def _mark(self, key: str) -> None:
        self.marked = key
        self._describe()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.marked and self.marks():
            self._mark(self.marks()[0][0])
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = bool(self.mark_at(event.position().toPoint()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key = self.mark_at(event.position().toPoint())
        if key and event.button() == Qt.MouseButton.LeftButton:
            self._mark(key)
            self.opened.emit(key)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = self.mark_at(event.pos())
            QToolTip.showText(event.globalPos(), dict(self.marks()).get(key, ""), self)
            return True
        return super().event(event)
