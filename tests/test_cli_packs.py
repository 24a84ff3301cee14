"""Packs at the command line: written, loaded, tried, refused; exit codes, sentences, JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mainstreamer.__main__ import main
from mainstreamer.domain.packs import ITEMS
from mainstreamer.storage.document import Document
from tests.test_cli import child

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def plan(tmp_path: Path, capsys: Captured) -> Path:
    path = tmp_path / "p.mplan"
    assert main(["new", str(path), "--country", "MDA", "--language", "en"]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def pack(tmp_path: Path, plan: Path, capsys: Captured) -> Path:
    path = tmp_path / "pack.xlsx"
    assert main(["checklist", "--pack", str(path)]) == 0
    assert capsys.readouterr().out.strip() == str(path)
    return path


def edit(path: Path, **cells: object) -> None:
    """Type into cells; `_` for a row stands for the first free one."""
    book = openpyxl.load_workbook(path)
    free = next(row for row in range(2, 1000) if not book[ITEMS].cell(row, 1).value)
    cells = {name[:-1] + str(free) if name.endswith("_") else name: value for name, value in cells.items()}
    for name, value in cells.items():
        book[ITEMS][name] = value
    book.save(path)


def answered(capsys: Captured) -> Any:
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


def texts(path: Path) -> list[tuple[str, str]]:
    with Document.open_for_reading(path) as document:
        return [(row.item, row.text) for row in document.plan.item_texts]


def test_a_pack_is_loaded_as_one_step(plan: Path, pack: Path, capsys: Captured) -> None:
    edit(pack, Q2="Has the cabinet said so?", B_=4, Q_="Is there a register?")
    before = plan.read_bytes()
    assert main(["checklist", "--load", str(plan), str(pack), "--dry-run", "--json"]) == 0
    tried = answered(capsys)
    assert tried["loaded"] is False and plan.read_bytes() == before
    assert main(["checklist", "--load", str(plan), str(pack), "--json"]) == 0
    done = answered(capsys)
    assert done == {**tried, "loaded": True}
    assert [one["code"] for one in done["new"]] == ["4.N1"]
    (change,) = done["texts"]
    assert (change["item"], change["language"], change["change"]) == ("1.1", "en", "reworded")
    assert {one["language"]: one["percent"] for one in done["languages"]}["en"] == 100
    assert texts(plan) == [("1.1", "Has the cabinet said so?")]
    assert main(["history", str(plan), "--json"]) == 0
    assert [entry["verb"] for entry in answered(capsys)] == ["load_pack", "create_plan"]
    assert main(["checklist", "--load", str(plan), str(pack), "--json"]) == 0
    assert answered(capsys)["changes"] == 0
    with Document.open(plan) as document:
        document.undo()
        assert not document.plan.item_texts and not document.plan.custom_items


def test_the_checklist_of_a_plan_is_written_with_its_wording(plan: Path, pack: Path, capsys: Captured) -> None:
    edit(pack, Q2="Has the cabinet said so?")
    assert main(["checklist", "--load", str(plan), str(pack)]) == 0
    said = capsys.readouterr().out
    assert "1 text is worded anew." in said and "English: 100 %" in said and "Has the cabinet said so?" in said
    own = pack.with_name("own.xlsx")
    assert main(["checklist", "--pack", str(own), "--plan", str(plan), "--language", "ru", "--json"]) == 0
    assert answered(capsys)["path"] == str(own)
    assert openpyxl.load_workbook(own)[ITEMS]["Q2"].value == "Has the cabinet said so?"


def test_a_pack_that_is_there_is_replaced_only_when_told(pack: Path, capsys: Captured) -> None:
    pack.write_bytes(b"months of work")
    capsys.readouterr()
    assert main(["checklist", "--pack", str(pack)]) == 2
    assert "--replace" in capsys.readouterr().err and pack.read_bytes() == b"months of work"
    assert main(["checklist", "--pack", str(pack), "--replace"]) == 0
    assert openpyxl.load_workbook(pack).sheetnames[0] == ITEMS
    assert main(["checklist", "--replace"]) == 2


def test_a_refused_pack_changes_nothing_and_names_each_cell(plan: Path, pack: Path, capsys: Captured) -> None:
    edit(pack, Q2="Has the cabinet said so?", O3="perhaps", B4=9)
    before = plan.read_bytes()
    assert main(["checklist", "--load", str(plan), str(pack), "--json"]) == 1
    found = answered(capsys)
    assert found["loaded"] is False
    places = {(one["sheet"], one["row"], one["column"], one["reason"]) for one in found["refused"]}
    assert places == {("items", 3, "O", "choice_unknown")}
    edit(pack, O3=None)
    assert main(["checklist", "--load", str(plan), str(pack)]) == 1
    said = capsys.readouterr().out.strip()
    assert said.startswith("items, row 4, column B") and said.count("\n") == 0
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ["checklist", "--load", "p.mplan", "none.xlsx"],
        ["checklist", "--load", "p.mplan", "p.mplan"],
        ["checklist", "--load", "none.mplan", "pack.xlsx"],
        ["checklist", "--load", "p.mplan"],
        ["checklist", "--pack", "no/pack.xlsx"],
        ["checklist", "--plan", "p.mplan"],
        ["checklist", "--dry-run"],
        ["checklist", "--pack", "a.xlsx", "--load", "p.mplan", "pack.xlsx"],
    ],
)
def test_wrong_use_and_unreadable_files_are_one_sentence(
    words: list[str], plan: Path, pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(plan.parent)
    files = sorted(plan.parent.iterdir())
    before = plan.read_bytes()
    assert main(words) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err.count("\n") == 1 and "Traceback" not in captured.err
    assert sorted(plan.parent.iterdir()) == files and plan.read_bytes() == before


def test_packs_need_no_qt(plan: Path, pack: Path) -> None:
    code = (
        "import sys; from mainstreamer.__main__ import main;"
        f"main(['checklist', '--load', {str(plan)!r}, {str(pack)!r}]); main(['checklist', '--pack', {str(pack)!r}]);"
        "sys.exit(any(name.split('.')[0] in ('PySide6', 'pyqtgraph') for name in sys.modules))"
    )
    assert child([code]).returncode == 0
