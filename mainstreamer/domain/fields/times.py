"""Days, and quarters of the plan's fiscal calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from mainstreamer.domain.calendar import Quarter, parse_quarter
from mainstreamer.domain.fields.base import FieldType, Stored
from mainstreamer.domain.numbers import Reading

_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]00:00(?::00)?)?")
_FIGURES = re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})\s*(?:г\.?)?")
_DAY_FIRST = re.compile(
    r"""["«“„]?(\d{1,2})(?:st|nd|rd|th)?["»”“]?[\s.-]*([^\W\d_]+)[\s.,-]*(\d{4})\s*(?:г\.?|года)?"""
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)[\s.-]+(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})")


@dataclass(frozen=True)
class Date(FieldType[date | None]):
    """A day. Pasted days are ISO (`2027-03-31`), day, month, year (`31.03.2027`, `31/3/2027`), or name the month.

    `31 March 2027`, `31-Mar-2027`, `March 31, 2027`, `«31» марта 2027 г.`: names of months come from the reading.
    """

    name: ClassVar[str] = "date"

    def check(self, value: date | None) -> str:
        return "" if value is None or type(value) is date else "wrong_type"

    def store(self, value: date | None) -> Stored:
        return None if value is None else value.isoformat()

    def from_stored(self, stored: str | int) -> date:
        return date.fromisoformat(str(stored))

    def read(self, text: str, reading: Reading) -> date:
        try:
            if found := _ISO.fullmatch(text):
                return date(int(found[1]), int(found[2]), int(found[3]))
            if found := _FIGURES.fullmatch(text):
                return date(int(found[3]), int(found[2]), int(found[1]))
            if found := _DAY_FIRST.fullmatch(text):
                return date(int(found[3]), _month(found[2], reading), int(found[1]))
            if found := _MONTH_FIRST.fullmatch(text):
                return date(int(found[3]), _month(found[1], reading), int(found[2]))
        except ValueError as error:
            raise ValueError("date_unreadable") from error
        raise ValueError("date_unreadable")


def _month(name: str, reading: Reading) -> int:
    """1 to 12; raises ValueError for what is no name of a month in the languages of the reading."""
    code = None if name.isdecimal() else reading.code_of("month", name)
    if code is None:
        raise ValueError(name)
    return int(code)


@dataclass(frozen=True)
class FiscalQuarter(FieldType[Quarter | None]):
    """A quarter of the plan's fiscal calendar. `ends`: something lasts to its last day, so its last month tells more than
    its first; what may stand in the field is the same."""

    name: ClassVar[str] = "quarter"
    ends: bool = field(default=False, compare=False)

    def check(self, value: Quarter | None) -> str:
        if value is None:
            return ""
        if not isinstance(value, Quarter):
            return "wrong_type"
        return "" if 1900 <= value.year <= 2200 and 1 <= value.quarter <= 4 else "quarter_unreadable"

    def from_stored(self, stored: str | int) -> Quarter:
        return parse_quarter(str(stored))

    def read(self, text: str, reading: Reading) -> Quarter:
        try:
            return parse_quarter(text)
        except ValueError as error:
            raise ValueError("quarter_unreadable") from error
