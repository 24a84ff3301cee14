"""Reads and writes the present state: the row of each record in the table of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Update, bindparam, insert, update

from mainstreamer.domain.fields import FieldType, Scale, Stored, Text, Whole, Year
from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import EXISTS, KINDS, Record
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.storage.tables import KIND_TABLES, PRESENT

_AS_STORED = (Whole, Scale, Year)
_INSERTS = {kind: insert(table) for kind, table in KIND_TABLES.items()}


def stored_of(cell: Cell, value: Any) -> Stored:
    """The stored form of the value of a field; `exists` is 0 or 1."""
    return int(value) if cell.field == EXISTS else KINDS[cell.kind].fields[cell.field].type.store(value)


def value_of(cell: Cell, stored: Stored) -> Any:
    """The value of a stored form. Raises ValueError or KeyError for what no version of the program could have
    written."""
    if cell.field == EXISTS:
        return bool(stored)
    return KINDS[cell.kind].fields[cell.field].type.load(stored)


def _loader(type_: FieldType[Any]) -> Callable[[Any], Any]:
    """What turns a column's cells into values; whole numbers and text, most of a plan, need no call into the type."""
    if type(type_) in _AS_STORED:
        return _as_stored
    if isinstance(type_, Text):
        return _as_text
    blank, load = type_.blank, type_.from_stored
    return lambda cell: blank if cell is None else load(cell)


def _as_stored(cell: Any) -> Any:
    if cell is not None and not isinstance(cell, int):
        raise ValueError("wrong_type")
    return cell


def _as_text(cell: Any) -> str:
    return "" if cell is None else str(cell)


def read_plan(connection: Connection, plan_uid: str) -> Plan:
    """All records of the file. Raises ValueError for a cell that no version of the program could have written."""
    entries: dict[str, dict[str, Record]] = {}
    gone: dict[str, frozenset[str]] = {}
    for name, kind in KINDS.items():
        loads = [_loader(spec.type) for spec in kind.fields.values()]
        rows: dict[str, Record] = {}
        away: set[str] = set()
        for uid, present, *cells in connection.exec_driver_sql(_all_rows(name)):
            rows[uid] = kind.record(uid, *(load(cell) for load, cell in zip(loads, cells, strict=True)))
            if not present:
                away.add(uid)
        if rows:
            entries[name] = rows
        if away:
            gone[name] = frozenset(away)
    return Plan(plan_uid, entries, gone)


def _all_rows(kind: str) -> str:
    """Standard SQL for all rows of a kind: to have seventeen such statements built takes longer than to run them. Each
    column is named with its table, without which SQLite would take the name of a missing column for a text."""
    columns = ", ".join(f'"{kind}"."{column}"' for column in ("uid", PRESENT, *KINDS[kind].fields))
    return f'SELECT {columns} FROM "{kind}" ORDER BY "{kind}"."seq"'


def write_puts(connection: Connection, before: Plan, puts: Iterable[Put]) -> None:
    """Bring the tables of the kinds from `before` to the state after the puts; rows of one shape go in one
    statement."""
    changed: dict[tuple[str, str], dict[str, Any]] = {}
    for put in puts:
        value = stored_of(Cell(put.kind, put.uid, put.field), put.value)
        changed.setdefault((put.kind, put.uid), {})[PRESENT if put.field == EXISTS else put.field] = value
    inserts: dict[str, list[dict[str, Any]]] = {}
    updates: dict[tuple[str, tuple[str, ...]], list[dict[str, Any]]] = {}
    for (kind, uid), values in changed.items():
        if uid in before.entries.get(kind, {}):
            row = {f"new_{field}": value for field, value in values.items()}
            updates.setdefault((kind, tuple(sorted(values))), []).append({"row_uid": uid, **row})
        else:
            blank: Mapping[str, Any] = dict.fromkeys(KINDS[kind].fields)
            inserts.setdefault(kind, []).append({"uid": uid, PRESENT: 0, **blank, **values})
    for kind, rows in inserts.items():
        connection.execute(_INSERTS[kind], rows)
    for (kind, fields), rows in updates.items():
        connection.execute(_update(kind, fields), rows)


@cache
def _update(kind: str, fields: tuple[str, ...]) -> Update:
    """The statement that sets these columns of one row. Kept, since making it costs more than running it."""
    table = KIND_TABLES[kind]
    values: dict[str, Any] = {field: bindparam(f"new_{field}") for field in fields}
    return update(table).where(table.c.uid == bindparam("row_uid")).values(values)
