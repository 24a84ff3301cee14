"""Which records stand in which cell of a map of two scales, and the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mainstreamer.domain.kinds import Record
from mainstreamer.operations import placing
from mainstreamer.ui.pictures.map_layout import TRAY, Cell
from mainstreamer.ui.pictures.marks import Mark


class MapRecords:
    """Records of a kind by cell: cells from the top down, in each line from its start, and the tray last."""

    def __init__(self, kind: str, records: Sequence[Record]) -> None:
        along, up = placing.AXES[kind]
        cells: dict[Cell, list[str]] = {}
        for record in records:
            place = getattr(record, along), getattr(record, up)
            cells.setdefault(TRAY if None in place else Cell(*place), []).append(record.uid)
        self.by_uid = {record.uid: record for record in records}
        self.cell_of = {uid: cell for cell, uids in cells.items() for uid in uids}
        order = sorted(cells, key=lambda cell: (cell == TRAY, -cell.up, cell.along))
        self.cells = {cell: cells[cell] for cell in order}
        self.marks = [Mark(kind, uid) for uids in self.cells.values() for uid in uids]

    def counts(self, quadrant_at: Callable[[Cell], int]) -> list[int]:
        """How many records stand in each of the four fields."""
        found = [0, 0, 0, 0]
        for cell, uids in self.cells.items():
            if cell != TRAY:
                found[quadrant_at(cell)] += len(uids)
        return found

    @property
    def waiting(self) -> int:
        """How many are in the tray."""
        return len(self.cells.get(TRAY, ()))

    def line_step(self, mark: Mark, by: int) -> Mark | None:
        """The mark above or below; past the edge of a cell, the nearest one in the next line of cells that holds any."""
        cell = self.cell_of[mark.uid]
        uids = self.cells[cell]
        place = uids.index(mark.uid) + by
        if 0 <= place < len(uids):
            return Mark(mark.kind, uids[place])
        if cell == TRAY:
            return None
        lines = sorted({other.up for other in self.cells if other != TRAY and (other.up - cell.up) * by < 0})
        if not lines:
            return None
        up = lines[-1] if by > 0 else lines[0]
        nearest = min(
            (other for other in self.cells if other.up == up), key=lambda other: abs(other.along - cell.along)
        )
        return Mark(mark.kind, self.cells[nearest][0 if by > 0 else -1])
