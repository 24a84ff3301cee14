"""The timeline: one row an action, one column a fiscal quarter, drawn by conditional formats from the action plan."""

from __future__ import annotations

from mainstreamer.domain.actions import light
from mainstreamer.domain.kinds import Action
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.action_cells import BLANK, FORMULAS, Derived
from mainstreamer.exchange.action_lines import FIRST_ROW, HEADING, Line, by_objective, plan_lines
from mainstreamer.exchange.cells import SPARE_ROWS, Cell, Condition, Sheet, quoted
from mainstreamer.exchange.checks import rule_used_rows
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.layout import fit_zoom
from mainstreamer.exchange.offers import quarters_shown
from mainstreamer.exchange.sheets_actions import Layout, layout, objective_name
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
    OBJECTIVE,
    TEXT,
    UPRIGHT,
    Look,
)

TEXT_COLUMNS: tuple[tuple[str, float], ...] = (
    ("code", 12), ("title", 38), ("leads", 24), ("start", 11), ("end", 11), ("status", 13), ("~light", 11),
)  # fmt: skip
_SUPPORT = ("~start_index", "~end_index", "~late")
"""Hidden columns. They are worked out here, not taken from the action plan, whose added rows may lack them."""

_QUARTER_WIDTH = 4.2


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
    places = len(TEXT_COLUMNS) + len(_SUPPORT)
    sheet.add([None] * (places + 1) + [Cell(quarter.index, HIDDEN) for quarter in quarters])
    sheet.blank(FIRST_ROW - 3 - len(sheet.rows))
    sheet.hidden_rows.update(range(4, FIRST_ROW - 2))
    years = [Cell(str(quarter.year) if quarter.quarter == 1 else None, BAND) for quarter in quarters]
    sheet.add([None, *(Cell(None, BAND) for _ in range(places)), *years])
    support = [Cell(code, HIDDEN) for code in _SUPPORT]
    header = sheet.add(
        [Cell("uid", HIDDEN), *(Cell(text, HEADER) for text in headers), *support]
        + [Cell(edition.language.quarter(quarter), UPRIGHT) for quarter in quarters]
    )
    lines = plan_lines(edition)
    for line in lines:
        sheet.add(_row(edition, plan, line, sheet.next_row))
    _finish(edition, sheet, headers, header, len(quarters), len(lines))
    return sheet


def _row(edition: Edition, plan: Layout, line: Line | None, row: int) -> list[Cell | None]:
    """A row of the timeline, from the row of the action plan that has the same number. A spare one waits for an action."""
    action = line.action if line is not None else None
    if line is not None and action is None:
        heading = objective_name(edition, line.objective) if line.is_a == HEADING else None
        return [None, Cell(heading, OBJECTIVE)]
    source = quoted(edition.title("action"))
    codes = [*(code for code, _ in TEXT_COLUMNS), *_SUPPORT]
    own = {code: column_letter(place) for place, code in enumerate(codes, 2)}

    def there(code: str) -> str:
        letter = plan.letters[code] if code != "uid" else "A"
        return f"INDEX({source}!${letter}:${letter},ROW())"

    def at(code: str) -> str:
        return f"${own[code]}{row}" if code in own else there(code)

    shown = _shown(edition, action)
    cells: list[Cell | None] = [Cell(action.uid if action else None, HIDDEN)]
    for code, _ in TEXT_COLUMNS:
        value, look = shown[code]
        cells.append(Cell(value, look, FORMULAS[code](at) if code in FORMULAS else f'{there(code)}&""'))
    derived = Derived(edition, action or Action(BLANK), at)
    return cells + [derived.cell(code) for code in _SUPPORT]


def _shown(edition: Edition, action: Action | None) -> dict[str, tuple[str, Look]]:
    if action is None:
        return {code: ("", CODE if code == "code" else TEXT) for code, _ in TEXT_COLUMNS}
    now = light(action, edition.today, edition.fiscal_start)
    return {
        "code": (action.code, CODE),
        "title": (action.title, TEXT),
        "leads": (str(edition.maker("action", "leads")(action.leads).value or ""), TEXT),
        "start": (edition.quarter(action.start), CENTRE),
        "end": (edition.quarter(action.end), CENTRE),
        "status": (edition.language.choice("action_status", action.status), CENTRE),
        "~light": (edition.word("light", now), CENTRE),
    }


def _finish(edition: Edition, sheet: Sheet, headers: list[str], header: int, quarters: int, rows: int) -> None:
    plan = layout(edition)
    widths = {place: width for place, (_, width) in enumerate(TEXT_COLUMNS, 2)}
    finish_table(edition, sheet, header, rows, headers, widths, blank=_row(edition, plan, None, header + 1))
    sheet.records = len(edition.records("action"))
    first = len(TEXT_COLUMNS) + len(_SUPPORT) + 2
    sheet.hidden_columns.update(range(first - len(_SUPPORT), first))
    sheet.widths.update({first + number: _QUARTER_WIDTH for number in range(quarters)})
    sheet.heights[header] = 62
    last = column_letter(first + quarters - 1)
    sheet.freeze = f"D{FIRST_ROW}"
    sheet.print_area = f"B2:{last}{len(sheet.rows)}"
    for _ in range(0 if by_objective(edition) else SPARE_ROWS):
        sheet.add(
            [None if cell is None else cell._replace(look=_bare(cell.look)) for cell in _spare(edition, plan, sheet)]
        )
    sheet.filter = f"A{header}:{column_letter(first - 1)}{len(sheet.rows)}"
    sheet.protected = True
    fit_zoom(sheet, 80)
    _draw(sheet, first, quarters, header, len(sheet.rows))


def _spare(edition: Edition, plan: Layout, sheet: Sheet) -> list[Cell | None]:
    return _row(edition, plan, None, sheet.next_row)


def _bare(look: Look) -> Look:
    """Spare rows have no lines before there is something in them."""
    return look._replace(line="")


def _draw(sheet: Sheet, first: int, quarters: int, header: int, bottom: int) -> None:
    """Bars in the colour of the traffic light, the present quarter, and the grid; the first rule that applies wins."""
    column, last = column_letter(first), column_letter(first + quarters - 1)
    grid = f"{column}{FIRST_ROW}:{last}{bottom}"
    light_letter = column_letter(len(TEXT_COLUMNS) + 1)
    start, end = (column_letter(len(TEXT_COLUMNS) + 2 + _SUPPORT.index(f"~{side}_index")) for side in ("start", "end"))
    here = f"{column}$4"
    inside = f'AND(${start}{FIRST_ROW}<>"",${end}{FIRST_ROW}<>"",{here}>=${start}{FIRST_ROW},{here}<=${end}{FIRST_ROW})'
    for name, colour in BAR_COLOURS.items():
        formula = f"AND(${light_letter}{FIRST_ROW}=light_{name},{inside})"
        sheet.conditions.append(Condition(grid, formula, colour, line=colour, stop=True))
    sheet.conditions.append(Condition(grid, f"{here}=quarter_now", ACCENT_PALE, line=LINE, stop=True))
    top = f"{column}{header}:{last}{header}"
    sheet.conditions.append(Condition(top, f"{here}=quarter_now", "D19A2E", "1D2730"))
    for name, (fill, ink) in LIGHT_COLOURS.items():
        area = f"{light_letter}{FIRST_ROW}:{light_letter}{bottom}"
        sheet.conditions.append(Condition(area, f"${light_letter}{FIRST_ROW}=light_{name}", fill, ink))
    rule_used_rows(sheet, f"B{FIRST_ROW}:{last}{bottom}", f'OR($B{FIRST_ROW}<>"",$C{FIRST_ROW}<>"")')
