"""A register as an official works with it: add, type, sort, filter, paste, delete, undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import EXISTS, KINDS, Action, Consultation, Institution
from mainstreamer.domain.plan import Put, creation
from mainstreamer.storage.document import Document
from mainstreamer.ui.dialogs.paste_preview import PastePreview
from mainstreamer.ui.i18n import n, speak, t, words
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.session import Session
from mainstreamer.ui.tab_order import next_stop
from mainstreamer.ui.widgets.cell_editors import PickOne
from mainstreamer.ui.widgets.record_fields import missing_fields

pytestmark = pytest.mark.usefixtures("speech")
Maker = Callable[..., RegisterView]


@pytest.fixture
def make(session: Session, qtbot: QtBot, speech: str) -> Maker:
    """Makes the view of a register that already holds rows, each a table of values."""
    views: list[RegisterView] = []

    def made(kind: str, *rows: dict[str, Any], width: int = 860) -> RegisterView:
        for place, values in enumerate(rows):
            session.put("add", creation(kind, f"r{place}", values))
        view = RegisterView(session, kind)
        views.append(view)
        session.changed.connect(view.refresh)
        qtbot.addWidget(view)
        view.resize(width, 620)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        # The form of the first row follows in slices.
        qtbot.waitUntil(lambda: not rows or (bool(view.table.selected()) and not view.form.is_making))
        return view

    return made


@pytest.fixture
def clipboard(qapp: object) -> Iterator[Callable[[str], None]]:
    """Puts text on the clipboard."""
    yield QGuiApplication.clipboard().setText
    QGuiApplication.clipboard().clear()


THREE = ({"name": "Ministry of Finance"}, {"name": "Banque des Émigrés", "acronym": "BE"}, {"name": "Archive"})


def names(view: RegisterView) -> list[str]:
    return [str(getattr(record, KINDS[view.kind].title)) for record in view.records()]


def column(view: RegisterView, field: str) -> int:
    return view.model.columns.index(field)


def type_in(widget: QWidget, text: str) -> None:
    """Real keys for letters that QTest does not know, such as Cyrillic ones."""
    for letter in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def select(view: RegisterView, row: int, field: str = "") -> None:
    view.table.choose([view.proxy.uid(row)], column(view, field) if field else 0)
    view.table.setFocus()


def agree(view: RegisterView, qtbot: QtBot) -> None:
    """Look at what a paste would change, and agree."""
    (dialog,) = view.findChildren(PastePreview)
    qtbot.keyClick(dialog.ok, Qt.Key.Key_Space)


def line(view: RegisterView, field: str) -> Any:
    assert view.form.fields is not None
    return view.form.fields.boxes[field].editor.control


# -- adding and typing -------------------------------------------------------------------------------------------------


def test_empty_register_says_what_to_do_and_adds_the_first_row(
    make: Maker, qtbot: QtBot, reopened: Callable[[], Document]
) -> None:
    view = make("institution")
    assert view.empty.text.isVisible() and view.empty.text.text() == words().kind("institution", "empty")
    assert not view.table.isVisible()
    qtbot.mouseClick(view.empty.add, Qt.MouseButton.LeftButton)
    assert line(view, "name").hasFocus()
    qtbot.keyClicks(line(view, "name"), "Ministry of Labour")
    qtbot.keyClick(line(view, "name"), Qt.Key.Key_Return)
    assert view.table.isVisible() and names(view) == ["Ministry of Labour"]
    assert [row.name for row in reopened().plan.institutions] == ["Ministry of Labour"]


def test_add_by_keyboard_shows_the_row_despite_a_filter(make: Maker, qtbot: QtBot) -> None:
    view = make("institution", *THREE)
    qtbot.keyClick(view.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.filter.hasFocus()
    qtbot.keyClicks(view.filter, "archive")
    qtbot.keyClick(view.filter, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert view.filter.text() == "" and view.proxy.rowCount() == 4
    assert line(view, "name").hasFocus()


def test_text_is_put_when_the_person_pauses(make: Maker, qtbot: QtBot, session: Session) -> None:
    view = make("institution", *THREE)
    select(view, 0)
    assert view.form.fields is not None
    qtbot.mouseClick(line(view, "acronym"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.form.fields.boxes["acronym"].editor.changed):
        qtbot.keyClicks(line(view, "acronym"), "MoF ")
    assert session.plan.institutions[0].acronym == "MoF"
    assert line(view, "acronym").text() == "MoF "


def test_typing_goes_into_the_row_it_was_typed_at(make: Maker, qtbot: QtBot, session: Session) -> None:
    view = make("institution", *THREE)
    select(view, 0)
    qtbot.keyClicks(line(view, "acronym"), "A1")
    assert view.show_place("r1", "name")
    assert [row.acronym for row in session.plan.institutions] == ["A1", "BE", ""]
    qtbot.keyClicks(line(view, "mandate"), "Banking")
    view.commit()
    assert session.plan.institutions[1].mandate == "Banking"


def test_a_change_elsewhere_does_not_disturb_what_is_being_typed(make: Maker, qtbot: QtBot, session: Session) -> None:
    view = make("institution", *THREE)
    select(view, 0)
    qtbot.keyClicks(line(view, "acronym"), "Mo")
    session.put("add", creation("institution", "other", {"name": "Other"}))
    assert line(view, "acronym").text() == "Mo"
    assert view.table.selected() == ("r0",)
    view.commit()
    assert session.plan.institutions[0].acronym == "Mo"


def test_undo_shows_in_table_and_form(make: Maker, qtbot: QtBot, session: Session) -> None:
    view = make("institution", *THREE)
    select(view, 2)
    line(view, "name").selectAll()
    qtbot.keyClicks(line(view, "name"), "Registry")
    qtbot.keyClick(line(view, "name"), Qt.Key.Key_Return)
    assert names(view)[2] == "Registry"
    session.undo()
    assert names(view)[2] == "Archive" and line(view, "name").text() == "Archive"


# -- in place ----------------------------------------------------------------------------------------------------------


def cell_editor(view: RegisterView, kind: type[Any]) -> Any:
    found = [child for child in view.table.viewport().findChildren(kind) if child.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_cell_is_edited_in_place_by_keyboard(make: Maker, qtbot: QtBot, reopened: Callable[[], Document]) -> None:
    view = make("institution", *THREE)
    select(view, 0, "acronym")
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    editor = cell_editor(view, QLineEdit)
    qtbot.keyClicks(editor, "MF")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert line(view, "acronym").text() == "MF"
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    editor = cell_editor(view, QLineEdit)
    qtbot.keyClicks(editor, "XX")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert reopened().plan.institutions[0].acronym == "MF"


def test_a_cell_keeps_what_it_cannot_take_and_says_why(make: Maker, qtbot: QtBot, session: Session) -> None:
    view = make("corridor", {"partner": "ITA", "stock": 12})
    select(view, 0, "stock")
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    editor = cell_editor(view, QLineEdit)
    qtbot.keyClicks(editor, "many")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible() and editor.text() == "many"
    assert view.notice.isVisible() and words().word("refusal", "number_unreadable", amount=words().number(1250.5)) in (
        view.notice.text.text()
    )
    editor.selectAll()
    type_in(editor, words().number(1500))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert session.plan.corridors[0].stock == 1500
    assert not view.notice.isVisible()


def test_choices_and_long_text_in_place(make: Maker, qtbot: QtBot, session: Session) -> None:
    view = make("institution", *THREE)
    select(view, 0, "level")
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    line = cell_editor(view, PickOne)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(line.list, key)
    assert session.plan.institutions[0].level == "national"
    select(view, 0, "role")
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    text = cell_editor(view, QPlainTextEdit)
    qtbot.keyClicks(text, "one")
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(text, "two")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert session.plan.institutions[0].role == "one\ntwo"


# -- sorting and filtering ---------------------------------------------------------------------------------------------


def click_heading(view: RegisterView, qtbot: QtBot, field: str) -> None:
    head = view.table.horizontalHeader()
    x = head.sectionViewportPosition(column(view, field)) + 20
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 8))


def test_blank_cells_stay_last_both_ways(make: Maker, qtbot: QtBot) -> None:
    rows = [{"partner": code, "stock": stock} for code, stock in (("ITA", 9), ("FRA", None), ("DEU", 100), ("POL", 9))]
    view = make("corridor", *rows)
    click_heading(view, qtbot, "stock")
    assert names(view) == ["ITA", "POL", "DEU", "FRA"]
    click_heading(view, qtbot, "stock")
    assert names(view) == ["DEU", "ITA", "POL", "FRA"]
    click_heading(view, qtbot, "stock")
    assert names(view) == ["ITA", "FRA", "DEU", "POL"]


def test_codes_are_ordered_as_people_do(make: Maker, qtbot: QtBot) -> None:
    view = make("action", {"code": "A-10-1"}, {"code": "A-9-10"}, {"code": "A-9-2"})
    click_heading(view, qtbot, "code")
    assert [str(getattr(row, "code", "")) for row in view.records()] == ["A-9-2", "A-9-10", "A-10-1"]


def test_filter_ignores_case_and_accents_and_counts(make: Maker, qtbot: QtBot) -> None:
    view = make("institution", *THREE)
    qtbot.keyClicks(view.filter, "EMIGRES be")
    assert names(view) == ["Banque des Émigrés"]
    view.totals.count()
    assert "1" in view.totals.shown.text() and "3" in view.totals.shown.text()
    view.filter.clear()
    assert len(names(view)) == 3


def test_filter_finds_words_of_lists_and_links(make: Maker, session: Session, qtbot: QtBot) -> None:
    session.put("add", creation("institution", "office", {"name": "Statistics Office"}))
    view = make("body", {"name": "One", "chair": "office", "status": "active"}, {"name": "Two"})
    type_in(view.filter, f"statistics {words().choice('body_status', 'active')}")
    assert names(view) == ["One"]


# -- duplicate, delete, undo -------------------------------------------------------------------------------------------


def test_delete_is_not_asked_and_undone_by_a_link(
    make: Maker, qtbot: QtBot, session: Session, reopened: Callable[[], Document]
) -> None:
    view = make("institution", *THREE)
    select(view, 1)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert names(view) == ["Ministry of Finance", "Archive"]
    assert view.notice.isVisible() and view.table.selected() == ("r2",)
    qtbot.mouseClick(view.notice.undo, Qt.MouseButton.LeftButton)
    assert len(names(view)) == 3 and not view.notice.isVisible()
    assert len(reopened().plan.institutions) == 3


def test_deleting_what_others_name_says_so(make: Maker, qtbot: QtBot, session: Session) -> None:
    puts = creation("body", "council", {"name": "Council", "chair": "r0", "co_chairs": ("r1",), "secretariat": "r0"})
    for uid, values in (("a", {"leads": ("r0",)}), ("b", {"leads": ("r2",), "partners": ("r0", "r1")})):
        puts += creation("action", uid, {"title": uid, **values})
    session.put("add", puts)
    view = make("institution", *THREE)
    bodies, actions = words().kind("body", "many"), words().kind("action", "many")
    select(view, 0)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    said = n("{n} record still names it: {where}.", "{n} records still name it: {where}.", 3,
             where=f"{bodies} (1), {actions} (2)")  # fmt: skip
    one = n("{n} row deleted.", "{n} rows deleted.", 1)
    assert view.notice.isVisible() and view.notice.text.text() == f"⚠ {one} {said}"
    assert view.notice.text.property("look") == "error" and view.notice.undo.isVisible()
    qtbot.mouseClick(view.notice.undo, Qt.MouseButton.LeftButton)
    view.table.choose(["r1", "r2"])
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    said = n("{n} record still names them: {where}.", "{n} records still name them: {where}.", 2,
             where=f"{bodies} (1), {actions} (1)")  # fmt: skip
    assert view.notice.text.text().endswith(said)
    gone = (("action", "a"), ("action", "b"), ("body", "council"))
    session.put("delete", [Put(kind, uid, EXISTS, False) for kind, uid in gone])
    view.table.choose(["r0"])
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert view.notice.text.text() == one and view.notice.text.property("look") == "muted"


def test_a_message_goes_with_the_next_deed_and_undo_stays(make: Maker, qtbot: QtBot) -> None:
    view = make("institution", *THREE)
    table, notice = view.table, view.notice
    copied = n("{n} row copied: paste it in Excel.", "{n} rows copied: paste them in Excel.", 1)
    picture = next(key for key in view.views.buttons if key != "table")
    deeds: tuple[Callable[[], object], ...] = (
        lambda: qtbot.mouseClick(view.views.buttons[picture], Qt.MouseButton.LeftButton),
        lambda: qtbot.mouseClick(view.views.buttons["table"], Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(table, Qt.Key.Key_Down),
        lambda: qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20)),
        lambda: qtbot.mouseClick(view.form_button, Qt.MouseButton.LeftButton),
        lambda: type_in(view.filter, "a"),
    )
    for deed in deeds:
        table.setFocus()
        view.verbs.copy()
        qtbot.keyClick(table, Qt.Key.Key_Control)
        assert notice.isVisible() and notice.text.text() == copied
        deed()
        qtbot.waitUntil(notice.isHidden)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert notice.isVisible() and notice.undo.isVisible()


def test_a_message_takes_the_width_there_is_and_one_line_where_it_fits(make: Maker, qtbot: QtBot) -> None:
    view = make("institution", *THREE)
    notice = view.notice
    line = notice.text.fontMetrics().height()
    notice.say(t("This column is worked out and cannot be filled."), undo=True)
    qtbot.waitUntil(lambda: notice.width() > view.width() * 0.8)
    qtbot.waitUntil(lambda: notice.text.height() < 2 * line)
    assert notice.text.width() >= notice.text.fontMetrics().horizontalAdvance(notice.text.text())
    # Longer than the page: as few lines as the width allows.
    width = view.width()
    long = " ".join([t("This column is worked out and cannot be filled.")] * 5)
    notice.say(long, undo=True)
    qtbot.waitUntil(lambda: notice.text.width() + notice.undo.width() > notice.width() * 0.95)
    lines = notice.text.fontMetrics().horizontalAdvance(long) / notice.text.width()
    qtbot.waitUntil(lambda: notice.text.height() <= (int(lines) + 2) * line + 4)
    assert view.width() == width and notice.text.height() > line


def test_the_offer_to_undo_goes_when_something_else_was_done(make: Maker, qtbot: QtBot, session: Session) -> None:
    view = make("institution", *THREE)
    select(view, 1)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert view.notice.isVisible()
    session.put("add", creation("body", "b", {"name": "Council"}))
    assert not view.notice.isVisible()


def test_tab_walks_the_page_in_reading_order(make: Maker, qtbot: QtBot) -> None:
    view = make("institution", *THREE)
    select(view, 0)
    view.add_button.setFocus()
    bar = view.bar
    pressed = view.views.buttons[view.views.shown]
    stops = [bar.delete, bar.more, pressed, view.filter, bar.view, bar.form, view.table]
    for expected in [stop for stop in stops if stop.isVisible()]:
        assert next_stop(view, True) is expected
        expected.setFocus()
    assert view.form.fields is not None
    for field in list(KINDS["institution"].fields)[:5]:
        view.form.focus_field(field)
        focus = view.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        following = list(view.form.fields.boxes)[list(view.form.fields.boxes).index(field) + 1]
        reached = view.focusWidget()
        assert reached is not None and view.form.fields.boxes[following].isAncestorOf(reached)


def test_deleting_all_rows_shows_the_empty_register(make: Maker, qtbot: QtBot, session: Session) -> None:
    view = make("institution", *THREE)
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "3" in view.form.many.count.text()
    qtbot.mouseClick(view.form.many.delete, Qt.MouseButton.LeftButton)
    assert session.plan.institutions == () and view.empty.add.isVisible()
    qtbot.mouseClick(view.notice.undo, Qt.MouseButton.LeftButton)
    assert len(session.plan.institutions) == 3 and view.table.isVisible()


def test_duplicate_by_keyboard(make: Maker, qtbot: QtBot, session: Session) -> None:
    view = make("action", {"code": "A-00-1", "title": "Act", "start": Quarter(2027, 2)})
    select(view, 0)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view.table, Qt.Key.Key_D, both)
    assert [(row.code, row.title) for row in session.plan.actions] == [("A-00-1", "Act"), ("A-00-2", "Act")]
    assert view.table.selected() == (session.plan.actions[1].uid,)


# -- pasting -----------------------------------------------------------------------------------------------------------


def test_paste_with_headings_adds_rows(
    make: Maker, qtbot: QtBot, clipboard: Callable[[str], None], reopened: Callable[[], Document]
) -> None:
    view = make("institution")
    head = "\t".join(words().field("institution", field) for field in ("type", "name"))
    clipboard(f'{head}\n{words().choice("institution_type", "ngo")}\t"Union\nof workers"')
    qtbot.mouseClick(view.empty.paste, Qt.MouseButton.LeftButton)
    agree(view, qtbot)
    assert view.notice.isVisible() and "1" in view.notice.text.text()
    (row,) = reopened().plan.institutions
    assert (row.type, row.name) == ("ngo", "Union\nof workers")


def test_paste_from_the_current_cell(
    make: Maker, qtbot: QtBot, clipboard: Callable[[str], None], session: Session
) -> None:
    view = make("institution", *THREE)
    select(view, 1, "acronym")
    clipboard("X1\nX2\nX3")
    qtbot.keyClick(view.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    agree(view, qtbot)
    assert [row.acronym for row in session.plan.institutions] == ["", "X1", "X2", "X3"]
    qtbot.mouseClick(view.notice.undo, Qt.MouseButton.LeftButton)
    assert [row.acronym for row in session.plan.institutions] == ["", "BE", ""]


def test_refused_paste_is_listed_and_nothing_is_pasted(
    make: Maker, qtbot: QtBot, clipboard: Callable[[str], None], session: Session
) -> None:
    view = make("corridor", {"partner": "ITA"})
    clipboard("Atlantis\tsideways\t-5")
    select(view, 0, "partner")
    qtbot.keyClick(view.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = view.findChildren(PastePreview)
    cells = [[dialog.table.item(row, place).text() for place in (3, 5)] for row in range(dialog.table.rowCount())]
    assert [column for column, _ in cells] == [
        words().field("corridor", name) for name in ("partner", "direction", "stock")
    ]
    for (_, said), text in zip(cells, ("Atlantis", "sideways", "-5"), strict=True):
        assert said.startswith(text) and said.endswith(".")
    assert not dialog.ok.isVisible()
    assert session.plan.corridors[0].partner == "ITA"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_copied_rows_paste_back(make: Maker, qtbot: QtBot, session: Session) -> None:
    view = make("action", {"code": "A-00-1", "title": "Act", "cost": Decimal("1250.5"), "start": Quarter(2027, 3)})
    select(view, 0)
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    session.put("edit", [put._replace(value="") for put in creation("action", "r0", {"title": "", "code": ""})[1:]])
    qtbot.keyClick(view.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    agree(view, qtbot)
    back = session.plan.actions[0]
    assert isinstance(back, Action)
    assert (back.code, back.title, back.cost, back.start) == ("A-00-1", "Act", Decimal("1250.5"), Quarter(2027, 3))


# -- the rest ----------------------------------------------------------------------------------------------------------


def test_removed_links_are_named_as_such(make: Maker, session: Session) -> None:
    session.put("add", creation("institution", "office", {"name": "Statistics Office"}))
    view = make("body", {"name": "One", "chair": "office"})
    index = view.model.index(0, column(view, "chair"))
    assert index.data() == "Statistics Office"
    session.put("edit", [creation("institution", "office", {})[0]._replace(field="name", value="Bureau")])
    assert index.data() == "Bureau"
    session.put("delete", [creation("institution", "office", {})[0]._replace(value=False)])
    assert "Bureau" not in index.data() and index.data().startswith("(")


def test_a_place_is_led_to(make: Maker, session: Session) -> None:
    view = make("institution", *THREE)
    view.filter.setText("finance")
    assert view.show_place("r2", "influence")
    assert view.table.selected() == ("r2",) and view.filter.text() == ""
    focus = view.focusWidget()
    assert view.form.fields is not None and focus is not None
    assert view.form.fields.boxes["influence"].isAncestorOf(focus)
    assert not view.show_place("nowhere", "name")


@pytest.mark.parametrize("kind", [name for name in KINDS if name != "plan"])
def test_every_kind_has_a_register_in_both_languages(make: Maker, session: Session, kind: str, speech: str) -> None:
    view = make(kind)
    view.add()
    assert view.form.fields is not None and set(view.form.fields.boxes) == set(KINDS[kind].fields)
    for box in view.form.fields.boxes.values():
        assert box.name.buddy() is box.editor.control
        assert box.editor.control.accessibleName() == words().field(kind, box.field)
    speak("ru" if speech == "en" else "en")
    view.retranslate()
    for box in view.form.fields.boxes.values():
        assert box.name.text().startswith(words().field(kind, box.field))
        assert box.editor.control.accessibleName() == words().field(kind, box.field)


def test_tab_leaves_the_table_for_the_form(make: Maker, qtbot: QtBot) -> None:
    view = make("institution", *THREE)
    select(view, 0)
    qtbot.keyClick(view.table, Qt.Key.Key_Tab)
    focus = view.focusWidget()
    assert focus is not None and view.form.isAncestorOf(focus)


def test_form_can_be_hidden(make: Maker, qtbot: QtBot) -> None:
    view = make("institution", *THREE)
    qtbot.mouseClick(view.form_button, Qt.MouseButton.LeftButton)
    assert not view.form.isVisible()
    assert view.show_place("r0", "name") and view.form.isVisible()


def test_wide_view_has_the_form_beside(make: Maker) -> None:
    assert make("institution", *THREE, width=1300).splitter.orientation() == Qt.Orientation.Horizontal
    assert make("body", {"name": "One"}, width=500).splitter.orientation() == Qt.Orientation.Vertical


def test_form_of_a_low_register_stands_beside_its_table_and_the_row_chosen_stays_in_view(
    make: Maker, qtbot: QtBot
) -> None:
    rows = [{"name": f"Ministry {place:02}"} for place in range(30)]
    view = make("institution", *rows, width=1080)
    view.resize(1080, 430)
    qtbot.mouseClick(view.form_button, Qt.MouseButton.LeftButton)
    view.table.choose(["r8"])
    qtbot.mouseClick(view.form_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.form.height() > 250)
    assert view.form.width() > 400 and view.table.width() > 400
    view.resize(500, 800)
    qtbot.waitUntil(lambda: view.splitter.orientation() == Qt.Orientation.Vertical)
    assert view.form.isHidden(), "so little room is the table's"
    qtbot.mouseClick(view.form_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.form.height() > 220)
    box = view.table.visualRect(view.table.currentIndex())
    assert view.table.viewport().rect().contains(box.center())


def test_row_out_of_sight_comes_into_view_with_its_form(make: Maker, qtbot: QtBot) -> None:
    view = make("institution", *({"name": f"Ministry {place:02}"} for place in range(30)), width=500)
    qtbot.mouseClick(view.form_button, Qt.MouseButton.LeftButton)
    view.table.choose(["r2"])
    view.table.verticalScrollBar().setValue(view.table.verticalScrollBar().maximum())
    qtbot.mouseClick(view.form_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: view.table.viewport().rect().contains(view.table.visualRect(view.table.currentIndex()).center())
    )


def test_form_says_what_it_counts_as_missing_and_leads_there(make: Maker, qtbot: QtBot) -> None:
    view = make("institution", {"name": "Ministry of Finance"})
    (uid,) = view.form.uids
    missing = missing_fields(view.session.plan, "institution", uid)
    assert missing
    lack = view.form._lack
    assert lack.isVisible() and lack.text() == n(
        "{n} compulsory entry blank", "{n} compulsory entries blank", len(missing)
    )
    assert all(name in lack.toolTip() for name in missing)
    with qtbot.waitSignal(view.session.place_wanted) as led:
        qtbot.mouseClick(lack, Qt.MouseButton.LeftButton)
    assert led.args[:2] == ["institution", uid]
    assert words().field("institution", led.args[2]) == missing[0]


def test_row_being_edited_stays_where_it_is(make: Maker, qtbot: QtBot, session: Session) -> None:
    view = make("institution", *THREE)
    click_heading(view, qtbot, "name")
    assert names(view)[0] == "Archive"
    select(view, 0)
    line(view, "name").selectAll()
    qtbot.keyClicks(line(view, "name"), "Zoo")
    qtbot.keyClick(line(view, "name"), Qt.Key.Key_Return)
    assert names(view)[0] == "Zoo"
    row = session.plan.find("institution", "r2")
    assert isinstance(row, Institution) and row.name == "Zoo"


def test_day_is_typed_with_the_name_of_its_month_in_either_language(
    make: Maker, qtbot: QtBot, session: Session
) -> None:
    view = make("consultation", {"title": "Round table"})
    for text, day in (("1 March 2026", date(2026, 3, 1)), ("2 марта 2026", date(2026, 3, 2))):
        field = line(view, "held_on")
        field.setFocus()
        field.selectAll()
        type_in(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        record = session.plan.find("consultation", "r0")
        assert isinstance(record, Consultation) and record.held_on == day
        assert field.text() == words().date(day)


def test_an_empty_register_and_a_paste_lead_to_taking_in_a_table(
    make: Maker, qtbot: QtBot, clipboard: Callable[[str], None], session: Session
) -> None:
    view = make("institution")
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.mouseClick(view.empty.table, Qt.MouseButton.LeftButton)
    assert led.args == ["table_coming_in", "new", {"kind": "institution"}]
    clipboard("One\tngo\nTwo\tngo")
    qtbot.mouseClick(view.empty.paste, Qt.MouseButton.LeftButton)
    (dialog,) = view.findChildren(PastePreview)
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.mouseClick(dialog.table_way, Qt.MouseButton.LeftButton)
    assert led.args == ["table_coming_in", "new", {"kind": "institution"}] and not session.plan.institutions
    assert not make("membership").empty.table.isVisible()
