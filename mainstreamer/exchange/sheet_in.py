"""Reads the cells of one sheet of a workbook as they stand there: what is a number, a date or a formula stays that."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mainstreamer.exchange.package_in import PartDone, PartReader

MOST_ROWS = 5_000
MOST_COLUMNS = 500
MOST_MERGED = 2_000
"""Rows with content and columns of one sheet; merged areas that are looked at."""

DAYS_TO_1904 = 1462
LAST_SERIAL = 2_958_465
"""The last day of the year 9999, as spreadsheets count."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class RawCell(NamedTuple):
    """What stands in a cell: `text`, `number`, `bool`, `date`, `formula` or `error`, and its value. `result` is what a formula
    gave when the workbook was saved; None where the program that saved it left that out."""

    kind: str
    value: Any
    result: RawCell | None = None


@dataclass
class RawSheet:
    """Cells of one sheet by row and column, both from 1; merged areas such as `B2:C3`. `cut` says that there was more than is
    read: `rows` or `columns`; `more_merged` the same of merged areas. `percents` are the places of numbers that are shown as
    per cent."""

    title: str
    rows: dict[int, dict[int, RawCell]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    cut: str = ""
    percents: set[tuple[int, int]] = field(default_factory=set)
    more_merged: bool = False


class SheetReader(PartReader):
    """Fills `sheet`, given the shared texts of the workbook and the cell formats that show dates and shares."""

    def __init__(
        self, title: str, texts: list[str], dates: set[int], most_rows: int = MOST_ROWS, percents: Set[int] = frozenset(),
        skipped: Callable[[str], bool] = lambda first: False, most_merged: int = MOST_MERGED, since_1904: bool = False,
    ) -> None:  # fmt: skip
        self.sheet = RawSheet(title)
        self._texts, self._dates, self._most_rows, self._percents = texts, dates, most_rows, percents
        self._skipped, self._most_merged, self._since_1904 = skipped, most_merged, since_1904
        self._row = self._column = 0
        self._cells: dict[int, RawCell] = {}
        self._type = self._style = ""
        self._beside = False
        self._formula: list[str] | None = None
        self._into: list[str] | None = None
        self._value: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "c":
            place = _column_of(attributes.get("r", ""))
            self._column = place if place else self._column + 1
            if self._column > MOST_COLUMNS:
                # Formatted cells far to the right are usual; content there is not.
                self._column = MOST_COLUMNS + 1
            self._type, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._formula, self._value = None, []
        elif tag == "row":
            self._row = whole_number(attributes.get("r", "")) or self._row + 1
            self._column, self._cells = 0, self.sheet.rows.get(self._row, {})
        elif tag == "v":
            self._into = self._value
        elif tag == "t":
            self._into = None if self._beside else self._value
        elif tag == "rPh":
            self._beside = True
        elif tag == "f":
            self._into = self._formula = []
        elif tag == "mergeCell":
            if len(self.sheet.merged) < self._most_merged:
                self.sheet.merged.append(attributes.get("ref", "")[:40])
            else:
                self.sheet.more_merged = True

    def end(self, tag: str) -> None:
        if tag in ("v", "t", "f"):
            self._into = None
        elif tag == "rPh":
            self._beside = False
        elif tag == "c":
            cell = self._cell()
            if cell is not None:
                if self._column > MOST_COLUMNS:
                    self.sheet.cut = "columns"
                    raise PartDone
                self._cells[self._column] = cell
                if self._percents and cell.kind in ("number", "formula") and self._is_percent():
                    self.sheet.percents.add((self._row, self._column))
        elif tag == "row" and self._cells:
            self.sheet.rows[self._row] = self._cells
            if len(self.sheet.rows) == 1 and 1 in self._cells and self._skipped(str(self._cells[1].value)):
                raise PartDone
            if len(self.sheet.rows) > self._most_rows:
                self.sheet.cut = "rows"
                raise PartDone

    def text(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)

    def _is_percent(self) -> bool:
        return self._style.isdecimal() and int(self._style) in self._percents

    def _cell(self) -> RawCell | None:
        if self._formula is not None:
            result = self._plain_cell()
            if result is None and self._type == "str":
                # A formula that gives an empty text, as spreadsheets write it.
                result = RawCell("text", "")
            return RawCell("formula", f"={''.join(self._formula)}", result)
        return self._plain_cell()

    def _plain_cell(self) -> RawCell | None:
        text = "".join(self._value)
        if self._type == "inlineStr":
            return RawCell("text", unescaped(text)) if text else None
        if self._type == "s":
            place = int(text) if text.strip().isdecimal() else -1
            if not 0 <= place < len(self._texts):
                raise ValueError("a shared text that is not there")
            return RawCell("text", self._texts[place]) if self._texts[place] else None
        if not text:
            return None
        if self._type == "str":
            return RawCell("text", unescaped(text))
        if self._type == "b":
            return RawCell("bool", text.strip() == "1")
        if self._type in ("e", "d"):
            return RawCell("error" if self._type == "e" else "date", text)
        if self._style.isdecimal() and int(self._style) in self._dates:
            return RawCell("date", _since_1900(text) if self._since_1904 else text)
        return _number(text)


def _number(text: str) -> RawCell:
    number = float(text)
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError("no number")
    return RawCell("number", int(number) if number.is_integer() and abs(number) < 1e15 else number)


def _since_1900(text: str) -> str:
    """A serial number of a workbook that counts days from 1904, as all others count them; times of day stay."""
    try:
        number = float(text)
    except ValueError:
        return text
    return f"{number + DAYS_TO_1904:.15g}" if 1 <= number < LAST_SERIAL else text


def whole_number(text: str) -> int:
    """A whole number of an attribute; 0 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _column_of(reference: str) -> int:
    """The column of a cell reference: 28 for AB12; 0 where there is none."""
    number = 0
    for letter in reference[:4]:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number


def unescaped(text: str) -> str:
    """Text as it is meant: `_x000D_` stands for a character that XML cannot hold."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def area_start(reference: str) -> tuple[int, int]:
    """Row and column at which an area such as `B2:C3` begins; zeros for what is no area."""
    column = _column_of(reference)
    return whole_number("".join(ch for ch in reference.partition(":")[0] if ch.isdecimal())), column
