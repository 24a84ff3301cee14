"""Keeps Python's collector of garbage on the thread of the window, and out of the middle of its work.

The collector runs wherever something happens to be allocated. On a worker it would end widgets there that belong to the
window, which ends the program. In a slot it would end what the slot is working on: a running slot keeps its own widget,
but a widget does not keep those around it, and a view that nobody holds any more takes all its parts with it. So the
collector is switched off before the window is made, and a timer does its work between events, by the same thresholds.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

INTERVAL_MS = 500


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


def keep_to_this_thread() -> None:
    """From now on only this thread collects, and only between events. Called by the thread of the window before it makes
    the first widget, and before it starts a worker."""
    app = QCoreApplication.instance()
    if _Only.collector is None and app is not None:
        _Only.collector = _Collector(app)


def collect() -> None:
    """Collect the generations that are due. What outlives a collection of all is set aside: going through a plan, its index
    and its pages again and again would hold the window each time."""
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
