"""Cells of the action plan that are calculated, or shown from the indicators of an action.

The formulas give what `mainstreamer.domain.actions` gives. Each is written for cells as somebody names them: those of a row,
those of a table of Excel, those of the timeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mainstreamer.domain.actions import gap, light, quarters_late
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import Action, ActionIndicator
from mainstreamer.exchange.cells import Cell
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.formulas import quarter_index
from mainstreamer.exchange.input_table import At
from mainstreamer.exchange.styles import CALCULATED, CALCULATED_WHOLE, HIDDEN, shaded


def _quarters(at: At) -> str:
    start, end = at("~start_index"), at("~end_index")
    return f'IF(OR({start}="",{end}=""),"",IF({end}<{start},"",{end}-{start}+1))'


def _gap(at: At) -> str:
    cost = at("cost")
    secured = f"N({at('secured_state')})-N({at('secured_external')})"
    return f'IF(AND({cost}="",{at("existing_resources")}<>word_yes),"",N({cost})-{secured})'


def _late(at: At) -> str:
    """As `quarters_late`."""
    status, start, end = at("status"), at("~start_index"), at("~end_index")
    waiting = f'AND(OR({status}="",{status}=status_not_started),{start}<>"")'
    return (
        f"IF(OR({status}=status_done,{status}=status_cancelled),0,"
        f'MAX(0,IF({end}="",0,quarter_now-N({end})),IF({waiting},quarter_now-N({start}),0)))'
    )


def _light(at: At) -> str:
    """As `light`; nothing in a blank row."""
    status, late = at("status"), at("~late")
    return (
        f'IF(AND({at("uid")}="",{at("code")}="",{at("title")}=""),"",'
        f"IF({status}=status_cancelled,light_grey,IF({status}=status_done,light_green,"
        f"IF(OR({at('blocked')}=word_yes,{late}>1),light_red,"
        f"IF(OR({late}=1,{status}=status_at_risk,{status}=status_delayed),light_amber,"
        f"IF({status}=status_on_track,light_green,light_grey))))))"
    )


FORMULAS: Mapping[str, Callable[[At], str]] = {
    "~quarters": _quarters,
    "~gap": _gap,
    "~light": _light,
    "~start_index": lambda at: quarter_index(at("start")),
    "~end_index": lambda at: quarter_index(at("end")),
    "~late": _late,
}
"""Calculated columns by their code."""

NEEDED = {
    "~quarters": ("~start_index", "~end_index"),
    "~gap": ("cost", "secured_state", "secured_external", "existing_resources"),
    "~light": ("code", "title", "status", "~late", "blocked"),
    "~late": ("status", "~start_index", "~end_index"),
    "~start_index": ("start",),
    "~end_index": ("end",),
}
"""The columns that a calculated one looks at."""


BLANK = "~blank"
"""The uid of an action that stands for the blank row of a plan without actions."""


@dataclass(frozen=True)
class Derived:
    """Cells of one action in a row; `at` names the cells of that row."""

    edition: Edition
    action: Action
    at: At

    def cell(self, code: str) -> Cell:
        return _CELLS[code](self)

    @property
    def indicators(self) -> tuple[ActionIndicator, ...]:
        return self.edition.plan.action_indicators.get(self.action.uid, ())

    def quarters(self) -> Cell:
        start, end = self.action.start, self.action.end
        value = "" if start is None or end is None or end < start else end.index - start.index + 1
        return Cell(value, CALCULATED_WHOLE, FORMULAS["~quarters"](self.at))

    def gap(self) -> Cell:
        value = gap(self.action)
        return Cell("" if value is None else value, shaded(self.edition.gap_look), FORMULAS["~gap"](self.at))

    def index(self, side: str, quarter: Quarter | None) -> Cell:
        return Cell("" if quarter is None else quarter.index, HIDDEN, FORMULAS[f"~{side}_index"](self.at))

    def late(self) -> Cell:
        late = quarters_late(self.action, self.edition.today, self.edition.fiscal_start)
        return Cell(late, HIDDEN, FORMULAS["~late"](self.at))

    def light(self) -> Cell:
        now = light(self.action, self.edition.today, self.edition.fiscal_start)
        word = "" if self.action.uid == BLANK else self.edition.word("light", now)
        return Cell(word, CALCULATED._replace(align="centre"), FORMULAS["~light"](self.at))

    def disaggregation(self) -> Cell:
        codes = dict.fromkeys(code for row in self.indicators for code in row.disaggregation)
        words = (self.edition.language.choice("disaggregation", code) for code in codes)
        return Cell("; ".join(words) or None, CALCULATED)

    def verification(self) -> Cell:
        lines = dict.fromkeys(filter(None, (verification_text(self.edition, row) for row in self.indicators)))
        return Cell("\n".join(lines) or None, CALCULATED)


_CELLS: dict[str, Callable[[Derived], Cell]] = {
    "~quarters": Derived.quarters,
    "~gap": Derived.gap,
    "~indicator": lambda shown: indicator_names(shown.edition, shown.indicators),
    "~baseline": lambda shown: first_value(shown.edition, shown.indicators, "baseline"),
    "~target": lambda shown: first_value(shown.edition, shown.indicators, "target"),
    "~disaggregation": Derived.disaggregation,
    "~verification": Derived.verification,
    "~light": Derived.light,
    "~start_index": lambda shown: shown.index("start", shown.action.start),
    "~end_index": lambda shown: shown.index("end", shown.action.end),
    "~late": Derived.late,
}


def indicator_names(edition: Edition, rows: Sequence[ActionIndicator]) -> Cell:
    """The first indicator by name; further ones in lines of their own with their values, so that none is lost."""
    if not rows:
        return Cell(None, CALCULATED)
    lines = [_indicator_name(edition, rows[0])]
    for number, row in enumerate(rows[1:], 2):
        values = " → ".join(filter(None, (_value_text(edition, row, "baseline"), _value_text(edition, row, "target"))))
        lines.append(f"{number}. {_indicator_name(edition, row)}" + (f": {values}" if values else ""))
    if len(rows) > 1 and "action_indicator" in edition.spec.wanted:
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
    return Cell(cell.value, shaded(cell.look))


def _usual(year: int | None) -> bool:
    """Years that may become number formats: a workbook can hold some two hundred formats only."""
    return year is not None and 2000 <= year <= 2050


def verification_text(edition: Edition, row: ActionIndicator) -> str:
    """Means of verification, the institution that gives the data, and how often."""
    parts: Iterable[str] = (
        row.verification,
        edition.record_name("institution", row.institution) if row.institution else "",
        edition.language.choice("frequency", row.frequency),
    )
    return "; ".join(filter(None, parts))
