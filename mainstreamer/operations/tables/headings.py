"""Headings of tables in any shipped language, and as officials of other countries write them: which field they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from mainstreamer.domain.kinds import KINDS
from mainstreamer.knowledge import table_words
from mainstreamer.language import SHIPPED, language
from mainstreamer.language.folding import fold, split
from mainstreamer.operations.tables.targets import TAKEN_KINDS, targets

EXACT, BARE, STEM, INSIDE = 1.0, 0.9, 0.8, 0.45
"""How well a heading is known: as it stands; without what stands in brackets; by the beginnings of its words; by some."""
SURE = STEM
_STEM = 5
"""Letters by which two forms of a word are taken for one."""
_LONG, _ENDING = 4, 4
"""Letters that two forms of a word share at least, and that they differ in at most."""
_MOST_WORDS = 14
_BRACKETS = re.compile(r"\([^)]*\)?|\[[^\]]*\]?|,?\s*%")

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """The words of a text in folded letters."""
    return tuple(split(fold(text)))


def stems(words: Iterable[str]) -> Words:
    return tuple(word[:_STEM] for word in words)


class Headings:
    """Headings of one kind of table."""

    def __init__(self, kind: str) -> None:
        self._exact: dict[Words, str] = {}
        self._stems: dict[Words, str] = {}
        for target, text in self._known(kind):
            words = words_of(text)
            if words:
                self._exact.setdefault(words, target)
                self._stems.setdefault(stems(words), target)
        self._inside = [(key, target) for key, target in self._exact.items() if any(len(word) >= _LONG for word in key)]

    def _known(self, kind: str) -> Iterator[tuple[str, str]]:
        """Targets with the texts that mean them, the surest first."""
        offered = targets(kind)
        for code in SHIPPED:
            for field in KINDS[kind].fields:
                if field in offered:
                    yield field, language(code).field(kind, field)
        for section in (kind, "any"):
            for target, texts in table_words("headings").get(section, {}).items():
                name = KINDS[kind].title if target == "title" and section == "any" else target
                if name in offered:
                    for text in texts:
                        yield name, text

    def target(self, heading: str, *, inside: bool = False) -> tuple[str, float]:
        """What a heading means, and how sure that is; with `inside` also by some of its words."""
        words = words_of(heading)
        if not words or len(words) > _MOST_WORDS:
            return "", 0.0
        if words in self._exact:
            return self._exact[words], EXACT
        bare = words_of(_BRACKETS.sub(" ", heading)) or words
        if bare in self._exact:
            return self._exact[bare], BARE
        for candidate in (words, bare):
            if stems(candidate) in self._stems:
                return self._stems[stems(candidate)], STEM
        return self._found_inside(bare) if inside else ("", 0.0)

    def _found_inside(self, heading: Words) -> tuple[str, float]:
        """The longest that stands in a heading; of two as long, the one that begins it."""
        best, most = "", 0.0
        for key, target in self._inside:
            for start in range(len(heading) - len(key) + 1):
                part = heading[start : start + len(key)]
                if all(_akin(one, other) for one, other in zip(part, key, strict=True)):
                    score = INSIDE + 0.25 * len(key) / len(heading) + (0.05 if start == 0 else 0.0)
                    if score > most:
                        best, most = target, score
        return best, most


def _akin(one: str, other: str) -> bool:
    """Whether two words are forms of one: they differ in a short ending only."""
    shorter = min(len(one), len(other))
    common = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    return one == other or (common >= max(_LONG, shorter - 2) and max(len(one), len(other)) - common <= _ENDING)


@cache
def headings_of(kind: str) -> Headings:
    """The headings of a kind; made once."""
    return Headings(kind)


@cache
def _titles() -> tuple[tuple[str, Words], ...]:
    found = [
        (kind, stems(words_of(text))) for kind, texts in table_words("headings")["titles"].items() for text in texts
    ]
    for kind in TAKEN_KINDS:
        found += [(kind, stems(words_of(language(code).kind(kind, "many")))) for code in SHIPPED]
    return tuple(found)


def kinds_named(text: str) -> dict[str, int]:
    """Kinds of record that a title speaks of, with the number of words that say so."""
    words = stems(words_of(text)[:60])
    found: dict[str, int] = {}
    for kind, key in _titles():
        if any(words[n : n + len(key)] == key for n in range(len(words) - len(key) + 1)):
            found[kind] = max(found.get(kind, 0), len(key))
    return found
