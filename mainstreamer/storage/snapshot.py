"""Looks at a plan that another program holds, without touching it: over a copy of its bytes between two of its changes."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mainstreamer.errors import DamagedPlan, PlanInUse
from mainstreamer.storage.document import Document
from mainstreamer.storage.faults import faults
from mainstreamer.storage.opening import refuse_if_held

_JOURNAL_START = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
"""How a journal begins while a change is under way (the file format of SQLite, section 3); afterwards it holds zeros."""
TRIES, PAUSE = 40, 0.05
"""How often a quiet moment is waited for, and how long between, in seconds: a change takes far less."""


@contextmanager
def opened_to_look(path: Path) -> Iterator[tuple[Document, bool]]:
    """The plan to look at, and whether it is a copy of a file that another program holds for writing.

    Raises as `Document.open_for_reading` does; PlanInUse when that program writes without a pause, or is this very process.
    """
    try:
        document = Document.open_for_reading(path)
    except PlanInUse:
        refuse_if_held(path)
    else:
        with document:
            yield document, False
        return
    with tempfile.TemporaryDirectory(prefix="mainstreamer-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / path.name
        with _copied(path, copy) as document:
            yield document, True


def _copied(path: Path, copy: Path) -> Document:
    for _ in range(TRIES):
        with faults(path):
            before = _state(path)
            if before is not None:
                shutil.copyfile(path, copy)
                if _state(path) == before:
                    try:
                        return Document.open(copy)
                    except DamagedPlan:
                        # Whoever holds the file was about to write after all.
                        copy.unlink(missing_ok=True)
        time.sleep(PAUSE)
    raise PlanInUse(path=str(path))


def _state(path: Path) -> tuple[int, ...] | None:
    """What tells that a file was not written to between two looks; None while a change is under way."""
    journal = path.with_name(f"{path.name}-journal")
    found = path.stat()
    state = (found.st_mtime_ns, found.st_size)
    try:
        with journal.open("rb") as file:
            if file.read(8) == _JOURNAL_START:
                return None
        there = journal.stat()
    except FileNotFoundError:
        return state
    return (*state, there.st_mtime_ns, there.st_size)
