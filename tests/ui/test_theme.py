"""Themes: the same roles everywhere, and text that can be read (WCAG 2.1, contrast 4.5 for text)."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.paths import resource
from mainstreamer.ui import icons, theme
from mainstreamer.ui.theme import THEMES, load_theme, style_sheet
from mainstreamer.ui.widgets.labels import button

PAIRS = [
    *(
        (ink, ground)
        for ink in ("ink", "muted")
        for ground in ("ground", "card", "rail", "field", "hover", "accent_soft")
    ),
    *((tone, f"{tone}_soft") for tone in ("good", "warning", "bad", "neutral")),
    *((tone, "card") for tone in ("accent", "good", "warning", "bad")),
    ("accent", "accent_soft"),
    ("chosen_ink", "chosen"),
    ("accent_ink", "accent"),
]


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_text_can_be_read(name: str, front: str, back: str) -> None:
    theme = load_theme(name)
    light, dark = sorted((luminance(theme.colour(front)), luminance(theme.colour(back))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def contrast(front: QColor, back: QColor) -> float:
    light, dark = sorted((luminance(front), luminance(back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", ["", "primary", "link", "chip", "menu", "filter"])
@pytest.mark.parametrize("name", THEMES)
def test_what_cannot_be_used_looks_so(qapp: QApplication, qtbot: QtBot, name: str, look: str) -> None:
    """Words and border of a disabled button are drawn fainter than those of an enabled one, and can still be read."""
    theme.apply(qapp, load_theme(name))
    host = QWidget()
    host.setObjectName("ground")
    row = QHBoxLayout(host)
    strength = {}
    for enabled in (True, False):
        made = button(look)
        made.setText("MMMM")
        made.setIcon(icons.icon("export"))
        made.setEnabled(enabled)
        row.addWidget(made)
    qtbot.addWidget(host)
    host.show()
    for made in host.findChildren(QPushButton):
        drawn = host.grab(made.geometry()).toImage()
        ground = drawn.pixelColor(2, drawn.height() // 2)
        drawn_colours = [drawn.pixelColor(x, y) for x in range(drawn.width()) for y in range(4, drawn.height() - 4)]
        strength[made.isEnabled()] = max(contrast(colour, ground) for colour in drawn_colours)
    theme.apply(qapp, load_theme("light"))
    assert 3 <= strength[False] < 0.8 * strength[True]


def test_what_is_chosen_is_told_by_more_than_a_tint_in_high_contrast() -> None:
    high = load_theme("contrast")
    for chosen in ("chosen", "good", "warning", "bad", "neutral"):
        assert contrast(high.colour(chosen), high.colour("card")) >= 4.5
    assert '[score="yes"]:checked { background: ' + high.colours["good"] in style_sheet(high)
    assert '[score="yes"]:checked { background: ' + high.colours["good"] not in style_sheet(load_theme("light"))


@pytest.mark.parametrize("name", THEMES)
def test_disabled_icons_can_be_seen(qapp: QApplication, name: str) -> None:
    theme.apply(qapp, load_theme(name))
    drawn = icons.icon("trash").pixmap(32, 32, QIcon.Mode.Disabled).toImage()
    ground = theme.current().colour("off_ground")
    inked = [drawn.pixelColor(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
    strongest = max(contrast(one, ground) for one in inked if one.alpha() == 255)
    theme.apply(qapp, load_theme("light"))
    assert strongest >= 3


@pytest.mark.parametrize("name", THEMES)
def test_themes_have_the_same_roles_and_fill_the_style_sheet(name: str) -> None:
    theme = load_theme(name, 150)
    assert theme.colours.keys() == load_theme("light").colours.keys()
    rules = re.sub(r"/\*.*?\*/", "", style_sheet(theme), flags=re.DOTALL)
    assert not re.search(r"\{[a-z_]+\}|\[\d+\]", rules)


def test_sizes_of_type_come_from_the_one_scale() -> None:
    """No size of type is written anywhere else, neither in the style sheet nor in code that paints."""
    sheet = resource("themes", "style.qss").read_text(encoding="utf-8")
    assert set(re.findall(r"font-size:\s*([^;]+);", sheet)) <= {f"{{type_{name}}}" for name in theme.type_scale()}
    code = resource().parent / "mainstreamer" / "ui"
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted(code.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"setPixelSize\(.*px\(\d", line) or "setPointSize" in line
    ]
    assert not found


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("back", ["rail", "accent_soft", "card"])
def test_what_is_not_done_yet_is_seen(name: str, back: str) -> None:
    """The track of rings and bars, also in the line that is chosen; in the theme for contrast as WCAG asks of graphics."""
    look = load_theme(name)
    assert contrast(look.colour("track"), look.colour(back)) >= (3 if name == "contrast" else 1.5)


@pytest.mark.parametrize("size", [100, 150])
def test_words_of_a_button_keep_a_distance_from_its_icon(qapp: QApplication, qtbot: QtBot, size: int) -> None:
    theme.apply(qapp, theme.load_theme("light", size))
    square = QPixmap(theme.current().px(16), theme.current().px(16))
    square.fill(Qt.GlobalColor.red)
    plain, made = button(), button()
    for press in (plain, made):
        qtbot.addWidget(press)
        press.setText("HHH")
    made.setIcon(QIcon(square))
    assert made.text() == "HHH"
    made.resize(made.sizeHint())
    picture, middle = made.grab().toImage(), made.height() // 2
    row = [picture.pixelColor(x, middle) for x in range(4, made.width() - 4)]
    ground = row[0]
    red = [x for x, colour in enumerate(row) if colour == QColor("red")]
    ink = [x for x, colour in enumerate(row) if colour not in (QColor("red"), ground)]
    assert ink[0] - red[-1] > theme.current().px(6)
    # Centred: the room before the icon is that behind the words, so that nothing is cut.
    assert abs(red[0] - (len(row) - 1 - ink[-1])) <= theme.current().px(4)
    wide = made.sizeHint().width() - plain.sizeHint().width() - theme.current().px(16)
    assert wide > theme.current().px(6)
    theme.apply(qapp, theme.load_theme("light"))
