"""The action plan after somebody worked on it: edited, then calculated by LibreOffice. Skipped where it is not installed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mainstreamer import knowledge
from mainstreamer.domain.actions import gap, total
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.plan import Plan
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.language import language
from mainstreamer.operations.sampling import create_sample
from tests.absurd_plan import absurd_plan
from tests.exchange.office import calculated, needs_office, without_results
from tests.exchange.small_plan import full_plan, uid, with_record
from tests.exchange.test_action_sheet import places

pytestmark = needs_office
AMOUNTS = ("cost", "secured_state", "secured_external", "~gap")


def sample(folder: Path, code: str) -> Plan:
    with create_sample(folder / "sample.mplan", code) as document:
        return document.plan


def written(plan: Plan, path: Path, code: str, preset: str = "full") -> Any:
    # The formulas ask for the present quarter, so the export is of today.
    export_workbook(plan, knowledge.checklist(code), language(code), path, preset=preset, today=date.today())
    return load_workbook(path)


def saved(book: Any, folder: Path) -> Any:
    """The workbook saved after editing, then opened, calculated and saved by LibreOffice."""
    path = folder / "edited.xlsx"
    book.save(path)
    return load_workbook(calculated([path], folder)[0], data_only=True)


def title(code: str, key: str) -> str:
    return language(code).word("workbook", "sheet", key)


def row_of(sheet: Any, uid: str) -> int:
    return next(int(cell.row) for cell in sheet["A"] if cell.value == uid)


@pytest.mark.parametrize("code", ["en", "ru"])
def test_bars_move_with_the_dates_and_added_rows_appear(code: str, tmp_path: Path) -> None:
    plan, speech = sample(tmp_path, code), language(code)
    book = written(plan, tmp_path / "plan.xlsx", code)
    sheet, letters = book[title(code, "action")], places(book[title(code, "action")])
    moved = row_of(sheet, plan.actions[3].uid)
    added = sheet.max_row + 1
    first = Quarter(2028, 2)
    for row in (moved, added):
        sheet[f"{letters['start']}{row}"] = speech.quarter(first)
        sheet[f"{letters['end']}{row}"] = speech.quarter(first.plus(5))
    on_track = speech.choice("action_status", "on_track")
    for name, value in (("title", "Added by hand"), ("status", on_track), ("cost", 900), ("secured_state", 200)):
        sheet[f"{letters[name]}{added}"] = value
    done = saved(book, tmp_path)
    timeline = done[title(code, "timeline")]
    indexes = {cell.value: cell.column for cell in timeline[4] if isinstance(cell.value, int)}
    for row, name in ((moved, plan.actions[3].title), (added, "Added by hand")):
        shown = [timeline.cell(row, column).value for column in range(2, 11)]
        assert shown[1] == name
        assert shown[3:5] == [speech.quarter(first), speech.quarter(first.plus(5))]
        assert shown[7:9] == [first.index, first.index + 5]
        assert first.index in indexes
    assert timeline.cell(added, 8).value == speech.word("workbook", "light", "green")
    assert timeline.cell(added + 1, 3).value is None and timeline.cell(added + 1, 8).value is None
    # The bars are drawn where the index of a quarter lies between the two, in every row that is or may be filled.
    rules = load_workbook(tmp_path / "plan.xlsx")[title(code, "timeline")].conditional_formatting._cf_rules
    grids = [
        str(area.sqref) for area, found in rules.items() if any("light_green" in rule.formula[0] for rule in found)
    ]
    assert any(f":{timeline.cell(1, max(indexes.values())).column_letter}" in grid for grid in grids)
    assert all(int(grid.rsplit(":", 1)[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) >= added + 100 for grid in grids)
    # Totals count the added row, though nobody copied the formula of the gap down to it.
    found, plan_sheet = total(plan.actions), done[title(code, "action")]
    expected = [found.cost + 900, found.state + 200, found.external, found.gap + 700]
    moved_by = plan.actions[3]
    assert gap(moved_by) is not None
    for row in (4, 5):
        shown = [plan_sheet[f"{letters[name]}{row}"].value for name in AMOUNTS]
        assert shown == pytest.approx([float(amount) for amount in expected])


def test_an_action_that_ends_before_it_starts_has_no_duration(tmp_path: Path) -> None:
    plan = with_record(full_plan(), "action", "b1", title="Back", start=Quarter(2028, 3), end=Quarter(2027, 4))
    sheet = saved(written(plan, tmp_path / "plan.xlsx", "en"), tmp_path)["Action plan"]
    letter = places(sheet)["~quarters"]
    assert not sheet[f"{letter}{row_of(sheet, uid('b1'))}"].value
    assert sheet[f"{letter}{row_of(sheet, uid('a1'))}"].value == 6


def test_sorted_rows_stay_whole(tmp_path: Path) -> None:
    plan = sample(tmp_path, "en")
    book = written(plan, tmp_path / "plan.xlsx", "en")
    sheet = book["Action plan"]
    inputs = [letter for name, letter in places(sheet).items() if not name.startswith("~")]
    first, last = row_of(sheet, plan.actions[0].uid), row_of(sheet, plan.actions[-1].uid)
    for letter in ("A", *inputs):
        one, other = sheet[f"{letter}{first}"], sheet[f"{letter}{last}"]
        one.value, other.value = other.value, one.value
    done = saved(book, tmp_path)
    timeline = done["Timeline"]
    assert (timeline[f"B{first}"].value, timeline[f"B{last}"].value) == (plan.actions[-1].code, plan.actions[0].code)
    letters = places(sheet)
    for row, action in ((first, plan.actions[-1]), (last, plan.actions[0])):
        missing = gap(action)
        assert done["Action plan"][f"{letters['~gap']}{row}"].value == (None if missing is None else float(missing))
        assert timeline[f"I{row}"].value == (action.start.index if action.start else None)


def test_sums_of_rows_shown_follow_what_is_hidden(tmp_path: Path) -> None:
    plan = sample(tmp_path, "en")
    book = written(plan, tmp_path / "plan.xlsx", "en")
    sheet, letters = book["Action plan"], places(book["Action plan"])
    kept = plan.actions[::3]
    for action in plan.actions:
        sheet.row_dimensions[row_of(sheet, action.uid)].hidden = action not in kept
    done = saved(book, tmp_path)["Action plan"]
    for row, actions in ((4, plan.actions), (5, kept)):
        found = total(actions)
        shown = [done[f"{letters[name]}{row}"].value for name in AMOUNTS]
        assert shown == pytest.approx(
            [float(amount) for amount in (found.cost, found.state, found.external, found.gap)]
        )


def test_a_new_institution_is_offered_at_once(tmp_path: Path) -> None:
    plan = sample(tmp_path, "en")
    book = written(plan, tmp_path / "plan.xlsx", "en")
    register = book["Institutions"]
    register[f"B{register.max_row + 1}"] = "Office for the diaspora"
    cover = book["Cover"]
    cover["H1"], cover["H2"] = "=COUNTA(names_institution)", "=INDEX(names_institution,ROWS(names_institution))"
    start = "2028-Q3"
    later = f'INDEX(list_quarter,MATCH("{start}",list_quarter,0)):INDEX(list_quarter,ROWS(list_quarter))'
    cover["H3"], cover["H4"] = f"=INDEX({later},1)", "=ROWS(list_quarter)"
    done = saved(book, tmp_path)["Cover"]
    assert (done["H1"].value, done["H2"].value) == (len(plan.all("institution")) + 1, "Office for the diaspora")
    assert done["H3"].value == start and done["H4"].value % 4 == 0


@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize("name", ["sample", "small", "absurd"])
def test_the_printed_plan_adds_up(name: str, code: str, tmp_path: Path) -> None:
    if name == "absurd":
        with absurd_plan(tmp_path / "absurd.mplan") as document:
            plan = document.plan
    else:
        plan = sample(tmp_path, code) if name == "sample" else full_plan()
    path = tmp_path / "print.xlsx"
    formulas = written(plan, path, code, "print")
    ours = load_workbook(path, data_only=True)
    theirs = load_workbook(calculated([without_results(path, tmp_path / "bare.xlsx")], tmp_path)[0], data_only=True)
    compared = 0
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            mine, other = (book[sheet.title][cell.coordinate].value for book in (ours, theirs))
            same = mine == pytest.approx(other) if isinstance(mine, int | float) else (mine or None) == (other or None)
            assert same, (sheet.title, cell.coordinate, mine, other)
            compared += 1
    assert compared > 20
    sheet, letters = theirs[title(code, "action")], places(theirs[title(code, "action")])
    marks = {row: sheet[f"A{row}"].value for row in range(8, sheet.max_row + 1)}
    for column in ("cost", "~gap"):
        values = {row: sheet[f"{letters[column]}{row}"].value for row in marks}
        subtotals = sum(value for row, value in values.items() if marks[row] == "~subtotal")
        (whole,) = (value for row, value in values.items() if marks[row] == "~total")
        assert subtotals == pytest.approx(whole) == pytest.approx(sheet[f"{letters[column]}4"].value)


@pytest.mark.parametrize("code", ["en", "ru"])
def test_formulas_of_an_absurd_plan_are_calculated_alike(code: str, tmp_path: Path) -> None:
    with absurd_plan(tmp_path / "absurd.mplan") as document:
        plan = document.plan
    path = tmp_path / "plan.xlsx"
    formulas = written(plan, path, code)
    ours = load_workbook(path, data_only=True)
    theirs = load_workbook(calculated([without_results(path, tmp_path / "bare.xlsx")], tmp_path)[0], data_only=True)
    for key in ("action", "timeline", "objective"):
        name = title(code, key) if key != "objective" else language(code).kind("objective", "many")
        for cell in (cell for row in formulas[name].iter_rows() for cell in row if cell.data_type == "f"):
            mine, other = (book[name][cell.coordinate].value for book in (ours, theirs))
            same = mine == pytest.approx(other) if isinstance(mine, int | float) else (mine or None) == (other or None)
            assert same, (name, cell.coordinate, mine, other, cell.value)
