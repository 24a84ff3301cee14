"""Whole numbers, scales, years, yes and no, measured values, money."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, cast

from mainstreamer.domain.fields.base import FieldType, Stored
from mainstreamer.domain.numbers import Reading, number_text, parse_number, stored_number

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f'’]+")


@dataclass(frozen=True)
class Whole(FieldType[int | None]):
    """A whole number between two bounds."""

    name: ClassVar[str] = "whole"
    integer: ClassVar[bool] = True
    least: int = 0
    most: int = 10**15

    def check(self, value: int | None) -> str:
        if value is None:
            return ""
        if not isinstance(value, int) or isinstance(value, bool):
            return "wrong_type"
        return "" if self.least <= value <= self.most else self.out_of_range(value)

    def out_of_range(self, value: int) -> str:
        return "number_negative" if value < self.least == 0 else "number_range"

    def store(self, value: int | None) -> Stored:
        return value

    def from_stored(self, stored: str | int) -> int:
        return int(stored)

    def read(self, text: str, reading: Reading) -> int:
        try:
            number = parse_number(text, reading)
        except ValueError as error:
            if str(error) != "number_ambiguous":
                raise
            number = Decimal(re.sub(r"[^\d-]", "", _SPACES.sub("", text).replace("−", "-")))
        if number != number.to_integral_value():
            raise ValueError("number_not_whole")
        return int(number)


@dataclass(frozen=True)
class Scale(Whole):
    """A judgement on a short scale, such as 1 to 5. `ends` is the code of the words at both ends."""

    name: ClassVar[str] = "scale"
    least: int = 1
    most: int = 5
    ends: str = "level"

    def out_of_range(self, value: int) -> str:
        return "scale_range"


@dataclass(frozen=True)
class Year(Whole):
    """A calendar or fiscal year."""

    name: ClassVar[str] = "year"
    least: int = 1900
    most: int = 2200

    def out_of_range(self, value: int) -> str:
        return "year_range"


@dataclass(frozen=True)
class Month(Whole):
    """A month of the year, by its number."""

    least: int = 1
    most: int = 12


@dataclass(frozen=True)
class YesNo(FieldType[bool | None]):
    """Yes, no, or not said."""

    name: ClassVar[str] = "yes_no"
    integer: ClassVar[bool] = True

    def check(self, value: bool | None) -> str:
        return "" if value is None or isinstance(value, bool) else "wrong_type"

    def store(self, value: bool | None) -> Stored:
        return None if value is None else int(value)

    def from_stored(self, stored: str | int) -> bool:
        return bool(int(stored))

    def read(self, text: str, reading: Reading) -> bool:
        known = {"yes": True, "no": False, "1": True, "0": False, "true": True, "false": False, "x": True, "✓": True}
        code = reading.code_of("yes_no", text) or text.casefold()
        if code not in known:
            raise ValueError("choice_unknown")
        return known[code]


@dataclass(frozen=True)
class Number(FieldType[Decimal | None]):
    """A measured value; any sign unless `least` says otherwise."""

    name: ClassVar[str] = "number"
    least: Decimal | None = None
    digits: ClassVar[int] = 60

    def check(self, value: Decimal | None) -> str:
        if value is None:
            return ""
        if not isinstance(value, Decimal):
            return "wrong_type"
        if not value.is_finite() or value.adjusted() > self.digits:
            return "number_range"
        if cast(int, value.as_tuple().exponent) < -self.digits:
            return "number_range"
        return "number_negative" if self.least is not None and value < self.least else ""

    def store(self, value: Decimal | None) -> Stored:
        return None if value is None else number_text(value)

    def from_stored(self, stored: str | int) -> Decimal:
        return stored_number(str(stored))

    def read(self, text: str, reading: Reading) -> Decimal:
        return parse_number(text.replace("%", ""), reading)


@dataclass(frozen=True)
class Money(Number):
    """An amount in the currency of the plan, never negative."""

    name: ClassVar[str] = "money"
    least: Decimal | None = Decimal(0)
