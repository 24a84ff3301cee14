"""Reads the present state and the last changesets through the driver alone, in standard SQL.

Opening a plan needs nothing more, and SQLAlchemy takes longer to import than a plan takes to read. What is written, and
the whole history, goes through ledger.py.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from mainstreamer.domain.fields import FieldType, Scale, Stored, Text, Whole, Year
from mainstreamer.domain.history import Cell, Change, Changeset
from mainstreamer.domain.kinds import EXISTS, KINDS, Record
from mainstreamer.domain.plan import Plan
from mainstreamer.storage.layout import PRESENT

_AS_STORED = (Whole, Scale, Year)


def stored_of(cell: Cell, value: Any) -> Stored:
    """The stored form of the value of a field; `exists` is 0 or 1."""
    return int(value) if cell.field == EXISTS else KINDS[cell.kind].fields[cell.field].type.store(value)


def value_of(cell: Cell, stored: Stored) -> Any:
    """The value of a stored form. Raises ValueError or KeyError for what no version of the program could have
    written."""
    if cell.field == EXISTS:
        return bool(stored)
    return KINDS[cell.kind].fields[cell.field].type.load(stored)


# -- the present state ---------------------------------------------------------------------------------------------------


def _column(type_: FieldType[Any], cells: Sequence[Any]) -> Sequence[Any]:
    """The values of a column's cells; whole numbers and text, most of a plan, need no call into the type. The other columns
    repeat themselves, and a value once read (none can be altered) serves again."""
    if type(type_) in _AS_STORED:
        if any(cell is not None and not isinstance(cell, int) for cell in cells):
            raise ValueError("wrong_type")
        return cells
    if isinstance(type_, Text):
        return ["" if cell is None else str(cell) for cell in cells]
    blank, load = type_.blank, lru_cache(maxsize=None, typed=True)(type_.from_stored)
    return [blank if cell is None else load(cell) for cell in cells]


def read_plan_uid(raw: sqlite3.Connection) -> str:
    """What the file gives as the uid of its plan; a file from elsewhere could say anything. Empty when it says
    nothing."""
    row = raw.execute("SELECT value FROM meta WHERE name = 'plan_uid'").fetchone()
    return str(row[0]) if row else ""


def read_plan(raw: sqlite3.Connection, plan_uid: str) -> Plan:
    """All records of the file. Raises ValueError for a cell that no version of the program could have written."""
    entries: dict[str, dict[str, Record]] = {}
    gone: dict[str, frozenset[str]] = {}
    for name, kind in KINDS.items():
        found = raw.execute(_all_rows(name)).fetchall()
        if not found:
            continue
        uids, present, *columns = zip(*found, strict=True)
        values = (_column(spec.type, cells) for spec, cells in zip(kind.fields.values(), columns, strict=True))
        entries[name] = dict(zip(uids, map(kind.record, uids, *values), strict=True))
        away = frozenset(uid for uid, here in zip(uids, present, strict=True) if not here)
        if away:
            gone[name] = away
    return Plan(plan_uid, entries, gone)


def _all_rows(kind: str) -> str:
    """Each column is named with its table, without which SQLite would take the name of a missing column for a text."""
    columns = ", ".join(f'"{kind}"."{column}"' for column in ("uid", PRESENT, *KINDS[kind].fields))
    return f'SELECT {columns} FROM "{kind}" ORDER BY "{kind}"."seq"'


# -- the last changesets -------------------------------------------------------------------------------------------------

_HEADS = "SELECT seq, sitting, number, at, verb, reverts FROM changeset ORDER BY seq DESC LIMIT ?"
_SINGLE = """
SELECT changeset, min(kind), min(uid), min(field), min(old), min("new")
FROM change WHERE changeset >= ? GROUP BY changeset HAVING count(*) = 1
"""


def read_outline(raw: sqlite3.Connection, last: int) -> list[Changeset]:
    """The newest changesets for undo: with their change where there is only one, without any where there are several.

    One register pasted or a sample written is thousands of changes, which opening a plan must not wait for.
    """
    heads = raw.execute(_HEADS, (last,)).fetchall()
    if not heads:
        return []
    single = {
        seq: (Change(Cell(kind, uid, field), history_value(old), history_value(new)),)
        for seq, kind, uid, field, old, new in raw.execute(_SINGLE, (heads[-1][0],))
    }
    names = ("sitting", "number", "at", "verb", "reverts")
    return [changeset_of(dict(zip(names, head, strict=True)), single.get(seq, ())) for seq, *head in reversed(heads)]


def changeset_of(row: Mapping[str, Any], changes: tuple[Change, ...]) -> Changeset:
    """A row of the table of changesets, with its changes. Raises ValueError for what is none."""
    reverts = tuple((str(sitting), int(number)) for sitting, number in json.loads(row["reverts"] or "[]"))
    return Changeset(row["sitting"], row["number"], row["at"], row["verb"], changes, reverts)


def history_value(text: str) -> Stored:
    """The stored form that the history keeps as JSON. Raises ValueError for JSON of another kind."""
    if text == "null":
        return None
    value = json.loads(text)
    if value is None or isinstance(value, str | int):
        return value
    raise ValueError("history_value")


# -- the newest lines ----------------------------------------------------------------------------------------------------

_NEWEST = """
SELECT changeset.seq, changeset.at, changeset.verb, sitting.person, sitting.institution
FROM changeset LEFT JOIN sitting ON sitting.uid = changeset.sitting
ORDER BY changeset.seq DESC LIMIT ?
"""
_FIRST_CHANGE = 'SELECT kind, uid, field, old, "new" FROM change WHERE changeset = ? ORDER BY id LIMIT 1'
_COUNT = "SELECT count(*) FROM change WHERE changeset = ?"
_ANOTHER = "SELECT EXISTS (SELECT 1 FROM change WHERE changeset = ? AND (uid != ? OR kind != ?))"


@dataclass(frozen=True)
class Glimpse:
    """A line of the history as a short list shows it: when (ISO text, UTC), which verb, who, how many values, the first of
    them, and whether all are of one record."""

    at: str
    verb: str
    person: str
    institution: str
    values: int
    first: Change | None
    of_one: bool


def read_glimpses(raw: sqlite3.Connection, last: int) -> list[Glimpse]:
    """The newest changesets, newest first. Raises ValueError for what no version of the program could have written."""
    found: list[Glimpse] = []
    for seq, at, verb, person, institution in raw.execute(_NEWEST, (last,)).fetchall():
        row = raw.execute(_FIRST_CHANGE, (seq,)).fetchone()
        (values,) = raw.execute(_COUNT, (seq,)).fetchone()
        first = None if row is None else Change(Cell(*row[:3]), history_value(row[3]), history_value(row[4]))
        several = row is not None and raw.execute(_ANOTHER, (seq, row[1], row[0])).fetchone()[0]
        who = str(person or ""), str(institution or "")
        found.append(Glimpse(str(at), str(verb), *who, int(values), first, first is not None and not several))
    return found
