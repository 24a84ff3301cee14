"""Has workers wait while the window has something to do.

Only one thread at a time has Python's interpreter. A page that comes up asks for it a thousand times, and with a worker at
work would wait each time; so a worker rests at the next place where it can, until the window waits for events again.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject

Thing = TypeVar("Thing")

PATIENCE_S = 0.25
"""A window that is at work for so long without a pause is not waited for any longer: it may be waiting for the worker."""
EVERY = 20
"""So many things a worker goes through between two looks whether the window is at work."""


class _Window(QObject):
    """Knows whether the window is at work. Lives as long as the program."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self.rests = Event()
        self.rests.set()
        self.awake_since = 0.0
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._on_awake)
        dispatcher.aboutToBlock.connect(self._on_about_to_block)

    def _on_awake(self) -> None:
        if self.rests.is_set():
            self.awake_since = time.monotonic()
            self.rests.clear()

    def _on_about_to_block(self) -> None:
        self.rests.set()


class _Only:
    window: _Window | None = None


def watch() -> None:
    """Begin to watch the window. Called by its thread before it starts a worker."""
    app = QCoreApplication.instance()
    if _Only.window is None and app is not None:
        _Only.window = _Window(app)


def give_way() -> None:
    """Wait until the window has nothing to do. To be called by a worker, often, where it holds no lock."""
    window = _Only.window
    if window is not None and not window.rests.is_set():
        window.rests.wait(max(0.0, window.awake_since + PATIENCE_S - time.monotonic()))


def giving_way(things: Iterable[Thing]) -> Iterator[Thing]:
    """Go through things, giving way to the window between them."""
    for place, thing in enumerate(things):
        if place % EVERY == 0:
            give_way()
        yield thing
