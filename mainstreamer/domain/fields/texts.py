"""Text, codes of lists, links to records: one, or several."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import ClassVar

from mainstreamer.domain.choices import CHOICES, OPEN_LISTS
from mainstreamer.domain.fields.base import FieldType, Stored
from mainstreamer.domain.numbers import Reading

_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufffe\uffff]")
_LIST_BREAK = re.compile(r"[;\n]")
MAX_TEXT = 1_000_000


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
