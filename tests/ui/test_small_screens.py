"""Large text on a small screen: what gives way, and what stays whole."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QHeaderView, QPushButton, QScrollArea, QStyle, QStyleOptionFrame, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.language import SHIPPED
from mainstreamer.operations.sampling import create_sample
from mainstreamer.settings import Settings
from mainstreamer.ui import theme
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import speak, t
from mainstreamer.ui.pages.coming_back_page import ComingBackPage
from mainstreamer.ui.pages.indicators_page import IndicatorsPage
from mainstreamer.ui.pages.population_view import PopulationView
from mainstreamer.ui.pages.readiness_page import ReadinessPage
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.pages.step_tabs import register_kinds
from mainstreamer.ui.widgets.coming_back_tree import ComingBackTree
from mainstreamer.ui.widgets.rail import title_lines
from mainstreamer.ui.widgets.readiness_tree import ReadinessTree
from mainstreamer.ui.workbook_coming_back import READ
from tests.absurd_plan import absurd_plan
from tests.ui.returned_plan import MadeUp, rich


@pytest.fixture(params=SHIPPED)
def small(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    """The window of 1366x768 at 150 %, over the sample plan."""
    made = Application(qapp, Settings(language=request.param, text_size=150, theme="light"))
    made.window.resize(1366, 768)
    made.window.show()
    create_sample(tmp_path / "sample.mplan", request.param).close()
    made.open_plan(tmp_path / "sample.mplan")
    yield made
    made.close_plan()
    made.window.close()
    speak("en")
    theme.apply(qapp, theme.load_theme("light"))


def step(running: Application, number: int, tab: str) -> StepPage:
    assert running.workspace is not None
    running.workspace.show_page(str(number))
    page = running.workspace.current_page
    assert isinstance(page, StepPage)
    page.show_tab(tab)
    return page


@pytest.mark.parametrize(
    ("number", "kind"), [(2, "membership"), (6, "sector_issue"), (5, "observation"), (3, "institution")]
)
def test_a_toolbar_takes_one_line(small: Application, qtbot: QtBot, number: int, kind: str) -> None:
    view = step(small, number, kind).findChild(RegisterView)
    assert view is not None
    qtbot.waitUntil(lambda: view.isVisible() and view.bar.width() > 500)
    shown = (view.bar.add, view.bar.more, view.views.bar, view.filter, view.bar.view, view.bar.form)

    def apart() -> int:
        places = [part.geometry().center().y() for part in shown]
        return max(places) - min(places)

    qtbot.waitUntil(lambda: apart() < 8)
    names = [press.accessibleName() for press in view.views.buttons.values()]
    assert all(names) and len(set(names)) == len(names), "what lost its words still says them"
    assert view.bar.add.accessibleName() and view.bar.add.text()


def test_names_come_back_with_room(small: Application, qtbot: QtBot) -> None:
    view = step(small, 2, "membership").findChild(RegisterView)
    assert view is not None
    buttons = view.views.buttons.values()
    qtbot.waitUntil(lambda: not any(press.text() for press in buttons))
    small.window.resize(1920, 1080)
    qtbot.waitUntil(lambda: all(press.text() == press.accessibleName() for press in buttons))


def test_a_register_has_the_line_of_back_and_next(small: Application, qtbot: QtBot) -> None:
    page = step(small, 2, "membership")
    assert not page._foot.isVisible()
    page.show_tab("checklist")
    assert page._foot.isVisible(), "a checklist is gone through step by step"
    page.show_tab("membership")
    small.window.resize(1920, 1080)
    qtbot.waitUntil(page._foot.isVisible)


def test_no_note_takes_the_room_of_a_low_window(small: Application, qtbot: QtBot) -> None:
    step(small, 2, "membership")
    assert small.workspace is not None
    assert not small.workspace.note.isVisible()
    small.window.resize(1920, 1080)
    small.workspace.show_page("3")
    small.workspace.show_page("readiness")
    assert small.workspace.note.isVisible()


def test_five_rows_of_indicators_are_seen_in_a_low_window(small: Application, qtbot: QtBot) -> None:
    assert small.workspace is not None
    small.workspace.show_page("indicators")
    page = small.workspace.current_page
    assert isinstance(page, IndicatorsPage)
    qtbot.waitUntil(lambda: page.card.isVisible() and page.table.model().rowCount() > 5)
    seen = page.table.viewport().height() // page.table.rowHeight(0)
    assert seen >= 5 and not page._purpose.isVisible() and page._title.toolTip() == page._purpose.text()
    assert page.table.rowHeight(0) >= 2 * page.table.fontMetrics().lineSpacing() - 4
    small.window.resize(1920, 1080)
    qtbot.waitUntil(page._purpose.isVisible)
    assert page._title.toolTip() == ""


def test_a_picture_has_place_for_itself(small: Application, qtbot: QtBot) -> None:
    for number, kind, picture in ((2, "membership", "chart"), (9, "action", "timeline")):
        view = step(small, number, kind).findChild(RegisterView)
        assert view is not None
        view.show_picture(picture)
        shown = view.views.currentWidget()
        qtbot.waitUntil(lambda shown=shown: shown.height() >= 300)


def test_words_longer_than_a_line_do_not_widen_the_checklist(small: Application, tmp_path: Path, qtbot: QtBot) -> None:
    absurd_plan(tmp_path / "absurd.mplan").close()
    small.open_plan(tmp_path / "absurd.mplan")
    for number in (2, 4):
        page = step(small, number, "checklist")
        area = page.checklist
        assert isinstance(area, QScrollArea)
        with qtbot.waitSignal(area.whole):
            pass
        qtbot.waitUntil(lambda area=area: area.widget().width() <= area.viewport().width())
        assert not area.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("number", [2, 3, 4, 5, 6, 7, 8, 9])
def test_no_form_is_wider_than_its_place(small: Application, tmp_path: Path, qtbot: QtBot, number: int) -> None:
    """Also where names have no blank and sums forty digits: what is wider would be cut at the edge."""
    absurd_plan(tmp_path / "absurd.mplan").close()
    small.open_plan(tmp_path / "absurd.mplan")
    for kind in register_kinds(number):
        step(small, number, kind)
        views = [view for view in small.window.findChildren(RegisterView) if view.isVisible()]
        if not views:
            continue  # a table of the population has no form of this kind
        (register,) = views
        register.form_button.setChecked(True)
        register.table.selectRow(0)
        form = register.form
        qtbot.waitUntil(lambda form=form: form.fields is not None and not form.is_making)
        area = form.findChild(QScrollArea)
        assert area is not None
        qtbot.waitUntil(lambda area=area: area.widget().width() <= area.viewport().width())


@pytest.mark.parametrize(
    ("title", "lines"),
    [("Start", ["Start"]), ("Data and analysis", ["Data and", "analysis"]), ("", [""])],
)
def test_titles_of_the_rail_break_between_words(qapp: QApplication, title: str, lines: list[str]) -> None:
    metrics = QFontMetrics(QFont())
    assert title_lines(title, metrics, metrics.horizontalAdvance("Data and a")) == lines
    assert title_lines(title, metrics, 10_000) == [title]


def test_what_two_lines_do_not_hold_ends_with_an_ellipsis(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont())
    room = metrics.horizontalAdvance("Interministerial")
    lines = title_lines("Interministerial coordination of everything", metrics, room)
    assert lines[0] == "Interministerial" and lines[1].endswith("…") and len(lines) == 2


def test_the_title_of_a_step_is_whole_beside_the_guidance(small: Application, qtbot: QtBot) -> None:
    small.window.resize(1920, 1080)
    page = step(small, 7, "checklist")

    def is_whole() -> bool:
        title = page._title
        needed = title.fontMetrics().horizontalAdvance(title.text())
        return title.width() >= needed or title.height() >= title.heightForWidth(title.width())

    assert small.workspace is not None
    qtbot.waitUntil(lambda: page.width() < 1300)
    qtbot.waitUntil(is_whole)


def test_names_of_steps_begin_below_each_other(small: Application, qtbot: QtBot) -> None:
    """That of step 10 as well, whose number has two figures."""
    workspace = small.workspace
    assert workspace is not None
    rail = workspace.rail
    rail.set_compact(False)
    workspace.show_page("overview")
    size = theme.current().px

    def begins(row: int) -> int:
        """Where the ink behind the number begins."""
        box = rail.visualItemRect(rail.item(row))
        rail.scrollToItem(rail.item(row))
        box = rail.visualItemRect(rail.item(row))
        drawn = rail.viewport().grab(box).toImage()
        ground = drawn.pixelColor(1, drawn.height() - 4)
        from_ = size(16 + 28 + 16)
        rows = range(drawn.height() // 3, drawn.height() - 4)
        return next(x for x in range(from_, drawn.width()) if any(drawn.pixelColor(x, y) != ground for y in rows))

    rows = [row for row in range(rail.count()) if rail._entry(row).key in ("2", "9", "10")]
    places = [begins(row) for row in rows]
    assert max(places) - min(places) <= size(3), places


def test_a_dot_is_explained_where_there_is_room(small: Application, qtbot: QtBot) -> None:
    workspace = small.workspace
    assert workspace is not None
    assert workspace.side.dots.toolTip() and workspace.side.dots.accessibleName()
    marked = next(row for row in range(workspace.rail.count()) if workspace.rail._entry(row).marked)
    entry = workspace.rail._entry(marked)
    assert entry.spoken == workspace.rail.item(marked).toolTip() and len(entry.spoken.split(". ")) == 3
    if workspace.side.dots.isVisible():
        assert workspace.side.dots.width() >= workspace.side.dots.sizeHint().width()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_a_checklist_has_one_trailing_edge(small: Application, qtbot: QtBot, size: int) -> None:
    """Cards, note, language, how far the step is, and the tables behind the other tabs end at one place."""
    small.take_settings(dataclasses.replace(small.settings, text_size=size))
    workspace = small.workspace
    assert workspace is not None
    page = step(small, 3, "checklist")
    qtbot.waitUntil(lambda: not page.checklist.waits and page.checklist.verticalScrollBar().isVisible())

    def edge(part: QWidget) -> int:
        return part.mapTo(page, part.rect().topRight()).x()

    card = next(iter(page.checklist.cards.values()))
    parts = [card, page.part.strip.language, page._state]
    qtbot.waitUntil(lambda: len({edge(part) for part in parts}) == 1)
    if workspace.note.isVisible():
        box = workspace.note._card
        assert workspace.note.mapTo(workspace, box.geometry().topRight()).x() == page.mapTo(
            workspace, page.rect().topLeft()
        ).x() + edge(card)
    before = edge(card)
    page.show_tab("institution")
    table = page.findChild(RegisterView)
    assert table is not None
    end = table.contentsRect().right() - table.layout().contentsMargins().right()
    qtbot.waitUntil(lambda: table.mapTo(page, QPoint(end, 0)).x() == before)


def test_the_button_beside_history_has_a_word_where_there_is_room(small: Application, qtbot: QtBot) -> None:
    page = step(small, 3, "checklist")
    qtbot.waitUntil(lambda: bool(page.checklist.open_code) and not page.checklist.waits)
    answer = page.checklist.cards[page.checklist.open_code].answer
    assert answer is not None
    small.window.resize(1600, 768)
    qtbot.waitUntil(lambda: answer.adapt_button.text() == t("Adapt item"))
    qtbot.waitUntil(lambda: answer.adapt_button.width() >= answer.adapt_button.sizeHint().width())
    answer.resize(300, answer.height())
    assert not answer.adapt_button.text() and answer.adapt_button.toolTip() and answer.adapt_button.accessibleName()


def test_buttons_are_whole_above_a_returned_workbook_and_below_population_tables(
    small: Application, qtbot: QtBot
) -> None:
    workspace, session = small.workspace, small.session
    assert workspace is not None and session is not None

    def whole(press: QPushButton) -> bool:
        return press.width() >= press.sizeHint().width()

    session.coming_back.engine = MadeUp(rich)
    workspace.taking_in.begin(Path("plan.xlsx"))
    qtbot.waitUntil(lambda: workspace.current_key == "coming_back" and session.coming_back.stage == READ)
    page = workspace.current_page
    assert isinstance(page, ComingBackPage)
    head = page.head
    qtbot.waitUntil(lambda: all(map(whole, (head.all_button, head.copy_button, head.again_button))))
    assert head.title.width() >= head.title.sizeHint().width()
    view = step(small, 5, "population_table").findChild(PopulationView)
    assert view is not None
    below = (view.list.duplicate, view.list.delete, view.list.add)
    qtbot.waitUntil(lambda: view.list.duplicate.isVisible() and all(map(whole, below)))


def test_headings_of_lists_are_whole_or_end_in_dots(small: Application, qtbot: QtBot) -> None:
    workspace, session = small.workspace, small.session
    assert workspace is not None and session is not None

    def whole(header: QHeaderView) -> list[bool]:
        # A hint is measured in the bold font of headings, and so is what is cut.
        assert header.textElideMode() == Qt.TextElideMode.ElideRight and header.font().weight() >= QFont.Weight.DemiBold
        return [header.sectionSize(place) >= header.sectionSizeHint(place) for place in range(header.count())]

    workspace.show_page("indicators")
    page = workspace.current_page
    assert isinstance(page, IndicatorsPage)
    qtbot.waitUntil(lambda: page.table.model().rowCount() > 5)
    assert all(whole(page.table.horizontalHeader()))
    workspace.show_page("readiness")
    readiness = workspace.current_page
    assert isinstance(readiness, ReadinessPage)
    assert all(whole(readiness.findChild(ReadinessTree).header()))
    session.coming_back.engine = MadeUp(rich)
    workspace.taking_in.begin(Path("plan.xlsx"))
    qtbot.waitUntil(lambda: workspace.current_key == "coming_back" and session.coming_back.stage == READ)
    back = workspace.current_page
    assert isinstance(back, ComingBackPage)
    qtbot.waitUntil(lambda: all(whole(back.findChild(ComingBackTree).header())))


def test_the_word_in_the_search_of_readiness_is_whole(small: Application, qtbot: QtBot) -> None:
    assert small.workspace is not None
    small.workspace.show_page("readiness")
    page = small.workspace.current_page
    assert isinstance(page, ReadinessPage)
    line = page.filters.text
    qtbot.waitUntil(line.isVisible)
    # Beside the frame, a line keeps two pixels on either side of its words.
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width() - 4
    qtbot.waitUntil(lambda: line.fontMetrics().horizontalAdvance(line.placeholderText()) <= room)
    assert line.accessibleName() == t("Find in findings")


def test_the_numbers_of_a_population_table_end_within_the_window(small: Application, qtbot: QtBot) -> None:
    page = step(small, 5, "population_table")
    view = page.findChild(PopulationView)
    assert view is not None
    qtbot.waitUntil(lambda: view.grid.isVisible() and view.grid.width() == view.pair.width())
    bar = view.grid.verticalScrollBar()
    assert bar.isVisible() and bar.mapTo(page, bar.rect().bottomRight()).x() < page.width()
    assert view.pair.mapTo(view, view.pair.rect().bottomRight()).x() < view.width()


def test_titles_of_the_rail_are_of_one_size_and_whole(small: Application) -> None:
    assert small.workspace is not None
    rail = small.workspace.rail
    size, font = rail.title_size(), QFont(rail.font())
    font.setBold(True)
    font.setPixelSize(size)
    metrics = QFontMetrics(font)
    assert theme.current().type_size("small") <= size <= QFontInfo(rail.font()).pixelSize()
    for title, beside in rail._beside(QFontMetrics(rail.font())):
        assert metrics.horizontalAdvance(title) + beside <= rail.viewport().width() + 12, title
    rail.setFixedWidth(2 * rail.width())
    assert rail.title_size() == QFontInfo(rail.font()).pixelSize()
