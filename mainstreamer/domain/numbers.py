"""Numbers as people write and paste them, and how pasted text is to be understood."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f'’]+")
_LOOSE_SPACE = re.compile(r"\d[\s'’]+(?!\d{3}(?!\d)|\d{2}[\s'’]+\d)\d")
"""A space between digits that does not part groups of three (or, on the way, of two)."""


@dataclass(frozen=True)
class Reading:
    """How to understand pasted text: the decimal mark of its language and how names become codes, uids or files."""

    decimal: str = ""
    code_of: Callable[[str, str], str | None] = lambda _list, _text: None
    uid_of: Callable[[str, str], str | None] = lambda _kind, _text: None
    file_of: Callable[[str], object] = lambda _name: None


PLAIN = Reading()


def parse_number(text: str, reading: Reading = PLAIN) -> Decimal:
    """Read a number with any of the usual group and decimal marks.

    `1 234,5`, `1,234.5`, `12,34,567`, `1.234.567`, Eastern digits. A single mark before exactly three digits (`1,234`)
    is a decimal mark only where the language says so. Raises ValueError: "number_ambiguous" where the language is not
    known and `1,234` may mean either, "number_unreadable" for what is no number, such as two numbers side by side.
    """
    if _LOOSE_SPACE.search(text):
        raise ValueError("number_unreadable")
    plain = _SPACES.sub("", text).replace("−", "-").replace("٫", ".").replace("٬", ",")
    sign = ""
    if plain[:1] in "+-" and plain:
        sign, plain = plain[0], plain[1:]
    if not plain or not all(ch.isdecimal() or ch in ".," for ch in plain) or not any(ch.isdecimal() for ch in plain):
        raise ValueError("number_unreadable")
    marks = [ch for ch in plain if ch in ".,"]
    decimal = ""
    if len(set(marks)) == 2:
        decimal = marks[-1]
        if marks.count(decimal) > 1:
            raise ValueError("number_unreadable")
    elif len(marks) == 1:
        mark = marks[0]
        before, after = plain.split(mark)
        groups = len(after) == 3 and 1 <= len(before) <= 3 and before != "0"
        decimal = mark if not groups or reading.decimal == mark else ""
        if groups and not reading.decimal:
            raise ValueError("number_ambiguous")
    whole, _, fraction = plain.rpartition(decimal) if decimal else (plain, "", "")
    parts = re.split(r"[.,]", whole)
    lengths = [len(part) for part in parts]
    if len(parts) > 1 and not (1 <= lengths[0] <= 3 and lengths[-1] == 3 and {2, 3}.issuperset(lengths[1:])):
        raise ValueError("number_unreadable")
    try:
        return Decimal(f"{sign}{''.join(parts) or '0'}.{fraction or '0'}" if decimal else f"{sign}{''.join(parts)}")
    except InvalidOperation as error:
        raise ValueError("number_unreadable") from error


def number_text(value: Decimal) -> str:
    """Plain decimal text without exponent, trailing zeros or negative zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def stored_number(text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise ValueError("number_unreadable") from error
    if not value.is_finite():
        raise ValueError("number_unreadable")
    return value
