from __future__ import annotations

import tomllib
import uuid
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import EXISTS, KINDS, answer_uid
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.operations.plan_data import BadSample, puts_of

UID = "11111111-2222-4333-8444-555555555555"
MOLDOVA = Path(__file__).parents[1] / "data" / "moldova.toml"
SOURCE_FIELDS = ("source", "note", "finding")


def plan_of(data: str, texts: Mapping[str, Any] | None = None) -> Plan:
    return Plan(UID).with_puts(puts_of(tomllib.loads(data), texts or {}, UID))


def value_of(puts: list[Put], kind: str, field: str) -> Any:
    return next(put.value for put in puts if put.kind == kind and put.field == field)


def test_every_field_type_is_read() -> None:
    puts = puts_of(
        tomllib.loads(
            """
            [plan]
            country = "XXX"
            start_year = 2027
            census = "2031-07-01"
            roles = ["origin"]
            [institution.labour]
            type = "labour_ministry"
            interest = 4
            [body.council]
            chair = "labour"
            co_chairs = ["labour"]
            data_sharing_rule = false
            budget_amount = "12500.50"
            [action.fees]
            items = ["6L2"]
            start = "2027-Q3"
            cost = 12
            [population_table.census]
            table = [["age", "women", "men"], ["0-4", 10, 11], ["5+", "", 0.5]]
            """,
            parse_float=Decimal,
        ),
        {},
        UID,
    )
    plan = Plan(UID).with_puts(puts)
    assert (plan.frame.country, plan.frame.start_year, plan.frame.census) == ("XXX", 2027, date(2031, 7, 1))
    assert plan.frame.roles == ("origin",)
    body = plan.bodies[0]
    assert body.chair == plan.institutions[0].uid
    assert (body.co_chairs, body.data_sharing_rule, body.budget_amount) == ((body.chair,), False, Decimal("12500.50"))
    action = plan.actions[0]
    assert (action.start, action.cost, action.code) == (Quarter(2027, 3), Decimal(12), "A-06L.02-1")
    table = plan.population_tables[0].table
    assert table is not None
    assert (table.columns, table.rows) == (("women", "men"), ("0-4", "5+"))
    assert table.cells == ((Decimal(10), Decimal(11)), (None, Decimal("0.5")))


def test_texts_are_laid_beside_the_data_and_phrases_stand_for_sentences() -> None:
    texts = {
        "phrase": {"survey": "Labour force survey 2025"},
        "observation": {"rate": {"name": "Youth unemployment", "unit": "%"}},
    }
    plan = plan_of('[observation.rate]\nvalue = 16\nsource = "@survey"\n', texts)
    row = plan.observations[0]
    assert (row.name, row.unit, row.value) == ("Youth unemployment", "%", Decimal(16))
    assert row.source == "Labour force survey 2025"


def test_an_answer_lies_where_every_laptop_looks_for_it() -> None:
    plan = plan_of('[answer]\n"2.3" = { score = "partly" }\n')
    assert plan.answers["2.3"].uid == answer_uid(UID, "2.3") == plan.answer_uid("2.3")


def test_uids_are_the_same_each_time_and_can_be_given() -> None:
    data = tomllib.loads('[institution.labour]\nname = "Ministry"\n')
    first, again = puts_of(data, {}, UID), puts_of(data, {}, UID)
    assert first == again
    assert first[0].uid == str(uuid.uuid5(uuid.UUID(UID), "institution:labour"))
    assert {put.uid for put in puts_of(data, {}, UID, lambda name: f"<{name}>")} == {"<institution:labour>"}


def test_codes_of_actions_follow_their_items() -> None:
    plan = plan_of('[action.a]\nitems = ["2.3"]\n[action.b]\nitems = ["2.3"]\n[action.c]\n[action.d]\ncode = "X-1"\n')
    assert [row.code for row in plan.actions] == ["A-00-1", "A-02.03-1", "A-02.03-2", "X-1"]


def test_the_frame_comes_first_and_each_record_begins_by_existing() -> None:
    puts = puts_of(tomllib.loads('[institution.labour]\nname = "Ministry"\n[plan]\ncountry = "XXX"\n'), {}, UID)
    assert (puts[0].kind, puts[0].uid, puts[0].field, puts[0].value) == ("plan", UID, EXISTS, True)
    assert [put.field for put in puts] == [EXISTS, "country", EXISTS, "name"]
    assert value_of(puts, "institution", "name") == "Ministry"


@pytest.mark.parametrize(
    ("data", "place", "problem"),
    [
        ('[minister.a]\nname = "x"\n', "minister", "kind_unknown"),
        ('[institution.a]\nnmae = "x"\n', "institution.a.nmae", "field_unknown"),
        ('[institution.a]\ntype = "ministry"\n', "institution.a.type", "choice_unknown"),
        ("[institution.a]\ninterest = 6\n", "institution.a.interest", "scale_range"),
        ("[institution.a]\nname = 5\n", "institution.a.name", "wrong_type"),
        ('[body.b]\nchair = "nobody"\n', "body.b.chair", "link_unknown"),
        ('[body.b]\nco_chairs = "nobody"\n', "body.b.co_chairs", "wrong_type"),
        ('[body.b]\nlegal_date = "spring"\n', "body.b.legal_date", "date_unreadable"),
        ('[action.a]\nstart = "2027-Q5"\n', "action.a.start", "quarter_unreadable"),
        ("[action.a]\ncost = -1\n", "action.a.cost", "number_negative"),
        ("[action.a]\ncost = true\n", "action.a.cost", "wrong_type"),
        ('[action.a]\nnote = "@missing"\n', "action.a.note", "phrase_unknown"),
        ('[population_table.p]\ntable = [["age", "women"], ["0-4"]]\n', "population_table.p.table", "wrong_type"),
        ('[institution]\na = "x"\n', "institution.a", "table_expected"),
        ('institution = "x"\n', "institution", "table_expected"),
    ],
)
def test_mistakes_are_named_with_their_place(data: str, place: str, problem: str) -> None:
    with pytest.raises(BadSample) as caught:
        puts_of(tomllib.loads(data), {}, UID)
    assert (caught.value.place, caught.value.problem) == (place, problem)


@pytest.mark.parametrize(
    ("texts", "place", "problem"),
    [
        ({"institution": {"b": {"name": "x"}}}, "institution.b", "text_without_record"),
        ({"institution": {"a": {"type": "other"}}}, "institution.a.type", "given_twice"),
    ],
)
def test_texts_must_fit_the_data(texts: Mapping[str, Any], place: str, problem: str) -> None:
    with pytest.raises(BadSample) as caught:
        puts_of({"institution": {"a": {"type": "ngo"}}}, texts, UID)
    assert (caught.value.place, caught.value.problem) == (place, problem)


# -- the real case: Moldova --------------------------------------------------------------------------------------------


def moldova() -> Mapping[str, Any]:
    return tomllib.loads(MOLDOVA.read_text(encoding="utf-8"), parse_float=Decimal)


def test_moldova_makes_a_plan_with_its_bodies_acts_and_dates() -> None:
    plan = Plan(UID).with_puts(puts_of(moldova(), {}, UID))
    assert (plan.frame.country, plan.frame.start_year, plan.frame.end_year) == ("MDA", 2017, 2020)
    assert plan.name_of("institution", plan.frame.lead, short=True) == "BRD"
    committee = plan.find("body", plan.frame.body)
    assert committee in plan.bodies
    acts = {row.reference: row.dated for row in plan.evidence}
    assert acts["HG 725 of 8 September 2017"] == date(2017, 9, 8)
    assert acts["HG 1009 of 26 December 2011"] == date(2011, 12, 26)
    assert {body.legal_date for body in plan.bodies} == {date(2017, 9, 8), date(2013, 6, 7)}
    assert not plan.agreements and not plan.corridors and not plan.population_tables


def test_every_record_of_moldova_names_its_source() -> None:
    data = moldova()
    for kind, rows in data.items():
        for key, row in ({"": rows} if kind == "plan" else rows).items():
            said = " ".join(str(row.get(field, "")) for field in SOURCE_FIELDS)
            assert any(mark in said for mark in ("HG ", ".org", ".md", ".com", "iom.int")), f"{kind}.{key}"


def test_moldova_names_no_person() -> None:
    data = moldova()
    personal = {(name, field) for name, kind in KINDS.items() for field, spec in kind.fields.items() if spec.person}
    assert not [(kind, key) for kind, rows in data.items() if kind != "plan" for key, row in rows.items()
                for field in row if (kind, field) in personal]  # fmt: skip
