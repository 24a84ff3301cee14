"""Drives the real window and tells how long its event loop was held: `python -m tests.benchmarks.watchdog PLAN WORKBOOK`.

One line of JSON a measurement: what (first, again, work), name, milliseconds of the longest gap between two ticks, and
milliseconds that the thread of the window was at work in it. The gap is what a person waits; where the second number is far
below it, other processes had the machine meanwhile, or a worker had the interpreter.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mainstreamer.domain.fields import LongText, Text
from mainstreamer.settings import Settings
from mainstreamer.ui.application import Application
from mainstreamer.ui.pages.coming_back_page import ComingBackPage
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.registry import ABOVE_STEPS, BELOW_STEPS
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.widgets.rail import Rail
from mainstreamer.ui.workbook_coming_back import READ

TICK_MS = 2
KEYS_MS = 60
"""Milliseconds between two keys of somebody who types fast."""
REST_MS = 700
"""So long after a deed the loop is still watched: charts are loaded and findings worked out meanwhile."""


class Watchdog:
    """Ticks, and keeps the longest gap."""

    def __init__(self) -> None:
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self.longest, self.worked = 0.0, 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        gap = now - self._last - TICK_MS / 1000
        if gap > self.longest:
            self.longest, self.worked = gap, work - self._last_work
        self._last, self._last_work = now, work

    def watch(self, deed: Callable[[], object], rest: int = REST_MS) -> tuple[float, float]:
        """Do it from within the loop; milliseconds of the longest gap from then on until rest, and of work in it."""
        loop, faults = QEventLoop(), list[BaseException]()

        def do() -> None:
            try:
                deed()
            except Exception as fault:  # noqa: BLE001
                faults.append(fault)

        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self.longest, self.worked = 0.0, 0.0
        QTimer.singleShot(0, do)
        QTimer.singleShot(rest, loop.quit)
        loop.exec()
        if faults:
            raise faults[0]
        return self.longest * 1000, self.worked * 1000


def tell(what: str, name: str, held: tuple[float, float]) -> None:
    print(json.dumps([what, name, *held]), flush=True)


def main(path: Path, book: Path) -> None:
    app = QApplication([])
    running = Application(app, Settings(language="en", theme="light"))
    running.window.resize(1366, 768)
    running.window.show()
    dog = Watchdog()
    dog.watch(lambda: None)
    tell("work", "opening the plan", dog.watch(lambda: running.open_soon(path), 1500))
    while running.workspace is None:
        dog.watch(lambda: None)
    workspace = running.workspace
    keys = [one.key for one in ABOVE_STEPS] + [str(step) for step in range(1, 11)] + [one.key for one in BELOW_STEPS]
    for key in keys:
        tell("first", key, dog.watch(lambda key=key: click_rail(workspace.rail, key)))  # type: ignore[misc]
        page = workspace.current_page
        assert workspace.current_key == key
        for tab in list(page._tab_buttons)[1:] if isinstance(page, StepPage) else []:
            tell("first", f"{key} {tab}", dog.watch(page._tab_buttons[tab].click))
            assert page.tab == tab and page._stack.currentIndex() > 0
            visit(dog, page, f"{key} {tab}")
        if key == "actions":
            visit(dog, page, key)
    for key in keys:
        tell("again", key, dog.watch(lambda key=key: click_rail(workspace.rail, key), 250))  # type: ignore[misc]
    look_through(dog, running, book)
    running.window.close()


def look_through(dog: Watchdog, running: Application, book: Path) -> None:
    """A workbook with a thousand changes: read, ticked, moved through, taken in."""
    workspace, session = running.workspace, running.session
    assert workspace is not None and session is not None
    back = session.coming_back
    tell("first", "coming back", dog.watch(lambda: workspace.taking_in.begin(book)))
    while back.stage != READ or workspace.current_key != "coming_back":
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
            tell("first", f"{name} {view}", dog.watch(register.views.buttons[view].click))
            tell("work", f"{name} {view} next row", dog.watch(lambda: next_row(register), 250))  # noqa: B023
        tell("again", f"{name} table", dog.watch(lambda: register.views.show_view("table"), 250))  # noqa: B023
        tell("work", f"{name} next row", dog.watch(lambda: next_row(register), 250))  # noqa: B023
        tell("work", f"{name} filter", dog.watch(lambda: type_into(register.filter, "dist")))  # noqa: B023
        register.filter.clear()
        dog.watch(lambda: None, 300)
        head = register.table.horizontalHeader()
        tell("work", f"{name} sort", dog.watch(lambda: head.setSortIndicator(1, Qt.SortOrder.DescendingOrder)))  # noqa: B023
        dog.watch(lambda: head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder), 300)  # noqa: B023
        register.proxy.finish()
        if register.records():
            tell("work", f"{name} edit", dog.watch(lambda: edit(register)))  # noqa: B023


def click_rail(rail: Rail, key: str) -> None:
    """Click the line of a page."""
    row = next(row for row in range(rail.count()) if rail._entry(row).key == key)
    middle = rail.visualItemRect(rail.item(row)).center()
    QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def type_into(line: QLineEdit, text: str) -> None:
    """Press the keys one after the other, each in an event of its own as from a keyboard."""
    if text:
        QTest.keyClicks(line, text[0])
        QTimer.singleShot(KEYS_MS, lambda: type_into(line, text[1:]))


def next_row(register: RegisterView) -> None:
    table = register.table
    QTest.keyClick(table, Qt.Key.Key_Down)


def edit(register: RegisterView) -> None:
    """Type another text into the chosen row, or the first, as from its cell."""
    uid = next(iter(register.table.selected() or (register.records()[0].uid,)))
    register.table.choose([uid])
    types = [register.model.type_of(place) for place in range(len(register.model.columns))]
    column = next(place for place, type_ in enumerate(types) if type(type_) in (Text, LongText))
    target = register.table.model().index(register.proxy.shown_row(uid), column)
    model = register.table.model()
    assert model.setData(target, f"{target.data(Qt.ItemDataRole.EditRole)} changed", Qt.ItemDataRole.EditRole)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
