"""The start page: what a person wants is told, by mouse, keyboard, and a file dropped on it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mainstreamer.ui import qt_texts
from mainstreamer.ui.i18n import speak
from mainstreamer.ui.pages.start_page import StartPage


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("en")


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    made = StartPage()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def looked(page: StartPage) -> bool:
    return all(plan.looked for plan in page.recent.plans())


@pytest.fixture
def plans(tmp_path: Path, page: StartPage, qtbot: QtBot) -> list[str]:
    """Two plans that are there and one that is not."""
    paths = [tmp_path / "North.mplan", tmp_path / "gone" / "South.mplan", tmp_path / "East.mplan"]
    for path in (paths[0], paths[2]):
        path.write_bytes(b"any")
    listed = [str(path) for path in paths]
    page.set_recent(listed)
    qtbot.waitUntil(lambda: looked(page))
    return listed


def test_big_buttons_tell_what_is_wanted(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.new_plan_wanted):
        qtbot.mouseClick(page.new_plan, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.open_wanted) as opened:
        qtbot.mouseClick(page.open_plan, Qt.MouseButton.LeftButton)
    assert opened.args == [""]
    page.sample.setFocus()
    with qtbot.waitSignal(page.sample_wanted):
        qtbot.keyClick(page.sample, Qt.Key.Key_Return)


def test_tab_goes_from_verbs_to_recent_plans_to_language(page: StartPage, plans: list[str], qtbot: QtBot) -> None:
    met = [page.focusWidget()]
    while met[-1] is not page.language and len(met) < 20:
        qtbot.keyClick(met[-1], Qt.Key.Key_Tab)
        met.append(page.focusWidget())
    verbs = [page.new_plan, page.open_plan, page.sample]
    assert met == [*verbs, page.recent, page.forget, page.open_recent, page.language]


def test_recent_plans_show_name_folder_and_state(page: StartPage, plans: list[str]) -> None:
    rows = page.recent.plans()
    assert [row.name for row in rows] == ["North", "South", "East"]
    assert [row.missing for row in rows] == [False, True, False]
    assert rows[1].folder.endswith("gone")
    spoken = [page.recent.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert "changed" in spoken[0]
    assert "not found" in spoken[1]


def test_the_card_of_recent_plans_is_as_high_as_its_plans(page: StartPage, plans: list[str]) -> None:
    QApplication.processEvents()
    assert page.recent.height() == page.recent.sizeHint().height() == 3 * 56 + 2
    page.set_recent([])
    QApplication.processEvents()
    assert page._empty.isVisible() and page._card.height() < 160


def test_enter_opens_and_delete_removes(page: StartPage, plans: list[str], qtbot: QtBot) -> None:
    page.recent.setFocus()
    qtbot.keyClick(page.recent, Qt.Key.Key_Down)
    qtbot.keyClick(page.recent, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.open_wanted) as opened:
        qtbot.keyClick(page.recent, Qt.Key.Key_Return)
    assert opened.args == [plans[2]]
    with qtbot.waitSignal(page.forget_wanted) as forgotten:
        qtbot.keyClick(page.recent, Qt.Key.Key_Delete)
    assert forgotten.args == [plans[2]]


def test_a_double_click_opens(page: StartPage, plans: list[str], qtbot: QtBot) -> None:
    place = page.recent.visualItemRect(page.recent.item(0)).center()
    qtbot.mouseClick(page.recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(page.open_wanted) as opened:
        qtbot.mouseDClick(page.recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [plans[0]]


def test_a_missing_plan_is_not_opened_but_can_be_removed(page: StartPage, plans: list[str], qtbot: QtBot) -> None:
    page.activateWindow()
    page.recent.setFocus()
    qtbot.keyClick(page.recent, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(page.open_wanted):
        qtbot.keyClick(page.recent, Qt.Key.Key_Return)
    assert page.focusWidget() is page.forget
    with qtbot.waitSignal(page.forget_wanted) as forgotten:
        qtbot.keyClick(page.forget, Qt.Key.Key_Return)
    assert forgotten.args == [plans[1]]
    with qtbot.waitSignal(page.open_wanted) as asked:
        qtbot.mouseClick(page.open_recent, Qt.MouseButton.LeftButton)
    assert asked.args == [""]


def test_paths_that_no_system_can_have_are_shown_as_missing(page: StartPage, qtbot: QtBot) -> None:
    page.set_recent(["a\0b.mplan", "x" * 5000])
    qtbot.waitUntil(lambda: looked(page))
    assert all(plan.missing for plan in page.recent.plans())


def test_removing_keeps_the_place(page: StartPage, plans: list[str]) -> None:
    page.recent.setCurrentRow(1)
    page.set_recent([plans[0], plans[2]])
    current = page.recent.current()
    assert current is not None
    assert current.path == plans[2]
    page.set_recent([])
    assert page.recent.isHidden()


def test_language_is_told_and_spoken(page: StartPage, plans: list[str], qtbot: QtBot) -> None:
    page.language.setFocus()
    with qtbot.waitSignal(page.language_wanted) as wanted:
        qtbot.keyClick(page.language, Qt.Key.Key_Down)
    assert wanted.args == ["ru"]
    speak("ru")
    page.retranslate()
    assert page.new_plan.accessibleName() == "Новый план"
    assert "не найден" in page.recent.item(1).data(Qt.ItemDataRole.AccessibleTextRole)


def drop(page: StartPage, path: Path) -> bool:
    """Drag a file over the page and let it go there; whether the page would take it."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(9, 9) if QLibraryInfo.version().minorVersion() >= 12 else QPoint(9, 9)
    enter = QDragEnterEvent(at, copy, dragged, left, none)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), copy, dragged, left, none))
    return enter.isAccepted()


def test_a_dropped_plan_opens(page: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_wanted) as opened:
        assert drop(page, tmp_path / "Dropped.MPLAN")
    assert opened.args == [str(tmp_path / "Dropped.MPLAN")]
    with qtbot.assertNotEmitted(page.open_wanted):
        assert not drop(page, tmp_path / "table.xlsx")


def test_the_start_page_needs_no_database(own_home: Path) -> None:
    """Loading SQLAlchemy would double the time to the first window."""
    code = "import sys, mainstreamer.ui.pages.start_page; print('sqlalchemy' in sys.modules, 'openpyxl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def menu_of(line: QLineEdit) -> str:
    menu = line.createStandardContextMenu()
    texts = " ".join(action.text().replace("&", "") for action in menu.actions())
    menu.deleteLater()
    return texts


def test_qt_speaks_the_language_too(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert application is not None
    line = QLineEdit()
    qtbot.addWidget(line)
    try:
        assert qt_texts.install(application, "ru")
        assert "Вставить" in menu_of(line)
        assert not qt_texts.install(application, "xx")
        assert "Paste" in menu_of(line)
    finally:
        assert qt_texts.install(application, "en")
    assert "Paste" in menu_of(line)
