"""Start of the program, against a bare Qt window; each in a process of its own, in pairs. And the window's part of one edit."""

from __future__ import annotations

import functools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Result
from tests.benchmarks.plans import large_plan

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.show()
app.exec()
"""
PAINTED = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import mainstreamer.app
mainstreamer.app.Starter._on_painted = lambda self: QTimer.singleShot(0, QApplication.instance().quit)
mainstreamer.app.run_window([])
"""
READY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import mainstreamer.app
filled = mainstreamer.app.Starter._fill
def fill(self):
    filled(self)
    assert len(self.running.session.plan.actions) == 1000
    QTimer.singleShot(0, QApplication.instance().quit)
mainstreamer.app.Starter._fill = fill
mainstreamer.app.run_window([sys.argv[1]])
"""
EDIT_BUDGET_MS = 16
EDIT = """
import sys, time, statistics
from datetime import date
from pathlib import Path
from PySide6.QtWidgets import QApplication
from mainstreamer.operations import answering
from mainstreamer.settings import Settings
from mainstreamer.ui.application import Application
app = QApplication([])
running = Application(app, Settings(language="en"))
running.window.resize(1366, 768)
running.window.show()
running.open_plan(Path(sys.argv[1]))
session = running.session
document = session.document
put = document.put
inside = [0.0]
def timed(*args, **kwargs):
    listeners, document._listeners = document._listeners, []
    started = time.perf_counter()
    change = put(*args, **kwargs)
    inside[0] = time.perf_counter() - started
    document._listeners = listeners
    for listener in listeners:
        listener(change)
    return change
document.put = timed
costs = []
for round in range(25):
    puts = answering.answer(session.plan, "1.2", finding=f"Found in round {round}")
    started = time.perf_counter()
    session.put("answer", puts)
    costs.append(time.perf_counter() - started - inside[0])
print(statistics.median(costs[5:]) * 1000)
running.window.close()
"""


@functools.cache
def _cache() -> Path:
    """Where the bytecode of this run is kept; the round that warms up fills it."""
    return Path(tempfile.mkdtemp(prefix="bytecode-"))


def _run(script: str, *words: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(_cache())}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode at hand
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        check=True,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout


def _seconds(script: str, *words: str) -> float:
    started = time.perf_counter()
    _run(script, *words)
    return time.perf_counter() - started


def _paired(name: str, budget: float, script: str, *words: str, rounds: int = 7) -> Result:
    pairs = [(_seconds(script, *words), _seconds(BARE)) for _ in range(rounds + 1)][1:]
    ratio = statistics.median(one / other for one, other in pairs)
    mine, other = (statistics.median(pair[place] for pair in pairs) for place in (0, 1))
    return Result(name, ratio, budget, f"{mine * 1e3:.0f} ms against {other * 1e3:.0f} ms")


def measure(folder: Path) -> Iterator[Result]:
    path = folder / "large.mplan"
    large_plan(path, 1000).close()
    yield _paired("start to the first painted window", 1.25, PAINTED)
    yield _paired("start to a plan of 1,000 actions ready to edit", 3, READY, str(path))
    spent = float(_run(EDIT, str(path)))
    yield Result("the window's part of one edit, of its 16 ms", spent / EDIT_BUDGET_MS, 1, f"{spent:.1f} ms")
