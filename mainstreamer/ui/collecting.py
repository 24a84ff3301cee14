"""When the collector of garbage looks at everything.

Left alone, it goes through all records of a large plan at moments of its own choice, some of them in the middle of a
keystroke, and the window stands still for a tenth of a second.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 60_000
USUAL = gc.get_threshold()
NEVER = 1_000_000_000


class Collector(QObject):
    """While a plan is open, everything is looked at once a minute, and what stays then is not looked at again."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def plan_opened(self) -> None:
        """The records of a plan are in memory."""
        gc.freeze()
        young, middle, _ = USUAL
        gc.set_threshold(young, middle, NEVER)
        self._timer.start()

    def collect(self) -> None:
        """Let go of what nobody reaches."""
        gc.collect()
        gc.freeze()

    def plan_closed(self) -> None:
        """The plan is gone, with what was made for it."""
        self._timer.stop()
        gc.set_threshold(*USUAL)
        gc.unfreeze()
