"""Under which name changes are kept: asked once, in a line that blocks nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mainstreamer import paths, settings
from mainstreamer.domain.plan import Put
from mainstreamer.ui.application import Application
from mainstreamer.ui.dialogs.preferences import PreferencesDialog
from mainstreamer.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("speech")


@pytest.fixture
def workspace(program: Application) -> Workspace:
    assert program.workspace is not None
    return program.workspace


def change(program: Application, title: str) -> None:
    assert program.session is not None
    program.session.put("edit_plan", [Put("plan", program.session.plan.uid, "title", title)])


def test_a_name_given_from_the_line_stands_in_the_history(
    program: Application, workspace: Workspace, qtbot: QtBot
) -> None:
    note = workspace.name_note
    workspace.show_page("1")
    assert not note.isVisible(), "nobody is asked who only looks"
    workspace.show_page("overview")
    change(program, "One")
    assert not note.isVisible(), "nothing can be changed here"
    workspace.show_page("1")
    assert note.isVisible() and note.text.text()
    below = workspace.stack.mapTo(workspace, workspace.stack.rect().bottomLeft()).y()
    assert below <= note.geometry().top(), "at the foot, so that nothing jumps when it comes"
    qtbot.mouseClick(note.name_button, Qt.MouseButton.LeftButton)
    dialog = program.window.findChild(PreferencesDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.person.hasFocus)
    qtbot.keyClicks(dialog.person, "A. Clerk")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not note.isVisible() and program.settings.person == "A. Clerk"
    change(program, "Two")
    workspace.show_page("history")
    line = workspace.current_page.tree.topLevelItem(0)  # type: ignore[attr-defined]
    assert line.text(2) == "A. Clerk"


def test_a_line_put_away_does_not_come_back(
    program: Application, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace.show_page("1")
    change(program, "One")
    assert workspace.name_note.isVisible()
    qtbot.mouseClick(workspace.name_note.close_button, Qt.MouseButton.LeftButton)
    assert not workspace.name_note.isVisible()
    assert "name" in settings.load(paths.settings_file()).notes_seen
    program.close_plan()
    program.open_plan(tmp_path / "sample.mplan")
    assert program.workspace is not None
    program.workspace.show_page("1")
    change(program, "Two")
    assert not program.workspace.name_note.isVisible()


def test_who_has_given_an_institution_is_not_asked(program: Application, tmp_path: Path) -> None:
    program.close_plan()
    program.settings = settings.Settings(institution="Ministry", language=program.settings.language)
    program.open_plan(tmp_path / "sample.mplan")
    assert program.workspace is not None
    program.workspace.show_page("1")
    change(program, "One")
    assert not program.workspace.name_note.isVisible()
