"""Lines and lists that are too narrow for their text end in dots, and tell all of it in a tool tip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from mainstreamer.ui.widgets.elided_line import ElidedLine

LONG = "Migration is planned by one council with a mandate of its own"


@pytest.fixture
def line(qtbot: QtBot) -> ElidedLine:
    made = ElidedLine()
    qtbot.addWidget(made)
    made.setText(LONG)
    made.resize(160, 30)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    with qtbot.waitExposed(made):
        made.show()
    return made


def ask(line: ElidedLine) -> None:
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), line.mapToGlobal(QPoint(5, 5))))


def test_a_long_text_is_drawn_with_dots_until_somebody_types_in_it(line: ElidedLine, qtbot: QtBot) -> None:
    assert line.shortened()
    resting = line.grab().toImage()
    line.setText(LONG[: len(LONG) // 2])
    assert line.shortened()
    ends_alike = line.grab().toImage()
    assert resting == ends_alike, "both end in dots at the same place"
    line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.setCursorPosition(0)
    assert line.grab().toImage() != resting
    line.resize(900, 30)
    assert not line.shortened()


def test_the_tool_tip_tells_all_of_a_cut_text_only(line: ElidedLine, qtbot: QtBot) -> None:
    ask(line)
    qtbot.waitUntil(lambda: QToolTip.text() == LONG)
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    line.setText("Short")
    ask(line)
    assert not QToolTip.isVisible()
