"""Names of institutions in the cells of a table: parting lists of them, and finding those that are spelled alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.knowledge import table_words
from mainstreamer.language.folding import fold, split

_BREAK = re.compile(r"[;\n\r|•·]|\s/\s|(?:^|\s)\d{1,2}[.)]\s")
_COMMA = re.compile(r"[,/]")
_AROUND = " \t-–—.,:()"
_SHORT = 3
"""Letters of the shortest beginnings, which must be whole words."""
_LEAST_TYPO = 5
_ENDING = 3


def plain(text: str) -> str:
    """A name in one line."""
    return " ".join(text.split()).strip(_AROUND if not text.rstrip().endswith(")") else " \t-–—.,:")


@lru_cache(maxsize=50_000)
def key_of(text: str) -> str:
    """A name in folded letters, without punctuation: equal for spellings that differ in case, accents or script only."""
    return " ".join(split(fold(text)))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(table_words("institutions")["fillers"])


@cache
def _heads() -> tuple[tuple[str, ...], frozenset[str]]:
    heads = table_words("institutions")["heads"]
    return tuple(head for head in heads if len(head) > _SHORT), frozenset(head for head in heads if len(head) <= _SHORT)


def begins_a_name(text: str) -> bool:
    """Whether a piece of a list can be the beginning of an institution's name, or is an acronym."""
    stripped = text.strip(_AROUND)
    words = split(fold(stripped))
    if not words or (not stripped[:1].isupper() and not stripped[:1].isdecimal()):
        return bool(words) and words[0].startswith(_heads()[0])
    first = split(stripped)[0]
    if len(first) > 1 and first.isupper():
        return True
    return words[0].startswith(_heads()[0]) or words[0] in _heads()[1]


def parted(text: str, known: Iterable[str]) -> list[str]:
    """The names in a cell. `known` are keys of names in the plan: a name with commas or "and" in it stays whole.

    Lines and semicolons always part; a comma or "and" only where an institution's name can begin behind it.
    """
    keys = known if isinstance(known, (set, frozenset, dict)) else set(known)
    found: list[str] = []
    for line in _BREAK.split(text):
        if not line.strip(_AROUND):
            continue
        found += [plain(line)] if key_of(line) in keys else _pieces(line, keys)
    return [name for name in dict.fromkeys(found) if name]


def _pieces(line: str, known: Iterable[str]) -> list[str]:
    pieces = [piece for piece in _COMMA.split(line) if piece.strip(_AROUND)]
    joined: list[str] = []
    place = 0
    while place < len(pieces):
        longest = next(
            (end for end in range(len(pieces), place + 1, -1) if key_of(", ".join(pieces[place:end])) in known),
            place + 1,
        )
        piece = ", ".join(part.strip() for part in pieces[place:longest])
        if (
            joined
            and longest == place + 1
            and key_of(piece) not in known
            and not begins_a_name(piece)
            and _continues(joined[-1], piece)
        ):
            joined[-1] = f"{joined[-1]}, {piece.strip()}"
        else:
            joined += [piece] if key_of(piece) in known else _at_joints(piece, known)
        place = longest
    return [plain(name) for name in joined]


def _continues(before: str, piece: str) -> bool:
    """Whether a piece goes on with the name of a ministry or office before it, rather than being a name of its own."""
    words = split(fold(before))
    ends_open = not (len(split(before)) == 1 and before.strip().isupper())
    return ends_open and bool(words) and (words[0].startswith(_heads()[0]) or piece.strip()[:1].islower())


def _at_joints(piece: str, known: Iterable[str]) -> list[str]:
    """Parted at "and" where names begin on both sides, or are known on both."""
    words = piece.split()
    joints = set(table_words("institutions")["joints"])
    for place, word in enumerate(words[1:-1], 1):
        if fold(word) in joints:
            left, right = " ".join(words[:place]), " ".join(words[place + 1 :])
            both_known = key_of(left) in known and key_of(right) in known
            if both_known or (begins_a_name(left) and begins_a_name(right) and right[:1].isupper()):
                return [left, *_at_joints(right, known)]
    return [piece]


def type_of_name(name: str) -> str:
    """The type of an institution as far as its name says so; empty where it does not."""
    words = split(fold(name))
    for type_, lines in table_words("institutions")["types"].items():
        for line in lines:
            wanted = line.split()
            if all(
                any(word == begin if len(begin) <= _SHORT else word.startswith(begin) for word in words)
                for begin in wanted
            ):
                return str(type_)
    return ""


class KnownNames:
    """The names of one kind of record in the plan, and those spelled like them."""

    def __init__(self, plan: Plan, kind: str) -> None:
        self.kind = kind
        self._exact: dict[str, str] = {}
        self._alike: list[tuple[tuple[str, ...], str]] = []
        title = KINDS[kind].title
        for record in plan.all(kind):
            name, code = str(getattr(record, title)), str(getattr(record, "code", ""))
            for text in (name, str(getattr(record, "acronym", "")), code, f"{code} {name}" if code else ""):
                self._note(text, record.uid)
            self._alike.append((telling(name), record.uid))

    def _note(self, text: str, uid: str) -> None:
        key = key_of(text)
        if key:
            self._exact[key] = uid if self._exact.get(key, uid) == uid else ""

    @property
    def keys(self) -> dict[str, str]:
        """Uids by key; empty where two records have that name."""
        return self._exact

    def uid(self, name: str) -> str:
        """The record of that name, however it is spelled in case and accents; empty where there is none or more than one."""
        return self._exact.get(key_of(name), "")

    def alike(self, name: str) -> str:
        """The one record whose name differs by a letter or by endings of words; empty where there is none or several."""
        words = telling(name)
        found = {uid for other, uid in self._alike if is_alike(words, other)}
        return next(iter(found)) if len(found) == 1 else ""


def telling(name: str) -> tuple[str, ...]:
    """The words of a name by which it is told from others."""
    return tuple(word for word in split(fold(name)) if word not in _fillers())


def is_alike(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two names have the same words but for a letter or an ending in each."""
    return len(first) == len(second) > 0 and all(
        _same_word(one, other) for one, other in zip(first, second, strict=True)
    )


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if one[:1] != other[:1] or min(len(one), len(other)) < _LEAST_TYPO:
        return False
    common = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if common >= max(_LEAST_TYPO, max(len(one), len(other)) - _ENDING):
        return True
    return abs(len(one) - len(other)) <= 1 and _one_letter(one, other, common)


def _one_letter(one: str, other: str, common: int) -> bool:
    """Whether one letter is another, missing, or has changed places with its neighbour."""
    if len(one) == len(other):
        rest = one[common + 1 :], other[common + 1 :]
        return rest[0] == rest[1] or (
            one[common : common + 2] == other[common : common + 2][::-1] and rest[0][1:] == rest[1][1:]
        )
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[common + 1 :] == shorter[common:]
