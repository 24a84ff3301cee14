"""Cells and sheets as plain values, before any file: what will be written is what the read-back is compared with.

`Sheet.add` is the one door for content. It guards every text: characters that a workbook cannot hold go, a text that a
spreadsheet would take for a formula is marked as text, and one longer than a cell may hold is cut with a visible mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from mainstreamer.domain.publication import without_addresses
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.styles import FONT, TEXT, Look

CELL_LIMIT = 32_767
"""Characters a cell of a workbook can hold, counted in UTF-16 units as Excel does."""

TITLE_LIMIT = 31
SPARE_ROWS = 500
"""Empty rows below a table that totals and lists of choices already cover, so that rows can be added by hand."""

LAST_ROW = 1_048_576
"""An area down to it is printed as far as there is something in it, so that added rows are printed too."""

FIRST_DAY = date(1900, 3, 1)
"""Before this day the calendars of Excel and LibreOffice differ; earlier days are written as ISO text."""

_LONGEST_TEXT_FORMAT = 255
"""A longer text in a cell with the format of text shows as ### in some versions of Excel."""

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FORMULA_START = ("=", "+", "-", "@", "\t")
_TITLE_UNFIT = re.compile(r"[\[\]:*?/\\]")

Value = str | int | float | Decimal | date | None


class Cell(NamedTuple):
    """A value with its look. With a `formula`, `value` is what it gives when the workbook is written."""

    value: Value
    look: Look = TEXT
    formula: str = ""


class CutText(NamedTuple):
    """A text that did not fit into its cell; `length` is that of the whole text in the plan."""

    sheet: str
    cell: str
    kind: str
    uid: str
    field: str
    length: int


class Subject(NamedTuple):
    """Which record a row shows, and which field each of its cells."""

    kind: str
    uid: str
    fields: Sequence[str]


class Condition(NamedTuple):
    """A conditional format: cells of `area` get the colours where the formula is true, and lines all round or `below` only."""

    area: str
    formula: str
    fill: str = ""
    ink: str = ""
    line: str = ""
    stop: bool = False
    below: bool = False


class Series(NamedTuple):
    """One row of values of a chart. `name` and `values` are areas of the sheet on which the chart stands; a colour a point
    where `points` are given."""

    name: str
    values: str
    colour: str
    points: tuple[str, ...] = ()


class Chart(NamedTuple):
    """A chart over cells of its own sheet, from the upper left corner of `start` to that of `end`.

    Kinds: `bars` (across, the first on top), `columns`, `stacked_columns`, `stacked_bars` (across, the first on top),
    `doughnut`, `pyramid` (across, the first below, two series on either side of zero). Titles of axes say the unit; `across`
    is that below, `up` that beside. `format` is for the axis of values, `labels` for figures beside the bars, none without it.
    `description` is for people who do not see it.
    """

    kind: str
    title: str
    categories: str
    series: tuple[Series, ...]
    start: str
    end: str
    across: str = ""
    up: str = ""
    format: str = "#,##0"
    labels: str = ""
    legend: bool = False
    most: float | None = None
    step: float | None = None
    description: str = ""


class Check(NamedTuple):
    """What may be typed into the cells of `area`: a data validation.

    `kind` is `list`, `whole`, `decimal`, `date`, `textLength` or `custom`; `style` is `stop`, `warning` (keep it after a
    question) or `information` (keep it after a word). The message comes with a refusal, the prompt when a cell is chosen.
    """

    area: str
    kind: str
    formula: str
    second: str = ""
    operator: str = "between"
    style: str = "stop"
    title: str = ""
    message: str = ""
    prompt_title: str = ""
    prompt: str = ""


class Table(NamedTuple):
    """A table of Excel over a header row and the rows below it. `columns` are the texts of the header cells; `formulas` are
    those of calculated columns, by the text of the header, with which a new row fills itself."""

    name: str
    area: str
    columns: tuple[str, ...]
    formulas: Mapping[str, str] = {}


def excel_length(text: str) -> int:
    """The length of a text as Excel counts it: characters beyond the basic plane count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def fit_characters(text: str) -> str:
    """A text without the characters that a workbook cannot hold, with one kind of line break."""
    if text.isascii() and text.isprintable():
        return text
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def fit_text(text: str, mark: str) -> tuple[str, int]:
    """A text that a cell can hold, and 0; or its beginning with the mark behind it, and the length of the whole."""
    clean = fit_characters(text)
    if 2 * len(clean) <= CELL_LIMIT or excel_length(clean) <= CELL_LIMIT:
        return clean, 0
    room = CELL_LIMIT - excel_length(mark)
    kept = clean.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore")
    return kept + mark, len(text)


def sheet_title(wanted: str, taken: Sequence[str]) -> str:
    """A title that Excel accepts: at most 31 characters as it counts them, none of `[]:*?/\\`, no apostrophe at either end,
    unlike all others whatever their case."""
    clean = " ".join(_TITLE_UNFIT.sub(" ", fit_characters(wanted)).split()).strip("' ") or "Sheet"
    others = {title.casefold() for title in taken} | {"history"}
    title, number = _shortened(clean, TITLE_LIMIT), 1
    while title.casefold() in others:
        number += 1
        tail = f" {number}"
        title = _shortened(clean, TITLE_LIMIT - len(tail)) + tail
    return title


def _shortened(text: str, most: int) -> str:
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore").strip("' ")


def quoted(title: str) -> str:
    """A sheet title as formulas name it."""
    return "'" + title.replace("'", "''") + "'"


def position(cell: str) -> tuple[int, int]:
    """Column and row of a cell, from 1: `C8` is (3, 8)."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return column, int(cell[len(letters) :])


@dataclass
class Sheet:
    """One worksheet: its rows, and how it is shown and printed. Row and column numbers begin at 1.

    `heading` is the title as people read it above the rows, which may be longer than a tab allows;
    `withheld` stands for e-mail addresses and paths of files in texts of a public workbook; empty where they may stand.
    `notice` is a sentence that goes before all others, such as that only a part of the plan is shown. `font` is that of the
    language, `zoom` the size on the screen in per cent.
    """

    key: str
    title: str
    mark: str
    part: str = "register"
    rows: list[list[Cell | None]] = field(default_factory=list)
    records: int = 0
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    fitted_heights: dict[int, float] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    grouped_columns: set[int] = field(default_factory=set)
    hidden: bool = False
    freeze: str = ""
    filter: str = ""
    print_area: str = ""
    title_rows: str = ""
    pages_high: int = 0
    footer: str = ""
    page_words: str = ""
    links: dict[str, str] = field(default_factory=dict)
    conditions: list[Condition] = field(default_factory=list)
    cuts: list[CutText] = field(default_factory=list)
    right_to_left: bool = False
    heading: str = ""
    withheld: str = ""
    notice: str = ""
    checks: list[Check] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)
    column_looks: dict[int, Look] = field(default_factory=dict)
    protected: bool = False
    pages_wide: int = 1
    title_columns: str = ""
    breaks: list[int] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    font: str = FONT
    zoom: int = 100

    @property
    def next_row(self) -> int:
        """The number that the next added row will have."""
        return len(self.rows) + 1

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=1)

    def add(self, cells: Sequence[Cell | None], subject: Subject | None = None) -> int:
        """Add a row and answer with its number. Every text passes the guard here."""
        row: list[Cell | None] = list(cells)
        for place, cell in enumerate(row):
            if cell is not None and type(cell.value) is str:
                fitted = self._guarded(cell, place, subject)
                if fitted is not cell:
                    row[place] = fitted
        self.rows.append(row)
        return len(self.rows)

    def _guarded(self, cell: Cell, place: int, subject: Subject | None) -> Cell:
        text = str(cell.value)
        if self.withheld:
            cell = cell._replace(value=without_addresses(text, self.withheld))
            text = str(cell.value)
        clean, length = fit_text(text, self.mark)
        if cell.formula:
            return cell if clean == text else Cell(clean, cell.look, cell.formula)
        look = cell.look._replace(quote=True) if clean.startswith(_FORMULA_START) else cell.look
        if look.format == "@" and len(clean) > _LONGEST_TEXT_FORMAT:
            look = look._replace(format="General")
        if length:
            kind, uid, name = (subject.kind, subject.uid, subject.fields[place]) if subject else ("", "", "")
            where = f"{column_letter(place + 1)}{self.next_row}"
            self.cuts.append(CutText(self.title, where, kind, uid, name, length))
        if clean == text and look is cell.look:
            return cell
        return Cell(clean or None, look, "")

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Put a cell beside or below what is there. Its text passes the guard as well."""
        while len(self.rows) < row:
            self.rows.append([])
        cells = self.rows[row - 1]
        cells.extend([None] * (column - len(cells)))
        cells[column - 1] = self._guarded(cell, column - 1, None) if type(cell.value) is str else cell

    @property
    def cursor(self) -> str:
        """Where the cursor stands when the sheet is opened: the first cell of input that scrolls, or of what scrolls, or can be
        seen at all; not where a prompt would cover what is beside it. In A1 it would show the hidden code of the sheet."""
        left, top = position(self.freeze or "B2")
        prompted = [[position(end) for end in check.area.split(":")] for check in self.checks if check.prompt]
        for number, row in enumerate(self.rows[top - 1 :], top):
            if number in self.hidden_rows or self.protected:
                continue
            for place, cell in enumerate(row[left - 1 :], left):
                if cell is None or cell.look.locked or place in self.hidden_columns:
                    continue
                if not any(area[0][0] == place and area[0][1] <= number <= area[-1][1] for area in prompted):
                    return f"{column_letter(place)}{number}"
        while left in self.hidden_columns:
            left += 1
        return f"{column_letter(left)}{top}"

    def blank(self, rows: int = 1) -> None:
        """Leave rows empty."""
        for _ in range(rows):
            self.rows.append([])

    def reference(self, column: int, first: int, last: int) -> str:
        """An absolute area of one column, with the sheet's name, for formulas on other sheets."""
        letter = column_letter(column)
        return f"{quoted(self.title)}!${letter}${first}:${letter}${last}"
