"""What a column of a table can go into, by the kind of record: a field, or several at once through a reading of its own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.fields import FieldType, ItemCodes, Link, Links, LongText, ManyChoices, NumberTable, Text
from mainstreamer.domain.kinds import KINDS

ACTION, POPULATION = "action", "population_table"
TAKEN_KINDS = (
    "action", "objective", "institution", "agreement", "corridor", "evidence", "sector_issue", "consultation", "body",
    "observation", POPULATION,
)  # fmt: skip
"""Kinds that a table can bring, in the order in which they are offered."""

LEFT_OUT, ASIDE = "", "aside"
"""A column that is not taken; a column whose texts are kept in the field for notes, each behind its heading."""
DEADLINE, PERIOD, GRID, FINANCE = "deadline", "period", "grid", "finance"
"""Of actions: until when; from when until when; a column of a quarter or year that is ticked; where the money comes from."""
INDICATOR = {
    "indicator_name": "name",
    "indicator_unit": "unit",
    "indicator_baseline": "baseline",
    "indicator_target": "target",
    "indicator_verification": "verification",
}
"""Fields of the indicator of an action, which is a record of its own."""
SPECIAL = (DEADLINE, PERIOD, GRID, FINANCE, *INDICATOR)
REPEATED = (GRID, ASIDE, LEFT_OUT)
"""What any number of columns can go into."""


@cache
def targets(kind: str) -> tuple[str, ...]:
    """Everything that a column of such a table can go into, the most wanted first; not to take it comes last."""
    fields = [name for name, spec in KINDS[kind].fields.items() if not isinstance(spec.type, Attachment | NumberTable)]
    if kind == ACTION:
        place = fields.index("start")
        indicators = list(INDICATOR)
        fields = [*fields[:place], DEADLINE, PERIOD, *fields[place:], FINANCE, *indicators, GRID]
    return (*fields, *((ASIDE,) if note_field(kind) else ()), LEFT_OUT)


_NOTES = {"institution": "contact_details", "body": "tasks", "corridor": "issues"}
"""Where kinds without notes keep words. What is said of an institution may name persons: it goes where nothing is published."""


def note_field(kind: str) -> str:
    """The field in which words are kept that have no other place; empty where there is none."""
    fields = KINDS[kind].fields
    if kind in _NOTES:
        return _NOTES[kind]
    return next((name for name in ("note", "source") if name in fields and isinstance(fields[name].type, LongText)), "")


def noted(kind: str, lines: Iterable[str]) -> str:
    """Lines as the field for such words holds them."""
    type_ = KINDS[kind].fields[note_field(kind)].type
    if isinstance(type_, LongText):
        return "\n".join(filter(None, lines))
    return "; ".join(" ".join(line.split()) for line in lines if line)


def type_of(kind: str, target: str) -> FieldType[object] | None:
    """The type of the field behind a target; None for targets with a reading of their own."""
    if target in INDICATOR and kind == ACTION:
        return KINDS["action_indicator"].fields[INDICATOR[target]].type
    spec = KINDS[kind].fields.get(target)
    return spec.type if spec is not None else None


def joins(kind: str, target: str) -> bool:
    """Whether several columns or rows can feed one field: their texts and lists are put together."""
    if target in REPEATED or target in (FINANCE, "indicator_name", "indicator_verification"):
        return True
    type_ = type_of(kind, target)
    return (type(type_) in (Text, LongText) and target != "code") or isinstance(type_, Links | ManyChoices | ItemCodes)


@dataclass(frozen=True)
class Column:
    """A column of the sheet, what it goes into, and how. `sure` is `known`, `likely`, or empty where nobody knows;
    `factor` multiplies amounts; `fill` lets blank cells take the value above."""

    place: int
    heading: str
    target: str = LEFT_OUT
    sure: str = ""
    factor: int = 1
    fill: bool = False


SKIP, OBJECTIVE = "skip", "objective"
"""What becomes of rows that are titles of the rows below: nothing, or the objective of those."""


@dataclass(frozen=True)
class Mapping:
    """How a sheet is read: the kind of its rows, its rows of headings (`first`, and `depth` of them), and its columns."""

    kind: str
    first: int
    depth: int
    columns: tuple[Column, ...] = ()
    sections: str = SKIP

    @property
    def body(self) -> int:
        """The first row below the headings."""
        return self.first + self.depth

    def places(self, target: str) -> tuple[int, ...]:
        """The columns that go into something."""
        return tuple(column.place for column in self.columns if column.target == target)

    def column(self, place: int) -> Column | None:
        return next((column for column in self.columns if column.place == place), None)

    def with_column(self, changed: Column) -> Mapping:
        """With one column changed. What can be fed by one column only is taken from the column that fed it."""
        single = bool(changed.target) and not joins(self.kind, changed.target)
        columns = []
        for column in self.columns:
            if column.place == changed.place:
                columns.append(changed)
            elif single and column.target == changed.target:
                columns.append(dataclasses.replace(column, target=LEFT_OUT, sure=""))
            else:
                columns.append(column)
        return dataclasses.replace(self, columns=tuple(columns))


def title_of(kind: str) -> str:
    """The field by which records of a kind are known."""
    return KINDS[kind].title


def links_to(kind: str, target: str) -> str:
    """The kind that a target links to; empty for others."""
    type_ = type_of(kind, target)
    return type_.kind if isinstance(type_, Link | Links) else ""
