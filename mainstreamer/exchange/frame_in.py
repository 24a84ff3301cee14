"""The sheet of the plan's frame, on which fields stand one below the other, in what came back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.returned import Place, Remark
from mainstreamer.exchange.exported import MARK
from mainstreamer.exchange.names_in import folded
from mainstreamer.exchange.sheet_in import RawCell, RawSheet
from mainstreamer.exchange.sheets_in import mark_of
from mainstreamer.exchange.table_in import text_in, under_merges
from mainstreamer.language import SHIPPED, language

FRAME_MARK = f"{MARK}plan:frame"


class FrameCell(NamedTuple):
    """What stands beside a field."""

    field: str
    cell: RawCell | None
    place: Place


def find_frame(sheets: Mapping[str, RawSheet], title: str) -> RawSheet | None:
    """The sheet of the frame: by its code, else by its title."""
    marked = [sheet for sheet in sheets.values() if mark_of(sheet) == FRAME_MARK]
    marked.sort(key=lambda sheet: sheet.title != title)
    return marked[0] if marked else sheets.get(title)


def frame_cells(
    sheet: RawSheet, plan_uid: str, wanted: Mapping[str, object], remarks: list[Remark]
) -> Iterator[FrameCell]:
    """The cell of each field that was exported, by the hidden code beside it, else by its label in any language. A field
    whose row is gone changes nothing, and is remarked."""
    codes, values = _columns(sheet, plan_uid)
    labels = {folded(language(code).field("plan", name)): name for code in SHIPPED for name in KINDS["plan"].fields}
    under, seen = under_merges(sheet), set[str]()
    for number, cells in sorted(sheet.rows.items()):
        name, label, column = text_in(cells.get(codes)), text_in(cells.get(values - 1)), values
        if name not in wanted:
            found = [(labels.get(folded(text_in(cell)), ""), place) for place, cell in sorted(cells.items())]
            name, place = next(((name, place) for name, place in found if name in wanted), ("", 0))
            label, column = text_in(cells.get(place)), values if codes else place + 1
        if name and name not in seen and column not in under.get(number, ()):
            seen.add(name)
            yield FrameCell(name, cells.get(column), Place(sheet.title, number, column, label))
    for name in wanted:
        if name not in seen:
            remarks.append(Remark("field_missing", Place(sheet.title, 0, 0, language(SHIPPED[0]).field("plan", name))))


def _columns(sheet: RawSheet, plan_uid: str) -> tuple[int, int]:
    """The column of hidden codes (0: gone) and that of the entries."""
    for cells in sheet.rows.values():
        for column, cell in cells.items():
            if text_in(cell) == FRAME_MARK:
                beside = [place for place, other in cells.items() if text_in(other) == plan_uid]
                return column, beside[0] if beside else column + 2
    fields = KINDS["plan"].fields
    for column in (1, 2):
        if sum(text_in(cells.get(column)) in fields for cells in sheet.rows.values()) > len(fields) // 2:
            return column, column + 2
    return 0, 0
