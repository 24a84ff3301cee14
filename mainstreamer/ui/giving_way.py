"""Has workers wait while a page comes up.

Only one thread at a time has Python's interpreter. A page that comes up asks for it a thousand times, and with a worker at
work would wait each time; so a worker rests at the next place where it can, until the window has no turns to give any more.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from threading import Event
from typing import TypeVar

Thing = TypeVar("Thing")

PATIENCE_S = 0.5
"""A window that is at work for so long is not waited for any longer: it may be waiting for the worker."""
EVERY = 20
"""So many things a worker goes through between two looks whether the window is at work."""


class _Window:
    """What workers know of the window."""

    def __init__(self) -> None:
        self.rests = Event()
        self.rests.set()
        self.at_work_since = 0.0


_WINDOW = _Window()


def begin() -> None:
    """The window is at work from now on. Called by its thread."""
    if rests():
        _WINDOW.at_work_since = time.monotonic()
        _WINDOW.rests.clear()


def end() -> None:
    """The window rests. Called by its thread."""
    _WINDOW.rests.set()


def rests() -> bool:
    """Whether the window has nothing to do."""
    return _WINDOW.rests.is_set()


def give_way() -> None:
    """Wait until the window has nothing to do. To be called by a worker, often, where it holds no lock."""
    if not rests():
        _WINDOW.rests.wait(max(0.0, _WINDOW.at_work_since + PATIENCE_S - time.monotonic()))


def giving_way(things: Iterable[Thing]) -> Iterator[Thing]:
    """Go through things, giving way to the window between them."""
    for place, thing in enumerate(things):
        if place % EVERY == 0:
            give_way()
        yield thing
