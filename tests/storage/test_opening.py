"""Opening a file: what is no plan, damaged, newer or held elsewhere is told apart, and no byte of it is changed."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import pytest

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.errors import DamagedPlan, MainstreamerError, MissingFile, NewerPlan, NotAPlan, PlanInUse
from mainstreamer.storage.document import Document
from mainstreamer.storage.opening import APPLICATION_ID, check_header, sqlite_uri
from mainstreamer.storage.tables import VERSION

ELSEWHERE = """
import sys
from pathlib import Path
from mainstreamer.errors import MainstreamerError
from mainstreamer.storage.document import Document
try:
    Document.open(Path(sys.argv[1])).close()
except MainstreamerError as error:
    print(error.code)
else:
    print("opened")
"""


def open_elsewhere(path: Path) -> str:
    """What another process is told that opens the plan."""
    done = subprocess.run([sys.executable, "-c", ELSEWHERE, str(path)], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@contextlib.contextmanager
def untouched(path: Path) -> Iterator[None]:
    """Nothing inside may change the file or leave one beside it."""

    def look() -> tuple[str, int, list[str]]:
        status = path.stat()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return digest, status.st_mtime_ns, sorted(each.name for each in path.parent.iterdir())

    before = look()
    yield
    assert look() == before


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    path = tmp_path / "p.mplan"
    with Document.create(path, {"title": "Plan"}) as document:
        document.put("add", [put for n in range(60) for put in creation("action", new_uid(), {"title": f"Action {n}"})])
    return path


def other_database(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE t(x)")
    raw.commit()
    raw.close()


@pytest.mark.parametrize(
    "content", [b"", b"short", b"word " * 100, b"SQLite format 3\x00", b"PK\x03\x04" + bytes(200), b"\x00" * 4096]
)
def test_other_files_are_not_plans(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "p.mplan"
    path.write_bytes(content)
    with untouched(path):
        for opening in (Document.open, Document.open_for_reading):
            with pytest.raises(NotAPlan) as caught:
                opening(path)
            assert caught.value.details["path"] == str(path)


def test_other_databases_and_folders_are_not_plans(tmp_path: Path) -> None:
    path = tmp_path / "other.mplan"
    other_database(path)
    with untouched(path), pytest.raises(NotAPlan):
        Document.open(path)
    with pytest.raises(NotAPlan):
        Document.open(tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    for opening in (Document.open, Document.open_for_reading):
        with pytest.raises(MissingFile):
            opening(tmp_path / "none.mplan")
        with pytest.raises(MissingFile):
            opening(tmp_path / "no folder" / "none.mplan")
    assert not list(tmp_path.iterdir())


def test_a_newer_plan_is_refused_untouched(plan_path: Path) -> None:
    raw = sqlite3.connect(plan_path)
    raw.execute(f"PRAGMA user_version={VERSION + 1}")
    raw.close()
    with untouched(plan_path):
        for opening in (Document.open, Document.open_for_reading):
            with pytest.raises(NewerPlan) as caught:
                opening(plan_path)
            assert (caught.value.details["found"], caught.value.details["known"]) == (VERSION + 1, VERSION)


def test_a_plan_without_a_version_is_damaged(plan_path: Path) -> None:
    raw = sqlite3.connect(plan_path)
    raw.execute("PRAGMA user_version=0")
    raw.close()
    with untouched(plan_path), pytest.raises(DamagedPlan):
        Document.open(plan_path)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE action",
        "ALTER TABLE action DROP COLUMN title",
        "DROP TABLE meta",
        "DELETE FROM meta",
        "UPDATE meta SET value='x'",
    ],
)
def test_a_plan_without_its_parts_is_damaged(plan_path: Path, statement: str) -> None:
    raw = sqlite3.connect(plan_path)
    raw.execute(statement)
    raw.commit()
    raw.close()
    with untouched(plan_path), pytest.raises(DamagedPlan):
        Document.open(plan_path)


def works_or_tells(path: Path) -> str:
    """Open a damaged file and use it in every way; only typed errors may come out. Says whether it was noticed."""
    try:
        document = Document.open(path)
    except MainstreamerError as error:
        assert isinstance(error, DamagedPlan | NotAPlan | NewerPlan), error
        return error.code
    with document:
        noticed = document.integrity()
        with contextlib.suppress(DamagedPlan):
            document.entries()
            document.state_at(document.know())
        with contextlib.suppress(DamagedPlan):
            document.put("edit", [Put("plan", document.plan.uid, "note", "still here")])
            document.undo()
        return "noticed" if noticed else ""


def test_truncated_plans_are_damaged(plan_path: Path, tmp_path: Path) -> None:
    whole = plan_path.read_bytes()
    for size in (99, 100, 512, 4095, 4096, 4097, 8192, len(whole) // 2, len(whole) - 4096):
        path = tmp_path / f"cut{size}.mplan"
        path.write_bytes(whole[:size])
        with untouched(path), pytest.raises((DamagedPlan, NotAPlan)):
            Document.open(path)
    path.write_bytes(whole[:-1])
    works_or_tells(path)


def test_flipped_bytes_never_make_a_traceback(plan_path: Path, tmp_path: Path) -> None:
    """Every page is damaged in its head, its middle and its end. Where a record's text was hit, the history tells."""
    whole = plan_path.read_bytes()
    path = tmp_path / "flipped.mplan"
    outcomes = []
    for page in range(0, len(whole), 4096 * 5):
        for offset, length in ((0, 8), (8, 24), (2048, 200), (3996, 100)):
            start = page + (offset if page or offset > 100 else 100)
            damaged = bytearray(whole)
            damaged[start : start + length] = bytes(byte ^ 0xA5 for byte in damaged[start : start + length])
            path.write_bytes(damaged)
            outcomes.append(works_or_tells(path))
    assert outcomes.count("damaged_plan") + outcomes.count("noticed") > len(outcomes) // 3


def test_a_changed_letter_in_a_record_is_noticed(plan_path: Path) -> None:
    whole = plan_path.read_bytes()
    places = [place for place in range(len(whole)) if whole.startswith(b"Action 33", place)]
    assert len(places) == 2, "once in its table and once in the history"
    for place in places:
        damaged = bytearray(whole)
        damaged[place] = ord("B")
        plan_path.write_bytes(damaged)
        assert works_or_tells(plan_path) == "noticed"


def test_a_plan_open_elsewhere_is_in_use(plan_path: Path) -> None:
    with Document.open(plan_path):
        assert open_elsewhere(plan_path) == "plan_in_use"
    assert open_elsewhere(plan_path) == "opened"


def test_opening_a_plan_twice_in_one_process_keeps_it_locked_for_others(plan_path: Path, tmp_path: Path) -> None:
    """POSIX drops all locks of a process on a file when it closes any descriptor of that file."""
    link = tmp_path / "link.mplan"
    link.symlink_to(plan_path)
    with Document.open(plan_path) as document:
        for path in (plan_path, link):
            for opening in (Document.open, Document.open_for_reading):
                with pytest.raises(PlanInUse):
                    opening(path)
        with pytest.raises(PlanInUse):
            check_header(plan_path, VERSION)
        assert open_elsewhere(plan_path) == "plan_in_use"
        document.put("edit", [Put("plan", document.plan.uid, "title", "Still writable")])
        assert document.integrity() == ()
    with Document.open(plan_path) as document:
        assert document.plan.frame.title == "Still writable"


def test_the_settings_of_an_open_file(plan_path: Path) -> None:
    expected = {
        "application_id": APPLICATION_ID,
        "user_version": VERSION,
        "journal_mode": "delete",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }
    with Document.open(plan_path) as document:
        found = {name: document._raw.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
    assert found == expected


def test_names_that_sqlite_could_misread(tmp_path: Path) -> None:
    for name in ("a b?mode=ro#x%41.mplan", "план'.mplan"):
        Document.create(tmp_path / name, {"title": name}).close()
        with Document.open(tmp_path / name) as document:
            assert document.plan.frame.title == name
    assert len(list(tmp_path.iterdir())) == 2


def test_a_plan_on_a_server_has_a_name_that_sqlite_takes() -> None:
    share = PureWindowsPath(r"\\server\plans\our plan.mplan").as_uri()
    assert sqlite_uri(share, "rw") == "file:////server/plans/our%20plan.mplan?mode=rw"
    assert sqlite_uri("file:///C:/plan.mplan", "ro") == "file:///C:/plan.mplan?mode=ro"
