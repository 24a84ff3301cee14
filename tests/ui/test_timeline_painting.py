"""What the row in hand looks like."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.plan import creation
from mainstreamer.ui.pictures.action_timeline import ActionTimeline
from mainstreamer.ui.session import Session

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
