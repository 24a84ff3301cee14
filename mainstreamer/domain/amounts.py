"""Amounts of money as tables write them: `1 200,5 mii lei`, `USD 250,000`, `1,5 млн`; thousands that a heading speaks of."""

from __future__ import annotations

import re
from decimal import Decimal

from mainstreamer.domain.age_groups import plain_words, word_set
from mainstreamer.domain.numbers import PLAIN, Reading, parse_number

FACTORS = (1, 1_000, 1_000_000, 1_000_000_000)
_THOUSAND = word_set("mii mie thousand thousands тыс тысяч тысячи milliers millier k")
_MILLION = word_set("mln milioane milion million millions млн миллион миллионов миллиона mio m")
_BILLION = word_set("mlrd miliarde miliard billion billions milliard milliards млрд миллиард миллиардов bn")
_CURRENCIES = word_set("lei leu лей леев лея mdl ron usd eur euro euros евро долл доллар долларов сша dollars dollar руб "
                       "рублей рубль rub fcfa cfa xof xaf tk taka bdt jmd uah грн гривен som сом kgs сум сумов uzs тенге kzt "
                       "драм amd лари gel gbp chf de of около circa approx environ aproximativ примерно total всего "
                       "итого")  # fmt: skip
_NUMBER = re.compile(r"[-−+]?\d[\d.,\s\u00a0\u2007\u2009\u202f'’]*")
_WORDS = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[$€£₽₴₸~≈()/.,:;*\s\u00a0\u202f-]*")


def factor_of(text: str) -> int:
    """Thousands, millions or billions that a heading or an amount speaks of; 1 for none."""
    words = set(_WORDS.findall(plain_words(text))) - {"k", "m"}
    return _factor(words)


def _factor(words: set[str]) -> int:
    if words & _BILLION:
        return FACTORS[3]
    if words & _MILLION:
        return FACTORS[2]
    return FACTORS[1] if words & _THOUSAND else FACTORS[0]


def read_amount(text: str, reading: Reading = PLAIN, factor: int = 1) -> Decimal:
    """The one amount in a text that says nothing else; `factor` is that of its heading, unless the text has its own.

    Raises ValueError(code): "number_unreadable" where there is more than one amount, none, or other words.
    """
    plain = plain_words(text)
    numbers = [found.group().strip() for found in _NUMBER.finditer(plain)]
    words = set(_WORDS.findall(plain))
    known = _THOUSAND | _MILLION | _BILLION | _CURRENCIES
    if len(numbers) != 1 or words - known or not _MARKS.fullmatch(_WORDS.sub("", _NUMBER.sub("", plain))):
        raise ValueError("number_unreadable")
    return parse_number(numbers[0].rstrip(".,"), reading) * (_factor(words) if _factor(words) > 1 else factor)
