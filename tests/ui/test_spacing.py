"""One grid of distances: in every layout of every page, picture and dialog."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QLayout, QMainWindow, QStackedLayout, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.operations.sampling import create_sample
from mainstreamer.settings import Settings
from mainstreamer.storage.document import Document
from mainstreamer.ui import spacing
from mainstreamer.ui.application import Application
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.registry import ABOVE_STEPS, BELOW_STEPS, TABLE
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.widgets.flow import FlowLayout
from tests.conftest import FRAME

KEYS = (*(one.key for one in ABOVE_STEPS), *map(str, range(1, 11)), *(one.key for one in BELOW_STEPS), TABLE.key)
LINE = 1
"""Frames keep their line free."""


@pytest.fixture
def running(qapp: QApplication) -> Iterator[Application]:
    made = Application(qapp, Settings(language="en"))
    made.window.resize(1366, 768)
    made.window.show()
    yield made
    made.close_plan()
    made.window.close()


def on_grid(pixels: int) -> bool:
    return pixels in (0, LINE, spacing.SMALL) or pixels % spacing.GAP == 0


def distances(layout: QLayout) -> list[int]:
    """What a layout of ours keeps around its parts and between them; widgets of Qt and stacks have their own."""
    owner = layout.parentWidget()
    if owner is None or isinstance(owner, QMainWindow) or isinstance(layout, QStackedLayout):
        return []
    around = layout.contentsMargins()
    found = [around.left(), around.top(), around.right(), around.bottom()]
    if layout.count() < 2:
        return found
    if isinstance(layout, QGridLayout):
        return [*found, layout.horizontalSpacing(), layout.verticalSpacing()]
    return [*found, layout.spacing()] if isinstance(layout, (QBoxLayout, FlowLayout)) else found


def off_grid(widget: QWidget, where: str) -> set[str]:
    found = set()
    for layout in widget.findChildren(QLayout):
        if not all(map(on_grid, distances(layout))):
            owner = layout.parentWidget()
            around = "" if owner.parentWidget() is None else type(owner.parentWidget()).__name__
            found.add(f"{where}: {distances(layout)} in {type(owner).__name__} of {around}")
    return found


def pages(running: Application, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """Every page, every tab, every picture."""
    workspace = running.workspace
    assert workspace is not None
    for key in KEYS:
        workspace.show_page(key)
        page = workspace.current_page
        for tab in list(page._tab_buttons) if isinstance(page, StepPage) else [""]:
            if isinstance(page, StepPage):
                page.show_tab(tab)
            for register in [view for view in page.findChildren(RegisterView) if view.isVisible()]:
                for view in register.views.buttons:
                    register.views.show_view(view)
            qtbot.wait(1)
            yield f"{key} {tab}", page


def test_pages_keep_to_the_grid(running: Application, qtbot: QtBot, tmp_path: Path) -> None:
    create_sample(tmp_path / "sample.mplan", "en").close()
    Document.create(tmp_path / "empty.mplan", FRAME).close()
    running.window.repaint()
    wrong = off_grid(running.window, "start")
    running.new_plan()
    wrong |= off_grid(running.window, "new plan")
    for plan in ("sample", "empty"):
        running.open_plan(tmp_path / f"{plan}.mplan")
        assert running.session is not None
        running.session.today = lambda: date(2027, 8, 16)
        for name, page in pages(running, qtbot):
            wrong |= off_grid(page, name)
        wrong |= off_grid(running.window, "window")
    assert not wrong, "\n".join(sorted(wrong))


def test_dialogs_keep_to_the_grid(running: Application, qtbot: QtBot, tmp_path: Path) -> None:
    create_sample(tmp_path / "sample.mplan", "en").close()
    running.open_plan(tmp_path / "sample.mplan")
    wrong, seen = set(), 0
    shown = running.dialogs
    for open_it in (
        shown.export,
        shown.show_preferences,
        shown.show_about,
        shown.show_shortcuts,
        shown.ask_identity,
        shown.show_glossary,
    ):
        before = {widget for widget in running.app.topLevelWidgets() if widget.isVisible()}
        open_it()
        for widget in {widget for widget in running.app.topLevelWidgets() if widget.isVisible()} - before:
            wrong |= off_grid(widget, type(widget).__name__)
            seen += 1
            widget.close()
    assert seen >= 6
    assert not wrong, "\n".join(sorted(wrong))
