"""Search and go, as a person uses it: by keyboard, by mouse, in both languages."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.language.findings import record_name
from mainstreamer.operations import answering
from mainstreamer.ui.application import Application
from mainstreamer.ui.dialogs.preferences import PreferencesDialog
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.search_lines import Line
from mainstreamer.ui.search_palette import SearchPalette
from mainstreamer.ui.widgets.result_list import LINE

if TYPE_CHECKING:
    from mainstreamer.ui.session import Session
    from mainstreamer.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("speech")
CTRL = Qt.KeyboardModifier.ControlModifier


def space(program: Application) -> Workspace:
    assert program.workspace is not None
    return program.workspace


def session_of(program: Application) -> Session:
    assert program.session is not None
    return program.session


def ask(program: Application, qtbot: QtBot, text: str) -> SearchPalette:
    """Open the search by its shortcut and type; `insert` stands for keys that the test library cannot press."""
    palette = space(program).search
    session_of(program).finder.ask()
    qtbot.waitUntil(lambda: session_of(program).finder.is_ready)
    qtbot.keyClick(program.window, Qt.Key.Key_K, CTRL)
    assert palette.isVisible() and palette.field.hasFocus()
    if text.isascii():
        qtbot.keyClicks(palette.field, text)
    else:
        palette.field.insert(text)
    return palette


def enter(palette: SearchPalette, qtbot: QtBot) -> None:
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_an_item_is_gone_to_by_its_code(program: Application, qtbot: QtBot) -> None:
    palette = ask(program, qtbot, "2.3")
    line = palette.list.active()
    assert line is not None and line.title.startswith("2.3  ")
    enter(palette, qtbot)
    page = space(program).current_page
    assert not palette.isVisible() and palette.field.text() == ""
    assert isinstance(page, StepPage) and (page.step, page.checklist.open_code) == (2, "2.3")
    answer = page.checklist.cards["2.3"].answer
    assert answer is not None and answer.isAncestorOf(focused())


def test_a_record_is_gone_to_with_the_cursor_in_it(program: Application, qtbot: QtBot) -> None:
    plan = session_of(program).plan
    row = next(one for one in plan.institutions if len(one.acronym) > 2)
    palette = ask(program, qtbot, row.acronym.lower())
    titles = [line.title for line in palette.list.lines()]
    wanted = f"{row.name} ({row.acronym})"
    while palette.list.active() is not None and palette.list.active().title != wanted:  # type: ignore[union-attr]
        before = palette.list.active()
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        assert palette.list.active() != before, titles
    enter(palette, qtbot)
    page = space(program).current_page
    assert isinstance(page, StepPage) and (page.step, page.tab) == (3, "institution")
    register = page._made["institution"]
    assert register.table.selected() == (row.uid,)  # type: ignore[attr-defined]
    assert register.form.isAncestorOf(focused())  # type: ignore[attr-defined]


def test_words_of_a_finding_lead_into_the_finding(program: Application, qtbot: QtBot) -> None:
    session = session_of(program)
    session.put("answer", answering.answer(session.plan, "6H1", finding="Reported by the giraffe unit"))
    palette = ask(program, qtbot, "giraffe")
    line = palette.list.active()
    assert line is not None and "giraffe" in line.detail
    assert line.detail.startswith(words().field("answer", "finding"))
    enter(palette, qtbot)
    page = space(program).current_page
    assert isinstance(page, StepPage)
    answer = page.checklist.cards["6H1"].answer
    assert answer is not None and answer._finding.hasFocus()


def test_either_script_finds_the_other(program: Application, qtbot: QtBot, speech: str) -> None:
    session, uid = session_of(program), new_uid()
    session.put(
        "add", creation("institution", uid, {"name": "Горисполком Минска" if speech == "en" else "Minsk council"})
    )
    palette = ask(program, qtbot, "minsk" if speech == "en" else "минск")
    assert uid in [line.place.uid for line in palette.list.lines() if line.place is not None]


def test_what_was_just_changed_is_found_and_what_is_gone_is_not(program: Application, qtbot: QtBot) -> None:
    session = session_of(program)
    action = session.plan.actions[0]
    palette = ask(program, qtbot, "qwertzuiop")
    assert palette.list.lines() == []
    session.put("edit", [Put("action", action.uid, "title", "Qwertzuiop desk")])
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    palette = ask(program, qtbot, "qwertzuiop")
    assert [line.place.uid for line in palette.list.lines() if line.place is not None] == [action.uid]
    session.put("delete", [Put("action", action.uid, "exists", False)])
    qtbot.keyClick(palette.field, Qt.Key.Key_Backspace)
    assert action.uid not in [line.place.uid for line in palette.list.lines() if line.place is not None]


def test_nothing_found_is_said_with_what_can_be_looked_for(program: Application, qtbot: QtBot) -> None:
    palette = ask(program, qtbot, "zzzzzzzz")
    assert palette.list.lines() == [] and not palette.list.isVisible()
    assert palette.hint.isVisible() and "zzzzzzzz" in palette.hint.text()
    assert palette.field.accessibleDescription() == palette.hint.text()
    before = space(program).current_key
    enter(palette, qtbot)
    assert palette.isVisible() and space(program).current_key == before


def test_one_wrong_letter_is_said(program: Application, qtbot: QtBot, speech: str) -> None:
    palette = ask(program, qtbot, "councl" if speech == "en" else "министрество")
    assert palette.list.lines()
    assert palette.hint.text() == t("Nothing has exactly these words. Shown is what differs from them by one letter.")


def test_esc_leads_back_to_where_the_keyboard_was(program: Application, qtbot: QtBot) -> None:
    page = space(program).current_page
    assert isinstance(page, StepPage)
    page.checklist.open_item("1.1", "finding")
    field = focused()
    palette = ask(program, qtbot, "x")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert field.hasFocus() and not palette.isVisible()


def test_a_click_into_the_field_opens_the_results_and_esc_leads_back(program: Application, qtbot: QtBot) -> None:
    workspace = space(program)
    workspace.rail.setFocus()
    qtbot.mouseClick(workspace.top.search, Qt.MouseButton.LeftButton)
    assert workspace.search.isVisible() and workspace.search.list.lines()
    qtbot.keyClick(workspace.top.search, Qt.Key.Key_Escape)
    assert not workspace.search.isVisible() and workspace.rail.hasFocus()


def test_leaving_the_field_closes_the_results(program: Application, qtbot: QtBot) -> None:
    palette = ask(program, qtbot, "a")
    space(program).rail.setFocus()
    assert not palette.isVisible() and palette.field.text() == ""


def test_commands_are_run_from_the_search(program: Application, qtbot: QtBot, qapp: QApplication, speech: str) -> None:
    palette = ask(program, qtbot, "theme" if speech == "en" else "шрифт")
    line = palette.list.active()
    assert line is not None and line.command == "app.preferences" and line.keys == "Ctrl+,"
    enter(palette, qtbot)
    assert any(isinstance(widget, PreferencesDialog) and widget.isVisible() for widget in qapp.topLevelWidgets())


def test_pages_and_tabs_are_gone_to(program: Application, qtbot: QtBot, speech: str) -> None:
    palette = ask(program, qtbot, "readin" if speech == "en" else "готовн")
    enter(palette, qtbot)
    assert space(program).current_key == "readiness"
    palette = ask(program, qtbot, words().kind("corridor", "many")[:14])
    line = next(one for one in palette.list.lines() if one.place is not None and one.place.tab == "corridor")
    palette.follow(line)
    page = space(program).current_page
    assert isinstance(page, StepPage) and (page.step, page.tab) == (7, "corridor")
    assert page.isAncestorOf(focused())


def test_places_visited_stand_there_before_anything_is_typed(program: Application, qtbot: QtBot) -> None:
    session = session_of(program)
    action = session.plan.actions[2]
    space(program).rail.choose("4")
    session.place_wanted.emit("action", action.uid, "title")
    space(program).rail.choose("history")
    palette = ask(program, qtbot, "")
    assert palette.list.headings()[0].title == t("Where you were")
    titles = [line.title for line in palette.list.lines()]
    assert titles[0] == record_name(words(), session.plan, "action", action.uid)
    assert titles[1].startswith("4  ") and titles[2].startswith("1  ")
    enter(palette, qtbot)
    assert space(program).current_key == "actions"


def test_the_list_is_walked_past_headings_and_ends(program: Application, qtbot: QtBot) -> None:
    palette = ask(program, qtbot, "a")
    lines = palette.list.lines()
    assert len(lines) > 8 and len(palette.list.headings()) > 1
    assert palette.list.active() == lines[0]
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.active() == lines[0]
    for line in lines[1:]:
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        assert palette.list.active() == line
        assert palette.field.accessibleDescription() == line.spoken
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.active() == lines[-1]
    qtbot.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert palette.list.active() == lines[-7]
    qtbot.keyClick(palette.field, Qt.Key.Key_PageDown)
    assert palette.list.active() == lines[-1]


def test_a_line_is_clicked(program: Application, qtbot: QtBot) -> None:
    palette = ask(program, qtbot, "3.")
    item = next(
        palette.list.item(row)
        for row in range(palette.list.count())
        if isinstance(line := palette.list.item(row).data(LINE), Line) and line.title.startswith("3.2")
    )
    spot = palette.list.visualItemRect(item).center()
    port = palette.list.viewport()
    qtbot.mouseMove(port, spot)
    no = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, spot.toPointF(), port.mapToGlobal(spot).toPointF(), no, no, Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(port, move)
    assert palette.list.currentItem() is item
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=spot)
    page = space(program).current_page
    assert isinstance(page, StepPage) and page.checklist.open_code == "3.2"


def test_the_rest_of_a_group_is_opened_in_its_place(program: Application, qtbot: QtBot) -> None:
    palette = ask(program, qtbot, "a")
    more = next(line for line in palette.list.lines() if line.group)
    before = palette.list.lines()
    place = before.index(more)
    for _ in range(place):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.active() == more
    enter(palette, qtbot)
    assert palette.isVisible() and palette.field.hasFocus()
    after = palette.list.lines()
    assert after[:place] == before[:place] and len(after) > len(before)
    assert not [line for line in after if line.group == more.group]
    assert palette.list.active() == after[place]
    qtbot.keyClick(palette.field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(palette.field, "a")
    assert palette.list.lines() == before


def test_an_item_that_is_hidden_as_not_essential_is_shown(program: Application, qtbot: QtBot) -> None:
    session = session_of(program)
    checklist = session.checklist
    first = checklist.items[0]
    changed = dataclasses.replace(checklist, items=(dataclasses.replace(first, essential=False), *checklist.items[1:]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mainstreamer.knowledge.checklist", lambda _code: changed)
        space(program).side.essential.setChecked(True)
        page = space(program).current_page
        assert isinstance(page, StepPage) and first.code not in page.checklist.cards
        palette = ask(program, qtbot, first.code)
        enter(palette, qtbot)
        assert not space(program).side.essential.isChecked()
        assert page.checklist.open_code == first.code


def test_results_stay_within_a_small_window(program: Application, qtbot: QtBot) -> None:
    program.window.resize(960, 600)
    palette = ask(program, qtbot, "a")
    workspace = space(program)
    assert workspace.rect().contains(palette.geometry())
    below = palette.field.mapTo(workspace, QPoint(0, palette.field.height())).y()
    assert palette.geometry().top() >= below
    program.window.resize(1366, 768)
    qtbot.waitUntil(lambda: workspace.rect().contains(palette.geometry()) and palette.width() > 600)


def test_roles_and_names_for_those_who_hear_the_window(program: Application, qtbot: QtBot) -> None:
    palette = ask(program, qtbot, "2.3")
    assert palette.field.accessibleName() == t("Search items, actions, institutions")
    assert palette.list.accessibleName() == t("Search results")
    said = [palette.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(palette.list.count())]
    assert all(said)
    assert palette.field.accessibleDescription() in said


def test_the_search_speaks_another_language_at_once(program: Application, qtbot: QtBot, speech: str) -> None:
    other = "ru" if speech == "en" else "en"
    program.set_language(other)
    qtbot.waitUntil(lambda: not session_of(program).finder._stale or session_of(program).finder._task is None)
    palette = ask(program, qtbot, "2.3")
    session = session_of(program)
    qtbot.waitUntil(lambda: bool(palette.list.lines()))
    assert session.checklist.text("2.3", "question") in palette.list.lines()[0].title
    assert palette.list.headings()[0].title == t("Items of the checklist")


def test_a_bug_in_the_index_is_told_once_and_search_still_leads_to_pages(
    program: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_of(program)

    def broken(*_: object) -> None:
        raise RuntimeError("a rule of the index")

    told: list[object] = []
    monkeypatch.setattr("mainstreamer.search.entries.plan_entries", broken)
    session.finder.broken.disconnect()
    session.finder.broken.connect(told.append)
    session.language_changed.emit()
    session.finder.ask()
    qtbot.waitUntil(lambda: bool(told))
    qtbot.keyClick(program.window, Qt.Key.Key_K, CTRL)
    palette = space(program).search
    qtbot.keyClicks(palette.field, "3")
    assert palette.list.lines()[0].title.startswith("3  ")
    assert len(told) == 1 and session.finder._task is None
    monkeypatch.undo()
    session.put("answer", answering.answer(session.plan, "2.3", finding="mended giraffe"))
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    palette = ask(program, qtbot, "giraffe")
    assert palette.list.lines()
