"""Every control of every page, reached by Tab as a person without a mouse does: it has a name, a role, a visible focus."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.operations.sampling import create_sample
from mainstreamer.settings import Settings
from mainstreamer.storage.document import Document
from mainstreamer.ui import slices
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import speak
from mainstreamer.ui.pages.overview_body import OverviewBody
from mainstreamer.ui.pages.overview_figures import OverviewFigures
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.registry import ABOVE_STEPS, BELOW_STEPS, TABLE
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.workbook_coming_back import READ
from tests.conftest import FRAME
from tests.ui.returned_plan import MadeUp, nothing, refused, rich

KEYS = (*(one.key for one in ABOVE_STEPS), *map(str, range(1, 11)), *(one.key for one in BELOW_STEPS), TABLE.key)
MOST = 400
"""No page has so many controls: whoever presses Tab so often is caught in a trap."""
NO_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border, QAccessible.Role.Pane}


@pytest.fixture(params=("en", "ru"))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def plans(tmp_path: Path, language: str) -> Path:
    create_sample(tmp_path / "sample.mplan", language).close()
    Document.create(tmp_path / "empty.mplan", FRAME).close()
    return tmp_path


@pytest.fixture
def running(language: str, qapp: QApplication) -> Iterator[Application]:
    made = Application(qapp, Settings(language=language))
    made.window.resize(1366, 768)
    made.window.show()
    yield made
    made.close_plan()
    made.window.close()
    speak("en")


def views(running: Application) -> Iterator[str]:
    """Every page, every tab of a step, every picture of a register."""
    workspace = running.workspace
    assert workspace is not None
    for key in KEYS:
        workspace.show_page(key)
        page = workspace.current_page
        tabs = list(page._tab_buttons) if isinstance(page, StepPage) else [""]
        for tab in tabs:
            if isinstance(page, StepPage):
                page.show_tab(tab)
            yield f"{key} {tab}".strip()
            for register in page.findChildren(RegisterView):
                if register.isVisible():
                    for view in list(register.views.buttons)[1:]:
                        register.views.show_view(view)
                        yield f"{key} {tab} {view}".strip()
                    register.views.show_view("table")
    yield from workbooks(running)


def workbooks(running: Application) -> Iterator[str]:
    """The page of a workbook that came back: with all there can be, with what cannot be read, with nothing."""
    workspace, session = running.workspace, running.session
    assert workspace is not None and session is not None
    whole = (rich, refused) if session.plan.actions else ()
    for make in (*whole, nothing):
        session.coming_back.engine = MadeUp(make)
        workspace.taking_in.begin(Path(f"{make.__name__}.xlsx"))
        while session.coming_back.stage != READ or workspace.current_key != "coming_back":
            QTest.qWait(5)
        yield f"coming_back {make.__name__}"


def overviews(window: QWidget) -> Iterator[OverviewFigures]:
    """What works out the figures of the overview, once it is made."""
    return (body.worked for body in window.findChildren(OverviewBody))


def walk(window: QWidget, where: str) -> Iterator[QWidget]:
    """The controls that Tab visits, from where the keyboard is until it comes round."""
    found: list[QWidget] = []
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None, f"{where}: Tab leads nowhere"
        if now in found:
            return
        found.append(now)
        yield now
    raise AssertionError(f"{where}: Tab never comes round; last at {found[-1]}")


def called(control: QWidget) -> str:
    """The name that a screen reader says."""
    if isinstance(control, QComboBox):
        return control.accessibleName()  # on Linux, Qt answers with what is chosen and leaves the name to the label
    interface = QAccessible.queryAccessibleInterface(control)
    return str(interface.text(QAccessible.Text.Name)) if interface is not None else ""


def described(control: QWidget) -> str:
    parents = itertools.takewhile(lambda one: one is not None, _parents(control))
    return " < ".join(f"{type(one).__name__}" for one in itertools.islice(parents, 5))


def _parents(control: QWidget | None) -> Iterator[QWidget]:
    while control is not None:
        yield control
        control = control.parentWidget()


def picture(window: QWidget, control: QWidget) -> QImage:
    """What a person sees of a control and of a little round it."""
    corner = control.mapTo(window, control.rect().topLeft())
    return window.grab(QRect(corner, control.size()).adjusted(-4, -4, 4, 4)).toImage()


def faults_of(window: QWidget, control: QWidget, seen: set[tuple[str, str]]) -> Iterator[str]:
    """What is wrong with a control that has the keyboard. How focus looks is looked at once for each class and look."""
    name, interface = called(control), QAccessible.queryAccessibleInterface(control)
    role = interface.role() if interface is not None else QAccessible.Role.NoRole
    if not name.strip():
        yield f"no name: {described(control)}"
    if role in NO_ROLES:
        yield f"role {role.name}: {described(control)} «{name}»"
    soon = QDeadlineTimer(20_000)
    while control.visibleRegion().isEmpty() and not soon.hasExpired():
        QTest.qWait(1)  # layouts of a page shown just now, and parts that are made in slices
    if control.visibleRegion().isEmpty():
        yield f"out of sight: {described(control)} «{name}»"
    kind = (type(control).__name__, str(control.property("look")))
    if kind not in seen:
        seen.add(kind)
        with_focus = picture(window, control)
        control.clearFocus()
        if picture(window, control) == with_focus:
            yield f"focus cannot be seen: {described(control)} «{name}»"
        control.setFocus(Qt.FocusReason.TabFocusReason)


@pytest.mark.parametrize("plan", ("sample", "empty"))
def test_every_control_has_a_name_a_role_and_a_visible_focus(
    running: Application, plans: Path, plan: str, qtbot: QtBot
) -> None:
    running.open_plan(plans / f"{plan}.mplan")
    assert running.session is not None
    assert running.workspace is not None
    running.session.today = lambda: date(2027, 8, 16)
    running.window.activateWindow()
    faults: list[str] = []
    seen: set[tuple[str, str]] = set()
    for where in views(running):
        qtbot.wait(1)
        qtbot.waitUntil(
            lambda: slices.at_rest() and not any(figures.at_work for figures in overviews(running.window)),
            timeout=60_000,
        )
        running.workspace.rail.setFocus()
        for control in walk(running.window, where):
            faults += [f"{where}: {fault}" for fault in faults_of(running.window, control, seen)]
    assert not faults, "\n".join(sorted(set(faults)))
