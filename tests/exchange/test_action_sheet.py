"""Sheets on which people write: tables, lists to choose from, checks with a message, comments, marks; over a plan at work,
an empty plan and an absurd one, in both languages."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.datavalidation import DataValidation

from mainstreamer import knowledge
from mainstreamer.domain.actions import counts, total
from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.fields import (
    Choice,
    Date,
    FiscalQuarter,
    ItemCodes,
    Link,
    Links,
    ManyChoices,
    Number,
    NumberTable,
    Whole,
    YesNo,
)
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.exchange.cells import SPARE_ROWS, Sheet
from mainstreamer.exchange.furnishing import MESSAGE_LENGTH, TITLE_LENGTH
from mainstreamer.exchange.layout import page_breaks
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.language import SHIPPED, language
from mainstreamer.language.language import Language
from mainstreamer.operations.sampling import create_sample
from tests.absurd_plan import absurd_plan
from tests.benchmarks.plans import large_plan
from tests.exchange.small_plan import PLAN, TODAY, full_plan, uid, with_record

Book = Any
LISTED = (Choice, ManyChoices, Link, Links, YesNo, ItemCodes, FiscalQuarter)
SEVERAL = (ManyChoices, Links, ItemCodes)
PROTECTED = ("timeline", "progress", "readiness", "glossary", "lists")


def plan_of(name: str, folder: Path) -> Plan:
    if name == "empty":
        return Plan(PLAN)
    made = create_sample(folder / "s.mplan", "en") if name == "sample" else absurd_plan(folder / "a.mplan")
    with made:
        return made.plan


def write(plan: Plan, path: Path, code: str, preset: str = "full") -> Book:
    export_workbook(plan, knowledge.checklist(code), language(code), path, preset=preset, today=TODAY)
    return load_workbook(path)


@pytest.fixture(scope="module", params=["sample", "empty", "absurd"])
def plan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return plan_of(str(request.param), tmp_path_factory.mktemp("plan"))


@pytest.fixture(scope="module", params=["en", "ru"])
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def book(plan: Plan, code: str, tmp_path_factory: pytest.TempPathFactory) -> Book:
    return write(plan, tmp_path_factory.mktemp("book") / "full.xlsx", code)


@pytest.fixture(scope="module")
def printed(plan: Plan, code: str, tmp_path_factory: pytest.TempPathFactory) -> Book:
    return write(plan, tmp_path_factory.mktemp("print") / "print.xlsx", code, "print")


def places(sheet: Any) -> dict[str, str]:
    return {cell.value: cell.column_letter for cell in sheet[1] if cell.value and cell.column > 1}


def kind_of(sheet: Any) -> str:
    return str(sheet["A1"].value or "").removeprefix("mainstreamer:")


def input_sheets(book: Book) -> Iterator[tuple[Any, str]]:
    for sheet in book.worksheets:
        if sheet.tables:
            yield sheet, kind_of(sheet)


def checks(sheet: Any) -> dict[str, DataValidation]:
    """The check of the first cell of each column, by column letter."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            assert (area.min_col, area.coord) == (area.max_col, area.coord)
            found[area.coord.split(":")[0].rstrip("0123456789")] = rule
    return found


def first_row(sheet: Any) -> int:
    (table,) = sheet.tables.values()
    return int(range_boundaries(table.ref)[1]) + 1


# -- tables ------------------------------------------------------------------------------------------------------------


def test_every_register_is_a_table_that_begins_with_the_uids(book: Book) -> None:
    kinds = {kind for _, kind in input_sheets(book)}
    assert {"action", "action_indicator", "institution", "objective", "body", "evidence", "answer"} <= kinds
    names = set()
    for sheet, kind in input_sheets(book):
        ((name, table),) = dict.items(sheet.tables)
        left, top, right, bottom = range_boundaries(table.ref)
        cells = [sheet.cell(top, column).value for column in range(left, right + 1)]
        assert (left, name, sheet.auto_filter.ref) == (1, f"table_{kind}", None)
        assert bottom > top and right == sheet.max_column
        assert [column.name for column in table.tableColumns] == cells
        assert all(isinstance(text, str) and text and len(text) < 256 for text in cells)
        assert len({text.casefold() for text in cells}) == len(cells)
        assert table.autoFilter.ref == table.ref
        assert table.tableStyleInfo is None
        names.add(name)
    assert not names & set(book.defined_names)


def test_an_empty_register_has_one_row_to_write_into(tmp_path: Path) -> None:
    book = write(Plan(PLAN), tmp_path / "empty.xlsx", "en")
    for sheet, kind in input_sheets(book):
        if kind == "answer":
            continue
        top = first_row(sheet)
        assert sheet.max_row == top
        assert not any(cell.value for cell in sheet[top] if cell.data_type != "f")


def test_a_new_row_in_excel_calculates_itself(book: Book, code: str) -> None:
    sheet = next(sheet for sheet, kind in input_sheets(book) if kind == "action")
    (table,) = sheet.tables.values()
    texts = [column.name for column in table.tableColumns]
    by_code = dict(zip(["uid", *places(sheet)], table.tableColumns, strict=True))
    for name in ("~gap", "~quarters", "~light", "~start_index", "~end_index", "~late"):
        formula = by_code[name].calculatedColumnFormula.attr_text
        assert "table_action[[#This Row],[" in formula
        assert not re.search(r"(?<![A-Za-z_])\$?[A-Z]{1,2}\$?\d", formula)
        used = re.findall(r"\[#This Row\],\[(.*?)\]\]", formula)
        assert used and set(used) <= set(texts)
    assert by_code["cost"].calculatedColumnFormula is None


def test_an_action_that_ends_before_it_starts_has_no_duration(tmp_path: Path) -> None:
    plan = with_record(full_plan(), "action", "b1", title="Back", start=Quarter(2028, 3), end=Quarter(2027, 4))
    write(plan, tmp_path / "plan.xlsx", "en")
    sheet = load_workbook(tmp_path / "plan.xlsx", data_only=True)["Action plan"]
    letter = places(sheet)["~quarters"]
    shown = {sheet[f"A{row}"].value: sheet[f"{letter}{row}"].value for row in range(8, sheet.max_row + 1)}
    assert not shown[uid("b1")] and shown[uid("a1")] == 6


@pytest.mark.parametrize("preset", ["full", "print"])
def test_no_gap_of_a_cancelled_action_has_the_colour_of_what_is_not_paid_for(preset: str, tmp_path: Path) -> None:
    sheet = write(full_plan(), tmp_path / "plan.xlsx", "en", preset)["Action plan"]
    gap, status = (places(sheet)[code] for code in ("~gap", "status"))
    rules = {
        rule.formula[0]: rule
        for area, found in sheet.conditional_formatting._cf_rules.items()
        for rule in found
        if str(area.sqref).startswith(f"{gap}8:")
    }
    (red,) = (rule for text, rule in rules.items() if f"${gap}8>0" in text)
    assert f"${status}8<>status_cancelled" in red.formula[0]
    # In LibreOffice a sum without a gap has its indent only where some condition is met.
    assert ('LEFT($A8)="~"' in rules) == (preset == "print")


# -- lists and checks --------------------------------------------------------------------------------------------------


def test_every_choice_and_link_is_offered(book: Book, code: str) -> None:
    seen = 0
    for sheet, kind in input_sheets(book):
        rules = checks(sheet)
        for name, letter in places(sheet).items():
            spec = KINDS[kind].fields.get(name)
            if name.startswith("~") or (kind, name) == ("answer", "item"):
                assert (rules[letter].type, rules[letter].errorStyle) == ("custom", "stop")
                assert rules[letter].formula1 == "FALSE"
                continue
            assert spec is not None
            if isinstance(spec.type, LISTED):
                rule = rules[letter]
                assert (rule.type, rule.showErrorMessage) == ("list", True), (kind, name)
                assert rule.errorStyle == ("information" if isinstance(spec.type, SEVERAL) else "warning")
                assert bool(rule.prompt) == isinstance(spec.type, SEVERAL)
                named = set(re.findall(r"\b(?:list|names)_\w+", rule.formula1))
                assert named and named <= set(book.defined_names), (kind, name)
                seen += 1
    assert seen > 60


def test_numbers_years_and_days_of_another_kind_are_refused(book: Book) -> None:
    for sheet, kind in input_sheets(book):
        rules = checks(sheet)
        for name, letter in places(sheet).items():
            spec = KINDS[kind].fields.get(name)
            if spec is None or not isinstance(spec.type, Whole | Number | Date):
                continue
            rule = rules[letter]
            wanted = {Whole: "whole", Number: "decimal", Date: "date"}
            assert rule.type == next(word for of, word in wanted.items() if isinstance(spec.type, of))
            assert (rule.errorStyle, rule.allow_blank) == ("stop", True)
            assert rule.error and rule.errorTitle
            if isinstance(spec.type, Whole):
                assert rule.formula2 == str(spec.type.most)
                assert str(spec.type.least) in rule.formula1
            elif isinstance(spec.type, Number) and spec.type.least is not None:
                assert rule.formula1 == "0"
    sheet = next(sheet for sheet, kind in input_sheets(book) if kind == "agreement")
    rule = checks(sheet)[places(sheet)["expires"]]
    assert rule.formula1 == f"MAX(DATE(1900,3,1),${places(sheet)['in_force']}{first_row(sheet)})"


def test_messages_are_in_the_language_and_not_longer_than_excel_takes(book: Book, code: str) -> None:
    texts = []
    for sheet in book.worksheets:
        for rule in sheet.data_validations.dataValidation:
            for text in (rule.errorTitle, rule.promptTitle):
                assert text is None or len(text) <= TITLE_LENGTH
            for text in (rule.error, rule.prompt):
                assert text is None or len(text) <= MESSAGE_LENGTH
            texts += [rule.errorTitle, rule.error, rule.prompt]
    if code == "ru":
        without = re.compile(r"[A-Za-z]{4,}")
        assert not [text for text in texts if text and without.search(text) and "Samland" not in text]


@pytest.mark.parametrize("code", ["en", "ru"])
def test_no_message_is_cut(code: str) -> None:
    section = language(code).section("workbook")["check"]
    for key, text in section.items():
        most = TITLE_LENGTH if key.endswith("_title") else MESSAGE_LENGTH - 60
        assert len(text) <= most, key


def test_what_may_be_written_is_unlocked_and_what_is_calculated_is_locked(book: Book) -> None:
    for sheet, kind in input_sheets(book):
        assert not sheet.protection.sheet
        row = first_row(sheet)
        for name, letter in places(sheet).items():
            cell = sheet[f"{letter}{row}"]
            spec = KINDS[kind].fields.get(name)
            shown_only = (
                spec is None or isinstance(spec.type, Attachment | NumberTable) or (kind, name) == ("answer", "item")
            )
            assert cell.protection.locked == shown_only, (kind, name)
            if name.startswith("~") and not sheet.column_dimensions[letter].hidden:
                assert cell.fill.fgColor.rgb[-6:] == "F4F5F3", (kind, name)
        assert sheet[f"A{row}"].protection.locked and sheet.column_dimensions["A"].hidden


def test_added_rows_have_the_look_of_their_columns(book: Book) -> None:
    sheet = next(sheet for sheet, kind in input_sheets(book) if kind == "action")
    letters = places(sheet)
    for name, shown in (("items", "@"), ("sdg", "@"), ("budget_line", "@"), ("code", "@"), ("progress", "0")):
        column = sheet.column_dimensions[letters[name]]
        assert (column.number_format, column.protection.locked) == (shown, False)
    assert sheet.column_dimensions[letters["cost"]].number_format.startswith("#,##0")
    assert sheet.column_dimensions[letters["updated_on"]].number_format in ("dd/mm/yyyy", "dd.mm.yyyy")


def test_sheets_without_input_are_protected_without_a_password(book: Book, code: str) -> None:
    for key in PROTECTED:
        protection = book[language(code).word("workbook", "sheet", key)].protection
        assert protection.sheet and not protection.password
        assert not (protection.autoFilter or protection.formatColumns or protection.selectLockedCells)
    sheet = book[language(code).word("workbook", "sheet", "lists")]
    assert all(cell.protection.locked for row in sheet.iter_rows() for cell in row)


def test_names_of_a_register_are_offered_with_those_added_below(book: Book, code: str) -> None:
    sheet = book[language(code).kind("institution", "many")]
    target = book.defined_names["names_institution"].attr_text
    first, last = first_row(sheet), max(sheet.max_row, first_row(sheet)) + SPARE_ROWS
    letter = places(sheet)["name"]
    assert f"'{sheet.title}'!${letter}${first}:${letter}${last}" in target


def test_lists_beside_the_codes_are_complete_and_in_the_language(book: Book, plan: Plan, code: str) -> None:
    def offered(name: str) -> list[Any]:
        title, area = book.defined_names[name].attr_text.rsplit("!", 1)
        return [row[0].value for row in book[title.strip("'")][area.replace("$", "")]]

    speech = language(code)
    assert offered("list_indicator") == [speech.choice("indicator", each) for each in knowledge.codes_of("indicator")]
    assert set(offered("list_country")) == {speech.choice("country", each) for each in knowledge.codes_of("country")}
    assert offered("list_item")[:2] == ["1.1", "1.2"]
    assert offered("list_sdg") == list(CHOICES["sdg"])
    assert offered("list_yes_no") == [speech.choice("yes_no", each) for each in ("yes", "no")]
    quarters = offered("list_quarter")
    assert len(quarters) % 4 == 0 and len(set(quarters)) == len(quarters)
    frame = plan.frame
    if frame.start_year is not None:
        assert any(str(frame.start_year) in text for text in quarters)
        assert any(str(frame.end_year) in text for text in quarters)


def test_fields_of_the_frame_are_checked_one_by_one(book: Book, code: str) -> None:
    sheet = book[language(code).word("workbook", "sheet", "frame")]
    rows = {cell.value: cell.row for cell in sheet["A"] if cell.value}
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules[f"C{rows['country']}"].formula1 == "list_country"
    assert rules[f"C{rows['end_year']}"].formula1 == f"MAX(1900,$C${rows['start_year']})"
    assert (rules[f"C{rows['fiscal_start']}"].formula1, rules[f"C{rows['fiscal_start']}"].formula2) == ("1", "12")
    assert rules[f"C{rows['adopted_on']}"].type == "date"
    assert sheet[f"B{rows['fiscal_start']}"].comment.text == language(code).help(
        "plan", "fiscal_start"
    ) + "\n" + language(code).word("workbook", "check", "compulsory")
    assert not sheet[f"C{rows['title']}"].protection.locked


# -- what shows --------------------------------------------------------------------------------------------------------


def test_every_column_of_the_action_plan_is_explained(book: Book, code: str) -> None:
    sheet = next(sheet for sheet, kind in input_sheets(book) if kind == "action")
    header = first_row(sheet) - 1
    for name, letter in places(sheet).items():
        if sheet.column_dimensions[letter].hidden:
            continue
        comment = sheet[f"{letter}{header}"].comment
        assert comment is not None, name
        assert code == "en" or re.search("[а-я]", comment.text), name
    compulsory = language(code).word("workbook", "check", "compulsory")
    assert sheet[f"{places(sheet)['title']}{header}"].comment.text.endswith(compulsory)
    assert compulsory not in sheet[f"{places(sheet)['risk']}{header}"].comment.text


def test_conditions_reach_over_the_spare_rows(book: Book) -> None:
    for sheet, kind in input_sheets(book):
        if kind == "answer":
            continue
        bottom = max(sheet.max_row, first_row(sheet)) + SPARE_ROWS
        areas = {str(area): [rule.formula[0] for rule in rules] for area, rules in _conditions(sheet)}
        letters = places(sheet)
        for name in KINDS[kind].compulsory:
            area = f"{letters[name]}{first_row(sheet)}:{letters[name]}{bottom}"
            assert any("TRIM(" in formula for formula in areas[area]), (kind, name)
        if kind == "action":
            for name in ("~light", "~gap", "start", "end"):
                assert f"{letters[name]}{first_row(sheet)}:{letters[name]}{bottom}" in areas


def _conditions(sheet: Any) -> Iterator[tuple[Any, Any]]:
    for area, rules in sheet.conditional_formatting._cf_rules.items():
        yield area.sqref, rules


def test_parts_of_a_sheet_stand_in_the_order_that_excel_wants(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write(full_plan(), path, "en")
    order = [
        "sheetProtection",
        "conditionalFormatting",
        "dataValidations",
        "ignoredErrors",
        "legacyDrawing",
        "tableParts",
    ]
    with zipfile.ZipFile(path) as package:
        for name in (name for name in package.namelist() if name.startswith("xl/worksheets/sheet")):
            text = package.read(name).decode()
            found = [text.index(f"<{tag}") for tag in order if f"<{tag}" in text]
            assert found == sorted(found), name


# -- subtotals and the printed plan ------------------------------------------------------------------------------------


def test_objectives_say_what_their_actions_cost(tmp_path: Path) -> None:
    plan = full_plan()
    for key, of in (("o1", ("a1", "a2", "a3")), ("o2", ("a6",))):
        plan = with_record(plan, "objective", key, code=key.upper(), title=f"Objective {key}")
        for action in of:
            plan = with_record(plan, "action", action, objective=uid(key))
    path = tmp_path / "plan.xlsx"
    write(plan, path, "en")
    sheet = load_workbook(path, data_only=True)["Objectives"]
    letters = places(sheet)
    for row, key in ((6, "o1"), (7, "o2")):
        found = total(action for action in plan.actions if action.objective == uid(key))
        shown = [sheet[f"{letters[name]}{row}"].value for name in ("~actions", "~cost", "~secured", "~gap")]
        assert shown == pytest.approx(
            [found.actions, *map(float, (found.cost, found.state + found.external, found.gap))]
        )


def test_the_printed_plan_stands_by_objectives(printed: Book, plan: Plan, code: str) -> None:
    sheet = printed[language(code).word("workbook", "sheet", "action")]
    marks = [cell.value for cell in sheet["A"][7:]]
    uids = [mark for mark in marks if mark and not mark.startswith("~")]
    assert sorted(uids) == sorted(action.uid for action in plan.actions)
    if not uids:
        return
    assert marks[0] == "~objective" and marks[-1] == "~total"
    letters = places(sheet)
    cost = [sheet[f"{letters['cost']}{row}"] for row, mark in enumerate(marks, 8) if mark == "~subtotal"]
    assert len(cost) == marks.count("~objective") and all("SUMIFS(" in cell.value for cell in cost)
    shown = plan.find("objective", plan.actions[0].objective)
    headings = [sheet[f"B{row}"].value for row, mark in enumerate(marks, 8) if mark == "~objective"]
    if shown is not None:
        assert any(str(getattr(shown, "title", "")) in heading for heading in headings)
    assert not sheet.tables and sheet.auto_filter.ref is None
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (
        "landscape",
        8,
        1,
    )
    assert sheet.print_title_rows == "$6:$7"


def test_the_printed_plan_offers_its_lists_from_the_hidden_sheet(printed: Book, code: str) -> None:
    sheet = printed[language(code).word("workbook", "sheet", "action")]
    rules = checks(sheet)
    for name, wanted in (("status", "list_action_status"), ("leads", "names_institution"), ("start", "list_quarter")):
        assert rules[places(sheet)[name]].formula1 == wanted
        assert "_mainstreamer" in printed.defined_names[wanted].attr_text


@pytest.mark.parametrize(
    ("glued", "expected"),
    [
        ("....................", [16]),
        ("............+.......", [15]),  # a heading that would stand last goes to the next page
        ("...........+........", [16]),
        ("..........+++.......", [13]),  # so does a heading with one action and its subtotal
        (".............+......", [16]),
        ("." * 30, [16, 29]),
        ("++" * 13, [16]),  # what no page holds is broken where the page is full
        ("", []),
    ],
)
def test_pages_end_where_nothing_is_torn_apart(glued: str, expected: list[int]) -> None:
    """Thirteen rows of 50 points stand on a page below its head, and nearly a fourteenth: not every program takes it."""
    sheet = Sheet("plan", "Plan", "", widths={2: 50.0}, heights=dict.fromkeys(range(1, 40), 50.0))
    sheet.heights.update({2: 20.0, 3: 40.0})
    for _ in range(3 + len(glued)):
        sheet.blank()
    assert page_breaks(sheet, 3, [mark == "+" for mark in glued]) == expected


def test_no_heading_ends_a_page_and_no_subtotal_begins_one(tmp_path: Path) -> None:
    uneven = 197  # ten or eleven actions under each objective, so that pages end anywhere in them
    with large_plan(tmp_path / "large.mplan", uneven) as document:
        plan = document.plan
    sheet = write(plan, tmp_path / "print.xlsx", "en", "print")["Action plan"]
    marks = {row: sheet[f"A{row}"].value for row in range(8, sheet.max_row + 1)}
    assert sheet.row_breaks.brk
    for stop in sheet.row_breaks.brk:
        assert marks[stop.id] != "~objective" and not str(marks.get(stop.id + 1)).startswith(("~subtotal", "~total"))


def test_the_last_page_is_there_to_be_signed(printed: Book, plan: Plan, code: str) -> None:
    sheet = [sheet for sheet in printed.worksheets if sheet.sheet_state == "visible"][-1]
    speech = language(code)
    assert sheet.title == speech.word("workbook", "sheet", "approval")
    texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    for key in ("institution", "post", "date", "signature"):
        assert texts.count(speech.word("workbook", "approval", key)) >= 2
    institutions = {str(getattr(row, "name", "")) for row in plan.all("institution")}
    persons = {action.contact_person for action in plan.actions} | {action.updated_by for action in plan.actions}
    assert not (persons - institutions - {""}) & set(texts)
    assert sheet.print_area and "&P" in sheet.oddFooter.right.text
    signed = [cell for row in sheet.iter_rows() for cell in row if _is_line(cell)]
    assert len(signed) >= 8


def _lines(book: Book, sheet: str, words: Language) -> dict[str, list[Any]]:
    """The lines of a sheet by what stands in their first column, the upper one where it stands there twice."""
    rows = list(book[words.word("workbook", "sheet", sheet)].iter_rows(min_col=2, values_only=True))
    return {str(row[0]): list(row[1:]) for row in reversed(rows) if row[0]}


@pytest.mark.parametrize("code", SHIPPED)
def test_who_signs_leads_an_action_that_counts_and_the_sum_is_that_of_the_budget(code: str, tmp_path: Path) -> None:
    words, plan = language(code), full_plan()
    once, twice, never = uid("i7"), uid("i8"), uid("i9")
    for number, (leads, status) in enumerate(
        [
            ((once,), "cancelled"),
            ((once, twice), ""),
            ((twice,), ""),
            ((), ""),
            ((), "cancelled"),
            ((never,), "cancelled"),
        ]
    ):
        plan = with_record(
            plan, "action", f"n{number}", title="One more", code=f"N-{number}", leads=leads, status=status
        )
    for key, name in (("i7", "Signs once"), ("i8", "Signs twice"), ("i9", "Does not sign")):
        plan = with_record(plan, "institution", key, name=name)
    write(plan, tmp_path / "print.xlsx", code, "print")
    book = load_workbook(tmp_path / "print.xlsx", data_only=True)
    signed, planned = _lines(book, "approval", words), _lines(book, "budget", words)
    assert signed["Signs once"][0] == 1 and signed["Signs twice"][0] == 2 and "Does not sign" not in signed
    alone = words.word("workbook", "budget", "no_lead")
    unled = [action.code for action in plan.actions if counts(action) and not action.leads]
    assert signed[alone][0] == planned[alone][0] == len(unled) and signed[alone][2] == ", ".join(unled)
    everything = words.word("workbook", "column", "total")
    assert signed[everything][0] == planned[everything][0] == sum(map(counts, plan.actions))
    (said,) = (text for text in signed if "N-1" in text)
    assert "N-2" not in said


def _is_line(cell: Any) -> bool:
    return bool(cell.border.bottom and cell.border.bottom.style) and not (cell.border.top and cell.border.top.style)


def test_comments_stand_beside_their_cells_and_are_as_high_as_their_texts(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write(full_plan(), path, "ru")
    cells = [cell for cell in load_workbook(path)["План действий"][7] if cell.comment]
    with zipfile.ZipFile(path) as package:
        drawings = [package.read(name).decode() for name in package.namelist() if name.endswith(".vml")]
    assert not any("ns0:" in drawing for drawing in drawings)
    drawing = next(drawing for drawing in drawings if drawing.count("<v:shape ") == len(cells))
    sizes = [(int(w), int(h)) for w, h in re.findall(r"width:(\d+)px;height:(\d+)px", drawing)]
    anchors = [[int(part) for part in text.split(",")] for text in re.findall("<x:Anchor>(.*?)</x:Anchor>", drawing)]
    for cell, (width, height), anchor in zip(cells, sizes, anchors, strict=True):
        assert width >= 240 and height >= 16 * (1 + len(cell.comment.text) // 42), cell.comment.text
        # It begins in the column behind the cell or, over hidden ones, further on, at the height of the header.
        assert cell.column <= anchor[0] <= cell.column + 5 and anchor[2] in (5, 6)
        assert anchor[4] > anchor[0] and anchor[6] >= anchor[2]


def test_what_is_secured_beyond_the_cost_is_called_a_surplus(code: str, tmp_path: Path) -> None:
    """No negative gap: the cell keeps its figure, and says what it is."""
    book = write(full_plan(), tmp_path / "surplus.xlsx", code)
    sheet = next(sheet for sheet in book.worksheets if kind_of(sheet) == "action")
    letters, rows = places(sheet), {row[0].value: row[0].row for row in sheet.iter_rows(min_col=2, max_col=2)}
    cell = sheet[f"{letters['~gap']}{rows['A-01.02-1']}"]
    word = language(code).word("workbook", "column", "surplus")
    assert cell.number_format == f'#,##0.00;"{word} "#,##0.00'
    assert sheet.column_dimensions[letters["~gap"]].width > 1.1 * len(f"{word} 29.50")
