"""Sizes, the large view, and the mirrored window."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.operations.sampling import create_sample
from mainstreamer.settings import Settings
from mainstreamer.ui import theme
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import speak


@pytest.fixture
def running(qapp: QApplication, qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Application]:
    create_sample(tmp_path / "sample.mplan", "en").close()
    made = Application(qapp, Settings(language="en", theme="light"))
    made.window.resize(1366, 768)
    made.window.activateWindow()
    with qtbot.waitActive(made.window):
        made.window.show()
    made.open_plan(tmp_path / "sample.mplan")
    yield made
    made.close_plan()
    made.window.close()
    theme.apply(qapp, theme.load_theme("light"))
    speak("en")


def test_f11_shows_everything_large_and_back(running: Application, qtbot: QtBot) -> None:
    assert running.workspace is not None
    running.workspace.show_page("actions")
    size = running.window.size()
    qtbot.keyClick(running.window, Qt.Key.Key_F11)
    assert running.window.isFullScreen()
    assert theme.current().size == 200
    assert running.workspace.current_key == "actions"
    assert running.settings.text_size == 100, "the large view is not kept"
    qtbot.keyClick(running.window, Qt.Key.Key_F11)
    assert not running.window.isFullScreen()
    assert theme.current().size == 100
    assert running.window.size() == size


@pytest.mark.parametrize("size", (100, 150, 200))
def test_the_page_has_its_room_at_every_size(running: Application, qtbot: QtBot, size: int) -> None:

    running.take_settings(dataclasses.replace(running.settings, text_size=size))
    workspace = running.workspace
    assert workspace is not None
    workspace.show_page("2")
    qtbot.waitUntil(lambda: workspace.stack.width() > 0)
    assert running.window.width() == 1366, "nothing forces the window to be wider than the screen"
    assert workspace.stack.width() >= 0.55 * 1366
    assert workspace.rail.compact == (size == 200)


@pytest.mark.parametrize("size", (100, 150, 200))
def test_the_mark_of_saving_stays_at_every_size(running: Application, qtbot: QtBot, size: int) -> None:
    running.take_settings(dataclasses.replace(running.settings, text_size=size))
    workspace = running.workspace
    assert workspace is not None
    saved = workspace.top._saved
    qtbot.waitUntil(lambda: saved.isVisible() and saved.width() > 0)
    assert saved.text().startswith("✓") and saved.width() >= saved.sizeHint().width()
    assert saved.accessibleName() == saved.toolTip() != ""
    assert size < 200 or saved.text() == "✓", "where there is no room, the mark alone says it"
    right = workspace.top._export.geometry().right()
    assert saved.geometry().right() < right <= workspace.top.width()


@pytest.mark.parametrize("key", ["1", "9", "actions"])
def test_the_narrow_rail_says_titles_below_signs(running: Application, qtbot: QtBot, key: str) -> None:
    running.take_settings(dataclasses.replace(running.settings, text_size=200))
    workspace = running.workspace
    assert workspace is not None
    workspace.show_page(key)
    rail = workspace.rail
    qtbot.waitUntil(lambda: rail.compact)
    line = rail.visualItemRect(rail.currentItem())
    qtbot.waitUntil(lambda: rail.viewport().rect().contains(rail.visualItemRect(rail.currentItem())))
    line = rail.visualItemRect(rail.currentItem())
    title = line.adjusted(8, line.height() - theme.current().type_size("small"), -8, -8)
    drawn = rail.viewport().grab(title).toImage()
    ground = drawn.pixelColor(0, 0)
    inked = [x for x in range(drawn.width()) if any(drawn.pixelColor(x, y) != ground for y in range(drawn.height()))]
    assert len(inked) > theme.current().px(20), "a title stands in the lower part of the line"


def test_the_window_is_mirrored_for_languages_from_right_to_left(running: Application, qtbot: QtBot) -> None:
    workspace = running.workspace
    assert workspace is not None
    workspace.show_page("2")
    before = workspace.rail.mapTo(workspace, workspace.rail.rect().topLeft()).x()
    assert before == 0
    try:
        running.app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        QApplication.processEvents()
        rail = workspace.rail.mapTo(workspace, workspace.rail.rect().topLeft()).x()
        page = workspace.stack.mapTo(workspace, workspace.stack.rect().topLeft()).x()
        assert page < rail
        assert rail + workspace.rail.width() >= workspace.width() - 2
        # The ring of step 2 stands at the right edge of the rail, where its line begins.
        line = workspace.rail.visualItemRect(workspace.rail.item(workspace.rail.currentRow()))
        image = workspace.rail.viewport().grab(line).toImage()
        ratio = image.devicePixelRatio()
        middle = image.height() // 2
        beginning = [image.pixelColor(x, middle) for x in range(image.width() - round(34 * ratio), image.width() - 8)]
        assert min(colour.lightness() for colour in beginning) < 120
    finally:
        running.app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("language", ("en", "ru"))
def test_the_top_bar_gives_way_and_nothing_overlaps(running: Application, qtbot: QtBot, language: str) -> None:
    running.set_language(language)
    for size in (100, 150, 200):
        running.take_settings(dataclasses.replace(running.settings, text_size=size))
        assert running.workspace is not None
        top = running.workspace.top
        qtbot.waitUntil(lambda top=top: top.width() == running.window.width())
        QApplication.processEvents()
        parts = [part for part in top.children() if isinstance(part, QWidget) and part.isVisible()]
        boxes = [part.geometry() for part in parts]
        assert not [one for one in boxes for other in boxes if one is not other and one.intersects(other)]
        assert all(part.width() >= part.minimumSizeHint().width() for part in parts if isinstance(part, QPushButton))
        assert top.search.width() >= theme.current().px(150)


def test_a_change_of_size_keeps_the_tab(running: Application, qtbot: QtBot) -> None:
    assert running.workspace is not None
    running.workspace.show_view("3", "institution", {})
    qtbot.keyClick(running.window, Qt.Key.Key_F11)
    assert running.workspace.current_page.tab == "institution"
    qtbot.keyClick(running.window, Qt.Key.Key_F11)
    assert running.workspace.current_page.tab == "institution"


@pytest.mark.parametrize("change", [{"text_size": 150}, {"theme": "dark"}])
def test_a_page_without_a_line_in_the_rail_stays(running: Application, change: dict[str, object]) -> None:
    assert running.workspace is not None
    running.workspace.show_page("table_coming_in")
    for wanted in (change, {"text_size": 100, "theme": "light"}):
        running.take_settings(dataclasses.replace(running.settings, **wanted))  # type: ignore[arg-type]
        assert running.workspace.current_key == "table_coming_in"
        assert running.workspace.current_page.isVisible()
