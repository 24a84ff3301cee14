"""Words of lists as officials write them in their own tables: the code they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mainstreamer.knowledge import table_words
from mainstreamer.language import SHIPPED, language
from mainstreamer.language.folding import fold, split
from mainstreamer.operations.tables.headings import stems

_PARTS = re.compile(r"[;\n|]")
_COMMAS = re.compile(r"[,/]|\s[-–]\s|\b(?:and|și|si|et|и)\b")
_LIST_NAME = re.compile(r"^[^\d]{0,12}?(?=\d)")


@cache
def _names(choices: str) -> tuple[Mapping[str, str], Mapping[tuple[str, ...], str]]:
    """Codes by name in folded letters, and by the beginnings of its words where only one code has them."""
    texts: list[tuple[str, str]] = []
    for code in SHIPPED:
        section = (
            language(code).section(choices)
            if choices in ("country", "currency")
            else language(code).section("choice").get(choices, {})
        )
        texts += [(str(name), key) for key, name in section.items()]
        texts += [(key, key) for key in section]
    for key, names in table_words("choices").get(choices, {}).items():
        texts += [(name, key) for name in names]
    whole: dict[str, str] = {}
    begun: dict[tuple[str, ...], str] = {}
    for text, key in texts:
        words = split(fold(text))
        whole.setdefault(" ".join(words) or text.strip(), key)
        begun[stems(words)] = key if begun.get(stems(words), key) == key else ""
    return whole, begun


def code_of(choices: str, text: str) -> str | None:
    """The code of a list that a text means; None where that is not certain."""
    if choices == "indicator":
        return language(SHIPPED[0]).code_of(choices, text)
    whole, begun = _names(choices)
    words = split(fold(text))
    found = whole.get(" ".join(words) or text.strip()) or language(SHIPPED[0]).code_of(choices, text)
    if found:
        return found
    if choices in ("country", "currency"):
        return None  # Austria and Australia begin alike.
    return begun.get(stems(words)) or None


def codes_of(choices: str, text: str) -> tuple[str, ...]:
    """Several codes of a list. Raises ValueError("choice_unknown") unless all of them are understood."""
    found: list[str] = []
    for part in filter(str.strip, _PARTS.split(text)):
        whole = _one(choices, part)
        pieces = [part] if whole else [piece for piece in _COMMAS.split(part) if piece.strip()]
        for piece in pieces:
            code = _one(choices, piece)
            if not code:
                raise ValueError("choice_unknown")
            found.append(code)
    return tuple(dict.fromkeys(found))


def _one(choices: str, text: str) -> str | None:
    """One code; `SDG 8.8` and `ODD 8.8` are 8.8."""
    code = code_of(choices, text.strip())
    if code or choices not in ("sdg", "gcm"):
        return code
    return code_of(choices, _LIST_NAME.sub("", text.strip()).strip(" ."))
