"""What choosing an indicator of the catalogue fills in: its name, unit, source, disaggregation and frequency."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mainstreamer.domain.indicators import IndicatorDefinition
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.knowledge import indicators
from mainstreamer.language import SHIPPED, Language, language

FILLED = {
    "action_indicator": ("name", "unit", "disaggregation", "verification", "institution", "frequency"),
    "observation": ("name", "unit"),
}
"""Kinds with an indicator, and the fields that follow from it."""
CHOSEN = "indicator"


def speech_of(plan: Plan, spoken: Language) -> Language:
    """The language in which the plan is written; the one spoken where the program does not ship it."""
    return language(plan.frame.language) if plan.frame.language in SHIPPED else spoken


UNTOLD = frozenset({"other", "other_ministry", "public_agency"})
"""Types that many different institutions have: being the only one entered makes none of them the one that is meant."""


def holder_of(plan: Plan, institution_type: str) -> str:
    """The institution of a type, where the plan has exactly one; otherwise empty, since it must not be guessed. Nobody is meant
    by a type that says only what an institution is not."""
    if institution_type in UNTOLD:
        return ""
    found = [row.uid for row in plan.institutions if row.type == institution_type]
    return found[0] if institution_type and len(found) == 1 else ""


def unit_words(speech: Language, definition: IndicatorDefinition) -> str:
    """The unit in words. Where an indicator has parts in other units, the plain word of its main one."""
    if any(variant.unit != definition.unit for variant in definition.variants):
        return speech.word("demography", "unit", definition.unit)
    return speech.word("indicator", definition.code, "unit")


def values_for(plan: Plan, kind: str, code: str, speech: Language) -> dict[str, Any]:
    """What the catalogue says about an indicator, by field of the kind; empty for one that it does not have."""
    definition = indicators().get(code)
    if definition is None:
        return {}
    every = {
        "name": speech.word("indicator", code, "name"),
        "unit": unit_words(speech, definition),
        "disaggregation": definition.disaggregation,
        "verification": speech.word("indicator", code, "source"),
        "institution": holder_of(plan, definition.holder),
        "frequency": definition.frequency,
    }
    return {field: every[field] for field in FILLED[kind] if every[field]}


def following(plan: Plan, kind: str, uid: str, code: str, speech: Language) -> list[Put]:
    """Puts that fill what follows from an indicator, before it is put.

    Only blank fields are filled, and those that still hold what the indicator chosen before had filled in, in whichever
    language. What a person wrote stays.
    """
    before = str(plan.value(kind, uid, CHOSEN))
    if code == before:
        return []
    wanted = values_for(plan, kind, code, speech)
    earlier = [values_for(plan, kind, before, language(shipped)) for shipped in SHIPPED] if before else []
    puts = []
    for field in FILLED[kind]:
        blank, now = KINDS[kind].fields[field].type.blank, plan.value(kind, uid, field)
        if now != blank and not any(now == one.get(field) for one in earlier):
            continue
        new = wanted.get(field, blank)
        if new != now:
            puts.append(Put(kind, uid, field, new))
    return puts


def with_following(plan: Plan, puts: Iterable[Put], spoken: Language) -> list[Put]:
    """These puts, with what follows from each indicator chosen among them; fields put by themselves are left alone."""
    given = list(puts)
    taken = {(put.kind, put.uid, put.field) for put in given}
    speech = speech_of(plan, spoken)
    more = [
        one
        for put in given
        if put.kind in FILLED and put.field == CHOSEN
        for one in following(plan, put.kind, put.uid, str(put.value), speech)
    ]
    return given + [put for put in more if (put.kind, put.uid, put.field) not in taken]
