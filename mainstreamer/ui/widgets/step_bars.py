"""How far each step has come, as a bar: light what is answered, dark what is shown by evidence, hatched what is claimed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from mainstreamer.ui import theme
from mainstreamer.ui.targets import Target
from mainstreamer.ui.widgets.led_list import LeadingDelegate, LedList, draw, font

STEPS = 10
LEAST_ROW, MOST_ROW, BAR = 22, 48, 10


@dataclass(frozen=True)
class StepLine:
    """A step: shares of its bar, its score, whether that is over all items, what is essential and open, and all of it in
    words."""

    number: str
    title: str
    answered: float
    proven: float
    claimed: float
    score: str
    complete: bool
    open_: str
    spoken: str
    target: Target


class StepBars(LedList):
    """One line a step, as high as there is room for."""

    def __init__(self) -> None:
        super().__init__(STEPS)

    def make_delegate(self) -> QStyledItemDelegate:
        return _BarDelegate(self)

    def least_height(self) -> int:
        return theme.current().px(LEAST_ROW) * STEPS

    def row_height(self) -> int:
        px = theme.current().px
        return max(px(LEAST_ROW), min(px(MOST_ROW), self.viewport().height() // STEPS))


class _BarDelegate(LeadingDelegate):
    """Number, title, bar, score, what is open."""

    def paint_line(
        self, painter: QPainter, rect: QRect, line: Any, direction: Qt.LayoutDirection, view: LedList
    ) -> None:
        look = theme.current()
        px = look.px
        inner = rect.adjusted(px(4), 0, -px(4), 0)
        painter.setFont(font("text"))
        painter.setPen(look.colour("muted"))
        draw(painter, inner, QRect(inner.left(), inner.top(), px(20), inner.height()), line.number, direction, True)
        lines = view.lines()
        widest = max(painter.fontMetrics().horizontalAdvance(one.title) for one in lines)
        title = min(widest, inner.width() * 3 // 10)
        painter.setPen(look.colour("ink"))
        left = inner.left() + px(28)
        draw(painter, inner, QRect(left, inner.top(), title + 1, inner.height()), line.title, direction)
        small = QFontMetrics(font("note"))
        open_ = max((small.horizontalAdvance(one.open_) for one in lines), default=0)
        right = inner.right() - open_
        painter.setFont(font("note"))
        painter.setPen(look.colour("warning"))
        draw(painter, inner, QRect(right, inner.top(), open_ + 1, inner.height()), line.open_, direction, True)
        right -= px(34) + (px(10) if open_ else 0)
        # A score over a part of the items is no verdict yet.
        painter.setFont(font("text", bold=line.complete))
        painter.setPen(look.colour("ink" if line.complete else "muted"))
        draw(painter, inner, QRect(right, inner.top(), px(34), inner.height()), line.score, direction, True)
        left += title + px(12)
        height = px(BAR)
        bar = QRect(left, inner.center().y() - height // 2 + 1, right - px(4) - left, height)
        self._bar(painter, inner, bar, line, direction)

    def _bar(self, painter: QPainter, inner: QRect, bar: QRect, line: Any, direction: Qt.LayoutDirection) -> None:
        look = theme.current()
        if bar.width() <= 0:
            return
        painter.save()
        round_ = QPainterPath()
        round_.addRoundedRect(QStyle.visualRect(direction, inner, bar), bar.height() / 2, bar.height() / 2)
        painter.setClipPath(round_)

        def part(start: float, share: float, brush: QBrush) -> None:
            begin = bar.left() + round(bar.width() * start)
            end = bar.left() + round(bar.width() * min(1.0, start + share))
            box = QStyle.visualRect(direction, inner, QRect(begin, bar.top(), end - begin, bar.height()))
            painter.fillRect(box, brush)

        accent = look.colour("accent")
        part(0, 1, QBrush(look.colour("neutral_soft")))
        part(0, line.answered, QBrush(answered_colour()))
        part(line.proven, line.claimed, QBrush(accent, Qt.BrushStyle.BDiagPattern))
        part(0, line.proven, QBrush(accent))
        painter.restore()
        if look.name == "contrast":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawPath(round_)


def answered_colour() -> QColor:
    """Half way between the accent and its soft ground: lighter than what is proven, darker than what is open."""
    look = theme.current()
    one, other = look.colour("accent"), look.colour("accent_soft")
    return QColor.fromRgbF(*(0.3 * a + 0.7 * b for a, b in zip(_rgb(one), _rgb(other), strict=True)))


def _rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()
