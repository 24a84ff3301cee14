"""Money by year: a column a year, of what the state gives, what partners give, and what is not found yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from mainstreamer.ui import theme
from mainstreamer.ui.charts.painted import DASHED, HATCHED, SOLID, PaintedChart, fill
from mainstreamer.ui.tones import GAP_TONE
from mainstreamer.ui.widgets.led_list import font

PARTS = (("state", SOLID, "accent"), ("partners", HATCHED, "accent"), ("gap", DASHED, GAP_TONE))
"""From the bottom up: what, its pattern, its colour."""
WIDEST = 56


@dataclass(frozen=True)
class Column:
    """A year: amounts from the bottom up, what stands above and below the column, and all of it in words; `brief` stands
    below where there is no room for all labels."""

    key: str
    label: str
    amounts: tuple[Decimal, Decimal, Decimal]
    total: str
    spoken: str
    brief: str = ""


class MoneyColumns(PaintedChart):
    """Columns side by side, all to one scale."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = ()

    def set_columns(self, columns: Sequence[Column]) -> None:
        self.columns = tuple(columns)
        self.redraw()

    def marks(self) -> list[tuple[str, str]]:
        return [(one.key, one.spoken) for one in self.columns]

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(300), theme.current().px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(160), theme.current().px(110))

    def box_of(self, key: str) -> QRect:
        place = next((place for place, one in enumerate(self.columns) if one.key == key), 0)
        width = self.width() / max(1, len(self.columns))
        box = QRect(round(place * width), 0, round(width), self.height())
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setFont(font("note"))
        line = painter.fontMetrics().height() + look.px(4)
        ground = self.height() - line
        painter.setPen(look.colour("line"))
        painter.drawLine(0, ground, self.width(), ground)
        width, metrics = self.width() // max(1, len(self.columns)), painter.fontMetrics()
        tight = any(metrics.horizontalAdvance(one.label) > width for one in self.columns if one.brief)
        highest = max((sum(one.amounts, Decimal(0)) for one in self.columns), default=Decimal(0))
        for one in self.columns:
            cell, label = self.box_of(one.key), (one.brief if tight else "") or one.label
            painter.setPen(look.colour("muted"))
            below = QRect(cell.left(), ground + look.px(2), cell.width(), line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._cut(painter, label, cell.width()))
            top = self._paint_column(painter, cell, ground, ground - line, one, highest)
            painter.setPen(look.colour("ink"))
            above = QRect(cell.left(), top - line, cell.width(), line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, self._cut(painter, one.total, cell.width()))

    def _paint_column(
        self, painter: QPainter, cell: QRect, ground: int, room: int, column: Column, highest: Decimal
    ) -> int:
        """Paint the parts; where the column ends above."""
        width = min(theme.current().px(WIDEST), cell.width() * 3 // 5)
        left = cell.center().x() - width // 2
        reached, top = Decimal(0), ground
        for (_what, pattern, role), amount in zip(PARTS, column.amounts, strict=True):
            reached += amount
            upper = ground - (round(float(reached / highest) * room) if highest else 0)
            fill(painter, QRect(left, upper, width, top - upper), pattern, role)
            top = upper
        return top

    def _cut(self, painter: QPainter, text: str, width: int) -> str:
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
