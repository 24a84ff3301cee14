"""What a cell of a checklist pack means, by the form of its column. Spreadsheets turn codes into numbers and dates: what can
be turned back without doubt is, and everything else is refused with what is expected."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from mainstreamer.domain.packs import LISTS, MOST_QUARTERS, Column, item_code
from mainstreamer.domain.plan import code_order
from mainstreamer.exchange.cells import fit_characters
from mainstreamer.exchange.sheet_in import RawCell
from mainstreamer.language import language

_BREAKS = (";", "\n")
MOST_PARTS = 200
"""Codes in one cell."""
MOST_PLACE = 10**15
LONGEST_NUMBER = 200


class CellRefused(Exception):
    """A cell cannot be taken: the code of why, what stands there, what is expected."""

    def __init__(self, reason: str, value: object = "", expected: str = "") -> None:
        super().__init__(reason)
        self.reason, self.value, self.expected = reason, value, expected


@dataclass
class PackCodes:
    """Codes that a pack may name: items of the checklist it is for (`also`: those of the pack itself), indicators of the
    catalogue, the edition at hand."""

    items: frozenset[str]
    indicators: frozenset[str]
    edition: str
    also: set[str] = field(default_factory=set)

    @cached_property
    def _numbers(self) -> dict[float, list[str]]:
        return by_number(self.items)

    def list(self, name: str) -> tuple[str, ...]:
        """The codes of a list."""
        return tuple(sorted(self.indicators, key=code_order)) if name == "indicator" else LISTS[name]

    def item_of(self, cell: RawCell | None) -> str:
        """The item code that a cell means."""
        number = number_of(cell)
        if number is None:
            return item_code(text_of(cell))
        more = [code for code in self.also - self.items if number_in(code) == number]
        return one_code(number, [*self._numbers.get(float(number), ()), *more])

    def edition_of(self, cell: RawCell | None) -> str:
        """The edition that a cell means: a number in place of text is taken only where it can be nothing but this edition."""
        number = number_of(cell)
        if number is None:
            return text_of(cell)
        return one_code(number, [self.edition] if number_in(self.edition) == number else [])


def number_of(cell: RawCell | None) -> int | float | None:
    return cell.value if cell is not None and cell.kind == "number" else None


def number_in(code: str) -> float | None:
    """The number that a spreadsheet makes of a code typed into it: 2.1 of `2.1` and of `2.10`, 60 of `6E1`."""
    if not all(ch in "0123456789.E" for ch in code):
        return None
    try:
        number = float(code)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def by_number(codes: Iterable[str]) -> dict[float, list[str]]:
    found: dict[float, list[str]] = {}
    for code in codes:
        number = number_in(code)
        if number is not None:
            found.setdefault(number, []).append(code)
    return found


def one_code(number: int | float, candidates: list[str]) -> str:
    """The one code that a number can stand for. `2.1` may be 2.1 or 2.10, and so `8.1` for 8.10 is not guessed either."""
    if len(candidates) == 1 and not ("." in candidates[0] and candidates[0].endswith("0")):
        return candidates[0]
    raise CellRefused("code_is_number", _plain(number), "; ".join(sorted(candidates)))


def _plain(number: int | float) -> str:
    return str(number) if isinstance(number, int) else repr(number)


def text_of(cell: RawCell | None) -> str:
    """The text of a cell, without what no plan keeps. A whole number is text too; anything else is not guessed at."""
    if cell is None:
        return ""
    if cell.kind == "text":
        return clean(cell.value)
    if cell.kind == "number" and isinstance(cell.value, int):
        return str(cell.value)
    reason = {"number": "number_for_text", "bool": "number_for_text"}.get(cell.kind, cell.kind)
    raise CellRefused(reason, cell.value)


def clean(text: str) -> str:
    """A text as it is compared and kept: no control characters, one kind of line break, no blanks around it."""
    return fit_characters(text).strip()


def read_cell(column: Column, cell: RawCell | None, codes: PackCodes) -> Any:
    """The value of a cell under a column. Raises CellRefused."""
    if cell is not None and cell.kind in ("formula", "error", "date"):
        raise CellRefused(cell.kind, cell.value)
    return _FORMS[column.form](column, cell, codes)


def _one(column: Column, cell: RawCell | None, codes: PackCodes) -> str:
    number = number_of(cell)
    if number is not None:
        return _code_of_number(column.list, number, codes)
    return _code_of_text(column.list, text_of(cell), codes)


def _code_of_number(name: str, number: int | float, codes: PackCodes) -> str:
    if isinstance(number, int) and str(number) in codes.list(name):
        return str(number)
    return one_code(number, by_number(codes.list(name)).get(float(number), []))


def _code_of_text(name: str, text: str, codes: PackCodes) -> str:
    """A code, or its name in a shipped language."""
    known = codes.list(name)
    if not text or text in known:
        return text
    found = language("en").code_of(name, text)
    if found is None or found not in known:
        raise CellRefused("choice_unknown", text, "; ".join(known))
    return found


def _many(column: Column, cell: RawCell | None, codes: PackCodes) -> tuple[str, ...]:
    number = number_of(cell)
    if number is not None:
        return (_code_of_number(column.list, number, codes),)
    text = text_of(cell)
    if text in codes.list(column.list):
        return (text,)
    for mark in _BREAKS[1:]:
        text = text.replace(mark, _BREAKS[0])
    parts = [part.strip() for part in text.split(_BREAKS[0]) if part.strip()]
    if len(parts) == 1 and "," in text:
        try:
            return (_code_of_text(column.list, text, codes),)
        except CellRefused:
            parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) > MOST_PARTS:
        raise CellRefused("choice_unknown", text, "; ".join(codes.list(column.list)))
    return tuple(dict.fromkeys(_code_of_text(column.list, part, codes) for part in parts))


def _yes_no(column: Column, cell: RawCell | None, codes: PackCodes) -> bool | None:
    if cell is None:
        return None
    if cell.kind == "bool":
        return bool(cell.value)
    text = "yes" if number_of(cell) == 1 else "no" if number_of(cell) == 0 else text_of(cell)
    code = _code_of_text("yes_no", text, codes)
    return None if not code else code == "yes"


def _whole(column: Column, cell: RawCell | None, codes: PackCodes) -> int | None:
    number = _decimal(cell)
    if number is None:
        return None
    if number != number.to_integral_value() or not 1 <= number <= MOST_QUARTERS:
        raise CellRefused("whole_out_of_range", cell.value if cell is not None else "", f"1–{MOST_QUARTERS}")
    return int(number)


def _number(column: Column, cell: RawCell | None, codes: PackCodes) -> Decimal | None:
    number = _decimal(cell)
    if number is not None and abs(number) > MOST_PLACE:
        raise CellRefused("number_out_of_range", cell.value if cell is not None else "", "1; 2; 2.5")
    return number


def _decimal(cell: RawCell | None) -> Decimal | None:
    if cell is None:
        return None
    number = number_of(cell)
    if number is not None:
        return Decimal(repr(number)).normalize() + 0
    text = "" if cell.kind == "bool" else text_of(cell)
    if not text and cell.kind == "text":
        return None
    try:
        found = Decimal(text.replace(",", ".")) if len(text) <= LONGEST_NUMBER else Decimal("NaN")
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise CellRefused("number_unreadable", cell.value)
    return found


def _text(column: Column, cell: RawCell | None, codes: PackCodes) -> str:
    return text_of(cell)


_FORMS: dict[str, Callable[[Column, RawCell | None, PackCodes], Any]] = {
    "one": _one,
    "many": _many,
    "yes_no": _yes_no,
    "whole": _whole,
    "number": _number,
    "text": _text,
    "code": _text,
}
