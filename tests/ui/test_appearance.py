"""Sizes, the large view, and the mirrored window."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.plan import creation
from mainstreamer.operations.sampling import create_sample
from mainstreamer.operations.tables.targets import LEFT_OUT
from mainstreamer.settings import Settings
from mainstreamer.ui import theme
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import speak, t
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.pages.table_page import COLUMNS, DONE, NAMES, RESULT, TablePage
from tests.absurd_plan import absurd_plan
from tests.operations import table_forms


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
    assert len(saved.text()) > 1, "words stay longer than search its width"
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
        assert top.search.width() >= theme.current().px(120)


def test_a_change_of_size_keeps_the_tab(running: Application, qtbot: QtBot) -> None:
    assert running.workspace is not None
    running.workspace.show_view("3", "institution", {})
    qtbot.keyClick(running.window, Qt.Key.Key_F11)
    assert running.workspace.current_page.tab == "institution"
    qtbot.keyClick(running.window, Qt.Key.Key_F11)
    assert running.workspace.current_page.tab == "institution"


def test_what_a_register_shows_stays_in_the_large_view_and_after_it(running: Application, qtbot: QtBot) -> None:
    """Picture, filters, words looked for, rows chosen."""

    def register(*place: str) -> RegisterView:
        assert running.workspace is not None
        page = running.workspace.current_page
        assert (running.workspace.current_key, page.tab) == place
        (found,) = (one for one in page.findChildren(RegisterView) if one.isVisible())
        return found

    assert running.workspace is not None and running.session is not None
    running.workspace.show_view("actions", "", {"status": "not_started"})
    shown = register("actions", "")
    shown.filter.setText("data")
    shown.proxy.finish()
    uid = shown.records()[-1].uid
    shown.table.choose([uid])
    shown.show_picture("timeline")
    rows = [record.uid for record in shown.records()]
    assert 0 < len(rows) < len(running.session.plan.actions)
    for _ in range(2):
        qtbot.keyClick(running.window, Qt.Key.Key_F11)
        again = register("actions", "")
        assert again is not shown and again.views.shown == "timeline"
        assert [record.uid for record in again.records()] == rows and again.table.selected() == (uid,)
        assert set(again.state.filters) == {"status"} and again.filter.text() == "data"
        shown = again

    running.workspace.show_view("3", "institution", {})
    register("3", "institution").show_picture("map")
    running.workspace.show_page("1")
    step = running.workspace.current_page
    assert isinstance(step, StepPage)
    step.checklist.open_item("1.5")
    qtbot.keyClick(running.window, Qt.Key.Key_F11)
    step = running.workspace.current_page
    assert isinstance(step, StepPage) and step.checklist.open_code == "1.5"
    running.workspace.show_view("3", "institution", {})
    assert register("3", "institution").views.shown == "map", "also of a page that was not in view"
    qtbot.keyClick(running.window, Qt.Key.Key_F11)


@pytest.mark.parametrize(("page", "picture"), [("actions", "timeline"), ("3", "map")])
def test_a_picture_has_the_room_of_hints_and_totals_in_the_large_view(
    running: Application, qtbot: QtBot, page: str, picture: str
) -> None:
    def shown() -> RegisterView:
        assert running.workspace is not None
        return next(view for view in running.workspace.current_page.findChildren(RegisterView) if view.isVisible())

    def hints() -> list[QWidget]:
        found = shown().views.pictures[picture]
        return [part for part in (getattr(found, "hint", None), getattr(found, "_hint", None)) if part is not None]

    assert running.workspace is not None
    running.workspace.show_page(page)
    if page == "3":
        running.workspace.current_page.show_view("institution", {})
    shown().views.show_view(picture)
    qtbot.waitUntil(lambda: all(hint.isVisible() for hint in hints()) and shown().totals.isVisible())
    qtbot.keyClick(running.window, Qt.Key.Key_F11)
    running.window.showNormal()
    running.window.resize(1366, 768)
    shown().views.show_view(picture)
    qtbot.waitUntil(lambda: not shown().totals.isVisible() and not any(hint.isVisible() for hint in hints()))
    shown().views.show_view("table")
    qtbot.waitUntil(lambda: shown().totals.isVisible())
    qtbot.keyClick(running.window, Qt.Key.Key_F11)
    shown().views.show_view(picture)
    qtbot.waitUntil(lambda: all(hint.isVisible() for hint in hints()) and shown().totals.isVisible())


@pytest.mark.parametrize("change", [{"text_size": 150}, {"theme": "dark"}])
def test_a_page_without_a_line_in_the_rail_stays(running: Application, change: dict[str, object]) -> None:
    assert running.workspace is not None
    running.workspace.show_page("table_coming_in")
    for wanted in (change, {"text_size": 100, "theme": "light"}):
        running.take_settings(dataclasses.replace(running.settings, **wanted))  # type: ignore[arg-type]
        assert running.workspace.current_key == "table_coming_in"
        assert running.workspace.current_page.isVisible()


@pytest.mark.parametrize("change", [{"text_size": 150}, {"theme": "dark"}])
@pytest.mark.parametrize("is_shown", [True, False])
def test_a_table_that_is_taken_in_goes_on_in_other_colours_and_sizes(
    running: Application, qtbot: QtBot, tmp_path: Path, change: dict[str, object], is_shown: bool
) -> None:
    def page() -> TablePage:
        assert running.workspace is not None
        shown = running.workspace.current_page
        assert isinstance(shown, TablePage)
        qtbot.waitUntil(lambda: not shown.work.busy, timeout=20_000)
        return shown

    assert running.workspace is not None and running.session is not None
    there = {"title": "Обновить регистр", "end": Quarter(2030, 1)}
    running.session.put("add", creation("action", "a1", there))
    running.workspace.show_page("table_coming_in")
    first = page()
    first.open(table_forms.russian_plan(tmp_path / "plan.xlsx"))
    page()
    first.show_step(COLUMNS)
    column = first.work.mapping.columns[-1]
    first.work.set_column(dataclasses.replace(column, target=LEFT_OUT))
    page()
    first.show_step(NAMES)
    duplicates = first.names.duplicates
    duplicates.setFocus()
    qtbot.waitUntil(lambda: duplicates.currentIndex().isValid())
    qtbot.keyClick(duplicates, Qt.Key.Key_3)
    page()
    qtbot.waitUntil(lambda: duplicates.model().index(0, 4).data() == t("replaces"))
    first.names.names.selectRow(2)
    if not is_shown:
        running.workspace.show_page("actions")
    for wanted in (change, {"text_size": 100, "theme": "light"}):
        running.take_settings(dataclasses.replace(running.settings, **wanted))  # type: ignore[arg-type]
    if not is_shown:
        assert running.workspace.current_key == "actions"
        running.workspace.show_page("table_coming_in")
    again = page()
    assert again is not first and again.step == NAMES and again.work.path.name == "plan.xlsx"
    assert again.work.mapping.columns[-1].target == LEFT_OUT
    assert again.names.duplicates.model().index(0, 4).data() == t("replaces")
    assert [index.row() for index in again.names.names.selectionModel().selectedRows()] == [2]
    assert again.next.isEnabled() and again.about == "plan.xlsx"
    again.show_step(RESULT)
    count = len(running.session.plan.actions)
    qtbot.mouseClick(again.next, Qt.MouseButton.LeftButton)
    assert again.step == DONE and len(running.session.plan.actions) == count + 2
    running.take_settings(dataclasses.replace(running.settings, theme="contrast"))
    last = page()
    assert last.step == DONE and last.done.text.text() and last.done.undo.isVisible()
    qtbot.mouseClick(last.done.undo, Qt.MouseButton.LeftButton)
    assert len(running.session.plan.actions) == count


def test_what_was_written_about_a_census_stays(running: Application, qtbot: QtBot, tmp_path: Path) -> None:
    assert running.workspace is not None
    running.workspace.show_page("table_coming_in")
    first = running.workspace.current_page
    assert isinstance(first, TablePage)
    first.open(table_forms.census(tmp_path / "census 2024.xlsx"))
    qtbot.waitUntil(lambda: not first.work.busy, timeout=20_000)
    first.show_step(COLUMNS)
    first.columns.people.title.setText("Our census")
    first.columns.people.area.setText("Orhei")
    qtbot.mouseClick(first.columns.people.units.button(0), Qt.MouseButton.LeftButton)
    running.take_settings(dataclasses.replace(running.settings, text_size=125))
    again = running.workspace.current_page
    assert isinstance(again, TablePage) and again.step == COLUMNS
    people = again.columns.people
    assert (people.title.text(), people.area.text(), people.year.text()) == ("Our census", "Orhei", "2024")
    assert people.unit == "persons" and again.work.facts.title == "Our census" and people.table is not None


@pytest.mark.parametrize(("size", "width"), [(100, 1366), (150, 1366), (200, 1366), (150, 1920)])
def test_buttons_of_the_top_bar_keep_their_size_and_words(
    running: Application, tmp_path: Path, qtbot: QtBot, size: int, width: int
) -> None:
    """Also where the country is a sentence: search and names give way first, words of buttons last."""
    absurd_plan(tmp_path / "absurd.mplan").close()
    running.take_settings(dataclasses.replace(running.settings, text_size=size))
    running.open_plan(tmp_path / "absurd.mplan")
    running.window.resize(width, 768)
    workspace = running.workspace
    assert workspace is not None
    top = workspace.top
    qtbot.waitUntil(lambda: top.width() == width and top._export.geometry().right() > width * 0.9)
    for part in (top._menu, top._undo, top._redo, top._saved, top._export):
        assert part.isVisible() and part.width() == part.sizeHint().width(), part.accessibleName()
    assert top._export.text() == t("Export to Excel")
    assert size == 200 or (top._person.isVisible() and len(top._saved.text()) > 1), "words stay longer than names"
    shown = [part for part in (top._menu, top._title, top.search, top._undo, top._export) if part.isVisible()]
    assert top._title in shown
    for before, after in pairwise(shown):
        assert before.geometry().right() < after.geometry().left(), "nothing lies over anything"


def test_the_item_in_hand_stays_open_with_the_keyboard_in_the_large_view(running: Application, qtbot: QtBot) -> None:
    assert running.workspace is not None
    running.workspace.show_page("3")
    page = running.workspace.current_page
    assert isinstance(page, StepPage) and page.checklist.open_item("3.4", "score")
    assert page.checklist.focused_code == "3.4"
    for _ in range(2):
        qtbot.keyClick(running.window, Qt.Key.Key_F11)
        again = running.workspace.current_page
        assert isinstance(again, StepPage) and again is not page
        qtbot.waitUntil(lambda again=again: again.checklist.focused_code == "3.4" == again.checklist.open_code)  # type: ignore[misc]
        page = again


def test_esc_and_the_menu_lead_out_of_the_large_view(running: Application, qtbot: QtBot) -> None:
    action = running.commands.actions["app.large"]
    enter = action.text()
    qtbot.keyClick(running.window, Qt.Key.Key_F11)
    assert action.text() == t("Leave the large view") != enter
    assert running.workspace is not None
    qtbot.keyClick(running.workspace.rail, Qt.Key.Key_Escape)
    assert not running.window.isFullScreen() and action.text() == enter
    qtbot.keyClick(running.workspace.rail, Qt.Key.Key_Escape)
    assert not running.window.isFullScreen()
