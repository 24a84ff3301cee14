"""Going about the window by keyboard: steps, pages, back and forward, parts of the window, out of fields; notes."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer import paths, settings
from mainstreamer.domain.plan import creation
from mainstreamer.settings import Settings
from mainstreamer.ui.application import Application
from mainstreamer.ui.dialogs.preferences import PreferencesDialog
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.tab_order import stops
from mainstreamer.ui.visits import Place, Visits
from mainstreamer.ui.widgets import first_note
from mainstreamer.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("speech")
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def space(program: Application) -> Workspace:
    assert program.workspace is not None
    return program.workspace


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def step_page(program: Application) -> StepPage:
    page = space(program).current_page
    assert isinstance(page, StepPage)
    return page


def test_steps_and_pages_by_shortcut(program: Application, qtbot: QtBot) -> None:
    for step in range(1, 11):
        qtbot.keyClick(program.window, getattr(Qt.Key, f"Key_{step % 10}"), CTRL)
        qtbot.waitUntil(lambda step=step: space(program).current_key == str(step))  # type: ignore[misc]
        assert space(program).rail.current_key() == str(step)
        assert space(program).current_page.isAncestorOf(focused())
    for key, page in ((Qt.Key.Key_A, "actions"), (Qt.Key.Key_R, "readiness"), (Qt.Key.Key_P, "plan")):
        qtbot.keyClick(program.window, key, CTRL | SHIFT)
        qtbot.waitUntil(lambda page=page: space(program).current_key == page)  # type: ignore[misc]


def test_a_shortcut_puts_what_is_being_typed_first(program: Application, qtbot: QtBot) -> None:
    step_page(program).checklist.open_item("1.1", "finding")
    qtbot.keyClicks(focused(), "typed ")
    qtbot.keyClick(focused(), Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: space(program).current_key == "2")
    assert "typed " in space(program).session.plan.answers["1.1"].finding


def test_back_and_forward_lead_along_the_places_visited(program: Application, qtbot: QtBot) -> None:
    workspace, plan = space(program), space(program).session.plan
    workspace.session.place_wanted.emit("institution", plan.institutions[2].uid, "name")
    workspace.rail.choose("history")
    qtbot.keyClick(program.window, Qt.Key.Key_Left, ALT)
    assert (workspace.current_key, step_page(program).tab) == ("3", "institution")
    register = step_page(program)._made["institution"]
    assert isinstance(register, RegisterView) and register.table.selected() == (plan.institutions[2].uid,)
    qtbot.keyClick(program.window, Qt.Key.Key_Left, ALT)
    assert workspace.current_key == "1"
    qtbot.keyClick(program.window, Qt.Key.Key_Left, ALT)
    assert workspace.current_key == "1"
    for key in ("3", "history", "history"):
        qtbot.keyClick(program.window, Qt.Key.Key_Right, ALT)
        assert workspace.current_key == key


def test_back_leads_to_the_tab_that_was_left(program: Application, qtbot: QtBot) -> None:
    workspace = space(program)
    workspace.rail.choose("7")
    qtbot.mouseClick(step_page(program)._tab_buttons["corridor"], Qt.MouseButton.LeftButton)
    workspace.rail.choose("8")
    workspace.session.page_wanted.emit("7", "agreement", {})
    qtbot.keyClick(program.window, Qt.Key.Key_Left, ALT)
    qtbot.keyClick(program.window, Qt.Key.Key_Left, ALT)
    assert (workspace.current_key, step_page(program).tab) == ("7", "corridor")


def test_places_outlive_a_change_of_text_size(program: Application, qtbot: QtBot) -> None:
    space(program).rail.choose("4")
    space(program).rail.choose("6")
    program.take_settings(dataclasses.replace(program.settings, text_size=120))
    assert space(program).current_key == "6"
    qtbot.keyClick(program.window, Qt.Key.Key_Left, ALT)
    assert space(program).current_key == "4"


def test_visits_forget_what_lay_ahead_and_list_the_newest_first() -> None:
    visits = Visits()
    assert visits.go(-1) is None and visits.recent(5) == [] and visits.is_empty
    for key in ("1", "2", "3"):
        visits.arrive(Place(key))
    visits.arrive(Place("3"))
    visits.arrive(Place("3", kind="action", uid="a", field="title"))
    visits.arrive(Place("3"))
    assert visits.recent(9) == [Place("3"), Place("2"), Place("1")]
    assert visits.go(-1) == Place("3") and visits.go(-1) == Place("2")
    visits.arrive(Place("9"))
    assert visits.go(1) is None
    assert visits.recent(2) == [Place("2"), Place("1")]
    for number in range(200):
        visits.arrive(Place(str(number % 11)))
    assert len(visits.recent(500)) == 10


def test_f6_goes_through_the_parts_of_the_window_and_back(program: Application, qtbot: QtBot) -> None:
    workspace = space(program)
    step_page(program).checklist.open_item("1.1", "finding")
    finding = focused()
    seen = []
    for _ in range(4):
        qtbot.keyClick(program.window, Qt.Key.Key_F6)
        seen.append(workspace.areas.current())
    assert seen == ["guidance", "top", "rail", "page"]
    assert finding.hasFocus()
    qtbot.keyClick(program.window, Qt.Key.Key_F6, SHIFT)
    assert workspace.areas.current() == "rail"
    workspace.rail.choose("actions")
    qtbot.keyClick(program.window, Qt.Key.Key_F6)
    qtbot.keyClick(program.window, Qt.Key.Key_F6)
    # No guidance beside the action plan: it is passed over.
    assert workspace.areas.current() == "top"


def test_f6_stops_at_the_form_of_a_register_and_goes_back_to_its_table(program: Application, qtbot: QtBot) -> None:
    workspace = space(program)
    workspace.session.page_wanted.emit("2", "body", {})
    workspace.session.put("add", [*creation("body", "one", {"name": "Council"})])
    program.window.resize(1366, 768)
    register = next(found for found in workspace.current_page.findChildren(RegisterView) if found.isVisible())
    register.table.choose(["one"])
    register.form_button.setChecked(True)
    qtbot.waitUntil(lambda: register.form.isVisible() and not register.form.is_making)
    register.table.setFocus()
    qtbot.keyClick(program.window, Qt.Key.Key_F6)
    assert workspace.areas.current() == "form"
    assert register.form.fields is not None
    first = next(stops(register.form.fields))
    assert first.hasFocus() and first.isVisible()
    qtbot.keyClick(program.window, Qt.Key.Key_F6, SHIFT)
    assert workspace.areas.current() == "page" and register.table.hasFocus()
    qtbot.keyClick(program.window, Qt.Key.Key_F6)
    qtbot.keyClick(program.window, Qt.Key.Key_F6)
    assert workspace.areas.current() in ("guidance", "top")
    register.form_button.setChecked(False)
    register.table.setFocus()
    qtbot.keyClick(program.window, Qt.Key.Key_F6)
    assert workspace.areas.current() in ("guidance", "top"), "a form that is not seen is passed over"


def test_guidance_is_scrolled_by_keyboard(program: Application, qtbot: QtBot) -> None:
    workspace = space(program)
    program.window.resize(1366, 600)
    step_page(program).checklist.open_item("1.1")
    workspace.areas.enter("guidance")
    bar = workspace.guidance.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 or workspace.guidance.widget().height() <= workspace.guidance.height())
    qtbot.keyClick(focused(), Qt.Key.Key_PageDown)
    assert bar.value() == min(bar.maximum(), bar.pageStep()) or bar.value() > 0 or bar.maximum() == 0


def test_esc_leaves_a_field_for_its_item_and_its_table(program: Application, qtbot: QtBot) -> None:
    step_page(program).checklist.open_item("1.1", "finding")
    qtbot.keyClicks(focused(), "kept ")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert step_page(program).checklist.cards["1.1"]._head.hasFocus()
    assert "kept " in space(program).session.plan.answers["1.1"].finding
    space(program).show_place("institution", space(program).session.plan.institutions[0].uid, "name")
    register = step_page(program)._made["institution"]
    assert isinstance(register, RegisterView) and register.form.isAncestorOf(focused())
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert register.table.hasFocus()
    qtbot.keyClick(register.table, Qt.Key.Key_F, CTRL)
    assert register.filter.hasFocus()
    qtbot.keyClick(register.filter, Qt.Key.Key_Escape)
    assert register.table.hasFocus()


# -- notes ------------------------------------------------------------------------------------------------------------


def test_a_note_is_shown_once_and_remembered(program: Application, qtbot: QtBot) -> None:
    workspace = space(program)
    note = workspace.note
    assert note.isVisible() and note.name == first_note.STEP and note.text.text()
    workspace.rail.choose("2")
    assert note.isVisible()
    qtbot.mouseClick(note.close_button, Qt.MouseButton.LeftButton)
    workspace.rail.choose("3")
    assert not note.isVisible()
    assert settings.load(paths.settings_file()).notes_seen == (first_note.STEP,)


def test_leaving_a_page_is_the_end_of_its_note(program: Application, qtbot: QtBot) -> None:
    workspace = space(program)
    pages = (("3", "institution", first_note.REGISTER), ("actions", "", first_note.ACTIONS))
    pages += (("readiness", "", first_note.READINESS), ("5", "population_table", first_note.POPULATION))
    for key, tab, name in pages:
        workspace.session.page_wanted.emit(key, tab, {})
        assert workspace.note.name == name and workspace.note.isVisible(), key
    workspace.session.page_wanted.emit("history", "", {})
    assert not workspace.note.isVisible()
    for key, tab, _name in pages:
        workspace.session.page_wanted.emit(key, tab, {})
        assert not workspace.note.isVisible(), key


def test_a_note_covers_nothing(program: Application) -> None:
    workspace = space(program)
    assert workspace.note.geometry().bottom() < workspace.stack.geometry().top()
    assert workspace.note.width() <= workspace.stack.width()


def test_no_more_notes_and_notes_again(program: Application, qtbot: QtBot, qapp: QApplication) -> None:
    workspace = space(program)
    qtbot.mouseClick(workspace.note.never_button, Qt.MouseButton.LeftButton)
    assert program.settings.notes is False
    workspace.session.page_wanted.emit("actions", "", {})
    assert not workspace.note.isVisible()
    program.dialogs.show_preferences()
    dialog = next(one for one in qapp.topLevelWidgets() if isinstance(one, PreferencesDialog) and one.isVisible())
    assert not dialog.notes.isChecked()
    qtbot.keyClick(dialog.notes, Qt.Key.Key_Space)
    assert (program.settings.notes, program.settings.notes_seen) == (True, ())
    dialog.close()
    workspace.session.page_wanted.emit("readiness", "", {})
    assert workspace.note.isVisible()


def test_notes_seen_are_kept_in_the_settings() -> None:
    kept = Settings().note_seen("step").note_seen("actions").note_seen("step")
    assert kept.notes_seen == ("actions", "step")
    settings.save(paths.settings_file(), kept)
    assert settings.load(paths.settings_file()) == kept
