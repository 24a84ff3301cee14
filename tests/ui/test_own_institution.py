"""What follows the institution of whoever works: the filter “Mine”, the own line of the overview."""

from __future__ import annotations

import dataclasses

import pytest
from checklist_line import codes, in_use, press, shown_page, strip
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mainstreamer.domain.item_filters import ItemFilter, whose
from mainstreamer.domain.plan import Put, creation
from mainstreamer.operations import answering
from mainstreamer.ui.application import Application
from mainstreamer.ui.dialogs.identity import IdentityDialog
from mainstreamer.ui.dialogs.preferences import PreferencesDialog
from mainstreamer.ui.i18n import n, t
from mainstreamer.ui.pages.overview_page import OverviewPage
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


def test_open_items_that_nobody_answers_for_are_offered_to_whoever_has_none(program: Application, qtbot: QtBot) -> None:
    assert program.workspace is not None and program.session is not None
    program.workspace.show_page("3")
    page, session = program.workspace.current_page, program.session
    assert isinstance(page, StepPage)
    all_ = in_use(page, session)
    session.put("edit_plan", [Put("plan", session.plan.uid, "lead", "")])
    session.put("add", creation("institution", "o", {"name": "Office One"}))
    for code in all_:
        session.put("answer", answering.answer(session.plan, code, responsible="o", score="yes"))
    works_for(program, "Office One")
    page.part.strip.want(mine=True, unanswered=True)
    note = page.checklist._note
    assert codes(page) == [] and note.isVisible() and not note.unnamed_button.isVisible()
    for code in all_[:2]:
        session.put("answer", answering.answer(session.plan, code, responsible="", score=""))
    said = n(
        "Show the {n} open item that has no responsible institution",
        "Show the {n} open items that have no responsible institution",
        2,
    )
    assert note.unnamed_button.isVisible() and note.unnamed_button.text() == said
    press(qtbot, note.unnamed_button)
    assert codes(page) == all_[:2] and not note.isVisible()
    assert strip(page).filter_button.hasFocus() and not session.item_filter.mine
    assert strip(page).chips["responsible"].isVisible() and not strip(page).chips["mine"].isVisible()


def test_the_overview_says_that_nobody_answers_for_open_items(program: Application, qtbot: QtBot) -> None:
    assert program.workspace is not None and program.session is not None
    session = program.session
    session.put("edit_plan", [Put("plan", session.plan.uid, "lead", "")])
    session.put("add", creation("institution", "o", {"name": "Office One"}))
    session.put("answer", answering.answer(session.plan, "1.1", responsible="o", score="yes"))
    session.put("answer", answering.answer(session.plan, "1.3", responsible="", score=""))
    works_for(program, "Office One")
    program.workspace.show_page("overview")
    page = program.workspace.current_page
    assert isinstance(page, OverviewPage)
    qtbot.waitUntil(lambda: page.body is not None and page.body.unnamed_button.isVisible())
    assert page.body is not None and page.body.worked.own is not None
    count = page.body.worked.own.unnamed
    assert page.body.unnamed_button.text() == n(
        "{n} open item has no responsible institution", "{n} open items have no responsible institution", count
    )
    session.item_filter = ItemFilter(mine=True)
    qtbot.mouseClick(page.body.unnamed_button, Qt.MouseButton.LeftButton)
    step = program.workspace.current_page
    assert isinstance(step, StepPage) and step.step == 1 and "1.3" in codes(step)
    assert all(not whose(session.plan, code) for code in codes(step))
    works_for(program, "Office Nowhere")
    program.workspace.show_page("overview")
    qtbot.waitUntil(lambda: page.body is not None and not page.body.unnamed_button.isVisible())


# -- who is working ----------------------------------------------------------------------------------------------------


def asked(program: Application, qtbot: QtBot) -> IdentityDialog:
    """The dialog over a plan with two offices more, as a person finds it."""
    assert program.session is not None
    program.session.put("add", creation("institution", "o", {"name": "Office of Looms", "acronym": "OLX"}))
    program.session.put("add", creation("institution", "p", {"name": "Office of Boats", "acronym": "OBX"}))
    program.dialogs.ask_identity()
    (dialog,) = program.window.findChildren(IdentityDialog)
    qtbot.waitUntil(dialog.person.hasFocus)
    return dialog


def newest_author(program: Application) -> str:
    """The institution that the history names beside the newest change."""
    assert program.session is not None
    program.session.put("edit_plan", [Put("plan", program.session.plan.uid, "title", "Other")])
    back = program.session.document.past
    return back.heads(back.last(), back.last() + 1)[0].institution


def test_an_acronym_is_kept_as_the_name_of_the_institution(program: Application, qtbot: QtBot) -> None:
    dialog = asked(program, qtbot)
    qtbot.keyClick(dialog.person, Qt.Key.Key_Tab)
    assert dialog.institution.hasFocus()
    qtbot.keyClicks(dialog.institution, "olx")
    qtbot.keyClick(dialog.institution.completer().popup(), Qt.Key.Key_Escape)
    qtbot.keyClick(dialog.institution, Qt.Key.Key_Return)
    assert dialog.isHidden() and program.settings.institution == "Office of Looms"
    assert newest_author(program) == "Office of Looms"


def test_an_institution_is_picked_by_keys_from_what_is_offered(program: Application, qtbot: QtBot) -> None:
    dialog = asked(program, qtbot)
    dialog.institution.setFocus()
    qtbot.keyClicks(dialog.institution, "of b")
    popup = dialog.institution.completer().popup()
    assert popup.isVisible() and popup.model().rowCount() == 1
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.institution.line.text() == "Office of Boats" and dialog.isVisible()
    qtbot.keyClick(dialog.institution, Qt.Key.Key_Return)
    assert program.settings.institution == "Office of Boats"


def test_the_arrow_down_opens_all_institutions(program: Application, qtbot: QtBot) -> None:
    dialog = asked(program, qtbot)
    assert program.session is not None
    dialog.institution.setFocus()
    qtbot.keyClick(dialog.institution, Qt.Key.Key_Down)
    listed = dialog.institution.view()
    assert listed.isVisible() and listed.model().rowCount() == len(program.session.plan.institutions)
    row = next(row for row in range(dialog.institution.count()) if "OBX" in dialog.institution.itemText(row))
    listed.setCurrentIndex(listed.model().index(row, 0))
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert dialog.institution.line.text() == "Office of Boats"


def test_an_institution_outside_the_plan_is_kept_as_typed(program: Application, qtbot: QtBot) -> None:
    dialog = asked(program, qtbot)
    dialog.institution.setFocus()
    qtbot.keyClicks(dialog.institution, "Office")
    qtbot.mouseClick(dialog.go_on_button, Qt.MouseButton.LeftButton)
    assert program.settings.institution == "Office"


@pytest.mark.parametrize("how", ["button", "escape"])
def test_the_question_who_is_working_can_be_refused(program: Application, qtbot: QtBot, how: str) -> None:
    works_for(program, "Office One")
    dialog = asked(program, qtbot)
    qtbot.keyClicks(dialog.person, "A. Clerk")
    if how == "button":
        qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert (program.settings.person, program.settings.institution) == ("", "Office One")


def test_preferences_keep_the_name_of_the_institution_too(program: Application, qtbot: QtBot) -> None:
    asked(program, qtbot).reject()
    program.dialogs.show_preferences()
    (dialog,) = program.window.findChildren(PreferencesDialog)
    dialog.institution.setFocus()
    qtbot.keyClicks(dialog.institution, "obx")
    dialog.close_button.click()
    assert program.settings.institution == "Office of Boats"


def test_without_a_plan_it_is_a_line_like_the_other(qtbot: QtBot) -> None:
    dialog = IdentityDialog("", "Old office")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.institution.setFocus()
    qtbot.keyClick(dialog.institution, Qt.Key.Key_Down)
    assert not dialog.institution.view().isVisible() and dialog.institution.text() == "Old office"
