"""Export from the window: written, checked, cancelled, refused; and the task that carries it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
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
