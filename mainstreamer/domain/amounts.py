"""Amounts of money as tables write them: `1 200,5 mii lei`, `USD 250,000`, `1,5 млн`; thousands that a heading speaks of; and
whose currency they are in, as far as they say so."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from mainstreamer.domain.age_groups import plain_words, word_set
from mainstreamer.domain.numbers import PLAIN, Reading, parse_number

FACTORS = (1, 1_000, 1_000_000, 1_000_000_000)
_THOUSAND = word_set("mii mie thousand thousands тыс тысяч тысячи тысяча тысячах milliers millier mille k")
_MILLION = word_set("mil mln milioane milion million millions млн миллион миллионов миллиона миллионах mio m")
_BILLION = word_set("mlrd mld mds miliarde miliard billion billions milliard milliards млрд миллиард миллиардов миллиарда "
                    "миллиардах bn")  # fmt: skip
_OTHERS = word_set("de of около circa approx environ aproximativ примерно порядка total всего итого сша us sua des "
                   "молдавских российских moldovenesti moldoveni американских americani национальной валюте")  # fmt: skip
"""Words beside an amount that change nothing in it."""
_CURRENCIES = {
    "MDL RON": "lei leu leul лей леев лея леях",
    "USD AUD CAD NZD FJD NAD JMD TTD BBD BSD BZD GYD LRD SRD SBD XCD SGD HKD": "долл доллар долларов доллары доллара dollar "
    "dollars dolari dolar",
    "EUR": "euro euros евро",
    "RUB": "руб рублей рубль рубли рубля ruble rubles roubles",
    "XOF XAF": "fcfa cfa",
    "BDT": "taka tk",
    "UAH": "грн гривен гривна гривны hryvnia",
    "KGS": "сом сомов som soms",
    "UZS": "сум сумов",
    "KZT": "тенге tenge",
    "AMD": "драм драмов dram drams",
    "GEL": "лари lari",
    "GBP": "pounds фунтов",
    "CHF": "франков",
    "TJS": "сомони somoni",
    "AZN": "манат манатов manat",
}
_CODES = {word: frozenset(codes.split()) for codes, words in _CURRENCIES.items() for word in word_set(words)} | {
    code.casefold(): frozenset((code,)) for codes in _CURRENCIES for code in codes.split()
}
"""Codes of the currencies that a word may mean."""
_SIGNS = {"€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "₸": "KZT"}
_NUMBER = re.compile(r"[-−+]?\d[\d.,\s\u00a0\u2007\u2009\u202f'’]*")
_WORDS = re.compile(r"[^\W\d_]+")
_ISO = re.compile(r"(?<![^\W\d_])[A-Z]{3}(?![^\W\d_])")
_JOINED = re.compile(r"(?<![^\W\d_])([MK])([A-Z]{3})(?![^\W\d_])")
"""`3 MEUR`, `120 KUSD`."""
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


def currencies_of(text: str, codes: Collection[str] = ()) -> frozenset[str]:
    """Codes of the currencies that a text names; more than one where a word may mean several (`lei`) or several are named.
    `codes` are those that count when they stand there in capitals."""
    text = _JOINED.sub(r"\1 \2", text)
    found = {code for sign, code in _SIGNS.items() if sign in text} | (set(_CODES["dollar"]) if "$" in text else set())
    found |= {code for code in _ISO.findall(text) if code in codes}
    for word in _WORDS.findall(plain_words(text)):
        found |= _CODES.get(word, frozenset())
    return frozenset(found)


def read_amount(text: str, reading: Reading = PLAIN, factor: int = 1, codes: Collection[str] = ()) -> Decimal:
    """The one amount in a text that says nothing else; `factor` is that of its heading, unless the text has its own, `codes`
    are those of currencies.

    Raises ValueError(code): "number_unreadable" where there is more than one amount, none, or other words.
    """
    text = _JOINED.sub(r"\1 \2", text)
    plain = plain_words(_ISO.sub(lambda found: "" if found.group() in codes else found.group(), text))
    numbers = [found.group().strip() for found in _NUMBER.finditer(plain)]
    words = set(_WORDS.findall(plain))
    known = _THOUSAND | _MILLION | _BILLION | _OTHERS | set(_CODES)
    if len(numbers) != 1 or words - known or not _MARKS.fullmatch(_WORDS.sub("", _NUMBER.sub("", plain))):
        raise ValueError("number_unreadable")
    return parse_number(numbers[0].rstrip(".,"), reading) * (_factor(words) if _factor(words) > 1 else factor)
