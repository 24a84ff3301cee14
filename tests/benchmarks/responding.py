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
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.knowledge import plan_checklist
from mainstreamer.language import language
from mainstreamer.storage.document import Document
from tests.benchmarks.measure import Result
from tests.benchmarks.plans import wide_plan

HOLD_MS, SWITCH_MS = 50, 100


def edited_workbook(document: Document, path: Path) -> None:
    """The plan as a workbook in which somebody changed the title of every action."""
    checklist, vector = plan_checklist(document.plan, "en"), document.know()
    export_workbook(document.plan, checklist, language("en"), path, today=date(2027, 5, 10), vector=vector)
    book = load_workbook(path)
    (sheet,) = (one for one in book.worksheets if one["A1"].value == "mainstreamer:action")
    (title,) = (cell.column for cell in sheet[1] if cell.value == "title")
    known = {action.uid for action in document.plan.actions}
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, 1).value in known:
            sheet.cell(row, title).value = f"{sheet.cell(row, title).value}, as agreed"
    book.save(path)


def measure(folder: Path) -> Iterator[Result]:
    path = folder / "wide.mplan"
    book = folder / "wide.xlsx"
    with wide_plan(path) as document:
        edited_workbook(document, book)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    driver = [sys.executable, "-m", "tests.benchmarks.watchdog", str(path), str(book)]
    subprocess.run(driver, env=environment, check=True, capture_output=True)  # fills the cache of bytecode
    told = subprocess.run(driver, env=environment, check=True, capture_output=True, text=True).stdout
    for line in told.splitlines():
        what, name, milliseconds = json.loads(line)
        budget = SWITCH_MS if what == "again" else HOLD_MS
        label = {"first": "first showing of", "again": "coming back to", "work": "work:"}[what]
        yield Result(f"{label} {name}, of its {budget} ms", milliseconds / budget, 1, f"{milliseconds:.0f} ms")
