"""A checklist pack: the checklist as a workbook that people edit in a spreadsheet and load into a plan.

Here are its columns and the values read from it; files are read and written in `exchange`, the comparison with a plan is
made in `operations`. A heading such as `question::ro` is a text in one language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mainstreamer.domain.checklist import ACTION_TEXTS, ITEM_TEXTS, STAGES, TAG_CODES
from mainstreamer.domain.choices import CHOICES

FORMAT = 1
"""The version of the form of packs that this program writes, and the newest that it reads."""

ITEMS, ACTIONS, SETTINGS, CODES = "items", "suggested_actions", "settings", "codes"
"""Names of the sheets. They are the same in every language, so that a pack can be read everywhere."""

BETWEEN = "::"
"""What stands between the name of a text and its language in a heading."""


@dataclass(frozen=True)
class Column:
    """A column that is no text: its form (`code`, `one`, `many`, `yes_no`, `whole`, `number`, `text`), and the list that its
    codes come from."""

    name: str
    form: str
    list: str = ""


ITEM_COLUMNS = (
    Column("code", "code"),
    Column("step", "one", "step"),
    Column("essential", "yes_no"),
    Column("sector", "one", "sector"),
    Column("stage", "one", "stage"),
    Column("r2", "many", "r2"),
    Column("cross", "many", "recommendation"),
    Column("roles", "many", "country_role"),
    Column("phases", "many", "phase"),
    Column("sdg", "many", "sdg"),
    Column("gcm", "many", "gcm"),
    Column("migof", "many", "migof"),
    Column("mgi", "many", "mgi"),
    Column("place", "number"),
    Column("off", "yes_no"),
    Column("reason", "text"),
)
ACTION_COLUMNS = (
    Column("item", "code"),
    Column("key", "text"),
    Column("lead", "one", "institution_type"),
    Column("quarters", "whole"),
    Column("indicator", "one", "indicator"),
)
STRUCTURE = ("step", "essential", "sector", "stage", "r2", "cross", "roles", "phases", "sdg", "gcm", "migof", "mgi")
"""What an item is. Of shipped items a pack cannot change it."""
OWN_STRUCTURE = ("step", "essential", "sector", "r2", "roles", "phases", "sdg", "gcm")
"""What a plan keeps of the structure of its own items."""
DECISIONS = ("off", "reason", "place")
"""What a plan decides about any item."""
TEXTS = {ITEMS: ITEM_TEXTS, ACTIONS: ACTION_TEXTS}
COLUMNS = {ITEMS: ITEM_COLUMNS, ACTIONS: ACTION_COLUMNS}

LISTS: dict[str, tuple[str, ...]] = {
    "stage": tuple(sorted(STAGES)),
    "recommendation": tuple(sorted(TAG_CODES["cross"])),
    "migof": ("P1", "P2", "P3", "O1", "O2", "O3"),
    "mgi": ("rights", "whole_of_government", "partnerships", "wellbeing", "crises", "safe_orderly"),
    **{
        name: CHOICES[name]
        for name in ("step", "sector", "r2", "country_role", "phase", "sdg", "gcm", "institution_type")
    },
    "yes_no": ("yes", "no"),
}
"""Codes of the lists that a pack uses. `indicator` is a long list kept as data."""

MOST_QUARTERS = 20
LONGEST_LANGUAGE = 24
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}")
_NAMED_LANGUAGE = re.compile(r".*\(([^()]*)\)\s*")
_ITEM_CODE = re.compile(r"\d{1,2}[A-Z0-9.]{0,14}")
_OWN_CODE = re.compile(r"([1-9]|10)\.N[1-9][0-9]{0,5}")
_LOOKS_LATIN = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")


def heading(name: str, language: str) -> str:
    """The heading of a text in a language."""
    return f"{name}{BETWEEN}{language}"


def language_code(text: str) -> str:
    """The language that a heading names: `ro` or `Romanian (ro)`. Empty when it names none."""
    named = _NAMED_LANGUAGE.fullmatch(text)
    code = (named[1] if named else text).strip().casefold().replace("_", "-")
    return code if len(code) <= LONGEST_LANGUAGE and _LANGUAGE.fullmatch(code) else ""


def item_code(text: str) -> str:
    """An item code as it is meant: capital letters, and Latin ones where a Russian keyboard gave their likes."""
    # After the dot of an own code stands an N; elsewhere the Cyrillic letter is the likeness of H.
    return text.strip().upper().replace(".\u041d", ".N").translate(_LOOKS_LATIN)


def is_item_code(code: str) -> bool:
    """Whether a code has the shape of an item's, in a step that there is."""
    return _ITEM_CODE.fullmatch(code) is not None


def is_own_code(code: str) -> bool:
    """Whether a code has the shape of an own item's, such as `2.N7`."""
    return _OWN_CODE.fullmatch(code) is not None


# -- what is read from a pack ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PackFault:
    """What cannot be taken, and where: sheet, row, column letter, heading, what stands there, why (a code with words of its
    own) and what is expected. Row 0 and no column: the sheet as a whole."""

    reason: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    heading: str = ""
    value: str = ""
    expected: str = ""


@dataclass(frozen=True)
class PackItem:
    """A row of `items`. `values` and `texts` hold what the pack has columns for, blank where a cell is empty."""

    row: int
    code: str
    values: Mapping[str, Any]
    texts: Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class PackAction:
    """A row of `suggested_actions`."""

    row: int
    item: str
    key: str
    values: Mapping[str, Any]
    texts: Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Pack:
    """The content of a pack, every value of its type. `languages` in the order of their columns; `actions` is None when the
    pack has no sheet of them; `places` are the letters of the columns by sheet and heading."""

    edition: str
    plan: str
    languages: tuple[str, ...]
    items: tuple[PackItem, ...]
    actions: tuple[PackAction, ...] | None
    places: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def fault(self, reason: str, sheet: str, row: int, name: str, value: object = "", expected: str = "") -> PackFault:
        """A fault at the cell of a row under a heading."""
        return PackFault(reason, sheet, row, self.places.get(sheet, {}).get(name, ""), name, shortened(value), expected)


SHOWN = 80


def shortened(value: object) -> str:
    """What stands in a cell, short enough for one line."""
    text = " ".join(str(value)[: 4 * SHOWN].split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
