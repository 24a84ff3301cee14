"""Charts over two axes: written in the form of the language, turned with the direction of reading, marks to click on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QEvent, Qt

from mainstreamer.language.short_amounts import scale_of
from mainstreamer.ui import theme
from mainstreamer.ui.charts.chart import Chart
from mainstreamer.ui.charts.loading import library
from mainstreamer.ui.i18n import words

LEAST_SPREAD = 1e-9
"""Differences of less than so much of the figures themselves are none: the axes are drawn with floating point."""
LEAST_FIGURE = 1e-290
"""Smaller differences have no power of ten that a floating point number can hold."""
Ticks = Sequence[tuple[float, str]]


def nice_steps(low: float, high: float, most: int) -> list[float]:
    """Round numbers (1, 2 or 5 times a power of ten) from below `low` to above `high`, about `most` of them at most."""
    size = max(abs(low), abs(high))
    if not high - low > max(size * LEAST_SPREAD, LEAST_FIGURE):
        # Nothing to tell apart, or less than figures of this size can.
        low, high = low - max(1, size / 10), high + max(1, size / 10)
    raw = (high - low) / max(most, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(place * step, 12) for place in range(first, last + 1)]


def ticks(steps: Sequence[float]) -> tuple[list[tuple[float, str]], str]:
    """Steps in the form of the language, shortened where they are large, and the word for what they are shortened by."""
    speech = words()
    power, word = scale_of(speech, max((abs(Decimal(step)) for step in steps), default=Decimal(0)))
    if not power:
        return [(step, speech.number(step)) for step in steps], word
    shown = [round(Decimal(step).scaleb(-power), 3).normalize() for step in steps]
    return [(step, speech.number(figure)) for step, figure in zip(steps, shown, strict=True)], word


class PlottedChart(Chart):
    """A subclass says in `key_at` which mark is at a place, and gives its axes with `set_axes`."""

    def build(self) -> None:
        self.plot.scene().sigMouseClicked.connect(self._on_clicked)
        # Qt would turn the places of the axes round as well; here both are done in `set_axes`.
        self.plot.getPlotItem().setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def key_at(self, x: float, y: float) -> str:
        """The key of the mark at a place of the axes; empty for none."""
        return ""

    def set_axes(self, across: tuple[float, float], up: tuple[float, float], bottom: Ticks, side: Ticks) -> None:
        """Bounds of both axes, and what is written at them; time and size run in the direction of reading."""
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = ("right", "left") if turned else ("left", "right")
        box = self.plot.getViewBox()
        box.invertX(turned)
        box.disableAutoRange()
        box.setRange(xRange=across, yRange=up, padding=0)
        self.plot.showAxis(near, bool(side))
        self.plot.hideAxis(far)
        self.plot.showAxis("bottom", bool(bottom))
        self.plot.getAxis(near).setTicks([list(side)])
        self.plot.getAxis("bottom").setTicks([list(bottom)])

    def write(
        self, x: float, y: float, text: str, role: str = "muted", anchor: tuple[float, float] = (0.5, 0.5)
    ) -> Any:
        """Words at a place of the axes; `anchor` is the part of the words that stands there, from the leading top."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            anchor = (1 - anchor[0], anchor[1])
        made = library().TextItem(text, color=theme.current().colour(role), anchor=anchor)
        made.setFont(self.small_font())
        made.setPos(x, y)
        self.plot.addItem(made, ignoreBounds=True)
        return made

    def pixel(self) -> tuple[float, float]:
        """What one pixel is on each axis."""
        across, up = self.plot.getViewBox().viewPixelSize()
        return float(across), float(up)

    def _on_clicked(self, event: Any) -> None:
        box = self.plot.getViewBox()
        if event.button() != Qt.MouseButton.LeftButton or not box.sceneBoundingRect().contains(event.scenePos()):
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = box.mapSceneToView(event.scenePos())
        key = self.key_at(float(place.x()), float(place.y()))
        if key and event.double():
            self.opened.emit(key)
        elif key:
            self.choose(key)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self.plot is not None:
            self.redraw()
