"""Lists that drop down: names are whole where the window has room, and the list stays within it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.institution_box import InstitutionBox
from mainstreamer.ui.widgets.search_combo import SearchCombo

NAMES = [f"O-{number} Families keep more of what is sent home, number {number}" for number in range(1, 9)]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(760, 500)
    QVBoxLayout(made).setContentsMargins(500, 40, 20, 300)
    return made


def test_names_are_whole_beside_a_narrow_field(window: QWidget, qtbot: QtBot) -> None:
    combo = StillCombo()
    combo.set_letters(8)
    combo.addItems(NAMES)
    window.layout().addWidget(combo)  # type: ignore[union-attr]
    window.show()
    qtbot.waitExposed(window)
    combo.showPopup()
    view = combo.view()
    assert combo.width() < 260 and view.textElideMode() == Qt.TextElideMode.ElideRight
    widest = max(view.fontMetrics().horizontalAdvance(name) for name in NAMES)
    assert view.width() > widest
    assert view.window().geometry().right() <= window.frameGeometry().right()
    assert view.sizeHintForRow(0) > view.fontMetrics().height() + 4
    combo.hidePopup()


def test_a_list_is_never_wider_than_the_window_bears(window: QWidget, qtbot: QtBot) -> None:
    combo = StillCombo()
    combo.set_letters(8)
    combo.addItems([name * 9 for name in NAMES])
    window.layout().addWidget(combo)  # type: ignore[union-attr]
    window.show()
    qtbot.waitExposed(window)
    combo.showPopup()
    assert combo.view().width() <= window.width() * 2 // 3
    combo.hidePopup()


def test_what_is_found_while_typing_is_whole_too(window: QWidget, qtbot: QtBot) -> None:
    combo = SearchCombo()
    combo.set_choices((name, name) for name in NAMES)
    window.layout().addWidget(combo)  # type: ignore[union-attr]
    window.show()
    qtbot.waitExposed(window)
    qtbot.keyClicks(combo.lineEdit(), "number")
    popup = combo.completer().popup()  # type: ignore[union-attr]
    widest = max(popup.fontMetrics().horizontalAdvance(name) for name in NAMES)
    assert popup.minimumWidth() > widest > combo.width()
    popup.hide()


def test_an_institution_keeps_its_acronym_where_its_name_is_cut(window: QWidget, qtbot: QtBot) -> None:
    box = InstitutionBox("", {f"{name * 3} (MEP)": name for name in NAMES})
    window.layout().addWidget(box)  # type: ignore[union-attr]
    window.show()
    qtbot.waitExposed(window)
    box.showPopup()
    assert box.view().textElideMode() == Qt.TextElideMode.ElideMiddle, "already the first time"
    box.hidePopup()
