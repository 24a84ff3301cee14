"""Work that belongs to the window's own thread, done in slices so short that nobody notices.

All slices of the window take turns: between two of them the window looks at its keys, lays out and paints. With a timer for
each, those of several parts of a page would come in one breath and add up to a pause.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from mainstreamer.ui import giving_way

SLICE_S = 0.008
"""Seconds of one slice."""


class Slices(QObject):
    """Takes an iterator's steps, as many at a time as fit into a slice. One iterator at a time; a new one ends the one
    before."""

    def __init__(self, parent: QObject, *, last: bool = False) -> None:
        """`last` has turns only when nobody else waits for one: for what would take the interpreter from a page that comes
        up, above all the beginning of a worker."""
        super().__init__(parent)
        self.last = last
        self._steps: Iterator[Any] | None = None
        self._each: Callable[[Any], None] = _nothing
        self._after: Callable[[], None] = _nothing
        self._failed: Callable[[Exception], None] | None = None

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
        _turns().ask(self)

    def soon(self, do: Callable[[], None]) -> None:
        """Do this in a slice of its own; of what is wanted before that, the last counts."""
        self.start(iter(()), after=do)

    def stop(self) -> None:
        """Let the rest be."""
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


class PaintedLater:
    """Has what comes into sight in a widget laid out in one turn and painted in the next; until then what was there stays."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._slices = Slices(widget)

    def hold(self) -> None:
        """To be called before something new is shown."""
        self._widget.setUpdatesEnabled(False)
        self._slices.soon(self._paint)

    def _paint(self) -> None:
        """At once: left to Qt it would be done some milliseconds later, together with whatever has a turn then."""
        self._widget.setUpdatesEnabled(True)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)


class _Turns(QObject):
    """Who has work to do, in the order of asking; each gives way to the next after a slice."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.waiting: deque[Slices] = deque()
        self.last: deque[Slices] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)  # one that repeats would wait for a dialog that a slice opens
        self._timer.timeout.connect(self._on_timeout)

    def ask(self, one: Slices) -> None:
        queue = self.last if one.last else self.waiting
        if one not in queue:
            queue.append(one)
        if not one.last:
            giving_way.begin()
        if not self._timer.isActive():
            self._timer.start(0)

    def _on_timeout(self) -> None:
        while queue := self.waiting or self.last:
            if not self.waiting:
                giving_way.end()  # what the last slice brought is painted by now
            one = queue.popleft()
            if not isValid(one) or not one.at_work:
                continue
            self._timer.start(0)
            try:
                one.run_slice()
            finally:
                if isValid(one) and one.at_work:
                    self.ask(one)
                # Begun anew, it has its turn after whatever else came due meanwhile.
                self._timer.start(0)
            return
        giving_way.end()


def at_rest() -> bool:
    """Whether nobody waits for a turn."""
    turns = _turns()
    return not any(isValid(one) and one.at_work for one in (*turns.waiting, *turns.last))


_made: list[_Turns] = []


def _turns() -> _Turns:
    """The turns of this application."""
    if not _made or not isValid(_made[0]):
        _made[:] = [_Turns(QCoreApplication.instance())]
    return _made[0]


def _nothing(*_: object) -> None:
    return None
