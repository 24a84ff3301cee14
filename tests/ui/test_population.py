"""Population tables in the window: typing, pasting, checks, indicators, particulars; in English and Russian."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.demography_checks import COLUMNS
from mainstreamer.domain.fields import Table
from mainstreamer.domain.kinds import PopulationTable
from mainstreamer.domain.plan import creation
from mainstreamer.operations.population import blank_grid, with_cells
from mainstreamer.settings import Settings
from mainstreamer.storage.document import Document
from mainstreamer.ui.i18n import speak, t, words
from mainstreamer.ui.models.population_model import PopulationModel
from mainstreamer.ui.pages.population_view import DESCRIPTION, NUMBERS, PopulationView
from mainstreamer.ui.session import Session

KIND = "population_table"
NUMBERS_2021 = [[Decimal(10 + row), Decimal(9 + row), Decimal(19 + 2 * row)] for row in range(18)]
FULL = with_cells(blank_grid(), 0, 0, NUMBERS_2021)
HEADED = "Age\tWomen\tMen\tTotal\n0-4\t60\t70\t130\n5-9\t50\t40\t90\n10+\t300\t200\t500"
UNNAMED = HEADED.replace("Women", "A").replace("Men", "B").replace("Total", "C")
Make = Callable[[], PopulationView]


@pytest.fixture(params=["en", "ru"])
def tongue(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("en")


@pytest.fixture
def make(qtbot: QtBot, document: Document, tongue: str) -> Make:
    """Makes the view over the document as it is then, shown and listening."""

    kept = []  # a view that nobody holds is collected while the test still works with its parts

    def build() -> PopulationView:
        session = Session(document, Settings())
        view = PopulationView(session)
        session.changed.connect(view.refresh)
        qtbot.addWidget(view)
        view.resize(830, 560)
        view.show()
        kept.append(view)
        return view

    return build


def put_table(document: Document, uid: str = "t1", **values: object) -> None:
    given = {"title": "Census", "year": 2021, "unit": "persons", "source": "Statistics office", "table": FULL, **values}
    document.put("add_population", creation(KIND, uid, given))


def saved(document: Document) -> list[PopulationTable]:
    """The tables in the file, read anew."""
    path = document.path
    document.close()
    with Document.open(path) as fresh:
        return list(fresh.plan.population_tables)


def cell(view: PopulationView, row: str, column: str) -> Decimal | None:
    record = view.session.plan.population_tables[0]
    assert record.table is not None
    return record.table.cells[record.table.rows.index(row)][record.table.columns.index(column)]


def type_in(qtbot: QtBot, view: PopulationView, text: str) -> None:
    """Type a number into the cell of the cursor and press Enter."""
    qtbot.keyClicks(view.grid, text[0])
    editor = view.grid.indexWidget(view.grid.currentIndex())
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def paste_here(qtbot: QtBot, view: PopulationView, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(view.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_an_empty_register_offers_two_ways_and_adding_leads_to_the_title(
    qtbot: QtBot, make: Make, document: Document
) -> None:
    view = make()
    assert view.add_first.isVisible()
    assert view.paste_first.isVisible()
    assert view.paste_first.property("look") == "primary" and view.paste_first.x() < view.add_first.x()
    assert view.empty.text.text() == words().kind(KIND, "empty")
    qtbot.mouseClick(view.add_first, Qt.MouseButton.LeftButton)
    assert len(document.plan.population_tables) == 1
    assert view.switch[DESCRIPTION].isChecked()
    title = view.particulars.fields.boxes["title"].editor.control
    assert isinstance(title, QLineEdit)
    qtbot.keyClicks(title, "Census 2021")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert [row.title for row in saved(document)] == ["Census 2021"]


def test_typed_numbers_go_down_with_enter_and_are_kept(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document, table=None)
    view = make()
    view.grid.go_to(0, 0)
    for text in ("1 200", "1300"):
        type_in(qtbot, view, text)
    assert view.grid.currentIndex().row() == 2
    assert [cell(view, row, "women") for row in ("0-4", "5-9")] == [1200, 1300]
    assert view.model.value(view.model.rowCount() - 1, 0) == 2500
    assert document.undo_verb() == "edit_population"
    table = saved(document)[0].table
    assert table is not None
    assert table.column("women")[:3] == (1200, 1300, None)


def test_a_number_that_cannot_be_read_is_marked_and_not_put(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    view.grid.go_to(1, 1)
    type_in(qtbot, view, "12a")
    assert cell(view, "5-9", "men") == 10
    assert "12a" in str(view.model.index(1, 1).data())
    assert any("12a" in line for line in view.checks.lines())
    view.grid.go_to(1, 1)
    type_in(qtbot, view, "11")
    assert cell(view, "5-9", "men") == 11
    assert not any("12a" in line for line in view.checks.lines())


def test_decimals_are_read_in_the_form_of_the_language(
    qtbot: QtBot, make: Make, document: Document, tongue: str
) -> None:
    put_table(document, table=None, unit="thousands")
    view = make()
    view.grid.go_to(0, 0)
    type_in(qtbot, view, "12,345" if tongue == "ru" else "12.345")
    assert cell(view, "0-4", "women") == Decimal("12.345")
    assert str(view.model.index(0, 0).data()) == ("12,345" if tongue == "ru" else "12.345")


def test_delete_empties_the_selected_cells_in_one_step(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    view.grid.go_to(0, 0)
    qtbot.keyClick(view.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view.grid, Qt.Key.Key_Delete)
    assert [cell(view, row, "women") for row in ("0-4", "5-9", "10-14")] == [None, None, 12]
    view.session.undo()
    assert cell(view, "5-9", "women") == 11


def test_a_block_is_copied_and_pasted_at_the_cursor(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    view.grid.go_to(0, 0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(view.grid, key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "10\t9\n11\t10"
    view.grid.go_to(4, 1)
    paste_here(qtbot, view, "1 000\t7\r\n2 000\t8\r\n")
    assert cell(view, "20-24", "men") == 1000
    assert cell(view, "25-29", "total") == 8
    assert document.undo_verb() == "paste_population"


def test_a_block_with_words_in_it_is_not_taken_at_all(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    view.grid.go_to(0, 0)
    paste_here(qtbot, view, "1\nmany\n3")
    assert cell(view, "0-4", "women") == 10
    assert any("many" in line for line in view.checks.lines())


def test_a_block_that_is_too_large_says_so(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    before = len(view.checks.lines())
    view.grid.go_to(view.model.rowCount() - 2, 0)
    paste_here(qtbot, view, "1\n2")
    assert cell(view, "total", "women") == 1
    assert len(view.checks.lines()) > before
    assert view.checks.lines()[0].count("1") == 0


def test_a_whole_table_is_shown_before_it_is_taken_over(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    view.grid.go_to(0, 0)
    paste_here(qtbot, view, HEADED)
    assert view.dialog is not None
    assert cell(view, "0-4", "women") == 10
    assert view.dialog.model.grid.rows == ("0-4", "5-9", "10+", "unknown", "total")
    qtbot.mouseClick(view.dialog.take, Qt.MouseButton.LeftButton)
    assert cell(view, "10+", "men") == 200
    table = saved(document)[0].table
    assert table is not None
    assert table.rows == ("0-4", "5-9", "10+")


def test_cancelling_the_dialog_changes_nothing(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    view.grid.go_to(0, 0)
    paste_here(qtbot, view, HEADED)
    assert view.dialog is not None
    qtbot.keyClick(view.dialog, Qt.Key.Key_Escape)
    assert view.dialog is None
    assert document.plan.population_tables[0].table == FULL


def test_unnamed_columns_are_named_by_a_person(qtbot: QtBot, make: Make, document: Document) -> None:
    view = make()
    QGuiApplication.clipboard().setText(UNNAMED)
    qtbot.mouseClick(view.paste_first, Qt.MouseButton.LeftButton)
    dialog = view.dialog
    assert dialog is not None
    assert not dialog.take.isEnabled()
    assert dialog.columns.isVisible()
    second_is_women = dialog.columns._groups[1].button(COLUMNS.index("women"))
    second_is_women.setFocus()
    qtbot.keyClick(second_is_women, Qt.Key.Key_Space)
    assert dialog.columns.names() == ("men", "women", "total")
    assert dialog.take.isEnabled()
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert len(document.plan.population_tables) == 1
    assert (cell(view, "0-4", "women"), cell(view, "0-4", "men")) == (70, 60)


def test_a_heading_of_thousands_sets_the_unit_of_a_new_table(qtbot: QtBot, make: Make, document: Document) -> None:
    view = make()
    QGuiApplication.clipboard().setText("Age\tWomen, thousands\tMen, thousands\n0-4\t1.5\t1.7\n5+\t9.5\t8.5")
    qtbot.mouseClick(view.paste_first, Qt.MouseButton.LeftButton)
    assert view.dialog is not None
    assert view.dialog.unit == "thousands"
    qtbot.mouseClick(view.dialog.take, Qt.MouseButton.LeftButton)
    assert document.plan.population_tables[0].unit == "thousands"


def test_text_typed_into_the_dialog_is_read_when_it_is_taken_over(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    view.grid.go_to(0, 0)
    paste_here(qtbot, view, HEADED)
    dialog = view.dialog
    assert dialog is not None
    dialog.text.setPlainText(HEADED.replace("60\t70\t130", "61\t70\t131"))
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert cell(view, "0-4", "women") == 61


def test_checks_name_the_fault_and_lead_to_its_row(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document, table=with_cells(FULL, 3, 0, [[None]]))
    view = make()
    assert any("15–19" in line for line in view.checks.lines())
    view.grid.setCurrentIndex(view.model.index(0, 0))
    view.checks.list.setCurrentRow(0)
    qtbot.keyClick(view.checks.list, Qt.Key.Key_Return)
    assert view.grid.currentIndex().row() == 3
    assert view.focusWidget() is view.grid


def test_indicators_follow_the_numbers_at_once(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    sex_ratio = words().word("indicator", "D10", "name")
    line = next(line for line in view.values.lines() if line.startswith(sex_ratio))
    view.grid.go_to(0, 1)
    type_in(qtbot, view, "900")
    assert next(line for line in view.values.lines() if line.startswith(sex_ratio)) != line
    assert words().word("demography", "variant", "60+") in " ".join(view.values.lines())
    view.values.list.setFocus()
    qtbot.keyClick(view.values.list, Qt.Key.Key_Down)
    assert view.values.definition.text() == words().word("indicator", "Y1", "definition")


def test_growth_since_the_table_before_is_among_them(make: Make, document: Document) -> None:
    put_table(document, "t1")
    put_table(document, "t2", year=2026, table=with_cells(FULL, 0, 0, [[Decimal(40), Decimal(39), Decimal(79)]]))
    view = make()
    assert view.show_place("t2", "table")
    assert any("2021–2026" in line for line in view.values.lines())


def test_what_cannot_be_worked_out_says_why(make: Make, document: Document) -> None:
    rows = ("0-14", "15-39", "40+")
    cells = tuple((Decimal(10), Decimal(9), None) for _ in rows)
    put_table(document, table=Table(COLUMNS, rows, cells))
    view = make()
    reason = words().word("demography", "reason", "groups_do_not_fit")
    assert t("not computable: {reason}", reason=reason[0].lower() + reason[1:]) in " ".join(view.values.lines())


def test_the_open_group_is_chosen_while_the_table_is_blank(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document, table=None)
    view = make()
    assert view.open_ages.isVisible()
    view.open_ages.setFocus()
    qtbot.keyClick(view.open_ages, Qt.Key.Key_Down)
    assert view.model.grid.rows[-3] == "100+"
    view.grid.go_to(0, 0)
    type_in(qtbot, view, "5")
    assert not view.open_ages.isVisible()


def test_tables_are_duplicated_deleted_and_brought_back(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    qtbot.mouseClick(view.list.duplicate, Qt.MouseButton.LeftButton)
    assert [row.table for row in document.plan.population_tables] == [FULL, FULL]
    assert view.list.list.currentRow() == 1
    qtbot.mouseClick(view.list.delete, Qt.MouseButton.LeftButton)
    assert [row.uid for row in document.plan.population_tables] == ["t1"]
    assert view.undo_delete.isVisible()
    qtbot.mouseClick(view.undo_delete, Qt.MouseButton.LeftButton)
    assert len(document.plan.population_tables) == 2
    assert not view.undo_delete.isVisible()


def test_the_arrow_keys_choose_another_table(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document, "t1")
    put_table(document, "t2", title="Estimate", table=with_cells(FULL, 0, 0, [[Decimal(77)]]))
    view = make()
    view.list.list.setFocus()
    qtbot.keyClick(view.list.list, Qt.Key.Key_Down)
    assert view.model.value(0, 0) == 77


def test_particulars_are_put_on_leaving_and_a_bad_year_is_not(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    assert view.show_place("t1", "year")
    year = view.particulars.fields.boxes["year"].editor
    assert isinstance(year.control, QLineEdit)
    year.control.selectAll()
    qtbot.keyClicks(year.control, "20x")
    qtbot.keyClick(year.control, Qt.Key.Key_Return)
    assert year.problem()
    assert document.plan.population_tables[0].year == 2021
    year.control.selectAll()
    qtbot.keyClicks(year.control, "2024")
    view.commit()
    assert not year.problem()
    assert [row.year for row in saved(document)] == [2024]


def test_a_number_being_typed_is_put_by_commit(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    view.grid.go_to(0, 0)
    qtbot.keyClicks(view.grid, "8")
    view.commit()
    assert cell(view, "0-4", "women") == 8


def test_places_that_are_not_here_are_refused(make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    assert not view.show_place("nobody", "table")
    assert view.show_place("t1", "source")
    assert view.switch[DESCRIPTION].isChecked()
    assert view.show_place("t1", "table")
    assert view.switch[NUMBERS].isChecked()


def test_it_speaks_the_other_language_at_once(make: Make, document: Document, tongue: str) -> None:
    put_table(document)
    view = make()
    speak("en" if tongue == "ru" else "ru")
    view.retranslate()
    heading = str(view.model.headerData(0, Qt.Orientation.Horizontal))
    assert heading.casefold() == words().word("demography", "column", "women")
    assert (
        view.particulars.fields.boxes["source"]
        .editor.control.accessibleName()
        .startswith(words().field(KIND, "source"))
    )


def test_every_control_has_a_name(make: Make, document: Document) -> None:
    put_table(document)
    view = make()
    for widget in view.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            text = widget.text() if hasattr(widget, "text") and not isinstance(widget, QLineEdit) else ""
            assert widget.accessibleName() or text, widget


def test_it_fits_beside_rail_and_guidance(make: Make, document: Document) -> None:
    put_table(document)
    assert make().minimumSizeHint().width() <= 830


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:
    model: QAbstractItemModel = PopulationModel(lambda _grid: True)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert isinstance(model, PopulationModel)
    model.set_grid(FULL, "persons")
    model.set_grid(blank_grid(80), "persons")
    assert tester.model() is model
    assert model.rowCount() == 20
