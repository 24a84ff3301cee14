"""The value that a person means by a cell, by the type of its field: in any language shipped, in any usual form."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.choices import OPEN_LISTS
from mainstreamer.domain.fields import (
    Choice,
    Date,
    FieldType,
    FiscalQuarter,
    ItemCodes,
    Link,
    Links,
    ManyChoices,
    Number,
    NumberTable,
    Whole,
    YesNo,
)
from mainstreamer.domain.numbers import Reading
from mainstreamer.exchange.names_in import Names
from mainstreamer.exchange.pack_values import CellRefused, by_number, one_code
from mainstreamer.exchange.sameness import day_of, digits, is_blank, plain
from mainstreamer.exchange.sheet_in import RawCell
from mainstreamer.knowledge import codes_of
from mainstreamer.language import SHIPPED, Language, language

JOINED = " / "
"""What stands between the two languages of a cell."""
MOST_PARTS = 200
LONGEST_NAME = 8
"""Separators that the name of a record may hold itself."""
MOST_EXPECTED = 12
_SEPARATORS = re.compile(r"([;\n])")
_WITH_COMMAS = re.compile(r"([;\n,])")
_YEARS = range(1900, 2201)
"""Whole numbers that are years and not days: nobody means the year 1905 by 2027."""

T = TypeVar("T")


def refusal(reason: str, expected: Iterable[str] = ()) -> CellRefused:
    """A cell that cannot be taken: why, and what could stand there."""
    return CellRefused(reason, "", "\n".join(expected))


@dataclass
class CellReader:
    """Reads cells of one workbook: the language it leads with, the names of records, the items of the checklist, the
    currency of the plan."""

    language: Language
    names: Names
    items: frozenset[str]
    currency: str = ""

    @cached_property
    def _reading(self) -> Reading:
        return Reading(self.language.decimal_mark, self.language.code_of, file_of=self.names.file_of)

    @cached_property
    def _items_by_number(self) -> dict[float, list[str]]:
        return by_number(self.items)

    def value(self, type_: FieldType[Any], cell: RawCell | None, base: Any = None, percent: bool = False) -> Any:
        """The value of a cell. `base` is what the field held when the workbook was written: of several records of one name
        it is the one meant. `percent` says that the cell shows a share as per cent. Raises CellRefused."""
        if cell is None or is_blank(cell):
            return type_.blank
        if cell.kind == "formula":
            if cell.result is None:
                raise refusal("formula_without_result")
            return self.value(type_, cell.result, base, percent)
        if cell.kind == "error":
            raise refusal("cell_error")
        try:
            value = type_.clean(self._read(type_, cell, base, percent))
            problem = type_.check(value)
        except ValueError as error:
            raise self._refused(type_, str(error), cell) from error
        if problem:
            raise self._refused(type_, problem, cell)
        return value

    def _read(self, type_: FieldType[Any], cell: RawCell, base: Any, percent: bool) -> Any:
        if isinstance(type_, Attachment | NumberTable):
            return type_.parse(self._text(cell), self._reading)
        if isinstance(type_, Date):
            return self._day(type_, cell)
        if isinstance(type_, YesNo):
            return self._yes_no(type_, cell)
        if isinstance(type_, Whole | Number):
            return self._number(type_, cell, percent)
        if isinstance(type_, ItemCodes):
            return self._item_codes(type_, cell, base or ())
        if isinstance(type_, ManyChoices):
            return self._many_choices(type_, cell, base or ())
        if isinstance(type_, Choice):
            return self._choice(type_, cell, base or "")
        if isinstance(type_, Links):
            return self._links(type_, cell, base or ())
        if isinstance(type_, Link):
            return self._link(type_, cell, base or "")
        if isinstance(type_, FiscalQuarter):
            return _either(self._text(cell), lambda text: type_.parse(text, self._reading))
        return self._text(cell)

    # -- single values -----------------------------------------------------------------------------------------------

    def _text(self, cell: RawCell) -> str:
        """A text; a number as it is shown. A day may have been anything: `3-1` is a budget line too."""
        if cell.kind == "text":
            return str(cell.value).strip()
        if cell.kind == "bool":
            return str(cell.value).upper()
        if cell.kind == "number":
            return digits(cell.value).replace(".", self.language.decimal_mark)
        raise refusal("date_for_text")

    def _day(self, type_: Date, cell: RawCell) -> date | None:
        if cell.kind not in ("date", "number"):
            return _either(self._text(cell), lambda text: type_.parse(text, self._reading))
        found = day_of(cell)
        if found is None or (digits_of(cell) in _YEARS):
            raise ValueError("date_unreadable")
        return found

    def _yes_no(self, type_: YesNo, cell: RawCell) -> bool | None:
        if cell.kind == "bool":
            return bool(cell.value)
        return _either(self._text(cell), lambda text: type_.parse(text, self._reading))

    def _number(self, type_: Whole | Number, cell: RawCell, percent: bool) -> Any:
        if cell.kind == "number":
            number = Decimal(digits(cell.value))
            if percent:
                if not isinstance(type_, Whole) or type_.most != 100:
                    raise ValueError("percent_format")
                number = Decimal(digits(float(cell.value) * 100))
            if isinstance(type_, Number):
                return number.normalize() + 0
            if number != number.to_integral_value():
                raise ValueError("number_not_whole")
            return int(number)
        if cell.kind == "date":
            raise refusal("date_for_number")
        text = self._text(cell)
        if self.currency and text.upper().endswith(self.currency.upper()):
            text = text[: -len(self.currency)].strip()
        return _either(text, lambda part: type_.parse(part, self._reading))

    # -- codes of lists ----------------------------------------------------------------------------------------------

    def _choice(self, type_: Choice, cell: RawCell, base: str) -> str:
        if cell.kind == "number":
            return self._code_of_number(type_.choices, cell, (base,))
        code = self._code(type_.choices, plain(self._text(cell)), (base,))
        if code is None:
            raise ValueError("choice_unknown")
        return code

    def _many_choices(self, type_: ManyChoices, cell: RawCell, base: tuple[str, ...]) -> tuple[str, ...]:
        if cell.kind == "number":
            return (self._code_of_number(type_.choices, cell, base),)
        return _several(self._text(cell), lambda part: self._code(type_.choices, part, base), "choice_unknown")

    def _code(self, name: str, text: str, base: tuple[str, ...]) -> str | None:
        """The code of a word: a code itself, its name in any language shipped, or its names in two languages."""
        folded = text.casefold()
        for code in base:
            if code and folded in {code.casefold(), *self._words_of(name, code)}:
                return code
        found = text if text in self._codes(name) else self.language.code_of(name, text)
        if found is None and JOINED in text:
            found = _either_of(text, lambda part: self._code(name, part, base))
        return found if found in self._codes(name) else None

    def _words_of(self, name: str, code: str) -> set[str]:
        return {language(speech).choice(name, code).casefold() for speech in SHIPPED}

    def _codes(self, name: str) -> frozenset[str]:
        return _code_set(name)

    def _code_of_number(self, name: str, cell: RawCell, base: tuple[str, ...]) -> str:
        candidates = by_number((*self._codes(name), *base)).get(float(cell.value), [])
        if not candidates:
            raise ValueError("choice_unknown")
        return _one(cell, candidates)

    def _item_codes(self, type_: ItemCodes, cell: RawCell, base: tuple[str, ...]) -> tuple[str, ...]:
        if cell.kind == "number":
            candidates = self._items_by_number.get(float(cell.value), [])
            if not candidates:
                raise ValueError("item_unknown")
            return (_one(cell, candidates),)
        found: tuple[str, ...] = type_.parse(self._text(cell), self._reading)
        if not self.items.issuperset(code for code in found if code not in base):
            raise ValueError("item_unknown")
        return found

    # -- links -------------------------------------------------------------------------------------------------------

    def _link(self, type_: Link, cell: RawCell, base: str) -> str:
        text = self._text(cell)
        found = self.names.find(type_.kind, text, (base,))
        if not found:
            raise ValueError("link_unknown")
        return found

    def _links(self, type_: Links, cell: RawCell, base: tuple[str, ...]) -> tuple[str, ...]:
        return _several(self._text(cell), lambda part: self.names.find(type_.kind, part, base), "link_unknown")

    # -- refusing ----------------------------------------------------------------------------------------------------

    def _refused(self, type_: FieldType[Any], reason: str, cell: RawCell) -> CellRefused:
        text = str(cell.value)
        if isinstance(type_, YesNo):
            return refusal(reason, (self.language.choice("yes_no", code) for code in ("yes", "no")))
        if isinstance(type_, Choice | ManyChoices):
            codes = type_.codes or tuple(sorted(self._codes(type_.choices)))
            return refusal(reason, _nearest(text, [self.language.choice(type_.choices, code) for code in codes]))
        if isinstance(type_, Link | Links):
            return refusal(reason, _nearest(text, self.names.all(type_.kind)))
        return refusal(reason)


_CODE_SETS: dict[str, frozenset[str]] = {}


def _code_set(name: str) -> frozenset[str]:
    if name not in _CODE_SETS:
        _CODE_SETS[name] = frozenset(codes_of(name) if name in OPEN_LISTS else Choice(name).codes)
    return _CODE_SETS[name]


def digits_of(cell: RawCell) -> int:
    """The whole number in a cell; 0 for any other."""
    try:
        number = float(cell.value)
    except ValueError:
        return 0
    return int(number) if number.is_integer() else 0


def _one(cell: RawCell, candidates: list[str]) -> str:
    return one_code(cell.value, list(dict.fromkeys(candidates)))


def _either(text: str, read: Callable[[str], T]) -> T:
    """A value in one language, or the same value in two. Raises what reading the whole raises."""
    try:
        return read(text)
    except ValueError:
        found = _either_of(text, lambda part: _or_none(read, part)) if JOINED in text else None
        if found is None:
            raise
        return found


def _or_none(read: Callable[[str], T], text: str) -> T | None:
    try:
        return read(text)
    except ValueError:
        return None


def _either_of(text: str, read: Callable[[str], T | None]) -> T | None:
    """The value that both sides of a text name, wherever it is parted."""
    place = text.find(JOINED)
    while place >= 0:
        first, second = read(text[:place].strip()), read(text[place + len(JOINED) :].strip())
        if first is not None and first == second:
            return first
        place = text.find(JOINED, place + 1)
    return None


def _several(text: str, read: Callable[[str], str | None], reason: str) -> tuple[str, ...]:
    """Values parted by semicolons or line breaks, else by commas; a name that holds such a mark itself is found whole."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _parted(_SEPARATORS.split(text), read)
    if found is None and "," in text:
        found = _parted(_WITH_COMMAS.split(text), read)
    if found is None:
        raise ValueError(reason)
    return found


def _parted(tokens: list[str], read: Callable[[str], str | None]) -> tuple[str, ...] | None:
    """`tokens` are parts with the separators between them. From the end on: the longest piece that is a name comes first."""
    count = len(tokens) // 2 + 1
    if count > MOST_PARTS:
        return None
    known: list[tuple[str, ...] | None] = [None] * count + [()]
    for start in range(count - 1, -1, -1):
        if not tokens[2 * start].strip():
            known[start] = known[start + 1]
            continue
        for end in range(min(count, start + LONGEST_NAME), start, -1):
            rest = known[end]
            value = read(plain("".join(tokens[2 * start : 2 * end - 1]))) if rest is not None else None
            if value is not None and rest is not None:
                known[start] = (value, *rest)
                break
    return known[0]


def _nearest(text: str, words: list[str]) -> list[str]:
    """The words most like a text first, then the others in their order, up to some."""
    if len(words) <= MOST_EXPECTED:
        return words
    folded = {word.casefold(): word for word in words}
    near = [
        folded[word] for word in difflib.get_close_matches(text.casefold()[:200], list(folded), MOST_EXPECTED // 2, 0.5)
    ]
    return [*near, *(word for word in words if word not in near)][:MOST_EXPECTED]
