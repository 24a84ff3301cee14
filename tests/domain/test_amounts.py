"""Amounts of money with currencies and thousands in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mainstreamer.domain.amounts import currencies_of, factor_of, read_amount
from mainstreamer.domain.numbers import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 200,5 mii lei", "1200500"), ("USD 250,000", "250000"), ("1,5 млн. лей", "1500000"), ("$ 40 000", "40000"),
        ("150,0 тыс. лей", "150000"), ("~ 300 lei", "300"), ("1.200.000 MDL", "1200000"),
        ("2.5 million USD", "2500000"), ("0", "0"), ("150 mil. lei", "150000000"), ("1.2 млн лей", "1200000"),
        ("250 тыс.", "250000"), ("€ 2 m", "2000000"), ("3 MEUR", "3000000"), ("2,5 M€", "2500000"), ("120 K$", "120000"),
        ("1.5 milliard de FCFA", "1500000000"), ("2 млн. долл. США", "2000000"), ("12 miliarde lei", "12000000000"),
    ],
)  # fmt: skip
def test_amounts(text: str, expected: str) -> None:
    assert read_amount(text, Reading(".")) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "120; 130", "50%", "În limita alocațiilor", "2027 budget", "10 persons"])
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match="number_unreadable"):
        read_amount(text)


def test_currencies_that_a_text_names() -> None:
    assert currencies_of("150 mil. lei") == {"MDL", "RON"}
    assert currencies_of("€ 2 m") == currencies_of("3 MEUR") == currencies_of("2 млн евро") == {"EUR"}
    assert "USD" in currencies_of("$ 5") and "CAD" in currencies_of("5 dollars") and "EUR" not in currencies_of("$ 5")
    assert (
        currencies_of("12 PLN", ("PLN",)) == {"PLN"} and not currencies_of("12 PLN") and not currencies_of("150 тыс.")
    )
    assert read_amount("12 PLN", codes=("PLN",)) == 12
    with pytest.raises(ValueError, match="number_unreadable"):
        read_amount("12 PLN")


def test_thousands_of_a_heading() -> None:
    assert [factor_of(text) for text in ("Costul, mii lei", "Стоимость (млн лей)", "Coût (FCFA)", "Budget, K€")] == [
        1000,
        1_000_000,
        1,
        1,
    ]
    assert read_amount("12,5", Reading(","), 1000) == 12_500
    assert read_amount("12 mln", Reading(","), 1000) == 12_000_000
