"""A hidden sheet that reckons with each row of the action plan, so that summary and budget only add up.

A row here stands for the row of the same number there, whatever is sorted, added or deleted: it is read by its number, never by
a reference that a deletion would break. Rows without a record, and those that column A marks with `~`, count for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from mainstreamer.domain.actions import (
    ZERO,
    YearSum,
    by_year,
    cost_of,
    counts,
    gap,
    missed,
    spread_over_years,
)
from mainstreamer.domain.calendar import Quarter, quarter_of
from mainstreamer.domain.kinds import Action
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.action_lines import FIRST_ROW, bottom_row
from mainstreamer.exchange.cells import Cell, Sheet, Value, quoted
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.formulas import quarter_index
from mainstreamer.exchange.sheets_actions import layout
from mainstreamer.exchange.styles import HIDDEN

TOTALS_ROW = 4
"""Where the action plan has its totals."""

_TOTALS = {"cost": "cost", "state": "secured_state", "external": "secured_external", "gap": "~gap"}

AMOUNTS = ("cost", "state", "external", "gap")
COLUMNS = (
    "real", "status", "counts", *AMOUNTS, "uncosted", "start_text", "end_text", "start", "end", "first", "quarters", "lead",
    "objective", "source", "late", "key",
)  # fmt: skip
"""Columns from B on, each a figure of one action."""

_YEAR_COLUMN = len(COLUMNS) + 3
"""Where the table of years begins, beside the actions: the last quarter of a year, and what amounts have reached by then."""

MOST_YEARS = 20
"""A slip of the pen in one date must not make a line for each of a hundred years."""

_NEVER = 999_999
"""The first quarter of an action whose money has no dates."""

_LINE = 1_000_000
"""More than a sheet has rows, nearly: a key is the quarters late times this, and the rest tells the row."""

NONE, SEVERAL, OTHER = 0, -1, -2
"""Places of what has no lead or objective, several leads, or one that no list names; else the row of its line."""


@dataclass(frozen=True)
class Listing:
    """Lines of another sheet that list the texts of one column of the action plan, from row `first` on in column B."""

    title: str
    first: int
    texts: tuple[str, ...]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {text.casefold(): self.first + place for place, text in enumerate(self.texts)}

    def place(self, text: str, several: bool) -> int:
        """The row of the line that names the text, or where it counts else."""
        found = self._places.get(text.casefold())
        if found is not None:
            return found
        return NONE if not text else SEVERAL if several and ";" in text else OTHER

    def formula(self, text: str, several: bool) -> str:
        """The same as a formula. Texts are compared whole: no wildcards, no limit of length."""
        rest = f'IF(ISNUMBER(FIND(";",{text})),{SEVERAL},{OTHER})' if several else str(OTHER)
        if self.texts:
            area = f"{quoted(self.title)}!$B${self.first}:$B${self.first + len(self.texts) - 1}"
            found = f"SUMPRODUCT(MAX(({area}={text})*ROW({area})))"
            rest = f"IF({found}>0,{found},{rest})"
        return f'IF({text}="",{NONE},{rest})'


@dataclass
class Figures:
    """Where the figures stand, for formulas of other sheets. Without an action plan in the workbook there are no formulas."""

    edition: Edition
    action: Sheet | None
    listings: dict[str, Listing] = field(default_factory=dict)
    """By column (`lead`, `objective`, `source`) what the budget lists."""

    @cached_property
    def title(self) -> str:
        return self.edition.title("figures")

    @cached_property
    def last(self) -> int:
        return max(bottom_row(self.edition), len(self.action.rows) if self.action else 0)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The fiscal years that are shown one by one: those of the plan, and all others with money, within reason."""
        frame = self.edition.plan.frame
        dated = {year for year, found in by_year(self.edition.plan).items() if year and found != YearSum()}
        years = dated | {year for year in (frame.start_year, frame.end_year) if year is not None}
        if not years:
            years = {quarter_of(self.edition.today, self.edition.fiscal_start).year}
        first = max(min(years), (frame.start_year or min(years)) - MOST_YEARS // 2)
        return tuple(range(first, min(max(years) + 1, first + MOST_YEARS)))

    @cached_property
    def actions(self) -> dict[int, Action]:
        """Actions by the row in which they stand; without a sheet in their order."""
        if self.action is None:
            return dict(enumerate(self.edition.plan.actions, FIRST_ROW))
        found: dict[int, Action] = {}
        for number, row in enumerate(self.action.rows, 1):
            cell = row[0] if row else None
            record = self.edition.plan.find("action", str(cell.value)) if cell is not None and cell.value else None
            if number >= FIRST_ROW and isinstance(record, Action):
                found[number] = record
        return found

    def formula(self, text: str) -> str:
        """A formula, or nothing where there is no action plan to reckon with."""
        return text if self.action is not None else ""

    def area(self, code: str) -> str:
        """The figures of all actions."""
        letter = _letter(code)
        return f"{quoted(self.title)}!${letter}${FIRST_ROW}:${letter}${self.last}"

    def column(self, code: str) -> str:
        """The whole column of a figure, in which a row of the action plan has the same number."""
        letter = _letter(code)
        return f"{quoted(self.title)}!${letter}:${letter}"

    def sum(self, code: str, *conditions: tuple[str, str]) -> str:
        """A formula for the sum of one figure where columns hold such values."""
        if not conditions:
            return f"SUM({self.area(code)})"
        where = ",".join(f"{self.area(column)},{criterion}" for column, criterion in conditions)
        return f"SUMIFS({self.area(code)},{where})"

    def count(self, *conditions: tuple[str, str]) -> str:
        """A formula for the number of actions of which columns hold such values."""
        return f"COUNTIFS({','.join(f'{self.area(column)},{criterion}' for column, criterion in conditions)})"

    def year(self, year: int, code: str) -> str:
        """A formula for the money of one fiscal year."""
        row = FIRST_ROW + 1 + self.years.index(year)
        return f"{self._reached(row, code)}-{self._reached(row - 1, code)}"

    def undated(self, code: str) -> str:
        """A formula for the money of actions without dates; for `actions`, for how many they are."""
        return self.sum("counts" if code == "actions" else code, ("first", str(_NEVER)))

    def other_years(self, code: str) -> str:
        """A formula for the money before the first and after the last year that is shown."""
        before, until = self._reached(FIRST_ROW, code), self._reached(FIRST_ROW + len(self.years), code)
        return f"ROUND({self.total(code)}-{self.undated(code)}-{until}+{before},4)"

    def total(self, code: str) -> str:
        """The total as the action plan itself has it."""
        letter = layout(self.edition).letters[_TOTALS[code]]
        return f"{quoted(self.edition.title('action'))}!${letter}${TOTALS_ROW}"

    def _reached(self, row: int, code: str) -> str:
        return f"{quoted(self.title)}!${column_letter(_YEAR_COLUMN + 1 + AMOUNTS.index(code))}${row}"

    def late_row(self, number: int) -> str:
        """A formula for the row of the action that is late, the one that is late longest first."""
        return f"{_LINE}-MOD(LARGE({self.area('key')},{number}),{_LINE})"


def _letter(code: str) -> str:
    return column_letter(2 + COLUMNS.index(code))


def figures_sheet(figures: Figures) -> Sheet:
    """The hidden sheet. Made last, when it is known which lines other sheets have."""
    edition = figures.edition
    sheet = edition.sheet("figures", "back")
    sheet.hidden = True
    codes = [f"~{code}" for code in COLUMNS]
    sheet.add([Cell("mainstreamer:figures", HIDDEN), *(Cell(code, HIDDEN) for code in codes)])
    sheet.blank(FIRST_ROW - 2)
    years = _years(figures)
    for row in range(FIRST_ROW, figures.last + 1):
        cells: list[Cell | None] = [None, *_row(figures, row)]
        if row - FIRST_ROW < len(years):
            cells += [None, *years[row - FIRST_ROW]]
        sheet.add(cells)
    return sheet


def _row(figures: Figures, row: int) -> list[Cell]:
    values = _figures_of(figures, figures.actions.get(row), row)
    formulas = _formulas(figures, row)
    return [Cell(values[code], HIDDEN, formulas[code]) for code in COLUMNS]


def _figures_of(figures: Figures, action: Action | None, row: int) -> Mapping[str, Value]:
    """What the program itself says of an action."""
    if action is None:
        texts = dict.fromkeys(("status", "start_text", "end_text", "start", "end"), "")
        return dict.fromkeys(COLUMNS, 0) | texts | {"first": _NEVER, "quarters": 1}
    edition, weight = figures.edition, int(counts(action))
    start, end = action.start, action.end
    dated = start is not None and end is not None and end >= start
    _, late = missed(action, edition.today, edition.fiscal_start)
    listed = {
        name: listing.place(shown_text(edition, name, action), name == "lead")
        for name, listing in figures.listings.items()
    }
    amounts = (
        cost_of(action) or ZERO,
        action.secured_state or ZERO,
        action.secured_external or ZERO,
        max(gap(action) or ZERO, ZERO),
    )
    return {
        "real": 1,
        "status": edition.language.choice("action_status", action.status),
        "counts": weight,
        **{name: amount * weight for name, amount in zip(AMOUNTS, amounts, strict=True)},
        "uncosted": int(bool(weight) and cost_of(action) is None),
        "start_text": edition.quarter(start),
        "end_text": edition.quarter(end),
        "start": "" if start is None else start.index,
        "end": "" if end is None else end.index,
        "first": start.index if dated and start else _NEVER,
        "quarters": end.index - start.index + 1 if dated and start and end else 1,
        "lead": NONE, "objective": NONE, "source": NONE, **listed,
        "late": late,
        "key": late * _LINE + _LINE - row if late else 0,
    }  # fmt: skip


_SHOWN_IN = {"lead": "leads", "objective": "objective", "source": "external_source"}


def shown_text(edition: Edition, name: str, action: Action) -> str:
    """What the action plan shows as lead, objective or external source of an action."""
    code = _SHOWN_IN[name]
    return str(edition.maker("action", code)(getattr(action, code)).value or "")


def _formulas(figures: Figures, row: int) -> Mapping[str, str]:
    plan, source = layout(figures.edition), quoted(figures.edition.title("action"))

    def there(code: str) -> str:
        """The cell of the same row in the action plan."""
        letter = plan.letters[code]
        return f"INDEX({source}!${letter}:${letter},ROW())"

    at = {code: f"{_letter(code)}{row}" for code in COLUMNS}
    uid = f"INDEX({source}!$A:$A,ROW())"
    known = f'OR({there("cost")}<>"",{there("existing_resources")}=word_yes)'
    waiting = f'AND(OR({at["status"]}="",{at["status"]}=status_not_started),{at["start"]}<>"")'
    dated = f'IF(AND({at["start"]}<>"",{at["end"]}<>""),IF({at["end"]}>={at["start"]},{at["start"]},{_NEVER}),{_NEVER})'
    over = f'AND({at["end"]}<>"",quarter_now>N({at["end"]}))'
    late = f"IF({over},quarter_now-N({at['end']}),IF({waiting},MAX(0,quarter_now-N({at['start']})),0))"
    formulas = {
        "real": f'IF(AND(LEFT({uid},1)<>"~",{uid}&{there("title")}<>""),1,0)',
        "status": f'IF({at["real"]}=0,"",{there("status")}&"")',
        "counts": f"IF({at['status']}=status_cancelled,0,{at['real']})",
        "cost": f"{at['counts']}*N({there('cost')})",
        "state": f"{at['counts']}*N({there('secured_state')})",
        "external": f"{at['counts']}*N({there('secured_external')})",
        "gap": f"IF({known},{at['counts']}*MAX(0,{at['cost']}-{at['state']}-{at['external']}),0)",
        "uncosted": f"IF({known},0,{at['counts']})",
        "start_text": f'IF({at["real"]}=0,"",{there("start")}&"")',
        "end_text": f'IF({at["real"]}=0,"",{there("end")}&"")',
        "start": quarter_index(at["start_text"]),
        "end": quarter_index(at["end_text"]),
        "first": dated,
        "quarters": f"IF({at['first']}={_NEVER},1,{at['end']}-{at['first']}+1)",
        "late": f"IF(OR({at['real']}=0,{at['status']}=status_done,{at['status']}=status_cancelled),0,{late})",
        "key": f"IF({at['late']}>0,{at['late']}*{_LINE}+{_LINE}-ROW(),0)",
    }
    for name, code in _SHOWN_IN.items():
        listing = figures.listings.get(name)
        formulas[name] = "" if listing is None else _place(listing, there(code), at["real"], name == "lead")
    return formulas


def _place(listing: Listing, text: str, real: str, several: bool) -> str:
    return f"IF({real}=0,{NONE},{listing.formula(text, several)})"


def _years(figures: Figures) -> list[list[Cell]]:
    """What the amounts have reached by the end of each year, the year before the first among them.

    As `mainstreamer.domain.actions.spread_over_years`: equal parts by quarter, to the cent, the last part taking the rest.
    """
    rows = []
    for year in (figures.years[0] - 1, *figures.years):
        until = Quarter(year, 4).index
        line = [Cell(until, HIDDEN)]
        passed = f"({until}-{figures.area('first')}+1)"
        span = figures.area("quarters")
        for name in AMOUNTS:
            amount = figures.area(name)
            part = f"({passed}>0)*({passed}<{span})*ROUND({amount}*{passed}/{span},2)"
            line.append(Cell(_reached(figures, name, year), HIDDEN, f"SUMPRODUCT({part}+({passed}>={span})*{amount})"))
        rows.append(line)
    return rows


def _reached(figures: Figures, name: str, year: int) -> Decimal:
    amount: dict[str, Callable[[Action], Decimal | None]] = {
        "cost": cost_of,
        "state": lambda action: action.secured_state,
        "external": lambda action: action.secured_external,
        "gap": lambda action: max(gap(action) or ZERO, ZERO),
    }
    spread = (
        spread_over_years(amount[name](action) or ZERO, action.start, action.end)
        for action in figures.actions.values()
        if counts(action)
    )
    return sum((part for parts in spread for each, part in parts.items() if 0 < each <= year), ZERO)


def listed(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts for the lines of a list: each once, whatever its letters' case, none empty."""
    found: dict[str, str] = {}
    for text in texts:
        if text:
            found.setdefault(text.casefold(), text)
    return tuple(found.values())
