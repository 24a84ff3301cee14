"""Guesses how a sheet is to be read: where its headings are, what its rows are, where each column goes. A person decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mainstreamer.domain.age_groups import AgeGroup
from mainstreamer.domain.amounts import factor_of
from mainstreamer.domain.demography_labels import row_key
from mainstreamer.domain.fields import Date, Money, Number, Whole
from mainstreamer.domain.periods import read_period
from mainstreamer.domain.plain_tables import DATE, NUMBER, PlainCell, PlainSheet
from mainstreamer.operations.tables import layout
from mainstreamer.operations.tables.headings import INSIDE, SURE, headings_of, kinds_named
from mainstreamer.operations.tables.targets import (
    ACTION,
    ASIDE,
    DEADLINE,
    GRID,
    LEFT_OUT,
    OBJECTIVE,
    PERIOD,
    POPULATION,
    SKIP,
    TAKEN_KINDS,
    Column,
    Mapping,
    joins,
    links_to,
    note_field,
    title_of,
    type_of,
)

MOST_TRIED = 40
"""Rows with content among which the headings are looked for."""
SAMPLE = 200
"""Cells of a column that are looked at."""
_AGE_ROWS = 4
_SIXTH = 60
_QUARTERISH = re.compile(r"(19|20)\d\d|\b(q|t|trim\w*|кв\w*|tr)\.?\s*[1-4iv]|^\s*(iv|iii|ii|i)\s*$", re.IGNORECASE)
_REPEATING = 3


def guess(sheet: PlainSheet) -> Mapping:
    """How a sheet is probably to be read."""
    if _is_population(sheet):
        first = next((row for row in sorted(sheet.rows) if len(sheet.rows[row]) > 1), 1)
        return Mapping(POPULATION, first, 1)
    best, most = Mapping("", 0, 1), 0.0
    hints = _hints(sheet, MOST_TRIED)
    for first in sorted(sheet.rows)[:MOST_TRIED]:
        for depth in layout.depths(sheet, first):
            texts = layout.headings(sheet, first, depth)
            for kind in TAKEN_KINDS[:-1]:
                score = _score(kind, texts) + hints.get(kind, 0.0)
                score -= 0.1 * (depth - 1) if _has_areas(sheet, first, depth) else 0.3 * (depth - 1)
                if score > most + 1e-9 and _known(kind, texts) >= 2:
                    best, most = Mapping(kind, first, depth), score
    if not best.kind:
        best = _unknown(sheet, hints)
    return columns_of(sheet, best) if best.first else best


def _hints(sheet: PlainSheet, rows: int) -> dict[str, float]:
    """What the name of the sheet and titles above its headings say of the kind of its rows."""
    texts = [sheet.title]
    for row in sorted(sheet.rows)[:6]:
        cells = list(sheet.rows[row].values())
        if len(cells) <= 2:
            texts += [cell.text for cell in cells]
    found: dict[str, float] = {}
    for text in texts:
        for kind, words in kinds_named(text).items():
            found[kind] = max(found.get(kind, 0.0), 0.6 + 0.2 * words)
    return found


def _unknown(sheet: PlainSheet, hints: dict[str, float]) -> Mapping:
    """Headings that nobody knows: the first row with several texts, above a row with as many cells."""
    rows = sorted(sheet.rows)
    for place, row in enumerate(rows[:MOST_TRIED]):
        cells = sheet.rows[row].values()
        words = sum(cell.kind not in (NUMBER, DATE) for cell in cells)
        if (
            words >= 2
            and words * 2 > len(cells)
            and any(len(sheet.rows[below]) > 1 for below in rows[place + 1 : place + 4])
        ):
            return Mapping(max(hints, key=lambda kind: hints[kind], default=ACTION), row, 1)
    return Mapping(max(hints, key=lambda kind: hints[kind], default=ACTION), rows[0] if rows else 0, 1)


def _has_areas(sheet: PlainSheet, first: int, depth: int) -> bool:
    return any(first <= area.top < first + depth for area in sheet.areas)


def _score(kind: str, texts: dict[int, tuple[str, ...]]) -> float:
    found: dict[str, float] = {}
    for parts in texts.values():
        target, score = best_target(kind, parts, inside=False)
        if target:
            found[target] = max(found.get(target, 0.0), score)
    return sum(found.values()) + (0.5 if title_of(kind) in found else 0.0)


def _known(kind: str, texts: dict[int, tuple[str, ...]]) -> int:
    return len({target for parts in texts.values() if (target := best_target(kind, parts, inside=False)[0])})


def best_target(kind: str, parts: tuple[str, ...], *, inside: bool) -> tuple[str, float]:
    """What a heading under its groups means: the whole of it, else the lowest part, else the group above."""
    if not parts:
        return "", 0.0
    if kind == ACTION and len(parts) > 1 and all(_QUARTERISH.search(part) for part in parts[-1:]):
        target, _ = headings_of(kind).target(parts[0])
        if target in (PERIOD, DEADLINE, "start", "") or _QUARTERISH.search(parts[0]):
            return GRID, SURE
    known = headings_of(kind)
    tried = [" ".join(parts), parts[-1], *(parts[:1] if len(parts) > 1 else ())]
    best, most = "", 0.0
    for place, text in enumerate(tried):
        target, score = known.target(text, inside=inside)
        score -= 0.1 * place if score else 0.0
        if score > most:
            best, most = target, score
    return best, most


# -- columns -----------------------------------------------------------------------------------------------------------


def columns_of(sheet: PlainSheet, mapping: Mapping) -> Mapping:
    """The same, with its columns guessed from their headings and looked at for what stands in them."""
    if mapping.kind == POPULATION or not mapping.first:
        return Mapping(mapping.kind, mapping.first, mapping.depth)
    texts = layout.headings(sheet, mapping.first, mapping.depth)
    filled = {column: list(_cells(sheet, mapping.body, column)) for column in texts}
    guesses = {}
    for place, parts in texts.items():
        if parts or filled[place]:
            guesses[place] = _confirmed(mapping.kind, *_guessed(mapping.kind, parts), filled[place])
            if guesses[place][0] == "code" and _is_of_groups(sheet, mapping, place):
                guesses[place] = (LEFT_OUT, 0.0)
    taken: dict[str, int] = {}
    for place, (target, _) in sorted(guesses.items(), key=lambda found: -found[1][1]):
        if target and not joins(mapping.kind, target) and target in taken:
            guesses[place] = ("", 0.0)
        elif target:
            taken.setdefault(target, place)
    columns = tuple(
        _column(sheet, mapping, place, texts[place], found, filled[place]) for place, found in guesses.items()
    )
    has_sections = mapping.kind == ACTION and not any(column.target == "objective" for column in columns)
    return Mapping(mapping.kind, mapping.first, mapping.depth, columns, OBJECTIVE if has_sections else SKIP)


def _is_of_groups(sheet: PlainSheet, mapping: Mapping, place: int) -> bool:
    """Whether cells of a column reach over several rows: their numbers are those of objectives, not of the rows."""
    return any(area.left <= place <= area.right and area.bottom > area.top >= mapping.body for area in sheet.areas)


def _guessed(kind: str, parts: tuple[str, ...]) -> tuple[str, float]:
    if kind == ACTION and len(parts) == 1 and re.fullmatch(r"\s*(19|20)\d\d(\s*[-–/]\s*(\d{2}|\d{4}))?\s*", parts[0]):
        return GRID, SURE
    return best_target(kind, parts, inside=True)


def _cells(sheet: PlainSheet, body: int, column: int) -> Iterator[PlainCell]:
    """Cells of a column below the headings, some of them; not those of titles and sums."""
    count = 0
    for row in sorted(sheet.rows):
        cells = sheet.rows[row]
        is_row = row >= body and (len(cells) > 1 or sheet.width == 1) and not layout.is_numbering(sheet, row)
        if is_row and column in cells and not layout.is_total(cells[min(cells)].text):
            yield cells[column]
            count += 1
            if count >= SAMPLE:
                return


def _confirmed(kind: str, target: str, score: float, cells: list[PlainCell]) -> tuple[str, float]:
    """A guess looked at beside what stands below: codes that only count, quarters that are dates, texts that are no numbers."""
    if not target or not cells:
        return target, score
    if target == "code" and _only_counts(cells):
        return LEFT_OUT, 0.0
    type_ = type_of(kind, target)
    if isinstance(type_, Whole | Number) and not isinstance(type_, Money):
        fitting = sum(any(ch.isdecimal() for ch in cell.text) for cell in cells)
        return (target, score) if fitting * 2 >= len(cells) else ("", 0.0)
    if isinstance(type_, Money) and kind == ACTION:
        # Where the money comes from is told in words.
        fitting = sum(any(ch.isdecimal() for ch in cell.text) for cell in cells)
        return (target, score) if fitting * 2 >= len(cells) else ("finance", min(score, SURE))
    if isinstance(type_, Date):
        fitting = sum(cell.kind == DATE or any(ch.isdecimal() for ch in cell.text) for cell in cells)
        return (target, score) if fitting * 2 >= len(cells) else ("", 0.0)
    if target in (DEADLINE, PERIOD):
        fitting = sum(_is_period(cell.text) for cell in cells)
        return (target, score) if fitting * 3 >= len(cells) else ("", 0.0)
    return target, score


def _only_counts(cells: list[PlainCell]) -> bool:
    """Whether a column only numbers its rows, from the first on or anew under each title: such figures are no codes."""
    numbers = [re.fullmatch(r"\(?(\d{1,4})\s*\)?\.?", cell.text.strip()) for cell in cells]
    figures = [int(found[1]) for found in numbers if found]
    return (
        len(figures) * 10 >= len(cells) * 8
        and bool(figures)
        and (len(set(figures)) < len(figures) or figures == list(range(figures[0], figures[0] + len(figures))))
    )


def _is_period(text: str) -> bool:
    try:
        read_period(text)
    except ValueError:
        return False
    return True


def _column(
    sheet: PlainSheet,
    mapping: Mapping,
    place: int,
    parts: tuple[str, ...],
    found: tuple[str, float],
    cells: list[PlainCell],
) -> Column:
    target, score = found
    heading = layout.joined(parts)
    if not target and cells and note_field(mapping.kind) and not _only_counts(cells) and heading:
        target = ASIDE
    sure = "known" if score >= SURE else "likely" if score >= INSIDE else ""
    is_money = isinstance(type_of(mapping.kind, target), Money) or target == "finance"
    factor = factor_of(" ".join((heading, *_above(sheet, mapping)))) if is_money else 1
    return Column(place, heading, target, sure, factor, _fills(sheet, mapping, place, target))


def _above(sheet: PlainSheet, mapping: Mapping) -> list[str]:
    """Short lines above the headings, such as `mii lei`."""
    return [
        cell.text
        for row in sorted(sheet.rows)
        if row < mapping.first
        for cell in sheet.rows[row].values()
        if len(cell.text) < _SIXTH
    ]


def _fills(sheet: PlainSheet, mapping: Mapping, place: int, target: str) -> bool:
    """Whether blank cells mean the value above: for objectives and chapters that stand once for several rows."""
    if links_to(mapping.kind, target) != OBJECTIVE and target not in ("plan_reference", "sector"):
        return False
    rows = [row for row in sorted(sheet.rows) if row >= mapping.body]
    blank = sum(place not in sheet.rows[row] for row in rows[:SAMPLE])
    return blank > 0 and bool(rows) and blank < len(rows[:SAMPLE])


def _is_population(sheet: PlainSheet) -> bool:
    """Whether ages stand below each other, with numbers beside them."""
    found: dict[int, int] = {}
    for row in sorted(sheet.rows)[: MOST_TRIED * 3]:
        cells = sheet.rows[row]
        if sum(cell.text.replace(" ", "").replace(",", "").replace(".", "").isdecimal() for cell in cells.values()) < 1:
            continue
        for column, cell in cells.items():
            if len(cell.text) < 30 and not cell.text.isdecimal() and isinstance(row_key(cell.text), AgeGroup):
                found[column] = found.get(column, 0) + 1
    return max(found.values(), default=0) >= _AGE_ROWS
