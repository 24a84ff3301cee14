"""Fiscal quarters: every start month, what people write, round trips."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mainstreamer.domain.calendar import Quarter, parse_quarter, quarter_of, quarters_of_years

STEADY = settings(derandomize=True, deadline=None)
MONTHS = range(1, 13)
quarters = st.builds(Quarter, st.integers(1900, 2200), st.integers(1, 4))


@pytest.mark.parametrize("start", MONTHS)
def test_quarters_tile_the_fiscal_year(start: int) -> None:
    first = date(2027, start, 1)
    day = first
    for number in (1, 2, 3, 4):
        quarter = Quarter(2027, number)
        assert quarter.first_day(start) == day
        assert quarter_of(day, start) == quarter
        assert quarter_of(quarter.last_day(start), start) == quarter
        day = quarter.last_day(start) + timedelta(days=1)
    assert day == date(2028, start, 1)


@pytest.mark.parametrize(
    ("day", "start", "text"),
    [
        (date(2027, 7, 1), 7, "2027-Q1"),
        (date(2028, 6, 30), 7, "2027-Q4"),
        (date(2028, 3, 31), 4, "2027-Q4"),
        (date(2028, 4, 1), 4, "2028-Q1"),
        (date(2027, 12, 31), 1, "2027-Q4"),
        (date(2027, 11, 30), 12, "2026-Q4"),
    ],
)
def test_named_after_the_year_in_which_it_starts(day: date, start: int, text: str) -> None:
    assert str(quarter_of(day, start)) == text


@STEADY
@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.sampled_from(MONTHS))
def test_a_day_lies_in_its_quarter(day: date, start: int) -> None:
    quarter = quarter_of(day, start)
    assert quarter.first_day(start) <= day <= quarter.last_day(start)


@pytest.mark.parametrize(
    "text",
    [
        "2027-Q3", "2027Q3", "Q3 2027", "q3/2027", "FY2027 Q3", "FY 2027-Q3", "2027 III", "III 2027", "iii кв. 2027 г.",
        "3 кв. 2027", "кв. 3 2027", "3 квартал 2027", "3кв 2027", "T3 2027", "2027-3", " 2027 - Q 3 ", "2027/28 Q3",
    ],
)  # fmt: skip
def test_forms_that_people_write(text: str) -> None:
    assert parse_quarter(text) == Quarter(2027, 3)


@pytest.mark.parametrize(("roman", "number"), [("I", 1), ("II", 2), ("III", 3), ("IV", 4)])
def test_roman_numbers(roman: str, number: int) -> None:
    assert parse_quarter(f"{roman} квартал 2027") == Quarter(2027, number)


@pytest.mark.parametrize(
    "text",
    [
        "", "2027", "Q3", "2027-Q5", "2027-Q0", "2027-03", "Q1 Q2 2027", "2027-2028 Q1", "1899-Q1", "2201-Q1",
        "12027-Q1", "VI 2027",
    ],
)  # fmt: skip
def test_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_quarter(text)


@STEADY
@given(quarters)
def test_text_round_trip(quarter: Quarter) -> None:
    assert parse_quarter(str(quarter)) == quarter


@STEADY
@given(quarters, st.integers(-40, 40))
def test_counting_quarters(quarter: Quarter, steps: int) -> None:
    moved = quarter.plus(steps)
    assert moved.index - quarter.index == steps
    assert (moved > quarter) == (steps > 0)
    assert moved.plus(-steps) == quarter


def test_quarters_of_years() -> None:
    found = quarters_of_years(2027, 2029)
    assert (str(found[0]), str(found[-1]), len(found)) == ("2027-Q1", "2029-Q4", 12)
    assert found == sorted(found)
    assert quarters_of_years(2029, 2027) == []
