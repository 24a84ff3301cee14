"""Exports for the tests of presets: every plan, every preset, every language and pair of languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from mainstreamer import knowledge
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.presets import BASES, PresetSpec
from mainstreamer.exchange.workbook_out import ExportReport, export_workbook
from mainstreamer.language import SHIPPED, spoken
from mainstreamer.operations.sampling import create_sample
from tests.absurd_plan import absurd_plan
from tests.exchange.small_plan import PLAN, TODAY

LANGUAGES: tuple[tuple[str, ...], ...] = (*((code,) for code in SHIPPED), ("en", "ru"), ("ru", "en"))
PLANS = ("sample", "empty", "absurd")
EXPORTS = [(plan, base, codes) for plan in PLANS for base in BASES for codes in LANGUAGES]
Book = Any


def named(one: tuple[str, str, tuple[str, ...]]) -> str:
    plan, base, codes = one
    return f"{plan}-{base}-{'+'.join(codes)}"


def plan_of(name: str, folder: Path) -> Plan:
    if name == "empty":
        return Plan(PLAN)
    path = folder / f"{name}.mplan"
    document = create_sample(path, "en") if name == "sample" else absurd_plan(path)
    with document:
        return document.plan


def export(
    plan: Plan, folder: Path, preset: str | PresetSpec = "full", codes: tuple[str, ...] = ("en",)
) -> tuple[ExportReport, Book]:
    speech = spoken(codes)
    path = folder / "out.xlsx"
    checklist = knowledge.plan_checklist(plan, speech.code)
    report = export_workbook(plan, checklist, speech, path, preset=preset, today=TODAY, vector={"s": 1})
    return report, load_workbook(path)


def columns(sheet: Any) -> dict[str, str]:
    """Column letters by the hidden codes of row 1."""
    return {cell.value: cell.column_letter for cell in sheet[1] if cell.value}


def texts(book: Book) -> list[str]:
    """Every text of a workbook."""
    return [cell.value for page in book for row in page.iter_rows() for cell in row if isinstance(cell.value, str)]


def technical(book: Book) -> dict[str, str]:
    """The rows of the hidden sheet."""
    return {row[0].value: row[1].value for row in book["_mainstreamer"].iter_rows() if row[0].value != "sheet"}
