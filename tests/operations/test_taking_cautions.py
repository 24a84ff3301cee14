"""What is said beside changes of a returned workbook that would make the plan worse."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.history import Cell
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.returned import NewRow, Place
from mainstreamer.domain.taking import (
    ALREADY,
    CHANGED,
    CONFLICT,
    EMPTIED,
    REVERSED,
    TakenCell,
    TakenRow,
    Taking,
)
from mainstreamer.knowledge import plan_checklist
from mainstreamer.language import language
from mainstreamer.language.workbooks import caution_sentence
from mainstreamer.operations.taking_cautions import with_cautions
from mainstreamer.operations.taking_report import choices_for, with_everything
from tests.exchange.small_plan import TODAY, full_plan, uid

HERE = Place("Sheet", 5, 3)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return full_plan()


def change(plan: Plan, kind: str, key: str, name: str, new: Any, state: str = CHANGED) -> TakenCell:
    now = plan.value(kind, key, name)
    return TakenCell(kind, key, name, now, now, new, HERE, state)


def looked_at(plan: Plan, *cells: TakenCell, rows: tuple[TakenRow, ...] = ()) -> Taking:
    taking = Taking("out.xlsx", "", "", {}, "en", cells, rows)
    return with_cautions(plan, taking, plan_checklist(plan, "en"), TODAY)


def codes(taking: Taking) -> list[tuple[str, str]]:
    return [(one.cell.field, one.finding.code if one.finding is not None else one.code) for one in taking.cautions]


def whole(plan: Plan) -> Plan:
    """Action a1 runs from the first to the last quarter of 2028, with a lead and a cost."""
    from mainstreamer.domain.plan import Put

    values = {"start": Quarter(2028, 1), "end": Quarter(2028, 4), "status": "on_track", "title": "Count people"}
    return plan.with_puts([Put("action", uid("a1"), name, value) for name, value in values.items()])


@pytest.mark.parametrize(
    ("name", "new"), [("start", Quarter(2029, 2)), ("end", Quarter(2027, 4))], ids=["the start alone", "the end alone"]
)
@pytest.mark.parametrize("state", [CHANGED, CONFLICT])
def test_an_end_before_its_start_is_said_beside_the_cell_that_was_edited(
    plan: Plan, name: str, new: Quarter, state: str
) -> None:
    plan = whole(plan)
    found = looked_at(plan, change(plan, "action", uid("a1"), name, new, state))
    assert (name, "action_end_before_start") in codes(found)
    assert not found.emptied
    said = [caution_sentence(language("en"), with_everything(plan, found), one) for one in found.cautions]
    assert any(sentence.startswith("Action: it ends in ") for sentence in said)


def test_what_does_not_make_the_plan_worse_is_not_said(plan: Plan) -> None:
    plan = whole(plan)
    title = change(plan, "action", uid("a1"), "title", "Another title")
    assert looked_at(plan, title).cautions == ()
    done = change(plan, "action", uid("a1"), "end", Quarter(2027, 1), ALREADY)
    assert looked_at(plan, done).cautions == ()
    both = (
        change(plan, "action", uid("a1"), "start", Quarter(2029, 1)),
        change(plan, "action", uid("a1"), "end", Quarter(2029, 2)),
    )
    assert "action_end_before_start" not in {code for _, code in codes(looked_at(plan, *both))}


def test_years_of_the_plan_the_wrong_way_round(plan: Plan) -> None:
    found = looked_at(plan, change(plan, "plan", plan.uid, "start_year", 2199))
    assert ("start_year", "plan_end_before_start") in codes(found)


def test_a_compulsory_field_that_would_be_empty_is_left_unless_it_is_wanted(plan: Plan) -> None:
    plan = whole(plan)
    found = looked_at(
        plan, change(plan, "action", uid("a1"), "title", ""), change(plan, "action", uid("a1"), "risk", "")
    )
    assert codes(found) == [("title", EMPTIED)]
    cell = Cell("action", uid("a1"), "title")
    assert found.emptied == {cell}
    assert choices_for(found, "", False).left_cells == {cell}
    assert choices_for(found, "", False, empty_compulsory=True).left_cells == frozenset()
    assert caution_sentence(language("en"), plan, found.cautions[0]) == "“Action” is compulsory and would be empty."
    assert "станет пустым" in caution_sentence(language("ru"), plan, found.cautions[0])


def test_days_that_readiness_does_not_compare(plan: Plan) -> None:
    from mainstreamer.domain.plan import Put, creation

    key = uid("an agreement")
    plan = plan.with_puts(
        [*creation("agreement", key, {"title": "Treaty"}), Put("agreement", key, "expires", date(2030, 1, 1))]
    )
    found = looked_at(plan, change(plan, "agreement", key, "in_force", date(2031, 1, 1)))
    (one,) = found.cautions
    assert (one.code, one.cell.field, one.other) == (REVERSED, "in_force", "expires")
    speech = language("en")
    last, first = speech.field("agreement", "expires"), speech.field("agreement", "in_force")
    assert caution_sentence(speech, plan, one) == f"“{last}” would lie before “{first}”."
    again = looked_at(plan, change(plan, "agreement", key, "expires", date(2029, 1, 1)))
    assert again.cautions == ()


def test_a_share_of_more_than_all(plan: Plan) -> None:
    from mainstreamer.domain.plan import Put, creation

    key = uid("a share")
    values = {"action": uid("a1"), "name": "Registered", "unit": "% of returnees", "target": Decimal(80)}
    plan = whole(plan).with_puts(creation("action_indicator", key, values))
    found = looked_at(plan, change(plan, "action_indicator", key, "target", Decimal(120)))
    assert ("target", "indicator_share_over_hundred") in codes(found)
    people = plan.with_puts([Put("action_indicator", key, "unit", "people")])
    assert looked_at(people, change(people, "action_indicator", key, "target", Decimal(120))).cautions == ()


def test_more_money_than_an_action_costs(plan: Plan) -> None:
    from mainstreamer.domain.plan import Put

    plan = whole(plan).with_puts(
        [Put("action", uid("a1"), "cost", Decimal(100)), Put("action", uid("a1"), "secured_state", Decimal(50))]
    )
    found = looked_at(plan, change(plan, "action", uid("a1"), "secured_state", Decimal(150)))
    assert ("secured_state", "action_negative_gap") in codes(found)


def test_new_rows_are_looked_at_by_what_stands_in_them(plan: Plan) -> None:
    values = {"title": "New", "start": Quarter(2029, 1), "end": Quarter(2028, 1)}
    row = NewRow("action", uid("new"), HERE, values, dict.fromkeys(values, HERE))
    found = looked_at(plan, rows=(TakenRow(row),))
    assert ("end", "action_end_before_start") in codes(found)
    assert {one.cell.field for one in found.cautions} <= set(values)


def test_every_field_besides_is_one_of_its_record() -> None:
    from mainstreamer.domain.kinds import KINDS
    from mainstreamer.domain.readiness.finding import ALSO_ABOUT, FINDING_CODES

    names = {name for kind in KINDS.values() for name in kind.fields}
    assert set(ALSO_ABOUT) <= set(FINDING_CODES)
    assert {name for fields in ALSO_ABOUT.values() for name in fields} <= names
