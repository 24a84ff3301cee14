"""Actions on the fiscal calendar: from when to when they run, which years are drawn, what lies outside the plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mainstreamer.domain.calendar import Quarter, quarter_of
from mainstreamer.domain.kinds import Action, PlanFrame

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""The years that a fiscal quarter may have (`fields.FiscalQuarter`)."""


def span_of(action: Action) -> tuple[Quarter, Quarter] | None:
    """The earlier and the later of an action's dates; one date stands for both; None without any."""
    dates = [day for day in (action.start, action.end) if day is not None]
    return (min(dates), max(dates)) if dates else None


def is_reversed(action: Action) -> bool:
    """Whether an action ends before it starts."""
    return action.start is not None and action.end is not None and action.end < action.start


def place_of_day(day: date, fiscal_start: int) -> float:
    """Quarters since year 0 with the part of the quarter that has passed: `Quarter.index` of its first day, and more."""
    quarter = quarter_of(day, fiscal_start)
    first, after = quarter.first_day(fiscal_start), quarter.plus(1).first_day(fiscal_start)
    return quarter.index + (day - first).days / (after - first).days


def plan_years(frame: PlanFrame) -> range:
    """The fiscal years of the plan; empty while they are open or reversed."""
    if frame.start_year is None or frame.end_year is None:
        return range(0)
    return range(frame.start_year, frame.end_year + 1)


def is_outside(quarter: Quarter, frame: PlanFrame) -> bool:
    """Whether a quarter lies in no fiscal year of the plan; where those are open, nothing lies outside."""
    years = plan_years(frame)
    return bool(years) and quarter.year not in years


def years_drawn(frame: PlanFrame, actions: Iterable[Action], today: date) -> range:
    """Fiscal years from the first to the last of the plan and of its actions; this year where there are none."""
    years = {quarter.year for action in actions for quarter in (action.start, action.end) if quarter is not None}
    years.update(plan_years(frame))
    if not years:
        years.add(quarter_of(today, frame.fiscal_start or 1).year)
    return range(min(years), max(years) + 1)
