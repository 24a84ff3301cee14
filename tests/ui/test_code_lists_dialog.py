"""The dialog of code lists: reached by menu, search and About, narrowed by typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mainstreamer.knowledge import code_lists, codes_of
from mainstreamer.language.code_lists import list_source
from mainstreamer.ui.application import Application
from mainstreamer.ui.dialogs.about import AboutDialog
from mainstreamer.ui.dialogs.code_lists import CodeListsDialog
from mainstreamer.ui.i18n import n, t, words

pytestmark = pytest.mark.usefixtures("speech")


@pytest.fixture
def dialog(qtbot: QtBot) -> CodeListsDialog:
    made = CodeListsDialog()
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def shown(dialog: CodeListsDialog) -> list[str]:
    rows = [row for row in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(row)]
    return [item.text() for row in rows if (item := dialog.table.item(row, 0)) is not None]


def test_every_list_is_shown_whole_with_its_source(dialog: CodeListsDialog) -> None:
    assert dialog.chooser.count() == len(code_lists())
    for name, one in code_lists().items():
        dialog.show_list(name)
        assert shown(dialog) == list(codes_of(name))
        assert dialog.source.text() == list_source(words(), one)


def test_typing_narrows_by_code_and_name(dialog: CodeListsDialog, qtbot: QtBot) -> None:
    dialog.show_list("treaty")
    dialog.filter.setFocus()
    qtbot.keyClicks(dialog.filter, "1951")
    assert shown(dialog) == ["REFUGEES_1951", "C100"]
    assert dialog.count.text() == n("{n} code", "{n} codes", 2)
    dialog.show_list("country")
    dialog.filter.clear()
    dialog.filter.insert(words().choice("country", "MDA"))  # QTest presses no Cyrillic keys
    assert shown(dialog) == ["MDA"]


def test_the_keyboard_goes_from_list_to_list(dialog: CodeListsDialog, qtbot: QtBot) -> None:
    first = dialog.shown
    qtbot.keyClick(dialog.chooser, Qt.Key.Key_Down)
    assert dialog.shown != first
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_search_menu_and_about_lead_there(program: Application, qtbot: QtBot, qapp: QApplication) -> None:
    def open_ones() -> list[CodeListsDialog]:
        return [one for one in qapp.topLevelWidgets() if isinstance(one, CodeListsDialog) and one.isVisible()]

    assert program.workspace is not None
    field = program.workspace.top.search
    field.setFocus()
    field.insert(t("Code lists"))
    qtbot.waitUntil(lambda: program.workspace is not None and program.workspace.search.list.isVisible())
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(open_ones()))
    open_ones()[0].close()
    program.commands.run("app.about")
    about = next(one for one in qapp.topLevelWidgets() if isinstance(one, AboutDialog) and one.isVisible())
    qtbot.mouseClick(about.lists_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(open_ones()))
