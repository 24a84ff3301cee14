"""A country's own checklist in the window, driven as a person does: choose, type, drag, leave out, add, undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.own_checklist import LEFT_OUT, OWN, REWORDED, OwnCodes, every_item
from mainstreamer.domain.plan import creation
from mainstreamer.knowledge import checklist
from mainstreamer.operations import answering, own_items
from mainstreamer.storage.document import Document
from mainstreamer.ui import theme
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import speak, t, words
from mainstreamer.ui.language_names import both_names, language_name, native_name
from mainstreamer.ui.models.own_items_model import ItemLine, StepLine, filter_name, state_name
from mainstreamer.ui.pages.own_items_page import OwnItemsPage
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.search_lines import place_entries
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets import own_item_head as head
from mainstreamer.ui.widgets.item_card import ItemCard
from mainstreamer.ui.widgets.language_chooser import AddLanguageDialog
from mainstreamer.ui.widgets.term_text import TermText
from mainstreamer.ui.widgets.wording_field import WordingField

pytestmark = pytest.mark.usefixtures("speech")
ALT, CTRL, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> OwnItemsPage:
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> OwnItemsPage:
    made = OwnItemsPage(session)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1130, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: bool(made.form.code) and not made.form.is_making)
    return made


def choose(page: OwnItemsPage, qtbot: QtBot, code: str) -> None:
    assert page.list.choose(code)
    qtbot.waitUntil(lambda: page.form.code == code and not page.form.is_making)


def back(page: OwnItemsPage, qtbot: QtBot) -> None:
    """What was open over the page is closed."""
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and not page.form.is_making)


def click(page: OwnItemsPage, qtbot: QtBot, verb: str) -> None:
    made = page.form.head.buttons[verb]
    assert made.isVisible() and made.isEnabled()
    qtbot.mouseClick(made, LEFT)
    qtbot.waitUntil(lambda: not page.form.is_making)


def write(qtbot: QtBot, field: WordingField, text: str) -> None:
    """Clear a text, type another one, and leave it."""
    field.field.setFocus()
    field.field.selectAll()
    qtbot.keyClicks(field.field, text)
    qtbot.keyClick(field.field, Qt.Key.Key_Tab)


def order(session: Session, step: int = 1) -> list[str]:
    return [item.code for item in session.checklist.items if item.step == step]


def listed(page: OwnItemsPage) -> list[str]:
    return [line.code for line in page.list.list_model.lines if isinstance(line, ItemLine)]


def visible_buttons(page: OwnItemsPage) -> set[str]:
    return {name for name, made in page.form.head.buttons.items() if made.isVisible()}


# -- the list ----------------------------------------------------------------------------------------------------------


def test_all_items_are_listed_step_by_step_with_their_state_in_words(page: OwnItemsPage, speech: str) -> None:
    assert listed(page) == [item.code for item in checklist(speech).items]
    steps = [line for line in page.list.list_model.lines if isinstance(line, StepLine)]
    assert len(steps) == 10 and steps[1].title == f"2  {checklist(speech).step_text(2, 'title')}"
    first = page.list.list_model.index(1)
    assert state_name("shipped") in first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.list.code == page.form.code == "1.1"
    assert page._count.text() == t("The checklist as shipped. Nothing has been adapted yet.")


def test_the_model_keeps_the_rules_of_qt(page: OwnItemsPage, session: Session) -> None:
    model: QAbstractItemModel = page.list.list_model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    session.put(own_items.ADD, own_items.add(session.plan, 3, "en", question="Ours?")[1])
    session.put(own_items.LEAVE_OUT, own_items.leave_out(session.plan, "1.2"))
    assert "3.N1" in listed(page)


def test_the_arrow_keys_go_from_item_to_item_over_the_names_of_steps(page: OwnItemsPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    last = [line.code for line in page.lines if line.step == 1][-1]
    choose(page, qtbot, last)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.form.code == "2.1")


def test_items_are_filtered_by_step_state_and_words(page: OwnItemsPage, qtbot: QtBot, session: Session) -> None:
    language = session.checklist.languages[0]
    session.put(own_items.ADD, own_items.add(session.plan, 2, language, question="Zebra crossing?")[1])
    session.put(own_items.LEAVE_OUT, own_items.leave_out(session.plan, "1.2"))
    reading = session.checklist_in(language)
    session.put(own_items.REWORD, own_items.reword(session.plan, reading, "1.1", "why", "Because."))
    for state, expected in ((OWN, ["2.N1"]), (LEFT_OUT, ["1.2"]), (REWORDED, ["1.1"])):
        qtbot.mouseClick(page.filters.states.buttons[page.filters.STATES.index(state)], LEFT)
        assert listed(page) == expected
        assert page.form.code == expected[0]
        text = page.filters.states.buttons[page.filters.STATES.index(state)].text()
        assert text == f"{filter_name(state)}  {words().number(1)}"
    qtbot.mouseClick(page.filters.states.buttons[0], LEFT)
    page.filters.step_box.setFocus()
    qtbot.keyClick(page.filters.step_box, Qt.Key.Key_Down)
    qtbot.keyClick(page.filters.step_box, Qt.Key.Key_Down)
    assert {line.step for line in page.lines if line.code in listed(page)} == {2}
    qtbot.keyClick(page, Qt.Key.Key_F, CTRL)
    assert page.filters.text.hasFocus()
    qtbot.keyClicks(page.filters.text, "crossing ZEBRA")
    qtbot.waitUntil(lambda: listed(page) == ["2.N1"])
    qtbot.keyClicks(page.filters.text, " giraffe")
    qtbot.waitUntil(lambda: listed(page) == [])
    assert page._nothing.isVisible() and page.form.isHidden()
    qtbot.mouseClick(page.show_all, LEFT)
    assert len(listed(page)) == len(page.lines)


def test_without_own_items_the_page_says_what_to_do_first(page: OwnItemsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.filters.states.buttons[page.filters.STATES.index(OWN)], LEFT)
    assert page._nothing.isVisible() and page._nothing.text() == words().kind("custom_item", "empty")


# -- order -------------------------------------------------------------------------------------------------------------


def test_alt_and_arrows_move_an_item_each_press_a_step_of_undo(
    page: OwnItemsPage, qtbot: QtBot, session: Session
) -> None:
    page.list.setFocus()
    choose(page, qtbot, "1.1")
    for _ in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT)
    assert order(session)[:4] == ["1.2", "1.3", "1.1", "1.4"]
    assert page.list.code == "1.1" and page.list.hasFocus() and listed(page)[:4] == order(session)[:4]
    qtbot.keyClick(page.list, Qt.Key.Key_Up, ALT)
    assert order(session)[:3] == ["1.2", "1.1", "1.3"]
    for expected in (["1.2", "1.3", "1.1"], ["1.2", "1.1", "1.3"], ["1.1", "1.2", "1.3"]):
        session.undo()
        assert order(session)[:3] == expected
    session.redo()
    assert order(session)[:3] == ["1.2", "1.1", "1.3"]


def test_an_item_stays_in_its_step(page: OwnItemsPage, qtbot: QtBot, session: Session) -> None:
    before = session.plan
    page.list.setFocus()
    choose(page, qtbot, "2.1")
    qtbot.keyClick(page.list, Qt.Key.Key_Up, ALT)
    assert not page.form.head.buttons[head.UP].isEnabled() and page.form.head.buttons[head.DOWN].isEnabled()
    page.verbs.drop_item("2.1", page.list.list_model.row_of("1.2"))
    assert session.plan is before
    assert page.notice.isVisible() and page.notice.text.text() == t("An item stays in its step. It was not moved.")


def test_buttons_move_an_item(page: OwnItemsPage, qtbot: QtBot, session: Session) -> None:
    choose(page, qtbot, "1.3")
    click(page, qtbot, head.UP)
    assert order(session)[:3] == ["1.1", "1.3", "1.2"] and page.form.code == "1.3"
    chips = [made.text() for made in page.form.head.findChildren(QLabel) if made.isVisible()]
    assert t("moved") in chips and t("moved") in page.list.list_model.item_at(page.list.currentIndex().row()).notes
    click(page, qtbot, head.DOWN)
    assert order(session)[:3] == ["1.1", "1.2", "1.3"]
    assert not [line.code for line in page.lines if line.moved]


def drag(page: OwnItemsPage, qtbot: QtBot, code: str, onto: str, *, below: bool, drop: bool = True) -> None:
    view = page.list
    box, target = (view.visualRect(view.list_model.index(view.list_model.row_of(one))) for one in (code, onto))
    start, end = box.center(), QPoint(target.center().x(), target.bottom() - 2 if below else target.top() + 2)
    qtbot.mousePress(view.viewport(), LEFT, NONE, start)
    for part in range(1, 5):
        qtbot.mouseMove(view.viewport(), start + (end - start) * part / 4)
    assert view.gap >= 0
    if drop:
        qtbot.mouseRelease(view.viewport(), LEFT, NONE, end)


def test_an_item_is_dragged_and_one_drag_is_one_step_of_undo(
    page: OwnItemsPage, qtbot: QtBot, session: Session, reopened: Callable[[], Document]
) -> None:
    drag(page, qtbot, "1.1", "1.3", below=True)
    assert order(session)[:4] == ["1.2", "1.3", "1.1", "1.4"] and page.list.code == "1.1"
    drag(page, qtbot, "1.1", "1.2", below=False)
    assert order(session)[:3] == ["1.1", "1.2", "1.3"]
    session.undo()
    assert order(session)[:3] == ["1.2", "1.3", "1.1"]
    setting = reopened().plan.item_settings["1.1"]
    assert setting.place is not None and not setting.off


def test_a_drag_is_given_up_with_esc(page: OwnItemsPage, qtbot: QtBot, session: Session) -> None:
    before = session.plan
    drag(page, qtbot, "1.1", "1.3", below=True, drop=False)
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    qtbot.mouseRelease(page.list.viewport(), LEFT)
    assert session.plan is before and page.list.gap < 0


# -- leaving out -------------------------------------------------------------------------------------------------------


def test_an_item_is_left_out_with_a_reason_and_taken_back(page: OwnItemsPage, qtbot: QtBot, session: Session) -> None:
    session.put("answer", answering.answer(session.plan, "1.2", score="yes"))
    choose(page, qtbot, "1.2")
    click(page, qtbot, head.OUT)
    assert "1.2" not in session.checklist.by_code and listed(page)[:3] == ["1.1", "1.2", "1.3"]
    assert page.form.head.out_box.isVisible() and page.form.head.reason.hasFocus()
    assert words().choice("score", "yes") in page.form.head._out_text.text()
    qtbot.keyClicks(page.form.head.reason, "Decided by law")
    qtbot.keyClick(page.form.head.reason, Qt.Key.Key_Tab)
    assert session.plan.item_settings["1.2"].reason == "Decided by law"
    assert session.plan.answers["1.2"].score == "yes"
    assert {head.BACK} <= visible_buttons(page) and head.OUT not in visible_buttons(page)
    click(page, qtbot, head.BACK)
    assert "1.2" in session.checklist.by_code and page.form.head.out_box.isHidden()
    qtbot.mouseClick(page.notice.undo, LEFT)
    assert session.plan.item_settings["1.2"].off and session.plan.item_settings["1.2"].reason == "Decided by law"


def test_undo_is_offered_only_for_what_was_done_last(page: OwnItemsPage, qtbot: QtBot, session: Session) -> None:
    choose(page, qtbot, "1.2")
    click(page, qtbot, head.OUT)
    assert page.notice.isVisible()
    qtbot.keyClicks(page.form.head.reason, "Decided by law")
    qtbot.keyClick(page.form.head.reason, Qt.Key.Key_Tab)
    assert session.plan.item_settings["1.2"].reason == "Decided by law"
    assert page.notice.isHidden()


# -- own wording -------------------------------------------------------------------------------------------------------


def test_a_text_is_reworded_beside_its_original_and_put_back(
    page: OwnItemsPage, qtbot: QtBot, session: Session, speech: str
) -> None:
    original = checklist(speech).text("1.1", "question")
    field = page.form.texts["question"]
    assert field.field.toPlainText() == original == field.original.text() and field.mark.isHidden()
    assert field.original_of.text() == t("Original") and field.own_of.text() == t("Your text")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert field.field.hasFocus(), "Enter leads to the texts"
    write(qtbot, field, "Has cabinet decided?")
    assert session.checklist.text("1.1", "question") == "Has cabinet decided?"
    assert field.original.text() == original and field.mark.text() == t("reworded")
    assert page.form.head.title.text() == "Has cabinet decided?"
    assert field.restore.isVisible()
    qtbot.mouseClick(field.restore, LEFT)
    assert session.checklist.text("1.1", "question") == original == field.field.toPlainText()
    assert field.mark.isHidden() and field.restore.isHidden()
    session.undo()
    assert field.field.toPlainText() == "Has cabinet decided?"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.list.hasFocus()


def test_both_boxes_of_a_text_have_a_heading(page: OwnItemsPage, qtbot: QtBot) -> None:
    field = page.form.texts["question"]
    original, own = field.original_of, field.own_of
    page.splitter.setSizes([1, 10_000])
    qtbot.waitUntil(lambda: own.x() == field.field.x() > original.x() and own.y() == original.y())
    page.splitter.setSizes([10_000, 1])
    qtbot.waitUntil(lambda: own.x() == original.x() and field.original_box.y() < own.y() < field.field.y())
    assert own.property("look") == original.property("look")


def test_text_is_put_when_the_person_pauses(page: OwnItemsPage, qtbot: QtBot, session: Session) -> None:
    field = page.form.texts["why"]
    field.field.setFocus()
    field.field.moveCursor(field.field.textCursor().MoveOperation.End)
    with qtbot.waitSignal(field.settled):
        qtbot.keyClicks(field.field, " Indeed.")
    assert session.checklist.text("1.1", "why").endswith(" Indeed.")
    assert field.field.hasFocus() and field.mark.isVisible()


def test_a_cleared_text_stays_clear_for_typing_and_is_the_original_again_on_leaving(
    page: OwnItemsPage, qtbot: QtBot, session: Session, speech: str
) -> None:
    field = page.form.texts["why"]
    write(qtbot, field, "Because.")
    field.field.setFocus()
    field.field.selectAll()
    with qtbot.waitSignal(field.field.settled):
        qtbot.keyClick(field.field, Qt.Key.Key_Delete)
    assert field.field.toPlainText() == "" and session.checklist.text("1.1", "why") == "Because."
    qtbot.keyClick(field.field, Qt.Key.Key_Tab)
    assert session.checklist.text("1.1", "why") == checklist(speech).text("1.1", "why") == field.field.toPlainText()


def test_what_is_being_typed_is_put_when_another_item_is_chosen(
    page: OwnItemsPage, qtbot: QtBot, session: Session
) -> None:
    field = page.form.texts["no"]
    field.field.setFocus()
    qtbot.keyClicks(field.field, "Well, ")
    choose(page, qtbot, "1.2")
    assert session.checklist.text("1.1", "no").startswith("Well, ")
    assert not session.checklist.is_reworded("1.2", "no")


def test_text_that_the_plan_could_not_take_stays_with_its_item(
    page: OwnItemsPage, qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = page.form.texts["no"]
    field.field.setFocus()
    monkeypatch.setattr(session, "put", lambda *_: False)
    qtbot.keyClicks(field.field, "Well, ")
    page.list.setFocus()
    page.list.choose("1.2")
    assert page.list.code == page.form.code == "1.1" and field.field.toPlainText().startswith("Well, ")
    page.show_language("ro")
    assert page.form.language == page.form.chooser.code != "ro" and field.field.toPlainText().startswith("Well, ")
    monkeypatch.undo()
    choose(page, qtbot, "1.2")
    assert session.checklist.text("1.1", "no").startswith("Well, ")


def test_all_texts_of_an_item_are_put_back_at_once(page: OwnItemsPage, qtbot: QtBot, session: Session) -> None:
    write(qtbot, page.form.texts["why"], "Because.")
    write(qtbot, page.form.texts["question"], "Really?")
    click(page, qtbot, head.RESTORE)
    assert not any(row.text for row in session.plan.item_texts)
    assert head.RESTORE not in visible_buttons(page)
    qtbot.mouseClick(page.notice.undo, LEFT)
    assert session.checklist.text("1.1", "why") == "Because."


def test_a_text_reworded_in_another_language_says_so_and_may_be_kept(
    page: OwnItemsPage, qtbot: QtBot, session: Session, speech: str
) -> None:
    other = "ru" if speech == "en" else "en"
    page.show_language(other)
    qtbot.waitUntil(lambda: not page.form.is_making)
    write(qtbot, page.form.texts["question"], "In other words?")
    page.show_language(speech)
    qtbot.waitUntil(lambda: not page.form.is_making)
    field = page.form.texts["question"]
    assert language_name(other) in field.mark.text()
    assert session.checklist.text("1.1", "question") == "In other words?"
    qtbot.mouseClick(field.keep, LEFT)
    assert session.checklist.text("1.1", "question") == checklist(speech).text("1.1", "question")
    assert field.mark.isHidden() and field.keep.isHidden()


def test_an_item_is_translated_into_a_language_that_is_added(
    page: OwnItemsPage, qtbot: QtBot, session: Session, speech: str
) -> None:
    qtbot.mouseClick(page.form.chooser.more, LEFT)
    (dialog,) = page.findChildren(AddLanguageDialog)
    qtbot.keyClicks(dialog.combo.lineEdit(), "no such tongue")
    qtbot.mouseClick(dialog.take, LEFT)
    assert dialog.field.problem() and dialog.isVisible()
    dialog.combo.lineEdit().clear()
    qtbot.keyClicks(dialog.combo.lineEdit(), "(ro)")
    qtbot.mouseClick(dialog.take, LEFT)
    back(page, qtbot)
    assert page.form.language == page.form.chooser.code == "ro"
    field = page.form.texts["question"]
    assert field.field.toPlainText() == "" and field.original.text() == checklist("en").text("1.1", "question")
    assert field.mark.text() == t("not translated yet") and field.original_of.text() == t(
        "In {language}", language=language_name("en")
    )
    assert field.own_of.text() == t("In {language}", language=language_name("ro"))
    write(qtbot, field, "Exista o decizie?")
    assert session.checklist_in("ro").text("1.1", "question") == "Exista o decizie?"
    assert field.mark.isHidden() and session.checklist.text("1.1", "question") == checklist(speech).text(
        "1.1", "question"
    )
    for name in ("why", "no", "partly", "yes"):
        write(qtbot, page.form.texts[name], f"{name} ro")
    choice = page.form.chooser.combo
    qtbot.waitUntil(lambda: choice.itemText(choice.findData("ro")).startswith(native_name("ro") + "  "))
    assert choice.itemText(choice.findData("en")).replace("\xa0", " ").endswith("100 %")


def test_a_language_may_be_added_by_its_code_alone(page: OwnItemsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.form.chooser.more, LEFT)
    (dialog,) = page.findChildren(AddLanguageDialog)
    qtbot.keyClicks(dialog.combo.lineEdit(), "gag")
    qtbot.keyClick(dialog.combo.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.form.language == "gag")


def test_names_of_languages() -> None:
    assert native_name("ro") == "Română" and native_name("ru") == "Русский" and native_name("gag") == "gag"
    assert language_name("ro") == words().choice("language", "ro")
    assert "(ro)" in both_names("ro") and words().choice("language", "ro") in both_names("ro")


def test_suggested_actions_are_reworded(page: OwnItemsPage, qtbot: QtBot, session: Session) -> None:
    suggestion = session.checklist.by_code["1.1"].actions[0]
    write(qtbot, page.form.boxes[0].fields[1], "A signed note")
    assert session.checklist.action_text("1.1", suggestion.key, "output") == "A signed note"
    assert page.form.boxes[0].fields[1].mark.text() == t("reworded")


# -- own items and suggestions -----------------------------------------------------------------------------------------


def test_an_own_item_is_added_by_keyboard_written_copied_and_deleted(
    page: OwnItemsPage, qtbot: QtBot, session: Session, speech: str
) -> None:
    page.list.setFocus()
    choose(page, qtbot, "2.2")
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
    (menu,) = [one for one in page.findChildren(QMenu) if one.isVisible()]
    assert menu.activeAction().data() == 2
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    back(page, qtbot)
    assert page.form.code == "2.N1"
    field = page.form.texts["question"]
    assert field.field.hasFocus() and field.original_box.isHidden() and field.own_of.isHidden()
    assert field.field.toPlainText() == "" and page.form.head.title.text() == t("No question yet")
    qtbot.keyClicks(field.field, "Is the register public?")
    qtbot.keyClick(field.field, Qt.Key.Key_Tab)
    (own,) = session.plan.custom_items
    assert (own.code, own.step, own.language, own.question) == ("2.N1", "2", speech, "Is the register public?")
    assert OwnCodes(session.plan).next(2) == "2.N2" and session.checklist.by_code["2.N1"].own
    assert page.form.record is not None and page.form.record.isVisible()
    qtbot.mouseClick(page.form.record.boxes["essential"].editor.findChildren(QPushButton)[0], LEFT)
    assert session.checklist.by_code["2.N1"].essential
    click(page, qtbot, head.COPY)
    assert page.form.code == "2.N2" and session.checklist.text("2.N2", "question") == "Is the register public?"
    assert listed(page).index("2.N2") == listed(page).index("2.N1") + 1
    click(page, qtbot, head.DELETE)
    assert "2.N2" not in session.checklist.known and "2.N2" in page.notice.text.text()
    qtbot.mouseClick(page.notice.undo, LEFT)
    assert "2.N2" in session.checklist.by_code and "2.N2" in listed(page)


def test_a_shipped_item_is_a_starting_point_and_cannot_be_deleted(
    page: OwnItemsPage, qtbot: QtBot, session: Session, speech: str
) -> None:
    assert head.DELETE not in visible_buttons(page)
    click(page, qtbot, head.COPY)
    assert page.form.code == "1.N1" and order(session)[:2] == ["1.1", "1.N1"]
    assert session.plan.custom_items[0].yes == checklist(speech).text("1.1", "yes")
    assert len(session.checklist.by_code["1.N1"].actions) == len(checklist(speech).by_code["1.1"].actions)


def test_the_answer_of_a_deleted_item_is_kept(page: OwnItemsPage, qtbot: QtBot, session: Session) -> None:
    page.verbs.add_to(1)
    session.put("answer", answering.answer(session.plan, "1.N1", score="no", finding="None"))
    qtbot.waitUntil(lambda: not page.form.is_making)
    click(page, qtbot, head.DELETE)
    assert session.plan.answers["1.N1"].finding == "None"
    session.undo()
    assert session.checklist.by_code["1.N1"].own and session.plan.answers["1.N1"].score == "no"


def test_an_own_action_is_suggested_and_taken_away(
    page: OwnItemsPage, qtbot: QtBot, session: Session, speech: str
) -> None:
    shipped = len(checklist(speech).by_code["1.1"].actions)
    qtbot.mouseClick(page.form.suggest_button, LEFT)
    qtbot.waitUntil(lambda: not page.form.is_making and page.form.boxes[shipped].fields[0].field.hasFocus())
    box = page.form.boxes[shipped]
    qtbot.keyClicks(box.fields[0].field, "Ask the cabinet")
    qtbot.keyClick(box.fields[0].field, Qt.Key.Key_Tab)
    assert box.record is not None
    quarters = box.record.boxes["quarters"].editor
    quarters.line.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(quarters.control, "3")
    qtbot.keyClick(quarters.control, Qt.Key.Key_Return)
    (row,) = session.plan.item_actions
    assert (row.item, row.action, row.quarters, row.language) == ("1.1", "Ask the cabinet", 3, speech)
    assert session.checklist.by_code["1.1"].actions[-1].quarters == 3
    choose(page, qtbot, "1.2")
    choose(page, qtbot, "1.1")
    qtbot.mouseClick(page.form.boxes[shipped].away, LEFT)
    assert session.plan.item_actions == () and page.form.boxes[shipped].isHidden()
    qtbot.mouseClick(page.notice.undo, LEFT)
    assert session.plan.item_actions == (row,)


# -- being led, history, read-only -------------------------------------------------------------------------------------


def test_records_of_the_checklist_lead_to_their_place(page: OwnItemsPage, qtbot: QtBot, session: Session) -> None:
    page.verbs.add_to(4)
    own = session.plan.custom_items[0]
    session.put("edit", creation("item_text", new_uid(), {"item": "3.1", "language": "ro", "name": "why", "text": "x"}))
    session.put(own_items.LEAVE_OUT, own_items.leave_out(session.plan, "5.1"))
    session.put(own_items.SUGGEST, own_items.suggest(session.plan, "6.1" if "6.1" in listed(page) else "7.1", "en")[1])
    page.filters.want("1", "")
    for kind, uid, field, code in (
        ("custom_item", own.uid, "code", "4.N1"),
        ("item_text", session.plan.item_texts[0].uid, "text", "3.1"),
        ("item_setting", session.plan.item_settings["5.1"].uid, "reason", "5.1"),
        ("item_action", session.plan.item_actions[0].uid, "action", session.plan.item_actions[0].item),
    ):
        assert page.show_place(kind, uid, field)
        qtbot.waitUntil(lambda: not page.form.is_making)
        assert page.form.code == page.list.code == code
    assert not page.show_place("custom_item", new_uid(), "code")


def test_history_is_that_of_the_text_with_the_keyboard_or_of_the_item(
    page: OwnItemsPage, qtbot: QtBot, session: Session
) -> None:
    assert page.form.history_subject() is None
    write(qtbot, page.form.texts["why"], "Because.")
    page.form.texts["why"].field.setFocus()
    uid = session.plan.item_texts[0].uid
    assert page.form.history_subject() == ("item_text", uid, "text")
    qtbot.mouseClick(page.form.head.buttons[head.OUT], LEFT)
    wanted: list[tuple[str, str, str]] = []
    session.history_wanted.connect(lambda *subject: wanted.append(subject))
    page.list.setFocus()
    qtbot.mouseClick(page.form.head.buttons[head.HISTORY], LEFT)
    (menu,) = [one for one in page.findChildren(QMenu) if one.isVisible()]
    assert menu.actions()[0].text() == t("Order and leaving out")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert wanted == [("item_setting", session.plan.item_settings["1.1"].uid, "")]
    choose(page, qtbot, "1.2")
    qtbot.mouseClick(page.form.head.buttons[head.HISTORY], LEFT)
    assert len(wanted) == 1 and page.notice.isVisible()


def test_a_plan_that_cannot_be_written_is_only_read(document: Document, qtbot: QtBot, session: Session) -> None:
    session.put(own_items.ADD, own_items.add(session.plan, 1, "en", question="Ours?")[1])
    session.close()
    with Document.open(document.path, writable=False) as read:
        page = shown(Session(read, session.settings), qtbot)
        before = page.session.plan
        choose(page, qtbot, "1.N1")
        assert page.add_button.isHidden() and page.form.suggest_button.isHidden()
        assert visible_buttons(page) == {head.ANSWER, head.HISTORY}
        qtbot.keyClick(page.list, Qt.Key.Key_Up, ALT)
        qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
        assert not [one for one in page.findChildren(QMenu) if one.isVisible()]
        page.form.texts["question"].field.setFocus()
        qtbot.keyClicks(page.form.texts["question"].field, "x")
        page.commit()
        assert page.session.plan is before


def test_the_page_speaks_another_language_when_the_window_does(page: OwnItemsPage, qtbot: QtBot, speech: str) -> None:
    other = "ru" if speech == "en" else "en"
    speak(other)
    page.retranslate()
    qtbot.waitUntil(lambda: not page.form.is_making)
    assert page._title.text() == t("Our checklist")
    assert page.form.head.buttons[head.OUT].text() == t("Leave out")
    assert page.form.texts["why"].title.text() == words().field("custom_item", "why")
    assert page.form.head.title.text() == checklist(other).text("1.1", "question")
    speak(speech)


# -- from the steps ----------------------------------------------------------------------------------------------------


def step(session: Session, qtbot: QtBot, number: int = 1) -> StepPage:
    made = StepPage(session, number, {})
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitSignal(made.checklist.whole):
        made.show()
    qtbot.waitExposed(made)
    return made


def test_a_card_says_what_the_plan_made_of_its_item(session: Session, qtbot: QtBot, speech: str) -> None:
    page = step(session, qtbot)
    original = checklist(speech).text("1.2", "question")
    assert page.checklist.cards["1.2"]._head.marks is None
    reading = session.checklist_in(speech)
    session.put(own_items.REWORD, own_items.reword(session.plan, reading, "1.2", "question", "Really?"))
    session.put(own_items.ADD, own_items.add(session.plan, 1, "ro", question="Este public?")[1])
    marks = page.checklist.cards["1.2"]._head.marks
    assert (
        marks.reworded.isVisible() and marks.reworded.text() == t("reworded") and original in marks.reworded.toolTip()
    )
    assert original in page.checklist.cards["1.2"]._head.accessibleName()
    assert marks.own.isHidden() and marks.language.isHidden()
    own = page.checklist.cards["1.N1"]._head.marks
    assert not own.own.isHidden() and own.language.text() == t("shown in {language}", language=language_name("ro"))
    assert own.reworded.isHidden()


def test_a_card_says_that_its_item_was_moved(session: Session, qtbot: QtBot, speech: str) -> None:
    page = step(session, qtbot)
    items = [item for item in every_item(checklist(speech), session.plan) if item.step == 1]
    session.put(own_items.MOVE, own_items.move(session.plan, items, "1.3", 1))
    marks = page.checklist.cards["1.3"]._head.marks
    assert marks is not None and marks.moved.isVisible() and marks.moved.text() == t("moved")
    assert t("moved") in page.checklist.cards["1.3"]._head.accessibleName()
    assert page.checklist.cards["1.5"]._head.marks is None


def test_what_an_own_item_leaves_blank_is_blank_on_its_card(session: Session, qtbot: QtBot, speech: str) -> None:
    page = step(session, qtbot)
    session.put(own_items.ADD, own_items.add(session.plan, 1, speech, yes="A law says so.")[1])
    session.put(own_items.SUGGEST, own_items.suggest(session.plan, "1.N1", speech, action="Pass a law")[1])
    session.put("answer", answering.answer(session.plan, "1.N1", score="no"))
    page.checklist.open_item("1.N1")
    card = page.checklist.cards["1.N1"]
    assert card.answer is not None
    assert card._head._question.text() == t("No question yet")
    shown = {score: not word.isHidden() for score, (word, _text) in card.answer._meanings.items()}
    assert shown == {"no": False, "partly": False, "yes": True}
    (line,) = card.answer._gap._lines.values()
    assert line._title.text() == "Pass a law" and "output" not in line._note.text()


def test_the_step_and_its_cards_lead_to_where_they_are_adapted(session: Session, qtbot: QtBot) -> None:
    page = step(session, qtbot)
    wanted: list[tuple[str, str, dict[str, str]]] = []
    session.page_wanted.connect(lambda *place: wanted.append(place))
    page.checklist.open_item("1.3")
    qtbot.mouseClick(page.adapt_button, LEFT)
    answer = page.checklist.cards["1.3"].answer
    assert answer is not None
    qtbot.waitUntil(lambda: not answer.adapt_button.visibleRegion().isEmpty())
    qtbot.mouseClick(answer.adapt_button, LEFT)
    card: ItemCard = page.checklist.cards["1.4"]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), card.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(card, event)
    (menu,) = [one for one in card.findChildren(QMenu) if one.isVisible()]
    assert menu.actions()[0].text() == t("Reword, move or leave out")
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert wanted == [
        ("own_items", "", {"step": "1", "item": "1.3"}),
        ("own_items", "", {"item": "1.3"}),
        ("own_items", "", {"item": "1.4"}),
    ]


def test_the_whole_way_through_the_window(program: Application, qtbot: QtBot) -> None:
    workspace, session = program.workspace, program.session
    assert workspace is not None and session is not None
    first = workspace.current_page
    assert isinstance(first, StepPage)
    first.checklist.open_item("1.2")
    qtbot.mouseClick(first.adapt_button, LEFT)
    page = workspace.current_page
    assert isinstance(page, OwnItemsPage) and workspace.rail.current_key() == "own_items"
    qtbot.waitUntil(lambda: page.form.code == "1.2" and not page.form.is_making)
    assert {line.step for line in page.lines if line.code in listed(page)} == {1}
    write(qtbot, page.form.texts["question"], "Who leads?")
    qtbot.mouseClick(page.form.head.buttons[head.ANSWER], LEFT)
    assert workspace.current_page is first and first.checklist.open_code == "1.2"
    marks = first.checklist.cards["1.2"]._head.marks
    qtbot.waitUntil(marks.reworded.isVisible)


def test_an_own_item_is_found_by_search_and_left_out_ones_are_not(session: Session, qtbot: QtBot) -> None:
    finder = session.finder
    with qtbot.waitSignal(finder.ready):
        finder.ask()
    session.put(own_items.ADD, own_items.add(session.plan, 1, "en", question="Zebra crossing?")[1])
    assert [key.uid for key in finder.find("zebra", 5).keys["item"]] == ["1.N1"]
    session.put(own_items.LEAVE_OUT, own_items.leave_out(session.plan, "1.N1"))
    assert not finder.find("zebra", 5).keys.get("item")
    session.put(own_items.TAKE_BACK, own_items.take_back(session.plan, "1.N1"))
    assert [key.uid for key in finder.find("zebra", 5).keys["item"]] == ["1.N1"]


def test_the_page_is_found_by_its_name(program: Application) -> None:
    assert program.session is not None
    found = {entry.title: entry.key.uid for entry in place_entries(program.session, program.commands)}
    assert found[t("Our checklist")] == "own_items"


def test_guidance_names_the_language_of_what_is_not_translated(program: Application, qtbot: QtBot) -> None:
    workspace, session = program.workspace, program.session
    assert workspace is not None and session is not None
    session.put(own_items.ADD, own_items.add(session.plan, 1, "ro", question="Este public?")[1])
    page = workspace.current_page
    assert isinstance(page, StepPage)
    page.checklist.open_item("1.N1")
    said = t("This item is shown in {language}: it has no translation yet.", language=language_name("ro"))
    qtbot.waitUntil(lambda: said in [one.toPlainText() for one in workspace.guidance.findChildren(TermText)])


@pytest.mark.parametrize("size", [100, 150])
def test_the_head_of_the_page_is_read_whole(session: Session, qtbot: QtBot, qapp: QApplication, size: int) -> None:
    """Filters take one line, the sentence stands below the title, and languages with long names no more than their place."""
    try:
        theme.apply(qapp, theme.load_theme("light", size))
        page = OwnItemsPage(session)
        qtbot.addWidget(page)
        page.resize({100: 1110, 150: 982}[size], 680)
        page.show()
        page.begin()
        qtbot.waitUntil(lambda: page._form is not None and bool(page.form.code) and not page.form.is_making)
        filters = page.filters
        centre = filters.states.geometry().center().y()
        needed = sum(part.sizeHint().width() for part in (filters.states, filters.step_box)) + GAP
        if needed <= filters.width():  # long words in large letters need two lines
            qtbot.waitUntil(lambda: abs(filters.step_box.geometry().center().y() - centre) <= 1)
        assert page._count.y() > page._title.geometry().bottom()
        assert page._count.height() >= page._count.heightForWidth(page._count.width())
        assert not filters.text.geometry().intersects(page.add_button.geometry())
        page.form.chooser.combo.setItemText(0, "A language with a name " * 8)
        assert page.form.chooser.combo.sizeHint().boundedTo(page.form.chooser.combo.maximumSize()).width() <= (
            theme.current().px(240)
        )
        buttons = page.form.head.buttons
        for name in ("up", "down"):
            assert not buttons[name].text() and buttons[name].toolTip() and buttons[name].accessibleName()
        last = max(made.y() for made in buttons.values() if made.isVisible())
        line = [name for name, made in buttons.items() if made.isVisible() and made.y() + made.height() > last]
        assert len(line) > 1, "none stands alone in its line"
    finally:
        theme.apply(qapp, theme.load_theme("light"))


@pytest.mark.parametrize("size", [100, 125, 150])
def test_a_field_is_scrolled_only_when_it_holds_more_than_it_may_show(
    session: Session, qtbot: QtBot, qapp: QApplication, size: int
) -> None:
    theme.apply(qapp, theme.load_theme("light", size))
    page = shown(session, qtbot)
    fields = [part.field for part in page.form.findChildren(WordingField) if part.isVisible()]
    assert len(fields) > 3
    for field in fields:
        qtbot.waitUntil(lambda bar=field.verticalScrollBar(): bar.maximum() == 0 and not bar.isVisible())
        assert field.document().size().height() <= 12
    field = fields[0]
    field.setFocus()
    before = field.height()
    qtbot.keyClicks(field, " word" * 30)
    assert field.height() > before and field.verticalScrollBar().maximum() == 0
    field.setPlainText("line\n" * 30)
    qtbot.waitUntil(lambda: field.verticalScrollBar().isVisible())
    theme.apply(qapp, theme.load_theme("light"))
