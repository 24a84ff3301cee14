"""Where this comes from: read, walked by keyboard, and a way to every card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from mainstreamer.domain import trace
from mainstreamer.domain.kinds import item_setting_uid
from mainstreamer.domain.plan import creation
from mainstreamer.knowledge import recommendation
from mainstreamer.operations import answering
from mainstreamer.ui import theme
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.pages.trace_page import TracePage
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.led_list import font
from mainstreamer.ui.widgets.trace_items import TraceItems
from mainstreamer.ui.widgets.trace_topics import BARRED, PLAIN, _sides

pytestmark = pytest.mark.usefixtures("speech")


@pytest.fixture
def page(session: Session, qtbot: QtBot, speech: str) -> TracePage:
    made = TracePage(session)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def choose(page: TracePage, code: str) -> None:
    page.show_view(code, {})
    assert page.tab == code


def listed(page: TracePage) -> dict[str, list[str]]:
    """Codes of items by heading."""
    found: dict[str, list[str]] = {}
    for line in page.items.lines():
        if line.is_heading:
            found[line.text] = []
        elif line.code:
            found[line.group].append(line.code)
    return found


def state(page: TracePage, code: str) -> tuple[str, str]:
    return next((line.tail, line.tone) for line in page.items.lines() if line.code == code)


def test_every_point_shows_its_parts_with_their_items(page: TracePage, session: Session) -> None:
    for bullet in recommendation():
        choose(page, bullet.code)
        shown = listed(page)
        for part in bullet.parts:
            items = [code for code in part.items if code in session.checklist.by_code]
            heading = words().word("recommendation", bullet.code, "part", part.key)
            assert shown.get(heading, []) == items
        assert page._text.text() == words().word("recommendation", bullet.code, "text")


def test_titles_of_topics_take_two_lines_where_they_need_them(page: TracePage, qtbot: QtBot) -> None:
    rows = [row for row in range(page.topics.count()) if page.topics._line(row).code]

    def heights(width: int) -> list[int]:
        page.topics.setFixedWidth(width)
        qtbot.waitUntil(lambda: page.topics.viewport().width() >= width - 24)
        return [page.topics.visualItemRect(page.topics.item(row)).height() for row in rows]

    wide, narrow = heights(600), heights(230)
    assert all(few <= many for few, many in zip(wide, narrow, strict=True))
    assert sum(few < many for few, many in zip(wide, narrow, strict=True)) > 3


def test_rows_of_topics_have_no_blank_line(page: TracePage, qtbot: QtBot) -> None:
    """Whatever the width, scroll bar or not, and whichever topic is chosen."""
    topics, px, metrics = page.topics, theme.current().px, QFontMetrics(font("text"))

    def blank() -> list[str]:
        """Titles that one line has room for, in rows that are higher than that."""
        found = []
        for row in range(topics.count()):
            line, box = topics._line(row), topics.visualItemRect(topics.item(row))
            room = topics.least_width() - 2 * px(12) - sum(_sides(line))
            one = px(BARRED if line.barred else PLAIN)
            if line.code and metrics.horizontalAdvance(line.title) <= room and box.height() != one:
                found.append(line.title)
        return found

    for height in (700, 1600):
        for width in range(240, 400, 8):
            page.resize(1100, height)
            topics.setFixedWidth(width)
            qtbot.waitUntil(lambda: not blank())
            topics.setCurrentRow(2 + width % 5)
            qtbot.waitUntil(lambda: not blank())


def test_topics_are_walked_by_keyboard_past_the_headings(page: TracePage, qtbot: QtBot) -> None:
    page.topics.setFocus()
    assert page.tab == "R2"
    seen = [page.tab]
    for _ in range(40):
        qtbot.keyClick(page.topics, Qt.Key.Key_Down)
        if page.tab == seen[-1]:
            break
        seen.append(page.tab)
    bullets = [bullet.code for bullet in recommendation()]
    assert seen == [*bullets, *trace.OTHER_RECOMMENDATIONS, "stages", *trace.FRAMEWORKS, "sources"]


def test_an_answer_shows_in_colour_and_words(page: TracePage, session: Session) -> None:
    choose(page, "R2.2")
    assert state(page, "2.1") == (t("not answered"), "neutral")
    session.put("answer", answering.answer(session.plan, "2.1", score="yes"))
    assert state(page, "2.1") == (t("Yes, claimed"), "good")
    far = t("{answered} of {of} answered", answered=1, of=trace.how_far(session.plan, session.checklist, (
        item for item in session.checklist.items if "R2.2" in item.tags["r2"]
    ))[1])  # fmt: skip
    assert page._far.text() == far
    session.put("answer", answering.answer(session.plan, "2.1", score="partly"))
    assert state(page, "2.1") == (words().choice("score", "partly"), "warning")
    session.undo()
    session.undo()
    assert state(page, "2.1") == (t("not answered"), "neutral")


def test_the_cursor_stays_when_an_answer_changes(page: TracePage, qtbot: QtBot, session: Session) -> None:
    choose(page, "R2.2")
    page.items.setFocus()
    for _ in range(3):
        qtbot.keyClick(page.items, Qt.Key.Key_Down)
    before = page.items.current_line()
    assert before is not None
    session.put("answer", answering.answer(session.plan, "2.1", score="no"))
    after = page.items.current_line()
    assert after is not None and after.code == before.code


def test_own_items_stand_under_their_points(page: TracePage, session: Session) -> None:
    values = {"code": "3.N1", "step": "3", "question": "Are elders heard?", "r2": ("R2.3", "R2.5")}
    session.put("add", creation("custom_item", "own", values))
    for point in values["r2"]:
        choose(page, point)
        assert listed(page)[t("Items that this plan added")] == ["3.N1"]
    choose(page, "R2.1")
    assert "3.N1" not in str(listed(page))


def test_years_are_kept_apart(page: TracePage) -> None:
    for code, said in (("R2.4", t("paper of 2013")), ("R3", t("paper of 2013")), ("stages", t("handbook of 2010"))):
        choose(page, code)
        assert page._layer.text() == said
    for code in trace.FRAMEWORKS:
        choose(page, code)
        assert page._layer.text() == t("today")
        assert page.items.lines()[0].is_note, "it says that the paper is older"
    choose(page, "sources")
    assert not page._layer.isVisible()


def test_countries_of_the_paper_are_told_from_those_of_the_programme(page: TracePage, speech: str) -> None:
    choose(page, "R2")
    note = page.items.lines()[0].text
    names = ("Mali", "Tunisia", "2013") if speech == "en" else ("Мали", "Тунис", "2013")
    assert all(name in note for name in names)


def test_all_marks_of_sources_are_explained(page: TracePage) -> None:
    choose(page, "sources")
    lines = page.items.lines()
    marks = words().section("recommendation")["mark"]
    assert all(line.text != t("no explanation yet") for line in lines)
    assert not {line.code for line in lines} & (set(marks) - {"UN INFO"}), "a source has a name, not a mark"
    assert len({line.code for line in lines}) == len(lines)


def fits(view: TraceItems) -> bool:
    """Whether each line is as high as its text needs now."""
    option = QStyleOptionViewItem()
    indexes = [view.model().index(row, 0) for row in range(view.model().rowCount())]
    wanted = [view.itemDelegate().sizeHint(option, index).height() for index in indexes]
    return [view.visualRect(index).height() for index in indexes] == wanted


def test_an_empty_plan_has_none_answered(page: TracePage, session: Session) -> None:
    answered, of = trace.how_far(session.plan, session.checklist, page._topics[0].items)
    assert answered == 0 < of
    assert page._far.text() == t("{answered} of {of} answered", answered=answered, of=of)


def trace_page(program: Application) -> TracePage:
    assert program.workspace is not None
    program.workspace.show_page("trace")
    page = program.workspace.current_page
    assert isinstance(page, TracePage)
    return page


def test_enter_and_a_click_lead_to_the_card(program: Application, qtbot: QtBot) -> None:
    page = trace_page(program)
    choose(page, "R2.6")
    page.items.setFocus()
    qtbot.keyClick(page.items, Qt.Key.Key_Down)
    line = page.items.current_line()
    assert line is not None and program.workspace is not None
    qtbot.keyClick(page.items, Qt.Key.Key_Return)
    step = program.workspace.current_page
    assert isinstance(step, StepPage) and step.checklist.open_code == line.code
    program.workspace.ways.back(-1)
    assert program.workspace.current_page is page and page.tab == "R2.6"
    row = next(row for row, one in enumerate(page.items.lines()) if one.code == "7.1")
    box = page.items.visualRect(page.items.model().index(row, 0))
    page.items.scrollTo(page.items.model().index(row, 0))
    box = page.items.visualRect(page.items.model().index(row, 0))
    qtbot.mouseClick(page.items.viewport(), Qt.MouseButton.LeftButton, pos=box.center() - QPoint(20, 0))
    seventh = program.workspace.current_page
    assert isinstance(seventh, StepPage) and seventh.checklist.open_code == "7.1"


def test_an_item_of_a_sector_not_used_leads_to_the_sectors(program: Application, qtbot: QtBot) -> None:
    assert program.session is not None and program.workspace is not None
    values = {"code": "6.N9", "step": "6", "question": "Is the plan tested?", "sector": "crisis", "r2": ("R2.4",)}
    program.session.put("add", creation("custom_item", "own", values))
    page = trace_page(program)
    choose(page, "R2.4")
    assert state(page, "6.N9") == (t("sector not used"), "neutral")
    row = next(row for row, one in enumerate(page.items.lines()) if one.code == "6.N9")
    page.items.setCurrentIndex(page.items.model().index(row, 0))
    qtbot.keyClick(page.items, Qt.Key.Key_Return)
    step = program.workspace.current_page
    assert isinstance(step, StepPage) and step.step == 6
    assert step.part.strip.sectors_button is QApplication.focusWidget()


def test_an_item_left_out_says_so(program: Application, qtbot: QtBot) -> None:
    assert program.session is not None and program.workspace is not None
    uid = item_setting_uid(program.session.plan.uid, "2.4")
    program.session.put("edit", creation("item_setting", uid, {"item": "2.4", "off": True}))
    page = trace_page(program)
    choose(page, "R2.2")
    assert state(page, "2.4") == (t("left out"), "neutral")
    row = next(row for row, one in enumerate(page.items.lines()) if one.code == "2.4")
    page.items.setCurrentIndex(page.items.model().index(row, 0))
    qtbot.keyClick(page.items, Qt.Key.Key_Return)
    step = program.workspace.current_page
    assert isinstance(step, StepPage) and "2.4" in step.part.strip.note.text()


def test_every_line_has_the_height_of_its_text(program: Application, qtbot: QtBot) -> None:
    """Also when the scroll bar comes while lines are laid out, and when only the width changes."""
    page = trace_page(program)
    for code in ("R2", "R2.1", "R2.4", "sources"):
        choose(page, code)
        for less in range(0, 60, 10):
            program.window.resize(1366 - less, 768)
            qtbot.waitUntil(lambda: fits(page.items), timeout=2000)
