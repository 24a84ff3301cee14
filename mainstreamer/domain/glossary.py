"""The glossary: what terms mean, and where they occur in a text.

How a term is written in texts is given as forms. A `*` in a form stands for an ending of at most three letters, so that one
form has all cases of a Russian word; a form in capitals only is met as it is written, all others in any case.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[-‑'’][^\W_]+)*")
"""A word of a text. Hyphens and apostrophes within it belong to it: a term is no part of a compound."""
_FORM_WORD = re.compile(r"[^\W_*][^\W_]*(?:\*[^\W_]*)*(?:[-‑'’][^\W_]+(?:\*[^\W_]*)*)*")
"""A word of a form."""
_ENDING = 3
"""Letters that a `*` stands for at most."""
_KEY = 3
"""Letters of a form's beginning by which it is found."""
_FOLDED = str.maketrans({"ё": "е", "’": "'", "‑": "-"})


class BadGlossary(ValueError):
    """The shipped glossary contradicts itself."""


@dataclass(frozen=True)
class Term:
    """A term with its meaning in one language.

    `exceptions` are phrases in which its words mean something else. `other` is the term in languages without a glossary.
    """

    code: str
    term: str
    definition: str
    note: str = ""
    forms: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    other: Mapping[str, str] = field(default_factory=dict)
    indicators: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()
    gcm: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


class Occurrence(NamedTuple):
    """A term in a text: from character `start` to before `end`."""

    start: int
    end: int
    code: str


class _Word(NamedTuple):
    """A word of a text: where it stands, and what is compared. `gap` is what stands between it and the word before."""

    start: int
    end: int
    written: str
    folded: str
    gap: str


class _Form(NamedTuple):
    """How a term is written: its words cut at `*`, and what stands between them. Without a code it is an exception."""

    words: tuple[tuple[str, ...], ...]
    gaps: tuple[str, ...]
    as_written: bool
    code: str

    def fits(self, words: list[_Word], place: int) -> bool:
        """Whether the words of a text from a place on are written so."""
        if place + len(self.words) > len(words):
            return False
        for gap, wanted, word in zip(self.gaps, self.words, words[place:], strict=False):
            if word.gap != gap and word is not words[place]:
                return False
            if not _meets(wanted, word.written if self.as_written else word.folded):
                return False
        return True


@dataclass(frozen=True)
class Glossary:
    """The terms of one language in alphabetical order."""

    language: str
    terms: tuple[Term, ...]

    @cached_property
    def by_code(self) -> dict[str, Term]:
        return {term.code: term for term in self.terms}

    @cached_property
    def _forms(self) -> dict[str, tuple[_Form, ...]]:
        """What may begin with these letters."""
        found: dict[str, list[_Form]] = {}
        for term in self.terms:
            written = [(form, term.code) for form in term.forms] + [(form, "") for form in term.exceptions]
            for form, code in written:
                made = _form(form, code)
                found.setdefault(_folded(made.words[0][0][:_KEY]), []).append(made)
        return {key: tuple(forms) for key, forms in found.items()}

    def occurrences(self, text: str, known: Collection[str] = ()) -> tuple[Occurrence, ...]:
        """The first occurrence of each term in a text, the longest where several begin, without overlaps.

        Terms whose codes are `known` are passed over, as a term that occurred before is.
        """
        found: list[Occurrence] = []
        seen = set(known)
        words = _words(text)
        place = 0
        while place < len(words):
            candidates = self._forms.get(words[place].folded[:_KEY], ())
            fitting = [form for form in candidates if form.fits(words, place)]
            if not fitting:
                place += 1
                continue
            longest = max(fitting, key=lambda form: (len(form.words), bool(form.code)))
            start, place = words[place].start, place + len(longest.words)
            if longest.code and longest.code not in seen:
                seen.add(longest.code)
                found.append(Occurrence(start, words[place - 1].end, longest.code))
        return tuple(found)


def _folded(text: str) -> str:
    return text.casefold().translate(_FOLDED)


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    before = 0
    whole = _folded(text)
    alike = len(whole) == len(text)
    for match in _WORD.finditer(text):
        start, end = match.span()
        written = match[0]
        gap = text[before:start]
        folded = whole[start:end] if alike else _folded(written)
        found.append(_Word(start, end, written, folded, gap if gap == " " else _gap(gap)))
        before = end
    return found


def _gap(between: str) -> str:
    """What stands between two words; all kinds of space are one."""
    return " ".join(f"|{between}|".split()).strip("|").translate(_FOLDED)


def _meets(wanted: tuple[str, ...], word: str) -> bool:
    """Whether a word is made of these pieces, with an ending of a few letters where they were cut."""
    if len(wanted) == 1:
        return word == wanted[0]
    if not word.startswith(wanted[0]):
        return False
    rest = word[len(wanted[0]) :]
    for length in range(min(_ENDING, len(rest)) + 1):
        if length and not rest[length - 1].isalpha():
            return False
        if _meets_rest(wanted[1:], rest[length:]):
            return True
    return False


def _meets_rest(wanted: tuple[str, ...], rest: str) -> bool:
    return rest == wanted[0] if len(wanted) == 1 else _meets(wanted, rest)


def _form(form: str, code: str) -> _Form:
    as_written = form.isupper()
    words: list[tuple[str, ...]] = []
    gaps: list[str] = []
    end = 0
    for match in _FORM_WORD.finditer(form):
        gaps.append(_gap(form[end : match.start()]))
        words.append(tuple((match[0] if as_written else _folded(match[0])).split("*")))
        end = match.end()
    if not words or end != len(form) or gaps[0]:
        raise BadGlossary(f"form not understood: {form}")
    if len(words[0]) > 1 and len(words[0][0]) < _KEY:
        raise BadGlossary(f"form too short: {form}")
    return _Form(tuple(words), tuple(gaps), as_written, code)


def parse_glossary(language: str, terms: Mapping[str, Any], texts: Mapping[str, Any]) -> Glossary:
    """The glossary of a language from its shipped data. Raises BadGlossary when a term lacks its text or a text its term."""
    if set(terms) != set(texts):
        raise BadGlossary(f"terms and texts differ: {sorted(set(terms) ^ set(texts))}")
    made = (_parse_term(code, terms[code], texts[code]) for code in terms)
    return Glossary(language, tuple(sorted(made, key=lambda term: _folded(term.term))))


def _parse_term(code: str, about: Mapping[str, Any], said: Mapping[str, Any]) -> Term:
    try:
        return Term(
            code,
            str(said["term"]),
            str(said["definition"]),
            str(said.get("note", "")),
            _texts(said["forms"]),
            _texts(said.get("except", ())),
            dict(about.get("other", {})),
            _texts(about.get("indicators", ())),
            _texts(about.get("sdg", ())),
            _texts(about.get("gcm", ())),
            _texts(about["source"]),
        )
    except KeyError as lacking:
        raise BadGlossary(f"{code} lacks {lacking}") from lacking


def _texts(values: Iterable[Any]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)
