"""Icons: glyphs of the Phosphor family, which the package QtAwesome carries, drawn in the theme's colours.

Only the font and its table of names are taken. Importing the package itself costs more than starting the window.
"""

from __future__ import annotations

import functools
import importlib.util
import json
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap

from mainstreamer.ui import theme

SIZE = 16
"""Pixels of an icon at 100 %."""
SHARPNESS = 2
"""Pixels drawn for each pixel of size, so that icons stay sharp on fine screens."""
DIRECTED = frozenset({"arrow-left", "arrow-right", "caret-left", "caret-right", "arrow-u-up-left", "arrow-u-up-right"})
"""Icons that point with or against the direction of reading; they are mirrored with the layout."""


@functools.cache
def load() -> tuple[Path, dict[str, str]]:
    """The file of the font, and its glyphs by name. A worker may load them before the first icon is drawn. Raises LookupError
    when the package was taken apart."""
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise LookupError("qtawesome")
    folder = Path(spec.submodule_search_locations[0]) / "fonts"
    font, table = next(folder.glob("phosphor-[0-9]*.ttf")), next(folder.glob("phosphor-charmap-*.json"))
    return font, {name: chr(int(code, 16)) for name, code in json.loads(table.read_text(encoding="utf-8")).items()}


@functools.cache
def _family() -> str:
    """The name of the font."""
    font, _ = load()
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font)))[0]


def paint(painter: QPainter, box: QRect | QRectF, name: str, colour: QColor) -> None:
    """Draw an icon in the middle of a box."""
    _, glyphs = load()
    box = QRectF(box)
    font = QFont(_family())
    font.setPixelSize(max(1, round(min(box.width(), box.height()))))
    painter.save()
    if name in DIRECTED and QGuiApplication.isRightToLeft():
        painter.translate(2 * box.center().x(), 0)
        painter.scale(-1, 1)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), glyphs[name])
    painter.restore()


def icon(name: str, role: str = "ink") -> QIcon:
    """An icon in the colour of a role of the theme; greyed where its button is disabled."""
    made = QIcon(pixmap(name, role))
    made.addPixmap(pixmap(name, "off"), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, role: str = "ink", size: int = SIZE) -> QPixmap:
    """An icon as a picture of so many pixels at 100 %."""
    colours = theme.current()
    return _drawn(name, colours.colours[role], colours.px(size), QGuiApplication.isRightToLeft())


@functools.lru_cache(maxsize=500)
def _drawn(name: str, colour: str, size: int, _mirrored: bool) -> QPixmap:
    made = QPixmap(size * SHARPNESS, size * SHARPNESS)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRect(0, 0, made.width(), made.height()), name, QColor(colour))
    painter.end()
    made.setDevicePixelRatio(SHARPNESS)
    return made
