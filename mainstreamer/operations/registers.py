"""Rows of registers: add, duplicate, delete, and paste from a spreadsheet. Each gives puts; nothing here writes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mainstreamer.domain.actions import action_code
from mainstreamer.domain.choices import OPEN_LISTS
from mainstreamer.domain.fields import Choice, FieldType, ManyChoices
from mainstreamer.domain.kinds import EXISTS, KINDS, Action, Objective, Record, new_uid
from mainstreamer.domain.numbers import Reading
from mainstreamer.domain.plan import Plan, Put, creation, values_of
from mainstreamer.language import SHIPPED, language

MOST_DIGITS = 10
"""Longer codes are no numbers that this program gave."""
Cells = list[list[str]]
LEVEL_OF_PLAN = {"country": "national", "province": "regional", "city": "local"}


# -- adding, duplicating, deleting -------------------------------------------------------------------------------------


def add(plan: Plan, kind: str, defaults: Mapping[str, Any] | None = None) -> tuple[str, list[Put]]:
    """A new record with a code of its own where its kind has codes, and with these values: its uid and the puts."""
    uid = new_uid()
    return uid, creation(kind, uid, starting_values(plan, kind, defaults or {}, ()))


def starting_values(plan: Plan, kind: str, given: Mapping[str, Any], also_taken: Collection[str]) -> dict[str, Any]:
    """What a new record starts with; `given` comes first, `also_taken` are codes given out in the same breath."""
    values: dict[str, Any] = {}
    if kind == "action":
        level = LEVEL_OF_PLAN.get(plan.frame.level or "country", "national")
        values = {"status": "not_started", "level": level}
    elif kind in ("action_indicator", "objective") and plan.frame.end_year is not None:
        values = {"target_year": plan.frame.end_year}
    values.update(given)
    if kind in ("action", "objective") and not values.get("code"):
        values["code"] = next_code(plan, kind, values.get("items", ()), also_taken)
    return values


def next_code(plan: Plan, kind: str, items: Sequence[str] = (), also_taken: Collection[str] = ()) -> str:
    """The next code of an action or objective. Codes of removed records are never given again."""
    rows = plan.entries.get(kind, {}).values()
    taken = [row.code for row in rows if isinstance(row, Action | Objective)] + list(also_taken)
    if kind == "action":
        return action_code(items, taken)
    numbers = [int(code) for code in taken if code.isascii() and code.isdecimal() and len(code) < MOST_DIGITS]
    return str(max(numbers, default=0) + 1)


def duplicate(plan: Plan, kind: str, uids: Sequence[str]) -> tuple[list[str], list[Put]]:
    """Copies of records, each with its indicators or members: the uids of the copies and the puts.

    A code is not copied, because two records must not share one: actions and objectives get the next free code, items of
    one's own wait for theirs.
    """
    made: list[str] = []
    puts: list[Put] = []
    codes: list[str] = []
    for uid in uids:
        record = plan.find(kind, uid)
        if record is None:
            continue
        values = values_of(record)
        values.pop("code", None)
        if kind in ("action", "objective"):
            values["code"] = next_code(plan, kind, values.get("items", ()), codes)
            codes.append(values["code"])
        copy = new_uid()
        made.append(copy)
        puts += creation(kind, copy, values)
        for child_kind, child in children(plan, kind, uid):
            parent = KINDS[child_kind].parent
            puts += creation(child_kind, new_uid(), {**values_of(child), parent: copy})
    return made, puts


def children(plan: Plan, kind: str, uid: str) -> list[tuple[str, Record]]:
    """Records that only exist inside this one: members of a body, indicators of an action."""
    return [
        (child.name, record)
        for child in KINDS.values()
        if child.parent == kind
        for record in plan.all(child.name)
        if getattr(record, child.parent) == uid
    ]


def delete(plan: Plan, kind: str, uids: Sequence[str]) -> list[Put]:
    """Remove records and what only exists inside them."""
    puts: list[Put] = []
    for uid in uids:
        if plan.find(kind, uid) is not None:
            puts.append(Put(kind, uid, EXISTS, False))
            puts += [Put(inner, record.uid, EXISTS, False) for inner, record in children(plan, kind, uid)]
    return puts


# -- pasting -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Refused:
    """A cell that could not be read. `row` and `column` count from 1 in what was pasted; `field` is empty for a column
    that has no place, and the reason then `column_unknown` (a heading not known) or `column_too_many`."""

    row: int
    column: int
    field: str
    reason: str
    text: str


@dataclass(frozen=True)
class PasteResult:
    """What a paste would do. Without `refused` the puts may be put; with any refusal there are none."""

    puts: tuple[Put, ...] = ()
    new_uids: tuple[str, ...] = ()
    changed_uids: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


def paste(
    plan: Plan, kind: str, columns: Sequence[str], text: str, reading: Reading, at: Sequence[str] = ()
) -> PasteResult:
    """Read rows copied from a spreadsheet: all or nothing.

    With a header row of field labels (in any shipped language) the columns follow the header: each row is a new record,
    unless its code names a living one. Without it the cells go into `columns` from the first on, over the records `at`
    from the first on, and then into new records.
    """
    rows = cells_of(text)
    if not rows:
        return PasteResult()
    header = header_fields(kind, rows[0])
    if header is not None:
        return _Paste(plan, kind, header, reading).take(rows[1:], (), 2)
    return _Paste(plan, kind, tuple(columns), reading).take(rows, at, 1)


class _Paste:
    """One paste under way."""

    def __init__(self, plan: Plan, kind: str, columns: Sequence[str | None], reading: Reading) -> None:
        self._plan, self._kind, self._columns, self._reading = plan, kind, columns, reading
        self._puts: list[Put] = []
        self._new: list[str] = []
        self._changed: list[str] = []
        self._refused: list[Refused] = []
        self._codes: list[str] = []

    def take(self, rows: Cells, at: Sequence[str], first: int) -> PasteResult:
        by_header = first > 1
        known = self._living_codes() if by_header else {}
        for place, cells in enumerate(rows):
            values = self._read(cells, place + first)
            target = at[place] if place < len(at) else known.get(str(values.get("code", "")), "")
            if target:
                self._changed.append(target)
                self._puts += [Put(self._kind, target, field, value) for field, value in values.items()]
            elif any(cell.strip() for cell in cells):
                self._append(values)
        if self._refused:
            return PasteResult(refused=tuple(self._refused))
        return PasteResult(tuple(self._puts), tuple(self._new), tuple(dict.fromkeys(self._changed)))

    def _living_codes(self) -> dict[str, str]:
        if "code" not in KINDS[self._kind].fields:
            return {}
        found = {str(getattr(record, "code", "")): record.uid for record in self._plan.all(self._kind)}
        found.pop("", None)
        return found

    def _read(self, cells: Sequence[str], row: int) -> dict[str, Any]:
        fields = KINDS[self._kind].fields
        values: dict[str, Any] = {}
        for place, text in enumerate(cells):
            field = self._columns[place] if place < len(self._columns) else None
            if field is None:
                if text.strip():
                    reason = "column_too_many" if place >= len(self._columns) else "column_unknown"
                    self._refused.append(Refused(row, place + 1, "", reason, text))
                continue
            try:
                values[field] = parsed(fields[field].type, text, self._reading)
            except ValueError as error:
                self._refused.append(Refused(row, place + 1, field, str(error), text))
        return values

    def _append(self, values: Mapping[str, Any]) -> None:
        fields = KINDS[self._kind].fields
        given = {name: value for name, value in values.items() if not fields[name].type.is_blank(value)}
        whole = starting_values(self._plan, self._kind, given, self._codes)
        self._codes.append(str(whole.get("code", "")))
        uid = new_uid()
        self._new.append(uid)
        self._puts += creation(self._kind, uid, whole)


def parsed(type_: FieldType[Any], text: str, reading: Reading) -> Any:
    """The value that a person means by a text. Raises ValueError(code).

    The long lists kept as data take any code of the right shape, so that a plan from elsewhere can be read. What a person
    types must have a name in the vocabulary: a misspelt country is no country.
    """
    value = type_.parse(text, reading)
    if isinstance(type_, Choice | ManyChoices) and type_.choices in OPEN_LISTS:
        codes = (value,) if isinstance(value, str) else value
        if any(code and language(SHIPPED[0]).code_of(type_.choices, code) != code for code in codes):
            raise ValueError("choice_unknown")
    return value


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
