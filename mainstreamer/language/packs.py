"""Checklist packs in words: why a cell cannot be taken, why a file is no pack."""

from __future__ import annotations

from mainstreamer.domain.packs import PackFault
from mainstreamer.language.language import Language

MOST_CODES = 16
"""Codes that a sentence names; the others are on the sheet of codes."""


def fault_place(speech: Language, fault: PackFault) -> str:
    """Where a fault is: sheet, row, column."""
    if not fault.row:
        return speech.word("refusal", "pack_place", "sheet", sheet=fault.sheet)
    form = "cell" if fault.column else "row"
    return speech.word("refusal", "pack_place", form, sheet=fault.sheet, row=fault.row, column=fault.column)


def fault_reason(speech: Language, fault: PackFault) -> str:
    """Why a cell cannot be taken and what is expected there."""
    codes = fault.expected.split("; ")
    expected = fault.expected if len(codes) <= MOST_CODES else "; ".join((*codes[:MOST_CODES], "…"))
    expected = expected or "–"
    return speech.word("refusal", "pack", fault.reason, expected=expected, heading=fault.heading or "–")


def fault_sentence(speech: Language, fault: PackFault) -> str:
    """The whole of a fault in one line: place, what stands there, why."""
    value = f" {speech.word('refusal', 'pack_place', 'value', value=fault.value)}" if fault.value else ""
    return f"{fault_place(speech, fault)}{value}: {fault_reason(speech, fault)}"
