"""Field types: what they read, keep, store and refuse."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mainstreamer.domain.attachments import AttachedFile, Attachment
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.fields import (
    MAX_TEXT,
    Address,
    Choice,
    Date,
    FieldType,
    FiscalQuarter,
    ItemCodes,
    Link,
    Links,
    LongText,
    ManyChoices,
    Money,
    Number,
    NumberTable,
    Scale,
    Table,
    Text,
    Whole,
    Year,
    YesNo,
)
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.numbers import PLAIN, Reading, number_text, parse_number
from mainstreamer.language import language

STEADY = settings(derandomize=True, deadline=None)
COMMA, POINT = Reading(decimal=","), Reading(decimal=".")
NAMES = {"Italy": "ITA", "Congo, Dem. Rep.": "COD"}
NAMED = Reading(
    code_of=lambda _list, text: NAMES.get(text),
    uid_of=lambda kind, text: {"Ministry of Labour": "u1", "Bank": "u2"}.get(text) if kind == "institution" else None,
)


def refused(type_: FieldType[Any], text: str, reading: Reading = PLAIN) -> str:
    with pytest.raises(ValueError) as error:
        type_.parse(text, reading)
    return str(error.value)


# -- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"), ("007", "7"), ("+5", "5"), ("-5", "-5"), ("−5,5", "-5.5"), ("1,5", "1.5"), ("1.5", "1.5"),
        (",5", ".5"), ("5.", "5"), ("0,123", ".123"), ("1234,567", "1234.567"), ("1 234,5", "1234.5"),
        ("1\u00a0234,5", "1234.5"), ("1\u202f234\u2009567", "1234567"), ("12 345,678", "12345.678"),
        ("1'234.50", "1234.5"), ("1’234’567", "1234567"), ("1,234.5", "1234.5"), ("1.234,5", "1234.5"),
        ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("1.234.567,89", "1234567.89"),
        ("12,34,567", "1234567"), ("1,23,45,678.9", "12345678.9"), ("1 23 456", "123456"), ("٣٫٥", "3.5"),
        ("١٬٢٣٤٬٥٦٧٫٨", "1234567.8"), ("১২,৩৪,৫৬৭", "1234567"), ("- 5", "-5"), (" 1 234 ", "1234"),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(("text", "comma", "point"), [("1,234", "1.234", "1234"), ("1.234", "1234", "1.234")])
def test_one_mark_before_three_digits_is_read_by_the_language(text: str, comma: str, point: str) -> None:
    assert parse_number(text, COMMA) == Decimal(comma)
    assert parse_number(text, POINT) == Decimal(point)
    with pytest.raises(ValueError, match="number_ambiguous"):
        parse_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "+", ".", ",", "abc", "1e5", "--1", "1-2", "1,2,3", "1.2.3", "12,34,56", "1234,567.8", "1,23.4",
        "1.234,567.8", "1,.5", ".,1", "1..", "NaN", "Infinity", "²", "½", "1/2", "$5", "12 5", "10 20", "2027 2028",
        "1 2345", "1 23", "5\x00",
    ],
)  # fmt: skip
def test_no_numbers(text: str) -> None:
    with pytest.raises(ValueError, match="number_unreadable"):
        parse_number(text)


MARKS = [("\u00a0", ","), (",", "."), (".", ",")]


@STEADY
@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.sampled_from(MARKS))
def test_a_written_number_is_read_back(value: Decimal, marks: tuple[str, str]) -> None:
    group, decimal = marks
    text = f"{value:,.3f}".replace(",", "G").replace(".", decimal).replace("G", group)
    assert parse_number(text, Reading(decimal=decimal)) == value


@STEADY
@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_number_text_is_plain_and_exact(value: Decimal) -> None:
    text = number_text(value)
    assert Decimal(text) == value
    assert "e" not in text.lower() and text != "-0" and not ("." in text and text[-1] in ".0")


# -- every type: blank, check, store, load ---------------------------------------------------------------------------

words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1)
cells = st.none() | st.decimals(0, Decimal("1e12"), places=3)
tables = st.builds(
    lambda rows, columns, value: Table(tuple(columns), tuple(rows), tuple((value,) * len(columns) for _ in rows)),
    st.lists(words, max_size=4),
    st.lists(words, max_size=3),
    cells,
)
attached = st.builds(
    AttachedFile,
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00/\\"), min_size=1),
    st.integers(0, 10**9),
    st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
)
VALUES: list[tuple[FieldType[Any], st.SearchStrategy[Any]]] = [
    (Text(), words),
    (LongText(), words),
    (Choice("score"), st.sampled_from(CHOICES["score"])),
    (Choice("country"), st.from_regex(r"[A-Z]{3}", fullmatch=True)),
    (ManyChoices("sdg"), st.lists(st.sampled_from(CHOICES["sdg"]), min_size=1).map(tuple)),
    (ItemCodes(), st.lists(st.sampled_from(["2.3", "6H1", "X-1"]), min_size=1).map(tuple)),
    (Link("institution"), st.uuids().map(str)),
    (Links("institution"), st.lists(st.uuids().map(str), min_size=1).map(tuple)),
    (Whole(), st.integers(0, 10**15)),
    (Whole(1, 12), st.integers(1, 12)),
    (Scale(0, 3), st.integers(0, 3)),
    (Year(), st.integers(1900, 2200)),
    (YesNo(), st.booleans()),
    (Number(), st.decimals(Decimal("-1e50"), Decimal("1e50"), places=4)),
    (Money(), st.decimals(0, Decimal("1e50"), places=2)),
    (Date(), st.dates()),
    (FiscalQuarter(), st.builds(Quarter, st.integers(1900, 2200), st.integers(1, 4))),
    (NumberTable(), tables),
    (Address(), words),
    (Attachment(), attached),
]
IDS = [f"{type_.name}-{place}" for place, (type_, _) in enumerate(VALUES)]


def test_every_type_in_use_is_looked_at() -> None:
    used = {spec.type.name for kind in KINDS.values() for spec in kind.fields.values()}
    assert used == {type_.name for type_, _ in VALUES}


@pytest.mark.parametrize(("type_", "values"), VALUES, ids=IDS)
@STEADY
@given(data=st.data())
def test_store_and_load(type_: FieldType[Any], values: st.SearchStrategy[Any], data: st.DataObject) -> None:
    value = type_.clean(data.draw(values))
    assert type_.check(value) == ""
    assert type_.clean(value) == value
    stored = type_.store(value)
    assert (stored is None) == type_.is_blank(value)
    assert stored is None or isinstance(stored, int if type_.integer else str)
    assert type_.load(stored) == value


@pytest.mark.parametrize(("type_", "values"), VALUES, ids=IDS)
def test_blank(type_: FieldType[Any], values: st.SearchStrategy[Any]) -> None:
    blank = type_.blank
    assert type_.is_blank(blank) and type_.check(blank) == "" and type_.store(blank) is None
    assert type_.load(None) == type_.parse("  \n") == type_.clean(blank) == blank


@pytest.mark.parametrize("type_", [type_ for type_, _ in VALUES], ids=IDS)
@STEADY
@given(text=st.text() | st.text("0123456789.,-−+;'/ \u00a0QTКIV٣٫\x00\ud800г"), decimal=st.sampled_from(["", ",", "."]))
def test_whatever_is_pasted_only_value_errors_come_back(type_: FieldType[Any], text: str, decimal: str) -> None:
    try:
        value = type_.parse(text, Reading(decimal=decimal))
    except ValueError as error:
        assert str(error).replace("_", "").isalpha()
    else:
        assert type_.check(value) == ""
        assert type_.load(type_.store(value)) == value


@pytest.mark.parametrize(("type_", "wrong"), [
    (Text(), 5), (Choice("score"), None), (ManyChoices("sdg"), "1.3"), (Links("institution"), (1,)), (Whole(), True),
    (Whole(), "5"), (YesNo(), 1), (Number(), 1.5), (Money(), 5), (Date(), "2027-01-01"), (FiscalQuarter(), "2027-Q1"),
    (NumberTable(), {}), (NumberTable(), Table(("a",), ("b",), ())), (NumberTable(), Table(("a",), ("b",), ((),))),
])  # fmt: skip
def test_wrong_types_are_refused(type_: FieldType[Any], wrong: object) -> None:
    assert type_.check(wrong) == "wrong_type"


@pytest.mark.parametrize(("type_", "stored"), [
    (Whole(), "x"), (YesNo(), "x"), (Number(), "x"), (Number(), "NaN"), (Money(), "Infinity"), (Date(), "31.12.2027"),
    (FiscalQuarter(), "2027"), (Links("institution"), "x"), (Links("institution"), "{}"), (NumberTable(), "x"),
    (NumberTable(), "[]"), (NumberTable(), "{}"), (NumberTable(), '{"columns": [], "rows": [], "cells": [["x"]]}'),
    (NumberTable(), '{"columns": [], "rows": [], "cells": [[[]]]}'),
])  # fmt: skip
def test_what_was_never_stored_is_not_loaded(type_: FieldType[Any], stored: str) -> None:
    with pytest.raises(ValueError):
        type_.load(stored)


# -- text ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("type_", [Text(), LongText()])
def test_nul_and_surrogates_are_refused_other_control_characters_dropped(type_: FieldType[str]) -> None:
    assert refused(type_, "a\x00b") == "text_nul"
    assert refused(type_, "a\ud800b") == "text_surrogate"
    assert type_.parse("a\x07b\x1b\x7f\x85\ufffe") == "ab"
    assert type_.parse("a\r\nb\rc\td") == "a\nb\nc\td"
    assert type_.parse("  Здравствуй, 世界 👩🏽‍⚕️ ") == "Здравствуй, 世界 👩🏽‍⚕️"
    assert type_.check("a" * MAX_TEXT) == ""
    assert type_.check("a" * (MAX_TEXT + 1)) == "text_too_long"


@pytest.mark.parametrize("bad", ["a\x00", "\udfff"])
def test_the_door_holds_for_every_kind_of_text(bad: str) -> None:
    assert Link("institution").check(bad) in ("text_nul", "text_surrogate")
    assert Links("institution").check(("ok", bad)) in ("text_nul", "text_surrogate")
    assert Choice("country").check(bad) and ManyChoices("country").check((bad,)) and ItemCodes().check((bad,))
    one = ((Decimal(1),),)
    assert NumberTable().check(Table((bad,), ("row",), one)) in ("text_nul", "text_surrogate")
    assert NumberTable().check(Table(("column",), (bad,), one)) in ("text_nul", "text_surrogate")


# -- choices and links -----------------------------------------------------------------------------------------------


def test_choices() -> None:
    assert Choice("score").parse("partly") == "partly"
    assert Choice("score").check("maybe") == "choice_unknown"
    assert refused(Choice("score"), "maybe") == "choice_unknown"
    assert Choice("country").parse("Italy", NAMED) == "ITA"
    assert Choice("country").parse("MDA", NAMED) == "MDA"
    assert refused(Choice("country"), "no such country") == "choice_unknown"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Italy; MDA", ("ITA", "MDA")),
        ("Italy\nItaly\nMDA", ("ITA", "MDA")),
        ("Congo, Dem. Rep.; Italy", ("COD", "ITA")),
        ("Congo, Dem. Rep.", ("COD",)),
        ("Italy, MDA", ("ITA", "MDA")),
        ("MDA,ROU", ("MDA", "ROU")),
    ],
)
def test_many_choices(text: str, codes: tuple[str, ...]) -> None:
    assert ManyChoices("country").parse(text, NAMED) == codes


def test_many_choices_refuse_what_they_do_not_know() -> None:
    assert refused(ManyChoices("sdg"), "1.3; 99.9") == "choice_unknown"
    assert ManyChoices("sdg").parse("1.3, 1.4") == ("1.3", "1.4")
    assert ManyChoices("sdg").check(("",)) == "choice_unknown"


def test_links() -> None:
    assert Link("institution").parse("Bank", NAMED) == "u2"
    assert Links("institution").parse("Bank; Ministry of Labour; Bank", NAMED) == ("u2", "u1")
    assert refused(Link("institution"), "Unknown", NAMED) == "link_unknown"
    assert refused(Links("institution"), "Bank; Unknown", NAMED) == "link_unknown"


def test_item_codes() -> None:
    assert ItemCodes().parse("2.3, 6H1;X-1 2.3") == ("2.3", "6H1", "X-1")
    assert refused(ItemCodes(), "2.3; ***") == "item_unknown"


# -- whole numbers, scales, amounts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "text", "problem"),
    [
        (Whole(), "-1", "number_negative"), (Whole(), "−1,234", "number_negative"),
        (Whole(), "1.5", "number_not_whole"), (Whole(), "1" + "0" * 16, "number_range"), (Whole(0, 100), "101", "number_range"),
        (Whole(1, 12), "0", "number_range"),
        (Whole(1, 12), "13", "number_range"), (Scale(1, 5), "6", "scale_range"), (Scale(0, 3), "-1", "scale_range"),
        (Year(), "1899", "year_range"), (Year(), "27", "year_range"), (Money(), "-0.01", "number_negative"),
        (Number(), "9" * 62, "number_range"), (Number(), "0." + "0" * 60 + "1", "number_range"),
        (YesNo(), "perhaps", "choice_unknown"), (NumberTable(), "1", "table_not_in_a_cell"),
    ],
)  # fmt: skip
def test_refused_with_the_code_of_what_is_wrong(type_: FieldType[Any], text: str, problem: str) -> None:
    assert refused(type_, text) == problem


def test_read_in_the_sense_of_the_field() -> None:
    assert Whole().parse("1,234") == 1234
    assert Whole().parse("1.234") == 1234
    assert Whole().parse("12 345,00") == 12345
    assert Year().parse("2027") == 2027
    assert Number().parse("18,5 %") == Decimal("18.5")
    assert Money().parse("9" * 40 + ".99") == Decimal("9" * 40 + ".99")
    assert Number().check(Decimal("NaN")) == Number().check(Decimal("Infinity")) == "number_range"
    assert [YesNo().parse(text) for text in ("yes", "No", "1", "0", "X", "✓")] == [True, False, True, False, True, True]


# -- dates and quarters ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["2027-03-31", "2027/3/31", "2027.03.31", "2027-03-31 00:00:00", "2027-03-31T00:00", "31.03.2027", "31/3/2027",
     "31-03-2027", "31. 3. 2027", "31.03.2027 г.", "31.03.2027г"],
)  # fmt: skip
def test_pasted_dates(text: str) -> None:
    assert Date().parse(text) == date(2027, 3, 31)


@pytest.mark.parametrize("spoken", ["en", "ru"])
@pytest.mark.parametrize(
    "text",
    ["1 March 2026", "01 Mar 2026", "1 march 2026", "1-Mar-2026", "01-MAR-2026", "1st March, 2026", "1 Mar. 2026",
     "March 1, 2026", "Mar 1 2026",
     "1 марта 2026", "1 марта 2026 г.", "1 МАРТА 2026 года", "«1» марта 2026г.", "01 мар 2026", "1. Марта. 2026"],
)  # fmt: skip
def test_dates_that_name_their_month_in_any_shipped_language(text: str, spoken: str) -> None:
    assert Date().parse(text, Reading(code_of=language(spoken).code_of)) == date(2026, 3, 1)


@pytest.mark.parametrize("code", ["en", "ru"])
def test_every_month_is_read_by_its_name(code: str) -> None:
    speech = language(code)
    for month in range(1, 13):
        names = (speech.choice("month", str(month)), *speech.word("spelling", "month", str(month)).split())
        for name in names:
            assert Date().parse(f"7 {name} 2027", Reading(code_of=speech.code_of)) == date(2027, month, 7)


@pytest.mark.parametrize(
    "text",
    ["1 Marsh 2026", "31 April 2026", "29 February 2027", "1 March 26", "March 2026", "1 March", "1 3 2026", "1 5 March 2026",
     "2026 March 1 2026", "1 Monday 2026", "1 x 2026"],
)  # fmt: skip
def test_no_dates_with_names(text: str) -> None:
    assert refused(Date(), text, Reading(code_of=language("en").code_of)) == "date_unreadable"


@pytest.mark.parametrize("text", ["2027-02-29", "31.04.2027", "03/31/2027", "31.03.27", "2027", "0000-01-01", "March"])
def test_no_dates(text: str) -> None:
    assert refused(Date(), text) == "date_unreadable"


def test_quarters() -> None:
    assert FiscalQuarter().parse("Q3 2027") == Quarter(2027, 3)
    assert refused(FiscalQuarter(), "2027") == "quarter_unreadable"
    assert FiscalQuarter().check(Quarter(2027, 5)) == FiscalQuarter().check(Quarter(1899, 1)) == "quarter_unreadable"


# -- tables ----------------------------------------------------------------------------------------------------------


def test_table_keeps_its_numbers_as_text() -> None:
    table = Table(("women", "men"), ("0-4",), ((Decimal("0.10"), None),))
    stored = NumberTable().store(table)
    assert json.loads(str(stored)) == {"columns": ["women", "men"], "rows": ["0-4"], "cells": [["0.1", None]]}
    assert table.column("women") == (Decimal("0.1"),)
    with pytest.raises(ValueError):
        table.column("total")
    negative = Table(("women",), ("0-4",), ((Decimal(-1),),))
    assert NumberTable().check(negative) == "number_negative"


# -- files -----------------------------------------------------------------------------------------------------------

SHA = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    "value",
    [
        "plan.pdf",
        AttachedFile("", 1, SHA),
        AttachedFile("../plan.pdf", 1, SHA),
        AttachedFile("a\\b.pdf", 1, SHA),
        AttachedFile("plan.pdf", -1, SHA),
        AttachedFile("plan.pdf", 1, SHA[1:]),
        AttachedFile("plan.pdf", 1, SHA.upper()),
        AttachedFile("plan.pdf", True, SHA),
    ],
)
def test_what_is_no_kept_file_is_refused(value: Any) -> None:
    assert Attachment().check(value) == "wrong_type"


def test_the_name_of_a_kept_file_stands_for_it_and_other_text_for_none() -> None:
    kept = AttachedFile("Order 114.pdf", 3, SHA)
    reading = Reading(file_of=lambda name: kept if name == kept.name else None)
    assert Attachment().parse("Order 114.pdf", reading) == kept
    assert Attachment().parse("") is None
    with pytest.raises(ValueError, match="file_not_in_a_cell"):
        Attachment().parse("Order 115.pdf", reading)


@pytest.mark.parametrize("stored", ["{}", "[]", '{"name": "a", "size": "1", "sha256": "x"}', "{", "1"])
def test_a_stored_file_that_no_version_wrote_is_an_error(stored: str) -> None:
    with pytest.raises(ValueError):
        Attachment().load(stored)
