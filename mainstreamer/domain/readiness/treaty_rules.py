"""Rules about the status table of treaties. Only what was entered is asked about: the list is an offer."""

from __future__ import annotations

from collections.abc import Iterator

from mainstreamer.domain.choices import TREATIES
from mainstreamer.domain.kinds import Treaty
from mainstreamer.domain.readiness.finding import Finding, Values, found
from mainstreamer.domain.readiness.inspection import Inspection, Rule, apply, repeated, same_words, when
from mainstreamer.domain.treaties import is_overdue

TABLE_ITEM = "6R1"
"""The checklist item that asks for the table: an action for it takes up the gaps of laws."""


def treaty_findings(look: Inspection) -> Iterator[Finding]:
    """Findings about treaties."""
    rows = look.plan.treaties
    for row in repeated(rows, _identity):
        yield found("treaty_twice", "treaty", row.uid, "treaty")
    unknown = [row for row in rows if not row.status]
    if unknown:
        # One line for all: whoever enters the whole list is not told the same thing 36 times.
        yield found("treaty_status_unknown", "treaty", unknown[0].uid, "status", values={"count": len(unknown)})
    yield from apply(look, "treaty", rows, TREATY_RULES)


def _identity(row: Treaty) -> str:
    return row.treaty if row.treaty in TREATIES else same_words(row.name)


def without_source(row: Treaty, look: Inspection) -> Values | None:
    """A status is stated, but not where it was read."""
    return when(bool(row.status) and not row.source.strip())


def without_date(row: Treaty, look: Inspection) -> Values | None:
    return when(row.status == "ratified" and row.ratified_on is None)


def report_overdue(row: Treaty, look: Inspection) -> Values | None:
    return when(is_overdue(row, look.today), date=row.report_due)


def law_not_aligned(row: Treaty, look: Inspection) -> Values | None:
    """The treaty binds, national law differs from it, and no action takes up the item about treaties."""
    differs = row.status == "ratified" and row.law_aligned in ("no", "partly")
    return when(differs and TABLE_ITEM not in look.items_acted_on)


TREATY_RULES: tuple[Rule[Treaty], ...] = (
    Rule("treaty_without_source", "source", without_source),
    Rule("treaty_without_date", "ratified_on", without_date),
    Rule("treaty_report_overdue", "last_report", report_overdue),
    Rule("treaty_law_not_aligned", "law_aligned", law_not_aligned),
)
