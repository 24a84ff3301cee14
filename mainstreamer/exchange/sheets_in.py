"""Which sheet of a returned workbook is which: by the code in its first cell, else by its title, else by its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mainstreamer.domain.returned import Place, Remark
from mainstreamer.exchange.exported import MARK, ExportedSheet
from mainstreamer.exchange.sameness import is_blank
from mainstreamer.exchange.sheet_in import RawSheet
from mainstreamer.exchange.table_in import ABOVE, text_in
from mainstreamer.exchange.technical_in import Technical

LIKE_A_TABLE = 2
"""Rows with so many filled cells make an extra sheet look like a table."""


def mark_of(sheet: RawSheet) -> str:
    """The code of an exported sheet; empty where it is gone, or never was."""
    for number in sorted(sheet.rows)[:ABOVE]:
        for cell in sheet.rows[number].values():
            if cell.kind == "text" and cell.value.startswith(MARK):
                return str(cell.value).strip()
    return ""


def find_sheets(
    technical: Technical,
    exported: Sequence[ExportedSheet],
    sheets: Mapping[str, RawSheet],
    remarks: list[Remark],
) -> Iterator[tuple[ExportedSheet, RawSheet]]:
    """Exported sheets with what came back of them; remarks tell of what is gone, doubled, or not of the export."""
    keys = {title: key for key, title in technical.titles.items()}
    marks = {title: mark_of(sheet) for title, sheet in sheets.items()}
    found: dict[str, str] = {}
    # The sheet that still has its title comes before a copy of it; then renamed ones, then those whose first row is gone.
    for one in exported:
        alike = [title for title, mark in marks.items() if mark == one.mark and _has_columns(sheets[title], one)]
        alike.sort(key=one.title.__ne__)
        if alike:
            found[one.key] = alike[0]
            for title in alike[1:]:
                remarks.append(Remark("sheet_twice", Place(title, 0, 0)))
    used = set(found.values())
    for one in exported:
        if one.key not in found and one.title in sheets and one.title not in used and not marks[one.title]:
            found[one.key] = one.title
    used = set(found.values())
    for one in exported:
        if one.key in found:
            continue
        alike = [
            title for title, mark in marks.items() if title not in used and not mark and _has_codes(sheets[title], one)
        ]
        if len(alike) == 1:
            found[one.key] = alike[0]
            used.add(alike[0])
        else:
            remarks.append(Remark("sheet_missing", Place(one.title, 0, 0)))
    for title, sheet in sheets.items():
        if title not in used and title not in keys and not marks[title] and _is_table(sheet):
            remarks.append(Remark("sheet_unknown", Place(title, 0, 0)))
    for one in exported:
        if one.key in found:
            yield one, sheets[found[one.key]]


def _has_columns(sheet: RawSheet, exported: ExportedSheet) -> bool:
    """Whether a sheet of that code has columns of the register: blocks of tables have the code of their kind too."""
    return _codes_in(sheet, exported) > 0


def _has_codes(sheet: RawSheet, exported: ExportedSheet) -> bool:
    return _codes_in(sheet, exported) * 2 > len(exported.codes)


def _codes_in(sheet: RawSheet, exported: ExportedSheet) -> int:
    codes = set(exported.codes)
    counts = [
        sum(text_in(cell) in codes for cell in sheet.rows[number].values()) for number in sorted(sheet.rows)[:ABOVE]
    ]
    return max(counts, default=0)


def _is_table(sheet: RawSheet) -> bool:
    rows = [
        cells for cells in sheet.rows.values() if sum(not is_blank(cell) for cell in cells.values()) >= LIKE_A_TABLE
    ]
    return len(rows) >= LIKE_A_TABLE
