"""What every page works with: the open document, the checklist, and news of changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mainstreamer.errors import MainstreamerError
from mainstreamer.settings import Settings
from mainstreamer.ui.i18n import words

if TYPE_CHECKING:
    from mainstreamer.domain.checklist import Checklist
    from mainstreamer.domain.plan import Plan, Put
    from mainstreamer.storage.document import Document
    from mainstreamer.ui.assessment import Assessment


class Session(QObject):
    """One open plan in the window. Pages read `plan`, put through `put`, and refresh on `changed`."""

    changed = Signal(object)
    """A PlanChange was committed."""
    failed = Signal(object)
    """A MainstreamerError: nothing was changed, a person must be told."""
    language_changed = Signal()
    place_wanted = Signal(str, str, str)
    """Someone asks to be led to kind, uid, field."""
    page_wanted = Signal(str, str, object)
    """Someone asks for a page by its key in the rail, a tab of it (or an empty string), and filters by name."""
    settings_wanted = Signal(object)
    """A page asks to have these Settings kept."""

    def __init__(self, document: Document, settings: Settings, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.document = document
        self.settings = settings
        self.today = today
        self.refusals = 0
        """How often a put, undo or redo was refused: whoever closes the plan looks whether something typed is not in it."""
        self._forget = document.listen(self.changed.emit)
        self._assessment: Assessment | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.document.plan

    @property
    def checklist(self) -> Checklist:
        """The checklist in the language spoken now."""
        from mainstreamer.knowledge import checklist

        return checklist(words().code)

    @property
    def assessment(self) -> Assessment:
        """What readiness finds in the plan; worked out from the first time on that somebody asks."""
        if self._assessment is None:
            from mainstreamer.ui.assessment import Assessment

            self._assessment = Assessment(self)
        return self._assessment

    def put(self, verb: str, puts: Iterable[Put], origin: object = None) -> bool:
        """Put values into the plan. False when it was refused or could not be written; then a person was told."""
        try:
            self.document.put(verb, puts, origin)
        except MainstreamerError as error:
            self._tell(error)
            return False
        return True

    def keep(self, settings: Settings) -> None:
        """Remember a person's settings from now on."""
        self.settings = settings
        self.settings_wanted.emit(settings)

    def undo(self) -> None:
        try:
            self.document.undo()
        except MainstreamerError as error:
            self._tell(error)

    def redo(self) -> None:
        try:
            self.document.redo()
        except MainstreamerError as error:
            self._tell(error)

    def _tell(self, error: MainstreamerError) -> None:
        self.refusals += 1
        self.failed.emit(error)

    def close(self) -> None:
        """Stop listening and close the file."""
        self._forget()
        self.document.close()
