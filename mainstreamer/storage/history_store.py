"""Reads and writes sittings, changesets and changes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from mainstreamer.domain.history import Cell, Change, Changeset, History, Sitting, Vector
from mainstreamer.storage.reading import changeset_of, history_value
from mainstreamer.storage.tables import CHANGE, CHANGESET, KNOWLEDGE, SITTING

_INSERT_SITTING, _INSERT_KNOWLEDGE = insert(SITTING), insert(KNOWLEDGE)
_INSERT_CHANGESET, _INSERT_CHANGE = insert(CHANGESET), insert(CHANGE)
_AT_ONCE = 500
"""Values in one condition: SQLite takes a thousand or more, other databases too."""


@dataclass(frozen=True)
class Entry:
    """One line of the history: a changeset and who put it."""

    changeset: Changeset
    sitting: Sitting


def write_sitting(connection: Connection, sitting: Sitting) -> None:
    """Keep a sitting and what it knew. Called with its first changeset, so that looking at a plan leaves no trace."""
    connection.execute(
        _INSERT_SITTING,
        {
            "uid": sitting.uid,
            "person": sitting.person,
            "institution": sitting.institution,
            "computer": sitting.computer,
            "started_at": sitting.started_at,
        },
    )
    for after, vector in sitting.known:
        write_knowledge(connection, sitting.uid, after, vector)


def write_knowledge(connection: Connection, sitting: str, after: int, vector: Mapping[str, int]) -> None:
    """Keep what a sitting knows of others from behind its changeset `after` on, in place of what it knew there before."""
    here = (KNOWLEDGE.c.sitting == sitting, KNOWLEDGE.c.after_number == after)
    connection.execute(delete(KNOWLEDGE).where(*here))
    row = {"sitting": sitting, "after_number": after, "vector": json.dumps(dict(vector), sort_keys=True)}
    connection.execute(_INSERT_KNOWLEDGE, row)


def write_changeset(connection: Connection, changeset: Changeset) -> None:
    """Append a changeset; it is never altered afterwards."""
    reverts = json.dumps(changeset.reverts) if changeset.reverts else None
    result = connection.execute(
        _INSERT_CHANGESET,
        {
            "sitting": changeset.sitting,
            "number": changeset.number,
            "at": changeset.at,
            "verb": changeset.verb,
            "reverts": reverts,
        },
    )
    key = result.inserted_primary_key
    seq = key[0] if key is not None else None
    connection.execute(_INSERT_CHANGE, [_change_row(seq, change) for change in changeset.changes])


def _change_row(seq: Any, change: Change) -> dict[str, Any]:
    return {
        "changeset": seq,
        "kind": change.cell.kind,
        "uid": change.cell.uid,
        "field": change.cell.field,
        "old": json.dumps(change.old, ensure_ascii=False),
        "new": json.dumps(change.new, ensure_ascii=False),
    }


def read_vector(connection: Connection) -> Vector:
    """The version vector of this copy."""
    last = select(CHANGESET.c.sitting, func.max(CHANGESET.c.number)).group_by(CHANGESET.c.sitting)
    return {row[0]: row[1] for row in connection.execute(last)}


def read_sittings(connection: Connection) -> dict[str, Sitting]:
    known: dict[str, list[tuple[int, Mapping[str, int]]]] = {}
    order = select(KNOWLEDGE).order_by(KNOWLEDGE.c.sitting, KNOWLEDGE.c.after_number)
    for row in connection.execute(order).mappings():
        known.setdefault(row["sitting"], []).append((row["after_number"], json.loads(row["vector"])))
    found: dict[str, Sitting] = {}
    for row in connection.execute(select(SITTING)).mappings():
        found[row["uid"]] = Sitting(
            row["uid"],
            row["person"],
            row["institution"],
            row["computer"],
            row["started_at"],
            tuple(known.get(row["uid"], [(0, {})])),
        )
    return found


def read_changesets(connection: Connection, last: int | None = None) -> list[Changeset]:
    """Changesets in the order in which this copy came to know them; with `last`, only so many of the newest."""
    heads = select(CHANGESET).order_by(CHANGESET.c.seq.desc())
    if last is not None:
        heads = heads.limit(last)
    rows = list(reversed(list(connection.execute(heads).mappings())))
    if not rows:
        return []
    changes = _read_changes(connection, CHANGE.c.changeset >= rows[0]["seq"])
    return [changeset_of(dict(row), tuple(changes.get(row["seq"], ()))) for row in rows]


def read_changes(connection: Connection, keys: Iterable[tuple[str, int]]) -> tuple[Change, ...]:
    """The changes of these changesets, in the order given."""
    found: list[Change] = []
    for sitting, number in keys:
        seq = select(CHANGESET.c.seq).where(CHANGESET.c.sitting == sitting, CHANGESET.c.number == number)
        for changes in _read_changes(connection, CHANGE.c.changeset.in_(seq)).values():
            found += changes
    return tuple(found)


def _read_changes(connection: Connection, which: ColumnElement[bool]) -> dict[int, list[Change]]:
    columns = (CHANGE.c.changeset, CHANGE.c.kind, CHANGE.c.uid, CHANGE.c.field, CHANGE.c.old, CHANGE.c.new)
    changes: dict[int, list[Change]] = {}
    for seq, kind, uid, field, old, new in connection.execute(
        select(*columns).where(which).order_by(CHANGE.c.id)
    ).all():
        changes.setdefault(seq, []).append(Change(Cell(kind, uid, field), history_value(old), history_value(new)))
    return changes


def read_history(connection: Connection) -> History:
    """Everything this copy knows."""
    found = read_changesets(connection)
    return History(read_sittings(connection), {changeset.key: changeset for changeset in found})


def read_changes_of(connection: Connection, uids: Collection[str], changes: dict[int, list[Change]]) -> None:
    """Add the changes of these records, at most a few hundred, to `changes` by the place of their changesets."""
    for seq, found in _read_changes(connection, CHANGE.c.uid.in_(uids)).items():
        changes.setdefault(seq, []).extend(found)


def read_history_with(connection: Connection, changes: Mapping[int, Sequence[Change]]) -> History:
    """All sittings, and the changesets of these places with these changes of theirs."""
    changesets: list[Changeset] = []
    seqs = sorted(changes)
    for place in range(0, len(seqs), _AT_ONCE):
        which = CHANGESET.c.seq.in_(seqs[place : place + _AT_ONCE])
        for row in connection.execute(select(CHANGESET).where(which).order_by(CHANGESET.c.seq)).mappings():
            changesets.append(changeset_of(dict(row), tuple(changes[row["seq"]])))
    return History(read_sittings(connection), {changeset.key: changeset for changeset in changesets})


def read_changed_by(connection: Connection, verb: str) -> tuple[str, ...]:
    """The uids of all records that changesets of a verb touched."""
    seqs = [row[0] for row in connection.execute(select(CHANGESET.c.seq).where(CHANGESET.c.verb == verb))]
    found: dict[str, None] = {}
    for place in range(0, len(seqs), _AT_ONCE):
        which = CHANGE.c.changeset.in_(seqs[place : place + _AT_ONCE])
        found.update((row[0], None) for row in connection.execute(select(CHANGE.c.uid).where(which).distinct()))
    return tuple(found)


def read_entries(connection: Connection, last: int | None = None) -> list[Entry]:
    """Lines of the history, newest first."""
    sittings = read_sittings(connection)
    found = read_changesets(connection, last)
    return [Entry(each, sittings.get(each.sitting, Sitting(each.sitting))) for each in reversed(found)]
