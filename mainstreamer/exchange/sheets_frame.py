"""The frame of the plan: its fields one below the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mainstreamer.domain.kinds import KINDS
from mainstreamer.exchange.cells import Cell, Condition, Sheet, Subject
from mainstreamer.exchange.checks import MISSING, NOT_BEFORE, field_check
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.input_table import column_comment
from mainstreamer.exchange.layout import fit_heights
from mainstreamer.exchange.styles import BAND, HEADER, HIDDEN, LIGHT_COLOURS, NOTE, PLAIN, TITLE

_KIND = "plan"

_DRAWN_TOGETHER = 1100.0
"""Points of rows that can still be read when they are drawn together on one page."""


def frame_sheet(edition: Edition) -> Sheet:
    """All fields of the plan's frame, one below the other."""
    sheet = edition.sheet("frame", "front")
    frame = edition.plan.frame
    sheet.add([Cell("mainstreamer:plan:frame", HIDDEN), Cell("uid", HIDDEN), Cell(frame.uid, HIDDEN)])
    sheet.hidden_rows.add(1)
    sheet.hidden_columns.add(1)
    sheet.add([None, Cell(sheet.title, TITLE)])
    sheet.heights[2] = 24
    sheet.add([None, Cell(f"{edition.word('note', 'frame')} {edition.word('note', 'compulsory')}", NOTE)])
    header = sheet.add(
        [None, Cell(edition.word("column", "field"), HEADER), Cell(edition.word("column", "value"), HEADER)]
    )
    group = ""
    shown = edition.fields(_KIND)
    for name in (name for names in KINDS[_KIND].groups.values() for name in names if name in shown):
        if shown[name].group != group:
            group = shown[name].group
            sheet.add([None, Cell(edition.language.word("group", _KIND, group), BAND), Cell(None, BAND)])
        cell = edition.maker(_KIND, name)(getattr(frame, name))
        look = cell.look._replace(align="text")
        subject = Subject(_KIND, frame.uid, ("", "", name))
        sheet.add(
            [
                Cell(name, HIDDEN),
                Cell(edition.language.field(_KIND, name), PLAIN._replace(line="thin")),
                cell._replace(look=look),
            ],
            subject,
        )
    _furnish(edition, sheet, header + 1)
    sheet.records = 1
    sheet.widths.update({1: 10, 2: 38, 3: 90})
    sheet.freeze = f"C{header + 1}"
    sheet.print_area = f"B2:C{len(sheet.rows)}"
    sheet.title_rows = f"{header}:{header}"
    sheet.heights[header] = 22
    fit_heights(sheet, header + 1)
    sheet.pages_high = int(sum(sheet.fitted_heights.values()) < _DRAWN_TOGETHER)
    return sheet


def _furnish(edition: Edition, sheet: Sheet, first: int) -> None:
    """Checks, comments and marks of the cells in column C, one field a row."""
    rows = {str(row[0].value): place for place, row in enumerate(sheet.rows[first - 1 :], first) if row[0] is not None}
    for name, row in rows.items():
        check = field_check(edition, _KIND, name, f"C{row}", _cell_of(rows))
        sheet.checks += [] if check is None else [check]
        if comment := column_comment(edition, _KIND, name):
            sheet.comments[f"B{row}"] = comment
        if KINDS[_KIND].fields[name].compulsory:
            sheet.conditions.append(Condition(f"C{row}", f'TRIM($C${row})=""', MISSING))
        before = rows.get(NOT_BEFORE.get((_KIND, name), ""))
        if before:
            reversed_ = f"AND(ISNUMBER($C${before}),ISNUMBER($C${row}),$C${row}<$C${before})"
            sheet.conditions.append(Condition(f"C{row}", reversed_, *LIGHT_COLOURS["red"]))


def _cell_of(rows: Mapping[str, int]) -> Callable[[str], str]:
    return lambda name: f"$C${rows[name]}" if name in rows else ""
