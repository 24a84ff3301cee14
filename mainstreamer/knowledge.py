"""Reads the shipped knowledge (checklist, indicator catalogue, country facts) from resources/ into domain values."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from typing import Any

from mainstreamer.domain.checklist import Checklist, parse_checklist
from mainstreamer.domain.indicators import IndicatorDefinition, parse_catalogue
from mainstreamer.paths import resource

FALLBACK = "en"


@functools.cache
def _read(*parts: str) -> Mapping[str, Any]:
    return tomllib.loads(resource(*parts).read_text(encoding="utf-8"))


@functools.cache
def checklist(language: str) -> Checklist:
    """The shipped checklist in a language, with English behind it. Raises BadChecklist when its data are wrong."""
    languages = [language] if resource("checklist", f"text.{language}.toml").is_file() else []
    languages += [FALLBACK] if FALLBACK not in languages else []
    texts = {code: _read("checklist", f"text.{code}.toml") for code in languages}
    return parse_checklist(_read("checklist", "structure.toml"), texts)


@functools.cache
def indicators() -> dict[str, IndicatorDefinition]:
    """The indicator catalogue by code."""
    return parse_catalogue(_read("codes", "indicators.toml"))


@functools.cache
def countries() -> Mapping[str, Any]:
    """Currency and fiscal year by country code (ISO 3166-1 alpha-3)."""
    return _read("codes", "countries.toml")
