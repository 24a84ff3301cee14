"""Qt's own words (standard buttons, context menus of text fields, file dialogs) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from mainstreamer.language import SHIPPED
from mainstreamer.language.language import RIGHT_TO_LEFT

_LOCALES = {"en": "en_GB", "ru": "ru_RU"}
"""By name: Qt's lists of languages and countries take longer to come into Python than a window to open."""


class _Installed:
    """Keeps the translator alive as long as Qt uses it."""

    translator: QTranslator | None = None


def install(app: QGuiApplication, code: str) -> bool:
    """Let Qt speak a language from now on, also in widgets already shown, and mirror the window where it is written from
    right to left. False when Qt has no words for it: then English.

    Qt ships its words as `qtbase_<code>.qm` in PySide6-Essentials; English is what it speaks without any.
    """
    spoken = _speak(app, code)
    mirrored = code in RIGHT_TO_LEFT
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    return spoken


def locale(code: str) -> QLocale:
    """How a language writes days and numbers and begins its week."""
    return QLocale(_LOCALES[code if code in SHIPPED else "en"])


def _speak(app: QGuiApplication, code: str) -> bool:
    if _Installed.translator is not None:
        app.removeTranslator(_Installed.translator)
        _Installed.translator = None
    QLocale.setDefault(locale(code))
    if code == "en":
        return True
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(f"qtbase_{code}", folder):
        return False
    app.installTranslator(translator)
    _Installed.translator = translator
    return True


def system_language() -> str:
    """The computer's language where it ships, else English."""
    code = QLocale.system().name().split("_")[0]
    return code if code in SHIPPED else SHIPPED[0]
