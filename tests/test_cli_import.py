"""An edited workbook at the command line: tried, taken in, refused; exit codes, sentences, JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mainstreamer.__main__ import main
from mainstreamer.storage.document import Document

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
