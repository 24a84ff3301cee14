"""Colours of the action plan that follow what is typed into it: what is late, what cannot be, what is not paid for."""

from __future__ import annotations

from mainstreamer.exchange.action_lines import by_objective
from mainstreamer.exchange.cells import Condition
from mainstreamer.exchange.formulas import quarter_index
from mainstreamer.exchange.input_table import InputTable
from mainstreamer.exchange.styles import INK, LIGHT_COLOURS


def add_marks(table: InputTable) -> None:
    """What is late, what cannot be, what is not paid for, and the traffic light."""
    sheet, first, last = table.sheet, table.first, table.last

    def add(code: str, formula: str, fill: str = "", ink: str = "") -> None:
        letter = table.letter(code)
        if letter:
            sheet.conditions.append(Condition(f"{letter}{first}:{letter}{last}", formula, fill, ink))

    start, end = (quarter_index(table.beside(code)) for code in ("start", "end"))
    status = table.beside("status")
    add("end", f"AND(ISNUMBER({start}),ISNUMBER({end}),{end}<{start})", *LIGHT_COLOURS["red"])
    open_ = f"{status}<>status_done,{status}<>status_cancelled"
    add("end", f"AND(ISNUMBER({end}),{end}<quarter_now,{open_})", *LIGHT_COLOURS["amber"])
    waiting = f'OR({status}="",{status}=status_not_started)'
    add("start", f"AND(ISNUMBER({start}),{start}<quarter_now,{waiting})", *LIGHT_COLOURS["amber"])
    gap = table.beside("~gap")
    add("~gap", f"AND(ISNUMBER({gap}),{gap}>0,{status}<>status_cancelled)", "", LIGHT_COLOURS["red"][1])
    if by_objective(table.edition):
        # LibreOffice takes no indent from a cell that differs from the one before in nothing but its conditions, as a sum
        # without a gap does, until a condition is met.
        add("~gap", f'LEFT($A{first})="~"', "", INK)
    for name, (fill, ink) in LIGHT_COLOURS.items():
        add("~light", f"{table.beside('~light')}=light_{name}", fill, ink)
