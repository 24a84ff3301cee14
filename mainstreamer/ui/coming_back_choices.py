"""What a person decided about the lines of a workbook that came back, while they look through it."""

from __future__ import annotations

from collections.abc import Iterable

from mainstreamer.domain.history import Cell
from mainstreamer.domain.taking import CHANGED, CONFLICT, WORKBOOK, Choices, Taking
from mainstreamer.ui.coming_back_lines import NEW, REMOVAL, Line, Section

OPEN = ""
"""Beside `PLAN` and `WORKBOOK`: nobody decided the conflict."""


class Decisions:
    """Ticks and decisions, by what they are about: they outlast every change of the plan. Changes and new rows are ticked until
    somebody takes the tick away; removals, and changes that would empty a compulsory field, are not."""

    def __init__(self) -> None:
        self._left: set[Cell] = set()
        self._emptied: set[Cell] = set()
        self._left_rows: set[str] = set()
        self._removed: set[str] = set()
        self._decided: dict[Cell, str] = {}

    @property
    def is_made(self) -> bool:
        """Whether a person decided anything yet."""
        return bool(self._left or self._emptied or self._left_rows or self._removed or self._decided)

    def is_ticked(self, line: Line) -> bool:
        if line.what == CHANGED:
            return line.cell in self._emptied if line.emptied else line.cell not in self._left
        if line.what == NEW:
            return line.uid not in self._left_rows
        return line.what == REMOVAL and line.uid in self._removed

    def tick(self, line: Line, wanted: bool) -> None:
        if line.what == CHANGED and line.emptied:
            (self._emptied.add if wanted else self._emptied.discard)(line.cell)
        elif line.what == CHANGED:
            (self._left.discard if wanted else self._left.add)(line.cell)
        elif line.what == NEW:
            (self._left_rows.discard if wanted else self._left_rows.add)(line.uid)
        elif line.what == REMOVAL:
            (self._removed.add if wanted else self._removed.discard)(line.uid)

    def of(self, line: Line) -> str:
        """How a conflict is decided: `PLAN`, `WORKBOOK` or `OPEN`."""
        return self._decided.get(line.cell, OPEN)

    def decide(self, line: Line, how: str) -> None:
        if how == OPEN:
            self._decided.pop(line.cell, None)
        else:
            self._decided[line.cell] = how

    def count(self, sections: Iterable[Section]) -> int:
        """How many changes of the plan are wanted: ticked lines, and conflicts decided for the workbook."""
        return sum(
            self.of(line) == WORKBOOK if line.what == CONFLICT else self.is_ticked(line)
            for section in sections
            for line in section.lines
        )

    def conflicts(self, sections: Iterable[Section], how: str) -> int:
        """How many conflicts are decided so."""
        return sum(line.what == CONFLICT and self.of(line) == how for section in sections for line in section.lines)

    def choices(self, taking: Taking) -> Choices:
        """All of it for taking in, as far as it is about what the workbook still brings."""
        changed = {cell.cell for cell in taking.cells if cell.state == CHANGED}
        conflicts = {cell.cell for cell in taking.conflicts}
        left = (self._left - taking.emptied) | (taking.emptied - self._emptied)
        return Choices(
            left_cells=frozenset(left & changed),
            left_rows=frozenset(self._left_rows & {one.row.uid for one in taking.rows}),
            removed=frozenset(self._removed & {one.row.uid for one in taking.removals}),
            decided={cell: how for cell, how in self._decided.items() if cell in conflicts},
        )
