"""Opens the SQLite file behind a plan. The only place that knows it is SQLite.

A plan is copied by mail, USB sticks and cloud folders, so it must be one file at rest and between edits: rollback journal, not
WAL; an exclusive lock that dies with the process; every commit on the disk before it is acknowledged.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from mainstreamer.errors import DamagedPlan, MissingFile, NewerPlan, NotAPlan, PlanReadOnly
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


def check_header(path: Path, newest: int) -> int:
    """Read the version from the file's header without opening it as a database.

    Raises MissingFile, NotAPlan, NewerPlan. The bytes are only read.
    """
    if not path.exists():
        raise MissingFile(path=str(path))
    if path.is_dir():
        raise NotAPlan(path=str(path))
    with faults(path), path.open("rb") as file:
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


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A driver connection with the settings of a plan file; `mode` is ro, rw or rwc. Transactions are explicit."""
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    raw = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0.3, check_same_thread=False)
    try:
        for pragma in _READ_PRAGMAS if mode == "ro" else _PRAGMAS:
            raw.execute(pragma).fetchall()
        if mode != "ro":
            # Take the exclusive lock now, so that a plan open elsewhere is noticed at once and not at the first edit.
            raw.execute("BEGIN EXCLUSIVE")
            raw.execute("COMMIT")
    except BaseException:
        raw.close()
        raise
    return raw


def engine_over(raw: sqlite3.Connection) -> Engine:
    """SQLAlchemy over one driver connection, the only one there ever is."""
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def open_file(path: Path, writable: bool) -> sqlite3.Connection:
    """Open an existing plan file. Raises the typed errors of faults.py; nothing in the file is changed."""
    with faults(path):
        if writable and not _may_write(path):
            raise PlanReadOnly(path=str(path))
        return connect(path, "rw" if writable else "ro")


def _may_write(path: Path) -> bool:
    """Whether the file can be opened for writing; SQLite alone would quietly open it for reading."""
    try:
        with path.open("r+b"):
            return True
    except PermissionError:
        return False


def quick_check(raw: sqlite3.Connection) -> str:
    """`ok`, or the first fault that SQLite finds in the file."""
    row = raw.execute("PRAGMA quick_check(1)").fetchone()
    return str(row[0]) if row else "empty"


def full_check(raw: sqlite3.Connection) -> tuple[str, ...]:
    """All faults that SQLite finds; empty when the file is sound."""
    rows = tuple(str(row[0]) for row in raw.execute("PRAGMA integrity_check").fetchall())
    return () if rows == ("ok",) else rows
