"""What a plan makes of the checklist: items of its own, its own wording, what it leaves out, and in which order.

The shipped checklist is never touched. An own item and the suggestions of a plan are records like any other; wording and
settings have uids that follow from what they are about, so that two laptops that reword one item meet in one field.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from mainstreamer.domain.fields import (
    Choice,
    LongText,
    ManyChoices,
    Number,
    Text,
    Whole,
    YesNo,
    of,
)
from mainstreamer.domain.kinds.base import Record

LONGEST_SUGGESTION = 20
"""Quarters that a suggested action may take at most: five years, the length of a plan."""


@dataclass(frozen=True, slots=True)
class CustomItem(Record):
    """A checklist item that a country added for itself, in the language it was written in."""

    code: str = of(Text(), column=1, compulsory=True)
    step: str = of(Choice("step"), column=1, compulsory=True)
    question: str = of(LongText(), column=4, compulsory=True)
    why: str = of(LongText())
    no: str = of(LongText())
    partly: str = of(LongText())
    yes: str = of(LongText())
    evidence: str = of(LongText())
    who_knows: str = of(LongText())
    obstacle: str = of(LongText())
    essential: bool | None = of(YesNo())
    sector: str = of(Choice("sector"), group="tags")
    r2: tuple[str, ...] = of(ManyChoices("r2"), group="tags")
    roles: tuple[str, ...] = of(ManyChoices("country_role"), group="tags")
    phases: tuple[str, ...] = of(ManyChoices("phase"), group="tags")
    sdg: tuple[str, ...] = of(ManyChoices("sdg"), group="tags")
    gcm: tuple[str, ...] = of(ManyChoices("gcm"), group="tags")
    language: str = of(Text(), group="tags")


@dataclass(frozen=True, slots=True)
class ItemAction(Record):
    """An action that a plan suggests for an item, shipped or own, beside those of the shipped checklist."""

    item: str = of(Text(), column=1, compulsory=True)
    action: str = of(LongText(), column=4, compulsory=True)
    output: str = of(LongText(), column=3)
    lead: str = of(Choice("institution_type"), column=1)
    quarters: int | None = of(Whole(1, LONGEST_SUGGESTION), column=1)
    indicator: str = of(Choice("indicator"), column=1)
    language: str = of(Text())


@dataclass(frozen=True, slots=True)
class ItemText(Record):
    """One text of an item in one language, in a plan's own wording: a rewording or a translation.

    `name` is one of `ITEM_TEXTS`, or `action.<key>.action` and `action.<key>.output` for a suggested action.
    """

    item: str = of(Text(), column=1, compulsory=True)
    language: str = of(Text(), column=1, compulsory=True)
    name: str = of(Text(), column=1, compulsory=True)
    text: str = of(LongText(), column=4)


@dataclass(frozen=True, slots=True)
class ItemSetting(Record):
    """Whether a plan leaves an item out, why, and where it stands within its step (by default 1, 2, 3 ...)."""

    item: str = of(Text(), column=1, compulsory=True)
    off: bool | None = of(YesNo(), column=1)
    reason: str = of(LongText(), column=3)
    place: Decimal | None = of(Number(), column=1)
