"""What every type of field does, and how a record's attribute is described."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar, cast

from mainstreamer.domain.numbers import PLAIN, Reading

Stored = str | int | None
V = TypeVar("V")


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
