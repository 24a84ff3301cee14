"""Memory with a large plan open, against a bare window with SQLAlchemy Core imported; each in a process of its own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Result
from tests.benchmarks.plans import large_plan

WINDOW = """
import resource, sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
"""
BARE = WINDOW + "import sqlalchemy\n"
OURS = (
    WINDOW
    + """
from pathlib import Path
from mainstreamer.storage.document import Document
document = Document.open(Path(sys.argv[1]))
assert len(document.plan.actions) == 1000
document.undo_verb()
"""
)
TELL = """
try:
    with open("/proc/self/status") as status:
        print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
except OSError:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
# On Linux ru_maxrss also counts what the process was before it became this program, that is, a copy of ours.


def peak(script: str, path: Path) -> int:
    """Peak memory of a process that runs this script; kilobytes on Linux, bytes on macOS."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script + TELL, str(path)], capture_output=True, text=True, check=True, env=environment
    )
    return int(done.stdout)


def measure(folder: Path) -> Iterator[Result]:
    path = folder / "memory.mplan"
    large_plan(path, 1000).close()
    pairs = [(peak(OURS, path), peak(BARE, path)) for _ in range(3)]
    ratio = statistics.median(ours / bare for ours, bare in pairs)
    note = f"{pairs[0][0]} against {pairs[0][1]} as the system counts; the document without the program's window"
    yield Result("memory with a plan of 1,000 actions open", ratio, 2, note)
