"""Reads the shipped knowledge (checklist, indicator catalogue, country facts) from resources/ into domain values."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mainstreamer.domain.checklist import Checklist, parse_checklist
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.own_checklist import tailored
from mainstreamer.domain.plan import Plan
from mainstreamer.language import SHIPPED, language
from mainstreamer.paths import resource
from mainstreamer.shipped import read_toml

if TYPE_CHECKING:
    from mainstreamer.domain.code_lists import CodeList
    from mainstreamer.domain.glossary import Glossary
    from mainstreamer.domain.indicators import IndicatorDefinition
    from mainstreamer.domain.trace import Bullet

FALLBACK = "en"


@functools.cache
def checklist(language: str) -> Checklist:
    """The shipped checklist in a language, with English behind it. Raises BadChecklist when its data are wrong."""
    shipped = checklist_languages()
    texts = {
        code: read_toml("checklist", f"text.{code}.toml") if code in shipped else {}
        for code in dict.fromkeys((language, FALLBACK))
    }
    return parse_checklist(read_toml("checklist", "structure.toml"), texts, shipped)


@functools.cache
def checklist_languages() -> tuple[str, ...]:
    """Languages that the checklist is shipped in."""
    return tuple(sorted(path.name.split(".")[1] for path in resource("checklist").glob("text.*.toml")))


def shipped_text(language: str, item: str, *keys: str) -> str:
    """A shipped text of an item in this language and no other, by its place in the file of texts; empty when there is none."""
    found: Any = checklist(language).texts.get(language, {}).get("item", {}).get(item, {})
    for key in keys:
        found = found.get(key, {}) if isinstance(found, Mapping) else {}
    return found if isinstance(found, str) else ""


def plan_checklist(plan: Plan, language: str) -> Checklist:
    """The checklist of a plan in a language: the shipped one with what the plan made of it."""
    return tailored(checklist(language), plan)


@functools.cache
def recommendation() -> tuple[Bullet, ...]:
    """Recommendation 2, its points and the items that carry them."""
    from mainstreamer.domain.trace import parse_bullets

    return parse_bullets(read_toml("checklist", "recommendation.toml"))


@functools.cache
def glossary(language: str) -> Glossary:
    """The glossary in a language, or in English where it is not written in that language."""
    code = language if language in glossary_languages() else FALLBACK
    if code != language:
        return glossary(code)
    from mainstreamer.domain.glossary import parse_glossary

    return parse_glossary(code, read_toml("glossary", "terms.toml"), read_toml("glossary", f"text.{code}.toml"))


@functools.cache
def glossary_languages() -> tuple[str, ...]:
    """Languages that the glossary is written in."""
    return tuple(sorted(path.name.split(".")[1] for path in resource("glossary").glob("text.*.toml")))


@functools.cache
def indicators() -> dict[str, IndicatorDefinition]:
    """The indicator catalogue by code, with its names and units in the languages shipped, so that spellings of them meet."""
    from mainstreamer.domain.indicators import parse_catalogue

    found = parse_catalogue(read_toml("codes", "indicators.toml"))
    return {code: _worded(definition) for code, definition in found.items()}


def _worded(definition: IndicatorDefinition) -> IndicatorDefinition:
    from mainstreamer.domain.indicators import folded

    names, spellings = set(), {}
    for code in SHIPPED:
        speech = language(code)
        for unit in (*(variant.unit for variant in definition.variants), definition.unit):
            spellings[folded(speech.word("demography", "unit", unit))] = unit
        spellings[folded(speech.word("indicator", definition.code, "unit"))] = definition.unit
        names.add(folded(speech.word("indicator", definition.code, "name")))
    return dataclasses.replace(definition, names=frozenset(names), spellings=spellings)


@functools.cache
def code_lists() -> dict[str, CodeList]:
    """Every list of codes with its edition and the day on which it was checked."""
    from mainstreamer.domain.code_lists import parse_code_lists

    return parse_code_lists(read_toml("codes", "lists.toml"))


def codes_of(name: str) -> tuple[str, ...]:
    """The codes of a list, in the order in which it is offered."""
    if name == "country":
        return tuple(countries())
    if name == "indicator":
        return tuple(indicators())
    return tuple(language(FALLBACK).section("currency")) if name == "currency" else CHOICES[name]


@functools.cache
def countries() -> Mapping[str, Any]:
    """Currency and fiscal year by country code (ISO 3166-1 alpha-3)."""
    return read_toml("codes", "countries.toml")


@functools.cache
def table_words(name: str) -> Mapping[str, Any]:
    """How tables that did not come from this program name things: `headings`, `choices`, `institutions`."""
    return read_toml("tables", f"{name}.toml")
