"""What follows the institution of whoever works: the filter “Mine”, the own line of the overview."""

from __future__ import annotations

import dataclasses

import pytest
from checklist_line import codes, in_use, press, shown_page, strip
from pytestqt.qtbot import QtBot

from mainstreamer.domain.item_filters import ItemFilter
from mainstreamer.domain.plan import creation
from mainstreamer.operations import answering
from mainstreamer.ui.application import Application
from mainstreamer.ui.dialogs.preferences import PreferencesDialog
from mainstreamer.ui.i18n import t
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.session import Session

pytestmark = pytest.mark.usefixtures("speech")


@pytest.fixture
def page(session: Session, qtbot: QtBot, speech: str) -> StepPage:
    return shown_page(session, qtbot, 3)


def test_mine_asks_for_the_institution_first(page: StepPage, qtbot: QtBot, session: Session) -> None:
    line = strip(page)
    press(qtbot, line.filter_button)
    assert line.chips["mine"].open.text() == t("Mine: say first which institution is yours")
    with qtbot.waitSignal(session.preferences_wanted):
        press(qtbot, line.chips["mine"].open)
    assert session.item_filter == ItemFilter()


def test_mine_are_the_answers_of_my_institution(page: StepPage, qtbot: QtBot, session: Session) -> None:
    all_ = in_use(page, session)
    session.put("add", creation("institution", "o", {"name": "Labour Ministry", "acronym": "MoL"}))
    session.put("answer", answering.answer(session.plan, all_[2], responsible="o"))
    session.settings = dataclasses.replace(session.settings, institution="mol")
    page.retranslate()
    line = strip(page)
    press(qtbot, line.filter_button)
    press(qtbot, line.chips["mine"].open)
    assert codes(page) == [all_[2]] and not line.note.isVisible()


def test_an_institution_that_is_not_in_the_plan_is_told_of(page: StepPage, qtbot: QtBot, session: Session) -> None:
    session.settings = dataclasses.replace(session.settings, institution="Ministry of Magic")
    page.retranslate()
    line = strip(page)
    press(qtbot, line.filter_button)
    press(qtbot, line.chips["mine"].open)
    assert codes(page) == [] and "Ministry of Magic" in line.note.text() and line.note.isVisible()
    assert page.checklist._note.isVisible()
    press(qtbot, line.chips["mine"].off)
    assert not line.note.isVisible() and codes(page) == in_use(page, session)


def works_for(program: Application, institution: str) -> None:
    program.take_settings(dataclasses.replace(program.settings, institution=institution))


def test_mine_follows_who_is_working(program: Application, qtbot: QtBot) -> None:
    assert program.workspace is not None and program.session is not None
    page, session = program.workspace.current_page, program.session
    assert isinstance(page, StepPage)
    all_ = in_use(page, session)
    for uid, name, code in (("one", "Office One", all_[2]), ("two", "Office Two", all_[3])):
        session.put("add", creation("institution", uid, {"name": name}))
        session.put("answer", answering.answer(session.plan, code, responsible=uid))
    works_for(program, "Office One")
    line = strip(page)
    press(qtbot, line.filter_button)
    press(qtbot, line.chips["mine"].open)
    assert codes(page) == [all_[2]]
    page.checklist.open_item(all_[2])
    works_for(program, "Office Two")
    assert "Office Two" in line.chips["mine"].open.text()
    assert codes(page) == [all_[3]] and not line.note.isVisible()
    works_for(program, "Ministry of Nothing")
    assert codes(page) == [] and line.note.isVisible() and "Ministry of Nothing" in line.note.text()
    works_for(program, "")
    assert codes(page) == [] and line.note.isVisible() and "Ministry" not in line.note.text()
    works_for(program, "Office One")
    assert codes(page) == [all_[2]] and not line.note.isVisible()


def test_a_page_come_back_to_says_why_nothing_is_mine(program: Application, qtbot: QtBot) -> None:
    assert program.workspace is not None
    page = program.workspace.current_page
    assert isinstance(page, StepPage)
    works_for(program, "Ministry of Nothing")
    press(qtbot, strip(page).filter_button)
    press(qtbot, strip(page).chips["mine"].open)
    program.workspace.show_page("7")
    seventh = program.workspace.current_page
    assert isinstance(seventh, StepPage)
    assert codes(seventh) == [] and "Ministry of Nothing" in strip(seventh).note.text()
    works_for(program, "Ministry of Magic")
    program.workspace.show_page("1")
    assert codes(page) == [] and strip(page).note.isVisible() and "Ministry of Magic" in strip(page).note.text()


def test_the_preferences_open_from_the_filter(program: Application, qtbot: QtBot) -> None:
    assert program.workspace is not None
    page = program.workspace.current_page
    assert isinstance(page, StepPage)
    press(qtbot, strip(page).filter_button)
    press(qtbot, strip(page).chips["mine"].open)
    (dialog,) = program.window.findChildren(PreferencesDialog)
    dialog.institution.setFocus()
    qtbot.keyClicks(dialog.institution, "Ministry of Labour")
    dialog.close_button.click()
    assert strip(page).chips["mine"].open.text() == t("Mine")
