"""Drives the real window and tells how long its event loop was held: `python -m tests.benchmarks.watchdog PLAN WORKBOOK`.

One line of JSON a measurement: what (first, again, work), name, milliseconds of the longest gap between two ticks.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mainstreamer.settings import Settings
from mainstreamer.ui.application import Application
from mainstreamer.ui.pages.coming_back_page import ComingBackPage
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.registry import ABOVE_STEPS, BELOW_STEPS
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.workbook_coming_back import READ

TICK_MS = 2
REST_MS = 700
"""So long after a deed the loop is still watched: charts are loaded and findings worked out meanwhile."""


class Watchdog:
    """Ticks, and keeps the longest gap."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.longest = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - TICK_MS / 1000)
        self._last = now

    def watch(self, deed: Callable[[], object], rest: int = REST_MS) -> float:
        """Do it from within the loop; milliseconds of the longest gap from then on until rest."""
        loop = QEventLoop()
        self._last, self.longest = time.perf_counter(), 0.0
        QTimer.singleShot(0, deed)
        QTimer.singleShot(rest, loop.quit)
        loop.exec()
        return self.longest * 1000


def tell(what: str, name: str, milliseconds: float) -> None:
    print(json.dumps([what, name, milliseconds]), flush=True)


def main(path: Path, book: Path) -> None:
    app = QApplication([])
    running = Application(app, Settings(language="en", theme="light"))
    running.window.resize(1366, 768)
    running.window.show()
    dog = Watchdog()
    dog.watch(lambda: None)
    tell("work", "opening the plan", dog.watch(lambda: running.open_plan(path)))
    workspace = running.workspace
    assert workspace is not None
    keys = [one.key for one in ABOVE_STEPS] + [str(step) for step in range(1, 11)] + [one.key for one in BELOW_STEPS]
    for key in keys:
        tell("first", key, dog.watch(lambda key=key: workspace.show_page(key)))  # type: ignore[misc]
        page = workspace.current_page
        for tab in list(page._tab_buttons)[1:] if isinstance(page, StepPage) else []:
            tell("first", f"{key} {tab}", dog.watch(lambda page=page, tab=tab: page.show_tab(tab)))  # type: ignore[misc]
            visit(dog, page, f"{key} {tab}")
        if key == "actions":
            visit(dog, page, key)
    for key in keys:
        tell("again", key, dog.watch(lambda key=key: workspace.show_page(key), 250))  # type: ignore[misc]
    look_through(dog, running, book)
    running.window.close()


def look_through(dog: Watchdog, running: Application, book: Path) -> None:
    """A workbook with a thousand changes: read, ticked, moved through, taken in."""
    workspace, session = running.workspace, running.session
    assert workspace is not None and session is not None
    back = session.coming_back
    tell("first", "coming back", dog.watch(lambda: workspace.taking_in.begin(book)))
    while back.stage != READ:
        tell("work", "reading a workbook", dog.watch(lambda: None, 250))
    page = workspace.current_page
    assert isinstance(page, ComingBackPage)
    tell("work", "tick nothing of 1,000", dog.watch(page.head.tick_none.trigger, 250))
    tell("work", "tick all of 1,000", dog.watch(page.head.tick_all.trigger, 250))
    for key, name in ((Qt.Key.Key_Space, "tick one"), (Qt.Key.Key_Down, "next line"), (Qt.Key.Key_End, "last line")):
        tell("work", f"{name} of 1,000", dog.watch(lambda key=key: QTest.keyClick(page.tree, key), 250))  # type: ignore[misc]
    tell("again", "coming back", dog.watch(lambda: workspace.show_page("coming_back"), 250))
    tell("work", "taking in 1,000", dog.watch(lambda: page.take_button.click(), 2000))


def visit(dog: Watchdog, page: QWidget, name: str) -> None:
    """Its pictures, and the work of a person in its table."""
    for register in page.findChildren(RegisterView):
        if not register.isVisible():
            continue
        for view in list(register.views.buttons)[1:]:
            tell("first", f"{name} {view}", dog.watch(lambda view=view: register.views.show_view(view)))  # type: ignore[misc] # noqa: B023
            tell("work", f"{name} {view} next row", dog.watch(lambda: next_row(register), 250))  # noqa: B023
        register.views.show_view("table")
        tell("work", f"{name} next row", dog.watch(lambda: next_row(register), 250))  # noqa: B023
        tell("work", f"{name} filter", dog.watch(lambda: QTest.keyClicks(register.filter, "dist")))  # noqa: B023
        register.filter.clear()
        dog.watch(lambda: None, 300)
        head = register.table.horizontalHeader()
        tell("work", f"{name} sort", dog.watch(lambda: head.setSortIndicator(1, Qt.SortOrder.DescendingOrder)))  # noqa: B023
        dog.watch(lambda: head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder), 300)  # noqa: B023
        tell("work", f"{name} edit", dog.watch(lambda: edit(register)))  # noqa: B023


def next_row(register: RegisterView) -> None:
    table = register.table
    QTest.keyClick(table, Qt.Key.Key_Down)


def edit(register: RegisterView) -> None:
    """Type another title into the chosen row, or the first, as from its cell."""
    if not register.table.currentIndex().isValid():
        register.table.choose([register.records()[0].uid])
    index = register.table.currentIndex()
    model = register.table.model()
    column = next(
        place
        for place in range(model.columnCount())
        if model.flags(model.index(index.row(), place)) & Qt.ItemFlag.ItemIsEditable
        and register.model.columns[place] in ("title", "name", "post", "issues")
    )
    target = model.index(index.row(), column)
    model.setData(target, f"{target.data(Qt.ItemDataRole.EditRole)} changed", Qt.ItemDataRole.EditRole)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
