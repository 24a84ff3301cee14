"""Large amounts in the short form of a language: `318 m SLD`, `318 млн SLD`."""

from __future__ import annotations

from decimal import Decimal

from mainstreamer.language.language import Language, currency_tail, round_half_up

_UNITS = {"en": ("", "k", "m", "bn", "tn"), "ru": ("", "тыс.", "млн", "млрд", "трлн")}
"""Words for one, thousand, million, billion, trillion."""
_NBSP = "\u00a0"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
WHOLE_FROM = 100
"""From so many of a unit on, no decimal is shown."""
SHORT_FROM = 10_000
"""Smaller figures stand on an axis as they are."""


def short_amount(speech: Language, value: Decimal, currency: str = "") -> str:
    """An amount with at most four figures, a word for its size, and its currency. Exact enough to be spoken, not to be
    added up. What is beyond trillions is written as a power of ten."""
    tail = currency_tail(currency)
    size = abs(value)
    place = 0 if size < 1 else size.adjusted() // 3
    if _rounded(size.scaleb(-3 * place)) >= 1000:
        place += 1
    units = _UNITS.get(speech.code, _UNITS["en"])
    if place >= len(units):
        power = size.adjusted()
        whole = round_half_up(size.scaleb(-power), 1)
        if whole >= 10:
            power, whole = power + 1, whole / 10
        figure = f"{speech.number(whole.copy_sign(value))}{_NBSP}×{_NBSP}10{str(power).translate(_RAISED)}"
        return f"{figure}{tail}"
    shown = _rounded(size.scaleb(-3 * place))
    word = f"{_NBSP}{units[place]}" if units[place] else ""
    return f"{speech.number(shown.copy_sign(value) if shown else shown)}{word}{tail}"


def scale_of(speech: Language, size: Decimal) -> tuple[int, str]:
    """The power of ten by which figures as large as this are divided to be read, and the word for it: `6`, `млн`. Nothing
    below ten thousand; a power of ten beyond trillions."""
    place = 0 if size < SHORT_FROM else size.adjusted() // 3
    units = _UNITS.get(speech.code, _UNITS["en"])
    return 3 * place, units[place] if place < len(units) else f"×{_NBSP}10{str(3 * place).translate(_RAISED)}"


def _rounded(figure: Decimal) -> Decimal:
    whole = round_half_up(figure, 0)
    return whole if whole >= WHOLE_FROM else round_half_up(figure, 1)
