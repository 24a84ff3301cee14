"""The document: owner of one plan file and of the present Plan. The one door through which every change goes."""

from __future__ import annotations

import logging
import platform
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from mainstreamer.domain.history import (
    REDO,
    UNDO,
    Cell,
    Change,
    Changeset,
    History,
    Sitting,
    UndoStacks,
    UndoStep,
    Vector,
    state_at,
)
from mainstreamer.domain.kinds import EXISTS, KINDS, new_uid
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.errors import (
    DamagedPlan,
    InvalidValue,
    MainstreamerError,
    MissingFolder,
    PlanExists,
    PlanReadOnly,
)
from mainstreamer.storage import backups, history_store, migrations, rows
from mainstreamer.storage.faults import faults
from mainstreamer.storage.opening import (
    APPLICATION_ID,
    check_header,
    connect,
    engine_over,
    full_check,
    open_file,
    quick_check,
)
from mainstreamer.storage.tables import META, METADATA, VERSION

LOGGER = logging.getLogger("mainstreamer.storage")
UNDO_DEPTH = 1000
"""How many of the newest changesets undo reaches back to after a plan was opened again."""


@dataclass(frozen=True)
class Author:
    """Who is at this copy. All may be blank: nobody has to sign in."""

    person: str = ""
    institution: str = ""


@dataclass(frozen=True)
class PlanChange:
    """Told to listeners after each commit: the verb, the records touched by kind, the fields touched, and who asked for it."""

    verb: str
    touched: Mapping[str, frozenset[str]]
    cells: frozenset[Cell]
    origin: object = None

    def touches(self, *kinds: str) -> bool:
        """Whether a record of one of these kinds was touched."""
        return any(kind in self.touched for kind in kinds)


NOTHING = PlanChange("", {}, frozenset())
Listener = Callable[[PlanChange], None]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Document:
    """One open plan. Made by `create` or `open`; `close` it. All methods belong to one thread; workers are handed `plan`."""

    def __init__(
        self,
        path: Path,
        raw: sqlite3.Connection,
        author: Author,
        *,
        writable: bool = True,
        backup_folder: Path | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self.path = path
        self.writable = writable
        self.saved_at: datetime | None = None
        self._raw = raw
        self._engine: Engine = engine_over(raw)
        self._connection: Connection = self._engine.connect()
        self._author = author
        self._backup_folder = backup_folder
        self._now = now
        self._sitting: Sitting | None = None
        self._number = 0
        self._vector: Vector | None = None
        self._stacks: UndoStacks | None = None
        self._listeners: list[Listener] = []
        self.plan = self._load()

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
        if path.exists():
            raise PlanExists(path=str(path))
        if not path.parent.is_dir():
            raise MissingFolder(folder=str(path.parent))
        uid = uid or new_uid()
        part = path.with_name(f".{path.name}.part")
        try:
            with faults(path):
                part.unlink(missing_ok=True)
                _make_file(part, uid)
            fresh = cls.open(part, author, now=now)
            try:
                fresh.put("create_plan", creation("plan", uid, frame))
            finally:
                fresh.close()
            with faults(path):
                part.rename(path)
        finally:
            part.unlink(missing_ok=True)
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
        """Open a plan file. Raises MissingFile, NotAPlan, DamagedPlan, NewerPlan, PlanInUse, PlanReadOnly; changes no byte,
        except to bring an older file up to this version after a backup."""
        found = check_header(path, VERSION)
        raw = open_file(path, writable)
        try:
            with faults(path):
                if quick_check(raw) != "ok":
                    raise DamagedPlan(path=str(path))
                if found < VERSION:
                    _migrate(raw, path, found, writable, backup_folder, now())
                return cls(path, raw, author, writable=writable, backup_folder=backup_folder, now=now)
        except BaseException:
            raw.close()
            raise

    @classmethod
    def open_for_reading(cls, path: Path) -> Document:
        """Open a plan to look at it; where the file or its folder cannot be written, as it is."""
        try:
            return cls.open(path)
        except PlanReadOnly:
            return cls.open(path, writable=False)

    def close(self) -> None:
        """Close the file; when this sitting changed it, a backup is made first. A backup that fails is only logged."""
        if self._number and self._backup_folder is not None:
            try:
                self.back_up("close")
            except MainstreamerError as error:
                LOGGER.warning("backup on closing failed: %s", error.code)
        self._listeners.clear()
        self._connection.close()
        self._engine.dispose()
        self._raw.close()

    def __enter__(self) -> Document:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _load(self) -> Plan:
        with faults(self.path):
            try:
                uid = self._connection.execute(select(META.c.value).where(META.c.name == "plan_uid")).scalar_one_or_none()
                plan = rows.read_plan(self._connection, str(uuid.UUID(str(uid))))
            except (ValueError, TypeError, KeyError) as error:
                raise DamagedPlan(path=str(self.path), cause=str(error)) from error
            finally:
                self._connection.rollback()
        return plan

    # -- changing ----------------------------------------------------------------------------------------------------

    def put(self, verb: str, puts: Iterable[Put], origin: object = None) -> PlanChange:
        """Put values: one transaction, one changeset, one new Plan, told to listeners once it is on the disk.

        Puts that change nothing are left out; when none is left, nothing happens. Raises InvalidValue before anything is
        written, or a typed error when the write failed; the plan is then as it was.
        """
        return self._commit(verb, self._cleaned(puts), (), origin)

    def _cleaned(self, puts: Iterable[Put]) -> list[Put]:
        last: dict[Cell, Put] = {}
        for put in puts:
            kind = KINDS[put.kind]
            if put.field == EXISTS:
                clean = put
            else:
                type_ = kind.fields[put.field].type
                clean = put._replace(value=type_.clean(put.value))
                problem = type_.check(clean.value)
                if problem:
                    raise InvalidValue(kind=put.kind, field=put.field, reason=problem, value=put.value)
            last[Cell(put.kind, put.uid, put.field)] = clean
        return [put for put in last.values() if put.value != self.plan.value(put.kind, put.uid, put.field)]

    def _commit(
        self, verb: str, puts: list[Put], reverts: tuple[tuple[str, int], ...], origin: object
    ) -> PlanChange:
        if not puts:
            return NOTHING
        if not self.writable:
            raise PlanReadOnly(path=str(self.path))
        stacks = self._undo_stacks()
        before = self.plan
        after = before.with_puts(puts)
        changes = tuple(_change(before, put) for put in puts)
        at = self._now()
        sitting = self._sitting or self._new_sitting(at)
        changeset = Changeset(
            sitting.uid, self._number + 1, at.astimezone(UTC).isoformat(timespec="seconds"), verb, changes, reverts
        )
        with faults(self.path), self._connection.begin():
            if self._sitting is None:
                history_store.write_sitting(self._connection, sitting)
            history_store.write_changeset(self._connection, changeset)
            rows.write_puts(self._connection, before, puts)
        self._sitting, self._number = sitting, changeset.number
        self.plan, self.saved_at = after, at
        stacks.take(changeset)
        touched: dict[str, set[str]] = {}
        for put in puts:
            touched.setdefault(put.kind, set()).add(put.uid)
        change = PlanChange(
            verb,
            {kind: frozenset(uids) for kind, uids in touched.items()},
            frozenset(change.cell for change in changes),
            origin,
        )
        for listener in tuple(self._listeners):
            listener(change)
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
            self._stacks = UndoStacks()
            with faults(self.path):
                for changeset in history_store.read_changesets(self._connection, UNDO_DEPTH):
                    self._stacks.take(changeset)
                self._connection.rollback()
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
        done = self._undo_stacks().done
        return self._revert(UNDO, done[-1], origin) if done else NOTHING

    def redo(self, origin: object = None) -> PlanChange:
        """Do again what undo took back."""
        undone = self._undo_stacks().undone
        return self._revert(REDO, undone[-1], origin) if undone else NOTHING

    def _revert(self, verb: str, step: UndoStep, origin: object) -> PlanChange:
        puts = [
            Put(cell.kind, cell.uid, cell.field, _value(cell, stored)) for cell, stored in step.inverse().items()
        ]
        return self._commit(verb, puts, step.keys, origin)

    # -- knowing and looking back ------------------------------------------------------------------------------------

    def know(self) -> Vector:
        """The version vector of this copy."""
        with faults(self.path):
            vector = history_store.read_vector(self._connection)
            self._connection.rollback()
        return vector

    def _vector_at_start(self) -> Vector:
        return self.know() if self._vector is None else self._vector

    def history(self) -> History:
        """Everything this copy knows, for merging and looking back."""
        with faults(self.path):
            history = history_store.read_history(self._connection)
            self._connection.rollback()
        return history

    def entries(self, last: int | None = None) -> list[history_store.Entry]:
        """Lines of the history, newest first."""
        with faults(self.path):
            found = history_store.read_entries(self._connection, last)
            self._connection.rollback()
        return found

    def state_at(self, vector: Mapping[str, int]) -> Plan:
        """The plan as a copy with that version vector shows it."""
        puts = [
            Put(cell.kind, cell.uid, cell.field, _value(cell, stored))
            for cell, stored in state_at(self.history(), vector).items()
        ]
        return Plan(self.plan.uid).with_puts(puts)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change from now on; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    # -- copies ------------------------------------------------------------------------------------------------------

    def copy_to(self, target: Path) -> None:
        """A whole, checked copy of the plan. Raises PlanExists, MissingFolder, DiskFull, PlanReadOnly."""
        if target.exists():
            raise PlanExists(path=str(target))
        if not target.parent.is_dir():
            raise MissingFolder(folder=str(target.parent))
        backups.copy_checked(self._raw, target)

    def back_up(self, reason: str) -> Path | None:
        """A backup now; None when this document keeps none."""
        if self._backup_folder is None:
            return None
        return backups.make(self._raw, self._backup_folder, self.plan.uid, reason, self._now())

    def integrity(self) -> tuple[str, ...]:
        """Faults that SQLite finds in the file, and disagreements between tables and history; empty when sound."""
        with faults(self.path):
            found = full_check(self._raw)
        return found or tuple(sorted(self._disagreements()))

    def _disagreements(self) -> Iterable[str]:
        """Sentence 3 of the design: the tables are the history's present state."""
        remembered = state_at(self.history())
        for cell, stored in remembered.items():
            if _store(cell, self.plan.value(*cell)) != stored:
                yield f"{cell.kind}.{cell.field} {cell.uid}"
        for kind, records in self.plan.entries.items():
            for uid in records:
                if Cell(kind, uid, EXISTS) not in remembered:
                    yield f"{kind} {uid}"


def _change(before: Plan, put: Put) -> Change:
    cell = Cell(put.kind, put.uid, put.field)
    known = put.field != EXISTS or put.uid in before.entries.get(put.kind, {})
    old = _store(cell, before.value(*cell)) if known else None
    return Change(cell, old, _store(cell, put.value))


def _store(cell: Cell, value: Any) -> str | int | None:
    return int(value) if cell.field == EXISTS else KINDS[cell.kind].fields[cell.field].type.store(value)


def _value(cell: Cell, stored: str | int | None) -> Any:
    if cell.field == EXISTS:
        return bool(stored)
    return KINDS[cell.kind].fields[cell.field].type.load(stored)


def _make_file(path: Path, plan_uid: str) -> None:
    raw = connect(path, "rwc")
    try:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        engine = engine_over(raw)
        with engine.begin() as connection:
            METADATA.create_all(connection)
            connection.execute(insert(META), [{"name": "plan_uid", "value": plan_uid}])
            connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
        engine.dispose()
    finally:
        raw.close()


def _migrate(
    raw: sqlite3.Connection, path: Path, found: int, writable: bool, backup_folder: Path | None, now: datetime
) -> None:
    if not writable:
        raise PlanReadOnly(path=str(path))

    def back_up() -> None:
        if backup_folder is not None:
            uid = raw.execute("SELECT value FROM meta WHERE name='plan_uid'").fetchone()
            backups.make(raw, backup_folder, str(uid[0]) if uid else "unknown", "migration", now)

    migrations.migrate(raw, found, VERSION, back_up)
