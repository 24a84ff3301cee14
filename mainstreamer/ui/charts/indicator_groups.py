"""What the letters before the number of an indicator stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mainstreamer.knowledge import indicators
from mainstreamer.ui.i18n import t, words

_SECTORS = {
    "A": "agriculture", "C": "environment", "E": "education", "F": "finance", "G": "gender", "H": "health", "J": "civil_status",
    "K": "crisis", "L": "labour", "P": "trade", "Q": "data", "R": "rights", "S": "social_protection", "T": "security",
    "U": "urban", "X": "consular",
}  # fmt: skip
_TOPICS: Mapping[str, Callable[[], str]] = {
    "D": lambda: t("Age structure of the population"),
    "M": lambda: t("Management of migration policy"),
    "N": lambda: t("Size of migration"),
    "Y": lambda: words().choice("sector", "youth"),
}


def group_name(code: str) -> str:
    """The group of an indicator's code in words; for one that the catalogue does not have, that it is the plan's own."""
    if not code:
        return ""
    if code not in indicators():
        return t("An indicator of your own")
    letters = re.match(r"[A-Z]*", code)
    letter = letters[0] if letters else ""
    if letter in _SECTORS:
        return words().choice("sector", _SECTORS[letter])
    return _TOPICS[letter]() if letter in _TOPICS else ""


def code_tip(code: str) -> str:
    """What the pointer resting on a code tells."""
    name = group_name(code)
    return t("{code}: {group}", code=code, group=name) if name else ""
