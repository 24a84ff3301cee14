"""The action plan: thirty columns in the order in which ministries read them, then details; totals above the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from mainstreamer.domain.actions import total
from mainstreamer.domain.fields import Choice
from mainstreamer.domain.kinds import KINDS, Action, Objective
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.action_cells import BLANK, FORMULAS, Derived
from mainstreamer.exchange.action_lines import (
    FIRST_ROW,
    HEADING,
    TOTAL,
    Line,
    bottom_row,
    by_objective,
    glued,
    plan_lines,
)
from mainstreamer.exchange.action_marks import add_marks
from mainstreamer.exchange.cells import LAST_ROW, SPARE_ROWS, Cell, Sheet, Subject, quoted
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.formulas import text_literal
from mainstreamer.exchange.input_table import InputTable, header_row, unlike
from mainstreamer.exchange.layout import fit_header, fit_note, fitting_width, page_breaks, spread_pages
from mainstreamer.exchange.offers import offer_register
from mainstreamer.exchange.sheets_registers import add_bands, finish_table, start_table
from mainstreamer.exchange.styles import (
    CALCULATED_WHOLE,
    CENTRE,
    CODE,
    HIDDEN,
    OBJECTIVE,
    SUBTOTAL,
    TOTAL_LABEL,
    Look,
)

MAIN: tuple[tuple[str, str, float], ...] = (
    ("code", "what", 12.5), ("items", "what", 8), ("objective", "what", 17), ("plan_reference", "what", 12),
    ("sdg", "what", 8), ("title", "what", 28), ("output", "what", 19), ("level", "what", 13.5),
    ("leads", "who", 18), ("partners", "who", 18), ("contact_post", "who", 13),
    ("start", "when", 11), ("end", "when", 11), ("~quarters", "when", 9.5),
    ("cost", "money", 13), ("secured_state", "money", 13), ("secured_external", "money", 13), ("~gap", "money", 13),
    ("budget_line", "money", 10.5),
    ("~indicator", "indicator", 21), ("~baseline", "indicator", 12.5), ("~target", "indicator", 12.5),
    ("~disaggregation", "indicator", 14), ("~verification", "indicator", 17),
    ("risk", "risk", 18), ("priority", "risk", 9),
    ("status", "progress", 13), ("~light", "progress", 9), ("progress", "progress", 9),
    ("gender_marker", "markers", 9), ("rights_marker", "markers", 9),
)  # fmt: skip
"""The columns of the action plan with their band and width; `~` marks what is calculated or shown from elsewhere.

The thirtieth column of the usual format holds two markers, each its own here so that both are numbers.
"""

DETAILS: tuple[tuple[str, str, float], ...] = (
    ("contact_person", "details", 16), ("recurring", "details", 11), ("existing_resources", "details", 12),
    ("external_source", "details", 18), ("likelihood", "details", 11), ("impact", "details", 10),
    ("quick_win", "details", 9), ("blocked", "details", 10), ("progress_note", "details", 26),
    ("updated_on", "details", 11), ("updated_by", "details", 16), ("note", "details", 26),
)  # fmt: skip
"""The other fields of an action: on the screen beside the plan, not on paper."""

SUPPORT: tuple[tuple[str, str, float], ...] = (
    ("~start_index", "details", 8), ("~end_index", "details", 8), ("~late", "details", 8),
)  # fmt: skip
"""Hidden columns that the traffic light and the timeline calculate with."""

_SUPPORT_CODES = tuple(code for code, _, _ in SUPPORT)

PRINTED = {
    "code": 12.5, "objective": 17.0, "title": 34.0, "leads": 20.0, "partners": 24.0, "start": 11.0, "end": 11.0, "cost": 13.0,
    "~gap": 13.0, "~indicator": 23.0, "~baseline": 13.5, "~target": 13.5, "~verification": 25.0, "status": 13.0,
}  # fmt: skip
"""Columns of the print preset and their widths. The objective is the heading above its actions; its column is hidden."""

FORMULA_COLUMNS = (
    "objective", "title", "leads", "start", "end", "cost", "secured_state", "secured_external", "~gap", "status",
    "~light", "existing_resources", "blocked", "external_source",
)  # fmt: skip
"""Columns that totals, lights, cover, summary, budget and timeline calculate with: hidden where a preset does not show them."""

_AMOUNTS = ("cost", "secured_state", "secured_external")

TOTAL_ROW = 4
_SHOWN_ROW, _BAND_ROW = 5, 6
_HEADING_HEIGHT = 22


@dataclass(frozen=True)
class Layout:
    """Which columns stand where."""

    columns: tuple[tuple[str, str, float], ...]
    printed: int
    hidden: tuple[str, ...]

    @cached_property
    def letters(self) -> dict[str, str]:
        return {code: column_letter(place) for place, (code, _, _) in enumerate(self.columns, 2)}

    def area(self, code: str, last: int) -> str:
        """The cells of a column from the first action on."""
        letter = self.letters[code]
        return f"${letter}${FIRST_ROW}:${letter}${last}"


def layout(edition: Edition) -> Layout:
    """The columns of the preset, then, hidden, those that formulas need besides."""
    fields, grouped = edition.fields("action"), by_objective(edition)
    usual = PRINTED if grouped and not edition.spec.columns_of("action") else ()

    def shown(column: tuple[str, str, float]) -> bool:
        code = column[0]
        known = edition.spec.shows("action", code) if code.startswith("~") else code in fields
        return code in usual if usual else known

    columns = [*filter(shown, MAIN), *filter(shown, DETAILS)]
    there = {code for code, _, _ in columns}
    printed = len(columns) if edition.spec.columns_of("action") else sum(1 for column in columns if column in MAIN)
    support = [column for column in MAIN + DETAILS if column[0] in FORMULA_COLUMNS and column[0] not in there]
    hidden = [code for code, _, _ in (*support, *SUPPORT)]
    if grouped:
        columns = [(code, band, PRINTED.get(code, width)) for code, band, width in columns]
        hidden += ["objective"]  # the heading above its actions
    return Layout((*columns, *support, *SUPPORT), printed, tuple(hidden))


def action_sheet(edition: Edition) -> Sheet:
    """The action plan with totals, gap and traffic light as formulas."""
    sheet = edition.sheet("action", "plan")
    plan = layout(edition)
    codes = [code for code, _, _ in plan.columns]
    headers = unlike([_header(edition, code) for code in codes])
    start_table(sheet, "action", ("uid", *codes), _note(edition))
    sheet.add(_totals(edition, plan))
    sheet.add(_shown(edition, plan))
    sheet.heights.update({TOTAL_ROW: 20, _SHOWN_ROW: 18, _BAND_ROW: 18})
    add_bands(sheet, [edition.word("band", band) for _, band, _ in plan.columns])
    header = sheet.add(header_row(codes, headers))
    table = InputTable(
        edition, sheet, "action", codes, headers, header, formulas=FORMULAS, guards=_guards(edition),
        looks=_looks(edition), spare=0 if by_objective(edition) else SPARE_ROWS,
    )  # fmt: skip
    lines = plan_lines(edition)
    for line in lines:
        if line.action is not None:
            cells = _row(edition, table, line.action, sheet.next_row)
            sheet.add(cells, Subject("action", line.action.uid, ("uid", *codes)))
        else:
            where = sheet.add(_between(edition, plan, line, sheet.next_row))
            sheet.heights[where] = _HEADING_HEIGHT
    places = {code: place for place, code in enumerate(codes, 2)}
    sheet.hidden_columns.update(places[code] for code in plan.hidden)
    blank = _row(edition, table, None, sheet.next_row)
    finish_table(edition, sheet, header, len(lines), headers, _widths(edition, plan), blank=blank)
    sheet.records = len(edition.records("action"))
    _finish(edition, table, plan)
    return sheet


def _note(edition: Edition) -> str:
    """On money and totals, and what the colours of the sheet mean."""
    keys = ("totals", "compulsory") if by_objective(edition) else ("shaded", "compulsory")
    words = (edition.word("note", key) for key in keys)
    return " ".join((edition.money_note(), *words))


def _guards(edition: Edition) -> dict[str, tuple[str, str]]:
    """Columns that show the indicators of an action say from which sheet they come."""
    shown = ("~indicator", "~baseline", "~target", "~disaggregation", "~verification")
    there = "action_indicator" in edition.spec.wanted
    where = ("elsewhere", edition.title("action_indicator")) if there else ("in_program", "")
    return dict.fromkeys(shown, where)


def _looks(edition: Edition) -> dict[str, Look]:
    return {"code": CODE, "~gap": edition.gap_look, "~quarters": CALCULATED_WHOLE, "~light": CENTRE} | dict.fromkeys(
        _AMOUNTS, edition.money_look
    )


def _finish(edition: Edition, table: InputTable, plan: Layout) -> None:
    sheet, header, first = table.sheet, table.header, table.first
    sheet.title_rows = f"{header - 1}:{header}"
    sheet.freeze = f"C{first}"
    last_column = column_letter(plan.printed + 1)
    if by_objective(edition):
        sheet.filter = ""
        sheet.hidden_rows.add(_SHOWN_ROW)
        fit_header(sheet, header, table.headers)
        sheet.print_area = f"B2:{last_column}{max(len(sheet.rows), first)}"
        fit_note(sheet)
        sheet.breaks = page_breaks(sheet, header, glued(plan_lines(edition)))
    else:
        spread_pages(sheet, 2, plan.printed + 1, list(table.codes).index("title") + 2)
        sheet.print_area = f"B2:{last_column}{LAST_ROW}"
        offer_register(edition, sheet, "action", list(table.codes).index("code") + 2, first)
    add_marks(table)
    table.furnish(table=not by_objective(edition))


def _widths(edition: Edition, plan: Layout) -> dict[int, float]:
    """Fixed widths, so that the plan looks the same every time; amounts get what the largest total needs, and the last printed
    column what the title of its band does."""
    found = total(edition.plan.actions)
    largest = max(found.cost, found.state, found.external, found.gap)
    decimals = 2 if "." in edition.money_look.format else 0
    amounts = dict.fromkeys((*_AMOUNTS, "~gap"), 1.15 * len(f"{largest:,.{decimals}f}") + 3)
    amounts["~gap"] += 1.15 * len(edition.word("column", "surplus")) if found.surplus else 0
    widths = {
        place: max(width, round(amounts.get(code) or _choice_width(edition, code), 1))
        for place, (code, _, width) in enumerate(plan.columns, 2)
    }
    last, band = plan.printed + 1, edition.word("band", plan.columns[plan.printed - 1][1])
    widths[last] = max(widths[last], round(fitting_width(band, bold=True), 1))
    return widths


def _choice_width(edition: Edition, code: str) -> float:
    """What the longest word of a list needs, so that it is never broken."""
    kind = KINDS["action"].fields[code].type if code in KINDS["action"].fields else None
    if not isinstance(kind, Choice):
        return 0
    words = (word for each in kind.codes for word in edition.language.choice(kind.choices, each).split())
    return max(map(fitting_width, words), default=0)


def _header(edition: Edition, code: str) -> str:
    language = edition.language
    if code in ("~gap", "cost", "secured_state", "secured_external"):
        label = edition.word("column", "gap") if code == "~gap" else language.field("action", code)
        return edition.amount_header(label)
    if code == "leads":
        return edition.word("column", "lead")
    return edition.word("column", code[1:]) if code.startswith("~") else language.field("action", code)


def _amounts(edition: Edition) -> dict[str, Decimal]:
    found = total(edition.plan.actions)
    return dict(zip((*_AMOUNTS, "~gap"), (found.cost, found.state, found.external, found.gap), strict=True))


def _totals(edition: Edition, plan: Layout) -> list[Cell | None]:
    """The row of totals: the same sums that `mainstreamer.domain.actions.total` gives."""
    last = bottom_row(edition)
    amounts = {
        code: (value, sum_formula(edition, plan, code, FIRST_ROW, last)) for code, value in _amounts(edition).items()
    }
    row = _money_row(edition, plan, None, edition.word("column", "total"), amounts)
    beyond = beyond_formula(edition)
    label = next((place for place, cell in enumerate(row) if beyond and cell is not None and cell.value), None)
    if label is not None and (cell := row[label]) is not None and isinstance(cell.value, str) and not cell.formula:
        row[label] = cell._replace(
            formula=f"IF({beyond},{text_literal(beyond_words(edition))},{text_literal(cell.value)})"
        )
    return row


def beyond_formula(edition: Edition) -> str:
    """True when something stands below the rows that totals take in; nothing where rows are not added at the end."""
    if by_objective(edition):
        return ""
    source, until = quoted(edition.title("action")), layout(edition).letters["title"]
    return f"COUNTA({source}!$B${bottom_row(edition) + 1}:${until}${LAST_ROW})>0"


def beyond_words(edition: Edition) -> str:
    return edition.word("note", "beyond", row=bottom_row(edition))


def _shown(edition: Edition, plan: Layout) -> list[Cell | None]:
    """The same sums over the rows that the filter shows."""
    last = bottom_row(edition)
    amounts = {
        code: (value, sum_formula(edition, plan, code, FIRST_ROW, last, shown=True))
        for code, value in _amounts(edition).items()
    }
    return _money_row(edition, plan, None, edition.word("column", "shown"), amounts)


def sum_formula(edition: Edition, plan: Layout, code: str, first: int, last: int, *, shown: bool = False) -> str:
    """What the rows from `first` to `last`, or those of them that are shown, add up to: cancelled actions and subtotals left
    out, of gaps the positive ones.

    Gaps are worked out from the amounts, for in an added row nobody may have filled in the formula of the gap; with a text
    among the amounts the column of gaps is added up.
    """

    def area(name: str) -> str:
        letter = "A" if name == "uid" else plan.letters[name]
        return f"${letter}${first}:${letter}${last}"

    def each_shown(function: int, name: str) -> str:
        top = f"${plan.letters[name]}${first}"
        return f"SUBTOTAL({function},OFFSET({top},ROW({area(name)})-ROW({top}),0))"

    conditions = [f'{area("status")},"<>"&status_cancelled']
    tests = [f"--({area('status')}<>status_cancelled)"]
    if by_objective(edition):
        conditions.append(f'{area("uid")},"<>~~*"')
        tests.append(f'--(LEFT({area("uid")})<>"~")')
    if code != "~gap":
        summed = f"SUMIFS({area(code)},{','.join(conditions)})"
        return f"SUMPRODUCT({each_shown(109, code)},{','.join(tests)})" if shown else summed
    plain = ",".join((*conditions, f'{area(code)},">0"'))
    summed = f"SUMIFS({area(code)},{plain})"
    if shown:
        summed = f"SUMPRODUCT({each_shown(109, code)},--({area(code)}>0),{','.join(tests)})"
        tests.append(each_shown(103, "cost"))
    gap = f"({area('cost')}-{area('secured_state')}-{area('secured_external')})"
    tests.append(f'--((({area("cost")}<>"")+({area("existing_resources")}=word_yes))>0)')
    return f"IFERROR(SUMPRODUCT({','.join(tests)},--({gap}>0),{gap}),{summed})"


def _money_row(
    edition: Edition,
    plan: Layout,
    mark: str | None,
    label: str,
    amounts: Mapping[str, tuple[Decimal, str]],
    like: Look = TOTAL_LABEL,
) -> list[Cell | None]:
    look = edition.money_look._replace(font="strong", align="figure", fill=like.fill, line=like.line, locked=True)
    cells: list[Cell | None] = [Cell(mark, HIDDEN)]
    where = 0 if by_objective(edition) else 1  # beside the code, which stays in sight
    for place, (code, _, _) in enumerate(column for column in plan.columns if column not in SUPPORT):
        if code in amounts:
            cells.append(Cell(amounts[code][0], look, amounts[code][1]))
        else:
            cells.append(Cell(label if place == where else None, like))
    return cells


def _between(edition: Edition, plan: Layout, line: Line, row: int) -> list[Cell | None]:
    """The heading of an objective, its subtotal, or the total at the end."""
    name = objective_name(edition, line.objective)
    if line.is_a == HEADING:
        cells: list[Cell | None] = [Cell(line.is_a, HIDDEN), Cell(name, OBJECTIVE)]
        return cells + [Cell(None, OBJECTIVE)] * (len(plan.columns) - 1)
    if line.is_a == TOTAL:
        ends = {code: (value, f"{plan.letters[code]}${TOTAL_ROW}") for code, value in _amounts(edition).items()}
        return _money_row(edition, plan, line.is_a, edition.word("column", "total"), ends)
    found = total(each.action for each in plan_lines(edition)[line.first - FIRST_ROW : row - FIRST_ROW] if each.action)
    values = zip((*_AMOUNTS, "~gap"), (found.cost, found.state, found.external, found.gap), strict=True)
    sums = {code: (value, sum_formula(edition, plan, code, line.first, row - 1)) for code, value in values}
    return _money_row(edition, plan, line.is_a, edition.word("column", "subtotal"), sums, SUBTOTAL)


def objective_name(edition: Edition, objective: Objective | None) -> str:
    """Code, title, target and year of an objective, or that there is none."""
    if objective is None:
        return edition.word("note", "no_objective")
    name = " ".join(filter(None, (objective.code, objective.title)))
    if not objective.target:
        return name
    year = f" ({objective.target_year})" if objective.target_year is not None else ""
    return f"{name}  ·  {edition.language.field('objective', 'target')}: {objective.target}{year}"


def _row(edition: Edition, table: InputTable, action: Action | None, row: int) -> list[Cell | None]:
    """The row of an action, or a blank one to write into."""
    shown = Derived(edition, action or Action(BLANK), table.at(row))
    cells: list[Cell | None] = [Cell(action.uid, HIDDEN) if action else None]
    for code in table.codes:
        if code.startswith("~"):
            cells.append(shown.cell(code))
        else:
            cell = edition.maker("action", code)(getattr(shown.action, code))
            look = table.looks.get(code, cell.look)
            cells.append(cell if look is cell.look else Cell(cell.value, look))
    return cells
