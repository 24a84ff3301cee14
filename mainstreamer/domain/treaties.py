"""The status table of treaties: what a plan says of each treaty of the list, and what follows from that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mainstreamer.domain.choices import TREATIES
from mainstreamer.domain.kinds import Treaty, treaty_uid
from mainstreamer.domain.plan import Plan


def of_list(plan: Plan) -> dict[str, Treaty]:
    """The record of each treaty of the list that was entered, by its code.

    One entered twice is represented by the record with the uid that every copy of the plan gives it, else by the first.
    """
    found: dict[str, Treaty] = {}
    for row in plan.treaties:
        if row.treaty in _LISTED and (row.treaty not in found or row.uid == treaty_uid(plan.uid, row.treaty)):
            found[row.treaty] = row
    return found


_LISTED = frozenset(TREATIES)


def missing(plan: Plan) -> tuple[str, ...]:
    """Codes of the list that were not entered yet."""
    entered = of_list(plan)
    return tuple(code for code in TREATIES if code not in entered)


def is_reported(treaty: Treaty) -> bool:
    """The report for the day entered was sent: the last one left on that day or later, or up to a year before it."""
    due, last = treaty.report_due, treaty.last_report
    return due is not None and last is not None and last >= _year_before(due)


def is_overdue(treaty: Treaty, today: date) -> bool:
    """A report was due before today and was not sent."""
    return treaty.report_due is not None and treaty.report_due < today and not is_reported(treaty)


def _year_before(day: date) -> date:
    """The same day a year ago; of 29 February, the 28th."""
    return day.replace(year=max(day.year - 1, 1), day=28 if (day.month, day.day) == (2, 29) else day.day)


@dataclass(frozen=True)
class Tally:
    """How a set of treaties stands: entered or not, they are `of`; `unknown` are those whose status nobody looked up."""

    of: int
    ratified: int
    signed: int
    neither: int
    unknown: int
    overdue: int


def tally(rows: Iterable[Treaty | None], today: date) -> Tally:
    """Count treaties by status; None stands for one that was not entered."""
    every = list(rows)
    known = [row for row in every if row is not None]
    by_status = {status: sum(row.status == status for row in known) for status in ("ratified", "signed", "none")}
    return Tally(
        len(every),
        by_status["ratified"],
        by_status["signed"],
        by_status["none"],
        len(every) - sum(by_status.values()),
        sum(is_overdue(row, today) for row in known),
    )
