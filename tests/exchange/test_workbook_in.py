"""An edited workbook read back: what changed, what is new, what is gone, what cannot be read, and what spreadsheets do."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.choices import TREATIES
from mainstreamer.domain.kinds import answer_uid, treaty_uid
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.presets import ActionFilter, PresetSpec
from mainstreamer.domain.returned import Returned
from mainstreamer.exchange.cells import CELL_LIMIT
from mainstreamer.language import language
from mainstreamer.operations.sample import sample_puts
from tests.absurd_plan import absurd_plan
from tests.exchange.returning import Book, editing, exported, nothing, read
from tests.exchange.small_plan import PLAN, frame, full_plan, uid, with_record

LANGUAGES = [("en",), ("ru",), ("en", "ru"), ("ru", "en")]


def sample_plan(code: str = "en") -> Plan:
    return Plan(PLAN).with_puts(sample_puts(code, PLAN))


def edits(found: Returned) -> dict[tuple[str, str, str], Any]:
    return {(edit.kind, edit.uid, edit.field): edit.new for edit in found.edits}


def only_edits(found: Returned) -> dict[tuple[str, str, str], Any]:
    assert not (found.refused or found.new_rows or found.missing or found.remarks), found
    return edits(found)


@pytest.fixture
def plan() -> Plan:
    return full_plan()


# -- nothing was edited ------------------------------------------------------------------------------------------------


def absurd(folder: Path) -> Plan:
    with absurd_plan(folder / "absurd.mplan") as document:
        return document.plan


PLANS: dict[str, Callable[[Path], Plan]] = {
    "sample": lambda folder: sample_plan(),
    "small": lambda folder: full_plan(),
    "empty": lambda folder: frame(),
    "absurd": absurd,
}


@pytest.mark.parametrize("codes", LANGUAGES)
@pytest.mark.parametrize("name", PLANS)
def test_what_nobody_edited_changes_nothing(name: str, codes: tuple[str, ...], tmp_path: Path) -> None:
    plan = PLANS[name](tmp_path)
    found = read(exported(plan, tmp_path, codes), plan)
    assert nothing(found), found


@pytest.mark.parametrize("preset", ["print", "public", PresetSpec(filter=ActionFilter(statuses=("on_track",)))])
def test_a_preset_comes_back_as_it_went(plan: Plan, preset: Any, tmp_path: Path) -> None:
    found = read(exported(plan, tmp_path, preset=preset), plan)
    assert nothing(found), found


# -- one cell of each type ---------------------------------------------------------------------------------------------


def change(plan: Plan, folder: Path, kind: str, uid: str, codes: tuple[str, ...] = ("en",), **values: Any) -> Returned:
    """The workbook of a plan with values typed into one row."""
    path = exported(plan, folder, codes)
    with editing(path) as book:
        book.write(kind, uid, **values)
    return read(path, plan)


AFTERNOON = datetime.combine(date(2027, 3, 31), time(14, 30))
TYPED = [
    ("title", "Another title", "Another title"),
    ("title", "  Blanks around \u00a0", "Blanks around"),
    ("budget_line", 4210, "4210"),
    ("budget_line", 12.5, "12.5"),
    ("status", "Done", "done"),
    ("status", "done", "done"),
    ("status", "Выполнено", "done"),
    ("status", None, ""),
    ("start", "2027-Q4", Quarter(2027, 4)),
    ("start", "III 2028", Quarter(2028, 3)),
    ("start", "3 кв. 2028", Quarter(2028, 3)),
    ("start", "Q2 2027", Quarter(2027, 2)),
    ("cost", 1234.5, Decimal("1234.5")),
    ("cost", "1,234.50", Decimal("1234.5")),
    ("cost", "1 234 567", Decimal(1234567)),
    ("cost", "250 MDL", Decimal(250)),
    ("cost", None, None),
    ("cost", 0.1 + 0.2, Decimal("0.3")),
    ("blocked", "Yes", True),
    ("blocked", True, True),
    ("blocked", "нет", False),
    ("blocked", 1, True),
    ("updated_on", date(2027, 3, 31), date(2027, 3, 31)),
    ("updated_on", AFTERNOON, date(2027, 3, 31)),
    ("updated_on", "31/03/2027", date(2027, 3, 31)),
    ("updated_on", "2027-03-31", date(2027, 3, 31)),
    ("progress", 40, 40),
    ("progress", "40", 40),
    ("sdg", "10.7; 8.8; 5.4", ("10.7", "8.8", "5.4")),
    ("sdg", "10.7, 5.4", ("10.7", "5.4")),
    ("sdg", 8.8, ("8.8",)),
    ("items", "1.1; 2.3", ("1.1", "2.3")),
    ("leads", "Statistics Office", (uid("i2"),)),
    ("leads", "statistics  office;\nMinistry of Labour", (uid("i2"), uid("i1"))),
    ("leads", "Statistics Office\nMinistry of Labour", (uid("i2"), uid("i1"))),
    ("leads", None, ()),
    ("items", 2.1, ("2.1",)),
]


@pytest.mark.parametrize(("code", "typed", "value"), TYPED, ids=[f"{code}-{typed!r}" for code, typed, _ in TYPED])
def test_a_cell_is_read_by_its_type(code: str, typed: Any, value: Any, plan: Plan, tmp_path: Path) -> None:
    found = change(plan, tmp_path, "action", uid("a1"), **{code: typed})
    assert only_edits(found) == {("action", uid("a1"), code): value}
    (edit,) = found.edits
    assert edit.old == plan.value("action", uid("a1"), code)
    assert edit.place.sheet == "Action plan"


def test_a_share_shown_as_per_cent_is_read_where_it_can_mean_one_thing_only(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        for code, value in (("progress", 0.35), ("cost", 0.35)):
            cell = book.cell("action", uid("a1"), code)
            cell.value, cell.number_format = value, "0%"
    found = read(path, plan)
    assert edits(found) == {("action", uid("a1"), "progress"): 35}
    assert [(one.field, one.reason) for one in found.refused] == [("cost", "percent_format")]


@pytest.mark.parametrize(("codes", "typed"), [(("ru",), "1 234,50"), (("ru",), "1.234,5"), (("ru", "en"), "1234,5")])
def test_numbers_have_the_marks_of_the_language_of_the_export(
    codes: tuple[str, ...], typed: str, plan: Plan, tmp_path: Path
) -> None:
    found = change(plan, tmp_path, "action", uid("a1"), codes, cost=typed)
    assert only_edits(found) == {("action", uid("a1"), "cost"): Decimal("1234.5")}


@pytest.mark.parametrize("typed", ["Done / Выполнено", "Выполнено / Done", "Done", "Выполнено", "done"])
def test_choices_are_understood_in_either_and_in_both_languages(typed: str, plan: Plan, tmp_path: Path) -> None:
    found = change(plan, tmp_path, "action", uid("a1"), ("ru", "en"), status=typed)
    assert only_edits(found) == {("action", uid("a1"), "status"): "done"}


def test_two_languages_that_do_not_agree_are_refused(plan: Plan, tmp_path: Path) -> None:
    found = change(plan, tmp_path, "action", uid("a1"), ("ru", "en"), status="Done / Отложено")
    assert [one.reason for one in found.refused] == ["choice_unknown"]


# -- what cannot be read -----------------------------------------------------------------------------------------------

REFUSED = [
    ("status", "Nearly done", "choice_unknown"),
    ("status", 7, "choice_unknown"),
    ("start", "spring", "quarter_unreadable"),
    ("cost", "a lot", "number_unreadable"),
    ("cost", -5, "number_negative"),
    ("cost", date(2027, 3, 31), "date_for_number"),
    ("progress", 140, "number_range"),
    ("progress", 40.5, "number_not_whole"),
    ("likelihood", 9, "scale_range"),
    ("updated_on", "soon", "date_unreadable"),
    ("updated_on", 2027, "date_unreadable"),
    ("updated_on", "31/02/2027", "date_unreadable"),
    ("budget_line", date(2027, 3, 1), "date_for_text"),
    ("blocked", "perhaps", "choice_unknown"),
    ("leads", "Ministry of Nowhere", "link_unknown"),
    ("items", "9.99", "item_unknown"),
    ("items", 77.7, "item_unknown"),
    ("items", 4.1, "code_is_number"),
    ("sdg", 8.1, "code_is_number"),
    ("title", "#REF!", "cell_error"),
    ("cost", "=1+1", "formula_without_result"),
]


@pytest.mark.parametrize(("code", "typed", "reason"), REFUSED, ids=[f"{code}-{typed!r}" for code, typed, _ in REFUSED])
def test_what_cannot_be_read_is_refused_by_name(code: str, typed: Any, reason: str, plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.write("action", uid("a1"), **{code: typed})
        where = book.cell("action", uid("a1"), code).coordinate
        heading = book.page("action").cell(book.header("action"), book.columns("action")[code]).value
    found = read(path, plan)
    assert found.edits == ()
    (refusal,) = found.refused
    assert (refusal.kind, refusal.field, refusal.reason) == ("action", code, reason)
    assert (refusal.place.sheet, refusal.place.cell, refusal.place.heading) == ("Action plan", where, heading)
    if reason in ("choice_unknown", "link_unknown"):
        assert refusal.expected


def test_a_refusal_names_what_is_near(plan: Plan, tmp_path: Path) -> None:
    (refusal,) = change(plan, tmp_path, "action", uid("a1"), leads="Statistic Ofice").refused
    assert (
        refusal.expected[0] in ("Statistics Office", "Ministry of Labour") and "Statistics Office" in refusal.expected
    )
    assert refusal.text == "Statistic Ofice"


def test_a_text_that_was_cut_is_not_taken_for_the_whole(tmp_path: Path) -> None:
    plan = with_record(frame(), "action", "a1", code="1", title="Long", note="n" * (CELL_LIMIT + 1000))
    path = exported(plan, tmp_path)
    assert nothing(read(path, plan))
    with editing(path) as book:
        cell = book.cell("action", uid("a1"), "note")
        cell.value = "New beginning " + cell.value[:100]
    found = read(path, plan)
    assert [(one.field, one.reason) for one in found.refused] == [("note", "text_cut")]


# -- links -------------------------------------------------------------------------------------------------------------


def test_names_that_hold_a_separator_are_found_whole(plan: Plan, tmp_path: Path) -> None:
    names = {"i3": "Roads; Bridges; Ports", "i4": "Bridges", "i5": "Council / Совет", "i6": "Labour, Health and Youth"}
    for key, name in names.items():
        plan = with_record(plan, "institution", key, name=name)
    typed = "Bridges; Roads; Bridges; Ports;\nCouncil / Совет; Statistics Office"
    found = change(plan, tmp_path, "action", uid("a1"), leads=typed, partners="Labour, Health and Youth, Bridges")
    assert only_edits(found) == {
        ("action", uid("a1"), "leads"): (uid("i4"), uid("i3"), uid("i5"), uid("i2")),
        ("action", uid("a1"), "partners"): (uid("i6"), uid("i4")),
    }


def test_of_two_records_of_one_name_the_one_that_stood_there_is_meant(plan: Plan, tmp_path: Path) -> None:
    plan = with_record(plan, "institution", "i3", name="Statistics Office")
    found = change(plan, tmp_path, "action", uid("a1"), leads="Statistics Office", partners="Statistics Office")
    assert edits(found) == {("action", uid("a1"), "leads"): (uid("i2"),)}
    assert [(one.field, one.reason) for one in found.refused] == [("partners", "link_unknown")]


def test_a_record_is_known_by_its_name_of_today_too(plan: Plan, tmp_path: Path) -> None:
    now = with_record(plan, "institution", "i9", name="Agency made since", acronym="AMS")
    now = with_record(now, "institution", "i2", name="Bureau of Statistics")
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.write("action", uid("a1"), leads="Bureau of Statistics", partners="AMS; Statistics Office")
    assert only_edits(read(path, plan, now)) == {
        ("action", uid("a1"), "leads"): (uid("i2"),),
        ("action", uid("a1"), "partners"): (uid("i9"), uid("i2")),
    }


# -- new rows ----------------------------------------------------------------------------------------------------------


def test_new_rows_name_each_other_at_once(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        row = book.append("institution", name="Border Agency", acronym="BA", type="Other")
        book.append("objective", code="7", title="Fair recruitment")
        book.append("action", title="Train recruiters", leads="BA; Ministry of Labour", objective="7", cost=500)
        book.append("membership", post="Deputy head", institution="Border Agency")
        book.write("action", uid("a1"), leads="Border Agency")
    found = read(path, plan)
    assert not (found.refused or found.missing or found.remarks)
    new = {row.kind: row for row in found.new_rows}
    agency, goal = new["institution"].uid, new["objective"].uid
    assert new["action"].values == {
        "title": "Train recruiters", "leads": (agency, uid("i1")), "objective": goal, "cost": Decimal(500),
    }  # fmt: skip
    assert new["membership"].values == {"post": "Deputy head", "institution": agency}
    assert new["institution"].place.row == row and new["institution"].place.sheet == "Institutions"
    assert new["institution"].places["acronym"].cell.startswith("C")
    assert edits(found) == {("action", uid("a1"), "leads"): (agency,)}
    assert {row.uid for row in read(path, plan).new_rows} == {row.uid for row in found.new_rows}


def test_a_new_row_says_which_records_are_alike(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.append("institution", name="statistics office")
    (row,) = read(path, plan).new_rows
    assert row.alike == (uid("i2"),) and row.uid not in plan.entries["institution"]


def test_a_register_without_rows_takes_its_first(tmp_path: Path) -> None:
    plan = frame()
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.append("institution", name="Ministry of Labour")
        page = book.page("action")
        row = book.header("action") + 3
        page.cell(row, book.columns("action")["title"]).value = "Below the note, which stays"
    found = read(path, plan)
    assert {row.kind: row.values for row in found.new_rows} == {
        "institution": {"name": "Ministry of Labour"},
        "action": {"title": "Below the note, which stays"},
    }
    assert not (found.refused or found.missing or found.remarks)


def test_two_new_rows_of_one_name_are_two_records_and_a_row_typed_twice_is_one(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.append("action", title="Open a desk", cost=100)
        book.append("action", title="Open a desk", cost=200)
        book.append("action", title="Open a desk", cost=200)
    found = read(path, plan)
    assert [row.values["cost"] for row in found.new_rows] == [Decimal(100), Decimal(200)]
    assert len({row.uid for row in found.new_rows}) == 2
    assert [remark.code for remark in found.remarks] == ["row_same"]


def test_a_row_copied_to_begin_another_is_a_new_record_without_the_code(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        page, source = book.page("action"), book.row("action", uid("a1"))
        page.insert_rows(source)
        for cell in page[source + 1]:
            page.cell(source, cell.column).value = cell.value
        page.cell(source, book.columns("action")["title"]).value = "The same elsewhere"
    found = read(path, plan)
    assert not (found.edits or found.refused or found.missing)
    (row,) = found.new_rows
    assert row.values["title"] == "The same elsewhere" and row.values["leads"] == (uid("i1"), uid("i2"))
    assert "code" not in row.values
    assert [remark.code for remark in found.remarks] == ["row_twice"]


def test_a_mere_copy_of_a_row_is_none(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        page, source = book.page("institution"), book.row("institution", uid("i1"))
        last = page.max_row + 1
        for cell in page[source]:
            page.cell(last, cell.column).value = cell.value
    found = read(path, plan)
    assert not (found.edits or found.refused or found.missing or found.new_rows)
    assert [remark.code for remark in found.remarks] == ["row_same"]


def test_a_sum_below_the_table_is_no_record(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.append("action", cost="=SUM(P7:P14)")
    found = read(path, plan)
    assert not (found.edits or found.refused or found.missing or found.new_rows)
    assert [remark.code for remark in found.remarks] == ["row_calculated"]


def test_a_treaty_of_the_list_has_its_usual_uid(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        page = book.page("treaty")
        word = load_workbook(path)["Code lists"]
        names = {row[2].value: row[3].value for row in word.iter_rows() if row[2].value}
        book.append("treaty", treaty=names[TREATIES[0]], status=names["ratified"])
        assert page.title == "Treaties"
    (row,) = read(path, plan).new_rows
    assert row.uid == treaty_uid(PLAN, TREATIES[0])
    assert row.values == {"treaty": TREATIES[0], "status": "ratified"}


# -- rows that are gone ------------------------------------------------------------------------------------------------


def test_rows_that_are_gone_are_told_and_nothing_else(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.page("action").delete_rows(book.row("action", uid("a3")))
        row = book.row("institution", uid("i2"))
        for cell in book.page("institution")[row][1:]:
            cell.value = None
    found = read(path, plan)
    assert not (found.edits or found.refused or found.new_rows or found.remarks)
    assert {(row.kind, row.uid, row.place is None) for row in found.missing} == {
        ("action", uid("a3"), True), ("institution", uid("i2"), False),
    }  # fmt: skip


def test_what_an_export_did_not_show_is_not_missing(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path, preset=PresetSpec(filter=ActionFilter(statuses=("on_track",))))
    with editing(path) as book:
        book.page("action").delete_rows(book.row("action", uid("a1")))
        del book.book["Institutions"]
    found = read(path, plan)
    assert [row.uid for row in found.missing] == [uid("a1")]
    assert [(remark.code, remark.place.sheet) for remark in found.remarks] == [("sheet_missing", "Institutions")]


# -- what spreadsheets and people do to a sheet ------------------------------------------------------------------------


def test_columns_may_be_renamed_moved_hidden_and_deleted(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        page, columns, header = book.page("institution"), book.columns("institution"), book.header("institution")
        page.cell(header, columns["name"]).value = "Who"
        page.delete_cols(columns["acronym"])
        columns = book.columns("institution")
        rows = [[cell.value for cell in row] for row in page.iter_rows()]
        for number, values in enumerate(rows, 1):
            for place, value in enumerate([values[0], *reversed(values[1:])], 1):
                page.cell(number, place).value = value
        columns = book.columns("institution")
        page.column_dimensions[page.cell(1, columns["role"]).column_letter].hidden = True
        page.cell(book.row("institution", uid("i2")), columns["role"]).value = "Counts people"
        page.cell(header, len(rows[0]) + 1).value = "Remarks of Ana"
        page.cell(header + 1, len(rows[0]) + 1).value = "call them"
    found = read(path, plan)
    assert edits(found) == {("institution", uid("i2"), "role"): "Counts people"}
    assert {(remark.code, remark.place.heading) for remark in found.remarks} == {
        ("column_missing", "Acronym"), ("column_unknown", "Remarks of Ana"), ("heading_not_taken", "Name"),
    }  # fmt: skip
    assert not (found.refused or found.new_rows or found.missing)


def test_rows_may_be_sorted_filtered_and_hidden(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        page, first = book.page("action"), book.header("action") + 1
        rows = [[cell.value for cell in row] for row in page.iter_rows(first, first + len(plan.actions) - 1)]
        random.Random(5).shuffle(rows)
        for number, values in enumerate(rows, first):
            for place, value in enumerate(values, 1):
                page.cell(number, place).value = value
            page.row_dimensions[number].hidden = number % 2 == 0
        book.write("action", uid("a6"), risk="Delay")
    assert edits(read(path, plan)) == {("action", uid("a6"), "risk"): "Delay"}


def test_rows_sorted_without_their_marks_are_known_by_their_codes(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        page, first = book.page("action"), book.header("action") + 1
        places = [place for code, place in book.columns("action").items() if not code.startswith(("~", "mainstreamer"))]
        rows = [
            [page.cell(number, place).value for place in places] for number in range(first, first + len(plan.actions))
        ]
        for number, values in enumerate(reversed(rows), first):
            for place, value in zip(places, values, strict=True):
                page.cell(number, place).value = value
    found = read(path, plan)
    assert not (found.edits or found.refused or found.new_rows or found.missing)
    assert "rows_shuffled" in {remark.code for remark in found.remarks}


def test_codes_exchanged_by_hand_are_edits(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    one, other = plan.value("action", uid("a1"), "code"), plan.value("action", uid("a2"), "code")
    with editing(path) as book:
        book.write("action", uid("a1"), code=other)
        book.write("action", uid("a2"), code=one)
    assert only_edits(read(path, plan)) == {
        ("action", uid("a1"), "code"): other, ("action", uid("a2"), "code"): one,
    }  # fmt: skip


def test_without_the_hidden_row_columns_are_known_by_their_headings_in_any_language(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path, ("ru",))
    with editing(path) as book:
        page = book.page("institution")
        row, columns = book.row("institution", uid("i2")), book.columns("institution")
        page.cell(row, columns["role"]).value = "Считает людей"
        for name in ("name", "role"):
            page.cell(book.header("institution"), columns[name]).value = language("en").field("institution", name)
        page.delete_rows(1)
    found = read(path, plan)
    assert only_edits(found) == {("institution", uid("i2"), "role"): "Считает людей"}


@pytest.mark.parametrize("kind", ["action", "institution"])
def test_without_the_hidden_column_rows_are_known_by_code_or_name(kind: str, plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    key = {"action": "a2", "institution": "i2"}[kind]
    code = {"action": "risk", "institution": "role"}[kind]
    with editing(path) as book:
        book.write(kind, uid(key), **{code: "Changed"})
        book.page(kind).delete_cols(1)
    found = read(path, plan)
    assert edits(found) == {(kind, uid(key), code): "Changed"}
    assert [remark.code for remark in found.remarks] == ["mark_lost"]
    assert not (found.refused or found.new_rows or found.missing)


def test_without_the_hidden_column_what_is_not_known_is_refused_and_nothing_doubled(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.write("institution", uid("i2"), name="Bureau of Statistics")
        book.page("institution").delete_cols(1)
    found = read(path, plan)
    assert [(one.reason, one.text) for one in found.refused] == [("row_unmatched", "Bureau of Statistics")]
    assert not found.new_rows


def test_a_row_that_lost_its_mark_is_found_by_its_code(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        row = book.row("action", uid("a2"))
        book.write("action", uid("a2"), risk="Delay")
        book.page("action").cell(row, 1).value = None
    assert only_edits(read(path, plan)) == {("action", uid("a2"), "risk"): "Delay"}


def test_cells_under_a_merged_area_are_not_read(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        page = book.page("action")
        letter = book.cell("action", uid("a1"), "leads").column_letter
        first = book.row("action", uid("a1"))
        page.merge_cells(f"{letter}{first}:{letter}{first + 3}")
        page[f"{letter}{first}"].value = "Statistics Office"
    found = read(path, plan)
    assert edits(found) == {("action", uid("a1"), "leads"): (uid("i2"),)}
    assert [(remark.code, remark.values["area"]) for remark in found.remarks] == [
        ("cells_merged", f"{letter}{first}:{letter}{first + 3}")
    ]


def test_calculated_cells_that_were_overwritten_are_told(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        for key in ("a1", "a2"):
            book.write("action", uid(key), **{"~gap": 999})
    found = read(path, plan)
    assert [(remark.code, remark.uid) for remark in found.remarks] == [
        ("calculated_overwritten", uid("a1")), ("calculated_overwritten", uid("a2")),
    ]  # fmt: skip
    assert all(remark.record and remark.place.row for remark in found.remarks)
    assert not (found.edits or found.refused)


def test_sheets_may_be_renamed_moved_copied_and_added(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.write("action", uid("a1"), risk="Delay")
        copy = book.book.copy_worksheet(book.page("objective"))
        copy.title = "Objectives (2)"
        book.page("action").title = "Our plan"
        book.book.move_sheet("Our plan", 5)
        extra = book.book.create_sheet("Notes of Ana")
        for row in (["Who", "What"], ["Ana", "call"], ["Ion", "write"]):
            extra.append(row)
        book.book.create_sheet("Empty")
    found = read(path, plan)
    assert edits(found) == {("action", uid("a1"), "risk"): "Delay"}
    assert found.edits[0].place.sheet == "Our plan"
    assert {(remark.code, remark.place.sheet) for remark in found.remarks} == {
        ("sheet_twice", "Objectives (2)"), ("sheet_unknown", "Notes of Ana"),
    }  # fmt: skip


def test_a_formula_counts_by_its_result(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        where = book.cell("action", uid("a1"), "cost").coordinate
        book.write("action", uid("a1"), cost="=2*250")
    _give_result(path, where, "2*250", "500")
    assert edits(read(path, plan)) == {("action", uid("a1"), "cost"): Decimal(500)}


def _give_result(path: Path, where: str, formula: str, result: str) -> None:
    """Lay a result beside a formula, as a spreadsheet does that openpyxl is not."""
    other = path.with_suffix(".new")
    without, whole = rf"<f>{re.escape(formula)}</f><v ?/?>(</v>)?", f"<f>{formula}</f><v>{result}</v>"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(without.encode(), whole.encode(), old.read(name)))
    other.replace(path)
    assert load_workbook(path, data_only=True)["Action plan"][where].value == float(result)


# -- the frame, the checklist, own items -------------------------------------------------------------------------------


def test_the_frame_comes_back(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.write("plan", PLAN, title="Another title", end_year=2031, lead="Statistics Office", currency="EUR")
    found = read(path, plan)
    assert only_edits(found) == {
        ("plan", PLAN, "title"): "Another title",
        ("plan", PLAN, "end_year"): 2031,
        ("plan", PLAN, "lead"): uid("i2"),
        ("plan", PLAN, "currency"): "EUR",
    }
    assert {edit.place.heading for edit in found.edits} >= {"Title of the plan", "Currency"}


def test_the_frame_without_its_codes_is_known_by_its_labels(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path, ("ru",))
    with editing(path) as book:
        book.write("plan", PLAN, title="Another title")
        book.page("plan").delete_cols(1)
    assert edits(read(path, plan)) == {("plan", PLAN, "title"): "Another title"}


def test_answers_come_back_and_new_ones_are_made(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    given, fresh = answer_uid(PLAN, "1.1"), answer_uid(PLAN, "1.2")
    with editing(path) as book:
        book.write("answer", given, score="Yes", responsible="Statistics Office")
        book.write("answer", fresh, score="нет", finding="Nobody was asked.")
    found = read(path, plan)
    assert edits(found) == {("answer", given, "score"): "yes", ("answer", given, "responsible"): uid("i2")}
    (row,) = found.new_rows
    assert (row.kind, row.uid) == ("answer", fresh)
    assert row.values == {"item": "1.2", "score": "no", "finding": "Nobody was asked."}
    assert not (found.refused or found.missing or found.remarks)


def test_what_says_which_item_a_row_is_cannot_be_changed(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.write("answer", answer_uid(PLAN, "1.1"), item="9.9")
    found = read(path, plan)
    assert not (found.edits or found.new_rows)
    assert [remark.code for remark in found.remarks] == ["fixed_changed"]


def test_own_items_come_back_and_their_codes_stay(tmp_path: Path) -> None:
    plan = with_record(frame(), "custom_item", "c1", code="2.N1", step="2", question="Who meets?", language="en")
    path = exported(plan, tmp_path)
    with editing(path) as book:
        book.write("custom_item", uid("c1"), question="Who meets, and when?", code="2.N9")
        book.append("custom_item", step=language("en").choice("step", "2"), question="Who pays?")
        book.append("custom_item", code="2.N5", step=2, question="Who writes it down?")
        book.append("custom_item", code="2.3", step=2, question="Is this ours?")
        book.write("answer", answer_uid(PLAN, "2.N1"), score="Partly")
    found = read(path, plan)
    assert edits(found) == {("custom_item", uid("c1"), "question"): "Who meets, and when?"}
    assert [remark.code for remark in found.remarks] == ["fixed_changed"]
    assert [(one.reason, one.text) for one in found.refused] == [("own_code", "2.3")]
    rows = [(row.kind, row.values.get("code"), row.values.get("item")) for row in found.new_rows]
    assert rows == [("custom_item", None, None), ("custom_item", "2.N5", None), ("answer", None, "2.N1")]


# -- numbers of population tables --------------------------------------------------------------------------------------


def number_rows(book: Book) -> tuple[Any, dict[str, int]]:
    """The sheet with the numbers, and the row of each age group."""
    page = next(page for page in book.book.worksheets if page["A1"].value == "mainstreamer:population_table:numbers")
    return page, {str(cell.value).partition("#")[2]: cell.row for cell in page["A"] if "#" in str(cell.value)}


@pytest.mark.parametrize("codes", [("en",), ("ru", "en")])
def test_numbers_of_population_tables_come_back(codes: tuple[str, ...], plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path, codes)
    with editing(path) as book:
        page, rows = number_rows(book)
        page.cell(rows["0-14"], 3).value = 12
        page.cell(rows["65+"], 4).value = None
        page.insert_rows(rows["15-64"])
        page.cell(rows["15-64"], 3).value = 99
    found = read(path, plan)
    (edit,) = found.edits
    numbers = ((Decimal(12), Decimal(11)), (Decimal(30), Decimal(31)), (Decimal(5), None))
    assert (edit.kind, edit.uid, edit.field) == ("population_table", uid("t1"), "table")
    assert edit.new.cells == numbers and edit.new.rows == edit.old.rows
    assert edit.place.cell == f"C{rows['0-14']}" and edit.place.heading.startswith("0-14, ")
    assert [remark.code for remark in found.remarks] == ["numbers_row_unknown"]


def test_a_number_that_is_none_is_refused_and_lost_marks_are_told(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    with editing(path) as book:
        page, rows = number_rows(book)
        page.cell(rows["0-14"], 3).value = "many"
        page.cell(rows["0-14"], 4).value = -3
        page.cell(rows["15-64"], 1).value = None
        page.cell(rows[""], 4).value = "Boys"
    found = read(path, plan)
    assert [(one.field, one.reason) for one in found.refused] == [("table", "number_unreadable")]
    assert {remark.code for remark in found.remarks} == {"numbers_row_missing", "column_missing", "numbers_row_unknown"}
    assert found.edits == ()


def test_days_that_count_from_1904_are_days_all_the_same(plan: Plan, tmp_path: Path) -> None:
    path = exported(plan, tmp_path)
    book = load_workbook(path)
    book.epoch = CALENDAR_MAC_1904
    book.save(path)
    with editing(path) as opened:
        opened.write("action", uid("a1"), updated_on=date(2027, 3, 31))
    assert only_edits(read(path, plan)) == {("action", uid("a1"), "updated_on"): date(2027, 3, 31)}
