"""Cells of a register: lists, calendar and quarters to pick from, links that lead to their records, the form in slices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import creation
from mainstreamer.storage.document import Document
from mainstreamer.ui import slices
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.bar_layout import BarLayout
from mainstreamer.ui.widgets.cell_chips import chip_boxes
from mainstreamer.ui.widgets.cell_editors import PickLine, PickOne, PickTokens
from mainstreamer.ui.widgets.check_list import CheckList
from mainstreamer.ui.widgets.register_bar import DELETE

pytestmark = pytest.mark.usefixtures("speech")
Maker = Callable[..., RegisterView]
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def offices(session: Session) -> None:
    for uid, name in (("fin", "Ministry of Finance"), ("bank", "Central Bank"), ("lab", "Ministry of Labour")):
        session.put("add", creation("institution", uid, {"name": name}))


def select(view: RegisterView, uid: str, name: str) -> None:
    view.table.choose([uid], view.table.column_of(name))
    view.table.setFocus()


def editor(view: RegisterView, kind: type[Any]) -> Any:
    found = [child for child in view.table.viewport().findChildren(kind) if child.isVisible()]
    assert len(found) == 1
    return found[0]


def type_in(widget: QWidget, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


# -- picking -----------------------------------------------------------------------------------------------------------


def test_a_day_is_picked_in_the_cell_or_typed(
    register: Maker, qtbot: QtBot, session: Session, reopened: Callable[[], Document]
) -> None:
    view = register("body", {"name": "Council", "established": date(2020, 5, 1)})
    select(view, "r0", "established")
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    line = editor(view, PickLine)
    assert line.text() == words().date(date(2020, 5, 1))
    qtbot.keyClick(line, Qt.Key.Key_Down, ALT)
    calendar = line.findChild(QCalendarWidget)
    assert calendar is not None and calendar.selectedDate() == QDate(2020, 5, 1)
    calendar.clicked.emit(QDate(2021, 6, 2))
    assert session.plan.bodies[0].established == date(2021, 6, 2)
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    line = editor(view, PickLine)
    type_in(line, "31.12.2022")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert reopened().plan.bodies[0].established == date(2022, 12, 31)


def test_a_quarter_is_picked_from_those_of_the_plan(register: Maker, qtbot: QtBot, session: Session) -> None:
    view = register("action", {"title": "Act", "start": Quarter(2027, 2)})
    select(view, "r0", "start")
    qtbot.keyClick(view.table, Qt.Key.Key_Down, ALT)
    line = editor(view, PickLine)
    qtbot.waitUntil(lambda: line.menu is not None)
    assert len(line.menu.actions()) == 20 and line.menu.activeAction().data() == "2027-Q2"
    line.menu.actions()[5].trigger()
    line.menu.close()
    assert session.plan.actions[0].start == Quarter(2028, 2)
    select(view, "r0", "end")
    qtbot.keyClick(view.table, Qt.Key.Key_Down, ALT)
    line = editor(view, PickLine)
    qtbot.waitUntil(lambda: line.menu is not None)
    assert line.menu.actions()[3].text().endswith(words().choice("month", "12")), "an end is told by the last month"
    line.menu.close()


def test_names_are_ticked_in_the_cell(register: Maker, qtbot: QtBot, session: Session) -> None:
    offices(session)
    view = register("action", {"title": "Act", "leads": ("fin",)})
    select(view, "r0", "leads")
    qtbot.keyClick(view.table, Qt.Key.Key_Down, ALT)
    line = editor(view, PickTokens)
    qtbot.waitUntil(lambda: line.findChild(CheckList) is not None)
    popup = line.findChild(CheckList)
    names = [popup.list.item(row).text() for row in range(popup.list.count())]
    ticked = [popup.list.item(row).checkState() == Qt.CheckState.Checked for row in range(popup.list.count())]
    assert dict(zip(names, ticked, strict=True)) == {
        "Ministry of Finance": True, "Central Bank": False, "Ministry of Labour": False,
    }  # fmt: skip
    popup.list.setCurrentRow(names.index("Central Bank"))
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session.plan.actions[0].leads == ("fin", "bank")


def test_a_choice_opens_its_list(register: Maker, qtbot: QtBot, session: Session) -> None:
    view = register("action", {"title": "Act"})
    select(view, "r0", "status")
    qtbot.keyClick(view.table, Qt.Key.Key_Down, ALT)
    line = editor(view, PickOne)
    qtbot.waitUntil(line.list.isVisible)
    qtbot.keyClick(line.list, Qt.Key.Key_Down)
    qtbot.keyClick(line.list, Qt.Key.Key_Return)
    assert session.plan.actions[0].status == "not_started"


def keys(qtbot: QtBot, text: str | Qt.Key) -> None:
    """Keys for whatever has the keyboard: a list that is open takes them first."""
    for key in [text] if isinstance(text, Qt.Key) else text:
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None
        if isinstance(key, Qt.Key):
            qtbot.keyClick(widget, key)
        else:
            type_in(widget, key)


LISTS = [
    ("institution", "level", "institution_level", ("local", "national", "abroad")),
    ("institution", "type", "institution_type", ("ngo", "donor", "parliament")),
    ("action", "status", "action_status", ("done", "not_started", "delayed")),
    ("agreement", "joint_committee", "yes_no", (False, True, False)),
    ("institution", "interest", "", (5, 2, 3)),
]


@pytest.mark.parametrize(("kind", "field", "choices", "values"), LISTS)
def test_typing_searches_in_the_list_and_only_enter_tab_or_a_click_takes(
    register: Maker, qtbot: QtBot, session: Session, kind: str, field: str, choices: str, values: tuple[Any, Any, Any]
) -> None:
    title = KINDS[kind].title
    view = register(kind, {title: "One", field: values[0]}, {title: "Two", field: values[0]})

    def kept() -> list[Any]:
        return [getattr(record, field) for record in session.plan.all(kind)]

    def name(value: Any) -> str:
        code = {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
        return words().choice(choices, code) if choices else str(value)

    view.model.set_columns((title, field))
    select(view, "r0", field)
    puts = session.plan
    for letter in name(values[1])[:6].lower():
        keys(qtbot, letter)
        assert session.plan is puts, "a letter stores nothing"
    line = editor(view, PickOne)
    assert line.text() == name(values[1])[:6].lower() and line.list.isVisible()
    assert line.list.currentIndex().data() == name(values[1])
    keys(qtbot, Qt.Key.Key_Escape)
    assert session.plan is puts and not line.isVisible() and not line.list.isVisible()
    keys(qtbot, name(values[1])[:6].lower())
    keys(qtbot, Qt.Key.Key_Return)
    assert kept() == [values[1], values[0]] and view.table.hasFocus()
    keys(qtbot, name(values[2]))
    keys(qtbot, Qt.Key.Key_Tab)
    assert kept() == [values[2], values[0]]
    keys(qtbot, Qt.Key.Key_Escape)
    select(view, "r1", field)
    keys(qtbot, Qt.Key.Key_F2)
    keys(qtbot, Qt.Key.Key_Down)
    line = editor(view, PickOne)
    assert line.list.currentIndex().data() == name(values[0])
    offered = line.list.model()
    wanted = next(row for row in range(offered.rowCount()) if offered.index(row, 0).data() == name(values[1]))
    line.list.scrollTo(offered.index(wanted, 0))
    box = line.list.visualRect(offered.index(wanted, 0))
    qtbot.mouseClick(line.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert kept() == [values[2], values[1]] and not line.list.isVisible()


@pytest.mark.parametrize(("kind", "field"), [
    ("institution", "level"), ("institution", "type"), ("body", "chair"), ("body", "established"), ("action", "leads"),
    ("action", "start"),
])  # fmt: skip
def test_the_list_of_a_double_click_stays_when_the_button_is_let_go(
    register: Maker, qtbot: QtBot, session: Session, request: pytest.FixtureRequest, kind: str, field: str
) -> None:
    offices(session)
    title = KINDS[kind].title
    view = register(kind, {title: "One"})
    view.model.set_columns((title, field))
    table = view.table
    place = table.visualRect(view.proxy.index(0, 1)).center()
    with qtbot.wait_signal(table.current_moved):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    # Qt's own lists overhear the button for as long as two clicks may lie apart.
    request.addfinalizer(partial(QApplication.setDoubleClickInterval, QApplication.doubleClickInterval()))
    QApplication.setDoubleClickInterval(0)
    twice = QMouseEvent(QEvent.Type.MouseButtonDblClick, place, table.viewport().mapToGlobal(place), left, left, none)
    QApplication.sendEvent(table.viewport(), twice)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    # Nobody lets go at once; by then, what comes of the mouse goes to the list.
    QApplication.processEvents()
    popup = QApplication.activePopupWidget()
    popup.grab()
    below = popup.mapFromGlobal(table.viewport().mapToGlobal(place))
    let_go = QMouseEvent(
        QEvent.Type.MouseButtonRelease, below, table.viewport().mapToGlobal(place), left, Qt.MouseButton.NoButton, none
    )
    QApplication.sendEvent(popup, let_go)
    assert popup.isVisible()
    popup.close()


@pytest.mark.parametrize(("kind", "field", "choices"), [
    ("institution", "type", "institution_type"), ("institution", "level", "institution_level"), ("body", "established", ""),
])  # fmt: skip
def test_a_cell_is_left_once(
    register: Maker, qtbot: QtBot, session: Session, qtlog: Any, kind: str, field: str, choices: str
) -> None:
    title = KINDS[kind].title
    view = register(kind, {title: "One"}, {title: "Two"})
    view.model.set_columns((title, field))
    code = {"level": "local", "type": "donor"}.get(field, "")
    text = words().choice(choices, code) if code else words().date(date(2027, 3, 31))
    # Typed whole, and left by a click elsewhere.
    select(view, "r0", field)
    keys(qtbot, text)
    if QApplication.activePopupWidget() is not None:
        QApplication.activePopupWidget().hide()
    view.filter.setFocus()
    # A day is clicked twice, an entry is clicked while it is taken.
    select(view, "r1", field)
    keys(qtbot, text)
    line = editor(view, PickOne if choices else PickLine)
    line.picked.emit()
    line.picked.emit()
    assert not line.isVisible()
    assert len({getattr(record, field) for record in session.plan.all(kind)}) == 1
    assert not [record for record in qtlog.records if "does not belong" in record.message]


def test_what_is_in_no_list_is_never_taken_for_a_name_of_it(register: Maker, qtbot: QtBot, session: Session) -> None:
    view = register("institution", {"name": "One", "level": "national"})
    select(view, "r0", "level")
    keys(qtbot, "zq")
    keys(qtbot, Qt.Key.Key_Return)
    line = editor(view, PickOne)
    assert line.property("wrong") == "true" and view.notice.isVisible()
    keys(qtbot, Qt.Key.Key_Down)
    assert line.list.isVisible() and not line.list.currentIndex().isValid()
    keys(qtbot, Qt.Key.Key_Return)
    assert line.isVisible() and session.plan.institutions[0].level == "national"
    keys(qtbot, Qt.Key.Key_Escape)
    assert not view.notice.isVisible()
    keys(qtbot, Qt.Key.Key_F2)
    keys(qtbot, Qt.Key.Key_Backspace)
    keys(qtbot, Qt.Key.Key_Return)
    assert session.plan.institutions[0].level == "", "an emptied cell is blank"


def test_an_acronym_is_its_record_though_other_names_hold_it(register: Maker, qtbot: QtBot, session: Session) -> None:
    for uid, values in (("un", {"name": "United Nations", "acronym": "UN"}), ("mun", {"name": "Union of Towns"})):
        session.put("add", creation("institution", uid, values))
    view = register("body", {"name": "Council"})
    view.model.set_columns(("name", "chair"))
    select(view, "r0", "chair")
    keys(qtbot, "un")
    keys(qtbot, Qt.Key.Key_Return)
    assert session.plan.bodies[0].chair == "un"
    keys(qtbot, "union")
    keys(qtbot, Qt.Key.Key_Return)
    assert session.plan.bodies[0].chair == "mun"


def test_a_worked_out_cell_opens_nothing(register: Maker, qtbot: QtBot) -> None:
    view = register("action", {"title": "Act"})
    select(view, "r0", "gap")
    qtbot.keyClick(view.table, Qt.Key.Key_Down, ALT)
    assert not [child for child in view.table.viewport().findChildren(QLineEdit) if child.isVisible()]


# -- links -------------------------------------------------------------------------------------------------------------


def test_links_lead_to_their_records(register: Maker, qtbot: QtBot, session: Session) -> None:
    offices(session)
    view = register("action", {"title": "Act", "leads": ("fin",), "partners": ("bank", "lab")})
    select(view, "r0", "leads")
    with qtbot.waitSignal(session.place_wanted) as led:
        qtbot.keyClick(view.table, Qt.Key.Key_F4)
    assert led.args == ["institution", "fin", "name"]
    cell = view.table.visualRect(view.table.currentIndex())
    with qtbot.waitSignal(session.place_wanted) as led:
        qtbot.mouseClick(
            view.table.viewport(), Qt.MouseButton.LeftButton, CTRL, QPoint(cell.left() + 20, cell.top() + 12)
        )
    assert led.args == ["institution", "fin", "name"]
    with qtbot.assertNotEmitted(session.place_wanted):
        place = QPoint(cell.left() + 20, cell.bottom() - 2)
        qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, CTRL, place)


def test_several_links_are_asked_about(register: Maker, qtbot: QtBot, session: Session) -> None:
    offices(session)
    view = register("action", {"title": "Act", "partners": ("bank", "lab")})
    view.state.set_columns(("title", "partners"))
    select(view, "r0", "partners")
    qtbot.keyClick(view.table, Qt.Key.Key_F4)
    menu = next(found for found in view.findChildren(QMenu) if found.isVisible())
    assert [action.text() for action in menu.actions()] == [
        t("Open: {name}", name="Central Bank"), t("Open: {name}", name="Ministry of Labour"),
    ]  # fmt: skip
    with qtbot.waitSignal(session.place_wanted) as led:
        menu.actions()[1].trigger()
    assert led.args == ["institution", "lab", "name"]
    menu.close()


def test_the_menu_of_a_cell_opens_its_link_and_a_removed_record_has_none(
    register: Maker, qtbot: QtBot, session: Session
) -> None:
    offices(session)
    view = register("body", {"name": "Council", "chair": "fin"})
    select(view, "r0", "chair")
    menu = QMenu(view)
    view.menus.fill_menu(menu)
    assert menu.actions()[0].text() == f"{t('Open: {name}', name='Ministry of Finance')}\tF4"
    session.put("delete", [creation("institution", "fin", {})[0]._replace(value=False)])
    assert view.menus.links() == []
    view.menus.open_links()


def test_chips_that_do_not_fit_are_counted() -> None:
    cell, font = QRect(0, 0, 160, 44), QFont()
    boxes = chip_boxes(cell, ["Ministry of Finance and Planning", "Central Bank", "Labour", "Health"], font, False)
    assert boxes[0].place == 0 and boxes[0].text.endswith("…")
    assert boxes[-1].place == -1 and boxes[-1].text == f"+{4 - (len(boxes) - 1)}"
    assert all(cell.contains(box.box) for box in boxes)
    shorts = chip_boxes(QRect(0, 0, 120, 44), ["Ministry of Finance and Planning", "Bank"], font, False, ["MFP", "B"])
    assert [box.text for box in shorts] == ["MFP", "Bank"], "an acronym where the name is too wide"
    mirrored = chip_boxes(cell, ["Bank"], font, True)
    assert mirrored[0].box.right() > 140


# -- the form in slices ------------------------------------------------------------------------------------------------


def test_the_form_is_made_in_slices_and_a_field_led_to_is_there_at_once(
    register: Maker, qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slices, "SLICE_S", 0)
    view = register("action")
    session.put("add", creation("action", "a", {"title": "Act", "cost": None, "note": "Seen"}))
    session.put("add", creation("action_indicator", "i", {"action": "a", "name": "Count"}))
    assert view.choose("a")
    fields = view.form.fields
    assert fields is not None and len(fields.made) < 5
    assert view.show_place("a", "cost") and "cost" in fields.made and "note" not in fields.made
    focus = view.focusWidget()
    assert focus is not None and fields.made["cost"].isAncestorOf(focus)
    qtbot.keyClicks(focus, "500")
    qtbot.waitUntil(lambda: not view.form.is_making)
    assert focus is view.focusWidget() and set(fields.made) == set(KINDS["action"].fields)
    assert fields.made["note"].editor.value() == "Seen"
    view.commit()
    assert session.plan.actions[0].cost == 500
    cards = view.form.indicators
    assert cards is not None and cards._shown()[0].fields.made["name"].editor.value() == "Count"
    assert view.form._gap is not None and view.form._gap.isVisible()


def test_tab_goes_through_a_form_made_in_slices_in_reading_order(register: Maker, qtbot: QtBot) -> None:
    view = register("institution", {"name": "One"})
    assert view.form.fields is not None
    order = [name for group in KINDS["institution"].groups.values() for name in group]
    view.form.focus_field(order[0])
    for name in order[1:12]:
        focus = view.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        reached = view.focusWidget()
        assert reached is not None and view.form.fields.boxes[name].isAncestorOf(reached)


# -- the toolbar -------------------------------------------------------------------------------------------------------


def test_the_filter_names_its_keys_only_where_there_is_room(register: Maker) -> None:
    field = register("institution", {"name": "One"}).filter
    for width, whole in ((84, False), (400, True), (100, False)):
        field.resize(width, field.height())
        said = t("Filter (Ctrl+F)") if whole else t("Filter")
        assert field.placeholderText() == said
        assert field.fontMetrics().horizontalAdvance(said) < width


@pytest.mark.parametrize("width", [420, 700, 1100])
def test_the_toolbar_wraps_and_clips_nothing(register: Maker, qtbot: QtBot, width: int) -> None:
    view = register("institution", {"name": "One"}, width=width)
    bar = view.bar
    shown = [part for part in (bar.add, bar.delete, bar.more, bar.filter, bar.view, bar.form) if part.isVisible()]
    assert len(shown) == 6 or (len(shown) == 5 and not bar.delete.isVisible() and bar.verbs[DELETE].isEnabled())
    for part in shown:
        assert bar.rect().contains(part.geometry())
        assert part is bar.filter or part.width() >= part.sizeHint().width()
    assert not any(one.geometry().intersects(other.geometry()) for one in shown for other in shown if one is not other)


def test_delete_gives_way_once(register: Maker) -> None:
    """A hidden button takes no room; it still must not seem to fit because it is hidden."""
    view = register("institution", {"name": "One"}, width=1200)
    for width in range(500, 1200, 20):
        view.resize(width, 600)
        shown = view.bar.delete.isVisible()
        for _ in range(2):
            view.bar.show_controls(True)
            assert view.bar.delete.isVisible() is shown


def test_a_bar_is_mirrored_with_its_language(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    layout = BarLayout(host)
    first, last = QLineEdit(), QLineEdit()
    layout.addWidget(first)
    layout.add_trailing(last)
    for direction, before in ((Qt.LayoutDirection.LeftToRight, True), (Qt.LayoutDirection.RightToLeft, False)):
        host.setLayoutDirection(direction)
        layout.setGeometry(QRect(0, 0, 900, 40))
        assert (first.x() < last.x()) is before


def test_typing_over_a_cell_edits_it(register: Callable[..., RegisterView], qtbot: QtBot, session: Session) -> None:
    view = register("institution", {"name": "Labour Office", "acronym": "LO"}, {"name": "World Health Organization"})
    view.table.choose(["r1"], view.model.columns.index("acronym"))
    view.table.setFocus()
    qtbot.keyClicks(view.table, "W")
    editor = view.table.indexWidget(view.table.currentIndex())
    assert editor is not None, "the first letter opens the cell"
    qtbot.keyClicks(editor, "HO")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [row.acronym for row in session.plan.institutions] == ["LO", "WHO"]


def test_enter_on_a_part_of_several_names_opens_the_list_in_the_cell(
    register: Maker, qtbot: QtBot, session: Session
) -> None:
    offices(session)
    view = register("body", {"name": "Council"})
    view.model.set_columns(("name", "chair"))
    select(view, "r0", "chair")
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    line = editor(view, PickOne)
    type_in(line, "ministry")
    line.list.hide()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.list.isVisible() and line.list.currentIndex().isValid()
    assert line.property("wrong") != "true" and line.text() == "ministry"
    qtbot.keyClick(line.list, Qt.Key.Key_Down)
    qtbot.keyClick(line.list, Qt.Key.Key_Return)
    assert session.plan.bodies[0].chair == "lab"
