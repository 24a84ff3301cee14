"""Dates of actions: move them, give them a start, an end or both. An action never ends before it starts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mainstreamer.domain.calendar import Quarter, quarter_of
from mainstreamer.domain.kinds import Action
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.domain.timeline import FIRST_YEAR, LAST_YEAR, plan_years, span_of

VERB = "schedule"
_FIRST, _LAST = Quarter(FIRST_YEAR, 1), Quarter(LAST_YEAR, 4)


def move(plan: Plan, uids: Sequence[str], quarters: int) -> list[Put]:
    """Move actions by so many quarters, all by the same; those without dates stay without."""
    actions = _actions(plan, uids)
    dates = [day for action in actions for day in (action.start, action.end) if day is not None]
    if not dates:
        return []
    # At the edge of the calendar all stop together, so that they keep their distances.
    quarters = max(_FIRST.index - min(dates).index, min(_LAST.index - max(dates).index, quarters))
    puts = []
    for action in actions:
        for field in ("start", "end"):
            day: Quarter | None = getattr(action, field)
            if day is not None:
                puts.append(Put("action", action.uid, field, day.plus(quarters)))
    return puts


def move_start(plan: Plan, uids: Sequence[str], quarters: int) -> list[Put]:
    """Move the start of actions by so many quarters, no further than their end."""
    puts = []
    for action in _actions(plan, uids):
        if (span := span_of(action)) is not None:
            start = _kept(span[0].plus(quarters))
            puts += _dates(action, start if action.end is None else min(start, span[1]), action.end and span[1])
    return puts


def move_end(plan: Plan, uids: Sequence[str], quarters: int) -> list[Put]:
    """Move the end of actions by so many quarters, no further than their start."""
    puts = []
    for action in _actions(plan, uids):
        if (span := span_of(action)) is not None:
            end = _kept(span[1].plus(quarters))
            puts += _dates(action, action.start and span[0], end if action.start is None else max(end, span[0]))
    return puts


def give_dates(plan: Plan, uid: str, one: Quarter, other: Quarter) -> list[Put]:
    """Let an action run from the earlier to the later of two quarters, both inside."""
    start, end = _kept(min(one, other)), _kept(max(one, other))
    return [put for action in _actions(plan, (uid,)) for put in _dates(action, start, end)]


def begin(plan: Plan, uids: Sequence[str], today: date) -> list[Put]:
    """First dates for actions that have none: the present quarter, or the first of the plan when that is still to come."""
    frame = plan.frame
    quarter, years = quarter_of(today, frame.fiscal_start or 1), plan_years(frame)
    if years and quarter.year not in years:
        quarter = Quarter(years[0], 1) if quarter.year < years[0] else Quarter(years[-1], 4)
    undated = [action.uid for action in _actions(plan, uids) if span_of(action) is None]
    return [put for uid in undated for put in give_dates(plan, uid, quarter, quarter)]


def _actions(plan: Plan, uids: Sequence[str]) -> list[Action]:
    found = (plan.find("action", uid) for uid in uids)
    return [action for action in found if isinstance(action, Action)]


def _dates(action: Action, start: Quarter | None, end: Quarter | None) -> list[Put]:
    return [Put("action", action.uid, "start", start), Put("action", action.uid, "end", end)]


def _kept(quarter: Quarter) -> Quarter:
    """The quarter, inside the calendar."""
    return max(_FIRST, min(_LAST, quarter))
