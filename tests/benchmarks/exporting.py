"""Export of 1,000 actions as a full workbook, against openpyxl writing as many styled cells bare."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from mainstreamer import knowledge
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.language.language import language
from tests.benchmarks.measure import Result, paired
from tests.benchmarks.plans import large_plan

Values = dict[str, list[list[Any]]]


def values_of(path: Path) -> Values:
    """The values of all cells of a workbook, a list a row; None for a cell that is styled and empty."""
    book = load_workbook(path)
    found = {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in book.worksheets}
    book.close()
    return found


def write_bare(values: Values, path: Path) -> None:
    """Write as many cells with the same values, each with a font, a fill, a border and an alignment."""
    font, fill = Font(name="Calibri", size=10), PatternFill("solid", fgColor="F4F5F3")
    side = Side(style="thin", color="DDE2E6")
    border, alignment = Border(side, side, side, side), Alignment(wrap_text=True, vertical="top")
    book = Workbook()
    for title, rows in values.items():
        page = book.create_sheet(title)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                cell = page.cell(number, column, value)
                cell.font, cell.fill, cell.border, cell.alignment = font, fill, border, alignment
    book.save(path)


def measure(folder: Path) -> Iterator[Result]:
    with large_plan(folder / "export.mplan", 1000) as document:
        plan = document.plan
    checklist, words, target = knowledge.checklist("en"), language("en"), folder / "ours.xlsx"

    def ours() -> None:
        export_workbook(plan, checklist, words, target, today=date(2027, 6, 1))

    ours()
    values = values_of(target)
    cells = sum(len(row) for rows in values.values() for row in rows)
    name = f"full workbook of 1,000 actions ({cells} cells) against openpyxl"
    yield paired(name, 1.5, ours, lambda: write_bare(values, folder / "bare.xlsx"), rounds=3)
