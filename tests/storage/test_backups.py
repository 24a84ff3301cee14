"""Backups: whole and checked, made when something changed, thinned with age."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import creation
from mainstreamer.errors import DamagedPlan, DiskFull
from mainstreamer.storage import backups
from mainstreamer.storage.document import Document
from mainstreamer.storage.opening import connect
from mainstreamer.storage.plan_change import Author

NOON = datetime(2027, 6, 16, 12, tzinfo=UTC)


class Clock:
    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def kept_document(tmp_path: Path, folder: Path) -> Callable[[Clock], Document]:
    """Opens a plan whose backups go into `folder`, making it the first time."""

    def opened(clock: Clock) -> Document:
        path = tmp_path / "p.mplan"
        if not path.exists():
            Document.create(path, {"title": "Plan"}).close()
        return Document.open(path, backup_folder=folder, now=clock)

    return opened


def add(document: Document, title: str) -> None:
    document.put("add", creation("action", new_uid(), {"title": title}))


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*/*"))


def test_a_backup_on_closing_only_when_something_changed(
    kept_document: Callable[[Clock], Document], folder: Path
) -> None:
    kept_document(Clock()).close()
    assert made(folder) == []
    document = kept_document(Clock())
    add(document, "kept")
    plan = document.plan
    document.close()
    document.close()
    assert made(folder) == ["20270616T120000-close.mplan"]
    with Document.open(next(folder.glob("*/*"))) as backup:
        assert backup.plan.actions == plan.actions
        assert backup.plan.uid == plan.uid
        assert backup.integrity() == ()


def test_a_backup_also_when_another_person_took_over_at_the_end(
    kept_document: Callable[[Clock], Document], folder: Path
) -> None:
    document = kept_document(Clock())
    add(document, "kept")
    document.sign(Author("Second person"))
    document.close()
    assert len(made(folder)) == 1


def test_backups_of_one_second_do_not_replace_each_other(
    kept_document: Callable[[Clock], Document], folder: Path
) -> None:
    with kept_document(Clock()) as document:
        paths = [document.back_up("merge") for _ in range(3)]
    assert [path.name for path in paths if path] == [
        "20270616T120000-merge.mplan",
        "20270616T120000-merge-2.mplan",
        "20270616T120000-merge-3.mplan",
    ]
    assert all(backups.stamp_of(path) == NOON for path in paths if path)


def test_no_folder_no_backup(document: Document) -> None:
    assert document.back_up("merge") is None


def test_a_damaged_plan_is_not_backed_up(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "p.mplan"
    with Document.create(path, {}) as document:
        document.put("add", [put for n in range(300) for put in creation("action", new_uid(), {"title": "t" * 100})])
    damaged = bytearray(path.read_bytes())
    for page in range(len(damaged) // 4096 - 3, len(damaged) // 4096):
        damaged[page * 4096 : page * 4096 + 8] = b"\xff" * 8
    path.write_bytes(damaged)
    raw = connect(path, "rw")
    with pytest.raises(DamagedPlan):
        backups.make(raw, folder, "plan", "close", NOON)
    with pytest.raises(DamagedPlan):
        backups.copy_checked(raw, tmp_path / "copy.mplan")
    raw.close()
    assert made(folder) == []
    assert sorted(each.name for each in tmp_path.iterdir()) == ["backups", "p.mplan"]


def test_a_backup_that_cannot_be_written_leaves_nothing(
    kept_document: Callable[[Clock], Document], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(sqlite3.Connection):
        def __init__(self, path: Path) -> None:
            super().__init__(path)
            self.execute("PRAGMA max_page_count=3")

    with kept_document(Clock()) as document:
        with monkeypatch.context() as patched:
            patched.setattr("mainstreamer.storage.backups.sqlite3.connect", Full)
            with pytest.raises(DiskFull):
                document.back_up("merge")
        assert made(folder) == []
        assert document.back_up("merge") is not None


@pytest.mark.expects_log
def test_closing_without_room_for_a_backup_is_only_logged(
    kept_document: Callable[[Clock], Document], folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder.write_text("a file where the folder should be")
    document = kept_document(Clock())
    add(document, "kept")
    document.close()
    assert "backup on closing failed" in caplog.text
    with Document.open(document.path) as again:
        assert again.plan.actions[0].title == "kept"


@pytest.mark.expects_log
def test_an_old_backup_that_cannot_be_removed_does_not_spoil_the_new_one(
    kept_document: Callable[[Clock], Document], folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with kept_document(Clock()) as document:
        home = folder / document.plan.uid
        for hour in (10, 11):
            (home / f"20250101T{hour}0000-close.mplan").mkdir(parents=True)
        assert document.back_up("migration") is not None
    assert "not thinned" in caplog.text
    assert len(made(folder)) == 3


def test_what_was_left_of_a_crash_is_swept_away(kept_document: Callable[[Clock], Document], folder: Path) -> None:
    with kept_document(Clock()) as document:
        home = folder / document.plan.uid
        home.mkdir(parents=True)
        (home / ".20270616T120000-merge.mplan.part").write_text("no database")
        document.back_up("merge")
    assert made(folder) == ["20270616T120000-merge.mplan"]


# -- thinning --------------------------------------------------------------------------------------------------------


def test_a_year_of_backups_four_a_day() -> None:
    """Thinned at each backup, as it happens; the newest of every slot stays, however often it is thinned."""
    kept: set[datetime] = set()
    moment = NOON
    for _ in range(365):
        for _ in range(4):
            moment += timedelta(hours=6)
            kept = backups.kept(kept | {moment}, moment)
    now = moment
    ages = sorted((now - stamp) for stamp in kept)
    assert sum(age < timedelta(days=2) for age in ages) == 8
    assert sum(timedelta(days=2) <= age < timedelta(weeks=2) for age in ages) in (12, 13)
    assert 8 <= sum(timedelta(weeks=2) <= age < timedelta(weeks=10) for age in ages) <= 9
    assert 10 <= sum(age >= timedelta(weeks=10) for age in ages) <= 12
    gaps = [later - earlier for earlier, later in pairwise(ages)]
    assert max(gaps) <= timedelta(days=31 + 7)


def test_the_newest_of_each_slot_stays() -> None:
    now = NOON
    kept = [timedelta(hours=-1), timedelta(), timedelta(hours=6), timedelta(hours=47)]
    kept += [timedelta(days=3, hours=-8), timedelta(days=20), timedelta(days=100)]
    thinned = [timedelta(days=3), timedelta(days=21), timedelta(days=101)]
    assert backups.kept((now - age for age in kept + thinned), NOON) == {now - age for age in kept}
    assert backups.kept([], NOON) == set()


def test_other_files_in_the_folder_are_left_alone(kept_document: Callable[[Clock], Document], folder: Path) -> None:
    with kept_document(Clock()) as document:
        home = folder / document.plan.uid
        home.mkdir(parents=True)
        old = "20240101T000000-close.mplan"
        for name in ("notes.txt", "my own copy.mplan", "20240102T000000-close.mplan", old):
            (home / name).write_text("x")
        document.back_up("close")
    assert sorted(made(folder)) == [
        "20240102T000000-close.mplan",
        "20270616T120000-close.mplan",
        "my own copy.mplan",
        "notes.txt",
    ]
