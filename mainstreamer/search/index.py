"""An index of short texts that answers while one types.

Sets of entries are whole numbers (`postings.py`). Everything else is kept in strings and bytes, which the collector of garbage
does not walk through: a walk through all of a large plan would hold the window for longer than a blink.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mainstreamer.language.folding import fold, forms, split
from mainstreamer.search.postings import Postings, first, set_of
from mainstreamer.search.vocabulary import Vocabulary

INSIDE_FROM = 3
"""Letters from which on a word is also looked for inside of words."""
FORGIVING_FROM = 5
"""Letters from which on one wrong letter is forgiven, when nothing else is found."""
WEIGHED = 96
"""Entries of one rank that are compared with each other; more of them stand as they come."""
MOST_CHUNKS = 12
"""Words of a question that are looked at; nobody types more, but some paste a page."""
RANKS = 5
"""How well a word is met: a whole word of the title or the whole code, the beginning of one, inside one, the beginning of a
word of the other text, inside one."""
NAMED = 2
"""The last rank that is met by the title or the code."""
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


class Key(NamedTuple):
    """What an entry stands for: the group it is shown in, its kind, and its uid among them."""

    group: str
    kind: str
    uid: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found. `short` are names that count like words of the title; `text` is all else that is known."""

    key: Key
    title: str
    code: str = ""
    short: str = ""
    text: str = ""


@dataclass(frozen=True)
class Answer:
    """What was found by group, the best first; how many there are of each in all, and how many of these by their name alone.

    `guessed` says that one letter was forgiven.
    """

    keys: Mapping[str, tuple[Key, ...]]
    counts: Mapping[str, int]
    named: Mapping[str, int]
    guessed: bool = False

    @property
    def count(self) -> int:
        return sum(self.counts.values())


NOTHING = Answer({}, {}, {})


class _Met(NamedTuple):
    """The entries that one piece of a question meets: by rank or better, and those whose title begins with it."""

    ranks: tuple[int, ...]
    opening: int


class Index:
    """Entries by their words. Not to be used from two threads at a time."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._keys: list[Key] = []
        self._lengths: list[int] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._alive = 0
        self._groups: dict[str, int] = {}
        self._title, self._text, self._opening = Postings(), Postings(), Postings()
        self._codes = Postings()
        self._code_list: list[str] = []
        self._vocabulary = Vocabulary()
        self._met: dict[str, _Met] = {}
        self._fill(entries)

    def __len__(self) -> int:
        return self._alive.bit_count()

    @property
    def waste(self) -> int:
        """Entries kept that were replaced or removed."""
        return len(self._keys) - len(self)

    # -- filling -----------------------------------------------------------------------------------------------------

    def _fill(self, entries: Iterable[Entry]) -> None:
        alive: list[int] = []
        groups: dict[str, list[int]] = {}
        for entry in entries:
            number = self._take(entry)
            alive.append(number)
            groups.setdefault(entry.key.group, []).append(number)
        self._alive = set_of(alive)
        self._groups = {group: set_of(numbers) for group, numbers in groups.items()}
        self._settle()

    def replace(self, entries: Iterable[Entry], gone: Iterable[tuple[str, str]] = ()) -> None:
        """Put these entries in the place of what they were, and take those of kind and uid `gone` out."""
        for place in gone:
            self._remove(*place)
        for entry in entries:
            self._remove(entry.key.kind, entry.key.uid)
            number = self._take(entry)
            self._alive |= 1 << number
            self._groups[entry.key.group] = self._groups.get(entry.key.group, 0) | 1 << number
        self._settle()
        self.forget()

    def _settle(self) -> None:
        """What was taken in can be found."""
        self._vocabulary.settle()
        self._code_list = sorted(self._codes.numbers)

    def forget(self) -> None:
        """Drop what was kept of questions asked before."""
        self._met.clear()

    def _remove(self, kind: str, uid: str) -> None:
        number = self._numbers.pop((kind, uid), None)
        if number is not None:
            self._alive &= ~(1 << number)

    def _take(self, entry: Entry) -> int:
        number = len(self._keys)
        self._keys.append(entry.key)
        self._lengths.append(len(entry.title))
        self._numbers[entry.key.kind, entry.key.uid] = number
        title = split(entry.title)
        learn = self._vocabulary.learn
        named = learn(title + split(entry.short))
        self._title.add(named, number)
        self._text.add(learn(split(entry.text)) - named, number)
        self._opening.add(learn(title[:1] + split(entry.short)), number)
        if entry.code:
            self._codes.add({fold(entry.code), _loose(entry.code)}, number)
        return number

    # -- asking ------------------------------------------------------------------------------------------------------

    def find(self, question: str, limit: int = 8) -> Answer:
        """The entries that have every word of a question, in any order; at most `limit` of each group."""
        chunks = list(dict.fromkeys(chunk for chunk in question.split() if split(chunk)))[:MOST_CHUNKS]
        if not chunks:
            return NOTHING
        met = [self._meet(chunk) for chunk in chunks]
        ranks = self._crossed(met)
        guessed = False
        if not ranks[-1]:
            met = [self._forgive(chunk) if not one.ranks[-1] else one for chunk, one in zip(chunks, met, strict=True)]
            ranks = self._crossed(met)
            guessed = bool(ranks[-1])
        keys: dict[str, tuple[Key, ...]] = {}
        counts: dict[str, int] = {}
        named: dict[str, int] = {}
        for group, members in self._groups.items():
            found = ranks[-1] & members
            if found:
                counts[group] = found.bit_count()
                named[group] = (ranks[NAMED] & members).bit_count()
                keys[group] = self._best([rank & members for rank in ranks], met[0].opening, limit)
        return Answer(keys, counts, named, guessed)

    def _crossed(self, met: list[_Met]) -> list[int]:
        """Entries that meet every piece, by the rank of the worst met."""
        found = []
        for rank in range(RANKS):
            crossed = self._alive
            for one in met:
                crossed &= one.ranks[rank]
            found.append(crossed)
        return found

    def _best(self, ranks: list[int], opening: int, limit: int) -> tuple[Key, ...]:
        found: list[int] = []
        seen = 0
        for rank in ranks:
            fresh = rank & ~seen
            seen |= rank
            for part in (fresh & opening, fresh & ~opening):
                if part and len(found) < limit:
                    numbers = sorted(
                        first(part, max(WEIGHED, limit)), key=lambda number: (self._lengths[number], number)
                    )
                    found += numbers[: limit - len(found)]
        return tuple(self._keys[number] for number in found)

    def _meet(self, chunk: str) -> _Met:
        """What a piece of a question meets, as a code or as words."""
        known = self._met.get(chunk)
        if known is None:
            known = self._met[chunk] = self._meet_anew(chunk)
        return known

    def _meet_anew(self, chunk: str) -> _Met:
        words = split(chunk)
        coded = self._meet_code(chunk)
        if len(words) > 1 and any(coded):
            # `2.3` is a code, and not every text with a 2 and a 3 in it.
            return _Met(_rising((*coded, 0, 0)), 0)
        parts = [self._meet_word(word) for word in words]
        ranks = list(parts[0].ranks)
        for part in parts[1:]:
            ranks = [one & other for one, other in zip(ranks, part.ranks, strict=True)]
        for rank, numbers in enumerate(coded):
            ranks[rank] |= numbers
        return _Met(_rising(ranks), parts[0].opening)

    def _meet_word(self, word: str) -> _Met:
        known = self._vocabulary
        whole: set[str] = set()
        begun: set[str] = set()
        inside: set[str] = set()
        for form in forms(word):
            whole.update(known.words_of(form))
            for longer in known.beginning_with(form):
                begun.update(known.words_of(longer))
            if len(form) >= INSIDE_FROM:
                for holder in known.holding(form):
                    inside.update(known.words_of(holder))
        inside -= begun
        ranks = (
            self._title.among(whole),
            self._title.among(begun),
            self._title.among(inside),
            self._text.among(begun if len(word) > 1 else whole),
            self._text.among(inside),
        )
        return _Met(_rising(ranks), self._opening.among(begun))

    def _meet_code(self, chunk: str) -> tuple[int, int, int]:
        """Entries of this code, of a code that begins so, and of one that has it inside."""
        whole: list[str] = []
        begun: list[str] = []
        inside: list[str] = []
        for wanted in {fold(chunk), _loose(chunk)}:
            if wanted in self._codes.numbers:
                whole.append(wanted)
            place = bisect_left(self._code_list, wanted)
            while place < len(self._code_list) and self._code_list[place].startswith(wanted):
                begun.append(self._code_list[place])
                place += 1
            if len(wanted) >= INSIDE_FROM:
                inside += [code for code in self._code_list if wanted in code]
        return self._codes.among(whole), self._codes.among(begun), self._codes.among(inside)

    def _forgive(self, chunk: str) -> _Met:
        """What a piece meets when one of its letters is wrong, missing, too many, or changed places with the next."""
        met = [self._meet_near(word) for word in split(chunk)]
        ranks = met[0]
        for other in met[1:]:
            ranks = [one & two for one, two in zip(ranks, other, strict=True)]
        return _Met(_rising(ranks), 0)

    def _meet_near(self, word: str) -> list[int]:
        known = self._vocabulary
        near: set[str] = set()
        for form in forms(word):
            if len(form) >= FORGIVING_FROM:
                # The wrong letter is in one half of the word, so that the other half stands somewhere as it is.
                half = len(form) // 2
                for candidate in {*known.beginning_with(form[:half]), *known.holding(form[half + 1 :])}:
                    if begins_nearly(candidate, form):
                        near.update(known.words_of(candidate))
        if not near:
            return list(self._meet_word(word).ranks)
        return [0, 0, self._title.among(near), self._text.among(near), 0]


def _rising(ranks: Iterable[int]) -> tuple[int, ...]:
    """Sets in which each holds those before it."""
    found: list[int] = []
    for rank in ranks:
        found.append(rank | found[-1] if found else rank)
    return tuple(found)


def _loose(code: str) -> str:
    """A code as people say it: no dashes, no leading zeros, so that `a-2.3` is A-02.03."""
    return _ZEROS.sub("", fold(code)).replace("-", "").replace(" ", "")


def begins_nearly(word: str, wanted: str) -> bool:
    """Whether a word begins with `wanted` but for one letter wrong, missing, too many, or two that changed places."""
    same = 0
    for one, other in zip(word, wanted, strict=False):
        if one != other:
            break
        same += 1
    if same == len(wanted):
        return True
    rest, wish = word[same:], wanted[same:]
    return (
        rest[1:].startswith(wish[1:])
        or rest.startswith(wish[1:])
        or rest[1:].startswith(wish)
        or (len(wish) > 1 and rest[:2] == wish[1::-1] and rest[2:].startswith(wish[2:]))
    )
