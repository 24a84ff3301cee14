"""Shapes of marks: whoever does not see colours tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.flow import FlowLayout

Painter = Callable[[QPainter, QRect], None]
FRAME_CORNER = 7
"""Radius within the frame of lists and pictures (8 pixels in the style sheet, of which the frame takes one)."""


def draw_shape(painter: QPainter, place: QRect, shape: str, role: str) -> None:
    """A disc, ring, diamond, square or cross in the colour of a role, in the middle of a place; else the letter itself."""
    side = min(place.width(), place.height(), theme.current().px(10))
    box = QRectF(0, 0, side, side)
    box.moveCenter(QRectF(place).center())
    colour = theme.current().colour(role)
    painter.save()
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(colour)
    if shape == "disc":
        painter.drawEllipse(box)
    elif shape == "ring":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif shape == "diamond":
        middle = box.center()
        across, down = QPointF(box.width() / 2 + 1, 0), QPointF(0, box.height() / 2 + 1)
        painter.drawPolygon(QPolygonF([middle - down, middle + across, middle + down, middle - across]))
    elif shape == "square":
        painter.drawRect(box)
    elif shape == "cross":
        painter.setPen(QPen(colour, 2.6))
        inner = box.adjusted(1, 1, -1, -1)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    else:
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(QRectF(place), int(Qt.AlignmentFlag.AlignCenter.value), shape)
    painter.restore()


def fill_heading(painter: QPainter, area: QAbstractScrollArea, place: QRect) -> None:
    """The ground of a heading at the top of a framed area: it leaves the round corners of the frame as they are."""
    scrolls = area.verticalScrollBar().isVisible()
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(QRectF(place), FRAME_CORNER, FRAME_CORNER)
    path.addRect(QRectF(place).adjusted(0, FRAME_CORNER, 0, 0))
    if scrolls:
        # Beside the bar there is no corner.
        half = QRect(place.center().x(), place.top(), place.right() - place.center().x() + 1, place.height())
        path.addRect(QRectF(QStyle.visualRect(area.layoutDirection(), place, half)))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, theme.current().colour("ground"))
    painter.restore()


class _Entry(QWidget):
    """One sign of a legend with its word."""

    def __init__(self, draw: Painter, text: str) -> None:
        super().__init__()
        self._draw, self._text = draw, text
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._text) + theme.current().px(22)
        return QSize(width, max(self.fontMetrics().height(), theme.current().px(16)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, mirrored = theme.current().px(16), self.isRightToLeft()
        painter.setPen(theme.current().colour("muted"))
        text = self.rect().adjusted(0 if mirrored else side + 4, 0, -side - 4 if mirrored else 0, 0)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter.value), self._text)
        self._draw(painter, QRect(self.width() - side if mirrored else 0, 0, side, self.height()))
        painter.end()


class Legend(QWidget):
    """What the signs of a picture mean, in words."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, GAP)

    def show_signs(self, signs: Sequence[tuple[Painter, str]]) -> None:
        """Tell these signs."""
        self._flow.clear()
        for draw, text in signs:
            self._flow.addWidget(_Entry(draw, text))
        self.updateGeometry()
