"""Two languages at once, for workbooks that go around where both are read: `Lead institution / Ведущее ведомство`.

Words stand side by side, sentences one after the other, and what is the same in both stands once. Numbers, dates and
quarters are written as in the leading language: two forms of one number would be two numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mainstreamer.language.language import SHIPPED, Language, language

SENTENCE_ENDS = (".", "!", "?", "…", ":")


def spoken(codes: Sequence[str]) -> Language:
    """The language of one code, or both of two, the first leading. Codes that are not shipped are passed over; English when
    none is left."""
    known = tuple(dict.fromkeys(code for code in codes if code in SHIPPED))[:2]
    if len(known) == 2:
        return BothLanguages(language(known[0]), language(known[1]))
    return language(known[0] if known else "en")


class BothLanguages(Language):
    """Serves wherever one language does. It remembers of which words it joined a text, so that a text that goes into a
    sentence goes into each language's own."""

    def __init__(self, first: Language, second: Language) -> None:
        super().__init__(first.code)
        self.first, self.second = first, second
        self._parts: dict[str, tuple[str, str]] = {}
        self._names: dict[str, dict[str, str]] = {}

    @property
    def codes(self) -> tuple[str, ...]:
        return (*self.first.codes, *self.second.codes)

    def each(self, make: Callable[[Language], str]) -> str:
        parts = (make(self.first), make(self.second))
        text = joined(*parts)
        if parts[0] != parts[1]:
            self._parts[text] = parts
        return text

    def fitting(self, text: str, most: int) -> str:
        return text if len(text) <= most or text not in self._parts else self._parts[text][0]

    def parts(self, text: str) -> tuple[str, ...]:
        return self._parts.get(text, (text,))

    def together(self, texts: Sequence[str], most: int) -> str:
        pieces = [self._parts.get(text, (text, text)) for text in texts]
        whole = self.each(lambda one: one.together([pair[one is self.second] for pair in pieces], most))
        return self.fitting(whole, most)

    def t(self, source: str, /, **placeholders: object) -> str:
        return self.each(lambda one: one.t(source, **self._own(one, placeholders)))

    def n(self, one: str, many: str, count: int, /, **placeholders: object) -> str:
        return self.each(lambda speech: speech.n(one, many, count, **self._own(speech, placeholders)))

    def find(self, section: str, *keys: str) -> str | None:
        if self.first.find(section, *keys) is None and self.second.find(section, *keys) is None:
            return None
        return self.word(section, *keys)

    def word(self, section: str, *keys: str, **placeholders: object) -> str:
        return self.each(lambda one: one.word(section, *keys, **self._own(one, placeholders)))

    def help(self, kind: str, field: str) -> str:
        return self.each(lambda one: one.help(kind, field))

    def choice(self, choices: str, code: str) -> str:
        if choices != "indicator":
            return self.each(lambda one: one.choice(choices, code))
        # The code of an indicator leads its name, and would stand twice.
        first = self.first.choice(choices, code)
        second = self.second.choice(choices, code)
        return self.each(lambda one: first if one is self.first else second.removeprefix(f"{code} "))

    def code_of(self, choices: str, text: str) -> str | None:
        """As of one language, besides the joined names."""
        if choices not in self._names:
            codes = self._codes_by_name(choices).values()
            self._names[choices] = {self.choice(choices, code).casefold(): code for code in codes}
        return self._names[choices].get(text.strip().casefold()) or super().code_of(choices, text)

    def _own(self, one: Language, placeholders: dict[str, object]) -> dict[str, object]:
        """What goes into a sentence of one of the languages: its own part of what was joined."""
        place = 0 if one is self.first else 1
        return {
            name: self._parts[value][place] if isinstance(value, str) and value in self._parts else value
            for name, value in placeholders.items()
        }


def joined(first: str, second: str) -> str:
    """Words side by side, sentences one after the other, the same once."""
    if not first or not second or first.casefold() == second.casefold():
        return first or second
    return f"{first}{' ' if first.endswith(SENTENCE_ENDS) else ' / '}{second}"
