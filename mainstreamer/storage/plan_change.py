"""Who changes a plan, and what is told of a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mainstreamer.domain.history import Cell, Change
from mainstreamer.domain.kinds import EXISTS
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.storage import reading


@dataclass(frozen=True)
class Author:
    """Who is at this copy. All may be blank: nobody has to sign in."""

    person: str = ""
    institution: str = ""


@dataclass(frozen=True)
class PlanChange:
    """Told to listeners after each commit: the verb, the records touched by kind, the fields touched, and who asked for
    it."""

    verb: str
    touched: Mapping[str, frozenset[str]]
    cells: frozenset[Cell]
    origin: object = None

    def touches(self, *kinds: str) -> bool:
        """Whether a record of one of these kinds was touched."""
        return any(kind in self.touched for kind in kinds)


NOTHING = PlanChange("", {}, frozenset())
Listener = Callable[[PlanChange], None]


def change_of(before: Plan, put: Put) -> Change:
    """What a put does to the plan before it, as it is kept in the history."""
    cell = Cell(put.kind, put.uid, put.field)
    known = put.field != EXISTS or put.uid in before.entries.get(put.kind, {})
    old = reading.stored_of(cell, before.value(*cell)) if known else None
    return Change(cell, old, reading.stored_of(cell, put.value))
