"""Tables that people paste, and what is said about them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstreamer.domain.demography import read_population
from mainstreamer.domain.demography_input import InputFinding, check_table, read_pasted_table, standard_rows
from mainstreamer.domain.fields import NumberTable, Table
from mainstreamer.domain.numbers import PLAIN, Reading

AGES = standard_rows(85)
COLUMNS = ("women", "men", "total")
counts = st.integers(min_value=0, max_value=10**8)


def codes(findings: tuple[InputFinding, ...], *, notes: bool = True) -> list[str]:
    return [found.code for found in findings if notes or found.severity != "note"]


def numbers(*values: int | str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if value is None else Decimal(value) for value in values)


def pasted(text: str, reading: Reading = PLAIN, columns: tuple[str, ...] = ()) -> Table:
    table, findings = read_pasted_table(text, reading, columns)
    assert table is not None, findings
    return table


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def smooth(**changes: tuple[int | str | None, int | str | None, int | str | None]) -> Table:
    """A table without anything doubtful, but for the changes: rows by label with `_` for `-` and `plus` for `+`."""
    rows: dict[str, tuple[int | str | None, ...]] = {age: (100 - n, 100 - n, 200 - 2 * n) for n, age in enumerate(AGES)}
    rows |= {label.replace("a", "").replace("_", "-"): row for label, row in changes.items() if label.startswith("a")}
    rows |= {label: row for label, row in changes.items() if not label.startswith("a")}
    cells = tuple(tuple(None if cell is None else Decimal(cell) for cell in row) for row in rows.values())
    return Table(COLUMNS, tuple(rows), cells)


def test_standard_rows() -> None:
    assert [len(standard_rows(age)) for age in (80, 85, 100)] == [17, 18, 21]
    assert standard_rows(80)[-2:] == ("75-79", "80+")


@given(
    data=st.lists(st.tuples(counts, counts), min_size=18, max_size=18),
    separator=st.sampled_from(["\t", ";", "   "]),
    mark=st.sampled_from(["", " ", "\u00a0", "\u202f", "'", ",", "."]),
    heading=st.sampled_from(["Age|Men|Women", "Возраст|Мужчины|Женщины", "Âge|Hommes|Femmes", "Vârsta|Bărbați|Femei",
                             "Edad|Hombres|Mujeres", "Age|M|F", "Edad|H|M", "Возраст|М|Ж", "Age group|Male|Female"]),
)  # fmt: skip
def test_every_separator_round_trips(data: list[tuple[int, int]], separator: str, mark: str, heading: str) -> None:
    lines = [heading.replace("|", separator)]
    lines += [
        separator.join((age, grouped(men, mark), grouped(women, mark)))
        for age, (men, women) in zip(AGES, data, strict=True)
    ]
    table = pasted("\r\n".join(lines))
    assert table.rows == AGES
    assert table.column("women") == tuple(women for _, women in data)
    assert table.column("men") == tuple(men for men, _ in data)


def test_decimal_marks_follow_the_table() -> None:
    text = "Âge\tFemmes\tHommes\n0-4 ans\t1.234,5\t2,25\n5 ans et plus\t3,125\t4"
    assert pasted(text).column("women") == (Decimal("1234.5"), Decimal("3.125"))


def test_english_thousands_in_a_russian_window_are_not_made_fractions() -> None:
    text = "Age\tWomen\tMen\n0-4\t293,395\t310,189\n5+\t248,369\t261,963"
    table, findings = read_pasted_table(text, Reading(decimal=","))
    assert table is not None
    assert table.column("women") == numbers(293395, 248369)
    assert codes(findings) == ["marks_read_as_thousands"]


def test_a_mark_is_no_thousands_mark_beside_plain_thousands() -> None:
    text = "Age\tWomen\tMen\n0-4\t1234\t293.395\n5+\t1300\t310.189"
    assert pasted(text, Reading(decimal=".")).column("men") == numbers("293.395", "310.189")
    table, findings = read_pasted_table(text)
    assert table is not None
    assert table.column("men") == numbers(None, None)
    assert codes(findings) == ["number_unreadable", "number_unreadable"]


def test_title_serial_numbers_shares_and_footnotes_are_no_trouble() -> None:
    text = (
        "Population by sex, 2020\n"
        "No.\tAge\tTotal\tFemale population\t% female\n1\t0-4\t100*\t49\t49\n2\t5+\t100\t50\t50\n"
        "3\tTotal\t200\t99\t49.5\nSource: census"
    )
    table, findings = read_pasted_table(text)
    assert table == Table(
        COLUMNS,
        ("0-4", "5+", "total"),
        tuple((Decimal(w), None, Decimal(t)) for w, t in ((49, 100), (50, 100), (99, 200))),
    )
    assert codes(findings) == ["column_left_out", "column_left_out"]


def test_russian_rows() -> None:
    text = (
        "Возраст;Женщины;Мужчины;Оба пола\nВсего;60;50;110\n0–4 лет;10;11;21\n5 лет и старше;49;38;87\n"
        "Возраст не указан;1;1;2"
    )
    table = pasted(text)
    assert table.rows == ("0-4", "5+", "unknown", "total")
    assert codes(check_table(table, "persons")) == ["unknown_prorated"]
    assert read_population(table).everyone() == 110


def test_ages_that_a_spreadsheet_made_into_dates() -> None:
    text = "Age\tWomen\tMen\n0\t1\t1\n4-Jan\t4\t4\n05.сен\t5\t5\nOct-14\t6\t6\n15+\t9\t9"
    table, findings = read_pasted_table(text)
    assert table is not None
    assert table.rows == ("0-4", "5-9", "10-14", "15+")
    assert codes(findings) == ["age_was_date", "age_was_date", "age_was_date", "young_groups_joined"]
    assert pasted("Age\tWomen\tMen\n0-4\t1\t1\n09.05.2024\t4\t4\n2024-10-14\t4\t4").rows[1:] == ("5-9", "10-14")


def test_infants_are_joined() -> None:
    table, findings = read_pasted_table("Age\tWomen\tMen\n0\t1\t2\n1-4\t4\t8\n5+\t20\t20")
    assert table is not None
    assert table.rows == ("0-4", "5+")
    assert table.cells[0] == numbers(5, 10, None)
    assert codes(findings) == ["young_groups_joined"]


@pytest.mark.parametrize(
    ("heaped", "code", "index"),
    [(0, "heaping_little", "100"), (100, "heaping_rough", "136.36"), (300, "heaping_very_rough", "192.31")],
)
def test_single_ages_are_joined_and_heaping_is_kept(heaped: int, code: str, index: str) -> None:
    lines = (
        ["Age\tWomen\tMen"] + [f"{age}\t{100 + heaped * (age % 5 == 0)}\t100" for age in range(85)] + ["85+\t50\t40"]
    )
    table, findings = read_pasted_table("\n".join(lines))
    assert table is not None
    assert table.rows == AGES
    assert table.cells[0] == numbers(500 + heaped, 500, None)
    assert codes(findings) == [code, "single_ages_joined"]
    assert findings[0].values["index"] == Decimal(index)


def test_subtotals_of_narrower_groups_are_left_out() -> None:
    table, findings = read_pasted_table("Age\tWomen\tMen\n0-9\t3\t3\n0-4\t1\t1\n5-9\t2\t2\n10+\t9\t9\n65+\t1\t1")
    assert table is not None
    assert table.rows == ("0-4", "5-9", "10+", "65+")
    assert codes(findings) == ["subtotal_left_out"]
    assert codes(check_table(table, "persons"), notes=False) == ["groups_overlap"]


def test_two_unnamed_columns_are_not_guessed() -> None:
    text = "0-4\t10\t11\n5+\t20\t21"
    table, findings = read_pasted_table(text)
    assert table is None
    assert codes(findings) == ["name_columns"]
    assert pasted(text, columns=("men", "women")).column("women") == numbers(11, 21)


def test_three_unnamed_columns_show_their_total_but_not_their_women() -> None:
    text = "0-4\t21\t10\t11\n5+\t41\t20\t21"
    table, findings = read_pasted_table(text)
    assert table is None
    assert findings == (InputFinding("name_sexes", "error", "", {"total": 1}),)
    assert pasted(text, columns=("total", "women", "men")).column("men") == numbers(11, 21)


def test_a_third_column_is_known_when_two_are() -> None:
    assert pasted("Age\tWomen\tMen\t\n0-4\t1\t2\t3\n5+\t4\t5\t9").column("total") == numbers(3, 9)


def test_a_third_column_that_is_no_sum_is_left_out() -> None:
    table, findings = read_pasted_table("Age\tWomen\tMen\tBirths\n0-4\t10\t20\t7\n5+\t40\t50\t9")
    assert table is not None
    assert table.column("total") == numbers(None, None)
    assert findings == (InputFinding("column_left_out", "warning", "", {"text": "Births"}),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "text_empty"),
        (" \n\t\n", "text_empty"),
        ("abc", "columns_not_separated"),
        ("0-4 12 13\n5-9 14 15", "columns_not_separated"),
        ("Region\tPeople\nNorth\t5", "no_age_rows"),
        ("Age\tWomen\tWomen\n0-4\t1\t2", "column_twice"),
        ("Age\tWomen\tMen\n0-4\t1\t2\n0-4\t3\t4", "row_twice"),
        ("Age\tWomen\tMystery\n0-4\t1\t2", "name_columns"),
        ("Age\t% women\n0-4\t1", "name_columns"),
        ("0-4\t1\n" * 2001, "text_too_long"),
        ("0" * 300_001, "text_too_long"),
    ],
)
def test_texts_that_give_no_table(text: str, code: str) -> None:
    table, findings = read_pasted_table(text)
    assert table is None
    assert code in codes(findings)
    assert any(found.severity == "error" for found in findings)


def test_names_that_do_not_match_the_columns() -> None:
    table, findings = read_pasted_table("0-4\t1\t2", columns=("women",))
    assert table is None
    assert findings == (InputFinding("columns_do_not_match", "error", "", {"given": 1, "found": 2}),)


def test_unreadable_numbers_and_unknown_rows_are_named() -> None:
    table, findings = read_pasted_table("Age\tWomen (thousand)\n0-4\tmany 5\n5+\t3\nNorth\t8\nNote 2024")
    assert table is not None
    assert table.cells == (numbers(None, None, None), numbers(3, None, None))
    assert [(found.code, found.row) for found in findings] == [
        ("row_left_out", "North"), ("number_unreadable", "0-4"), ("unit_thousands", ""),
    ]  # fmt: skip


def test_a_smooth_table_has_no_findings() -> None:
    assert check_table(smooth(), "persons") == ()


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (smooth(a40_44=(-5, 92, 87)), ["number_negative"]),
        (smooth(a40_44=(None, 92, 184)), ["cell_missing"]),
        (smooth(a40_44=("92.5", "91.5", 184)), ["number_not_whole"]),
        (smooth(a40_44=(92, 92, 190)), ["sexes_not_total"]),
        (smooth(total=(1647, 1647, 3295)), ["rows_not_total", "sexes_not_total"]),
        (smooth(unknown=(3, 3, 6)), ["unknown_prorated"]),
        (smooth(unknown=(0, 0, 0)), []),
        (smooth(a20_24=(220, 220, 440)), ["jump_between_groups", "jump_between_groups"]),
        (smooth(a20_24=(40, 96, 136)), ["jump_between_groups", "sex_ratio_unlikely"]),
        (smooth(a75_79=(10, 10, 20)), []),
        (smooth(a80_84=(10, 90, 100)), []),
    ],
)
def test_findings_in_a_table(table: Table, expected: list[str]) -> None:
    assert codes(check_table(table, "persons")) == expected


def test_rows_that_miss_overlap_or_end() -> None:
    def check(*labels: str) -> list[tuple[str, str]]:
        table = Table(("total",), labels, tuple((Decimal(5),) for _ in labels))
        return [(found.code, found.row) for found in check_table(table, "persons")]

    assert check("5-9", "10+") == [("first_ages_missing", "5-9")]
    assert check("0-4", "10+") == [("groups_gap", "10+")]
    assert check("0-4", "4-9", "10+") == [("groups_overlap", "4-9")]
    assert check("0-4", "5-9") == [("no_open_group", "5-9")]
    assert check("0-4", "North", "5+") == [("age_unreadable", "North")]
    assert check("total") == [("no_age_rows", "")]


@pytest.mark.parametrize(
    "table",
    [
        Table((), (), ()),
        Table(COLUMNS, ("0-4",), ((None, None, None),)),
        Table(("x",), ("0-4",), ((Decimal(1),),)),
    ],
)
def test_an_empty_table(table: Table) -> None:
    assert codes(check_table(table, "persons")) == ["table_empty"]


def test_rounded_thousands_may_miss_their_sum() -> None:
    rows = ("0-4", "5+", "total")
    numbers = (("1.2", "1.3", "2.4"), ("1.2", "1.3", "2.5"), ("2.5", "2.6", "5.0"))
    cells = tuple(tuple(Decimal(cell) for cell in row) for row in numbers)
    found = check_table(Table(COLUMNS, rows, cells), "thousands")
    assert {one.severity for one in found} == {"note"}
    assert {one.code for one in found} == {"rounding_difference"}
    assert "rows_not_total" in codes(check_table(Table(COLUMNS, rows, cells), "persons"))


def test_whipple_of_single_ages_left_in_a_table() -> None:
    labels = (*map(str, range(100)), "100+")
    cells = tuple((Decimal(1000 if label.endswith(("0", "5")) else 100),) for label in labels)
    assert codes(check_table(Table(("total",), labels, cells), "persons")) == ["heaping_very_rough"]


def test_the_population_of_a_planet_is_doubted() -> None:
    table = Table(("total",), ("0+",), ((Decimal(3_000_000),),))
    assert codes(check_table(table, "thousands")) == ["too_many_people"]
    assert check_table(table, "persons") == ()


pieces = st.sampled_from(
    ["\t", ";", "  ", "\n", ",", ".", "-", "+", "0-4", "5-9", "85+", "Women", "Мужчины", "Total", "unknown", "1 234",
     "12,5", "1.234.567", '"', "%", "№", "٣", "5-Sep", "31.13.2024", "9" * 70, "\x00", "\u2028", "e5", "½", "²"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(pieces, max_size=30).map("".join)), st.sampled_from(["", ".", ","]))
def test_no_text_is_too_strange(text: str, decimal: str) -> None:
    table, findings = read_pasted_table(text, Reading(decimal=decimal))
    if table is None:
        assert any(found.severity == "error" for found in findings)
        return
    assert table.columns == COLUMNS
    assert len(set(table.rows)) == len(table.rows)
    check_table(table, "persons")
    if NumberTable().check(table) == "":
        assert NumberTable().load(NumberTable().store(table)) == table
