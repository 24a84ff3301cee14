"""Reads a written workbook back with openpyxl and compares every cell with what was to be written."""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mainstreamer.domain.returned import column_letter
from mainstreamer.errors import ExportNotVerified
from mainstreamer.exchange.cells import Cell, Sheet
from mainstreamer.exchange.rows import escape_text, number_in_file

if TYPE_CHECKING:
    from openpyxl import Workbook

_STEP = 300
_DROPPED = "x005F_"
"""What openpyxl takes out of every shared text, which undoes the escaping of `_x0041_`."""


def expected(cell: Cell | None) -> tuple[str, Any]:
    """The type letter and the value that a reader must find for a cell."""
    if cell is None or (not cell.formula and (cell.value is None or cell.value == "")):
        return "n", None
    if cell.formula:
        return "f", f"={cell.formula}"
    value = cell.value
    if isinstance(value, str):
        return "s", escape_text(value).replace(_DROPPED, "")
    if isinstance(value, date):
        return "d", datetime.combine(value, time())
    if isinstance(value, Decimal | int | float):
        return "n", float(number_in_file(value))
    return "n", None


def verify(path: Path, sheets: Sequence[Sheet], tick: Callable[[int], None]) -> None:
    """Compare the file with the sheets, cell by cell: values, types and formulas.

    `tick` is told how many rows were compared. Raises ExportNotVerified with sheet and cell of the first difference.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with path.open("rb") as file, closing(load_workbook(file, read_only=True)) as book:
            _compare(path, book, sheets, tick)
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        ET.ParseError,
        KeyError,
        ValueError,
        TypeError,
        EOFError,
    ) as error:
        raise ExportNotVerified(path=str(path), sheet="", cell="") from error


def _compare(path: Path, book: Workbook, sheets: Sequence[Sheet], tick: Callable[[int], None]) -> None:
    titles = [sheet.title for sheet in sheets]
    if book.sheetnames != titles:
        raise ExportNotVerified(path=str(path), sheet=", ".join(book.sheetnames), cell="")
    for sheet in sheets:
        number = 0
        with closing(_rows_of(book, sheet.title)) as found:
            for number, row in enumerate(found, 1):
                wanted = sheet.rows[number - 1] if number <= len(sheet.rows) else []
                _compare_row(path, sheet.title, number, wanted, row)
                if number % _STEP == 0:
                    tick(_STEP)
        for rest in range(number + 1, len(sheet.rows) + 1):
            _compare_row(path, sheet.title, rest, sheet.rows[rest - 1], ())
        tick(number % _STEP)


def _rows_of(book: Workbook, title: str) -> Generator[tuple[Any, ...], None, None]:
    """The rows of a sheet as openpyxl reads them. It holds the file open until it is exhausted or closed."""
    yield from book[title].iter_rows()


def _compare_row(path: Path, title: str, number: int, wanted: Sequence[Cell | None], found: tuple[Any, ...]) -> None:
    for place in range(max(len(wanted), len(found))):
        cell = wanted[place] if place < len(wanted) else None
        data_type, value = (found[place].data_type, found[place].value) if place < len(found) else ("n", None)
        if expected(cell) != (data_type, value):
            raise ExportNotVerified(path=str(path), sheet=title, cell=f"{column_letter(place + 1)}{number}")
