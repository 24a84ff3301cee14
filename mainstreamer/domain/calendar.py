"""Fiscal quarters. A fiscal year starts in any month and is named after the calendar year in which it starts.

Example: with a fiscal year from July, `2027-Q1` is July to September 2027 and `2027-Q4` is April to June 2028.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_QUARTER = re.compile(r"(?<![A-ZА-Я0-9])(?:Q|T|К|КВ\.?)?\s*(IV|III|II|I|[1-4])(?![A-Z0-9])")


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """A fiscal quarter; compares in time order within one fiscal calendar."""

    year: int
    quarter: int

    def __str__(self) -> str:
        return f"{self.year:04d}-Q{self.quarter}"

    @property
    def index(self) -> int:
        """Quarters since year 0, so that two quarters can be subtracted."""
        return self.year * 4 + self.quarter - 1

    def plus(self, quarters: int) -> Quarter:
        """The quarter that many quarters later (or earlier, when negative)."""
        year, rest = divmod(self.index + quarters, 4)
        return Quarter(year, rest + 1)

    def first_day(self, fiscal_start: int) -> date:
        """First day of the quarter; `fiscal_start` is the month (1 to 12) that opens the fiscal year."""
        months = self.year * 12 + (fiscal_start - 1) + (self.quarter - 1) * 3
        return date(months // 12, months % 12 + 1, 1)

    def last_day(self, fiscal_start: int) -> date:
        """Last day of the quarter."""
        return self.plus(1).first_day(fiscal_start) - timedelta(days=1)


def year_name(year: int, fiscal_start: int) -> str:
    """A fiscal year by the calendar years in which it lies: `2027`, or `2027/28` where it does not begin in January."""
    return str(year) if fiscal_start == 1 else f"{year}/{(year + 1) % 100:02d}"


def short_year_name(year: int, fiscal_start: int) -> str:
    """The same where there is little room: `2027`, `27/28`."""
    return str(year) if fiscal_start == 1 else year_name(year, fiscal_start)[-5:]


def quarter_of(day: date, fiscal_start: int) -> Quarter:
    """The fiscal quarter that a day falls in."""
    months = day.year * 12 + day.month - 1 - (fiscal_start - 1)
    year, month = divmod(months, 12)
    return Quarter(year, month // 3 + 1)


def parse_quarter(text: str) -> Quarter:
    """Read what people write: `2027-Q3`, `Q3 2027`, `FY2027 Q3`, `III 2027`, `3 кв. 2027`, `T3 2027`.

    Raises ValueError when there is not exactly one year and one quarter.
    """
    upper = text.strip().upper().replace("FY", " ").replace("КВАРТАЛ", "КВ").replace("Г.", " ")
    years = _YEAR.findall(upper)
    rest = _YEAR.sub(" ", upper)
    quarters = _QUARTER.findall(rest)
    if len(years) != 1 or len(quarters) != 1:
        raise ValueError(text)
    year = int(years[0])
    if not 1900 <= year <= 2200:
        raise ValueError(text)
    number = quarters[0]
    return Quarter(year, _ROMAN.get(number) or int(number))


def quarters_of_years(start_year: int, end_year: int) -> list[Quarter]:
    """All quarters from the first of `start_year` to the last of `end_year`; empty when the years are reversed."""
    return [Quarter(year, number) for year in range(start_year, end_year + 1) for number in (1, 2, 3, 4)]
