"""When something is to be done, as plans say it: `Trimestrul IV 2027`, `2027-2028`, `до 31.12.2027`, `permanent`.

English, French, Romanian and Russian are understood. Quarters are those of the plan's fiscal calendar, as everywhere in the
program; days and months fall into them; a year is the fiscal year of that name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from mainstreamer.domain.calendar import Quarter, quarter_of

LONGEST = 400
"""Longer texts are no dates."""
_YEARS = range(1990, 2101)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_QUARTER_WORDS = _set("q qtr quarter quarters trim trimestru trimestrul trimestrului trimestre trimestres tr t кв кварт "
                      "квартал квартала квартале кварталы к")  # fmt: skip
_HALF_WORDS = _set(
    "h semestru semestrul semestrului semestre sem s semester half полугодие полугодия полугодии jumatatea"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FIGURES = _set("1 2 3 4")
_ORDINALS = {
    word: number
    for number, words in {
        1: "first primul prima premier premiere первый первое первого первом",
        2: "second doilea doua deuxieme второй второе второго втором",
        3: "third treilea treia troisieme третий третьего третьем",
        4: "fourth patrulea patra quatrieme четвертый четвертого четвертом",
    }.items()
    for word in words.split()
}
_MONTHS = (
    ("jan janv ian янв", "januar ianuar janvier январ"), ("feb febr fev fevr фев февр", "februar fevrier феврал"),
    ("mar mart mars март марта марте", "march martie mars март"), ("apr avr апр", "april avril апрел"),
    ("may mai май мая мае", "may mai"), ("jun iun июн", "june iunie juin июн"), ("jul iul juil июл", "july iulie juillet июл"),
    ("aug aout авг", "august aout август"), ("sep sept сен сент", "septemb septembr сентябр"),
    ("oct окт", "octob octomb octobr октябр"), ("nov noi ноя нояб", "novemb noiemb ноябр"),
    ("dec дек", "decemb decembr декабр"),
)  # fmt: skip
"""For each month its short forms, and the beginnings of its name in any case."""
_LONGEST_ENDING = 4
_UNTIL = _set(
    "until till by before due pana jusqu jusque avant до к deadline fin end sfarsitul sfarsit конца конец концу конце "
    "окончания inclusiv"
)
_FROM = _set("from since starting beginning din incepand depuis partir с начиная after dupa apres после")
_RECURRING = (
    "permanent", "continu", "ongoing", "anual", "annual", "annuel", "yearly", "every", "each", "chaque", "ежегодн", "постоянн",
    "регулярн", "regular", "ежекварт", "ежемес", "quarterly", "monthly", "trimestrial", "trimestriel", "lunar", "mensuel",
    "semestrial", "semestriel", "semiannual", "periodic", "systematic", "sistematic", "whenever",
)  # fmt: skip
_THROUGHOUT = ("течение", "весь", "всего", "throughout", "parcursul", "decursul", "durant")
"""Without a year they mean the whole of the plan."""
_ENDINGS = _set(". й го er e eme ere st nd rd th lea al a")
"""Ordinal endings, and the dot of a shortened word."""
_DASHES = _set("- – —")
_BETWEEN = _DASHES | _set(", / si and et и a")
_JOINTS = _DASHES | _UNTIL | _ENDINGS | _set("/ , ; si and et и а la le du de d l to по year years an anul anului annee год "
                                            "года году г гг nr the of in в на iul re me")  # fmt: skip
_ASIDE = re.compile(r"\([^)]*\)")
_TOKEN = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}[./]\d{4}|\d+|[^\W\d_]+|[-–—/,;.]")


@dataclass(frozen=True)
class Period:
    """`first` and `last` quarter, either may be open. `lone` when one point in time was named: a date by which, rather than
    a time from and to. `exact` when nothing else was said, so that the text need not be kept."""

    first: Quarter | None = None
    last: Quarter | None = None
    recurring: bool = False
    lone: bool = False
    exact: bool = True


@dataclass
class _Unit:
    """A piece of time without its year: quarters of a year, or months; `of_year` is set once the year is known."""

    quarters: tuple[int, int] | None = None
    months: tuple[int, int] | None = None
    year: int | None = None


def read_period(text: str, fiscal_start: int = 1) -> Period:
    """What a text says of time. Raises ValueError("period_unreadable") where it says nothing that is understood."""
    if len(text) > LONGEST:
        raise ValueError("period_unreadable")
    outside = _ASIDE.sub(" ", text).strip()
    found = _read(outside or text, fiscal_start)
    return found if outside in ("", text.strip()) else replace(found, exact=False)


def _read(text: str, fiscal_start: int) -> Period:
    reader = _Reader(_TOKEN.findall(plain(text)), fiscal_start)
    reader.read()
    spans = [span for unit in reader.units if (span := reader.span(unit)) is not None]
    words = set(reader.left)
    beginnings = _RECURRING if spans else _RECURRING + _THROUGHOUT
    recurring = any(word.startswith(beginnings) for word in words)
    left = {word for word in words if not word.startswith(_RECURRING + _THROUGHOUT)} - _JOINTS - _FROM
    if not spans:
        if not recurring:
            raise ValueError("period_unreadable")
        return Period(recurring=True, exact=not left and len(words) < 3)
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    exact = not left and not reader.rounded and not (recurring and len(words - _JOINTS) > 1)
    if len(spans) > 1:
        return Period(first, last, recurring, False, exact)
    if words & _FROM and not words & _UNTIL:
        return Period(first, None, recurring, False, exact)
    if words & _UNTIL:
        return Period(None, last, recurring, True, exact)
    return Period(first, last, recurring, True, exact)


class _Reader:
    """Goes through the tokens once; `units` are the times found, `left` the words that are none."""

    def __init__(self, tokens: list[str], fiscal_start: int) -> None:
        self._tokens, self._fiscal_start = tokens, fiscal_start
        self.units: list[_Unit] = []
        self.left: list[str] = []
        self.rounded = False
        """Whether a day or month was read that does not begin or end a quarter."""
        self._years: list[tuple[int, int]] = []
        """Years that stand alone: after how many units, and which."""

    def read(self) -> None:
        place = 0
        while place < len(self._tokens):
            place += self._take(place)
        self._give_years()

    def _at(self, place: int) -> str:
        return self._tokens[place] if 0 <= place < len(self._tokens) else ""

    def _near(self, place: int, step: int) -> str:
        """The next word that is no dot, no ordinal ending and no hyphen before one."""
        place += step
        while self._at(place) in _ENDINGS or (self._at(place) == "-" and self._at(place + step) in _ENDINGS):
            place += step
        return self._at(place)

    def _take(self, place: int) -> int:
        """Understand what stands at a place; how many tokens that was."""
        token = self._at(place)
        if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", token) or re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}", token):
            return self._take_day(token)
        found = re.fullmatch(r"(\d{1,2})[./](\d{4})", token)
        if found and self._near(place, -1) in _QUARTER_WORDS and int(found[1]) <= 4:
            self.units.append(_Unit(quarters=(int(found[1]), int(found[1])), year=int(found[2])))
            return 1
        if found:
            return self._take_month_year(int(found[1]), int(found[2]))
        if token.isdecimal() and len(token) == 4 and int(token) in _YEARS:
            return self._take_year(place, int(token))
        number = _ROMAN.get(token) or _ORDINALS.get(token) or (int(token) if token in _FIGURES else 0)
        if number and self._is_half(place) and number <= 2:
            self.units.append(_Unit(quarters=(number * 2 - 1, number * 2)))
            return 1
        if number and self._is_quarter(place, token):
            self.units.append(_Unit(quarters=(number, number)))
            return 1
        month = month_of(token)
        if month:
            self.units.append(_Unit(months=(month, month)))
            day = self._at(place - 1)
            self._note_day(month, int(day) if day.isdecimal() and len(day) < 3 else 0)
            return 1
        if (token.isalpha() and token not in _QUARTER_WORDS and token not in _HALF_WORDS) or (
            token.isdecimal() and not month_of(self._near(place, 1))
        ):
            self.left.append(token)
        return 1

    def _is_half(self, place: int) -> bool:
        return self._near(place, 1) in _HALF_WORDS or self._near(place, -1) in _HALF_WORDS

    def _is_quarter(self, place: int, token: str) -> bool:
        """Beside the word quarter; before another quarter after a dash or comma; or a Roman figure before a year."""
        if self._near(place, -1) in _QUARTER_WORDS or self._near(place, 1) in _QUARTER_WORDS:
            return True
        after = self._at(place + 2)
        if self._at(place + 1) in _BETWEEN and (after in _ROMAN or after in _FIGURES or after in _QUARTER_WORDS):
            where = place + 2 if after not in _QUARTER_WORDS else place + 3
            return self._is_quarter(where, self._at(where))
        before = self._at(place - 2)
        if self._at(place - 1) in _BETWEEN and self.units and (before in _ROMAN or before in _FIGURES):
            return self.units[-1].quarters is not None and self.units[-1].year is None
        following = self._near(place, 1)
        if following == "/":
            following = self._at(place + 2)
        return token in _ROMAN and ((following.isdecimal() and len(following) == 4) or self._at(place - 1).isdecimal())

    def _take_day(self, token: str) -> int:
        parts = [int(part) for part in re.split(r"[./-]", token)]
        year, month, day = parts if parts[0] > 31 else (parts[2], parts[1], parts[0])
        if month > 12 >= day:
            month, day = day, month
        try:
            date(year, month, day)
        except ValueError:
            self.left.append(token)
            return 1
        self.units.append(_Unit(months=(month, month), year=year))
        self._note_day(month, day)
        return 1

    def _note_day(self, month: int, day: int = 0) -> None:
        """Note what a quarter does not say: a month or day within it."""
        place = (month - self._fiscal_start) % 3
        begins, ends = place == 0 and day in (0, 1), place == 2 and (day == 0 or day >= 28)
        self.rounded = self.rounded or not (begins or ends)

    def _take_month_year(self, month: int, year: int) -> int:
        if 1 <= month <= 12 and year in _YEARS:
            self.units.append(_Unit(months=(month, month), year=year))
            self._note_day(month)
        else:
            self.left.append(f"{month}.{year}")
        return 1

    def _take_year(self, place: int, year: int) -> int:
        self._years.append((len(self.units), year))
        short = self._at(place + 2)
        if self._at(place + 1) in _DASHES | {"/"} and len(short) == 2 and short.isdecimal():
            span = (int(short) - year) % 100
            if 0 < span <= 15 and self._at(place + 3) != ".":
                # A fiscal year that begins within a calendar year is named after both.
                if span > 1 or self._fiscal_start == 1:
                    self._years.append((len(self.units), year + span))
                return 3
        return 1

    def _give_years(self) -> None:
        """Each piece of time takes the year after it, else the one before; years that are left stand for themselves."""
        used: set[int] = set()
        for place, unit in enumerate(self.units):
            if unit.year is not None:
                continue
            after = next((n for n, (where, _) in enumerate(self._years) if where > place), None)
            before = next((n for n in reversed(range(len(self._years))) if self._years[n][0] <= place), None)
            chosen = after if after is not None else before
            if chosen is not None:
                unit.year = self._years[chosen][1]
                used.add(chosen)
            else:
                # `Q3-Q4/2026`: the year stands with the other quarter.
                unit.year = next((other.year for other in self.units[place + 1 :] if other.year is not None), None)
        alone = [_Unit(quarters=(1, 4), year=year) for n, (_, year) in enumerate(self._years) if n not in used]
        self.units += alone

    def span(self, unit: _Unit) -> tuple[Quarter, Quarter] | None:
        """The quarters of a piece of time; None where nobody said of which year."""
        if unit.year is None or unit.year not in _YEARS:
            return None
        if unit.quarters is not None:
            return Quarter(unit.year, unit.quarters[0]), Quarter(unit.year, unit.quarters[1])
        first, last = unit.months or (1, 12)
        return (
            quarter_of(date(unit.year, first, 1), self._fiscal_start),
            quarter_of(date(unit.year, last, 1), self._fiscal_start),
        )


def month_of(word: str) -> int:
    """The month of a word such as `decembrie` or `янв`, in small letters without accents; 0 for others."""
    for number, (short, begins) in enumerate(_MONTHS, 1):
        if word in short.split():
            return number
        if any(word.startswith(begin) and len(word) <= len(begin) + _LONGEST_ENDING for begin in begins.split()):
            return number
    return 0


def names_months(text: str) -> bool:
    """Whether a text speaks of a month or of half a year, so that figures in it are no quarters."""
    words = [token for token in _TOKEN.findall(plain(text)) if token.isalpha()]
    return any(month_of(word) or word in _HALF_WORDS for word in words)


def plain(text: str) -> str:
    """Without case and accents; the short i of Russian stays a letter of its own."""
    parted = unicodedata.normalize("NFKD", text.casefold().replace("й", "\ue000"))
    return "".join(ch for ch in parted if not unicodedata.combining(ch)).replace("\ue000", "й").replace("ё", "е")
