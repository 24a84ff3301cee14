"""Which row of a returned sheet is which record, by the hidden uid, else by code or name; which are new, which are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.returned import MissingRow, Refusal, Remark
from mainstreamer.exchange.exported import CALCULATED, ExportedSheet
from mainstreamer.exchange.names_in import folded
from mainstreamer.exchange.sameness import digits, is_blank, plain, same
from mainstreamer.exchange.sheet_in import RawCell
from mainstreamer.exchange.table_in import Table, TableRow

FIXED = {"answer": frozenset({"item"}), "custom_item": frozenset({"code"})}
"""Fields that say which record a row is, or to which others refer, and cannot be changed in it."""
ENOUGH_SHUFFLED = 3
"""So many rows with the content of another one are no accident of typing."""


def said(cell: RawCell | None) -> str:
    """What a cell says as text, for comparing it with codes and names; of a formula what it gives."""
    if cell is not None and cell.kind == "formula":
        cell = cell.result
    if cell is None or cell.kind not in ("text", "number"):
        return ""
    return plain(str(cell.value)) if cell.kind == "text" else digits(cell.value)


@dataclass
class Matched:
    """The rows of one table: those of records by uid, new ones (copies of other rows among them), records whose row is gone
    or empty."""

    table: Table
    records: dict[str, TableRow] = field(default_factory=dict)
    new: list[TableRow] = field(default_factory=list)
    copies: dict[int, str] = field(default_factory=dict)
    missing: list[MissingRow] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def exported(self) -> ExportedSheet:
        return self.table.exported

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Codes of the columns that are there and read back, in the order of the export."""
        fields = KINDS[self.exported.kind].fields
        return tuple(code for code in self.exported.codes if code in fields and code in self.table.columns)

    def cell(self, row: TableRow, code: str) -> RawCell | None:
        return row.cells.get(self.table.columns[code])

    def filled(self, row: TableRow) -> list[str]:
        """Codes of the columns in which something stands that is read."""
        columns = self.table.columns
        return [
            code for code in self.codes if columns[code] not in row.under and not is_blank(row.cells.get(columns[code]))
        ]

    def record(self, row: TableRow) -> str:
        """By what people know the record of a row: its code and title as they stand there."""
        wanted = ("code", "item", KINDS[self.exported.kind].title, f"{CALCULATED}question")
        cells = (
            row.cells.get(self.table.columns[code]) for code in dict.fromkeys(wanted) if code in self.table.columns
        )
        return " ".join(filter(None, map(said, cells)))[:200]

    def remark(self, code: str, row: TableRow, column: str = "", uid: str = "") -> Remark:
        """A remark on a cell of a row, by default on its first."""
        place = self.table.place(row.number, column or self.codes[0])
        return Remark(code, place, {}, self.exported.kind, uid, self.record(row))

    def likeness(self, row: TableRow, uid: str) -> int:
        """How many cells of a row say what was written for a record."""
        return sum(self._same(row, uid, code) for code in self.codes)

    def _same(self, row: TableRow, uid: str, code: str) -> bool:
        cell, written = self.cell(row, code), self.exported.written(uid, code)
        if cell is not None and cell.kind == "formula":
            cell = cell.result
        return same(cell, written.value if written is not None else None)

    @cached_property
    def key_codes(self) -> tuple[str, ...]:
        """The columns by which people know a record: its code first, then its name."""
        kind = KINDS[self.exported.kind]
        return tuple(code for code in dict.fromkeys(("code", kind.title)) if code in self.codes)


def match_rows(table: Table, elsewhere: Callable[[str, str], bool], own_sentences: frozenset[str]) -> Matched:
    """Say which row is which. `elsewhere(kind, uid)` tells a record that the plan has or had though it was not on this
    sheet; `own_sentences` are notes that the export itself writes into empty tables."""
    found = Matched(table)
    if not found.codes:
        found.remarks.append(Remark("sheet_missing", table.place(0, "")))
        return found
    by_uid: dict[str, list[TableRow]] = {}
    loose: list[TableRow] = []
    for row in table.rows():
        filled = found.filled(row)
        if row.uid in found.exported.rows:
            by_uid.setdefault(row.uid, []).append(row)
        elif not filled or _is_note(found, row, filled, own_sentences):
            continue
        elif row.uid and elsewhere(found.exported.kind, row.uid):
            found.remarks.append(Remark("row_other_copy", table.place(row.number, found.codes[0])))
        else:
            loose.append(row)
    if found.exported.rows and not by_uid and loose:
        _match_by_key(found, loose, "mark_lost")
    else:
        _match_by_uid(found, by_uid)
        if not _reshuffle(found):
            loose = _match_strays(found, loose)
        found.new += loose
    _drop_formulas(found)
    _find_missing(found)
    return found


def _is_note(found: Matched, row: TableRow, filled: list[str], own_sentences: frozenset[str]) -> bool:
    return len(filled) == 1 and folded(said(found.cell(row, filled[0]))) in own_sentences


# -- by uid ------------------------------------------------------------------------------------------------------------


def _match_by_uid(found: Matched, by_uid: Mapping[str, list[TableRow]]) -> None:
    for uid, rows in by_uid.items():
        ordered = sorted(rows, key=lambda row: -found.likeness(row, uid)) if len(rows) > 1 else rows
        found.records[uid] = ordered[0]
        seen = [_content(found, ordered[0])]
        for row in ordered[1:]:
            content = _content(found, row)
            if not any(content):
                continue
            if content in seen:
                found.remarks.append(found.remark("row_same", row))
                continue
            seen.append(content)
            found.remarks.append(found.remark("row_twice", row))
            found.copies[row.number] = uid
            found.new.append(row)


def _content(found: Matched, row: TableRow) -> tuple[str, ...]:
    return tuple(_exact(found.cell(row, code)) for code in found.codes)


def _exact(cell: RawCell | None) -> str:
    if cell is not None and cell.kind == "formula":
        cell = cell.result
    if cell is None or is_blank(cell):
        return ""
    return said(cell) or f"{cell.kind}:{cell.value}"


def _reshuffle(found: Matched) -> bool:
    """Rows that were sorted without their hidden column have the uids of others. Then they go by code or name."""
    owners = _owners(found)
    taken: dict[str, str] = {}
    for uid, row in found.records.items():
        other = _owner(found, row, owners)
        if other and other != uid and found.likeness(row, other) > found.likeness(row, uid):
            taken[uid] = other
    closed = set(taken) == set(taken.values()) and len(taken) > 1
    if not closed and len(taken) < ENOUGH_SHUFFLED:
        return False
    rows = [row for row in found.records.values() if found.filled(row)]
    found.records = {}
    _match_by_key(found, rows, "rows_shuffled")
    return True


# -- by code or name ---------------------------------------------------------------------------------------------------


def _owners(found: Matched) -> dict[str, dict[str, str]]:
    """By column: which record of the export each code or name belongs to; empty where several share it."""
    owners: dict[str, dict[str, str]] = {code: {} for code in found.key_codes}
    for uid in found.exported.rows:
        for code, names in owners.items():
            cell = found.exported.written(uid, code)
            name = folded(str(cell.value)) if cell is not None and cell.value is not None else ""
            if name:
                names[name] = "" if name in names else uid
    return owners


def _owner(found: Matched, row: TableRow, owners: Mapping[str, Mapping[str, str]]) -> str:
    """The record of the export that a row names by its code, else by its name; empty for none."""
    for code in found.key_codes:
        uid = owners[code].get(folded(said(found.cell(row, code))), "")
        if uid:
            return uid
    return ""


def _match_by_key(found: Matched, rows: Iterable[TableRow], remark: str) -> None:
    """Match all rows by code or name. What has neither is refused: it may be a record of the plan or a new one."""
    owners = _owners(found)
    found.remarks.append(Remark(remark, found.table.place(found.table.header_row, "")))
    kind = found.exported.kind
    for row in rows:
        uid = _owner(found, row, owners)
        if uid and uid not in found.records:
            found.records[uid] = row
            continue
        code = found.key_codes[0] if found.key_codes else found.codes[0]
        texts = filter(None, (said(found.cell(row, key)) for key in found.key_codes))
        place, record = found.table.place(row.number, code), found.record(row)
        refusal = Refusal(place, kind, code, "row_unmatched", " ".join(texts)[:200], record=record)
        found.refused.append(refusal)


def _match_strays(found: Matched, loose: Iterable[TableRow]) -> list[TableRow]:
    """A row that lost its uid, and names a record whose own row is gone, is that row. The others are new."""
    owners = _owners(found)
    left: list[TableRow] = []
    for row in loose:
        uid = _owner(found, row, owners)
        if uid and uid not in found.records:
            found.records[uid] = row
        else:
            left.append(row)
    return left


# -- what is no record, what is gone -----------------------------------------------------------------------------------


def _drop_formulas(found: Matched) -> None:
    """A row of nothing but formulas, such as a sum that somebody wrote below the table, is no record."""
    kept: list[TableRow] = []
    for row in found.new:
        filled = found.filled(row)
        cells = [cell for code in filled if (cell := found.cell(row, code)) is not None]
        named = any(said(found.cell(row, code)) for code in found.key_codes)
        if all(cell.kind == "formula" for cell in cells) and not named:
            found.remarks.append(found.remark("row_calculated", row, filled[0]))
        else:
            kept.append(row)
    found.new = kept


def _find_missing(found: Matched) -> None:
    """Records whose row is gone, or is there and empty. An answer has no row of its own to delete."""
    if found.exported.kind == "answer":
        return
    sheet, kind = found.table.sheet.title, found.exported.kind
    for uid in found.exported.rows:
        row = found.records.get(uid)
        if row is None:
            found.missing.append(MissingRow(kind, uid, sheet))
        elif not found.filled(row) and not row.under and _was_filled(found, uid):
            found.missing.append(MissingRow(kind, uid, sheet, found.table.place(row.number, found.codes[0])))
            del found.records[uid]


def _was_filled(found: Matched, uid: str) -> bool:
    return any(not same(None, cell.value) for code in found.codes if (cell := found.exported.written(uid, code)))


# -- calculated cells --------------------------------------------------------------------------------------------------


def overwritten(found: Matched) -> list[Remark]:
    """Cells that are calculated, shown from elsewhere or fixed, and hold something else now: a remark each."""
    fixed = FIXED.get(found.exported.kind, frozenset())
    remarks: list[Remark] = []
    for code in found.exported.codes:
        column = found.table.columns.get(code, 0)
        if not column or not (code.startswith(CALCULATED) or code in fixed):
            continue
        said_of = "fixed_changed" if code in fixed else "calculated_overwritten"
        remarks += [
            found.remark(said_of, row, code, uid)
            for uid, row in found.records.items()
            if _is_overwritten(found, row, uid, code)
        ]
    return remarks


def _is_overwritten(found: Matched, row: TableRow, uid: str, code: str) -> bool:
    cell, written = found.cell(row, code), found.exported.written(uid, code)
    if found.table.columns[code] in row.under:
        return False
    if cell is not None and cell.kind == "formula":
        return False if written is None or written.formula else not same(cell.result, written.value)
    return not same(cell, written.value if written is not None else None)
