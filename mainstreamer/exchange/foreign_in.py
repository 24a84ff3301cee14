"""Reads the tables of a file that came from anywhere: a workbook, or text in columns."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from mainstreamer.domain.plain_tables import (
    DATE,
    ERROR,
    FORMULA,
    NUMBER,
    TEXT,
    YES_NO,
    Area,
    PlainBook,
    PlainCell,
    PlainSheet,
)
from mainstreamer.errors import UnreadableWorkbook
from mainstreamer.exchange.book_in import read_book
from mainstreamer.exchange.package_in import Progress
from mainstreamer.exchange.sameness import day_of
from mainstreamer.exchange.sheet_in import RawCell, RawSheet, area_start
from mainstreamer.exchange.text_in import read_text_table

OUR_SHEET = "_mainstreamer"
"""The hidden sheet of every workbook that this program exported."""
MOST_ROWS = 20_000
"""Rows with content of one sheet; an action plan of a government has some hundreds."""
MOST_MERGED = 20_000
MOST_MERGED_CELLS = 400_000
"""Merged areas of one sheet, and cells in them: whole objectives are merged over their actions."""
TEXT_SUFFIXES = (".csv", ".tsv", ".txt")


def _silent(done: int, total: int) -> None:
    return None


def read_tables(path: Path, progress: Progress = _silent) -> PlainBook:
    """The sheets of a workbook (.xlsx) or the one table of a text file (.csv, .tsv, .txt). `progress(done, total)` may
    raise Cancelled.

    Raises MissingFile, UnreadableWorkbook.
    """
    if path.suffix.casefold() in TEXT_SUFFIXES:
        return PlainBook(path.name, (read_text_table(path, MOST_ROWS, progress),))
    raw = read_book(path, lambda _title: True, progress, MOST_ROWS, most_merged=MOST_MERGED)
    if not raw:
        raise UnreadableWorkbook(path=str(path), problem="no_sheets")
    sheets = tuple(_plain(sheet) for title, sheet in raw.items() if title != OUR_SHEET)
    return PlainBook(path.name, sheets, OUR_SHEET in raw)


def _plain(raw: RawSheet) -> PlainSheet:
    rows = {}
    for row, cells in raw.rows.items():
        found = {}
        for column, cell in cells.items():
            plain = plain_cell(cell)
            if plain.kind == NUMBER and (row, column) in raw.percents:
                plain = PlainCell(NUMBER, f"{number_text(float(plain.text) * 100)}%")
            if plain.text:
                found[column] = plain
        if found:
            rows[row] = found
    sheet = PlainSheet(raw.title, rows)
    return PlainSheet(raw.title, rows, _areas(raw.merged, sheet.height, sheet.width), raw.cut)


def _areas(merged: list[str], height: int, width: int) -> tuple[Area, ...]:
    """Merged areas as far as there is content in the sheet, and no more of them than a sheet made by people has."""
    found, cells = [], 0
    for reference in merged:
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = area_start(first), area_start(last or first)
        bottom, right = min(bottom, height), min(right, width)
        if 0 < top <= bottom and 0 < left <= right and (top, left) != (bottom, right):
            cells += (bottom - top + 1) * (right - left + 1)
            if cells > MOST_MERGED_CELLS:
                break
            found.append(Area(top, left, bottom, right))
    return tuple(found)


def plain_cell(cell: RawCell) -> PlainCell:
    """A cell with the result of its formula, and with text in place of numbers of the spreadsheet's own making."""
    if cell.kind == "formula":
        return plain_cell(cell.result) if cell.result is not None else PlainCell(FORMULA, str(cell.value))
    if cell.kind == "bool":
        return PlainCell(YES_NO, "yes" if cell.value else "no")
    if cell.kind == "number":
        return PlainCell(NUMBER, number_text(cell.value))
    if cell.kind == "date":
        day = day_of(cell)
        return PlainCell(DATE, day.isoformat()) if day is not None else PlainCell(TEXT, str(cell.value))
    text = str(cell.value).replace("\r\n", "\n").replace("\r", "\n").strip()
    return PlainCell(ERROR if cell.kind == "error" else TEXT, text)


def number_text(number: float) -> str:
    """A number as the spreadsheet shows it: fifteen digits, not those that binary fractions add."""
    if isinstance(number, int):
        return str(number)
    text = format(Decimal(f"{number:.15g}"), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
