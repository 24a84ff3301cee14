"""Opens plan files: before anything else, or read beside the window, which a large plan would hold too long."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from mainstreamer.errors import MainstreamerError
from mainstreamer.ui.i18n import words

if TYPE_CHECKING:
    from mainstreamer.storage.document import Document
    from mainstreamer.ui.tasks import Task

Make = Callable[[], "Document"]
"""Opens or creates a plan file. Raises MainstreamerError and OSError."""


class PlanOpener(QObject):
    """Takes what makes a document, and tells what came of it."""

    opened = Signal(object)
    """A Document, made before anything else."""
    read = Signal(object)
    """A Document that was read beside the window."""
    failed = Signal(object)
    """A MainstreamerError: a person must be told."""
    broken = Signal(object)
    """A bug: an exception."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    def open_now(self, make: Make) -> None:
        """Make the document before anything else happens."""
        try:
            document = _made(make)
        except MainstreamerError as error:
            self.failed.emit(error)
        else:
            self.opened.emit(document)

    def open_soon(self, make: Make) -> None:
        """Make the document in a worker; nothing else is opened meanwhile."""
        from mainstreamer.ui.tasks import Task

        if self._task is not None:
            return
        spoken = words().code
        self._task = Task(lambda _progress: _made_ready(make, spoken))
        self._task.signals.done.connect(self._on_done)
        self._task.signals.failed.connect(self._on_failed)
        self._task.signals.broken.connect(self._on_broken)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        self._task.start()

    def _end(self) -> None:
        self._task = None
        QGuiApplication.restoreOverrideCursor()

    def _on_done(self, document: Document) -> None:
        self._end()
        self.read.emit(document)

    def _on_failed(self, error: MainstreamerError) -> None:
        self._end()
        self.failed.emit(error)

    def _on_broken(self, error: BaseException) -> None:
        self._end()
        self.broken.emit(error)


def _made(make: Make) -> Document:
    try:
        return make()
    except OSError as error:
        from mainstreamer.errors import WriteFailed

        raise WriteFailed(path=str(error.filename or ""), cause=error.strerror or "") from error


def _made_ready(make: Make, spoken: str) -> Document:
    """The document, with all that its workspace in the language `spoken` asks for first: the window does not wait for
    that either."""
    import mainstreamer.ui.pages.overview_body
    import mainstreamer.ui.workspace  # noqa: F401
    from mainstreamer.knowledge import checklist
    from mainstreamer.ui import icons

    icons.load()
    document = _made(make)
    checklist(spoken)
    document.undo_verb()
    return document
