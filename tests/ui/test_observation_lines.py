"""Observations over the years: one choice with table and form, goals of actions, what nobody observed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from mainstreamer.domain.kinds import Observation
from mainstreamer.domain.plan import Put, creation
from mainstreamer.domain.series import Line, LineKey
from mainstreamer.operations.population import blank_grid, with_cells
from mainstreamer.storage.document import Document
from mainstreamer.ui.charts.series_chart import MOST_LINES, SeriesChart, _apart, _looks
from mainstreamer.ui.charts.series_words import line_names
from mainstreamer.ui.i18n import n, speak, t, words
from mainstreamer.ui.pages.indicators_page import IndicatorsPage
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pictures.observation_lines import MANY, ObservationLines
from mainstreamer.ui.session import Session

pytestmark = pytest.mark.usefixtures("speech")
ROWS: dict[str, dict[str, Any]] = {
    "b21": {"year": 2021, "value": Decimal("19.5"), "sex": "both", "source": "Survey"},
    "b23": {"year": 2023, "value": Decimal("17.4"), "sex": "both", "source": "Survey"},
    "w21": {"year": 2021, "value": Decimal("20.8"), "sex": "women", "source": "Survey"},
    "w30": {"year": 2030, "value": Decimal("12.0"), "sex": "women", "type": "target", "source": "Plan"},
    "blank": {"year": None, "value": Decimal(3), "sex": "both"},
    "money": {"indicator": "F1", "year": 2022, "value": Decimal(7), "unit": "%"},
}
GOAL = {"action": "act", "indicator": "Y3", "name": "Young people in work", "unit": "per cent", "baseline": Decimal(19),
        "baseline_year": 2024, "target": Decimal(11), "target_year": 2031}  # fmt: skip


@pytest.fixture
def view(session: Session, qtbot: QtBot, speech: str) -> RegisterView:
    puts = creation("action", "act", {"code": "A-01.01-1", "title": "Train"}) + creation(
        "action_indicator", "goal", GOAL
    )
    for uid, values in ROWS.items():
        given = {"indicator": "Y3", "unit": "%", **values}
        puts += creation("observation", uid, {key: value for key, value in given.items() if value is not None})
    session.put("add", puts)
    made = RegisterView(session, "observation")
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.mouseClick(made.views.buttons["lines"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "lines" in made.views.pictures and chart_of(made).is_drawn and bool(made.table.selected()))
    return made


def picture_of(view: RegisterView) -> ObservationLines:
    picture = view.views.pictures["lines"]
    assert isinstance(picture, ObservationLines)
    return picture


def chart_of(view: RegisterView) -> SeriesChart:
    return picture_of(view).chart


def click(qtbot: QtBot, chart: SeriesChart, year: int, value: float, *, double: bool = False) -> None:
    spot = chart.plot.mapFromScene(chart.plot.getViewBox().mapViewToScene(QPointF(year, value)))
    qtbot.mouseClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    if double:
        qtbot.mouseDClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        qtbot.mouseRelease(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_click_on_a_point_chooses_its_record(view: RegisterView, qtbot: QtBot) -> None:
    chart = chart_of(view)
    click(qtbot, chart, 2023, 17.4)
    assert view.table.selected() == ("b23",) == view.form.uids
    said = picture_of(view).readout.toolTip()
    assert words().number(Decimal("17.4")) in said and "2023" in said and "Survey" in said
    click(qtbot, chart, 2021, 20.8, double=True)
    assert view.form.uids == ("w21",) and view.form.isAncestorOf(view.focusWidget())


def test_the_table_chooses_the_point_and_the_indicator(view: RegisterView) -> None:
    view.table.choose(["w21"])
    assert chart_of(view).marked == "w21"
    view.table.choose(["money"])
    assert picture_of(view)._title.toolTip() == words().choice("indicator", "F1")
    assert chart_of(view).marked == "money"


def test_arrow_keys_walk_the_points_and_enter_opens(view: RegisterView, qtbot: QtBot) -> None:
    chart = chart_of(view)
    view.table.choose(["b21"])
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert view.table.selected() == ("b23",)
    assert words().choice("sex", "both") in chart.accessibleDescription()
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert view.form.isAncestorOf(view.focusWidget())


def test_choosing_an_indicator_in_the_list_chooses_its_newest_record(view: RegisterView, qtbot: QtBot) -> None:
    picture = picture_of(view)
    picture.list.setFocus()
    qtbot.keyClick(picture.list, Qt.Key.Key_Down)
    assert view.table.selected() == ("money",)
    qtbot.keyClick(picture.list, Qt.Key.Key_Up)
    assert view.table.selected() == ("w30",)


def test_what_nobody_observed_is_said_and_hollow(view: RegisterView) -> None:
    assert words().choice("observation_type", "target") in chart_of(view).words_of("w30")
    assert words().choice("observation_type", "actual") not in chart_of(view).words_of("b21")


def test_goals_of_actions_are_marks_that_lead_to_the_action(view: RegisterView, qtbot: QtBot) -> None:
    chart = chart_of(view)
    target = t("{year}: target {value} of “{name}”", year=2031, value=f"{words().number(11)} %", name=GOAL["name"])
    assert chart.words_of("goal|goal|target") == target
    view.table.choose(["b21"])
    with qtbot.waitSignal(view.session.place_wanted) as led:
        click(qtbot, chart, 2024, 19.0, double=True)
    assert led.args == ["action_indicator", "goal", "baseline"]
    assert view.table.selected() == ("b21",) and chart.marked == "goal|goal|baseline"


def test_what_is_not_drawn_is_said(view: RegisterView) -> None:
    one, many = (
        "{n} value without a year or a number is not drawn.",
        "{n} values without a year or a number are not drawn.",
    )
    assert picture_of(view)._notes.text() == n(one, many, 1)
    view.session.put("edit", [Put("action_indicator", "goal", "unit", "people")])
    apart = t("Not drawn, because their unit differs: {names}.", names=t("“{name}”", name=GOAL["name"]))
    assert apart in picture_of(view)._notes.text()
    assert chart_of(view).words_of("goal|goal|target") == ""


def test_the_picture_follows_edits_undo_and_filters(view: RegisterView) -> None:
    view.session.put("edit", [Put("observation", "b23", "value", Decimal(15))])
    assert words().number(15) in chart_of(view).words_of("b23")
    view.session.undo()
    assert words().number(Decimal("17.4")) in chart_of(view).words_of("b23")
    view.filter.setText("F1")
    assert picture_of(view).list.count() == 1 and chart_of(view).series is not None
    view.filter.setText("nothing like it")
    assert picture_of(view)._none.isVisible() and not chart_of(view).isVisible()


def test_of_many_lines_the_first_are_drawn_and_the_one_chosen(view: RegisterView) -> None:
    puts: list[Put] = []
    for place in range(MOST_LINES + 4):
        for year in (2020, 2022, 2024):
            values = {
                "indicator": "Y3",
                "unit": "%",
                "value": Decimal(place),
                "year": year,
                "area": f"District {place}",
            }
            puts += creation("observation", f"d{place}-{year}", values)
    view.session.put("add", puts)
    view.table.choose(["b21"])
    chart = chart_of(view)
    assert len(chart.lines) == MOST_LINES and chart.marked == "b21" and chart.words_of("b21")
    assert str(MOST_LINES) in picture_of(view)._notes.text()


def test_many_records_are_taken_in_by_and_by(view: RegisterView, qtbot: QtBot) -> None:
    puts: list[Put] = []
    for place in range(MANY):
        values = {"indicator": "L1", "unit": "%", "value": Decimal(place % 50), "year": 1990 + place % 40}
        puts += creation("observation", f"m{place}", values)
    view.session.put("add", puts)
    view.table.choose([f"m{MANY - 1}"])
    picture = picture_of(view)
    qtbot.waitUntil(lambda: picture.list.count() == 3 and picture.chart.marked == f"m{MANY - 1}")
    assert picture.chart.words_of(picture.chart.marked)


def test_reading_from_right_to_left_years_run_with_it(view: RegisterView) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chart = chart_of(view)
    box = chart.plot.getViewBox()
    assert box.mapViewToScene(QPointF(2021, 15)).x() > box.mapViewToScene(QPointF(2023, 15)).x()
    assert chart.plot.getAxis("right").isVisible() and not chart.plot.getAxis("left").isVisible()


def test_the_language_is_changed_everywhere(view: RegisterView, speech: str) -> None:
    speak("ru" if speech == "en" else "en")
    view.retranslate()
    assert words().choice("indicator", "Y3") in picture_of(view).list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words().number(Decimal("19.5")) in chart_of(view).words_of("b21")


@pytest.mark.parametrize(
    ("places", "top", "apart"),
    [
        ([0.0, 5.0], 9.0, [0.0, 5.0]),
        ([1.0, 1.5, 9.0], 9.0, [1.0, 3.0, 9.0]),
        ([8.0, 8.5, 9.0], 9.0, [5.0, 7.0, 9.0]),
        ([], 9.0, []),
    ],
)
def test_words_at_the_ends_of_lines_make_room(places: list[float], top: float, apart: list[float]) -> None:
    assert _apart(places, 2.0, top) == pytest.approx(apart)


def said_in(chart: SeriesChart) -> list[str]:
    return [item.toPlainText() for item in chart.plot.items() if hasattr(item, "textItem")]


def test_words_of_a_line_that_ends_early_are_whole_and_say_what_differs(view: RegisterView, qtbot: QtBot) -> None:
    own = "Unemployment rate of young people in our own words"
    puts = [Put("observation", uid, "area", "Samland") for uid in ("b21", "b23", "w21", "w30")]
    values = {"indicator": "Y3", "unit": "%", "name": own, "sex": "both", "area": "Lerna", "year": 2028}
    puts += creation("observation", "lerna", {**values, "value": Decimal("24.7")})
    puts += creation("observation", "again", {**values, "value": Decimal("23.1"), "age": "15-19"})
    view.session.put("edit", puts)
    view.session.put("edit", [Put("action_indicator", "goal", "target", None)])
    both, women = words().choice("sex", "both"), words().choice("sex", "women")
    view.resize(1500, 760)
    view.form_button.setChecked(False)
    chart = chart_of(view)
    qtbot.waitUntil(lambda: chart.width() > 700)
    said = said_in(chart)
    assert f"{words().number(Decimal('24.7'))} % {both}, Lerna" in said
    assert f"{words().number(Decimal('23.1'))} % {both}, Lerna, 15-19" in said
    assert f"{t('target {value}', value=f'{words().number(12)} %')} {women}, Samland" in said
    assert not any("…" in text or own in text for text in said)


def test_an_axis_that_does_not_begin_at_zero_says_so(view: RegisterView, qtbot: QtBot) -> None:
    chart = chart_of(view)
    begins = t("The axis begins at {value}.", value=10)
    assert any(begins in text for text in said_in(chart))
    assert begins in f"{chart.accessibleDescription()}."
    view.session.put("edit", [Put("observation", "w30", "value", Decimal(1))])
    assert not any(begins[:12] in text for text in said_in(chart))
    assert begins[:12] not in chart.accessibleDescription()


def test_where_the_axis_begins_is_whole_in_a_narrow_chart_and_has_its_scale(view: RegisterView, qtbot: QtBot) -> None:
    unit = "young people between fifteen and twenty-four years of age without any work"
    puts = [Put("observation", uid, "unit", unit) for uid in ("b21", "b23", "w21", "w30")]
    puts += [Put("observation", uid, "value", Decimal(value)) for uid, value in (("b21", 1700000), ("b23", 1600000))]
    puts += [Put("observation", uid, "value", Decimal(value)) for uid, value in (("w21", 1500000), ("w30", 1300000))]
    view.session.put("edit", [*puts, Put("observation", "blank", "unit", unit)])
    view.table.choose(["b23"])
    chart = chart_of(view)
    view.resize(700, 760)
    qtbot.waitUntil(lambda: chart.width() < 450 and chart.is_drawn)
    (head,) = (text for text in said_in(chart) if "\n" in text)
    upper, lower = head.split("\n")
    scale = "m" if words().code == "en" else "млн"
    figure = words().number(Decimal("1.3"))
    assert upper.endswith("…") and lower == t("The axis begins at {value}.", value=f"{figure} {scale}")


def test_names_of_the_same_indicator_are_said_where_nothing_else_differs() -> None:
    lines = [Line(LineKey(name, "women", area), ()) for name, area in (("a", "X"), ("b", "X"), ("c", "Y"))]
    assert line_names(lines) == ["X, a", "X, b", "Y"]


def test_a_target_that_is_also_an_observation_is_named_once(view: RegisterView) -> None:
    chart, figure = chart_of(view), f"{words().number(12)} %"
    goal = [
        Put("action_indicator", "goal", "target", Decimal(12)),
        Put("action_indicator", "goal", "target_year", 2030),
    ]
    view.session.put("edit", goal[:1])
    assert len([text for text in said_in(chart) if figure in text]) == 2
    view.session.put("edit", goal[1:])
    assert len([text for text in said_in(chart) if figure in text]) == 1
    assert chart.words_of("goal|goal|target")


def test_the_last_year_is_always_on_the_axis(view: RegisterView) -> None:
    chart = chart_of(view)
    for first, last, width in ((2001, 2026, 300.0), (2019, 2025, 200.0), (2024, 2024, 90.0)):
        years = [int(year) for year, _text in chart._years(range(first, last + 1), width)]
        assert years[-1] == last and years == sorted(set(years))


def test_each_year_with_a_point_is_named_where_there_is_room(view: RegisterView) -> None:
    chart = chart_of(view)
    assert [text for _year, text in chart._years((2026, 2021, 2024, 2021), 400.0)] == ["2021", "2024", "2026"]
    assert [text for _year, text in chart._years((2021, 2025, 2026), 100.0)] == ["2021", "2026"]


def test_indicators_that_are_called_alike_say_their_units(view: RegisterView) -> None:
    puts = creation("observation", "other", {"indicator": "F1", "year": 2022, "value": Decimal(7), "unit": "lei"})
    view.session.put("add", puts)
    listed = picture_of(view).list
    texts = [listed.item(row).text() for row in range(listed.count())]
    assert len(texts) == len(set(texts)) and any("lei" in text for text in texts)
    assert all(text.endswith(")") for text in texts)
    assert all(listed.item(row).toolTip() for row in range(listed.count()))


def test_units_are_said_as_they_were_typed_and_long_ones_keep_their_count(view: RegisterView) -> None:
    unit = "Durchführungsverordnungsentwurf " * 9
    puts = creation("observation", "one", {"indicator": "F1", "year": 2022, "value": Decimal(7), "unit": unit})
    puts += creation("observation", "two", {"indicator": "F1", "year": 2022, "value": Decimal(7), "unit": "MoL"})
    view.session.put("add", puts)
    listed = picture_of(view).list
    texts = [listed.item(row).text() for row in range(listed.count())]
    whole = [listed.item(row).toolTip() for row in range(listed.count())]
    assert any(unit[:40] in tip for tip in whole) and any("MoL" in tip for tip in whole)
    metrics = QFontMetrics(listed.font())
    for text in texts:
        assert text.endswith(")")
        assert all(metrics.horizontalAdvance(line) <= listed.width() for line in text.split("\n"))


def test_a_sex_has_one_colour_and_a_variant_one_symbol() -> None:
    lines = [Line(LineKey(sex=sex, variant=variant), ()) for variant in ("a", "b") for sex in ("both", "women", "men")]
    assert _looks(lines) == [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1)]
    assert _looks(lines[:3]) == [(0, 0), (1, 1), (2, 2)]


def test_long_names_in_notes_are_cut_to_a_line(view: RegisterView, qtbot: QtBot) -> None:
    view.session.put("edit", [Put("action_indicator", "goal", "unit", "people")])
    view.session.put("edit", [Put("action_indicator", "goal", "name", "word " * 60)])
    notes = picture_of(view)._notes
    assert "…" in notes.text() and notes.text().endswith(".") and len(notes.text()) < 250
    qtbot.waitUntil(lambda: notes.height() >= notes.heightForWidth(notes.width()))


# -- the page of indicators ----------------------------------------------------------------------------------------------


@pytest.fixture
def page(session: Session, qtbot: QtBot, speech: str) -> IndicatorsPage:
    table = with_cells(blank_grid(), 0, 0, [[Decimal(10 + row), Decimal(9 + row)] for row in range(18)])
    puts = creation("action", "act", {"code": "A-01.01-1", "title": "Train"}) + creation(
        "action_indicator", "goal", GOAL
    )
    for uid, year, kind in (("t1", 2021, "census"), ("t2", 2026, "projection")):
        values = {"title": uid, "year": year, "unit": "persons", "source": "Office", "table": table, "type": kind}
        puts += creation("population_table", uid, values)
    for uid in ("b21", "b23"):
        puts += creation("observation", uid, {"indicator": "Y3", "unit": "%", **ROWS[uid]})
    session.put("add", puts)
    made = IndicatorsPage(session)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1134, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.refresh(None)
    qtbot.waitUntil(lambda: made.card.chart.is_drawn)
    return made


def go_to(page: IndicatorsPage, uid: str, code: str) -> None:
    row = next(
        row
        for row in range(page.model.rowCount())
        if (page.model.value(row).uid, page.model.value(row).code) == (uid, code)
    )
    page.table.setCurrentIndex(page.sorted.mapFromSource(page.model.index(row, 1)))


def test_the_chosen_indicator_is_drawn_and_a_point_chooses_its_row(page: IndicatorsPage, qtbot: QtBot) -> None:
    go_to(page, "b21", "Y3")
    chart = page.card.chart
    assert chart.marked == "b21" and chart.words_of("goal|goal|target")
    click(qtbot, chart, 2023, 17.4)
    row = page.sorted.mapToSource(page.table.currentIndex()).row()
    assert page.model.value(row).uid == "b23"
    with qtbot.waitSignal(page.session.place_wanted) as led:
        click(qtbot, chart, 2021, 19.5, double=True)
    assert led.args == ["observation", "b21", "value"]


def test_values_of_population_tables_are_lines_and_projections_say_so(page: IndicatorsPage, qtbot: QtBot) -> None:
    go_to(page, "t1", "Y1")
    chart = page.card.chart
    assert len(chart.lines) == MOST_LINES and all(len(line.points) == 2 for line in chart.lines)
    said = [text for key, text in chart.marks() if "|t2|" in key]
    assert said and all(words().choice("table_type", "projection") in text for text in said)
    chart.setFocus()
    with qtbot.waitSignal(page.session.place_wanted) as led:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert led.args == ["population_table", "t1", "table"]


def test_a_value_without_a_year_says_that_there_is_no_line(page: IndicatorsPage) -> None:
    row = next(row for row in range(page.model.rowCount()) if page.model.value(row).code == "M3")
    page.table.setCurrentIndex(page.sorted.mapFromSource(page.model.index(row, 1)))
    assert page.card.readout.toolTip() == t("There is no value with a year yet.")


def test_values_of_many_observations_are_worked_out_beside_the_window(
    page: IndicatorsPage, qtbot: QtBot, reopened: Callable[[], Document]
) -> None:
    puts: list[Put] = []
    for place in range(1000):
        puts += creation("observation", f"m{place}", {"indicator": "L1", "value": Decimal(place), "year": 2000})
    before = page.model.rowCount()
    page.session.put("add", puts)
    page.session.put("edit", [Put("observation", "m7", "value", Decimal(77))])
    qtbot.waitUntil(lambda: page.model.rowCount() == before + 1000)
    qtbot.waitUntil(lambda: page.model.value(page.model.row_of("m7")).value == 77)
    found = reopened().plan.find("observation", "m7")
    assert isinstance(found, Observation) and found.value == 77
