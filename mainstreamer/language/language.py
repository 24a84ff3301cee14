"""One language: interface sentences, vocabulary by code, numbers, money, dates and quarters.

Interface sentences are literal English in the code (`t("Open a plan")`) and translated in resources/i18n/<code>.ts, a file
of Qt Linguist. Vocabulary of the trade is kept by code in resources/words/<code>/<section>.toml. A missing translation
shows the English text, never a blank.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from mainstreamer.domain.calendar import Quarter
from mainstreamer.paths import resource
from mainstreamer.shipped import read_toml

SHIPPED = ("en", "ru")
"""Languages that ship complete, in the order in which they are offered."""

NATIVE_NAMES = {"en": "English", "ru": "Русский"}
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ur"})
"""Languages written from right to left: the window and the sheets of a workbook are mirrored for them."""
FONTS = {"am": "Ebrima", "bn": "Nirmala UI", "dv": "MV Boli", "hi": "Nirmala UI", "ta": "Nirmala UI"}
"""Fonts of Windows for languages whose letters the usual fonts do not have."""
_NBSP = "\u00a0"
NO_CURRENCY = "XXX"
"""The code of ISO 4217 where no currency is meant. People take it for a fault, so that amounts are shown without it."""
_MARKS = {"en": (",", "."), "ru": (_NBSP, ",")}
_DATE_FORMATS = {"en": "{d:02d}/{m:02d}/{y}", "ru": "{d:02d}.{m:02d}.{y}"}
_DATE_PARTS = {"d": "dd", "m": "mm", "y": "yyyy"}
_QUARTER_FORMS = {"en": "{year:04d}-Q{quarter}", "ru": f"{{quarter}}{_NBSP}кв.{_NBSP}{{year:04d}}"}
_MINUS = "\u2212"


@functools.cache
def language(code: str) -> Language:
    """The language of that code; English when it is not shipped."""
    return Language(code if code in SHIPPED else "en")


def plural_form(code: str, number: int) -> int:
    """Which numerus form of a .ts file a number takes."""
    n = abs(number)
    if code == "ru":
        if n % 10 == 1 and n % 100 != 11:
            return 0
        return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2
    return 0 if n == 1 else 1


class Language:
    """Everything the edges need to speak one language. Immutable after loading; sections are read when first asked for."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._sections: dict[str, Mapping[str, Any]] = {}
        self._codes: dict[str, dict[str, str]] = {}
        self.group_mark, self.decimal_mark = _MARKS[code]

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of all languages that are spoken, the leading one first."""
        return (self.code,)

    @property
    def right_to_left(self) -> bool:
        """Whether the layout of the window is mirrored."""
        return self.code in RIGHT_TO_LEFT

    @property
    def font(self) -> str:
        """The font that the languages need; empty where every usual one will do."""
        return next((FONTS[code] for code in self.codes if code in FONTS), "")

    def each(self, make: Callable[[Language], str]) -> str:
        """What `make` gives for each language that is spoken, as one text."""
        return make(self)

    def fitting(self, text: str, most: int) -> str:
        """A text as it is; of two languages joined, only the leading one's where both are longer than `most` characters."""
        return text

    def parts(self, text: str) -> tuple[str, ...]:
        """A text as it is; what two languages joined, apart again."""
        return (text,)

    def together(self, texts: Sequence[str], most: int) -> str:
        """Texts one after the other; of two languages joined, each language's own behind each other, and only the leading
        one's where that is longer than `most` characters."""
        return " ".join(filter(None, texts))

    @property
    def date_format(self) -> str:
        """The number format of a day in a workbook, in the order of `date`."""
        return re.sub(r"\{(\w)[^}]*\}", lambda part: _DATE_PARTS[part[1]], _DATE_FORMATS[self.code])

    # -- sentences of the interface ----------------------------------------------------------------------------------

    @functools.cached_property
    def _sentences(self) -> dict[str, tuple[str, ...]]:
        path = resource("i18n", f"{self.code}.ts")
        found: dict[str, tuple[str, ...]] = {}
        if not path.is_file():
            return found
        import xml.etree.ElementTree as ET  # English needs none

        for message in ET.parse(path).iter("message"):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("vanished", "obsolete"):
                continue
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            if all(forms):
                found[source] = tuple(forms)
        return found

    def t(self, source: str, /, **placeholders: object) -> str:
        """The sentence in this language. Placeholders are named: `t("{count} rows", count=3)`."""
        text = self._sentences.get(source, (source,))[0]
        return text.format(**placeholders) if placeholders else text

    def n(self, one: str, many: str, count: int, /, **placeholders: object) -> str:
        """The sentence for a number of things; `{n}` is the number. The translation is kept under `many`."""
        forms = self._sentences.get(many)
        text = (
            (one if count == 1 else many)
            if forms is None
            else forms[min(plural_form(self.code, count), len(forms) - 1)]
        )
        return text.format(n=self.number(count), **placeholders)

    # -- vocabulary by code ------------------------------------------------------------------------------------------

    def section(self, name: str) -> Mapping[str, Any]:
        """All words of one section, such as `choice`; empty when there is none in this language."""
        if name not in self._sections:
            parts = ("words", self.code, f"{name}.toml")
            self._sections[name] = read_toml(*parts) if resource(*parts).is_file() else {}
        return self._sections[name]

    def find(self, section: str, *keys: str) -> str | None:
        """The words of a code here, or None."""
        found: Any = self.section(section)
        for key in keys:
            if not isinstance(found, Mapping) or key not in found:
                return None
            found = found[key]
        return found if isinstance(found, str) else None

    def word(self, section: str, *keys: str, **placeholders: object) -> str:
        """The words of a code: here, else in English, else the code itself, so that nothing is ever blank."""
        text = self.find(section, *keys)
        if text is None and self.code != "en":
            text = language("en").find(section, *keys)
        if text is None:
            return keys[-1] if keys else section
        return text.format(**placeholders) if placeholders else text

    def kind(self, kind: str, form: str = "one") -> str:
        return self.word("kind", kind, form)

    def field(self, kind: str, field: str) -> str:
        """The label of a field."""
        return self.word("field", kind, field)

    def help(self, kind: str, field: str) -> str:
        """One sentence of help for a field; empty when it needs none."""
        return self.find("help", kind, field) or (language("en").find("help", kind, field) or "")

    def choice(self, choices: str, code: str) -> str:
        """The name of a code of a list; empty for no code."""
        if not code:
            return ""
        if choices in ("country", "currency"):
            return self.word(choices, code)
        if choices == "indicator":
            name = self.find("indicator", code, "name") or language("en").find("indicator", code, "name")
            return f"{code} {name}" if name else code
        return self.word("choice", choices, code)

    def code_of(self, choices: str, text: str) -> str | None:
        """The code that a person means by a name, in this or any other shipped language; None when there is none."""
        wanted = text.strip().casefold()
        for code in (self.code, *(other for other in SHIPPED if other != self.code)):
            found = language(code)._codes_by_name(choices).get(wanted)
            if found is not None:
                return found
        return None

    def _codes_by_name(self, choices: str) -> dict[str, str]:
        if choices in self._codes:
            return self._codes[choices]
        if choices in ("country", "currency"):
            names: Mapping[str, Any] = self.section(choices)
        elif choices == "indicator":
            names = {code: f"{code} {words['name']}" for code, words in self.section("indicator").items()}
        else:
            names = self.section("choice").get(choices, {})
        found = {str(name).casefold(): code for code, name in names.items()}
        for code, spellings in self.section("spelling").get(choices, {}).items():
            found.update({one.casefold(): code for one in spellings.split()})
        found.update({code.casefold(): code for code in names})
        self._codes[choices] = found
        return found

    # -- numbers and dates -------------------------------------------------------------------------------------------

    def number(self, value: Decimal | int | float, decimals: int | None = None) -> str:
        """A number with this language's marks; `decimals` rounds half up, None shows what there is."""
        exact = Decimal(str(value))
        if decimals is not None:
            exact = round_half_up(exact, decimals)
        text = format(exact, "f")
        if decimals is None and "." in text:
            text = text.rstrip("0").rstrip(".")
        sign = _MINUS if text.startswith("-") else ""
        whole, _, fraction = text.lstrip("-").partition(".")
        grouped = _group(whole, self.group_mark)
        return f"{sign}{grouped}{self.decimal_mark}{fraction}" if fraction else f"{sign}{grouped}"

    def money(self, value: Decimal, currency: str = "") -> str:
        """An amount with its currency code behind it, none where there is no currency; cents only where there are any."""
        decimals = 0 if value == value.to_integral_value() else 2
        text = self.number(value, decimals)
        return f"{text}{currency_tail(currency)}"

    def date(self, day: date) -> str:
        """A day in figures, in this language's order."""
        return _DATE_FORMATS[self.code].format(d=day.day, m=day.month, y=day.year)

    def date_form(self, day: str, month: str, year: str) -> str:
        """The form of a day, from the words for its parts, in the order of `date`."""
        said = {"d": day, "m": month, "y": year}
        return re.sub(r"\{(\w)[^}]*\}", lambda part: said[part[1]], _DATE_FORMATS[self.code])

    def quarter(self, quarter: Quarter) -> str:
        """A quarter of the plan's fiscal calendar, as people of this language write it; `parse_quarter` reads it back."""
        return _QUARTER_FORMS[self.code].format(year=quarter.year, quarter=quarter.quarter)

    def quarter_formula(self, index: str) -> str:
        """The same as a formula of a worksheet, from a name or cell that holds the quarters since year 0."""
        parts = {"{year:04d}": f'TEXT(INT({index}/4),"0000")', "{quarter}": f"(MOD({index},4)+1)"}
        found = re.split(r"(\{[^}]*\})", _QUARTER_FORMS[self.code])
        return "&".join(parts.get(part, f'"{part}"') for part in found if part)


def _group(digits: str, mark: str) -> str:
    head = len(digits) % 3
    parts = ([digits[:head]] if head else []) + [digits[i : i + 3] for i in range(head, len(digits), 3)]
    return mark.join(parts)


def currency_tail(code: str) -> str:
    """What stands behind an amount: its currency, nothing where there is none."""
    return f"{_NBSP}{code}" if code and code != NO_CURRENCY else ""


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Round as people do on paper; exact for any number of digits."""
    with localcontext() as context:
        context.prec = 200
        return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
