"""The child of test_kill.py: puts into a plan and says so after each put, until it is killed.

It waits for lines `seed path` and forks such a child for each: the imports, which take longest, are then made
once.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
from pathlib import Path

from mainstreamer.domain.kinds import EXISTS, new_uid
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.storage import ledger
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import NOTHING

LOADED = ledger
"""SQLAlchemy is loaded before the forks; each child would load it anew."""


def fingerprint(plan: Plan) -> str:
    """The same for plans that show the same."""
    records = sorted(repr(record) for kind in plan.entries for record in plan.all(kind))
    return hashlib.sha256("\n".join(records).encode()).hexdigest()[:16]


def say(*words: object) -> None:
    """One line, whole: a pipe takes a short write in one piece."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def step(document: Document, chance: random.Random) -> bool:
    """One verb: several records made at once, fields put in many records, records removed, undo or redo.

    The verb's name carries how many puts it has, for the parent to count them.
    """
    living = [action.uid for action in document.plan.actions]
    kind = chance.choice(("make", "make", "edit", "edit", "remove", "undo", "redo"))
    if kind in ("undo", "redo"):
        return (document.undo() if kind == "undo" else document.redo()) is not NOTHING
    if kind == "make":
        puts = []
        for _ in range(chance.randint(1, 6)):
            text = "t" * chance.randint(1, 3000)
            puts += creation("action", new_uid(), {"title": text, "progress": chance.randint(0, 100)})
    else:
        chosen = chance.sample(living, min(len(living), chance.randint(1, 20)))
        if kind == "edit":
            puts = [Put("action", uid, "note", f"{chance.random()}") for uid in chosen]
        else:
            puts = [Put("action", uid, EXISTS, False) for uid in chosen[: 1 + len(chosen) // 4]]
    return document.put(f"{kind}_{len(puts)}", puts) is not NOTHING


def put_for_ever(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    document = Document.open(path)
    say("born", os.getpid())
    while True:
        if step(document, chance):
            last = document.entries(1)[0].changeset
            say("put", last.sitting, last.number, fingerprint(document.plan))


def nursery() -> None:
    for line in sys.stdin:
        seed, _, path = line.strip().partition(" ")
        child = os.fork()
        if child == 0:
            put_for_ever(Path(path), int(seed))
        os.waitpid(child, 0)
        say("dead", child)


if __name__ == "__main__":
    nursery()
