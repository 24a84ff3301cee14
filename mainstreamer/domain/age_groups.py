"""Age groups in completed years, and how the labels of statistical tables are read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

OLDEST = 130
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_RAISED = re.compile("[\u00b2\u00b3\u00b9\u2070-\u2079*†‡]")


def plain_words(text: str) -> str:
    """Text made comparable: small letters, no accents or footnote marks, one kind of dash, single spaces."""
    unmarked = _RAISED.sub("", text.casefold())
    bare = "".join(ch for ch in unicodedata.normalize("NFKD", unmarked) if not unicodedata.combining(ch))
    return " ".join(_DASHES.sub("-", bare).split())


def word_set(words: str) -> frozenset[str]:
    """The words of a sentence, each made comparable."""
    return frozenset(plain_words(words).split())


_YEARS = word_set(
    "age aged ages from years year yrs yr y o old лет год года от возраст в возрасте г и или and or the et ou de ans "
    "an âge ani de la între vârsta și sau ai años año y o edad entre"
)
_OPEN = word_set(
    "over above older more plus up upwards старше более больше выше плюс peste mult mari más mayores mayor"
)
_OPEN_WITH = word_set("mai")
_UNDER = word_set("under below less than до младше менее moins sub menos menores menor")
_JOIN = word_set("to through до по à au la a hasta până")
_SIGNS = re.compile(r"[-+<>≥≤=().,&\s]*")


@dataclass(frozen=True)
class AgeGroup:
    """Completed ages from `first` to `last`, both inside; `last` None for an open group such as 85+."""

    first: int
    last: int | None

    @property
    def width(self) -> int | None:
        """Number of years covered; None for an open group."""
        return None if self.last is None else self.last - self.first + 1

    @property
    def label(self) -> str:
        """The group as this program writes it: `0-4`, `23`, `85+`."""
        if self.last is None:
            return f"{self.first}+"
        return str(self.first) if self.last == self.first else f"{self.first}-{self.last}"

    def holds(self, other: AgeGroup) -> bool:
        """Whether every age of the other group is in this one."""
        return self.first <= other.first and (self.last is None or (other.last is not None and other.last <= self.last))


def read_age_group(label: str) -> AgeGroup:
    """Read `0-4`, `0–4 лет`, `85+`, `85 and over`, `85 лет и старше`, `23`, `< 1`, `5 à 9 ans`; digits of any script.

    Anything else, such as a group named together with a sex or a place, raises ValueError("age_unreadable").
    """
    text = plain_words(label)
    numbers = re.findall(r"\d+", text)
    words = set(re.findall(r"[^\W\d_]+", text))
    signs = re.sub(r"\w", "", text)
    if not 1 <= len(numbers) <= 2 or any(len(number) > 3 for number in numbers) or not _SIGNS.fullmatch(signs):
        raise ValueError("age_unreadable")
    if "_" in text or words - _YEARS - _OPEN - _OPEN_WITH - _UNDER - _JOIN:
        raise ValueError("age_unreadable")
    ages = [int(number) for number in numbers]
    group = _one_age(text, ages[0], words) if len(ages) == 1 else _two_ages(text, ages, words)
    if group is None or group.first > OLDEST or (group.last is not None and not group.first <= group.last <= OLDEST):
        raise ValueError("age_unreadable")
    return group


def _one_age(text: str, age: int, words: set[str]) -> AgeGroup | None:
    before, after = re.split(r"\d+", text, maxsplit=1)
    opens = "+" in after or any(word in _OPEN for word in re.findall(r"[^\W\d_]+", after))
    if opens or "≥" in before or ">=" in before:
        return None if words & (_UNDER - _OPEN) or "<" in text else AgeGroup(age, None)
    if words & _OPEN:
        return None
    if "≤" in before or "<=" in before:
        return AgeGroup(0, age)
    if "<" in before or words & _UNDER:
        return AgeGroup(0, age - 1) if age else None
    if ">" in before:
        return AgeGroup(age + 1, None)
    return None if re.search("[-<>≥≤=+]", text) else AgeGroup(age, age)


def _two_ages(text: str, ages: list[int], words: set[str]) -> AgeGroup | None:
    between = re.split(r"\d+", text)[1]
    joined = "-" in between or any(word in _JOIN for word in re.findall(r"[^\W\d_]+", between))
    if not joined or words & _OPEN or re.search("[+<>≥≤=]", text):
        return None
    return AgeGroup(ages[0], ages[1])
