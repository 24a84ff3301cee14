"""The shipped checklist against one without items: how much of 50 ms its texts take, in each language, once they are kept."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from mainstreamer import knowledge
from mainstreamer.domain.checklist import Checklist, parse_checklist
from mainstreamer.language import SHIPPED
from tests.benchmarks.measure import Result

BUDGET_MS = 50
"""The full checklist may take so much longer than an empty one."""
EMPTY = {"edition": "empty", "step": [{"number": number} for number in range(1, 11)], "item": []}


def _milliseconds(work: Callable[[], Checklist], rounds: int = 9) -> float:
    spent = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        spent.append(time.perf_counter() - started)
    return statistics.median(spent[1:]) * 1000


def measure(_folder: Path) -> Iterator[Result]:
    bare = _milliseconds(lambda: parse_checklist(EMPTY, {"en": {}}))
    for language in SHIPPED:

        def full(code: str = language) -> Checklist:
            knowledge.checklist.cache_clear()
            return knowledge.checklist(code)

        spent = _milliseconds(full)
        note = f"{spent:.1f} ms against {bare:.1f} ms"
        yield Result(f"the whole checklist in {language}, of its {BUDGET_MS} ms", (spent - bare) / BUDGET_MS, 1, note)
