"""A question to the index of 10,000 records against one of 1,000, within one frame of a screen; and bringing it up to date."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from mainstreamer import knowledge
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.language import language
from mainstreamer.search.entries import plan_entries, touched_entries
from mainstreamer.search.index import Index
from tests.benchmarks.measure import Result, paired, seconds
from tests.benchmarks.plans import FRAME, large_puts

FRAME_MS = 16
ACTIONS = 4545
"""So many actions come with their indicators, institutions and objectives as 10,000 records."""
QUESTIONS = (
    "p",
    "pe",
    "people",
    "people work schools",
    "людей",
    "agency number 12",
    "a-12",
    "workk",
    "nothing has this",
)


def measure(folder: Path) -> Iterator[Result]:
    speech, checklist = language("en"), knowledge.checklist("en")
    large, small = _plan(ACTIONS), _plan(ACTIONS // 10)
    entries = list(plan_entries(large, checklist, speech)), list(plan_entries(small, checklist, speech))
    indexes = Index(entries[0]), Index(entries[1])
    name = f"{len(indexes[0])} entries against {len(indexes[1])}: "
    yield paired(name + "making the index", 10, partial(Index, entries[0]), partial(Index, entries[1]), 3)
    yield paired(name + "questions", 10, partial(_ask, indexes[0]), partial(_ask, indexes[1]), 5)
    slowest = max(QUESTIONS, key=lambda question: _cold(indexes[0], question))
    spent = statistics.median(_cold(indexes[0], slowest) for _ in range(5)) * 1e3
    yield Result(f"the slowest question, “{slowest}”, of one frame", spent / FRAME_MS, 1, f"{spent:.1f} ms")
    uid = large.actions[0].uid
    changed = large.with_puts([Put("action", uid, "title", "Another title")])

    def catch_up() -> None:
        indexes[0].replace(*touched_entries(changed, checklist, speech, {"action": {uid}}))
        indexes[0].find("another")

    spent = statistics.median(seconds(catch_up) for _ in range(5)) * 1e3
    yield Result("the first question after a change, of one frame", spent / FRAME_MS, 1, f"{spent:.1f} ms")


def _plan(actions: int) -> Plan:
    uid = "4be0643f-1d98-573b-97cd-ca98a65347dd"
    return Plan(uid).with_puts(
        [Put("plan", uid, "exists", True), *(Put("plan", uid, *pair) for pair in FRAME.items()), *large_puts(actions)]
    )


def _ask(index: Index) -> None:
    for question in QUESTIONS:
        index.forget()
        index.find(question)


def _cold(index: Index, question: str) -> float:
    index.forget()
    return seconds(partial(index.find, question))
