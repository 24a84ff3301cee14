"""The window with a plan of 10,000 records: a watchdog ticks in the event loop, and the longest gap between ticks is told.

No page may hold the loop longer than 50 ms, neither when it is first shown nor while one works in it; a page shown before
is there again within 100 ms.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Result
from tests.benchmarks.plans import wide_plan

HOLD_MS, SWITCH_MS = 50, 100


def measure(folder: Path) -> Iterator[Result]:
    path = folder / "wide.mplan"
    wide_plan(path).close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    driver = [sys.executable, "-m", "tests.benchmarks.watchdog", str(path)]
    subprocess.run(driver, env=environment, check=True, capture_output=True)  # fills the cache of bytecode
    told = subprocess.run(driver, env=environment, check=True, capture_output=True, text=True).stdout
    for line in told.splitlines():
        what, name, milliseconds, worked = json.loads(line)
        budget = SWITCH_MS if what == "again" else HOLD_MS
        label = {"first": "first showing of", "again": "coming back to", "work": "work:"}[what]
        yield Result(
            f"{label} {name}, of its {budget} ms",
            milliseconds / budget,
            1,
            f"{milliseconds:.0f} ms, {worked:.0f} of work",
        )
