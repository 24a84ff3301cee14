"""Driving the checklist of a step and the line above it, as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.checklist_strip import ChecklistStrip


def shown_page(session: Session, qtbot: QtBot, step: int) -> StepPage:
    made = StepPage(session, step, {})
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def strip(page: StepPage) -> ChecklistStrip:
    return page.part.strip


def press(qtbot: QtBot, control: QWidget) -> None:
    """Press a button as a person without a mouse does."""
    assert control.isVisible()
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Space)


def codes(page: StepPage) -> list[str]:
    """Items whose cards are seen; what was just made is shown with the events that are waiting."""
    cards = page.checklist.cards
    QApplication.sendPostedEvents()
    return [code for code, card in cards.items() if card.isVisible()]


def in_use(page: StepPage, session: Session) -> list[str]:
    return [item.code for item in session.checklist.of_step(page.step, session.plan.sectors)]
