"""The ages of life as one bar that is the whole population; a second bar for the table compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QFontMetrics, QPen

from mainstreamer.ui import theme
from mainstreamer.ui.charts.loading import library
from mainstreamer.ui.charts.plotted import PlottedChart
from mainstreamer.ui.i18n import t, words

_LOOKS = (("accent_soft", "ink"), ("accent", "accent_ink"), ("neutral_soft", "ink"), ("neutral", "card"))
"""Fill and words of each age of life; the words tell them apart, not the fill."""


SHORT = ("0–14", "15–24", "25–64", "65+")


def age_names() -> tuple[str, ...]:
    """The four ages of life of `domain.age_structure.AGES`."""
    return (t("0–14, children"), t("15–24, youth"), SHORT[2], t("65 and over"))


def _figure(share: Decimal) -> str:
    return f"{words().number(share, 1)} %"


@dataclass(frozen=True)
class AgeBar:
    """One bar: what it is called, and its four shares in per cent."""

    name: str
    shares: tuple[Decimal, ...]


class AgeBarChart(PlottedChart):
    """Marks are the parts of the bars, with keys such as `0.1`: bar and part."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[AgeBar, ...] = ()
        self._room = 0.0
        self._above = False
        """Words of parts too narrow for them stand above their bar."""

    def build(self) -> None:
        super().build()
        self.plot.getViewBox().sigResized.connect(self._on_room_changed)

    def _on_room_changed(self, box: Any) -> None:
        """Which words fit is known once the plot has its width, which comes after the first drawing."""
        if box.width() != self._room:
            QTimer.singleShot(0, self, self.redraw)

    def show_bars(self, bars: Sequence[AgeBar]) -> None:
        self._bars = tuple(bars)
        self.updateGeometry()
        self.redraw()

    def marks(self) -> list[tuple[str, str]]:
        number = words().number
        return [
            (f"{row}.{part}", f"{bar.name}: {name}: {number(share, 1)} %")
            for row, bar in enumerate(self._bars)
            for part, (name, share) in enumerate(zip(age_names(), bar.shares, strict=True))
        ]

    def draw(self) -> None:
        self.plot.clear()
        count = len(self._bars)
        self._room = max(self.plot.getViewBox().width(), 1.0)
        above = any(not all(self._fits(share) for share in bar.shares if share) for bar in self._bars)
        if above != self._above:
            self._above = above
            self.updateGeometry()
        names = [(self._middle(row), bar.name) for row, bar in enumerate(self._bars)] if count > 1 else []
        self.set_axes((0, 100), (-count + 0.5, 0.5), [], names)
        for row, bar in enumerate(self._bars):
            self._draw_bar(row, bar)

    @property
    def _height(self) -> float:
        """The part of a row that its bar fills."""
        return 0.58 if self._above else 0.8

    def _middle(self, row: int) -> float:
        return -row - (0.16 if self._above else 0.0)

    def _fits(self, share: Decimal) -> bool:
        """Whether the figure of a part finds room inside of it."""
        return QFontMetrics(self.small_font()).horizontalAdvance(_figure(share)) <= float(share) / 100 * self._room - 2

    def _draw_bar(self, row: int, bar: AgeBar) -> None:
        colours, metrics = theme.current(), QFontMetrics(self.small_font())
        taken = 0.0
        start = 0.0
        pen = QPen(colours.colour("card"), 1)
        pen.setCosmetic(True)
        for (fill, ink), name, short, share in zip(_LOOKS, age_names(), SHORT, bar.shares, strict=True):
            size = float(share)
            item = library().BarGraphItem(
                x0=[start],
                width=[size],
                y=[self._middle(row)],
                height=self._height,
                brush=colours.colour(fill),
                pen=pen,
            )
            self.plot.addItem(item)
            figure, width = _figure(share), size / 100 * self._room - 2
            lines = [part for part in (name, short) if metrics.horizontalAdvance(part) <= width]
            said = f"{lines[0]}\n{figure}" if lines else figure
            if self._fits(share):
                self.write(start + size / 2, self._middle(row), said, ink)
            elif share:
                said = t("{name}: {share}", name=short, share=figure)
                wide = (metrics.horizontalAdvance(said) + 8) / self._room * 100
                place = max(taken, min(start + (size - wide) / 2, 100 - wide))
                if place + wide <= 100.5:
                    self.write(place, -row + 0.32, said, "ink", (0.0, 0.5))
                    taken = place + wide
            start += size

    def show_marked(self) -> None:
        for item in [one for one in self.plot.items() if getattr(one, "marks_choice", False)]:
            self.plot.removeItem(item)
        row, _, part = self.marked.partition(".")
        if not part or int(row) >= len(self._bars):
            return
        shares = [float(share) for share in self._bars[int(row)].shares]
        pen = QPen(theme.current().colour("focus"), 2)
        pen.setCosmetic(True)
        frame = library().BarGraphItem(
            x0=[sum(shares[: int(part)])],
            width=[shares[int(part)]],
            y=[self._middle(int(row))],
            height=self._height + 0.1,
            brush=None,
            pen=pen,
        )
        frame.marks_choice = True
        self.plot.addItem(frame)

    def key_at(self, x: float, y: float) -> str:
        row, reached = round(-y), 0.0
        if not 0 <= row < len(self._bars):
            return ""
        for part, share in enumerate(self._bars[row].shares):
            reached += float(share)
            if x <= reached:
                return f"{row}.{part}"
        return ""

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(300), theme.current().px(62 if self._above else 46) * max(1, len(self._bars)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(160), self.sizeHint().height())
