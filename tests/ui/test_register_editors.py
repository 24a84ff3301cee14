"""Every editor of a form: what it takes, what it refuses, and that nothing changes by accident."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QSpinBox, QTableView, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain import fields
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.fields import FieldType, LongText
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Put, creation
from mainstreamer.storage.document import Document
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.reading import refusal
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.check_list import CheckList
from mainstreamer.ui.widgets.choice_editor import ChoiceEditor, ManyChoicesEditor
from mainstreamer.ui.widgets.editors import DateEditor, Editor, LineEditor, LongTextEditor, QuarterEditor
from mainstreamer.ui.widgets.field_grid import make_editor
from mainstreamer.ui.widgets.link_editor import LinkEditor, LinksEditor
from mainstreamer.ui.widgets.record_fields import RecordFields
from mainstreamer.ui.widgets.segments import SegmentEditor

pytestmark = pytest.mark.usefixtures("speech")
Maker = Callable[..., Any]


@pytest.fixture
def make(session: Session, qtbot: QtBot, speech: str) -> Maker:
    """Shows an editor for a field type, and keeps what it settles on in `settled`."""

    hosts: list[QWidget] = []

    def made(type_: FieldType[Any], value: Any = None) -> Editor:
        host = QWidget()
        hosts.append(host)
        editor = make_editor(type_, session)
        editor.setParent(host)
        editor.set_words("Field")
        editor.set_value(type_.blank if value is None else value)
        editor.resize(320, 120)
        host.resize(360, 160)
        qtbot.addWidget(host)
        with qtbot.waitActive(host):
            host.show()
            host.activateWindow()
        return editor

    return made


def type_in(widget: QWidget, text: str) -> None:
    """Real keys for letters that QTest does not know, such as Cyrillic ones."""
    for letter in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def enter(qtbot: QtBot, editor: LineEditor, text: str) -> None:
    editor.line.setFocus()
    editor.line.selectAll()
    type_in(editor.line, text)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)


# -- lines -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        (fields.Text(), " abc ", "abc"),
        (fields.Whole(), "12 500", 12500),
        (fields.Year(), "2027", 2027),
        (fields.Number(), "-3.5", Decimal("-3.5")),
        (fields.FiscalQuarter(), "2028-Q1", Quarter(2028, 1)),
        (fields.FiscalQuarter(), "1 кв. 2028", Quarter(2028, 1)),
        (fields.Money(), "1.250.000,50", Decimal("1250000.50")),
        (fields.Date(), "31.03.2027", date(2027, 3, 31)),
        (fields.Date(), "2027-03-31", date(2027, 3, 31)),
        (fields.FiscalQuarter(), "III 2027", Quarter(2027, 3)),
        (fields.ItemCodes(), "2.3, 6H1", ("2.3", "6H1")),
    ],
)
def test_lines_take_what_people_write(make: Maker, qtbot: QtBot, type_: FieldType[Any], text: str, value: Any) -> None:
    editor = make(type_)
    with qtbot.waitSignal(editor.changed) as told:
        enter(qtbot, editor, text)
    assert told.args == [value] and editor.value() == value and not editor.problem()


@pytest.mark.parametrize(
    ("type_", "before", "text", "reason"),
    [
        (fields.Whole(), 7, "seven", "number_unreadable"),
        (fields.Whole(), 7, "-1", "number_negative"),
        (fields.Whole(0, 100), 7, "101", "number_range"),
        (fields.Whole(), 7, "1.5", "number_not_whole"),
        (fields.Money(), Decimal(7), "-5", "number_negative"),
        (fields.Number(), Decimal(7), "1" + "0" * 70, "number_range"),
        (fields.Year(), 2027, "27", "year_range"),
        (fields.Date(), date(2027, 1, 2), "31.02.2027", "date_unreadable"),
        (fields.FiscalQuarter(), Quarter(2027, 1), "spring", "quarter_unreadable"),
        (fields.ItemCodes(), ("2.3",), "2.3; §7", "item_unknown"),
    ],
)
def test_what_is_refused_stays_in_the_field_with_a_sentence(
    make: Maker, qtbot: QtBot, type_: FieldType[Any], before: Any, text: str, reason: str
) -> None:
    editor = make(type_, before)
    with qtbot.assertNotEmitted(editor.changed):
        enter(qtbot, editor, text)
    assert editor.line.text() == text
    assert (editor.problem(), editor.value()) == (reason, before)
    assert refusal(type_, reason) in editor._problem.text() and editor._problem.isVisible()
    assert editor.line.accessibleDescription() == refusal(type_, reason)
    editor.set_value(before)
    assert not editor.problem() and not editor._problem.isVisible()


def test_every_reason_has_a_sentence_in_each_language() -> None:
    reasons = (
        "number_unreadable number_ambiguous number_negative number_range number_not_whole scale_range year_range "
        "date_unreadable quarter_unreadable choice_unknown link_unknown item_unknown text_nul text_surrogate text_too_long "
        "table_not_in_a_cell wrong_type column_unknown column_too_many"
    )
    for reason in reasons.split():
        assert words().find("refusal", reason)
        sentence = refusal(fields.Whole(0, 100), reason)
        assert sentence.endswith(".") and "{" not in sentence


def test_the_value_is_shown_in_the_form_of_the_language(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.Money())
    enter(qtbot, editor, "1250.5")
    assert editor.line.text() == words().money(Decimal("1250.5"))
    assert editor.line.alignment() & Qt.AlignmentFlag.AlignRight
    editor.set_value(Decimal(3))
    assert editor.line.text() == "3"


def test_escape_from_typing_by_undo_of_the_plan(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.Text(), "old")
    type_in(editor.line, "x")
    editor.refresh_value("old")
    assert "x" in editor.line.text()
    editor.refresh_value("newer")
    assert editor.line.text() == "newer"


def test_a_day_is_picked_from_the_calendar(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.Date(), date(2027, 3, 31))
    assert isinstance(editor, DateEditor)
    qtbot.mouseClick(editor.pick, Qt.MouseButton.LeftButton)
    assert editor.calendar.selectedDate() == QDate(2027, 3, 31)
    qtbot.keyClick(editor.calendar.findChild(QWidget, "qt_calendar_calendarview"), Qt.Key.Key_Left)
    with qtbot.waitSignal(editor.changed) as told:
        qtbot.keyClick(editor.calendar.findChild(QWidget, "qt_calendar_calendarview"), Qt.Key.Key_Return)
    assert told.args == [date(2027, 3, 30)]
    assert editor.line.text() == words().date(date(2027, 3, 30))


def test_a_year_typed_in_the_calendar_is_taken_by_enter(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.Date(), date(2028, 2, 29))
    assert isinstance(editor, DateEditor)
    qtbot.mouseClick(editor.pick, Qt.MouseButton.LeftButton)
    assert editor.calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    opener, year = (editor.calendar.findChild(QWidget, f"qt_calendar_year{name}") for name in ("button", "edit"))
    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert isinstance(year, QSpinBox) and year.isVisible()
    year.selectAll()
    qtbot.keyClicks(year, "2031")
    qtbot.keyClick(year, Qt.Key.Key_Return)
    assert editor._menu.isVisible() and editor.calendar.yearShown() == 2031
    view = editor.calendar.findChild(QWidget, "qt_calendar_calendarview")
    with qtbot.waitSignal(editor.changed) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [date(2031, 2, 28)]


def test_days_of_other_months_are_muted(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.Date(), date(2027, 3, 31))
    assert isinstance(editor, DateEditor)
    qtbot.mouseClick(editor.pick, Qt.MouseButton.LeftButton)
    view = editor.calendar.findChild(QTableView, "qt_calendar_calendarview")
    assert isinstance(view, QTableView)
    # Qt paints them in the colour of what is turned off.
    wanted = {QPalette.ColorGroup.Disabled: "muted", QPalette.ColorGroup.Active: "ink"}
    for group, role in wanted.items():
        assert view.palette().color(group, QPalette.ColorRole.Text) == theme.current().colour(role)
    editor._menu.close()


def test_a_quarter_is_picked_from_those_of_the_plan(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.FiscalQuarter())
    assert isinstance(editor, QuarterEditor)
    qtbot.mouseClick(editor.pick, Qt.MouseButton.LeftButton)
    menu = editor._menu
    assert len(menu.actions()) == 20 and menu.actions()[0].text().startswith(words().quarter(Quarter(2027, 1)))
    with qtbot.waitSignal(editor.changed) as told:
        menu.actions()[2].trigger()
    assert told.args == [Quarter(2027, 3)]
    menu.close()


def test_a_quarter_in_which_something_ends_names_its_last_month(make: Maker, qtbot: QtBot, session: Session) -> None:
    for name, months in (("start", ("4", "1")), ("end", ("6", "3"))):
        for fiscal_start, month in zip((1, 10), months, strict=True):
            session.put("set", [Put("plan", session.plan.uid, "fiscal_start", fiscal_start)])
            editor = make(KINDS["action"].fields[name].type)
            qtbot.mouseClick(editor.pick, Qt.MouseButton.LeftButton)
            said = editor._menu.actions()[1].text()
            assert said == f"{words().quarter(Quarter(2027, 2))}    {words().choice('month', month)}"
            editor._menu.close()


def test_arrow_keys_step_a_year(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.Year(), 2027)
    qtbot.keyClick(editor.line, Qt.Key.Key_Up)
    editor.commit()
    assert editor.value() == 2028


# -- choices -----------------------------------------------------------------------------------------------------------


def test_short_list_with_a_blank_entry(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.Choice("priority"), "low")
    assert isinstance(editor, ChoiceEditor)
    assert [editor.combo.itemData(row) for row in range(editor.combo.count())] == ["", "high", "medium", "low"]
    editor.combo.setFocus()
    qtbot.keyClick(editor.combo, Qt.Key.Key_Home)
    assert editor.value() == ""


@pytest.mark.parametrize(("type_", "choices", "before", "after"), [
    (fields.Choice("institution_level"), "institution_level", "local", "national"), (fields.Month(), "month", 1, 3),
])  # fmt: skip
def test_letters_search_in_the_open_list_and_only_enter_takes(
    make: Maker, qtbot: QtBot, type_: FieldType[Any], choices: str, before: Any, after: Any
) -> None:
    editor = make(type_, before)
    editor.combo.setFocus()
    view, letters = editor.combo.view(), words().choice(choices, str(after))[:3].lower()
    for last in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        with qtbot.assertNotEmitted(editor.changed):
            for letter in letters:
                type_in(view if view.isVisible() else editor.combo, letter)
        assert view.isVisible() and view.currentIndex().data() == words().choice(choices, str(after))
        assert editor.value() == before
        qtbot.keyClick(view, last)
        assert not view.isVisible()
        assert editor.value() == (after if last == Qt.Key.Key_Return else before)


def test_long_list_is_searched_and_refuses_what_is_not_in_it(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.Choice("country"), "FRA")
    editor.combo.setFocus()
    editor.combo.line.selectAll()
    type_in(editor.combo.line, "Atlantis")
    qtbot.keyClick(editor.combo.line, Qt.Key.Key_Return)
    assert (editor.problem(), editor.value(), editor.combo.text()) == ("choice_unknown", "FRA", "Atlantis")
    editor.combo.line.selectAll()
    type_in(editor.combo.line, words().choice("country", "ITA"))
    with qtbot.waitSignal(editor.changed) as told:
        qtbot.keyClick(editor.combo.line, Qt.Key.Key_Return)
    assert told.args == ["ITA"] and not editor.problem()


def test_several_codes_are_ticked_by_keyboard(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.ManyChoices("dimension"), ("social",))
    assert isinstance(editor, ManyChoicesEditor)
    qtbot.keyClick(editor.button, Qt.Key.Key_Space)
    popup = editor.findChild(CheckList)
    assert popup is not None and popup.search.isHidden()
    with qtbot.waitSignal(editor.changed) as told:
        qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    assert told.args == [("economic", "social")]
    assert words().choice("dimension", "economic") in editor._words.text()
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert not popup.isVisible()


def test_long_check_list_is_searched(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.ManyChoices("country"))
    qtbot.mouseClick(editor.button, Qt.MouseButton.LeftButton)
    popup = editor.findChild(CheckList)
    type_in(popup.search, words().choice("country", "ITA"))
    qtbot.keyClick(popup.search, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    assert editor.value() == ("ITA",)
    popup.close()


@pytest.mark.parametrize(("type_", "key", "value"), [
    (fields.Scale(1, 5), Qt.Key.Key_4, 4),
    (fields.Scale(0, 3), Qt.Key.Key_0, 0),
    (fields.Scale(1, 5), Qt.Key.Key_Right, 4),
    (fields.Scale(1, 5), Qt.Key.Key_Delete, None),
])  # fmt: skip
def test_scale_by_keyboard(make: Maker, qtbot: QtBot, type_: FieldType[Any], key: Qt.Key, value: Any) -> None:
    editor = make(type_, 3)
    assert isinstance(editor, SegmentEditor)
    with qtbot.waitSignal(editor.changed) as told:
        qtbot.keyClick(editor.segments.focusProxy(), key)
    assert told.args == [value]


def test_pressing_the_chosen_button_clears_it(make: Maker, qtbot: QtBot) -> None:
    editor = make(fields.YesNo())
    yes, no = editor.segments.buttons
    assert not yes.isChecked() and not no.isChecked()
    for press, value in ((no, False), (yes, True), (yes, None)):
        qtbot.mouseClick(press, Qt.MouseButton.LeftButton)
        assert editor.value() is value
    assert not yes.isChecked()


# -- links -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def offices(session: Session) -> Session:
    for uid, values in (("fin", {"name": "Ministry of Finance", "acronym": "MoF"}), ("bank", {"name": "Central Bank"})):
        session.put("add", creation("institution", uid, values))
    return session


def write_name(qtbot: QtBot, editor: Any, text: str) -> None:
    editor.combo.setFocus()
    editor.combo.line.selectAll()
    type_in(editor.combo.line, text)
    qtbot.keyClick(editor.combo.line, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["ministry of finance", "mof"])
def test_link_by_name_or_acronym(make: Maker, qtbot: QtBot, offices: Session, text: str) -> None:
    editor = make(fields.Link("institution"))
    write_name(qtbot, editor, text)
    assert editor.value() == "fin" and editor.combo.text() == "Ministry of Finance"


def test_unknown_name_is_offered_as_a_new_record(
    make: Maker, qtbot: QtBot, offices: Session, reopened: Callable[[], Document]
) -> None:
    editor = make(fields.Link("institution"), "bank")
    assert isinstance(editor, LinkEditor)
    write_name(qtbot, editor, "Ombudsperson")
    assert (editor.problem(), editor.value(), editor.combo.text()) == ("link_unknown", "bank", "Ombudsperson")
    assert editor.new.isVisible() and editor.new.line.text() == "Ombudsperson"
    with qtbot.waitSignal(editor.changed) as told:
        qtbot.mouseClick(editor.new.add_button, Qt.MouseButton.LeftButton)
    assert not editor.problem() and not editor.new.isVisible()
    names = {row.uid: row.name for row in reopened().plan.institutions}
    assert names[told.args[0]] == "Ombudsperson"


def test_new_entry_at_the_end_of_the_list(make: Maker, qtbot: QtBot, offices: Session) -> None:
    editor = make(fields.Link("institution"), "bank")
    last = editor.combo.count() - 1
    assert editor.combo.itemText(last) == editor.combo.new_text()
    editor.combo.setCurrentIndex(last)
    editor.combo.activated.emit(last)
    assert editor.new.isVisible() and editor.new.line.hasFocus() and editor.combo.text() == "Central Bank"
    qtbot.keyClick(editor.new.line, Qt.Key.Key_Escape)
    assert not editor.new.isVisible() and editor.value() == "bank"


def test_link_is_cleared_by_clearing_the_field(make: Maker, qtbot: QtBot, offices: Session) -> None:
    editor = make(fields.Link("institution"), "bank")
    editor.combo.line.selectAll()
    qtbot.keyClick(editor.combo.line, Qt.Key.Key_Delete)
    qtbot.keyClick(editor.combo.line, Qt.Key.Key_Return)
    assert editor.value() == ""


def shown_chips(editor: LinksEditor) -> list[QPushButton]:
    return [found for found in editor.chips.findChildren(QPushButton) if found.isVisible()]


def test_several_links_as_chips(make: Maker, qtbot: QtBot, offices: Session) -> None:
    editor = make(fields.Links("institution"), ("bank",))
    assert isinstance(editor, LinksEditor)
    write_name(qtbot, editor, "MoF")
    assert editor.value() == ("bank", "fin") and editor.combo.text() == ""
    qtbot.waitUntil(lambda: len(shown_chips(editor)) == 2)
    chips = shown_chips(editor)
    assert ["Central Bank" in chips[0].text(), "Ministry of Finance" in chips[1].text()] == [True, True]
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert editor.value() == ("fin",)


def open_list(editor: Any) -> QAbstractItemView | None:
    """The list of names that is open below the field."""
    popup = editor.combo.completer().popup()
    return popup if popup.isVisible() else None


def press(qtbot: QtBot, editor: Any, key: Qt.Key) -> None:
    """A key goes to the open list, as long as there is one."""
    qtbot.keyClick(open_list(editor) or editor.combo.line, key)


@pytest.fixture
def ministries(offices: Session) -> Session:
    for uid, name in (("labour", "Ministry of Labour"), ("health", "Ministry of Health")):
        offices.put("add", creation("institution", uid, {"name": name}))
    return offices


@pytest.mark.parametrize("type_", [fields.Link("institution"), fields.Links("institution")])
def test_a_part_of_several_names_keeps_the_list_open(
    make: Maker, qtbot: QtBot, ministries: Session, type_: FieldType[Any]
) -> None:
    editor = make(type_)
    write_name(qtbot, editor, "ministry")
    qtbot.waitUntil(lambda: open_list(editor) is not None and open_list(editor).currentIndex().isValid())
    assert (editor.problem(), editor.new.isVisible(), editor.combo.text()) == ("", False, "ministry")
    said = editor._problem
    assert said.isVisible() and "3" in said.text() and editor.combo.accessibleDescription() == said.text()
    listed = open_list(editor)
    assert listed.currentIndex().data() == "Ministry of Finance"
    assert listed.mapToGlobal(QPoint(0, 0)).y() >= said.mapToGlobal(QPoint(0, said.height())).y()
    press(qtbot, editor, Qt.Key.Key_Return)
    assert editor.value() in ("fin", ("fin",)) and open_list(editor) is None
    assert not said.isVisible() and not editor.problem()


def test_arrows_move_among_several_names(make: Maker, qtbot: QtBot, ministries: Session) -> None:
    editor = make(fields.Link("institution"))
    write_name(qtbot, editor, "ministry")
    qtbot.waitUntil(lambda: open_list(editor) is not None and open_list(editor).currentIndex().isValid())
    press(qtbot, editor, Qt.Key.Key_Down)
    press(qtbot, editor, Qt.Key.Key_Return)
    assert editor.value() == "health" and editor.combo.text() == "Ministry of Health"


def test_leaving_a_part_of_several_names_says_that_it_is_none(make: Maker, qtbot: QtBot, ministries: Session) -> None:
    editor = make(fields.Link("institution"), "bank")
    write_name(qtbot, editor, "ministry")
    qtbot.waitUntil(lambda: open_list(editor) is not None)
    press(qtbot, editor, Qt.Key.Key_Escape)
    assert open_list(editor) is None
    editor.combo.clearFocus()
    assert (editor.problem(), editor.value(), editor.combo.text()) == ("link_unknown", "bank", "ministry")


def test_a_name_picked_from_the_list_is_its_record_where_two_share_it(
    make: Maker, qtbot: QtBot, offices: Session
) -> None:
    offices.put("add", creation("institution", "bank2", {"name": "Central Bank"}))
    editor = make(fields.Link("institution"))
    rows = [row for row in range(editor.combo.count()) if editor.combo.itemText(row) == "Central Bank"]
    for row in rows:
        editor.combo.setCurrentIndex(row)
        editor.combo.activated.emit(row)
        assert editor.value() == editor.combo.itemData(row)


def test_two_records_of_one_name_are_not_guessed(make: Maker, qtbot: QtBot, offices: Session) -> None:
    offices.put("add", creation("institution", "bank2", {"name": "central bank"}))
    editor = make(fields.Links("institution"))
    editor.combo.set_code("")
    type_in(editor.combo.line, "CENTRAL  BANK")
    qtbot.keyClick(editor.combo.line, Qt.Key.Key_Return)
    assert (editor.problem(), editor.value()) == ("link_unknown", ())


def test_items_are_completed_with_their_questions(make: Maker, qtbot: QtBot, session: Session) -> None:
    editor = make(fields.ItemCodes(), ("2.3",))
    editor.line.setFocus()
    editor.line.end(False)
    type_in(editor.line, "; 1.1")
    popup = editor.tokens._completer.popup()
    assert popup.isVisible()
    offer = editor.tokens._completer.currentCompletion()
    assert offer == f"1.1  {session.checklist.text('1.1', 'question')}"
    editor.tokens._completer.activated.emit(offer)
    popup.hide()
    editor.commit()
    assert editor.value() == ("2.3", "1.1")


# -- the whole form ----------------------------------------------------------------------------------------------------


def wheel(widget: QWidget) -> None:
    middle = QPointF(widget.width() / 2, widget.height() / 2)
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("kind", ["action", "agreement", "institution", "corridor"])
def test_wheel_changes_nothing(session: Session, qtbot: QtBot, kind: str, offices: Session) -> None:
    session.put("add", creation(kind, "r", {}))
    before = session.plan
    form = RecordFields(session, kind)
    qtbot.addWidget(form)
    form.show_record("r")
    form.show()
    for box in form.boxes.values():
        for widget in (box.editor.control, *box.editor.control.findChildren(QWidget)):
            wheel(widget)
    form.commit()
    assert session.plan is before


@pytest.mark.parametrize("kind", [name for name in KINDS if name != "plan"])
def test_compulsory_fields_are_marked_by_more_than_colour(session: Session, qtbot: QtBot, kind: str) -> None:
    form = RecordFields(session, kind)
    qtbot.addWidget(form)
    for field, box in form.boxes.items():
        compulsory = field in KINDS[kind].compulsory
        assert box.name.text().endswith("*") is compulsory and bool(box.name.toolTip()) is compulsory


def test_long_text_can_be_cleared_again_after_it_was_put(session: Session, qtbot: QtBot) -> None:
    editor = LongTextEditor(LongText(), session)
    qtbot.addWidget(editor)
    settled: list[str] = []
    editor.changed.connect(settled.append)
    editor.set_value("")
    editor.text.setPlainText("abc")
    editor.commit()
    editor.text.setPlainText("")
    editor.commit()
    assert settled == ["abc", ""]


def test_text_that_could_not_be_put_stays_and_is_offered_again(session: Session, qtbot: QtBot) -> None:
    editor = LongTextEditor(LongText(), session)
    qtbot.addWidget(editor)
    offered: list[str] = []

    def refuse(value: str) -> None:
        offered.append(value)
        editor.put_failed("")

    editor.changed.connect(refuse)
    editor.set_value("")
    editor.text.setPlainText("abc")
    editor.commit()
    editor.commit()
    assert offered == ["abc", "abc"] and editor.text.toPlainText() == "abc"


def test_a_long_list_of_records_is_filled_when_somebody_comes(qtbot: QtBot, session: Session) -> None:
    puts = [
        put for place in range(150) for put in creation("institution", f"u{place}", {"name": f"Agency number {place}"})
    ]
    session.put("add", puts)
    editor = make_editor(fields.Link("institution"), session)
    qtbot.addWidget(editor)
    editor.set_value("u7")
    assert isinstance(editor, LinkEditor)
    assert editor.combo.text() == "Agency number 7" and editor.combo.code() == "u7" and editor.combo.count() == 0
    session.put("edit", [creation("institution", "u7", {"name": "Agency seven"})[1]])
    editor.refresh_value("u7")
    assert editor.combo.text() == "Agency seven" and editor.combo.count() == 0
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    editor.focus()
    assert editor.combo.count() == 151 and editor.combo.text() == "Agency seven" and editor.combo.code() == "u7"
    write_name(qtbot, editor, "agency number 149")
    assert editor.value() == "u149"


def test_words_at_the_ends_of_a_scale_agree_with_its_field(make: Maker, speech: str) -> None:
    said = {"impact": ("слабые", "тяжелые"), "likelihood": ("низкая", "высокая")}
    if speech == "en":
        said = {"impact": ("slight", "severe"), "likelihood": ("low", "high")}
    for field, ends in said.items():
        segments = make(KINDS["action"].fields[field].type).segments
        assert (segments.before.text(), segments.after.text()) == ends
    scales = [one.type for kind in KINDS.values() for one in kind.fields.values() if isinstance(one.type, fields.Scale)]
    assert all(words().find("scale", scale.ends, end) for scale in scales for end in ("least", "most"))
