"""Indicators of population structure against published numbers.

Sweden 1993 is the example of Preston, Heuveline and Guillot, Demography: Measuring and Modeling Population Processes
(2001), Box 6.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstreamer.domain import demography as d
from mainstreamer.domain.demography_checks import standard_rows
from mainstreamer.domain.fields import Table

WOMEN = (293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108, 324946, 247613, 211351, 215140, 221764,
         223506, 183654, 141990, 112424)  # fmt: skip
MEN = (310189, 261963, 252046, 274711, 296679, 333726, 296774, 299391, 314295, 338709, 256066, 208841, 199996, 197282,
       184234, 133856, 86732, 49095)  # fmt: skip
AGES = standard_rows(85)
COLUMNS = ("women", "men", "total")
counts = st.integers(min_value=0, max_value=10**7)
eighteen = st.lists(counts, min_size=18, max_size=18)


def numbers(*values: int | str) -> tuple[Decimal, ...]:
    return tuple(Decimal(value) for value in values)


def table(rows: Mapping[str, tuple[int | str | None, ...]], columns: tuple[str, ...] = COLUMNS) -> Table:
    cells = tuple(tuple(None if cell is None else Decimal(cell) for cell in row) for row in rows.values())
    return Table(columns, tuple(rows), cells)


def sweden(**more: tuple[int | None, ...]) -> Table:
    return table({**{age: (w, m, None) for age, w, m in zip(AGES, WOMEN, MEN, strict=True)}, **more})


def of_total(rows: dict[str, int]) -> d.Population:
    return d.read_population(table({age: (count,) for age, count in rows.items()}, ("total",)))


def rounded(result: d.Outcome, places: int) -> Decimal:
    assert result.value is not None, result.reason
    assert result.decimal is not None
    return round(result.decimal, places)


SWEDEN_1993 = [
    ("D1", "15-64", "both", "56.57"), ("D1", "15-64", "women", "60.94"),
    ("D2", "15-64", "both", "28.93"), ("D2", "15-64", "women", "28.61"),
    ("D3", "15-64", "both", "27.64"), ("D3", "15-64", "women", "32.33"),
    ("D4", "65+", "both", "95.55"), ("D4", "65+", "women", "112.99"), ("D4", "60+", "women", "140.51"),
    ("D5", "15-64", "both", "3.618"), ("D5", "15-64", "women", "3.093"),
    ("D7", "", "both", "38.376"), ("D7", "", "women", "39.787"),
    ("Y1", "15-24", "both", "12.86"), ("Y1", "15-24", "women", "12.43"), ("Y2", "", "women", "20.00"),
    # From the same table by hand: ages 15-29, 60+ and 80+, (0-19 and 65+) / (20-64), men / women.
    ("Y1", "15-29", "women", "19.58"), ("D6", "60+", "women", "24.98"), ("D6", "80+", "women", "5.79"),
    ("D1", "20-64", "women", "77.96"), ("D10", "", "both", "97.66"), ("Y7", "", "women", "1.215"),
    ("D8", "", "both", "0"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "variant", "sex", "expected"), SWEDEN_1993)
def test_sweden_1993(code: str, variant: str, sex: str, expected: str) -> None:
    measure = next(one for one in d.MEASURES if (one.code, one.variant) == (code, variant))
    result = measure.compute(d.read_population(sweden()), sex)
    assert rounded(result, len(expected.partition(".")[2])) == Decimal(expected)


def test_sweden_1993_broad_groups() -> None:
    population = d.read_population(sweden())
    limits = ((0, 14), (15, 64), (65, None), (0, None))
    women = [population.between(first, last, "women") for first, last in limits]
    both = [population.between(first, last) for first, last in limits]
    assert women == [781_776, 2_732_314, 883_338, 4_397_428]
    assert both == [1_605_974, 5_551_502, 1_534_537, 8_692_013]


def test_median_of_unequal_groups() -> None:
    groups = {"<5": 6360, "5-9": 6360, "10-14": 10986, "15-17": 5204, "18-24": 7886, "25-34": 9463, "35-44": 17349,
              "45-54": 18926, "55-64": 13406, "65-74": 6309, "75+": 5520}  # fmt: skip
    assert rounded(d.median_age(of_total(groups)), 3) == Decimal("39.395")


def test_median_in_the_open_group_has_no_value() -> None:
    assert d.median_age(of_total({"0-4": 1, "5+": 9})) == (None, "median_in_open_group")


def test_median_on_a_boundary_and_beside_empty_groups() -> None:
    assert d.median_age(of_total({"0-9": 5, "10-19": 0, "20-29": 5, "30+": 0})).value == 10
    assert d.median_age(of_total({"0-9": 0, "10-19": 4, "20+": 0})).value == 15


def test_ten_year_groups_give_only_what_they_can() -> None:
    population = of_total({"0-9": 10, "10-19": 10, "20-29": 10, "30-59": 30, "60-69": 10, "70+": 10})
    assert d.youth_share(population) == (None, "groups_do_not_fit")
    assert d.total_dependency(population) == (None, "groups_do_not_fit")
    assert d.older_share(population, first=60).value == 25


def test_youth_by_a_national_definition() -> None:
    assert d.youth_share(of_total({"0-13": 1, "14-34": 1, "35+": 2}), first=14, last=34).value == 25


@pytest.mark.parametrize("measure", d.MEASURES, ids=lambda measure: f"{measure.code} {measure.variant}")
def test_an_empty_country_divides_by_nothing(measure: d.Measure) -> None:
    population = d.read_population(table(dict.fromkeys(AGES, (0, 0, None))))
    assert measure.compute(population, "both") == (None, "nothing_to_divide_by")


def test_no_one_older() -> None:
    population = of_total(dict.fromkeys(AGES[:13], 5) | dict.fromkeys(AGES[13:], 0))
    assert d.potential_support_ratio(population) == (None, "nothing_to_divide_by")
    assert d.old_age_dependency(population).value == 0


def test_dividend_window_opens_below_both_limits() -> None:
    assert d.dividend_window(of_total({"0-14": 29, "15-64": 57, "65+": 14})).value == 1
    assert d.dividend_window(of_total({"0-14": 30, "15-64": 56, "65+": 14})).value == 0
    assert d.dividend_window(of_total({"0-14": 29, "15-64": 56, "65+": 15})).value == 0


def test_closed_last_group_says_so() -> None:
    assert d.older_share(of_total({"0-64": 1, "65-99": 1})) == (None, "no_open_group")


def test_a_sex_that_is_not_there() -> None:
    population = of_total({"0-64": 1, "65+": 1})
    assert d.older_share(population, "women") == (None, "sex_not_given")
    assert d.sex_ratio(population) == (None, "sex_not_given")


def test_a_missing_cell_leaves_only_that_sex_without_value() -> None:
    population = d.read_population(table({"0-64": (1, None, None), "65+": (1, 1, None)}))
    assert d.older_share(population) == (None, "cell_missing")
    assert d.older_share(population, "women").value == 50


def test_the_third_column_follows_from_two() -> None:
    population = d.read_population(table({"0-64": (None, 4, 9), "65+": (3, None, 4)}))
    assert (population.women, population.men, population.totals) == (numbers(5, 3), numbers(4, 1), numbers(9, 4))


def test_thousands_become_persons() -> None:
    population = d.read_population(table({"0-64": ("1.5", 2, None), "65+": (1, 1, None)}), "thousands")
    assert population.women == numbers(1500, 1000)
    assert population.everyone() == 5500


def test_unknown_ages_are_shared_out_by_sex() -> None:
    population = d.read_population(table({"0-64": (30, 10, None), "65+": (10, 10, None), "unknown": (4, 2, None)}))
    assert population.prorated
    assert population.unknown == 6
    assert population.women == numbers(33, 11)
    assert population.men == numbers(11, 11)
    assert population.totals == numbers(44, 22)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ({}, "table_empty"),
        ({"total": (1,)}, "table_empty"),
        ({"0-4": (-1,)}, "number_negative"),
        ({"0-4": (1,), "4-9": (1,)}, "groups_overlap"),
        ({"0+": (1,), "4-9": (1,)}, "groups_overlap"),
        ({"North": (1,)}, "age_unreadable"),
        ({"0-4": (1,), "10+": (1,), "unknown": (1,)}, "groups_gap"),
        ({"5+": (1,), "unknown": (1,)}, "groups_gap"),
        ({"0+": (0,), "unknown": (1,)}, "nothing_to_divide_by"),
    ],
)
def test_tables_that_are_refused(rows: dict[str, tuple[int]], code: str) -> None:
    with pytest.raises(ValueError, match=f"^{code}$"):
        d.read_population(table(rows, ("total",)))


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("0-4", "0-4"), ("0–4 лет", "0-4"), (" 10 - 14 years", "10-14"), ("5 à 9 ans", "5-9"), ("de 0 a 4 años", "0-4"),
        ("от 5 до 9", "5-9"), ("0 - 4 ani", "0-4"), ("০-৪", "0-4"), ("85+", "85+"), ("85 and over", "85+"),
        ("85 лет и старше", "85+"), ("85 ans et plus", "85+"), ("85 de ani și peste", "85+"), ("85 y más", "85+"),
        ("100 ani și mai mult", "100+"), ("≥85", "85+"), (">84", "85+"), ("23", "23"), ("0", "0"), ("1-4", "1-4"),
        ("<1", "0"), ("under 1 year", "0"), ("до 5 лет", "0-4"), ("85+²", "85+"),
    ],
)  # fmt: skip
def test_age_labels(label: str, expected: str) -> None:
    assert d.read_age_group(label).label == expected


@pytest.mark.parametrize(
    "label",
    ["", "total", "Women 15-49", "1.5", "-5", "85-", "over 85", "9-5", "2020", "0-4-8", "131+", "5 and under 6+"],
)
def test_labels_that_are_no_ages(label: str) -> None:
    with pytest.raises(ValueError, match=r"^age_unreadable$"):
        d.read_age_group(label)


@given(women=eighteen, men=eighteen)
def test_dependency_is_the_sum_of_its_parts(women: list[int], men: list[int]) -> None:
    population = d.read_population(table({a: (w, m, None) for a, w, m in zip(AGES, women, men, strict=True)}))
    for first, last in ((15, 64), (20, 64), (15, 59)):
        whole = d.total_dependency(population, "both", first, last)
        child = d.child_dependency(population, "both", first, last)
        old = d.old_age_dependency(population, "both", first, last)
        if whole.value is None:
            assert population.between(first, last) == 0
        else:
            assert child.value is not None
            assert old.value is not None
            assert whole.value == child.value + old.value


@given(women=eighteen, men=eighteen, unknown=st.tuples(counts, counts))
def test_sharing_out_keeps_the_total(women: list[int], men: list[int], unknown: tuple[int, int]) -> None:
    women[3], men[3] = women[3] + 1, men[3] + 1
    rows = {age: (w, m, None) for age, w, m in zip(AGES, women, men, strict=True)}
    population = d.read_population(table(rows | {"unknown": (*unknown, None)}))
    assert population.everyone("women") == sum(women) + unknown[0]
    assert population.everyone("men") == sum(men) + unknown[1]
    assert population.everyone() == sum(women) + sum(men) + sum(unknown)


@given(order=st.permutations(range(18)))
def test_the_order_of_rows_does_not_matter(order: list[int]) -> None:
    rows = {AGES[n]: (WOMEN[n], MEN[n], None) for n in order}
    assert d.read_population(table(rows)) == d.read_population(sweden())


@given(women=eighteen)
def test_the_median_splits_people_into_halves(women: list[int]) -> None:
    population = of_total(dict(zip(AGES, women, strict=True)))
    median = d.median_age(population)
    if median.value is not None:
        below = sum(
            (count * min(Fraction(1), max(Fraction(0), (median.value - group.first) / (group.width or 1)))
             for group, count in zip(population.groups, population.of("both"), strict=True) if group.width),
            Fraction(),
        )  # fmt: skip
        assert below == Fraction(sum(women), 2)


# -- formulas over given numbers; Sweden again, Box 6.2, women 1993-98 --


def test_growth_and_net_migration_of_box_6_2() -> None:
    assert rounded(d.growth_rate(4_397_428, 4_507_581, 5), 4) == Decimal("0.4948")
    assert rounded(d.net_migration_rate(52_890, 4_397_428, 4_507_581, 5), 3) == Decimal("2.376")
    births = 300_482
    assert d.net_migration_residual(4_397_428, 4_507_581, births, 243_219).value == 52_890


def test_growth_between_two_tables() -> None:
    start, end = of_total({"0+": 1000}), of_total({"0+": 2000})
    assert rounded(d.growth_between(start, end, 10), 4) == Decimal("6.9315")
    assert d.growth_between(start, of_total({"0-4": 1}), 10) == (None, "no_open_group")


def test_total_fertility_of_sweden_1993() -> None:
    rates = [Decimal(rate) for rate in ("0.0120", "0.0908", "0.1499", "0.1125", "0.0441", "0.0074", "0.0003")]
    assert d.total_fertility_rate(rates).value == Fraction("2.085")
    assert d.total_fertility_rate([rate * 1000 for rate in rates], per=1000).value == Fraction("2.085")
    assert d.total_fertility_rate([rate * 1000 for rate in rates]) == (None, "rates_per_thousand")
    assert d.total_fertility_rate(rates[:6]) == (None, "ages_15_49_needed")


def test_rates_over_given_numbers() -> None:
    assert d.unemployment_rate(20, 100).value == 20
    assert d.neet_rate(1000, 400, 350).value == 25
    assert d.youth_to_adult_unemployment(20, 8).value == Fraction(5, 2)
    assert d.youth_share_of_emigrants(30, 120).value == 25
    assert d.net_migration_balance(10, 25).value == -15
    assert d.emigrant_stock_share(150, 100).value == 150
    assert d.immigrant_stock_share(5, 100).value == 5
    assert d.tertiary_emigration_rate(10, 30).value == 25
    assert d.remittances_to_gdp(Decimal("1.5"), Decimal(10)).value == 15


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        (d.unemployment_rate(None, 5), "number_missing"),
        (d.unemployment_rate(6, 5), "part_exceeds_whole"),
        (d.unemployment_rate(0, 0), "nothing_to_divide_by"),
        (d.unemployment_rate(-1, 5), "number_negative"),
        (d.unemployment_rate(Decimal("NaN"), 5), "number_unreadable"),
        (d.neet_rate(10, 8, 3), "part_exceeds_whole"),
        (d.tertiary_emigration_rate(0, 0), "nothing_to_divide_by"),
        (d.remittances_to_gdp(5, 0), "nothing_to_divide_by"),
        (d.growth_rate(0, 5, 1), "nothing_to_divide_by"),
        (d.growth_rate(5, 0, 1), "population_zero"),
        (d.growth_rate(5, 5, 0), "nothing_to_divide_by"),
        (d.whipple_index({30: 5}), "single_ages_needed"),
    ],
)
def test_reasons(result: d.Outcome, reason: str) -> None:
    assert result.decimal is None
    assert result == (None, reason)


def test_whipple_from_no_heaping_to_nothing_else() -> None:
    assert d.whipple_index(dict.fromkeys(range(23, 63), 7)).value == 100
    assert d.whipple_index({age: int(age % 5 == 0) for age in range(23, 63)}).value == 500
