"""The language the window speaks now. The one piece of state that every widget may ask for."""

from __future__ import annotations

from mainstreamer.language import Language, language


class _Speaker:
    """Holds the current language."""

    current: Language = language("en")


def words() -> Language:
    """The language spoken now: vocabulary, numbers, dates."""
    return _Speaker.current


def speak(code: str) -> None:
    """Speak another language from now on. Whoever shows text is told by `Session.language_changed`."""
    _Speaker.current = language(code)


def t(source: str, /, **placeholders: object) -> str:
    """A sentence of the interface. `source` is a literal, so that it can be found for translation."""
    return _Speaker.current.t(source, **placeholders)


def n(one: str, many: str, count: int, /, **placeholders: object) -> str:
    """A sentence about a number of things; `{n}` is the number."""
    return _Speaker.current.n(one, many, count, **placeholders)
