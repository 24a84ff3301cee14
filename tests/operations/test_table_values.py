"""Amounts, days and quarters as officials write them in four languages: what they become for the field they go into."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.plain_tables import DATE, NUMBER, TEXT, PlainCell, PlainSheet
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.language import language
from mainstreamer.operations.tables.targets import Column, Mapping
from mainstreamer.operations.tables.values import CellReader, Found, is_early

FRAME = {"start_year": 2026, "end_year": 2030, "fiscal_start": 1, "currency": "MDL"}


def plan_of(**frame: Any) -> Plan:
    uid = str(uuid.uuid4())
    return Plan(uid).with_puts(creation("plan", uid, {**FRAME, **frame}))


def read(
    target: str, text: str, kind: str = "action", heading: str = "", cell: str = TEXT, also: str = "", **frame: Any
) -> Found:
    """What a cell says; `also` is what another column goes into."""
    column = Column(1, heading, target)
    reader = CellReader(plan_of(**frame), kind, language("ru"))
    reader.look_through(PlainSheet("", {}), Mapping(kind, 1, 1, (column, *([Column(2, "", also)] if also else []))))
    return reader.read(PlainCell(cell, text), column)


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [
        ("150 mil. lei", "MDL", 150_000_000), ("1,2 млн лей", "MDL", 1_200_000), ("3.5 million USD", "USD", 3_500_000),
        ("250 тыс.", "MDL", 250_000), ("€ 2 m", "EUR", 2_000_000), ("250 mii lei", "RON", 250_000),
        ("2,5 millions FCFA", "XOF", 2_500_000), ("12 PLN", "PLN", 12), ("$ 4", "CAD", 4),
    ],
)  # fmt: skip
def test_amounts_with_words(text: str, currency: str, amount: int) -> None:
    assert read("cost", text, currency=currency) == Found({"cost": Decimal(amount)})


@pytest.mark.parametrize("text", ["3.5 million USD", "€ 2 m", "2 млн руб.", "12 PLN"])
@pytest.mark.parametrize("target", ["cost", "finance"])
def test_an_amount_in_another_currency_is_not_converted_but_kept(text: str, target: str) -> None:
    assert read(target, text) == Found(keep=True, foreign=True)


def test_the_currency_of_a_heading_holds_for_figures_below_it() -> None:
    assert read("cost", "120", heading="Cost, USD", cell=NUMBER).foreign
    assert read("cost", "120", heading="Cost, lei", cell=NUMBER).values == {"cost": 120}
    assert read("cost", "120 lei", heading="Cost, USD").values == {"cost": 120}
    assert read("cost", "120", heading="Cost, USD", cell=NUMBER, currency="").values == {"cost": 120}


@pytest.mark.parametrize(
    "text", ["сентябрь 2021", "septembre 2021", "Sept 2021", "sep. 2021", "septembrie 2021", "09.2021"]
)
def test_a_month_as_a_day_and_as_a_quarter(text: str) -> None:
    assert read("signed", text, "agreement") == Found({"signed": date(2021, 9, 1)}, keep=True)
    assert read("expires", text, "agreement") == Found({"expires": date(2021, 9, 30)}, keep=True)
    assert read("end", text).values == {"end": Quarter(2021, 3)}


def test_a_shortened_month() -> None:
    assert read("signed", "дек. 2014", "agreement").values == {"signed": date(2014, 12, 1)}
    assert read("end", "дек. 2014").values == {"end": Quarter(2014, 4)}


@pytest.mark.parametrize("text", ["III кв. 2026", "T3 2026", "trimestrul III 2026", "Q3/2026", "trim. III, 2026"])
def test_a_quarter_as_a_quarter_and_as_a_day(text: str) -> None:
    assert read("end", text).values == {"end": Quarter(2026, 3)}
    assert read("signed", text, "agreement") == Found({"signed": date(2026, 7, 1)}, keep=True)
    assert read("expires", text, "agreement").values == {"expires": date(2026, 9, 30)}
    assert read("expires", text, "agreement", fiscal_start=7).values == {"expires": date(2027, 3, 31)}


@pytest.mark.parametrize("text", ["2013", "2013 г.", "в 2013 году", "anul 2013"])
def test_a_year_as_a_day_where_the_field_takes_one(text: str) -> None:
    assert read("signed", text, "agreement") == Found({"signed": date(2013, 1, 1)}, keep=True)
    assert read("expires", text, "agreement", fiscal_start=7).values == {"expires": date(2013, 12, 31)}
    with pytest.raises(ValueError, match="date_unreadable"):
        read("held_on", text, "consultation")


def test_a_year_begins_in_its_first_quarter_and_ends_in_its_last() -> None:
    assert read("start", "2027").values == {"start": Quarter(2027, 1)}
    assert read("end", "2027").values == {"end": Quarter(2027, 4)}
    assert read("deadline", "2027").values == {"end": Quarter(2027, 4)}


@pytest.mark.parametrize("text", ["2026-2030", "2026–2030 гг."])
def test_two_years_are_start_and_end(text: str) -> None:
    both = {"start": Quarter(2026, 1), "end": Quarter(2030, 4)}
    for target in ("period", "deadline", "start", "end"):
        assert read(target, text).values == both
    assert read("start", text, also="end").values == {"start": Quarter(2026, 1)}
    assert read("end", text, also="start").values == {"end": Quarter(2030, 4)}


def test_a_day_beside_figures_of_months_is_no_quarter() -> None:
    assert read("end", "1 апреля 2026").values == {"end": Quarter(2026, 2)}
    assert read("end", "semestrul I 2027").values == {"end": Quarter(2027, 2)}
    assert read("period", "Q3-Q4/2026").values == {"start": Quarter(2026, 3), "end": Quarter(2026, 4)}
    assert read("end", "2026-09-01", cell=DATE).values == {"end": Quarter(2026, 3)}


@pytest.mark.parametrize(
    "text", ["бессрочно", "сентябрь 2021 – декабрь 2022", "2014, prelungit automat", "2013-2015", "2021"]
)
def test_what_says_too_little_of_a_day(text: str) -> None:
    with pytest.raises(ValueError, match="date_unreadable"):
        read("held_on", text, "consultation")


def test_a_time_before_the_plan() -> None:
    plan = plan_of()
    assert is_early(plan, read("period", "2025-2027").values) and is_early(plan, read("end", "2013").values)
    assert not is_early(plan, read("period", "2026").values) and not is_early(plan, {"title": "x"})
    assert not is_early(plan_of(start_year=None), read("end", "2013").values)
