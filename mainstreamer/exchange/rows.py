"""The rows of a worksheet as XML, and how a text, a number or a day stands in them.

openpyxl makes the package, the styles and everything around the rows; one object a cell is what makes it slow, so the
rows are written here. openpyxl, which knows nothing of this module, reads them back before anybody gets the file.
Source of the forms: ECMA-376 part 1, 18.3.1.4 (`c`), 18.3.1.40 (`f`), 18.4.8 (`si`), 22.9.2.19 (`ST_Xstring`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from mainstreamer.domain.numbers import number_text
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import FIRST_DAY, Cell, Sheet
from mainstreamer.exchange.styles import Look

DAY_ZERO = date(1899, 12, 30)
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_EXACT_DIGITS = 15
_CHUNK = 300


def escape_text(text: str) -> str:
    """Text as a cell stores it: `_x0041_` would be read as the letter A, so its underscore is written as `_x005F_`."""
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


def number_in_file(value: Decimal | int | float) -> str:
    """A number as a cell stores it. Beyond fifteen digits a spreadsheet keeps the nearest double."""
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, int):
        return str(value) if abs(value) < 10**_EXACT_DIGITS else repr(float(value))
    text = number_text(value)
    return text if len(text) <= _EXACT_DIGITS else repr(float(value))


def serial(day: date) -> int:
    """Days since the last day of 1899, as spreadsheets count from 1 March 1900 on."""
    return (day - DAY_ZERO).days


@cache
def _letters(columns: int) -> tuple[str, ...]:
    return tuple(column_letter(number) for number in range(1, columns + 1))


def _xml(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def _cell(cell: Cell, where: str, style: str, strings: dict[str, int]) -> str:
    value = cell.value
    head = f'<c r="{where}" s="{style}"'
    if cell.formula:
        formula = f"<f>{_xml(cell.formula)}</f>"
        if value is None or value == "":
            return f'{head} t="str">{formula}<v></v></c>'
        if isinstance(value, str):
            return f'{head} t="str">{formula}<v>{_xml(escape_text(value))}</v></c>'
        return f"{head}>{formula}<v>{_plain(value)}</v></c>"
    if value is None or value == "":
        return f"{head}/>"
    if isinstance(value, str):
        return f'{head} t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
    return f"{head}><v>{_plain(value)}</v></c>"


def _plain(value: int | float | Decimal | date) -> str:
    return str(serial(value)) if isinstance(value, date) else number_in_file(value)


def fits_as_date(day: date) -> bool:
    """Whether a day can be a real date in a workbook."""
    return day >= FIRST_DAY


def row_xml(
    number: int, cells: Sequence[Cell | None], styles: Mapping[Look, str], sheet: Sheet, strings: dict[str, int]
) -> str:
    """One row. New texts are added to `strings`, the table that all sheets share."""
    letters = _letters(max(len(cells), 1))
    inside = "".join(
        _cell(cell, f"{letter}{number}", styles[cell.look], strings)
        for letter, cell in zip(letters, cells, strict=False)
        if cell is not None
    )
    height = sheet.heights.get(number)
    fitted = sheet.fitted_heights.get(number)
    extra = f' ht="{height}" customHeight="1"' if height else f' ht="{fitted}"' if fitted else ""
    if number in sheet.hidden_rows:
        extra += ' hidden="1"'
    return f'<row r="{number}"{extra}>{inside}</row>' if inside or extra else ""


def row_chunks(sheet: Sheet, styles: Mapping[Look, str], strings: dict[str, int]) -> Iterator[tuple[int, bytes]]:
    """The rows in pieces of a few hundred, each with the number of rows in it."""
    for start in range(0, len(sheet.rows), _CHUNK):
        part = sheet.rows[start : start + _CHUNK]
        lines = (row_xml(start + place, cells, styles, sheet, strings) for place, cells in enumerate(part, 1))
        yield len(part), "".join(lines).encode("utf-8")


def strings_xml(strings: Mapping[str, int]) -> bytes:
    """The table of all texts, in the order of their numbers (18.4.9, `sst`)."""
    texts = "".join(f'<si><t xml:space="preserve">{_xml(escape_text(text))}</t></si>' for text in strings)
    head = f'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="{_NAMESPACE}" uniqueCount="{len(strings)}">'
    return f"{head}{texts}</sst>".encode()
