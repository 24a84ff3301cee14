"""The history of the plan and of a record, as a person looks through it and puts values back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.kinds import EXISTS, new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import Author
from mainstreamer.ui.application import Application
from mainstreamer.ui.changes import bounds_of
from mainstreamer.ui.dialogs.record_history import RecordHistoryDialog
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pages.history_page import PAGE, HistoryPage
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.put_back import PutBack
from mainstreamer.ui.widgets.record_form import RecordForm

pytestmark = pytest.mark.usefixtures("speech")


@pytest.fixture
def office(session: Session) -> str:
    """An institution made and changed by two persons, besides an action."""
    document, uid = session.document, new_uid()
    document.sign(Author("A. One", "Ministry of Labour"))
    session.put("add", creation("institution", uid, {"name": "Labour Office", "type": "labour_ministry"}))
    session.put("edit", [Put("institution", uid, "type", "public_agency")])
    document.sign(Author("B. Two", "Ministry of Health"))
    session.put("add", creation("action", new_uid(), {"title": "Draft the act", "leads": (uid,)}))
    session.put("edit", [Put("institution", uid, "name", "Employment Office")])
    return uid


@pytest.fixture
def page(session: Session, qtbot: QtBot, office: str, speech: str) -> HistoryPage:
    made = HistoryPage(session)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1110, 700)
    made.show()
    qtbot.waitExposed(made)
    still(made, qtbot)
    return made


def still(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page._slices.at_work and not page.filters.waits)


def lines(page: HistoryPage) -> list[str]:
    found = (page.tree.topLevelItem(row) for row in range(page.tree.topLevelItemCount()))
    return [line.text(1) for line in found if line is not None]


def line_with(page: HistoryPage, *texts: str) -> QTreeWidgetItem:
    found = (page.tree.topLevelItem(row) for row in range(page.tree.topLevelItemCount()))
    return next(line for line in found if line is not None and all(text in line.text(1) for text in texts))


def choose(box: QWidget, text: str, qtbot: QtBot) -> None:
    row = box.findText(text)  # type: ignore[attr-defined]
    assert row >= 0, text
    box.setFocus()
    while box.currentIndex() != row:  # type: ignore[attr-defined]
        down = box.currentIndex() < row  # type: ignore[attr-defined]
        qtbot.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


# -- the page of the plan ------------------------------------------------------------------------------------------------


def test_a_line_says_the_record_and_the_change_in_words(page: HistoryPage) -> None:
    told = lines(page)
    assert told[0].startswith(words().kind("institution"))
    assert "Labour Office → Employment Office" in told[0]
    old, new = (words().choice("institution_type", code) for code in ("labour_ministry", "public_agency"))
    assert f"{words().field('institution', 'type')}: {old} → {new}" in told[2]


def test_a_link_is_said_by_the_name_of_its_record(page: HistoryPage, qtbot: QtBot) -> None:
    line = line_with(page, words().kind("action"))
    page.tree.setCurrentItem(line)
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: line.childCount() == 3)
    told = [line.child(row).text(1) for row in range(3)]
    assert any("Employment Office" in text and words().field("action", "leads") in text for text in told)


def test_each_filter_keeps_what_it_says(page: HistoryPage, qtbot: QtBot) -> None:
    whole = lines(page)
    assert len(whole) == 5
    choose(page.filters.person, "A. One", qtbot)
    still(page, qtbot)
    assert lines(page) == whole[2:4]
    choose(page.filters.kind, words().kind("action", "many"), qtbot)
    still(page, qtbot)
    assert lines(page) == [] and page.state.text()
    qtbot.mouseClick(page.filters.clear_button, Qt.MouseButton.LeftButton)
    still(page, qtbot)
    assert lines(page) == whole
    choose(page.filters.institution, "Ministry of Health", qtbot)
    still(page, qtbot)
    assert lines(page) == whole[:2]
    choose(page.filters.kind, words().kind("action", "many"), qtbot)
    still(page, qtbot)
    assert lines(page) == whole[1:2]


def test_filters_are_cleared_only_where_there_are_some(page: HistoryPage, qtbot: QtBot) -> None:
    filters = page.filters
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert not filters.clear_button.isEnabled()
    qtbot.keyClicks(filters.text, "no such words")
    still(page, qtbot)
    assert filters.clear_button.isEnabled() and not page.open_button.isEnabled()
    assert not page.record_button.isEnabled() and not page.put_back.button.isEnabled()
    filters.clear_button.setFocus()
    qtbot.keyClick(filters.clear_button, Qt.Key.Key_Space)
    still(page, qtbot)
    assert not filters.clear_button.isEnabled() and filters.text.hasFocus() and page.record_button.isEnabled()
    qtbot.keyClicks(filters.day.line, "2")
    assert filters.clear_button.isEnabled()


def test_words_are_looked_for_as_people_read_them(page: HistoryPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(words().choice("institution_type", "public_agency").upper())
    qtbot.keyClick(page.filters.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    still(page, qtbot)
    assert len(lines(page)) == 1 and words().field("institution", "type") in lines(page)[0]
    page.filters.text.clear()
    qtbot.keyClicks(page.filters.text, "draft act")
    still(page, qtbot)
    assert len(lines(page)) == 1 and "Draft the act" in lines(page)[0]


def test_a_day_is_that_of_this_computer(page: HistoryPage, qtbot: QtBot) -> None:
    today = datetime.now(UTC).astimezone().date()
    since, until = bounds_of(today)
    assert since <= datetime.now(UTC).isoformat(timespec="seconds") < until
    qtbot.keyClicks(page.filters.day.line, today.strftime("%d.%m.%Y"))
    qtbot.keyClick(page.filters.day.line, Qt.Key.Key_Return)
    still(page, qtbot)
    assert len(lines(page)) == 5
    page.filters.day.line.selectAll()
    qtbot.keyClicks(page.filters.day.line, "01.02.2001")
    qtbot.keyClick(page.filters.day.line, Qt.Key.Key_Return)
    still(page, qtbot)
    assert lines(page) == []


def test_enter_leads_to_the_place(page: HistoryPage, qtbot: QtBot, session: Session, office: str) -> None:
    page.tree.setCurrentItem(line_with(page, "Employment Office", "→"))
    page.tree.setFocus()
    with qtbot.waitSignal(session.place_wanted) as led:
        qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    assert led.args == ["institution", office, "name"]


def test_a_value_is_put_back_as_one_step(
    page: HistoryPage, qtbot: QtBot, session: Session, office: str, reopened: Callable[[], Document]
) -> None:
    page.tree.setCurrentItem(line_with(page, "Labour Office → Employment Office"))
    assert page.put_back.button.text() == t("Put back: {value}", value="Labour Office")
    page.put_back.button.setFocus()
    qtbot.keyClick(page.put_back.button, Qt.Key.Key_Space)
    assert session.plan.value("institution", office, "name") == "Labour Office"
    assert not page.put_back.button.isEnabled() and "Labour Office" in page.put_back.why.text()
    still(page, qtbot)
    assert lines(page)[0].startswith(words().word("verb", "restore")) and len(lines(page)) == 6
    type_line = line_with(page, words().field("institution", "type"))
    page.tree.setCurrentItem(type_line)
    qtbot.mouseClick(page.put_back.button, Qt.MouseButton.LeftButton)
    assert session.plan.value("institution", office, "type") == "labour_ministry"
    document = reopened()
    assert document.undo_verb() == "restore"
    document.undo()
    assert document.plan.value("institution", office, "type") == "public_agency"
    assert document.plan.value("institution", office, "name") == "Labour Office", "the one before is a step of its own"


def test_the_keyboard_stays_in_the_list_when_a_value_was_put_back(program: Application, qtbot: QtBot) -> None:
    assert program.workspace is not None and program.session is not None
    uid = program.session.plan.institutions[0].uid
    for name in ("Office One", "Office Two"):
        program.session.put("edit", [Put("institution", uid, "name", name)])
    program.workspace.show_page("history")
    page = program.workspace.current_page
    assert isinstance(page, HistoryPage)
    still(page, qtbot)
    chosen = page.tree.topLevelItem(0)
    page.tree.setCurrentItem(chosen)
    page.put_back.button.setFocus()
    qtbot.keyClick(page.put_back.button, Qt.Key.Key_Space)
    assert page.tree.hasFocus() and page.tree.currentItem() is chosen
    program.workspace.show_history("institution", uid, "")
    (dialog,) = program.workspace.findChildren(RecordHistoryDialog)
    qtbot.waitUntil(dialog.tree.hasFocus)
    dialog.put_back.button.setFocus()
    qtbot.keyClick(dialog.put_back.button, Qt.Key.Key_Space)
    assert dialog.tree.hasFocus() and dialog.tree.currentItem() is dialog.tree.topLevelItem(0)
    qtbot.wait(0)
    assert dialog.tree.hasFocus()


def test_a_removed_record_comes_back_first(page: HistoryPage, qtbot: QtBot, session: Session, office: str) -> None:
    session.put("delete", [Put("institution", office, EXISTS, False)])
    still(page, qtbot)
    page.tree.setCurrentItem(line_with(page, "Labour Office → Employment Office"))
    assert not page.put_back.button.isEnabled() and not page.open_button.isEnabled()
    assert t("{name} (removed)", name="Employment Office") in lines(page)[0]
    page.tree.setCurrentItem(page.tree.topLevelItem(0))
    qtbot.mouseClick(page.put_back.button, Qt.MouseButton.LeftButton)
    assert session.plan.find("institution", office) is not None


def test_what_is_new_comes_above_and_the_place_stays(page: HistoryPage, session: Session, office: str) -> None:
    chosen = line_with(page, words().field("institution", "type"))
    page.tree.setCurrentItem(chosen)
    session.put("edit", [Put("institution", office, "interest", 5)])
    assert len(lines(page)) == 6 and words().field("institution", "interest") in lines(page)[0]
    assert page.tree.currentItem() is chosen
    page.filters.text.setText("no such words")
    page.reload()
    session.put("edit", [Put("institution", office, "interest", 4)])
    assert lines(page) == [], "what is new obeys the filters"


def test_more_lines_come_when_a_person_scrolls(
    session: Session, qtbot: QtBot, new_document: Callable[..., Document], speech: str
) -> None:
    uid = new_uid()
    session.put("add", creation("institution", uid, {"name": "Office"}))
    for place in range(3 * PAGE):
        session.document.put("edit", [Put("institution", uid, "name", f"Office {place}")])
    page = HistoryPage(session)
    qtbot.addWidget(page)
    page.resize(1110, 700)
    page.show()
    qtbot.waitExposed(page)
    still(page, qtbot)
    assert len(lines(page)) == PAGE
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(lines(page)) > PAGE)
    for _ in range(4):
        still(page, qtbot)
        qtbot.keyClick(page.tree, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(lines(page)) == 3 * PAGE + 2)
    assert len(set(lines(page))) == 3 * PAGE + 2, "each once"


def test_a_large_changeset_opens_as_far_as_people_read(session: Session, qtbot: QtBot) -> None:
    rows = [put for place in range(400) for put in creation("action", new_uid(), {"title": f"Row {place}"})]
    session.put("paste", rows)
    page = HistoryPage(session)
    qtbot.addWidget(page)
    page.show()
    still(page, qtbot)
    line = page.tree.topLevelItem(0)
    assert line is not None
    page.tree.setCurrentItem(line)
    assert page.put_back.why.text() == t("Open the line and choose one of its values.")
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line.childCount() == 501)
    page.filters.text.setText("row 399")
    page.reload()
    still(page, qtbot)
    (found,) = (page.tree.topLevelItem(row) for row in range(page.tree.topLevelItemCount()))
    assert found is not None
    found.setExpanded(True)
    qtbot.waitUntil(lambda: found.childCount() == 2)
    assert all("Row 399" in found.child(row).text(1) for row in range(2))


# -- the history of a record ---------------------------------------------------------------------------------------------


def rows(dialog: RecordHistoryDialog) -> list[list[str]]:
    found = (dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount()))
    return [[line.text(column) for column in range(1, 5)] for line in found if line is not None]


@pytest.fixture
def dialog(session: Session, qtbot: QtBot, office: str) -> Iterator[RecordHistoryDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = RecordHistoryDialog(session, "institution", office, "", parent)
    made.show()
    qtbot.waitExposed(made)
    yield made


def test_the_history_of_a_record_says_who_from_and_to(dialog: RecordHistoryDialog) -> None:
    old, new = (words().choice("institution_type", code) for code in ("labour_ministry", "public_agency"))
    names = [words().field("institution", field) for field in ("name", "type")]
    told = rows(dialog)
    assert told[0] == [names[0], "Labour Office", "Employment Office", "B. Two, Ministry of Health"]
    assert told[1] == [names[1], old, new, "A. One, Ministry of Labour"]
    assert len(told) == 5 and "Employment Office" in dialog.heading.text()
    assert (dialog.old.toPlainText(), dialog.new.toPlainText()) == ("Labour Office", "Employment Office")


def test_one_field_of_it(dialog: RecordHistoryDialog, qtbot: QtBot) -> None:
    choose(dialog.field_box, words().field("institution", "type"), qtbot)
    assert len(rows(dialog)) == 2
    dialog.tree.setFocus()
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Down)
    assert dialog.old.toPlainText() == t("(blank)")


def test_a_value_is_put_back_from_there(
    dialog: RecordHistoryDialog, qtbot: QtBot, session: Session, office: str
) -> None:
    qtbot.mouseClick(dialog.put_back.button, Qt.MouseButton.LeftButton)
    assert session.plan.value("institution", office, "name") == "Labour Office"
    assert rows(dialog)[0][:3] == [words().field("institution", "name"), "Employment Office", "Labour Office"]
    assert dialog.put_back.button.isEnabled(), "and forth again"
    session.undo()
    assert session.plan.value("institution", office, "name") == "Employment Office"


def test_a_long_history_comes_in_pages(session: Session, qtbot: QtBot, office: str) -> None:
    for place in range(230):
        session.document.put("edit", [Put("institution", office, "interest", 1 + place % 5)])
    parent = QWidget()
    qtbot.addWidget(parent)
    made = RecordHistoryDialog(session, "institution", office, "interest", parent)
    made.show()
    assert len(rows(made)) == 100
    made.tree.setFocus()
    for _ in range(4):
        qtbot.keyClick(made.tree, Qt.Key.Key_End)
    assert len(rows(made)) == 230


def test_the_form_and_the_key_lead_to_it(session: Session, qtbot: QtBot, office: str) -> None:
    form = RecordForm(session, "institution")
    qtbot.addWidget(form)
    form.show_records([office])
    form.show()
    with qtbot.waitSignal(session.history_wanted) as asked:
        qtbot.mouseClick(form.history_button, Qt.MouseButton.LeftButton)
    assert asked.args == ["institution", office, ""]


def asked_by_key(program: Application, qtbot: QtBot) -> tuple[str, str, str]:
    """What the key F8 shows the history of from where the keyboard is."""
    focused = program.window.focusWidget()
    assert focused is not None and program.workspace is not None
    qtbot.keyClick(focused, Qt.Key.Key_F8)
    dialog = program.workspace.findChildren(RecordHistoryDialog)[-1]
    found = (dialog._kind, dialog._uid, dialog.field)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    return found


def test_f8_shows_the_history_of_where_the_keyboard_is(program: Application, qtbot: QtBot) -> None:
    workspace = program.workspace
    assert workspace is not None
    plan = workspace.session.plan
    office = plan.institutions[0].uid
    workspace.show_place("institution", office, "type")
    assert asked_by_key(program, qtbot) == ("institution", office, "type")
    page = workspace.current_page
    assert isinstance(page, StepPage)
    register = page._made["institution"]
    assert isinstance(register, RegisterView)
    register.table.choose([office])
    register.table.setFocus()
    assert asked_by_key(program, qtbot) == ("institution", office, "")
    answer = plan.answer_uid("2.3")
    workspace.show_place("answer", answer, "finding")
    assert asked_by_key(program, qtbot) == ("answer", answer, "")
    workspace.rail.setFocus()
    qtbot.keyClick(workspace.rail, Qt.Key.Key_F8)
    assert workspace.current_key == "history"


def test_the_history_tells_what_a_value_became(session: Session, qtbot: QtBot, office: str, speech: str) -> None:
    made = RecordHistoryDialog(session, "institution", office)
    qtbot.addWidget(made)
    head = made.tree.headerItem()
    assert [head.text(place) for place in (2, 3)] == [t("Before"), t("Changed to")]
    assert [t("Before"), t("Changed to"), t("After")] == (
        ["Было", "Стало", "Станет"] if speech == "ru" else ["Before", "Changed to", "After"]
    )


def test_a_long_value_to_put_back_ends_in_dots_beside_its_sentence(qtbot: QtBot, session: Session) -> None:
    page, bar = QWidget(), PutBack(session)
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(bar)
    bar._show("A text that says more than there is room for, whatever the font", "Undo takes it back again.", True)
    page.show()
    for width in (900, 420, 300):
        page.resize(width, 60)
        qtbot.waitUntil(lambda width=width: page.width() == width and bar.width() <= width)  # type: ignore[misc]
        qtbot.waitUntil(lambda width=width: bar.why.width() > width // 4)  # type: ignore[misc]
        qtbot.waitUntil(lambda: bar.button.width() >= bar.button.sizeHint().width())
        text = bar.button.text()
        assert bar.button.fontMetrics().horizontalAdvance(text) <= bar.button.width()
        assert (bar.button.toolTip() != "") == text.endswith("…")
    assert bar.button.text().endswith("…")
