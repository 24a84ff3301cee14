"""What lines of the history say where there is little room, and which record they name."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.plan import Put, creation
from mainstreamer.ui.changes import CODE, subject
from mainstreamer.ui.i18n import n, words
from mainstreamer.ui.pages.history_page import HistoryPage
from mainstreamer.ui.pages.overview_words import glimpse_line
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.fitting_text import FittingText, fitting

pytestmark = pytest.mark.usefixtures("speech")
TITLE = "Issue an order that opens the care for mothers and the care in emergencies to everybody in the country"


@pytest.fixture
def page(session: Session, qtbot: QtBot, speech: str) -> HistoryPage:
    session.put("add", creation("action", "a", {"code": "A-7.01", "title": TITLE, "status": "not_started"}))
    session.put("edit", [Put("action", "a", "status", "done")])
    made = HistoryPage(session)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1110, 700)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: not made._slices.at_work and not made.filters.waits)
    return made


def painted(page: HistoryPage, row: int = 0) -> str:
    """What is painted of a line."""
    line = page.tree.topLevelItem(row)
    assert line is not None
    index = page.tree.indexFromItem(line, 1)
    option = QStyleOptionViewItem()
    page.tree.initViewItemOption(option)
    option.rect = page.tree.visualRect(index)  # type: ignore[attr-defined]
    delegate = page.tree.itemDelegateForColumn(1)
    assert isinstance(delegate, FittingText)
    delegate.initStyleOption(option, index)
    return str(option.text)  # type: ignore[attr-defined]


def test_a_name_gives_way_to_what_was_changed(page: HistoryPage, qtbot: QtBot) -> None:
    status = words().field("action", "status")
    change = f"{status}: {words().choice('action_status', 'not_started')} → {words().choice('action_status', 'done')}"
    line = page.tree.topLevelItem(0)
    assert line is not None and len(line.text(1)) > len(change)
    seen = set()
    for width in (1900, 1110, 900, 760):
        page.resize(width, 700)
        qtbot.waitUntil(lambda: page.tree.width() <= page.width())
        said = painted(page)
        assert said.endswith(change) and "A-7.01" in said and "……" not in said, (width, said)
        seen.add(said)
    assert len(seen) > 1 and line.text(1) in seen, "the whole name stands where there is room"


def test_the_shortest_text_is_cut_once(page: HistoryPage) -> None:
    metrics = QFontMetrics(page.tree.font())
    texts = ["a long text that has no room", "Office of the compla…” · Status"]
    for room in range(metrics.horizontalAdvance(texts[1]) + 1):
        assert not re.search(r"…\W*…", fitting(texts, metrics, room)), room


def test_a_record_without_a_code_keeps_its_name(session: Session) -> None:
    session.put("add", creation("institution", "o", {"name": "Labour Office"}))
    session.put("add", creation("action", "a", {"code": "A-7.01", "title": TITLE}))
    assert "Labour Office" in subject(session.plan, "institution", "o", CODE)
    assert subject(session.plan, "action", "a", CODE) == "A-7.01"


def test_several_values_of_one_record_name_it(session: Session) -> None:
    session.put("add", creation("action", "a", {"code": "A-7.01", "title": TITLE}))
    session.put("add", creation("action", "b", {"code": "A-7.02", "title": TITLE}))
    dates = [Put("action", "a", "start", Quarter(2027, 1)), Put("action", "a", "end", Quarter(2027, 3))]
    session.put("schedule", dates)
    session.undo()
    undone, moved = (glimpse_line(session.plan, one, session.today()) for one in session.document.glimpses(2))
    assert moved.text.startswith(f"{words().word('verb', 'schedule')}: A-7.01")
    assert undone.text.startswith(f"{words().word('verb', 'undo')}: A-7.01")
    assert (undone.target.kind, undone.target.uid) == ("action", "a")
    session.put("schedule", [Put("action", uid, "start", Quarter(2027, 2)) for uid in ("a", "b")])
    (both,) = (glimpse_line(session.plan, one, session.today()) for one in session.document.glimpses(1))
    assert both.text == f"{words().word('verb', 'schedule')} · {n('{n} value', '{n} values', 2)}"
