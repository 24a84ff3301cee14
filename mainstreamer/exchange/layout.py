"""Widths and heights: how much room texts need in a sheet.

LibreOffice does not fit rows to their texts when it converts a file, and Excel only where no height is given; so
heights are estimated here and written as fitted ones, not as fixed ones: both programs correct them when a cell changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from mainstreamer.exchange.cells import Cell, Sheet
from mainstreamer.exchange.styles import ALIGNMENTS

PRINTED_WIDTH = 360
"""Sum of the column widths up to which a sheet on A3 stays readable when it is fitted to one page."""

LINE_HEIGHT = 12.9
MOST_HEIGHT = 400
"""A row cannot be higher than 409 points."""

_INDENT = 1.6


def content_width(texts: Sequence[str], header: str, least: float = 8, most: float = 60) -> float:
    """A column width for these texts: short ones fit whole, long ones wrap; between `least` and `most` characters."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    wide = longest + 4 if longest <= 22 else 24 + 2 * (longest - 22) ** 0.5
    word = max((len(word) for word in header.split()), default=0) * 1.15 + 3.5
    return round(min(most, max(least, wide, word)), 1)


def fitted_widths(sheet: Sheet, header: int, headers: Sequence[str]) -> dict[int, float]:
    """Widths by content from column B on, between 8 and 60, drawn together where a page would become too wide to read."""
    texts: list[list[str]] = [[] for _ in headers]
    for row in sheet.rows[header:]:
        for place, cell in enumerate(row[1 : len(headers) + 1]):
            if cell is not None and cell.value is not None and cell.look.line:
                texts[place].append(cell.value if isinstance(cell.value, str) else f"{cell.value}  ")
    widths = [content_width(found, text) for found, text in zip(texts, headers, strict=True)]
    if sum(widths) > PRINTED_WIDTH:
        spare = [max(width - 12, 0) for width in widths]
        share = max(0.0, (PRINTED_WIDTH - (sum(widths) - sum(spare))) / (sum(spare) or 1))
        widths = [round(width - extra + extra * share, 1) for width, extra in zip(widths, spare, strict=True)]
    return dict(enumerate(widths, 2))


def wrapped_lines(text: str, width: float, bold: bool = False) -> int:
    """About how many lines a text takes in a column of that width. Cyrillic and bold letters are wider."""
    room = (width - _INDENT) * (1.12 if text.isascii() else 1.02) / (1.08 if bold else 1.0)
    if len(text) <= room and "\n" not in text:
        return 1
    room = max(room, 3.0)
    return sum(_lines_of(line, room) for line in text.split("\n"))


def _lines_of(line: str, room: float) -> int:
    if len(line) > 12 * room:
        return int(len(line) / (room * 0.9)) + 1
    lines, used = 1, 0
    for word in line.split(" "):
        length = len(word)
        if used and used + 1 + length > room:
            lines, used = lines + 1, length
        else:
            used += length + (1 if used else 0)
        if used > room:
            extra = int(used / room)
            lines, used = lines + extra, int(used - extra * room)
    return lines


def fit_header(sheet: Sheet, header: int, headers: Sequence[str]) -> None:
    """Room for the longest header in its column; fixed, so that frozen rows never jump when a sheet is opened."""
    shown = ((place, text) for place, text in enumerate(headers, 2) if place not in sheet.hidden_columns)
    lines = max((wrapped_lines(text, sheet.widths.get(place, 10), True) for place, text in shown), default=1)
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
    if 1.1 * len(text) + 2 <= width and "\n" not in text:
        return 1
    key = (text, width)
    found = known.get(key)
    if found is None:
        found = known[key] = wrapped_lines(text, width, cell.look.font == "strong")
    return found


def word_width(header: str) -> float:
    """The width below which the longest word of a header would be broken."""
    return round(max((len(word) for word in header.split()), default=0) * 1.1 + 2.8, 1)
