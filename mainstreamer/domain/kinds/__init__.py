"""The kinds of record. A kind is described once, here; everything else is made from these descriptions."""

from __future__ import annotations

import uuid

from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.kinds.base import EXISTS, Kind, Record, new_uid
from mainstreamer.domain.kinds.findings import (
    Agreement,
    Answer,
    Corridor,
    Evidence,
    Observation,
    PopulationTable,
    SectorIssue,
)
from mainstreamer.domain.kinds.people import Body, Consultation, Institution, Membership
from mainstreamer.domain.kinds.planning import (
    Action,
    ActionIndicator,
    Baseline,
    CustomItem,
    Objective,
    PlanFrame,
)

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("plan", PlanFrame, title="title"),
        Kind("institution", Institution, title="name", step=3),
        Kind("body", Body, title="name", step=2),
        Kind("membership", Membership, title="post", step=2, parent="body"),
        Kind("consultation", Consultation, title="title", step=3),
        Kind("answer", Answer, title="item"),
        Kind("evidence", Evidence, title="title", step=4),
        Kind("population_table", PopulationTable, title="title", step=5),
        Kind("observation", Observation, title="name", step=5),
        Kind("sector_issue", SectorIssue, title="title", step=6),
        Kind("agreement", Agreement, title="title", step=7),
        Kind("corridor", Corridor, title="partner", step=7),
        Kind("objective", Objective, title="title", step=8, order="code"),
        Kind("action", Action, title="title", step=9, order="code"),
        Kind("action_indicator", ActionIndicator, title="name", step=9, parent="action"),
        Kind("custom_item", CustomItem, title="code"),
        Kind("baseline", Baseline, title="name", step=10),
    )
}
"""All kinds by name, in the order in which a plan lists them."""


ATTACHED: dict[str, tuple[str, ...]] = {
    kind.name: fields
    for kind in KINDS.values()
    if (fields := tuple(name for name, spec in kind.fields.items() if isinstance(spec.type, Attachment)))
}
"""Fields that hold files, by kind."""


def answer_uid(plan_uid: str, item_code: str) -> str:
    """The uid of the answer to an item: the same on every laptop that works on a copy of the plan."""
    return str(uuid.uuid5(uuid.UUID(plan_uid), f"answer:{item_code}"))


__all__ = [
    "ATTACHED",
    "EXISTS",
    "KINDS",
    "Action",
    "ActionIndicator",
    "Agreement",
    "Answer",
    "Baseline",
    "Body",
    "Consultation",
    "Corridor",
    "CustomItem",
    "Evidence",
    "Institution",
    "Kind",
    "Membership",
    "Objective",
    "Observation",
    "PlanFrame",
    "PopulationTable",
    "Record",
    "SectorIssue",
    "answer_uid",
    "new_uid",
]
