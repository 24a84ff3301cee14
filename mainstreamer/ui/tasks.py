"""Long work beside the window: on an immutable Plan, with progress and cancel."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal
from shiboken6 import Shiboken

from mainstreamer.errors import Cancelled, MainstreamerError
from mainstreamer.ui import garbage
from mainstreamer.ui.giving_way import give_way

Progress = Callable[[int, int], None]
SWITCH_S = 0.0001
"""Seconds for which a worker keeps the interpreter at most while the window wants it; a page asks for it a thousand times."""


class _Signals(QObject):
    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    broken = Signal(object)
    told = Signal()
    """Nothing follows: heard on the thread of the window after all the others."""


_WAITING: set[Task] = set()
"""Tasks that the pool has not begun yet; it does not keep them itself."""
_BEGUN: deque[Task] = deque(maxlen=16)
"""Tasks begun lately: a worker must not be the last to let go of one, while it is still inside it."""


class Task(QRunnable):
    """One piece of work. Connect to `signals`, then start; `cancel` takes effect at the work's next report of progress."""

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        # The program owns them: an object of Qt must not die in a worker, however late that lets go of its task.
        self.signals = _Signals(QCoreApplication.instance())
        # Deleted later by the worker, they could be gone before what they told is heard.
        self.signals.told.connect(self.signals.deleteLater)
        self._work = work
        self._cancelled = False

    def start(self) -> None:
        garbage.keep_to_this_thread()
        sys.setswitchinterval(SWITCH_S)
        _WAITING.add(self)
        QThreadPool.globalInstance().start(self)

    def cancel(self) -> None:
        self._cancelled = True

    def _progress(self, done: int, total: int) -> None:
        if self._cancelled:
            raise Cancelled
        give_way()
        self.signals.progressed.emit(done, total)

    def run(self) -> None:
        """Called by the pool. A foreseen fault is told by `failed`; a bug by `broken`, for the window's report of bugs."""
        _BEGUN.append(self)
        _WAITING.discard(self)
        work, self._work = self._work, _nothing
        try:
            with garbage.worker():
                result = work(self._progress)
        except MainstreamerError as error:
            self._tell("failed", error)
        except BaseException as error:  # noqa: BLE001
            self._tell("broken", error)
        else:
            self._tell("done", result)

    def _tell(self, signal: str, result: object) -> None:
        """Tell how it ended, unless the program ended meanwhile."""
        if Shiboken.isValid(self.signals):
            getattr(self.signals, signal).emit(result)
            self.signals.told.emit()


def _nothing(_progress: Progress) -> None:
    """What is left of work once it is begun, so that a task keeps no plan in memory."""
