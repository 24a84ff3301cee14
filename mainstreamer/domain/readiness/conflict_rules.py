"""Fields for which two values are open: one put here, one by somebody who did not know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import EXISTS, KINDS
from mainstreamer.domain.readiness.finding import Finding, found
from mainstreamer.domain.readiness.inspection import Inspection, step_for


def conflict_findings(look: Inspection, conflicts: Iterable[Cell]) -> Iterator[Finding]:
    """A finding for each open conflict. Of a record that is away, at its register: there is no field to lead to."""
    for kind, uid, name in conflicts:
        record = look.plan.frame if kind == "plan" else look.plan.find(kind, uid)
        if record is None:
            title = str(look.plan.value(kind, uid, KINDS[kind].title))
            yield found("removal_conflict_open", kind, values={"record": title or uid})
        else:
            field = KINDS[kind].title if name == EXISTS else name
            yield found("field_conflict_open", kind, uid, field, step_for(kind, record))
