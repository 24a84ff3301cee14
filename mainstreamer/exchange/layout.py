"""Widths and heights: how much room texts need in a sheet.

LibreOffice does not fit rows to their texts when it converts a file, and Excel only where no height is given; so
heights are estimated here and written as fitted ones, not as fixed ones: both programs correct them when a cell changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import Cell, Sheet, position
from mainstreamer.exchange.styles import ALIGNMENTS, FONTS, NOTE, TOTAL_LABEL

PAGE_WIDTH = 280
"""Sum of the column widths up to which a sheet on A3 stays readable when it is fitted to one page."""

MOST_PAGES = 3
"""Pages on which a sheet may be spread from side to side; a wider one is drawn together."""

LINE_HEIGHT = 12.9
MOST_HEIGHT = 400
"""A row cannot be higher than 409 points."""

POINTS_A_UNIT = 5.25
"""Points of one unit of a column's width: a digit of the default font, which `book` sets to Arial 10."""

_PADDING = 11.0
"""Points of a column that text does not fill: the indent and the margins of the cell."""

_SIZE = 10
_BOLD = 1.07
_WIDTHS = {
    letter: width / 100
    for width, letters in {
        23: "'ijl’|", 28.5: " !,./:;I[\\]ft", 34.5: "\"()-`r{}г“”·", 40: "*", 45: "^зкт", 50: "Jcksvxyzсухчьэ",
        56: "#$0123456789?L_abdeghnopquГабвеийнопрцяё–«»", 60: "+<=>FTZ~ЗКТдлъ", 66: "&ABEKPSVXYАБВЕЛРУХЧЬжЁ",
        72: "CDHNRUwДИЙНПСЭЯмы", 78: "GOQОЪфФЦюшщ", 85: "MmМ", 92: "%ЖШЫWЩ", 100: "@Ю—…№",
    }.items()
    for letter in letters
}  # fmt: skip
"""Widths of the letters of Arial, in parts of their size."""

_USUAL_LETTER, _WIDE_LETTER = 0.6, 1.0
_FIRST_WIDE = "\u1100"


def content_width(texts: Sequence[str], header: str, least: float = 8, most: float = 60) -> float:
    """A column width for these texts: short ones fit whole, long ones wrap; between `least` and `most` characters."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    wide = longest + 4 if longest <= 22 else 24 + 2 * (longest - 22) ** 0.5
    word = max((len(word) for word in header.split()), default=0) * 1.15 + 3.5
    return round(min(most, max(least, wide, word)), 1)


_EMPTY_WIDTH = 14.0
"""The least width of a column in which nothing stands yet."""


def fitted_widths(sheet: Sheet, header: int, headers: Sequence[str]) -> dict[int, float]:
    """Widths by content from column B on, between 8 (14 in an empty table) and 60, drawn together where a page would become too
    wide to read."""
    texts: list[list[str]] = [[] for _ in headers]
    for row in sheet.rows[header:]:
        for place, cell in enumerate(row[1 : len(headers) + 1]):
            if cell is not None and cell.value is not None and cell.look.line:
                texts[place].append(cell.value if isinstance(cell.value, str) else f"{cell.value}  ")
    least = 8.0 if any(texts) else _EMPTY_WIDTH
    widths = [content_width(found, text, least) for found, text in zip(texts, headers, strict=True)]
    most = PAGE_WIDTH * MOST_PAGES
    if sum(widths) > most:
        spare = [max(width - 12, 0) for width in widths]
        share = max(0.0, (most - (sum(widths) - sum(spare))) / (sum(spare) or 1))
        widths = [round(width - extra + extra * share, 1) for width, extra in zip(widths, spare, strict=True)]
    return dict(enumerate(widths, 2))


@lru_cache(maxsize=20_000)
def text_width(text: str) -> float:
    """The width of a text in parts of the size of its letters."""
    return sum(_WIDTHS.get(ch) or (_WIDE_LETTER if ch >= _FIRST_WIDE else _USUAL_LETTER) for ch in text)


def fitting_width(text: str, bold: bool = False) -> float:
    """The width of a column in which a text takes one line."""
    return (text_width(text) * _SIZE * (_BOLD if bold else 1.0) + _PADDING) / POINTS_A_UNIT


def wrapped_lines(text: str, width: float, bold: bool = False) -> int:
    """How many lines a text takes in a column of that width."""
    room = max(POINTS_A_UNIT * width - _PADDING, 10.0) / _SIZE / (_BOLD if bold else 1.0)
    return sum(_lines_of(line, room) for line in text.split("\n"))


def _lines_of(line: str, room: float) -> int:
    if len(line) > 40 * room:
        return int(len(line) * 0.55 / room) + 1
    lines, used = 1, 0.0
    space = _WIDTHS[" "]
    for word in line.split(" "):
        length = text_width(word)
        if used and used + space + length > room:
            lines, used = lines + 1, length
        else:
            used += length + (space if used else 0)
        if used > room:
            extra = int(used / room)
            lines, used = lines + extra, used - extra * room
    return lines


_BUTTON = 2.6
"""Width that a header loses to the button of its filter, beside which LibreOffice wraps it."""


def fit_header(sheet: Sheet, header: int, headers: Sequence[str], *, buttons: bool = False) -> None:
    """Room for the longest header in its column, beside the `buttons` of a filter where there are some; fixed, so that frozen
    rows never jump when a sheet is opened."""
    lost = _BUTTON if buttons else 0.0
    shown = ((place, text) for place, text in enumerate(headers, 2) if place not in sheet.hidden_columns)
    lines = max((wrapped_lines(text, sheet.widths.get(place, 10) - lost, True) for place, text in shown), default=1)
    sheet.heights[header] = round(8 + LINE_HEIGHT * lines, 1)


def fit_heights(sheet: Sheet, first: int = 1) -> None:
    """Give rows from `first` on the height that their wrapped texts need."""
    known: dict[tuple[str, float], int] = {}
    for number, row in enumerate(sheet.rows[first - 1 :], first):
        if number in sheet.heights or number in sheet.hidden_rows:
            continue
        lines = max((_lines_in(sheet, place, cell, known) for place, cell in enumerate(row, 1)), default=1)
        if row:
            sheet.fitted_heights[number] = min(MOST_HEIGHT, round(3.5 + LINE_HEIGHT * lines, 1))


def _lines_in(sheet: Sheet, place: int, cell: Cell | None, known: dict[tuple[str, float], int]) -> int:
    if (
        cell is None
        or type(cell.value) is not str
        or place in sheet.hidden_columns
        or not ALIGNMENTS[cell.look.align][2]
    ):
        return 1
    width = sheet.widths.get(place, 10)
    text = cell.value
    if 1.3 * len(text) + 3 <= width and "\n" not in text:
        return 1
    key = (text, width)
    found = known.get(key)
    if found is None:
        found = known[key] = wrapped_lines(text, width, cell.look.font == "strong")
    return found


def word_width(header: str) -> float:
    """The width below which the longest word of a header would be broken, beside the button of its filter."""
    return round(max((len(word) for word in header.split()), default=0) * 1.1 + 4.6, 1)


_NOTE_ROW, _NOTE_WIDTH, _NOTE_SIZE = 3, 165.0, 9
"""The row of the note above a table, the width at which it turns to a next line, and the size of its letters: on a screen of
1366 pixels nothing of it is beyond the right edge."""


def fit_note(sheet: Sheet) -> None:
    """Let a long note above a table take several lines, over as many columns as the screen and the paper show."""
    cells = sheet.rows[_NOTE_ROW - 1] if len(sheet.rows) >= _NOTE_ROW else []
    first = next((place for place, cell in enumerate(cells, 1) if cell is not None and cell.value), 0)
    note = cells[first - 1] if first else None
    if note is None or note.look != NOTE or not sheet.print_area:
        return
    last = position(sheet.print_area.split(":")[1])[0]
    repeated = position(f"{sheet.title_columns.split(':')[1]}1")[0] if sheet.title_columns else 0
    last = repeated if first <= repeated else last  # on every page, and cut on none
    room, end = 0.0, first
    most = min(_NOTE_WIDTH, PAGE_WIDTH * 0.7 if sheet.pages_wide > 1 else PAGE_WIDTH)
    for place in range(first, last + 1):
        wide = 0.0 if place in sheet.hidden_columns else sheet.widths.get(place, 10)
        if room and room + wide > most:
            break
        room, end = room + wide, place
    lines = wrapped_lines(str(note.value), room * _SIZE / _NOTE_SIZE)
    if lines > 1 and end > first:
        cells[first - 1] = note._replace(look=NOTE._replace(align="text"))
        sheet.merged.append(f"{column_letter(first)}{_NOTE_ROW}:{column_letter(end)}{_NOTE_ROW}")
        sheet.heights[_NOTE_ROW] = round(4 + 11.7 * lines, 1)


_SCREEN, _PIXELS_A_UNIT = 1250, 7.8
"""Pixels that a spreadsheet leaves for columns on a screen 1366 wide, and those of a unit of width in LibreOffice; in Excel
they are fewer."""


def fit_zoom(sheet: Sheet, least: int) -> None:
    """Show all columns of a sheet at once on a small screen, unless its letters would become too small to read."""
    wide = sum(width for place, width in sheet.widths.items() if place not in sheet.hidden_columns)
    sheet.zoom = max(least, min(100, int(100 * _SCREEN / _PIXELS_A_UNIT / wide) // 5 * 5))


_PAGE_WIDTH, _PAGE_HEIGHT = 1133.0, 763.0
"""Points of an A3 page on its side within the margins of `book`."""

_SURE = 0.985
"""The part of a page that every program fills before it turns to the next one."""


def page_breaks(sheet: Sheet, header: int, glued: Sequence[bool]) -> list[int]:
    """Rows of a table after which each page ends, so that no heading stands last on a page and no subtotal first. `glued` says
    of each row below the header whether it stays with the next one. All ends are given: were some left to the program, the
    others would be off as soon as it fits in one row more or less."""
    wide = sum(width for place, width in sheet.widths.items() if place > 1 and place not in sheet.hidden_columns)
    scale = int(100 * min(1.0, _PAGE_WIDTH / (wide * POINTS_A_UNIT or 1))) / 100  # programs print in whole per cent
    room = _SURE * _PAGE_HEIGHT / scale

    def height(row: int) -> float:
        return 0 if row in sheet.hidden_rows else sheet.heights.get(row) or sheet.fitted_heights.get(row, 15)

    repeated = height(header - 1) + height(header)
    used, breaks = sum(height(row) for row in range(2, header + 1)), []
    for place, row in enumerate(range(header + 1, header + 1 + len(glued))):
        chain = place
        while chain < len(glued) - 1 and glued[chain]:
            chain += 1
        together = sum(height(row + further) for further in range(chain - place + 1))
        if together > room - repeated:
            together = height(row)  # no page has room for all of it
        if used + together > room and used > repeated:
            breaks.append(row - 1)
            used = repeated
        used += height(row)
    return breaks


_REPEATED = 0.4
"""The part of a page that repeated columns may take."""
_LEAST_SCALE = 0.9
"""So much smaller than at `PAGE_WIDTH` letters may become before one more page is taken."""
_NOTE_LINES = 4


def spread_pages(sheet: Sheet, frozen: int, last: int, repeated: int = 0) -> None:
    """Print the columns up to `last` on as many pages side by side as they need to be read, with those up to `repeated` on
    each: those up to `frozen` where the others are not printed or would fill the page. What stands above the table and does
    not fit into the frozen columns moves to the right of them; what the repeated ones would cut, and the words of totals, whose
    figures are printed once, to the right of these."""

    def wide(first: int, until: int) -> float:
        shown = {place: width for place, width in sheet.widths.items() if place not in sheet.hidden_columns}
        return sum(width for place, width in shown.items() if first <= place <= until)

    pages = min(MOST_PAGES, ceil(wide(2, last) / PAGE_WIDTH))
    if pages < 2:
        return
    if not frozen < repeated <= last or wide(2, repeated) > PAGE_WIDTH * _REPEATED:
        repeated = frozen
    while (
        pages < MOST_PAGES
        and (wide(2, last) - wide(2, repeated)) / pages + wide(2, repeated) > PAGE_WIDTH / _LEAST_SCALE
    ):
        pages += 1
    sheet.pages_wide, sheet.title_columns = pages, f"B:{column_letter(repeated)}"
    for row, cells in enumerate(sheet.rows[1:3], 2):
        cell = cells[1] if len(cells) > 1 else None
        if cell is None or _fits(cell, wide(2, frozen), 1):
            continue
        beside = frozen < repeated and _fits(cell, wide(frozen + 1, repeated), _NOTE_LINES if row == _NOTE_ROW else 1)
        cells[1] = None
        sheet.put(row, (frozen if beside else repeated) + 1, cell)
    for cells in sheet.rows[3:5]:
        for place in range(1, min(repeated, len(cells) - 1)):
            label, free = cells[place], cells[repeated]
            if label is not None and label.look == TOTAL_LABEL and label.value and free == Cell(None, TOTAL_LABEL):
                cells[place], cells[repeated] = free, label


def _fits(cell: Cell, width: float, lines: int) -> bool:
    size = FONTS[cell.look.font][0]
    if lines > 1:
        return wrapped_lines(str(cell.value), width * _SIZE / size) <= lines
    return text_width(str(cell.value)) * size / _SIZE * _BOLD <= (width * POINTS_A_UNIT - _PADDING) / _SIZE
