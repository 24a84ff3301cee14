"""The page of indicators: rows, sorting, filtering, definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from mainstreamer.domain.plan import Put, creation
from mainstreamer.knowledge import indicators
from mainstreamer.operations.population import blank_grid, with_cells
from mainstreamer.settings import Settings
from mainstreamer.storage.document import Document
from mainstreamer.ui.charts.indicator_groups import group_name
from mainstreamer.ui.i18n import speak, t, words
from mainstreamer.ui.models.indicator_model import CODE, NAME, SOURCE, VALUE, IndicatorModel
from mainstreamer.ui.pages import indicators_page
from mainstreamer.ui.pages.indicators_page import IndicatorsPage
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import at_rest
from mainstreamer.ui.widgets.cell_text import fitting_lines
from mainstreamer.ui.widgets.indicator_details import IndicatorDetails, detail_lines

NUMBERS = [[Decimal(10 + row), Decimal(9 + row)] for row in range(18)]
Make = Callable[[], IndicatorsPage]


@pytest.fixture(params=["en", "ru"])
def tongue(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("en")


@pytest.fixture
def page(qtbot: QtBot, document: Document, tongue: str) -> IndicatorsPage:
    table = with_cells(blank_grid(), 0, 0, NUMBERS)
    values = {"title": "Census", "year": 2021, "unit": "persons", "source": "Statistics office", "table": table}
    document.put("add_population", creation("population_table", "t1", values))
    observed = {"indicator": "L1", "value": Decimal("17.355"), "year": 2025, "sex": "women", "source": "Survey"}
    document.put("add", creation("observation", "o1", observed))
    session = Session(document, Settings())
    made = IndicatorsPage(session)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1134, 720)
    made.show()
    return made


def column(page: IndicatorsPage, place: int) -> list[str]:
    """What is shown in a column, from the top."""
    return [str(page.sorted.index(row, place).data()) for row in range(page.sorted.rowCount())]


def test_values_are_shown_rounded_and_those_observed_as_entered(page: IndicatorsPage) -> None:
    codes, values = column(page, CODE), column(page, VALUE)
    assert values[codes.index("L1")] == words().number(Decimal("17.355"))
    assert len(values[codes.index("D1")].split(words().decimal_mark)[1]) == 1


def test_what_is_not_computable_says_why(page: IndicatorsPage) -> None:
    codes, names = column(page, CODE), column(page, NAME)
    place, reason = codes.index("M3"), words().word("demography", "reason", "not_entered")
    assert names[place] == words().find("indicator", "M3", "name") and column(page, VALUE)[place] == t("not computable")
    assert page.sorted.index(place, VALUE).data(Qt.ItemDataRole.ToolTipRole) == reason
    page.table.setCurrentIndex(page.sorted.index(place, NAME))
    assert page.definition.text().startswith(t("Not computable: {reason}", reason=reason[0].lower() + reason[1:]))
    page.filter.setText(reason)
    assert "M3" in column(page, CODE)


def test_the_columns_fit_the_width_there_is(page: IndicatorsPage, qtbot: QtBot) -> None:
    page.resize(1110, 700)
    qtbot.waitUntil(lambda: page.table.horizontalScrollBar().maximum() == 0)
    assert page.table.columnWidth(NAME) > page.table.columnWidth(VALUE)


@pytest.mark.parametrize("width", [560, 700, 900, 1500])
def test_edge_of_the_table_cuts_no_column(page: IndicatorsPage, qtbot: QtBot, width: int) -> None:
    page.resize(width, 700)
    table = page.table
    qtbot.waitUntil(lambda: abs(table.viewport().width() - width) < 80)
    ends = [table.columnViewportPosition(place) + table.columnWidth(place) for place in range(SOURCE + 1)]
    last = max(end for end in ends if end <= table.viewport().width())
    assert table.viewport().width() - last < 12
    metrics = table.fontMetrics()
    assert table.columnWidth(VALUE) >= metrics.horizontalAdvance(t("not computable")) + 22


@pytest.mark.parametrize("width", [700, 900, 1500])
def test_what_tells_rows_without_a_value_apart_stands_before_the_edge(page: IndicatorsPage, width: int) -> None:
    page.resize(width, 700)
    seen = [place for place in range(SOURCE + 1) if page.table.columnViewportPosition(place) < page.table.width()]
    rows = [tuple(column(page, place)[row] for place in seen) for row in range(page.sorted.rowCount())]
    assert VALUE in seen and len(rows) > 1
    assert len(set(rows)) == len(rows)


@pytest.mark.usefixtures("tongue")
def test_no_line_of_a_cell_runs_into_the_next_row() -> None:
    """Rows of 42 pixels have two lines of a font whose lines are 15 to 20 pixels apart, never three."""
    assert {fitting_lines(42, step) for step in range(15, 22)} == {2}
    assert fitting_lines(20, 27) == 1 and fitting_lines(53, 27) == 2


def test_names_of_lines_stand_above_their_texts_where_there_is_little_room(qtbot: QtBot) -> None:
    details = IndicatorDetails()
    qtbot.addWidget(details)
    details.show_code("M3")
    longest = max(name.sizeHint().width() for name, _ in details.lines)
    details.show()
    for width, beside in ((3 * longest, True), (longest + 20, False), (3 * longest, True)):
        details.resize(width, 600)
        details.layout().activate()
        assert details.width() == width, "no word pushes the lines out of their panel"
        for name, text in details.lines:
            assert (text.geometry().left() > name.geometry().right()) is beside
            assert (text.geometry().top() > name.geometry().top()) is not beside


def test_a_code_tells_its_group(page: IndicatorsPage) -> None:
    place = column(page, CODE).index("M3")
    tip = page.sorted.index(place, CODE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == t("{code}: {group}", code="M3", group=t("Management of migration policy"))
    assert all(group_name(code) for code in indicators())
    assert group_name("OWN-1") == t("An indicator of your own") and group_name("") == ""


def test_the_filter_keeps_rows_with_every_word(qtbot: QtBot, page: IndicatorsPage) -> None:
    everything = page.sorted.rowCount()
    page.filter.setFocus()
    qtbot.waitUntil(page.filter.hasFocus)
    qtbot.keyClicks(page.filter, "D1 2021")
    assert 0 < page.sorted.rowCount() < everything
    assert set(column(page, CODE)) <= {"D1", "D10"}
    page.filter.clear()
    assert page.sorted.rowCount() == everything


def test_only_values_hides_what_is_not_computable(qtbot: QtBot, page: IndicatorsPage) -> None:
    page.only_values.setFocus()
    qtbot.keyClick(page.only_values, Qt.Key.Key_Space)
    assert page.only_values.isChecked()
    assert "–" not in column(page, VALUE)
    assert page.sorted.rowCount() > 0


def test_values_sort_as_numbers_and_codes_as_people_count(qtbot: QtBot, page: IndicatorsPage) -> None:
    page.table.sortByColumn(VALUE, Qt.SortOrder.AscendingOrder)
    rows = [page.sorted.mapToSource(page.sorted.index(row, 0)).row() for row in range(page.sorted.rowCount())]
    numbers = [page.model.value(row).value for row in rows]
    known = [number for number in numbers if number is not None]
    assert known == sorted(known)
    assert numbers[: len(known)] == known
    page.table.sortByColumn(CODE, Qt.SortOrder.AscendingOrder)
    codes = list(dict.fromkeys(column(page, CODE)))
    assert codes.index("D2") < codes.index("D10")


def test_the_definition_of_the_chosen_row_stands_below(qtbot: QtBot, page: IndicatorsPage) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.sorted.index(column(page, CODE).index("D7") - 1, NAME))
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    definition = words().word("indicator", "D7", "definition")
    assert definition in page.definition.text()
    assert page.sorted.index(page.table.currentIndex().row(), NAME).data(Qt.ItemDataRole.ToolTipRole) == definition


def test_enter_leads_to_the_record(qtbot: QtBot, page: IndicatorsPage) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.sorted.index(column(page, CODE).index("L1"), NAME))
    with qtbot.waitSignal(page.session.place_wanted) as caught:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert caught.args == ["observation", "o1", "value"]


def test_a_change_of_the_plan_is_shown_and_the_place_kept(page: IndicatorsPage, document: Document) -> None:
    page.table.setCurrentIndex(page.sorted.index(5, NAME))
    document.put("add", creation("observation", "o2", {"indicator": "F1", "value": Decimal("12"), "year": 2024}))
    assert "F1" in column(page, CODE)
    assert page.table.currentIndex().row() == 5


def test_many_values_are_worked_out_beside_the_window_and_are_the_same(
    qtbot: QtBot, page: IndicatorsPage, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indicators_page, "MANY", 1)
    known = [column(page, place) for place in range(SOURCE + 1)]
    beside = IndicatorsPage(page.session)
    page.session.changed.connect(beside.refresh)
    qtbot.addWidget(beside)
    beside.resize(1134, 720)
    beside.show()
    assert not beside.sorted.rowCount()
    qtbot.waitUntil(lambda: beside.card.isVisible() and at_rest())
    assert [column(beside, place) for place in range(SOURCE + 1)] == known
    assert beside.definition.text() and beside.table.currentIndex().isValid()
    document.put("edit", [Put("observation", "o1", "value", Decimal("18"))])  # while nothing is at work, and
    document.put("edit", [Put("observation", "o1", "value", Decimal("19"))])  # while the values before are worked out
    row = column(beside, CODE).index("L1")
    qtbot.waitUntil(lambda: column(beside, VALUE)[row] == words().number(Decimal("19")))


def test_it_speaks_the_other_language_at_once(page: IndicatorsPage, tongue: str) -> None:
    speak("en" if tongue == "ru" else "ru")
    page.retranslate()
    assert column(page, NAME)[column(page, CODE).index("D7")].startswith(words().word("indicator", "D7", "name"))


def test_the_model_keeps_the_rules_of_qt(page: IndicatorsPage) -> None:
    model = IndicatorModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_values(tuple(page.model.value(row) for row in range(page.model.rowCount())))
    assert tester.model() is model
    assert model.rowCount() == page.model.rowCount()


def test_how_the_indicator_is_measured_stands_in_its_card(qtbot: QtBot, page: IndicatorsPage) -> None:
    page.filter.setText("D7")
    page.table.setCurrentIndex(page.sorted.index(0, NAME))
    said = {name.text(): text.text() for name, text in page.card.details.lines if name.isVisibleTo(page.card)}
    speech = words()
    assert t("Numerator") not in said
    assert said[t("Unit")] == speech.word("indicator", "D7", "unit")
    assert said[t("Usual source")] == speech.word("indicator", "D7", "source")
    page.filter.setText("D4")
    page.table.setCurrentIndex(page.sorted.index(0, NAME))
    said = {name.text(): text.text() for name, text in page.card.details.lines if name.isVisibleTo(page.card)}
    assert said[t("Numerator")] == speech.word("indicator", "D4", "numerator")
    assert said[t("Denominator")] == speech.word("indicator", "D4", "denominator")
    assert said[t("Comparability")] == speech.word("indicator", "D4", "comparability")
    assert speech.word("indicator", "D4", "numerator") in page.card.area.accessibleDescription()


def test_the_card_is_read_with_the_keyboard(qtbot: QtBot, page: IndicatorsPage) -> None:
    page.filter.setText("D4")
    page.table.setCurrentIndex(page.sorted.index(0, NAME))
    area = page.card.area
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Down)
    assert area.verticalScrollBar().value() > 0


def test_every_indicator_has_lines_in_the_language_spoken() -> None:
    for definition in indicators().values():
        names = {name for name, _text in detail_lines(definition.code)}
        assert {t("Unit"), t("Good direction"), t("Frequency"), t("Usually published"), t("Usual source")} <= names
        assert (t("Links") in names) == bool(definition.sdg or definition.gcm)
