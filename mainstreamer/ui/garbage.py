"""Keeps Python's collector of garbage on the thread of the window, and out of the middle of its work.

The collector runs wherever something happens to be allocated. On a worker it would end widgets there that belong to the
window, which ends the program. In a slot it would end what the slot is working on: a running slot keeps its own widget,
but a widget does not keep those around it, and a view that nobody holds any more takes all its parts with it. So the
collector is switched off before the window is made, and a timer does its work between events, by the same thresholds.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from PySide6.QtCore import QCoreApplication, QObject, QTimer

INTERVAL_MS = 500
TOO_MANY = 5_000_000
"""So many objects more than at the last collection are collected also while a worker makes them: then memory is dearer."""

_LOCK = Lock()


class _Collector(QObject):
    """Lives as long as the program."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()


class _Only:
    collector: _Collector | None = None
    at_work = 0


def keep_to_this_thread() -> None:
    """From now on only this thread collects, and only between events. Called by the thread of the window before it makes
    the first widget, and before it starts a worker."""
    app = QCoreApplication.instance()
    if _Only.collector is None and app is not None:
        _Only.collector = _Collector(app)


@contextmanager
def worker() -> Iterator[None]:
    """Around the work of a worker. What it makes, a workbook of half a million objects, is gone when it is done; to look
    through it meanwhile would hold the window for nothing."""
    with _LOCK:
        _Only.at_work += 1
    try:
        yield
    finally:
        with _LOCK:
            _Only.at_work -= 1


def collect() -> None:
    """Collect the generations that are due, unless a worker is at work. What outlives a collection of all is set aside: going
    through a plan, its index and its pages again and again would hold the window each time."""
    if _Only.at_work and gc.get_count()[0] < TOO_MANY:
        return
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            if generation == 2:
                gc.freeze()
            return


def set_aside() -> None:
    """Keep all there is now out of collections: a plan was opened, and stays for hours."""
    gc.freeze()


def clear_away() -> None:
    """Collect also what was set aside: a plan or its workspace was closed."""
    gc.unfreeze()
    gc.collect()
