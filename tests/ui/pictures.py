"""What tests of pictures share: a register with its picture in view, worked with mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mainstreamer.domain.plan import creation
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pictures.marks import Mark, MarkArea
from mainstreamer.ui.pictures.picture import Picture
from mainstreamer.ui.session import Session

LEFT, CONTROL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Maker = Callable[..., tuple[RegisterView, Any]]


def add(session: Session, kind: str, **records: dict[str, Any]) -> None:
    """Put records into the plan, each under its key as uid."""
    for uid, values in records.items():
        session.put("add", creation(kind, uid, values))


def show_picture(qtbot: QtBot, session: Session, kind: str, width: int = 1100) -> tuple[RegisterView, Picture]:
    """The register of a kind with its picture in view, as a person opens it."""
    view = RegisterView(session, kind)
    session.changed.connect(view.refresh)
    qtbot.addWidget(view)
    view.resize(width, 760)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    key = list(view.views.buttons)[1]
    qtbot.mouseClick(view.views.buttons[key], LEFT)
    qtbot.waitUntil(lambda: bool(view.table.selected()) and view.views.currentWidget() is not view.table)
    picture = view.views.pictures[key]
    if not view.form.isVisible():
        qtbot.waitUntil(lambda: picture.height() > view.height() / 2)
    qtbot.waitUntil(lambda: not view.form.is_making)
    QApplication.processEvents()
    picture.setFocus()
    return view, picture


def click(area: MarkArea, mark: Mark, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click on a mark."""
    QTest.mouseClick(area.viewport(), LEFT, keys, area.centre_of(mark))


def double_click(area: MarkArea, mark: Mark) -> None:
    click(area, mark)
    QTest.mouseDClick(area.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, area.centre_of(mark))


def drag(area: MarkArea, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    """Press at a place of the viewport, move to another one in steps, and let go there."""
    QTest.mousePress(area.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    for part in (1, 2, 3):
        QTest.mouseMove(area.viewport(), start + (end - start) * part / 3)
    if drop:
        QTest.mouseRelease(area.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)


def press(area: MarkArea, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(area, key, keys)
