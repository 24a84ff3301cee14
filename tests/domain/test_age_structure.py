"""Pyramid rows and the ages of life."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from mainstreamer.domain.age_groups import AgeGroup
from mainstreamer.domain.age_structure import AGES, age_structure, everyone, pyramid_rows
from mainstreamer.domain.demography import read_population
from mainstreamer.domain.fields import Table

COLUMNS = ("women", "men", "total")


def table(*rows: tuple[str, int | None, int | None, int | None]) -> Table:
    cells = tuple(tuple(None if cell is None else Decimal(cell) for cell in row[1:]) for row in rows)
    return Table(COLUMNS, tuple(row[0] for row in rows), cells)


def test_rows_stand_from_young_to_old_and_the_third_number_follows() -> None:
    rows = pyramid_rows(
        table(
            ("85+", 3, 1, None), ("0-4", 10, None, 21), ("5-9", None, 7, 15), ("unknown", 9, 9, 18), ("total", 1, 1, 2)
        )
    )
    assert [row.group.label for row in rows] == ["0-4", "5-9", "85+"]
    assert [(row.women, row.men, row.both) for row in rows] == [(10, 11, 21), (8, 7, 15), (3, 1, 4)]
    assert everyone(rows) == 40


def test_thousands_become_persons_and_what_tells_nothing_is_left_out() -> None:
    given = table(("0-4", 1, 2, None), ("5-9", None, None, None), ("many", 1, 1, 2), ("10-14", 5, None, 3))
    rows = pyramid_rows(given, "thousands")
    assert [(row.group.label, row.women) for row in rows] == [("0-4", Fraction(1000))]


def test_only_a_total_is_kept_as_a_total() -> None:
    (row,) = pyramid_rows(table(("0-4", None, None, 9)))
    assert (row.women, row.men, row.both) == (None, None, 9)
    assert everyone((row,)) == 9


@pytest.mark.parametrize(
    ("labels", "groups"),
    [
        (("0", "1-4", "5-9"), ["0-4", "5-9"]),
        (("5", "6", "7", "8", "9", "10"), ["5-9", "10"]),
        (("0", "1", "3", "4"), ["0", "1", "3", "4"]),
        (("0-14", "15-24", "25+"), ["0-14", "15-24", "25+"]),
        (("3-4", "5-9"), ["3-4", "5-9"]),
    ],
)
def test_narrow_groups_are_joined_where_they_fill_five_years(labels: tuple[str, ...], groups: list[str]) -> None:
    rows = pyramid_rows(table(*((label, 1, 2, None) for label in labels)))
    assert [row.group.label for row in rows] == groups
    assert everyone(rows) == 3 * len(labels)


def test_ages_of_life_make_up_everyone() -> None:
    given = table(("0-14", 10, 10, None), ("15-24", 5, 5, None), ("25-64", 20, 20, None), ("65+", 15, 15, None))
    found = age_structure(read_population(given))
    assert [share.decimal for share in found.shares] == [20, 10, 40, 30]
    assert (found.children.decimal, found.older.decimal, found.dependents.decimal) == (40, 60, 100)
    assert AGES[0] == AgeGroup(0, 14) and AGES[-1] == AgeGroup(65, None)


def test_ages_that_cannot_be_cut_out_say_why() -> None:
    found = age_structure(read_population(table(("0-19", 10, 10, None), ("20-64", 5, 5, None), ("65+", 2, 2, None))))
    assert [share.reason for share in found.shares] == ["groups_do_not_fit"] * 3 + [""]
    assert found.shares[3].decimal is not None and found.children.reason == "groups_do_not_fit"
