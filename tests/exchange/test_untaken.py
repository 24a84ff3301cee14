"""Cells that were typed over and are not read back are told, one by one; what formulas give anew is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mainstreamer.domain.plan import Plan
from mainstreamer.domain.returned import Returned
from mainstreamer.exchange.untaken import MOST_TOLD
from tests.exchange.preset_tools import plan_of
from tests.exchange.returning import editing, exported, read
from tests.exchange.small_plan import full_plan


@pytest.fixture(scope="module")
def plan() -> Plan:
    return full_plan()


@pytest.fixture(scope="module")
def workbook(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(plan, tmp_path_factory.mktemp("out"))


def typed(plan: Plan, workbook: Path, tmp_path: Path, sheet: str, **cells: Any) -> Returned:
    """The workbook with values typed into cells of a sheet."""
    path = tmp_path / "back.xlsx"
    path.write_bytes(workbook.read_bytes())
    book = load_workbook(path)
    for name, value in cells.items():
        book[sheet][name].value = value
    book.save(path)
    return read(path, plan)


def told(found: Returned) -> list[tuple[str, str, str]]:
    assert not (found.edits or found.refused or found.new_rows or found.missing), found
    return [(remark.code, remark.place.sheet, remark.place.cell) for remark in found.remarks]


def test_saved_again_nothing_is_told(plan: Plan, workbook: Path, tmp_path: Path) -> None:
    assert told(typed(plan, workbook, tmp_path, "Cover")) == []


def test_every_kind_of_sheet_tells(plan: Plan, workbook: Path, tmp_path: Path) -> None:
    path = tmp_path / "back.xlsx"
    path.write_bytes(workbook.read_bytes())
    book = load_workbook(path)
    places = []
    for sheet in (
        "Cover", "Summary", "Timeline", "Budget", "Action plan", "Institutions", "Frame of the plan", "Demographics",
        "Readiness", "Glossary", "Code lists",
    ):  # fmt: skip
        cell = next(cell for cell in book[sheet][2][1:] if cell.value)
        cell.value = "Typed over"
        places.append(("cell_not_taken", sheet, cell.coordinate))
    book.save(path)
    assert sorted(told(read(path, plan))) == sorted(places)


def test_a_formula_is_no_edit_and_a_value_in_its_place_is(plan: Plan, workbook: Path, tmp_path: Path) -> None:
    page = load_workbook(workbook)["Budget"]
    cell = next(
        cell for row in page.iter_rows(min_col=2) for cell in row if str(cell.value).startswith("=") and cell.row > 4
    )
    changed = f"{cell.value}+0"
    assert told(typed(plan, workbook, tmp_path, "Budget", **{cell.coordinate: changed})) == []
    found = typed(plan, workbook, tmp_path, "Budget", **{cell.coordinate: 123456.75})
    assert told(found) == [("cell_not_taken", "Budget", cell.coordinate)]


def test_many_are_counted(plan: Plan, workbook: Path, tmp_path: Path) -> None:
    page = load_workbook(workbook)["Code lists"]
    cells = [f"D{number}" for number in range(10, 10 + MOST_TOLD + 5) if page[f"D{number}"].value]
    found = typed(plan, workbook, tmp_path, "Code lists", **dict.fromkeys(cells, "Another word"))
    codes = [remark.code for remark in found.remarks]
    assert codes == ["cell_not_taken"] * MOST_TOLD + ["cells_more"]
    assert found.remarks[-1].values == {"count": len(cells) - MOST_TOLD}


def test_a_sheet_that_was_rearranged_is_told_once(plan: Plan, workbook: Path, tmp_path: Path) -> None:
    path = tmp_path / "back.xlsx"
    path.write_bytes(workbook.read_bytes())
    book = load_workbook(path)
    book["Code lists"].delete_cols(2)
    book.save(path)
    assert told(read(path, plan)) == [("sheet_rearranged", "Code lists", "0")]


def test_another_version_of_the_program_may_have_had_other_words(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.book["Cover"]["B2"].value = "Typed over"
    monkeypatch.setattr("mainstreamer.exchange.workbook_in.__version__", "9.9.9")
    assert told(read(path, plan)) == []


@pytest.mark.parametrize("codes", [("en",), ("ru",), ("en", "ru")])
def test_particulars_of_population_tables_come_back(plan: Plan, codes: tuple[str, ...], tmp_path: Path) -> None:
    record = next(row for row in plan.population_tables if row.table is not None)
    path = exported(plan, tmp_path, codes)
    with editing(path) as book:
        page = next(one for one in book.book.worksheets if one["A1"].value == "mainstreamer:population_table:numbers")
        rows = [row[0].row for row in page.iter_rows(max_col=1) if row[0].value == record.uid]
        cells = {page.cell(row, 3).value: page.cell(row, 3) for row in rows if page.cell(row, 3).value}
        cells[record.title].value = "Another title"
        page.cell(rows[0], 2).value = "A heading typed over"
    found = read(path, plan)
    assert [(edit.kind, edit.uid, edit.field, edit.new) for edit in found.edits] == [
        ("population_table", record.uid, "title", "Another title")
    ]
    assert [(remark.code, remark.place.row) for remark in found.remarks] == [("cell_not_taken", rows[0])]


def test_the_register_goes_before_the_particulars(plan: Plan, tmp_path: Path) -> None:
    record = next(row for row in plan.population_tables if row.table is not None)
    path = exported(plan, tmp_path)
    with editing(path) as book:
        page = next(one for one in book.book.worksheets if one["A1"].value == "mainstreamer:population_table:numbers")
        for row in page.iter_rows(max_col=3):
            if row[0].value == record.uid and row[2].value == record.title:
                row[2].value = "Said here"
        book.write("population_table", record.uid, title="Said there")
    found = read(path, plan)
    assert [edit.new for edit in found.edits] == ["Said there"]
    assert [remark.code for remark in found.remarks] == ["particular_elsewhere"]


@pytest.mark.parametrize("preset", ["full", "print", "public"])
@pytest.mark.parametrize("name", ["sample", "absurd"])
def test_nothing_is_told_of_what_nobody_touched(name: str, preset: str, tmp_path: Path) -> None:
    plan = plan_of(name, tmp_path)
    assert told(read(exported(plan, tmp_path, ("en",), preset), plan)) == []


def test_a_heading_between_actions_that_was_typed_over_is_told(tmp_path: Path) -> None:
    plan = plan_of("sample", tmp_path)
    path = exported(plan, tmp_path, ("en",), "print")
    book = load_workbook(path)
    sheet = book["Action plan"]
    headings = [row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == "~objective"]
    assert len(headings) > 2
    sheet.cell(headings[1], 2).value = "Typed over"
    book.save(path)
    assert told(read(path, plan)) == [("cell_not_taken", "Action plan", f"B{headings[1]}")]
