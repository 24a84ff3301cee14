"""Whether a cell still says what an export had written into it, whatever a spreadsheet has made of it on the way.

Spreadsheets keep fifteen digits, make numbers of texts that look like numbers, count days, change line breaks, drop blanks at
the end, and some write `_x0041_` as the letter A. None of that is an edit.
"""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from decimal import Decimal

from mainstreamer.exchange.cells import Value
from mainstreamer.exchange.rows import DAY_ZERO
from mainstreamer.exchange.sheet_in import LAST_SERIAL, RawCell, unescaped

_LINE_END = re.compile(r"[ \t]+(?=\n|$)")
_BLANKS = re.compile("[\u00a0\u2007\u2009\u202f]")


def plain(text: str) -> str:
    """A text without what spreadsheets change by themselves: kinds of blanks and line breaks, blanks at ends of lines."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return _LINE_END.sub("", _BLANKS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))).strip()


def digits(number: int | float | Decimal) -> str:
    """A number as a spreadsheet keeps it: fifteen digits."""
    return format(float(number), ".15g")


def day_of(cell: RawCell) -> date | None:
    """The day that a cell of kind `date` or `number` stands for; hours are left out. None for what is no day."""
    if cell.kind == "date":
        text = str(cell.value).strip()
        try:
            number = float(text)
        except ValueError:
            try:
                return date.fromisoformat(text[:10])
            except ValueError:
                return None
    elif cell.kind == "number":
        number = float(cell.value)
    else:
        return None
    if not math.isfinite(number) or not 1 <= number <= LAST_SERIAL:
        return None
    return DAY_ZERO + timedelta(days=int(number))


def is_blank(cell: RawCell | None) -> bool:
    """Whether nothing stands in a cell, or blanks only."""
    return cell is None or (cell.kind == "text" and not plain(cell.value))


def same(cell: RawCell | None, written: Value) -> bool:
    """Whether a cell (of a formula: what it gives) says what was written."""
    if cell is None:
        return written is None or (isinstance(written, str) and not plain(written))
    if cell.kind == "text":
        if isinstance(written, str):
            return cell.value == written or plain(cell.value) in (plain(written), plain(unescaped(written)))
        return written is None and not plain(cell.value)
    if isinstance(written, date):
        return day_of(cell) == written
    if isinstance(written, str):
        return _same_text(cell, written)
    if written is None or cell.kind not in ("number", "date"):
        return False
    number = _number(cell)
    return number is not None and digits(number) == digits(written)


def _same_text(cell: RawCell, written: str) -> bool:
    """Whether a spreadsheet may have made this of a text that looks like a number, a day or a truth value."""
    text = plain(written)
    if cell.kind == "bool":
        return text.casefold() == str(cell.value).casefold()
    if cell.kind == "date":
        day = day_of(cell)
        return day is not None and day.isoformat() == text
    if cell.kind != "number":
        return False
    try:
        number = float(text.replace(" ", "").replace(",", "."))
    except ValueError:
        return False
    return math.isfinite(number) and digits(number) == digits(cell.value)


def _number(cell: RawCell) -> float | None:
    try:
        number = float(cell.value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
