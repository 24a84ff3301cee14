"""Rows sorted by several columns, columns chosen and kept, named views: as a person does it."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from mainstreamer.settings import ColumnFilter, Settings, TableSettings, TableView, load, save
from mainstreamer.ui.dialogs.table_columns import ColumnsDialog
from mainstreamer.ui.dialogs.table_sorting import SortingDialog
from mainstreamer.ui.dialogs.table_views import ViewNameDialog, ViewsDialog
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.session import Session

pytestmark = pytest.mark.usefixtures("speech")
Maker = Callable[..., RegisterView]
SHIFT = Qt.KeyboardModifier.ShiftModifier
ROWS: tuple[dict[str, Any], ...] = (
    {"code": "A-2", "title": "Bb", "status": "done", "cost": Decimal(5)},
    {"code": "A-10", "title": "Aa", "status": "delayed", "cost": Decimal(7)},
    {"code": "A-1", "title": "Cc", "status": "done", "cost": Decimal(9)},
    {"code": "A-3", "title": "Dd", "status": "delayed"},
)


def codes(view: RegisterView) -> list[str]:
    return [str(getattr(record, "code", "")) for record in view.records()]


def click_heading(view: RegisterView, qtbot: QtBot, name: str, modifier: Qt.KeyboardModifier | None = None) -> None:
    head = view.table.head
    place = QPoint(head.sectionViewportPosition(view.table.column_of(name)) + 16, head.height() // 2)
    modifiers = modifier or Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text().split("\t")[0] == text)


# -- sorting -----------------------------------------------------------------------------------------------------------


def test_shift_and_a_click_add_a_column(register: Maker, qtbot: QtBot) -> None:
    view = register("action", *ROWS)
    assert codes(view) == ["A-1", "A-2", "A-3", "A-10"]
    click_heading(view, qtbot, "status")
    assert codes(view) == ["A-3", "A-10", "A-1", "A-2"]
    click_heading(view, qtbot, "cost", SHIFT)
    assert codes(view) == ["A-10", "A-3", "A-2", "A-1"]
    click_heading(view, qtbot, "cost", SHIFT)
    assert codes(view) == ["A-10", "A-3", "A-1", "A-2"]
    assert view.table.head.sort_place("status") == (1, False) and view.table.head.sort_place("cost") == (2, True)
    click_heading(view, qtbot, "cost", SHIFT)
    assert view.state.sort == ("status",)


def test_a_plain_click_sorts_by_that_column_alone(register: Maker, qtbot: QtBot) -> None:
    view = register("action", *ROWS)
    click_heading(view, qtbot, "status")
    click_heading(view, qtbot, "cost", SHIFT)
    click_heading(view, qtbot, "title")
    assert view.state.sort == ("title",) and codes(view) == ["A-10", "A-2", "A-1", "A-3"]
    click_heading(view, qtbot, "title")
    assert view.state.sort == ("-title",)
    click_heading(view, qtbot, "title")
    assert view.state.sort == () and codes(view) == ["A-1", "A-2", "A-3", "A-10"]


def test_order_is_chosen_by_keyboard(register: Maker, qtbot: QtBot) -> None:
    view = register("action", *ROWS)
    view.menus.fill_view_menu(view.bar.view_menu)
    entry(view.bar.view_menu, t("Sort …")).trigger()
    dialog = view.findChild(SortingDialog)
    assert dialog is not None
    for (by, way), name, falling in zip(dialog.levels, ("status", "code"), (False, True), strict=False):
        by.setFocus()
        while by.currentData() != name:
            qtbot.keyClick(by, Qt.Key.Key_Down)
        if falling:
            qtbot.keyClick(way, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert view.state.sort == ("status", "-code") and codes(view) == ["A-10", "A-3", "A-2", "A-1"]
    view.menus.choose_sort()
    again = view.findChildren(SortingDialog)[-1]
    assert again.wanted() == ("status", "-code")
    qtbot.mouseClick(again.clear, Qt.MouseButton.LeftButton)
    assert view.state.sort == ()


def test_the_selection_stays_with_its_records(register: Maker, qtbot: QtBot) -> None:
    view = register("action", *ROWS)
    view.table.choose(["r0", "r3"], view.table.column_of("cost"))
    view.table.setFocus()
    click_heading(view, qtbot, "title")
    assert set(view.table.selected()) == {"r0", "r3"} and view.table.current_column == "cost"
    assert set(view.form.uids) == {"r0", "r3"}


# -- columns -----------------------------------------------------------------------------------------------------------


def test_columns_are_chosen_and_kept(register: Maker, qtbot: QtBot, session: Session) -> None:
    view = register("action", *ROWS)
    view.menus.choose_columns()
    dialog = view.findChild(ColumnsDialog)
    assert dialog is not None and dialog.ticked() == view.model.vocabulary.usual
    dialog.search.setText(words().field("action", "risk"))
    shown = [row for row in range(dialog.list.count()) if not dialog.list.item(row).isHidden()]
    risk = next(row for row in shown if dialog.list.item(row).data(Qt.ItemDataRole.UserRole) == "risk")
    dialog.list.setCurrentRow(risk)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.search.clear()
    while dialog.list.currentRow() > 0:
        qtbot.mouseClick(dialog.up, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert view.table.columns()[:2] == ("risk", "code")
    assert view.model.headerData(0, Qt.Orientation.Horizontal) == words().field("action", "risk")
    view.hide()
    assert session.settings.table("action").last.columns[:2] == ("risk", "code")
    assert register("action").table.columns()[:2] == ("risk", "code")


def test_a_register_keeps_one_column_at_least(register: Maker) -> None:
    view = register("institution", {"name": "One"})
    view.menus.choose_columns()
    dialog = view.findChild(ColumnsDialog)
    assert dialog is not None
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.ok.isEnabled()
    dialog.list.item(2).setCheckState(Qt.CheckState.Checked)
    assert dialog.ok.isEnabled()
    dialog.reject()


def test_widths_order_and_sort_are_kept(register: Maker, qtbot: QtBot, session: Session) -> None:
    view = register("institution", {"name": "One"}, {"name": "Two"})
    table = view.table
    table.setColumnWidth(table.column_of("name"), 333)
    table.head.moveSection(0, 2)
    click_heading(view, qtbot, "acronym")
    moved = table.columns()
    assert moved.index("name") == 2
    view.hide()
    again = register("institution")
    assert again.table.columns() == moved and again.state.sort == ("acronym",)
    assert again.table.columnWidth(again.table.column_of("name")) == 333
    again.state.reset_columns()
    assert again.table.columns() == again.model.vocabulary.usual and again.state.sort == ()
    assert set(again.table.widths()) == {0}


def test_a_column_is_hidden_from_its_heading(register: Maker) -> None:
    view = register("institution", {"name": "One"})
    menu = QMenu(view)
    view.menus._fill_head_menu(menu, "acronym")
    entry(menu, t("Hide this column")).trigger()
    assert "acronym" not in view.table.columns() and "name" in view.table.columns()


# -- named views -------------------------------------------------------------------------------------------------------


def save_as(view: RegisterView, qtbot: QtBot, name: str) -> None:
    view.menus.fill_view_menu(view.bar.view_menu)
    entry(view.bar.view_menu, t("Save this view as …")).trigger()
    dialog = view.findChildren(ViewNameDialog)[-1]
    dialog.line.selectAll()
    qtbot.keyClicks(dialog.line, name)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)


def test_a_view_is_saved_chosen_renamed_and_deleted(register: Maker, qtbot: QtBot, session: Session) -> None:
    view = register("action", *ROWS)
    view.state.set_sort(("-cost",))
    view.state.set_columns(("code", "title", "cost"))
    view.state.set_filter(ColumnFilter("status", ("done",)))
    save_as(view, qtbot, "Done, dear first")
    view.filters.clear()
    view.state.reset_columns()
    assert len(view.records()) == 4
    view.menus.fill_view_menu(view.bar.view_menu)
    entry(view.bar.view_menu, "Done, dear first").trigger()
    assert view.table.columns() == ("code", "title", "cost") and codes(view) == ["A-1", "A-2"]
    assert set(view.state.filters) == {"status"} and view.state.sort == ("-cost",)
    view.menus.show_views()
    dialog = view.findChild(ViewsDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.rename, Qt.MouseButton.LeftButton)
    name = dialog.findChild(ViewNameDialog)
    assert name is not None
    name.line.selectAll()
    qtbot.keyClicks(name.line, "Finished")
    qtbot.keyClick(name.line, Qt.Key.Key_Return)
    assert [one.name for one in session.settings.table("action").views] == ["Finished"]
    qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    assert session.settings.table("action").views == () and not dialog.rename.isEnabled()
    dialog.close()


def test_the_tick_stands_at_a_view_only_while_it_is_shown(register: Maker, qtbot: QtBot) -> None:
    view = register("action", *ROWS)
    view.state.set_filter(ColumnFilter("status", ("done",)))
    save_as(view, qtbot, "Done")

    def ticked() -> bool:
        view.menus.fill_view_menu(view.bar.view_menu)
        return entry(view.bar.view_menu, "Done").isChecked()

    assert ticked()
    entry(view.bar.view_menu, t("Show all rows")).trigger()
    assert len(view.records()) == 4 and not ticked()
    entry(view.bar.view_menu, "Done").trigger()
    assert ticked()
    view.state.set_sort(("cost",))
    assert not ticked()
    view.state.set_sort(())
    assert ticked()
    view.state.set_columns(("code", "title"))
    assert not ticked()


def test_a_name_taken_is_replaced_on_saving_and_refused_on_renaming(register: Maker, qtbot: QtBot) -> None:
    view = register("action", *ROWS)
    save_as(view, qtbot, "One")
    view.state.set_sort(("title",))
    save_as(view, qtbot, "one")
    assert [(one.name, one.sort) for one in view.state.views] == [("one", ("title",))]
    dialog = ViewNameDialog(["One"], "Two", view, rename=True)
    dialog.line.setText("ONE")
    assert not dialog.ok.isEnabled() and dialog.field.problem()
    dialog.line.setText("  ")
    assert not dialog.ok.isEnabled()
    dialog.close()


def test_filters_are_not_kept_by_themselves(register: Maker, session: Session) -> None:
    view = register("action", *ROWS)
    view.state.set_filter(ColumnFilter("status", ("done",)))
    view.state.set_sort(("title",))
    view.hide()
    assert session.settings.table("action").last.filters == ()
    assert len(register("action").records()) == 4


# -- the file of settings ----------------------------------------------------------------------------------------------


def test_tables_survive_the_file_of_settings(tmp_path: Path) -> None:
    view = TableView("Mine", ("code", "cost"), (90, 0), ("-cost",), (ColumnFilter("leads", ("u", ""), filled="yes"),))
    wanted = Settings(tables=(TableSettings("action", TableView(columns=("code",), widths=(0,)), (view,)),))
    save(tmp_path / "settings.json", wanted)
    assert load(tmp_path / "settings.json") == wanted


@pytest.mark.parametrize(
    "tables",
    [
        7, {"kind": "action"}, [7, None, {"kind": 3}], [{"kind": "action", "last": [], "views": [{"name": ""}, 4]}],
        [{"kind": "action", "last": {"columns": ["code", 5], "widths": ["x"], "sort": "code", "filters": [{}, 3]}}],
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_dropped(tmp_path: Path, tables: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"language": "ru", "tables": tables}), encoding="utf-8")
    found = load(path)
    assert found.language == "ru" and found.table("action").views == ()
    assert found.table("action").last.columns in ((), ("code",)) and found.table("action").last.sort == ()
    assert set(found.table("action").last.widths) <= {0}


def test_columns_that_are_gone_are_passed_over(register: Maker, session: Session) -> None:
    last = TableView(columns=("colour", "acronym", "name"), widths=(9, 120, 0), sort=("-colour", "name"))
    session.settings = Settings().with_table(TableSettings("institution", last))
    view = register("institution", {"name": "B"}, {"name": "A"})
    assert view.table.columns() == ("acronym", "name") and view.state.sort == ("name",)
    assert [getattr(row, "name", "") for row in view.records()] == ["A", "B"]
