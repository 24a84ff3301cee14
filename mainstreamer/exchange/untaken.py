"""Cells that an export wrote, that say something else now, and that are not read back: people are told of each, so that nothing
they typed is dropped without a word. What a formula gives anew is no edit."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from mainstreamer.domain.returned import Place, Remark
from mainstreamer.exchange.cells import Cell, Sheet
from mainstreamer.exchange.edition import TECHNICAL
from mainstreamer.exchange.exported import CALCULATED, MARK
from mainstreamer.exchange.names_in import folded
from mainstreamer.exchange.rows_in import Matched
from mainstreamer.exchange.sameness import same
from mainstreamer.exchange.sheet_in import RawCell, RawSheet
from mainstreamer.exchange.table_in import Table, text_in, under_merges

FIGURES = "figures"
"""The hidden sheet of formulas by which others add up; nobody writes there."""
MOST_TOLD = 20
"""Cells that are told one by one; the others are counted."""
TINY = 1e-12
"""What numbers worked out may differ by, of their size."""
REARRANGED = 0.3
"""Share of the cells of a sheet that nobody types over one by one: rows or columns of it were moved."""
OF_CELLS = frozenset({"cell_not_taken", "heading_not_taken", "calculated_overwritten", "fixed_changed"})

IsRead = Callable[[int, int], bool]
"""Whether the cell in a row and column of what was written is read back."""


def is_untaken(cell: RawCell | None, written: Cell) -> bool:
    """Whether a cell says something else than was written, other than what its formula gives."""
    if cell is not None and cell.kind == "formula":
        return not written.formula and not _says(cell.result, written)
    return not _says(cell, written)


def _says(cell: RawCell | None, written: Cell) -> bool:
    """Whether a cell says what was written. Of a number worked out, the last digits are lost on the way."""
    if same(cell, written.value):
        return True
    if cell is None or cell.kind != "number" or not isinstance(written.value, int | float | Decimal):
        return False
    return math.isclose(float(cell.value), float(written.value), rel_tol=TINY)


def of_sheet(raw: RawSheet, written: Sheet, is_read: IsRead) -> list[Remark]:
    """A remark on each cell of a sheet that stands as it was written, rows that were inserted or deleted aside."""
    rows, under = _rows(raw, written), under_merges(raw)
    found: list[Remark] = []
    count = 0
    for number, row in enumerate(written.rows[1:], 2):
        here = rows[number]
        cells = raw.rows.get(here, {})
        for column, cell in enumerate(row[1:], 2):
            if cell is None or is_read(number, column) or column in under.get(here, ()):
                continue
            count += 1
            if is_untaken(cells.get(column), cell):
                found.append(Remark("cell_not_taken", Place(raw.title, here, column)))
    if len(found) > MOST_TOLD and len(found) > REARRANGED * count:
        return [Remark("sheet_rearranged", Place(raw.title, 0, 0))]
    return found


def _rows(raw: RawSheet, written: Sheet) -> dict[int, int]:
    """The row in which each row that was written stands now: by the key in its hidden column, else after the row before it."""
    places: dict[str, list[int]] = {}
    for number, cells in sorted(raw.rows.items()):
        if key := text_in(cells.get(1)):
            places.setdefault(key, []).append(number)
    for found in places.values():
        found.reverse()
    rows: dict[int, int] = {}
    moved = 0
    for number, row in enumerate(written.rows, 1):
        key = str(row[0].value or "") if row and row[0] is not None else ""
        if key and places.get(key):
            moved = places[key].pop() - number
        rows[number] = number + moved
    return rows


def of_table(found: Matched, written: Sheet) -> list[Remark]:
    """A remark on each cell above the rows of records, and in rows that are no records."""
    table = found.table
    header = next((number for number, row in enumerate(written.rows, 1) if row and key_of(row[0]) == "uid"), 0)
    if not table.header_row or not header:
        return []
    moved = table.header_row - header
    codes = dict(enumerate(table.exported.codes, 2))
    between = _between(table, written, header)
    remarks: list[Remark] = []
    for number, row in enumerate(written.rows[1:], 2):
        if number > header:
            here = between.get(number, 0)
        else:
            here = number + moved
        if here < 1:
            continue
        said = "heading_not_taken" if number == header else "cell_not_taken"
        remarks += _of_row(table, row, codes, here, said)
    return remarks


def _between(table: Table, written: Sheet, header: int) -> dict[int, int]:
    """Where each written row that is no record stands now. All headings have the same key: they are told apart by their order,
    and not at all where some are missing."""
    keys = [key_of(row[0]) if row else "" for row in written.rows[header:]]
    then, now = dict[str, list[int]](), dict[str, list[int]]()
    for number, key in enumerate(keys, header + 1):
        if key.startswith(CALCULATED):
            then.setdefault(key, []).append(number)
    for number, cells in sorted(table.sheet.rows.items()):
        if number > table.header_row and table.uid_column:
            now.setdefault(text_in(cells.get(table.uid_column)), []).append(number)
    found: dict[int, int] = {}
    for key, numbers in then.items():
        if len(numbers) == len(now.get(key, ())):
            found.update(zip(numbers, now[key], strict=True))
    return found


def _of_row(
    table: Table, row: Iterable[Cell | None], codes: Mapping[int, str], here: int, said: str
) -> Iterator[Remark]:
    cells = table.sheet.rows.get(here, {})
    for place, cell in enumerate(row, 1):
        column = table.columns.get(codes.get(place, ""), 0)
        if cell is None or not column or cell.value is None:
            continue
        if is_untaken(cells.get(column), cell):
            if said == "heading_not_taken" and _is_known(table, codes[place], cells.get(column)):
                continue
            heading = str(cell.value) if said == "heading_not_taken" else table.heading(codes[place])
            if here < table.header_row:
                heading = ""
            yield Remark(said, Place(table.sheet.title, here, column, heading))


def _is_known(table: Table, code: str, cell: RawCell | None) -> bool:
    """Whether a heading is that of the same column in another language."""
    return folded(text_in(cell)) in map(folded, table.exported.headings.get(code, ()))


def key_of(cell: Cell | None) -> str:
    """What was written into the hidden column of a row."""
    return str(cell.value or "") if cell is not None else ""


def of_other_sheets(
    sheets: Mapping[str, RawSheet], titles: Mapping[str, str], written: Mapping[str, Sheet], done: Iterable[str]
) -> Iterator[Remark]:
    """Remarks on sheets of which nothing comes back; `done` are keys of those that were looked at."""
    marks = {text_in(raw.rows.get(1, {}).get(1)): title for title, raw in reversed(list(sheets.items()))}
    left = (key for key in titles if key not in {*done, FIGURES, TECHNICAL} and key in written)
    for key in left:
        mark = key_of(written[key].rows[0][0]) if written[key].rows and written[key].rows[0] else ""
        title = titles[key] if titles[key] in sheets else marks.get(mark, "") if mark.startswith(MARK) else ""
        if title:
            yield from of_sheet(sheets[title], written[key], lambda row, column: False)


def bounded(remarks: Iterable[Remark]) -> list[Remark]:
    """The same, with the first cells told one by one and the others counted."""
    kept: list[Remark] = []
    told = more = 0
    for remark in remarks:
        if remark.code not in OF_CELLS:
            kept.append(remark)
        elif told < MOST_TOLD:
            told += 1
            kept.append(remark)
        else:
            more += 1
            last = remark
    if more:
        kept.append(Remark("cells_more", Place(last.place.sheet, 0, 0), {"count": more}))
    return kept
