"""Whose a finding is: the institution that can mend it."""

from __future__ import annotations

from mainstreamer.domain.kinds import (
    Action,
    ActionIndicator,
    Agreement,
    Answer,
    Body,
    Corridor,
    Membership,
    Observation,
    Record,
    SectorIssue,
    Treaty,
)
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.readiness.finding import Finding

NOBODY = ""
"""Nobody is named, neither for the record nor for the plan."""
_OWN_FIELDS = frozenset({"contact_post"})
"""Fields of an institution that it knows itself; the others are for whoever leads the process to judge."""


def responsible_for(plan: Plan, finding: Finding) -> str:
    """The uid of the institution that answers for what was found, or `NOBODY`."""
    return responsible_for_field(plan, finding.kind, finding.uid, finding.field)


def responsible_for_field(plan: Plan, kind: str, uid: str, field: str = "") -> str:
    """The uid of the institution that answers for a field of a record, or `NOBODY`.

    That is the lead of the action (also for its indicators), the one named in the answer, the chair or else the secretariat
    of the body (also for its seats), the lead of the issue, treaty, agreement or corridor. Where none is named, or it was
    removed from the register, the lead of the whole plan answers.
    """
    if kind == "institution" and field in _OWN_FIELDS and plan.find(kind, uid) is not None:
        return uid
    record = plan.find(kind, uid) if uid else None
    for named in (*_named(plan, record), plan.frame.lead):
        if named and plan.find("institution", named) is not None:
            return named
    return NOBODY


def _named(plan: Plan, record: Record | None) -> tuple[str, ...]:
    """Who is named in a record, the first one first."""
    match record:
        case Action():
            return record.leads
        case ActionIndicator():
            return _named(plan, plan.find("action", record.action))
        case Answer():
            return (record.responsible,)
        case Body():
            return (record.chair, record.secretariat)
        case Membership():
            return _named(plan, plan.find("body", record.body))
        case SectorIssue() | Agreement() | Treaty():
            return (record.lead,)
        case Corridor() | Observation():
            return (record.institution,)
    return ()
