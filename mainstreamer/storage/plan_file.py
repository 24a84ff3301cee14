"""A plan file that is open: read as of one moment, looked back into, copied, checked. It changes nothing."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mainstreamer.domain.history import IMPORT, Cell, History, Vector, conflicts, state_at
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.errors import DamagedPlan, MissingFolder, PlanExists, PlanReadOnly
from mainstreamer.storage import backups, migrations, reading
from mainstreamer.storage.blobs import Blobs
from mainstreamer.storage.checking import disagreements
from mainstreamer.storage.faults import faults
from mainstreamer.storage.looking_back import Past
from mainstreamer.storage.opening import PlanConnection, full_check

if TYPE_CHECKING:
    from mainstreamer.storage.history_store import Entry
    from mainstreamer.storage.ledger import Ledger


def utc_now() -> datetime:
    return datetime.now(UTC)


class PlanFile:
    """What a Document stands on. All methods belong to one thread; see there what workers may do."""

    def __init__(
        self, path: Path, raw: PlanConnection, writable: bool, backup_folder: Path | None, now: Callable[[], datetime]
    ) -> None:
        self.path = path
        self.writable = writable
        self._raw = raw
        self._closed = False
        self._opened_ledger: Ledger | None = None
        self._backup_folder = backup_folder
        self._now = now
        self.files = Blobs(path, raw, writable)
        self.past = Past(self._reading)
        self.plan = self._load()

    @contextmanager
    def _checked(self) -> Iterator[None]:
        """Read inside: what no version of the program could have written leaves as DamagedPlan."""
        with faults(self.path):
            try:
                yield
            except (ValueError, TypeError, KeyError, ArithmeticError) as error:
                raise DamagedPlan(path=str(self.path), cause=str(error)) from error

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """The driver connection inside one transaction, so that all is read as of one moment."""
        with self._raw.lock, self._checked():
            self._raw.execute("BEGIN")
            try:
                yield self._raw
            finally:
                self._raw.rollback()

    def _load(self) -> Plan:
        with self._reading() as raw:
            return reading.read_plan(raw, str(uuid.UUID(reading.read_plan_uid(raw))))

    @property
    def is_closed(self) -> bool:
        """Whether `close` was called."""
        return self._closed

    @property
    def _ledger(self) -> Ledger:
        from mainstreamer.storage.ledger import Ledger

        with self._raw.lock:
            if self._opened_ledger is None:
                self._opened_ledger = Ledger(self._raw, self.writable)
            return self._opened_ledger

    def make_ready(self) -> None:
        """Load what the first change would otherwise wait for, after `prepare`: for a worker, while a person only looks.
        Nothing is written. On a closed document it does nothing."""
        try:
            with self._checked():
                self._ledger.vector()
        except Exception:
            if not self._closed:
                raise

    def _close_file(self) -> None:
        """A worker that reads finishes first; one that comes later finds the file closed."""
        self._closed = True
        with self._raw.lock:
            if self._opened_ledger is not None:
                self._opened_ledger.close()
            self._raw.close()

    # -- knowing and looking back ------------------------------------------------------------------------------------

    def know(self) -> Vector:
        """The version vector of this copy."""
        with self._checked():
            return self._ledger.vector()

    def history(self) -> History:
        """Everything this copy knows, for merging and looking back."""
        with self._checked():
            return self._ledger.history()

    def entries(self, last: int | None = None) -> list[Entry]:
        """Lines of the history, newest first."""
        with self._checked():
            return self._ledger.entries(last)

    def glimpses(self, last: int) -> list[reading.Glimpse]:
        """The newest lines of the history, newest first, without loading what only the whole history needs."""
        with self._reading() as raw:
            return reading.read_glimpses(raw, last)

    def state_at(self, vector: Mapping[str, int]) -> Plan:
        """The plan as a copy with that version vector shows it."""
        remembered = state_at(self.history(), vector)
        with self._checked():
            puts = [Put(*cell, reading.value_of(cell, stored)) for cell, stored in remembered.items()]
        return Plan(self.plan.uid).with_puts(puts)

    def read_conflicts(self, pause: Callable[[], object]) -> tuple[Cell, ...]:
        """Fields with a conflict that is open, from the history of the records that a workbook touched. `pause` is called
        often."""
        with self._reading() as raw:
            if raw.execute("SELECT 1 FROM changeset WHERE verb = ? LIMIT 1", (IMPORT,)).fetchone() is None:
                return ()
        with self._checked():
            history = self._ledger.history_of(self._ledger.changed_by(IMPORT), pause)
        return tuple(conflict.cell for conflict in conflicts(history, pause))

    # -- copies ------------------------------------------------------------------------------------------------------

    def copy_to(self, target: Path) -> None:
        """A whole, checked copy of the plan. Raises PlanExists, MissingFolder, DiskFull, PlanReadOnly."""
        check_target(target)
        with self._raw.lock:
            backups.copy_checked(self._raw, target)

    def back_up(self, reason: str) -> Path | None:
        """A backup now; None when this document keeps none."""
        if self._backup_folder is None:
            return None
        with self._raw.lock:
            return backups.make(self._raw, self._backup_folder, self.plan.uid, reason, self._now())

    def integrity(self, files: bool = True) -> tuple[str, ...]:
        """Faults that SQLite finds in the file, disagreements between tables and history, and with `files` the faults of
        the files kept (`files.faults`); empty when sound."""
        with faults(self.path), self._raw.lock:
            found = full_check(self._raw)
        if found:
            return found
        try:
            found = disagreements(self.plan, state_at(self.history()))
        except DamagedPlan as error:
            return (f"history {error.details.get('cause', '')}".strip(),)
        return found + tuple(str(fault) for fault in self.files.faults(self.plan)) if files else found


def check_target(path: Path) -> None:
    """That a plan can be written there. Raises PlanExists, MissingFolder."""
    with faults(path):
        if path.exists():
            raise PlanExists(path=str(path))
        if not path.parent.is_dir():
            raise MissingFolder(folder=str(path.parent))


def bring_up(
    raw: sqlite3.Connection,
    path: Path,
    versions: tuple[int, int],
    writable: bool,
    backup_folder: Path | None,
    now: datetime,
) -> None:
    """Bring a file of an older version up to another (`versions`), after a backup. Raises PlanReadOnly."""
    if not writable:
        raise PlanReadOnly(path=str(path))

    def back_up() -> None:
        if backup_folder is not None:
            backups.make(raw, backup_folder, _plan_uid(raw, path), "migration", now)

    migrations.migrate(raw, *versions, back_up)


def _plan_uid(raw: sqlite3.Connection, path: Path) -> str:
    """The uid of the plan in its usual form: it names a folder, and a file from elsewhere could say anything."""
    try:
        return str(uuid.UUID(reading.read_plan_uid(raw)))
    except ValueError as error:
        raise DamagedPlan(path=str(path)) from error
