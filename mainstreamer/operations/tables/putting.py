"""The puts of rows and names of a table, once it is known what becomes of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.operations.registers import starting_values
from mainstreamer.operations.tables.codes import Codes
from mainstreamer.operations.tables.names import key_of
from mainstreamer.operations.tables.targets import ACTION, note_field, noted, title_of
from mainstreamer.operations.tables.values import CREATED_KINDS

SKIP, UPDATE, REPLACE, ADD = "skip", "update", "replace", "add"
"""What becomes of a row whose record is there already: it is passed over, fills what is blank in that, also takes the place of
what differs, or is added."""
NEW, BLANK = "new", "blank"
"""What becomes of a name that is not in the plan: a new record, or nothing, with its words kept; else the uid it means."""


@dataclass(frozen=True)
class NewName:
    """A name that no record of the plan has exactly. `alike` is the uid of the one spelled like it; `uid` that of the new
    record there would be; `decision` what becomes of it; `count` in how many rows it stands; `type` what it says of itself."""

    kind: str
    key: str
    name: str
    count: int
    uid: str
    alike: str
    decision: str
    type: str = ""


@dataclass
class PlannedRow:
    """A row and what becomes of it; `values` are those it would put, links resolved, with the words
    that no field has a place for; those are in `kept` too. `is_early` when its time begins before the plan, `is_foreign` when
    an amount of it is in another currency."""

    row: int
    what: str
    uid: str
    values: dict[str, Any]
    indicators: list[dict[str, Any]] = field(default_factory=list)
    name: str = ""
    kept: tuple[str, ...] = ()
    is_early: bool = False
    is_foreign: bool = False


def puts_of(plan: Plan, kind: str, rows: Iterable[PlannedRow], names: Iterable[NewName]) -> Iterator[Put]:
    """All puts, names first."""
    yield from _name_puts(plan, names)
    made: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row.what == ADD:
            made[row.uid] = dict(row.values)
            yield from creation(kind, row.uid, row.values)
        elif row.what in (UPDATE, REPLACE):
            yield from _update(plan, kind, row, made.setdefault(row.uid, {}))
        if row.what != SKIP and kind == ACTION:
            yield from _indicator_puts(plan, row)


def _name_puts(plan: Plan, names: Iterable[NewName]) -> Iterator[Put]:
    books = {kind: Codes(plan, kind) for kind in CREATED_KINDS}
    for one in names:
        if one.decision == NEW:
            given = {title_of(one.kind): one.name, **({"type": one.type} if one.type else {})}
            yield from creation(
                one.kind, one.uid, starting_values(plan, one.kind, books[one.kind].with_code(given), ())
            )


def _update(plan: Plan, kind: str, row: PlannedRow, made: dict[str, Any]) -> Iterator[Put]:
    """Fill what is blank, or put in what differs; words to be kept are added to the notes unless they stand there."""
    note = note_field(kind)
    for name, value in row.values.items():
        old = made.get(name, plan.value(kind, row.uid, name))
        if old in (None, "", ()):
            made[name] = value
            yield Put(kind, row.uid, name, value)
        elif name == note:
            there = _pieces(str(old))
            lines = [line for line in row.kept if not _pieces(line) <= there]
            if lines:
                made[name] = noted(kind, (str(old), *lines))
                yield Put(kind, row.uid, name, made[name])
        elif row.what == REPLACE and differs(old, value):
            made[name] = value
            yield Put(kind, row.uid, name, value)


def _pieces(text: str) -> set[str]:
    """What is said in lines or between semicolons."""
    return {" ".join(piece.split()) for piece in re.split(r"[;\n]", text)} - {""}


def differs(old: Any, new: Any) -> bool:
    """Whether a table says something else; another way to spell it is nothing else."""
    if isinstance(old, str) and isinstance(new, str):
        return old != new and key_of(old) != key_of(new)
    return bool(old != new)


def _indicator_puts(plan: Plan, row: PlannedRow) -> Iterator[Put]:
    """Indicators that the action does not have yet, by name."""
    there = {key_of(one.name) for one in plan.action_indicators.get(row.uid, ())}
    for values in row.indicators:
        if not there or key_of(str(values.get("name", ""))) not in there:
            whole = starting_values(plan, "action_indicator", {**values, "action": row.uid}, ())
            yield from creation("action_indicator", new_uid(), whole)
