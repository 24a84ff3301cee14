"""Turns of the window: one slice at a time, workers last, painting in a turn of its own."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, QSize, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.ui import giving_way, slices
from mainstreamer.ui.slices import PaintedLater, Slices
from mainstreamer.ui.widgets.page_stack import PageStack


class Listener(QObject):
    """Writes down when an event that was posted between two slices is handled."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__()
        self._heard = heard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self._heard.append("event")
            return True
        return super().event(event)


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every step is a slice."""
    monkeypatch.setattr(slices, "SLICE_S", 0)


def test_slices_of_two_parts_take_turns_and_events_come_between(qtbot: QtBot) -> None:
    heard: list[str] = []
    host, listener = QObject(), Listener(heard)
    one, other = Slices(host), Slices(host)

    def steps(name: str) -> Iterator[None]:
        for _ in range(3):
            heard.append(name)
            QApplication.postEvent(listener, QEvent(QEvent.Type.User))
            yield

    one.start(steps("one"))
    other.start(steps("other"))
    qtbot.waitUntil(lambda: not one.at_work and not other.at_work)
    assert heard[:10] == ["one", "event", "other", "event", "one", "event", "other", "event", "one", "event"]


def test_what_is_last_waits_for_all_others(qtbot: QtBot) -> None:
    done: list[str] = []
    host = QObject()
    last, first = Slices(host, last=True), Slices(host)
    last.soon(lambda: done.append("worker"))
    first.start(iter(range(3)), lambda step: done.append(str(step)))
    qtbot.waitUntil(lambda: "worker" in done)
    assert done == ["0", "1", "2", "worker"]


def test_of_what_is_wanted_in_one_breath_the_last_is_done(qtbot: QtBot) -> None:
    done: list[str] = []
    one = Slices(QApplication.instance())  # type: ignore[arg-type]
    one.soon(lambda: done.append("first"))
    one.soon(lambda: done.append("second"))
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["second"] and not one.at_work


def test_others_have_their_turns_while_one_waits_for_a_person(qtbot: QtBot) -> None:
    """A slice that opens a dialog holds up only itself."""
    done: list[str] = []
    host = QObject()
    asking, other = Slices(host), Slices(host)

    def ask() -> None:
        loop = QEventLoop()
        other.soon(lambda: (done.append("other"), loop.quit()))  # type: ignore[func-returns-value]
        QTimer.singleShot(5000, loop.quit)
        loop.exec()
        done.append("asked")

    asking.soon(ask)
    qtbot.waitUntil(lambda: "asked" in done)
    assert done == ["other", "asked"]


def test_a_step_that_fails_is_the_end_of_its_own_work_only(qtbot: QtBot) -> None:
    done: list[str] = []
    host = QObject()
    failing, other = Slices(host), Slices(host)

    def steps() -> Iterator[None]:
        yield
        raise ValueError("a step")

    failing.start(steps(), failed=lambda error: done.append(str(error)))
    other.start(iter(range(3)), after=lambda: done.append("other"))
    qtbot.waitUntil(lambda: len(done) == 2)
    assert set(done) == {"a step", "other"} and not failing.at_work


def test_who_is_gone_has_no_turn(qtbot: QtBot) -> None:
    done: list[str] = []
    gone, there = QWidget(), QObject()
    Slices(gone).soon(lambda: done.append("gone"))
    gone.deleteLater()
    del gone
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    Slices(there).soon(lambda: done.append("there"))
    qtbot.waitUntil(lambda: "there" in done)
    assert done == ["there"]


class Painted(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count, self.asked = 0, 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.count += 1

    def sizeHint(self) -> QSize:
        self.asked += 1
        return QSize(40, 40)


def test_what_comes_into_sight_is_painted_in_a_turn_of_its_own(qtbot: QtBot) -> None:
    stack = PageStack()
    qtbot.addWidget(stack)
    before, page = Painted(stack), Painted(stack)
    stack.addWidget(before)
    stack.addWidget(page)
    stack.resize(200, 100)
    stack.show()
    qtbot.waitExposed(stack)
    painting = PaintedLater(stack)
    painting.hold()
    stack.setCurrentWidget(page)
    assert page.isVisible() and page.size() == stack.size() and page.count == 0
    qtbot.waitUntil(lambda: page.count > 0)
    assert stack.updatesEnabled()


def test_a_page_out_of_sight_is_not_asked_for_its_size(qtbot: QtBot) -> None:
    stack = PageStack()
    qtbot.addWidget(stack)
    pages = [Painted(stack) for _ in range(3)]
    for page in pages:
        stack.addWidget(page)
    stack.resize(200, 100)
    stack.show()
    qtbot.waitExposed(stack)
    for page in pages:
        page.asked = 0
    pages[0].updateGeometry()
    stack.resize(220, 110)
    QApplication.processEvents()
    assert [page.asked for page in pages[1:]] == [0, 0]
    assert stack.currentWidget() is pages[0] and pages[0].size() == stack.size()
    stack.setCurrentIndex(2)
    assert stack.currentIndex() == 2 and pages[2].size() == stack.size()


def test_a_worker_rests_while_a_page_comes_up(qtbot: QtBot) -> None:
    host, gone_through, seen = QObject(), list[int](), list[int]()
    worker = Thread(target=lambda: gone_through.extend(giving_way.giving_way(range(100))))

    def steps() -> Iterator[None]:
        worker.start()
        for _ in range(5):
            seen.append(len(gone_through))
            yield

    Slices(host).start(steps())
    qtbot.waitUntil(lambda: len(gone_through) == 100)
    worker.join()
    assert seen == [0] * 5


def test_a_worker_does_not_rest_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window may be waiting for it."""
    monkeypatch.setattr(giving_way, "PATIENCE_S", 0)
    giving_way.begin()
    try:
        assert list(giving_way.giving_way(range(3))) == [0, 1, 2]
    finally:
        giving_way.end()


def test_what_only_begins_a_worker_makes_none_rest(qtbot: QtBot) -> None:
    host, rested = QObject(), list[bool]()
    Slices(host, last=True).soon(lambda: rested.append(giving_way.rests()))
    qtbot.waitUntil(lambda: bool(rested))
    assert rested == [True]
