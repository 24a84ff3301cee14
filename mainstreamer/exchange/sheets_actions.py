"""The action plan: thirty columns in the order in which ministries read them, then details; totals above the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from mainstreamer.domain.actions import gap, light, quarters_late, total
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import Action, ActionIndicator
from mainstreamer.exchange.cells import SPARE_ROWS, Cell, Condition, Sheet, Subject, column_letter
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.formulas import quarter_index
from mainstreamer.exchange.sheets_registers import add_bands, add_choice_lists, finish_table, start_table
from mainstreamer.exchange.styles import (
    CALCULATED,
    CALCULATED_WHOLE,
    CODE,
    GROUND,
    HEADER,
    HIDDEN,
    LIGHT_COLOURS,
    TOTAL_LABEL,
    Look,
)

MAIN: tuple[tuple[str, str, float], ...] = (
    ("code", "what", 11), ("items", "what", 8), ("objective", "what", 17), ("plan_reference", "what", 12),
    ("sdg", "what", 8), ("title", "what", 28), ("output", "what", 19), ("level", "what", 13.5),
    ("leads", "who", 18), ("partners", "who", 18), ("contact_post", "who", 13),
    ("start", "when", 11), ("end", "when", 11), ("~quarters", "when", 9.5),
    ("cost", "money", 13), ("secured_state", "money", 13), ("secured_external", "money", 13), ("~gap", "money", 13),
    ("budget_line", "money", 10.5),
    ("~indicator", "indicator", 21), ("~baseline", "indicator", 12.5), ("~target", "indicator", 12.5),
    ("~disaggregation", "indicator", 14), ("~verification", "indicator", 17),
    ("risk", "risk", 18), ("priority", "risk", 9),
    ("status", "progress", 11), ("~light", "progress", 9), ("progress", "progress", 9),
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

PRINTED = (
    "code", "objective", "title", "leads", "partners", "start", "end", "cost", "~gap", "~indicator", "~baseline",
    "~target", "~verification", "status",
)  # fmt: skip
"""Columns of the print preset."""

FORMULA_COLUMNS = (
    "title", "leads", "start", "end", "cost", "secured_state", "secured_external", "~gap", "status", "~light",
    "existing_resources", "blocked",
)  # fmt: skip
"""Columns that totals, lights, cover and timeline calculate with: hidden where a preset does not show them."""

_AMOUNTS = ("cost", "secured_state", "secured_external")

FIRST_ROW = 7
"""First row with an action, here and on the timeline."""


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
        letter = self.letters[code]
        return f"${letter}${FIRST_ROW}:${letter}${last}"


def layout(edition: Edition) -> Layout:
    """The columns of the preset, then, hidden, those that formulas need besides."""
    fields = edition.fields("action")
    usual = PRINTED if edition.preset == "print" and not edition.spec.columns_of("action") else ()

    def shown(column: tuple[str, str, float]) -> bool:
        code = column[0]
        known = edition.spec.shows("action", code) if code.startswith("~") else code in fields
        return code in usual if usual else known

    main, details = filter(shown, MAIN), filter(shown, DETAILS)
    columns = (*main, *details)
    there = {code for code, _, _ in columns}
    printed = len(columns) if edition.spec.columns_of("action") else sum(1 for column in columns if column in MAIN)
    support = tuple(column for column in MAIN + DETAILS if column[0] in FORMULA_COLUMNS and column[0] not in there)
    support += SUPPORT
    return Layout(columns + support, printed, tuple(code for code, _, _ in support))


def bottom_row(edition: Edition) -> int:
    """The last row that totals take in: spare rows below the actions belong to it."""
    return FIRST_ROW + len(edition.plan.actions) + SPARE_ROWS


def action_sheet(edition: Edition) -> Sheet:
    """The action plan with totals, gap and traffic light as formulas."""
    sheet = edition.sheet("action", "plan")
    plan = layout(edition)
    codes = ("uid", *(code for code, _, _ in plan.columns))
    headers = [_header(edition, code) for code, _, _ in plan.columns]
    note = " ".join((edition.money_note(), edition.word("note", "totals"), edition.word("note", "shaded")))
    start_table(sheet, "action", codes, note)
    sheet.add(_totals(edition, plan))
    sheet.heights.update({4: 20, 5: 18})
    add_bands(sheet, [edition.word("band", band) for _, band, _ in plan.columns])
    header = sheet.add([Cell("uid", HIDDEN), *(Cell(text, HEADER) for text in headers)])
    for action in edition.plan.actions:
        sheet.add(_row(edition, plan, action, sheet.next_row), Subject("action", action.uid, codes))
    sheet.hidden_columns.update(column for column, (code, _, _) in enumerate(plan.columns, 2) if code in plan.hidden)
    widths = _widths(edition, plan)
    finish_table(edition, sheet, header, len(edition.plan.actions), headers, widths)
    _finish(edition, sheet, plan, header)
    return sheet


def _finish(edition: Edition, sheet: Sheet, plan: Layout, header: int) -> None:
    places = {code: place for place, (code, _, _) in enumerate(plan.columns, 2)}
    sheet.print_area = f"B2:{column_letter(plan.printed + 1)}{header + max(sheet.records, 1)}"
    sheet.title_rows = f"{header - 1}:{header}"
    sheet.freeze = f"{column_letter(places['title'] + 1)}{FIRST_ROW}"
    last = bottom_row(edition)
    if edition.preset != "print":
        add_choice_lists(edition, sheet, "action", [code for code, _, _ in plan.columns], FIRST_ROW)
    letter = plan.letters["~light"]
    for name, (fill, ink) in LIGHT_COLOURS.items():
        area = f"{letter}{FIRST_ROW}:{letter}{last}"
        sheet.conditions.append(Condition(area, f"${letter}{FIRST_ROW}=light_{name}", fill, ink))
    letter = plan.letters["~gap"]
    area = f"{letter}{FIRST_ROW}:{letter}{last}"
    sheet.conditions.append(
        Condition(area, f"AND(ISNUMBER(${letter}{FIRST_ROW}),${letter}{FIRST_ROW}>0)", "", "A8322A")
    )


def _widths(edition: Edition, plan: Layout) -> dict[int, float]:
    """Fixed widths, so that the plan looks the same every time; amounts get what the largest total needs."""
    found = total(edition.plan.actions)
    largest = max(found.cost, found.state, found.external, found.gap)
    needed = 1.15 * len(f"{largest:,.{2 if '.' in edition.money_look.format else 0}f}") + 3
    amounts = ("cost", "secured_state", "secured_external", "~gap")
    return {
        place: max(width, round(needed, 1)) if code in amounts else width
        for place, (code, _, width) in enumerate(plan.columns, 2)
    }


def _header(edition: Edition, code: str) -> str:
    language = edition.language
    if code in ("~gap", "cost", "secured_state", "secured_external"):
        label = edition.word("column", "gap") if code == "~gap" else language.field("action", code)
        return edition.amount_header(label)
    if code in _SUPPORT_CODES:
        return ""
    if code == "leads":
        return edition.word("column", "lead")
    return edition.word("column", code[1:]) if code.startswith("~") else language.field("action", code)


def _totals(edition: Edition, plan: Layout) -> list[Cell | None]:
    """The row of totals: the same sums that `mainstreamer.domain.actions.total` gives."""
    found = total(edition.plan.actions)
    last = bottom_row(edition)
    look = edition.money_look._replace(font="strong", align="figure", fill=TOTAL_LABEL.fill, line="")
    kept = f'{plan.area("status", last)},"<>"&status_cancelled'
    amounts = {
        "cost": (found.cost, ""),
        "secured_state": (found.state, ""),
        "secured_external": (found.external, ""),
        "~gap": (found.gap, f',{plan.area("~gap", last)},">0"'),
    }
    cells: list[Cell | None] = [None]
    for code, _, _ in (column for column in plan.columns if column not in SUPPORT):
        if code in amounts:
            value, more = amounts[code]
            cells.append(Cell(value, look, f"SUMIFS({plan.area(code, last)},{kept}{more})"))
        else:
            cells.append(Cell(edition.word("column", "total") if code == "code" else None, TOTAL_LABEL))
    return cells


def _row(edition: Edition, plan: Layout, action: Action, row: int) -> list[Cell | None]:
    shown = _Derived(edition, plan, action, row)
    cells: list[Cell | None] = [Cell(action.uid, HIDDEN)]
    for code, _, _ in plan.columns:
        if code.startswith("~"):
            cells.append(shown.cell(code))
        else:
            cell = edition.maker("action", code)(getattr(action, code))
            look = CODE if code == "code" else edition.money_look if code in _AMOUNTS else cell.look
            cells.append(cell if look is cell.look else Cell(cell.value, look))
    return cells


@dataclass(frozen=True)
class _Derived:
    """Cells of one action that are calculated, or shown from its indicators."""

    edition: Edition
    plan: Layout
    action: Action
    row: int

    def cell(self, code: str) -> Cell:
        return _DERIVED_CELLS[code](self)

    @property
    def indicators(self) -> tuple[ActionIndicator, ...]:
        return self.edition.plan.action_indicators.get(self.action.uid, ())

    def at(self, code: str) -> str:
        return f"{self.plan.letters[code]}{self.row}"

    def quarters(self) -> Cell:
        start, end = self.at("~start_index"), self.at("~end_index")
        known = self.action.start is not None and self.action.end is not None
        value = self.action.end.index - self.action.start.index + 1 if self.action.end and self.action.start else None
        return Cell(value if known else "", CALCULATED_WHOLE, f'IF(OR({start}="",{end}=""),"",{end}-{start}+1)')

    def gap(self) -> Cell:
        cost, state, external = self.at("cost"), self.at("secured_state"), self.at("secured_external")
        formula = f'IF(AND({cost}="",{self.at("existing_resources")}<>word_yes),"",N({cost})-N({state})-N({external}))'
        value = gap(self.action)
        look = self.edition.money_look._replace(fill=GROUND)
        return Cell("" if value is None else value, look, formula)

    def index(self, side: str, quarter: Quarter | None) -> Cell:
        """The quarters since year 0, from the text of the quarter beside it."""
        formula = quarter_index(self.at(side))
        return Cell("" if quarter is None else quarter.index, HIDDEN, formula)

    def late(self) -> Cell:
        """As `mainstreamer.domain.actions.quarters_late`."""
        status, start, end = self.at("status"), self.at("~start_index"), self.at("~end_index")
        waiting = f'AND(OR({status}="",{status}=status_not_started),{start}<>"")'
        formula = (
            f"IF(OR({status}=status_done,{status}=status_cancelled),0,"
            f'MAX(0,IF({end}="",0,quarter_now-N({end})),IF({waiting},quarter_now-N({start}),0)))'
        )
        return Cell(quarters_late(self.action, self.edition.today, self.edition.fiscal_start), HIDDEN, formula)

    def light(self) -> Cell:
        """As `mainstreamer.domain.actions.light`."""
        status, late = self.at("status"), self.at("~late")
        formula = (
            f"IF({status}=status_cancelled,light_grey,IF({status}=status_done,light_green,"
            f"IF(OR({self.at('blocked')}=word_yes,{late}>1),light_red,"
            f"IF(OR({late}=1,{status}=status_at_risk,{status}=status_delayed),light_amber,"
            f"IF({status}=status_on_track,light_green,light_grey)))))"
        )
        now = light(self.action, self.edition.today, self.edition.fiscal_start)
        return Cell(self.edition.word("light", now), CALCULATED._replace(align="centre"), formula)

    def disaggregation(self) -> Cell:
        codes = dict.fromkeys(code for row in self.indicators for code in row.disaggregation)
        words = (self.edition.language.choice("disaggregation", code) for code in codes)
        return Cell("; ".join(words) or None, CALCULATED)

    def verification(self) -> Cell:
        lines = dict.fromkeys(filter(None, (verification_text(self.edition, row) for row in self.indicators)))
        return Cell("\n".join(lines) or None, CALCULATED)


_DERIVED_CELLS: dict[str, Callable[[_Derived], Cell]] = {
    "~quarters": _Derived.quarters,
    "~gap": _Derived.gap,
    "~indicator": lambda shown: indicator_names(shown.edition, shown.indicators),
    "~baseline": lambda shown: first_value(shown.edition, shown.indicators, "baseline"),
    "~target": lambda shown: first_value(shown.edition, shown.indicators, "target"),
    "~disaggregation": _Derived.disaggregation,
    "~verification": _Derived.verification,
    "~light": _Derived.light,
    "~start_index": lambda shown: shown.index("start", shown.action.start),
    "~end_index": lambda shown: shown.index("end", shown.action.end),
    "~late": _Derived.late,
}


def indicator_names(edition: Edition, rows: Sequence[ActionIndicator]) -> Cell:
    """The first indicator by name; further ones in lines of their own with their values, so that none is lost."""
    if not rows:
        return Cell(None, CALCULATED)
    lines = [_indicator_name(edition, rows[0])]
    for number, row in enumerate(rows[1:], 2):
        values = " → ".join(filter(None, (_value_text(edition, row, "baseline"), _value_text(edition, row, "target"))))
        lines.append(f"{number}. {_indicator_name(edition, row)}" + (f": {values}" if values else ""))
    if len(rows) > 1 and edition.preset != "print":
        sheet = edition.title("action_indicator")
        lines.append(edition.word("note", "more", count=len(rows) - 1, sheet=sheet))
    return Cell("\n".join(lines), CALCULATED)


def _indicator_name(edition: Edition, row: ActionIndicator) -> str:
    name = row.name or edition.language.choice("indicator", row.indicator)
    return f"{name} ({row.unit})" if row.unit and name else name or row.unit


def _value_text(edition: Edition, row: ActionIndicator, side: str) -> str:
    value: Decimal | None = getattr(row, side)
    year: int | None = getattr(row, f"{side}_year")
    if value is None:
        due = row.baseline_due if side == "baseline" else None
        return edition.word("note", "due", quarter=edition.language.quarter(due)) if due is not None else ""
    return edition.language.number(value) + (f" ({year})" if year is not None else "")


def first_value(edition: Edition, rows: Sequence[ActionIndicator], side: str) -> Cell:
    """The first indicator's baseline or target: a number whose format shows the year, or when it will be known."""
    if not rows:
        return Cell(None, CALCULATED)
    value: Decimal | None = getattr(rows[0], side)
    if value is None:
        return Cell(_value_text(edition, rows[0], side) or None, CALCULATED)
    year = getattr(rows[0], f"{side}_year")
    cell = edition.number(value, f"({year})" if _usual(year) else "")
    return Cell(cell.value, _shaded(cell.look))


def _usual(year: int | None) -> bool:
    """Years that may become number formats: a workbook can hold some two hundred formats only."""
    return year is not None and 2000 <= year <= 2050


def _shaded(look: Look) -> Look:
    return look._replace(fill=GROUND)


def verification_text(edition: Edition, row: ActionIndicator) -> str:
    """Means of verification, the institution that gives the data, and how often."""
    parts: Iterable[str] = (
        row.verification,
        edition.record_name("institution", row.institution) if row.institution else "",
        edition.language.choice("frequency", row.frequency),
    )
    return "; ".join(filter(None, parts))
