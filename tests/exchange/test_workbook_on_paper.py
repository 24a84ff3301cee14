"""How a workbook meets the eye: where the cursor stands, what is frozen, notes that are read to their end, pages that are not
torn, sums that are not ###, charts for people who do not see them; in every preset, one language and two."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import range_boundaries
from openpyxl.utils.cell import coordinate_to_tuple

from mainstreamer.domain.plan import Plan
from mainstreamer.exchange.action_lines import bottom_row
from mainstreamer.exchange.book import Properties
from mainstreamer.exchange.cells import Cell, Chart, Series, Sheet, position
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.layout import (
    fit_header,
    fit_note,
    fit_zoom,
    page_breaks,
    spread_pages,
    text_width,
    wrapped_lines,
)
from mainstreamer.exchange.styles import NOTE, TITLE
from mainstreamer.exchange.writing import write_workbook
from mainstreamer.knowledge import plan_checklist
from mainstreamer.language import language, spoken
from tests.exchange.office import calculated, needs_office, without_results
from tests.exchange.preset_tools import Book, columns, export, plan_of
from tests.exchange.small_plan import TODAY

BOTH = ("en", "ru")
EXPORTS = [
    ("sample", "full", ("en",)), ("sample", "full", BOTH), ("sample", "print", ("ru",)), ("sample", "print", BOTH),
    ("sample", "public", ("ru",)), ("absurd", "print", ("en",)), ("empty", "full", ("ru",)),
]  # fmt: skip
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def _named(one: tuple[str, str, tuple[str, ...]]) -> str:
    return f"{one[0]}-{one[1]}-{'+'.join(one[2])}"


@pytest.fixture(scope="module", params=EXPORTS, ids=_named)
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Book, Path, tuple[str, ...]]:
    name, preset, codes = request.param
    folder = tmp_path_factory.mktemp("made")
    report, book = export(plan_of(name, folder), folder, preset, codes)
    return book, report.path, codes


def _shown(book: Book) -> list[Any]:
    return [page for page in book if page.sheet_state == "visible"]


def test_no_hidden_code_shows_where_the_cursor_stands(made: tuple[Book, Path, tuple[str, ...]]) -> None:
    for page in _shown(made[0]):
        for selection in page.sheet_view.selection:
            row, column = coordinate_to_tuple(selection.activeCell)
            assert selection.sqref == selection.activeCell
            assert not page.row_dimensions[row].hidden, page.title
            assert not page.column_dimensions[page.cell(1, column).column_letter].hidden, page.title
            assert not str(page[selection.activeCell].value).startswith("mainstreamer:")


def test_the_cursor_waits_on_a_cell_of_input(made: tuple[Book, Path, tuple[str, ...]]) -> None:
    for page in _shown(made[0]):
        if page.protection.sheet or not page.freeze_panes or not str(page["A1"].value).startswith("mainstreamer:"):
            continue
        cell = page[page.sheet_view.selection[-1].activeCell]
        row, column = coordinate_to_tuple(page.freeze_panes)
        assert not cell.protection.locked and cell.row >= row and cell.column >= column, page.title


def test_what_is_frozen_leaves_most_of_a_small_screen(made: tuple[Book, Path, tuple[str, ...]]) -> None:
    for page in _shown(made[0]):
        if page.freeze_panes:
            frozen = coordinate_to_tuple(page.freeze_panes)[1] - 1
            columns = [page.column_dimensions[page.cell(1, place).column_letter] for place in range(1, frozen + 1)]
            wide = sum(column.width for column in columns if not column.hidden)
            assert wide * 7.8 <= 1366 * 0.45, page.title


def test_notes_are_shown_to_their_end(made: tuple[Book, Path, tuple[str, ...]]) -> None:
    """Whatever is longer than the columns to its right on the screen and on the paper takes several lines."""
    several = 0
    for page in _shown(made[0]):
        area = range_boundaries(str(page.print_area).split("!")[-1].replace("$", "")) if page.print_area else None
        if area is None or page["A1"].value is None:
            continue
        for cell in page[3]:
            if not isinstance(cell.value, str) or cell.value.startswith("=") or cell.font.size != 9:
                continue
            merged = next((one for one in page.merged_cells.ranges if cell.coordinate in one), None)
            last = merged.max_col if merged else area[2]
            room = sum(
                column.width
                for place in range(cell.column, last + 1)
                if not (column := page.column_dimensions[page.cell(1, place).column_letter]).hidden
            )
            lines = wrapped_lines(cell.value, room * 10 / 9)
            assert lines == 1 or (cell.alignment.wrap_text and page.row_dimensions[3].height >= 11 * lines), page.title
            several += lines > 1
    assert several or made[2] != BOTH


def test_the_last_words_of_the_cover_are_not_cut(made: tuple[Book, Path, tuple[str, ...]]) -> None:
    cover = made[0].worksheets[0]
    width = sum(cover.column_dimensions[letter].width for letter in "BCDEF") * 10 / 9
    notes = [cell for row in cover.iter_rows(min_row=6) for cell in row if cell.value and cell.font.size == 9]
    assert len(notes) >= len(made[2])
    for cell in notes:
        assert f"B{cell.row}:F{cell.row}" in {str(area) for area in cover.merged_cells.ranges}
        assert cover.row_dimensions[cell.row].height >= 11 * wrapped_lines(cell.value, width)


def test_charts_are_described_for_people_who_do_not_see_them(made: tuple[Book, Path, tuple[str, ...]]) -> None:
    _, path, codes = made
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)]
        frames = [frame for name in names for frame in ElementTree.fromstring(package.read(name)).iter(f"{DRAWN}cNvPr")]
        charts = [name for name in package.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
    assert len(frames) == len(charts) >= 4
    for frame in frames:
        said = frame.attrib["descr"]
        assert frame.attrib["title"] and frame.attrib["title"] in said
        for code in codes:
            kinds = [language(code).word("workbook", "chart", kind) for kind in ("bars", "columns", "stacked_columns")]
            kinds += [
                language(code).word("workbook", "chart", kind) for kind in ("stacked_bars", "doughnut", "pyramid")
            ]
            assert any(kind in said for kind in kinds)
        assert re.search(r"\b[A-Z]+\d+:[A-Z]+\d+", said) and len(said) < 1000


def test_charts_have_the_font_of_the_language(tmp_path: Path) -> None:
    sheet = Sheet("summary", "Summary", "", font="Noto Sans Bengali")
    for label, number in (("A", 1), ("B", 2)):
        sheet.add([Cell(label), Cell(number)])
    sheet.charts.append(Chart("bars", "Bars", "A1:A2", (Series("A1", "B1:B2", "0F5D73"),), "D1", "H9", across="Number"))
    about = Properties("", "", "", "bn", "", TODAY, "", font="Noto Sans Bengali")
    path = write_workbook(tmp_path / "bengali.xlsx", [sheet], {}, about, lambda rows: None)
    with zipfile.ZipFile(path) as package:
        text = package.read("xl/charts/chart1.xml").decode()
    faces = re.findall(r'<a:(latin|ea|cs) typeface="([^"]+)"', text)
    assert {face for face, _ in faces} == {"latin", "ea", "cs"} and {name for _, name in faces} == {"Noto Sans Bengali"}


def test_labels_of_cards_and_of_what_is_approved_have_room(made: tuple[Book, Path, tuple[str, ...]]) -> None:
    book, _, codes = made
    words = spoken(codes)
    page = book[Edition(Plan("p"), plan_checklist(Plan("p"), codes[0]), words, "full", TODAY).title("summary")]
    width = 5 * page.column_dimensions["B"].width * 10 / 9
    for row in (5, 7):
        for cell in page[row]:
            if isinstance(cell.value, str) and not cell.value.startswith("="):
                assert page.row_dimensions[row].height >= 12 * wrapped_lines(cell.value, width), cell.value


def _approval(plan: str, folder: Path, codes: tuple[str, ...] = ("en",)) -> tuple[Book, Any, Any]:
    _, book = export(plan_of(plan, folder), folder, "print", codes)
    return book, book.worksheets[0], _shown(book)[-1]


def test_what_is_approved_is_read_in_two_languages(tmp_path: Path) -> None:
    _, cover, page = _approval("sample", tmp_path, BOTH)
    for sheet in (cover, page):
        for row in sheet.iter_rows(min_row=6, max_row=30):
            for cell in row[1:]:
                if isinstance(cell, MergedCell):
                    continue
                width = sheet.column_dimensions[cell.column_letter].width
                if isinstance(cell.value, str) and cell.value[0] != "=" and cell.border.left.style == "thin":
                    lines = wrapped_lines(cell.value, width, bool(cell.font.bold))
                    assert lines == 1 or cell.alignment.wrap_text, cell.value
                    assert sheet.row_dimensions[cell.row].height >= 12 * lines, cell.value
    heads = [cell.column for cell in page[6] if cell.value]
    assert heads == [2, 5, 7] and page.column_dimensions["D"].width < 6, "a gap between what is approved and by whom"


def test_neither_a_long_title_nor_an_enormous_sum_is_lost(tmp_path: Path) -> None:
    _, cover, page = _approval("absurd", tmp_path)
    assert "B2:F2" in {str(area) for area in cover.merged_cells.ranges} and cover["B2"].alignment.wrap_text
    width = sum(cover.column_dimensions[letter].width for letter in "BCDEF") * 10 / 24
    assert cover.row_dimensions[2].height >= 24 * wrapped_lines(cover["B2"].value, width, bold=True) > 24
    for sheet, column in ((cover, 6), (page, 3)):
        amounts = [sheet.cell(row, column) for row in range(6, 14)]
        formats = [
            cell.number_format for cell in amounts if "Action plan" in str(cell.value) and "$4" in str(cell.value)
        ]
        assert formats == ["0.00E+00"] * 4
    _, usual, _ = _approval("sample", tmp_path)
    assert "0.00E+00" not in {cell.number_format for row in usual.iter_rows() for cell in row}


def test_the_cover_leads_to_every_sheet_beside_its_title(tmp_path: Path) -> None:
    book, cover, _ = _approval("sample", tmp_path)
    links = {cell.value: cell.hyperlink.location for row in cover.iter_rows() for cell in row if cell.hyperlink}
    cursors = {page.title: page.sheet_view.selection[-1].activeCell for page in _shown(book)[1:]}
    assert links == {title: f"'{title}'!{cell}" for title, cell in cursors.items()}
    first = next(cell.row for row in cover.iter_rows() for cell in row if cell.hyperlink)
    blank = [row for row in range(6, first) if not any(cell.value for cell in cover[row][4:])]
    assert len(blank) == 1, "the contents follow upon the figures"


@pytest.mark.parametrize("preset", ["full", "print"])
def test_the_contents_count_entries_of_sheets_that_have_any(preset: str, tmp_path: Path) -> None:
    plan = plan_of("sample", tmp_path)
    _, book = export(plan, tmp_path, preset)
    cover = book.worksheets[0]
    counted = {row[4].value: row[5].value for row in cover.iter_rows() if row[4].hyperlink}
    assert counted["Action plan"] == len(plan.actions)
    assert counted["Summary"] is None and counted["Budget"] is None and counted.get("Approval") is None


def test_tables_of_people_are_not_torn(tmp_path: Path) -> None:
    _, book = export(plan_of("sample", tmp_path), tmp_path)
    page = book["Demographics"]
    uids = [str(page.cell(row, 1).value or "").split("#")[0] for row in range(1, page.max_row + 1)]
    starts = [row for row, uid in enumerate(uids, 1) if row > 3 and len(uid) > 30 and uid not in uids[: row - 1]]
    assert len(starts) == 2
    ends = [stop.id for stop in page.row_breaks.brk]
    assert any(starts[0] < end < starts[1] for end in ends), "both do not fit on one page"
    for start in starts:
        block = range(start, start + uids.count(uids[start - 1]) - 1)
        assert not set(ends) & set(block)


def test_a_chain_longer_than_a_page_breaks_where_a_page_is_full() -> None:
    sheet = Sheet("plan", "Plan", "", widths={2: 50.0}, heights=dict.fromkeys(range(1, 60), 50.0))
    for _ in range(40):
        sheet.blank()
    breaks = page_breaks(sheet, 3, [True] * 37)
    assert 2 <= len(breaks) <= 4 and all(after - before > 10 for before, after in pairwise(breaks))


def test_a_header_has_room_beside_the_button_of_its_filter() -> None:
    sheet = Sheet("plan", "Plan", "", widths={2: 16.1})
    words = "Baseline to be established by"
    fit_header(sheet, 5, [words])
    plain = sheet.heights[5]
    fit_header(sheet, 5, [words], buttons=True)
    assert sheet.heights[5] > plain


def test_a_wide_sheet_is_shown_smaller_but_can_be_read() -> None:
    for width, shown in ((10.0, 100), (20.0, 80), (90.0, 60)):
        sheet = Sheet("plan", "Plan", "", widths=dict.fromkeys(range(2, 12), width))
        fit_zoom(sheet, 60)
        assert sheet.zoom == shown


def test_a_note_that_fits_stays_in_its_line() -> None:
    sheet = Sheet("plan", "Plan", "", widths=dict.fromkeys(range(2, 12), 20.0), print_area="B2:K20")
    sheet.blank(2)
    sheet.add([None, Cell("Entries: 12.", NOTE)])
    fit_note(sheet)
    assert not sheet.merged and 3 not in sheet.heights
    sheet.rows[2][1] = Cell("word " * 200, NOTE)
    fit_note(sheet)
    first, last = (position(cell) for cell in sheet.merged[0].split(":"))
    assert first == (2, 3) and last[0] < 11, "no wider than a small screen"
    assert sheet.heights[3] > 40 and text_width("word " * 200) > 0


POINTS_A_UNIT, PAGE_POINTS = 5.25, 1133
"""Points of a unit of column width, and of an A3 page within its margins."""


@pytest.mark.parametrize(
    ("name", "codes"), [("sample", ("en",)), ("sample", ("ru",)), ("sample", BOTH), ("absurd", ("en",))]
)
def test_every_page_of_the_action_plan_says_which_action(name: str, codes: tuple[str, ...], tmp_path: Path) -> None:
    _, book = export(plan_of(name, tmp_path), tmp_path, "full", codes)
    page = next(page for page in book if page["A1"].value == "mainstreamer:action")
    place = {code: coordinate_to_tuple(f"{letter}1")[1] for code, letter in columns(page).items()}
    assert page.print_title_rows == "$6:$7"
    assert page.print_title_cols == f"$B:${columns(page)['title']}"
    last = range_boundaries(page.print_area.replace("$", "").rpartition("!")[2])[2]
    shown = [column for column in page.column_dimensions.values() if not column.hidden]
    wide = {coordinate_to_tuple(f"{column.index}1")[1]: column.width for column in shown}
    repeated = sum(width for at, width in wide.items() if at <= place["title"])
    rest = sum(width for at, width in wide.items() if place["title"] < at <= last)
    across = page.page_setup.fitToWidth
    points = 10 * PAGE_POINTS / ((repeated + rest / across) * POINTS_A_UNIT)
    assert across > 1 and points > 6.9, "letters can be read"
    for row in (2, 3, 4, 5):
        label = next(cell for cell in page[row] if isinstance(cell.value, str) and cell.column > 1)
        if row < 4:
            assert label.column <= place["title"], "the heading is whole on every page"
        else:
            assert label.column > place["title"], "words of totals stand where their figures are"
    for area in map(str, page.merged_cells.ranges):
        first, top, until, _ = range_boundaries(area)
        assert top != 3 or not first <= place["title"] < until, "no note is cut by the end of a page"


def test_columns_that_would_fill_a_page_are_not_repeated() -> None:
    for width, expected in ((20.0, "B:D"), (60.0, "B:B")):
        widths = {2: 12.0, 3: width, 4: width, **dict.fromkeys(range(5, 15), 40.0)}
        sheet = Sheet("plan", "Plan", "", widths=widths, print_area="B2:N20")
        sheet.blank()
        sheet.add([None, Cell("Action plan of the country", TITLE)])
        sheet.add([None, Cell("word " * 200, NOTE)])
        spread_pages(sheet, 2, 14, 4)
        assert sheet.title_columns == expected and sheet.pages_wide == 2
        fit_note(sheet)
        (note,) = sheet.merged
        assert position(note.split(":")[0])[0] > 4 - 2 * (expected == "B:B"), (
            "a long note stands beside what is repeated"
        )
    narrow = Sheet("plan", "Plan", "", widths=dict.fromkeys(range(2, 9), 30.0))
    spread_pages(narrow, 2, 8, 4)
    assert (narrow.pages_wide, narrow.title_columns) == (1, "")


@needs_office
@pytest.mark.parametrize("code", ["en", "ru"])
def test_rows_that_are_not_added_up_are_told_of(code: str, tmp_path: Path) -> None:
    plan = plan_of("sample", tmp_path)
    report, book = export(plan, tmp_path, "full", (code,))
    words = language(code)
    titles = [words.word("workbook", "sheet", key) for key in ("action", "summary", "budget")]
    edition = Edition(plan, plan_checklist(plan, code), words, "full", TODAY)
    last = bottom_row(edition)
    said = words.word("workbook", "note", "beyond", row=last)
    places = columns(book[titles[0]])
    paths = [without_results(report.path, tmp_path / "usual.xlsx")]
    for name, row in (("inside", last), ("beyond", last + 1)):
        book[titles[0]][f"{places['title']}{row}"] = "One more action"
        book.save(tmp_path / f"{name}.xlsx")
        book[titles[0]][f"{places['title']}{row}"] = None
        paths.append(tmp_path / f"{name}.xlsx")
    for path, told in zip(calculated(paths, tmp_path), (False, False, True), strict=True):
        read = load_workbook(path, data_only=True)
        shown = next(cell.value for cell in read[titles[0]][4] if isinstance(cell.value, str))
        notes = [shown, read[titles[1]]["B3"].value, read[titles[2]]["B3"].value]
        assert [note.startswith(said) for note in notes] == [told] * 3, path.name


def test_a_filtered_part_says_so_before_the_quarter(tmp_path: Path) -> None:
    """The sentence about rows that are not added up comes before what else the line says."""
    from mainstreamer.domain.presets import ActionFilter, PresetSpec

    spec = replace(PresetSpec(base="full"), filter=ActionFilter(statuses=("not_started",)))
    _, book = export(plan_of("sample", tmp_path), tmp_path, spec)
    formula = book["Summary"]["B3"].value
    assert formula.startswith("=IF(COUNTA('Action plan'!") and "Only a part" in formula
