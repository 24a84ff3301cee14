"""Words that head the rows and columns of population tables: women, men, total, unknown age, in five languages."""

from __future__ import annotations

import re

from mainstreamer.domain.age_groups import AgeGroup, plain_words, read_age_group, word_set

_WOMEN = word_set("women woman female females f w женщины женщина женщин женский женское жен ж femmes femme feminin "
                  "feminine femei femeie mujeres mujer femenino femenina")  # fmt: skip
_MEN = word_set("men man male males m мужчины мужчина мужчин мужской мужское муж м hommes homme h masculin masculine "
                "bărbați bărbat hombres hombre varones varón masculino")  # fmt: skip
_BOTH = word_set("total totals both all persons people population t всего итого оба население человек ensemble deux "
                 "tous ambele toți populație populația ambos todos población personas")  # fmt: skip
_SHARES = word_set("share percent percentage ratio rate доля процент проценты соотношение part pourcentage rapport "
                   "pondere procent raport porcentaje proporción razón")  # fmt: skip
_SERIAL = word_set("no nr n crt п d o #")
_AGES = word_set("age ages возраст возраста возрастная возрастные vârsta vârstă vârste edad edades grupo")
_ALL_AGES = word_set("total totals totale всего итого ensemble toate todas todos tous all")
_ALL_AGES_FILL = word_set("total general general ages age population persons по населению население все возрасты "
                          "возраст les âges vârstele vârste las edades población populația people")  # fmt: skip
_ALL_AGES_PHRASES = tuple(plain_words(text) for text in ("все возрасты", "все население"))
_UNKNOWN = tuple(
    plain_words(text)
    for text in ("unknown", "not stated", "not reported", "not specified", "unspecified", "не указан", "неизвест",
                 "non declare", "inconnu", "indetermine", "non precise", "necunoscut", "nedeclarat", "no declarad",
                 "no especificad", "desconocid", "ignorad")
)  # fmt: skip
_THOUSANDS = word_set("thousand thousands тыс тысяч milliers mii miles")

_MONTHS = {
    plain_words(name): month
    for month, names in {
        1: "jan january янв январь января janv janvier ian ianuarie ene enero",
        4: "apr april апр апрель апреля avr avril aprilie abr abril",
        5: "may май мая mai mayo",
        9: "sep sept september сен сент сентябрь сентября septembre septembrie septiembre",
        10: "oct october окт октябрь октября octobre octombrie octubre",
    }.items()
    for name in names.split()
}
_DATED_GROUPS = {(1, 4), (5, 9), (10, 14)}


def has_digit(text: str) -> bool:
    """Whether there is a digit of any script."""
    return any(ch.isdecimal() for ch in text)


def says_thousands(heading: str) -> bool:
    """Whether a heading speaks of thousands of people."""
    return bool(word_set(re.sub(r"\W", " ", heading)) & _THOUSANDS)


def label_column(lines: list[list[str]]) -> int:
    """The column with the ages: the one with most labels such as 0-4 or 85+, else the one headed so, else the first."""
    scores = [0] * len(lines[0])
    for line in lines:
        for place, cell in enumerate(line):
            scores[place] += not cell.isdecimal() and isinstance(row_key(cell), AgeGroup)
    if any(scores):
        return scores.index(max(scores))
    for line in lines:
        for place, cell in enumerate(line):
            if not has_digit(cell) and set(re.findall(r"\w+", plain_words(cell))) & _AGES and row_key(cell) is None:
                return place
    return 0


def row_key(label: str) -> AgeGroup | str | None:
    """What a row is: an age group, `unknown`, `total`, or None."""
    text = plain_words(label)[:200]
    if not text:
        return None
    if not has_digit(text):
        if any(phrase in text for phrase in _UNKNOWN):
            return "unknown"
        words = set(re.findall(r"\w+", text))
        all_ages = words & _ALL_AGES and not words - _ALL_AGES - _ALL_AGES_FILL
        return "total" if all_ages or text in _ALL_AGES_PHRASES else None
    try:
        return read_age_group(label)
    except ValueError:
        return dated_group(label)


def dated_group(label: str) -> AgeGroup | None:
    """The age group that a spreadsheet turned into a date: `5-Sep` or `09.05.2024` for 5-9, `Oct-14` for 10-14."""
    text = plain_words(label).replace(" 00:00:00", "")
    named = re.fullmatch(r"(?:(\d{1,2})[-. ]+([^\W\d]+)|([^\W\d]+)[-. ]+(\d{1,2}))\.?(?:[-. ]+\d{2,4})?", text)
    if named:
        month = _MONTHS.get(named[2] or named[3])
        pair = None if month is None else sorted((int(named[1] or named[4]), month))
    else:
        iso = re.fullmatch(r"\d{4}-(\d{2})-(\d{2})", text)
        usual = iso or re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./]\d{2,4}", text)
        pair = sorted((int(usual[1]), int(usual[2]))) if usual else None
    return AgeGroup(pair[0], pair[1]) if pair and tuple(pair) in _DATED_GROUPS else None


def heading_kinds(headings: list[str]) -> list[str]:
    """`women`, `men`, `total`, `other` (shares, ratios, serial numbers) or blank for each heading."""
    words = [set(re.findall(r"[^\W\d_]+", plain_words(heading))) for heading in headings]
    # In Spanish tables H stands beside M for mujeres; everywhere else M is men.
    spanish = {"h"} in words and {"m"} in words
    kinds = []
    for heading, said in zip(headings, words, strict=True):
        women, men = bool(said & _WOMEN), bool(said & _MEN)
        if "%" in heading or said & _SHARES or heading.strip() == "#" or (said and said <= _SERIAL):
            kinds.append("other")
        elif spanish and said == {"m"}:
            kinds.append("women")
        elif women != men:
            kinds.append("women" if women else "men")
        else:
            kinds.append("total" if women or said & _BOTH else "")
    return kinds
