"""Reads an exported workbook that came back: what its cells say that the plan did not say when it was exported.

Nothing of the file is believed (`book_in`), and nothing is guessed: a cell that cannot be read is refused with what is
expected, and what is not taken is remarked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

from mainstreamer import __version__
from mainstreamer.domain.fields import FieldType
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.packs import is_own_code
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.returned import CellEdit, MissingRow, NewRow, Place, Refusal, Remark, Returned
from mainstreamer.errors import UnreadableWorkbook, WorkbookAhead
from mainstreamer.exchange.book_in import read_book
from mainstreamer.exchange.cell_values import CellReader
from mainstreamer.exchange.cells import CELL_LIMIT, Cell, Sheet, fit_text
from mainstreamer.exchange.edition import TECHNICAL
from mainstreamer.exchange.exported import (
    MARK,
    ExportedSheet,
    edition_of,
    exported_frame,
    exported_sheets,
    written_sheets,
)
from mainstreamer.exchange.frame_in import find_frame, frame_cells
from mainstreamer.exchange.names_in import Names, folded
from mainstreamer.exchange.new_rows_in import NewUids, alike, names_of
from mainstreamer.exchange.numbers_in import PEOPLE, NumberSheet, find_numbers
from mainstreamer.exchange.pack_values import CellRefused
from mainstreamer.exchange.package_in import Progress
from mainstreamer.exchange.particulars_in import Particulars
from mainstreamer.exchange.properties_in import saved_by
from mainstreamer.exchange.rows_in import FIXED, Matched, match_rows, overwritten, said
from mainstreamer.exchange.sameness import same
from mainstreamer.exchange.sheet_in import RawCell, RawSheet
from mainstreamer.exchange.sheets_in import find_sheets
from mainstreamer.exchange.table_in import TableRow, find_table
from mainstreamer.exchange.technical_in import Technical, read_technical
from mainstreamer.exchange.untaken import FIGURES, bounded, key_of, of_other_sheets, of_sheet, of_table
from mainstreamer.language import SHIPPED, language
from mainstreamer.language.both import joined

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
    sheets = read_book(path, lambda title: True, progress, MOST_ROWS, skipped=_comes_back_not)
    technical = read_technical(path, sheets.pop(TECHNICAL, None), plan_uid)
    base = state_at(technical.vector)
    if base is None:
        raise WorkbookAhead(path=str(path))
    by, at = saved_by(path)
    reading = _Reading(path, technical, base, plan_now, sheets)
    reading.read()
    returned = Returned(
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
    # Hundreds of thousands of cells that end in one go would hold the interpreter, and a window with it.
    for sheet in sheets.values():
        while sheet.rows:
            sheet.rows.popitem()
    while reading.written:
        reading.written.popitem()
    return returned


class Field(NamedTuple):
    """A field that a cell is for: what it held when the workbook was written, and the cell that was written of it. `type_` is
    what one cell holds of a field that fills many; `uid` and `record` say whose field it is."""

    kind: str
    name: str
    base: Any = None
    written: Cell | None = None
    type_: FieldType[Any] | None = None
    uid: str = ""
    record: str = ""


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
    done: set[str] = field(default_factory=set)
    """Keys of the sheets that were looked at cell by cell."""

    @cached_property
    def written(self) -> dict[str, Sheet]:
        """All sheets as the export had written them, by their key."""
        return written_sheets(self.technical, self.base)

    @cached_property
    def reader(self) -> CellReader:
        edition = edition_of(self.technical, self.base)
        items = frozenset(item.code for item in edition.checklist.items)
        names = Names((self.base, self.now), edition.record_name)
        return CellReader(edition.language, names, items, self.base.frame.currency)

    def read(self) -> None:
        """Rows are matched first in all sheets, so that a cell may name what is new in another sheet."""
        exported = list(exported_sheets(self.technical, self.base, self.written))
        self.done = {one.key for one in exported}
        found = find_sheets(self.technical, exported, self.sheets, self.remarks)
        matched = [self._match(raw, sheet) for sheet, raw in found]
        uids = NewUids(self.base)
        new = [list(uids.rows(one, self.reader)) for one in matched]
        for one, rows in zip(matched, new, strict=True):
            self._name(one, rows)
        for one, rows in zip(matched, new, strict=True):
            self._take(one, rows)
        self._read_frame()
        self._read_numbers()
        self._tell_untaken(matched)

    def _tell_untaken(self, matched: list[Matched]) -> None:
        """What was typed over cells that are not read. Another version of the program may have written other words."""
        if self.technical.program == __version__:
            for one in matched:
                self.remarks += of_table(one, self.written[one.exported.key])
            self.remarks += of_other_sheets(self.sheets, self.technical.titles, self.written, self.done)
        self.remarks = bounded(self.remarks)

    def _read_numbers(self) -> None:
        title = self.technical.titles.get("demography", "")
        records = tuple(row for row in self.base.population_tables if row.table is not None)
        if not title or not records:
            return
        sheet = find_numbers(self.sheets, title)
        self.done.add("demography")
        if sheet is None:
            self.remarks.append(Remark("sheet_missing", Place(title, 0, 0)))
            return

        def read(cell: RawCell | None, place: Place, percent: bool, uid: str) -> Any:
            return self._value(Field("population_table", "table", type_=PEOPLE, uid=uid), cell, place, percent)

        found = NumberSheet(sheet, self.reader.language, read, REFUSED)
        self.edits += found.edits(records)
        self.remarks += found.remarks
        written = self.written.get("demography")
        if written is not None:
            particulars = Particulars(sheet, written)
            self._read_particulars(particulars)
            if self.technical.program == __version__:
                self.remarks += of_sheet(sheet, written, particulars.is_read)

    def _read_particulars(self, found: Particulars) -> None:
        """What stands above the numbers of a table. The register of these tables goes before it."""
        kind = "population_table"
        typed_of = {(edit.uid, edit.field): edit.new for edit in self.edits if edit.kind == kind}
        for uid, name, before, cell, place in found.cells(self.remarks):
            record = self.base.find(kind, uid)
            if record is None or same(cell, before.value):
                continue
            base, type_ = self.base.value(kind, uid, name), KINDS[kind].fields[name].type
            percent = (place.row, place.column) in found.sheet.percents
            value = self._value(Field(kind, name, base, before, uid=uid), cell, place, percent)
            if value is REFUSED or type_.store(value) == type_.store(base):
                continue
            if (uid, name) not in typed_of:
                self.edits.append(CellEdit(kind, uid, name, base, value, place))
            elif type_.store(typed_of[uid, name]) != type_.store(value):
                self.remarks.append(Remark("particular_elsewhere", place, {}, kind, uid))

    def _read_frame(self) -> None:
        written = exported_frame(self.technical, self.base)
        if not written:
            return
        title = self.technical.titles["frame"]
        sheet = find_frame(self.sheets, title)
        if sheet is None:
            self.remarks.append(Remark("sheet_missing", Place(title, 0, 0)))
            return
        self.done.add("frame")
        if self.technical.program == __version__:
            fields = KINDS["plan"].fields
            rows = {
                row for row, cells in enumerate(self.written["frame"].rows, 1) if cells and key_of(cells[0]) in fields
            }
            self.remarks += of_sheet(sheet, self.written["frame"], lambda row, column: column == 3 and row in rows)
        for name, cell, place in frame_cells(sheet, self.base.uid, written, self.remarks):
            before = written[name]
            if same(cell, before.value):
                continue
            base, type_ = self.base.value("plan", self.base.uid, name), KINDS["plan"].fields[name].type
            percent = (place.row, place.column) in sheet.percents
            value = self._value(Field("plan", name, base, before, uid=self.base.uid), cell, place, percent)
            if value is not REFUSED and type_.store(value) != type_.store(base):
                self.edits.append(CellEdit("plan", self.base.uid, name, base, value, place))

    def _match(self, raw: RawSheet, sheet: ExportedSheet) -> Matched:
        if raw.cut == "rows" or raw.more_merged:
            raise UnreadableWorkbook(path=str(self.path), problem="too_large")
        found = match_rows(find_table(raw, sheet), self._is_elsewhere, _own_sentences())
        if raw.cut:
            place = Place(raw.title, found.table.header_row, 0)
            found.refused.append(Refusal(place, sheet.kind, "", f"{raw.cut}_too_many", ""))
        return found

    def _is_elsewhere(self, kind: str, uid: str) -> bool:
        return any(uid in plan.entries.get(kind, {}) for plan in (self.base, self.now))

    def _name(self, found: Matched, rows: list[tuple[str, TableRow]]) -> None:
        """The names that a sheet brings: of new rows, and of records that were renamed in it."""
        kind = found.exported.kind
        for uid, row in (*rows, *found.records.items()):
            self.reader.names.add(kind, uid, names_of(found, row))
        if kind == "custom_item" and "code" in found.codes:
            codes = {said(found.cell(row, "code")) for row in (*found.new, *found.records.values())}
            self.reader.items |= {code for code in codes if code}

    def _take(self, found: Matched, rows: list[tuple[str, TableRow]]) -> None:
        for uid, row in found.records.items():
            self._compare(found, uid, row)
        for uid, row in rows:
            self._add(found, uid, row)
        self.missing += found.missing
        self.refused += found.refused
        self.remarks += [*found.table.remarks, *found.remarks, *overwritten(found)]

    def _compare(self, found: Matched, uid: str, row: TableRow) -> None:
        """The cells of a record that say something else than was written. An answer that nobody gave yet is a new record."""
        table, kind = found.table, found.exported.kind
        fields, fixed = KINDS[kind].fields, FIXED.get(kind, frozenset())
        written = found.exported.rows[uid]
        unanswered = kind == "answer" and self.base.find(kind, uid) is None
        values: dict[str, Any] = {}
        for place, code in enumerate(found.exported.codes, 1):
            column = table.columns.get(code, 0)
            if not column or code not in fields or code in fixed or column in row.under:
                continue
            cell, before = row.cells.get(column), written[place] if place < len(written) else None
            if same(cell, before.value if before is not None else None):
                continue
            type_ = fields[code].type
            base = type_.blank if unanswered else self.base.value(kind, uid, code)
            value = self._cell_value(found, row, Field(kind, code, base, before, uid=uid))
            if value is REFUSED or type_.store(value) == type_.store(base):
                continue
            if unanswered:
                values[code] = value
            else:
                self.edits.append(CellEdit(kind, uid, code, base, value, table.place(row.number, code)))
        if values:
            places = {code: table.place(row.number, code) for code in values}
            item = found.exported.written(uid, "item")
            values = {"item": str(item.value) if item is not None else "", **values}
            self.new_rows.append(NewRow(kind, uid, next(iter(places.values())), values, places))

    def _add(self, found: Matched, uid: str, row: TableRow) -> None:
        """A row without a record. A copy of another row does not keep its code: two records must not share one."""
        table, kind = found.table, found.exported.kind
        values: dict[str, Any] = {}
        if kind == "answer":
            # Items come from the checklist: a line below them is nobody's answer.
            self.remarks.append(found.remark("row_no_item", row))
            return
        for code in found.filled(row):
            value = self._cell_value(found, row, Field(kind, code, uid=uid))
            type_ = KINDS[kind].fields[code].type
            if value is not REFUSED and not type_.is_blank(value):
                values[code] = value
        if kind == "custom_item" and values.get("code") and not self._is_free(str(values["code"])):
            place, text = table.place(row.number, "code"), str(values["code"])
            self.refused.append(Refusal(place, kind, "code", "own_code", text, (), uid, found.record(row)))
            return
        copied = found.copies.get(row.number)
        if copied is not None and values.get("code") == self.base.value(kind, copied, "code"):
            del values["code"]
        if values:
            places = {code: table.place(row.number, code) for code in values}
            first = table.place(row.number, next(iter(values)))
            self.new_rows.append(NewRow(kind, uid, first, values, places, alike(self.now, kind, uid, values)))

    def _is_free(self, code: str) -> bool:
        """Whether a new own item may have a code: it has the form of own codes, and no item has it."""
        return is_own_code(code) and all(
            row.code != code for plan in (self.base, self.now) for row in plan.custom_items
        )

    def _cell_value(self, found: Matched, row: TableRow, field: Field) -> Any:
        column = found.table.columns[field.name]
        percent = (row.number, column) in found.table.sheet.percents
        field = field._replace(record=found.record(row))
        return self._value(field, row.cells.get(column), found.table.place(row.number, field.name), percent)

    def _value(self, field: Field, cell: RawCell | None, place: Place, percent: bool) -> Any:
        """The value of a cell, or REFUSED where it cannot be read."""
        type_ = field.type_ or KINDS[field.kind].fields[field.name].type
        try:
            if is_cut(field.written, field.base):
                raise CellRefused("text_cut")
            return self.reader.value(type_, cell, field.base, percent)
        except CellRefused as error:
            expected = tuple(filter(None, error.expected.split("\n")))
            text, whose = shown(cell), (field.uid, field.record)
            self.refused.append(Refusal(place, field.kind, field.name, error.reason, text, expected, *whose))
            return REFUSED


REFUSED = object()


def is_cut(written: Cell | None, base: Any) -> bool:
    """Whether a cell held the beginning of a text only: who edits it has not seen the rest."""
    if written is None or not isinstance(base, str) or not isinstance(written.value, str):
        return False
    return 2 * len(base) > CELL_LIMIT and fit_text(base, "")[1] > 0


def shown(cell: RawCell | None) -> str:
    """What stands in a cell, for a person to find it."""
    return "" if cell is None else str(cell.value)[:200]


def _comes_back_not(first: str) -> bool:
    """Whether the code in the first cell of a sheet says that nobody writes in it."""
    return first == f"{MARK}{FIGURES}"


@cache
def _own_sentences() -> frozenset[str]:
    """Notes that an export writes into a table without rows."""
    words = [language(code).word("workbook", "note", "empty") for code in SHIPPED]
    return frozenset(folded(text) for text in (*words, *(joined(*pair) for pair in permutations(words, 2))))
