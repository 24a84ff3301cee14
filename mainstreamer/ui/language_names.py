"""Names of languages: as those who speak them write them, and in the language of the window."""

from __future__ import annotations

import functools
import re

from PySide6.QtCore import QLocale

from mainstreamer.language.language import NATIVE_NAMES
from mainstreamer.ui.i18n import words

CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""What a code of a language looks like: `ro`, `gag`, `uz-Latn` (BCP 47)."""


def native_name(code: str) -> str:
    """What speakers of a language call it; the code where nobody knows."""
    return NATIVE_NAMES.get(code) or _natives().get(code) or code


def language_name(code: str) -> str:
    """The name of a language in the language of the window; its own name where there is none."""
    return words().find("choice", "language", code) or native_name(code)


def both_names(code: str) -> str:
    """A language by its own name, with the name people here know it by and its code."""
    native, known = native_name(code), words().find("choice", "language", code) or _english().get(code, "")
    return f"{native} – {known} ({code})" if known and known != native else f"{native} ({code})"


def known_codes() -> tuple[str, ...]:
    """Codes of all languages that have a name of their own, in the order of these names."""
    return tuple(sorted(_natives(), key=lambda code: _natives()[code].casefold()))


@functools.cache
def _natives() -> dict[str, str]:
    return {code: _begun(name) for code, locale in _locales().items() if (name := _name_of(locale))}


@functools.cache
def _english() -> dict[str, str]:
    return {code: QLocale.languageToString(locale.language()) for code, locale in _locales().items()}


def _begun(name: str) -> str:
    """A name as a line begins with it. Georgian has capitals, but no word begins with one."""
    return name if "\u10d0" <= name[0] <= "\u10ff" else name[0].upper() + name[1:]


def _name_of(locale: QLocale) -> str:
    return locale.nativeLanguageName() or QLocale.languageToString(locale.language())


@functools.cache
def _locales() -> dict[str, QLocale]:
    """One locale for each language by its code."""
    found: dict[str, QLocale] = {}
    for language in QLocale.Language:
        code = QLocale.languageToCode(language)
        if CODE.fullmatch(code) and code not in found:
            locale = QLocale(language)
            if locale.language() == language:
                found[code] = locale
    return found
