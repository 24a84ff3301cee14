"""A session over a fresh plan, in each shipped language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mainstreamer.domain.plan import creation
from mainstreamer.language import SHIPPED
from mainstreamer.operations.sampling import create_sample
from mainstreamer.settings import Settings
from mainstreamer.storage.document import Document
from mainstreamer.ui import garbage, theme
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import speak
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.session import Session
from mainstreamer.ui.visits import Visits

TODAY = date(2026, 11, 2)


@pytest.fixture(params=SHIPPED)
def speech(request: pytest.FixtureRequest) -> Iterator[str]:
    """The window's language: tests that ask for it run once in each."""
    speak(request.param)
    yield request.param
    speak("en")


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Widgets of a test are gone after it: each style sheet set later would otherwise polish them all again. They are
    collected between events only, as in the program: a test lets go of its view while the view is still at work."""
    garbage.keep_to_this_thread()
    yield
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QThreadPool.globalInstance().waitForDone()
    garbage.collect()


@pytest.fixture
def session(qapp: QApplication, document: Document) -> Session:
    """A session over an empty plan."""
    if qapp.styleSheet() != theme.style_sheet(theme.load_theme("light")):
        theme.apply(qapp, theme.load_theme("light"))
    return Session(document, Settings(language="en"), lambda: TODAY)


@pytest.fixture
def reopened(session: Session) -> Iterator[Callable[[], Document]]:
    """Closes the session's plan and opens the file again, to see what is really in it."""
    opened: list[Document] = []

    def reopen() -> Document:
        session.close()
        opened.append(Document.open(session.document.path))
        return opened[-1]

    yield reopen
    for one in opened:
        one.close()


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, speech: str, tmp_path: Path) -> Iterator[Application]:
    """The whole window over the sample plan at step 1, in each language."""
    path = tmp_path / "sample.mplan"
    create_sample(path, speech).close()
    running = Application(qapp, Settings(language=speech, theme="light"))
    qtbot.addWidget(running.window)
    running.window.resize(1366, 768)
    running.window.activateWindow()
    with qtbot.waitActive(running.window):
        running.window.show()
    running.open_plan(path)
    assert running.session is not None
    assert running.workspace is not None
    running.session.today = lambda: TODAY
    running.session.visits = Visits()
    running.workspace.show_page("1")
    yield running
    running.close_plan()
    running.window.close()


@pytest.fixture
def register(session: Session, qtbot: QtBot, speech: str) -> Callable[..., RegisterView]:
    """Makes the view of a register that already holds rows, each a table of values; their uids are r0, r1, ..."""
    views: list[RegisterView] = []

    def made(kind: str, *rows: dict[str, Any], width: int = 1000) -> RegisterView:
        puts = [put for place, values in enumerate(rows) for put in creation(kind, f"r{place}", values)]
        if puts:
            session.put("add", puts)
        view = RegisterView(session, kind)
        views.append(view)
        session.changed.connect(view.refresh)
        qtbot.addWidget(view)
        view.resize(width, 700)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        # The form of the first row follows in slices.
        qtbot.waitUntil(lambda: not rows or (bool(view.table.selected()) and not view.form.is_making))
        return view

    return made
