"""Lists to tick: a click on the words does what a click on the box does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.ui.widgets.check_list import CheckList
from mainstreamer.ui.widgets.ticks_popup import TicksPopup


@pytest.mark.parametrize("kind", ["check_list", "ticks_popup"])
def test_a_click_anywhere_on_a_line_ticks_it_once(qtbot: QtBot, kind: str) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, 300)
    host.show()
    names = {"a": "Agriculture", "b": "Education", "c": "Trade"}
    popup = CheckList(names, (), host) if kind == "check_list" else TicksPopup("Sectors", list(names.items()), (), host)
    popup.show()
    line = popup.list.item(1)
    box = popup.list.visualItemRect(line)
    for place, state in (
        (QPoint(box.right() - 30, box.center().y()), Qt.CheckState.Checked),
        (QPoint(box.left() + 8, box.center().y()), Qt.CheckState.Unchecked),
    ):
        qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert line.checkState() == state
    popup.list.setCurrentRow(2)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    assert popup.list.item(2).checkState() == Qt.CheckState.Checked
    popup.close()
