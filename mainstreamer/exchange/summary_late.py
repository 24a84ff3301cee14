"""The list of late actions, which follows the action plan by the keys on the sheet of figures."""

from __future__ import annotations

from mainstreamer.domain.kinds import Action
from mainstreamer.exchange.cells import Cell, Condition, quoted
from mainstreamer.exchange.formulas import sentence, text_literal
from mainstreamer.exchange.layout import wrapped_lines
from mainstreamer.exchange.sheets_actions import layout
from mainstreamer.exchange.styles import BAND, LINE, NOTE, Look
from mainstreamer.exchange.summary_page import CELL, CENTRED, COLUMN_WIDTH, COLUMNS, WIDE_COLUMN, SummaryPage, shortened

LATE_LINES = 10
"""How many late actions are listed; how many more there are is said below."""

_TITLE = 7
"""Columns of the title; what stands beside it takes the others."""

_RULE = BAND._replace(font="muted", align="header")

_ROOM = {"code": 17, "title": 108, "leads": 62}
"""Characters of one line in the list of late actions."""


def add_late(on: SummaryPage, top: int, count: str) -> int:
    """The actions that are late, those that are late longest first; answers with the last row.

    `count` is the cell that counts them.
    """
    edition, figures, page = on.edition, on.figures, on.page
    on.sheet.heights[top - 1] = 10
    _add_head(on, top)
    plan = layout(edition)
    columns: list[tuple[str, int, int, str]] = [
        ("code", 1, 3, edition.language.field("action", "code")),
        ("title", 4, 15, edition.language.field("action", "title")),
        ("leads", 19, 9, edition.word("column", "lead")),
        ("end", 28, 2, edition.language.field("action", "end")),
        ("status", 30, 3, edition.language.field("action", "status")),
        ("~late", 33, 3, on.word("quarters_late")),
    ]
    on.headers(
        top + 1,
        [(column, across, text, "centre" if code == "~late" else "line") for code, column, across, text in columns],
    )
    source = quoted(edition.title("action"))
    for number in range(1, LATE_LINES + 1):
        row = top + 1 + number
        late = on.late[number - 1] if number <= len(on.late) else None
        at = figures.late_row(number)
        for code, column, across, _ in columns:
            value, look = _late_value(on, code, late, number)
            inner = (
                f"INDEX({figures.column('late')},{at})"
                if code == "~late"
                else _shown(on, code, source, plan.letters.get(code, ""), at)
            )
            outer = text_literal(on.word("nothing_late")) if number == 1 and code == "title" else '""'
            formula = figures.formula(f"IF({count}<{number},{outer},{inner})")
            look = look._replace(line="")
            page.put(row, column, across, Cell(value, look, formula))
    last = top + 2 + LATE_LINES
    lines = f"{page.at(top + 2, 1)}:{page.at(last - 1, COLUMNS)}"
    on.sheet.conditions.append(Condition(lines, f'${page.at(top + 2, 4)}<>""', line=LINE, below=True))
    more = max(len(on.late) - LATE_LINES, 0)
    template = on.word("more_late", count="{count}", sheet=edition.title("action"))
    text = sentence(template, {"count": f"({count}-{LATE_LINES})"})
    formula = figures.formula(f'IF({count}>{LATE_LINES},{text},"")')
    page.put(last, 1, COLUMNS, Cell(template.format(count=more) if more else "", NOTE, formula))
    return last


def _add_head(on: SummaryPage, row: int) -> None:
    """The title, and beside it which actions are late: the overview of the program counts other late things as well."""
    on.band(row, 1, _TITLE, on.word("late_list"))
    said = on.word("late_rule", delayed=on.edition.language.choice("action_status", "delayed"))
    on.page.put(row, _TITLE + 1, COLUMNS - _TITLE, Cell(said, _RULE))
    width = (COLUMNS - _TITLE) * (COLUMN_WIDTH if on.lines == 1 else WIDE_COLUMN)
    on.sheet.heights[row] = 7 + 12.5 * wrapped_lines(said, width)


def _late_value(
    on: SummaryPage, code: str, late: tuple[int, int, Action] | None, number: int
) -> tuple[str | int, Look]:
    look = CENTRED._replace(format="0") if code == "~late" else CELL
    if late is None:
        return (on.word("nothing_late") if number == 1 and code == "title" else ""), look
    quarters, _, action = late
    if code == "~late":
        return quarters, look
    text = on.edition.maker("action", code)(getattr(action, code)).value
    return shortened(str(text or ""), _ROOM.get(code, 0)), look


def _shown(on: SummaryPage, code: str, source: str, letter: str, row: str) -> str:
    """The text of a cell of the action plan in one line, shortened where it would not fit."""
    text = f"INDEX({source}!${letter}:${letter},{row})"
    room = _ROOM.get(code)
    if room is None:
        return f'{text}&""'
    line = f'SUBSTITUTE({text}&"",CHAR(10)," ")'
    return f'IF(LEN({line})>{room},LEFT({line},{room - 1})&"…",{line})'
