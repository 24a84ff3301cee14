"""How a pack looks in a spreadsheet: what may not be edited is grey, every heading explains itself, lists are offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from mainstreamer.domain.packs import ACTIONS, BETWEEN, CODES, COLUMNS, ITEMS, MOST_QUARTERS, SETTINGS
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.rows import escape_text
from mainstreamer.exchange.styles import ACCENT, FONT, INK, LINE, MUTED, WHITE
from mainstreamer.language.language import Language

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

CODE_LISTS = (
    "step", "yes_no", "sector", "stage", "r2", "recommendation", "country_role", "phase", "sdg", "gcm", "migof", "mgi",
    "institution_type", "indicator",
)  # fmt: skip
"""Lists of the sheet of codes, in their order there: two columns each, code and name."""

FIXED, HEADER_HEIGHT, FIRST_CODE = "E6EAED", 32, 3
_WIDTHS = {
    "code": 9, "step": 6, "essential": 10, "stage": 7, "r2": 8, "cross": 8, "off": 6, "place": 8, "gcm": 10, "migof": 8,
    "item": 9, "key": 12, "quarters": 10, "indicator": 11, "lead": 22, "reason": 28, "question": 44, "setting": 14,
    "value": 42, "meaning": 70,
}  # fmt: skip
_WIDTH, _TEXT_WIDTH = 14, 36
_COMMENT = (320, 150)
_SPARE_ROWS = 200
"""Empty rows below the texts, prepared for new ones."""

LETTERS, LINE_HEIGHT, HIGHEST = 0.92, 13.2, 400
"""Letters in a unit of width as words break, the height of a line and the greatest height of a row in points."""


class Row(NamedTuple):
    """Cells of a row; the first `fixed` of them may not be edited."""

    cells: tuple[Any, ...]
    fixed: int


def dress(
    book: Workbook,
    name: str,
    headings: Sequence[str],
    rows: Sequence[Row],
    lists: Mapping[str, Sequence[str]],
    speech: Language,
) -> None:
    """Add a sheet with these headings and rows. `lists` are those of the sheet of codes."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    sheet: Worksheet = book.create_sheet(name)
    line = Side(style="thin", color=LINE)
    border = Border(left=line, right=line, top=line, bottom=line)
    top, middle = Alignment(vertical="top", wrap_text=True), Alignment(vertical="center", wrap_text=True)
    head, body, muted = Font(FONT, 10, True, color=WHITE), Font(FONT, 10, color=INK), Font(FONT, 10, color=MUTED)
    accent, grey = PatternFill("solid", ACCENT), PatternFill("solid", FIXED)
    for column, title in enumerate(headings, 1):
        cell = sheet.cell(1, column, title)
        cell.font, cell.fill, cell.alignment, cell.border = head, accent, middle, border
        part, _, tongue = title.partition(BETWEEN)
        cell.comment = Comment(help_text(speech, name, part, tongue), "Mainstreamer", _COMMENT[1], _COMMENT[0])
        sheet.column_dimensions[column_letter(column)].width = width_of(title)
    sheet.row_dimensions[1].height = HEADER_HEIGHT
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row.cells, 1):
            cell = sheet.cell(number, column)
            fixed = column <= row.fixed
            cell.font, cell.alignment, cell.border = muted if fixed else body, top, border
            if fixed:
                cell.fill = grey
            if isinstance(value, str):
                cell.value = escape_text(value)
                # A text that looks like a formula is text all the same, and a code stays one: 2.10 is not 2.1.
                cell.data_type, cell.number_format = "s", "@"
                cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
            else:
                cell.value = value
        sheet.row_dimensions[number].height = _height(row, headings)
    _offer_lists(sheet, name, headings, len(rows), lists)
    _format_spare(sheet, name, headings, len(rows))
    sheet.freeze_panes = {ITEMS: "B2", ACTIONS: "C2"}.get(name, "A2")
    if rows and name != SETTINGS:
        sheet.auto_filter.ref = f"A1:{column_letter(len(headings))}{len(rows) + 1}"
    sheet.sheet_properties.tabColor = ACCENT if name == ITEMS else MUTED
    sheet.page_setup.orientation, sheet.print_title_rows = "landscape", "1:1"


def _height(row: Row, headings: Sequence[str]) -> float:
    """Points that the longest text of a row needs; spreadsheets do not all work that out for themselves."""
    lines = 1
    for title, value in zip(headings, row.cells, strict=True):
        if isinstance(value, str):
            across = width_of(title) * LETTERS
            lines = max(lines, sum(1 + int(len(part) / across) for part in value.split("\n")))
    return min(LINE_HEIGHT * lines + 4, HIGHEST)


def width_of(title: str) -> float:
    """The width of a column, in characters."""
    part, _, tongue = title.partition(BETWEEN)
    return _WIDTHS.get(part, _TEXT_WIDTH if tongue else _WIDTH)


def _format_spare(sheet: Worksheet, name: str, headings: Sequence[str], rows: int) -> None:
    """Rows below are text as well, so that a code typed there stays as it was typed."""
    if name == SETTINGS:
        return
    plain = {column.name for column in COLUMNS[name] if column.form in ("whole", "number")}
    for number in range(rows + 2, rows + 2 + _SPARE_ROWS):
        for column, title in enumerate(headings, 1):
            if title not in plain and BETWEEN not in title:
                sheet.cell(number, column).number_format = "@"


def _offer_lists(
    sheet: Worksheet, name: str, headings: Sequence[str], rows: int, lists: Mapping[str, Sequence[str]]
) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    last = rows + 1 + _SPARE_ROWS
    for column in COLUMNS.get(name, ()):
        if column.form in ("one", "yes_no"):
            wanted = f"={CODES}!{_area(column.list or 'yes_no', lists)}"
            check = DataValidation(type="list", formula1=wanted, allow_blank=True, showErrorMessage=True)
        elif column.form == "whole":
            check = DataValidation(
                type="whole", operator="between", formula1="1", formula2=str(MOST_QUARTERS), allow_blank=True
            )
            check.showErrorMessage = True
        else:
            continue
        letter = column_letter(headings.index(column.name) + 1)
        check.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(check)


def _area(name: str, lists: Mapping[str, Sequence[str]]) -> str:
    """Where the codes of a list stand on the sheet of codes."""
    letter = column_letter(2 * CODE_LISTS.index(name) + 1)
    return f"${letter}${FIRST_CODE}:${letter}${FIRST_CODE + len(lists[name]) - 1}"


def write_codes(book: Workbook, lists: Mapping[str, Sequence[str]], speech: Language) -> None:
    """Add the sheet of codes with their names."""
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet: Worksheet = book.create_sheet(CODES)
    accent, wrap = PatternFill("solid", ACCENT), Alignment(vertical="top", wrap_text=True)
    for place, name in enumerate(CODE_LISTS):
        column = 2 * place + 1
        titles = (speech.find("workbook", "list", name) or speech.word("workbook", "pack_list", name), "")
        for row, texts in ((1, titles), (2, ("code", speech.word("workbook", "column", "word")))):
            for beside, text in enumerate(texts):
                cell = sheet.cell(row, column + beside, text or None)
                cell.font, cell.fill, cell.alignment = (
                    Font(FONT, 10, True, color=WHITE),
                    accent,
                    Alignment(wrap_text=True),
                )
        for row, code in enumerate(lists[name], FIRST_CODE):
            cell = sheet.cell(row, column, code)
            cell.data_type, cell.number_format, cell.alignment = "s", "@", wrap
            named = sheet.cell(row, column + 1, speech.choice(name, code))
            named.alignment = wrap
            cell.font = named.font = Font(FONT, 10, color=INK)
        sheet.column_dimensions[column_letter(column)].width = 22 if name == "institution_type" else 12
        sheet.column_dimensions[column_letter(column + 1)].width = 34
    sheet.freeze_panes = "A3"
    sheet.sheet_properties.tabColor = MUTED


def help_text(speech: Language, sheet: str, name: str, tongue: str) -> str:
    """What the comment at a heading says."""
    if tongue:
        told = speech.word("workbook", "pack_help", "translation")
        return f"{speech.word('workbook', 'pack_text', name)} ({speech.choice('language', tongue)}). {told}"
    return speech.word("workbook", "pack_help", f"{sheet}_{name}")
