"""Reads the shipped knowledge (checklist, indicator catalogue, country facts) from resources/ into domain values."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from mainstreamer.domain.checklist import Checklist, parse_checklist
from mainstreamer.domain.glossary import Glossary, parse_glossary
from mainstreamer.domain.indicators import IndicatorDefinition, parse_catalogue
from mainstreamer.domain.own_checklist import tailored
from mainstreamer.domain.plan import Plan
from mainstreamer.paths import resource
from mainstreamer.shipped import read_toml

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


def plan_checklist(plan: Plan, language: str) -> Checklist:
    """The checklist of a plan in a language: the shipped one with what the plan made of it."""
    return tailored(checklist(language), plan)


@functools.cache
def glossary(language: str) -> Glossary:
    """The glossary in a language, or in English where it is not written in that language."""
    code = language if language in glossary_languages() else FALLBACK
    if code != language:
        return glossary(code)
    return parse_glossary(code, read_toml("glossary", "terms.toml"), read_toml("glossary", f"text.{code}.toml"))


@functools.cache
def glossary_languages() -> tuple[str, ...]:
    """Languages that the glossary is written in."""
    return tuple(sorted(path.name.split(".")[1] for path in resource("glossary").glob("text.*.toml")))


@functools.cache
def indicators() -> dict[str, IndicatorDefinition]:
    """The indicator catalogue by code."""
    return parse_catalogue(read_toml("codes", "indicators.toml"))


@functools.cache
def countries() -> Mapping[str, Any]:
    """Currency and fiscal year by country code (ISO 3166-1 alpha-3)."""
    return read_toml("codes", "countries.toml")
