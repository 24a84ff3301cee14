"""Reads the history in pages, through the driver alone: the newest changesets, and the changes of one record.

Nothing here reads the whole history: a plan at work has tens of thousands of changes, and the window must not wait.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from mainstreamer.domain.history import Cell, Change, Changeset
from mainstreamer.storage.reading import changeset_of, history_value

SMALL = 12
"""Changesets with up to so many changes come with them; the changes of larger ones are asked for."""
_CHANGES = """
SELECT id, changeset, kind, uid, field, old, "new" FROM change WHERE changeset = ? AND id > ? ORDER BY id LIMIT ?
"""
_NAMES = ("sitting", "number", "at", "verb", "reverts")


@dataclass(frozen=True)
class Wanted:
    """Which changesets are looked for; None and blank let all through. `since` (from it on) and `until` (before it) are
    moments in UTC as ISO text, `kind` is a kind of record that was changed."""

    person: str | None = None
    institution: str | None = None
    kind: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Head:
    """A changeset and who put it. `count` is the number of its changes; they are left out when there are many."""

    seq: int
    changeset: Changeset
    person: str
    institution: str
    count: int


@dataclass(frozen=True)
class Line:
    """One change, when it was put and by whom. `place` orders the changes as this copy came to know them."""

    place: int
    at: str
    verb: str
    person: str
    institution: str
    change: Change


class Past:
    """The history of one open plan. Owned by its Document, whose thread it belongs to."""

    def __init__(self, reading: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._reading = reading

    def last(self) -> int:
        """The place of the newest changeset; 0 when there is none."""
        with self._reading() as raw:
            return int(raw.execute("SELECT coalesce(max(seq), 0) FROM changeset").fetchone()[0])

    def authors(self) -> list[tuple[str, str]]:
        """Persons with their institutions, each pair once."""
        with self._reading() as raw:
            sql = "SELECT DISTINCT person, institution FROM sitting ORDER BY person, institution"
            return [(str(person), str(institution)) for person, institution in raw.execute(sql).fetchall()]

    def heads(self, first: int, below: int, wanted: Wanted = Wanted()) -> list[Head]:
        """Changesets from place `first` on and before place `below`, newest first, as far as they are wanted."""
        where, values = ["c.seq >= ?", "c.seq < ?"], [first, below]
        tests: tuple[tuple[str, Any], ...] = (
            ("coalesce(s.person, '') = ?", wanted.person),
            ("coalesce(s.institution, '') = ?", wanted.institution),
            ("c.at >= ?", wanted.since or None),
            ("c.at < ?", wanted.until or None),
            ("EXISTS (SELECT 1 FROM change WHERE changeset = c.seq AND kind = ?)", wanted.kind or None),
        )
        for test, value in tests:
            if value is not None:
                where.append(test)
                values.append(value)
        sql = f"""
            SELECT c.seq, coalesce(s.person, ''), coalesce(s.institution, ''),
                (SELECT count(*) FROM change WHERE changeset = c.seq), c.sitting, c.number, c.at, c.verb, c.reverts
            FROM changeset c LEFT JOIN sitting s ON s.uid = c.sitting WHERE {" AND ".join(where)} ORDER BY c.seq DESC
        """
        found: list[Head] = []
        with self._reading() as raw:
            for seq, person, institution, count, *rest in raw.execute(sql, values).fetchall():
                small = raw.execute(_CHANGES, (seq, 0, SMALL)).fetchall() if count <= SMALL else []
                changes = tuple(_change(row[2:]) for row in small)
                changeset = changeset_of(dict(zip(_NAMES, rest, strict=True)), changes)
                found.append(Head(seq, changeset, person, institution, count))
        return found

    def changes(self, seq: int, after: int = 0, limit: int = 500) -> list[tuple[int, Change]]:
        """Changes of one changeset behind the one of id `after`, each with its id."""
        with self._reading() as raw:
            rows = raw.execute(_CHANGES, (seq, after, limit)).fetchall()
            return [(int(row[0]), _change(row[2:])) for row in rows]

    def of_record(self, kind: str, uid: str, field: str = "", below: int = 0, limit: int = 200) -> list[Line]:
        """Changes of one record, or of one field of it, newest first; `below` is the place of the last one known."""
        where, values = ["h.uid = ?", "h.kind = ?"], [uid, kind]
        if field:
            where.append("h.field = ?")
            values.append(field)
        sql = f"""
            SELECT h.id, c.at, c.verb, coalesce(s.person, ''), coalesce(s.institution, ''),
                h.kind, h.uid, h.field, h.old, h."new"
            FROM change h JOIN changeset c ON c.seq = h.changeset LEFT JOIN sitting s ON s.uid = c.sitting
            WHERE {" AND ".join(where)} AND (? = 0 OR h.id < ?) ORDER BY h.id DESC LIMIT ?
        """
        with self._reading() as raw:
            rows = raw.execute(sql, (*values, below, below, limit)).fetchall()
            return [
                Line(place, at, verb, person, institution, _change(tuple(rest)))
                for place, at, verb, person, institution, *rest in rows
            ]


def _change(row: tuple[Any, ...]) -> Change:
    kind, uid, field, old, new = row
    return Change(Cell(kind, uid, field), history_value(old), history_value(new))
