"""Types of fields: how a value is read from what people type or paste, stored, and refused.

Every type has a blank value (`""`, `None` or `()`), a stored form (`str`, `int` or `None` for blank) that a database
column and the history share, and a check that answers with a code, never with a sentence. `parse` raises
`ValueError(code)`.
"""

from __future__ import annotations

import dataclasses
import json
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Generic, TypeVar, cast

from mainstreamer.domain.calendar import Quarter, parse_quarter
from mainstreamer.domain.choices import CHOICES, OPEN_LISTS
from mainstreamer.domain.numbers import PLAIN, Reading, number_text, parse_number, stored_number

Stored = str | int | None
V = TypeVar("V")

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f'’]+")
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufffe\uffff]")
_LIST_BREAK = re.compile(r"[;\n]")
MAX_TEXT = 1_000_000


@dataclass(frozen=True)
class FieldType(Generic[V]):
    """Base of all field types; `name` is the stable name of the type."""

    name: ClassVar[str] = ""
    integer: ClassVar[bool] = False

    @property
    def blank(self) -> V:
        """The value of a field nobody has filled."""
        return cast(V, None)

    def is_blank(self, value: V) -> bool:
        return value is None or value == "" or value == ()

    def clean(self, value: V) -> V:
        """The value as it will be kept."""
        return value

    def check(self, value: V) -> str:
        """Code of what is wrong with a value, or empty. Blank is never wrong here."""
        return ""

    def store(self, value: V) -> Stored:
        """The stored form; None for blank."""
        return None if self.is_blank(value) else str(value)

    def load(self, stored: Stored) -> V:
        """The value of a stored form. Raises ValueError for what this type could not have stored."""
        return self.blank if stored is None else self.from_stored(stored)

    def from_stored(self, stored: str | int) -> V:
        return cast(V, stored)

    def parse(self, text: str, reading: Reading = PLAIN) -> V:
        """Read what a person typed or pasted; blank text gives the blank value. Raises ValueError(code)."""
        stripped = text.strip()
        value = self.clean(self.read(stripped, reading)) if stripped else self.blank
        problem = self.check(value)
        if problem:
            raise ValueError(problem)
        return value

    def read(self, text: str, reading: Reading) -> V:
        return cast(V, text)


@dataclass(frozen=True)
class Text(FieldType[str]):
    """One line of text."""

    name: ClassVar[str] = "text"

    @property
    def blank(self) -> str:
        return ""

    def clean(self, value: str) -> str:
        if isinstance(value, str) and "\x00" not in value:
            return _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
        return value

    def check(self, value: str) -> str:
        if not isinstance(value, str):
            return "wrong_type"
        if "\x00" in value:
            return "text_nul"
        if len(value) > MAX_TEXT:
            return "text_too_long"
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return "text_surrogate"
        return ""

    def from_stored(self, stored: str | int) -> str:
        return str(stored)


@dataclass(frozen=True)
class LongText(Text):
    """Several lines of text."""

    name: ClassVar[str] = "long_text"


@dataclass(frozen=True)
class Address(Text):
    """Where something lies outside the plan: the path of a file, or a web address."""

    name: ClassVar[str] = "address"


def is_web_address(text: str) -> bool:
    """Whether an address leads to a page, not to a file."""
    return text.strip().casefold().startswith(("http://", "https://"))


@dataclass(frozen=True)
class Choice(Text):
    """One code of a list."""

    name: ClassVar[str] = "choice"
    choices: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes offered; empty for the long lists kept as data."""
        return CHOICES.get(self.choices, ())

    def check(self, value: str) -> str:
        return super().check(value) or ("" if self.knows(value) else "choice_unknown")

    def knows(self, code: str) -> bool:
        if self.choices in OPEN_LISTS:
            return re.fullmatch(r"[A-Za-z0-9._-]{0,40}", code) is not None
        return code == "" or code in self.codes

    def read(self, text: str, reading: Reading) -> str:
        if self.choices not in OPEN_LISTS and text in self.codes:
            return text
        code = reading.code_of(self.choices, text)
        if code is None and self.choices in OPEN_LISTS and self.knows(text):
            code = text
        if code is None:
            raise ValueError("choice_unknown")
        return code


@dataclass(frozen=True)
class _Several(FieldType[tuple[str, ...]]):
    """Several pieces of text in the order given, each once."""

    @property
    def blank(self) -> tuple[str, ...]:
        return ()

    def clean(self, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value)) if isinstance(value, tuple | list) else value

    def check(self, value: tuple[str, ...]) -> str:
        if not isinstance(value, tuple) or not all(isinstance(part, str) for part in value):
            return "wrong_type"
        return next((problem for part in value if (problem := self.check_one(part))), "")

    def check_one(self, part: str) -> str:
        return Text().check(part)

    def store(self, value: tuple[str, ...]) -> Stored:
        return json.dumps(list(value), ensure_ascii=False) if value else None

    def from_stored(self, stored: str | int) -> tuple[str, ...]:
        parts = json.loads(str(stored))
        if not isinstance(parts, list):
            raise ValueError("wrong_type")
        return tuple(str(part) for part in parts)

    def read(self, text: str, reading: Reading) -> tuple[str, ...]:
        return tuple(self.read_one(part.strip(), reading) for part in _LIST_BREAK.split(text) if part.strip())

    def read_one(self, part: str, reading: Reading) -> str:
        return part


@dataclass(frozen=True)
class ManyChoices(_Several):
    """Several codes of a list, separated by `;` when pasted."""

    name: ClassVar[str] = "many_choices"
    choices: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        return CHOICES.get(self.choices, ())

    def check_one(self, part: str) -> str:
        return "" if part and Choice(self.choices).knows(part) else "choice_unknown"

    def read(self, text: str, reading: Reading) -> tuple[str, ...]:
        try:
            return super().read(text, reading)
        except ValueError:
            if "," not in text:
                raise
        return super().read(text.replace(",", ";"), reading)

    def read_one(self, part: str, reading: Reading) -> str:
        return Choice(self.choices).read(part, reading)


@dataclass(frozen=True)
class ItemCodes(_Several):
    """Codes of checklist items such as `2.3` or `6H1`."""

    name: ClassVar[str] = "item_codes"

    def check_one(self, part: str) -> str:
        return "" if re.fullmatch(r"[0-9A-Za-z.\-]{1,20}", part) else "item_unknown"

    def read(self, text: str, reading: Reading) -> tuple[str, ...]:
        return super().read(re.sub(r"[,\s]+", ";", text), reading)


@dataclass(frozen=True)
class Link(Text):
    """The uid of one record of a kind."""

    name: ClassVar[str] = "link"
    kind: str = ""

    def read(self, text: str, reading: Reading) -> str:
        uid = reading.uid_of(self.kind, text)
        if uid is None:
            raise ValueError("link_unknown")
        return uid


@dataclass(frozen=True)
class Links(_Several):
    """The uids of several records of a kind."""

    name: ClassVar[str] = "links"
    kind: str = ""

    def read_one(self, part: str, reading: Reading) -> str:
        return Link(self.kind).read(part, reading)


@dataclass(frozen=True)
class Whole(FieldType[int | None]):
    """A whole number between two bounds."""

    name: ClassVar[str] = "whole"
    integer: ClassVar[bool] = True
    least: int = 0
    most: int = 10**15

    def check(self, value: int | None) -> str:
        if value is None:
            return ""
        if not isinstance(value, int) or isinstance(value, bool):
            return "wrong_type"
        return "" if self.least <= value <= self.most else self.out_of_range(value)

    def out_of_range(self, value: int) -> str:
        return "number_negative" if value < self.least == 0 else "number_range"

    def store(self, value: int | None) -> Stored:
        return value

    def from_stored(self, stored: str | int) -> int:
        return int(stored)

    def read(self, text: str, reading: Reading) -> int:
        try:
            number = parse_number(text, reading)
        except ValueError as error:
            if str(error) != "number_ambiguous":
                raise
            number = Decimal(re.sub(r"[^\d-]", "", _SPACES.sub("", text).replace("−", "-")))
        if number != number.to_integral_value():
            raise ValueError("number_not_whole")
        return int(number)


@dataclass(frozen=True)
class Scale(Whole):
    """A judgement on a short scale, such as 1 to 5."""

    name: ClassVar[str] = "scale"
    least: int = 1
    most: int = 5

    def out_of_range(self, value: int) -> str:
        return "scale_range"


@dataclass(frozen=True)
class Year(Whole):
    """A calendar or fiscal year."""

    name: ClassVar[str] = "year"
    least: int = 1900
    most: int = 2200

    def out_of_range(self, value: int) -> str:
        return "year_range"


@dataclass(frozen=True)
class YesNo(FieldType[bool | None]):
    """Yes, no, or not said."""

    name: ClassVar[str] = "yes_no"
    integer: ClassVar[bool] = True

    def check(self, value: bool | None) -> str:
        return "" if value is None or isinstance(value, bool) else "wrong_type"

    def store(self, value: bool | None) -> Stored:
        return None if value is None else int(value)

    def from_stored(self, stored: str | int) -> bool:
        return bool(int(stored))

    def read(self, text: str, reading: Reading) -> bool:
        known = {"yes": True, "no": False, "1": True, "0": False, "true": True, "false": False, "x": True, "✓": True}
        code = reading.code_of("yes_no", text) or text.casefold()
        if code not in known:
            raise ValueError("choice_unknown")
        return known[code]


@dataclass(frozen=True)
class Number(FieldType[Decimal | None]):
    """A measured value; any sign unless `least` says otherwise."""

    name: ClassVar[str] = "number"
    least: Decimal | None = None
    digits: ClassVar[int] = 60

    def check(self, value: Decimal | None) -> str:
        if value is None:
            return ""
        if not isinstance(value, Decimal):
            return "wrong_type"
        if not value.is_finite() or value.adjusted() > self.digits:
            return "number_range"
        if cast(int, value.as_tuple().exponent) < -self.digits:
            return "number_range"
        return "number_negative" if self.least is not None and value < self.least else ""

    def store(self, value: Decimal | None) -> Stored:
        return None if value is None else number_text(value)

    def from_stored(self, stored: str | int) -> Decimal:
        return stored_number(str(stored))

    def read(self, text: str, reading: Reading) -> Decimal:
        return parse_number(text.replace("%", ""), reading)


@dataclass(frozen=True)
class Money(Number):
    """An amount in the currency of the plan, never negative."""

    name: ClassVar[str] = "money"
    least: Decimal | None = Decimal(0)


@dataclass(frozen=True)
class Date(FieldType[date | None]):
    """A day. Pasted days are ISO (`2027-03-31`) or day, month, year (`31.03.2027`, `31/3/2027`)."""

    name: ClassVar[str] = "date"

    def check(self, value: date | None) -> str:
        return "" if value is None or type(value) is date else "wrong_type"

    def store(self, value: date | None) -> Stored:
        return None if value is None else value.isoformat()

    def from_stored(self, stored: str | int) -> date:
        return date.fromisoformat(str(stored))

    def read(self, text: str, reading: Reading) -> date:
        iso = re.fullmatch(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]00:00(?::00)?)?", text)
        usual = re.fullmatch(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})\s*(?:г\.?)?", text)
        try:
            if iso:
                return date(int(iso[1]), int(iso[2]), int(iso[3]))
            if usual:
                return date(int(usual[3]), int(usual[2]), int(usual[1]))
        except ValueError as error:
            raise ValueError("date_unreadable") from error
        raise ValueError("date_unreadable")


@dataclass(frozen=True)
class FiscalQuarter(FieldType[Quarter | None]):
    """A quarter of the plan's fiscal calendar."""

    name: ClassVar[str] = "quarter"

    def check(self, value: Quarter | None) -> str:
        if value is None:
            return ""
        if not isinstance(value, Quarter):
            return "wrong_type"
        return "" if 1900 <= value.year <= 2200 and 1 <= value.quarter <= 4 else "quarter_unreadable"

    def from_stored(self, stored: str | int) -> Quarter:
        return parse_quarter(str(stored))

    def read(self, text: str, reading: Reading) -> Quarter:
        try:
            return parse_quarter(text)
        except ValueError as error:
            raise ValueError("quarter_unreadable") from error


@dataclass(frozen=True)
class Table:
    """A table of numbers: named rows and columns; None where nothing was given."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[Decimal | None, ...], ...]

    def column(self, name: str) -> tuple[Decimal | None, ...]:
        """The numbers of one column, a cell a row. Raises ValueError when there is no such column."""
        place = self.columns.index(name)
        return tuple(row[place] for row in self.cells)


@dataclass(frozen=True)
class NumberTable(FieldType[Table | None]):
    """A table of numbers such as population by age group and sex."""

    name: ClassVar[str] = "number_table"

    def check(self, value: Table | None) -> str:
        if value is None:
            return ""
        if not isinstance(value, Table) or len(value.cells) != len(value.rows):
            return "wrong_type"
        if any(len(row) != len(value.columns) for row in value.cells):
            return "wrong_type"
        for name in value.columns + value.rows:
            if problem := Text().check(name):
                return problem
        number = Number(Decimal(0))
        return next((problem for row in value.cells for cell in row if (problem := number.check(cell))), "")

    def store(self, value: Table | None) -> Stored:
        if value is None:
            return None
        cells = [[None if cell is None else number_text(cell) for cell in row] for row in value.cells]
        return json.dumps({"columns": value.columns, "rows": value.rows, "cells": cells}, ensure_ascii=False)

    def from_stored(self, stored: str | int) -> Table:
        data: dict[str, Any] = json.loads(str(stored))
        try:
            rows = data["cells"]
            cells = tuple(tuple(None if cell is None else stored_number(cell) for cell in row) for row in rows)
            return Table(tuple(data["columns"]), tuple(data["rows"]), cells)
        except (TypeError, KeyError) as error:
            raise ValueError("wrong_type") from error

    def read(self, text: str, reading: Reading) -> Table:
        raise ValueError("table_not_in_a_cell")


@dataclass(frozen=True)
class FieldSpec:
    """What a record's attribute is: its type and how the window and the workbook show it.

    `group` names the form section; `column` puts it into the register table at a relative width; `compulsory`
    fields are what readiness asks for; `person` marks personal data that a public export leaves out.
    """

    type: FieldType[Any]
    group: str = "main"
    column: int = 0
    compulsory: bool = False
    person: bool = False


def of(
    type_: FieldType[V], *, group: str = "main", column: int = 0, compulsory: bool = False, person: bool = False
) -> V:
    """Describe an attribute of a record. Typed as the value, so that records read as plain dataclasses."""
    spec = FieldSpec(type_, group, column, compulsory, person)
    return dataclasses.field(default=type_.blank, metadata={"spec": spec})
