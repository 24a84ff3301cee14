"""The timeline: one row an action, one column a fiscal quarter, drawn by conditional formats from the action plan."""

from __future__ import annotations

from mainstreamer.domain.actions import light
from mainstreamer.domain.calendar import Quarter, quarter_of
from mainstreamer.domain.kinds import Action
from mainstreamer.exchange.cells import Cell, Condition, Sheet, column_letter, quoted
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.sheets_actions import FIRST_ROW, Layout, layout
from mainstreamer.exchange.sheets_registers import finish_table, start_table
from mainstreamer.exchange.styles import (
    ACCENT_PALE,
    BAND,
    BAR_COLOURS,
    CENTRE,
    CODE,
    HEADER,
    HIDDEN,
    LIGHT_COLOURS,
    LINE,
    TEXT,
    UPRIGHT,
)

MOST_QUARTERS = 80
"""Twenty years: a slip of the pen in one date must not draw a thousand columns."""

TEXT_COLUMNS: tuple[tuple[str, float], ...] = (
    ("code", 12), ("title", 44), ("leads", 26), ("start", 11), ("end", 11), ("status", 13), ("~light", 11),
)  # fmt: skip
_INDEXES = ("~start_index", "~end_index")
_QUARTER_WIDTH = 4.2


def quarters_shown(edition: Edition) -> tuple[list[Quarter], bool]:
    """The quarters from the first to the last year of the plan and its actions, and whether some had to be left out."""
    frame = edition.plan.frame
    dates = [quarter for row in edition.plan.actions for quarter in (row.start, row.end) if quarter is not None]
    years = [year for year in (frame.start_year, frame.end_year) if year is not None] + [day.year for day in dates]
    if not years:
        years = [quarter_of(edition.today, edition.fiscal_start).year]
    first = frame.start_year if frame.start_year is not None else min(years)
    first = max(min(years), first - MOST_QUARTERS // 8)
    whole = [Quarter(first, 1).plus(number) for number in range((max(years) - first + 1) * 4)]
    return whole[:MOST_QUARTERS], len(whole) > MOST_QUARTERS


def timeline_sheet(edition: Edition) -> Sheet:
    """The timeline. Its texts are formulas over the action plan, row by row, so that it follows changes and sorting."""
    sheet = edition.sheet("timeline", "plan")
    plan = layout(edition)
    quarters, cut = quarters_shown(edition)
    words = [edition.language.field("action", code) for code in ("code", "title")]
    words += [
        edition.word("column", "lead"),
        *(edition.language.field("action", code) for code in ("start", "end", "status")),
    ]
    headers = [*words, edition.word("column", "light")]
    note = edition.word("note", "timeline") + (
        f" {edition.word('note', 'timeline_cut', last=edition.language.quarter(quarters[-1]))}" if cut else ""
    )
    start_table(sheet, "timeline", ("uid",), note)
    places = len(TEXT_COLUMNS) + len(_INDEXES)
    sheet.add([None] * (places + 1) + [Cell(quarter.index, HIDDEN) for quarter in quarters])
    sheet.hidden_rows.add(4)
    years = [Cell(str(quarter.year) if quarter.quarter == 1 else None, BAND) for quarter in quarters]
    sheet.add([None, *(Cell(None, BAND) for _ in TEXT_COLUMNS), None, None, *years])
    header = sheet.add(
        [Cell("uid", HIDDEN), *(Cell(text, HEADER) for text in headers), Cell(None, HIDDEN), Cell(None, HIDDEN)]
        + [Cell(edition.language.quarter(quarter), UPRIGHT) for quarter in quarters]
    )
    for action in edition.plan.actions:
        sheet.add(_row(edition, plan, action))
    _finish(edition, sheet, headers, header, len(quarters))
    return sheet


def _row(edition: Edition, plan: Layout, action: Action) -> list[Cell | None]:
    source = quoted(edition.title("action"))
    start, end = action.start, action.end
    shown = {
        "code": (action.code, CODE),
        "title": (action.title, TEXT),
        "leads": (edition.maker("action", "leads")(action.leads).value or "", TEXT),
        "start": (edition.quarter(start), CENTRE),
        "end": (edition.quarter(end), CENTRE),
        "status": (edition.language.choice("action_status", action.status), CENTRE),
        "~light": (edition.word("light", light(action, edition.today, edition.fiscal_start)), CENTRE),
    }
    cells: list[Cell | None] = [Cell(action.uid, HIDDEN)]
    for code, _ in TEXT_COLUMNS:
        value, look = shown[code]
        letter = plan.letters[code]
        cells.append(Cell(value, look, f'INDEX({source}!${letter}:${letter},ROW())&""'))
    for code, quarter in zip(_INDEXES, (start, end), strict=True):
        letter = plan.letters[code]
        cells.append(
            Cell("" if quarter is None else quarter.index, HIDDEN, f"INDEX({source}!${letter}:${letter},ROW())")
        )
    return cells


def _finish(edition: Edition, sheet: Sheet, headers: list[str], header: int, quarters: int) -> None:
    widths = {place: width for place, (_, width) in enumerate(TEXT_COLUMNS, 2)}
    finish_table(edition, sheet, header, len(edition.plan.actions), headers, widths)
    first = len(TEXT_COLUMNS) + len(_INDEXES) + 2
    sheet.hidden_columns.update(range(first - len(_INDEXES), first))
    sheet.widths.update({first + number: _QUARTER_WIDTH for number in range(quarters)})
    sheet.heights[header] = 62
    last = column_letter(first + quarters - 1)
    bottom = FIRST_ROW + max(len(edition.plan.actions), 1) - 1
    sheet.freeze = f"D{FIRST_ROW}"
    sheet.print_area = f"B2:{last}{bottom}"
    _draw(sheet, first, quarters, header, bottom)


def _draw(sheet: Sheet, first: int, quarters: int, header: int, bottom: int) -> None:
    """Bars in the colour of the traffic light, the present quarter, and the grid; the first rule that applies wins."""
    column, last = column_letter(first), column_letter(first + quarters - 1)
    grid = f"{column}{FIRST_ROW}:{last}{bottom}"
    light_letter = column_letter(len(TEXT_COLUMNS) + 1)
    start, end = column_letter(first - 2), column_letter(first - 1)
    here = f"{column}$4"
    inside = f'AND(${start}{FIRST_ROW}<>"",${end}{FIRST_ROW}<>"",{here}>=${start}{FIRST_ROW},{here}<=${end}{FIRST_ROW})'
    for name, colour in BAR_COLOURS.items():
        formula = f"AND(${light_letter}{FIRST_ROW}=light_{name},{inside})"
        sheet.conditions.append(Condition(grid, formula, colour, line=colour, stop=True))
    sheet.conditions.append(Condition(grid, f"{here}=quarter_now", ACCENT_PALE, line=LINE, stop=True))
    sheet.conditions.append(Condition(grid, f'$B{FIRST_ROW}&$C{FIRST_ROW}<>""', line=LINE))
    top = f"{column}{header}:{last}{header}"
    sheet.conditions.append(Condition(top, f"{here}=quarter_now", "D19A2E", "1D2730"))
    for name, (fill, ink) in LIGHT_COLOURS.items():
        area = f"{light_letter}{FIRST_ROW}:{light_letter}{bottom}"
        sheet.conditions.append(Condition(area, f"${light_letter}{FIRST_ROW}=light_{name}", fill, ink))
