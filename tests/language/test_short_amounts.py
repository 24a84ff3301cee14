"""Large amounts in a few figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mainstreamer.language import SHIPPED, language
from mainstreamer.language.short_amounts import short_amount

CASES = [
    ("0", "0", "0"),
    ("12", "12", "12"),
    ("99.95", "100", "100"),
    ("999.4", "999", "999"),
    ("999.6", "1 k", "1 тыс."),
    ("1250", "1.3 k", "1,3 тыс."),
    ("12345", "12.3 k", "12,3 тыс."),
    ("318000000", "318 m", "318 млн"),
    ("999950000", "1 bn", "1 млрд"),
    ("2500000000", "2.5 bn", "2,5 млрд"),
    ("12340000000000", "12.3 tn", "12,3 трлн"),
    ("-3500000", "−3.5 m", "−3,5 млн"),
    ("-0.01", "0", "0"),
    ("1e15", "1 × 10¹⁵", "1 × 10¹⁵"),
    ("9" * 40, "1 × 10⁴⁰", "1 × 10⁴⁰"),
    ("1234" + "0" * 36 + ".05", "1.2 × 10³⁹", "1,2 × 10³⁹"),
]


@pytest.mark.parametrize(("value", "english", "russian"), CASES)
def test_short_amounts(value: str, english: str, russian: str) -> None:
    for code, expected in (("en", english), ("ru", russian)):
        told = short_amount(language(code), Decimal(value))
        assert told.replace("\u00a0", " ") == expected


@pytest.mark.parametrize("code", SHIPPED)
def test_the_currency_stands_behind_and_nothing_breaks_the_line(code: str) -> None:
    told = short_amount(language(code), Decimal(318_000_000), "SLD")
    assert told.endswith("\u00a0SLD") and " " not in told


@pytest.mark.parametrize("code", SHIPPED)
@pytest.mark.parametrize("digits", range(1, 60, 3))
def test_every_size_is_short(code: str, digits: int) -> None:
    assert len(short_amount(language(code), Decimal("7" * digits), "SLD")) <= 18


@pytest.mark.parametrize("code", SHIPPED)
def test_an_amount_without_a_currency_has_no_code_behind_it(code: str) -> None:
    speech = language(code)
    assert speech.money(Decimal(5000), "XXX") == speech.money(Decimal(5000)) == speech.number(Decimal(5000))
    assert short_amount(speech, Decimal(129_000_000), "XXX") == short_amount(speech, Decimal(129_000_000))
    assert speech.money(Decimal(5000), "MDL").endswith("\u00a0MDL")
    assert short_amount(speech, Decimal(129_000_000), "MDL").endswith("\u00a0MDL")
