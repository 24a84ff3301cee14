"""The document: owner of one plan file and of the present Plan. The one door through which every change goes."""

from __future__ import annotations

import logging
import platform
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from mainstreamer import paths
from mainstreamer.domain.history import (
    IMPORT,
    REDO,
    UNDO,
    Cell,
    Changeset,
    Sitting,
    UndoStacks,
    UndoStep,
    Vector,
)
from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.errors import (
    Cancelled,
    DamagedPlan,
    MainstreamerError,
    PlanReadOnly,
)
from mainstreamer.storage import reading
from mainstreamer.storage.faults import faults
from mainstreamer.storage.layout import VERSION
from mainstreamer.storage.opening import PlanConnection, check_header, open_file, quick_check
from mainstreamer.storage.plan_change import NOTHING, Author, Listener, PlanChange, change_of
from mainstreamer.storage.plan_file import PlanFile, bring_up, check_target, utc_now
from mainstreamer.storage.taking_in import decided_changeset, weigh, workbook_sitting
from mainstreamer.storage.validation import cleaned, differing

if TYPE_CHECKING:
    from mainstreamer.domain.taking import Intake

LOGGER = logging.getLogger("mainstreamer.storage")
UNDO_DEPTH = 1000
"""How many of the newest changesets undo reaches back to after a plan was opened again."""


def prepare() -> None:
    """Import what a change needs (SQLAlchemy), which takes longer than a window may be held. For a worker."""
    from mainstreamer.storage.ledger import warm_up

    warm_up()


class Document(PlanFile):
    """One open plan. Made by `create` or `open`; `close` it. All methods belong to one thread; workers are handed `plan`,
    and may make the contents of files ready (`files.stage`) and do what is `unheard`."""

    def __init__(
        self,
        path: Path,
        raw: PlanConnection,
        author: Author,
        *,
        writable: bool = True,
        backup_folder: Path | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(path, raw, writable, backup_folder, now)
        self.saved_at: datetime | None = None
        self._author = author
        self._sitting: Sitting | None = None
        self._number = 0
        self._vector: Vector | None = None
        self._stacks: UndoStacks | None = None
        self._conflicts: tuple[Cell, ...] | None = None
        """Open conflicts; None until somebody asks, and after what may have changed them."""
        self._listeners: list[Listener] = []
        self._changing = RLock()
        """Held by whoever changes the plan, from the first look at it to the new one."""

    # -- opening and closing -----------------------------------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path,
        frame: Mapping[str, Any],
        author: Author = Author(),
        *,
        backup_folder: Path | None = None,
        now: Callable[[], datetime] = utc_now,
        uid: str = "",
    ) -> Document:
        """Make a new plan file with these fields of its frame. Refuses to overwrite.

        Raises PlanExists, MissingFolder, PlanReadOnly, DiskFull, InvalidValue. The file appears only when it is whole.
        """
        from mainstreamer.storage import making

        check_target(path)
        uid = uid or new_uid()
        with making.beside(path) as part:
            making.make_file(part, uid)
            with cls.open(part, author, now=now) as fresh:
                fresh.put("create_plan", creation("plan", uid, frame))
        return cls.open(path, author, backup_folder=backup_folder, now=now)

    @classmethod
    def open(
        cls,
        path: Path,
        author: Author = Author(),
        *,
        writable: bool = True,
        backup_folder: Path | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> Document:
        """Open a plan file. Raises MissingFile, NotAPlan, DamagedPlan, NewerPlan, PlanInUse, PlanReadOnly; changes no
        byte, except to bring an older file up to this version after a backup."""
        found = check_header(path, VERSION)
        raw = open_file(path, writable)
        try:
            with faults(path):
                if quick_check(raw) != "ok":
                    raise DamagedPlan(path=str(path))
                if found < VERSION:
                    bring_up(raw, path, (found, VERSION), writable, backup_folder, now())
                return cls(path, raw, author, writable=writable, backup_folder=backup_folder, now=now)
        except BaseException:
            raw.close()
            raise

    @classmethod
    def open_for_reading(cls, path: Path) -> Document:
        """Open a plan to look at it; where the file or its folder cannot be written, as it is. A file of an older version
        is brought up to this one, after a backup."""
        try:
            return cls.open(path, backup_folder=paths.backup_folder())
        except PlanReadOnly:
            return cls.open(path, writable=False)

    def close(self) -> None:
        """Close the file; when it was changed since it was opened, a backup is made first. A backup that fails is only
        logged. Closing again does nothing."""
        with self._changing:
            if self._closed:
                return
            if self.saved_at is not None and self._backup_folder is not None:
                try:
                    self.back_up("close")
                except MainstreamerError as error:
                    LOGGER.warning("backup on closing failed: %s", error.code)
            self._listeners.clear()
            self._close_file()

    def __enter__(self) -> Document:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- changing ----------------------------------------------------------------------------------------------------

    def put(self, verb: str, puts: Iterable[Put], origin: object = None) -> PlanChange:
        """Put values: one transaction, one changeset, one new Plan, told to listeners once it is on the disk.

        Puts that change nothing are left out; when none is left, nothing happens. The content of a file that a put
        refers to was staged before (`files.stage`) or is in the plan already. Raises InvalidValue before anything
        is written, or a typed error when the write failed; the plan is then as it was. What a listener raises leaves
        from here too, once all were told: the change is then on the disk.
        """
        return self.tell(self.put_unheard(verb, puts, origin))

    def put_unheard(self, verb: str, puts: Iterable[Put], origin: object = None) -> PlanChange:
        """As `put`, but nobody is told: for a worker with so many puts that the window would wait. The thread of the document
        then tells the change; what it puts meanwhile waits for this."""
        with self._changing:
            return self._commit(verb, differing(cleaned(puts), self.plan, self.files), (), origin)

    def _commit(self, verb: str, puts: list[Put], reverts: tuple[tuple[str, int], ...], origin: object) -> PlanChange:
        if not puts:
            return NOTHING
        if not self.writable:
            raise PlanReadOnly(path=str(self.path))
        self._undo_stacks()
        before = self.plan
        after = before.with_puts(puts)
        changes = tuple(change_of(before, put) for put in puts)
        at = self._now()
        sitting = self._sitting or self._new_sitting(at)
        changeset = Changeset(
            sitting.uid, self._number + 1, at.astimezone(UTC).isoformat(timespec="seconds"), verb, changes, reverts
        )
        contents = self.files.needed(puts)
        with faults(self.path):
            self._ledger.write(sitting if self._sitting is None else None, changeset, before, puts, contents)
        self.files.written(contents)
        self._sitting, self._number = sitting, changeset.number
        return self._committed(verb, after, (changeset,), at, origin)

    def _committed(
        self, verb: str, after: Plan, changesets: Iterable[Changeset], at: datetime, origin: object
    ) -> PlanChange:
        """Changesets are on the disk: from now on the plan is `after`; all have to be told."""
        self.plan, self.saved_at = after, at
        touched: dict[str, set[str]] = {}
        cells: set[Cell] = set()
        for changeset in changesets:
            self._undo_stacks().take(changeset)
            cells.update(change.cell for change in changeset.changes)
        for cell in cells:
            touched.setdefault(cell.kind, set()).add(cell.uid)
        if verb == IMPORT or any(cell.uid in touched.get(cell.kind, ()) for cell in self._conflicts or ()):
            self._conflicts = None
        return PlanChange(verb, {kind: frozenset(uids) for kind, uids in touched.items()}, frozenset(cells), origin)

    def take_in(self, intake: Intake, origin: object = None) -> PlanChange:
        """Take in what an edited workbook brings: its values in a sitting of their own, which knew no more than the
        workbook did, then what was decided about them. A backup is made first; all is one transaction and one step of undo.

        Raises as `put` does; the plan is then as it was.
        """
        return self.tell(self.take_in_unheard(intake, None, origin))

    def take_in_unheard(self, intake: Intake, plan: Plan | None = None, origin: object = None) -> PlanChange:
        """As `take_in`, but nobody is told; see `put_unheard`. With a `plan`, only as long as that is the present one: what was
        decided was decided about it. Raises Cancelled when it is not; then nothing was written."""
        with self._changing:
            if plan is not None and plan is not self.plan:
                raise Cancelled
            return self._take_in(intake, origin)

    def _take_in(self, intake: Intake, origin: object) -> PlanChange:
        puts = differing(cleaned(intake.puts), self.plan, self.files)
        if not puts:
            return NOTHING
        if not self.writable:
            raise PlanReadOnly(path=str(self.path))
        self._undo_stacks()
        decided = {Cell(*put[:3]): reading.stored_of(Cell(*put[:3]), put.value) for put in cleaned(intake.decided)}
        now, before = self._now(), self.plan
        at = now.astimezone(UTC).isoformat(timespec="seconds")
        self.back_up(IMPORT)
        author = workbook_sitting(intake, at)
        with self._checked():
            past = self._ledger.history_of([put.uid for put in puts] + [cell.uid for cell in decided])
            known = {**self._ledger.vector(), author.uid: 1}
        outcome = weigh(past, author, at, (change_of(before, put) for put in puts), decided, intake.open)
        mine = self._sitting or replace(self._new_sitting(now), known=((0, known),))
        decision = decided_changeset(outcome, mine.uid, self._number + 1, at)
        shown = [Put(*cell, reading.value_of(cell, stored)) for cell, stored in outcome.shown.items()]
        after = before.with_puts(shown)
        changesets = (outcome.brought,) if decision is None else (outcome.brought, decision)
        fresh = [author, mine] if decision is not None and self._sitting is None else [author]
        reader = None
        if self._sitting is not None:
            reader = mine = replace(mine, known=(*mine.known, (self._number, known)))
        with faults(self.path):
            self._ledger.write_intake(fresh, changesets, reader, before, shown)
        # What a sitting begun after this knows is read anew.
        self._vector = None
        if decision is not None:
            self._number = decision.number
        if decision is not None or self._sitting is not None:
            self._sitting = mine
        return self._committed(IMPORT, after, changesets, now, origin)

    def tell(self, change: PlanChange) -> PlanChange:
        """Tell all listeners of a change that is on the disk, in their order, even when one of them raises; that leaves
        afterwards."""
        if change is not NOTHING:
            with ExitStack() as listeners:
                for listener in reversed(self._listeners):
                    listeners.callback(listener, change)
        return change

    def _new_sitting(self, at: datetime) -> Sitting:
        return Sitting(
            str(uuid.uuid4()),
            self._author.person,
            self._author.institution,
            platform.node(),
            at.astimezone(UTC).isoformat(timespec="seconds"),
            ((0, self._vector_at_start()),),
        )

    def sign(self, author: Author) -> None:
        """Another person takes over: what is put from now on belongs to a new sitting."""
        if author != self._author:
            self._vector = self.know()
            self._author, self._sitting, self._number = author, None, 0

    # -- undo and redo -----------------------------------------------------------------------------------------------

    def _undo_stacks(self) -> UndoStacks:
        if self._stacks is None:
            with self._reading() as raw:
                newest = reading.read_outline(raw, UNDO_DEPTH)
            self._stacks = UndoStacks()
            for changeset in newest:
                self._stacks.take(changeset)
        return self._stacks

    def undo_verb(self) -> str:
        """The verb that undo would take back; empty when there is nothing."""
        done = self._undo_stacks().done
        return done[-1].verb if done else ""

    def redo_verb(self) -> str:
        """The verb that redo would do again; empty when there is nothing."""
        undone = self._undo_stacks().undone
        return undone[-1].verb if undone else ""

    def undo(self, origin: object = None) -> PlanChange:
        """Take the last verb back by putting the old values: a changeset like any other."""
        return self.tell(self.revert_unheard(UNDO, origin))

    def redo(self, origin: object = None) -> PlanChange:
        """Do again what undo took back."""
        return self.tell(self.revert_unheard(REDO, origin))

    def revert_unheard(self, verb: str, origin: object = None, step: UndoStep | None = None) -> PlanChange:
        """As `undo` or `redo`, but nobody is told; see `put_unheard`. With a `step`, only as long as that one is next."""
        with self._changing:
            found = self.next_step(verb)
            if found is None or (step is not None and found is not step):
                return NOTHING
            return self._revert(verb, found, origin)

    def next_step(self, verb: str) -> UndoStep | None:
        """What undo or redo would do now; its changes are blank as long as nobody has read them."""
        stacks = self._undo_stacks()
        steps = stacks.done if verb == UNDO else stacks.undone
        return steps[-1] if steps else None

    def _revert(self, verb: str, step: UndoStep, origin: object) -> PlanChange:
        if not step.changes:
            with self._checked():
                step = replace(step, changes=self._ledger.changes(step.keys))
        puts = [Put(*cell, reading.value_of(cell, stored)) for cell, stored in step.inverse().items()]
        return self._commit(verb, puts, step.keys, origin)

    # -- knowing and looking back ------------------------------------------------------------------------------------

    def _vector_at_start(self) -> Vector:
        return self.know() if self._vector is None else self._vector

    def open_conflicts(self, pause: Callable[[], object] = lambda: None) -> tuple[Cell, ...]:
        """Fields for which two values are open, and removals of records edited elsewhere (as `exists`). For a worker: the first
        time, and after what may have opened or settled one, the history of the records concerned is read; `pause` is called
        often meanwhile.

        Whoever writes here knows all that is here; only what a workbook brought can stand beside it.
        """
        plan, known = self.plan, self._conflicts
        if known is not None:
            return known
        try:
            known = self.read_conflicts(pause)
        except Exception:
            if self._closed:
                return ()
            raise
        with self._changing:
            if self.plan is plan:
                self._conflicts = known
        return known

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change from now on; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None
