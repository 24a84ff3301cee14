"""The form of a sheet: rows of headings with their groups, titles between the rows, totals, merged cells."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table

from mainstreamer.domain.plain_tables import DATE, NUMBER, PlainSheet
from mainstreamer.language.folding import fold, split
from mainstreamer.operations.tables.targets import Mapping

ABOVE, HEADING, NUMBERS, SECTION, TOTAL, REPEATED, RECORD, CONTINUED = (
    "above", "heading", "numbers", "section", "total", "repeated", "record", "continued",
)  # fmt: skip
"""What a row is: above the headings, a heading, figures that number the columns, a title of the rows below, a sum, the
headings again on the next page, a record, a part of the record above."""
MOST_HEADING_ROWS = 3
_TOTALS = ("total", "totals", "subtotal", "itogo", "vsego", "totalul", "totalgeneral", "ensemble")
_YEARISH = re.compile(r"(19|20)\d\d([/–-]\d{2,4})?")
_NUMBERED = re.compile(r"\(?(\d{1,3})\)?\.?")


def shown(sheet: PlainSheet, row: int, column: int) -> str:
    """What people see in a cell: the text of the merged area it belongs to, in one line."""
    text = sheet.text(row, column)
    if not text:
        area = sheet.merged.get((row, column))
        if area is not None:
            text = sheet.text(area.top, area.left)
    return text


def headings(sheet: PlainSheet, first: int, depth: int) -> dict[int, tuple[str, ...]]:
    """The texts above each column, from the top; a group stands above each of its columns."""
    lines = [_spread(sheet, row, row + 1 < first + depth) for row in range(first, first + depth)]
    found = {}
    for column in range(1, sheet.width + 1):
        texts = [line[column] for line in lines if line.get(column)]
        found[column] = tuple(dict.fromkeys(texts))
    return found


def _spread(sheet: PlainSheet, row: int, is_group: bool) -> dict[int, str]:
    """Texts of a row of headings. A group without merged cells reaches to the right as long as there is a heading below."""
    found: dict[int, str] = {}
    has_areas = any(area.top <= row <= area.bottom and area.right > area.left for area in sheet.areas)
    before = ""
    for column in range(1, sheet.width + 1):
        text = shown(sheet, row, column)
        if (
            not text
            and is_group
            and not has_areas
            and before
            and sheet.text(row + 1, column)
            and sheet.text(row + 1, column - 1)
        ):
            text = before
        before = text
        if text:
            found[column] = text
    return found


def joined(texts: tuple[str, ...]) -> str:
    """A heading with its group, in one line."""
    return ": ".join(texts)


def depths(sheet: PlainSheet, first: int) -> list[int]:
    """How many rows of headings there may be from a row on: one; as many as merged cells of it reach down, and no fewer; one
    or two more below a group; two where the row below fills the gaps of this one."""
    if any(area.top < first <= area.bottom for area in sheet.areas):
        return []
    found, least = {1}, 1
    for area in sheet.areas:
        if area.top == first and area.bottom - first < MOST_HEADING_ROWS:
            reach = area.bottom - first + 1
            least = max(least, reach)
            found.add(reach)
            if area.right > area.left:
                found.update((reach + 1, reach + 2))
    upper, lower = sheet.rows.get(first, {}), sheet.rows.get(first + 1, {})
    gaps = [column for column in lower if column not in upper]
    if upper and any(column - 1 in lower for column in gaps):
        found.add(2)
    return [n for n in sorted(found) if least <= n <= MOST_HEADING_ROWS and _all_words(sheet, first, n)]


def _all_words(sheet: PlainSheet, first: int, depth: int) -> bool:
    """Whether rows below the first are words, or name years and quarters, as headings do."""
    for row in range(first + 1, first + depth):
        cells = sheet.rows.get(row, {})
        if not cells or is_numbering(sheet, row):
            return False
        if any(cell.kind in (NUMBER, DATE) and not _YEARISH.fullmatch(cell.text) for cell in cells.values()):
            return False
    return True


def is_numbering(sheet: PlainSheet, row: int) -> bool:
    """Whether a row numbers the columns: 1, 2, 3 ..."""
    found = [_NUMBERED.fullmatch(cell.text.strip()) for _, cell in sorted(sheet.rows.get(row, {}).items())]
    numbers = [int(match[1]) for match in found if match]
    return (
        len(found) >= 3 and len(numbers) == len(found) and numbers == list(range(numbers[0], numbers[0] + len(found)))
    )


def is_total(text: str) -> bool:
    """Whether a row that begins so is a sum."""
    words = split(fold(text))
    return bool(words) and (words[0] in _TOTALS or words[:2] == ["grand", "total"])


def classes(sheet: PlainSheet, mapping: Mapping, titles: tuple[int, ...]) -> dict[int, str]:
    """What each row with content is. `titles` are the columns that name the records."""
    found = {}
    again = {column: " ".join(cell.text.split()) for column, cell in sheet.rows.get(mapping.first, {}).items()}
    used = {column.place for column in mapping.columns if column.target}
    before = False
    for row in sorted(sheet.rows):
        if row < mapping.first:
            found[row] = ABOVE
        elif row < mapping.body:
            found[row] = HEADING
        else:
            found[row] = _class(sheet, row, titles, again, used, before and mapping.kind == "action")
            before = before or found[row] == RECORD
    return found


def _class(
    sheet: PlainSheet, row: int, titles: tuple[int, ...], again: Table[int, str], used: set[int], may_continue: bool
) -> str:
    cells = sheet.rows[row]
    named = [cells[title].text for title in titles if title in cells]
    if is_numbering(sheet, row) and all(name.isdecimal() for name in named):
        return NUMBERS
    if len(again) > 1 and {column: " ".join(cell.text.split()) for column, cell in cells.items()} == again:
        return REPEATED
    if is_total(cells[min(cells)].text) and (not named or is_total(named[0])):
        return TOTAL
    if len(cells) == 1 and _is_section(sheet, row, titles, used):
        return SECTION
    area = sheet.merged.get((row, titles[0])) if len(titles) == 1 else None
    if area is not None and area.top < row:
        return CONTINUED
    if may_continue and titles and not named and area is None and len(cells) <= max(2, len(used) // 2):
        return CONTINUED
    return RECORD


def _is_section(sheet: PlainSheet, row: int, titles: tuple[int, ...], used: set[int]) -> bool:
    """Whether the one cell of a row is a title of the rows below: merged across, or words outside the column of names."""
    ((column, cell),) = sheet.rows[row].items()
    area = sheet.merged.get((row, column))
    across = area is not None and area.right > area.left
    downwards = area is not None and area.bottom > area.top and not across
    others = [sheet.merged.get((row, other)) for other in used if other != column]
    alone = not any(other not in (None, area) for other in others)
    words = not _NUMBERED.fullmatch(cell.text.strip()) and cell.kind not in (NUMBER, DATE)
    return words and alone and not downwards and (across or (column not in titles and len(used) > 2))
