"""One form for a word however it is typed: without case and accents, in Latin letters where it is Cyrillic.

Cyrillic has no one spelling in Latin letters: passports, signs, scholars and hurried people each have their own. So a Cyrillic
word has several forms, and two words are alike when they share one. Every form is made letter by letter: the beginning of a
word gives the beginning of its forms, and results narrow as one types. Other scripts keep their letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INDIC = "\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1780-\u17d3"
"""Scripts whose vowels are marks: they belong to words, and are kept."""
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f"
)
_DROPPED = re.compile(f"[{_MARKS}\u0640\u0981\u09bc\u00ad\u200b-\u200f\u2060\ufeff]+")
"""Accents, Arabic vowel signs and tatweel, Bengali nukta and candrabindu, characters without a width."""
WORD = re.compile(f"(?:[^\\W_]|[{_INDIC}{_MARKS}\u00ad\u200c\u200d])+")
"""A word as it stands in a text."""
_SHORT_I = "и\u0306"
_OTHER_DIGIT = re.compile(r"[^\W\D]")

_PLAIN = str.maketrans(
    {
        # Latin letters that carry no accent which could be taken off
        "ı": "i",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ħ": "h",
        "ŋ": "n",
        "ŧ": "t",
        "ə": "e",
        "ɛ": "e",
        "ɔ": "o",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ĸ": "k",
        "ʻ": "",
        "ʼ": "",
        "ʿ": "",
        "ʾ": "",
        # Arabic letters that keyboards and hurried hands interchange
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ٱ": "ا",
    }
)
_LETTERS = zip("абвгдезиклмнопрстуфыэ", "abvgdeziklmnoprstufye", strict=True)
_BASE: dict[str, str] = {
    **dict(_LETTERS),
    "ж": "zh",
    "ч": "ch",
    "ш": "sh",
    "й": "y",
    "х": "kh",
    "ц": "ts",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
    # Ukrainian and Belarusian, Serbian and Macedonian, Kazakh, Kyrgyz, Tajik, Uzbek, Mongolian, Bashkir, Tatar
    "і": "i",
    "є": "ie",
    "ґ": "g",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ђ": "dj",
    "ћ": "c",
    "џ": "dz",
    "ѕ": "dz",
    "ә": "a",
    "ғ": "g",
    "қ": "k",
    "ҡ": "k",
    "ң": "n",
    "ө": "o",
    "ұ": "u",
    "ү": "u",
    "һ": "h",
    "ҳ": "h",
    "ҷ": "j",
    "җ": "j",
    "ҹ": "j",
    "ҫ": "s",
    "ҙ": "z",
}
_SPELLINGS = tuple(
    str.maketrans({**_BASE, **others})
    for others in (
        {},  # as on signs and maps
        {"й": "i", "ъ": "ie", "ю": "iu", "я": "ia"},  # as in passports (ICAO Doc 9303)
        {"х": "h", "ц": "c", "щ": "sch"},  # as typed in a hurry
        {"ж": "z", "ч": "c", "ш": "s", "щ": "sc", "х": "h", "ц": "c", "й": "j", "ю": "ju", "я": "ja"},  # as scholars do
        {"г": "h", "и": "y", "й": "i", "ю": "iu", "я": "ia"},  # Ukrainian
    )
)


def fold(text: str) -> str:
    """The text without case, accents and script: the first of its forms. Folding what is folded changes nothing."""
    return _plain(text).translate(_SPELLINGS[0])


def _plain(text: str) -> str:
    """Without case and accents, in its own script."""
    if text.isascii():
        return text.lower()
    # Taking marks off may let letters join or change their case anew; a few turns at most reach the end of it.
    for _ in range(8):
        turned = _turn(text)
        if turned == text:
            break
        text = turned
    return text


def _turn(text: str) -> str:
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    # The short i is a letter of its own, not an i with an accent.
    text = _DROPPED.sub("", text.replace(_SHORT_I, "й")).translate(_PLAIN)
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0], found[0])), text)


@lru_cache(maxsize=2_000)
def forms(word: str) -> tuple[str, ...]:
    """The forms of one word, each once; none for what is only marks."""
    return spell(word)


def spell(word: str) -> tuple[str, ...]:
    """As `forms`, for those who meet each word once."""
    plain = _plain(word)
    if plain.isascii():
        return (plain,) if plain else ()
    return tuple(dict.fromkeys(form for table in _SPELLINGS if (form := plain.translate(table))))


def split(text: str) -> list[str]:
    """The words of a text, as they stand in it."""
    return WORD.findall(text)
