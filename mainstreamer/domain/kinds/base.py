"""What every kind of record shares: a uid, a type, a description of its fields."""

from __future__ import annotations

import dataclasses
import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mainstreamer.domain.fields import FieldSpec

EXISTS = "exists"
"""The field that says whether a record is there. It is put, undone and merged like any other."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of one kind. Immutable: a change makes a new record under the same uid."""

    uid: str


@dataclass(frozen=True)
class Kind:
    """The one description of a kind of record, from which table, form, worksheet and import are made.

    `title` is the field that names a record to people, `step` the checklist step whose register it is (0: of no step),
    `parent` the link field of a kind that only exists inside another one, `order` the field that keeps rows in sequence.
    """

    name: str
    record: type[Record]
    title: str
    step: int = 0
    parent: str = ""
    order: str = ""

    @cached_property
    def fields(self) -> dict[str, FieldSpec]:
        """Attributes in their order of declaration, without the uid."""
        found: dict[str, FieldSpec] = {}
        for field in dataclasses.fields(self.record):
            if "spec" in field.metadata:
                found[field.name] = field.metadata["spec"]
        return found

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Fields that a register table shows at first."""
        return tuple(name for name, spec in self.fields.items() if spec.column)

    @cached_property
    def compulsory(self) -> tuple[str, ...]:
        return tuple(name for name, spec in self.fields.items() if spec.compulsory)

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Form sections, each with its fields, in order of first appearance."""
        sections: dict[str, list[str]] = {}
        for name, spec in self.fields.items():
            sections.setdefault(spec.group, []).append(name)
        return {group: tuple(names) for group, names in sections.items()}

    def new(self, uid: str, **values: Any) -> Any:
        """A record with these values and blanks elsewhere."""
        return self.record(uid, **values)


def new_uid() -> str:
    """A fresh random uid."""
    return str(uuid.uuid4())
