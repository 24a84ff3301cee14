"""Rates and ratios over given numbers, and how a value that cannot be given says why.

Nothing is rounded here: values are fractions, and an irrational one is taken to fifty digits. A value that does not
exist is an `Outcome` with a reason code; the sentences are in resources/words/*/demography.toml, section `reason`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

Number = Decimal | Fraction | int
"""What a formula takes: never a float, so that nothing is lost on the way in."""

DIGITS = 50
_SHOWN_DIGITS = 28
WHIPPLE_ROUGH = 125
WHIPPLE_VERY_ROUGH = 175


class NoValueError(Exception):
    """A value does not exist for these data; `reason` is the code of why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Outcome(NamedTuple):
    """The exact value of an indicator, or None and the code of the reason."""

    value: Fraction | None
    reason: str = ""

    @property
    def decimal(self) -> Decimal | None:
        """The value as a decimal number of up to 28 significant digits."""
        return None if self.value is None else as_decimal(self.value, _SHOWN_DIGITS)


def as_decimal(value: Fraction, digits: int = DIGITS) -> Decimal:
    """A fraction as a decimal number of at most so many significant digits; a whole number stays whole."""
    if value.denominator == 1:
        return Decimal(value.numerator)
    with localcontext() as context:
        context.prec = digits
        return Decimal(value.numerator) / Decimal(value.denominator)


def outcome(compute: Callable[[], Fraction]) -> Outcome:
    """What a computation gives, with its lack of a value turned into a reason."""
    try:
        return Outcome(compute())
    except NoValueError as lack:
        return Outcome(None, lack.reason)


def quotient(part: Fraction, whole: Fraction, times: int = 1) -> Fraction:
    """part / whole x times. Raises NoValueError("nothing_to_divide_by")."""
    if whole == 0:
        raise NoValueError("nothing_to_divide_by")
    return part / whole * times


def _given(number: Number | None) -> Fraction:
    """A number that may have any sign. Raises NoValueError when it is missing or not a number."""
    if number is None:
        raise NoValueError("number_missing")
    if isinstance(number, Decimal) and not number.is_finite():
        raise NoValueError("number_unreadable")
    return Fraction(number)


def _count(number: Number | None) -> Fraction:
    """A number that cannot be below zero."""
    value = _given(number)
    if value < 0:
        raise NoValueError("number_negative")
    return value


def _part(part: Number | None, whole: Number | None, times: int = 100) -> Fraction:
    """A part of a whole that contains it, in per cent unless said otherwise."""
    top, bottom = _count(part), _count(whole)
    if top > bottom and bottom != 0:
        raise NoValueError("part_exceeds_whole")
    return quotient(top, bottom, times)


def unemployment_rate(unemployed: Number | None, labour_force: Number | None) -> Outcome:
    """Y3, L1: unemployed / labour force of the same ages x 100, in per cent.

    The denominator is the labour force (employed and unemployed), never the population (ILO definition).
    """
    return outcome(lambda: _part(unemployed, labour_force))


def neet_rate(youth: Number | None, employed: Number | None, learning: Number | None) -> Outcome:
    """Y4, L2: (youth - employed youth - youth not employed but learning) / youth x 100, in per cent (SDG 8.6.1).

    `learning` counts only those in education or training who have no job, so that working students are not taken off
    twice.
    """

    def rate() -> Fraction:
        everyone, at_work, at_school = _count(youth), _count(employed), _count(learning)
        if at_work + at_school > everyone != 0:
            raise NoValueError("part_exceeds_whole")
        return quotient(everyone - at_work - at_school, everyone, 100)

    return outcome(rate)


def youth_to_adult_unemployment(youth_rate: Number | None, adult_rate: Number | None) -> Outcome:
    """Y5: unemployment rate of ages 15-24 / unemployment rate of ages 25 and over, a ratio (ILO)."""
    return outcome(lambda: quotient(_count(youth_rate), _count(adult_rate)))


def youth_share_of_emigrants(young: Number | None, emigrants: Number | None) -> Outcome:
    """Y6: emigrants aged 15-24 (or 15-29) / all emigrants x 100, in per cent; of departures or of a stock."""
    return outcome(lambda: _part(young, emigrants))


def net_migration_balance(arrivals: Number | None, departures: Number | None) -> Outcome:
    """N1 as a balance: immigrants - emigrants of a period, in persons; below zero when more leave."""
    return outcome(lambda: _count(arrivals) - _count(departures))


def net_migration_residual(
    start: Number | None, end: Number | None, births: Number | None, deaths: Number | None
) -> Outcome:
    """N1 as a residual of the balancing equation: P1 - P0 - B + D over one period, in persons.

    Source: Preston, Heuveline and Guillot (2001), the balancing equation. Errors of both counts end up in it.
    """
    return outcome(lambda: _count(end) - _count(start) - _count(births) + _count(deaths))


def net_migration_rate(net: Number | None, start: Number | None, end: Number | None, years: Number | None) -> Outcome:
    """N2: net migrants of a period / person-years lived x 1,000, per 1,000 a year.

    Person-years are taken as years x (P0 + P1) / 2 (Preston, Heuveline and Guillot 2001).
    """
    return outcome(lambda: quotient(_given(net), _count(years) * (_count(start) + _count(end)) / 2, 1000))


def emigrant_stock_share(abroad: Number | None, residents: Number | None) -> Outcome:
    """N3: nationals (or natives) who live abroad / resident population x 100, in per cent.

    May pass 100. Whether people abroad are counted by citizenship or by birthplace has to stand beside the value.
    """
    return outcome(lambda: quotient(_count(abroad), _count(residents), 100))


def immigrant_stock_share(foreign_born: Number | None, population: Number | None) -> Outcome:
    """N4: foreign-born residents / population x 100, in per cent (UN DESA; else foreign citizens)."""
    return outcome(lambda: _part(foreign_born, population))


def tertiary_emigration_rate(emigrants: Number | None, residents: Number | None) -> Outcome:
    """N5: tertiary-educated emigrants 25+ / (those emigrants + tertiary-educated residents 25+) x 100, in per cent."""
    return outcome(lambda: quotient(_count(emigrants), _count(emigrants) + _count(residents), 100))


def remittances_to_gdp(remittances: Number | None, gdp: Number | None) -> Outcome:
    """F1: personal remittances received / gross domestic product x 100, in per cent, both in one currency.

    Personal remittances are personal transfers and compensation of employees (IMF BPM6, World Bank WDI).
    """
    return outcome(lambda: quotient(_count(remittances), _count(gdp), 100))


def total_fertility_rate(rates: Sequence[Number | None], width: int = 5, per: int = 1) -> Outcome:
    """D11: width x sum of the age-specific fertility rates of ages 15-49, in children a woman.

    `rates` are births a woman and year (`per=1`) or per 1,000 women (`per=1000`), one an age group of `width` years;
    together they have to cover the 35 years. Source: Preston, Heuveline and Guillot (2001).
    """

    def rate() -> Fraction:
        if width <= 0 or len(rates) * width != 35:
            raise NoValueError("ages_15_49_needed")
        each = [_count(one) / per for one in rates]
        if any(one > 1 for one in each):
            raise NoValueError("rates_per_thousand")
        return sum(each, Fraction()) * width

    return outcome(rate)


def growth_rate(start: Number | None, end: Number | None, years: Number | None) -> Outcome:
    """D9: ln(P1 / P0) / n x 100, in per cent a year, continuous growth (Preston, Heuveline and Guillot 2001)."""

    def rate() -> Fraction:
        before, after, period = _count(start), _count(end), _count(years)
        if before == 0 or period == 0:
            raise NoValueError("nothing_to_divide_by")
        if after == 0:
            raise NoValueError("population_zero")
        ratio = after / before
        with localcontext() as context:
            context.prec = DIGITS
            logarithm = (Decimal(ratio.numerator) / Decimal(ratio.denominator)).ln()
        return Fraction(logarithm) / period * 100

    return outcome(rate)


def whipple_index(single_ages: Mapping[int, Number | None]) -> Outcome:
    """Whipple's index of age heaping: persons of the ages 25, 30 ... 60 / (persons aged 23-62 / 5) x 100.

    100 means no preference for ages ending in 0 and 5, 500 means that nothing else was reported. From 125 the ages
    are rough, from 175 very rough (United Nations scale).
    """

    def index() -> Fraction:
        if any(single_ages.get(age) is None for age in range(23, 63)):
            raise NoValueError("single_ages_needed")
        ages = {age: _count(single_ages[age]) for age in range(23, 63)}
        heaped = sum((ages[age] for age in range(25, 61, 5)), Fraction())
        return quotient(heaped * 5, sum(ages.values(), Fraction()), 100)

    return outcome(index)
