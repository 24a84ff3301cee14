"""Packs in the window: saved, read, looked through, loaded as one step, refused with a list."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mainstreamer.domain.packs import ITEMS
from mainstreamer.errors import MissingFolder
from mainstreamer.exchange import pack_in
from mainstreamer.exchange.pack_out import write_pack
from mainstreamer.language import language
from mainstreamer.ui.application import Application
from mainstreamer.ui.dialogs.pack_loading import PackLoadingDialog
from mainstreamer.ui.dialogs.pack_saving import PackSavingDialog
from mainstreamer.ui.i18n import words
from mainstreamer.ui.session import Session
from mainstreamer.ui.tasks import Progress
from tests.operations.own_plan import text_puts

pytestmark = pytest.mark.usefixtures("speech")


@pytest.fixture
def path(session: Session, tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack.xlsx", session.plan, language("en"), session.today())[0]


def edit(path: Path, **cells: object) -> None:
    """Type into cells; `_` for a row stands for the first free one."""
    book = openpyxl.load_workbook(path)
    free = next(row for row in range(2, 1000) if not book[ITEMS].cell(row, 1).value)
    cells = {name[:-1] + str(free) if name.endswith("_") else name: value for name, value in cells.items()}
    for name, value in cells.items():
        book[ITEMS][name] = value
    book.save(path)


def opened(session: Session, path: Path, qtbot: QtBot) -> PackLoadingDialog:
    dialog = PackLoadingDialog(session, path)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog._task is None, timeout=20_000)
    return dialog


def cells(dialog: PackLoadingDialog) -> list[list[str]]:
    model = dialog.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_what_a_pack_changes_is_shown_then_loaded_as_one_step(session: Session, path: Path, qtbot: QtBot) -> None:
    edit(path, AG1="question::ro", AG2="A decis guvernul?", Q3="Is one institution named?", B_="4", Q_="A register?")
    before = session.plan
    dialog = opened(session, path, qtbot)
    assert session.plan is before
    found = cells(dialog)
    assert [row[1] for row in found] == ["4.N1", "1.1", "1.2"]
    assert found[1][4] == "A decis guvernul?" and words().choice("language", "ro") in found[1][2]
    assert words().choice("language", "ro") in dialog.languages.text() and "%" in dialog.languages.text()
    assert dialog.ok.isVisible() and dialog.ok.hasFocus()
    qtbot.keyClick(dialog.ok, Qt.Key.Key_Return)
    assert [row.text for row in session.plan.item_texts] == ["A decis guvernul?", "Is one institution named?"]
    assert [row.code for row in session.plan.custom_items] == ["4.N1"]
    assert session.checklist_in("ro").text("1.1", "question") == "A decis guvernul?"
    assert not dialog.ok.isVisible() and dialog.cancel.hasFocus()
    session.undo()
    assert not session.plan.item_texts and not session.plan.custom_items
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Space)
    assert not dialog.isVisible()


def test_one_kind_of_line_can_be_looked_at_alone(session: Session, path: Path, qtbot: QtBot) -> None:
    edit(path, Q3="Is one institution named?", B_="4", Q_="A register?", O4="yes")
    dialog = opened(session, path, qtbot)
    assert [dialog.groups.itemData(place) for place in range(dialog.groups.count())] == [
        "",
        "new",
        "reworded",
        "changed",
    ]
    dialog.groups.setFocus()
    qtbot.keyClick(dialog.groups, Qt.Key.Key_Down)
    assert [row[1] for row in cells(dialog)] == ["4.N1"]
    qtbot.keyClick(dialog.groups, Qt.Key.Key_End)
    ((_, code, part, _, after),) = cells(dialog)
    assert code == "1.3" and part == words().field("item_setting", "off")
    assert after == words().choice("yes_no", "yes")
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "pack.xlsx" and len(copied) == 4


def test_a_refused_pack_lists_every_cell_and_offers_no_way_on(session: Session, path: Path, qtbot: QtBot) -> None:
    edit(path, O3="perhaps", C5="=A1", Q3="Is one institution named?")
    before = session.plan
    dialog = opened(session, path, qtbot)
    assert [row[:4] for row in cells(dialog)] == [["items", "3", "O", "off"], ["items", "5", "C", "essential"]]
    assert cells(dialog)[1][4] == "=A1" and all(row[5] for row in cells(dialog))
    assert not dialog.ok.isVisible() and not dialog.groups.isVisible()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "perhaps" in QGuiApplication.clipboard().text()
    assert session.plan is before


def test_a_corrected_pack_is_chosen_again(
    session: Session, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(path, O3="perhaps")
    dialog = opened(session, path, qtbot)
    edit(path, O3="yes")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.ok.isVisible(), timeout=20_000)
    assert [row[1] for row in cells(dialog)] == ["1.2"]


def test_a_pack_that_changes_nothing_says_so(session: Session, path: Path, qtbot: QtBot) -> None:
    dialog = opened(session, path, qtbot)
    assert words().t("The pack changes nothing in this plan.") in dialog.text.text()
    assert not dialog.ok.isVisible() and not dialog.table.isVisible() and dialog.cancel.hasFocus()


@pytest.mark.parametrize("content", [b"hello", b"PK\x03\x04", None])
def test_a_file_that_is_no_pack_is_told_in_place(
    session: Session, tmp_path: Path, qtbot: QtBot, content: bytes | None
) -> None:
    path = tmp_path / "letter.xlsx"
    if content is not None:
        path.write_bytes(content)
    dialog = opened(session, path, qtbot)
    assert "letter.xlsx" in dialog.heading.text() and dialog.text.text()
    assert not dialog.ok.isVisible() and dialog.other.hasFocus()


def test_cancel_while_reading(session: Session, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    def slow(_path: Path, _codes: Any, progress: Progress) -> None:
        for done in range(10_000_000):
            progress(done, 10_000_000)
            begun.set()

    monkeypatch.setattr(pack_in, "read_pack", slow)
    dialog = PackLoadingDialog(session, path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(begun.is_set)
    assert dialog.bar.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog._task is None, timeout=20_000)
    assert dialog.isVisible() and not dialog.bar.isVisible() and not dialog.ok.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_plan_that_changed_meanwhile_is_compared_again(session: Session, path: Path, qtbot: QtBot) -> None:
    edit(path, Q3="Is one institution named?")
    dialog = opened(session, path, qtbot)
    session.put("edit", [put._replace(uid="other") for put in text_puts("1.4", "en", "question", "Other?")])
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog._task is None, timeout=20_000)
    assert {row[1] for row in cells(dialog)} == {"1.2", "1.4"}
    assert [row.text for row in session.plan.item_texts] == ["Other?"]


def test_the_checklist_is_saved_and_a_missing_folder_is_told(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = PackSavingDialog(session, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.path.setText(str(tmp_path / "nowhere" / "pack.xlsx"))
    with qtbot.waitSignal(dialog.failed, timeout=20_000) as told:
        qtbot.keyClick(dialog.path, Qt.Key.Key_Return)
    assert isinstance(told.args[0], MissingFolder)
    dialog.path.setText(str(tmp_path / "pack.xlsx"))
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.open_file.isVisible(), timeout=20_000)
    assert "pack.xlsx" in dialog.said.text()
    found = opened(session, tmp_path / "pack.xlsx", qtbot)
    assert not found.model.rowCount()


def test_both_are_in_the_menu(
    program: Application, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = program
    assert running.session is not None
    path, _ = write_pack(tmp_path / "pack.xlsx", running.session.plan, language("en"), running.session.today())
    edit(path, Q3="Is one institution named?")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    running.commands.run("checklist.load")
    (dialog,) = running.window.findChildren(PackLoadingDialog)
    qtbot.waitUntil(lambda: dialog.ok.isVisible(), timeout=20_000)
    with qtbot.waitSignal(running.session.changed):
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    dialog.reject()
    assert running.session.checklist_in("en").text("1.2", "question") == "Is one institution named?"
    running.commands.run("edit.undo")
    assert not running.session.plan.find("item_text", "1.2") and "Is one institution named?" not in str(
        [row.text for row in running.session.plan.item_texts]
    )
    running.commands.run("checklist.pack")
    (saving,) = running.window.findChildren(PackSavingDialog)
    assert saving.isVisible()
    saving.reject()
