"""The collector of garbage and what is still at work: a view that nobody holds is not ended within a slot of it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mainstreamer.domain.fields import FieldSpec
from mainstreamer.domain.plan import creation
from mainstreamer.settings import Settings
from mainstreamer.ui import garbage, slices
from mainstreamer.ui.application import Application
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets import field_grid, record_fields

NEVER = 1_000_000
NOT_NOW, NOW = (NEVER, NEVER, NEVER), (1, NEVER, NEVER)


@pytest.fixture
def untouched_collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The collector as Python starts with it, and as this program had it before the test."""
    thresholds, was_enabled = gc.get_threshold(), gc.isenabled()
    monkeypatch.setattr(garbage._Only, "collector", None)
    gc.enable()
    yield
    gc.set_threshold(*thresholds)
    if not was_enabled:
        gc.disable()
    if garbage._Only.collector is not None:
        garbage._Only.collector.deleteLater()


def test_a_view_let_go_while_its_form_is_made_ends_between_events(
    untouched_collector: None, qapp: QApplication, qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = Application(qapp, Settings(language="en", theme="light"))
    qtbot.addWidget(running.window)
    session.put("add", creation("institution", "one", {"name": "Ministry of Labour"}))
    monkeypatch.setattr(slices, "SLICE_S", 0)
    # All that is made from here on is young, and due when the collector next comes by.
    gc.freeze()
    gc.set_threshold(*NOT_NOW)
    at_work: list[str] = []
    made: list[list[str]] = []
    ended: list[list[str]] = []

    class Large(field_grid.FieldBox):
        """A field whose making allocates much."""

        def __init__(self, session: Session, kind: str, field: str, spec: FieldSpec) -> None:
            at_work.append(field)
            super().__init__(session, kind, field, spec)
            gc.set_threshold(*NOW)
            made.extend([[field] for _ in range(100)])
            gc.set_threshold(*NOT_NOW)
            at_work.remove(field)

    def show() -> None:
        view = RegisterView(session, "institution")
        view.destroyed.connect(lambda: ended.append([*at_work]))
        view.resize(1000, 700)
        view.show()
        qtbot.waitUntil(lambda: view.form.fields is not None and bool(view.form.fields.made))
        assert view.form.is_making

    show()
    monkeypatch.setattr(record_fields, "FieldBox", Large)
    qtbot.waitUntil(lambda: bool(made))
    assert ended == []
    gc.collect()
    assert ended == [[]]


def test_nothing_is_collected_while_a_worker_makes_what_is_gone_when_it_is_done(
    untouched_collector: None, qapp: QApplication, qtbot: QtBot
) -> None:
    garbage.keep_to_this_thread()
    looked: list[int] = []
    gc.callbacks.append(note := lambda phase, info: looked.append(info["generation"]) if phase == "start" else None)
    try:
        with garbage.worker():
            gc.set_threshold(*NOW)
            young = [[place] for place in range(1000)]
            garbage.collect()
            assert looked == [] and len(young) == 1000
        garbage.collect()
        assert looked == [0]
    finally:
        gc.callbacks.remove(note)
