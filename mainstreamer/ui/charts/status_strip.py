"""Actions by status: one bar in parts, and below it what each part is and how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle

from mainstreamer.ui import theme
from mainstreamer.ui.charts.painted import CROSSED, DASHED, DENSE, HATCHED, HOLLOW, LIGHT, SOLID, PaintedChart, fill
from mainstreamer.ui.tones import STATUS_TONES
from mainstreamer.ui.widgets.led_list import draw, font

PATTERNS = {
    "done": SOLID,
    "on_track": LIGHT,
    "at_risk": DENSE,
    "delayed": CROSSED,
    "not_started": HATCHED,
    "cancelled": HOLLOW,
    "": DASHED,
}
"""The pattern of each status, in the order of the bar; its colour is that of its chips."""
BAR, LINE, GAP = 14, 22, 8


@dataclass(frozen=True)
class Share:
    """A status, its name, how many actions have it, and that in words."""

    status: str
    name: str
    count: int
    figure: str
    spoken: str


class StatusStrip(PaintedChart):
    """Each status is a mark, whose box is its word under the bar; its part of the bar leads as well."""

    def __init__(self) -> None:
        super().__init__()
        self.shares: tuple[Share, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_shares(self, shares: Sequence[Share]) -> None:
        self.shares = tuple(shares)
        self.redraw()

    def marks(self) -> list[tuple[str, str]]:
        return [(f"status:{one.status}", one.spoken) for one in self.shares]

    def box_of(self, key: str) -> QRect:
        return self._words(self.width()).get(key, QRect())

    def mark_at(self, point: QPoint) -> str:
        found = super().mark_at(point)
        return found or next((key for key, box in self._parts().items() if box.contains(point)), "")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px = theme.current().px
        bottom = max((box.bottom() for box in self._words(width).values()), default=px(BAR + 8))
        return bottom + px(2)

    def sizeHint(self) -> QSize:
        width = self.width() or theme.current().px(400)
        return QSize(theme.current().px(300), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(160), theme.current().px(BAR + 8 + LINE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _words(self, width: int) -> dict[str, QRect]:
        """The boxes of the words, line by line."""
        px = theme.current().px
        metrics = QFontMetrics(font("note"))
        left, top, found = 0, px(BAR + 8), {}
        for one in self.shares:
            room = px(22) + metrics.horizontalAdvance(f"{one.name}  {one.figure}") + px(6)
            if left and left + room > width:
                left, top = 0, top + px(LINE)
            found[f"status:{one.status}"] = QRect(left, top, room, px(LINE))
            left += room + px(GAP)
        whole = QRect(0, 0, width, self.height())
        return {key: QStyle.visualRect(self.layoutDirection(), whole, box) for key, box in found.items()}

    def _parts(self) -> dict[str, QRect]:
        """The parts of the bar."""
        total, left, found = sum(one.count for one in self.shares), 0, {}
        for place, one in enumerate(self.shares, 1):
            reached = round(self.width() * sum(each.count for each in self.shares[:place]) / total) if total else 0
            box = QRect(left, 0, reached - left, theme.current().px(BAR))
            found[f"status:{one.status}"] = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
            left = reached
        return found

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        parts, boxes = self._parts(), self._words(self.width())
        for one in self.shares:
            key = f"status:{one.status}"
            pattern, role = PATTERNS.get(one.status, DASHED), STATUS_TONES.get(one.status, "neutral")
            fill(painter, parts[key].adjusted(0, 0, -2, 0), pattern, role)
            box = boxes[key]
            size = look.px(11)
            swatch = QRect(box.left() + look.px(3), box.center().y() - size // 2 + 1, size, size)
            fill(painter, QStyle.visualRect(self.layoutDirection(), box, swatch), pattern, role)
            painter.setFont(font("note"))
            painter.setPen(look.colour("ink"))
            words = QRect(box.left() + look.px(20), box.top(), box.width() - look.px(20), box.height())
            draw(painter, box, words, f"{one.name}  {one.figure}", Qt.LayoutDirection(self.layoutDirection()))
