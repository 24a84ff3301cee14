"""Finds the table of an exported sheet in what came back: its columns by their hidden codes, else by their headings, and
its rows. Columns may have been moved, renamed, hidden or deleted, rows sorted, filtered or added."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mainstreamer.domain.returned import Place, Remark
from mainstreamer.exchange.exported import CALCULATED, HEADER, MARK, ExportedSheet
from mainstreamer.exchange.names_in import folded
from mainstreamer.exchange.sameness import is_blank
from mainstreamer.exchange.sheet_in import RawCell, RawSheet, area_start

ABOVE = 60
"""Rows in which headings are looked for."""
ENOUGH = 0.5
"""Share of the codes or headings that make a row the row of codes or headings."""

Cells = Mapping[int, RawCell]


def text_in(cell: RawCell | None) -> str:
    """The text of a cell as people see it in a heading; empty for anything else."""
    return str(cell.value).strip() if cell is not None and cell.kind in ("text", "number") else ""


@dataclass
class TableRow:
    """One row below the headings. `uid` is what stands in its hidden column, `under` are columns of it that lie under a merged
    area and are not read."""

    number: int
    uid: str
    cells: Cells
    under: frozenset[int] = frozenset()


@dataclass
class Table:
    """What was found: the column of each code, the hidden column of uids (0: gone), the row of headings (0: gone)."""

    sheet: RawSheet
    exported: ExportedSheet
    columns: dict[str, int] = field(default_factory=dict)
    uid_column: int = 0
    code_row: int = 0
    header_row: int = 0
    remarks: list[Remark] = field(default_factory=list)

    def heading(self, code: str) -> str:
        """What stands above a column now, else what stood there."""
        here = text_in(self.sheet.rows.get(self.header_row, {}).get(self.columns.get(code, 0)))
        return here or next(iter(self.exported.headings.get(code, ())), code)

    def place(self, row: int, code: str) -> Place:
        """The place of a field of a row."""
        return Place(self.sheet.title, row, self.columns.get(code, 0), self.heading(code))

    def rows(self) -> Iterator[TableRow]:
        """Rows that may be records: those below the headings, and wherever a uid of the export stands."""
        under = under_merges(self.sheet)
        for number, cells in sorted(self.sheet.rows.items()):
            if number in (self.code_row, self.header_row):
                continue
            uid = text_in(cells.get(self.uid_column))
            if uid == HEADER or uid.startswith((CALCULATED, MARK)):
                continue
            if number > self.header_row or uid in self.exported.rows:
                yield TableRow(number, uid, cells, under.get(number, frozenset()))


def find_table(sheet: RawSheet, exported: ExportedSheet) -> Table:
    """Where the codes, the headings and the columns are."""
    table = Table(sheet, exported)
    table.code_row, table.uid_column = _code_row(sheet, exported)
    if not table.uid_column:
        table.uid_column = _uid_column(sheet, exported)
    table.header_row = _header_row(sheet, exported, table)
    _columns_by_code(table)
    _columns_by_heading(table)
    _tell(table)
    _tell_merged(table)
    return table


def _code_row(sheet: RawSheet, exported: ExportedSheet) -> tuple[int, int]:
    """The row of hidden codes and the column of uids; zeros where they are gone."""
    codes = set(exported.codes)
    best = (0, 0)
    for number in sorted(sheet.rows)[:ABOVE]:
        cells = sheet.rows[number]
        for column, cell in cells.items():
            if cell.kind == "text" and cell.value.startswith(MARK):
                return number, column
        known = sum(1 for cell in cells.values() if text_in(cell) in codes)
        if known > max(1, ENOUGH * len(codes)) and not best[0]:
            best = (number, 0)
    return best


def _uid_column(sheet: RawSheet, exported: ExportedSheet) -> int:
    """The column in which uids of the export stand; 0 where there is none."""
    counts: dict[int, int] = {}
    for cells in sheet.rows.values():
        for column, cell in cells.items():
            if cell.kind == "text" and cell.value in exported.rows:
                counts[column] = counts.get(column, 0) + 1
    return max(counts, key=lambda column: counts[column]) if counts else 0


def _header_row(sheet: RawSheet, exported: ExportedSheet, table: Table) -> int:
    """The row of headings: beside it the hidden column says so; else the row with the most known headings."""
    if table.uid_column:
        for number, cells in sheet.rows.items():
            if number != table.code_row and text_in(cells.get(table.uid_column)) == HEADER:
                return number
    labels = {folded(heading) for headings in exported.headings.values() for heading in headings}
    best, most = 0, max(1.0, ENOUGH * len([code for code in exported.codes if code in exported.headings]) - 1)
    for number in sorted(sheet.rows)[:ABOVE]:
        known = sum(1 for cell in sheet.rows[number].values() if folded(text_in(cell)) in labels)
        if known > most:
            best, most = number, known
    return best


def _columns_by_code(table: Table) -> None:
    codes = set(table.exported.codes)
    for column, cell in sorted(table.sheet.rows.get(table.code_row, {}).items()):
        code = text_in(cell)
        if not code or column == table.uid_column or code not in codes:
            continue
        if code not in table.columns:
            table.columns[code] = column
        elif _has_content(table, column) and not code.startswith(CALCULATED):
            table.remarks.append(Remark("column_twice", _head(table, column)))


def _columns_by_heading(table: Table) -> None:
    """Columns whose code is gone, by what stands above them in any language."""
    labels: dict[str, str] = {}
    for code in table.exported.codes:
        for heading in table.exported.headings.get(code, ()):
            name = folded(heading)
            labels[name] = "" if labels.get(name, code) != code else code
    taken = set(table.columns.values()) | {table.uid_column}
    for column, cell in sorted(table.sheet.rows.get(table.header_row, {}).items()):
        code = labels.get(folded(text_in(cell)), "")
        if code and code not in table.columns and column not in taken:
            table.columns[code] = column
            taken.add(column)


def _tell(table: Table) -> None:
    """Remarks on columns that are gone, and on columns that are nobody's."""
    for code in table.exported.codes:
        if not code.startswith(CALCULATED) and code not in table.columns:
            heading = next(iter(table.exported.headings.get(code, ())), code)
            table.remarks.append(Remark("column_missing", Place(table.sheet.title, table.header_row, 0, heading)))
    known = set(table.columns.values()) | {table.uid_column}
    told = {remark.place.column for remark in table.remarks}
    others = {column for number, cells in table.sheet.rows.items() if number > table.header_row for column in cells}
    for column in sorted(others - known - told):
        if _has_content(table, column):
            table.remarks.append(Remark("column_unknown", _head(table, column)))


def _head(table: Table, column: int) -> Place:
    heading = text_in(table.sheet.rows.get(table.header_row, {}).get(column))
    return Place(table.sheet.title, table.header_row, column, heading)


def _has_content(table: Table, column: int) -> bool:
    return any(
        number > table.header_row and not is_blank(cells.get(column)) for number, cells in table.sheet.rows.items()
    )


# -- merged cells ------------------------------------------------------------------------------------------------------


def corners(reference: str) -> tuple[int, int, int, int]:
    """First row, first column, last row, last column of an area such as `B2:C3`; zeros for what is no area."""
    first, _, last = reference.replace("$", "").partition(":")
    top, left = area_start(first)
    bottom, right = area_start(last) if last else (top, left)
    return (top, left, bottom, right) if top and left and bottom and right else (0, 0, 0, 0)


def _tell_merged(table: Table) -> None:
    """A remark on each merged area in which cells would be read."""
    columns = set(table.columns.values())
    for reference in table.sheet.merged:
        top, left, bottom, right = corners(reference)
        if (
            bottom > table.header_row
            and (top, left) != (bottom, right)
            and columns.intersection(range(left, right + 1))
        ):
            place = _head(table, left)._replace(row=top)
            table.remarks.append(Remark("cells_merged", place, {"area": reference}))


def under_merges(sheet: RawSheet) -> dict[int, frozenset[int]]:
    """Columns of each row with content that lie under a merged area, its first cell left out."""
    numbers = sorted(sheet.rows)
    found: dict[int, set[int]] = {}
    for reference in sheet.merged:
        top, left, bottom, right = corners(reference)
        for number in numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)] if top else ():
            covered = found.setdefault(number, set())
            covered.update(range(left, min(right, 600) + 1))
            if number == top:
                covered.discard(left)
    return {number: frozenset(columns) for number, columns in found.items()}
