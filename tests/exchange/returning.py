"""Exports plans, edits the workbooks as a spreadsheet does, and reads what came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from mainstreamer import knowledge
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.presets import PresetSpec
from mainstreamer.domain.returned import Returned
from mainstreamer.exchange.workbook_in import read_returned
from mainstreamer.exchange.workbook_out import export_workbook
from mainstreamer.language.both import spoken
from tests.exchange.small_plan import TODAY

VECTOR = {"s1": 3}


def exported(plan: Plan, folder: Path, codes: Sequence[str] = ("en",), preset: str | PresetSpec = "full") -> Path:
    """The workbook of a plan."""
    path = folder / "out.xlsx"
    speech = spoken(codes)
    checklist = knowledge.plan_checklist(plan, speech.code)
    export_workbook(plan, checklist, speech, path, preset=preset, today=TODAY, vector=VECTOR)
    return path


def read(path: Path, plan: Plan, now: Plan | None = None) -> Returned:
    """What a workbook brings that was exported from `plan`."""
    return read_returned(path, plan.uid, lambda vector: plan, now or plan, TODAY)


class Book:
    """A workbook under the hands of a person: sheets by their kind, cells by uid and code."""

    def __init__(self, book: Any) -> None:
        self.book = book

    def page(self, kind: str) -> Any:
        """The sheet with the rows of a kind; `plan` is the frame."""
        mark = "mainstreamer:plan:frame" if kind == "plan" else f"mainstreamer:{kind}"
        return next(
            page
            for page in self.book.worksheets
            if str(page["A1"].value).startswith(mark) and page["B1"].value != "field"
        )

    def columns(self, kind: str) -> dict[str, int]:
        return {cell.value: cell.column for cell in self.page(kind)[1] if cell.value}

    def header(self, kind: str) -> int:
        return next(cell.row for cell in self.page(kind)["A"] if cell.value == "uid")

    def row(self, kind: str, uid: str) -> int:
        return next(cell.row for cell in self.page(kind)["A"] if cell.value == uid)

    def cell(self, kind: str, uid: str, code: str) -> Any:
        if kind == "plan":
            return self.page(kind).cell(self.row(kind, code), 3)
        return self.page(kind).cell(self.row(kind, uid), self.columns(kind)[code])

    def write(self, kind: str, uid: str, **values: Any) -> None:
        for code, value in values.items():
            self.cell(kind, uid, code).value = value

    def append(self, kind: str, **values: Any) -> int:
        """Type a new row below the table; its number."""
        page = self.page(kind)
        note = self.header(kind) + 1
        if not page.cell(note, 1).value and sum(cell.value is not None for cell in page[note]) == 1:
            # "Nothing is entered here yet."
            for cell in page[note]:
                cell.value = None
        row = max(number for number in range(1, page.max_row + 1) if any(cell.value for cell in page[number])) + 1
        for code, value in values.items():
            page.cell(row, self.columns(kind)[code]).value = value
        return row


@contextmanager
def editing(path: Path) -> Iterator[Book]:
    """Open a workbook, keeping its formulas, and save what was done to it."""
    book = load_workbook(path)
    yield Book(book)
    book.save(path)


def nothing(found: Returned) -> bool:
    """Whether a workbook brings nothing, without a remark."""
    return not (found.edits or found.new_rows or found.missing or found.refused or found.remarks)
