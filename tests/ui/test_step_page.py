"""A step as an official works through it: answer, find, prove, close the gap, undo."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mainstreamer.domain.kinds import Evidence, new_uid
from mainstreamer.domain.plan import creation
from mainstreamer.knowledge import checklist
from mainstreamer.language import SHIPPED
from mainstreamer.operations import answering
from mainstreamer.storage.document import Document
from mainstreamer.ui import slices
from mainstreamer.ui.i18n import n, speak, t, words
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.pages.step_tabs import CHECKLIST
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.item_answer import ItemAnswer
from mainstreamer.ui.widgets.item_card import ItemCard

pytestmark = pytest.mark.usefixtures("speech")


@pytest.fixture
def page(session: Session, qtbot: QtBot, speech: str) -> StepPage:
    made = StepPage(session, 2, {})
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitSignal(made.checklist.whole):
        made.show()
    qtbot.waitExposed(made)
    return made


def open_answer(page: StepPage, code: str) -> ItemAnswer:
    assert page.checklist.open_item(code)
    answer = page.checklist.cards[code].answer
    assert answer is not None
    return answer


def press(qtbot: QtBot, answer: ItemAnswer, score: str) -> QPushButton:
    button = next(found for found in answer.findChildren(QPushButton) if found.property("score") == score)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return button


def test_first_unanswered_item_is_open(page: StepPage) -> None:
    assert page.checklist.open_code == "2.1"


def test_what_has_the_keyboard_stays_in_sight_while_a_card_is_led_to(page: StepPage, qtbot: QtBot) -> None:
    """An item further down is opened, and before it is brought into view Tab is on another card already."""
    qtbot.waitUntil(slices.at_rest)
    codes = list(page.checklist.cards)
    page.resize(900, 300)
    assert page.checklist.open_item(codes[-1])
    first = page.checklist.cards[codes[0]]
    first.take_focus()
    qtbot.wait(30)
    assert first.isAncestorOf(QApplication.focusWidget())
    assert not QApplication.focusWidget().visibleRegion().isEmpty()
    assert page.checklist.open_item(codes[-2])
    page.checklist.cards[codes[-2]].take_focus()
    qtbot.waitUntil(lambda: not page.checklist.cards[codes[-2]].visibleRegion().isEmpty())


def test_answer_is_in_the_file(page: StepPage, qtbot: QtBot, reopened: Callable[[], Document]) -> None:
    answer = open_answer(page, "2.3")
    button = press(qtbot, answer, "partly")
    assert button.isChecked()
    finding = answer._finding
    qtbot.mouseClick(finding.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(finding, "Order 114")
    with qtbot.waitSignal(finding.settled):
        qtbot.keyClick(finding, Qt.Key.Key_Tab)
    kept = reopened().plan.answers["2.3"]
    assert (kept.score, kept.finding) == ("partly", "Order 114")


def test_text_is_put_when_the_person_pauses(page: StepPage, qtbot: QtBot, session: Session) -> None:
    finding = open_answer(page, "2.1")._finding
    finding.setFocus()
    with qtbot.waitSignal(finding.settled):
        qtbot.keyClicks(finding, "abc")
    assert session.plan.answers["2.1"].finding == "abc"


def test_pressing_the_answer_again_takes_it_back(page: StepPage, qtbot: QtBot, session: Session) -> None:
    answer = open_answer(page, "2.2")
    press(qtbot, answer, "yes")
    assert session.plan.answers["2.2"].score == "yes"
    press(qtbot, answer, "yes")
    assert session.plan.answers["2.2"].score == ""


def test_meaning_of_each_answer_is_shown(page: StepPage, session: Session) -> None:
    answer = open_answer(page, "2.3")
    for score, (word, text) in answer._meanings.items():
        assert word.text() == words().choice("score", score)
        assert text.text() == session.checklist.text("2.3", score)


def test_not_applicable_asks_why_and_leaves_the_count(page: StepPage, qtbot: QtBot, session: Session) -> None:
    answer = open_answer(page, "2.4")
    before = page._state.text()
    assert answer._reason.isHidden()
    press(qtbot, answer, "na")
    assert answer._reason.isVisible()
    assert page._state.text() != before
    with qtbot.waitSignal(answer._reason.settled):
        qtbot.keyClicks(answer._reason, "no such body")
    assert session.plan.answers["2.4"].na_reason == "no such body"


@pytest.mark.parametrize(("key", "score"), [("1", "no"), ("2", "partly"), ("3", "yes"), ("4", "na")])
def test_a_closed_card_is_answered_by_figure_and_opens(
    page: StepPage, qtbot: QtBot, session: Session, key: str, score: str
) -> None:
    page.activateWindow()
    card = page.checklist.cards["2.3"]
    card.take_focus()
    qtbot.waitUntil(card._head.hasFocus)
    assert not card.is_open
    qtbot.keyClicks(card._head, key)
    assert card.is_open and page.checklist.open_code == "2.3"
    assert session.plan.answers["2.3"].score == score
    page.checklist.open_item("2.1")
    card.take_focus()
    qtbot.keyClicks(card._head, key)
    assert card.is_open and session.plan.answers["2.3"].score == score, (
        "the same figure confirms, it takes nothing back"
    )


def test_a_figure_does_not_write_over_an_answer_that_nobody_saw(page: StepPage, qtbot: QtBot, session: Session) -> None:
    session.put("answer", answering.answer(session.plan, "2.3", score="yes"))
    page.activateWindow()
    card = page.checklist.cards["2.3"]
    card.take_focus()
    qtbot.waitUntil(card._head.hasFocus)
    qtbot.keyClicks(card._head, "1")
    assert card.is_open and session.plan.answers["2.3"].score == "yes"
    qtbot.keyClicks(QApplication.focusWidget(), "1")
    assert session.plan.answers["2.3"].score == "no"


def test_the_keyboard_goes_with_an_answer_given_by_figure(page: StepPage, qtbot: QtBot, session: Session) -> None:
    page.activateWindow()
    page.checklist.open_item("2.3", "score")
    answer = page.checklist.cards["2.3"].answer
    assert answer is not None
    for key, score in (("3", "yes"), ("1", "no"), ("4", "na")):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert session.plan.answers["2.3"].score == score
        assert answer._buttons[score].hasFocus() and answer._buttons[score].isChecked()
    # From elsewhere on the card, the keyboard stays where it is.
    answer.history_button.setFocus()
    qtbot.keyClick(answer.history_button, "2")
    assert session.plan.answers["2.3"].score == "partly" and answer.history_button.hasFocus()


@pytest.mark.parametrize("width", [500, 900])
def test_chips_leave_the_question_its_room(session: Session, qtbot: QtBot, width: int) -> None:
    """Beside the question where it keeps 300 pixels, below it otherwise; never clipped."""
    card = ItemCard(session, session.checklist.by_code["2.3"])
    session.changed.connect(card.refresh)
    qtbot.addWidget(card)
    card.resize(width, 120)
    card.show()
    qtbot.waitExposed(card)
    session.put("answer", answering.answer(session.plan, "2.3", score="yes"))
    question, state = card._head._question, card._head._state
    qtbot.waitUntil(lambda: (state.y() > question.geometry().bottom()) == (width < 700))
    assert question.width() >= 300
    qtbot.waitUntil(lambda: all(state.rect().contains(chip.box) for chip in state.placed(state.width())))
    shown = state.placed(state.width())
    assert len(shown) == 2
    assert not shown[0].box.intersects(shown[1].box)
    assert question.height() >= question.heightForWidth(question.width())


def test_suggestions_keep_their_height_beside_a_refused_name(page: StepPage, qtbot: QtBot, session: Session) -> None:
    page.resize(900, 1200)
    answer = open_answer(page, "2.3")
    press(qtbot, answer, "no")
    line = answer._responsible.combo.line
    line.setFocus()
    qtbot.keyClicks(line, "Nobody knows this institution")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert answer._responsible.problem()
    said = answer._responsible._problem
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))
    texts = [one for row in answer._gap._lines.values() for one in (row._title, row._note)]
    assert texts
    for one in texts:
        qtbot.waitUntil(lambda one=one: one.height() >= one.heightForWidth(one.width()))


def test_the_head_says_answered_score_and_claimed_in_one_order(page: StepPage, qtbot: QtBot, session: Session) -> None:
    codes = [item.code for item in session.checklist.of_step(2, session.plan.sectors)]
    of = len(codes)
    assert page._state.text() == t("{answered} of {of} answered", answered=0, of=of)
    assert not page._state.toolTip()
    press(qtbot, open_answer(page, codes[0]), "yes")
    score = t("score {score} of 10", score=words().number(Decimal(10), 1))

    def said(answered: int) -> list[str]:
        claimed = n("{n} claimed", "{n} claimed", answered)
        return [t("{answered} of {of} answered", answered=answered, of=of), score, claimed]

    assert page._state.text().split(" · ") == said(1)
    assert page._state.toolTip() == t("Claimed: answered Yes, with no evidence entered")
    for code in codes[1:]:
        session.put("answer", answering.answer(session.plan, code, score="yes"))
    assert page._state.text().split(" · ") == said(of)


def test_suggested_action_is_taken_over_with_one_click(page: StepPage, qtbot: QtBot, session: Session) -> None:
    office = new_uid()
    session.put("add", creation("institution", office, {"name": "Chancellery", "type": "centre_of_government"}))
    answer = open_answer(page, "2.3")
    assert answer._gap is None
    press(qtbot, answer, "no")
    assert answer._gap.isVisible()
    button = answer._gap.findChildren(QPushButton)[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (action,) = session.plan.actions
    assert action.code == "A-02.03-1"
    assert session.plan.frame.language == "en"
    assert action.title == checklist("en").action_text("2.3", "a", "action")
    assert action.leads == (office,)
    assert str(action.start) == "2027-Q1"
    assert str(action.end) == "2027-Q2"
    (indicator,) = session.plan.action_indicators[action.uid]
    assert indicator.indicator == "M3"
    shown = [found.text() for found in answer._gap.findChildren(QPushButton) if not found.isHidden()]
    assert any("A-02.03-1" in text for text in shown)
    for code in SHIPPED:
        speak(code)
        page.retranslate()
        offered = [found.text() for found in answer._gap.findChildren(QPushButton)]
        assert any("A-02.03-1" in text for text in offered), "taken over once, whatever the window speaks"


def test_evidence_is_added_by_keyboard_and_makes_a_yes_more_than_claimed(
    page: StepPage, qtbot: QtBot, session: Session, reopened: Callable[[], Document]
) -> None:
    answer = open_answer(page, "2.1")
    press(qtbot, answer, "yes")
    more = next(made for made in answer.evidence.findChildren(QPushButton) if made.text() == t("+ add evidence"))
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(answer.evidence.entry.title, "Map of bodies")
    qtbot.keyClicks(answer.evidence.entry.reference, "2026")
    qtbot.keyClick(answer.evidence.entry.reference, Qt.Key.Key_Return)
    assert answer.evidence.entry.isHidden()
    (row,) = reopened().plan.evidence
    assert (row.title, row.reference, row.items) == ("Map of bodies", "2026", ("2.1",))


def test_evidence_of_the_plan_is_found_by_its_title(page: StepPage, qtbot: QtBot, session: Session) -> None:
    uid = new_uid()
    session.put("add", creation("evidence", uid, {"title": "Order 114", "items": ("2.1",)}))
    answer = open_answer(page, "2.3")
    answer.evidence._on_more_clicked()
    qtbot.keyClicks(answer.evidence.entry.title, "Order 114")
    qtbot.keyClick(answer.evidence.entry.title, Qt.Key.Key_Return)
    (row,) = session.plan.evidence
    assert row.items == ("2.1", "2.3")


def test_evidence_can_be_taken_off_an_item_and_stays(page: StepPage, session: Session) -> None:
    session.put("add", creation("evidence", new_uid(), {"title": "Order 114", "items": ("2.1", "2.3")}))
    (row,) = session.plan.evidence
    assert isinstance(row, Evidence)
    answer = open_answer(page, "2.3")
    answer.evidence._on_chip_clicked.__self__.refresh()
    session.put("untie_evidence", answering.untie_evidence(row, "2.3"))
    assert session.plan.evidence[0].items == ("2.1",)


def test_cards_are_walked_by_keyboard(page: StepPage, qtbot: QtBot) -> None:
    cards = list(page.checklist.cards.values())
    cards[0].take_focus()
    qtbot.keyClick(cards[0]._head, Qt.Key.Key_Down)
    assert cards[1]._head.hasFocus()
    qtbot.keyClick(cards[1]._head, Qt.Key.Key_Return)
    assert page.checklist.open_code == cards[1].item.code
    qtbot.keyClick(cards[1]._head, Qt.Key.Key_Space)
    assert page.checklist.open_code == ""
    qtbot.keyClick(cards[1]._head, Qt.Key.Key_Up)
    assert cards[0]._head.hasFocus()


def test_undo_shows_in_the_open_card(page: StepPage, qtbot: QtBot, session: Session) -> None:
    answer = open_answer(page, "2.6")
    button = press(qtbot, answer, "no")
    session.undo()
    assert not button.isChecked()
    session.redo()
    assert button.isChecked()


def test_a_place_is_led_to(page: StepPage, session: Session) -> None:
    assert page.show_place("answer", session.plan.answer_uid("2.4"), "finding")
    assert page.checklist.open_code == "2.4"
    answer = page.checklist.cards["2.4"].answer
    assert answer is not None and answer._finding.hasFocus()
    assert not page.show_place("answer", session.plan.answer_uid("3.1"), "score")


def test_every_button_of_an_open_card_has_a_name(page: StepPage, qtbot: QtBot) -> None:
    answer = open_answer(page, "2.3")
    press(qtbot, answer, "no")
    for button in answer.findChildren(QPushButton):
        assert not button.isVisible() or button.accessibleName() or button.text()


def test_a_step_is_answered_with_the_keyboard_alone(page: StepPage, qtbot: QtBot, session: Session) -> None:
    codes = list(page.checklist.cards)
    page.checklist.open_item(codes[0], "score")
    for place, (key, score) in enumerate((("1", "no"), ("2", "partly"), ("3", "yes"))):
        qtbot.keyClick(QApplication.focusWidget(), key)
        answer = session.plan.answers[codes[place]]
        assert answer.score == score
        finding = page.checklist.cards[codes[place]].answer._finding
        finding.setFocus()
        qtbot.keyClicks(finding, "Act 2, article 3")
        qtbot.keyClick(finding, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert session.plan.answers[codes[place]].finding == "Act 2, article 3"
        assert page.checklist.open_code == codes[place + 1]
    assert session.plan.answers[codes[0]].finding == "Act 2, article 3", "figures typed into a text do not answer"


def test_the_next_item_is_the_next_that_waits(page: StepPage, qtbot: QtBot, session: Session) -> None:
    codes = list(page.checklist.cards)
    for code in codes[1:-1]:
        session.put("answer", answering.answer(session.plan, code, score="yes"))
    page.checklist.open_item(codes[0], "score")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.checklist.open_code == codes[-1]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.checklist.open_code == codes[0]


def test_whoever_goes_on_hears_when_the_last_item_is_answered(page: StepPage, qtbot: QtBot, session: Session) -> None:
    codes, strip = list(page.checklist.cards), page.part.strip
    for code in codes[:-1]:
        session.put("answer", answering.answer(session.plan, code, score="yes"))
    page.checklist.open_item(codes[0], "score")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.checklist.open_code == codes[-1] and not strip.note.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), "3")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.checklist.open_code == codes[0]
    assert strip.note.isVisible() and "Ctrl+Enter" in strip.note.text()


def test_the_ways_to_other_steps_stand_side_by_side_in_every_tab(page: StepPage, qtbot: QtBot) -> None:
    page.resize(1100, 900)
    for tab in (CHECKLIST, *(key for key in page._tab_buttons if key != CHECKLIST)):
        page.show_tab(tab)
        back, on = page._foot._back, page._foot._next
        qtbot.waitUntil(lambda back=back, on=on: on.isVisible() and 0 < on.x() - back.geometry().right() < 60)  # type: ignore[misc]
        assert page._foot.hint.isVisible() == (tab == CHECKLIST)
        assert page._foot.width() - on.geometry().right() < 60


def test_keys_answer_and_go_on_wherever_nothing_is_typed(page: StepPage, qtbot: QtBot, session: Session) -> None:
    assert page.checklist.open_item("2.2")
    page._tab_buttons[CHECKLIST].setFocus()
    qtbot.keyClicks(page._tab_buttons[CHECKLIST], "2")
    assert session.plan.answers["2.2"].score == "partly"
    qtbot.keyClick(page._tab_buttons[CHECKLIST], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.checklist.open_code == "2.3"


def test_the_next_item_is_the_one_after_that_with_the_keyboard(page: StepPage, qtbot: QtBot) -> None:
    assert page.checklist.open_item("2.4")
    page.checklist.cards["2.1"].take_focus()
    qtbot.keyClick(page.checklist.cards["2.1"]._head, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.checklist.open_code == "2.2"
