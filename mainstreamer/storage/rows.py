"""Writes the present state: the row of each record in the table of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Update, bindparam, insert, update

from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import EXISTS, KINDS
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.storage.reading import stored_of
from mainstreamer.storage.tables import KIND_TABLES, PRESENT

_INSERTS = {kind: insert(table) for kind, table in KIND_TABLES.items()}


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
