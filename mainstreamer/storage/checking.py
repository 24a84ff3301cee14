"""Sentence 3 of the design, looked after: the tables are the present state of the history, no more and no less."""

from __future__ import annotations

from collections.abc import Mapping

from mainstreamer.domain.fields import Stored
from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import EXISTS, KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.storage.reading import stored_of


def disagreements(plan: Plan, remembered: Mapping[Cell, Stored]) -> tuple[str, ...]:
    """Cells in which the tables (`plan`) say something else than the history, as `kind.field uid` in fixed order."""
    found: set[Cell] = set()
    held: set[tuple[str, str]] = set()
    for kind, records in plan.entries.items():
        for uid in records:
            held.add((kind, uid))
            for field in (EXISTS, *KINDS[kind].fields):
                cell = Cell(kind, uid, field)
                # A record nobody made or unmade is away: its `exists` is 0 in the table and absent from the history.
                if stored_of(cell, plan.value(*cell)) != remembered.get(cell, 0 if field == EXISTS else None):
                    found.add(cell)
    found.update(cell for cell, stored in remembered.items() if stored is not None and cell[:2] not in held)
    return tuple(f"{cell.kind}.{cell.field} {cell.uid}" for cell in sorted(found))
