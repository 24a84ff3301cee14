"""Draws every page and dialog to PNG: `python -m tests.screenshots FOLDER`. For people to look at."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from mainstreamer.language import SHIPPED
from mainstreamer.operations.sampling import create_sample
from mainstreamer.settings import Settings
from mainstreamer.storage.document import Document
from mainstreamer.ui.application import Application
from mainstreamer.ui.pages.step_page import StepPage

SIZE = (1366, 768)
EMPTY = {
    "title": "Empty plan",
    "country": "MDA",
    "start_year": 2027,
    "end_year": 2031,
    "fiscal_start": 1,
    "currency": "MDL",
}


def settle() -> None:
    """Let layouts and timers of this moment run, and then what they brought about."""
    for _ in range(2):
        loop = QEventLoop()
        QTimer.singleShot(40, loop.quit)
        loop.exec()


def draw(widget: QWidget, folder: Path, name: str) -> None:
    settle()
    widget.grab().save(str(folder / f"{name}.png"))


def pages(running: Application, prefix: str) -> Iterator[str]:
    """Show each page of the workspace and each tab of each step; yields a name for the picture."""
    workspace = running.workspace
    assert workspace is not None
    for key in (
        "overview",
        "plan",
        *(str(step) for step in range(1, 11)),
        "actions",
        "indicators",
        "readiness",
        "history",
    ):
        workspace.rail.choose(key)
        page = workspace.current_page
        name = f"{prefix}-{key.zfill(2)}"
        if isinstance(page, StepPage):
            for tab in page._tab_buttons:
                page.show_tab(tab)
                page.refresh(None)
                yield f"{name}-{tab}"
        else:
            yield name


def dialogs(running: Application) -> Iterator[tuple[str, QWidget]]:
    """Open each dialog in turn."""
    for name, show in (
        ("export", running.export),
        ("preferences", running.show_preferences),
        ("about", running.show_about),
        ("identity", running.ask_identity),
    ):
        before = set(running.app.topLevelWidgets())
        show()
        settle()
        for widget in set(running.app.topLevelWidgets()) - before:
            if widget.isVisible() and widget.isWindow():
                yield name, widget
                widget.close()


def draw_all(folder: Path, theme_name: str = "light", size: int = 100) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["MAINSTREAMER_HOME"] = tempfile.mkdtemp()
    app = QApplication.instance() or QApplication(["mainstreamer"])
    assert isinstance(app, QApplication)
    for code in SHIPPED:
        running = Application(app, Settings(language=code, theme=theme_name, text_size=size))
        running.window.resize(*SIZE)
        running.window.show()
        draw(running.window, folder, f"{code}-start")
        running.new_plan()
        draw(running.window, folder, f"{code}-new")
        home = Path(tempfile.mkdtemp())
        create_sample(home / "sample.mplan", code).close()
        Document.create(home / "empty.mplan", EMPTY).close()
        for plan in ("sample", "empty"):
            running.open_plan(home / f"{plan}.mplan")
            assert running.session is not None
            running.session.today = lambda: date(2027, 8, 16)
            for name in pages(running, f"{code}-{plan}"):
                draw(running.window, folder, name)
            if plan == "sample":
                for name, widget in dialogs(running):
                    draw(widget, folder, f"{code}-dialog-{name}")
        running.window.close()


if __name__ == "__main__":
    draw_all(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
