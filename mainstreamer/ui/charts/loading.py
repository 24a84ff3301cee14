"""Loads pyqtgraph (with numpy) beside the window, when the first chart is shown: it takes longer than a page may."""

from __future__ import annotations

import importlib
import importlib.abc
import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from mainstreamer.ui.giving_way import give_way
from mainstreamer.ui.tasks import Progress, Task


class _Loader(QObject):
    """One for the program."""

    ready = Signal()
    broken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.library: Any = None
        self._task: Task | None = None

    def start(self) -> None:
        if self._task is None and self.library is None:
            self._task = Task(_load)
            self._task.signals.done.connect(self._on_done)
            self._task.signals.broken.connect(self.broken)
            self._task.start()

    def _on_done(self, library: Any) -> None:
        self.library, self._task = library, None
        self.ready.emit()


class _Pauses(importlib.abc.MetaPathFinder):
    """Finds no module; has the worker that loads charts give way to the window before each of some hundred."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        if threading.get_ident() == self._thread:
            give_way()


def _load(_progress: Progress) -> Any:
    pauses = _Pauses()
    sys.meta_path.insert(0, pauses)
    try:
        library = importlib.import_module("pyqtgraph")
    finally:
        sys.meta_path.remove(pauses)
    library.setConfigOptions(antialias=True)
    return library


class _Only:
    loader: _Loader | None = None


def loader() -> _Loader:
    """The program's loader; made when first asked for."""
    if _Only.loader is None:
        _Only.loader = _Loader()
    return _Only.loader


def when_loaded(then: Callable[[], None]) -> None:
    """Call a bound method of a QObject once charts can be drawn: at once when pyqtgraph is there, else later. It is not
    called any more when its object is gone by then."""
    found = loader()
    if found.library is not None:
        then()
    else:
        found.ready.connect(then)
        found.start()


def library() -> Any:
    """pyqtgraph, after `when_loaded` called back."""
    return loader().library
