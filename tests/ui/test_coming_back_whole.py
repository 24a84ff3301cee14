"""The whole way of a workbook, as people go it: exported from the window, edited in a spreadsheet, dropped back, taken in."""

from __future__ import annotations

import threading
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.plan import Plan, Put
from mainstreamer.domain.taking import ALREADY, CHANGED, CONFLICT, WORKBOOK, Intake
from mainstreamer.knowledge import plan_checklist
from mainstreamer.language import language
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import workbook_coming_back
from mainstreamer.ui.application import Application
from mainstreamer.ui.coming_back_lines import NEW, REFUSED, REMOVAL, Line
from mainstreamer.ui.dialogs.another_workbook import AnotherWorkbook
from mainstreamer.ui.dialogs.exporting import ExportDialog
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pages.coming_back_page import ComingBackPage
from mainstreamer.ui.pages.evidence_view import EvidenceView
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.session import Session
from mainstreamer.ui.workbook_coming_back import FAILED, READ, TAKING
from tests.exchange.returning import Book, editing
from tests.ui.returned_plan import MadeUp, many

pytestmark = pytest.mark.usefixtures("speech")
LEFT = Qt.MouseButton.LeftButton
LONG = 60_000
"""Milliseconds that export and reading may take on a busy computer."""


class Ministry:
    """A window over the sample plan, and the workbook that was exported from it."""

    def __init__(self, program: Application, qtbot: QtBot, folder: Path, code: str) -> None:
        assert program.session is not None and program.workspace is not None
        self.program, self.qtbot = program, qtbot
        self.session: Session = program.session
        self.path = folder / "ministry.xlsx"
        self.code = code

    @property
    def plan(self) -> Plan:
        return self.session.plan

    @property
    def page(self) -> ComingBackPage:
        assert self.program.workspace is not None
        page = self.program.workspace.current_page
        assert isinstance(page, ComingBackPage)
        return page

    def export(self) -> None:
        from mainstreamer.exchange.workbook_out import export_workbook

        plan, session = self.plan, self.session
        checklist = plan_checklist(plan, self.code)
        export_workbook(
            plan,
            checklist,
            language(self.code),
            self.path,
            preset="full",
            today=session.today(),
            vector=session.document.know(),
        )

    def edit(self, do: Callable[[Book], object]) -> None:
        with editing(self.path) as book:
            do(book)

    def bring(self) -> ComingBackPage:
        """Drop the workbook onto the window."""
        assert self.program.workspace is not None
        assert drop(self.program.workspace, self.path)
        return self.wait()

    def wait(self) -> ComingBackPage:
        back = self.session.coming_back
        self.qtbot.waitUntil(lambda: back.stage in (READ, FAILED) and back._task is None, timeout=LONG)
        return self.page

    def lines(self, what: str) -> list[Line]:
        return [line for one in self.session.coming_back.sections for line in one.lines if line.what == what]

    def take(self) -> None:
        self.qtbot.mouseClick(self.page.take_button, LEFT)


@pytest.fixture
def ministry(program: Application, qtbot: QtBot, tmp_path: Path, speech: str) -> Ministry:
    made = Ministry(program, qtbot, tmp_path, speech)
    made.export()
    return made


def drop(target: QWidget, path: Path) -> bool:
    """Drag a file onto the middle of a widget and let go; whether it was taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    place, none = target.rect().center(), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(place), Qt.DropAction.CopyAction, mime, LEFT, none)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(place.toPointF(), Qt.DropAction.CopyAction, mime, LEFT, none)
    QApplication.sendEvent(target, let_go)
    return let_go.isAccepted()


def test_exported_edited_and_taken_in_as_one_step(
    program: Application, qtbot: QtBot, tmp_path: Path, speech: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Ministry(program, qtbot, tmp_path, speech)
    program.commands.run("plan.export")
    (dialog,) = program.window.findChildren(ExportDialog)
    dialog.path.setText(str(desk.path))
    qtbot.mouseClick(dialog.go, LEFT)
    qtbot.waitUntil(lambda: dialog.open_file.isVisible(), timeout=LONG)
    dialog.reject()
    first, second = desk.plan.actions[:2]
    office = desk.plan.institutions[0]
    before = desk.plan

    def edit(book: Book) -> None:
        book.write("action", first.uid, title="A title from the ministry", cost=1350000)
        book.write("action", second.uid, note="Agreed with the districts")
        book.write("institution", office.uid, acronym="NEW")
        book.append("action", title="Advice in every district", cost=5000)

    desk.edit(edit)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(desk.path), ""))
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    qtbot.keyClick(
        program.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    page = desk.wait()
    assert desk.plan is before
    assert {(line.uid, line.field) for line in desk.lines(CHANGED)} == {
        (first.uid, "title"), (first.uid, "cost"), (second.uid, "note"), (office.uid, "acronym")
    }  # fmt: skip
    assert desk.lines(NEW)[0].name.endswith("Advice in every district")
    title = next(line for line in desk.lines(CHANGED) if line.field == "title")
    assert title.now == first.title and title.new == "A title from the ministry" and title.address
    assert page.take_button.text() == n("Import {n} change", "Import {n} changes", 5)
    assert page.tree.hasFocus()
    page.tree.setCurrentIndex(page.tree.lines.find(next(one for one in desk.lines(CHANGED) if one.field == "note").key))
    qtbot.keyClick(page.tree, Qt.Key.Key_Space)
    desk.take()

    taken = desk.plan.find("action", first.uid)
    assert taken is not None
    assert getattr(taken, "title") == "A title from the ministry" and getattr(taken, "cost") == Decimal(1350000)  # noqa: B009
    assert desk.plan.value("action", second.uid, "note") == before.value("action", second.uid, "note")
    assert len(desk.plan.actions) == len(before.actions) + 1
    workspace = program.workspace
    assert workspace is not None
    note = workspace.taking_in.note
    assert workspace.current_key == "1" and note.isVisible() and "ministry.xlsx" in note.text.text()
    assert note.go_button.hasFocus() and not desk.session.has_workbook
    qtbot.mouseClick(note.go_button, LEFT)
    assert workspace.current_key == "actions" and note.isVisible()
    qtbot.mouseClick(note.undo_button, LEFT)
    assert not note.isVisible()
    assert desk.plan.actions == before.actions and desk.plan.all("institution") == before.all("institution")
    program.commands.run("edit.redo")
    assert desk.plan.value("action", first.uid, "title") == "A title from the ministry"


def test_edits_on_both_sides_stay_and_the_same_field_is_a_conflict(
    ministry: Ministry, reopen: Callable[[], Document]
) -> None:
    first, second, third = ministry.plan.actions[:3]

    def edit(book: Book) -> None:
        book.write("action", first.uid, title="From the workbook", note="Workbook note")
        book.write("action", second.uid, title="Second from the workbook")
        book.write("action", third.uid, title="Third from the workbook")

    ministry.edit(edit)
    for action, title in ((first, "From the window"), (second, "Second from the window"), (third, "Third, window")):
        assert ministry.session.put("edit", [Put("action", action.uid, "title", title)])
    assert ministry.session.put("edit", [Put("action", first.uid, "risk", "A risk seen in the window")])
    page = ministry.bring()
    conflicts = ministry.lines(CONFLICT)
    assert [(line.now, line.new) for line in conflicts] == [
        ("From the window", "From the workbook"),
        ("Second from the window", "Second from the workbook"),
        ("Third, window", "Third from the workbook"),
    ]
    assert conflicts[0].base == first.title
    for line, key in zip(conflicts, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), strict=True):
        page.tree.setCurrentIndex(page.tree.lines.find(line.key))
        ministry.qtbot.keyClick(page.tree, key)
    ministry.take()
    plan = reopen().plan
    assert plan.value("action", first.uid, "title") == "From the window"
    assert plan.value("action", second.uid, "title") == "Second from the workbook"
    assert plan.value("action", first.uid, "note") == "Workbook note"
    assert plan.value("action", first.uid, "risk") == "A risk seen in the window"


@pytest.fixture
def reopen(ministry: Ministry) -> Callable[[], Document]:
    """Closes the plan and opens its file again, to see what is really in it."""
    opened: list[Document] = []

    def again() -> Document:
        path = ministry.session.document.path
        ministry.program.show_start()
        opened.append(Document.open(path))
        return opened[-1]

    yield again  # type: ignore[misc]
    for one in opened:
        one.close()


def test_the_same_workbook_twice_changes_nothing(ministry: Ministry) -> None:
    first = ministry.plan.actions[0]
    ministry.edit(lambda book: book.write("action", first.uid, title="From the workbook"))
    ministry.bring()
    ministry.take()
    taken = ministry.plan
    page = ministry.bring()
    assert not page.take_button.isVisible()
    assert [line.what for one in ministry.session.coming_back.sections for line in one.lines] == [ALREADY]
    assert ministry.plan is taken
    ministry.qtbot.mouseClick(page.aside_button, LEFT)
    assert not ministry.session.has_workbook


def test_a_workbook_as_it_was_exported_brings_nothing(ministry: Ministry) -> None:
    page = ministry.bring()
    assert page.message.heading.text() == t("The workbook brings nothing new")


def test_what_cannot_be_read_is_named_corrected_and_read_again(ministry: Ministry) -> None:
    first = ministry.plan.actions[0]
    ministry.edit(lambda book: book.write("action", first.uid, cost="about two million", title="Changed"))
    page = ministry.bring()
    (line,) = ministry.lines(REFUSED)
    assert line.new == "about two million" and line.field == "cost" and line.address
    assert words().field("action", "cost").split(",")[0] in line.label and line.note
    assert not page.take_button.isVisible()
    ministry.edit(lambda book: book.write("action", first.uid, cost=2_000_000))
    ministry.qtbot.mouseClick(page.head.again_button, LEFT)
    ministry.wait()
    assert not ministry.lines(REFUSED)
    ministry.take()
    assert ministry.plan.value("action", first.uid, "cost") == Decimal(2_000_000)


def test_many_changes_are_taken_in_beside_the_window(ministry: Ministry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_coming_back, "MANY", 2)
    first, second = ministry.plan.actions[:2]

    def edit(book: Book) -> None:
        book.write("action", first.uid, title="One from the workbook")
        book.write("action", second.uid, title="Another from the workbook")

    ministry.edit(edit)
    page, back, document = ministry.bring(), ministry.session.coming_back, ministry.session.document
    threads: list[bool] = []
    write, begin = document._take_in, threading.Event()

    def watched(*words: Any) -> PlanChange:
        threads.append(threading.current_thread() is threading.main_thread())
        return write(*words)

    def waiting(intake: Intake, plan: Plan | None = None, origin: object = None) -> PlanChange:
        assert begin.wait(LONG / 1000)
        return Document.take_in_unheard(document, intake, plan, origin)

    monkeypatch.setattr(document, "_take_in", watched)
    monkeypatch.setattr(document, "take_in_unheard", waiting)
    ministry.take()
    assert back.stage == TAKING and page.message.bar.isVisible() and not page.take_button.isVisible()
    # What is typed meanwhile comes first: what was decided was decided about another plan.
    assert ministry.session.put("edit", [Put("action", first.uid, "risk", "Typed meanwhile")])
    begin.set()
    ministry.wait()
    assert not threads and ministry.plan.value("action", first.uid, "title") == first.title
    ministry.qtbot.waitUntil(lambda: back.is_current and page.take_button.isEnabled(), timeout=LONG)
    ministry.take()
    ministry.qtbot.waitUntil(lambda: not ministry.session.has_workbook, timeout=LONG)
    assert threads == [False]
    assert ministry.plan.value("action", first.uid, "title") == "One from the workbook"
    assert ministry.plan.value("action", second.uid, "title") == "Another from the workbook"
    assert ministry.plan.value("action", first.uid, "risk") == "Typed meanwhile"
    ministry.program.commands.run("edit.undo")
    assert ministry.plan.value("action", second.uid, "title") == second.title


def test_a_conflict_that_stays_open_is_found_by_readiness(ministry: Ministry) -> None:
    first = ministry.plan.actions[0]
    ministry.edit(lambda book: book.write("action", first.uid, title="From the workbook"))
    assert ministry.session.put("edit", [Put("action", first.uid, "title", "From the window")])
    ministry.bring()
    ministry.take()
    ministry.qtbot.waitUntil(lambda: not ministry.session.has_workbook, timeout=LONG)
    assessment = ministry.session.assessment

    def found() -> list[tuple[str, str]]:
        return [(one.uid, one.field) for one in assessment.findings if one.code == "field_conflict_open"]

    ministry.qtbot.waitUntil(lambda: assessment.is_current, timeout=LONG)
    assert found() == [(first.uid, "title")]
    assert ministry.session.put("edit", [Put("action", first.uid, "title", "Decided")])
    ministry.qtbot.waitUntil(lambda: assessment.is_current, timeout=LONG)
    assert found() == []


def test_a_missing_row_is_removed_only_when_it_is_ticked(ministry: Ministry) -> None:
    action = next(row for row in ministry.plan.actions if ministry.plan.action_indicators.get(row.uid))
    indicators = ministry.plan.action_indicators[action.uid]

    def edit(book: Book) -> None:
        book.page("action").delete_rows(book.row("action", action.uid))

    ministry.edit(edit)
    page = ministry.bring()
    (line,) = ministry.lines(REMOVAL)
    assert line.uid == action.uid and not page.take_button.isEnabled()
    page.tree.setCurrentIndex(page.tree.lines.find(line.key))
    ministry.qtbot.keyClick(page.tree, Qt.Key.Key_Space)
    ministry.take()
    assert ministry.plan.find("action", action.uid) is None
    assert all(ministry.plan.find("action_indicator", row.uid) is None for row in indicators)
    ministry.program.commands.run("edit.undo")
    assert ministry.plan.find("action", action.uid) is not None
    assert all(ministry.plan.find("action_indicator", row.uid) is not None for row in indicators)


def test_undo_in_the_window_is_compared_while_the_page_is_open(ministry: Ministry) -> None:
    first = ministry.plan.actions[0]
    ministry.edit(lambda book: book.write("action", first.uid, title="From the workbook"))
    assert ministry.session.put("edit", [Put("action", first.uid, "title", "From the window")])
    ministry.bring()
    assert ministry.lines(CONFLICT)
    ministry.program.commands.run("edit.undo")
    back = ministry.session.coming_back
    ministry.qtbot.waitUntil(lambda: back.is_current and back._task is None, timeout=LONG)
    assert not ministry.lines(CONFLICT)
    assert [line.new for line in ministry.lines(CHANGED)] == ["From the workbook"]


def test_a_workbook_of_another_plan_and_any_other_file_are_told_in_place(ministry: Ministry, tmp_path: Path) -> None:
    other = tmp_path / "other.mplan"
    Document.create(other, {"title": "Another plan"}).close()
    ministry.program.open_plan(other)
    assert ministry.program.session is not None and ministry.program.workspace is not None
    ministry.session = ministry.program.session
    page = ministry.bring()
    assert "ministry.xlsx" in page.message.heading.text() and not page.take_button.isVisible()
    letter = tmp_path / "letter.xlsx"
    letter.write_bytes(b"a letter")
    assert drop(ministry.program.workspace, letter)
    ministry.wait()
    assert "letter.xlsx" in page.message.heading.text()


# -- coming in ---------------------------------------------------------------------------------------------------------


def test_only_one_workbook_is_taken_where_nothing_else_takes_files(
    program: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace, session = program.workspace, program.session
    assert workspace is not None and session is not None
    session.coming_back.engine = MadeUp(lambda plan: many(plan, 3))
    for name in ("minutes.docx", "figures.xls", "plan.xlsx"):
        (tmp_path / name).write_bytes(b"x")
    assert not drop(workspace, tmp_path / "minutes.docx") and not drop(workspace, tmp_path / "figures.xls")
    assert not session.has_workbook
    workspace.show_view("4", "evidence", {})
    page = workspace.current_page
    assert isinstance(page, StepPage)
    view = page._made["evidence"]
    assert isinstance(view, EvidenceView)
    assert drop(view, tmp_path / "plan.xlsx")
    assert not session.has_workbook
    assert drop(workspace, tmp_path / "plan.xlsx")
    qtbot.waitUntil(lambda: workspace.current_key == "coming_back" and session.coming_back.stage == READ)


def test_another_workbook_asks_when_something_was_decided_about_the_first(
    program: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace, session = program.workspace, program.session
    assert workspace is not None and session is not None
    back = session.coming_back
    back.engine = MadeUp(lambda plan: many(plan, 3))

    def settled() -> bool:
        return back.stage == READ and back._task is None

    def asked() -> list[AnotherWorkbook]:
        return [one for one in workspace.findChildren(AnotherWorkbook) if one.isVisible()]

    workspace.taking_in.begin(tmp_path / "one.xlsx")
    qtbot.waitUntil(settled)
    workspace.taking_in.begin(tmp_path / "two.xlsx")
    qtbot.waitUntil(settled)
    assert not asked() and back.path.name == "two.xlsx"
    page = workspace.current_page
    assert isinstance(page, ComingBackPage)
    qtbot.keyClick(page.tree, Qt.Key.Key_Space)
    workspace.taking_in.begin(tmp_path / "three.xlsx")
    (dialog,) = asked()
    qtbot.mouseClick(dialog.stay_button, LEFT)
    assert back.path.name == "two.xlsx" and back.decisions.is_made
    workspace.taking_in.begin(tmp_path / "three.xlsx")
    qtbot.mouseClick(asked()[-1].go_button, LEFT)
    qtbot.waitUntil(lambda: back.path.name == "three.xlsx" and settled())
    assert not back.decisions.is_made and back.decisions.count(back.sections) == 3


def test_the_command_is_found_by_words(program: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, session = program.workspace, program.session
    assert workspace is not None and session is not None
    session.finder.ask()
    qtbot.waitUntil(lambda: session.finder.is_ready)
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *of: (asked.append(of[1]) or "", ""))
    palette = workspace.search
    palette.open()
    palette.field.insert(t("Import a workbook"))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert asked == [t("Import a workbook")] and not session.has_workbook


def test_the_page_is_found_while_there_is_a_workbook(program: Application, qtbot: QtBot) -> None:
    workspace, session = program.workspace, program.session
    assert workspace is not None and session is not None
    session.coming_back.engine = MadeUp(lambda plan: many(plan, 3))
    workspace.taking_in.begin(Path("plan.xlsx"))
    qtbot.waitUntil(lambda: session.coming_back.stage == READ)
    workspace.show_page("history")
    session.finder.ask()
    qtbot.waitUntil(lambda: session.finder.is_ready)
    palette = workspace.search
    palette.open()
    palette.field.insert(t("Import a workbook"))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert workspace.current_key == "coming_back"
    assert session.coming_back.decisions.conflicts(session.coming_back.sections, WORKBOOK) == 0
