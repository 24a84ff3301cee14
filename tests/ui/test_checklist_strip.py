"""The line above the cards: filters, the language of the items, sectors of the plan."""

from __future__ import annotations

import dataclasses

import pytest
from checklist_line import codes, in_use, press, shown_page, strip
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mainstreamer.domain.item_filters import ItemFilter
from mainstreamer.domain.kinds import item_text_uid
from mainstreamer.domain.plan import creation
from mainstreamer.operations import answering
from mainstreamer.operations.sectors import switch_sector
from mainstreamer.ui import accessibility
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.sector_heading import SectorHeading
from mainstreamer.ui.widgets.ticks_popup import TicksPopup

pytestmark = pytest.mark.usefixtures("speech")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(session: Session, qtbot: QtBot, speech: str) -> StepPage:
    session.put("edit_plan", creation("plan", session.plan.uid, {"roles": ("origin", "return")}))
    return shown_page(session, qtbot, 3)


@pytest.fixture
def sectors_page(session: Session, qtbot: QtBot, speech: str) -> StepPage:
    return shown_page(session, qtbot, 6)


def popup(page: StepPage) -> TicksPopup:
    return [found for found in page.findChildren(TicksPopup) if found.isVisible()][-1]


def tick(box: TicksPopup, key: str) -> None:
    rows = [box.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(box.list.count())]
    box.list.setCurrentRow(rows.index(key))
    space = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    QApplication.sendEvent(box.list, space)


def test_nothing_is_held_back_at_first(page: StepPage, session: Session) -> None:
    all_ = in_use(page, session)
    assert codes(page) == all_
    assert strip(page).count.text() == n("{n} item", "{n} items", len(all_))
    assert not any(chip.isVisible() for chip in strip(page).chips.values())
    assert not strip(page).clear_button.isVisible()


def test_filters_are_set_by_keyboard_and_cleared(page: StepPage, qtbot: QtBot, session: Session) -> None:
    all_ = in_use(page, session)
    session.put("answer", answering.answer(session.plan, all_[0], score="yes"))
    line, before = strip(page), page._state.text()
    press(qtbot, line.filter_button)
    press(qtbot, line.chips["unanswered"].open)
    assert codes(page) == all_[1:]
    many = n("{shown} of {n} item", "{shown} of {n} items", len(all_), shown=words().number(len(all_) - 1))
    assert line.count.text() == many
    assert page._state.text() == before, "progress is that of all items"
    press(qtbot, line.filter_button)
    visible = [name for name, chip in line.chips.items() if chip.isVisible()]
    assert visible == ["unanswered"], "what is set stays in sight"
    press(qtbot, line.clear_button)
    assert codes(page) == all_ and session.item_filter == ItemFilter()
    assert line.filter_button.hasFocus()


def test_a_filter_is_taken_off_by_its_cross(page: StepPage, qtbot: QtBot, session: Session) -> None:
    line = strip(page)
    press(qtbot, line.filter_button)
    press(qtbot, line.chips["unanswered"].open)
    press(qtbot, line.chips["essential"].open)
    press(qtbot, line.chips["unanswered"].off)
    assert session.item_filter == ItemFilter(essential=True)
    assert line.chips["unanswered"].open.hasFocus()


def test_roles_of_the_plan_are_offered_not_forced(page: StepPage, qtbot: QtBot, session: Session) -> None:
    line = strip(page)
    press(qtbot, line.filter_button)
    press(qtbot, line.chips["roles"].open)
    box = popup(page)
    assert box.list.hasFocus() and box.ticked() == ()
    assert session.item_filter == ItemFilter()
    qtbot.mouseClick(box.suggestion_button, Qt.MouseButton.LeftButton)
    assert session.item_filter.roles == ("origin", "return") == box.ticked()
    tick(box, "origin")
    assert session.item_filter.roles == ("return",)
    qtbot.keyClick(box.list, Qt.Key.Key_Return)
    assert words().choice("country_role", "return") in line.chips["roles"].open.text()
    wanted = [
        item.code for item in session.checklist.of_step(3) if not item.tags["roles"] or "return" in item.tags["roles"]
    ]
    assert codes(page) == wanted


def test_an_answer_does_not_take_its_own_card_away(page: StepPage, qtbot: QtBot, session: Session) -> None:
    all_ = in_use(page, session)
    strip(page).want(unanswered=True)
    page.checklist.open_item(all_[0], "score")
    qtbot.keyClick(QApplication.focusWidget(), "2")
    assert session.plan.answers[all_[0]].score == "partly"
    assert codes(page) == all_ and page.checklist.open_code == all_[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert page.checklist.open_code == all_[1] and codes(page) == all_[1:]


def test_ctrl_enter_goes_on_within_what_is_shown(page: StepPage, qtbot: QtBot, session: Session) -> None:
    office = "office"
    session.put("add", creation("institution", office, {"name": "Labour Ministry"}))
    all_ = in_use(page, session)
    for code in (all_[1], all_[-1]):
        session.put("answer", answering.answer(session.plan, code, responsible=office))
    line = strip(page)
    press(qtbot, line.filter_button)
    press(qtbot, line.chips["responsible"].open)
    box = popup(page)
    tick(box, office)
    qtbot.keyClick(box.list, Qt.Key.Key_Return)
    assert codes(page) == [all_[1], all_[-1]]
    line.filter_button.setFocus()
    for code in (all_[1], all_[-1], all_[1]):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
        assert page.checklist.open_code == code


def test_cards_are_walked_within_what_is_shown(page: StepPage, qtbot: QtBot, session: Session) -> None:
    all_ = in_use(page, session)
    session.put("answer", answering.answer(session.plan, all_[1], score="no"))
    strip(page).want(unanswered=True)
    page.checklist.cards[all_[0]].take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page.checklist.cards[all_[2]]._head.hasFocus()


def test_whoever_is_led_to_an_item_sees_it(page: StepPage, session: Session) -> None:
    all_ = in_use(page, session)
    session.put("answer", answering.answer(session.plan, all_[3], score="yes"))
    strip(page).want(unanswered=True)
    assert all_[3] not in codes(page)
    assert page.show_place("answer", session.plan.answer_uid(all_[3]), "finding")
    assert page.checklist.open_code == all_[3] and codes(page) == all_
    assert all_[3] in strip(page).note.text() and strip(page).note.isVisible()
    strip(page).want(essential=True)
    assert not strip(page).note.isVisible()


def test_an_item_that_is_shown_leaves_the_filter_alone(page: StepPage, session: Session) -> None:
    strip(page).want(unanswered=True)
    assert page.show_place("answer", session.plan.answer_uid(in_use(page, session)[0]), "")
    assert session.item_filter == ItemFilter(unanswered=True) and not strip(page).note.isVisible()


def test_the_filter_holds_in_every_step_and_a_closed_card_is_not_opened(program: Application, qtbot: QtBot) -> None:
    assert program.workspace is not None and program.session is not None
    first = program.workspace.current_page
    assert isinstance(first, StepPage)
    strip(first).want(unanswered=True)
    program.workspace.show_page("7")
    seventh = program.workspace.current_page
    assert isinstance(seventh, StepPage)
    answers = program.session.plan.answers
    wanted = [code for code in in_use(seventh, program.session) if code not in answers or not answers[code].score]
    assert codes(seventh) == wanted and 0 < len(wanted) < len(in_use(seventh, program.session))
    strip(seventh).clear()
    program.workspace.show_page("1")
    assert codes(first) == in_use(first, program.session)


def test_the_filter_survives_another_text_size_and_not_the_plan(program: Application) -> None:
    assert program.workspace is not None and program.session is not None
    program.session.item_filter = ItemFilter(essential=True)
    program.take_settings(dataclasses.replace(program.settings, text_size=120))
    again = program.workspace.current_page
    assert isinstance(again, StepPage) and strip(again).chips["essential"].isVisible()
    program.take_settings(dataclasses.replace(program.settings, text_size=100))
    path = program.session.document.path
    program.close_plan()
    program.open_plan(path)
    assert program.session is not None and program.session.item_filter == ItemFilter()


# -- sectors -----------------------------------------------------------------------------------------------------------


def test_only_step_six_has_sectors(page: StepPage, sectors_page: StepPage) -> None:
    assert strip(page).sectors_button is None and "sectors" not in strip(page).chips
    assert isinstance(strip(sectors_page).sectors_button, QPushButton)


def test_sectors_are_switched_one_put_each_and_undone(sectors_page: StepPage, qtbot: QtBot, session: Session) -> None:
    item = {"code": "6.N1", "step": "6", "question": "Are diplomas recognised?", "sector": "education"}
    session.put("add", creation("custom_item", "own", item))
    button = strip(sectors_page).sectors_button
    assert button is not None and "6.N1" not in codes(sectors_page)
    press(qtbot, button)
    box = popup(sectors_page)
    tick(box, "education")
    tick(box, "youth")
    assert session.plan.frame.optional_sectors == ("education", "youth") and "6.N1" in codes(sectors_page)
    session.put("answer", answering.answer(session.plan, "6.N1", score="no"))
    session.undo()
    session.undo()
    assert session.plan.frame.optional_sectors == ("education",)
    session.undo()
    assert session.plan.frame.optional_sectors == () and "6.N1" not in codes(sectors_page)


def test_answers_stay_when_a_sector_goes(sectors_page: StepPage, qtbot: QtBot, session: Session) -> None:
    item = {"code": "6.N1", "step": "6", "question": "Are diplomas recognised?", "sector": "education"}
    session.put("add", creation("custom_item", "own", item))
    button = strip(sectors_page).sectors_button
    assert button is not None
    press(qtbot, button)
    box = popup(sectors_page)
    tick(box, "education")
    session.put("answer", answering.answer(session.plan, "6.N1", score="no"))
    tick(box, "education")
    assert session.plan.frame.optional_sectors == () and session.plan.answers["6.N1"].score == "no"


def test_sectors_say_what_they_bring(sectors_page: StepPage, qtbot: QtBot, session: Session) -> None:
    item = {"code": "6.N1", "step": "6", "question": "Is the plan tested?", "sector": "crisis"}
    session.put("add", creation("custom_item", "own", item))
    strip(sectors_page).show_sectors()
    box = popup(sectors_page)
    texts = {box.list.item(row).data(Qt.ItemDataRole.UserRole): box.list.item(row).text() for row in range(13)}
    assert texts["crisis"].endswith(n("{n} item", "{n} items", 1))
    assert texts["youth"].endswith(t("issues only"))


def test_an_item_of_a_sector_that_is_off_leads_to_the_switch(sectors_page: StepPage) -> None:
    sectors_page.show_view("checklist", {"sector": "education"})
    line = strip(sectors_page)
    assert words().choice("sector", "education") in line.note.text()
    assert line.sectors_button is not None and line.sectors_button.hasFocus()


def test_items_are_filtered_by_sector(sectors_page: StepPage, qtbot: QtBot, session: Session) -> None:
    line = strip(sectors_page)
    press(qtbot, line.filter_button)
    press(qtbot, line.chips["sectors"].open)
    box = popup(sectors_page)
    tick(box, "health")
    assert {session.checklist.by_code[code].sector for code in codes(sectors_page)} == {"health"}


# -- language ----------------------------------------------------------------------------------------------------------


def other(speech: str) -> str:
    return "ru" if speech == "en" else "en"


def choose_language(page: StepPage, start: str) -> None:
    menu = strip(page).language.menu_shown
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().startswith(start)).trigger()


def test_the_language_of_the_window_comes_first(page: StepPage, session: Session, speech: str) -> None:
    values = {"item": "3.1", "language": "ro", "name": "question", "text": "Există un registru?"}
    session.put("edit", creation("item_text", item_text_uid(session.plan.uid, "3.1", "ro", "question"), values))
    assert strip(page).language.codes() == (speech, other(speech), "ro")
    menu = strip(page).language.menu_shown
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == t("{language} ({percent} %)", language=("Русский" if speech == "ru" else "English"), percent=100)
    assert texts[2] == t("{language} ({percent} %)", language="Română", percent=0)
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]


def test_items_are_read_in_another_language_at_once(program: Application, speech: str) -> None:
    workspace, session = program.workspace, program.session
    assert workspace is not None and session is not None
    page = workspace.current_page
    assert isinstance(page, StepPage)
    workspace.show_page("2")
    second = workspace.current_page
    assert isinstance(second, StepPage)
    workspace.show_page("1")
    page.checklist.open_item("1.1")
    choose_language(page, "Русский" if speech == "en" else "English")
    wanted = session.checklist_in(other(speech))
    assert session.settings.checklist_language == other(speech) == program.settings.checklist_language
    card = page.checklist.cards["1.1"]
    assert card._head._question.text() == wanted.text("1.1", "question")
    assert card.answer is not None and card.answer._meanings["no"][1].text() == wanted.text("1.1", "no")
    assert wanted.step_text(1, "title") in page._title.text()
    rail = [workspace.rail.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(workspace.rail.count())]
    assert any(wanted.step_text(2, "short") in str(text) for text in rail)
    workspace.show_page("2")
    assert wanted.step_text(2, "title") in second._title.text()
    assert second.checklist.cards["2.1"]._head._question.text() == wanted.text("2.1", "question")
    choose_language(second, "Русский" if speech == "ru" else "English")
    assert session.settings.checklist_language == "", "that of the window is followed again"


def test_a_card_in_another_language_says_so(page: StepPage, session: Session, speech: str) -> None:
    session.read_checklist_in("ro")
    page.retranslate()
    card = page.checklist.cards["3.2"]
    said = t("shown in {language}", language=words().choice("language", "en"))
    assert said in card._head.accessibleName()
    values = {"item": "3.2", "language": "ro", "name": "question", "text": "Cine decide?"}
    session.put("edit", creation("item_text", item_text_uid(session.plan.uid, "3.2", "ro", "question"), values))
    assert "Cine decide?" in card._head.accessibleName() and said not in card._head.accessibleName()


def test_sectors_stand_as_headings_above_their_items(sectors_page: StepPage, session: Session, qtbot: QtBot) -> None:
    accessibility.install()
    view = sectors_page.checklist
    qtbot.waitUntil(lambda: not view.waits)
    items = session.checklist.of_step(6, session.plan.sectors)
    sectors = list(dict.fromkeys(item.sector for item in items if item.sector))
    assert list(view.headings.values()) == [words().choice("sector", code) for code in sectors] and len(sectors) > 3
    first = next(item.code for item in items if item.sector == sectors[1])
    heading = view._headings[first]
    cards = view.cards
    above = list(cards)[list(cards).index(first) - 1]
    qtbot.waitUntil(lambda: cards[above].geometry().bottom() < heading.y() < cards[first].y())
    assert heading.focusPolicy() == Qt.FocusPolicy.NoFocus
    interface = QAccessible.queryAccessibleInterface(heading)
    assert interface.role() == QAccessible.Role.Heading
    strip(sectors_page).want(sectors=(sectors[2],))
    qtbot.waitUntil(lambda: not view.waits)
    assert list(view.headings.values()) == [words().choice("sector", sectors[2])]
    strip(sectors_page).clear()
    qtbot.waitUntil(lambda: not view.waits)
    assert len(view.headings) == len(sectors)
    order = [view._layout.itemAt(place).widget() for place in range(view._layout.count())]
    shown = [widget for widget in order if isinstance(widget, SectorHeading)]
    assert [heading.sector for heading in shown] == sectors


def test_a_sector_switched_off_takes_its_heading_along(sectors_page: StepPage, session: Session, qtbot: QtBot) -> None:
    view = sectors_page.checklist
    qtbot.waitUntil(lambda: not view.waits)
    before = list(view.headings.values())
    code = session.plan.frame.optional_sectors[0] if session.plan.frame.optional_sectors else "education"
    puts = switch_sector(session.plan, code, code not in session.plan.frame.optional_sectors)
    assert session.put("switch_sector", puts)
    qtbot.waitUntil(lambda: not view.waits)
    after = list(view.headings.values())
    assert set(before) ^ set(after) == {words().choice("sector", code)}
    assert view.headings.keys() <= set(view.cards)


def test_other_steps_have_no_headings(page: StepPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.checklist.waits)
    assert not page.checklist.headings
