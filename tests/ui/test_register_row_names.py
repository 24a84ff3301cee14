"""Names of rows stay in sight while a wide register is scrolled sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from mainstreamer.domain.plan import creation
from mainstreamer.ui import slices
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.register_table import RegisterTable

pytestmark = pytest.mark.usefixtures("speech")
ROWS = 40


@pytest.fixture
def view(session: Session, qtbot: QtBot, speech: str) -> RegisterView:
    puts = [
        put for n in range(ROWS) for put in creation("action", f"a{n}", {"title": f"Train {n}", "code": f"A-1-{n}"})
    ]
    session.put("add", puts)
    made = RegisterView(session, "action")
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(860, 480)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(slices.at_rest)
    return made


def scroll(table: RegisterTable, pixels: int) -> None:
    table.horizontalScrollBar().setValue(pixels)


def to_the_end(table: RegisterTable) -> None:
    scroll(table, table.horizontalScrollBar().maximum())


def beside(table: RegisterTable, row: int) -> QPoint:
    """A place on the name of a row, in the names."""
    head = table.horizontalHeader().height()
    return QPoint(table.names.width() // 2, head + table.rowViewportPosition(row) + table.rowHeight(row) // 2)


def picture(table: RegisterTable, left: int, right: int) -> QImage:
    return table.grab(QRect(left, 0, right - left, table.height() // 2)).toImage()


def test_names_come_when_their_column_goes_and_nothing_else_moves(view: RegisterView) -> None:
    table = view.table
    title = table.column_of("title")
    assert not table.names.isVisible()
    needed = table.columnViewportPosition(title) + table.columnWidth(title)
    scroll(table, 1)
    assert not table.names.isVisible(), "most of the column is still there"
    to_the_end(table)
    assert needed < table.horizontalScrollBar().maximum()
    assert table.names.isVisible()
    assert table.names.text(0) == "A-1-0 Train 0" and table.names.text(7) == "A-1-7 Train 7"
    taken = table.names.taken
    there = picture(table, taken + 4, table.viewport().width())
    table.names.hide()
    assert picture(table, taken + 4, table.viewport().width()) == there
    scroll(table, 0)
    assert not table.names.isVisible()


def test_every_column_can_be_brought_out_from_under_the_names(view: RegisterView, qtbot: QtBot) -> None:
    table = view.table
    table.choose([view.proxy.uid(0)], 0)
    table.setFocus()
    to_the_end(table)
    assert table.names.isVisible()
    last = len(view.model.columns) - 1
    table.setCurrentIndex(view.proxy.index(0, last))
    to_the_end(table)
    for column in range(last - 1, -1, -1):
        qtbot.keyClick(table, Qt.Key.Key_Left)
        assert table.currentIndex().column() == column
        box = table.visualRect(table.currentIndex())
        assert box.left() >= min(table.names.taken, table.viewport().width() - box.width()), view.model.columns[column]
    assert not table.names.isVisible() and table.horizontalScrollBar().value() == 0


def test_a_name_selects_its_row_and_scrolls_nowhere(view: RegisterView, qtbot: QtBot) -> None:
    table = view.table
    table.choose([view.proxy.uid(0)], 0)
    to_the_end(table)
    at = table.horizontalScrollBar().value()
    qtbot.mouseClick(table.names, Qt.MouseButton.LeftButton, pos=beside(table, 2))
    assert table.selected() == (view.proxy.uid(2),)
    assert table.current_column == "title", "the cursor is where the click was"
    qtbot.mouseClick(table.names, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, beside(table, 4))
    assert table.selected() == tuple(view.proxy.uid(row) for row in (2, 3, 4))
    qtbot.mouseClick(table.names, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, beside(table, 3))
    assert table.selected() == (view.proxy.uid(2), view.proxy.uid(4))
    assert table.horizontalScrollBar().value() == at
    qtbot.mouseDClick(table.names, Qt.MouseButton.LeftButton, pos=beside(table, 3))
    assert table.state() != table.State.EditingState, "the cell below the name is not meant"


def test_what_is_typed_after_a_click_on_a_name_edits_the_name(
    view: RegisterView, qtbot: QtBot, session: Session
) -> None:
    table = view.table
    to_the_end(table)
    at = table.horizontalScrollBar().value()
    qtbot.mouseClick(table.names, Qt.MouseButton.LeftButton, pos=beside(table, 2))
    before = table.names.grab().toImage()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.selected() == (view.proxy.uid(3),) and table.current_column == "title"
    assert table.names.grab().toImage() != before and table.horizontalScrollBar().value() == at
    uid = view.proxy.uid(3)
    qtbot.keyClicks(table, "x")
    line = table.indexWidget(table.currentIndex())
    assert line is not None and not table.names.isVisible()
    assert table.viewport().rect().contains(line.geometry()), "nobody types out of sight"
    qtbot.keyClicks(line, "yz")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert next(row.title for row in session.plan.actions if row.uid == uid) == "xyz"


def test_a_cell_scrolled_out_of_sight_comes_back_when_it_is_typed_into(view: RegisterView, qtbot: QtBot) -> None:
    table = view.table
    table.choose([view.proxy.uid(0)], table.column_of("title"))
    table.setFocus()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    qtbot.keyClicks(table, "x")
    line = table.indexWidget(table.currentIndex())
    assert line is not None and table.viewport().rect().contains(line.geometry())
    qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_a_name_that_is_typed_is_shown_at_once(view: RegisterView, session: Session) -> None:
    table = view.table
    to_the_end(table)
    before = table.names.grab().toImage()
    session.put("edit", creation("action", "a1", {"title": "Train the trainers"}))
    assert table.names.text(1) == "A-1-1 Train the trainers"
    assert table.names.grab().toImage() != before


def test_no_names_where_their_column_is_not_shown(view: RegisterView) -> None:
    table = view.table
    names = [name for name in view.model.columns if name != "title"]
    table.set_columns(names, {})
    to_the_end(table)
    assert table.horizontalScrollBar().value() > 0 and not table.names.isVisible()


def test_mirrored_names_stand_at_the_other_edge(view: RegisterView, qtbot: QtBot) -> None:
    table = view.table
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(slices.at_rest)
    to_the_end(table)
    assert table.names.isVisible()
    assert table.names.geometry().right() == table.viewport().geometry().right()
    qtbot.mouseClick(table.names, Qt.MouseButton.LeftButton, pos=beside(table, 2))
    assert table.selected() == (view.proxy.uid(2),)
    assert table.current_column == "title"
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert not table.names.isVisible()
