"""The plan's frame and history, driven as a person does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QStyle, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import Author
from mainstreamer.ui import theme
from mainstreamer.ui.dialogs.record_history import RecordHistoryDialog
from mainstreamer.ui.i18n import words
from mainstreamer.ui.page import Page
from mainstreamer.ui.pages.frame_part import FramePart
from mainstreamer.ui.pages.history_page import HistoryPage
from mainstreamer.ui.pages.plan_page import PlanPage
from mainstreamer.ui.session import Session

pytestmark = pytest.mark.usefixtures("speech")


def shown(page: Page, session: Session, qtbot: QtBot) -> None:
    session.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1110, 700)
    page.show()
    qtbot.waitExposed(page)


def lines(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [item.child(row) for row in range(item.childCount())]


def test_the_frame_is_typed_and_is_in_the_file(
    session: Session, qtbot: QtBot, speech: str, reopened: Callable[[], Document]
) -> None:
    page = PlanPage(session)
    shown(page, session, qtbot)
    assert page.show_place("plan", session.plan.uid, "title")
    line = page.part.fields.boxes["title"].editor.control
    line.selectAll()
    qtbot.keyClicks(line, "Plan of Gagauzia")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    day = page.part.fields.boxes["budget_circular"].editor.control
    page.show_place("plan", session.plan.uid, "budget_circular")
    qtbot.keyClicks(page.part.fields.boxes["budget_circular"].editor.line, "15.06.2027")
    page.commit()
    assert day.isVisible()
    frame = reopened().plan.frame
    assert (frame.title, frame.budget_circular) == ("Plan of Gagauzia", date(2027, 6, 15))


def test_bad_input_stays_in_the_field_and_changes_nothing(session: Session, qtbot: QtBot, speech: str) -> None:
    page = PlanPage(session)
    shown(page, session, qtbot)
    box = page.part.fields.boxes["end_year"]
    before = session.plan.frame.end_year
    page.show_place("plan", session.plan.uid, "end_year")
    box.editor.line.selectAll()
    qtbot.keyClicks(box.editor.line, "31")
    page.commit()
    assert box.editor.problem() == "year_range"
    assert session.plan.frame.end_year == before
    assert box.editor.line.text() == "31"


def test_a_step_shows_its_part_of_the_frame(session: Session, qtbot: QtBot, speech: str) -> None:
    part = FramePart(session, ("calendar",))
    qtbot.addWidget(part)
    assert set(part.fields.boxes) >= {"current_plan_end", "census"}
    assert not part.show_place(session.plan.uid, "title")


def test_history_gives_its_room_to_what_was_changed(session: Session, qtbot: QtBot, speech: str) -> None:
    """Columns of names are as narrow as their names; what does not fit is whole in the tool tip and in the panel."""
    long = "Draft the act on the return of people who worked abroad, with its tables and its annexes. " * 5
    session.put("add", creation("institution", "i1", {"name": "Labour Office"}))
    session.put("edit", [Put("institution", "i1", "mandate", long)])
    page = HistoryPage(session)
    page.resize(1134, 700)
    shown(page, session, qtbot)
    tree = page.tree
    narrow = tree.columnWidth(2) + tree.columnWidth(3)
    assert 90 <= narrow < 280 and tree.columnWidth(1) > 1134 - narrow - tree.columnWidth(0) - 80
    newest = tree.topLevelItem(0)
    assert newest is not None and long.strip() not in newest.text(1)
    assert long.strip() in newest.toolTip(1)
    tree.setCurrentItem(newest)
    assert long.strip() in page.whole.toPlainText() and page.whole.isReadOnly()
    page.filters.text.setText("annexes annexes")
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 1)
    session.document.sign(Author("A. Official", "Ministry of Labour and Social Protection of the Population"))
    session.put("edit", [Put("institution", "i1", "mandate", "Short annexes")])
    qtbot.waitUntil(lambda: tree.columnWidth(2) > 80)
    assert tree.columnWidth(3) <= max(180, tree.header().sectionSizeHint(3))


def test_history_says_who_put_what(session: Session, qtbot: QtBot, speech: str) -> None:
    session.document.sign(Author("A. Official", "Ministry of Labour"))
    uid = new_uid()
    session.put("add", creation("institution", uid, {"name": "Labour Office", "interest": 4}))
    page = HistoryPage(session)
    shown(page, session, qtbot)
    newest = page.tree.topLevelItem(0)
    assert newest is not None
    assert (newest.text(2), newest.text(3)) == ("A. Official", "Ministry of Labour")
    page.tree.setCurrentItem(newest)
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Right)
    interest = words().field("institution", "interest")
    # The lines of a changeset are made in slices.
    qtbot.waitUntil(lambda: any(interest in line.text(1) and "4" in line.text(1) for line in lines(newest)))
    qtbot.waitUntil(lambda: page.tree.topLevelItemCount() == 2)
    session.undo()
    qtbot.waitUntil(lambda: page.tree.topLevelItemCount() == 3)


@pytest.mark.parametrize("size", [100, 150])
def test_filters_of_the_history_stand_in_lines_and_rows_have_one_height(
    session: Session, qtbot: QtBot, qapp: QApplication, size: int
) -> None:
    try:
        theme.apply(qapp, theme.load_theme("light", size))
        session.put("edit_plan", creation("plan", session.plan.uid, {"title": "Plan"}))
        page = HistoryPage(session)
        qtbot.addWidget(page)
        page.resize({100: 1110, 150: 982}[size], 680)
        page.show()
        qtbot.waitUntil(lambda: page.tree.topLevelItemCount() > 0)
        filters = page.filters
        line = filters.text if size > 100 else filters.person
        qtbot.waitUntil(lambda: abs(filters.clear_button.geometry().center().y() - line.geometry().center().y()) <= 1)
        height = page.tree.visualItemRect(page.tree.topLevelItem(0)).height()
        assert 0 <= height - theme.current().px(28) <= 4, "also where no line opens"
    finally:
        theme.apply(qapp, theme.load_theme("light"))


@pytest.mark.parametrize("size", [100, 150, 200])
def test_moments_and_headings_of_the_history_are_whole(
    session: Session, qtbot: QtBot, qapp: QApplication, size: int, speech: str
) -> None:
    try:
        theme.apply(qapp, theme.load_theme("light", size))
        session.put("add", creation("institution", "i1", {"name": "Labour Office"}))
        page = HistoryPage(session)
        shown(page, session, qtbot)
        page.resize({100: 1110, 150: 982, 200: 860}[size], 680)
        dialog = RecordHistoryDialog(session, "institution", "i1", "", page)
        dialog.show()
        qtbot.waitUntil(lambda: page.tree.topLevelItemCount() > 0 and dialog.tree.topLevelItemCount() > 0)
        for tree in (page.tree, dialog.tree):
            newest, head = tree.topLevelItem(0), tree.header()
            assert newest is not None
            edges = 2 * (tree.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1 + theme.current().px(6))
            room = tree.columnWidth(0) - tree.indentation() * tree.rootIsDecorated() - edges
            assert tree.fontMetrics().horizontalAdvance(newest.text(0)) <= room
            assert head.textElideMode() == Qt.TextElideMode.ElideRight
        head = page.tree.header()
        assert all(head.sectionSize(column) >= head.sectionSizeHint(column) for column in (0, 2, 3))
        assert head.font().weight() >= QFont.Weight.DemiBold, "headings are cut by the width of their own font"
    finally:
        theme.apply(qapp, theme.load_theme("light"))
