"""What a person can choose for a workbook: sheets, and columns of the action plan, with what they are called."""

from __future__ import annotations

from mainstreamer.domain.presets import PresetSpec, kept_columns
from mainstreamer.domain.publication import is_published
from mainstreamer.exchange.sheets_actions import DETAILS, MAIN, PRINTED
from mainstreamer.exchange.workbook_out import MAKERS
from mainstreamer.language.language import Language

KIND = "action"


def sheets_offered() -> tuple[str, ...]:
    """Codes of all sheets, in their order."""
    return tuple(MAKERS)


def sheet_name(speech: Language, code: str) -> str:
    """What the tab of a sheet says, in full."""
    return speech.find("workbook", "sheet", code) or speech.kind(code, "many")


def columns_offered(base: str) -> tuple[str, ...]:
    """Columns of the action plan that a preset can show, in their order; for a public one those that may be published."""
    codes = (code for code, _, _ in MAIN + DETAILS)
    return tuple(code for code in codes if base != "public" or code.startswith("~") or is_published(KIND, code))


def usual_columns(base: str) -> tuple[str, ...]:
    """Those that a base shows of itself."""
    offered = columns_offered(base)
    return tuple(code for code in offered if code in PRINTED) if base == "print" else offered


def columns_shown(spec: PresetSpec) -> tuple[str, ...]:
    """The columns that a preset shows, in their order."""
    if not spec.columns_of(KIND):
        return usual_columns(spec.base)
    return tuple(code for code in columns_offered(spec.base) if spec.shows(KIND, code))


def columns_fixed() -> tuple[str, ...]:
    """Columns that no preset goes without."""
    return kept_columns(KIND)


def column_name(speech: Language, code: str) -> str:
    """What stands above a column, without currency and prices."""
    if code == "leads":
        return speech.word("workbook", "column", "lead")
    if code.startswith("~"):
        return speech.word("workbook", "column", code[1:])
    return speech.field(KIND, code)
