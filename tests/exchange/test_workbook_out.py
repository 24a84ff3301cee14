"""The exported workbook: what is in it, how it is typed, and what it calculates."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mainstreamer import knowledge
from mainstreamer.domain.actions import gap, light, total
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.plan import Plan
from mainstreamer.errors import BadArgument
from mainstreamer.exchange.cells import CELL_LIMIT, sheet_title
from mainstreamer.exchange.workbook_out import ExportReport, export_workbook
from mainstreamer.language import SHIPPED, language, spoken
from tests.exchange.small_plan import PLAN, TODAY, frame, full_plan, uid, with_record

Book = Any


def export(plan: Plan, folder: Path, code: str = "en", preset: str = "full", **more: Any) -> tuple[ExportReport, Book]:
    path = folder / f"{preset}-{code}.xlsx"
    report = export_workbook(plan, knowledge.checklist(code), language(code), path, preset=preset, today=TODAY, **more)
    return report, load_workbook(path)


def columns(sheet: Any) -> dict[str, str]:
    """Column letters by the hidden codes of row 1."""
    return {cell.value: cell.column_letter for cell in sheet[1] if cell.value}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return export(full_plan(), tmp_path_factory.mktemp("full"), vector={"s1": 3})[1]


def test_every_part_has_its_sheet(book: Book) -> None:
    titles = book.sheetnames
    assert titles[:5] == ["Cover", "Summary", "Frame of the plan", "Action plan", "Timeline"]
    assert titles[5:8] == ["Budget", "Indicators", "Observations"]
    for title in ("Institutions", "Evidence", "Demographics", "Checklist status", "Readiness", "Code lists"):
        assert title in titles
    assert book["_mainstreamer"].sheet_state == "hidden"
    assert [book["_mainstreamer"][f"B{row}"].value for row in (2, 3, 4)] == [PLAN, '{"s1": 3}', "en"]


def test_action_plan_has_its_columns_in_order_with_details_behind(book: Book) -> None:
    sheet = book["Action plan"]
    codes = [cell.value for cell in sheet[1]]
    expected = (
        "code items objective plan_reference sdg title output level leads partners contact_post start end ~quarters"
    )
    expected += " cost secured_state secured_external ~gap budget_line ~indicator ~baseline ~target ~disaggregation"
    expected += " ~verification risk"
    assert codes[1:32] == [
        *expected.split(),
        "priority",
        "status",
        "~light",
        "progress",
        "gender_marker",
        "rights_marker",
    ]
    assert {"blocked", "recurring", "existing_resources", "updated_on", "note"} <= set(codes[32:])
    assert sheet[f"{columns(sheet)['cost']}7"].value == "Cost estimate, MDL (2026 prices)"
    assert sheet["B6"].value == "What"


def test_values_are_typed(book: Book) -> None:
    sheet, places = book["Action plan"], columns(book["Action plan"])
    cost = sheet[f"{places['cost']}9"]
    assert (cost.value, cost.data_type, cost.number_format) == (50.5, "n", "#,##0.00")
    assert sheet[f"{places['start']}8"].value == "2027-Q1"
    assert sheet[f"{places['leads']}8"].value == "Ministry of Labour;\nStatistics Office"
    baseline = sheet[f"{places['~baseline']}8"]
    assert (baseline.value, baseline.number_format) == (12.5, '#,##0.0" (2026)"')
    assert "2. Advice given (number): 12.5 (2026) → 40 (2028)" in sheet[f"{places['~indicator']}8"].value
    contact = book["Institutions"][f"{columns(book['Institutions'])['last_contact']}7"]
    assert (contact.value, contact.number_format) == (datetime.fromisoformat("2027-03-31"), "dd/mm/yyyy")
    assert sheet["A8"].value == uid("a1")


def test_sheets_are_set_up_to_read_and_print(book: Book) -> None:
    for sheet in book.worksheets[1:]:
        if sheet.title in ("Summary", "Budget") or sheet.sheet_state == "hidden":
            continue
        assert sheet.freeze_panes, sheet.title
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8), sheet.title
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert 1 <= sheet.page_setup.fitToWidth <= 3 and sheet.page_setup.fitToHeight == int(
            sheet.title == "Frame of the plan"
        )
        assert sheet.page_setup.fitToWidth == 1 or sheet.print_title_cols
        assert sheet.print_title_rows and sheet.print_area
        assert "Page &P of &N" in str(sheet.oddFooter.right.text)
        assert len(sheet.title) <= 31
    plan = book["Action plan"]
    assert plan.freeze_panes == "C8", "the code stays, and most of the screen is for the rest"
    assert plan.tables["table_action"].ref.startswith("A7:") and plan.auto_filter.ref is None
    assert plan.column_dimensions["A"].hidden and plan.row_dimensions[1].hidden
    header = plan["B7"]
    assert (header.fill.fgColor.rgb[-6:], header.font.bold, header.font.color.rgb[-6:]) == ("0F5D73", True, "FFFFFF")
    assert plan["G8"].alignment.wrap_text and plan["G8"].alignment.vertical == "top"
    assert book.calculation.fullCalcOnLoad
    assert (book.properties.title, book.properties.creator) == ("Migration in the national plan", "Ministry of Labour")
    assert book.properties.language == "en"


def test_choices_are_offered_from_the_code_lists(book: Book) -> None:
    offered = {str(rule.sqref): rule.formula1 for rule in book["Action plan"].data_validations.dataValidation}
    assert "list_action_status" in offered.values()
    target = book.defined_names["list_action_status"].attr_text
    assert [row[0].value for row in book["Code lists"][target.split("!")[1].replace("$", "")]][:2] == [
        "Not started",
        "On track",
    ]


def test_each_list_says_once_where_it_comes_from(book: Book) -> None:
    sheet = book["Code lists"]
    rows = [[cell.value for cell in row[1:6]] for row in sheet.iter_rows()]
    head = next(place for place, row in enumerate(rows) if row[0] == "List")
    said: dict[str, list[object]] = {}
    for row in rows[head + 1 :]:
        said.setdefault(str(row[0]), []).append(row[4])
    gcm = said[language("en").word("workbook", "list", "gcm")]
    assert len(gcm) == 23 and "A/RES/73/195" in str(gcm[0]) and "19/12/2018" in str(gcm[0]) and set(gcm[1:]) == {None}
    assert said["Traffic light"][0] is None
    assert "treaty" not in said and all(name[0].isupper() for name in said)


def test_links_on_the_cover_lead_to_sheets(book: Book) -> None:
    targets = {cell.hyperlink.location for row in book["Cover"].iter_rows() for cell in row if cell.hyperlink}
    assert "'Action plan'!D8" in targets and {"'Readiness'"} < {target.split("!")[0] for target in targets}
    assert not any(target.endswith("!A1") for target in targets), "the hidden code of a sheet stands there"
    words = [cell.value for row in book["Cover"].iter_rows() for cell in row if cell.value]
    assert "Signature" in words and "Person One" not in words


def test_formulas_carry_what_the_domain_says(tmp_path: Path) -> None:
    plan = full_plan()
    report, book = export(plan, tmp_path)
    values = load_workbook(report.path, data_only=True)["Action plan"]
    sheet, places = book["Action plan"], columns(book["Action plan"])
    found = total(plan.actions)
    for code, expected in (
        ("cost", found.cost),
        ("secured_state", found.state),
        ("secured_external", found.external),
        ("~gap", found.gap),
    ):
        assert "SUMIFS(" in sheet[f"{places[code]}4"].value and "SUBTOTAL(109," in sheet[f"{places[code]}5"].value
        assert values[f"{places[code]}5"].value == pytest.approx(float(expected))
        assert values[f"{places[code]}4"].value == pytest.approx(float(expected))
    for row, action in enumerate(plan.actions, 8):
        missing = gap(action)
        assert sheet[f"{places['~gap']}{row}"].data_type == "f"
        assert values[f"{places['~gap']}{row}"].value == (None if missing is None else float(missing))
        assert values[f"{places['~light']}{row}"].value.casefold() == light(action, TODAY, 1)


def test_russian_speaks_russian(tmp_path: Path) -> None:
    report, book = export(full_plan(), tmp_path, "ru")
    assert book.sheetnames[:3] == ["Титульный лист", "Сводка", "Параметры плана"]
    sheet = book["План действий"]
    assert "Страница &P из &N" in str(sheet.oddFooter.right.text)
    contact = book["Учреждения"][f"{columns(book['Учреждения'])['last_contact']}7"]
    assert contact.number_format == "dd.mm.yyyy"
    latin = re.compile(r"^[A-Za-z ]{4,}$")
    headers = [
        cell.value
        for page in book.worksheets[1:-1]
        for row in page.iter_rows(2, 6)
        for cell in row
        if cell.font.bold and cell.fill.fill_type
    ]
    assert not [text for text in headers if isinstance(text, str) and latin.match(text)]
    assert report.findings == ()


def test_quarters_have_the_form_of_the_language_and_are_still_reckoned_with(tmp_path: Path) -> None:
    plan, speech = full_plan(), language("ru")
    _, book = export(plan, tmp_path, "ru")
    sheet, places = book["План действий"], columns(book["План действий"])
    assert sheet[f"{places['start']}8"].value == speech.quarter(Quarter(2027, 1)) == "1\u00a0кв.\u00a02027"
    values = load_workbook(tmp_path / "full-ru.xlsx", data_only=True)["План действий"]
    assert values[f"{places['~start_index']}8"].value == Quarter(2027, 1).index
    assert not any(
        re.search(r"\d{4}-Q\d", cell.value)
        for page in book.worksheets[:-1]
        for row in page.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and not cell.value.startswith("=")
    )


def test_print_has_the_cover_and_the_printed_columns(tmp_path: Path) -> None:
    report, book = export(full_plan(), tmp_path, preset="print")
    assert book.sheetnames == ["Cover", "Summary", "Action plan", "Budget", "Approval", "_figures", "_mainstreamer"]
    sheet = book["Action plan"]
    shown = [code for code, letter in columns(sheet).items() if not sheet.column_dimensions[letter].hidden]
    expected = "code title leads partners start end cost ~gap ~indicator ~baseline ~target ~verification status"
    assert shown == expected.split()
    assert [title for title, _ in report.sheets] == ["Cover", "Summary", "Action plan", "Budget", "Approval"]


def test_public_has_no_persons_and_no_confidential_evidence(tmp_path: Path) -> None:
    _, book = export(full_plan(), tmp_path, preset="public")
    texts = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert not any("Person One" in text or "Person Two" in text or "Closed memo" in text for text in texts)
    assert uid("e2") not in texts
    assert "contact_person" not in texts
    assert "Open report" in texts


def test_unknown_preset_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadArgument):
        export(frame(), tmp_path, preset="secret")
    assert list(tmp_path.iterdir()) == []


def test_empty_plan_exports_well(tmp_path: Path) -> None:
    for code in ("en", "ru"):
        report, book = export(Plan(PLAN), tmp_path, code)
        assert dict(report.sheets)[language(code).word("workbook", "sheet", "action")] == 0
        note = language(code).word("workbook", "note", "empty")
        sheet = book[language(code).word("workbook", "sheet", "action")]
        assert note in str(sheet["B3"].value or sheet["C3"].value)
        assert {cell.value for cell in sheet[8] if cell.data_type != "f"} == {None}
        assert sheet.tables["table_action"].ref.endswith("8")


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    plan = frame()
    texts = ["=1+1", "+37360000000", "-5", "@home", "\tx", '=HYPERLINK("http://x")', "#N/A", "2026-01-01"]
    for number, text in enumerate(texts):
        plan = with_record(plan, "institution", f"i{number}", name=text)
    _, book = export(plan, tmp_path)
    cells = [book["Institutions"][f"B{row}"] for row in range(6, 6 + len(texts))]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s") for text in texts]
    assert [cell.quotePrefix for cell in cells] == [True] * 6 + [False] * 2


def test_a_text_too_long_is_cut_with_a_mark_and_a_finding(tmp_path: Path) -> None:
    plan = with_record(frame(), "institution", "i1", name="Office", mandate="\U0001f600" * 20_000)
    report, book = export(plan, tmp_path)
    (cut,) = report.findings
    assert (cut.kind, cut.uid, cut.field, cut.length) == ("institution", uid("i1"), "mandate", 20_000)
    text = book[cut.sheet][cut.cell].value
    assert text.endswith("[cut here: the whole text is in the plan]")
    assert len(text.encode("utf-16-le")) // 2 in (CELL_LIMIT, CELL_LIMIT - 1)
    sentences = [cell.value for cell in book["Readiness"]["C"]]
    assert any(cut.cell in str(line) and "20,000" in str(line) for line in sentences)


def test_days_before_the_calendar_of_spreadsheets_are_text(tmp_path: Path) -> None:
    plan = with_record(frame(), "evidence", "e1", title="Old law", dated=date(1899, 5, 1))
    _, book = export(plan, tmp_path)
    sheet = book["Evidence"]
    assert sheet[f"{columns(sheet)['dated']}6"].value == "1899-05-01"


@pytest.mark.parametrize(
    ("wanted", "taken", "expected"),
    [
        ("Plan: a/b", (), "Plan a b"),
        ("Two\nlines", (), "Two lines"),
        ("😀" * 20, (), "😀" * 15),
        ("x" * 30 + "'y", (), "x" * 30),
        ("x" * 40, (), "x" * 31),
        ("Cover", ("cover",), "Cover 2"),
        ("'quoted'", (), "quoted"),
        ("[]", (), "Sheet"),
        ("History", (), "History 2"),
    ],
)
def test_sheet_titles_are_legal(wanted: str, taken: tuple[str, ...], expected: str) -> None:
    assert sheet_title(wanted, taken) == expected


@pytest.mark.parametrize("codes", [*((code,) for code in SHIPPED), ("en", "ru"), ("ru", "en")], ids="+".join)
def test_libreoffice_recalculates_to_the_same_values(tmp_path: Path, codes: tuple[str, ...]) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed, so no second program can calculate the workbook")
    plan = full_plan()
    path = tmp_path / "plan.xlsx"
    export_workbook(plan, knowledge.checklist(codes[0]), spoken(codes), path, today=date.today())
    bare = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(bare, "w", zipfile.ZIP_DEFLATED) as without:
        for name in source.namelist():
            without.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", source.read(name)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(tmp_path / "out"),
    ]
    subprocess.run([*command, str(bare)], check=True, capture_output=True, timeout=120)
    written, calculated = (
        load_workbook(path, data_only=True),
        load_workbook(tmp_path / "out" / "bare.xlsx", data_only=True),
    )
    formulas = load_workbook(path)
    compared = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    ours, theirs = (book[sheet.title][cell.coordinate].value for book in (written, calculated))
                    same = (
                        ours == pytest.approx(theirs)
                        if isinstance(ours, float | int)
                        else (ours or None) == (theirs or None)
                    )
                    assert same, (sheet.title, cell.coordinate, ours, theirs, cell.value)
                    compared += 1
    assert compared > 150


@pytest.mark.parametrize("code", ["en", "ru"])
def test_the_glossary_explains_terms_in_the_language_of_the_export(code: str, tmp_path: Path) -> None:
    report, book = export(full_plan(), tmp_path, code)
    title = language(code).word("workbook", "sheet", "glossary")
    sheet, terms = book[title], knowledge.glossary(code).terms
    assert dict(report.sheets)[title] == len(terms)
    rows = [tuple(cell.value for cell in row) for row in sheet["B4:D200"] if row[0].value]
    header = next(place for place, row in enumerate(rows) if row[0] == terms[0].term)
    assert rows[header:] == [(one.term, one.definition, one.note or None) for one in terms]
    # Nothing in it is read back.
    assert [cell.value for cell in sheet[1] if cell.value][1:] == ["~term", "~definition", "~note"]


def test_a_language_without_a_glossary_has_the_english_one() -> None:
    assert knowledge.glossary("fr").language == "en"
