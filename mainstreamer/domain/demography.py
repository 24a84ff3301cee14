"""Population by age and sex, and what its structure says about youth, ageing and dependency.

Ages are completed years: the group 0-4 covers the exact ages from 0 up to, not including, 5. Counts are kept as
fractions of persons, because people of unknown age are shared out over the groups; nothing is rounded. Formulas over
numbers that are given one by one, such as an unemployment rate, are in `demography_rates` and can be imported from
here as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from mainstreamer.domain.age_groups import AgeGroup, plain_words, read_age_group
from mainstreamer.domain.demography_rates import (
    NoValueError,
    Number,
    Outcome,
    as_decimal,
    emigrant_stock_share,
    growth_rate,
    immigrant_stock_share,
    neet_rate,
    net_migration_balance,
    net_migration_rate,
    net_migration_residual,
    outcome,
    quotient,
    remittances_to_gdp,
    tertiary_emigration_rate,
    total_fertility_rate,
    unemployment_rate,
    whipple_index,
    youth_share_of_emigrants,
    youth_to_adult_unemployment,
)
from mainstreamer.domain.fields import Table


@dataclass(frozen=True)
class Population:
    """Persons by age group and sex at one date. Empty tuples stand for a sex that was not given.

    `unknown` is the number of persons of unknown age who were shared out over the groups; zero when there were none.
    `incomplete` names the sexes with a missing cell.
    """

    groups: tuple[AgeGroup, ...]
    exact_women: tuple[Fraction, ...] = ()
    exact_men: tuple[Fraction, ...] = ()
    exact_totals: tuple[Fraction, ...] = ()
    unknown: Decimal = Decimal(0)
    incomplete: frozenset[str] = frozenset()

    @property
    def women(self) -> tuple[Decimal, ...]:
        """Women by group; not whole where persons of unknown age were shared out."""
        return tuple(as_decimal(count) for count in self.exact_women)

    @property
    def men(self) -> tuple[Decimal, ...]:
        return tuple(as_decimal(count) for count in self.exact_men)

    @property
    def totals(self) -> tuple[Decimal, ...]:
        return tuple(as_decimal(count) for count in self.exact_totals)

    @property
    def prorated(self) -> bool:
        """Whether persons of unknown age were shared out."""
        return self.unknown > 0

    def of(self, sex: str) -> tuple[Fraction, ...]:
        """The counts of `both`, `women` or `men`. Raises NoValueError when they were not given."""
        counts = {"both": self.exact_totals, "women": self.exact_women, "men": self.exact_men}[sex]
        if not counts:
            raise NoValueError("cell_missing" if sex in self.incomplete else "sex_not_given")
        return counts

    def between(self, first: int, last: int | None, sex: str = "both") -> Fraction:
        """Persons aged first to last, both inside; `last` None for everyone older.

        Raises NoValueError when the groups cannot be cut at these ages or leave some of them out.
        """
        found = Fraction()
        wanted = AgeGroup(first, last)
        expected: int | None = first
        for group, count in zip(self.groups, self.of(sex), strict=True):
            if not wanted.holds(group):
                continue
            if group.first != expected:
                raise NoValueError("groups_do_not_fit")
            found += count
            expected = None if group.last is None else group.last + 1
        if expected != (None if last is None else last + 1):
            open_end_lacks = last is None and expected is not None and expected > first
            raise NoValueError("no_open_group" if open_end_lacks else "groups_do_not_fit")
        return found

    def everyone(self, sex: str = "both") -> Fraction:
        """Persons of all ages."""
        return self.between(0, None, sex)


Triple = dict[str, Fraction | None]
_COLUMN = {"women": "women", "men": "men", "both": "total"}


def read_population(table: Table, unit: str = "persons") -> Population:
    """The population in a table whose rows are age groups, in any order, with optional rows `unknown` and `total`.

    Totals follow from the sexes where they are not given, and one sex from the total and the other. Persons of
    unknown age are shared out in proportion to those of known age, by sex. Unit `thousands` becomes persons. Raises
    ValueError with one of the codes table_empty, age_unreadable, number_negative, groups_overlap, groups_gap,
    nothing_to_divide_by.
    """
    rows: list[tuple[AgeGroup, Triple]] = []
    unknown: Triple = {"women": None, "men": None, "both": None}
    factor = 1000 if unit == "thousands" else 1
    for label, cells in zip(table.rows, table.cells, strict=True):
        if label == "total":
            continue
        triple = _complete(dict(zip(table.columns, cells, strict=True)), factor)
        if label == "unknown":
            unknown = triple
        else:
            rows.append((read_age_group(label), triple))
    rows.sort(key=lambda row: row[0].first)
    groups = tuple(group for group, _ in rows)
    if not groups:
        raise ValueError("table_empty")
    _refuse_overlaps(groups, any(unknown.values()))
    return _shared_out(groups, [triple for _, triple in rows], unknown)


def _complete(cells: dict[str, Decimal | None], factor: int) -> Triple:
    """Women, men and both of one row in persons; the third follows from the other two."""
    given: Triple = {}
    for sex, column in _COLUMN.items():
        cell = cells.get(column)
        given[sex] = None if cell is None else Fraction(cell) * factor
    women, men, both = given["women"], given["men"], given["both"]
    if both is None and women is not None and men is not None:
        given["both"] = women + men
    elif women is None and both is not None and men is not None:
        given["women"] = both - men
    elif men is None and both is not None and women is not None:
        given["men"] = both - women
    if any(count is not None and count < 0 for count in given.values()):
        raise ValueError("number_negative")
    return given


def _refuse_overlaps(groups: tuple[AgeGroup, ...], unknown: bool) -> None:
    for earlier, later in pairwise(groups):
        if earlier.last is None or later.first <= earlier.last:
            raise ValueError("groups_overlap")
        if unknown and later.first > earlier.last + 1:
            raise ValueError("groups_gap")
    if unknown and groups[0].first != 0:
        raise ValueError("groups_gap")


def _shared_out(groups: tuple[AgeGroup, ...], rows: list[Triple], unknown: Triple) -> Population:
    known: dict[str, tuple[Fraction, ...]] = {}
    incomplete = set()
    for sex in _COLUMN:
        counts = [row[sex] for row in rows]
        given = tuple(count for count in counts if count is not None)
        known[sex] = given if len(given) == len(counts) else ()
        if given and not known[sex]:
            incomplete.add(sex)
    sexes = known["women"] and known["men"]
    additive = all(
        row["both"] == (row["women"] or 0) + (row["men"] or 0) for row in [*rows, unknown] if row["both"] is not None
    )
    final = {sex: _prorated(counts, unknown[sex] or Fraction()) for sex, counts in known.items()}
    # Where the sexes add up to the total, they still do after the unknown ages of each sex are shared out.
    if sexes and additive:
        final["both"] = tuple(women + men for women, men in zip(final["women"], final["men"], strict=True))
    given_unknown = unknown["both"] or (unknown["women"] or Fraction()) + (unknown["men"] or Fraction())
    return Population(
        groups, final["women"], final["men"], final["both"], as_decimal(given_unknown), frozenset(incomplete)
    )


def _prorated(counts: tuple[Fraction, ...], unknown: Fraction) -> tuple[Fraction, ...]:
    if not counts or unknown == 0:
        return counts
    known = sum(counts, Fraction())
    if known == 0:
        raise ValueError("nothing_to_divide_by")
    return tuple(count * (known + unknown) / known for count in counts)


def youth_share(population: Population, sex: str = "both", first: int = 15, last: int = 24) -> Outcome:
    """Y1: P(15-24) / P x 100, in per cent. 15-24 is youth in the United Nations sense; other ages have to be named."""
    return outcome(lambda: quotient(population.between(first, last, sex), population.everyone(sex), 100))


def youth_share_of_working_age(population: Population, sex: str = "both") -> Outcome:
    """Y2: P(15-24) / P(15-64) x 100, in per cent (United Nations age limits)."""
    return outcome(lambda: quotient(population.between(15, 24, sex), population.between(15, 64, sex), 100))


def labour_market_entrants(population: Population, sex: str = "both") -> Outcome:
    """Y7: P(15-19) / P(60-64), a ratio; above 1 more people reach working age than leave it."""
    return outcome(lambda: quotient(population.between(15, 19, sex), population.between(60, 64, sex)))


def total_dependency(population: Population, sex: str = "both", first: int = 15, last: int = 64) -> Outcome:
    """D1: [P(0-14) + P(65+)] / P(15-64) x 100, per 100 persons of working age.

    Source: United Nations, World Population Ageing, annex I. `first` and `last` bound the working age in the variants
    20-64 and 15-59.
    """

    def ratio() -> Fraction:
        dependants = population.between(0, first - 1, sex) + population.between(last + 1, None, sex)
        return quotient(dependants, population.between(first, last, sex), 100)

    return outcome(ratio)


def child_dependency(population: Population, sex: str = "both", first: int = 15, last: int = 64) -> Outcome:
    """D2: P(0-14) / P(15-64) x 100, per 100 of working age (United Nations, World Population Ageing, annex I)."""
    return outcome(lambda: quotient(population.between(0, first - 1, sex), population.between(first, last, sex), 100))


def old_age_dependency(population: Population, sex: str = "both", first: int = 15, last: int = 64) -> Outcome:
    """D3: P(65+) / P(15-64) x 100, per 100 of working age (United Nations, World Population Ageing, annex I)."""
    return outcome(lambda: quotient(population.between(last + 1, None, sex), population.between(first, last, sex), 100))


def ageing_index(population: Population, sex: str = "both", *, old: int) -> Outcome:
    """D4: P(60+) / P(0-14) x 100 or P(65+) / P(0-14) x 100, per 100 children.

    World Population Ageing (United Nations) has 60+, other sources 65+, so `old` is always stated.
    """
    return outcome(lambda: quotient(population.between(old, None, sex), population.between(0, 14, sex), 100))


def potential_support_ratio(population: Population, sex: str = "both", first: int = 15, last: int = 64) -> Outcome:
    """D5: P(15-64) / P(65+), persons of working age for one aged 65 or over; newer UN tables take 20-64."""
    return outcome(lambda: quotient(population.between(first, last, sex), population.between(65, None, sex)))


def older_share(population: Population, sex: str = "both", first: int = 65) -> Outcome:
    """D6: P(65+) / P x 100, in per cent; variants 60+ and 80+ (United Nations, World Population Ageing)."""
    return outcome(lambda: quotient(population.between(first, None, sex), population.everyone(sex), 100))


def median_age(population: Population, sex: str = "both") -> Outcome:
    """D7: L + (N/2 - CF) / f x w, in years: linear interpolation in the class that holds the middle person.

    L lower bound, w width and f size of that class, CF persons below it, N all (the usual median of grouped data). An
    open group has no width: reason `median_in_open_group`.
    """

    def age() -> Fraction:
        half = population.everyone(sex) / 2
        if half == 0:
            raise NoValueError("nothing_to_divide_by")
        below = Fraction()
        for group, count in zip(population.groups, population.of(sex), strict=True):
            if count and below + count >= half:
                if group.width is None:
                    break
                return group.first + (half - below) / count * group.width
            below += count
        raise NoValueError("median_in_open_group")

    return outcome(age)


def dividend_window(population: Population, sex: str = "both") -> Outcome:
    """D8: 1 when P(0-14) is below 30 % and P(65+) below 15 % of the population, else 0.

    The demographic window as the United Nations drew it in World Population to 2300 (2004).
    """

    def flag() -> Fraction:
        everyone = population.everyone(sex)
        children = quotient(population.between(0, 14, sex), everyone, 100)
        older = quotient(population.between(65, None, sex), everyone, 100)
        return Fraction(int(children < 30 and older < 15))

    return outcome(flag)


def growth_between(earlier: Population, later: Population, years: Number, sex: str = "both") -> Outcome:
    """D9: ln(P1 / P0) / n x 100 between two populations of one area, in per cent a year."""
    try:
        return growth_rate(earlier.everyone(sex), later.everyone(sex), years)
    except NoValueError as lack:
        return Outcome(None, lack.reason)


def sex_ratio(population: Population, sex: str = "both") -> Outcome:
    """D10: men / women x 100, men per 100 women. `sex` makes every measure callable alike; only `both` has a ratio."""

    def ratio() -> Fraction:
        if sex != "both":
            raise NoValueError("sex_not_given")
        return quotient(population.everyone("men"), population.everyone("women"), 100)

    return outcome(ratio)


class Measure(NamedTuple):
    """An indicator of one population: code, variant, unit code, whether it is also given by sex, its function."""

    code: str
    variant: str
    unit: str
    by_sex: bool
    compute: Callable[[Population, str], Outcome]


def _of_working_age(code: str, compute: Callable[..., Outcome]) -> tuple[Measure, ...]:
    bounds = {"15-64": (15, 64), "20-64": (20, 64), "15-59": (15, 59)}
    return tuple(
        Measure(code, variant, "per_100", True, partial(compute, first=first, last=last))
        for variant, (first, last) in bounds.items()
    )


MEASURES: tuple[Measure, ...] = (
    Measure("Y1", "15-24", "percent", True, youth_share),
    Measure("Y1", "15-29", "percent", True, partial(youth_share, first=15, last=29)),
    Measure("Y2", "", "percent", False, youth_share_of_working_age),
    Measure("Y7", "", "ratio", False, labour_market_entrants),
    *_of_working_age("D1", total_dependency),
    *_of_working_age("D2", child_dependency),
    *_of_working_age("D3", old_age_dependency),
    Measure("D4", "60+", "per_100", False, partial(ageing_index, old=60)),
    Measure("D4", "65+", "per_100", False, partial(ageing_index, old=65)),
    Measure("D5", "15-64", "persons_per_older", False, potential_support_ratio),
    Measure("D5", "20-64", "persons_per_older", False, partial(potential_support_ratio, first=20)),
    Measure("D6", "65+", "percent", True, older_share),
    Measure("D6", "60+", "percent", True, partial(older_share, first=60)),
    Measure("D6", "80+", "percent", True, partial(older_share, first=80)),
    Measure("D7", "", "years", True, median_age),
    Measure("D8", "", "flag", False, dividend_window),
    Measure("D10", "", "per_100", False, sex_ratio),
)
"""What one table of population by age and sex gives; D9 needs two tables."""

__all__ = [
    "MEASURES",
    "AgeGroup",
    "Measure",
    "NoValueError",
    "Outcome",
    "Population",
    "ageing_index",
    "child_dependency",
    "dividend_window",
    "emigrant_stock_share",
    "growth_between",
    "growth_rate",
    "immigrant_stock_share",
    "labour_market_entrants",
    "median_age",
    "neet_rate",
    "net_migration_balance",
    "net_migration_rate",
    "net_migration_residual",
    "old_age_dependency",
    "older_share",
    "plain_words",
    "potential_support_ratio",
    "read_age_group",
    "read_population",
    "remittances_to_gdp",
    "sex_ratio",
    "tertiary_emigration_rate",
    "total_dependency",
    "total_fertility_rate",
    "unemployment_rate",
    "whipple_index",
    "youth_share",
    "youth_share_of_emigrants",
    "youth_share_of_working_age",
    "youth_to_adult_unemployment",
]
