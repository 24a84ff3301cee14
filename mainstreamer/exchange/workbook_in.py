"""Reads an exported workbook that came back: what its cells say that the plan did not say when it was exported.

Nothing of the file is believed (`book_in`), and nothing is guessed: a cell that cannot be read is refused with what is
expected, and what is not taken is remarked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mainstreamer.domain.fields import FieldType
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.returned import CellEdit, MissingRow, NewRow, Refusal, Remark, Returned
from mainstreamer.errors import WorkbookAhead
from mainstreamer.exchange.book_in import read_book
from mainstreamer.exchange.cell_values import CellReader
from mainstreamer.exchange.edition import TECHNICAL
from mainstreamer.exchange.exported import CALCULATED, edition_of, exported_sheets
from mainstreamer.exchange.names_in import Names
from mainstreamer.exchange.pack_values import CellRefused
from mainstreamer.exchange.package_in import Progress
from mainstreamer.exchange.properties_in import saved_by
from mainstreamer.exchange.rows_in import Matched, match_rows
from mainstreamer.exchange.sameness import same
from mainstreamer.exchange.sheet_in import RawCell, RawSheet
from mainstreamer.exchange.sheets_in import find_sheets
from mainstreamer.exchange.table_in import Table, TableRow, find_table
from mainstreamer.exchange.technical_in import Technical, read_technical

MOST_ROWS = 20_000
"""Rows with content of one sheet."""

StateAt = Callable[[Mapping[str, int]], Plan | None]


def _silent(done: int, total: int) -> None:
    return None


def read_returned(
    path: Path, plan_uid: str, state_at: StateAt, plan_now: Plan, today: date, progress: Progress = _silent
) -> Returned:
    """What an edited workbook brings for a plan. `state_at` gives the plan at a version vector, or None where this copy does
    not know all of it; `progress(done, total)` may raise Cancelled.

    Raises MissingFile, UnreadableWorkbook, NotAnExport, OtherPlan, OlderWorkbook, NewerWorkbook, DamagedExport, WorkbookAhead.
    """
    sheets = read_book(path, lambda title: True, progress, MOST_ROWS)
    technical = read_technical(path, sheets.pop(TECHNICAL, None), plan_uid)
    base = state_at(technical.vector)
    if base is None:
        raise WorkbookAhead(path=str(path))
    by, at = saved_by(path)
    reading = _Reading(path, technical, base, plan_now, sheets)
    reading.read()
    return Returned(
        path.name,
        plan_uid,
        technical.vector,
        technical.languages[0],
        by,
        at,
        tuple(reading.edits),
        tuple(reading.new_rows),
        tuple(reading.missing),
        tuple(reading.refused),
        tuple(reading.remarks),
    )


@dataclass
class _Reading:
    """One workbook under way."""

    path: Path
    technical: Technical
    base: Plan
    now: Plan
    sheets: Mapping[str, RawSheet]
    edits: list[CellEdit] = field(default_factory=list)
    new_rows: list[NewRow] = field(default_factory=list)
    missing: list[MissingRow] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def read(self) -> None:
        edition = edition_of(self.technical, self.base)
        self.reader = CellReader(
            edition.language,
            Names((self.base, self.now), edition.record_name),
            frozenset(item.code for item in edition.checklist.items),
            self.base.frame.currency,
        )
        exported = list(exported_sheets(self.technical, self.base))
        for sheet, raw in find_sheets(self.technical, exported, self.sheets, self.remarks):
            self._read_sheet(match_rows(find_table(raw, sheet)))

    def _read_sheet(self, found: Matched) -> None:
        self.remarks += [*found.table.remarks, *found.remarks]
        self.missing += found.missing
        self.refused += found.refused
        for uid, row in found.records.items():
            self._compare(found.table, uid, row)

    def _compare(self, table: Table, uid: str, row: TableRow) -> None:
        """The cells of a record that say something else than was written."""
        kind, written = table.exported.kind, table.exported.rows[uid]
        fields = KINDS[kind].fields
        for place, code in enumerate(table.exported.codes, 1):
            column = table.columns.get(code, 0)
            if code.startswith(CALCULATED) or code not in fields or not column or column in row.under:
                continue
            cell, before = row.cells.get(column), written[place] if place < len(written) else None
            if same(cell, before.value if before is not None else None):
                continue
            type_, base = fields[code].type, self.base.value(kind, uid, code)
            value = self._value(table, row, code, base)
            if value is not REFUSED and type_.store(value) != type_.store(base):
                self.edits.append(CellEdit(kind, uid, code, base, value, table.place(row.number, code)))

    def _value(self, table: Table, row: TableRow, code: str, base: Any = None) -> Any:
        """The value of a cell, or REFUSED where it cannot be read."""
        kind, column = table.exported.kind, table.columns[code]
        cell = row.cells.get(column)
        type_: FieldType[Any] = KINDS[kind].fields[code].type
        try:
            return self.reader.value(type_, cell, base, (row.number, column) in table.sheet.percents)
        except CellRefused as error:
            expected = tuple(filter(None, error.expected.split("\n")))
            text = shown(cell)
            self.refused.append(Refusal(table.place(row.number, code), kind, code, error.reason, text, expected))
            return REFUSED


REFUSED = object()


def shown(cell: RawCell | None) -> str:
    """What stands in a cell, for a person to find it."""
    return "" if cell is None else str(cell.value)[:200]
