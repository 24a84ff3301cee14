"""Reads the rows of a table by its mapping: one draft of a record a row, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.fields import LongText, Text
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.periods import read_period
from mainstreamer.domain.plain_tables import FAULTS, NOTHING, PlainCell, PlainSheet
from mainstreamer.domain.plan import Plan
from mainstreamer.language import Language
from mainstreamer.operations.tables import layout
from mainstreamer.operations.tables.targets import (
    ACTION,
    ASIDE,
    FINANCE,
    GRID,
    INDICATOR,
    LEFT_OUT,
    OBJECTIVE,
    Column,
    Mapping,
    links_to,
    title_of,
    type_of,
)
from mainstreamer.operations.tables.values import CellReader, Found, is_early

Progress = Callable[[int, int], None]
STEP = 100
"""Rows between two reports of progress."""


@dataclass(frozen=True)
class CellRefusal:
    """A cell that could not be read. `reason` is a code of `refusal.toml`; `target` what its column goes into."""

    row: int
    column: int
    heading: str
    target: str
    reason: str
    text: str


@dataclass
class Draft:
    """A record as its rows say it, before anything is looked up. `names` are names to link to by field, `indicators` the
    indicators of an action, `asides` texts to keep with the headings they stood under; `said` is what stood in the cell that
    gave a field its value."""

    row: int
    values: dict[str, Any] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    indicators: list[dict[str, Any]] = field(default_factory=list)
    asides: list[tuple[str, str]] = field(default_factory=list)
    said: dict[str, tuple[str, str]] = field(default_factory=dict)
    refused: list[CellRefusal] = field(default_factory=list)
    foreign: list[int] = field(default_factory=list)
    """Columns with an amount in another currency than that of the plan."""

    @property
    def is_blank(self) -> bool:
        return not (self.values or self.names or self.indicators or self.asides or self.refused)


@dataclass(frozen=True)
class Reading:
    """All rows of a sheet, read: drafts, what each row is, and how many cells of each column were read and
    refused, hold an amount in another currency, and lie before the plan begins."""

    drafts: tuple[Draft, ...]
    classes: dict[int, str]
    read: dict[int, int]
    refused: dict[int, int]
    foreign: dict[int, int]
    early: dict[int, int]


def read_rows(plan: Plan, sheet: PlainSheet, mapping: Mapping, speech: Language, progress: Progress) -> Reading:
    """Read every row below the headings. `progress(done, total)` may raise Cancelled."""
    return _Rows(plan, sheet, mapping, speech).read(progress)


class _Rows:
    """One reading under way."""

    def __init__(self, plan: Plan, sheet: PlainSheet, mapping: Mapping, speech: Language) -> None:
        self._sheet, self._mapping = sheet, mapping
        self._cells = CellReader(plan, mapping.kind, speech)
        self._columns = [column for column in mapping.columns if column.target != LEFT_OUT]
        self._titles = mapping.places(title_of(mapping.kind))
        self._above: dict[int, tuple[int, PlainCell]] = {}
        """What the last filled cell of a column held that fills the blank ones below it."""
        self._section = ""
        self._years = self._years_of_titles(plan.frame.fiscal_start or 1)
        """Times of the columns that hold the actions of one year each."""
        self._read: dict[int, int] = {}
        self._refused: dict[int, int] = {}
        self._foreign: dict[int, int] = {}
        self._early: dict[int, int] = {}
        self._plan = plan
        self._cells.look_through(sheet, mapping)

    def _years_of_titles(self, fiscal_start: int) -> dict[int, tuple[Quarter, Quarter]]:
        places = self._mapping.places(title_of(self._mapping.kind))
        found: dict[int, tuple[Quarter, Quarter]] = {}
        for place in places if self._mapping.kind == ACTION and len(places) > 1 else ():
            column = self._mapping.column(place)
            with suppress(ValueError):
                period = read_period(column.heading.rpartition(":")[2] if column is not None else "", fiscal_start)
                if period.first is not None and period.last is not None:
                    found[place] = (period.first, period.last)
        return found if len(found) == len(places) else {}

    def read(self, progress: Progress) -> Reading:
        classes = layout.classes(self._sheet, self._mapping, self._titles)
        drafts: list[Draft] = []
        for done, (row, class_) in enumerate(classes.items()):
            if done % STEP == 0:
                progress(done, len(classes))
            if class_ == layout.SECTION:
                self._take_section(row)
            elif class_ in (layout.RECORD, layout.CONTINUED):
                for draft in self._of_row(row):
                    if class_ == layout.CONTINUED and drafts:
                        _continue(self._mapping.kind, drafts[-1], draft)
                    elif not draft.is_blank:
                        drafts.append(draft)
        return Reading(tuple(drafts), classes, self._read, self._refused, self._foreign, self._early)

    def _take_section(self, row: int) -> None:
        """A title of the rows below: their objective, or the value of a column that blank cells take from above."""
        ((place, cell),) = self._sheet.rows[row].items()
        column = self._mapping.column(place)
        if column is not None and column.fill:
            self._above[place] = (row, cell)
            return
        self._section = " ".join(cell.text.split())

    def _of_row(self, row: int) -> Iterator[Draft]:
        """The record of a row; one for each year where the actions of every year have a column of their own."""
        filled = [place for place in self._years if self._sheet.cell(row, place).text]
        if not filled:
            yield self._draft(row)
        for place in filled:
            draft = self._draft(row, place)
            draft.values = {**draft.values, "start": self._years[place][0], "end": self._years[place][1]}
            draft.said |= {name: draft.said["title"] for name in ("start", "end") if "title" in draft.said}
            yield draft

    def _draft(self, row: int, title: int = 0) -> Draft:
        """The record of a row; its name from the column `title` only, where one is given."""
        draft = Draft(row)
        indicator: dict[str, Any] = {}
        for column in self._columns:
            if title and column.place in self._years and column.place != title:
                continue
            cell, source = self._cell(row, column)
            if not cell.text:
                continue
            own = source == row
            try:
                found = self._cells.read(cell, column)
            except ValueError as error:
                if own:
                    _count(self._refused, column.place)
                shown = self._cells.as_text(cell) if cell.kind not in FAULTS else cell.text
                draft.refused.append(
                    CellRefusal(source, column.place, column.heading, column.target, str(error), shown)
                )
                continue
            if own:
                _count(self._read, column.place)
                if is_early(self._plan, found.values):
                    _count(self._early, column.place)
            if found.foreign:
                draft.foreign.append(column.place)
                _count(self._foreign, column.place)
            self._lay_in(draft, indicator, column, cell, found)
        if indicator:
            draft.indicators.append(indicator)
        is_action = self._mapping.kind == ACTION and self._mapping.sections == OBJECTIVE
        if is_action and self._section and OBJECTIVE not in draft.names and not draft.is_blank:
            draft.names[OBJECTIVE] = [self._section]
        return draft

    def _cell(self, row: int, column: Column) -> tuple[PlainCell, int]:
        """What stands in a column of a row, and in which row it was written: merged cells hold for each of their rows,
        except amounts and numbers, which would be counted twice."""
        cell = self._sheet.cell(row, column.place)
        if cell.text:
            if column.fill:
                self._above[column.place] = (row, cell)
            return cell, row
        area = self._sheet.merged.get((row, column.place))
        if (
            area is not None
            and area.top < row
            and area.left == column.place
            and _may_repeat(self._mapping.kind, column)
        ):
            return self._sheet.cell(area.top, area.left), area.top
        if column.fill and column.place in self._above:
            source, cell = self._above[column.place]
            return cell, source
        return NOTHING, row

    def _lay_in(self, draft: Draft, indicator: dict[str, Any], column: Column, cell: PlainCell, found: Found) -> None:
        said = (column.heading, self._cells.as_text(cell))
        keep = found.keep
        for name, value in found.values.items():
            old = draft.values.get(name)
            draft.values[name] = _both(self._mapping.kind, name, old, value, column.target == GRID)
            draft.said[name] = said
            keep = keep or _was_lost(old, value, draft.values[name], column.target == GRID)
        for name, names in found.names.items():
            draft.names[name] = list(dict.fromkeys([*draft.names.get(name, []), *names]))
        for name, value in found.indicator.items():
            old = indicator.get(name)
            indicator[name] = f"{old}\n{value}" if isinstance(old, str) and old and old != value else value
        if keep and said not in draft.asides:
            draft.asides.append(said)


def _count(counts: dict[int, int], place: int) -> None:
    counts[place] = counts.get(place, 0) + 1


def _may_repeat(kind: str, column: Column) -> bool:
    type_ = type_of(kind, column.target)
    if column.target in INDICATOR or column.target == "code":
        return False
    is_words = links_to(kind, column.target) != "" or type(type_) in (Text, LongText)
    return is_words or (type_ is None and column.target not in (FINANCE, ASIDE))


def _both(kind: str, name: str, old: Any, new: Any, is_grid: bool) -> Any:
    """A field that two columns or rows feed: times reach from the first to the last, lists and texts are put together; of
    other values the first stays."""
    if old in (None, "", ()) or old == new:
        return new
    if isinstance(new, tuple):
        return tuple(dict.fromkeys((*old, *new)))
    if name in ("start", "end") and is_grid:
        return min(old, new) if name == "start" else max(old, new)
    type_ = KINDS[kind].fields[name].type
    if isinstance(type_, LongText):
        return f"{old}\n{new}"
    return f"{old}; {new}" if type(type_) is Text else old


def _was_lost(old: Any, new: Any, kept: Any, is_grid: bool) -> bool:
    """Whether a value gave way to one that was there, so that its words have to be kept elsewhere."""
    return old not in (None, "", ()) and kept == old and new != old and not isinstance(new, tuple) and not is_grid


def _continue(kind: str, draft: Draft, more: Draft) -> None:
    """Put a row to the record above it, of which it is a part."""
    title = title_of(kind)
    for name, value in more.values.items():
        if name == title:
            continue
        old = draft.values.get(name)
        draft.values[name] = _both(kind, name, old, value, False)
        if _was_lost(old, value, draft.values[name], False):
            more.asides += [more.said[name]] if name in more.said else []
    for name, names in more.names.items():
        draft.names[name] = list(dict.fromkeys([*draft.names.get(name, []), *names]))
    draft.indicators += [one for one in more.indicators if one not in draft.indicators]
    draft.asides += [aside for aside in more.asides if aside not in draft.asides]
    draft.refused += more.refused
