"""Rows between registers and spreadsheets: what a paste would do, cell by cell, and text that a spreadsheet takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mainstreamer.domain.kinds import KINDS, new_uid
from mainstreamer.domain.numbers import Reading
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.language import SHIPPED, language
from mainstreamer.operations.registers import parsed, starting_values

Cells = list[list[str]]


@dataclass(frozen=True)
class Refused:
    """A cell that could not be read. `row` and `column` count from 1 in what was pasted; `field` is empty for a column
    that has no place, and the reason then `column_unknown` (a heading not known) or `column_too_many`. `heading` is the
    heading as it was written; empty without a header row."""

    row: int
    column: int
    field: str
    reason: str
    text: str
    heading: str = ""


@dataclass(frozen=True)
class Pasted:
    """A cell that would get another value. `uid` is of a record that is there, or of one that would be new."""

    row: int
    uid: str
    field: str
    old: Any
    new: Any
    heading: str = ""


@dataclass(frozen=True)
class PasteResult:
    """What a paste would do. Without `refused` the puts may be put; with any refusal there are none."""

    puts: tuple[Put, ...] = ()
    new_uids: tuple[str, ...] = ()
    changed_uids: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    cells: tuple[Pasted, ...] = ()


def paste(
    plan: Plan,
    kind: str,
    columns: Sequence[str],
    text: str,
    reading: Reading,
    at: Sequence[str] = (),
    selected: Sequence[str] = (),
) -> PasteResult:
    """Read rows copied from a spreadsheet: all or nothing.

    With a header row of field labels (in any shipped language) the columns follow the header: each row is a new record,
    unless its code names a living one. Without it the cells go into `columns` from the first on, over the records `at`
    from the first on, and then into new records. Where several records are `selected`, a single row goes into each of
    them, and as many rows as there are selected ones go into these.
    """
    rows = cells_of(text)
    if not rows:
        return PasteResult()
    header = header_fields(kind, rows[0])
    if header is not None:
        return _Paste(plan, kind, header, reading, rows[0]).take(rows[1:], (), 2)
    if len(selected) > 1 and len(rows) in (1, len(selected)):
        rows, at = (rows * len(selected) if len(rows) == 1 else rows), selected
    return _Paste(plan, kind, tuple(columns), reading, ()).take(rows, at, 1)


class _Paste:
    """One paste under way."""

    def __init__(
        self, plan: Plan, kind: str, columns: Sequence[str | None], reading: Reading, headings: Sequence[str]
    ) -> None:
        self._plan, self._kind, self._columns, self._reading = plan, kind, columns, reading
        self._headings = [" ".join(heading.split()) for heading in headings]
        self._puts: list[Put] = []
        self._new: list[str] = []
        self._changed: list[str] = []
        self._refused: list[Refused] = []
        self._cells: list[Pasted] = []
        self._codes: list[str] = []

    def take(self, rows: Cells, at: Sequence[str], first: int) -> PasteResult:
        known = self._living_codes() if first > 1 else {}
        for place, cells in enumerate(rows):
            values = self._read(cells, place + first)
            target = at[place] if place < len(at) else known.get(str(values.get("code", "")), "")
            if target:
                self._change(target, values, place + first)
            elif any(cell.strip() for cell in cells):
                self._append(values, place + first)
        told = tuple(self._cells)
        if self._refused:
            return PasteResult(refused=tuple(self._refused), cells=told)
        return PasteResult(tuple(self._puts), tuple(self._new), tuple(dict.fromkeys(self._changed)), (), told)

    def _living_codes(self) -> dict[str, str]:
        if "code" not in KINDS[self._kind].fields:
            return {}
        found = {str(getattr(record, "code", "")): record.uid for record in self._plan.all(self._kind)}
        found.pop("", None)
        return found

    def _heading(self, place: int) -> str:
        return self._headings[place] if place < len(self._headings) else ""

    def _read(self, cells: Sequence[str], row: int) -> dict[str, Any]:
        fields = KINDS[self._kind].fields
        values: dict[str, Any] = {}
        for place, text in enumerate(cells):
            field = self._columns[place] if place < len(self._columns) else None
            if field is None:
                if text.strip():
                    reason = "column_too_many" if place >= len(self._columns) else "column_unknown"
                    self._refused.append(Refused(row, place + 1, "", reason, text, self._heading(place)))
                continue
            try:
                values[field] = parsed(fields[field].type, text, self._reading)
            except ValueError as error:
                self._refused.append(Refused(row, place + 1, field, str(error), text, self._heading(place)))
        return values

    def _tell(self, row: int, uid: str, field: str, old: Any, new: Any) -> None:
        place = self._columns.index(field) if field in self._columns else len(self._headings)
        self._cells.append(Pasted(row, uid, field, old, new, self._heading(place)))

    def _change(self, uid: str, values: Mapping[str, Any], row: int) -> None:
        """Put what differs."""
        for field, value in values.items():
            old = self._plan.value(self._kind, uid, field)
            if old != value:
                self._changed.append(uid)
                self._puts.append(Put(self._kind, uid, field, value))
                self._tell(row, uid, field, old, value)

    def _append(self, values: Mapping[str, Any], row: int) -> None:
        fields = KINDS[self._kind].fields
        given = {name: value for name, value in values.items() if not fields[name].type.is_blank(value)}
        whole = starting_values(self._plan, self._kind, given, self._codes)
        self._codes.append(str(whole.get("code", "")))
        uid = new_uid()
        self._new.append(uid)
        self._puts += creation(self._kind, uid, whole)
        for field, value in whole.items():
            self._tell(row, uid, field, fields[field].type.blank, value)


def header_fields(kind: str, cells: Sequence[str]) -> tuple[str | None, ...] | None:
    """The field of each cell of a header row; None for a heading nobody knows. None when the row is not a header.

    A row is a header when at least two of its cells, and at least half of those that are not blank, are labels of fields.
    """
    labels = {_plain(language(code).field(kind, field)): field for code in SHIPPED for field in KINDS[kind].fields}
    found = tuple(labels.get(_plain(cell)) for cell in cells)
    known = sum(field is not None for field in found)
    filled = sum(bool(cell.strip()) for cell in cells)
    return found if known >= 2 and known * 2 >= filled else None


def _plain(label: str) -> str:
    return " ".join(label.replace("*", " ").split()).casefold()


def cells_of(text: str) -> Cells:
    """The cells of copied text, rows of columns.

    A cell with a line break, a tab or a doubled quote in it stands in quotes, as Excel copies it; other quotes are part of
    the text.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: Cells = [[]]
    place = 0
    while place <= len(text):
        cell, place = _cell(text, place)
        rows[-1].append(cell)
        if place >= len(text):
            break
        if text[place] == "\n":
            rows.append([])
        place += 1
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def _cell(text: str, start: int) -> tuple[str, int]:
    """One cell from `start` on, and where it ends."""
    if text.startswith('"', start):
        end = start + 1
        while (end := text.find('"', end)) >= 0 and text.startswith('""', end):
            end += 2
        if end > 0 and (end + 1 == len(text) or text[end + 1] in "\t\n"):
            inside = text[start + 1 : end]
            if any(mark in inside for mark in ("\n", "\t", '""')):
                return inside.replace('""', '"'), end + 1
    ends = [found for mark in "\t\n" if (found := text.find(mark, start)) >= 0]
    end = min(ends, default=len(text))
    return text[start:end], end


def text_of(rows: Sequence[Sequence[str]]) -> str:
    """Rows as text that a spreadsheet pastes into cells; the counterpart of `cells_of`."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in ("\n", "\t")) or cell.startswith('"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
