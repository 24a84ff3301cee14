"""Where each list of codes comes from: its source, the edition it follows, and the day on which it was compared with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class CodeList:
    """A list by its name in `choices.CHOICES` or `OPEN_LISTS`.

    `edition` is a day (ISO) or a year, blank where the source bears no date; `own` lists were made for this program.
    """

    name: str
    edition: str
    checked: date
    own: bool = False


def parse_code_lists(data: Mapping[str, Any]) -> dict[str, CodeList]:
    """Lists by name from the content of lists.toml: those of others first. Raises ValueError naming what is wrong."""
    found: dict[str, CodeList] = {}
    for name, entry in data.get("published", {}).items():
        found[name] = _one(name, entry, own=False)
    own = data.get("own", {})
    for name in own.get("lists", ()):
        if name in found:
            raise ValueError(f"{name}: twice")
        found[name] = _one(name, own, own=True)
    return found


def _one(name: str, entry: Mapping[str, Any], own: bool) -> CodeList:
    edition = str(entry.get("edition", ""))
    if edition and not (edition.isdecimal() and len(edition) == 4):
        _day(name, edition)
    return CodeList(name, edition, _day(name, entry.get("checked")), own)


def _day(name: str, text: object) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError as error:
        raise ValueError(f"{name}: {text!r}") from error
