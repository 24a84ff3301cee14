"""What a person has entered for a new plan, what is wrong with it, and what follows from it. No widgets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mainstreamer.language import SHIPPED, language
from mainstreamer.paths import PLAN_SUFFIX, free_path
from mainstreamer.ui.i18n import t, words

COUNTRY_LEVEL = "country"
FIRST_YEAR, LAST_YEAR = 1950, 2150
MOST_YEARS = 30
COMPULSORY = ("country", "area", "start_year", "end_year", "currency", "fiscal_start", "title", "path")
"""What a plan cannot be made without: what readiness asks of its frame, the area where the plan is not of a whole country,
and the file."""
_MOST_NAME = 100
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ARTICLE = re.compile(
    r"^(United|State of|Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines)"
    r"|\b(Republic|Federation|Islands|Territor(y|ies))\b"
)
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


@dataclass(frozen=True)
class NewPlan:
    """The form's values. The texts are what is typed, also where it is no country, currency or year."""

    country: str
    country_text: str
    level: str
    area: str
    title: str
    start_text: str
    end_text: str
    fiscal_start: int
    currency: str
    currency_text: str
    price_text: str
    language: str
    roles: tuple[str, ...]
    path: str

    def frame(self) -> dict[str, Any]:
        """The fields of the kind `plan`, with the types that its fields have."""
        found: dict[str, Any] = {
            "title": self.title,
            "country": self.country,
            "level": self.level,
            "area": "" if self.level == COUNTRY_LEVEL else self.area,
            "start_year": year_of(self.start_text),
            "end_year": year_of(self.end_text),
            "fiscal_start": self.fiscal_start,
            "currency": self.currency,
            "price_year": year_of(self.price_text),
            "language": self.language,
            "roles": self.roles,
        }
        return {name: value for name, value in found.items() if value not in ("", None, ())}

    def missing(self) -> tuple[str, ...]:
        """Compulsory fields that are still blank."""
        filled = {
            "country": self.country_text,
            "area": self.level == COUNTRY_LEVEL or self.area,
            "start_year": self.start_text,
            "end_year": self.end_text,
            "currency": self.currency_text,
            "fiscal_start": self.fiscal_start,
            "title": self.title,
            "path": self.path,
        }
        return tuple(name for name in COMPULSORY if not filled[name])

    def problems(self, usual_folder: Path) -> dict[str, str]:
        """A sentence for each field whose value cannot be used; blank fields are not wrong but missing."""
        found = {
            "country": t("There is no country of this name in the list.")
            if self.country_text and not self.country
            else "",
            "currency": t("There is no currency of this name in the list.")
            if self.currency_text and not self.currency
            else "",
            "start_year": _year_problem(self.start_text),
            "end_year": _year_problem(self.end_text) or self._period_problem(),
            "price_year": _year_problem(self.price_text),
            "path": self._path_problem(usual_folder) if self.path else "",
        }
        return {name: sentence for name, sentence in found.items() if sentence}

    def _period_problem(self) -> str:
        start, end = year_of(self.start_text), year_of(self.end_text)
        if start is None or end is None:
            return ""
        if end < start:
            return t("The last year lies before the first year.")
        if end - start >= MOST_YEARS:
            return t("The period is longer than {years} years; check both years.", years=MOST_YEARS)
        return ""

    def _path_problem(self, usual_folder: Path) -> str:
        path = Path(self.path)
        if not path.is_absolute():
            return t("Give the whole way to the file, folder included.")
        if path.suffix.casefold() != PLAN_SUFFIX or not path.stem.strip():
            return t("The file name must end in .mplan.")
        try:
            taken, placed = path.exists(), path.parent.is_dir()
        except (OSError, ValueError):
            # The name is too long for the drive, or the folder may not be looked into.
            return t("The computer cannot use this file name or folder.")
        if taken:
            return t("There is already a file of this name; choose another name.")
        if not placed and path.parent != usual_folder:
            return t("The folder {folder} does not exist.", folder=path.parent)
        return ""


def year_of(text: str) -> int | None:
    """The year that a text of four digits gives; None for anything else."""
    year = int(text) if text.isdecimal() else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _year_problem(text: str) -> str:
    if not text or year_of(text) is not None:
        return ""
    return t("Write a year between {first} and {last}.", first=FIRST_YEAR, last=LAST_YEAR)


def proposed_title(country: str, level: str, area: str, language_code: str) -> str:
    """The title to start from, in the plan's language where that ships, else in the window's; empty without a country."""
    if not country:
        return ""
    speech = language(language_code) if language_code in SHIPPED else words()
    place = _in_a_sentence(speech.choice("country", country), speech.code)
    if level != COUNTRY_LEVEL and area:
        place = f"{area}, {place}"
    return speech.t("Migration in the development plan of {country}", country=place)


def _in_a_sentence(name: str, language_code: str) -> str:
    """A country's name without what stands in brackets, and in English with the article where it takes one."""
    short = _BRACKETS.sub("", name)
    return f"the {short}" if language_code == "en" and _ARTICLE.search(short) else short


def safe_file_name(title: str) -> str:
    """A file name that Windows, macOS and Linux all accept; empty when the title has nothing to make one of."""
    name = _FORBIDDEN.sub(" ", title)
    name = " ".join(name.split())[:_MOST_NAME].strip(" .")
    return f"{name}_" if _RESERVED.fullmatch(name.partition(".")[0]) else name


def proposed_path(title: str, folder: Path) -> str:
    """Where to keep a plan of this title: a file that is not there yet; empty without a title."""
    name = safe_file_name(title)
    if not name:
        return ""
    return str(free_path(folder / f"{name}{PLAN_SUFFIX}"))
