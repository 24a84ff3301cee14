"""Days, and quarters of the plan's fiscal calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mainstreamer.domain.calendar import Quarter, parse_quarter
from mainstreamer.domain.fields.base import FieldType, Stored
from mainstreamer.domain.numbers import Reading


@dataclass(frozen=True)
class Date(FieldType[date | None]):
    """A day. Pasted days are ISO (`2027-03-31`) or day, month, year (`31.03.2027`, `31/3/2027`)."""

    name: ClassVar[str] = "date"

    def check(self, value: date | None) -> str:
        return "" if value is None or type(value) is date else "wrong_type"

    def store(self, value: date | None) -> Stored:
        return None if value is None else value.isoformat()

    def from_stored(self, stored: str | int) -> date:
        return date.fromisoformat(str(stored))

    def read(self, text: str, reading: Reading) -> date:
        iso = re.fullmatch(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]00:00(?::00)?)?", text)
        usual = re.fullmatch(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})\s*(?:г\.?)?", text)
        try:
            if iso:
                return date(int(iso[1]), int(iso[2]), int(iso[3]))
            if usual:
                return date(int(usual[3]), int(usual[2]), int(usual[1]))
        except ValueError as error:
            raise ValueError("date_unreadable") from error
        raise ValueError("date_unreadable")


@dataclass(frozen=True)
class FiscalQuarter(FieldType[Quarter | None]):
    """A quarter of the plan's fiscal calendar."""

    name: ClassVar[str] = "quarter"

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
