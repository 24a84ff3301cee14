"""What every page works with: the open document, the checklist, and news of changes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mainstreamer import log
from mainstreamer.domain.history import REDO, UNDO
from mainstreamer.domain.item_filters import ItemFilter
from mainstreamer.errors import Cancelled, MainstreamerError
from mainstreamer.settings import Settings
from mainstreamer.ui import garbage
from mainstreamer.ui.i18n import words
from mainstreamer.ui.visits import Visits

if TYPE_CHECKING:
    from mainstreamer.domain.checklist import Checklist
    from mainstreamer.domain.glossary import Glossary
    from mainstreamer.domain.plan import Plan, Put
    from mainstreamer.storage.document import Document
    from mainstreamer.storage.plan_change import PlanChange
    from mainstreamer.ui.assessment import Assessment
    from mainstreamer.ui.evidence_files import EvidenceFiles
    from mainstreamer.ui.finder import Finder
    from mainstreamer.ui.tasks import Task
    from mainstreamer.ui.workbook_coming_back import ComingBack

MANY_CHANGES = 1_000
"""From so many changed fields on, undo is done beside the window: writing them takes longer than anybody should wait."""


class Session(QObject):
    """One open plan in the window. Pages read `plan`, put through `put`, and refresh on `changed`."""

    changed = Signal(object)
    """A PlanChange was committed."""
    failed = Signal(object)
    """A MainstreamerError: nothing was changed, a person must be told."""
    taken_back = Signal(str, bool)
    """The verb that was undone, or done again (True); an empty verb when there was nothing to undo."""
    language_changed = Signal()
    place_wanted = Signal(str, str, str)
    """Someone asks to be led to kind, uid, field."""
    history_wanted = Signal(str, str, str)
    """Someone asks for the history of kind, uid, field; without a field, of the whole record."""
    page_wanted = Signal(str, str, object)
    """Someone asks for a page by its key in the rail, a tab of it (or an empty string), and filters by name."""
    term_wanted = Signal(str)
    """Someone asks for the glossary, at a term or (with an empty string) at its beginning."""
    settings_wanted = Signal(object)
    """A page asks to have these Settings kept."""
    preferences_wanted = Signal()
    """Someone asks for the preferences."""
    coming_back_changed = Signal()
    """There is, or is no more, a workbook to be looked through, or other lines of it."""
    coming_back_taken = Signal(object)
    """A workbook was taken in: a Taken."""
    checklist_language_changed = Signal()
    """Checklists are read in another language from now on; the window speaks the same."""

    def __init__(self, document: Document, settings: Settings, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.document = document
        self.settings = settings
        self.today = today
        self.is_open = True
        """False once the plan was closed: what a worker brings after that is late."""
        self.refusals = 0
        """How often a put, undo or redo was refused: whoever closes the plan looks whether something typed is not in it."""
        self._forget = document.listen(self.changed.emit)
        self._assessment: Assessment | None = None
        self._files: EvidenceFiles | None = None
        self._finder: Finder | None = None
        self._preparing: Task | None = None
        self._coming_back: ComingBack | None = None
        self._checklists: dict[str, tuple[Checklist, Plan, Checklist]] = {}
        self.visits = Visits()
        self.item_filter = ItemFilter()
        """What holds items of checklists back, in all steps, as long as the plan is open."""

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.document.plan

    @property
    def checklist(self) -> Checklist:
        """The checklist as the plan has it, in the language it is read in now."""
        return self.checklist_in(self.settings.checklist_language or words().code)

    def read_checklist_in(self, language: str) -> None:
        """Read checklists in a language from now on, or, when it is empty, in that of the window."""
        if language != self.settings.checklist_language:
            self.keep(dataclasses.replace(self.settings, checklist_language=language))
            self.checklist_language_changed.emit()

    def checklist_in(self, language: str) -> Checklist:
        """The checklist as the plan has it in a language; made anew only when the plan changed it."""
        from mainstreamer.domain.own_checklist import KINDS_OF_CHECKLIST, tailored
        from mainstreamer.knowledge import checklist

        plan, shipped = self.plan, checklist(language)
        kept = self._checklists.get(language)
        if kept is not None and kept[0] is shipped:
            _, of, found = kept
            if plan is of or all(plan.has_same(of, kind) for kind in ("plan", *KINDS_OF_CHECKLIST)):
                self._checklists[language] = (shipped, plan, found)
                return found
        found = tailored(shipped, plan)
        self._checklists[language] = (shipped, plan, found)
        return found

    @property
    def glossary(self) -> Glossary:
        """The glossary in the language the checklist is read in, or in the window's where it is not written in that one."""
        from mainstreamer.knowledge import glossary, glossary_languages

        language = self.settings.checklist_language
        return glossary(language if language in glossary_languages() else words().code)

    @property
    def assessment(self) -> Assessment:
        """What readiness finds in the plan; worked out from the first time on that somebody asks."""
        if self._assessment is None:
            from mainstreamer.ui.assessment import Assessment

            self._assessment = Assessment(self)
        return self._assessment

    @property
    def files(self) -> EvidenceFiles:
        """What a person does with files; made when first used."""
        if self._files is None:
            from mainstreamer.ui.evidence_files import EvidenceFiles

            self._files = EvidenceFiles(self)
            self._files.broken.connect(_raise)
        return self._files

    @property
    def finder(self) -> Finder:
        """What looks for things in the plan; made when first asked for."""
        if self._finder is None:
            from mainstreamer.ui.finder import Finder

            self._finder = Finder(self)
        return self._finder

    @property
    def coming_back(self) -> ComingBack:
        """The workbook that is looked through before it is taken in; made when first asked for."""
        if self._coming_back is None:
            from mainstreamer.ui.workbook_coming_back import ComingBack

            self._coming_back = ComingBack(self)
            self._coming_back.changed.connect(self.coming_back_changed)
            self._coming_back.taken.connect(self.coming_back_taken)
            self._coming_back.broken.connect(_raise)
        return self._coming_back

    @property
    def has_workbook(self) -> bool:
        """Whether a workbook is being looked through."""
        return self._coming_back is not None and self._coming_back.is_there

    def put(self, verb: str, puts: Iterable[Put], origin: object = None) -> bool:
        """Put values into the plan. False when it was refused or could not be written; then a person was told."""
        try:
            self.document.put(verb, puts, origin)
        except MainstreamerError as error:
            self._tell(error)
            return False
        return True

    def put_beside(
        self, verb: str, puts: Callable[[], Iterable[Put]], then: Callable[[bool], None], origin: object = None
    ) -> None:
        """As `put`, beside the window, for so many puts that it would wait; a worker makes them as well. `then` is told
        afterwards whether it was done."""
        self.change_beside(lambda: self.document.put_unheard(verb, puts(), origin), then)

    def change_beside(self, change: Callable[[], PlanChange], then: Callable[[bool], None]) -> None:
        """Have a worker change the plan, and tell of it here. `then` is told whether it was done, in an event of its own:
        pages have shown the change by then."""
        from mainstreamer.ui.tasks import Task

        def done(made: PlanChange) -> None:
            if self.is_open:
                self.document.tell(made)
                QTimer.singleShot(0, self, after)

        def after() -> None:
            if self.is_open:
                then(True)

        def failed(error: MainstreamerError) -> None:
            if self.is_open:
                if not isinstance(error, Cancelled):
                    self._tell(error)
                then(False)

        def broken(error: BaseException) -> None:
            if self.is_open:
                _raise(error)

        task = Task(lambda _progress: change())
        task.signals.done.connect(done)
        task.signals.failed.connect(failed)
        task.signals.broken.connect(broken)
        task.start()

    def keep(self, settings: Settings) -> None:
        """Remember a person's settings from now on."""
        self.settings = settings
        self.settings_wanted.emit(settings)

    def undo(self) -> None:
        self._revert(UNDO, self.document.undo_verb())

    def redo(self) -> None:
        self._revert(REDO, self.document.redo_verb())

    def _revert(self, revert: str, verb: str) -> None:
        """Undo or redo; beside the window what would hold it."""
        again = revert == REDO

        def told(done: bool) -> None:
            if done:
                self.taken_back.emit(verb, again)

        step = self.document.next_step(revert)
        if step is not None and len(step.changes) > MANY_CHANGES:
            self.change_beside(lambda: self.document.revert_unheard(revert, step=step), told)
            return
        try:
            self.document.tell(self.document.revert_unheard(revert))
        except MainstreamerError as error:
            self._tell(error)
        else:
            told(True)

    def fail(self, error: MainstreamerError) -> None:
        """Have a person told of a fault in work beside the puts."""
        self._tell(error)

    def _tell(self, error: MainstreamerError) -> None:
        self.refusals += 1
        self.failed.emit(error)

    def make_ready(self) -> None:
        """Have the first change wait for nothing. A file that went bad is told of when it is written to."""
        from mainstreamer.ui.tasks import Task

        spoken, document = words().code, self.document
        self._preparing = Task(lambda _progress: _prepare(spoken, document))
        self._preparing.signals.done.connect(self._on_prepared)
        self._preparing.signals.broken.connect(_raise)
        self._preparing.start()

    def _on_prepared(self) -> None:
        garbage.set_aside()  # what was imported stays, and is looked through by no collection

    def close(self) -> None:
        """Stop listening and close the file."""
        self.is_open = False
        self._forget()
        if self._files is not None:
            self._files.close()
        if self._coming_back is not None:
            self._coming_back.close()
        self.document.close()


def _prepare(spoken: str, document: Document) -> None:
    """What comes first is what the first change needs."""
    from mainstreamer.storage.document import prepare
    from mainstreamer.ui.warming import warm_up

    prepare()
    try:
        document.make_ready()
    except MainstreamerError as error:
        log.LOGGER.warning("the plan was not made ready for changes: %s", error.code)
    warm_up(spoken)


def _raise(error: BaseException) -> None:
    """A bug in a worker is reported like one in the window."""
    raise error
