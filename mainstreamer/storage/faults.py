"""Turns what SQLite and the system report into the typed errors of `mainstreamer.errors`."""

from __future__ import annotations

import errno
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mainstreamer.errors import (
    DamagedPlan,
    DiskFull,
    MainstreamerError,
    MissingFile,
    NotAPlan,
    PlanInUse,
    PlanReadOnly,
    WriteFailed,
)

_BY_CODE: dict[int, type[MainstreamerError]] = {
    sqlite3.SQLITE_BUSY: PlanInUse,
    sqlite3.SQLITE_LOCKED: PlanInUse,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: PlanReadOnly,
    sqlite3.SQLITE_PERM: PlanReadOnly,
    sqlite3.SQLITE_CANTOPEN: PlanReadOnly,
    sqlite3.SQLITE_CORRUPT: DamagedPlan,
    sqlite3.SQLITE_NOTADB: NotAPlan,
    sqlite3.SQLITE_IOERR: WriteFailed,
}
_BY_ERRNO: dict[int, type[MainstreamerError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EACCES: PlanReadOnly,
    errno.EPERM: PlanReadOnly,
    errno.EROFS: PlanReadOnly,
    errno.ENOENT: MissingFile,
}


def _wrappers() -> tuple[type[Exception], ...]:
    """What SQLAlchemy wraps the driver's errors in, raised from them; nothing before SQLAlchemy was needed and
    imported."""
    loaded = sys.modules.get("sqlalchemy.exc")
    return () if loaded is None else (loaded.DBAPIError,)


def _reported() -> tuple[type[Exception], ...]:
    return (sqlite3.Error, OSError, *_wrappers())


def typed(error: BaseException, path: Path) -> MainstreamerError | None:
    """The typed error for a driver's or the system's error; None when it is a bug, such as using a closed file."""
    if isinstance(error, _wrappers()):
        error = error.__cause__ or error
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        found = _BY_CODE.get(code & 0xFF) if isinstance(code, int) else None
        wrong_use = isinstance(error, sqlite3.ProgrammingError | sqlite3.NotSupportedError)
        if found is None and isinstance(error, sqlite3.DatabaseError) and not wrong_use:
            # A table or column that should be there is not: the file is a plan in name only.
            found = DamagedPlan
        return None if found is None else found(path=str(path), cause=str(error))
    if isinstance(error, OSError):
        by_errno = _BY_ERRNO.get(error.errno or 0, WriteFailed)
        return by_errno(path=str(path), cause=error.strerror or str(error))
    return None


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Whatever SQLite or the system report inside leaves as a typed error; bugs leave as they are."""
    try:
        yield
    except _reported() as error:
        found = typed(error, path)
        if found is None:
            raise
        raise found from error
