"""Every fault of disk, system and file leaves as a typed error, and the plan is as it was."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Plan, Put, creation
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
from mainstreamer.storage import making, rows
from mainstreamer.storage.document import Document
from mainstreamer.storage.faults import faults, typed
from mainstreamer.storage.opening import connect


def driver_error(code: int, kind: type[sqlite3.Error] = sqlite3.OperationalError) -> sqlite3.Error:
    error = kind("made up")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_BUSY, PlanInUse),
        (sqlite3.SQLITE_BUSY_RECOVERY, PlanInUse),
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_READONLY_DBMOVED, PlanReadOnly),
        (sqlite3.SQLITE_CANTOPEN, PlanReadOnly),
        (sqlite3.SQLITE_CORRUPT_INDEX, DamagedPlan),
        (sqlite3.SQLITE_NOTADB, NotAPlan),
        (sqlite3.SQLITE_IOERR_FSYNC, WriteFailed),
        (sqlite3.SQLITE_ERROR, DamagedPlan),
    ],
)
def test_what_sqlite_reports(code: int, expected: type[MainstreamerError], tmp_path: Path) -> None:
    found = typed(driver_error(code), tmp_path / "p.mplan")
    assert type(found) is expected
    assert found.details == {"path": str(tmp_path / "p.mplan"), "cause": "made up"}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EACCES, PlanReadOnly),
        (errno.EROFS, PlanReadOnly),
        (errno.ENOENT, MissingFile),
        (errno.EIO, WriteFailed),
    ],
)
def test_what_the_system_reports(number: int, expected: type[MainstreamerError]) -> None:
    with pytest.raises(expected), faults(Path("p.mplan")):
        raise OSError(number, os.strerror(number))


def test_bugs_leave_as_they_are(document: Document) -> None:
    with pytest.raises(ZeroDivisionError), faults(document.path):
        raise ZeroDivisionError
    document.close()
    with pytest.raises(sqlite3.ProgrammingError), faults(document.path):
        document._raw.execute("SELECT 1")


# -- a put that fails ------------------------------------------------------------------------------------------------


def look(document: Document) -> tuple[object, ...]:
    """All that a failed put must leave as it was."""
    return (
        document.plan,
        document.know(),
        document.history(),
        document.undo_verb(),
        document.redo_verb(),
        document.saved_at,
        hashlib.sha256(document.path.read_bytes()).hexdigest(),
    )


def many(count: int, length: int = 2000) -> list[Put]:
    return [put for n in range(count) for put in creation("action", new_uid(), {"title": str(n), "note": "n" * length})]


@pytest.fixture
def used(document: Document) -> Document:
    """A document with something to undo and something to redo."""
    document.put("first", many(1))
    document.put("second", many(1))
    document.undo()
    return document


def expect_nothing_changed(document: Document, puts: list[Put], expected: type[MainstreamerError]) -> None:
    heard: list[object] = []
    stop = document.listen(heard.append)
    before = look(document)
    with pytest.raises(expected) as caught:
        document.put("import", puts)
    assert caught.value.details["path"] == str(document.path)
    with pytest.raises(expected):
        document.put("import", puts)
    stop()
    assert heard == []
    assert look(document) == before
    assert document.integrity() == ()


def expect_works_again(document: Document, puts: list[Put]) -> None:
    document.put("import", puts)
    assert document.undo_verb() == "import"
    path, plan = document.path, document.plan
    document.close()
    with Document.open(path) as opened:
        assert {action.uid for action in opened.plan.actions} == {action.uid for action in plan.actions}
        assert opened.integrity() == ()


def test_a_disk_that_fills_up_in_the_middle_of_a_put(used: Document) -> None:
    puts = many(50)
    pages = used._raw.execute("PRAGMA page_count").fetchone()[0]
    used._raw.execute(f"PRAGMA max_page_count={pages + 5}")
    expect_nothing_changed(used, puts, DiskFull)
    used._raw.execute("PRAGMA max_page_count=1000000")
    expect_works_again(used, puts)


@pytest.fixture
def small_files() -> Iterator[object]:
    """A call that makes the system refuse to let any file of this process grow beyond a size; undone after the test."""
    resource = pytest.importorskip("resource", reason="limits of file size are POSIX")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def limit(size: int | None) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft if size is None else size, hard))

    yield limit
    limit(None)


def test_a_system_that_refuses_to_write_in_the_middle_of_a_put(used: Document, small_files: object) -> None:
    assert callable(small_files)
    puts = many(50)
    small_files(used.path.stat().st_size + 20_000)
    expect_nothing_changed(used, puts, WriteFailed)
    small_files(None)
    expect_works_again(used, puts)


def test_copies_that_cannot_be_finished_leave_nothing(used: Document, small_files: object, tmp_path: Path) -> None:
    assert callable(small_files)
    used.put("more", many(50))
    small_files(50_000)
    with pytest.raises(WriteFailed):
        used.copy_to(tmp_path / "copy.mplan")
    with pytest.raises(WriteFailed):
        Document.create(tmp_path / "new.mplan", {})
    small_files(None)
    assert not [path.name for path in tmp_path.iterdir() if not path.name.startswith("plan.mplan")]
    used.copy_to(tmp_path / "copy.mplan")


@pytest.mark.parametrize(
    ("code", "expected"), [(sqlite3.SQLITE_IOERR_WRITE, WriteFailed), (sqlite3.SQLITE_FULL, DiskFull)]
)
def test_a_write_error_between_history_and_tables(
    used: Document, monkeypatch: pytest.MonkeyPatch, code: int, expected: type[MainstreamerError]
) -> None:
    def fail(*_: object) -> None:
        raise driver_error(code)

    puts = many(2)
    with monkeypatch.context() as patched:
        patched.setattr(rows, "write_puts", fail)
        expect_nothing_changed(used, puts, expected)
    expect_works_again(used, puts)


def test_a_bug_in_the_middle_of_a_put_leaves_the_plan_as_it_was(
    used: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = rows.write_puts

    def fail(connection: Connection, before: Plan, puts: list[Put]) -> None:
        write(connection, before, puts)
        raise ZeroDivisionError

    before = look(used)
    with monkeypatch.context() as patched:
        patched.setattr(rows, "write_puts", fail)
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                used.put("import", many(2))
    assert look(used) == before
    expect_works_again(used, many(2))


def test_undo_that_cannot_be_written_can_be_tried_again(used: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise driver_error(sqlite3.SQLITE_FULL)

    before = look(used)
    with monkeypatch.context() as patched:
        patched.setattr(rows, "write_puts", fail)
        for revert in (used.undo, used.redo):
            with pytest.raises(DiskFull):
                revert()
    assert look(used) == before
    assert used.undo().verb == "undo"
    assert used.plan.actions == ()


def test_a_read_that_fails_does_not_block_the_next_put(used: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("SELECT 1")
        raise driver_error(sqlite3.SQLITE_IOERR)

    with monkeypatch.context() as patched:
        patched.setattr("mainstreamer.storage.history_store.read_vector", fail)
        with pytest.raises(WriteFailed):
            used.know()
    expect_works_again(used, many(2))


def test_a_disk_that_is_full_when_a_plan_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def small(path: Path, mode: str) -> sqlite3.Connection:
        raw = connect(path, mode)
        raw.execute("PRAGMA max_page_count=5")
        return raw

    path = tmp_path / "p.mplan"
    with monkeypatch.context() as patched:
        patched.setattr(making, "connect", small)
        with pytest.raises(DiskFull) as caught:
            Document.create(path, {})
        assert caught.value.details["path"] == str(path)
    assert not list(tmp_path.iterdir())
    with monkeypatch.context() as patched:
        patched.setattr("mainstreamer.storage.opening.connect", small)
        with pytest.raises(DiskFull) as caught:
            Document.create(path, {"note": "n" * 50_000})
        assert caught.value.details["path"] == str(path)
    assert not list(tmp_path.iterdir())


# -- without permission ----------------------------------------------------------------------------------------------

UNPRIVILEGED = """
import json, os, sys
from pathlib import Path
from mainstreamer.domain.plan import Put
from mainstreamer.errors import MainstreamerError
from mainstreamer.storage import making  # now, for the modules themselves may be out of reach later
from mainstreamer.storage.document import Document

if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
folder = Path(sys.argv[1])

def attempt(work):
    try:
        return work()
    except MainstreamerError as error:
        return f"{error.code} {Path(str(error.details.get('path'))).name}"

def look(path):
    with Document.open_for_reading(path) as document:
        put = attempt(lambda: document.put("edit", [Put("plan", document.plan.uid, "title", "x")]).verb)
        return [document.plan.frame.title, list(document.integrity()), document.writable, put]

print(json.dumps({
    "file": attempt(lambda: Document.open(folder / "file" / "p.mplan").close()),
    "file_look": attempt(lambda: look(folder / "file" / "p.mplan")),
    "folder": attempt(lambda: Document.open(folder / "folder" / "p.mplan").close()),
    "folder_look": attempt(lambda: look(folder / "folder" / "p.mplan")),
    "unreadable": attempt(lambda: look(folder / "unreadable" / "p.mplan")),
    "closed_folder": attempt(lambda: look(folder / "closed" / "p.mplan")),
    "create": attempt(lambda: Document.create(folder / "folder" / "n.mplan", {}).close()),
    "create_closed": attempt(lambda: Document.create(folder / "closed" / "n.mplan", {}).close()),
    "copy": attempt(
        lambda: Document.open(folder / "file" / "p.mplan", writable=False).copy_to(folder / "folder" / "c")
    ),
}))
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user can reach; pytest's own are closed, and closed again by every run that starts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for inner in folder.iterdir():
            inner.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_what_may_not_be_written_or_read(open_folder: Path) -> None:
    for name, file_mode, folder_mode in (
        ("file", 0o444, 0o777),
        ("folder", 0o666, 0o555),
        ("unreadable", 0o000, 0o777),
        ("closed", 0o666, 0o000),
    ):
        (open_folder / name).mkdir()
        path = open_folder / name / "p.mplan"
        Document.create(path, {"title": "Plan"}).close()
        path.chmod(file_mode)
        (open_folder / name).chmod(folder_mode)
    done = subprocess.run(
        [sys.executable, "-c", UNPRIVILEGED, str(open_folder)], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == {
        "file": "plan_read_only p.mplan",
        "file_look": ["Plan", [], False, "plan_read_only p.mplan"],
        "folder": "plan_read_only p.mplan",
        "folder_look": ["Plan", [], False, "plan_read_only p.mplan"],
        "unreadable": "plan_read_only p.mplan",
        "closed_folder": "plan_read_only p.mplan",
        "create": "plan_read_only n.mplan",
        "create_closed": "plan_read_only n.mplan",
        "copy": "plan_read_only c",
    }
    (open_folder / "closed").chmod(0o755)
    for name in ("file", "folder", "unreadable", "closed"):
        assert [path.name for path in (open_folder / name).iterdir()] == ["p.mplan"]
