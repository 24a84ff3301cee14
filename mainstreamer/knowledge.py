"""Reads the shipped knowledge (checklist, indicator catalogue, country facts) from resources/ into domain values."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from mainstreamer.domain.checklist import Checklist, parse_checklist
from mainstreamer.domain.indicators import IndicatorDefinition, parse_catalogue
from mainstreamer.domain.own_checklist import tailored
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.trace import Bullet, parse_bullets
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
    return parse_bullets(read_toml("checklist", "recommendation.toml"))


@functools.cache
def indicators() -> dict[str, IndicatorDefinition]:
    """The indicator catalogue by code."""
    return parse_catalogue(read_toml("codes", "indicators.toml"))


@functools.cache
def countries() -> Mapping[str, Any]:
    """Currency and fiscal year by country code (ISO 3166-1 alpha-3)."""
    return read_toml("codes", "countries.toml")
