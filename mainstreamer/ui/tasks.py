"""Long work beside the window: on an immutable Plan, with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from mainstreamer.errors import Cancelled, MainstreamerError
from mainstreamer.ui import garbage

Progress = Callable[[int, int], None]


class _Signals(QObject):
    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    broken = Signal(object)


_KEPT: set[Task] = set()
"""Work that a thread is at lives on, even when whoever asked for it is gone. What is over goes when other work starts."""


class Task(QRunnable):
    """One piece of work. Connect to `signals`, then start; `cancel` takes effect at the work's next report of progress."""

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.signals = _Signals()
        self._work = work
        self._cancelled = False
        self._over = False

    def start(self) -> None:
        _KEPT.difference_update([task for task in _KEPT if task._over])
        _KEPT.add(self)
        garbage.keep_to_this_thread()
        QThreadPool.globalInstance().start(self)

    def cancel(self) -> None:
        self._cancelled = True

    def _progress(self, done: int, total: int) -> None:
        if self._cancelled:
            raise Cancelled
        self.signals.progressed.emit(done, total)

    def run(self) -> None:
        """Called by the pool. A foreseen fault is told by `failed`; a bug by `broken`, for the window's report of bugs."""
        try:
            result = self._work(self._progress)
        except MainstreamerError as error:
            self.signals.failed.emit(error)
        except BaseException as error:  # noqa: BLE001
            self.signals.broken.emit(error)
        else:
            self.signals.done.emit(result)
        finally:
            self._over = True
