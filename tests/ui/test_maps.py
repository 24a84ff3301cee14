"""Institutions and sector issues on their maps: looked at, dragged, moved by keys, undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mainstreamer.domain.kinds import Institution, SectorIssue
from mainstreamer.storage.document import Document
from mainstreamer.ui import accessibility, theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pictures.issue_map import IssueMap
from mainstreamer.ui.pictures.map_layout import TRAY, Cell
from mainstreamer.ui.pictures.map_painting import name_lines
from mainstreamer.ui.pictures.map_view import MapView
from mainstreamer.ui.pictures.marks import Mark
from mainstreamer.ui.pictures.stakeholder_map import StakeholderMap
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.name_popup import NamePopup
from tests.ui.pictures import CONTROL, LEFT, SHIFT, add, click, double_click, drag, press, show_picture

pytestmark = pytest.mark.usefixtures("speech")

FIVE = {
    "finance": {"name": "Ministry of Finance", "interest": 2, "influence": 5, "position": "reserved"},
    "labour": {"name": "Ministry of Labour", "interest": 5, "influence": 4, "position": "supportive"},
    "women": {"name": "Women's Network", "interest": 5, "influence": 4},
    "bank": {"name": "Central Bank", "acronym": "CB"},
    "town": {"name": "Nordhaven", "interest": 4},
}


def stakeholders(qtbot: QtBot, session: Session, width: int = 1100) -> tuple[RegisterView, MapView]:
    add(session, "institution", **FIVE)
    view, picture = show_picture(qtbot, session, "institution", width)
    return view, cast(StakeholderMap, picture).area


def crowd_every_row(session: Session) -> None:
    """More names than a low map has lines for."""
    for row in range(1, 6):
        add(
            session,
            "institution",
            **{f"r{row}{n}": {"name": f"A {n}", "interest": 1, "influence": row} for n in range(6)},
        )


def institution(session: Session, uid: str) -> tuple[int | None, int | None]:
    found = cast(Institution, session.plan.find("institution", uid))
    return found.interest, found.influence


def mark(uid: str) -> Mark:
    return Mark("institution", uid)


def cell_centre(area: MapView, cell: Cell) -> QPoint:
    return area.visual(area._layout.cell(cell)).translated(0, -area.verticalScrollBar().value()).center()


def test_map_shows_each_in_its_cell_and_says_so_in_words(qtbot: QtBot, session: Session) -> None:
    _view, area = stakeholders(qtbot, session)
    for uid, cell in (("finance", Cell(2, 5)), ("labour", Cell(5, 4)), ("bank", TRAY), ("town", TRAY)):
        assert area._layout.cell(cell).contains(area.place_of(mark(uid)))
    assert not area.place_of(mark("labour")).intersects(area.place_of(mark("women")))
    assert area.waiting() == 2 and area.counts() == [1, 2, 0, 0]
    said = area.said(mark("finance"))
    assert words().choice("stakeholder_quadrant", "keep_satisfied") in said
    assert words().choice("position", "reserved") in said
    closely = words().choice("stakeholder_quadrant", "manage_closely")
    qtbot.waitUntil(lambda: closely in area.accessibleDescription())
    assert area.accessibleName()
    accessibility.install()
    interface = QAccessible.queryAccessibleInterface(area)
    assert interface is not None and interface.role() == QAccessible.Role.Chart


def test_dragging_changes_both_judgements_in_one_step(
    qtbot: QtBot, session: Session, reopened: Callable[[], Document]
) -> None:
    _view, area = stakeholders(qtbot, session)
    drag(area, area.centre_of(mark("finance")), cell_centre(area, Cell(4, 3)))
    assert institution(session, "finance") == (4, 3)
    assert area.selected == ("finance",)
    session.undo()
    assert institution(session, "finance") == (2, 5)
    session.redo()
    assert institution(session, "finance") == (4, 3)
    assert {one.uid: one.interest for one in reopened().plan.institutions}["finance"] == 4


def test_each_drag_is_undone_by_itself_also_along_one_scale(qtbot: QtBot, session: Session) -> None:
    _view, area = stakeholders(qtbot, session)
    drag(area, area.centre_of(mark("finance")), cell_centre(area, Cell(3, 5)))
    drag(area, area.centre_of(mark("finance")), cell_centre(area, Cell(4, 5)))
    assert institution(session, "finance") == (4, 5)
    session.undo()
    assert institution(session, "finance") == (3, 5)
    session.undo()
    assert institution(session, "finance") == (2, 5)


def test_a_drag_let_go_outside_or_ended_by_escape_changes_nothing(qtbot: QtBot, session: Session) -> None:
    _view, area = stakeholders(qtbot, session)
    before = session.plan
    drag(area, area.centre_of(mark("finance")), QPoint(2, 2))
    drag(area, area.centre_of(mark("finance")), cell_centre(area, Cell(1, 1)), drop=False)
    press(area, Qt.Key.Key_Escape)
    QTest.mouseRelease(area.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, cell_centre(area, Cell(1, 1)))
    assert session.plan is before


def test_holding_a_name_at_the_edge_scrolls_to_cells_out_of_sight(qtbot: QtBot, session: Session) -> None:
    view, area = stakeholders(qtbot, session)
    crowd_every_row(session)
    view.resize(view.width(), 330)
    view.form_button.setChecked(True)
    # The form has its place beside, and the map the height of its hint, only after the layout ran.
    qtbot.waitUntil(lambda: area.viewport().width() < 700 and area.verticalScrollBar().maximum() > 0)
    click(area, mark("labour"))
    start = area.centre_of(mark("labour"))
    drag(area, start, QPoint(start.x(), area.viewport().height() - 3), drop=False)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() == area.verticalScrollBar().maximum())
    QTest.mouseMove(area.viewport(), cell_centre(area, Cell(5, 1)))
    QTest.mouseRelease(area.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, cell_centre(area, Cell(5, 1)))
    assert institution(session, "labour") == (5, 1)


def test_from_the_tray_to_the_map_and_back_by_mouse(qtbot: QtBot, session: Session) -> None:
    _view, area = stakeholders(qtbot, session)
    drag(area, area.centre_of(mark("bank")), cell_centre(area, Cell(3, 4)))
    assert institution(session, "bank") == (3, 4) and area.waiting() == 1
    drag(area, area.centre_of(mark("finance")), cell_centre(area, TRAY))
    assert institution(session, "finance") == (None, None) and area.waiting() == 2
    session.undo()
    assert institution(session, "finance") == (2, 5)


def test_several_chosen_are_dragged_together(qtbot: QtBot, session: Session) -> None:
    view, area = stakeholders(qtbot, session)
    click(area, mark("bank"))
    click(area, mark("town"), CONTROL)
    assert set(view.table.selected()) == {"bank", "town"}
    drag(area, area.centre_of(mark("bank")), cell_centre(area, Cell(2, 2)))
    assert institution(session, "bank") == institution(session, "town") == (2, 2)
    session.undo()
    assert institution(session, "bank") == (None, None) and institution(session, "town") == (4, None)
    click(area, mark("bank"))
    assert view.table.selected() == ("bank",)


def test_keys_move_the_chosen_one_by_one(qtbot: QtBot, session: Session) -> None:
    _view, area = stakeholders(qtbot, session)
    click(area, mark("finance"))
    press(area, Qt.Key.Key_Right, CONTROL)
    press(area, Qt.Key.Key_Down, CONTROL)
    assert institution(session, "finance") == (3, 4)
    for _ in range(9):
        press(area, Qt.Key.Key_Up, CONTROL)
        press(area, Qt.Key.Key_Left, CONTROL)
    assert institution(session, "finance") == (1, 5)
    press(area, Qt.Key.Key_Backspace, CONTROL)
    assert institution(session, "finance") == (None, None) and area.waiting() == 3
    press(area, Qt.Key.Key_Left, CONTROL)
    assert institution(session, "finance") == (3, 3)


def test_keys_place_what_waits_and_keep_what_is_known(qtbot: QtBot, session: Session) -> None:
    _view, area = stakeholders(qtbot, session)
    press(area, Qt.Key.Key_End)
    assert area.current == mark("town")
    press(area, Qt.Key.Key_Up, CONTROL)
    assert institution(session, "town") == (4, 3)
    press(area, Qt.Key.Key_Up, CONTROL)
    assert institution(session, "town") == (4, 4)


def test_arrow_keys_visit_every_mark(qtbot: QtBot, session: Session) -> None:
    view, area = stakeholders(qtbot, session)
    press(area, Qt.Key.Key_Home)
    seen = [view.table.selected()]
    for _ in range(4):
        press(area, Qt.Key.Key_Right)
        seen.append(view.table.selected())
    assert seen == [("finance",), ("labour",), ("women",), ("bank",), ("town",)]
    press(area, Qt.Key.Key_Right)
    assert area.current == mark("town")
    press(area, Qt.Key.Key_Home)
    press(area, Qt.Key.Key_Down)
    assert area.current == mark("labour")
    press(area, Qt.Key.Key_Down, SHIFT)
    assert set(view.table.selected()) == {"labour", "women"}
    press(area, Qt.Key.Key_Up)
    press(area, Qt.Key.Key_Up)
    assert area.current == mark("finance")


def test_one_selection_with_the_table_and_a_double_click_opens_the_form(qtbot: QtBot, session: Session) -> None:
    view, area = stakeholders(qtbot, session)
    assert not view.form.isVisible()
    view.table.choose(["women"])
    assert area.selected == ("women",) and area.current == mark("women")
    double_click(area, mark("labour"))
    assert view.table.selected() == ("labour",)
    assert view.form.isVisible() and view.form.uids == ("labour",)
    qtbot.mouseClick(view.views.buttons["table"], LEFT)
    assert view.form.isVisible() and view.table.isVisible()


def test_enter_opens_and_delete_removes_the_chosen_one(qtbot: QtBot, session: Session) -> None:
    view, area = stakeholders(qtbot, session)
    click(area, mark("women"))
    press(area, Qt.Key.Key_Delete)
    assert session.plan.find("institution", "women") is None
    session.undo()
    area.setFocus()
    click(area, mark("women"))
    press(area, Qt.Key.Key_Return)
    assert view.form.isVisible() and view.form.uids == ("women",)


def test_filters_of_the_register_choose_what_the_map_shows(qtbot: QtBot, session: Session) -> None:
    view, area = stakeholders(qtbot, session)
    view.filter.setText("ministry")
    qtbot.waitUntil(lambda: len(area.marks()) == 2)
    assert area.waiting() == 0
    view.filter.setText("nowhere to be found")
    qtbot.waitUntil(lambda: not area.marks())
    assert view.views.pictures["map"].hint.text()  # type: ignore[attr-defined]
    view.filter.clear()
    qtbot.waitUntil(lambda: len(area.marks()) == 5)


def test_a_crowded_cell_tells_how_many_more_and_lists_them(qtbot: QtBot, session: Session) -> None:
    crowd = {f"a{place:03}": {"name": f"Agency {place:03}", "interest": 1, "influence": 1} for place in range(190)}
    add(session, "institution", **crowd)
    _view, area = stakeholders(qtbot, session)
    shown = area.shown_in(Cell(1, 1))
    assert shown[-1][1] == "" and len(shown) < 190
    places = [place for place, _uid in shown]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    more = area.visual(shown[-1][0]).center()
    assert "Agency 189" not in area.hint_at(area.centre_of(mark("a000")))
    hidden = [uid for uid in crowd if uid not in {uid for _place, uid in shown}]
    assert f"Agency {hidden[0][1:]}" in area.hint_at(more)
    QTest.mouseClick(area.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, more)
    popup = next(
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, NamePopup) and widget.isVisible()
    )
    QTest.keyClick(popup.list, Qt.Key.Key_End)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert area.current == mark("a189") and not area.place_of(mark("a189")).isEmpty()
    drag(area, area.centre_of(mark("a189")), cell_centre(area, Cell(5, 5)))
    assert institution(session, "a189") == (5, 5)


def test_names_get_the_lines_that_their_cell_has(qtbot: QtBot, session: Session) -> None:
    name = "Interministerial Commission for the Coordination of Migration and Demographic Policy"
    add(session, "institution", board={"name": name, "interest": 2, "influence": 2})
    _view, area = stakeholders(qtbot, session)
    assert area.place_of(mark("board")).height() >= 2 * area.line
    filled, empty = area._layout.cell(Cell(2, 2)), area._layout.cell(Cell(1, 1))
    assert filled.width() > empty.width() and filled.height() >= empty.height()
    assert area._layout.height <= area.viewport().height() and area.verticalScrollBar().maximum() == 0


def test_columns_and_rows_without_names_give_way(qtbot: QtBot, session: Session) -> None:
    crowd = {f"c{place}": {"name": f"Agency {place}", "interest": 4, "influence": 3} for place in range(8)}
    add(session, "institution", one={"name": "One", "interest": 2, "influence": 5}, **crowd)
    _view, picture = show_picture(qtbot, session, "institution", 1100)
    area = cast(StakeholderMap, picture).area
    layout = area._layout
    full, single, empty = (layout.cell(cell) for cell in (Cell(4, 3), Cell(2, 5), Cell(1, 1)))
    assert full.width() > single.width() > empty.width() and full.height() > empty.height()
    shown = area.shown_in(Cell(4, 3))
    assert [uid for _place, uid in shown] == list(crowd)
    left = {place.left() for place, _uid in shown}
    assert len(left) == 1, "names stand below each other as long as there are lines"
    metrics = QFontMetrics(area.font_of("note", bold=True))
    across = layout.cell(Cell(area.high, 1)).left()
    for index, title in enumerate(area._titles()):
        room = across - layout.room.left() if index in (0, 2) else layout.room.right() + 1 - across
        assert metrics.horizontalAdvance(title) <= room - 8


def test_a_map_that_is_scrolled_keeps_its_lower_scale_in_sight(qtbot: QtBot, session: Session) -> None:
    view, area = stakeholders(qtbot, session)
    view.table.choose(["labour"])
    crowd_every_row(session)
    view.resize(view.width(), 330)
    view.form_button.setChecked(True)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.foot_height() > 0
    area.verticalScrollBar().setValue(0)
    area.reveal(mark("labour"))
    place = area.visual(area.place_of(mark("labour"))).translated(0, -area.verticalScrollBar().value())
    assert place.bottom() < area.viewport().height() - area.foot_height()


def test_mirrored_interest_grows_the_other_way(qtbot: QtBot, session: Session) -> None:
    _view, area = stakeholders(qtbot, session)
    area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert area.centre_of(mark("labour")).x() < area.centre_of(mark("finance")).x()
    click(area, mark("finance"))
    press(area, Qt.Key.Key_Left, CONTROL)
    assert institution(session, "finance") == (3, 5)
    drag(area, area.centre_of(mark("finance")), cell_centre(area, Cell(5, 1)))
    assert institution(session, "finance") == (5, 1)
    press(area, Qt.Key.Key_Home)
    press(area, Qt.Key.Key_Left)
    assert area.current == area.marks()[1]


def test_hints_say_what_to_do_first(qtbot: QtBot, session: Session) -> None:
    add(session, "institution", bank={"name": "Central <b>Bank</b>"})
    _view, picture = show_picture(qtbot, session, "institution")
    picture = cast(StakeholderMap, picture)
    first = picture.hint.toolTip()
    click(picture.area, mark("bank"))
    press(picture.area, Qt.Key.Key_Right, CONTROL)
    assert institution(session, "bank") == (3, 3)
    assert first and picture.hint.toolTip() != first
    assert "<b>" in picture.area.hint_at(picture.area.centre_of(mark("bank")))


@pytest.mark.parametrize("size", (100, 200))
@pytest.mark.parametrize("name", theme.THEMES)
def test_marks_stand_out_in_every_theme_and_size(
    qtbot: QtBot, session: Session, qapp: QApplication, name: str, size: int
) -> None:
    _view, area = stakeholders(qtbot, session)
    theme.apply(qapp, theme.load_theme(name, size))
    try:
        area.renew()
        click(area, mark("finance"))
        place = area.visual(area.place_of(mark("finance"))).translated(0, -area.verticalScrollBar().value())
        chosen = area.viewport().grab(place).toImage()
        click(area, mark("labour"))
        place = area.visual(area.place_of(mark("finance"))).translated(0, -area.verticalScrollBar().value())
        assert area.viewport().grab(place).toImage() != chosen
    finally:
        theme.apply(qapp, theme.load_theme("light"))


# -- sector issues -----------------------------------------------------------------------------------------------------

ISSUES = {
    "easy": {
        "title": "Fees",
        "sector": "labour",
        "severity": 3,
        "feasibility": 4,
        "description": "Dear",
        "status": "open",
    },
    "grave": {"title": "Fear", "sector": "rights", "severity": 4, "feasibility": 3, "opportunity": "Firms gain"},
    "away": {"title": "Savings", "sector": "finance", "severity": 5, "feasibility": 5, "status": "set_aside"},
    "blank": {"title": "Nurses", "sector": "health"},
}


def issues(qtbot: QtBot, session: Session, width: int = 1100) -> tuple[RegisterView, IssueMap]:
    add(session, "sector_issue", **ISSUES)
    view, picture = show_picture(qtbot, session, "sector_issue", width)
    return view, cast(IssueMap, picture)


def ranking(picture: IssueMap) -> list[tuple[str, int | None]]:
    return [(ranked.issue.uid, ranked.rank) for ranked in picture.ranking.model.order]


def test_ranking_follows_the_map(qtbot: QtBot, session: Session) -> None:
    view, picture = issues(qtbot, session)
    assert ranking(picture) == [("grave", 1), ("easy", 2), ("away", None), ("blank", None)]
    area = picture.area
    drag(area, area.centre_of(Mark("sector_issue", "easy")), cell_centre(area, Cell(5, 5)))
    found = cast(SectorIssue, session.plan.find("sector_issue", "easy"))
    assert (found.feasibility, found.severity) == (5, 5)
    assert ranking(picture)[0] == ("easy", 1)
    assert view.table.selected() == picture.ranking.list.selected() == ("easy",)
    session.undo()
    assert ranking(picture)[0] == ("grave", 1)


def test_ranking_and_map_have_one_selection(qtbot: QtBot, session: Session) -> None:
    view, picture = issues(qtbot, session)
    rows = picture.ranking.list
    place = rows.visualRect(picture.ranking.model.index(1)).center()
    qtbot.mouseClick(rows.viewport(), LEFT, pos=place)
    assert view.table.selected() == picture.area.selected == ("easy",)
    click(picture.area, Mark("sector_issue", "blank"))
    assert rows.selected() == view.table.selected() == ("blank",)
    view.table.choose(["grave"])
    assert rows.selected() == picture.area.selected == ("grave",)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert view.table.selected() == ("easy",)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert view.form.isVisible() and view.form.uids == ("easy",)


def test_a_row_says_sector_challenge_and_opportunity(qtbot: QtBot, session: Session) -> None:
    _view, picture = issues(qtbot, session)
    said = [str(picture.ranking.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(4)]
    assert words().choice("sector", "rights") in said[0] and "Firms gain" in said[0] and "4 × 3 = 12" in said[0]
    assert "Dear" in said[1]
    assert words().choice("issue_status", "set_aside") in said[2]


def test_where_room_is_scarce_buttons_choose_between_map_and_ranking(qtbot: QtBot, session: Session) -> None:
    picture = IssueMap(session, "sector_issue")
    picture.retranslate()
    qtbot.addWidget(picture)
    picture.resize(640, 480)
    picture.show()
    assert picture.area.isVisible() and not picture.ranking.isVisible()
    qtbot.mouseClick(picture.switch[1], LEFT)
    assert picture.ranking.isVisible() and not picture.area.isVisible()
    picture.resize(1200, 480)
    qtbot.waitUntil(lambda: picture.area.isVisible() and picture.ranking.isVisible())


@pytest.mark.parametrize(
    ("first", "rest"), [("Общест-", "венное"), ("Представи-", "тельство"), ("Interminis-", "terial")]
)
def test_a_word_too_long_for_its_line_parts_between_syllables(qapp: QApplication, first: str, rest: str) -> None:
    """Where there is room for a letter more, the word is still not cut within a syllable."""
    metrics, word = QFontMetrics(qapp.font()), first[:-1] + rest
    room = metrics.horizontalAdvance(first[:-1] + rest[:1] + "-")
    assert name_lines(metrics, (word, word), room, 3)[0] == first


def test_a_word_without_syllables_is_cut_where_the_line_ends(qapp: QApplication) -> None:
    metrics, word = QFontMetrics(qapp.font()), "0123456789"
    assert name_lines(metrics, (word, word), metrics.horizontalAdvance("01234-"), 3)[0] == "01234-"
