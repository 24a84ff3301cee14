"""What a workbook makes of the fields it changes: the sitting it stands for, what is decided at once, and what is shown."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mainstreamer.domain.fields import Stored
from mainstreamer.domain.history import (
    IMPORT,
    IMPORT_DECIDED,
    Cell,
    Change,
    Changeset,
    History,
    Sitting,
    conflicts,
    heads,
    settled_value,
)
from mainstreamer.domain.kinds import EXISTS

if TYPE_CHECKING:
    from mainstreamer.domain.taking import Intake


def workbook_sitting(intake: Intake, at: str) -> Sitting:
    """The sitting of those who edited a workbook: whoever saved it last, and the file in place of a computer."""
    known = ((0, dict(intake.vector)),)
    return Sitting(str(uuid.uuid4()), intake.edited_by, "", intake.file, intake.edited_at or at, known)


@dataclass(frozen=True)
class Outcome:
    """The changes of the workbook, what was decided about them, and the value that every field touched then shows."""

    brought: Changeset
    decided: tuple[Change, ...]
    shown: Mapping[Cell, Stored]


def weigh(
    past: History,
    author: Sitting,
    at: str,
    changes: Iterable[Change],
    decided: Mapping[Cell, Stored],
    left_open: frozenset[Cell],
) -> Outcome:
    """Set the changes of a workbook beside what the plan knows of the same records (`past`).

    Whoever takes a workbook in has seen the values of the plan: a field that the workbook alone seems to have changed, and
    that was put to and fro in the plan meanwhile, is therefore decided for the workbook, and so is the removal of a record
    that was edited meanwhile.
    """
    brought = Changeset(author.uid, 1, at, IMPORT, tuple(changes))
    both = History({**past.sittings, author.uid: author}, {**past.changesets, brought.key: brought})
    found = heads(both)
    new = {change.cell: change.new for change in brought.changes}
    settled = dict(decided)
    unsettled = {conflict.cell for conflict in conflicts(both) if conflict.cell.field == EXISTS}
    for cell, value in new.items():
        if cell in settled or cell in left_open:
            continue
        values = {head.value for head in found[cell] if head.value is not None}
        if len(values) > 1 or settled_value(found[cell]) != value or cell in unsettled:
            settled[cell] = value
    before = {cell: settled_value(found.get(cell, ())) for cell in {**new, **settled}}
    return Outcome(
        brought,
        tuple(Change(cell, before[cell], value) for cell, value in settled.items()),
        {**before, **settled},
    )


def decided_changeset(outcome: Outcome, sitting: str, number: int, at: str) -> Changeset | None:
    """The changeset of who takes the workbook in; None where nothing had to be decided."""
    return Changeset(sitting, number, at, IMPORT_DECIDED, outcome.decided) if outcome.decided else None
