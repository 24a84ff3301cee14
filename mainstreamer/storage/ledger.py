"""SQLAlchemy over the driver connection of an open plan: writes every change and reads the history. Imported when first
needed."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from mainstreamer.domain.history import Change, Changeset, History, Sitting, Vector
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.storage import blob_store, history_store, rows
from mainstreamer.storage.blobs import Content
from mainstreamer.storage.opening import PlanConnection

AT_ONCE = 50
"""Records whose changes are read before another has its turn."""
PAUSE_S = 0.001
"""Seconds that leave the turn to somebody who waits; without them a lock goes back to whoever just had it."""


def engine_over(raw: sqlite3.Connection, writable: bool = True) -> Engine:
    """SQLAlchemy over one driver connection, the only one there ever is."""
    begin = "BEGIN IMMEDIATE" if writable else "BEGIN"
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def warm_up() -> None:
    """Have SQLAlchemy load and work out what it does at its first connection, over a database of its own. For a worker."""
    raw = sqlite3.connect(":memory:")
    engine = engine_over(raw)
    with engine.connect() as connection, connection.begin():
        pass
    engine.dispose()
    raw.close()


class Ledger:
    """The changesets of one open plan. Errors of the driver leave as SQLAlchemy wraps them: call inside `faults`."""

    def __init__(self, raw: PlanConnection, writable: bool) -> None:
        self._raw = raw
        self._engine = engine_over(raw, writable)
        self._connection = self._engine.connect()

    def close(self) -> None:
        self._connection.close()
        self._engine.dispose()

    def write(
        self,
        sitting: Sitting | None,
        changeset: Changeset,
        before: Plan,
        puts: Iterable[Put],
        contents: Iterable[Content] = (),
    ) -> None:
        """One transaction: a sitting where it is new, the changeset, the rows it changes in the plan `before`, and the
        contents of the files that the puts refer to."""
        with self._raw.lock, self._connection.begin():
            for content in contents:
                blob_store.write_content(self._connection, content)
            if sitting is not None:
                history_store.write_sitting(self._connection, sitting)
            history_store.write_changeset(self._connection, changeset)
            rows.write_puts(self._connection, before, puts)

    def write_intake(
        self, sittings: Iterable[Sitting], changesets: Iterable[Changeset], reader: Sitting | None, before: Plan,
        puts: Iterable[Put],
    ) -> None:  # fmt: skip
        """One transaction: new sittings, changesets of several, the rows they change in the plan `before`, and what the
        sitting `reader`, which is there already, knows from now on."""
        with self._raw.lock, self._connection.begin():
            for sitting in sittings:
                history_store.write_sitting(self._connection, sitting)
            if reader is not None:
                history_store.write_knowledge(self._connection, reader.uid, *reader.known[-1])
            for changeset in changesets:
                history_store.write_changeset(self._connection, changeset)
            rows.write_puts(self._connection, before, puts)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._raw.lock:
            try:
                yield self._connection
            finally:
                self._connection.rollback()

    def vector(self) -> Vector:
        """The version vector of this copy."""
        with self._reading() as connection:
            return history_store.read_vector(connection)

    def changes(self, keys: Iterable[tuple[str, int]]) -> tuple[Change, ...]:
        """The changes of these changesets, in the order given."""
        with self._reading() as connection:
            return history_store.read_changes(connection, keys)

    def history(self) -> History:
        """Everything this copy knows."""
        with self._reading() as connection:
            return history_store.read_history(connection)

    def history_of(self, uids: Iterable[str], pause: Callable[[], object] = lambda: None) -> History:
        """What this copy knows of these records, each as of one moment. For a worker: it reads a few records at a time, and
        whoever writes meanwhile waits for no more than those; `pause` is called between them."""
        wanted = list(dict.fromkeys(uids))
        changes: dict[int, list[Change]] = {}
        for place in range(0, len(wanted), AT_ONCE):
            with self._reading() as connection:
                history_store.read_changes_of(connection, wanted[place : place + AT_ONCE], changes)
            time.sleep(PAUSE_S)
            pause()
        with self._reading() as connection:
            return history_store.read_history_with(connection, changes)

    def changed_by(self, verb: str) -> tuple[str, ...]:
        """The uids of all records that changesets of a verb touched."""
        with self._reading() as connection:
            return history_store.read_changed_by(connection, verb)

    def entries(self, last: int | None) -> list[history_store.Entry]:
        """Lines of the history, newest first."""
        with self._reading() as connection:
            return history_store.read_entries(connection, last)
