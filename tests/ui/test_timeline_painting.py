"""What the row in hand looks like."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.plan import creation
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pictures.action_timeline import ActionTimeline
from mainstreamer.ui.pictures.shapes import fill_heading
from mainstreamer.ui.pictures.timeline_header import YEAR_EDGE
from mainstreamer.ui.pictures.timeline_layout import GAP, TIME
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.cell_text import cell_lines

pytestmark = pytest.mark.usefixtures("speech")


def test_the_row_with_the_keyboard_still_shows_its_words_and_its_bar(session: Session, qtbot: QtBot) -> None:
    values = {"code": "A-1", "title": "Draft the act", "start": Quarter(2027, 1), "end": Quarter(2028, 2)}
    session.put("add", creation("action", "a1", {**values, "status": "on_track"}))
    picture = ActionTimeline(session, "action")
    qtbot.addWidget(picture)
    picture.resize(1000, 300)
    picture.retranslate()
    picture.show_records(session.plan.actions)
    with qtbot.waitActive(picture):
        picture.show()
        picture.activateWindow()
    view = picture.view
    view.setCurrentIndex(view.model().index(0, 0))
    view.clearFocus()
    qtbot.waitUntil(lambda: not view.hasFocus())
    rect = view.visualRect(view.currentIndex()).adjusted(8, 8, -8, -8)
    without = view.viewport().grab(rect).toImage()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    with_focus = view.viewport().grab(rect).toImage()
    assert with_focus == without, "focus is a frame round the row and covers nothing"


def test_words_longer_than_a_line_end_in_an_ellipsis_as_in_tables(qtbot: QtBot) -> None:
    name, font = "Wanderungsstatistikdatenaustauschvereinbarungsdurchführungsverordnungsentwurf", QFont()
    lines = cell_lines(f"{name} enter into force", font, 200, 2)
    assert len(lines) == 2 and lines[0].endswith("…") and lines[1] == "enter into force"
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 200 for line in lines)


def test_the_signs_of_the_timeline_are_told_below_it(session: Session, qtbot: QtBot) -> None:
    picture = ActionTimeline(session, "action")
    qtbot.addWidget(picture)
    picture.resize(1000, 300)
    picture.retranslate()
    picture.show()
    said = [entry.accessibleName() for entry in picture.legend.findChildren(QWidget)]
    assert said == [t("late"), t("outside the plan"), t("today")]
    assert picture.legend.y() >= picture.view.geometry().bottom()


@pytest.mark.parametrize("width", [700, 900, 1100])
def test_names_of_years_are_whole_or_not_there(session: Session, qtbot: QtBot, width: int) -> None:
    values = {"code": "A-1", "title": "Draft", "start": Quarter(2021, 1), "end": Quarter(2041, 2)}
    session.put("add", creation("action", "a1", values))
    picture = ActionTimeline(session, "action")
    qtbot.addWidget(picture)
    picture.resize(width, 300)
    picture.retranslate()
    picture.show_records(session.plan.actions)
    picture.show()
    header, bar = picture.view.header, picture.view.time_bar
    room, metrics = header.layout_.columns[TIME][1], QFontMetrics(header.heading_font())
    for offset in (0, bar.maximum() // 3, bar.maximum()):
        bar.setValue(offset)
        names = header.year_names(metrics, room)
        ends = [place + metrics.horizontalAdvance(text) for place, text in names]
        assert names and min(place for place, _text in names) >= 0 and max(ends) <= room
        assert all(end <= after for end, (after, _text) in zip(ends, names[1:], strict=False))


def test_a_year_partly_out_of_view_has_a_short_name_as_long_as_there_is_room(session: Session, qtbot: QtBot) -> None:
    values = {"code": "A-1", "title": "Draft", "start": Quarter(2021, 1), "end": Quarter(2041, 2)}
    session.put("add", creation("action", "a1", values))
    picture = ActionTimeline(session, "action")
    qtbot.addWidget(picture)
    picture.resize(1100, 300)
    picture.retranslate()
    picture.show_records(session.plan.actions)
    picture.show()
    header, bar = picture.view.header, picture.view.time_bar
    room, metrics = header.layout_.columns[TIME][1], QFontMetrics(header.heading_font())
    year = header.scale.first // 4
    named = set()
    for offset in range(round(header.scale.width * 4)):
        bar.setValue(offset)
        first = dict(header.year_names(metrics, room)).get(0.0, "")
        left = header.scale.width * 4 - offset - YEAR_EDGE - 1
        assert (first != "") == (metrics.horizontalAdvance(f"’{year % 100:02d}") <= left)
        named.add(first)
    assert f"’{year % 100:02d}" in named


def test_a_heading_leaves_the_corner_of_its_frame_to_the_frame(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    fill_heading(painter, area, QRect(0, 0, 200, 40))
    painter.end()
    assert image.pixelColor(0, 0).alpha() == image.pixelColor(199, 0).alpha() == 0
    ground = theme.current().colour("ground")
    assert all(image.pixelColor(*place) == ground for place in ((100, 0), (0, 39), (199, 39)))


def has_colour(image: QImage, role: str) -> bool:
    """Whether something is painted in a colour of the theme, smoothed edges left out."""
    wanted = theme.current().colour(role)
    near = (
        max(abs(one.red() - wanted.red()), abs(one.green() - wanted.green()), abs(one.blue() - wanted.blue())) < 24
        for y in range(image.height())
        for x in range(image.width())
        for one in (image.pixelColor(x, y),)
    )
    return any(near)


def test_a_gap_has_one_tone_in_table_and_timeline(session: Session, qtbot: QtBot) -> None:
    values = {"title": "Draft", "start": Quarter(2028, 1), "end": Quarter(2029, 2), "cost": Decimal(88888888)}
    puts = creation("action", "a1", values)
    puts += creation("action", "a2", {**values, "secured_state": Decimal(88888888)})
    session.put("add", puts)
    view = RegisterView(session, "action")
    qtbot.addWidget(view)
    view.resize(1300, 700)
    view.show()
    qtbot.waitUntil(lambda: bool(view.table.selected()) and not view.form.is_making)
    view.table.clearSelection()
    view.state.set_columns(("code", "title", "cost", "gap"))
    qtbot.waitUntil(lambda: view.table.columns() == ("code", "title", "cost", "gap"))
    for row, toned in ((0, True), (1, False)):
        for column, name in enumerate(view.table.columns()):
            index = view.table.model().index(row, column)
            image = view.table.viewport().grab(view.table.visualRect(index).adjusted(2, 2, -2, -2)).toImage()
            assert has_colour(image, "warning") == (toned and name == "gap"), (row, name)
    picture = ActionTimeline(session, "action")
    qtbot.addWidget(picture)
    picture.resize(1300, 300)
    picture.retranslate()
    picture.show_records(session.plan.actions)
    picture.show()
    start, width = picture.view.painter.layout.columns[GAP]
    rect = picture.view.visualRect(picture.view.model().index(0, 0))
    image = picture.view.viewport().grab(QRect(start, rect.y() + 2, width, rect.height() - 4)).toImage()
    assert has_colour(image, "warning") and not has_colour(image, "bad")
