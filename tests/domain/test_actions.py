"""Actions: codes, lights, money. Sums are exact, whatever their size."""

from __future__ import annotations

import threading
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mainstreamer.domain.actions import (
    ZERO,
    action_code,
    by_lead,
    by_objective,
    by_source,
    by_status,
    by_year,
    gap,
    light,
    missed,
    quarters_late,
    secured,
    spread_over_years,
    total,
)
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.kinds import Action
from mainstreamer.domain.plan import Plan, creation

STEADY = settings(derandomize=True, deadline=None)
TODAY = date(2027, 8, 15)
NOW = Quarter(2027, 3)
MANY = Decimal("9" * 40 + ".99")
amounts = st.decimals(0, Decimal("1e40"), places=2)
fine_amounts = st.decimals(0, 1000, places=6)
quarters = st.builds(Quarter, st.integers(2020, 2035), st.integers(1, 4))


def plan_of(*actions: Action) -> Plan:
    return Plan("p", {"action": {action.uid: action for action in actions}})


# -- codes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("items", "taken", "code"),
    [
        ((), (), "A-00-1"),
        (("2.3",), (), "A-02.03-1"),
        (("2.3", "4.1"), ("A-02.03-1",), "A-02.03-2"),
        (("6F2",), ("A-02.03-7",), "A-06F.02-1"),
        (("6H10",), (), "A-06H.10-1"),
        (("10.5",), ("A-10.05-9", "A-10.05-2"), "A-10.05-10"),
        (("2.3",), ("A-02.03-x", "A-02.03-", "A-02.031-4", "A-02.03-" + "9" * 5000), "A-02.03-1"),
        (("own",), (), "A-own-1"),
        (("12",), (), "A-12-1"),
    ],
)
def test_action_code(items: tuple[str, ...], taken: tuple[str, ...], code: str) -> None:
    assert action_code(items, taken) == code


@STEADY
@given(st.lists(st.sampled_from(["2.3", "6F2", "1.2", "12", "own"]), max_size=30))
def test_no_code_is_given_twice(items: list[str]) -> None:
    taken: list[str] = []
    for item in items:
        taken.append(action_code([item], taken))
    assert len(set(taken)) == len(taken)


# -- lights ----------------------------------------------------------------------------------------------------------

GONE = {0: NOW, 1: NOW.plus(-1), 2: NOW.plus(-2), -1: NOW.plus(1)}
LIGHTS = {
    "on_track": ("green", "green", "amber", "red"),
    "at_risk": ("amber", "amber", "amber", "red"),
    "delayed": ("amber", "amber", "amber", "red"),
    "not_started": ("grey", "grey", "amber", "red"),
    "": ("grey", "grey", "amber", "red"),
    "done": ("green", "green", "green", "green"),
    "cancelled": ("grey", "grey", "grey", "grey"),
}
"""The light by status, for an end in the next quarter, in this one, in the last, in the one before."""


def test_every_status_has_its_lights() -> None:
    assert set(LIGHTS) == {*CHOICES["action_status"], ""}


@pytest.mark.parametrize("status", LIGHTS)
@pytest.mark.parametrize(("place", "late"), list(enumerate((-1, 0, 1, 2))))
def test_light_by_end(status: str, place: int, late: int) -> None:
    action = Action("a", status=status, start=Quarter(2028, 1), end=GONE[late])
    assert light(action, TODAY, 1) == LIGHTS[status][place]


@pytest.mark.parametrize(("late", "expected"), [(-1, "grey"), (0, "grey"), (1, "amber"), (2, "red")])
def test_light_by_a_start_that_was_missed(late: int, expected: str) -> None:
    action = Action("a", status="not_started", start=GONE[late], end=Quarter(2030, 1))
    assert light(action, TODAY, 1) == expected
    assert light(Action("a", status="on_track", start=GONE[late], end=Quarter(2030, 1)), TODAY, 1) == "green"


def test_of_a_start_and_an_end_that_passed_the_end_is_told() -> None:
    both = Action("a", status="not_started", start=GONE[2], end=GONE[1])
    assert missed(both, TODAY, 1) == ("end", 1)
    assert (quarters_late(both, TODAY, 1), light(both, TODAY, 1)) == (2, "red")
    assert missed(Action("a", status="", start=GONE[2], end=NOW), TODAY, 1) == ("start", 2)
    assert missed(Action("a", status="on_track", start=GONE[2], end=NOW), TODAY, 1) == ("", 0)
    assert missed(Action("a", status="done", start=GONE[2], end=GONE[1]), TODAY, 1) == ("", 0)


@pytest.mark.parametrize("status", LIGHTS)
def test_blocked_is_red_until_it_is_over(status: str) -> None:
    expected = {"done": "green", "cancelled": "grey"}.get(status, "red")
    assert light(Action("a", status=status, blocked=True), TODAY, 1) == expected


def test_lateness_follows_the_fiscal_year() -> None:
    action = Action("a", status="on_track", end=Quarter(2027, 1))
    assert quarters_late(action, TODAY, 1) == 2
    assert quarters_late(action, TODAY, 7) == 0
    assert quarters_late(action, date(2027, 10, 1), 7) == 1
    assert quarters_late(Action("a"), TODAY, 1) == 0


# -- money -----------------------------------------------------------------------------------------------------------


def test_gap() -> None:
    assert gap(Action("a", cost=Decimal(10), secured_state=Decimal(3), secured_external=Decimal(2))) == 5
    assert gap(Action("a", cost=Decimal(1), secured_state=Decimal(3))) == -2
    assert gap(Action("a", secured_state=Decimal(3))) is None
    assert gap(Action("a", existing_resources=True)) == 0
    assert secured(Action("a")) == 0


def test_totals_leave_cancelled_out_and_surplus_fills_no_other_gap() -> None:
    found = total(
        [
            Action("a", cost=Decimal(10), secured_state=Decimal(4)),
            Action("b", cost=Decimal(1), secured_external=Decimal(5)),
            Action("c", secured_state=Decimal(2)),
            Action("d", cost=Decimal(99), status="cancelled"),
        ]
    )
    assert (found.actions, found.cost, found.state, found.external, found.gap, found.uncosted) == (3, 11, 6, 5, 6, 1)
    assert (found.surplus, found.unasked) == (4, 2)
    assert found.cost - found.state - found.external == found.gap - found.surplus - found.unasked


def test_sums_of_forty_digits_are_exact() -> None:
    rows = [Action(str(n), cost=MANY, secured_state=Decimal("0.01")) for n in range(3)]
    assert total(rows).cost == Decimal("2" + "9" * 40 + ".97")
    assert total(rows).gap == Decimal("2" + "9" * 40 + ".94")


def test_sums_are_exact_in_a_worker_thread_too() -> None:
    found: list[Decimal] = []
    worker = threading.Thread(target=lambda: found.append(total([Action("a", cost=MANY), Action("b", cost=MANY)]).cost))
    worker.start()
    worker.join()
    assert found == [Decimal("1" + "9" * 40 + ".98")]


def test_groups() -> None:
    plan = plan_of(
        Action("a", leads=("x",), objective="o", cost=Decimal(1), secured_external=Decimal(2), external_source=" P "),
        Action("b", leads=("x", "y"), cost=Decimal(2), secured_external=Decimal(3), external_source="P"),
        Action("c", leads=("x",), objective="o", cost=Decimal(4), secured_external=Decimal(1), status="done"),
        Action("d", leads=("x",), cost=Decimal(8), secured_external=Decimal(9), status="cancelled"),
    )
    assert {lead: found.cost for lead, found in by_lead(plan).items()} == {"x": 5, "": 2}
    assert {objective: found.cost for objective, found in by_objective(plan).items()} == {"o": 5, "": 2}
    assert by_status(plan) == {"": 2, "done": 1, "cancelled": 1}
    assert by_source(plan) == {"P": 5, "": 1}


# -- years -----------------------------------------------------------------------------------------------------------


@STEADY
@given(st.one_of(amounts, fine_amounts), st.none() | quarters, st.none() | quarters)
def test_years_sum_to_the_amount(amount: Decimal, start: Quarter | None, end: Quarter | None) -> None:
    spread = spread_over_years(amount, start, end)
    assert sum(spread.values(), ZERO) == amount
    assert all(part >= 0 for part in spread.values())
    if start is None or end is None or end < start:
        assert list(spread) == [0]
    else:
        assert list(spread) == list(range(start.year, end.year + 1))


def test_equal_parts_over_quarters() -> None:
    spread = spread_over_years(Decimal(700), Quarter(2027, 3), Quarter(2029, 1))
    assert spread == {2027: 200, 2028: 400, 2029: 100}
    assert spread_over_years(Decimal("0.02"), Quarter(2027, 1), Quarter(2029, 4)) == {
        2027: Decimal("0.01"),
        2028: Decimal("0.00"),
        2029: Decimal("0.01"),
    }
    parts_of_a_cent = spread_over_years(Decimal("0.009"), Quarter(2027, 1), Quarter(2029, 4))
    assert min(parts_of_a_cent.values()) == 0 and sum(parts_of_a_cent.values()) == Decimal("0.009")


@STEADY
@given(st.lists(st.tuples(amounts, amounts, amounts, quarters, quarters, st.booleans()), max_size=6))
def test_years_add_up_to_the_totals(rows: list[tuple[Decimal, Decimal, Decimal, Quarter, Quarter, bool]]) -> None:
    actions = [
        Action(
            str(n), cost=cost, secured_state=state, secured_external=external, start=start, end=end,
            status="cancelled" if cancelled else "on_track",
        )
        for n, (cost, state, external, start, end, cancelled) in enumerate(rows)
    ]  # fmt: skip
    years = by_year(plan_of(*actions))
    whole = total(actions)
    assert list(years) == sorted(years)
    for name in ("cost", "state", "external", "gap"):
        assert sum((getattr(year, name) for year in years.values()), ZERO) == getattr(whole, name)


def test_actions_come_in_the_order_of_their_codes() -> None:
    plan = Plan("p")
    for uid, code in (("a", "A-10"), ("b", ""), ("c", "A-2")):
        plan = plan.with_puts(creation("action", uid, {"code": code}))
    assert [action.uid for action in plan.actions] == ["c", "a", "b"]
