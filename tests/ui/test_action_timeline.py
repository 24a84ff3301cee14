"""Actions on the timeline: bars moved and stretched by mouse and keys, one selection with table and form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mainstreamer.domain.calendar import Quarter, short_year_name, year_name
from mainstreamer.domain.deadlines import deadlines
from mainstreamer.domain.kinds import Action
from mainstreamer.domain.plan import Put, creation
from mainstreamer.domain.timeline import span_of
from mainstreamer.operations.scheduling import VERB
from mainstreamer.settings import Settings
from mainstreamer.storage.document import Document
from mainstreamer.ui.i18n import n, speak, t, words
from mainstreamer.ui.lateness import late_words
from mainstreamer.ui.pages.action_plan import ActionPlanPage
from mainstreamer.ui.pages.overview_words import deadline_line
from mainstreamer.ui.pictures.action_timeline import ActionTimeline
from mainstreamer.ui.pictures.timeline_header import year_words
from mainstreamer.ui.pictures.timeline_layout import TIME, lay_out
from mainstreamer.ui.pictures.timeline_view import TimelineView
from mainstreamer.ui.session import Session

pytestmark = pytest.mark.usefixtures("speech")
Q = Quarter
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
ROWS: dict[str, dict[str, Any]] = {
    "whole": {"code": "A-01.01-1", "title": "Adopt the act", "leads": ("fin",), "start": Q(2027, 2), "end": Q(2028, 1),
              "cost": Decimal(1000), "secured_state": Decimal(400), "status": "on_track"},
    "next": {"code": "A-02.01-1", "title": "Meet", "start": Q(2029, 1), "end": Q(2029, 4), "status": "not_started"},
    "open": {"code": "A-03.01-1", "title": "Publish prices", "status": "not_started"},
    "late": {"code": "A-04.01-1", "title": "Train", "start": Q(2026, 1), "end": Q(2026, 2), "status": "delayed",
             "blocked": True},
}  # fmt: skip


@pytest.fixture
def page(session: Session, qtbot: QtBot, speech: str) -> ActionPlanPage:
    puts = creation("institution", "fin", {"name": "Ministry of Finance"})
    for uid, values in ROWS.items():
        puts += creation("action", uid, values)
    session.put("add", puts)
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> ActionPlanPage:
    made = ActionPlanPage(session)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1110, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.mouseClick(made.register.views.buttons["timeline"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.register.views.currentWidget() is not made.register.table)
    qtbot.waitUntil(lambda: bool(made.register.table.selected()) or not made.register.records())
    return made


def view_of(page: ActionPlanPage) -> TimelineView:
    picture = page.register.views.pictures["timeline"]
    assert isinstance(picture, ActionTimeline)
    return picture.view


def dates(page: ActionPlanPage, uid: str) -> tuple[Quarter | None, Quarter | None]:
    found = page.session.plan.find("action", uid)
    assert isinstance(found, Action)
    return found.start, found.end


def at(view: TimelineView, uid: str, index: float) -> QPoint:
    """The place in a row at a moment, counted in quarters."""
    row = view._timeline.row_of(uid)
    box = view.visualRect(view.model().index(row, 0))
    along = view.painter.layout.columns[TIME][0] + round(view.scale.place(index))
    x = view.viewport().width() - 1 - along if view.isRightToLeft() else along
    return QPoint(x, box.y() + 12)


def drag(qtbot: QtBot, view: TimelineView, start: QPoint, end: QPoint, *, release: bool = True) -> None:
    def send(kind: QMouseEvent.Type, place: QPoint, buttons: Qt.MouseButton) -> None:
        there = QPointF(place)
        left = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind, there, view.viewport().mapToGlobal(there), left, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(view.viewport(), event)

    send(QMouseEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton)
    for part in (0.5, 1.0):
        send(QMouseEvent.Type.MouseMove, start + (end - start) * part, Qt.MouseButton.LeftButton)
    if release:
        send(QMouseEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton)


def middle(view: TimelineView, uid: str) -> float:
    span = span_of(view._timeline.action(view._timeline.row_of(uid)))
    assert span is not None
    return (span[0].index + span[1].index + 1) / 2


def test_dragging_a_bar_moves_the_action_and_one_undo_takes_it_back(
    page: ActionPlanPage, qtbot: QtBot, reopened: Callable[[], Document]
) -> None:
    view = view_of(page)
    here = middle(view, "whole")
    drag(qtbot, view, at(view, "whole", here), at(view, "whole", here + 3))
    assert dates(page, "whole") == (Q(2028, 1), Q(2028, 4))
    assert page.session.document.undo_verb() == VERB
    assert page.register.table.selected() == ("whole",)
    page.session.undo()
    assert dates(page, "whole") == (Q(2027, 2), Q(2028, 1))
    page.session.redo()
    (saved,) = [action for action in reopened().plan.actions if action.uid == "whole"]
    assert (saved.start, saved.end) == (Q(2028, 1), Q(2028, 4))


def test_each_drag_is_undone_by_itself(page: ActionPlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    for place in (2, 4):
        span = span_of(page.session.plan.actions[1])
        assert span is not None
        drag(qtbot, view, at(view, "next", span[1].index + 1), at(view, "next", span[1].index + 1 + place))
    assert dates(page, "next") == (Q(2029, 1), Q(2031, 2))
    page.session.undo()
    assert dates(page, "next") == (Q(2029, 1), Q(2030, 2))


def test_dragging_an_end_stretches_and_stops_at_the_other_end(page: ActionPlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    drag(qtbot, view, at(view, "whole", Q(2027, 2).index), at(view, "whole", Q(2029, 1).index))
    assert dates(page, "whole") == (Q(2028, 1), Q(2028, 1))
    drag(qtbot, view, at(view, "whole", Q(2028, 2).index), at(view, "whole", Q(2028, 4).index))
    assert dates(page, "whole") == (Q(2028, 1), Q(2028, 3))


def test_an_action_without_dates_says_so_and_gets_them_by_a_drag_in_its_row(page: ActionPlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    model = view._timeline
    assert model.words_of(model.action(2)).when == t("No dates yet. Drag here to set them.")
    drag(qtbot, view, at(view, "open", Q(2029, 3).index + 0.5), at(view, "open", Q(2028, 2).index + 0.5))
    assert dates(page, "open") == (Q(2028, 2), Q(2029, 3))
    page.session.undo()
    assert dates(page, "open") == (None, None)


def test_a_drag_is_shown_while_it_lasts_and_escape_lets_go(page: ActionPlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    here = middle(view, "whole")
    drag(qtbot, view, at(view, "whole", here), at(view, "whole", here + 2), release=False)
    assert view.painter.preview["whole"].start == Q(2027, 4)
    assert dates(page, "whole") == (Q(2027, 2), Q(2028, 1))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.painter.preview
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, "whole", here + 2))
    assert dates(page, "whole") == (Q(2027, 2), Q(2028, 1))


def test_keys_move_the_action_its_end_and_its_start(page: ActionPlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    assert page.register.choose("whole")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right, CTRL)
    assert dates(page, "whole") == (Q(2027, 3), Q(2028, 2))
    qtbot.keyClick(view, Qt.Key.Key_Left, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Right, CTRL | SHIFT)
    assert dates(page, "whole") == (Q(2027, 2), Q(2028, 2))
    qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Left, ALT)  # leads to the page before, and changes nothing
    assert dates(page, "whole") == (Q(2026, 4), Q(2028, 2))
    for _ in range(9):
        qtbot.keyClick(view, Qt.Key.Key_Left, CTRL | SHIFT)
    assert dates(page, "whole") == (Q(2026, 4), Q(2026, 4))
    assert page.register.choose("open")
    qtbot.keyClick(view, Qt.Key.Key_Right, CTRL)
    assert dates(page, "open") == (Q(2027, 1), Q(2027, 1))


def test_several_actions_chosen_move_together(page: ActionPlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    page.register.table.choose(["whole", "next"])
    assert view.selected() == ("whole", "next")
    here = middle(view, "next")
    drag(qtbot, view, at(view, "next", here), at(view, "next", here + 1))
    assert dates(page, "whole") == (Q(2027, 3), Q(2028, 2)) and dates(page, "next") == (Q(2029, 2), Q(2030, 1))
    page.session.undo()
    assert dates(page, "whole") == (Q(2027, 2), Q(2028, 1)) and dates(page, "next") == (Q(2029, 1), Q(2029, 4))
    drag(qtbot, view, at(view, "next", here), at(view, "next", here))
    assert view.selected() == ("next",) == page.register.table.selected()


def test_years_outside_the_plan_are_reached_and_marked(page: ActionPlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    model = view._timeline
    assert t("outside the plan") in model.words_of(model.action(3)).when
    assert t("outside the plan") not in model.words_of(model.action(1)).when
    here = middle(view, "next")
    drag(qtbot, view, at(view, "next", here), at(view, "next", here + 12))
    assert dates(page, "next") == (Q(2032, 1), Q(2032, 4))
    assert t("outside the plan") in model.words_of(model.action(1)).when
    last = view.scale.first + view.scale.quarters - 1
    assert last == Q(2032, 4).index
    assert t("Outside the plan") in year_words(2032, page.session.plan.frame)
    assert t("Outside the plan") not in year_words(2031, page.session.plan.frame)


def test_selection_is_shared_both_ways_and_enter_and_double_click_open_the_form(
    page: ActionPlanPage, qtbot: QtBot
) -> None:
    view = view_of(page)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 0)).center())
    assert page.register.table.selected() == ("next",) and page.register.form.uids == ("next",)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert page.register.table.selected() == ("open",)
    page.register.table.choose(["late"])
    assert view.selected() == ("late",)
    page.register.form_button.setChecked(False)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.register.form.isVisible() and page.register.form.isAncestorOf(QApplication.focusWidget())
    place = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.register.form.uids == ("whole",)


def test_delete_removes_and_undo_brings_back(page: ActionPlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    page.register.choose("next")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert page.session.plan.find("action", "next") is None and view.model().rowCount() == 3
    page.session.undo()
    assert view.model().rowCount() == 4


def test_rows_follow_the_order_and_the_filters_of_the_table(page: ActionPlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    code = page.register.model.columns.index("code")
    page.register.table.sortByColumn(code, Qt.SortOrder.DescendingOrder)
    page.register.shown_changed.emit()
    assert [action.uid for action in view._timeline.actions] == [record.uid for record in page.register.records()]
    page.register.filter.setText("meet")
    assert [action.uid for action in view._timeline.actions] == ["next"]
    page.register.filter.setText("nothing like it")
    assert view.model().rowCount() == 0
    view.grab()


def test_a_row_says_everything_in_words(page: ActionPlanPage, speech: str) -> None:
    page.session.today = lambda: date(2027, 2, 1)
    page.refresh(None)
    speech_ = words()
    view = view_of(page)
    spoken = str(view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    for part in (
        "A-01.01-1 Adopt the act",
        "Ministry of Finance",
        f"{speech_.quarter(Quarter(2027, 2))} – {speech_.quarter(Quarter(2028, 1))}",
        speech_.choice("action_status", "on_track"),
        speech_.money(Decimal(600), "MDL"),
    ):
        assert part in spoken
    late = view._timeline.words_of(view._timeline.action(3)).trouble
    assert late == f"{t('blocked')}, {late_words(3, 'end')}"
    speak("ru" if speech == "en" else "en")
    page.retranslate()
    assert words().choice("action_status", "on_track") in str(view.model().index(0, 0).data())
    assert view.accessibleName() == t("Timeline of actions")


def test_what_is_late_has_the_status_of_the_table_and_says_beside_it_what_is_late(page: ActionPlanPage) -> None:
    view = view_of(page)
    page.session.today = lambda: date(2027, 2, 1)
    page.refresh(None)
    said = view._timeline.words_of(view._timeline.action(0))
    assert (said.status, said.tone) == (words().choice("action_status", "on_track"), "good")
    page.session.today = lambda: date(2028, 9, 1)
    view._timeline.forget_words()
    said = view._timeline.words_of(view._timeline.action(0))
    assert (said.status, said.tone) == (words().choice("action_status", "on_track"), "good")
    assert said.trouble == n(
        "late end: over {n}\N{NO-BREAK SPACE}quarter", "late end: over {n}\N{NO-BREAK SPACE}quarters", 1
    )
    page.session.today = lambda: date(2029, 5, 1)
    view._timeline.forget_words()
    assert view._timeline.words_of(view._timeline.action(1)).trouble == t(
        "late start: under 1\N{NO-BREAK SPACE}quarter"
    )


def test_the_overview_counts_what_is_late_as_the_timeline_does(page: ActionPlanPage) -> None:
    page.session.today = lambda: date(2028, 9, 1)
    page.refresh(None)
    (due,) = [one for one in deadlines(page.session.plan, page.session.today()) if one.uid == "whole"]
    head = deadline_line(page.session.plan, due).head
    assert head == n("over {n} quarter late", "over {n} quarters late", 1)


def test_it_opens_with_the_first_year_that_has_a_bar(page: ActionPlanPage, qtbot: QtBot) -> None:
    page.register.form_button.setChecked(False)
    page.session.put("edit", [Put("action", "next", "end", Q(2040, 4))])
    made = ActionTimeline(page.session, "action")
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.retranslate()
    made.show_records(page.session.plan.actions)
    made.show()
    view = made.view
    assert view.time_bar.maximum() and view.scale.place(Q(2026, 1).index) == 0
    header = view.header
    names = header.year_names(header.fontMetrics(), header.layout_.columns[TIME][1])
    place, said = names[0]
    assert place == 0 and said in (year_name(2026, page.session.plan.frame.fiscal_start or 1), "’26")


def test_where_codes_have_no_column_they_stand_before_the_name(page: ActionPlanPage) -> None:
    view = view_of(page)
    view.resize(520, 300)
    view.fit()
    assert "code" not in view.painter.layout.columns
    said = view._timeline.words_of(view._timeline.action(1))
    assert view.painter.title_of(said) == "A-02.01-1 Meet"


def test_long_codes_give_way_before_leads_do() -> None:
    wishes = {"code": 140, "leads": 120, "cost": 90, "gap": 80, "status": 120}
    assert "leads" not in lay_out(920, wishes, 200, 200).columns
    columns = lay_out(920, wishes, 200, 200, 80).columns
    assert "leads" in columns and columns["code"][1] == 110


def test_names_of_leads_follow_their_register(page: ActionPlanPage) -> None:
    view = view_of(page)
    page.session.put("edit", [Put("institution", "fin", "name", "Treasury")])
    assert view._timeline.words_of(view._timeline.action(0)).lead == "Treasury"


def test_reading_from_right_to_left_time_runs_with_it(page: ActionPlanPage, qtbot: QtBot) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view = view_of(page)
    assert view.isRightToLeft()
    here = middle(view, "whole")
    early, late = at(view, "whole", here), at(view, "whole", here + 3)
    assert late.x() < early.x()
    drag(qtbot, view, early, late)
    assert dates(page, "whole") == (Q(2028, 1), Q(2028, 4))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left, CTRL)
    assert dates(page, "whole") == (Q(2028, 2), Q(2029, 1))
    view.grab()


def test_a_slip_in_a_year_leaves_the_plan_in_view(page: ActionPlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    page.session.put("edit", [Put("action", "late", "start", Q(1927, 1))])
    assert view.time_bar.isVisible() and 0 <= view.scale.place(Q(2027, 1).index) < view.width()
    page.register.choose("whole")
    here = middle(view, "whole")
    drag(qtbot, view, at(view, "whole", here), at(view, "whole", here + 1))
    assert dates(page, "whole") == (Q(2027, 3), Q(2028, 2))
    view.setFocus()
    before = view.time_bar.value()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.time_bar.value() < before


def test_a_plan_that_can_only_be_looked_at_is_not_changed(
    session: Session, qtbot: QtBot, tmp_path: Path, speech: str
) -> None:
    session.put("add", creation("action", "whole", ROWS["whole"]))
    path = tmp_path / "copy.mplan"
    session.document.copy_to(path)
    with Document.open(path, writable=False) as document:
        page = shown(Session(document, Settings()), qtbot)
        view = view_of(page)
        here = middle(view, "whole")
        drag(qtbot, view, at(view, "whole", here), at(view, "whole", here + 2))
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_Right, CTRL)
        assert dates(page, "whole") == (Q(2027, 2), Q(2028, 1))


@pytest.mark.parametrize(("width", "shown_"), [(1090, 7), (800, 6), (640, 4), (420, 3), (120, 3)])
def test_columns_give_way_and_never_overlap(width: int, shown_: int) -> None:
    wishes = {"code": 90, "leads": 120, "cost": 90, "gap": 80, "status": 120}
    columns = lay_out(width, wishes, 200, 200).columns
    assert len(columns) == shown_ and {"title", "time", "status"} <= columns.keys()
    places = sorted(columns.values())
    assert all(one[0] + one[1] == other[0] for one, other in pairwise(places))
    assert all(size > 0 for _, size in places)


def test_fiscal_years_are_named_by_both_calendar_years() -> None:
    assert (year_name(2027, 1), year_name(2027, 7), year_name(2099, 4)) == ("2027", "2027/28", "2099/00")
    assert (short_year_name(2027, 1), short_year_name(2027, 7)) == ("2027", "27/28")


def test_model_keeps_the_rules_of_qt(page: ActionPlanPage) -> None:
    model = view_of(page)._timeline
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.session.put("add", creation("action", "more", {"code": "A-00-1"}))
    page.session.undo()
    assert model.rowCount() == 4


def test_undo_says_what_it_took_back_under_the_timeline(page: ActionPlanPage, qtbot: QtBot, session: Session) -> None:
    notice, verb = page.register.notice, words().word("verb", VERB)
    view_of(page).setFocus()
    qtbot.keyClick(view_of(page), Qt.Key.Key_Right, CTRL)
    assert session.document.undo_verb() == VERB
    session.undo()
    assert notice.isVisible() and notice.text.text() == t("Undone: {verb}.", verb=verb)
    assert dates(page, "whole") == (Q(2027, 2), Q(2028, 1))
    session.redo()
    assert notice.isVisible() and notice.text.text() == t("Done again: {verb}.", verb=verb)
