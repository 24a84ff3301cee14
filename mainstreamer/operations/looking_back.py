"""Putting back what a field held before."""

from __future__ import annotations

from mainstreamer.domain.history import Change
from mainstreamer.domain.kinds import EXISTS
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.storage.reading import value_of


def put_back(plan: Plan, change: Change) -> tuple[list[Put], str]:
    """The put that brings back the value from before a change, or none and why not: `made` (there was no record),
    `removed` (the record is away; it comes back first), `same` (the field holds that value now)."""
    cell = change.cell
    if cell.field == EXISTS and change.old is None:
        return [], "made"
    if cell.field != EXISTS and plan.find(cell.kind, cell.uid) is None and cell.kind != "plan":
        return [], "removed"
    value = value_of(cell, change.old)
    if plan.value(*cell) == value:
        return [], "same"
    return [Put(*cell, value)], ""
