"""Sets of entries, and which entries have a word.

A set of entries is a whole number whose bit n stands for entry n: joining and crossing such sets takes microseconds however
many entries they hold.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

COMMON = 48
"""A word of more entries than this keeps the set of them ready."""
_WIDTH = 4


class Postings:
    """Numbers of entries by word, four bytes each, with the sets of common words kept ready."""

    def __init__(self) -> None:
        self.numbers: dict[str, bytearray] = {}
        self._sets: dict[str, int] = {}

    def add(self, words: Iterable[str], number: int) -> None:
        packed = number.to_bytes(_WIDTH, sys.byteorder)
        for word in words:
            known = self.numbers.get(word)
            if known is None:
                self.numbers[word] = bytearray(packed)
            else:
                known += packed
                if word in self._sets:
                    self._sets[word] |= 1 << number

    def among(self, words: Iterable[str]) -> int:
        """The set of entries that have one of these words."""
        found = 0
        rare: list[int] = []
        for word in words:
            numbers = self.numbers.get(word)
            if numbers is None:
                continue
            if len(numbers) <= COMMON * _WIDTH:
                rare += memoryview(numbers).cast("I").tolist()
                continue
            if word not in self._sets:
                self._sets[word] = set_of(memoryview(numbers).cast("I").tolist())
            found |= self._sets[word]
        return found | set_of(rare)


def set_of(numbers: list[int]) -> int:
    """The set of the entries with these numbers."""
    if not numbers:
        return 0
    bits = bytearray((max(numbers) >> 3) + 1)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def first(numbers: int, count: int) -> Iterator[int]:
    """The lowest members of a set."""
    while numbers and count:
        lowest = numbers & -numbers
        yield lowest.bit_length() - 1
        numbers ^= lowest
        count -= 1
