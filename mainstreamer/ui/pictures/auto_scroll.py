"""A picture scrolls on while something is held at its upper or lower edge."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

from mainstreamer.ui import theme

SCROLL_MS = 40


class AutoScroll(QObject):
    """Say with `hold` where the pointer is during a drag, and `stop` when it ends."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._held_at = 0
        self._timer = QTimer(self)
        self._timer.setInterval(SCROLL_MS)
        self._timer.timeout.connect(self._on_timeout)

    def hold(self, y: int) -> None:
        """Something is held at this height of the viewport."""
        self._held_at = y
        if self._step() and not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _step(self) -> int:
        """Pixels to scroll on, none where nothing is held at an edge."""
        edge = theme.current().px(28)
        beyond = self._held_at - self._area.viewport().height() + edge
        return -edge // 2 if self._held_at < edge else edge // 2 if beyond > 0 else 0

    def _on_timeout(self) -> None:
        step, bar = self._step(), self._area.verticalScrollBar()
        bar.setValue(bar.value() + step)
        if not step:
            self._timer.stop()
