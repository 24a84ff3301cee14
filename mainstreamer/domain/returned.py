"""An exported workbook that came back: what its cells say that the plan did not say when it was exported.

`exchange.workbook_in` reads a file into a `Returned`, comparing each cell with what the export had written into it, in the
state of the plan at the version vector of the workbook. `operations.taking` compares that with the plan of today.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


def column_letter(number: int) -> str:
    """`1` is A, `27` is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class Place(NamedTuple):
    """A cell of a workbook, row and column from 1. `heading` is what stands above its column, or beside it."""

    sheet: str
    row: int
    column: int
    heading: str = ""

    @property
    def cell(self) -> str:
        """As spreadsheets name it: F12."""
        return f"{column_letter(self.column)}{self.row}"


@dataclass(frozen=True)
class CellEdit:
    """A field of a record that was exported, with another value than then. `old` is the value at the time of the export."""

    kind: str
    uid: str
    field: str
    old: Any
    new: Any
    place: Place


@dataclass(frozen=True)
class NewRow:
    """A row without a record: a new one. Its uid follows from plan, kind, code or name, so that the same row taken in twice
    is one record. `values` are its filled fields, `places` their cells. `alike` are uids of records of that code or name."""

    kind: str
    uid: str
    place: Place
    values: Mapping[str, Any]
    places: Mapping[str, Place]
    alike: tuple[str, ...] = ()


@dataclass(frozen=True)
class MissingRow:
    """A record that was exported onto a sheet that is there, and whose row is not, or is empty."""

    kind: str
    uid: str
    sheet: str
    place: Place | None = None


@dataclass(frozen=True)
class Refusal:
    """A cell that cannot be read. `reason` is a code of `refusal.toml`; `text` what stands there; `expected` what could, in the
    words of the workbook: some words of a list, or nothing. `uid` is that of the record, `record` its code and title as they
    stand in the row."""

    place: Place
    kind: str
    field: str
    reason: str
    text: str
    expected: tuple[str, ...] = ()
    uid: str = ""
    record: str = ""


@dataclass(frozen=True)
class Remark:
    """Something in the workbook that is not taken, and changes nothing: a sheet or column that is missing or not known, a
    calculated cell that was overwritten, cells under a merged area, a copy of a row. `code` is one of `remark.toml`; kind, uid
    and `record` are those of the row, as of a refusal, where it is one of a record."""

    code: str
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    kind: str = ""
    uid: str = ""
    record: str = ""


@dataclass(frozen=True)
class Returned:
    """All that a workbook brings. `vector` is what the exported copy knew; `edited_by` and `edited_at` (ISO, may be blank)
    are what the spreadsheet noted about its last saving."""

    file: str
    plan: str
    vector: Mapping[str, int]
    language: str
    edited_by: str = ""
    edited_at: str = ""
    edits: tuple[CellEdit, ...] = ()
    new_rows: tuple[NewRow, ...] = ()
    missing: tuple[MissingRow, ...] = ()
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[Remark, ...] = ()
