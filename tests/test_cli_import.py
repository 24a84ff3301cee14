"""An edited workbook at the command line: tried, taken in, refused; exit codes, sentences, JSON."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mainstreamer import paths
from mainstreamer.__main__ import main
from mainstreamer.domain.plan import Put
from mainstreamer.language import language as speak
from mainstreamer.storage.document import Author, Document

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
    assert said.startswith(f"Action plan, cell {where} (Status) “Nearly done”: Choose a word from the list")
    assert "Nothing was taken in." in said
    assert plan.read_bytes() == before


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_taken_in_is_said_line_by_line(
    language: str, plan: Path, workbook: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mainstreamer.cli.default_language", lambda: speak(language))
    (title,) = edit(workbook, "Action plan", 1, title="Another title")
    (cost,) = edit(workbook, "Action plan", 2, cost=1234.5)
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
    assert done[1].endswith(f"{speech.number(before)} → {speech.number(Decimal('1234.5'))}")
    assert would[:-1] == done[:-1]
    assert (would[-1], done[-1]) == {
        "en": ("2 changes would be taken in.", "2 changes were taken in."),
        "ru": ("Было бы принято 2 изменения.", "Принято 2 изменения."),
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
    assert "take in its sheets as plain tables" in capsys.readouterr().err
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
