"""Rules about the frame of the plan: its period, its calendar, its reporting, its adoption."""

from __future__ import annotations

from collections.abc import Iterator

from mainstreamer.domain.fields import Date
from mainstreamer.domain.kinds import KINDS, PlanFrame
from mainstreamer.domain.readiness.finding import Finding, found
from mainstreamer.domain.readiness.inspection import Inspection

_LAUNCH, _ACTION_PLAN, _ADOPTION = 1, 9, 10
_CALENDAR = tuple(
    field for field, spec in KINDS["plan"].fields.items() if spec.group == "calendar" and isinstance(spec.type, Date)
)


def frame_findings(look: Inspection) -> Iterator[Finding]:
    """Findings about the frame."""
    frame = look.plan.frame
    for code, field, step, broken in (
        ("plan_end_before_start", "end_year", _LAUNCH, end_before_start(frame)),
        ("price_year_missing", "price_year", _LAUNCH, frame.price_year is None),
        ("planning_calendar_empty", "current_plan_end", _LAUNCH, calendar_empty(frame)),
        ("current_plan_end_missing", "current_plan_end", _LAUNCH, current_plan_end_missing(frame)),
        ("no_process_lead", "lead", _LAUNCH, not frame.lead),
        ("no_reporting_date", "ministries_report", _ACTION_PLAN, no_reporting_date(frame)),
        ("plan_not_adopted", "adopted_on", _ADOPTION, frame.adopted_on is None),
    ):
        if broken:
            yield found(code, "plan", frame.uid, field, step)


def end_before_start(frame: PlanFrame) -> bool:
    """The last year lies before the first."""
    return frame.start_year is not None and frame.end_year is not None and frame.end_year < frame.start_year


def calendar_empty(frame: PlanFrame) -> bool:
    """No date of the planning calendar is known."""
    return all(getattr(frame, field) is None for field in _CALENDAR)


def current_plan_end_missing(frame: PlanFrame) -> bool:
    """Some dates are known, but not the end of the plan in force, from which the time left is counted."""
    return frame.current_plan_end is None and not calendar_empty(frame)


def no_reporting_date(frame: PlanFrame) -> bool:
    """Neither ministries nor the lead have a day on which to report."""
    return frame.ministries_report is None and frame.government_report is None
