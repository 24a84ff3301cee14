"""Ten times the records take at most ten times the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

from mainstreamer import knowledge
from mainstreamer.domain.history import conflicts
from mainstreamer.domain.plan import Put
from mainstreamer.domain.readiness import findings
from mainstreamer.storage.document import Document
from tests.benchmarks.measure import Result, paired
from tests.benchmarks.plans import large_plan

SMALL, LARGE = 200, 2000
TODAY = date(2027, 6, 1)


def measure(folder: Path) -> Iterator[Result]:
    paths = {size: folder / f"growth{size}.mplan" for size in (SMALL, LARGE)}
    for size, path in paths.items():
        large_plan(path, size).close()
    name = f"{LARGE} actions against {SMALL}: "
    yield paired(
        name + "open", 10, lambda: Document.open(paths[LARGE]).close(), lambda: Document.open(paths[SMALL]).close(), 5
    )
    checklist, numbers = knowledge.checklist("en"), count()
    with ExitStack() as stack:
        large, small = (stack.enter_context(Document.open(paths[size])) for size in (LARGE, SMALL))

        def put(document: Document) -> None:
            uid = document.plan.actions[0].uid
            for _ in range(10):
                document.put("edit", [Put("action", uid, "progress", next(numbers) % 101)])

        def with_puts(document: Document) -> None:
            uid = document.plan.actions[0].uid
            for _ in range(50):
                document.plan.with_puts([Put("action", uid, "progress", next(numbers) % 101)])

        works: dict[str, Callable[[Document], object]] = {
            "put": put,
            "Plan.with_puts": with_puts,
            "findings": lambda document: findings(document.plan, checklist, TODAY),
            "state at a version": lambda document: document.state_at(document.know()),
            "conflicts": lambda document: conflicts(document.history()),
            "integrity": Document.integrity,
        }
        for verb, work in works.items():
            on_large, on_small = partial(work, large), partial(work, small)
            yield paired(name + verb, 10, on_large, on_small, 5)
