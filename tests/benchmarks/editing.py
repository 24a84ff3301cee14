"""One edit, door to durable, against the same rows by plain sqlite3 in the same mode."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from mainstreamer.domain.plan import Put
from mainstreamer.storage.opening import connect
from tests.benchmarks.measure import Result, paired
from tests.benchmarks.plans import large_plan

EDITS = 30


def plain_edit(raw: sqlite3.Connection, uid: str, number: int, note: str) -> None:
    """The rows that one edit leaves in a plan file: a changeset, a change, the new value."""
    raw.execute("BEGIN IMMEDIATE")
    row = ("plain", number, "2027-01-01T10:00:00+00:00", "edit", None)
    seq = raw.execute("INSERT INTO changeset(sitting, number, at, verb, reverts) VALUES(?,?,?,?,?)", row).lastrowid
    change = (seq, "action", uid, "note", json.dumps(None), json.dumps(note))
    raw.execute("INSERT INTO change(changeset, kind, uid, field, old, new) VALUES(?,?,?,?,?,?)", change)
    raw.execute("UPDATE action SET note=? WHERE uid=?", (note, uid))
    raw.execute("COMMIT")


def measure(folder: Path) -> Iterator[Result]:
    numbers = count(1)
    with large_plan(folder / "ours.mplan", 1000) as document:
        document.copy_to(folder / "plain.mplan")
        uids = [action.uid for action in document.plan.actions]
        with closing(connect(folder / "plain.mplan", "rw")) as raw:

            def ours() -> None:
                for _ in range(EDITS):
                    number = next(numbers)
                    document.put("edit", [Put("action", uids[number % len(uids)], "note", f"note {number}")])

            def bare() -> None:
                for _ in range(EDITS):
                    number = next(numbers)
                    plain_edit(raw, uids[number % len(uids)], number, f"note {number}")

            yield paired(f"{EDITS} edits, door to durable, against plain sqlite3", 2, ours, bare, rounds=15)
