"""Work that belongs to the window's own thread, done in slices so short that nobody notices."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer

SLICE_S = 0.008
"""Seconds of one slice."""


class Slices(QObject):
    """Takes an iterator's steps, as many at a time as fit into a slice. One iterator at a time; a new one ends the one
    before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[Any] | None = None
        self._each: Callable[[Any], None] = _nothing
        self._after: Callable[[], None] = _nothing
        self._failed: Callable[[Exception], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.run_slice)

    @property
    def at_work(self) -> bool:
        return self._steps is not None

    def start(
        self,
        steps: Iterator[Any],
        each: Callable[[Any], None] | None = None,
        after: Callable[[], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Take these steps from now on: `each` gets what a step gives, `after` is called at the end, `failed` instead of
        it when a step raises (without it the exception leaves from here)."""
        self._steps, self._each, self._after, self._failed = steps, each or _nothing, after or _nothing, failed
        self._timer.start()

    def stop(self) -> None:
        """Let the rest be."""
        self._timer.stop()
        self._steps = None

    def run_slice(self) -> None:
        """One slice now."""
        end = time.monotonic() + SLICE_S
        steps = self._steps
        while steps is not None and steps is self._steps:
            try:
                given = next(steps)
            except StopIteration:
                self.stop()
                self._after()
                return
            except Exception as error:
                self.stop()
                if self._failed is None:
                    raise
                self._failed(error)
                return
            self._each(given)
            if time.monotonic() > end:
                return


def _nothing(*_: object) -> None:
    return None
