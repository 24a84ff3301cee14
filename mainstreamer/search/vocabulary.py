"""The words of an index in all their forms: which begin with some letters, and which have them inside."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from mainstreamer.language.folding import spell


class Vocabulary:
    """Forms of words, each leading to the words it may be a form of. A word is named by the first of its forms."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}
        self._first_forms: dict[str, str] = {}
        self._forms: list[str] = []
        self._fresh: list[str] = []
        self._joined = ""
        self._starts: list[int] = []

    def learn(self, words: Iterable[str]) -> set[str]:
        """Note words with their forms; the words as they are named here. Once all are learnt, `settle`."""
        found: set[str] = set()
        for word in words:
            first = self._first_forms.get(word)
            if first is None:
                first = self._first_forms[word] = self._learn(word)
            if first:
                found.add(first)
        return found

    def _learn(self, word: str) -> str:
        """Note the forms of a word; its first form, empty where it has none."""
        spelled = spell(word)
        for form in spelled:
            known = self._words.get(form)
            if known is None:
                self._words[form] = spelled[0]
                self._fresh.append(form)
            elif spelled[0] not in known.split():
                self._words[form] = f"{known} {spelled[0]}"
        return spelled[0] if spelled else ""

    def settle(self) -> None:
        """Put what was learnt in its place among the forms."""
        if self._forms:
            for form in self._fresh:
                insort(self._forms, form)
        else:
            self._forms = sorted(self._fresh)
        self._fresh = []
        self._first_forms.clear()
        self._joined = ""

    def words_of(self, form: str) -> list[str]:
        """The words that this may be a form of."""
        return self._words.get(form, "").split()

    def beginning_with(self, part: str) -> Iterator[str]:
        """Forms that begin with this part."""
        place = bisect_left(self._forms, part)
        while place < len(self._forms) and self._forms[place].startswith(part):
            yield self._forms[place]
            place += 1

    def holding(self, part: str) -> Iterator[str]:
        """Forms that have this part anywhere."""
        if not self._joined:
            self._joined = "\n".join(self._forms)
            at = 0
            self._starts = []
            for form in self._forms:
                self._starts.append(at)
                at += len(form) + 1
        at = self._joined.find(part)
        while at >= 0:
            place = bisect_left(self._starts, at + 1) - 1
            form = self._forms[place]
            yield form
            at = self._joined.find(part, self._starts[place] + len(form))
