"""Reads the shipped knowledge (checklist, indicator catalogue, country facts) from resources/ into domain values."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from mainstreamer.domain.checklist import Checklist, parse_checklist
from mainstreamer.domain.indicators import IndicatorDefinition, parse_catalogue
from mainstreamer.paths import resource
from mainstreamer.shipped import read_toml

FALLBACK = "en"


@functools.cache
def checklist(language: str) -> Checklist:
    """The shipped checklist in a language, with English behind it. Raises BadChecklist when its data are wrong."""
    languages = [language] if resource("checklist", f"text.{language}.toml").is_file() else []
    languages += [FALLBACK] if FALLBACK not in languages else []
    texts = {code: read_toml("checklist", f"text.{code}.toml") for code in languages}
    return parse_checklist(read_toml("checklist", "structure.toml"), texts)


@functools.cache
def indicators() -> dict[str, IndicatorDefinition]:
    """The indicator catalogue by code."""
    return parse_catalogue(read_toml("codes", "indicators.toml"))


@functools.cache
def countries() -> Mapping[str, Any]:
    """Currency and fiscal year by country code (ISO 3166-1 alpha-3)."""
    return read_toml("codes", "countries.toml")
