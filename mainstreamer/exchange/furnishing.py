"""What a worksheet has besides its cells, made by openpyxl: tables, checks with their messages, comments, protection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING

from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import Sheet
from mainstreamer.exchange.styles import Look

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TITLE_LENGTH, MESSAGE_LENGTH = 32, 255
"""Characters of the title and of the text of a message, beyond which Excel repairs the file."""

DEFAULT_SIZE = 10
_COMMENT_WIDTH = 260
_COMMENT_LINE, _COMMENT_ROOM = 16, 40
"""Pixels of a line of a comment, and characters that stand in one."""


def furnish(page: Worksheet, sheet: Sheet) -> None:
    """Add the tables, checks, comments, breaks and the protection of a sheet."""
    _add_tables(page, sheet)
    _add_checks(page, sheet)
    _add_comments(page, sheet)
    _add_breaks(page, sheet)
    if sheet.protected:
        _protect(page)


def set_default_font(book: Workbook, name: str) -> None:
    """The font by whose digits columns are measured; with another one they would be wider on some systems than on others."""
    from openpyxl.styles import Font
    from openpyxl.utils.indexed_list import IndexedList

    font = Font(name=name, size=DEFAULT_SIZE, family=2)
    book._fonts = IndexedList([font])
    book._named_styles["Normal"].font = font


def look_columns(book: Workbook, sheets: Sequence[Sheet], styles: Mapping[Look, str]) -> None:
    """Give empty cells below a table the look of their column, so that a row added there looks like the others."""
    for sheet in sheets:
        columns = book[sheet.title].column_dimensions
        for number, look in sheet.column_looks.items():
            columns[column_letter(number)]._style = copy(book._cell_styles[int(styles[look])])


def table_text(text: str) -> str:
    """The text of a header cell as the name of a table's column stands in the file."""
    return text.replace("\n", "_x000a_")


def _add_tables(page: Worksheet, sheet: Sheet) -> None:
    """Tables without a style of their own: the cells have ours."""
    from openpyxl.worksheet.filters import AutoFilter
    from openpyxl.worksheet.table import Table, TableColumn, TableFormula

    for wanted in sheet.tables:
        table = Table(displayName=wanted.name, ref=wanted.area)
        table.autoFilter = AutoFilter(ref=wanted.area)
        table.tableColumns = [TableColumn(id=n, name=table_text(text)) for n, text in enumerate(wanted.columns, 1)]
        for column, text in zip(table.tableColumns, wanted.columns, strict=True):
            if text in wanted.formulas:
                column.calculatedColumnFormula = TableFormula(attr_text=wanted.formulas[text])
        page.add_table(table)


def _add_checks(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    for check in sheet.checks:
        rule = DataValidation(
            check.kind,
            formula1=check.formula,
            formula2=check.second or None,
            operator=None if check.kind in ("list", "custom") else check.operator,
            allow_blank=True,
            errorStyle=check.style,
            showErrorMessage=True,
            errorTitle=check.title[:TITLE_LENGTH] or None,
            error=check.message[:MESSAGE_LENGTH] or None,
            showInputMessage=bool(check.prompt),
            promptTitle=check.prompt_title[:TITLE_LENGTH] or None,
            prompt=check.prompt[:MESSAGE_LENGTH] or None,
        )
        rule.add(check.area)
        page.add_data_validation(rule)


def _add_comments(page: Worksheet, sheet: Sheet) -> None:
    """Comments, each as high as its text needs."""
    from openpyxl.comments import Comment

    for where, text in sheet.comments.items():
        lines = sum(1 + len(line) // _COMMENT_ROOM for line in text.split("\n"))
        page[where].comment = Comment(text, "Mainstreamer", 14 + _COMMENT_LINE * lines, _COMMENT_WIDTH)


def _add_breaks(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.worksheet.pagebreak import Break

    for row in sheet.breaks:
        page.row_breaks.append(Break(id=row))


def _protect(page: Worksheet) -> None:
    """Against a slip of the hand, without a password: cells can be chosen, filtered and made wider."""
    protection = page.protection
    protection.sheet = True
    protection.autoFilter = protection.formatColumns = protection.formatRows = False
    protection.selectLockedCells = protection.selectUnlockedCells = False
