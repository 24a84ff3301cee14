"""What taking in a workbook would do to the plan of today: the values that a person looks through before saying yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mainstreamer.domain.history import Cell
from mainstreamer.domain.plan import Put
from mainstreamer.domain.returned import MissingRow, NewRow, Place, Refusal, Remark

if TYPE_CHECKING:
    from mainstreamer.domain.readiness.finding import Finding

CHANGED, CONFLICT, ALREADY = "changed", "conflict", "already"
"""Only the workbook changed the field; the plan changed it too, to something else; the plan has the value, or had it since."""

PLAN, WORKBOOK = "plan", "workbook"
"""How a conflict is decided: the value of the plan stays, or that of the workbook takes its place."""


@dataclass(frozen=True)
class Whose:
    """Who put the plan's value, and when (ISO, UTC); blank where nobody signed."""

    person: str = ""
    institution: str = ""
    at: str = ""


@dataclass(frozen=True)
class TakenCell:
    """A field and its three values: at the export, in the plan now, in the workbook."""

    kind: str
    uid: str
    field: str
    base: Any
    now: Any
    new: Any
    place: Place
    state: str
    whose: Whose = Whose()

    @property
    def cell(self) -> Cell:
        return Cell(self.kind, self.uid, self.field)


@dataclass(frozen=True)
class TakenRow:
    """A new record. `already` when the plan has it: its fields are then among the cells."""

    row: NewRow
    already: bool = False


@dataclass(frozen=True)
class Removal:
    """A record whose row is gone. `edited` when the plan changed it since the export. `with_it` are uids by kind of what would
    go with it, `named_in` of records that stay and name it: they would name nobody there."""

    row: MissingRow
    name: str
    edited: bool = False
    with_it: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    named_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


EMPTIED, REVERSED, FINDING = "emptied", "reversed", "finding"
"""What is said of a change before it is taken: a compulsory field would be empty, a field would lie before one that it has to
follow, readiness would find what it does not find now."""


@dataclass(frozen=True)
class Caution:
    """A change that can be taken and would make the plan worse. `cell` is the change beside which it is said, `other` the
    field before which it would lie, `finding` what readiness says of the record as it would be."""

    cell: Cell
    code: str
    other: str = ""
    finding: Finding | None = None


@dataclass(frozen=True)
class Taking:
    """Everything a workbook would do. With any refusal nothing can be taken."""

    file: str
    edited_by: str
    edited_at: str
    vector: Mapping[str, int]
    language: str
    cells: tuple[TakenCell, ...] = ()
    rows: tuple[TakenRow, ...] = ()
    removals: tuple[Removal, ...] = ()
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[Remark, ...] = ()
    cautions: tuple[Caution, ...] = ()

    @property
    def emptied(self) -> frozenset[Cell]:
        """Compulsory fields that would be empty: nothing of that is taken unless somebody wants it."""
        return frozenset(one.cell for one in self.cautions if one.code == EMPTIED)

    @property
    def conflicts(self) -> tuple[TakenCell, ...]:
        return tuple(cell for cell in self.cells if cell.state == CONFLICT)


@dataclass(frozen=True)
class Choices:
    """What a person decided. `left` are cells and new rows (by cell, and by uid) that are not to be taken; `removed` the uids
    to remove; `decided` what becomes of conflicts, `PLAN` or `WORKBOOK` by cell. A conflict that nobody decided stays open:
    both values are in the history."""

    left_cells: frozenset[Cell] = frozenset()
    left_rows: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    decided: Mapping[Cell, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Intake:
    """What is written when a workbook is taken in. `puts` are those of the workbook, whose author knew no more than `vector`.
    `decided` are puts of who takes it in, with both values in view; the conflicts over `open` wait for a decision."""

    file: str
    edited_by: str
    edited_at: str
    vector: Mapping[str, int]
    puts: tuple[Put, ...] = ()
    decided: tuple[Put, ...] = ()
    open: frozenset[Cell] = frozenset()
