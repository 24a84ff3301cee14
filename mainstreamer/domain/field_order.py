"""Fields of one record that follow each other in time."""

from __future__ import annotations

from collections.abc import Iterator

from mainstreamer.domain.kinds import Record

NOT_BEFORE = {
    ("plan", "end_year"): "start_year",
    ("action", "end"): "start",
    ("action_indicator", "target_year"): "baseline_year",
    ("agreement", "expires"): "in_force",
    ("body", "term_end"): "established",
    ("consultation", "feedback_date"): "held_on",
}
"""Fields that do not lie before another one of their record."""

AFTER = frozenset({("action_indicator", "target_year")})
"""Those of them that lie after it, not in the same year."""


def reversed_fields(kind: str, record: Record) -> Iterator[tuple[str, str]]:
    """Pairs of fields of a record of which the first lies before the second, though it has to follow it."""
    for (of, name), before in NOT_BEFORE.items():
        if of != kind:
            continue
        last, first = getattr(record, name), getattr(record, before)
        if last is not None and first is not None and (last < first or (last == first and (of, name) in AFTER)):
            yield name, before
