"""When something is to be done, as plans in four languages say it."""

from __future__ import annotations

import pytest

from mainstreamer.domain.periods import Period, read_period


def said(period: Period) -> str:
    """`from..to`, then r for recurring, d for a lone date, * for words that a quarter does not hold."""
    marks = "r" * period.recurring + "d" * period.lone + "*" * (not period.exact)
    return f"{period.first or ''}..{period.last or ''} {marks}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trimestrul IV 2027", "2027-Q4..2027-Q4 d"),
        ("trim. IV, 2027", "2027-Q4..2027-Q4 d"),
        ("IV квартал 2027 г.", "2027-Q4..2027-Q4 d"),
        ("3-й квартал 2028 года", "2028-Q3..2028-Q3 d"),
        ("1er trimestre 2027", "2027-Q1..2027-Q1 d"),
        ("T4 2027", "2027-Q4..2027-Q4 d"),
        ("Q3/2027", "2027-Q3..2027-Q3 d"),
        ("IV/2027", "2027-Q4..2027-Q4 d"),
        ("I–II кв. 2027", "2027-Q1..2027-Q2"),
        ("Trim. I, III 2027", "2027-Q1..2027-Q3"),
        ("I-IV 2027", "2027-Q1..2027-Q4"),
        ("2027-Q1 – 2028-Q2", "2027-Q1..2028-Q2"),
        ("III trimestru 2027 - IV trimestru 2028", "2027-Q3..2028-Q4"),
        ("semestrul II 2027", "2027-Q3..2027-Q4 d"),
        ("второе полугодие 2027 г.", "2027-Q3..2027-Q4 d"),
        ("first half of 2028", "2028-Q1..2028-Q2 d"),
        ("2027", "2027-Q1..2027-Q4 d"),
        ("2027-2028", "2027-Q1..2028-Q4"),
        ("2026-28", "2026-Q1..2028-Q4"),
        ("в течение 2027-2030 гг.", "2027-Q1..2030-Q4"),
        ("до 31.12.2027", "..2027-Q4 d"),
        ("до 15.11.2027", "..2027-Q4 d*"),
        ("By end of 2027", "..2027-Q4 d"),
        ("jusqu'à décembre 2028", "..2028-Q4 d"),
        ("с 2027 года", "2027-Q1.."),
        ("à partir de 2027", "2027-Q1.."),
        ("31 decembrie 2027", "2027-Q4..2027-Q4 d"),
        ("octombrie 2027", "2027-Q4..2027-Q4 d"),
        ("noiembrie 2027", "2027-Q4..2027-Q4 d*"),
        ("January–June 2027", "2027-Q1..2027-Q2"),
        ("03.2027 - 09.2028", "2027-Q1..2028-Q3"),
        ("12/31/2027", "2027-Q4..2027-Q4 d"),
        ("permanent", ".. r"),
        ("ежегодно", ".. r"),
        ("în decursul implementării", ".. r*"),
        ("Permanent, 2027-2030", "2027-Q1..2030-Q4 r"),
        ("Trim. IV 2027 (raport anual)", "2027-Q4..2027-Q4 d*"),
        ("2027, după aprobarea legii", "2027-Q1.. *"),
    ],
)
def test_periods(text: str, expected: str) -> None:
    assert said(read_period(text)) == expected


@pytest.mark.parametrize(
    "text", ["", "нет", "în termen de 30 de zile", "HG 1009", "Q5", "trim. IV", "32.13.2027", "x" * 500]
)
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueError, match="period_unreadable"):
        read_period(text)


def test_days_fall_into_quarters_of_the_fiscal_year() -> None:
    assert said(read_period("30.06.2027", 7)) == "2026-Q4..2026-Q4 d"
    assert said(read_period("2026-27", 7)) == "2026-Q1..2026-Q4 d"
    assert said(read_period("2026-28", 7)) == "2026-Q1..2028-Q4"
