"""The chart of coordination bodies, in the register of bodies and in that of their members."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pictures.body_chart import BodyChart, BodyChartArea
from mainstreamer.ui.pictures.marks import Mark
from mainstreamer.ui.session import Session
from tests.ui.pictures import LEFT, add, click, double_click, press, show_picture

pytestmark = pytest.mark.usefixtures("speech")


def fill(session: Session) -> None:
    add(session, "institution", cabinet={"name": "Cabinet Office"}, stats={"name": "Statistics Office"})
    add(
        session,
        "body",
        council={"name": "Council on Migration", "chair": "cabinet", "secretariat": "cabinet", "status": "active"},
        group={"name": "Group on Data", "reporting_line": "Council on Migration"},
        other={"name": "Forum"},
    )
    add(
        session,
        "membership",
        chair={"body": "council", "institution": "cabinet", "role": "chair", "post": "Secretary General"},
        member={"body": "council", "institution": "stats", "role": "member", "post": "Director"},
        watcher={"body": "council", "institution": "stats", "role": "observer"},
        data={"body": "group", "institution": "stats", "role": "secretary"},
    )


def chart(qtbot: QtBot, session: Session, kind: str) -> tuple[RegisterView, BodyChartArea]:
    fill(session)
    view, picture = show_picture(qtbot, session, kind)
    return view, cast(BodyChart, picture).area


def test_each_body_stands_under_the_one_it_reports_to(qtbot: QtBot, session: Session) -> None:
    _view, area = chart(qtbot, session, "body")
    blocks = area._layout.blocks
    assert [(block.body and block.body.uid, block.depth, block.above) for block in blocks] == [
        ("council", 0, -1),
        ("group", 1, 0),
        ("other", 0, -1),
    ]
    places = [area.place_of(mark) for mark in area.marks()]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    assert blocks[1].place.left() > blocks[0].place.left() and blocks[1].place.top() > blocks[0].place.bottom()
    assert "Council on Migration" in area.said(Mark("body", "group"))


def test_who_leads_is_shown_once_and_who_is_missing_is_said(qtbot: QtBot, session: Session) -> None:
    _view, area = chart(qtbot, session, "body")
    council = [mark for mark in area._layout.blocks[0].marks() if mark.kind != "body"]
    assert [(mark.kind, mark.uid) for mark in council] == [
        ("membership", "chair"),
        ("institution", "cabinet"),
        ("membership", "member"),
        ("membership", "watcher"),
    ]
    assert words().field("body", "secretariat") in area.said(council[1])
    assert words().choice("member_role", "chair") in area.said(council[0])
    other = area._layout.blocks[2].marks()
    assert [mark.field for mark in other] == ["", "chair", "secretariat", "membership"]
    group = area._layout.blocks[1].marks()
    assert [mark.field for mark in group] == ["", "chair", ""]


def test_a_box_chooses_its_body_and_leads_to_its_own_record(qtbot: QtBot, session: Session) -> None:
    view, area = chart(qtbot, session, "body")
    click(area, Mark("body", "group"))
    assert view.table.selected() == ("group",)
    click(area, Mark("membership", "member"))
    assert view.table.selected() == ("council",) and area.current == Mark("membership", "member")
    with qtbot.waitSignal(session.place_wanted) as wanted:
        press(area, Qt.Key.Key_Return)
    assert wanted.args == ["membership", "member", ""]
    missing = Mark("body", "other", "chair")
    with qtbot.waitSignal(session.place_wanted) as wanted:
        double_click(area, missing)
    assert wanted.args == ["body", "other", "chair"]
    with qtbot.waitSignal(session.page_wanted) as page:
        double_click(area, Mark("body", "other", "membership"))
    assert page.args == ["2", "membership", {}]
    double_click(area, Mark("body", "other"))
    assert view.form.isVisible() and view.form.uids == ("other",)


def test_a_menu_leads_from_a_seat_to_the_institution(qtbot: QtBot, session: Session) -> None:
    _view, area = chart(qtbot, session, "body")
    qtbot.mouseClick(area.viewport(), Qt.MouseButton.RightButton, pos=area.centre_of(Mark("membership", "member")))
    targets = {mark.kind: title for title, mark in area.leads(Mark("membership", "member"))}
    assert list(targets) == ["membership", "institution", "body"]
    area.show_menu(area.mapToGlobal(area.rect().center()))
    menu = area.findChild(QMenu)
    assert menu is not None
    action = next(one for one in menu.actions() if one.text() == targets["institution"])
    with qtbot.waitSignal(session.place_wanted) as wanted:
        action.trigger()
    assert wanted.args == ["institution", "stats", ""]
    menu.close()


def test_arrow_keys_walk_along_and_down(qtbot: QtBot, session: Session) -> None:
    view, area = chart(qtbot, session, "body")
    press(area, Qt.Key.Key_Home)
    seen = [area.current]
    for _ in range(len(area.marks()) + 1):
        press(area, Qt.Key.Key_Right)
        seen.append(area.current)
    assert list(dict.fromkeys(seen)) == list(area.marks())
    press(area, Qt.Key.Key_Home)
    press(area, Qt.Key.Key_Down)
    press(area, Qt.Key.Key_Down)
    assert area.current == Mark("membership", "member")
    press(area, Qt.Key.Key_Up)
    press(area, Qt.Key.Key_Up)
    assert area.current == Mark("body", "council") and view.table.selected() == ("council",)


def test_in_the_register_of_members_seats_are_chosen(qtbot: QtBot, session: Session) -> None:
    view, area = chart(qtbot, session, "membership")
    click(area, Mark("membership", "watcher"))
    assert view.table.selected() == ("watcher",)
    view.table.choose(["data"])
    assert area.current == Mark("membership", "data")
    with qtbot.waitSignal(session.place_wanted) as wanted:
        double_click(area, Mark("body", "group"))
    assert wanted.args == ["body", "group", ""]
    assert view.table.selected() == ("data",)
    double_click(area, Mark("membership", "chair"))
    assert view.form.isVisible() and view.form.uids == ("chair",)


def test_filters_show_the_bodies_of_the_seats_that_pass(qtbot: QtBot, session: Session) -> None:
    add(session, "membership", lost={"post": "Nobody's deputy"})
    view, area = chart(qtbot, session, "membership")
    assert area._layout.blocks[-1].body is None
    view.filter.setText("director")
    qtbot.waitUntil(lambda: len(area._layout.blocks) == 1)
    assert [mark.uid for mark in area.marks() if mark.kind == "membership"] == ["member"]
    view.filter.setText("nowhere to be found")
    qtbot.waitUntil(lambda: not area.marks())
    assert view.views.pictures["chart"].hint.toolTip()  # type: ignore[attr-defined]


def test_seats_are_wide_enough_for_names_of_ministries(qtbot: QtBot, session: Session) -> None:
    _view, area = chart(qtbot, session, "body")
    bold = QFontMetrics(area.font_of("note", bold=True))
    seat = area.place_of(Mark("membership", "member"))
    assert seat.width() >= bold.horizontalAdvance("Ministry of Social Development") + theme.current().px(14)


def test_a_seat_removed_elsewhere_is_gone(qtbot: QtBot, session: Session) -> None:
    view, area = chart(qtbot, session, "membership")
    click(area, Mark("membership", "watcher"))
    press(area, Qt.Key.Key_Delete)
    assert Mark("membership", "watcher") not in area.marks()
    session.undo()
    assert Mark("membership", "watcher") in area.marks()
    assert view.table.model().rowCount() == 4


def test_forty_members_and_twelve_bodies_find_room(qtbot: QtBot, session: Session) -> None:
    seats = {f"s{place}": {"body": "council", "role": "member", "post": f"Head {place}"} for place in range(40)}
    bodies = {
        f"b{place}": {"name": f"Committee {place}", "reporting_line": "Council on Migration"} for place in range(9)
    }
    fill(session)
    add(session, "membership", **seats)
    add(session, "body", **bodies)
    _view, picture = show_picture(qtbot, session, "body")
    area = cast(BodyChart, picture).area
    whole = QRect(0, 0, area.viewport().width(), 10**6)
    places = [area.place_of(mark) for mark in area.marks()]
    assert all(whole.contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    press(area, Qt.Key.Key_End)
    shown = area.visual(area.place_of(cast(Mark, area.current))).translated(0, -area.verticalScrollBar().value())
    assert area.viewport().rect().contains(shown)
    area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.mouseClick(area.viewport(), LEFT, pos=area.centre_of(Mark("body", "b8")))
    assert area.current == Mark("body", "b8")
