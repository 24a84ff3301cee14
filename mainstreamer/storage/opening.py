"""Opens the SQLite file behind a plan. The only place that knows it is SQLite.

A plan is copied by mail, USB sticks and cloud folders, so it must be one file at rest and between edits: rollback
journal, not WAL; an exclusive lock that dies with the process; every commit on the disk before it is acknowledged.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import Any
from weakref import WeakSet

from mainstreamer.errors import DamagedPlan, MissingFile, NewerPlan, NotAPlan, PlanInUse, PlanReadOnly
from mainstreamer.storage.faults import faults

APPLICATION_ID = 0x4D504C4E
"""The letters MPLN in the header of every plan file."""

_PRAGMAS = (
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA temp_store=MEMORY",
)
_READ_PRAGMAS = ("PRAGMA query_only=ON", "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON")


class PlanConnection(sqlite3.Connection):
    """A connection that remembers which file it holds for writing, until it is closed.

    It belongs to the thread of its Document. The one thing that a worker does with it is to write pieces of a file; so
    whoever uses it holds `lock` from the beginning of a transaction to its end.
    """

    held: tuple[int, int] | None = None
    closed = False

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.lock = RLock()

    def close(self) -> None:
        with self.lock:
            super().close()
            self.closed = True
            self.held = None


_OPEN: WeakSet[PlanConnection] = WeakSet()
"""Connections of this process that write. On POSIX a process loses all its locks on a file as soon as it closes any
descriptor of it, so a file held here must not even be looked into: another program could then write into it at the same
time."""


def refuse_if_held(path: Path) -> None:
    """Raises PlanInUse when this process has the file open for writing, without touching the file."""
    with faults(path):
        status = path.stat()
    if any(raw.held == (status.st_dev, status.st_ino) for raw in _OPEN):
        raise PlanInUse(path=str(path))


def check_header(path: Path, newest: int) -> int:
    """Read the version from the file's header without opening it as a database.

    Raises MissingFile, NotAPlan, DamagedPlan, NewerPlan, PlanInUse, PlanReadOnly. The bytes are only read.
    """
    with faults(path):
        if not path.exists():
            raise MissingFile(path=str(path))
        if not path.is_file():
            raise NotAPlan(path=str(path))
        refuse_if_held(path)
        with path.open("rb") as file:
            header = file.read(100)
    if len(header) < 100 or not header.startswith(b"SQLite format 3\x00"):
        raise NotAPlan(path=str(path))
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAPlan(path=str(path))
    version = int.from_bytes(header[60:64], "big")
    if version > newest:
        raise NewerPlan(path=str(path), found=version, known=newest)
    if version < 1:
        raise DamagedPlan(path=str(path))
    return version


def connect(path: Path, mode: str) -> PlanConnection:
    """A driver connection with the settings of a plan file; `mode` is ro, rw or rwc. Transactions are explicit."""
    raw: PlanConnection = sqlite3.connect(
        sqlite_uri(path.resolve().as_uri(), mode),
        uri=True,
        isolation_level=None,
        timeout=0.3,
        check_same_thread=False,
        factory=PlanConnection,
    )
    try:
        for pragma in _READ_PRAGMAS if mode == "ro" else _PRAGMAS:
            raw.execute(pragma).fetchall()
        if mode != "ro":
            # Take the exclusive lock now, so that a plan open elsewhere is noticed at once and not at the first edit.
            raw.execute("BEGIN EXCLUSIVE")
            raw.execute("COMMIT")
            status = path.stat()
            raw.held = (status.st_dev, status.st_ino)
            _OPEN.add(raw)
    except BaseException:
        raw.close()
        raise
    return raw


def sqlite_uri(file_uri: str, mode: str) -> str:
    """The name under which SQLite opens a file. A server's share (`file://server/...`) needs an empty authority before
    it."""
    if not file_uri.startswith("file:///"):
        file_uri = file_uri.replace("file://", "file:////", 1)
    return f"{file_uri}?mode={mode}"


def open_file(path: Path, writable: bool) -> PlanConnection:
    """Open an existing plan file. Raises the typed errors of faults.py; nothing in the file is changed."""
    with faults(path):
        if writable and not _may_write(path):
            raise PlanReadOnly(path=str(path))
        return connect(path, "rw" if writable else "ro")


def _may_write(path: Path) -> bool:
    """Whether file and folder can be written: SQLite alone would quietly open the file for reading, and would notice
    only at the first edit that the folder takes no journal."""
    if not os.access(path.resolve().parent, os.W_OK | os.X_OK):
        return False
    try:
        with path.open("r+b"):
            return True
    except PermissionError:
        return False


def settle(folder: Path) -> None:
    """Bring a renaming inside this folder to the disk, where the system has a call for it."""
    if os.name == "posix":
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def quick_check(raw: sqlite3.Connection) -> str:
    """`ok`, or the first fault that SQLite finds in the file."""
    row = raw.execute("PRAGMA quick_check(1)").fetchone()
    return str(row[0]) if row else "empty"


def full_check(raw: sqlite3.Connection) -> tuple[str, ...]:
    """All faults that SQLite finds; empty when the file is sound."""
    rows = tuple(str(row[0]) for row in raw.execute("PRAGMA integrity_check").fetchall())
    return () if rows == ("ok",) else rows
