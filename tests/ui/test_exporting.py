"""Export from the window: written, checked, cancelled, refused; and the task that carries it."""

from __future__ import annotations

import os
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from mainstreamer.errors import MainstreamerError, MissingFolder
from mainstreamer.exchange import preset_offers, workbook_out
from mainstreamer.ui import theme
from mainstreamer.ui.dialogs.exporting import ExportDialog
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.tasks import Progress, Task

pytestmark = pytest.mark.usefixtures("speech")


@pytest.fixture
def dialog(session: Session, qtbot: QtBot, tmp_path: Path, speech: str) -> ExportDialog:
    made = ExportDialog(session, tmp_path)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_workbook_is_written_in_the_windows_language(
    dialog: ExportDialog, session: Session, qtbot: QtBot, tmp_path: Path, speech: str
) -> None:
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.open_file.isVisible(), timeout=20_000)
    target = tmp_path / "plan.xlsx"
    assert "plan.xlsx" in dialog.said.text()
    book = openpyxl.load_workbook(target)
    assert book.properties.language == speech
    assert session.plan.frame.title in str([cell.value for row in book.worksheets[0].iter_rows() for cell in row])
    assert not list(tmp_path.glob(".*"))


def test_it_has_a_heading_says_which_sheets_come_and_can_be_cancelled(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert dialog.heading.text() == dialog.windowTitle() and dialog.cancel.text() == t("Cancel")
    whole = dialog.held.text()
    dialog.preset.setCurrentIndex(dialog.preset.findData("print"))
    dialog.preset.activated.emit(dialog.preset.currentIndex())
    codes = ("cover", "summary", "action", "budget", "approval")
    assert dialog.held.text() != whole
    assert all(preset_offers.sheet_name(words(), code) in dialog.held.text() for code in codes)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.open_file.isVisible(), timeout=20_000)
    assert dialog.cancel.text() == t("Close")


@pytest.mark.parametrize("size", [100, 150])
def test_names_of_fields_are_whole_and_dots_do_not_stand_alone(
    session: Session, qapp: QApplication, qtbot: QtBot, tmp_path: Path, size: int
) -> None:
    try:
        theme.apply(qapp, theme.load_theme("light", size))
        made = ExportDialog(session, tmp_path)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        assert made.preset.width() >= made.language.width() and made.held.text().endswith("\N{NO-BREAK SPACE}…")
        names = [name for name in made.findChildren(QLabel) if name.buddy() is not None and name.isVisible()]
        assert len(names) >= 2
        qtbot.waitUntil(lambda: all(name.width() >= name.sizeHint().width() for name in names))
    finally:
        theme.apply(qapp, theme.load_theme("light"))


def test_cancel_leaves_the_target_as_it_was(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.xlsx"
    target.write_bytes(b"old")
    begun = threading.Event()

    def slow(*_: Any, progress: Progress, **__: Any) -> None:
        for done in range(10_000_000):
            progress(done, 10_000_000)
            begun.set()

    monkeypatch.setattr(workbook_out, "export_workbook", slow)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(begun.is_set)
    assert not dialog.go.isEnabled()
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.go.isEnabled(), timeout=20_000)
    assert dialog.said.isVisible() and not dialog.open_file.isVisible()
    assert target.read_bytes() == b"old"


def written(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Wait until a workbook is written."""
    qtbot.waitUntil(lambda: dialog._task is None and dialog.open_file.isVisible(), timeout=20_000)


@pytest.fixture
def filled_in(tmp_path: Path) -> Path:
    """A workbook that a ministry has filled in, where the next one would go."""
    target = tmp_path / "plan.xlsx"
    target.write_bytes(b"months of work")
    changed = time.mktime((2026, 3, 4, 15, 16, 0, 0, 0, -1))
    os.utime(target, (changed, changed))
    return target


def test_a_workbook_that_is_there_stays_and_the_new_one_goes_beside_it(
    filled_in: Path, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    said = dialog.place.note
    assert said.isVisible() and words().date(date(2026, 3, 4)) in said.text() and "15:16" in said.text()
    assert "plan 2.xlsx" in said.text() and not dialog.place.replace.isChecked()
    assert dialog.path.accessibleDescription() == said.text()
    dialog.path.setFocus()
    qtbot.keyClick(dialog.path, Qt.Key.Key_Return)
    written(dialog, qtbot)
    assert filled_in.read_bytes() == b"months of work"
    assert openpyxl.load_workbook(tmp_path / "plan 2.xlsx").sheetnames and "plan 2.xlsx" in dialog.said.text()
    dialog.preset.setCurrentIndex(dialog.preset.findData("print"))
    dialog.preset.activated.emit(dialog.preset.currentIndex())
    assert said.isVisible() and "plan 3.xlsx" in said.text()


def test_a_workbook_that_is_there_is_replaced_when_that_is_chosen_and_once_only(
    filled_in: Path, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    said = dialog.place.note.text()
    dialog.path.setFocus()
    qtbot.keyClick(dialog.path, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.place.replace
    qtbot.keyClick(dialog.place.replace, Qt.Key.Key_Space)
    assert dialog.place.note.text() not in ("", said)
    qtbot.keyClick(dialog.place.replace, Qt.Key.Key_Return)
    written(dialog, qtbot)
    assert openpyxl.load_workbook(filled_in).sheetnames and [path.name for path in tmp_path.glob("*.xlsx")] == [
        "plan.xlsx"
    ]
    before = filled_in.read_bytes()
    dialog.start()
    written(dialog, qtbot)
    assert filled_in.read_bytes() == before and (tmp_path / "plan 2.xlsx").is_file()


def test_a_workbook_changed_since_it_was_to_be_replaced_is_asked_about_anew(
    filled_in: Path, dialog: ExportDialog, qtbot: QtBot
) -> None:
    dialog.place.replace.setChecked(True)
    filled_in.write_bytes(b"a new answer")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog._task is None and not dialog.place.replace.isChecked() and dialog.place.note.isVisible()
    assert filled_in.read_bytes() == b"a new answer"


def test_a_file_typed_or_chosen_is_looked_for_as_well(
    filled_in: Path, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.path.setText(str(tmp_path / "other.xlsx"))
    qtbot.waitUntil(lambda: not dialog.place.note.isVisible())
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, str(tmp_path / "plan"))
    qtbot.waitUntil(dialog.place.note.isVisible)
    assert not dialog.place.replace.isChecked(), "without its ending as well"
    for chosen, asked in ((tmp_path / "plan", False), (filled_in, True)):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=str(chosen): (name, ""))
        qtbot.mouseClick(dialog.browse, Qt.MouseButton.LeftButton)
        assert dialog.place.replace.isChecked() is asked, "the system asked about that very name"
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    written(dialog, qtbot)
    assert filled_in.read_bytes() != b"months of work"


def test_what_was_written_is_shown_until_something_else_is_chosen(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)) or True)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    written(dialog, qtbot)
    assert not dialog.place.note.isVisible(), "nobody need be told of what was written this moment"
    assert str(tmp_path) in dialog.said.text().replace("\N{ZERO WIDTH SPACE}", "")
    qtbot.mouseClick(dialog.open_folder, Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path]
    other = 1 - dialog.language.currentIndex()
    dialog.language.setCurrentIndex(other)
    dialog.language.activated.emit(other)
    assert not any(part.isVisible() for part in (dialog.said, dialog.open_file, dialog.open_folder))
    assert dialog.place.note.isVisible()
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    written(dialog, qtbot)
    qtbot.keyClicks(dialog.path, "x")
    assert not dialog.said.isVisible() and not dialog.open_folder.isVisible()


def test_a_missing_folder_is_told(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.path.setText(str(tmp_path / "nowhere" / "plan.xlsx"))
    with qtbot.waitSignal(dialog.failed, timeout=20_000) as told:
        qtbot.keyClick(dialog.path, Qt.Key.Key_Return)
    assert isinstance(told.args[0], MissingFolder)
    assert dialog.go.isEnabled()


def test_a_task_tells_foreseen_faults_and_bugs_apart(qtbot: QtBot) -> None:
    def foreseen(_progress: Progress) -> None:
        raise MissingFolder(folder="x")

    def bug(_progress: Progress) -> None:
        raise ZeroDivisionError

    task = Task(foreseen)
    with qtbot.waitSignal(task.signals.failed) as told:
        task.start()
    assert isinstance(told.args[0], MainstreamerError)
    task = Task(bug)
    with qtbot.waitSignal(task.signals.broken) as told:
        task.start()
    assert isinstance(told.args[0], ZeroDivisionError)
