"""Population tables as they are typed, pasted, copied and stored."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mainstreamer.domain.demography_checks import COLUMNS
from mainstreamer.domain.fields import Table
from mainstreamer.domain.kinds import PopulationTable
from mainstreamer.domain.numbers import Reading
from mainstreamer.operations import population
from mainstreamer.storage.document import Document

EN, RU = Reading("."), Reading(",")


def table(*rows: tuple[str, int | None, int | None, int | None], columns: tuple[str, ...] = COLUMNS) -> Table:
    cells = tuple(tuple(None if cell is None else Decimal(cell) for cell in row[1:]) for row in rows)
    return Table(columns, tuple(row[0] for row in rows), cells)


@pytest.mark.parametrize(("age", "groups"), [(80, 17), (85, 18), (100, 21)])
def test_a_blank_grid_has_the_usual_groups_and_two_rows_more(age: int, groups: int) -> None:
    grid = population.blank_grid(age)
    assert len(grid.rows) == groups + 2
    assert grid.rows[groups - 1] == f"{age}+"
    assert grid.rows[-2:] == ("unknown", "total")
    assert population.is_blank(grid)
    assert population.open_age_of(grid) == age


def test_a_grid_has_no_other_open_age() -> None:
    with pytest.raises(ValueError, match="65"):
        population.blank_grid(65)


def test_a_stored_table_becomes_a_grid_in_order_of_age_and_back() -> None:
    stored = table(("total", 9, 8, 17), ("5-9", 3, 2, 5), ("0-4", 6, 6, 12))
    grid = population.grid_of(stored)
    assert grid.rows == ("0-4", "5-9", "unknown", "total")
    assert grid.cells[0] == (6, 6, 12)
    assert grid.cells[2] == (None, None, None)
    assert population.stored_of(grid).rows == ("0-4", "5-9", "total")
    assert population.open_age_of(grid) is None


def test_columns_in_another_order_or_missing_are_put_in_their_place() -> None:
    stored = Table(("men", "women"), ("0-4",), ((Decimal(2), Decimal(3)),))
    assert population.grid_of(stored).cells[0] == (3, 2, None)


def test_rows_that_are_no_age_stay_behind_the_ages() -> None:
    stored = table(("children", 1, 1, 2), ("0-4", 6, 6, 12))
    assert population.grid_of(stored).rows == ("0-4", "children", "unknown", "total")


def test_a_table_of_totals_only_keeps_them_in_the_usual_grid() -> None:
    grid = population.grid_of(table(("total", 9, 8, 17)))
    assert grid.rows[0] == "0-4"
    assert grid.cells[-1] == (9, 8, 17)


def test_a_block_is_laid_in_and_cut_at_the_edges() -> None:
    grid = population.blank_grid()
    changed = population.with_cells(grid, len(grid.rows) - 1, 1, [[Decimal(1), Decimal(2), Decimal(3)], [Decimal(4)]])
    assert changed.cells[-1] == (None, 1, 2)
    assert changed.cells[:-1] == grid.cells[:-1]


def test_sums_leave_the_stated_total_out() -> None:
    grid = population.grid_of(
        table(("0-4", 6, 7, None), ("5-9", 3, None, 9), ("unknown", 1, 0, 1), ("total", 99, 99, 99))
    )
    assert [population.added_up(grid, column) for column in range(3)] == [10, 7, 10]
    assert [population.both_sexes(cells) for cells in grid.cells] == [13, None, 1, 198]
    assert population.sum_of(None, None) is None


@pytest.mark.parametrize(
    ("text", "reading", "unit", "expected"),
    [
        ("12 345", RU, "persons", 12345),
        ("12,345", EN, "persons", 12345),
        ("12,345", RU, "persons", 12345),
        ("12.345", RU, "persons", 12345),
        ("12.345", EN, "persons", 12345),
        ("12,345", RU, "thousands", Decimal("12.345")),
        ("12.345", EN, "thousands", Decimal("12.345")),
        ("1,5", RU, "persons", Decimal("1.5")),
        ("-", EN, "persons", None),
        ("  ", EN, "persons", None),
    ],
)
def test_numbers_are_read_as_people_write_them(
    text: str, reading: Reading, unit: str, expected: Decimal | int | None
) -> None:
    assert population.read_cell(text, reading, unit) == expected


@pytest.mark.parametrize(("text", "code"), [("12a", "number_unreadable"), ("-5", "number_negative")])
def test_what_is_no_number_of_people_is_refused(text: str, code: str) -> None:
    with pytest.raises(ValueError, match=code):
        population.read_cell(text, EN)


def test_a_block_names_every_bad_cell() -> None:
    block = population.read_block("1\t2\r\n3\tx\r\n", EN)
    assert block.cells[0] == [1, 2]
    assert block.bad == ((1, 1, "x", "number_unreadable"),)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Age\tWomen\tMen\n0-4\t1\t2\n5-9\t1\t2", True),
        ("0–4 лет; 1; 2\n85 лет и старше; 1; 2", True),
        ("1\t2\n3\t4", False),
        ("12 345\n23 456", False),
        ("0-4\t1\t2", False),
    ],
)
def test_a_text_with_ages_is_a_whole_table(text: str, whole: bool) -> None:
    assert population.is_whole_table(text) is whole


UNNAMED = "Age\tA\tB\tC\n0-4\t6\t7\t13\n5-9\t3\t4\t7"


def test_unnamed_columns_are_asked_about_and_shown_by_their_first_numbers() -> None:
    found = population.read_table(UNNAMED, EN)
    assert (found.table, found.columns_wanted, found.total_column) == (None, 3, 2)
    assert population.first_numbers(UNNAMED, EN, 3) == ((6, 3), (7, 4), (13, 7))
    named = population.read_table(UNNAMED, EN, ("men", "women", "total"))
    assert named.table is not None
    assert named.table.cells[0] == (7, 6, 13)


def test_columns_without_a_total_are_asked_about_too() -> None:
    found = population.read_table("Age\tA\tB\n0-4\t6\t7\n5-9\t3\t4", EN)
    assert (found.columns_wanted, found.total_column) == (2, None)


def test_a_heading_that_speaks_of_thousands_is_noticed() -> None:
    found = population.read_table("Age\tWomen, thousands\tMen, thousands\n0-4\t6.1\t7.2\n5-9\t3.5\t4.5", EN)
    assert found.thousands
    assert found.table is not None


def test_puts_make_copy_delete_and_bring_back_a_table(document: Document) -> None:
    uid, puts = population.new_table("Census", table(("0-4", 6, 7, 13)))
    document.put("add_population", puts)
    record = document.plan.population_tables[0]
    assert (record.title, record.unit, record.area_type, record.year) == ("Census", "persons", "country", None)
    twin, puts = population.duplicate(record, "Census (copy)")
    document.put("duplicate_population", puts)
    copied = document.plan.find("population_table", twin)
    assert isinstance(copied, PopulationTable)
    assert (copied.title, copied.table) == ("Census (copy)", record.table)
    document.put("paste_population", population.take_over(twin, table(("0-4", 1, 1, None)), "thousands"))
    assert document.plan.value("population_table", twin, "unit") == "thousands"
    document.put("delete_population", population.delete(uid))
    assert [row.uid for row in document.plan.population_tables] == [twin]
    document.put("restore_population", population.restore(uid))
    assert document.plan.find("population_table", uid) == record
