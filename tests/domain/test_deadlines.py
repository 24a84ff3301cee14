"""What is late and what is due next, and whose it is."""

from __future__ import annotations

from datetime import date

import pytest

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.deadlines import Deadline, agenda, deadlines, next_deadline
from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Plan, creation

TODAY = date(2027, 8, 16)
"""In the third quarter of 2027."""


def plan_of(*records: tuple[str, dict[str, object]], **frame: object) -> Plan:
    plan = Plan(new_uid())
    values = {"start_year": 2027, "end_year": 2031, "fiscal_start": 1, **frame}
    plan = plan.with_puts(creation("plan", plan.uid, values))
    for kind, fields in records:
        plan = plan.with_puts(creation(kind, str(fields.pop("uid", new_uid())), fields))
    return plan


def told(plan: Plan, today: date = TODAY) -> list[tuple[str, str, date, int]]:
    return [(one.kind, one.field, one.day, one.quarters) for one in deadlines(plan, today)]


def test_an_empty_plan_has_no_deadlines() -> None:
    assert deadlines(plan_of(), TODAY) == ()
    assert next_deadline(()) is None
    assert agenda((), 5) == ()


def test_days_of_the_calendar_come_but_are_never_late() -> None:
    plan = plan_of(budget_circular=date(2027, 9, 30), census=date(2027, 5, 1), review_date=TODAY)
    assert told(plan) == [("plan", "review_date", TODAY, 0), ("plan", "budget_circular", date(2027, 9, 30), 0)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"end": Quarter(2027, 2), "status": "on_track"}, ("end", date(2027, 6, 30), 1)),
        ({"end": Quarter(2026, 4), "status": "delayed"}, ("end", date(2026, 12, 31), 3)),
        ({"end": Quarter(2027, 3), "status": "on_track"}, ("end", date(2027, 9, 30), 0)),
        (
            {"start": Quarter(2027, 1), "end": Quarter(2029, 4), "status": "not_started"},
            ("start", date(2027, 3, 31), 2),
        ),
        ({"start": Quarter(2027, 1), "end": Quarter(2029, 4), "status": ""}, ("start", date(2027, 3, 31), 2)),
        (
            {"start": Quarter(2027, 4), "end": Quarter(2029, 4), "status": "not_started"},
            ("start", date(2027, 12, 31), 0),
        ),
        (
            {"start": Quarter(2026, 1), "end": Quarter(2027, 2), "status": "not_started"},
            ("end", date(2027, 6, 30), 1),
        ),
    ],
)
def test_an_action_is_due_at_its_start_and_then_at_its_end(
    values: dict[str, object], expected: tuple[str, date, int]
) -> None:
    assert told(plan_of(("action", {"title": "A", **values}))) == [("action", *expected)]


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_what_is_done_or_cancelled_is_not_due(status: str) -> None:
    uid = new_uid()
    plan = plan_of(
        ("action", {"uid": uid, "title": "A", "end": Quarter(2026, 1), "status": status}),
        ("action_indicator", {"action": uid, "name": "I", "baseline_due": Quarter(2026, 1)}),
    )
    assert told(plan) == []


def test_baselines_bodies_agreements_and_corridors() -> None:
    uid = new_uid()
    plan = plan_of(
        ("action", {"uid": uid, "title": "A"}),
        ("action_indicator", {"action": uid, "name": "I", "baseline_due": Quarter(2027, 2)}),
        ("body", {"name": "B", "term_end": date(2027, 1, 1)}),
        ("body", {"name": "Gone", "term_end": date(2027, 1, 1), "status": "dissolved"}),
        (
            "agreement",
            {"title": "G", "status": "in_force", "expires": date(2028, 1, 1), "review_date": date(2027, 1, 1)},
        ),
        ("agreement", {"title": "Draft", "status": "negotiation", "expires": date(2027, 12, 1)}),
        ("corridor", {"partner": "ITA", "next_meeting": date(2027, 10, 1)}),
    )
    assert told(plan) == [
        ("body", "term_end", date(2027, 1, 1), 2),
        ("agreement", "review_date", date(2027, 1, 1), 2),
        ("action_indicator", "baseline_due", date(2027, 6, 30), 1),
        ("corridor", "next_meeting", date(2027, 10, 1), 0),
        ("agreement", "expires", date(2028, 1, 1), 0),
    ]


@pytest.mark.parametrize(
    ("values", "late"),
    [
        ({}, True),
        ({"last_meeting": date(2023, 9, 30)}, True),
        ({"last_meeting": date(2023, 10, 1)}, False),
        ({"last_meeting": date(2026, 5, 5)}, False),
        ({"status": "expired"}, False),
        ({"status": "signed"}, False),
    ],
)
def test_a_review_that_passed_is_late_until_both_sides_met(values: dict[str, object], late: bool) -> None:
    plan = plan_of(("agreement", {"title": "G", "status": "in_force", "review_date": date(2023, 10, 1), **values}))
    assert told(plan) == ([("agreement", "review_date", date(2023, 10, 1), 15)] if late else [])


def test_a_review_to_come_is_not_hidden_by_a_meeting() -> None:
    values = {"status": "in_force", "review_date": date(2027, 9, 1), "last_meeting": date(2027, 8, 16)}
    assert told(plan_of(("agreement", {"title": "G", **values}))) == [("agreement", "review_date", date(2027, 9, 1), 0)]


def test_what_ran_out_earlier_in_this_quarter_is_late_by_one() -> None:
    plan = plan_of(("body", {"name": "B", "term_end": date(2027, 8, 15)}))
    assert told(plan) == [("body", "term_end", date(2027, 8, 15), 1)]


def test_quarters_are_those_of_the_fiscal_calendar() -> None:
    plan = plan_of(("action", {"title": "A", "end": Quarter(2026, 4), "status": "on_track"}), fiscal_start=7)
    assert told(plan) == [("action", "end", date(2027, 6, 30), 1)]


def test_each_has_whoever_answers_for_it() -> None:
    ministry, chancellery = new_uid(), new_uid()
    plan = plan_of(
        ("institution", {"uid": ministry, "name": "Ministry"}),
        ("institution", {"uid": chancellery, "name": "Chancellery"}),
        ("action", {"title": "A", "end": Quarter(2027, 3), "status": "on_track", "leads": (ministry,)}),
        lead=chancellery,
        budget_circular=date(2027, 9, 1),
    )
    assert [one.institution for one in deadlines(plan, TODAY)] == [chancellery, ministry]


def days(*offsets: int) -> tuple[Deadline, ...]:
    """Deadlines so many days from today; what lies before is late."""
    return tuple(
        Deadline(date.fromordinal(TODAY.toordinal() + offset), "plan", "", str(offset), int(offset < 0))
        for offset in offsets
    )


def test_a_short_list_shows_both_late_and_next() -> None:
    many = days(*range(-50, 50))
    assert [one.field for one in agenda(many, 5)] == ["-50", "-49", "-48", "0", "1"]
    assert [one.field for one in agenda(days(-2, -1, 3), 5)] == ["-2", "-1", "3"]
    assert [one.field for one in agenda(days(-1, *range(9)), 4)] == ["-1", "0", "1", "2"]
    assert [one.field for one in agenda(days(*range(-9, 1)), 4)] == ["-9", "-8", "-7", "0"]
    first = next_deadline(many)
    assert first is not None and first.field == "0"
