"""Chips that are only read, painted in one widget: a page of cards has hundreds of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mainstreamer.ui import theme

SIDE, EDGE = 8, 1
"""Pixels at 100 % between the word of a chip and its sides, and above and below it."""
SPACE = 4


@dataclass(frozen=True)
class Chip:
    """A chip: its tone, its word, and where it stands."""

    tone: str
    text: str
    box: QRect


class ChipLine(QWidget):
    """Chips in one line where there is room for it, else in several. What they say is for the widget around to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: tuple[tuple[str, str], ...] = ()
        self._sizes: list[QSize] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Show these, each a tone and its word."""
        if tuple(chips) != self._chips:
            self._chips, self._sizes = tuple(chips), None
            self.updateGeometry()
            self.update()

    def _font(self) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(theme.current().type_size("small"))
        return made

    def _measured(self) -> list[QSize]:
        if self._sizes is None:
            px, metrics = theme.current().px, QFontMetrics(self._font())
            height = metrics.height() + 2 * px(EDGE)
            self._sizes = [QSize(metrics.horizontalAdvance(text) + 2 * px(SIDE), height) for _, text in self._chips]
        return self._sizes

    def placed(self, width: int) -> list[Chip]:
        """Where each chip stands when the widget is so wide."""
        found: list[Chip] = []
        x = y = 0
        for (tone, text), size in zip(self._chips, self._measured(), strict=True):
            if x and x + size.width() > width:
                x, y = 0, y + size.height() + SPACE
            left = width - x - size.width() if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x
            found.append(Chip(tone, text, QRect(QPoint(left, y), size)))
            x += size.width() + SPACE
        return found

    def sizeHint(self) -> QSize:
        sizes = self._measured()
        width = sum(size.width() for size in sizes) + SPACE * max(0, len(sizes) - 1)
        return QSize(width, sizes[0].height() if sizes else 0)

    def minimumSizeHint(self) -> QSize:
        sizes = self._measured()
        return QSize(max((size.width() for size in sizes), default=0), sizes[0].height() if sizes else 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        placed = self.placed(width)
        return placed[-1].box.bottom() + 1 if placed else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        for chip in self.placed(self.width()):
            radius = min(colours.px(8), chip.box.height() / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(f"{chip.tone}_soft"))
            painter.drawRoundedRect(chip.box, radius, radius)
            painter.setPen(colours.colour(chip.tone))
            painter.drawText(chip.box, int(Qt.AlignmentFlag.AlignCenter.value), chip.text)
