"""What holds rows back: filters of columns by type of field, always in sight, taken off by one click."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import creation
from mainstreamer.settings import ColumnFilter
from mainstreamer.ui import slices
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.models import register_proxy
from mainstreamer.ui.models.register_filters import BLANK, NOT_BLANK
from mainstreamer.ui.pages import register_filters
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.filter_popup import FilterPopup
from mainstreamer.ui.widgets.register_totals import joined

pytestmark = pytest.mark.usefixtures("speech")
Maker = Callable[..., RegisterView]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ACTIONS: tuple[dict[str, Any], ...] = (
    {"code": "A-1", "title": "Open an office", "leads": ("fin",), "cost": Decimal(100), "start": Quarter(2027, 2),
     "end": Quarter(2028, 1), "status": "done", "items": ("2.3", "6.1"), "updated_on": date(2027, 5, 1)},
    {"code": "A-2", "title": "Close the gap", "leads": ("fin", "bank"), "cost": Decimal(300), "start": Quarter(2028, 1),
     "status": "delayed", "items": ("6H1",), "recurring": True, "updated_on": date(2027, 9, 1)},
    {"code": "A-3", "title": "Évaluer", "cost": None, "status": "delayed", "recurring": False, "likelihood": 4},
)  # fmt: skip


@pytest.fixture
def view(register: Maker, session: Session) -> RegisterView:
    for uid, name in (("fin", "Ministry of Finance"), ("bank", "Central Bank")):
        session.put("add", creation("institution", uid, {"name": name}))
    return register("action", *ACTIONS)


def shown(view: RegisterView) -> list[str]:
    return [record.uid for record in view.records()]


def type_in(widget: QWidget, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def popup(view: RegisterView) -> FilterPopup:
    return [found for found in view.findChildren(FilterPopup) if found.isVisible()][-1]


def open_filter(view: RegisterView, name: str) -> FilterPopup:
    view.menus.show_filter(name)
    return popup(view)


def tick(box: FilterPopup, key: str) -> None:
    assert box.list is not None
    for row in range(box.list.count()):
        if box.list.item(row).data(Qt.ItemDataRole.UserRole) == key:
            box.list.setCurrentRow(row)
            QApplication.sendEvent(
                box.list, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
            )
            return
    raise AssertionError(key)


# -- by type -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "uids"),
    [
        (ColumnFilter("leads", ("bank",)), ["r1"]),
        (ColumnFilter("leads", ("bank", "")), ["r1", "r2"]),
        (ColumnFilter("status", ("delayed",)), ["r1", "r2"]),
        (ColumnFilter("recurring", ("1",)), ["r1"]),
        (ColumnFilter("recurring", ("0", "")), ["r0", "r2"]),
        (ColumnFilter("likelihood", ("4",)), ["r2"]),
        (ColumnFilter("items", ("6.1",)), ["r0"]),
        (ColumnFilter("steps", ("6",)), ["r0", "r1"]),
        (ColumnFilter("years", ("2028",)), ["r0", "r1"]),
        (ColumnFilter("ready", ("ready",)), []),
        (ColumnFilter("light", ("green",)), ["r0"]),
        (ColumnFilter("cost", least="150"), ["r1"]),
        (ColumnFilter("cost", most="100"), ["r0"]),
        (ColumnFilter("cost", least="100", most="300"), ["r0", "r1"]),
        (ColumnFilter("cost", filled=BLANK), ["r2"]),
        (ColumnFilter("gap", least="200"), ["r1"]),
        (ColumnFilter("start", least="2027-Q3"), ["r1"]),
        (ColumnFilter("updated_on", most="2027-06-30"), ["r0"]),
        (ColumnFilter("title", text="evaluer"), ["r2"]),
        (ColumnFilter("title", text="THE gap"), ["r1"]),
        (ColumnFilter("output", filled=NOT_BLANK), []),
        (ColumnFilter("cost", least="nonsense"), ["r0", "r1", "r2"]),
        (ColumnFilter("no such column", ("1",)), ["r0", "r1", "r2"]),
    ],
)
def test_what_a_filter_lets_through(view: RegisterView, wanted: ColumnFilter, uids: list[str]) -> None:
    view.state.set_filter(wanted)
    assert shown(view) == uids


@pytest.mark.parametrize("kind", [name for name in KINDS if name != "plan"])
def test_every_column_of_every_kind_can_be_filtered_and_sorted(register: Maker, kind: str) -> None:
    view = register(kind, {}, {})
    for name in view.model.vocabulary.all:
        box = open_filter(view, name)
        assert box._heading.text() == view.model.label(name)
        box.close()
        view.state.set_filter(ColumnFilter(name, filled=BLANK))
        view.state.set_sort((f"-{name}",))
        view.state.set_filter(ColumnFilter(name))
        assert len(view.records()) == 2


# -- the popup ---------------------------------------------------------------------------------------------------------


def test_values_are_ticked_by_keyboard_and_counted(view: RegisterView, qtbot: QtBot) -> None:
    view.table.choose(["r0"], view.table.column_of("leads"))
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_L, CTRL | SHIFT)
    box = popup(view)
    assert box.list is not None and box.list.hasFocus()
    assert [box.list.item(row).text() for row in range(box.list.count())] == [
        "Central Bank   1", "Ministry of Finance   2", f"{t('(blank)')}   1",
    ]  # fmt: skip
    tick(box, "bank")
    assert shown(view) == ["r1"]
    tick(box, "")
    assert shown(view) == ["r1", "r2"]
    qtbot.keyClick(box.list, Qt.Key.Key_Return)
    assert view.state.filters["leads"].values == ("bank", "")
    again = open_filter(view, "leads")
    assert again.list is not None and again.list.item(0).checkState() == Qt.CheckState.Checked
    qtbot.mouseClick(again.clear_button, Qt.MouseButton.LeftButton)
    assert view.state.filters == {} and len(shown(view)) == 3


def offered(box: FilterPopup) -> list[str]:
    assert box.list is not None
    return [box.list.item(row).text() for row in range(box.list.count())]


def test_values_are_counted_in_the_rows_that_everything_else_lets_through(view: RegisterView, qtbot: QtBot) -> None:
    blank = t("(blank)")
    view.state.set_filter(ColumnFilter("status", ("delayed",)))
    box = open_filter(view, "leads")
    assert offered(box) == ["Central Bank   1", "Ministry of Finance   1", f"{blank}   1"]
    tick(box, "bank")
    assert offered(box) == ["Central Bank   1", "Ministry of Finance   1", f"{blank}   1"], (
        "its own ticks count for nothing"
    )
    box.close()
    type_in(view.filter, "évaluer")
    box = open_filter(view, "leads")
    assert offered(box) == ["Central Bank   0", f"{blank}   1"], "what is ticked stays to be taken off"
    tick(box, "bank")
    assert shown(view) == ["r2"]
    box.close()
    view.filters.set_wanted(lambda record: record.uid == "r0")
    view.filter.clear()
    assert offered(open_filter(view, "status")) == [
        f"{words().choice('action_status', 'delayed')}   0",
        f"{words().choice('action_status', 'done')}   1",
    ]


def test_a_funnel_opens_the_filter_and_does_not_sort(view: RegisterView, qtbot: QtBot) -> None:
    head = view.table.head
    place = head.funnel(view.table.column_of("status")).center()
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    box = popup(view)
    assert box.wanted.column == "status" and view.state.sort == ()
    tick(box, "done")
    assert shown(view) == ["r0"] and "status" in head._filtered
    box.close()


def test_from_and_to_are_typed_in_the_form_of_the_language(view: RegisterView, qtbot: QtBot) -> None:
    box = open_filter(view, "cost")
    least, most = (editor.control for editor in box.bounds)
    assert least.hasFocus()
    type_in(least, words().number(Decimal("99.5")))
    qtbot.keyClick(least, Qt.Key.Key_Tab)
    assert shown(view) == ["r0", "r1"]
    most.setFocus()
    type_in(most, "200")
    qtbot.keyClick(most, Qt.Key.Key_Return)
    assert shown(view) == ["r0"] and not box.isVisible()
    box = open_filter(view, "cost")
    box.bounds[0].control.selectAll()  # type: ignore[attr-defined]
    type_in(box.bounds[0].control, "many")
    qtbot.keyClick(box.bounds[0].control, Qt.Key.Key_Return)
    assert box.isVisible() and box.bounds[0].problem() == "number_unreadable"
    box.close()
    assert shown(view) == ["r0"]


def test_blank_only_and_back(view: RegisterView, qtbot: QtBot) -> None:
    box = open_filter(view, "start")
    all_, filled, blank = box.choices
    for press, uids in ((blank, ["r2"]), (filled, ["r0", "r1"]), (all_, ["r0", "r1", "r2"])):
        qtbot.keyClick(press, Qt.Key.Key_Space)
        assert shown(view) == uids
    box.close()


def test_text_is_found_while_typing(view: RegisterView, qtbot: QtBot) -> None:
    box = open_filter(view, "title")
    assert box.text is not None
    qtbot.keyClicks(box.text, "gap")
    assert shown(view) == ["r1"]
    qtbot.keyClick(box.text, Qt.Key.Key_Escape)
    assert view.strip.chips["title"].open.text().endswith(t("contains “{text}”", text="gap"))


def test_long_lists_of_values_are_searched(register: Maker, session: Session, qtbot: QtBot) -> None:
    names = [{"name": f"Agency {place}", "acronym": f"X{place}"} for place in range(40)]
    register("institution", *names)
    rows = [{"name": f"Body {place}", "chair": f"r{place}"} for place in range(20)]
    puts = [put for place, row in enumerate(rows) for put in creation("body", f"b{place}", row)]
    session.put("add", puts)
    view = register("body")
    box = open_filter(view, "chair")
    assert box.list is not None and box.search.hasFocus() and box.list.count() == 20
    qtbot.keyClicks(box.search, "agency 17")
    assert box.list.count() == 1
    qtbot.keyClick(box.search, Qt.Key.Key_Down)
    tick(box, "r17")
    assert shown(view) == ["b17"]
    box.search.setText("x13")
    found = [box.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(box.list.count())]
    assert found == ["r13"], "the acronym finds its record"
    box.search.setText("nowhere")
    assert box.list.count() == 0 and box._note.text() == t("No row has such a value.")
    box.close()


# -- in sight ----------------------------------------------------------------------------------------------------------


def test_what_is_filtered_is_in_sight_and_one_click_takes_it_off(view: RegisterView, qtbot: QtBot) -> None:
    assert not view.strip.clear.isVisible() and not view.strip.chips["leads"].off.isVisible()
    view.state.set_filter(ColumnFilter("leads", ("bank",)))
    view.state.set_filter(ColumnFilter("cost", least="1"))
    chip = view.strip.chips["leads"]
    assert chip.open.text() == f"{words().field('action', 'leads')}: Central Bank" and chip.off.isVisible()
    assert view.strip.chips["cost"].isVisible()
    qtbot.mouseClick(chip.off, Qt.MouseButton.LeftButton)
    assert set(view.state.filters) == {"cost"} and chip.open.hasFocus() and not chip.off.isVisible()
    view.filter.setText("gap")
    assert shown(view) == ["r1"]
    qtbot.mouseClick(view.strip.clear, Qt.MouseButton.LeftButton)
    assert len(shown(view)) == 3 and view.filter.text() == ""
    assert not view.strip.chips["cost"].isVisible() and not view.strip.clear.isVisible()


def test_chips_keep_their_order_whichever_is_set_first(view: RegisterView, qtbot: QtBot) -> None:
    def in_sight() -> list[str]:
        found = [chip for chip in view.strip.chips.values() if chip.isVisible()]
        return [chip.name for chip in sorted(found, key=lambda chip: (chip.geometry().center().y(), chip.x()))]

    usual = ["leads", "steps", "status", "years", "ready"]
    for name in ("cost", "title", "gap"):
        view.state.set_filter(ColumnFilter(name, least="1") if name != "title" else ColumnFilter(name, text="gap"))
    qtbot.waitUntil(lambda: in_sight() == [*usual, "title", "cost", "gap"])
    qtbot.mouseClick(view.strip.chips["title"].off, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: in_sight() == [*usual, "cost", "gap"])
    view.state.set_filter(ColumnFilter("title", text="gap"))
    qtbot.waitUntil(lambda: in_sight() == [*usual, "title", "cost", "gap"])
    view.strip.chips["title"].off.setFocus()
    qtbot.keyClick(view.strip.chips["title"].off, Qt.Key.Key_Tab)
    assert view.strip.chips["cost"].open.hasFocus()


def test_a_chip_opens_its_filter(view: RegisterView, qtbot: QtBot) -> None:
    chip = view.strip.chips["steps"].open
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    box = popup(view)
    assert box.wanted.column == "steps"
    tick(box, "2")
    assert shown(view) == ["r0"]
    box.close()


def test_rows_with_the_same_value_from_the_menu_of_a_cell(view: RegisterView) -> None:
    view.table.choose(["r1"], view.table.column_of("status"))
    menu = QMenu(view)
    view.menus.fill_menu(menu)
    said = words().choice("action_status", "delayed")
    wanted = t("Show only rows with: {value}", value=said)
    next(action for action in menu.actions() if action.text() == wanted).trigger()
    assert shown(view) == ["r1", "r2"] and view.table.selected() == ("r1",)


def test_free_text_and_filters_work_together(view: RegisterView, qtbot: QtBot) -> None:
    view.state.set_filter(ColumnFilter("status", ("delayed",)))
    type_in(view.filter, "évaluer")
    assert shown(view) == ["r2"]
    view.totals.count()
    assert view.totals.shown.text().startswith(joined([t("{shown} of {of} shown", shown="1", of="3")]))


def test_a_row_led_to_takes_filters_off(view: RegisterView) -> None:
    view.state.set_filter(ColumnFilter("status", ("delayed",)))
    assert view.show_place("r0", "title")
    assert view.state.filters == {} and view.table.selected() == ("r0",)


# -- many rows ---------------------------------------------------------------------------------------------------------


def test_many_rows_are_sorted_and_searched_in_slices(
    register: Maker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_proxy, "AT_ONCE", 10)
    monkeypatch.setattr(slices, "SLICE_S", 0)
    monkeypatch.setattr(register_filters, "MANY", 10)
    view = register("institution", *({"name": f"Agency {399 - place}"} for place in range(400)))
    with qtbot.waitSignal(view.proxy.settled):
        view.state.set_sort(("name",))
        assert view.proxy.busy and shown(view)[0] == "r0"
    assert shown(view)[:2] == ["r399", "r398"]
    with qtbot.waitSignal(view.proxy.settled):
        qtbot.keyClicks(view.filter, "agency 39")
    assert shown(view) == ["r360", "r260", "r160", "r60", *(f"r{place}" for place in range(9, -1, -1))]
    # Whoever is led to a row while rows are looked for does not wait for them.
    view.filter.setText("agency 1")
    assert view.choose("r200") and view.table.selected() == ("r200",) and not view.proxy.busy


def test_values_of_many_rows_are_counted_in_slices(
    register: Maker, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_proxy, "AT_ONCE", 10)
    names = [{"name": f"Agency {place}"} for place in range(30)]
    register("institution", *names)
    rows = [{"name": f"Body {place}", "chair": f"r{place % 30}"} for place in range(400)]
    session.put("add", [put for place, row in enumerate(rows) for put in creation("body", f"b{place}", row)])
    view = register("body")
    view.state.set_filter(ColumnFilter("name", text="body 3"))
    qtbot.waitUntil(lambda: not view.proxy.busy)
    monkeypatch.setattr(slices, "SLICE_S", 0)
    box = open_filter(view, "chair")
    assert box.list is not None and offered(box) == [] and box._note.text() == t("Counting the rows …")
    height = box.height()
    qtbot.waitUntil(lambda: box.list is not None and box.list.count() > 0)
    counted = {line.rpartition("   ")[0]: int(line.rpartition("   ")[2]) for line in offered(box)}
    chairs = Counter(f"Agency {int(uid[1:]) % 30}" for uid in shown(view))
    assert counted == chairs and 30 < chairs.total() < 400
    assert box.height() > height and box.search.hasFocus() and not box._note.isVisible()
    qtbot.keyClick(box.search, Qt.Key.Key_Escape)


def test_names_that_change_while_words_are_looked_for(
    register: Maker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_proxy, "AT_ONCE", 10)
    monkeypatch.setattr(slices, "SLICE_S", 0)
    view = register("institution", *({"name": f"Agency {place}"} for place in range(400)))
    with qtbot.waitSignal(view.proxy.settled):
        qtbot.keyClicks(view.filter, "agency 39")
        assert view.proxy.busy
        view.model.named_changed.emit()
    assert len(shown(view)) == 14


def test_an_edit_while_rows_are_looked_for_is_not_lost(
    register: Maker, qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_proxy, "AT_ONCE", 10)
    monkeypatch.setattr(slices, "SLICE_S", 0)
    view = register("institution", *({"name": f"Agency {place}"} for place in range(300)))
    with qtbot.waitSignal(view.proxy.settled):
        view.state.set_sort(("-name",))
        session.put("delete", [put._replace(value=False) for put in creation("institution", "r299", {})])
    assert shown(view)[0] == "r298" and len(shown(view)) == 299


def test_the_tip_of_a_heading_says_how_to_sort(view: RegisterView) -> None:
    head, column = view.table.head, view.table.column_of("gap")
    assert view.model.vocabulary.help("gap") in head.tip(column)
    assert head.tip(column, on_funnel=True) == t("Filter by: {field}", field=t("Gap"))
    assert not head.funnel(column).contains(QPoint(head.sectionViewportPosition(column) + 8, 8))


def test_a_filter_that_nothing_passes_leaves_no_record_in_the_form(
    register: Callable[..., RegisterView], qtbot: QtBot, session: Session
) -> None:
    view = register("institution", {"name": "Labour Office"}, {"name": "Central Bank"})
    assert view.form.uids
    qtbot.keyClicks(view.filter, "nowhere")
    qtbot.waitUntil(lambda: view.proxy.rowCount() == 0)
    qtbot.waitUntil(lambda: view.form.uids == ())
    view.filter.clear()
    qtbot.waitUntil(lambda: view.proxy.rowCount() == 2)
