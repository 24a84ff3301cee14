"""Registers and their forms are read without guessing: what is cut says so, what opens a list looks so, all stand alike."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain import fields
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.plan import creation
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.models.register_columns import RegisterColumns
from mainstreamer.ui.pages.action_plan import ActionPlanPage
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.cell_chips import chip_font
from mainstreamer.ui.widgets.cell_text import cell_lines, in_view, is_strip
from mainstreamer.ui.widgets.choice_editor import ChoiceEditor, ManyChoicesEditor, MonthEditor
from mainstreamer.ui.widgets.column_widths import Wish, shared, wish
from mainstreamer.ui.widgets.editors import DateEditor, LineEditor, QuarterEditor
from mainstreamer.ui.widgets.elided_line import ElidedLine
from mainstreamer.ui.widgets.field_grid import make_editor
from mainstreamer.ui.widgets.form_splitter import LEAST, SHARE
from mainstreamer.ui.widgets.link_editor import LinkEditor
from mainstreamer.ui.widgets.record_fields import RecordFields
from mainstreamer.ui.widgets.register_totals import joined

pytestmark = pytest.mark.usefixtures("speech")
LONG = "Decision 48 of 6 February 2025, points 1 to 7, with its annex on the migration profile"


@pytest.fixture
def show(session: Session, qtbot: QtBot, speech: str) -> Callable[[fields.FieldType[Any], Any], Any]:
    """Shows an editor with a value, 220 pixels wide, without the keyboard."""
    hosts: list[QWidget] = []

    def shown(type_: fields.FieldType[Any], value: Any) -> Any:
        host = QWidget()
        hosts.append(host)
        editor = make_editor(type_, session)
        editor.setParent(host)
        editor.set_words("Field")
        editor.set_value(value)
        editor.resize(220, 120)
        host.resize(260, 160)
        elsewhere = QPushButton(host)
        elsewhere.move(230, 130)
        qtbot.addWidget(host)
        with qtbot.waitExposed(host):
            host.show()
            elsewhere.setFocus()
        return editor

    return shown


@pytest.fixture
def register(session: Session, qtbot: QtBot, speech: str) -> Callable[..., RegisterView]:
    """Shows a register of institutions."""
    views: list[RegisterView] = []

    def made(width: int, height: int = 620) -> RegisterView:
        session.put("add", creation("institution", "one", {"name": "Ministry of Finance"}))
        view = RegisterView(session, "institution")
        views.append(view)
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        qtbot.waitUntil(lambda: bool(view.table.selected()) and not view.form.is_making)
        return view

    return made


# -- fields --------------------------------------------------------------------------------------------------------------


def test_line_that_is_too_narrow_ends_in_an_ellipsis_until_somebody_types_in_it(
    show: Callable[..., Any], qtbot: QtBot
) -> None:
    editor = show(fields.Text(), LONG)
    assert isinstance(editor, LineEditor) and isinstance(editor.line, ElidedLine)
    cut = editor.line.shortened()
    assert cut.endswith("…") and LONG.startswith(cut.rstrip("…").rstrip())
    assert QFontMetrics(editor.line.font()).horizontalAdvance(cut) < editor.line.width()
    assert editor.line.tip() == LONG
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), editor.line.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(editor.line, event)
    qtbot.waitUntil(lambda: QToolTip.text() == LONG)
    QToolTip.hideText()
    # What is painted is the text that is cut, not the letters at the edge of the whole.
    before = editor.line.grab().toImage()
    editor.line.setText(LONG[:-3])
    editor.line.setCursorPosition(0)
    assert editor.line.grab().toImage() == before
    with qtbot.waitActive(editor.window()):
        editor.window().activateWindow()
        editor.focus()
    qtbot.waitUntil(editor.line.hasFocus)
    assert editor.line.shortened() == ""


def test_line_that_fits_is_whole(show: Callable[..., Any]) -> None:
    editor = show(fields.Text(), "Decision 48")
    assert editor.line.shortened() == "" and editor.line.tip() == ""


def test_choices_and_links_that_are_too_narrow_end_in_an_ellipsis(show: Callable[..., Any], session: Session) -> None:
    session.put("add", creation("objective", "o1", {"title": LONG}))
    link = show(fields.Link("objective"), "o1")
    assert isinstance(link, LinkEditor)
    assert link.combo.tip().endswith(LONG)
    choice = show(fields.Choice("treaty_status"), "")
    assert isinstance(choice, ChoiceEditor)
    choice.combo.clear()
    choice.combo.addItem(LONG)
    assert choice.combo.tip() == LONG
    choice.combo.clear()
    choice.combo.addItem("A")
    assert choice.combo.tip() == ""


def test_blank_day_says_its_form_in_words(show: Callable[..., Any], speech: str) -> None:
    day = show(fields.Date(), None)
    assert isinstance(day, DateEditor)
    form = {"en": "day/month/year", "ru": "день.месяц.год"}[speech]
    assert day.line.placeholderText() == form
    assert form in day.line.accessibleDescription()
    quarter = show(fields.FiscalQuarter(), None)
    assert isinstance(quarter, QuarterEditor)
    assert quarter.line.placeholderText().startswith({"en": "for example", "ru": "например"}[speech])


def test_choice_of_several_has_the_arrow_of_a_list(show: Callable[..., Any]) -> None:
    editor = show(fields.ManyChoices("gcm"), ())
    assert isinstance(editor, ManyChoicesEditor)
    arrow = editor.button.arrow().boundingRect()
    assert editor.button.rect().contains(arrow.toAlignedRect())
    assert arrow.left() > editor.button.width() - theme.current().px(22)
    drawn = editor.button.grab().toImage()
    middle = QPointF(arrow.center().x(), arrow.top() + 2).toPoint()
    assert drawn.pixelColor(middle) == theme.current().colour("muted")


def test_first_and_last_year_stand_side_by_side_and_the_fiscal_year_begins_with_a_month_by_name(
    session: Session, qtbot: QtBot
) -> None:
    form = RecordFields(session, "plan")
    qtbot.addWidget(form)
    for width in (1040, 560):
        form.resize(width, 2000)
        form.show()
        form.show_record(session.plan.uid)
        first, last = form.boxes["start_year"], form.boxes["end_year"]
        qtbot.waitUntil(lambda first=first, last=last: first.y() == last.y() and first.x() < last.x())
    month = form.boxes["fiscal_start"].editor
    assert isinstance(month, MonthEditor)
    month.combo.setFocus()
    month.combo.setCurrentIndex(month.combo.findText(words().choice("month", "4")))
    month.combo.activated.emit(month.combo.currentIndex())
    assert session.plan.frame.fiscal_start == 4
    session.undo()
    form.refresh(None)
    held = session.plan.frame.fiscal_start
    assert month.combo.currentText() == ("–" if held is None else words().choice("month", str(held)))


def test_long_text_has_the_whole_width_of_a_form_and_no_text_leaves_half_a_line_blank(
    session: Session, qtbot: QtBot
) -> None:
    session.put("add", creation("action", "a", {"title": "Do"}))
    form = RecordFields(session, "action")
    qtbot.addWidget(form)
    form.resize(560, 3000)
    form.show()
    form.show_record("a")
    for name in ("title", "plan_reference", "objective", "sdg", "budget_line"):
        box = form.boxes[name]
        qtbot.waitUntil(lambda box=box: box.width() >= 540 or box.x() > 0)
        assert box.geometry().right() > 540, name


# -- tables --------------------------------------------------------------------------------------------------------------


def test_cell_has_two_lines_and_an_ellipsis() -> None:
    font = QApplication.font()
    lines = cell_lines("Ministerstvo · وزارة العمل · শ্রম মন্ত্রণালয় · " + LONG, font, 120, 2)
    assert len(lines) == 2 and lines[1].endswith("…")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 120 for line in lines)
    assert cell_lines("Short", font, 120, 2) == ("Short",)


def test_text_at_the_edge_of_a_table_ends_there_and_a_strip_is_left_blank() -> None:
    room = QRect(0, 0, 300, 200)
    assert in_view(QRect(250, 0, 100, 40), room, mirrored=False).right() < room.right()
    assert in_view(QRect(-50, 0, 100, 40), room, mirrored=True).left() > room.left()
    assert is_strip(QRect(290, 0, 100, 40), room) and not is_strip(QRect(250, 0, 100, 40), room)


def test_edge_of_the_table_cuts_no_column() -> None:
    text, date = Wish(200, 140), Wish(100, 100)
    assert shared([text, text, text], [0, 0, 0], 560) == [200, 200, 160], "text becomes narrower"
    assert shared([text, text, text], [0, 0, 0], 410)[:2] == [205, 205], (
        "what is too narrow for text goes to those before"
    )
    assert shared([text, text, date], [0, 0, 0], 480) == [190, 190, 100], "text makes room for a date"
    assert shared([text, date, date, date], [0, 0, 0, 0], 330) == [230, 100, 100, 100], (
        "or the date stays beyond the edge"
    )
    assert shared([date, date, date], [0, 0, 0], 250)[:2] == [125, 125]
    assert shared([text, text, text], [200, 200, 0], 410) == [200, 200, 200], "what a person chose stays"
    assert shared([text, date], [0, 0], 400) == [300, 100], "room that is left goes to text"


@pytest.mark.parametrize("size", [100, 150, 200])
def test_dates_sums_and_words_of_lists_have_the_width_they_need(
    session: Session, qapp: QApplication, speech: str, size: int
) -> None:
    theme.apply(qapp, theme.load_theme("light", size))
    font = QFont(qapp.font())
    font.setPixelSize(theme.current().type_size("text"))
    columns = {
        name: wish(RegisterColumns(session, "action"), name, font) for name in ("start", "cost", "gap", "status")
    }
    ratified = wish(RegisterColumns(session, "treaty"), "status", font)
    theme.apply(qapp, theme.load_theme("light"))
    metrics, chips = QFontMetrics(font), QFontMetrics(chip_font(font))
    assert all(one.firm for one in columns.values())
    assert columns["start"].width >= metrics.horizontalAdvance(words().quarter(Quarter(2028, 4))) + 22
    for name in ("cost", "gap"):
        assert columns[name].width >= metrics.horizontalAdvance(words().money(Decimal(126_840_000))) + 22
    for code in CHOICES["action_status"]:
        assert columns["status"].width >= chips.horizontalAdvance(words().choice("action_status", code)) + 30
    for code in CHOICES["treaty_status"]:
        said = words().choice("treaty_status", code)
        lines = cell_lines(said, font, ratified.width - 22, 2)
        assert "".join(lines).replace(" ", "") == said.replace(" ", "")


def test_figures_are_not_broken_within() -> None:
    text, font = "In 2025 schools took in 12 300 children from 48 places", QFont()
    for width in range(60, 400, 7):
        assert not any(line.endswith((" 12", "\xa012")) for line in cell_lines(text, font, width, 9))
    said = joined(["1 without a cost", "gap 20 (surplus of 8 not counted)"])
    assert said.split(" ") == [
        "1\u00a0without\u00a0a\u00a0cost",
        "·",
        "gap\u00a020",
        "(surplus",
        "of",
        "8",
        "not",
        "counted)",
    ]


def test_chips_are_about_as_large_as_the_text_beside_them() -> None:
    assert chip_font(QFont()).pixelSize() >= theme.current().type_size("text") * 0.9


def test_corners_of_a_table_are_left_to_its_frame(qapp: QApplication, register: Callable[..., RegisterView]) -> None:
    theme.apply(qapp, theme.load_theme("contrast"))
    view = register(1080)
    view.filter.setFocus()
    drawn = view.table.grab().toImage()
    theme.apply(qapp, theme.load_theme("light"))
    for far in (False, True):
        corner = [drawn.pixelColor(drawn.width() - 1 - x if far else x, x).lightness() for x in range(8)]
        assert min(corner) < 200, "the frame goes round the corner"


@pytest.mark.parametrize("height", [400, 700])
def test_form_stands_beside_the_table_whatever_the_height(
    register: Callable[..., RegisterView], qtbot: QtBot, height: int
) -> None:
    view = register(1062, height)
    assert view.splitter.orientation() == Qt.Orientation.Horizontal
    assert view.form.isVisible()
    qtbot.waitUntil(lambda: abs(view.form.width() - 1062 * SHARE) < 20)
    assert view.form.width() >= LEAST


def test_form_gives_way_in_a_narrow_register_and_comes_back_with_its_room(
    register: Callable[..., RegisterView], qtbot: QtBot
) -> None:
    view = register(1062)
    view.resize(700, 620)
    assert view.form.isHidden()
    view.form_button.click()
    assert view.form.isVisible() and view.splitter.orientation() == Qt.Orientation.Horizontal
    view.resize(690, 600)
    assert view.form.isVisible(), "somebody asked for it"
    view.form_button.click()
    view.resize(1062, 620)
    qtbot.waitUntil(view.form.isVisible)


def test_count_beside_the_title_gives_way_before_the_toolbar_breaks(session: Session, qtbot: QtBot) -> None:
    session.put("add", creation("action", "a", {"title": "Do"}))
    page = ActionPlanPage(session)
    qtbot.addWidget(page)
    page.resize(1400, 600)
    page.show()
    bar, heading = page.register.bar, page.register.bar.heading
    assert heading is not None
    qtbot.waitUntil(lambda: heading.counts.isVisible())
    one_line = bar.height()
    while heading.counts.isVisible() and page.width() > 500:
        page.resize(page.width() - 10, 600)
        QApplication.processEvents()
    assert heading.counts.isHidden()
    qtbot.waitUntil(lambda: bar.height() == one_line)
    assert heading.title.toolTip() == heading.counts.text()
