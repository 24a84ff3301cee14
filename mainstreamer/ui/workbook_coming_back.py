"""The workbook that a person looks through before it is taken into the plan: read and compared beside the window, kept with
the open plan until it is taken in or put aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from mainstreamer.domain.taking import ALREADY, CHANGED, CONFLICT, WORKBOOK
from mainstreamer.errors import Cancelled, MainstreamerError
from mainstreamer.ui import garbage
from mainstreamer.ui.coming_back_choices import OPEN, Decisions
from mainstreamer.ui.coming_back_lines import NEW, REMARK, Line, Section, arranged
from mainstreamer.ui.i18n import words
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.tasks import Progress, Task

if TYPE_CHECKING:
    from mainstreamer.domain.checklist import Checklist
    from mainstreamer.domain.history import History
    from mainstreamer.domain.plan import Plan
    from mainstreamer.domain.returned import Returned
    from mainstreamer.domain.taking import Choices, Taking
    from mainstreamer.storage.document import Document
    from mainstreamer.ui.session import Session

NOTHING, READING, FAILED, READ, TAKING = "", "reading", "failed", "read", "taking"
"""Stages: no workbook, one is being read, it could not be, it is there to be looked through, it is being taken in."""
MANY = 200
"""So many changes are taken in beside the window."""
REST_MS = 300
"""Compared anew once nothing was put for so long."""


class Engine:
    """Reads, compares and takes in. The one place where the window calls the machinery of workbooks that come back."""

    def __init__(self) -> None:
        self._history: tuple[Plan, History] | None = None
        """What was read for a workbook and serves once more, to compare it with the same plan."""

    def read(self, document: Document, plan: Plan, path: Path, today: date, progress: Progress) -> Returned:
        """Called in a worker."""
        from mainstreamer.exchange.workbook_in import read_returned
        from mainstreamer.operations.taking import remembered

        history = document.history()
        returned = read_returned(path, plan.uid, remembered(plan.uid, history), plan, today, progress)
        self._history = plan, history
        return returned

    def compare(self, document: Document, plan: Plan, returned: Returned) -> tuple[Taking, str]:
        """Called in a worker: what it would do, and the moment of the last change that the workbook knew (ISO)."""
        from mainstreamer.operations.taking import compare

        kept, self._history = self._history, None
        history = kept[1] if kept is not None and kept[0] is plan else document.history()
        known = (
            changeset.at
            for changeset in history.changesets.values()
            if changeset.number <= returned.vector.get(changeset.sitting, 0)
        )
        result = compare(plan, history, returned), max(known, default="")
        # Gone in one go, a hundred thousand changes would hold the interpreter, and the window with it.
        rest = [change for changeset in history.changesets.values() for change in changeset.changes]
        del kept, history, known
        while rest:
            rest.pop()
        return result

    def take_in(self, session: Session, taking: Taking, choices: Choices) -> bool:
        """One step of undo. False when it could not be done; then a person was told."""
        from mainstreamer.operations.taking import decide

        try:
            session.document.take_in(decide(session.plan, taking, choices))
        except MainstreamerError as error:
            session.fail(error)
            return False
        return True

    def take_in_beside(self, session: Session, taking: Taking, choices: Choices, then: Callable[[bool], None]) -> None:
        """The same in a worker, for so many changes that the window would wait; `then` is told whether it was done. When the
        plan was changed before the worker came to it, nothing is."""
        from mainstreamer.operations.taking import decide

        document, plan = session.document, session.plan
        session.change_beside(lambda: document.take_in_unheard(decide(plan, taking, choices), plan), then)


class Found(NamedTuple):
    """What a workbook brings to a plan, in words of a language."""

    returned: Returned
    taking: Taking
    sections: tuple[Section, ...]
    plan: Plan
    checklist: Checklist
    language: str
    known_at: str
    """When the plan was last changed before the workbook was exported: ISO, or blank."""


@dataclass(frozen=True)
class Taken:
    """What was taken in: how many changes, of which file, how many conflicts stay open, and a line of the first record that
    was changed."""

    count: int
    file: str
    open: int
    first: Line | None


class ComingBack(QObject):
    """At most one workbook at a time."""

    changed = Signal()
    """There is another stage, or other lines."""
    progressed = Signal(int, int)
    taken = Signal(object)
    """It was taken in: a Taken."""
    broken = Signal(object)
    """A bug: an exception."""

    def __init__(self, session: Session, engine: Engine | None = None) -> None:
        super().__init__(session)
        self._session = session
        self.engine = engine or Engine()
        self.stage = NOTHING
        self.path = Path()
        self.error: MainstreamerError | None = None
        self.found: Found | None = None
        self.decisions = Decisions()
        self._task: Task | None = None
        self._watched = False
        self._telling, self._beginning = Slices(self), Slices(self, last=True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._compare)
        session.changed.connect(self._on_changed)
        session.language_changed.connect(self._on_language_changed)
        session.checklist_language_changed.connect(self._on_language_changed)

    @property
    def is_there(self) -> bool:
        """Whether there is something to look through, or will be."""
        return self.stage != NOTHING

    @property
    def is_current(self) -> bool:
        """Whether the lines are about the plan as it is now."""
        return self.found is not None and self.found.plan is self._session.plan

    @property
    def sections(self) -> tuple[Section, ...]:
        return () if self.found is None else self.found.sections

    @property
    def count(self) -> int:
        """How much there is to look through."""
        return sum(len(one.lines) for one in self.sections if one.what not in (ALREADY, REMARK))

    # -- reading -----------------------------------------------------------------------------------------------------

    def read(self, path: Path) -> None:
        """Read a workbook in the background and compare it with the plan as it is now. What was decided about another one is
        forgotten, what was decided about this one stays."""
        if path != self.path:
            self.decisions = Decisions()
        self._drop_task()
        self.path, self.stage, self.error, self.found = path, READING, None, None
        engine, document = self.engine, self._session.document
        plan, today = self._session.plan, self._session.today()
        self._work(lambda progress: engine.read(document, plan, path, today, progress))
        self.changed.emit()

    def read_again(self) -> None:
        """Read the same file, after it was corrected."""
        self.read(self.path)

    def cancel(self) -> None:
        """Break off reading."""
        if self._task is not None and self.stage == READING:
            self._task.cancel()

    def put_aside(self) -> None:
        """Forget the workbook; nothing of it is in the plan."""
        self._drop_task()
        self._rest.stop()
        self.stage, self.path, self.error, self.found, self.decisions = NOTHING, Path(), None, None, Decisions()
        self.changed.emit()

    def _work(self, returned: Callable[[Progress], Returned]) -> None:
        """Have a workbook, read or to be read, compared in a worker."""
        session = self._session
        engine, document, plan, checklist, code = (
            self.engine,
            session.document,
            session.plan,
            session.checklist,
            words(),
        )

        today = session.today()

        def work(progress: Progress) -> Found:
            from mainstreamer.operations.taking_cautions import with_cautions

            brought = returned(progress)
            taking, known_at = engine.compare(document, plan, brought)
            taking = with_cautions(plan, taking, checklist, today)
            return Found(brought, taking, arranged(taking, plan, checklist), plan, checklist, code.code, known_at)

        self._task = Task(work)
        self._task.signals.progressed.connect(self._on_progressed)
        self._task.signals.done.connect(self._on_found)
        self._task.signals.failed.connect(self._on_failed)
        self._task.signals.broken.connect(self._on_broken)
        self._beginning.soon(self._task.start)

    def _drop_task(self) -> None:
        """Whatever a worker still brings is late."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @property
    def _is_late(self) -> bool:
        """Whether the worker that tells something now is not the one that is waited for."""
        return self._task is None or self.sender() is not self._task.signals

    def _on_progressed(self, done: int, of: int) -> None:
        if not self._is_late:
            self.progressed.emit(done, of)

    def _on_found(self, found: Found) -> None:
        if self._is_late:
            return
        self._task = None
        garbage.set_aside()  # a hundred thousand parts of lines that stay until they are taken in
        self.found, self.stage = found, READ
        self.changed.emit()
        if self._watched:
            self._compare()

    def _on_failed(self, error: MainstreamerError) -> None:
        if self._is_late:
            return
        self._task = None
        if isinstance(error, Cancelled):
            self.put_aside()
            return
        self.stage, self.error = FAILED, error
        self.changed.emit()

    def _on_broken(self, error: BaseException) -> None:
        if self._is_late:
            return
        self.put_aside()
        self.broken.emit(error)

    def close(self) -> None:
        """The plan is closed."""
        self._drop_task()
        self._rest.stop()

    # -- keeping up --------------------------------------------------------------------------------------------------

    def watch(self, watched: bool) -> None:
        """Whether somebody looks at the lines. Only then are they kept up: comparing reads the whole history."""
        self._watched = watched
        if watched:
            self._compare()

    def _on_changed(self, _change: object) -> None:
        if self.stage == READ and self._watched:
            self._rest.start()

    def _on_language_changed(self) -> None:
        if self._watched:
            self._compare()

    def _compare(self) -> None:
        """Compare with the plan as it is now and say it in the language spoken now, unless that was done."""
        found, session = self.found, self._session
        if self._task is not None or found is None or not session.is_open:
            return
        if self.is_current and found.checklist is session.checklist and found.language == words().code:
            return
        self._work(lambda _progress: found.returned)

    # -- taking in ---------------------------------------------------------------------------------------------------

    def take_in(self) -> bool:
        """Take in what is ticked and decided, as one step of undo. False when that is not done now: the lines are not about the
        plan of this moment yet, or there is something that cannot be read."""
        found = self.found
        if found is None or found.taking.refused:
            return False
        if not self.is_current:
            self._rest.stop()
            self._compare()
            return False
        taken, choices = self._taken(found), self.decisions.choices(found.taking)
        if taken.count < MANY:
            if not self.engine.take_in(self._session, found.taking, choices):
                return False
            self.put_aside()
            self.taken.emit(taken)
            return True
        self.stage = TAKING
        self.changed.emit()

        def then(done: bool) -> None:
            if self.stage != TAKING:
                return
            if done:
                self.put_aside()
                self._telling.soon(lambda: self.taken.emit(taken))
                return
            self.stage = READ
            self.changed.emit()
            self._compare()

        self.engine.take_in_beside(self._session, found.taking, choices, then)
        return True

    def _taken(self, found: Found) -> Taken:
        decisions, sections = self.decisions, found.sections
        return Taken(
            decisions.count(sections),
            self.path.name,
            decisions.conflicts(sections, OPEN),
            next((line for line in _lines(sections) if self._changes(line)), None),
        )

    def _changes(self, line: Line) -> bool:
        """Whether this line changes a record that is there afterwards."""
        if line.what == CONFLICT:
            return self.decisions.of(line) == WORKBOOK
        return line.what in (CHANGED, NEW) and self.decisions.is_ticked(line)


def _lines(sections: tuple[Section, ...]) -> list[Line]:
    return [line for section in sections for line in section.lines]
