"""Measures in pairs: ours and a bare counterpart in turn, round by round, so that both meet the same machine."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Result:
    """A ratio and what it may be at most (section 9 of the design)."""

    name: str
    ratio: float
    budget: float
    note: str = ""

    @property
    def ok(self) -> bool:
        return self.ratio <= self.budget

    def line(self) -> str:
        verdict = "ok" if self.ok else "OVER"
        return f"{self.name:<58} {self.ratio:7.2f}  budget {self.budget:5.2f}  {verdict:<4}  {self.note}".rstrip()


def seconds(work: Work) -> float:
    """Time of one run, without the collector of garbage, as timeit measures: when it comes by depends on everything
    before."""
    gc.collect()
    gc.disable()
    try:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started
    finally:
        gc.enable()


def paired(name: str, budget: float, ours: Work, bare: Work, rounds: int = 9) -> Result:
    """The median of the ratios of several rounds; the first round warms up and does not count."""
    pairs = [(seconds(ours), seconds(bare)) for _ in range(rounds + 1)][1:]
    ratio = statistics.median(one / other for one, other in pairs)
    mine, other = (statistics.median(pair[place] for pair in pairs) for place in (0, 1))
    return Result(name, ratio, budget, f"{mine * 1e3:.2f} ms against {other * 1e3:.2f} ms")
