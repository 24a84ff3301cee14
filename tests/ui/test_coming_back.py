"""The page of a workbook that came back, driven as a person does, over workbooks that are made up."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.history import Cell
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.domain.returned import Place, Refusal, Returned
from mainstreamer.domain.taking import ALREADY, CHANGED, CONFLICT, PLAN, WORKBOOK, Choices, Taking
from mainstreamer.errors import NotAnExport, OtherPlan, UnreadableWorkbook
from mainstreamer.storage.document import Document
from mainstreamer.ui import taking_in
from mainstreamer.ui.application import Application
from mainstreamer.ui.coming_back_choices import OPEN
from mainstreamer.ui.coming_back_lines import NEW, REFUSED, REMARK, REMOVAL, Line, Section
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.models.coming_back_model import RECORD, VALUES
from mainstreamer.ui.pages.coming_back_page import ComingBackPage
from mainstreamer.ui.pages.table_page import TablePage
from mainstreamer.ui.session import Session
from mainstreamer.ui.tasks import Progress
from mainstreamer.ui.widgets.coming_back_painting import box_of, way_at
from mainstreamer.ui.widgets.coming_back_texts import exported_texts, refusal_texts, way_height, way_texts
from mainstreamer.ui.widgets.coming_back_tree import ComingBackTree
from mainstreamer.ui.workbook_coming_back import READ, ComingBack
from mainstreamer.ui.workspace import Workspace
from tests.ui.returned_plan import MadeUp, cell, many, nothing, refused, rich, taking

pytestmark = pytest.mark.usefixtures("speech")
SHIFT, LEFT = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
FILE = Path("plan.xlsx")


class Desk:
    """A window over the sample plan, with a workbook that came back."""

    def __init__(self, program: Application, qtbot: QtBot) -> None:
        assert program.session is not None and program.workspace is not None
        self.program, self.qtbot = program, qtbot
        self.session: Session = program.session
        self.engine = MadeUp(rich)

    @property
    def workspace(self) -> Workspace:
        assert self.program.workspace is not None
        return self.program.workspace

    @property
    def back(self) -> ComingBack:
        return self.session.coming_back

    @property
    def page(self) -> ComingBackPage:
        return cast(ComingBackPage, self.workspace.pages["coming_back"])

    @property
    def tree(self) -> ComingBackTree:
        return self.page.tree

    @property
    def plan(self) -> Plan:
        return self.session.plan

    def plan_cell(self, kind: str, place: int, field: str) -> Cell:
        return Cell(kind, self.plan.all(kind)[place].uid, field)

    def open(self, make: Callable[[Plan], Taking], path: Path = FILE) -> ComingBackPage:
        """Bring a workbook in and wait until it can be looked through."""
        self.engine = self.back.engine = MadeUp(make)
        self.workspace.taking_in.begin(path)
        self.arrive()
        self.settle()
        return self.page

    def arrive(self) -> None:
        """Until the page is there: it is made in one event and shown in another."""
        self.qtbot.waitUntil(lambda: self.workspace.current_key == "coming_back")

    def settle(self) -> None:
        """Until all lines are about the plan as it is now."""
        self.qtbot.waitUntil(lambda: self.back.stage == READ and self.back.is_current and self.back._task is None)

    def section(self, what: str, title: str = "") -> Section:
        return next(one for one in self.back.sections if one.what == what and title in one.title)

    def go(self, what: str, field: str = "") -> Line:
        """Put the cursor on the first line of that kind, over that field."""
        line = next(
            line for one in self.back.sections for line in one.lines if line.what == what and field in ("", line.field)
        )
        self.tree.setCurrentIndex(self.tree.lines.find(line.key))
        self.tree.setFocus()
        return line

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.tree, key, held)

    def take(self) -> Choices:
        """Press the button; what was chosen."""
        self.qtbot.mouseClick(self.page.take_button, LEFT)
        return self.engine.chosen[-1]


@pytest.fixture
def desk(program: Application, qtbot: QtBot) -> Desk:
    return Desk(program, qtbot)


# -- showing -----------------------------------------------------------------------------------------------------------


def test_everything_that_a_workbook_brings_stands_in_its_group(desk: Desk) -> None:
    page = desk.open(rich)
    QAbstractItemModelTester(page.tree.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [one.what for one in desk.back.sections] == [CONFLICT, REMOVAL, CHANGED, CHANGED, ALREADY, REMARK]
    assert [one.title for one in desk.back.sections if one.what == CHANGED] == ["Action plan", "Institutions"]
    shown = {what: chip.text() for what, chip in page.head.chips.items() if chip.isVisible()}
    assert shown == {
        CONFLICT: n("{n} conflict", "{n} conflicts", 2),
        CHANGED: n("{n} change", "{n} changes", 7),
        NEW: n("{n} new record", "{n} new records", 2),
        REMOVAL: n("{n} missing row", "{n} missing rows", 1),
        ALREADY: n("{n} already in the plan", "{n} already in the plan", 1),
    }
    assert "plan.xlsx" in page.head.about.text() and "Ana Rusu" in page.head.about.text()
    assert words().date(date(2026, 9, 18)) in page.head.about.text()
    assert words().date(date(2026, 9, 4)) in page.head.about.text()
    assert page.take_button.text() == n("Import {n} change", "Import {n} changes", 9)
    assert n("{n} conflict stays open.", "{n} conflicts stay open.", 2) in page.foot_note.text()
    tree = page.tree
    opened = {one.what: tree.isExpanded(tree.lines.index(row, 0)) for row, one in enumerate(desk.back.sections)}
    assert opened == {CONFLICT: True, REMOVAL: True, CHANGED: True, ALREADY: False, REMARK: False}
    assert tree.hasFocus() and isinstance(tree.current(), Line)
    assert desk.workspace.rail.current_key() == "coming_back"


def test_lines_of_a_record_stand_together_in_the_order_of_the_workbook(desk: Desk) -> None:
    desk.open(rich)
    lines = desk.section(CHANGED, "Action plan").lines
    assert [line.address for line in lines] == ["I12", "K12", "N12", "C13", "M14", "P15", "A40"]
    assert [line.begins for line in lines[:4]] == [True, False, False, True]
    assert lines[0].name.startswith(desk.plan.actions[0].code)


def test_the_line_chosen_is_shown_whole(desk: Desk) -> None:
    page = desk.open(rich)
    action = desk.plan.actions[0]
    desk.go(CHANGED, "output")
    assert action.title in page.detail.subject.toolTip() and page.detail.address.text() == "Action plan!K12"
    before, after, _ = page.detail.columns
    assert before.text.toPlainText() == action.output
    assert after.text.toPlainText() == f"{action.output} Districts report twice a year."
    assert [one.cursor.selectedText() for one in after.text.extraSelections()] == [" Districts report twice a year."]
    assert not page.detail.columns[2].isVisible()
    page.tree.setCurrentIndex(page.tree.lines.index(0, 0))
    assert page.detail.sentence.isVisible() and not page.detail.go_button.isVisible()


def test_a_new_row_shows_its_fields_and_a_record_of_the_same_name(desk: Desk) -> None:
    page = desk.open(rich)
    first, like = (line for one in desk.back.sections for line in one.lines if line.what == NEW)
    assert (first.label, like.label) == (t("New row"), t("New, same name"))
    assert desk.plan.institutions[0].name in first.new and first.name == "A-09.01-7 Advice in every district"
    desk.tree.setCurrentIndex(desk.tree.lines.find(first.key))
    assert not page.detail.go_button.isVisible()
    desk.tree.setCurrentIndex(desk.tree.lines.find(like.key))
    same = desk.plan.institutions[2]
    assert same.name in page.detail.columns[1].text.toPlainText()
    desk.qtbot.mouseClick(page.detail.go_button, LEFT)
    assert desk.workspace.current_key == "3"
    assert desk.session.visits.go(0) is not None


def test_a_change_that_names_a_new_record_says_its_name(desk: Desk) -> None:
    def make(plan: Plan) -> Taking:
        whole = rich(plan)
        fresh = dataclasses.replace(whole.rows[1].row, alike=(), values={"name": "Agency of tomorrow"})
        lead = cell(plan, "action", plan.actions[0].uid, "leads", (fresh.uid,), 12)
        return taking(cells=(lead,), rows=(dataclasses.replace(whole.rows[1], row=fresh),))

    desk.open(make)
    assert desk.go(CHANGED, "leads").new == "Agency of tomorrow"


def test_missing_rows_are_asked_about_and_say_what_goes_with_them(desk: Desk) -> None:
    page = desk.open(rich)
    line = desk.go(REMOVAL)
    assert not desk.back.decisions.is_ticked(line)
    assert t("Changed in the plan after the export.") in line.note
    gone = words().kind("action_indicator", "many")
    assert t("Also removed: {what}.", what=f"{gone[0].lower()}{gone[1:]} (1)") in line.note
    assert page.detail.columns[1].text.toPlainText()
    desk.press(Qt.Key.Key_Space)
    assert page.take_button.text() == n("Import {n} change", "Import {n} changes", 10)
    assert desk.take().removed == {line.uid}


# -- deciding ----------------------------------------------------------------------------------------------------------


def test_space_takes_ticks_away_and_sets_them(desk: Desk) -> None:
    page = desk.open(rich)
    line = desk.go(CHANGED, "cost")
    desk.press(Qt.Key.Key_Space)
    assert page.take_button.text() == n("Import {n} change", "Import {n} changes", 8)
    model, section = page.tree.lines, desk.section(CHANGED, "Action plan")
    assert model.state(section) == Qt.CheckState.PartiallyChecked
    desk.press(Qt.Key.Key_Space)
    assert model.state(section) == Qt.CheckState.Checked
    desk.press(Qt.Key.Key_Space, SHIFT)
    assert model.state(section) == Qt.CheckState.PartiallyChecked
    chosen = desk.take()
    assert chosen.left_cells == {Cell("action", line.uid, name) for name in ("cost", "output", "blocked")}
    assert not chosen.left_rows and not chosen.removed and not chosen.decided


def test_a_heading_ticks_all_its_lines_or_none(desk: Desk) -> None:
    page = desk.open(rich)
    row = desk.back.sections.index(desk.section(CHANGED, "Institutions"))
    page.tree.setCurrentIndex(page.tree.lines.index(row, 0))
    desk.press(Qt.Key.Key_Space)
    assert not any(map(desk.back.decisions.is_ticked, desk.back.sections[row].lines))
    desk.press(Qt.Key.Key_Return)
    assert not page.tree.isExpanded(page.tree.lines.index(row, 0))
    like = desk.back.sections[row].lines[1]
    chosen = desk.take()
    assert chosen.left_rows == {like.uid} and chosen.left_cells == {desk.plan_cell("institution", 0, "acronym")}


def test_boxes_are_ticked_by_mouse_and_words_are_only_chosen(desk: Desk) -> None:
    page = desk.open(rich)
    line = desk.go(CHANGED, "cost")
    index = page.tree.lines.find(line.key)
    page.tree.scrollTo(index, page.tree.ScrollHint.PositionAtTop)
    rect = page.tree.visualRect(index)
    box = box_of(rect, Qt.LayoutDirection.LeftToRight).center()
    other = page.tree.indexBelow(index)
    for place, ticked in ((box, False), (box, True)):
        desk.qtbot.mouseClick(page.tree.viewport(), LEFT, pos=place)
        assert desk.back.decisions.is_ticked(line) is ticked
    desk.qtbot.mouseClick(page.tree.viewport(), LEFT, pos=page.tree.visualRect(other).center())
    assert page.tree.currentIndex().row() == other.row() and desk.back.decisions.is_ticked(line)
    desk.qtbot.mouseDClick(page.tree.viewport(), LEFT, pos=box)
    assert desk.workspace.current_key == "coming_back"


def test_conflicts_are_decided_by_keys_by_mouse_and_below(desk: Desk) -> None:
    page = desk.open(rich)
    line = desk.go(CONFLICT)
    decisions = desk.back.decisions
    assert decisions.of(line) == OPEN and page.detail.columns[2].way.isChecked()
    for key, how in ((Qt.Key.Key_1, PLAN), (Qt.Key.Key_2, WORKBOOK), (Qt.Key.Key_3, OPEN), (Qt.Key.Key_Space, PLAN)):
        desk.press(key)
        assert decisions.of(line) == how
    assert page.detail.columns[0].way.isChecked()
    rect = page.tree.visualRect(page.tree.lines.find(line.key).siblingAtColumn(VALUES))
    rows = [y for y in range(rect.top(), rect.bottom()) if way_at(line, rect, QPoint(0, y)) == WORKBOOK]
    desk.qtbot.mouseClick(page.tree.viewport(), LEFT, pos=QPoint(rect.left() + 40, rows[len(rows) // 2]))
    assert decisions.of(line) == WORKBOOK and page.detail.columns[1].way.isChecked()
    page.detail.columns[1].way.setFocus()
    desk.qtbot.keyClick(page.detail.columns[1].way, Qt.Key.Key_Right)
    assert decisions.of(line) == OPEN
    desk.qtbot.keyClick(page.detail.columns[2].way, Qt.Key.Key_Left)
    assert page.take_button.text() == n("Import {n} change", "Import {n} changes", 10)
    assert desk.take().decided == {line.cell: WORKBOOK}


def test_a_conflict_shows_three_values_and_whose_the_plan_is(desk: Desk) -> None:
    page = desk.open(rich)
    desk.go(CONFLICT, "status")
    shown = [page.detail.exported, *page.detail.columns[:2]]
    said = [column.text.toPlainText() for column in shown]
    names = [words().choice("action_status", code) for code in ("on_track", "not_started", "delayed")]
    assert said == names
    assert page.detail.exported.name.isVisible() and not page.detail.exported.way.isVisible()
    assert len({one.text.y() for one in shown}) == 1, "they begin at one height"
    leave = page.detail.columns[2]
    assert leave.way.isVisible() and not leave.text.isVisible() and leave.about.text()
    desk.go(CHANGED, "cost")
    assert not page.detail.exported.isVisible()
    desk.go(CONFLICT, "status")
    assert "Ion Popa, State Chancellery" in page.detail.columns[0].note.toolTip()
    index = page.tree.currentIndex()
    heard = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert all(value in heard for value in said) and t("left open") in heard


def test_a_long_value_and_what_is_expected_are_read_in_the_list(desk: Desk) -> None:
    page = desk.open(rich)
    line = desk.go(CONFLICT, "title")
    width = page.tree.header().sectionSize(VALUES)
    _, workbook, _ = way_texts(line, width)
    assert ", with the offices of employment" in workbook.text and not workbook.text.endswith("…")
    line = desk.go(CONFLICT, "status")
    head = page.tree.header()

    def is_high_enough() -> bool:
        head.resizeSection(RECORD, page.tree.viewport().width() - 520)
        texts = way_texts(line, head.sectionSize(VALUES))
        high = page.tree.visualRect(page.tree.currentIndex()).height()
        return texts[0].lines == 2 and high == sum(map(way_height, texts)) + 6

    desk.qtbot.waitUntil(is_high_enough)
    row = page.tree.visualRect(page.tree.currentIndex().siblingAtColumn(VALUES))
    texts = way_texts(line, row.width())
    below = row.top() + sum(max(text.size.height(), 1) for text in texts[:2])
    assert [way_at(line, row, QPoint(0, y)) for y in (row.top() + 8, below, row.bottom() - 8)] == [PLAN, WORKBOOK, OPEN]
    desk.open(refused)
    line = desk.go(REFUSED, "status")
    row = page.tree.visualRect(page.tree.currentIndex().siblingAtColumn(VALUES))
    stands, expected = refusal_texts(line, row.width(), Qt.LayoutDirection.LeftToRight)
    assert expected.text == line.note and stands.size.height() + expected.size.height() < row.height()
    assert head.textElideMode() == Qt.TextElideMode.ElideRight


def test_all_conflicts_and_all_ticks_at_once(desk: Desk) -> None:
    page = desk.open(rich)
    page.head.all_workbook.trigger()
    page.head.tick_none.trigger()
    assert page.take_button.text() == n("Import {n} change", "Import {n} changes", 2)
    page.head.all_plan.trigger()
    assert page.take_button.text() == n("Import {n} conflict", "Import {n} conflicts", 2)
    assert n("{n} stays as in the plan.", "{n} stay as in the plan.", 2) in page.foot_note.text()
    page.head.all_open.trigger()
    page.head.tick_all.trigger()
    assert page.take_button.text() == n("Import {n} change", "Import {n} changes", 10)


def test_with_nothing_ticked_there_is_nothing_to_take(desk: Desk) -> None:
    page = desk.open(lambda plan: many(plan, 3))
    page.head.tick_none.trigger()
    assert not page.take_button.isEnabled()
    assert not page.head.all_plan.isVisible()


def test_many_changes_are_said_to_be_taken_in_before_they_are(desk: Desk) -> None:
    page = desk.open(lambda plan: many(plan, 1000))
    desk.qtbot.mouseClick(page.take_button, LEFT)
    assert page.message.heading.text() == n("Importing {n} change …", "Importing {n} changes …", 1000)
    assert not page.take_button.isVisible() and not page.aside_button.isVisible() and not desk.engine.chosen
    desk.qtbot.waitUntil(lambda: not desk.session.has_workbook)
    assert len(desk.engine.chosen) == 1 and desk.workspace.current_key == "1"


def test_what_cannot_be_written_stays_to_be_looked_through(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MadeUp, "take_in", lambda *_: False)
    for count in (3, 1000):
        page = desk.open(lambda plan, count=count: many(plan, count), Path(f"{count}.xlsx"))  # type: ignore[misc]
        desk.qtbot.mouseClick(page.take_button, LEFT)
        desk.qtbot.waitUntil(lambda: desk.back.stage == READ)
        assert page.tree.isVisible() and page.take_button.isVisible()


def test_the_menu_of_a_line_ticks_its_record(desk: Desk) -> None:
    page = desk.open(rich)
    line = desk.go(CHANGED, "output")
    all_of, none_of, _between, go = page.tree.menu_of(line).actions()
    none_of.trigger()
    assert desk.back.decisions.count(desk.back.sections) == 6
    all_of.trigger()
    assert desk.back.decisions.count(desk.back.sections) == 9
    go.trigger()
    assert desk.workspace.current_key == "actions"


def test_enter_leads_to_the_record_and_the_page_keeps_its_ticks(desk: Desk) -> None:
    page = desk.open(rich)
    line = desk.go(CHANGED, "cost")
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Return)
    assert desk.workspace.current_key == "actions"
    desk.qtbot.keyClick(desk.program.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.workspace.current_page is page and page.tree.current() == line
    assert not desk.back.decisions.is_ticked(line)


# -- what cannot be taken ----------------------------------------------------------------------------------------------


def test_what_cannot_be_read_is_listed_and_nothing_can_be_taken(desk: Desk) -> None:
    page = desk.open(refused)
    assert [one.what for one in desk.back.sections] == [REFUSED]
    assert not page.take_button.isVisible() and not page.head.all_button.isVisible()
    line = desk.back.sections[0].lines[1]
    page.tree.setCurrentIndex(page.tree.lines.find(line.key))
    assert "14" in line.name and "Action plan" in line.name and line.address == "M14"
    assert page.detail.columns[0].text.toPlainText() == "soon"
    assert "On track" in page.detail.columns[1].text.toPlainText()
    desk.qtbot.mouseClick(page.head.copy_button, LEFT)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "plan.xlsx" and len(copied) == 5
    assert copied[3].split("\t")[:5] == ["Action plan", "M14", "", "Status", "soon"] and "On track" in copied[3]
    assert page.head.copy_button.text() == n("{n} line copied", "{n} lines copied", 3)


def test_a_corrected_file_is_read_again(desk: Desk) -> None:
    page = desk.open(refused)
    desk.engine.make = rich
    desk.qtbot.mouseClick(page.head.again_button, LEFT)
    desk.settle()
    assert page.take_button.isVisible() and page.take_button.isEnabled()


def test_what_is_decided_stays_when_the_same_file_is_read_again(desk: Desk) -> None:
    page = desk.open(rich)
    line = desk.go(CHANGED, "cost")
    desk.press(Qt.Key.Key_Space)
    desk.qtbot.mouseClick(page.head.again_button, LEFT)
    desk.settle()
    assert not desk.back.decisions.is_ticked(line)


def test_a_workbook_that_brings_nothing_says_so(desk: Desk) -> None:
    page = desk.open(nothing)
    assert page.message.isVisible() and page.message.heading.text() == t("The workbook brings nothing new")
    assert not page.take_button.isVisible() and not page.tree.isVisible()

    def only_already(plan: Plan) -> Taking:
        whole = rich(plan)
        return taking(cells=tuple(one for one in whole.cells if one.state == ALREADY), remarks=whole.remarks)

    desk.open(only_already, Path("other.xlsx"))
    assert page.tree.isVisible() and not page.take_button.isVisible()
    assert page.foot_note.text() == t("The workbook brings nothing new.")


def test_a_file_that_is_no_export_is_told_in_place(desk: Desk) -> None:
    class Refusing(MadeUp):
        def read(self, document: Document, plan: Plan, path: Path, today: date, progress: Progress) -> Returned:
            raise OtherPlan(path=str(path))

    desk.back.engine = Refusing(rich)
    desk.workspace.taking_in.begin(FILE)
    desk.arrive()
    desk.qtbot.waitUntil(lambda: desk.back.error is not None)
    page = desk.page
    assert "plan.xlsx" in page.message.heading.text() and page.message.text.text()
    assert page.head.again_button.isVisible() and page.aside_button.isVisible() and not page.take_button.isVisible()
    desk.qtbot.mouseClick(page.aside_button, LEFT)
    assert desk.workspace.current_key == "1"


def not_ours(desk: Desk, path: Path) -> ComingBackPage:
    """The page over a file that is no workbook of this plan."""

    class Refusing(MadeUp):
        def read(self, document: Document, plan: Plan, path: Path, today: date, progress: Progress) -> Returned:
            raise NotAnExport(path=str(path))

    desk.back.engine = Refusing(rich)
    desk.workspace.taking_in.begin(path)
    desk.arrive()
    desk.qtbot.waitUntil(lambda: desk.back.error is not None)
    return desk.page


def test_another_workbook_is_chosen_in_place_of_one_that_is_not_ours(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = not_ours(desk, tmp_path / "list.xlsx")
    assert page.message.another_button.isVisible() and page.message.table_button.isVisible()
    desk.engine = desk.back.engine = MadeUp(rich)
    asked = [("", ""), (str(tmp_path / "right.xlsx"), "")]
    monkeypatch.setattr(taking_in.QFileDialog, "getOpenFileName", lambda *_: asked.pop(0))
    desk.qtbot.mouseClick(page.message.another_button, LEFT)
    assert desk.back.error is not None
    desk.qtbot.mouseClick(page.message.another_button, LEFT)
    desk.settle()
    assert desk.back.path.name == "right.xlsx" and page.tree.isVisible()
    assert not page.message.another_button.isVisible()


def test_a_file_that_cannot_be_read_at_all_is_no_table_either(desk: Desk) -> None:
    class Broken(MadeUp):
        def read(self, document: Document, plan: Plan, path: Path, today: date, progress: Progress) -> Returned:
            raise UnreadableWorkbook(path=str(path), problem="damaged")

    desk.back.engine = Broken(rich)
    desk.workspace.taking_in.begin(FILE)
    desk.arrive()
    desk.qtbot.waitUntil(lambda: desk.back.error is not None)
    assert desk.page.message.another_button.isVisible() and not desk.page.message.table_button.isVisible()


def test_a_file_that_is_not_ours_is_taken_in_as_a_table(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Name", "Type"])
    book.active.append(["Border Agency", "Other"])
    book.save(path)
    page = not_ours(desk, path)
    page.message.table_button.setFocus()
    desk.qtbot.keyClick(page.message.table_button, Qt.Key.Key_Space)
    assert desk.workspace.current_key == "table_coming_in" and not desk.session.has_workbook
    table = cast(TablePage, desk.workspace.pages["table_coming_in"])
    desk.qtbot.waitUntil(lambda: table.work.book is not None and not table.work.busy)
    assert table.work.path == path


# -- warnings ----------------------------------------------------------------------------------------------------------


def worse(plan: Plan) -> Taking:
    """An end before its start, and a title that is gone."""
    first, second = plan.actions[0], plan.actions[1]
    return taking(
        cells=(
            cell(plan, "action", first.uid, "end", Quarter(2020, 1), 12, 9),
            cell(plan, "action", second.uid, "title", "", 13, 3),
        )
    )


def test_changes_that_make_the_plan_worse_are_warned_of(desk: Desk) -> None:
    page = desk.open(worse)
    ended = desk.go(CHANGED, "end")
    assert ended.caution.count(words().kind("action")) and desk.back.decisions.is_ticked(ended)
    assert any(column.isVisible() and column.name.text() == t("Warning") for column in page.detail.columns)
    index = page.tree.lines.find(ended.key)
    assert ended.caution in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    emptied = desk.go(CHANGED, "title")
    assert emptied.caution and emptied.emptied and not desk.back.decisions.is_ticked(emptied)
    assert page.tree.visualRect(index).height() > 0
    count = len(desk.back.found.taking.cautions) if desk.back.found is not None else 0
    assert count >= 2 and page.head.chips["warned"].text() == n("{n} warning", "{n} warnings", count)
    assert page.head.chips["warned"].isVisible()
    assert page.take_button.text() == n("Import {n} change", "Import {n} changes", 1)
    desk.press(Qt.Key.Key_Space)
    assert page.take_button.text() == n("Import {n} change", "Import {n} changes", 2)
    assert desk.take().left_cells == frozenset()


def test_a_compulsory_field_stays_filled_unless_it_is_ticked(desk: Desk) -> None:
    desk.open(worse)
    assert desk.take().left_cells == {desk.plan_cell("action", 1, "title")}


def test_refused_cells_name_the_record(desk: Desk) -> None:
    def broken(plan: Plan) -> Taking:
        first = plan.actions[0]
        one = Refusal(Place("Action plan", 12, 6, "Cost"), "action", "cost", "number_unreadable", "much", (), first.uid)
        fresh = Refusal(Place("Action plan", 90, 6), "action", "cost", "number_unreadable", "more", (), "", "A-9 New")
        return taking(refused=(one, fresh))

    page = desk.open(broken)
    lines = desk.section(REFUSED).lines
    first = desk.plan.actions[0]
    assert lines[0].name.endswith(f"{first.code} {first.title}") and lines[1].name.endswith("A-9 New")
    desk.qtbot.mouseClick(page.head.copy_button, LEFT)
    assert first.title in QGuiApplication.clipboard().text()


# -- reading -----------------------------------------------------------------------------------------------------------


class Slow(MadeUp):
    """Reads until it is told to stop."""

    def __init__(self) -> None:
        super().__init__(rich)
        self.begun = threading.Event()

    def read(self, document: Document, plan: Plan, path: Path, today: date, progress: Progress) -> Returned:
        for done in range(10_000_000):
            progress(done, 10_000_000)
            self.begun.set()
        raise AssertionError("nobody cancelled")


def test_reading_shows_progress_and_can_be_cancelled(desk: Desk) -> None:
    slow = desk.back.engine = Slow()
    desk.workspace.taking_in.begin(FILE)
    desk.arrive()
    desk.qtbot.waitUntil(slow.begun.is_set)
    page = desk.page
    assert page.message.bar.isVisible() and "plan.xlsx" in page.message.heading.text()
    assert page.message.cancel_button.hasFocus()
    desk.qtbot.waitUntil(lambda: page.message.bar.maximum() == 10_000_000)
    desk.qtbot.keyClick(page.message.cancel_button, Qt.Key.Key_Space)
    desk.qtbot.waitUntil(lambda: not desk.back.is_there)
    assert desk.workspace.current_key == "1" and not desk.session.has_workbook


def test_a_plan_may_be_closed_while_a_workbook_is_read(desk: Desk) -> None:
    slow = desk.back.engine = Slow()
    desk.workspace.taking_in.begin(FILE)
    desk.arrive()
    desk.qtbot.waitUntil(slow.begun.is_set)
    desk.program.show_start()
    assert desk.program.session is None


# -- keeping it --------------------------------------------------------------------------------------------------------


def test_a_change_of_the_plan_is_compared_anew_and_ticks_stay(desk: Desk) -> None:
    page = desk.open(rich)
    line = desk.go(CHANGED, "output")
    desk.press(Qt.Key.Key_Space)
    uid = desk.plan.actions[0].uid
    assert desk.session.put("edit", [Put("action", uid, "title", "Another title")])
    assert not page.take_button.isEnabled()
    desk.settle()
    assert page.take_button.isEnabled()
    now = page.tree.current()
    assert isinstance(now, Line) and now.key == line.key and "Another title" in now.name
    assert not desk.back.decisions.is_ticked(now)
    assert desk.take().left_cells == {line.cell}


def test_another_language_and_another_text_size_keep_ticks(desk: Desk, speech: str) -> None:
    page = desk.open(rich)
    line = desk.go(CHANGED, "cost")
    desk.press(Qt.Key.Key_Space)
    other = "ru" if speech == "en" else "en"
    desk.program.set_language(other)
    desk.qtbot.waitUntil(lambda: desk.back.found is not None and desk.back.found.language == other)
    assert page.head.title.text() == words().t("Import a workbook")
    assert page.tree.current() is not None and not desk.back.decisions.is_ticked(line)
    desk.program.take_settings(dataclasses.replace(desk.program.settings, text_size=125))
    desk.qtbot.waitUntil(lambda: desk.workspace.current_key == "coming_back")
    assert desk.page is not page and desk.page.tree.isVisible()
    assert desk.page.take_button.text() == n("Import {n} change", "Import {n} changes", 8)


def test_the_page_is_in_the_rail_only_while_there_is_something(desk: Desk) -> None:
    rail = desk.workspace.rail

    def keys() -> list[str]:
        return [rail._entry(row).key for row in range(rail.count())]

    assert "coming_back" not in keys()
    page = desk.open(rich)
    assert keys()[:3] == ["overview", "plan", "coming_back"]
    assert rail._entry(2).count == "12"
    desk.workspace.show_page("history")
    assert "coming_back" in keys()
    desk.workspace.show_page("coming_back")
    desk.qtbot.mouseClick(page.aside_button, LEFT)
    assert "coming_back" not in keys() and desk.workspace.current_key == "1"
    assert rail.current_key() == "1" and not desk.engine.chosen
    desk.qtbot.keyClick(desk.program.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    desk.workspace.show_page("coming_back")
    assert page.message.heading.text() == t("No workbook is being looked through")


def test_the_list_can_be_copied(desk: Desk) -> None:
    page = desk.open(rich)
    desk.qtbot.mouseClick(page.head.copy_button, LEFT)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 2 + sum(len(one.lines) for one in desk.back.sections)
    row = next(line.split("\t") for line in copied if "\tI12\t" in line)
    assert row[0] == "Action plan" and row[5] == words().number(1350000)


def test_the_history_is_that_of_the_record_chosen(desk: Desk) -> None:
    page = desk.open(rich)
    line = desk.go(CHANGED, "cost")
    assert page.history_subject() == ("action", line.uid, "cost")
    assert QApplication.focusWidget() is page.tree


@pytest.mark.parametrize("width", [70, 130, 220])
def test_a_value_when_exported_stands_before_what_it_is(desk: Desk, width: int) -> None:
    desk.open(rich)
    for line in desk.section(CONFLICT).lines:
        value, about = exported_texts(line, width, Qt.LayoutDirection.LeftToRight)
        assert value.lines == about.lines == 1
        assert value.text[:2] == (line.base or t("(blank)"))[:2]
