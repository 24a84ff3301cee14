"""What a cell of a table says, by what its column goes into."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from collections.abc import Mapping as Table
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from mainstreamer.domain.amounts import currencies_of, read_amount
from mainstreamer.domain.calendar import Quarter, parse_quarter
from mainstreamer.domain.fields import (
    Choice,
    Date,
    FiscalQuarter,
    Link,
    Links,
    ManyChoices,
    Money,
    Number,
    Text,
    Year,
    YesNo,
)
from mainstreamer.domain.numbers import Reading, parse_number
from mainstreamer.domain.periods import Period, names_months, read_period
from mainstreamer.domain.plain_tables import DATE, FAULTS, NUMBER, PlainCell, PlainSheet
from mainstreamer.domain.plan import Plan
from mainstreamer.language import Language
from mainstreamer.language.folding import fold, split
from mainstreamer.operations.registers import parsed
from mainstreamer.operations.tables.choices import code_of, codes_of
from mainstreamer.operations.tables.days import is_month_first, read_day
from mainstreamer.operations.tables.names import KnownNames, parted, plain
from mainstreamer.operations.tables.targets import (
    ACTION,
    ASIDE,
    DEADLINE,
    FINANCE,
    GRID,
    INDICATOR,
    PERIOD,
    Column,
    Mapping,
    note_field,
    title_of,
    type_of,
)

CREATED_KINDS = ("institution", "objective")
"""Kinds of which a table can bring new records by name."""
_YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d|21\d\d)(?!\d)")
_LIST_MARK = re.compile(r"^\(?\d{1,3}\)\s*(?=\S)")
"""`2) ` before the name of an action only says that it is the second of its list."""
_YEAR_ASIDE = re.compile(r"[(\[,]\s*((?:19|20)\d\d)\s*[)\]]?")
_NUMBER = re.compile(r"\d[\d.,\s\u00a0\u202f]*")
_BLANKS = frozenset(("-", "–", "—", "...", "…", "n/a", "na", "x.", "н/д", "б/н", "nil"))
_OWN_MEANS = (
    "in limit", "dans la limite", "within the limit", "within limits", "within approved", "within existing",
    "existing resourc", "approved budget", "available budget", "bugetului aprobat", "bugetelor aprobat", "alocatiilor bugetar",
    "alocatiile bugetar", "v predelakh", "v ramkakh byudzhet", "not required", "no cost", "no additional cost",
    "fara costuri", "sans cout", "ne trebuetsya", "imeyushchikhsya",
)  # fmt: skip
"""In folded letters: what says that no money is asked for beyond the budget that there is."""


@dataclass
class Found:
    """What a cell says: values by field, names of records to link to by field, values of the indicator of an action. `keep`
    asks for its text to be kept, since no field holds all of it. It is not changed once read."""

    values: dict[str, Any] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    indicator: dict[str, Any] = field(default_factory=dict)
    keep: bool = False
    foreign: bool = False
    """Whether it is an amount in another currency than that of the plan, which is not converted."""


def is_early(plan: Plan, values: Table[str, Any]) -> bool:
    """Whether a time of an action begins or ends before the first year of the plan."""
    first = plan.frame.start_year
    times = (values.get("start"), values.get("end"))
    return first is not None and any(isinstance(time, Quarter) and time < Quarter(first, 1) for time in times)


class CellReader:
    """Reads the cells of a table for one plan. Raises ValueError(code) for what cannot be read."""

    def __init__(self, plan: Plan, kind: str, speech: Language) -> None:
        self._plan, self.kind, self._speech = plan, kind, speech
        frame = plan.frame
        self._fiscal_start = frame.fiscal_start or 1
        self._years = (frame.start_year, frame.end_year)
        self._reading = Reading(speech.decimal_mark, code_of)
        self._known: dict[str, KnownNames] = {}
        self._currency = frame.currency
        self._currencies = frozenset(speech.section("currency"))
        self._fed: set[str] = set()
        """What has a column of its own."""
        self._month_first: set[int] = set()
        """Columns of days in which the month stands first."""
        self._seen: dict[tuple[Column, PlainCell], Found | str] = {}
        """Tables say the same again and again: what each cell said, or why it said nothing."""
        self._special: dict[str, Callable[[PlainCell, Column], Found]] = {
            ASIDE: lambda cell, column: Found(keep=True),
            DEADLINE: self._deadline,
            PERIOD: self._period,
            GRID: self._tick,
            FINANCE: self._finance,
        }

    def known(self, kind: str) -> KnownNames:
        """The names of a kind in the plan."""
        if kind not in self._known:
            self._known[kind] = KnownNames(self._plan, kind)
        return self._known[kind]

    def look_through(self, sheet: PlainSheet, mapping: Mapping) -> None:
        """See what else has a column, and in which order the days of a column are written."""
        self._fed = {column.target for column in mapping.columns}
        for column in mapping.columns:
            if isinstance(type_of(self.kind, column.target), Date):
                cells = (row[column.place] for row in sheet.rows.values() if column.place in row)
                if is_month_first(cells):
                    self._month_first.add(column.place)

    def read(self, cell: PlainCell, column: Column) -> Found:
        """What a cell says for its column; nothing for a blank one, or one with a dash."""
        seen = self._seen.get((column, cell))
        if seen is None:
            try:
                seen = self._read(cell, column)
            except ValueError as error:
                seen = str(error)
            self._seen[column, cell] = seen
        if isinstance(seen, str):
            raise ValueError(seen)
        return seen

    def _read(self, cell: PlainCell, column: Column) -> Found:
        text = cell.text.strip()
        if not text or not column.target or (text.casefold() in _BLANKS and column.target != GRID):
            return Found()
        if cell.kind in FAULTS:
            raise ValueError(f"cell_{cell.kind}")
        special = self._special.get(column.target)
        if special is not None:
            return special(cell, column)
        type_ = type_of(self.kind, column.target)
        if isinstance(type_, Link | Links):
            return self._links(text, column.target, type_)
        if column.target in INDICATOR:
            return Found(indicator=self._of_indicator(cell, column, type_))
        if isinstance(type_, Date):
            month_first = column.place in self._month_first
            day, is_exact = read_day(cell, column.target, month_first, self._fiscal_start)
            return Found(values={column.target: day}, keep=not is_exact)
        if isinstance(type_, FiscalQuarter):
            return self._quarter(cell, column.target)
        if isinstance(type_, Money) and self._is_foreign(cell.text, column):
            self._amount(cell, column)
            return Found(keep=True, foreign=True)
        return Found(values={column.target: self._value(cell, column, type_)})

    def as_text(self, cell: PlainCell) -> str:
        """A cell as people read it."""
        if cell.kind == DATE:
            return self._speech.date(date.fromisoformat(cell.text))
        if cell.kind == NUMBER:
            return cell.text.replace(".", self._speech.decimal_mark)
        return self._speech.choice("yes_no", cell.text) if cell.kind == "yes_no" else cell.text

    # -- one field ---------------------------------------------------------------------------------------------------

    def _value(self, cell: PlainCell, column: Column, type_: Any) -> Any:
        text, reading = cell.text.strip(), self._reading_of(cell)
        if isinstance(type_, Money):
            return self._checked(type_, self._amount(cell, column))
        if isinstance(type_, Year) and (years := _YEAR.findall(text)) and len(set(years)) == 1:
            return int(years[0])
        if isinstance(type_, YesNo):
            return parsed(type_, code_of("yes_no", text) or text, self._reading)
        if isinstance(type_, Choice):
            code = code_of(type_.choices, text)
            if code is None:
                raise ValueError("choice_unknown")
            return code
        if isinstance(type_, ManyChoices):
            return self._checked(type_, codes_of(type_.choices, text))
        if isinstance(type_, Number) and cell.kind != NUMBER:
            return self._checked(type_, read_amount(text.replace("%", ""), reading))
        if isinstance(type_, Text):
            said = parsed(type_, self.as_text(cell), self._reading)
            return _LIST_MARK.sub("", said) if column.target == title_of(self.kind) else said
        return parsed(type_, text.replace("%", "") if column.target == "progress" else text, reading)

    def _reading_of(self, cell: PlainCell) -> Reading:
        """How the figures of a cell are to be read."""
        return dataclasses.replace(self._reading, decimal=".") if cell.kind == NUMBER else self._reading

    def _amount(self, cell: PlainCell, column: Column) -> Decimal:
        return read_amount(cell.text, self._reading_of(cell), column.factor, self._currencies)

    def _is_foreign(self, text: str, column: Column) -> bool:
        """Whether an amount is in another currency than that of the plan: as it says itself, else as its heading says."""
        named = currencies_of(text, self._currencies) or currencies_of(column.heading, self._currencies)
        return bool(named) and bool(self._currency) and self._currency not in named

    def _of_indicator(self, cell: PlainCell, column: Column, type_: Any) -> dict[str, Any]:
        """A field of an indicator. A target told in words, or a number with words, is kept in the indicator's notes."""
        name = INDICATOR[column.target]
        if not isinstance(type_, Number):
            return {name: self._value(cell, column, type_)}
        found: dict[str, Any] = {}
        text = cell.text
        if cell.kind != NUMBER and (year := _YEAR_ASIDE.search(text)):
            found[f"{name}_year"] = int(year[1])
            text = text.replace(year[0], " ")
        try:
            found[name] = self._value(PlainCell(cell.kind, text), column, type_)
        except ValueError:
            found["note"] = f"{column.heading}: {cell.text}"
            numbers = _NUMBER.findall(text)
            if len(numbers) == 1:
                with suppress(ValueError):
                    found[name] = parse_number(numbers[0].strip(" .,"), self._reading)
        return found

    def _checked(self, type_: Any, value: Any) -> Any:
        problem = type_.check(value)
        if problem:
            raise ValueError(problem)
        return value

    # -- time of actions ---------------------------------------------------------------------------------------------

    def _when(self, cell: PlainCell) -> Period:
        text = cell.text
        if cell.kind == NUMBER and not _YEAR.fullmatch(text):
            raise ValueError("period_unreadable")
        return read_period(text, self._fiscal_start)

    def _quarter(self, cell: PlainCell, target: str) -> Found:
        """One quarter; of a year its first as a start and its last as an end. A time from and to gives both, unless the other
        has a column of its own."""
        if not names_months(cell.text):
            with suppress(ValueError):
                return Found({target: parse_quarter(cell.text)})
        try:
            found = self._when(cell)
        except ValueError as error:
            raise ValueError("quarter_unreadable") from error
        quarter = (found.first or found.last) if target == "start" else (found.last or found.first)
        if quarter is None:
            raise ValueError("quarter_unreadable")
        values = {target: quarter}
        other = "end" if target == "start" else "start"
        if self.kind == ACTION and target in ("start", "end") and not found.lone and other not in self._fed:
            both = {"start": found.first, "end": found.last}
            values |= {name: time for name, time in both.items() if time is not None}
        return Found(dict(values), keep=not found.exact)

    def _deadline(self, cell: PlainCell, column: Column) -> Found:
        """Until when; a time from and to gives both."""
        found = self._when(cell)
        return self._times(found, None if found.lone else found.first, found.last)

    def _period(self, cell: PlainCell, column: Column) -> Found:
        found = self._when(cell)
        return self._times(found, found.first, found.last)

    def _times(self, found: Period, start: Quarter | None, end: Quarter | None) -> Found:
        values: dict[str, Any] = {"recurring": True} if found.recurring else {}
        first, last = self._years
        if found.recurring and found.first is None and found.last is None:
            start = Quarter(first, 1) if first is not None else None
            end = Quarter(last, 4) if last is not None else None
        values |= {name: value for name, value in (("start", start), ("end", end)) if value is not None}
        return Found(values, keep=not found.exact)

    def _tick(self, cell: PlainCell, column: Column) -> Found:
        """Something in the column of a quarter or a year: the action runs then. Words and figures are kept."""
        text = cell.text.strip()
        if text.casefold() in ("-", "–", "—", "0", "no", "nu", "non", "нет"):
            return Found()
        found = read_period(column.heading, self._fiscal_start)
        if found.first is None or found.last is None:
            raise ValueError("period_unreadable")
        is_tick = text.casefold() in ("x", "х", "✓", "✔", "+", "v", "*", "1", "yes", "da", "oui", "да", "•", "■", "●")
        return Found({"start": found.first, "end": found.last}, keep=not is_tick)

    def _finance(self, cell: PlainCell, column: Column) -> Found:
        """Where the money comes from, told in words; an amount alone is the cost."""
        try:
            cost = self._amount(cell, column)
            is_foreign = self._is_foreign(cell.text, column)
            return Found({} if is_foreign else {"cost": cost}, keep=is_foreign, foreign=is_foreign)
        except ValueError:
            words = " ".join(split(fold(cell.text)))
            own = any(said in words for said in _OWN_MEANS)
            return Found({"existing_resources": True} if own else {}, keep=True)

    # -- links -------------------------------------------------------------------------------------------------------

    def _links(self, text: str, target: str, type_: Link | Links) -> Found:
        """Names of records; kept as names where new records can be made of them."""
        known = self.known(type_.kind)
        several = parted(text, known.keys) if type_.kind == "institution" else _lines(text, isinstance(type_, Links))
        if isinstance(type_, Link) and type_.kind != "institution":
            several = [" ".join(text.split())]
        if type_.kind not in CREATED_KINDS and not all(known.uid(name) for name in several):
            raise ValueError("link_unknown")
        names = several if isinstance(type_, Links) else several[:1]
        return Found(names={target: names}, keep=len(names) < len(several) and bool(note_field(self.kind)))


def _lines(text: str, several: bool) -> list[str]:
    parts = re.split(r"[;\n]", text) if several else [text]
    return [plain(part) for part in parts if plain(part)]
