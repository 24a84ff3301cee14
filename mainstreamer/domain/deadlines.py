"""What is late, and what is due next: dates of the plan's calendar, of actions, bodies, treaties, agreements and corridors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mainstreamer.domain.actions import counts
from mainstreamer.domain.calendar import Quarter, quarter_of
from mainstreamer.domain.cooperation import missed_review
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.readiness.responsible import responsible_for_field
from mainstreamer.domain.treaties import is_reported

_CALENDAR = (
    "budget_circular", "current_plan_end", "next_plan_start", "midterm_review", "un_framework", "voluntary_review",
    "census", "ministries_report", "government_report", "review_date",
)  # fmt: skip
"""Days of the frame that come; once past, they are past and not late."""


@dataclass(frozen=True)
class Deadline:
    """A day by which something is due, and the field that says so.

    `quarters` counts how many fiscal quarters ago that was: 0 for what is still to come, 1 for what was due in the quarter
    before or earlier in this one. `institution` is who answers for it, empty when nobody is named.
    """

    day: date
    kind: str
    uid: str
    field: str
    quarters: int = 0
    institution: str = ""

    @property
    def late(self) -> bool:
        return self.quarters > 0


def deadlines(plan: Plan, today: date) -> tuple[Deadline, ...]:
    """Everything late or due, what has waited longest first; on one day, actions in the order of their codes."""
    now = quarter_of(today, plan.frame.fiscal_start or 1)

    def made(day: date, kind: str, uid: str, field: str) -> Deadline:
        quarters = 0
        if day < today:
            quarters = max(1, now.index - quarter_of(day, plan.frame.fiscal_start or 1).index)
        return Deadline(day, kind, uid, field, quarters, responsible_for_field(plan, kind, uid, field))

    found = (made(*one) for part in (_calendar, _actions, _bodies, _treaties, _agreements) for one in part(plan, today))
    return tuple(sorted(found, key=lambda one: one.day))


Due = tuple[date, str, str, str]


def _calendar(plan: Plan, today: date) -> Iterator[Due]:
    frame = plan.frame
    for field in _CALENDAR:
        day = getattr(frame, field)
        if day is not None and day >= today:
            yield day, "plan", frame.uid, field


def _actions(plan: Plan, today: date) -> Iterator[Due]:
    """The end of what is not done; before that the start of what has not begun, which is due by the end of its quarter. Once
    the end has passed, that is what is late."""
    fiscal = plan.frame.fiscal_start or 1

    def last(quarter: Quarter) -> date:
        return quarter.last_day(fiscal)

    for action in plan.actions:
        if not counts(action) or action.status == "done":
            continue
        over = action.end is not None and last(action.end) < today
        if action.start is not None and action.status in ("", "not_started") and not over:
            yield last(action.start), "action", action.uid, "start"
        elif action.end is not None:
            yield last(action.end), "action", action.uid, "end"
        for row in plan.action_indicators.get(action.uid, ()):
            if row.baseline is None and row.baseline_due is not None:
                yield last(row.baseline_due), "action_indicator", row.uid, "baseline_due"


def _bodies(plan: Plan, today: date) -> Iterator[Due]:
    for body in plan.bodies:
        if body.status == "dissolved":
            continue
        if body.term_end is not None:
            yield body.term_end, "body", body.uid, "term_end"
        if body.review_date is not None and body.review_date >= today:
            yield body.review_date, "body", body.uid, "review_date"


def _treaties(plan: Plan, today: date) -> Iterator[Due]:
    """Reports to treaty bodies that were not sent: those to come, and those that were due."""
    for treaty in plan.treaties:
        if treaty.report_due is not None and not is_reported(treaty):
            yield treaty.report_due, "treaty", treaty.uid, "report_due"


def _agreements(plan: Plan, today: date) -> Iterator[Due]:
    """What is in force and runs out or is to be looked at again.

    One that ran out is late, as it is still called in force. So is a review whose day passed without a later day for the next
    one, unless the joint committee met on that day or since.
    """
    for agreement in plan.agreements:
        if agreement.status != "in_force":
            continue
        if agreement.expires is not None:
            yield agreement.expires, "agreement", agreement.uid, "expires"
        review = agreement.review_date
        if review is not None and (review >= today or missed_review(agreement, today)):
            yield review, "agreement", agreement.uid, "review_date"
    for corridor in plan.corridors:
        if corridor.next_meeting is not None and corridor.next_meeting >= today:
            yield corridor.next_meeting, "corridor", corridor.uid, "next_meeting"


def next_deadline(found: tuple[Deadline, ...]) -> Deadline | None:
    """The first day that is still to come."""
    return next((one for one in found if not one.late), None)


def agenda(found: tuple[Deadline, ...], most: int) -> tuple[Deadline, ...]:
    """So many of them for a short list: what is late and what comes next by turns, so that neither hides the other."""
    late = [one for one in found if one.late]
    coming = [one for one in found if not one.late]
    of_late = min(len(late), max(most - len(coming), (most + 1) // 2))
    return (*late[:of_late], *coming[: most - of_late])
