"""An edited workbook of 1,000 actions read back and compared, against openpyxl reading the same file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from mainstreamer import knowledge
from mainstreamer.exchange.workbook_in import read_returned
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.language.language import language
from mainstreamer.operations.taking import compare, remembered
from tests.benchmarks.measure import Result, paired
from tests.benchmarks.plans import large_plan

EDITED = ("title", "risk", "cost", "status", "start")
TODAY = date(2027, 6, 1)


def edit_all(path: Path) -> int:
    """Change five cells of every action; how many cells those are."""
    book = load_workbook(path)
    page = book["Action plan"]
    columns = {cell.value: cell.column for cell in page[1] if cell.value}
    first = next(cell.row for cell in page["A"] if cell.value == "uid") + 1
    rows = range(first, first + 1000)
    for number in rows:
        for code, value in zip(EDITED, (f"Edited {number}", "Delay", number, "Done", "2028-Q1"), strict=True):
            page.cell(number, columns[code]).value = value
    book.save(path)
    return len(rows) * len(EDITED)


def measure(folder: Path) -> Iterator[Result]:
    path = folder / "out.xlsx"
    with large_plan(folder / "import.mplan", 1000) as document:
        plan = document.plan
        export_workbook(plan, knowledge.checklist("en"), language("en"), path, today=TODAY, vector=document.know())
        cells = edit_all(path)
        found = compare(plan, document.history(), read_returned(path, plan.uid, document.state_at, plan, TODAY))
        if len(found.cells) != cells or found.refused or found.conflicts:
            raise AssertionError(f"{len(found.cells)} of {cells} edits were found")

        def ours() -> None:
            history = document.history()
            returned = read_returned(path, plan.uid, remembered(plan.uid, history), plan, TODAY)
            compare(plan, history, returned)

        def theirs() -> None:
            load_workbook(path).close()

        name = f"import of 1,000 edited actions ({cells} edits) against openpyxl reading the workbook"
        yield paired(name, 3.0, ours, theirs, rounds=3)
