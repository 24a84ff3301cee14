"""Amounts of money with currencies and thousands in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mainstreamer.domain.amounts import factor_of, read_amount
from mainstreamer.domain.numbers import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 200,5 mii lei", "1200500"), ("USD 250,000", "250000"), ("1,5 млн. лей", "1500000"), ("$ 40 000", "40000"),
        ("150,0 тыс. лей", "150000"), ("~ 300 lei", "300"), ("1.200.000 MDL", "1200000"),
        ("2.5 million USD", "2500000"), ("0", "0"),
    ],
)  # fmt: skip
def test_amounts(text: str, expected: str) -> None:
    assert read_amount(text, Reading(".")) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "120; 130", "50%", "În limita alocațiilor", "2027 budget", "10 persons"])
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match="number_unreadable"):
        read_amount(text)


def test_thousands_of_a_heading() -> None:
    assert [factor_of(text) for text in ("Costul, mii lei", "Стоимость (млн лей)", "Coût (FCFA)", "Budget, K€")] == [
        1000,
        1_000_000,
        1,
        1,
    ]
    assert read_amount("12,5", Reading(","), 1000) == 12_500
    assert read_amount("12 mln", Reading(","), 1000) == 12_000_000
