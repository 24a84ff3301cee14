"""Moving the dates of actions: puts that keep every action from ending before it starts."""

from __future__ import annotations

from datetime import date

import pytest

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import Action
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.operations import scheduling
from mainstreamer.storage.document import Document

Q = Quarter
DATES = {
    "whole": {"start": Q(2027, 2), "end": Q(2028, 1)},
    "begun": {"start": Q(2027, 4)},
    "due": {"end": Q(2027, 4)},
    "turned": {"start": Q(2028, 3), "end": Q(2027, 3)},
    "open": {},
}
FRAME = {"start_year": 2027, "end_year": 2031, "fiscal_start": 7}


@pytest.fixture
def plan() -> Plan:
    puts = creation("plan", "p", FRAME)
    for uid, dates in DATES.items():
        puts += creation("action", uid, {"title": uid, **dates})
    return Plan("p").with_puts(puts)


def dates(plan: Plan, uid: str) -> tuple[Quarter | None, Quarter | None]:
    found = plan.find("action", uid)
    assert isinstance(found, Action)
    return found.start, found.end


def test_moving_keeps_the_length_and_leaves_missing_dates_missing(plan: Plan) -> None:
    after = plan.with_puts(scheduling.move(plan, list(DATES), 3))
    assert dates(after, "whole") == (Q(2028, 1), Q(2028, 4))
    assert dates(after, "begun") == (Q(2028, 3), None)
    assert dates(after, "due") == (None, Q(2028, 3))
    assert dates(after, "open") == (None, None)


def test_at_the_edge_of_the_calendar_all_stop_together(plan: Plan) -> None:
    after = plan.with_puts(scheduling.move(plan, ["whole", "begun"], -4 * 500))
    assert dates(after, "whole") == (Q(1900, 1), Q(1900, 4))
    assert dates(after, "begun") == (Q(1900, 3), None)


def test_the_start_moves_no_further_than_the_end(plan: Plan) -> None:
    assert dates(plan.with_puts(scheduling.move_start(plan, ["whole"], 9)), "whole") == (Q(2028, 1), Q(2028, 1))
    assert dates(plan.with_puts(scheduling.move_start(plan, ["whole"], -2)), "whole") == (Q(2026, 4), Q(2028, 1))
    assert dates(plan.with_puts(scheduling.move_start(plan, ["begun"], 2)), "begun") == (Q(2028, 2), None)
    assert dates(plan.with_puts(scheduling.move_start(plan, ["due"], -1)), "due") == (Q(2027, 3), Q(2027, 4))


def test_the_end_moves_no_further_than_the_start(plan: Plan) -> None:
    assert dates(plan.with_puts(scheduling.move_end(plan, ["whole"], -9)), "whole") == (Q(2027, 2), Q(2027, 2))
    assert dates(plan.with_puts(scheduling.move_end(plan, ["whole"], 5)), "whole") == (Q(2027, 2), Q(2029, 2))
    assert dates(plan.with_puts(scheduling.move_end(plan, ["due"], 1)), "due") == (None, Q(2028, 1))
    assert dates(plan.with_puts(scheduling.move_end(plan, ["begun"], 1)), "begun") == (Q(2027, 4), Q(2028, 1))
    assert scheduling.move_end(plan, ["open"], 1) == []


def test_moving_an_end_sets_reversed_dates_right(plan: Plan) -> None:
    assert dates(plan.with_puts(scheduling.move_end(plan, ["turned"], 1)), "turned") == (Q(2027, 3), Q(2028, 4))


def test_dates_are_given_in_either_direction(plan: Plan) -> None:
    after = plan.with_puts(scheduling.give_dates(plan, "open", Q(2029, 1), Q(2028, 2)))
    assert dates(after, "open") == (Q(2028, 2), Q(2029, 1))
    assert scheduling.give_dates(plan, "nobody", Q(2029, 1), Q(2029, 1)) == []


@pytest.mark.parametrize(
    ("today", "quarter"),
    [(date(2026, 1, 1), Q(2027, 1)), (date(2028, 2, 1), Q(2027, 3)), (date(2040, 1, 1), Q(2031, 4))],
)
def test_first_dates_are_now_or_at_the_nearest_edge_of_the_plan(plan: Plan, today: date, quarter: Quarter) -> None:
    after = plan.with_puts(scheduling.begin(plan, ["open", "whole"], today))
    assert dates(after, "open") == (quarter, quarter)
    assert dates(after, "whole") == dates(plan, "whole")


def test_each_verb_is_taken_back_by_itself(document: Document) -> None:
    document.put("add", creation("action", "a", DATES["whole"]))
    for _ in range(2):
        document.put(scheduling.VERB, scheduling.move_end(document.plan, ["a"], 1))
    assert dates(document.plan, "a") == (Q(2027, 2), Q(2028, 3))
    document.undo()
    assert dates(document.plan, "a") == (Q(2027, 2), Q(2028, 2))
