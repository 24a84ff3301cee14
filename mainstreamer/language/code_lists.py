"""Where a list of codes comes from, in words."""

from __future__ import annotations

from datetime import date

from mainstreamer.domain.code_lists import CodeList
from mainstreamer.language.language import Language


def list_name(speech: Language, name: str) -> str:
    """What a list is called."""
    return speech.word("workbook", "list", name)


def list_source(speech: Language, found: CodeList) -> str:
    """Source, edition and the day on which it was checked."""
    source = speech.word("code_list", "source", "own" if found.own else found.name)
    parts = [source]
    if found.edition:
        day = found.edition
        said = day if day.isdecimal() else speech.date(date.fromisoformat(day))
        parts.append(speech.word("code_list", "phrase", "edition", edition=said))
    parts.append(speech.word("code_list", "phrase", "checked", date=speech.date(found.checked)))
    return " · ".join(parts)
