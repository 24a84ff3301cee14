"""An edited workbook at the command line: tried, taken in, refused; exit codes, sentences, JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mainstreamer import paths
from mainstreamer.__main__ import main
from mainstreamer.domain.history import Cell
from mainstreamer.domain.plan import Put
from mainstreamer.errors import PlanInUse
from mainstreamer.language import language as speak
from mainstreamer.storage import snapshot
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import Author

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def plan(tmp_path: Path, capsys: Captured) -> Path:
    path = tmp_path / "p.mplan"
    assert main(["sample", str(path), "--language", "en"]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def workbook(tmp_path: Path, plan: Path, capsys: Captured) -> Path:
    path = tmp_path / "out.xlsx"
    assert main(["export", str(plan), str(path), "--language", "en"]) == 0
    capsys.readouterr()
    return path


def edit(path: Path, sheet: str, row: int, **values: Any) -> list[str]:
    """Type values into the columns of these codes, in a row counted from the first record; the cells written."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    columns = {cell.value: cell.column for cell in page[1] if cell.value}
    first = next(cell.row for cell in page["A"] if cell.value == "uid") + row
    written = []
    for code, value in values.items():
        cell = page.cell(first, columns[code])
        cell.value = value
        written.append(cell.coordinate)
    book.save(path)
    return written


def answered(capsys: Captured) -> Any:
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


def test_a_workbook_nobody_edited_changes_nothing(plan: Path, workbook: Path, capsys: Captured) -> None:
    before = plan.read_bytes()
    assert main(["import", str(plan), str(workbook), "--json"]) == 0
    found = answered(capsys)
    assert {
        name: found[name] for name in ("changes", "added", "removed", "missing", "conflicts", "refused", "remarks")
    } == {name: [] for name in ("changes", "added", "removed", "missing", "conflicts", "refused", "remarks")}
    assert plan.read_bytes() == before


def test_one_cell_comes_back(plan: Path, workbook: Path, capsys: Captured) -> None:
    (where,) = edit(workbook, "Action plan", 1, title="Another title")
    before = plan.read_bytes()
    assert main(["import", str(plan), str(workbook), "--dry-run", "--json"]) == 0
    tried = answered(capsys)
    assert plan.read_bytes() == before
    (change,) = tried["changes"]
    assert (change["kind"], change["field"], change["new"]) == ("action", "title", "Another title")
    assert change["where"]["cell"] == where and change["where"]["sheet"] == "Action plan"
    assert main(["import", str(plan), str(workbook), "--json"]) == 0
    assert answered(capsys) == {**tried, "taken": True}
    with Document.open(plan) as document:
        assert document.plan.value("action", change["uid"], "title") == "Another title"
        assert document.integrity() == ()
    assert main(["import", str(plan), str(workbook), "--json"]) == 0
    again = answered(capsys)
    assert (again["changes"], again["already"]) == ([], 1)
    with Document.open(plan) as document:
        document.undo()
        assert document.plan.value("action", change["uid"], "title") == change["old"]


def action(document: Document, place: int) -> Any:
    return document.plan.actions[place]


def test_a_cell_that_cannot_be_read_stops_everything(plan: Path, workbook: Path, capsys: Captured) -> None:
    edit(workbook, "Action plan", 1, title="Another title")
    (where,) = edit(workbook, "Action plan", 2, status="Nearly done")
    before = plan.read_bytes()
    assert main(["import", str(plan), str(workbook), "--json"]) == 1
    found = answered(capsys)
    (refused,) = found["refused"]
    assert found["taken"] is False and plan.read_bytes() == before
    assert (refused["where"]["sheet"], refused["where"]["cell"]) == ("Action plan", where)
    assert (refused["field"], refused["code"], refused["value"]) == ("status", "choice_unknown", "Nearly done")
    assert "Done" in refused["expected"] and refused["message"]
    assert main(["import", str(plan), str(workbook)]) == 1
    said = capsys.readouterr().out
    with Document.open(plan) as document:
        named = f"{action(document, 1).code} {action(document, 1).title}"
    assert said.startswith(f"Action plan, cell {where} (Status), {named} “Nearly done”: Choose a word from the list")
    assert "Nothing was imported." in said
    assert plan.read_bytes() == before


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_taken_in_is_said_line_by_line(
    language: str, plan: Path, workbook: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mainstreamer.cli.default_language", lambda: speak(language))
    (title,) = edit(workbook, "Action plan", 1, title="Another title")
    (cost,) = edit(workbook, "Action plan", 2, cost=98765432.5)
    with Document.open(plan) as document:
        old, before = action(document, 0).title, action(document, 1).cost
    assert main(["import", str(plan), str(workbook), "--dry-run"]) == 0
    would = capsys.readouterr().out.splitlines()
    assert main(["import", str(plan), str(workbook)]) == 0
    done = capsys.readouterr().out.splitlines()
    speech = speak(language)
    cell = {"en": "cell", "ru": "ячейка"}[language]
    with Document.open(plan) as document:
        first, second = action(document, 0), action(document, 1)
    assert done[0] == f"Action plan, {cell} {title} (Action), {first.code} Another title: {old} → Another title"
    assert (
        done[1].startswith(f"Action plan, {cell} {cost} (Cost estimate")
        and f", {second.code} {second.title}: " in done[1]
    )
    assert done[1].endswith(f"{speech.number(before)} → {speech.number(Decimal('98765432.5'))}")
    assert would[:-1] == done[:-1]
    assert (would[-1], done[-1]) == {
        "en": ("2 changes would be imported.", "2 changes were imported."),
        "ru": ("Было бы импортировано 2 изменения.", "Импортировано 2 изменения."),
    }[language]


def test_a_conflict_stays_open_or_is_decided(plan: Path, workbook: Path, capsys: Captured) -> None:
    edit(workbook, "Action plan", 1, title="From the workbook")
    with Document.open(plan, Author("Ion", "Labour")) as document:
        uid, base = action(document, 0).uid, action(document, 0).title
        document.put("edit", [Put("action", uid, "title", "From the window")])
    assert main(["import", str(plan), str(workbook), "--dry-run", "--json"]) == 1
    (conflict,) = answered(capsys)["conflicts"]
    assert (conflict["base"], conflict["old"], conflict["new"]) == (base, "From the window", "From the workbook")
    assert (conflict["person"], conflict["institution"], conflict["decided"]) == ("Ion", "Labour", "")
    copy = plan.with_name("copy.mplan")
    copy.write_bytes(plan.read_bytes())
    assert main(["import", str(plan), str(workbook)]) == 1
    assert "1 conflict stays open" in capsys.readouterr().out
    assert main(["info", str(plan), "--json"]) == 0
    assert answered(capsys)["conflicts"] == 1
    for choice, title in (("plan", "From the window"), ("workbook", "From the workbook")):
        other = plan.with_name(f"{choice}.mplan")
        other.write_bytes(copy.read_bytes())
        assert main(["import", str(other), str(workbook), "--conflicts", choice]) == 0
        capsys.readouterr()
        with Document.open(other) as document:
            assert document.plan.value("action", uid, "title") == title
        assert main(["info", str(other), "--json"]) == 0
        assert answered(capsys)["conflicts"] == 0
        assert main(["import", str(other), str(workbook), "--json"]) == 0
        assert (found := answered(capsys))["changes"] == [] and found["conflicts"] == []


def test_records_whose_rows_are_gone_are_removed_only_when_told(plan: Path, workbook: Path, capsys: Captured) -> None:
    book = openpyxl.load_workbook(workbook)
    page = book["Agreements"]
    first = next(cell.row for cell in page["A"] if cell.value == "uid") + 1
    uid = page.cell(first, 1).value
    page.delete_rows(first)
    book.save(workbook)
    assert main(["import", str(plan), str(workbook), "--json"]) == 0
    found = answered(capsys)
    assert [one["uid"] for one in found["missing"]] == [uid] and found["removed"] == []
    with Document.open(plan) as document:
        assert document.plan.find("agreement", uid) is not None
    assert main(["import", str(plan), str(workbook), "--remove-missing", "--json"]) == 0
    assert [one["uid"] for one in answered(capsys)["removed"]] == [uid]
    with Document.open(plan) as document:
        assert document.plan.find("agreement", uid) is None
        assert document.undo_verb() == "import"


def test_new_rows_are_told_with_their_values(plan: Path, workbook: Path, capsys: Captured) -> None:
    with Document.open(plan) as document:
        count = len(document.plan.institutions)
    edit(workbook, "Institutions", count + 1, name="Border Agency", type="Other")
    assert main(["import", str(plan), str(workbook), "--json"]) == 0
    (added,) = answered(capsys)["added"]
    assert (added["kind"], added["values"]) == ("institution", {"name": "Border Agency", "type": "other"})
    with Document.open(plan) as document:
        assert document.plan.name_of("institution", added["uid"]) == "Border Agency"


def rewrite(path: Path, **cells: Any) -> None:
    """Change rows of the hidden sheet."""
    book = openpyxl.load_workbook(path)
    page = book["_mainstreamer"]
    for row in page.iter_rows():
        if row[0].value in cells:
            row[1].value = cells[row[0].value]
    book.save(path)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"plan": "0b0e5c5e-0000-4000-8000-000000000000"}, "was exported from another plan"),
        ({"format": "1"}, "by an earlier Mainstreamer (format 1"),
        ({"format": "99"}, "by a newer Mainstreamer (format 99"),
        ({"vector": '{"another copy": 5}'}, "with changes that this copy does not have"),
        ({"vector": "[1"}, "is damaged"),
        ({"exported": "yesterday"}, "is damaged"),
        ({"language": "xx"}, "is damaged"),
        ({"format": None}, "was not exported by Mainstreamer"),
    ],
)
def test_what_did_not_come_from_this_plan_is_said(
    cells: dict[str, Any], said: str, plan: Path, workbook: Path, capsys: Captured
) -> None:
    rewrite(workbook, **cells)
    before = plan.read_bytes()
    assert main(["import", str(plan), str(workbook)]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and said in captured.err and "Nothing was changed." in captured.err
    assert plan.read_bytes() == before


def test_what_is_no_workbook_is_said(plan: Path, tmp_path: Path, capsys: Captured) -> None:
    other = tmp_path / "list.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Who", "What"])
    book.save(other)
    assert main(["import", str(plan), str(other)]) == 2
    assert "import its sheets as plain tables" in capsys.readouterr().err
    other.write_bytes(b"PK\x03\x04 nothing")
    assert main(["import", str(plan), str(other)]) == 2
    assert "it is damaged" in capsys.readouterr().err
    assert main(["import", str(plan), str(tmp_path / "nowhere.xlsx")]) == 2
    assert "is not in the folder" in capsys.readouterr().err


def test_a_backup_is_kept_of_the_plan_before(plan: Path, workbook: Path, capsys: Captured) -> None:
    edit(workbook, "Action plan", 1, title="Another title")
    assert main(["import", str(plan), str(workbook)]) == 0
    capsys.readouterr()
    assert any("-import" in path.name for path in paths.backup_folder().rglob("*.mplan"))


def test_changes_that_make_the_plan_worse_are_warned_of(plan: Path, workbook: Path, capsys: Captured) -> None:
    (end,) = edit(workbook, "Action plan", 1, end="2020-Q1")
    edit(workbook, "Action plan", 2, title=None)
    with Document.open(plan) as document:
        first, second = action(document, 0), action(document, 1)
    assert main(["import", str(plan), str(workbook), "--dry-run", "--json"]) == 0
    found = answered(capsys)
    by_field = {(one["uid"], one["field"]): one for one in found["changes"]}
    ended = by_field[first.uid, "end"]
    assert "action_end_before_start" in [one["code"] for one in ended["warnings"]] and ended["left"] is False
    emptied = by_field[second.uid, "title"]
    assert [one["code"] for one in emptied["warnings"]] == ["emptied"] and emptied["left"] is True
    assert found["warnings"] == sum(len(one["warnings"]) for one in found["changes"])
    assert main(["import", str(plan), str(workbook), "--dry-run"]) == 0
    said = capsys.readouterr().out.splitlines()
    place = next(number for number, line in enumerate(said) if f"cell {end} " in line)
    assert said[place + 1].startswith("  Warning: Action: it ends in 2020-Q1")
    assert any(line.endswith("(not taken)") for line in said)
    assert said[-1] == f"1 change would be imported. {found['warnings']} warnings."
    assert main(["import", str(plan), str(workbook)]) == 0
    capsys.readouterr()
    with Document.open(plan) as document:
        assert (action(document, 0).end.year, action(document, 1).title) == (2020, second.title)
    assert main(["import", str(plan), str(workbook), "--empty-compulsory"]) == 0
    capsys.readouterr()
    with Document.open(plan) as document:
        assert document.plan.value("action", second.uid, "title") == ""


def test_refusals_and_remarks_name_the_record(plan: Path, workbook: Path, capsys: Captured) -> None:
    (status,) = edit(workbook, "Action plan", 1, status="Nearly done")
    (gap,) = edit(workbook, "Action plan", 2, **{"~gap": 7})
    with Document.open(plan) as document:
        first, second = action(document, 0), action(document, 1)
    assert main(["import", str(plan), str(workbook), "--json"]) == 1
    found = answered(capsys)
    (refused,), (remark,) = found["refused"], found["remarks"]
    assert (refused["uid"], refused["record"]) == (first.uid, f"{first.code} {first.title}")
    assert (remark["uid"], remark["record"]) == (second.uid, f"{second.code} {second.title}")
    assert (remark["code"], remark["where"]["cell"]) == ("calculated_overwritten", gap)
    assert main(["import", str(plan), str(workbook)]) == 1
    said = capsys.readouterr().out
    assert f"cell {status} (Status), {first.code} {first.title} “Nearly done”: " in said
    assert f"{second.code} {second.title}: This cell is calculated" in said


HOLD = """
import sys, pathlib
from mainstreamer.storage.document import Document
from mainstreamer.domain.plan import Put
with Document.open(pathlib.Path(sys.argv[1])) as document:
    document.put("edit", [Put("action", document.plan.actions[2].uid, "title", "Typed in the window")])
    print("open", flush=True)
    sys.stdin.readline()
"""


def test_a_plan_that_a_window_holds_can_be_tried(plan: Path, workbook: Path, capsys: Captured) -> None:
    edit(workbook, "Action plan", 1, title="Another title")
    edit(workbook, "Action plan", 3, title="From the workbook")
    before = set(plan.parent.iterdir())
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(plan)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as window:
        assert window.stdin is not None and window.stdout is not None
        try:
            assert window.stdout.readline() == "open\n"
            held = plan.read_bytes()
            assert main(["import", str(plan), str(workbook)]) == 2
            assert "open" in capsys.readouterr().err
            assert main(["import", str(plan), str(workbook), "--dry-run", "--json"]) == 1
            found = answered(capsys)
            assert (found["open_elsewhere"], found["taken"]) == (True, False)
            assert [one["new"] for one in found["changes"]] == ["Another title"]
            assert [one["old"] for one in found["conflicts"]] == ["Typed in the window"]
            assert main(["import", str(plan), str(workbook), "--dry-run"]) == 1
            assert capsys.readouterr().out.startswith("The plan is open in a window.")
            assert plan.read_bytes() == held
        finally:
            window.communicate("\n")
    assert set(plan.parent.iterdir()) <= before | {plan.with_name(f"{plan.name}-journal")}
    assert main(["import", str(plan), str(workbook), "--dry-run", "--json"]) == 1
    assert answered(capsys)["open_elsewhere"] is False


def test_a_plan_in_the_middle_of_a_change_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.mplan"
    path.write_bytes(b"plan")
    journal = tmp_path / "p.mplan-journal"
    assert snapshot._state(path) is not None
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 under way")
    assert snapshot._state(path) is None
    journal.write_bytes(bytes(28))
    assert snapshot._state(path) is not None
    waited = []
    monkeypatch.setattr(snapshot.time, "sleep", waited.append)
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 under way")
    with pytest.raises(PlanInUse):
        snapshot._copied(path, tmp_path / "copy.mplan")
    assert len(waited) == snapshot.TRIES


def test_an_open_conflict_is_a_finding_until_somebody_decides(plan: Path, workbook: Path, capsys: Captured) -> None:
    edit(workbook, "Action plan", 1, title="From the workbook")
    with Document.open(plan) as document:
        uid = action(document, 0).uid
        assert document.open_conflicts() == ()
        document.put("edit", [Put("action", uid, "title", "From the window")])
    assert main(["import", str(plan), str(workbook)]) == 1
    capsys.readouterr()
    main(["check", str(plan), "--json"])
    (found,) = [one for one in answered(capsys)["findings"] if one["code"] == "field_conflict_open"]
    assert (found["kind"], found["uid"], found["field"]) == ("action", uid, "title")
    with Document.open(plan) as document:
        assert document.open_conflicts() == ((Cell("action", uid, "title")),)
        document.put("edit", [Put("action", uid, "cost", Decimal(1))])
        assert document.open_conflicts() == ((Cell("action", uid, "title")),)
        document.put("edit", [Put("action", uid, "title", "Decided")])
        assert document.open_conflicts() == ()
        document.undo()
        assert document.open_conflicts() == ()
    main(["check", str(plan), "--json"])
    assert "field_conflict_open" not in {one["code"] for one in answered(capsys)["findings"]}
