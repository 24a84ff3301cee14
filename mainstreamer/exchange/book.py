"""The workbook around the rows, made by openpyxl: styles, views, widths, printing, formats by condition, properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import Condition, Sheet, quoted
from mainstreamer.exchange.charts import add_charts
from mainstreamer.exchange.furnishing import furnish, set_default_font
from mainstreamer.exchange.styles import ALIGNMENTS, FONT, FONTS, LINE, MIRRORED, TAB_COLOURS, Look

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.formatting.rule import Rule
    from openpyxl.worksheet.worksheet import Worksheet

A3 = 8
"""Paper code of A3 in ECMA-376 part 1, 18.3.1.63."""

_FROM_RIGHT = 2
"""Reading order of a cell from right to left (18.8.1)."""


@dataclass(frozen=True)
class Properties:
    """What the file says about itself."""

    title: str
    subject: str
    creator: str
    language: str
    keywords: str
    created: date
    plan: str
    font: str = FONT
    right_to_left: bool = False

    @property
    def created_at(self) -> datetime:
        return datetime.combine(self.created, time())


def workbook_frame(sheets: Sequence[Sheet], names: Mapping[str, str], properties: Properties) -> Workbook:
    """A workbook with every sheet set up and no rows. `names` maps defined names to what they refer to."""
    from openpyxl import Workbook
    from openpyxl.packaging.custom import StringProperty
    from openpyxl.workbook.defined_name import DefinedName

    book = Workbook()
    book.remove(book.worksheets[0])
    set_default_font(book, properties.font)
    for sheet in sheets:
        _set_up(book.create_sheet(sheet.title), sheet)
    _add_links(book, sheets)
    for name, target in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=target)
    book.calculation.fullCalcOnLoad = True
    about = book.properties
    about.title, about.subject, about.creator = properties.title, properties.subject, properties.creator
    about.language, about.keywords = properties.language, properties.keywords
    about.created = about.modified = properties.created_at
    book.custom_doc_props.append(StringProperty(name="MainstreamerPlan", value=properties.plan))
    return book


def style_numbers(
    book: Workbook, looks: Iterable[Look], font: str = FONT, right_to_left: bool = False
) -> dict[Look, str]:
    """Enter each look into the style table of the workbook once; answers with its number there."""
    from openpyxl.cell.cell import Cell as StyledCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    fonts = {name: Font(name=font, size=size, bold=bold, color=ink) for name, (size, bold, ink) in FONTS.items()}
    fonts["link"] = Font(name=font, size=FONTS["link"][0], color=FONTS["link"][2], underline="single")
    side = Side(style="thin", color=LINE)
    lines = {
        "thin": Border(left=side, right=side, top=side, bottom=side),
        "under": Border(bottom=Side("thin", "5B6873")),
        "below": Border(bottom=side),
    }
    numbers: dict[Look, str] = {}
    for look in looks:
        cell = StyledCell(book.worksheets[0], 1, 1)
        cell.font = fonts[look.font]
        horizontal, vertical, wrap, turn, indent = ALIGNMENTS[look.align]
        cell.alignment = Alignment(
            horizontal=MIRRORED.get(horizontal, horizontal) if right_to_left else horizontal,
            vertical=vertical,
            wrap_text=wrap or None,
            text_rotation=turn,
            indent=indent,
            readingOrder=_FROM_RIGHT if right_to_left else 0,
        )
        if look.fill:
            cell.fill = PatternFill("solid", fgColor=look.fill)
        if look.line:
            cell.border = lines[look.line]
        cell.number_format = look.format
        cell.quotePrefix = look.quote
        if not look.locked:
            cell.protection = Protection(locked=False)
        numbers[look] = str(cell.style_id)
    return numbers


def _set_up(page: Worksheet, sheet: Sheet) -> None:
    page.sheet_properties.tabColor = TAB_COLOURS[sheet.part]
    page.sheet_view.showGridLines = False
    page.sheet_view.rightToLeft = sheet.right_to_left or None
    page.sheet_view.zoomScale = page.sheet_view.zoomScaleNormal = sheet.zoom
    if sheet.hidden:
        page.sheet_state = "hidden"
    if sheet.freeze:
        page.freeze_panes = sheet.freeze
    for selection in page.sheet_view.selection:
        selection.activeCell = selection.sqref = sheet.cursor
    if sheet.filter:
        page.auto_filter.ref = sheet.filter
    columns = set(sheet.widths) | sheet.hidden_columns | sheet.grouped_columns
    for number in sorted(columns):
        column = page.column_dimensions[column_letter(number)]
        column.width = sheet.widths.get(number, 10)
        column.hidden = number in sheet.hidden_columns
        column.outlineLevel = int(number in sheet.grouped_columns)
    _set_up_print(page, sheet)
    for condition in sheet.conditions:
        page.conditional_formatting.add(condition.area, _rule(condition))
    furnish(page, sheet)
    add_charts(page, sheet)
    for area in sheet.merged:
        page.merged_cells.add(area)


def _set_up_print(page: Worksheet, sheet: Sheet) -> None:
    setup = page.page_setup
    setup.orientation, setup.paperSize = "landscape", A3
    setup.fitToWidth, setup.fitToHeight = sheet.pages_wide, sheet.pages_high
    page.sheet_properties.pageSetUpPr.fitToPage = True
    margins = page.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.5, 0.6
    margins.header = margins.footer = 0.3
    page.print_options.horizontalCentered = True
    if sheet.title_rows:
        page.print_title_rows = sheet.title_rows
    if sheet.pages_wide > 1:
        setup.pageOrder = "overThenDown"
    if sheet.title_columns:
        page.print_title_cols = sheet.title_columns
    if sheet.print_area:
        page.print_area = sheet.print_area
    left, right = page.oddFooter.left, page.oddFooter.right
    left.text, right.text = sheet.footer, sheet.page_words
    left.size = right.size = 8


def _rule(condition: Condition) -> Rule:
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Border, Font, PatternFill, Side

    side = Side(style="thin", color=condition.line) if condition.line else None
    round_ = None if condition.below else side
    return FormulaRule(
        formula=[condition.formula],
        stopIfTrue=condition.stop or None,
        fill=PatternFill("solid", bgColor=condition.fill, fgColor=condition.fill) if condition.fill else None,
        font=Font(color=condition.ink) if condition.ink else None,
        border=Border(left=round_, right=round_, top=round_, bottom=side) if side else None,
    )


def _add_links(book: Workbook, sheets: Sequence[Sheet]) -> None:
    """Links from cell to sheet, each to where the cursor of that sheet stands."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    cursors = {sheet.title: sheet.cursor for sheet in sheets if any(other.links for other in sheets)}
    for sheet in sheets:
        for where, title in sheet.links.items():
            place = f"{quoted(title)}!{cursors.get(title, 'A1')}"
            book[sheet.title][where].hyperlink = Hyperlink(ref=where, location=place, display=title)
