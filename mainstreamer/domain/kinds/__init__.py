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
    Treaty,
)
from mainstreamer.domain.kinds.own_items import CustomItem, ItemAction, ItemSetting, ItemText
from mainstreamer.domain.kinds.people import Body, Consultation, Institution, Membership
from mainstreamer.domain.kinds.planning import (
    Action,
    ActionIndicator,
    Baseline,
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
        Kind("treaty", Treaty, title="treaty", step=6),
        Kind("agreement", Agreement, title="title", step=7),
        Kind("corridor", Corridor, title="partner", step=7),
        Kind("objective", Objective, title="title", step=8, order="code"),
        Kind("action", Action, title="title", step=9, order="code"),
        Kind("action_indicator", ActionIndicator, title="name", step=9, parent="action"),
        Kind("custom_item", CustomItem, title="code"),
        Kind("item_action", ItemAction, title="action"),
        Kind("item_text", ItemText, title="item"),
        Kind("item_setting", ItemSetting, title="item"),
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
    return _derived(plan_uid, "answer", item_code)


def item_text_uid(plan_uid: str, item_code: str, language: str, name: str) -> str:
    """The uid of one text of an item in one language."""
    return _derived(plan_uid, "item_text", item_code, language, name)


def item_setting_uid(plan_uid: str, item_code: str) -> str:
    """The uid of what a plan decided about an item."""
    return _derived(plan_uid, "item_setting", item_code)


def treaty_uid(plan_uid: str, treaty: str) -> str:
    """The uid of a listed treaty in the status table of a plan."""
    return _derived(plan_uid, "treaty", treaty)


def _derived(plan_uid: str, *parts: str) -> str:
    return str(uuid.uuid5(uuid.UUID(plan_uid), ":".join(parts)))


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
    "ItemAction",
    "ItemSetting",
    "ItemText",
    "Kind",
    "Membership",
    "Objective",
    "Observation",
    "PlanFrame",
    "PopulationTable",
    "Record",
    "SectorIssue",
    "Treaty",
    "answer_uid",
    "item_setting_uid",
    "item_text_uid",
    "new_uid",
    "treaty_uid",
]
