"""Steps from an older version to a newer one: the real ones on the files kept of each version, and made-up ones."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from mainstreamer.domain.attachments import AttachedFile
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Put
from mainstreamer.errors import DamagedPlan, DiskFull, MainstreamerError, NewerPlan, PlanReadOnly, WriteFailed
from mainstreamer.storage import migrations
from mainstreamer.storage.backups import stamp_of
from mainstreamer.storage.blobs import Content
from mainstreamer.storage.document import Document
from mainstreamer.storage.faults import faults
from mainstreamer.storage.opening import connect
from mainstreamer.storage.tables import VERSION

ADD, FILL = "ALTER TABLE action ADD COLUMN colour TEXT", "UPDATE action SET colour='blue'"
MORE, WRONG = "CREATE TABLE more(x TEXT)", "UPDATE nothing SET x=1"


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    path = tmp_path / "p.mplan"
    Document.create(path, {"title": "Old plan"}).close()
    return path


def state(path: Path) -> tuple[int, list[str]]:
    """The version and the schema of a file."""
    raw = sqlite3.connect(path)
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    schema = sorted(str(row[0]) for row in raw.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    raw.close()
    return version, schema


def run(path: Path, wanted: int, steps: Mapping[int, Sequence[str]], log: list[str] | None = None) -> None:
    raw = connect(path, "rw")
    try:
        with faults(path):
            migrations.migrate(raw, 1, wanted, lambda: (log if log is not None else []).append("backup"), steps)
    finally:
        raw.close()


def test_steps_run_in_order_after_one_backup(plan_path: Path) -> None:
    log: list[str] = []
    run(plan_path, 3, {2: (MORE,), 1: (ADD, FILL)}, log)
    version, schema = state(plan_path)
    assert (version, log) == (3, ["backup"])
    assert any("colour" in text for text in schema) and any("more" in text for text in schema)


def test_nothing_runs_for_a_plan_of_this_version(plan_path: Path) -> None:
    log: list[str] = []
    before = plan_path.read_bytes()
    run(plan_path, 1, {}, log)
    assert (plan_path.read_bytes(), log) == (before, [])


def test_a_failing_step_is_rolled_back_with_its_version(plan_path: Path) -> None:
    before = state(plan_path)
    with pytest.raises(DamagedPlan):
        run(plan_path, 2, {1: (ADD, FILL, WRONG)})
    assert state(plan_path) == before
    with pytest.raises(DamagedPlan):
        run(plan_path, 3, {1: (MORE,), 2: (ADD, WRONG)})
    version, schema = state(plan_path)
    assert version == 2
    assert not any("colour" in text for text in schema)
    assert sorted(schema) == sorted([*before[1], MORE])


def test_a_missing_step_changes_nothing(plan_path: Path) -> None:
    before = state(plan_path)
    with pytest.raises(KeyError):
        run(plan_path, 2, {})
    assert state(plan_path) == before


def test_nothing_runs_when_the_backup_fails(plan_path: Path) -> None:
    before = plan_path.read_bytes()

    def fail() -> None:
        raise WriteFailed(path="backups")

    raw = connect(plan_path, "rw")
    with pytest.raises(WriteFailed):
        migrations.migrate(raw, 1, 2, fail, {1: (ADD,)})
    raw.close()
    assert plan_path.read_bytes() == before


def test_a_disk_that_fills_up_in_a_step_is_told_as_such(plan_path: Path) -> None:
    """SQLite rolls a full disk back by itself; a second rollback must not hide the reason."""
    before = state(plan_path)
    raw = connect(plan_path, "rw")
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={pages + 1}")
    large = "CREATE TABLE large AS SELECT zeroblob(100000) AS x"
    with pytest.raises(DiskFull), faults(plan_path):
        migrations.migrate(raw, 1, 2, lambda: None, {1: (ADD, large)})
    raw.close()
    assert state(plan_path) == before


# -- on opening a document -------------------------------------------------------------------------------------------


@pytest.fixture
def newer_program(monkeypatch: pytest.MonkeyPatch) -> int:
    """The program as it may be one version later, with a step of one more table."""
    monkeypatch.setattr("mainstreamer.storage.document.VERSION", VERSION + 1)
    monkeypatch.setattr(migrations.migrate, "__defaults__", ({VERSION: (MORE,)},))
    return VERSION + 1


def test_opening_an_older_plan_backs_it_up_and_brings_it_forward(
    plan_path: Path, tmp_path: Path, newer_program: int
) -> None:
    before, backups = state(plan_path), tmp_path / "backups"
    with Document.open(plan_path, backup_folder=backups) as document:
        assert document.plan.frame.title == "Old plan"
        assert document.integrity() == ()
        (backup,) = (backups / document.plan.uid).iterdir()
    assert state(plan_path) == (newer_program, sorted([*before[1], MORE]))
    assert state(backup) == before
    assert "migration" in backup.name and stamp_of(backup) is not None


def test_an_older_plan_whose_backup_fails_stays_as_it_is(plan_path: Path, tmp_path: Path, newer_program: int) -> None:
    before, blocked = plan_path.read_bytes(), tmp_path / "a file"
    blocked.write_text("where the folder should be")
    with pytest.raises(MainstreamerError):
        Document.open(plan_path, backup_folder=blocked)
    assert plan_path.read_bytes() == before


def test_an_older_plan_with_a_strange_uid_makes_no_folder_of_it(
    plan_path: Path, tmp_path: Path, newer_program: int
) -> None:
    raw = sqlite3.connect(plan_path)
    raw.execute("UPDATE meta SET value='../../elsewhere'")
    raw.commit()
    raw.close()
    before = plan_path.read_bytes()
    with pytest.raises(DamagedPlan):
        Document.open(plan_path, backup_folder=tmp_path / "deep" / "backups")
    assert plan_path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["p.mplan"]


def test_an_older_plan_is_not_changed_by_one_who_only_looks(plan_path: Path, newer_program: int) -> None:
    before = plan_path.read_bytes()
    with pytest.raises(PlanReadOnly):
        Document.open(plan_path, writable=False)
    assert plan_path.read_bytes() == before


def test_the_older_program_refuses_what_the_newer_wrote(
    plan_path: Path, newer_program: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    Document.open(plan_path).close()
    monkeypatch.setattr("mainstreamer.storage.document.VERSION", VERSION)
    before = plan_path.read_bytes()
    with pytest.raises(NewerPlan):
        Document.open(plan_path)
    assert plan_path.read_bytes() == before


# -- the steps there are ---------------------------------------------------------------------------------------------

OLD = sorted((Path(__file__).parents[1] / "data").glob("version-*.mplan"))
LATER = ("treaty", "item_action", "item_text", "item_setting")
SINCE = {"version-1": ("custom_item", "baseline", *LATER), "version-2": LATER}
"""Kinds without a record in the files kept."""
HISTORY = ("meta", "sitting", "sitting_knowledge", "changeset", "change")


def rows_of(path: Path, table: str) -> list[dict[str, object]]:
    """Rows of a table; none where the file has no such table yet."""
    raw = sqlite3.connect(path)
    if not raw.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone():
        raw.close()
        return []
    raw.row_factory = sqlite3.Row
    found = [dict(row) for row in raw.execute(f'SELECT * FROM "{table}" ORDER BY 1, 2')]
    raw.close()
    return found


def columns_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Name, type, whether it must be given, and place in the key of each column, whatever their order."""
    raw = sqlite3.connect(path)
    names = [str(row[0]) for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {
        name: sorted(
            (column[1], column[2], column[3], column[5]) for column in raw.execute(f'PRAGMA table_info("{name}")')
        )
        for name in names
    }
    raw.close()
    return found


def test_a_file_of_every_version_before_is_kept() -> None:
    assert [path.stem for path in OLD] == [f"version-{number}" for number in range(1, VERSION)]


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_a_file_of_an_older_version_opens_and_keeps_every_value(old: Path, plan_path: Path, tmp_path: Path) -> None:
    path, backups = tmp_path / "old.mplan", tmp_path / "backups"
    shutil.copy(old, path)
    kinds = {table: rows_of(old, table) for table in KINDS}
    assert all(kinds[kind] for kind in KINDS if kind not in SINCE.get(old.stem, ()))
    with Document.open(path, backup_folder=backups) as document:
        assert document.integrity() == ()
        (backup,) = (backups / document.plan.uid).iterdir()
        assert document.undo_verb()
        for kind, rows in kinds.items():
            assert set(document.plan.entries.get(kind, {})) == {row["uid"] for row in rows}
    assert state(backup) == state(old)
    for table in HISTORY:
        assert rows_of(path, table) == rows_of(old, table)
    for table, rows in kinds.items():
        kept = rows_of(path, table)
        assert [{name: row[name] for name in rows[0]} for row in kept] == rows if rows else kept == []
    assert columns_of(path) == columns_of(plan_path), "as if this version had made the file"


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_work_goes_on_in_a_file_of_an_older_version(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.mplan"
    shutil.copy(old, path)
    with Document.open(path) as document:
        while document.undo_verb():
            document.undo()
        row = document.plan.evidence[0]
        content = Content.of([b"%PDF"])
        list(document.files.stage(content))
        document.put("set_file", [Put("evidence", row.uid, "file", AttachedFile("a.pdf", 4, content.sha256))])
        document.put(
            "edit", [Put("evidence", row.uid, "page", "art. 3"), Put("evidence", row.uid, "link", "https://a.b")]
        )
        assert document.integrity() == ()
    with Document.open(path) as document:
        kept = document.plan.evidence[0]
        assert (kept.page, kept.link, kept.file) == ("art. 3", "https://a.b", AttachedFile("a.pdf", 4, content.sha256))
