"""Every shortcut that the sheet shows is a real one: an action of the window, a QShortcut of a widget, or a key it takes."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.ui.application import Application
from mainstreamer.ui.charts.chart import Chart
from mainstreamer.ui.dialogs.shortcut_sheet import ShortcutSheet, native, sheet
from mainstreamer.ui.i18n import t
from mainstreamer.ui.pages.action_plan import ActionPlanPage
from mainstreamer.ui.pages.coming_back_page import ComingBackPage
from mainstreamer.ui.pages.evidence_view import EvidenceView
from mainstreamer.ui.pages.own_items_page import OwnItemsPage
from mainstreamer.ui.pages.population_view import PopulationView
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.pages.table_page import TablePage
from mainstreamer.ui.pictures.action_timeline import ActionTimeline
from mainstreamer.ui.pictures.stakeholder_map import StakeholderMap
from mainstreamer.ui.pictures.treaty_table import TreatyTable
from mainstreamer.ui.shortcuts import TABLE, Keys, group_title
from mainstreamer.ui.widgets.labels import button
from mainstreamer.ui.widgets.search_field import SearchField
from mainstreamer.ui.workbook_coming_back import READ
from tests.ui.returned_plan import MadeUp, rich

pytestmark = pytest.mark.usefixtures("speech")
CTRL = Qt.KeyboardModifier.ControlModifier


class TwoMarks(Chart):
    """A picture with two marks, as pictures of registers have."""

    def marks(self) -> list[tuple[str, str]]:
        return [("a", "First"), ("b", "Second")]

    def build(self) -> None: ...

    def redraw(self) -> None: ...


def register_of(program: Application) -> RegisterView:
    assert program.workspace is not None
    program.workspace.show_view("3", "institution", {})
    page = program.workspace.current_page
    assert isinstance(page, StepPage)
    view = page._made["institution"]
    assert isinstance(view, RegisterView)
    view.table.choose([view.records()[0].uid], 0)
    return view


def owners(program: Application, qtbot: QtBot) -> dict[str, Callable[[], QWidget]]:
    """How each widget that takes keys comes to be on the screen."""
    workspace = program.workspace
    assert workspace is not None

    def step_one() -> StepPage:
        workspace.rail.choose("1")
        page = workspace.current_page
        assert isinstance(page, StepPage)
        page.checklist.open_item("1.1", "finding")
        return page

    def evidence() -> QWidget:
        workspace.show_view("4", "evidence", {})
        page = workspace.current_page
        assert isinstance(page, StepPage)
        view = page._made["evidence"]
        assert isinstance(view, EvidenceView)
        return view

    def grid() -> QWidget:
        workspace.show_view("5", "population_table", {})
        page = workspace.current_page
        assert isinstance(page, StepPage)
        view = page._made["population_table"]
        assert isinstance(view, PopulationView)
        return view.grid

    def chart() -> QWidget:
        made = TwoMarks()
        qtbot.addWidget(made)
        made.mark("a")
        return made

    def map_view() -> QWidget:
        views = register_of(program).views
        views.show_view("map")
        picture = views.pictures["map"]
        assert isinstance(picture, StakeholderMap)
        return picture.area

    def timeline() -> QWidget:
        workspace.show_page("actions")
        page = workspace.current_page
        assert isinstance(page, ActionPlanPage)
        page.register.show_picture("timeline")
        picture = page.register.views.pictures["timeline"]
        assert isinstance(picture, ActionTimeline)
        return picture.view

    def treaty_area() -> QWidget:
        workspace.show_view("6", "treaty", {})
        page = workspace.current_page
        assert isinstance(page, StepPage)
        view = page._made["treaty"]
        assert isinstance(view, RegisterView)
        if not view.model.rowCount():
            view.enter_list()
        view.show_picture("status")
        picture = view.views.pictures["status"]
        assert isinstance(picture, TreatyTable)
        picture.area.choose(picture.area.marks()[0])
        return picture.area

    def own_items() -> OwnItemsPage:
        workspace.show_view("own_items", "", {"item": "1.2"})
        page = workspace.current_page
        assert isinstance(page, OwnItemsPage)
        return page

    def workbook() -> QWidget:
        session = workspace.session
        session.coming_back.engine = MadeUp(rich)
        workspace.taking_in.begin(Path("plan.xlsx"))
        qtbot.waitUntil(lambda: workspace.current_key == "coming_back" and session.coming_back.stage == READ)
        page = workspace.current_page
        assert isinstance(page, ComingBackPage)
        return page.tree

    def duplicates() -> QWidget:
        workspace.show_page("table_coming_in")
        page = workspace.current_page
        assert isinstance(page, TablePage)
        return page.names.duplicates

    def text() -> QWidget:
        answer = step_one().checklist.cards["1.1"].answer
        assert answer is not None
        answer._finding.insertPlainText("x")
        return answer._finding

    return {
        "SearchField": lambda: workspace.top.search,
        "_Head": lambda: step_one().checklist.cards["1.2"]._head,
        "ItemCard": lambda: step_one().checklist.cards["1.1"],
        "ChecklistView": lambda: step_one().checklist,
        "OwnItemList": lambda: own_items().list,
        "OwnItemsPage": own_items,
        "StepPage": step_one,
        "EvidenceView": evidence,
        "RegisterView": lambda: register_of(program),
        "RegisterTable": lambda: register_of(program).table,
        "PopulationGrid": grid,
        "Chart": chart,
        "MapView": map_view,
        "TreatyArea": treaty_area,
        "TimelineView": timeline,
        "PausedText": text,
        "ComingBackTree": workbook,
        "DecidingTable": duplicates,
    }


def takes(widget: QWidget, keys: str) -> bool:
    """Whether a widget has a QShortcut for these keys, or accepts them when they are pressed in it."""
    wanted = QKeySequence(keys)
    if any(wanted in list(shortcut.keys()) for shortcut in widget.findChildren(QShortcut)):
        return True
    pressed = wanted[0]
    event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers(), keys if len(keys) == 1 else "")
    # Straight to the widget: sent by the application, the key would go on to whichever parent takes it.
    widget.event(event)
    return event.isAccepted()


@pytest.mark.parametrize("keys", TABLE, ids=lambda keys: f"{keys.owner.split(':')[1]}-{keys.keys[0]}")
def test_each_line_of_the_table_is_taken(keys: Keys, program: Application, qtbot: QtBot) -> None:
    module, _, name = keys.owner.partition(":")
    widget = owners(program, qtbot)[name]()
    assert isinstance(widget, getattr(importlib.import_module(f"mainstreamer.ui.{module}"), name))
    if not isinstance(widget, SearchField | RegisterView) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        widget.setFocus()
    for one in keys.keys:
        assert takes(widget, one), one


def test_a_key_that_nobody_takes_is_noticed(program: Application, qtbot: QtBot) -> None:
    for name, make in owners(program, qtbot).items():
        assert not takes(make(), "F9"), name


def test_the_sheet_shows_the_commands_and_the_table(program: Application, speech: str) -> None:
    groups = sheet(program.commands)
    assert groups[0].title == t("Everywhere")
    assert len(groups) == 1 + len({keys.group for keys in TABLE})
    real = {keys.toString() for action in program.commands.actions.values() for keys in action.shortcuts()}
    shown = {QKeySequence(keys).toString() for line in groups[0].lines for keys in line.keys}
    assert shown <= real
    # What is left out lies within the range that is shown as first – last.
    assert real - shown == {f"Ctrl+{step}" for step in range(2, 10)}
    assert all(group_title(keys.group) and keys.title() for keys in TABLE)
    assert all(line.title for group in groups for line in group.lines)


def test_no_shortcut_of_the_window_stands_twice(program: Application) -> None:
    every = [keys.toString() for action in program.commands.actions.values() for keys in action.shortcuts()]
    assert len(set(every)) == len(every)
    # A key of one place that the window takes first would never reach its place; undo is handed on by fields.
    assert {key for keys in TABLE for key in keys.keys} & set(every) <= {"Ctrl+Z"}


def test_the_sheet_opens_by_a_question_mark_but_not_while_typing(
    program: Application, qtbot: QtBot, qapp: QApplication
) -> None:
    workspace = program.workspace
    assert workspace is not None
    page = workspace.current_page
    assert isinstance(page, StepPage)
    page.checklist.open_item("1.1", "finding")
    answer = page.checklist.cards["1.1"].answer
    assert answer is not None

    def open_sheets() -> list[ShortcutSheet]:
        return [one for one in qapp.topLevelWidgets() if isinstance(one, ShortcutSheet) and one.isVisible()]

    qtbot.keyClicks(answer._finding, "?")
    assert "?" in answer._finding.toPlainText()
    assert not open_sheets()
    workspace.rail.setFocus()
    qtbot.keyClicks(workspace.rail, "?")
    (shown,) = open_sheets()
    assert shown.groups[0].title == t("Everywhere")
    shown.resize(shown.width(), 300)
    bar = shown._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(shown.close_button, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(shown.close_button, Qt.Key.Key_Escape)
    assert not open_sheets()
    qtbot.keyClick(program.window, Qt.Key.Key_Slash, CTRL)
    assert len(open_sheets()) == 1


def test_keys_are_written_in_the_language_of_the_window(speech: str) -> None:
    assert native("Ctrl+K") == "Ctrl+K"
    assert native("Return") == native("Enter")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_in_the_window_is_pressed_by_enter_too(qtbot: QtBot, key: Qt.Key) -> None:
    made, pressed = button(), list[bool]()
    qtbot.addWidget(made)
    made.clicked.connect(lambda: pressed.append(True))
    made.show()
    qtbot.keyClick(made, key)
    assert len(pressed) == 1
