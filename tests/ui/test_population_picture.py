"""A population table as a picture: choosing in pyramid and grid, the line of another table, the ages of life."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from mainstreamer.domain.fields import Table
from mainstreamer.domain.plan import creation
from mainstreamer.operations.population import blank_grid, edit, with_cells
from mainstreamer.settings import Settings
from mainstreamer.storage.document import Document
from mainstreamer.ui import theme
from mainstreamer.ui.charts.age_bar import AgeBar, AgeBarChart, age_names
from mainstreamer.ui.charts.plotted import nice_steps
from mainstreamer.ui.i18n import speak, t, words
from mainstreamer.ui.pages.population_view import PopulationView
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import WIDE_GAP
from mainstreamer.ui.widgets.population_pair import BESIDE, NUMBERS, PICTURE, VALUES
from mainstreamer.ui.widgets.population_picture import COUNTS, PERCENT, PopulationPicture

KIND = "population_table"
FULL = with_cells(blank_grid(), 0, 0, [[Decimal(1000 + 10 * row), Decimal(900 + row), None] for row in range(18)])
ROUGH = Table(
    ("women", "men", "total"), ("0-14", "15+"), ((Decimal(5), Decimal(6), None), (Decimal(7), Decimal(8), None))
)
Make = Callable[..., PopulationView]


@pytest.fixture(params=["en", "ru"])
def tongue(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("en")


@pytest.fixture
def make(qtbot: QtBot, document: Document, tongue: str) -> Make:
    """Makes the view over the document as it is then, shown, its charts drawn."""

    kept = []  # a view that nobody holds is collected while its events are still being handled

    def build(width: int = 1100) -> PopulationView:
        view = PopulationView(Session(document, Settings()))
        view.session.changed.connect(view.refresh)
        qtbot.addWidget(view)
        view.resize(width, 620)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        if view.pair.picture.pyramid.isVisible():
            qtbot.waitUntil(lambda: view.pair.picture.pyramid.is_drawn)
        kept.append(view)
        return view

    return build


def put_table(document: Document, uid: str, year: int = 2021, table: Table | None = FULL, **values: object) -> None:
    given = {"title": f"Table {uid}", "year": year, "unit": "persons", "source": "Office", "table": table, **values}
    document.put(
        "add_population", creation(KIND, uid, {key: value for key, value in given.items() if value is not None})
    )


def click(qtbot: QtBot, view: PopulationView, place: int, *, double: bool = False) -> None:
    """Click into a bar of the women's side."""
    chart = view.pair.picture.pyramid
    scene = chart.plot.getViewBox().mapViewToScene(QPointF(10.0, float(place)))
    spot = chart.plot.mapFromScene(scene)
    qtbot.mouseClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    if double:
        qtbot.mouseDClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        qtbot.mouseRelease(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_click_in_the_pyramid_chooses_the_row_and_reads_it_out(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document, "one")
    view = make()
    picture = view.pair.picture
    click(qtbot, view, 3)
    assert view.grid.currentIndex().row() == 3 and picture.pyramid.marked == "15-19"
    said = picture.readout.text()
    assert said.startswith("15–19: ")
    assert (
        t("{count} women", count=words().number(1030)) in said and t("{count} men", count=words().number(903)) in said
    )
    click(qtbot, view, 5, double=True)
    assert view.grid.currentIndex().row() == 5 and view.grid.hasFocus()


def test_a_row_of_the_grid_chooses_its_bar_and_the_arrow_keys_walk_the_bars(
    qtbot: QtBot, make: Make, document: Document
) -> None:
    put_table(document, "one")
    view = make()
    chart = view.pair.picture.pyramid
    view.grid.go_to(4, 1)
    assert chart.marked == "20-24"
    view.grid.go_to(view.model.grid.rows.index("unknown"))
    assert chart.marked == ""
    view.grid.go_to(4, 1)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert (view.grid.currentIndex().row(), view.grid.currentIndex().column()) == (5, 1)
    assert "25–29" in chart.accessibleDescription() and chart.accessibleName() == t("Population pyramid")
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert view.grid.hasFocus()


def test_joined_bars_lead_to_the_first_of_their_rows(qtbot: QtBot, make: Make, document: Document) -> None:
    cells = tuple((Decimal(5), Decimal(6), None) for _ in range(3))
    put_table(document, "one", table=Table(("women", "men", "total"), ("0", "1-4", "5-9"), cells))
    view = make()
    click(qtbot, view, 0)
    assert view.grid.currentIndex().row() == 0 and view.pair.picture.pyramid.marked == "0-4"
    view.grid.go_to(1)
    assert view.pair.picture.pyramid.marked == "0-4"


def test_another_table_of_the_area_is_drawn_as_a_line(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document, "old", 2011, type="census")
    put_table(document, "new", 2021, type="projection")
    put_table(document, "else", 2015, area="North")
    view = make()
    picture = view.pair.picture
    assert picture.other() is not None and picture.other().uid == "new"  # type: ignore[union-attr]
    view._choose("new")
    assert picture.compare.currentData() == "old"
    assert words().choice("table_type", "census") in picture.compare.currentText()
    assert len(picture.pyramid.outlined) == 18
    view._choose("else")
    assert picture.compare.currentData() == ""
    picture.compare.setFocus()
    qtbot.keyClick(picture.compare, Qt.Key.Key_Down)
    picture.compare.activated.emit(picture.compare.currentIndex())
    assert picture.other() is not None


def test_the_line_of_another_table_keeps_a_ground_around_it_over_dark_bars(make: Make, document: Document) -> None:
    half = with_cells(blank_grid(), 0, 0, [[Decimal(500), Decimal(450), None] for _ in range(18)])
    put_table(document, "one", 2021)
    put_table(document, "half", 2011, half, type="census")
    view = make()
    view._choose("one")
    chart = view.pair.picture.pyramid
    assert len(chart.outlined) == 18
    place = chart.plot.mapFromScene(chart.plot.getViewBox().mapViewToScene(QPointF(500.0, 8.0)))
    image = chart.plot.grab().toImage()
    row = [image.pixelColor(place.x() + beside, place.y()).lightness() for beside in range(-8, 9)]
    bar = theme.current().colour("accent").lightness()
    assert row[0] == row[-1] == bar
    light = [beside for beside, found in enumerate(row) if found > 150]
    assert light and min(row[light[0] : light[-1]]) < 130


def test_tables_that_cannot_be_compared_say_so(make: Make, document: Document) -> None:
    put_table(document, "one", 2021)
    put_table(document, "two", 2011, ROUGH)
    view = make()
    picture = view.pair.picture
    assert picture._outline.isVisible() and picture._outline.text() == t("The two tables have no age group in common.")


def test_figures_of_the_axis_do_not_run_into_each_other(qtbot: QtBot, make: Make, document: Document) -> None:
    many = [[Decimal(1_434_000 - 70_000 * row), Decimal(1_442_000 - 70_000 * row), None] for row in range(18)]
    put_table(document, "one", 2021, with_cells(blank_grid(), 0, 0, many))
    view = make()
    pyramid = view.pair.picture.pyramid
    qtbot.waitUntil(lambda: pyramid.is_drawn)
    metrics = QFontMetrics(pyramid.small_font())
    for width in (900, 360, 260):
        pyramid.setFixedWidth(width)
        qtbot.waitUntil(lambda width=width: pyramid.width() == width)  # type: ignore[misc]
        pyramid.redraw()
        axis, box = pyramid.plot.getAxis("bottom"), pyramid.plot.getPlotItem().getViewBox()
        written = axis._tickLevels[0]
        (low, high), _ = box.viewRange()
        places = [(place - low) / (high - low) * box.width() for place, _ in written]
        assert len(written) > 1
        for (one, (_, first)), (other, (_, second)) in pairwise(zip(places, written, strict=True)):
            assert other - one > (metrics.horizontalAdvance(first) + metrics.horizontalAdvance(second)) / 2


def test_counts_and_per_cent(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document, "one")
    view = make()
    picture = view.pair.picture
    qtbot.mouseClick(picture.units[PERCENT], Qt.MouseButton.LeftButton)
    assert picture.pyramid.percent and picture.pyramid._tick(2.5) == f"{words().number(Decimal('2.5'))} %"
    qtbot.mouseClick(picture.units[COUNTS], Qt.MouseButton.LeftButton)
    assert picture.pyramid._tick(100000) == words().number(100000)


def test_ages_of_life_in_words_and_both_sides_of_youth_and_ageing(make: Make, document: Document) -> None:
    put_table(document, "one")
    view = make()
    picture = view.pair.picture
    marks = picture.ages.marks()
    assert len(marks) == 4 and all(name in said for name, (_, said) in zip(age_names(), marks, strict=True))
    total = sum(1900 + 11 * row for row in range(18))
    youth = Decimal(2 * 1900 + 11 * (3 + 4)) * 100 / total
    share = f"{words().number(youth, 1)} %"
    assert share in marks[1][1] and share in picture.youth.text()
    assert picture.ageing.isVisible() and picture.ratios.text()


def test_words_in_the_bars_of_ages_fit_into_them(qtbot: QtBot, tongue: str) -> None:
    chart, shares = AgeBarChart(), (Decimal(18), Decimal(12), Decimal(55), Decimal(15))
    chart.show_bars([AgeBar("2021", shares), AgeBar("2026", shares)])
    chart.resize(300, 80)
    qtbot.addWidget(chart)
    chart.show()

    def beyond() -> list[str]:
        texts = (
            [] if chart.plot is None else [item.textItem for item in chart.plot.items() if hasattr(item, "textItem")]
        )
        found = [] if texts else ["no words yet"]
        for share in shares:
            room = chart.plot.getViewBox().width() * float(share) / 100 if texts else 0
            own = [text for text in texts if text.toPlainText().endswith(f"{words().number(share, 1)} %")]
            inside = [text for text in own if ":" not in text.toPlainText()]
            found += [text.toPlainText() for text in inside if text.boundingRect().width() > room + 9]
            found += [str(share)] * (len(own) != 2)
        return found

    qtbot.waitUntil(lambda: not beyond())


def test_what_cannot_be_worked_out_says_why(make: Make, document: Document) -> None:
    put_table(document, "one", table=ROUGH)
    view = make()
    picture = view.pair.picture
    assert not picture.ages.isVisible() and not picture.youth.isVisible()
    assert picture.ratios.text() == words().word("demography", "reason", "groups_do_not_fit")


def test_the_picture_follows_what_is_typed_and_undone(make: Make, document: Document) -> None:
    put_table(document, "one", table=None)
    view = make()
    picture = view.pair.picture
    assert picture._none.isVisible() and not picture.pyramid.isVisible()
    view.session.put("edit_population", edit("one", FULL))
    assert picture.pyramid.isVisible() and len(picture.pyramid.rows) == 18 and not picture._none.isVisible()
    view.session.undo()
    assert not picture.pyramid.isVisible() and picture._none.isVisible()


def test_where_there_is_no_room_numbers_and_picture_take_turns(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document, "one")
    view = make(760)
    pair = view.pair
    assert pair.switch[NUMBERS].isVisible() and view.grid.isVisible() and not pair.picture.isVisible()
    # Alone, the numbers have all the width there is: nothing cut, nothing bare at the edge.
    qtbot.waitUntil(lambda: view.grid.width() == pair.width())
    shown = view.grid.horizontalHeader().length() + view.grid.verticalHeader().width()
    assert view.grid.horizontalScrollBar().maximum() == 0 and shown + 40 > view.grid.width()
    qtbot.mouseClick(pair.switch[PICTURE], Qt.MouseButton.LeftButton)
    assert pair.picture.isVisible() and not view.grid.isVisible()
    assert view.show_place("one", "table") and view.grid.isVisible()
    qtbot.mouseClick(pair.switch[VALUES], Qt.MouseButton.LeftButton)
    assert pair.values.isVisible() and not view.grid.isVisible()
    view.resize(1200, 620)
    qtbot.waitUntil(lambda: view.grid.isVisible() and pair.picture.isVisible())
    assert not pair.switch[NUMBERS].isVisible()


def test_the_picture_fits_the_narrowest_place_beside_the_numbers(qtbot: QtBot, make: Make, document: Document) -> None:
    put_table(document, "one")
    put_table(document, "two", 2026, title="Estimate for the middle of 2026", type="estimate")
    view = make()
    picture = view.pair.picture
    beside = view.width() - view.pair.width()
    view.resize(beside + view.grid.wanted_width() + theme.current().px(BESIDE), 620)
    qtbot.waitUntil(lambda: view.pair.width() == view.width() - beside)
    assert not view.pair.switch[NUMBERS].isVisible()
    area = picture.findChild(QScrollArea)
    assert area is not None
    card, compare = area.widget(), picture.compare
    qtbot.waitUntil(lambda: card.width() == area.viewport().width())
    for part in (compare, picture.readout, picture.pyramid, picture.ages):
        assert card.rect().contains(QRect(part.mapTo(card, QPoint()), part.size()))
    qtbot.waitUntil(lambda: compare.width() in (compare.sizeHint().width(), card.contentsRect().width() - 2 * WIDE_GAP))
    cut = compare.width() < compare.sizeHint().width()
    assert compare.tip() == (compare.currentText() if cut else "")


def test_columns_give_way_and_are_scrolled_to_where_there_is_too_little_width(
    qtbot: QtBot, make: Make, document: Document
) -> None:
    put_table(document, "one")
    view = make()
    pair, grid = view.pair, view.grid
    rest = view.width() - pair.width()
    view.resize(rest + grid.least_width() - 16, 620)
    qtbot.waitUntil(lambda: grid.width() == pair.width() == grid.least_width() - 16)
    assert grid.horizontalScrollBar().maximum() == 0
    view.resize(rest + grid.least_width() - 60, 620)
    qtbot.waitUntil(lambda: grid.width() == pair.width() == grid.least_width() - 60)
    assert grid.horizontalScrollBar().maximum() > 0 and grid.horizontalScrollBar().isVisible()


def test_reading_from_right_to_left_turns_the_pyramid_round(make: Make, document: Document) -> None:
    put_table(document, "one")
    view = make()
    chart = view.pair.picture.pyramid
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box = chart.plot.getViewBox()
    assert box.mapViewToScene(QPointF(-10, 0)).x() > box.mapViewToScene(QPointF(10, 0)).x()
    assert chart.plot.getAxis("right").isVisible() and not chart.plot.getAxis("left").isVisible()


def test_the_language_is_changed_everywhere(make: Make, document: Document, tongue: str) -> None:
    put_table(document, "one")
    view = make()
    speak("ru" if tongue == "en" else "en")
    view.retranslate()
    picture: PopulationPicture = view.pair.picture
    assert picture.units[PERCENT].text() == t("Per cent") and view.pair.switch[PICTURE].text() == t("Chart")
    assert t("{count} women", count=words().number(1000)) in picture.pyramid.words_of("0-4")


@pytest.mark.parametrize(
    ("low", "high", "steps"),
    [
        (0, 9.4, [0, 5, 10]),
        (0, 200000, [0, 100000, 200000]),
        (2.2, 2.9, [2.0, 2.5, 3.0]),
        (5, 5, [4, 5, 6]),
        (-3, 4, [-5, 0, 5]),
    ],
)
def test_axes_have_round_numbers(low: float, high: float, steps: list[float]) -> None:
    assert nice_steps(low, high, 2) == pytest.approx(steps)
