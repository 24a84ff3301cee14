"""History: who put what, knowing what. Pure functions over changes; no clock decides anything here.

A *sitting* is one person at one copy of a plan from opening to closing. Its changesets are numbered 1, 2, 3 ... A
*version vector* maps sittings to the last number known. From the vectors a sitting recorded (at its start, and after
each merge inside it) it follows exactly whether the author of one change knew of another. Merging two histories is
their union, hence commutative, associative and idempotent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from mainstreamer.domain.fields import Stored
from mainstreamer.domain.kinds import EXISTS

Vector = dict[str, int]
"""Sitting -> last changeset number known."""


class Cell(NamedTuple):
    """One field of one record."""

    kind: str
    uid: str
    field: str


@dataclass(frozen=True)
class Sitting:
    """One person at one copy. `known` lists (after which own number, vector): the first entry is what the copy knew at
    the start."""

    uid: str
    person: str = ""
    institution: str = ""
    computer: str = ""
    started_at: str = ""
    known: tuple[tuple[int, Mapping[str, int]], ...] = ((0, {}),)

    def vector_at(self, number: int) -> Mapping[str, int]:
        """What the author knew of other sittings when putting changeset `number`."""
        found: Mapping[str, int] = {}
        for after, vector in self.known:
            if after < number:
                found = vector
        return found


@dataclass(frozen=True)
class Change:
    """A value put into a field: the stored forms before and after."""

    cell: Cell
    old: Stored
    new: Stored


@dataclass(frozen=True)
class Changeset:
    """The puts of one verb. `reverts` names the changesets (sitting, number) that an undo or redo takes back."""

    sitting: str
    number: int
    at: str
    verb: str
    changes: tuple[Change, ...] = ()
    reverts: tuple[tuple[str, int], ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        return (self.sitting, self.number)


@dataclass(frozen=True)
class History:
    """All sittings and changesets that a copy knows."""

    sittings: Mapping[str, Sitting] = field(default_factory=dict)
    changesets: Mapping[tuple[str, int], Changeset] = field(default_factory=dict)

    def vector(self) -> Vector:
        """The version vector of this copy."""
        found: Vector = {}
        for sitting, number in self.changesets:
            found[sitting] = max(number, found.get(sitting, 0))
        return found


class Head(NamedTuple):
    """A change to a field that no other change to it knew of."""

    sitting: str
    number: int
    value: Stored


def merge(one: History, other: History) -> History:
    """The union of two histories. Nothing of either is absent from the result."""
    sittings = dict(one.sittings)
    for uid, sitting in other.sittings.items():
        mine = sittings.get(uid)
        if mine is None or mine == sitting:
            sittings[uid] = sitting
        else:
            sittings[uid] = replace(mine, known=_merge_known(mine.known + sitting.known))
    return History(sittings, {**one.changesets, **other.changesets})


def _merge_known(known: Iterable[tuple[int, Mapping[str, int]]]) -> tuple[tuple[int, Mapping[str, int]], ...]:
    """What a sitting knew, put together from two copies of it of which one is older."""
    found: dict[int, Vector] = {}
    for after, vector in known:
        found[after] = merge_vectors(found.get(after, {}), vector)
    return tuple(sorted(found.items()))


def merge_vectors(one: Mapping[str, int], other: Mapping[str, int]) -> Vector:
    """What a copy knows that knows both: the larger number of each sitting."""
    return {uid: max(one.get(uid, 0), other.get(uid, 0)) for uid in {**one, **other}}


def contains(vector: Mapping[str, int], sitting: str, number: int) -> bool:
    """Whether a copy with this vector knows that changeset."""
    return number <= vector.get(sitting, 0)


def knew(history: History, later: tuple[str, int], earlier: tuple[str, int]) -> bool:
    """Did the author of changeset `later` know of changeset `earlier`?"""
    if later[0] == earlier[0]:
        return earlier[1] < later[1]
    sitting = history.sittings.get(later[0])
    return sitting is not None and contains(sitting.vector_at(later[1]), *earlier)


def heads(
    history: History, vector: Mapping[str, int] | None = None, *, pause: Callable[[], object] = lambda: None
) -> dict[Cell, tuple[Head, ...]]:
    """The heads of every field, as a copy with `vector` sees them (default: all that is known), in a fixed order.

    Only the last change of each sitting to a field can be a head, so the work is linear in the changes for the usual
    case of few sittings a field. `pause` is called for each change.
    """
    # Most fields are put in one sitting only: these need no dictionary of their own.
    single: dict[Cell, Head] = {}
    several: dict[Cell, dict[str, Head]] = {}
    for (sitting, number), changeset in history.changesets.items():
        if vector is not None and not contains(vector, sitting, number):
            continue
        for change in changeset.changes:
            pause()
            head = Head(sitting, number, change.new)
            held = single.setdefault(change.cell, head)
            if held.sitting == sitting:
                if held.number < number:
                    single[change.cell] = head
                continue
            of_cell = several.setdefault(change.cell, {})
            known = of_cell.get(sitting)
            if known is None or known.number < number:
                of_cell[sitting] = head
    return {
        cell: _undominated(history, (head, *several[cell].values())) if cell in several else (head,)
        for cell, head in single.items()
    }


def _undominated(history: History, found: tuple[Head, ...]) -> tuple[Head, ...]:
    free = (
        head for head in found if not any(other is not head and knew(history, other[:2], head[:2]) for other in found)
    )
    return tuple(sorted(free, key=lambda head: head[:2]))


def settled_value(found: Iterable[Head]) -> Stored:
    """The value every copy shows for these heads: a blank never beats a value; else the first in fixed order."""
    ordered = sorted(found, key=lambda head: head[:2])
    filled = [head.value for head in ordered if head.value is not None]
    return filled[0] if filled else None


def state_at(history: History, vector: Mapping[str, int] | None = None) -> dict[Cell, Stored]:
    """The stored value of every field ever put, as a copy with `vector` shows it."""
    return {cell: settled_value(found) for cell, found in heads(history, vector).items()}


@dataclass(frozen=True)
class Conflict:
    """A field whose heads differ. `heads` lists the values to choose from; for `exists` also the edits of a removed
    record."""

    cell: Cell
    heads: tuple[Head, ...]


def conflicts(history: History, pause: Callable[[], object] = lambda: None) -> tuple[Conflict, ...]:
    """All open conflicts: different values put by people who did not know of each other, and records removed by one and
    edited by another who did not know. `pause` is called for each field."""
    found = heads(history, pause=pause)
    open_: list[Conflict] = []
    fields: dict[tuple[str, str], list[Cell]] = {}
    for cell in found:
        if cell.field != EXISTS:
            fields.setdefault((cell.kind, cell.uid), []).append(cell)
    for cell, of_cell in found.items():
        pause()
        values = {head.value for head in of_cell if head.value is not None}
        if len(values) > 1:
            open_.append(Conflict(cell, of_cell))
        elif cell.field == EXISTS and values == {0}:
            removals = tuple(head for head in of_cell if head.value == 0)
            # An edit that one of those who removed the record knew of was removed on purpose.
            unknowing = tuple(
                edit
                for edited in sorted(fields.get((cell.kind, cell.uid), []))
                for edit in found[edited]
                if all(_concurrent(history, edit, removal) for removal in removals)
            )
            if unknowing:
                open_.append(Conflict(cell, of_cell + unknowing))
    return tuple(sorted(open_, key=lambda conflict: conflict.cell))


def _concurrent(history: History, one: Head, other: Head) -> bool:
    same = one[:2] == other[:2]
    return not same and not knew(history, one[:2], other[:2]) and not knew(history, other[:2], one[:2])


# -- undo ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class UndoStep:
    """Changesets that one undo takes back together: a run of puts into one field, or a single changeset."""

    keys: tuple[tuple[str, int], ...]
    verb: str
    changes: tuple[Change, ...]
    at: str = ""

    def inverse(self) -> dict[Cell, Stored]:
        """The values that take this step back."""
        found: dict[Cell, Stored] = {}
        for change in self.changes:
            found.setdefault(change.cell, change.old)
        return found

    def is_run_with(self, changeset: Changeset) -> bool:
        """Whether a changeset continues this step: the same single field, put again in the same sitting."""
        return (
            len(changeset.changes) == 1
            and len({change.cell for change in self.changes}) == 1
            and changeset.changes[0].cell == self.changes[0].cell
            and changeset.changes[0].cell.field != EXISTS
            and changeset.sitting == self.keys[-1][0]
            and changeset.verb == self.verb
            and self.verb not in SINGLE_VERBS
        )


UNDO, REDO = "undo", "redo"
IMPORT, IMPORT_DECIDED = "import", "import_decided"
"""What a workbook brought, in a sitting of its own, and what was decided about it right after: one step of undo."""
SAMPLE_VERBS = (
    "sample_people", "sample_evidence", "sample_figures", "sample_issues", "sample_cooperation", "sample_actions", "sample",
)  # fmt: skip
"""Steps in which the sample plan is written."""
FIXED_VERBS = frozenset({"create_plan", "merge", "migrate", *SAMPLE_VERBS})
"""Verbs that undo stops at: they have ways of their own to be taken back."""
SINGLE_VERBS = frozenset(
    {
        "schedule", "place", "move_item", "set_file", "take_file_off", "restore", "load_pack", "switch_sector", IMPORT,
        IMPORT_DECIDED,
    }
)  # fmt: skip
"""Verbs of which each is undone by itself, however soon one follows another: a drag in a picture or list, a file or an
earlier value put, and a pack loaded are no run of typing."""


def undone(history: History) -> frozenset[tuple[str, int]]:
    """Changesets that an undo took back and that no redo brought again."""
    reverted_by: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for key, changeset in history.changesets.items():
        for target in changeset.reverts:
            reverted_by.setdefault(target, []).append(key)
    found: dict[tuple[str, int], bool] = {}
    # An undo is itself taken back by a redo: the ends of such chains are settled first, without recursion.
    for start in reverted_by:
        chain = [start]
        while chain:
            key = chain[-1]
            waiting = [other for other in reverted_by.get(key, ()) if other not in found and other not in chain]
            if waiting:
                chain += waiting[:1]
                continue
            found[key] = any(not found.get(other, False) for other in reverted_by.get(key, ()))
            chain.pop()
    return frozenset(key for key, away in found.items() if away)


@dataclass
class UndoStacks:
    """What can be undone and redone, rebuilt from the history whenever a plan is opened. Owned by its Document."""

    done: list[UndoStep] = field(default_factory=list)
    undone: list[UndoStep] = field(default_factory=list)

    def take(self, changeset: Changeset) -> None:
        """Move the stacks by one changeset, in the order in which they were put."""
        step = UndoStep((changeset.key,), changeset.verb, changeset.changes, changeset.at)
        if changeset.verb == UNDO:
            original = self.done.pop().verb if self.done else UNDO
            self.undone.append(UndoStep(step.keys, original, step.changes, step.at))
        elif changeset.verb == REDO:
            original = self.undone.pop().verb if self.undone else REDO
            self.done.append(UndoStep(step.keys, original, step.changes, step.at))
        elif changeset.verb in FIXED_VERBS:
            self.done.clear()
            self.undone.clear()
        elif changeset.verb == IMPORT_DECIDED and self.done and self.done[-1].verb == IMPORT:
            self.done[-1] = _joined(self.done[-1], step)
        else:
            self.undone.clear()
            top = self.done[-1] if self.done else None
            if top is not None and len(top.changes) > 0 and top.is_run_with(changeset) and _near(top.at, changeset.at):
                self.done[-1] = UndoStep(top.keys + step.keys, top.verb, top.changes + step.changes, changeset.at)
            else:
                self.done.append(step)


def _joined(one: UndoStep, other: UndoStep) -> UndoStep:
    """Two steps as one. Where the changes of either are still to be read, all are: a part of them undoes a part only."""
    changes = one.changes + other.changes if one.changes and other.changes else ()
    return UndoStep(one.keys + other.keys, one.verb, changes, other.at)


def _near(one: str, other: str) -> bool:
    """Whether two moments (ISO text, UTC) are within the same pause of writing: one minute."""
    try:
        return abs(datetime.fromisoformat(other) - datetime.fromisoformat(one)) <= timedelta(minutes=1)
    except (ValueError, TypeError):
        return False
