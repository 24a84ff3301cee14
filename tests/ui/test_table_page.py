"""A table that was not made with the program is taken in as a person does it: by mouse and keys, step by step."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.plan import Put, creation
from mainstreamer.exchange import foreign_in
from mainstreamer.operations.tables.targets import ASIDE, LEFT_OUT
from mainstreamer.storage.document import Document
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import n, speak, t, words
from mainstreamer.ui.pages.registry import TABLE
from mainstreamer.ui.pages.table_page import COLUMNS, DONE, FILE, HEADINGS, NAMES, RESULT, TablePage
from mainstreamer.ui.session import Session
from mainstreamer.ui.tasks import Progress
from tests.operations import table_forms

pytestmark = pytest.mark.usefixtures("speech")


@pytest.fixture
def page(session: Session, qtbot: QtBot, speech: str) -> TablePage:
    made = TablePage(session)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(QSize(1100, 700))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def choose(page: TablePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Choose a file as a person does: the button, then the dialog."""

    def chosen(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        qtbot.mouseClick(page.file.choose, Qt.MouseButton.LeftButton)
        rest(page, qtbot)

    return chosen


def rest(page: TablePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.work.busy, timeout=20_000)


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, key)


def go_on(page: TablePage, qtbot: QtBot) -> None:
    press(qtbot, page.next)
    rest(page, qtbot)


def finish(page: TablePage, qtbot: QtBot) -> None:
    while page.step != DONE:
        assert page.next.isEnabled()
        go_on(page, qtbot)


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def pick(combo: QComboBox, data: Any, qtbot: QtBot) -> None:
    """Choose a line of a combo box by keys."""
    combo.setFocus()
    wanted = combo.findData(data)
    assert wanted >= 0
    while combo.currentIndex() != wanted:
        qtbot.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up)


def choose_column(page: TablePage, place: int) -> None:
    row = [column.place for column in page.work.mapping.columns].index(place)
    page.columns.table.setCurrentIndex(page.columns.model.index(row, 0))


def click_row(qtbot: QtBot, table: QTableView, row: int) -> None:
    place = table.visualRect(table.model().index(row, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_an_action_plan_comes_in_with_next_alone_and_is_taken_back(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    assert page.step == FILE and not page.next.isVisible() and not page.tabs[HEADINGS].isEnabled()
    choose(table_forms.romanian_plan(tmp_path / "plan.xlsx"))
    (line,) = cells(page.file.sheets)
    assert line[0] == "Plan" and words().kind("action", "many") in line[3] and page.file.sheets.hasFocus()
    before = session.plan
    for step in (HEADINGS, COLUMNS, NAMES, RESULT):
        go_on(page, qtbot)
        assert page.step == step and session.plan is before
    for one in (n("{n} action", "{n} actions", 3), n("{n} indicator", "{n} indicators", 4),
                n("{n} institution", "{n} institutions", 4), n("{n} objective", "{n} objectives", 2)):  # fmt: skip
        assert one in page.result.summary.text()
    assert page.next.text() == n("Add {n} record", "Add {n} records", 13)
    go_on(page, qtbot)
    assert page.step == DONE and page.done.show_them.hasFocus()
    plan = session.plan
    assert [row.title for row in plan.actions] == [
        "Crearea grupului de lucru", "Instruirea funcționarilor", "Publicarea profilului migrațional",
    ]  # fmt: skip
    assert plan.actions[1].end == Quarter(2028, 4) and len(plan.objectives) == 2 and len(plan.institutions) == 4
    assert session.document.undo_verb() == "take_table"
    press(qtbot, page.done.undo)
    assert not session.plan.actions and not session.plan.institutions and not session.plan.objectives
    assert not page.done.undo.isVisible() and page.done.another.hasFocus()
    session.redo()
    assert len(session.plan.actions) == 3


def test_show_them_leads_to_the_first_record(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(table_forms.associations(tmp_path / "list.xlsx"))
    finish(page, qtbot)
    with qtbot.waitSignal(session.place_wanted) as led:
        press(qtbot, page.done.show_them)
    kind, uid, _ = led.args
    assert kind == "institution" and session.plan.name_of(kind, uid) == "Asociația „Dacia”"
    press(qtbot, page.done.another)
    assert page.step == FILE and page.work.book is None and page.file.choose.hasFocus()


def test_the_row_of_headings_is_chosen_by_click_and_by_keys(
    page: TablePage, choose: Callable[[Path], None], qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [["x", "y"], ["Name", "Telephone"], ["A", "1"], ["B", "2"]]
    choose(table_forms.write(tmp_path / "x.xlsx", rows))
    go_on(page, qtbot)
    click_row(qtbot, page.headings.table, 0)
    rest(page, qtbot)
    assert page.work.mapping.first == 1 and page.headings.row.text() == "1"
    page.headings.table.setFocus()
    qtbot.keyClick(page.headings.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.headings.table, Qt.Key.Key_Return)
    rest(page, qtbot)
    assert page.work.mapping.first == 2
    assert [column.heading for column in page.work.mapping.columns] == ["Name", "Telephone"]
    page.headings.row.setFocus()
    page.headings.row.selectAll()
    qtbot.keyClicks(page.headings.row, "900")
    qtbot.keyClick(page.headings.row, Qt.Key.Key_Return)
    assert page.work.mapping.first == 2 and page.headings.row.text() == "2"
    qtbot.mouseClick(page.headings.lines.buttons[1], Qt.MouseButton.LeftButton)
    rest(page, qtbot)
    assert page.work.mapping.depth == 2 and page.work.mapping.columns[0].heading == "Name: A"


def test_rows_say_what_they_are(page: TablePage, choose: Callable[[Path], None], qtbot: QtBot, tmp_path: Path) -> None:
    choose(table_forms.romanian_plan(tmp_path / "plan.xlsx"))
    go_on(page, qtbot)
    said = [line[0] for line in cells(page.headings.table)]
    assert said == [t("above"), t("above"), t("headings"), t("column numbers"), t("title"), "", "", "", t("sum")]


def test_a_column_goes_elsewhere_and_shows_how_it_is_read(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [["Action", "Lead", "Whatever", "Sum, thousand"], ["Do it", "Ministry of Labour", "Q4 2028", 12.5]]
    choose(table_forms.write(tmp_path / "x.xlsx", rows))
    go_on(page, qtbot)
    go_on(page, qtbot)
    assert page.step == COLUMNS and page.columns.table.hasFocus()
    assert page.work.mapping.columns[2].target == ASIDE
    choose_column(page, 3)
    pick(page.columns.target, "end", qtbot)
    rest(page, qtbot)
    lines = cells(page.columns.table)
    assert lines[2][1] == "Q4 2028" and words().quarter(Quarter(2028, 4)) in lines[2][3]
    choose_column(page, 4)
    pick(page.columns.target, "cost", qtbot)
    rest(page, qtbot)
    pick(page.columns.factor, 1_000, qtbot)
    rest(page, qtbot)
    assert words().number(12_500).replace("\u00a0", " ") in cells(page.columns.table)[3][3]
    choose_column(page, 2)
    pick(page.columns.target, LEFT_OUT, qtbot)
    rest(page, qtbot)
    finish(page, qtbot)
    (action,) = session.plan.actions
    assert action.end == Quarter(2028, 4) and action.cost == 12_500 and not action.leads and not action.note


def test_a_field_fed_by_one_column_is_taken_from_the_other(
    page: TablePage, choose: Callable[[Path], None], qtbot: QtBot, tmp_path: Path
) -> None:
    choose(table_forms.write(tmp_path / "x.xlsx", [["Action", "Cost", "Budget line"], ["Do it", 1, 2]]))
    go_on(page, qtbot)
    go_on(page, qtbot)
    choose_column(page, 3)
    pick(page.columns.target, "cost", qtbot)
    rest(page, qtbot)
    assert [column.target for column in page.work.mapping.columns] == ["title", LEFT_OUT, "cost"]


def test_without_a_column_of_names_the_page_says_so(
    page: TablePage, choose: Callable[[Path], None], qtbot: QtBot, tmp_path: Path
) -> None:
    choose(table_forms.associations(tmp_path / "list.xlsx"))
    go_on(page, qtbot)
    go_on(page, qtbot)
    assert not page.columns.missing.isVisible()
    choose_column(page, 2)
    pick(page.columns.target, LEFT_OUT, qtbot)
    rest(page, qtbot)
    assert page.columns.missing.isVisible() and words().field("institution", "name") in page.columns.missing.text()


def test_rows_are_of_another_kind(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [["Name", "Source"], ["Low wages", "Survey"]]
    choose(table_forms.write(tmp_path / "x.xlsx", rows))
    go_on(page, qtbot)
    go_on(page, qtbot)
    pick(page.columns.kind, "sector_issue", qtbot)
    rest(page, qtbot)
    choose_column(page, 1)
    pick(page.columns.target, "title", qtbot)
    rest(page, qtbot)
    finish(page, qtbot)
    (issue,) = session.plan.sector_issues
    assert issue.title == "Low wages" and "Survey" in issue.note


def test_titles_between_the_rows_are_asked_about(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(table_forms.russian_plan(tmp_path / "plan.xlsx"))
    go_on(page, qtbot)
    go_on(page, qtbot)
    assert page.columns.sections.isVisible() and page.columns.sections.currentData() == "objective"
    pick(page.columns.sections, "skip", qtbot)
    rest(page, qtbot)
    finish(page, qtbot)
    assert len(session.plan.actions) == 3 and not session.plan.objectives


def test_rows_that_are_there_are_skipped_filled_or_added(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    there = {"a1": "Обновить регистр", "a2": "Открыть центр"}
    puts = [put for uid, title in there.items() for put in creation("action", uid, {"title": title, "code": uid})]
    session.put("add", puts)
    choose(table_forms.russian_plan(tmp_path / "plan.xlsx"))
    for _ in range(3):
        go_on(page, qtbot)
    assert page.step == NAMES
    assert [(line[1], line[4]) for line in cells(page.names.duplicates)] == [
        ("Обновить регистр", t("skipped")), ("Открыть центр", t("skipped")),
    ]  # fmt: skip
    click_row(qtbot, page.names.duplicates, 0)
    press(qtbot, page.names.decide["update"])
    rest(page, qtbot)
    click_row(qtbot, page.names.duplicates, 1)
    press(qtbot, page.names.decide["add"])
    rest(page, qtbot)
    assert [line[4] for line in cells(page.names.duplicates)] == [t("fills blanks"), t("added")]
    go_on(page, qtbot)
    go_on(page, qtbot)
    assert [row.title for row in session.plan.actions].count("Открыть центр") == 2 and len(session.plan.actions) == 4
    filled = session.plan.find("action", "a1")
    assert getattr(filled, "recurring", None) is True


def test_new_names_are_added_left_out_or_the_same(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.put("add", creation("institution", "labour", {"name": "Ministry of Work"}))
    choose(table_forms.english_matrix(tmp_path / "matrix.xlsx"))
    for _ in range(3):
        go_on(page, qtbot)
    names = [line[0] for line in cells(page.names.names)]
    assert names == [
        "Safe labour migration",
        "Ministry of Labour",
        "Ministry of Finance",
        "IOM",
        "Ministry of Foreign Affairs",
    ]
    click_row(qtbot, page.names.names, 1)
    page.names.same.setFocus()
    qtbot.keyClicks(page.names.same.lineEdit(), "Ministry of Work")
    rest(page, qtbot)
    assert "Ministry of Work" in cells(page.names.names)[1][3]
    click_row(qtbot, page.names.names, 3)
    press(qtbot, page.names.name_as["blank"])
    rest(page, qtbot)
    qtbot.mouseClick(page.names.adding["objective"], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    rest(page, qtbot)
    go_on(page, qtbot)
    go_on(page, qtbot)
    first = session.plan.actions[0]
    assert first.leads == ("labour",) and "IOM" in first.note and not session.plan.objectives
    assert sorted(row.name for row in session.plan.institutions) == [
        "Ministry of Finance",
        "Ministry of Foreign Affairs",
        "Ministry of Work",
    ]


def tops(table: QTableView) -> list[int]:
    """At which height the first line of each cell of the first row begins; cells of one line and of several."""
    image, found = table.viewport().grab().toImage(), []
    for column in range(table.model().columnCount()):
        box = table.visualRect(table.model().index(0, column)).adjusted(3, 3, -3, -3)
        ground = image.pixelColor(box.topLeft())
        across = range(box.left(), box.right())
        found.append(
            next(y for y in range(box.top(), box.bottom()) if any(image.pixelColor(x, y) != ground for x in across))
        )
    return found


def test_cells_that_cannot_be_read_stop_everything_until_they_may_stay_blank(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(table_forms.agreements(tmp_path / "register.xlsx"))
    go_on(page, qtbot)
    go_on(page, qtbot)
    assert [bool(line[4]) for line in cells(page.columns.table)][3:6] == [False, False, True]
    go_on(page, qtbot)
    go_on(page, qtbot)
    assert page.step == RESULT and not page.next.isEnabled() and page.state.text()
    assert page.result.refused_tab.isChecked()
    found = cells(page.result.refused)
    assert [line[0] for line in found] == ["F3"] and found[0][2] == "бессрочно" and all(line[3] for line in found)
    first = tops(page.result.refused)
    assert max(first) - min(first) < page.fontMetrics().height() // 3
    qtbot.mouseClick(page.result.copy, Qt.MouseButton.LeftButton)
    assert "бессрочно" in QGuiApplication.clipboard().text()
    press(qtbot, page.result.blank)
    rest(page, qtbot)
    assert page.next.isEnabled()
    go_on(page, qtbot)
    assert len(session.plan.agreements) == 3 and "бессрочно" in session.plan.agreements[0].note


def test_a_census_table_becomes_a_population_table(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(table_forms.census(tmp_path / "recensamant 2024.xlsx"))
    go_on(page, qtbot)
    go_on(page, qtbot)
    assert page.step == COLUMNS and page.columns.people.isVisible() and page.columns.people.unit == "thousands"
    people = page.columns.people
    assert people.year.text() == "2024" and people.title.hasFocus()
    people.title.selectAll()
    qtbot.keyClicks(people.title, "Census")
    go_on(page, qtbot)
    assert page.step == RESULT
    go_on(page, qtbot)
    (table,) = session.plan.population_tables
    assert (table.title, table.year, table.unit, table.source) == ("Census", 2024, "thousands", "recensamant 2024.xlsx")
    assert table.table is not None and "85+" in table.table.rows
    assert session.document.undo_verb() == "take_table"


def test_a_census_table_without_sexes_named_is_asked_about(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    rows: list[list[Any]] = [["Age", "A", "B"]]
    rows += [[f"{age}-{age + 4}", 10 + age, 11 + age] for age in range(0, 80, 5)] + [["80+", 3, 2]]
    choose(table_forms.write(tmp_path / "x.xlsx", rows))
    go_on(page, qtbot)
    go_on(page, qtbot)
    people = page.columns.people
    assert people.table is None and people.columns.isVisible() and people.checks.lines()
    qtbot.mouseClick(people.columns._groups[0].button(0), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    rest(page, qtbot)
    assert people.table is not None and people.table.column("women")[0] == 10


@pytest.mark.parametrize("content", [b"hello", b"PK\x03\x04", None])
def test_a_file_that_is_no_table_is_told_in_place(
    page: TablePage, choose: Callable[[Path], None], qtbot: QtBot, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "letter.xlsx"
    if content is not None:
        path.write_bytes(content)
    choose(path)
    assert "letter.xlsx" in page.file.name.text() and page.file.say.text() and not page.next.isVisible()
    choose(table_forms.associations(tmp_path / "list.xlsx"))
    assert page.file.name.text() == "list.xlsx" and page.next.isVisible()


def test_sheets_with_nothing_in_them_lead_nowhere(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(table_forms.write(tmp_path / "x.xlsx", []))
    assert not page.next.isEnabled() or page.work.outcome is None
    choose(table_forms.write(tmp_path / "y.xlsx", [["alone"]]))
    for _ in range(4):
        go_on(page, qtbot)
    assert page.step == RESULT and not page.next.isEnabled()


def test_an_exported_workbook_is_known_and_led_elsewhere(
    page: TablePage, choose: Callable[[Path], None], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [["format", 2]]
    path = table_forms.write(tmp_path / "ours.xlsx", rows, foreign_in.OUR_SHEET)
    choose(path)
    assert page.file.ours.isVisible() and not page.file.ours_way.isVisible()
    begun: list[Path] = []

    class _Way:
        begin = staticmethod(begun.append)

    monkeypatch.setattr(page, "taking_in", _Way(), raising=False)
    page.retranslate()
    qtbot.mouseClick(page.file.ours_way, Qt.MouseButton.LeftButton)
    assert begun == [path]


def test_reading_can_be_stopped(page: TablePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_path: Path, progress: Progress) -> None:
        for done in range(10_000_000):
            progress(done, 10_000_000)

    monkeypatch.setattr(foreign_in, "read_tables", slow)
    page.open(tmp_path / "x.xlsx")
    qtbot.waitUntil(lambda: page.stop.isVisible())
    assert page.bar.isVisible() and not page.next.isVisible()
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    rest(page, qtbot)
    assert not page.bar.isVisible() and page.file.choose.isEnabled() and page.work.book is None


def test_a_plan_that_changed_meanwhile_is_compared_again(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(table_forms.associations(tmp_path / "list.xlsx"))
    for _ in range(4):
        go_on(page, qtbot)
    assert page.step == RESULT
    session.put("add", creation("institution", "x", {"name": "Moldova Community"}))
    rest(page, qtbot)
    go_on(page, qtbot)
    assert page.step == DONE
    assert sorted(row.name for row in session.plan.institutions) == ["Asociația „Dacia”", "Moldova Community"]


def test_the_way_back_and_the_other_language(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path, speech: str
) -> None:
    choose(table_forms.romanian_plan(tmp_path / "plan.xlsx"))
    for _ in range(4):
        go_on(page, qtbot)
    other = "ru" if speech == "en" else "en"
    speak(other)
    page.retranslate()
    assert page.tabs[COLUMNS].text().endswith(words().t("Columns"))
    assert n("{n} action", "{n} actions", 3) in page.result.summary.text()
    for step in (NAMES, COLUMNS, HEADINGS, FILE):
        press(qtbot, page.back)
        assert page.step == step
    assert cells(page.file.sheets)[0][0] == "Plan"
    qtbot.keyClick(page.file.sheets, Qt.Key.Key_Return)
    assert page.step == HEADINGS


def test_the_page_names_the_register_one_came_from_and_leads_back_there(
    program: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace, session = program.workspace, program.session
    assert workspace is not None and session is not None
    session.page_wanted.emit("3", "institution", {})
    session.page_wanted.emit(TABLE.key, "new", {"kind": "institution"})
    page = workspace.current_page
    assert isinstance(page, TablePage) and page.target.isVisible()
    assert words().kind("institution", "many") in page.target.text()
    path = tmp_path / "list.csv"
    path.write_text("Name\nMinistry of Rivers\n", encoding="utf-8")
    count = len(session.plan.institutions)
    page.open(path)
    rest(page, qtbot)
    assert page.work.mapping.kind == "institution"
    qtbot.mouseClick(page.leave, Qt.MouseButton.LeftButton)
    assert workspace.current_key == "3" and workspace.current_page.tab == "institution"
    assert page.work.book is None and len(session.plan.institutions) == count
    program.commands.run("table.take_in")
    assert workspace.current_page is page and not page.target.isVisible()


def test_the_command_leads_to_the_page_and_its_records_are_shown(
    program: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    program.commands.run("table.take_in")
    workspace, session = program.workspace, program.session
    assert workspace is not None and session is not None
    shown = workspace.current_page
    assert workspace.current_key == TABLE.key and isinstance(shown, TablePage)
    qtbot.waitUntil(lambda: shown.file.choose.hasFocus())
    assert workspace.rail.current_key() == ""
    shown.open(table_forms.romanian_plan(tmp_path / "plan.xlsx"))
    rest(shown, qtbot)
    count = len(session.plan.actions)
    finish(shown, qtbot)
    assert len(session.plan.actions) == count + 3
    press(qtbot, shown.done.show_them)
    assert workspace.current_key == "actions"
    workspace.undo()
    assert len(session.plan.actions) == count
    program.commands.run("table.take_in")
    assert shown.step == FILE


def test_every_control_of_every_step_has_a_name_and_is_reached_by_tab(
    page: TablePage, choose: Callable[[Path], None], qtbot: QtBot, tmp_path: Path
) -> None:
    choose(table_forms.agreements(tmp_path / "register.xlsx"))
    for step in (FILE, HEADINGS, COLUMNS, NAMES, RESULT):
        page.show_step(step)
        reached: set[QWidget] = set()
        for _ in range(60):
            QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            assert now is not None
            assert now.accessibleName() or getattr(now, "text", str)(), (step, now)
            reached.add(now)
        assert page.next in reached or not page.next.isEnabled()
        expected = {FILE: page.file.sheets, HEADINGS: page.headings.table, COLUMNS: page.columns.target,
                    NAMES: page.names.names, RESULT: page.result.blank}  # fmt: skip
        assert expected[step] in reached


def test_what_was_taken_in_is_in_the_file(
    page: TablePage, choose: Callable[[Path], None], reopened: Callable[[], Document], qtbot: QtBot, tmp_path: Path
) -> None:
    choose(table_forms.french_plan(tmp_path / "plan.xlsx"))
    finish(page, qtbot)
    assert [row.title for row in reopened().plan.actions] == ["Créer le comité", "Former les points focaux"]


def test_many_rows_are_written_beside_the_window_and_undone_so(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [["Action", "Lead institution", "Deadline"]]
    rows += [[f"Action {number}", "Ministry of Labour", "Q4 2028"] for number in range(150)]
    choose(table_forms.write(tmp_path / "x.xlsx", rows))
    while page.step != RESULT:
        go_on(page, qtbot)
    before = session.plan
    press(qtbot, page.next)
    assert session.plan is before or page.step == DONE
    # Whatever is put meanwhile waits its turn, and nothing is lost.
    assert session.put("add", creation("objective", "x", {"title": "Meanwhile"}))
    qtbot.waitUntil(lambda: page.step == DONE, timeout=20_000)
    assert len(session.plan.actions) == 150 and session.plan.find("objective", "x") is not None
    assert not page.bar.isVisible()
    verb = session.document.undo_verb()
    session.undo()
    qtbot.waitUntil(lambda: session.document.undo_verb() != verb, timeout=20_000)
    press(qtbot, page.done.undo) if page.done.undo.isVisible() else session.undo()
    qtbot.waitUntil(lambda: not session.plan.actions and not session.plan.objectives, timeout=20_000)


def test_values_are_shown_as_what_they_will_become(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    frame = {"start_year": 2026, "end_year": 2030, "currency": "MDL", "fiscal_start": 1}
    session.put("edit", [Put("plan", session.plan.uid, name, value) for name, value in frame.items()])
    rows = [
        ["Acțiuni", "Termen de realizare", "Cost", "Zona pilot"],
        ["Una", "2013", "150 mil. lei", "ceva"],
        ["Două", "2026-2030", "€ 2 m", None],
        ["Trei", "trimestrul III 2026", "250 mii lei", None],
    ]
    choose(table_forms.write(tmp_path / "x.xlsx", rows))
    go_on(page, qtbot)
    go_on(page, qtbot)
    lines = cells(page.columns.table)
    times, amounts = lines[1][3].split("\n"), lines[2][3].split("\n")
    speech = words()
    assert speech.quarter(Quarter(2013, 4)) in times[0] and "2026" in times[0]
    assert times[0].endswith(t("before the plan ({year})", year=2026))
    assert times[1] == f"{speech.quarter(Quarter(2026, 1))} – {speech.quarter(Quarter(2030, 4))}"
    assert speech.quarter(Quarter(2026, 3)) in times[2]
    assert speech.number(150_000_000).replace("\u00a0", " ") in amounts[0]
    notes = speech.field("action", "note")
    assert amounts[1] == t("not in {currency}: stays text", currency="MDL")
    assert lines[1][4] and lines[2][4] == n("{n} in another currency", "{n} in another currency", 1)
    assert lines[3][2] == t("Kept in “{field}”, behind its heading", field=notes)
    while page.step != RESULT:
        go_on(page, qtbot)
    assert (
        page.result.flagged.isVisible() and "2026" in page.result.flagged.text() and "MDL" in page.result.flagged.text()
    )
    go_on(page, qtbot)
    one, two, three = session.plan.actions
    assert one.end == Quarter(2013, 4) and one.cost == 150_000_000 and "Zona pilot: ceva" in one.note
    assert two.cost is None and "€ 2 m" in two.note and three.cost == 250_000


def test_the_page_says_where_words_without_a_field_go(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(table_forms.associations(tmp_path / "list.xlsx"))
    go_on(page, qtbot)
    go_on(page, qtbot)
    field = words().field("institution", "contact_details")
    line = next(line for line in cells(page.columns.table) if "Anul" in line[0])
    assert line[2] == t("Kept in “{field}”, behind its heading", field=field) and field in line[3]
    while page.step != RESULT:
        go_on(page, qtbot)
    assert field in page.result.more.text()
    go_on(page, qtbot)
    assert "Anul fondării: 2009" in session.plan.institutions[0].contact_details


def test_duplicates_are_decided_by_keys_and_for_all(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    values = {"end": Quarter(2030, 1)}
    puts = creation("action", "a1", {"title": "Обновить регистр", **values})
    session.put("add", [*puts, *creation("action", "a2", {"title": "Открыть центр", **values})])
    choose(table_forms.russian_plan(tmp_path / "plan.xlsx"))
    for _ in range(3):
        go_on(page, qtbot)
    table = page.names.duplicates
    decisions = lambda: [line[4] for line in cells(table)]  # noqa: E731
    assert table.hasFocus() and decisions() == [t("skipped")] * 2
    assert words().quarter(Quarter(2030, 1)).replace("\u00a0", " ") in cells(table)[1][3]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_3)
    rest(page, qtbot)
    assert decisions() == [t("skipped"), t("replaces")] and table.currentIndex().row() == 1
    qtbot.keyClick(table, Qt.Key.Key_2)
    rest(page, qtbot)
    assert decisions() == [t("skipped"), t("fills blanks")]
    press(qtbot, page.names.decide_all["replace"])
    rest(page, qtbot)
    assert decisions() == [t("replaces")] * 2
    go_on(page, qtbot)
    assert page.next.text() == n("Add {n} record", "Add {n} records", sum(page.work.outcome.taking.made.values()))  # type: ignore[union-attr]
    go_on(page, qtbot)
    record = session.plan.find("action", "a2")
    assert getattr(record, "end", None) == Quarter(2028, 3)


def test_with_nothing_to_add_the_button_says_so_and_why(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = table_forms.associations(tmp_path / "list.xlsx")
    choose(path)
    finish(page, qtbot)
    press(qtbot, page.done.another)
    choose(path)
    for _ in range(4):
        go_on(page, qtbot)
    assert page.step == RESULT and not page.next.isEnabled() and page.next.text() == t("Nothing to add")
    assert t("Names") in page.state.text()


def census_of(page: TablePage, choose: Callable[[Path], None], qtbot: QtBot, path: Path) -> None:
    choose(path)
    go_on(page, qtbot)
    go_on(page, qtbot)
    assert page.step == COLUMNS


def test_a_census_taken_in_twice_adds_nothing(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = table_forms.census(tmp_path / "census 2024.xlsx")
    census_of(page, choose, qtbot, path)
    finish(page, qtbot)
    press(qtbot, page.done.another)
    census_of(page, choose, qtbot, path)
    go_on(page, qtbot)
    people = page.names.people
    assert page.step == NAMES and people.isVisible() and not people.figures.isVisible() and not people.add.isChecked()
    assert session.plan.population_tables[0].title in people.say.text()
    go_on(page, qtbot)
    assert not page.next.isEnabled() and page.next.text() == t("Nothing to add") and page.state.text()
    press(qtbot, page.back)
    press(qtbot, people.add)
    go_on(page, qtbot)
    assert page.next.isEnabled()
    press(qtbot, page.back)
    press(qtbot, people.add)
    press(qtbot, page.back)
    page.columns.people.area.setFocus()
    qtbot.keyClicks(page.columns.people.area, "Orhei")
    go_on(page, qtbot)
    assert page.step == RESULT, "another area is another table"
    go_on(page, qtbot)
    assert [row.area for row in session.plan.population_tables] == ["", "Orhei"]


def test_figures_of_a_census_that_differ_are_chosen_one_by_one(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = table_forms.census(tmp_path / "census 2024.xlsx")
    census_of(page, choose, qtbot, path)
    finish(page, qtbot)
    press(qtbot, page.done.another)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["C3"], sheet["D5"] = 21, 29
    book.save(path)
    census_of(page, choose, qtbot, path)
    go_on(page, qtbot)
    figures = page.names.people.figures
    stays, taken = t("stays as in the plan"), t("is taken over")
    assert [line[4] for line in cells(figures)] == [stays] * 2 and figures.hasFocus()
    go_on(page, qtbot)
    assert not page.next.isEnabled()
    press(qtbot, page.back)
    click_row(qtbot, figures, 1)
    qtbot.keyClick(figures, Qt.Key.Key_2)
    assert [line[4] for line in cells(figures)] == [stays, taken]
    press(qtbot, page.names.people.decide_all[True])
    press(qtbot, page.names.people.decide_all[False])
    click_row(qtbot, figures, 0)
    press(qtbot, page.names.people.decide[True])
    assert [line[4] for line in cells(figures)] == [taken, stays]
    go_on(page, qtbot)
    assert page.next.text() == n("Change {n} figure", "Change {n} figures", 1)
    go_on(page, qtbot)
    (record,) = session.plan.population_tables
    assert record.table is not None
    assert record.table.column("women")[0] == 21 and record.table.column("men")[2] == 30
    press(qtbot, page.done.undo)
    assert session.plan.population_tables[0].table.column("women")[0] == Decimal("20.5")  # type: ignore[union-attr]


def test_a_census_of_another_source_is_added_only_when_asked(
    page: TablePage, choose: Callable[[Path], None], session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = table_forms.census(tmp_path / "census 2024.xlsx")
    census_of(page, choose, qtbot, path)
    finish(page, qtbot)
    press(qtbot, page.done.another)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["C3"] = 21
    book.save(tmp_path / "census 2024 corrected.xlsx")
    census_of(page, choose, qtbot, tmp_path / "census 2024 corrected.xlsx")
    go_on(page, qtbot)
    assert page.step == NAMES and "census 2024.xlsx" in page.names.people.say.text()
    go_on(page, qtbot)
    assert not page.next.isEnabled()
    press(qtbot, page.back)
    press(qtbot, page.names.people.add)
    assert [line[4] for line in cells(page.names.people.figures)] == [t("comes in with the new table")]
    go_on(page, qtbot)
    go_on(page, qtbot)
    assert len(session.plan.population_tables) == 2
