"""Taking in an edited workbook: what it would do to the plan of today, and what is written when a person said yes.

The workbook is a copy like any other: what it says is set against the plan at its version vector, so that what was edited
in the window meanwhile and what was edited in the spreadsheet both stay. Nothing here writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mainstreamer.domain.fields import Stored
from mainstreamer.domain.history import Cell, History, state_at, undone
from mainstreamer.domain.kinds import EXISTS, KINDS
from mainstreamer.domain.own_checklist import OwnCodes
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.domain.returned import CellEdit, MissingRow, NewRow, Returned
from mainstreamer.domain.taking import (
    ALREADY,
    CHANGED,
    CONFLICT,
    PLAN,
    WORKBOOK,
    Choices,
    Intake,
    Removal,
    TakenCell,
    TakenRow,
    Taking,
    Whose,
)
from mainstreamer.operations.registers import children, named_by, starting_values
from mainstreamer.storage.reading import stored_of, value_of

Key = tuple[str, int]


def remembered(plan_uid: str, history: History) -> Callable[[Mapping[str, int]], Plan | None]:
    """The plan as it was at a version vector, for reading a workbook; None where this copy does not know all of that."""
    mine = history.vector()

    def at(vector: Mapping[str, int]) -> Plan | None:
        if any(number > mine.get(sitting, 0) for sitting, number in vector.items()):
            return None
        found = state_at(history, vector)
        return Plan(plan_uid).with_puts(Put(*cell, value_of(cell, stored)) for cell, stored in found.items())

    return at


# -- comparing ---------------------------------------------------------------------------------------------------------


@dataclass
class _Since:
    """What was put since a workbook was exported: values by field, those who put last, and the records touched."""

    values: dict[Cell, set[Stored]] = field(default_factory=dict)
    last: dict[Cell, Key] = field(default_factory=dict)
    touched: set[tuple[str, str]] = field(default_factory=set)


def _since(history: History, vector: Mapping[str, int]) -> _Since:
    """Values that an undo took back count as never put."""
    away, found = undone(history), _Since()
    for key, changeset in history.changesets.items():
        if changeset.number <= vector.get(changeset.sitting, 0):
            continue
        for change in changeset.changes:
            found.last[change.cell] = key
            if key not in away and not changeset.reverts:
                found.values.setdefault(change.cell, set()).add(change.new)
                found.touched.add((change.cell.kind, change.cell.uid))
    return found


def compare(plan: Plan, history: History, returned: Returned) -> Taking:
    """What a workbook would do to a plan, field by field. `history` is all that the plan's copy knows."""
    comparison = _Comparison(plan, history, _since(history, returned.vector))
    cells = [comparison.cell(edit) for edit in returned.edits]
    rows: list[TakenRow] = []
    for row in returned.new_rows:
        already = comparison.is_known(row)
        rows.append(TakenRow(row, already))
        if already:
            cells += comparison.of_row(row)
    removals = tuple(comparison.removals(returned.missing))
    return Taking(
        returned.file,
        returned.edited_by,
        returned.edited_at,
        returned.vector,
        returned.language,
        tuple(cells),
        tuple(rows),
        removals,
        returned.refused,
        returned.remarks,
    )


@dataclass(frozen=True)
class _Comparison:
    plan: Plan
    history: History
    since: _Since

    def cell(self, edit: CellEdit) -> TakenCell:
        cell = Cell(edit.kind, edit.uid, edit.field)
        now = self.plan.value(*cell)
        gone = Cell(edit.kind, edit.uid, EXISTS)
        removed = not self.plan.value(*gone)
        state = self._state(cell, edit.old, now, edit.new, removed)
        whose = Whose() if state == CHANGED else self._whose(gone if removed and state == CONFLICT else cell)
        return TakenCell(edit.kind, edit.uid, edit.field, edit.old, now, edit.new, edit.place, state, whose)

    def _state(self, cell: Cell, base: Any, now: Any, new: Any, removed: bool) -> str:
        before, present, wanted = (stored_of(cell, value) for value in (base, now, new))
        if wanted in self.since.values.get(cell, ()) or (present == wanted and not removed):
            return ALREADY
        return CONFLICT if removed or present != before else CHANGED

    def _whose(self, cell: Cell) -> Whose:
        key = self.since.last.get(cell)
        if key is None:
            return Whose()
        changeset = self.history.changesets[key]
        sitting = self.history.sittings.get(changeset.sitting)
        person, institution = (sitting.person, sitting.institution) if sitting is not None else ("", "")
        return Whose(person, institution, changeset.at)

    def is_known(self, row: NewRow) -> bool:
        """Whether the plan has the record of a new row, or had it and removed it on purpose."""
        cell = Cell(row.kind, row.uid, EXISTS)
        return bool(self.plan.value(*cell)) or 1 in self.since.values.get(cell, ())

    def of_row(self, row: NewRow) -> Iterator[TakenCell]:
        """The fields of a record that is there already. One that was removed since is left alone."""
        if not self.plan.value(row.kind, row.uid, EXISTS):
            return
        for name, value in row.values.items():
            blank = KINDS[row.kind].fields[name].type.blank
            yield self.cell(CellEdit(row.kind, row.uid, name, blank, value, row.places.get(name, row.place)))

    def removals(self, missing: tuple[MissingRow, ...]) -> Iterator[Removal]:
        asked = {(row.kind, row.uid) for row in missing}
        for row in missing:
            if self.plan.find(row.kind, row.uid) is None:
                continue
            with_it: dict[str, tuple[str, ...]] = {}
            edited = (row.kind, row.uid) in self.since.touched
            for kind, record in children(self.plan, row.kind, row.uid):
                if (kind, record.uid) not in asked:
                    with_it[kind] = (*with_it.get(kind, ()), record.uid)
                    edited = edited or (kind, record.uid) in self.since.touched
            naming = {
                kind: tuple(uid for uid in uids if (kind, uid) not in asked and uid not in with_it.get(kind, ()))
                for kind, uids in named_by(self.plan, row.kind, (row.uid,)).items()
            }
            named_in = {kind: uids for kind, uids in naming.items() if uids}
            yield Removal(row, self.plan.name_of(row.kind, row.uid), edited, with_it, named_in)


# -- deciding ----------------------------------------------------------------------------------------------------------


def decide(plan: Plan, taking: Taking, choices: Choices = Choices()) -> Intake:
    """What is written for these choices. With any refusal nothing is."""
    intake = Intake(taking.file, taking.edited_by, taking.edited_at, taking.vector)
    if taking.refused:
        return intake
    puts: list[Put] = []
    decided: list[Put] = []
    left_open: set[Cell] = set()
    for cell in taking.cells:
        if cell.state == ALREADY or cell.cell in choices.left_cells:
            continue
        puts.append(Put(*cell.cell, cell.new))
        if cell.state == CONFLICT:
            answer = choices.decided.get(cell.cell)
            if answer is None:
                left_open.add(cell.cell)
            else:
                decided += _decision(plan, cell, answer)
    puts += _new_records(plan, taking, choices)
    puts += _removed_records(taking, choices)
    return Intake(
        taking.file,
        taking.edited_by,
        taking.edited_at,
        taking.vector,
        tuple(puts),
        tuple(decided),
        frozenset(left_open),
    )


def _decision(plan: Plan, cell: TakenCell, answer: str) -> list[Put]:
    """The puts that settle a conflict. Where the plan removed the record, it stays away, or comes back with the value."""
    value = {PLAN: cell.now, WORKBOOK: cell.new}[answer]
    found = [Put(*cell.cell, value)]
    if plan.find(cell.kind, cell.uid) is None:
        found.append(Put(cell.kind, cell.uid, EXISTS, answer == WORKBOOK))
    return found


def _new_records(plan: Plan, taking: Taking, choices: Choices) -> list[Put]:
    """New records start as records do that are entered by hand: with a code, a status and a level where they say none."""
    puts: list[Put] = []
    codes: list[str] = [str(taken.row.values.get("code", "")) for taken in taking.rows]
    own = OwnCodes(plan)
    for code in codes:
        own.take(code)
    for taken in taking.rows:
        row = taken.row
        if taken.already or row.uid in choices.left_rows:
            continue
        left = {cell.field for cell in choices.left_cells if (cell.kind, cell.uid) == (row.kind, row.uid)}
        given = {name: value for name, value in row.values.items() if name not in left}
        values = starting_values(plan, row.kind, given, codes)
        if row.kind == "custom_item":
            values = {"language": taking.language, **values}
            if not values.get("code") and values.get("step"):
                values["code"] = own.next(int(values["step"]))
                own.take(values["code"])
        codes.append(str(values.get("code", "")))
        puts += creation(row.kind, row.uid, {**_blanks(plan, row), **values})
    return puts


def _blanks(plan: Plan, row: NewRow) -> dict[str, Any]:
    """Blanks over the fields of a record of that uid that was removed: nothing that stood in it comes back unseen."""
    fields = KINDS[row.kind].fields
    held = plan.entries.get(row.kind, {}).get(row.uid)
    if held is None:
        return {}
    return {name: spec.type.blank for name, spec in fields.items() if not spec.type.is_blank(getattr(held, name))}


def _removed_records(taking: Taking, choices: Choices) -> list[Put]:
    puts: list[Put] = []
    for removal in taking.removals:
        if removal.row.uid in choices.removed:
            puts.append(Put(removal.row.kind, removal.row.uid, EXISTS, False))
            puts += [Put(kind, uid, EXISTS, False) for kind, uids in removal.with_it.items() for uid in uids]
    return puts
