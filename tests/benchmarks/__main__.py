"""Runs the benchmarks: `python -m tests.benchmarks [NAME ...]`. One line each; exit 1 when one is over its budget."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

NAMES = ("loading", "editing", "growth", "memory", "exporting", "importing", "searching", "start", "responding")


def main(wanted: list[str]) -> int:
    here = Path(__file__).parent
    over = 0
    for name in wanted or [name for name in NAMES if (here / f"{name}.py").exists()]:
        bench = importlib.import_module(f"tests.benchmarks.{name}")
        with tempfile.TemporaryDirectory() as folder:
            os.environ["MAINSTREAMER_HOME"] = folder
            for result in bench.measure(Path(folder)):
                print(result.line(), flush=True)
                over += not result.ok
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
