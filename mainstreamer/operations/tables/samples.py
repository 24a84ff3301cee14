"""What stands in a column and how it is read, in a few of its cells, so that a person sees what a mapping would do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mainstreamer.domain.plain_tables import PlainCell, PlainSheet
from mainstreamer.domain.plan import Plan
from mainstreamer.language import Language
from mainstreamer.operations.tables import layout
from mainstreamer.operations.tables.targets import LEFT_OUT, Column, Mapping
from mainstreamer.operations.tables.values import CellReader, Found

SHOWN = 3
"""Cells of a column that are shown."""
_LOOKED_AT = 400


@dataclass(frozen=True)
class Sample:
    """A cell as people see it; what was read, or the code of why not. Nothing was read of a column that is left out."""

    text: str
    found: Found | None = None
    reason: str = ""


def samples(plan: Plan, sheet: PlainSheet, mapping: Mapping, speech: Language) -> dict[int, tuple[Sample, ...]]:
    """By column: its first different cells, the last of them one that cannot be read where there is one."""
    reader = CellReader(plan, mapping.kind, speech)
    reader.look_through(sheet, mapping)
    return {column.place: tuple(_of_column(reader, sheet, mapping, column)) for column in mapping.columns}


def _of_column(reader: CellReader, sheet: PlainSheet, mapping: Mapping, column: Column) -> Iterator[Sample]:
    bad: Sample | None = None
    good: list[Sample] = []
    for cell in _different(sheet, mapping, column.place):
        sample = _sample(reader, cell, column)
        if sample.reason and bad is None:
            bad = sample
        elif not sample.reason and len(good) < SHOWN:
            good.append(sample)
        if len(good) >= SHOWN and bad is not None:
            break
    yield from good[: SHOWN - 1] if bad is not None else good
    if bad is not None:
        yield bad


def _different(sheet: PlainSheet, mapping: Mapping, place: int) -> Iterator[PlainCell]:
    seen: set[PlainCell] = set()
    looked = 0
    for row in sorted(sheet.rows):
        cells = sheet.rows[row]
        if row < mapping.body or place not in cells or (len(cells) == 1 and sheet.width > 1):
            continue
        looked += 1
        if looked > _LOOKED_AT:
            return
        if (
            cells[place] not in seen
            and not layout.is_numbering(sheet, row)
            and not layout.is_total(cells[min(cells)].text)
        ):
            seen.add(cells[place])
            yield cells[place]


def _sample(reader: CellReader, cell: PlainCell, column: Column) -> Sample:
    text = reader.as_text(cell)
    if column.target == LEFT_OUT:
        return Sample(text)
    try:
        return Sample(text, reader.read(cell, column))
    except ValueError as error:
        return Sample(text, None, str(error))
