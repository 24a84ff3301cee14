"""Colours, sizes and the style sheet, from resources/themes."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from mainstreamer.paths import resource
from mainstreamer.shipped import read_toml

THEMES = ("light", "dark", "contrast")


@functools.cache
def type_scale() -> Mapping[str, int]:
    """The one scale of type: pixels at 100 % by name."""
    return {name: int(pixels) for name, pixels in read_toml("themes", "scale.toml")["type"].items()}


TYPING_MS = 3000
"""Milliseconds within which letters typed in a list belong together: people look for each key."""


@dataclass(frozen=True)
class Theme:
    """Named colours; `size` is the text size in percent."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    size: int = 100

    def colour(self, role: str) -> QColor:
        return QColor(self.colours[role])

    def type_size(self, name: str) -> int:
        """Pixels of a size of the type scale (`small`, `note`, `text`, `heading` ...) at the chosen text size."""
        return self.px(type_scale()[name])

    def px(self, pixels: int) -> int:
        """Pixels at the chosen text size."""
        return round(pixels * self.size / 100)


class _Current:
    theme: Theme | None = None


def load_theme(name: str, size: int = 100) -> Theme:
    """The theme of that name; `system` follows the computer's light or dark setting."""
    if name not in THEMES:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        name = "dark" if dark else "light"
    data = read_toml("themes", f"{name}.toml")
    return Theme(str(data["name"]), bool(data["dark"]), dict(data["colours"]), size)


def current() -> Theme:
    """The theme shown now."""
    if _Current.theme is None:
        _Current.theme = load_theme("light")
    return _Current.theme


def style_sheet(theme: Theme) -> str:
    """The style sheet, with what a theme has of its own, and its colours and sizes filled in."""
    sheets = (resource("themes", name) for name in ("style.qss", f"{theme.name}.qss"))
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.is_file())
    text = re.sub(r"\{type_(\w+)\}", lambda match: f"{theme.type_size(match[1])}px", text)
    text = re.sub(r"\{(\w+)\}", lambda match: theme.colours[match[1]] if match[1] in theme.colours else match[0], text)
    mark = resource("icons", "check-dark.svg" if theme.dark else "check-light.svg")
    text = text.replace("{check}", mark.as_posix())
    for name in ("arrow", "opened", "closed"):
        text = text.replace(f"{{{name}}}", resource("icons", f"{name}-{theme.name}.svg").as_posix())
    return re.sub(r"\[(\d+)\]px", lambda match: f"{theme.px(int(match[1]))}px", text)


def palette(theme: Theme) -> QPalette:
    """The palette of a theme."""
    roles = {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "field",
        QPalette.ColorRole.AlternateBase: "ground",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "accent_ink",
        QPalette.ColorRole.PlaceholderText: "off",
        QPalette.ColorRole.ToolTipBase: "ink",
        QPalette.ColorRole.ToolTipText: "card",
        QPalette.ColorRole.Link: "accent",
    }
    made = QPalette()
    for role, name in roles.items():
        made.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("off"))
    return made


def apply(app: QApplication, theme: Theme) -> None:
    """Show a theme everywhere."""
    _Current.theme = theme
    app.setStyle("Fusion")
    for effect in Qt.UIEffect:
        app.setEffectEnabled(effect, False)  # nothing moves by itself, for anybody
    app.setKeyboardInputInterval(TYPING_MS)
    font = QFont(app.font())
    font.setPixelSize(theme.type_size("text"))
    app.setFont(font)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def look(widget: QWidget, name: str) -> None:
    """Give a widget one of the looks of style.qss."""
    restyle(widget, "look", name)


def chip(widget: QWidget, tone: str) -> None:
    """Make a label a chip: neutral, accent, good, warning or bad."""
    restyle(widget, "chip", tone)


def restyle(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the style sheet selects by, and let it take effect. Kept as text: `true` and `false` for a bool.

    A widget that was never shown or measured is dressed once, when it is: ask `ensurePolished` for its font before that.
    """
    text = ("true" if value else "false") if isinstance(value, bool) else value
    before = widget.property(name)
    if before == text:
        return
    widget.setProperty(name, text)
    is_new = before is None and text in ("", "false")  # no rule of the style sheet asks for that
    if not is_new and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
