"""Many rows at once: set a field, fill down, copy, paste with a preview; sums of what is shown and selected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextLayout
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain import fields
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.kinds import Observation
from mainstreamer.domain.plan import Put, creation
from mainstreamer.operations.indicator_choice import with_following
from mainstreamer.operations.pasting import cells_of
from mainstreamer.storage.document import Document
from mainstreamer.ui import slices, theme
from mainstreamer.ui.dialogs.paste_preview import PastePreview
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.reading import refusal
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.choice_editor import ChoiceEditor
from mainstreamer.ui.widgets.editors import LineEditor
from mainstreamer.ui.widgets.register_bar import COPY, DUPLICATE, FILL, PASTE
from mainstreamer.ui.widgets.register_totals import joined
from mainstreamer.ui.widgets.segments import SegmentEditor

pytestmark = pytest.mark.usefixtures("speech")
Maker = Callable[..., RegisterView]
CTRL = Qt.KeyboardModifier.ControlModifier
ACTIONS: tuple[dict[str, Any], ...] = (
    {"code": "A-1", "title": "One", "status": "done", "cost": Decimal(100), "secured_state": Decimal(40)},
    {"code": "A-2", "title": "Two", "status": "delayed", "cost": Decimal(50)},
    {"code": "A-3", "title": "Three", "status": "cancelled", "cost": Decimal(1000)},
    {"code": "A-4", "title": "Four", "status": "delayed"},
)


@pytest.fixture
def clipboard(qapp: object) -> Iterator[Callable[[str], None]]:
    yield QGuiApplication.clipboard().setText
    QGuiApplication.clipboard().clear()


def select(view: RegisterView, uids: list[str], name: str) -> None:
    view.table.choose(uids, view.table.column_of(name))
    view.table.setFocus()


def type_in(widget: QWidget, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def preview(view: RegisterView) -> PastePreview:
    return view.findChildren(PastePreview)[-1]


def table(dialog: PastePreview) -> list[list[str]]:
    return [[dialog.table.item(row, place).text() for place in range(6)] for row in range(dialog.table.rowCount())]


def statuses(session: Session) -> list[str]:
    return [action.status for action in session.plan.actions]


# -- setting -----------------------------------------------------------------------------------------------------------


def test_a_field_is_set_in_all_rows_by_one_step(
    register: Maker, qtbot: QtBot, session: Session, reopened: Callable[[], Document]
) -> None:
    view = register("action", *ACTIONS)
    select(view, ["r0", "r1", "r2"], "status")
    setter = view.form.set_column
    assert setter.field == "status" and isinstance(setter.editor, ChoiceEditor) and setter.isVisible()
    assert setter.editor.value() == "" and setter._state.text() == t("The rows hold different values now.")
    qtbot.keyClick(setter.editor.control, Qt.Key.Key_Down)
    assert statuses(session) == ["done", "delayed", "cancelled", "delayed"]
    assert setter.set_button.text() == n("Set in {n} row", "Set in {n} rows", 3)
    qtbot.keyClick(setter.set_button, Qt.Key.Key_Space)
    assert statuses(session) == ["not_started", "not_started", "not_started", "delayed"]
    assert set(view.table.selected()) == {"r0", "r1", "r2"}
    qtbot.keyClick(setter.editor.control, Qt.Key.Key_Down)
    assert words().choice("action_status", "not_started") in setter._state.text(), "another is picked, not set"
    qtbot.mouseClick(view.notice.undo, Qt.MouseButton.LeftButton)
    assert statuses(session) == ["done", "delayed", "cancelled", "delayed"]
    session.redo()
    assert [action.status for action in reopened().plan.actions][:3] == ["not_started"] * 3


@pytest.mark.parametrize("name", ["status", "cost", "output", "sdg", "leads", "likelihood", "end", "items"])
def test_nothing_is_set_before_a_value_is_given(register: Maker, qtbot: QtBot, session: Session, name: str) -> None:
    second: dict[str, Any] = {"output": "Office", "likelihood": 4, "end": Quarter(2028, 1), "items": ("2.3",)}
    view = register("action", ACTIONS[0], {**ACTIONS[1], **second})
    before = list(session.plan.actions)
    select(view, ["r0", "r1"], "title")
    setter = view.form.set_column
    setter.combo.setCurrentIndex(setter.combo.findData(name))
    assert setter.field == name and not setter.set_button.isEnabled()
    qtbot.mouseClick(setter.set_button, Qt.MouseButton.LeftButton)
    assert list(session.plan.actions) == before


def test_what_is_typed_and_taken_back_is_no_value(register: Maker, qtbot: QtBot, session: Session) -> None:
    view = register("action", *ACTIONS)
    select(view, ["r0", "r1"], "cost")
    setter = view.form.set_column
    assert isinstance(setter.editor, LineEditor)
    type_in(setter.editor.line, "7")
    assert setter.set_button.isEnabled()
    qtbot.keyClick(setter.editor.line, Qt.Key.Key_Backspace)
    assert not setter.set_button.isEnabled()
    type_in(setter.editor.line, "75")
    qtbot.mouseClick(setter.set_button, Qt.MouseButton.LeftButton)
    assert [action.cost for action in session.plan.actions][:3] == [75, 75, 1000]
    assert not setter.set_button.isEnabled() and setter.editor.value() == 75


def test_rows_are_made_blank_on_purpose(register: Maker, qtbot: QtBot, session: Session) -> None:
    view = register("action", *ACTIONS)
    select(view, ["r0", "r1"], "status")
    setter = view.form.set_column
    assert setter.blank_button.text() == n("Make blank in {n} row", "Make blank in {n} rows", 2)
    assert isinstance(setter.editor, ChoiceEditor) and setter.editor.combo.itemData(0) == ""
    setter.editor.combo.activated.emit(0)
    assert setter.set_button.isEnabled()
    setter.set_button.setFocus()
    qtbot.keyClick(setter.set_button, Qt.Key.Key_Space)
    assert statuses(session) == ["", "", "cancelled", "delayed"]
    assert not setter.set_button.isEnabled() and setter.blank_button.isHidden()
    session.undo()
    qtbot.mouseClick(setter.blank_button, Qt.MouseButton.LeftButton)
    assert statuses(session) == ["", "", "cancelled", "delayed"]


def test_the_editor_fits_the_field_and_refuses_what_it_cannot_take(
    register: Maker, qtbot: QtBot, session: Session
) -> None:
    view = register("institution", {"name": "One"}, {"name": "Two"})
    select(view, ["r0", "r1"], "interest")
    setter = view.form.set_column
    assert isinstance(setter.editor, SegmentEditor)
    assert setter._state.text() == t("The field is blank in all of these rows.")
    qtbot.mouseClick(setter.editor.segments.buttons[3], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(setter.set_button, Qt.MouseButton.LeftButton)
    assert [row.interest for row in session.plan.institutions] == [4, 4]
    setter.combo.setCurrentIndex(setter.combo.findData("last_contact"))
    assert isinstance(setter.editor, LineEditor)
    type_in(setter.editor.line, "soon")
    qtbot.mouseClick(setter.set_button, Qt.MouseButton.LeftButton)
    assert setter.editor.problem() == "date_unreadable" and session.plan.institutions[0].last_contact is None
    setter.editor.line.selectAll()
    type_in(setter.editor.line, "31.03.2027")
    qtbot.mouseClick(setter.set_button, Qt.MouseButton.LeftButton)
    assert str(session.plan.institutions[1].last_contact) == "2027-03-31"


def test_the_column_under_the_keyboard_is_offered_and_codes_are_not(register: Maker) -> None:
    view = register("action", *ACTIONS)
    select(view, ["r0", "r1"], "priority")
    setter = view.form.set_column
    assert setter.field == "priority" and setter.combo.findData("code") < 0
    select(view, ["r0", "r1"], "end")
    assert setter.field == "end"
    assert setter.editor is not None and setter.editor.control.accessibleName()


# -- filling down ------------------------------------------------------------------------------------------------------


def test_fill_down_over_the_rows_selected(register: Maker, qtbot: QtBot, session: Session) -> None:
    view = register("action", *ACTIONS)
    select(view, ["r0", "r1", "r3"], "status")
    qtbot.keyClick(view.table, Qt.Key.Key_D, CTRL)
    assert statuses(session) == ["done", "done", "cancelled", "done"]
    assert view.notice.isVisible() and "2" in view.notice.text.text()
    session.undo()
    assert statuses(session) == ["done", "delayed", "cancelled", "delayed"]


def test_fill_down_of_one_row_takes_the_value_above(register: Maker, qtbot: QtBot, session: Session) -> None:
    view = register("action", *ACTIONS)
    select(view, ["r1"], "status")
    view.bar.verbs[FILL].trigger()
    assert statuses(session)[1] == "done"
    select(view, ["r0"], "status")
    qtbot.keyClick(view.table, Qt.Key.Key_D, CTRL)
    assert view.notice.text.text() == t("Select several rows to fill down; there is no row above this one.")
    select(view, ["r0", "r1"], "gap")
    qtbot.keyClick(view.table, Qt.Key.Key_D, CTRL)
    assert view.notice.text.text() == t("This column is worked out and cannot be filled.")
    select(view, ["r0", "r1"], "code")
    qtbot.keyClick(view.table, Qt.Key.Key_D, CTRL)
    assert [action.code for action in session.plan.actions] == ["A-1", "A-2", "A-3", "A-4"]


def test_tool_tips_and_menu_say_the_keys(register: Maker) -> None:
    view = register("action", *ACTIONS)
    keys = {verb: view.bar.verbs[verb].text().split("\t")[1] for verb in (DUPLICATE, FILL, COPY, PASTE)}
    assert keys == {DUPLICATE: "Ctrl+Shift+D", FILL: "Ctrl+D", COPY: "Ctrl+C", PASTE: "Ctrl+V"}
    assert all(view.bar.verbs[verb].toolTip().endswith(".") for verb in keys)


# -- the clipboard -----------------------------------------------------------------------------------------------------


def test_copied_rows_have_headings_and_the_columns_shown(register: Maker, qtbot: QtBot) -> None:
    view = register("action", *ACTIONS)
    view.state.set_columns(("cost", "gap", "title"))
    view.state.set_sort(("-title",))
    select(view, ["r0", "r1"], "title")
    qtbot.keyClick(view.table, Qt.Key.Key_C, CTRL)
    assert cells_of(QGuiApplication.clipboard().text()) == [
        [words().field("action", "cost"), words().field("action", "title")],
        ["50", "Two"],
        ["100", "One"],
    ]
    assert view.notice.isVisible()


def test_a_paste_is_looked_at_before_anything_changes(
    register: Maker, qtbot: QtBot, session: Session, clipboard: Callable[[str], None], reopened: Callable[[], Document]
) -> None:
    view = register("action", *ACTIONS)
    head = [words().field("action", name) for name in ("code", "title", "cost")]
    clipboard(f"{head[0]} *\t{head[1].upper()}\t{head[2]}\nA-2\tTwo\t60\n\tNew\t7\nA-1\tOne\t100")
    select(view, ["r3"], "status")
    qtbot.keyClick(view.table, Qt.Key.Key_V, CTRL)
    dialog = preview(view)
    assert session.plan.actions[1].cost == 50 and len(session.plan.actions) == 4
    changed, new = table(dialog)
    assert changed == ["2", t("Changed"), "A-2 Two", head[2], words().money(Decimal(50)), words().money(Decimal(60))]
    assert new[:3] == ["3", t("New row"), "A-00-1 New"] and f"{head[2]}: 7" in new[5]
    heading = ", ".join((n("{n} new row", "{n} new rows", 1), n("{n} changed cell", "{n} changed cells", 1)))
    assert dialog.heading.text() == heading and dialog.focusWidget() is dialog.ok
    qtbot.keyClick(dialog.ok, Qt.Key.Key_Space)
    assert session.plan.find("action", view.table.selected()[0]).title == "New"  # type: ignore[union-attr]
    session.undo()
    assert len(session.plan.actions) == 4 and session.plan.actions[1].cost == 50
    session.redo()
    assert [action.cost for action in reopened().plan.actions if action.code == "A-2"] == [60]


def test_cancel_changes_nothing(
    register: Maker, qtbot: QtBot, session: Session, clipboard: Callable[[str], None]
) -> None:
    view = register("action", *ACTIONS)
    select(view, ["r0"], "title")
    clipboard("X\nY")
    qtbot.keyClick(view.table, Qt.Key.Key_V, CTRL)
    before = session.plan
    qtbot.keyClick(preview(view), Qt.Key.Key_Escape)
    assert session.plan is before


def test_refused_cells_are_named_with_the_heading_as_written(
    register: Maker, qtbot: QtBot, session: Session, clipboard: Callable[[str], None]
) -> None:
    view = register("action", *ACTIONS)
    head = [words().field("action", name) for name in ("code", "title", "start")]
    clipboard(f"{head[0]}\t{head[1]}\t{head[2].upper()}\tColour\nA-1\tOther\tspring\tred\nA-2\tThing\t2027-Q1\t")
    view.bar.verbs[PASTE].trigger()
    dialog = preview(view)
    assert [row[3] for row in table(dialog)] == [head[2].upper(), "Colour"]
    assert table(dialog)[0][5] == f"spring – {refusal(fields.FiscalQuarter(), 'quarter_unreadable')}"
    assert dialog.ok.isHidden() and dialog.focusWidget() is dialog.cancel
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Space)
    assert [action.title for action in session.plan.actions] == ["One", "Two", "Three", "Four"]


def test_a_refused_word_is_answered_with_the_words_allowed(
    register: Maker, qtbot: QtBot, session: Session, clipboard: Callable[[str], None]
) -> None:
    for place in range(12):
        session.put("add", creation("institution", f"i{place}", {"name": f"Office {place:02}"}))
    view = register("action", *ACTIONS)
    head = [words().field("action", name) for name in ("code", "title", "status", "partners", "quick_win")]
    clipboard("\t".join(head) + "\nA-1\tOne\tperhaps\tNobody\tsometimes\n")
    view.bar.verbs[PASTE].trigger()
    dialog = preview(view)
    status, partner, win = (row[5] for row in table(dialog))
    statuses_ = [words().choice("action_status", code) for code in CHOICES["action_status"]]
    assert all(name in status for name in statuses_) and len(statuses_) < 10
    assert "Office 00; Office 01" in partner and "Office 09" in partner and "Office 10" not in partner
    assert n("Allowed: {words}; and {n} more.", "Allowed: {words}; and {n} more.", 2, words="").split(";")[1] in partner
    assert words().choice("yes_no", "yes") in win and words().choice("yes_no", "no") in win
    line = dialog.table.fontMetrics().height()
    qtbot.waitUntil(lambda: dialog.table.rowHeight(1) >= 2 * line)


def test_one_value_goes_into_the_current_column_of_all_rows_selected(
    register: Maker, qtbot: QtBot, session: Session, clipboard: Callable[[str], None]
) -> None:
    view = register("action", *ACTIONS)
    clipboard(words().choice("action_status", "at_risk"))
    select(view, ["r0", "r2", "r3"], "status")
    qtbot.keyClick(view.table, Qt.Key.Key_V, CTRL)
    dialog = preview(view)
    assert len(table(dialog)) == 3
    qtbot.keyClick(dialog.ok, Qt.Key.Key_Space)
    assert statuses(session) == ["at_risk", "delayed", "at_risk", "at_risk"]
    assert set(view.table.selected()) == {"r0", "r2", "r3"}


def lines_in(table: QTableWidget, row: int, place: int) -> tuple[int, float]:
    """How many lines the text of a cell wants beside what the style keeps free, and the height of them."""
    layout = QTextLayout(table.item(row, place).text(), table.font())
    layout.beginLayout()
    found, high = 0, 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(table.columnWidth(place) - 2 * theme.current().px(8))
        found, high = found + 1, high + line.height()
    layout.endLayout()
    return found, high


@pytest.mark.parametrize("width", [640, 940])
def test_what_will_be_pasted_can_be_read_to_its_end(
    register: Maker, qtbot: QtBot, clipboard: Callable[[str], None], width: int
) -> None:
    view = register("consultation", {"title": "One"})
    names = ("title", "place", "said", "taken")
    said = "Workers do not report unpaid wages because they fear that the police will check their permits."
    long = ("Focus groups with foreign workers in the harbour", "Harbour library", said, said)
    rows = [*[long] * 30, ("Short", "Here", "", "")]
    heads = [words().field("consultation", name) for name in names]
    clipboard("\n".join("\t".join(row) for row in (heads, *rows)))
    view.table.clearSelection()
    view.table.setCurrentIndex(QModelIndex())
    view.paste()
    dialog = preview(view)
    dialog.resize(width, 480)
    qtbot.waitUntil(slices.at_rest)
    shown = dialog.table
    assert [place for place in range(6) if shown.isColumnHidden(place)] == [3, 4], "nothing stands in these"
    assert sum(shown.columnWidth(place) for place in range(6)) == shown.viewport().width()
    assert shown.columnWidth(5) == max(shown.columnWidth(place) for place in range(6))
    several = 0
    for row in range(shown.rowCount()):
        for place in (0, 1, 2, 5):
            count, high = lines_in(shown, row, place)
            several = max(several, count)
            assert shown.rowHeight(row) >= high + 2 * theme.current().px(4), (row, place)
            longest = max(map(shown.fontMetrics().horizontalAdvance, shown.item(row, place).text().split()), default=0)
            assert shown.columnWidth(place) >= longest + 2 * theme.current().px(8)
    assert several > 2 and shown.rowHeight(30) < shown.rowHeight(0)


def test_a_single_cell_is_pasted_at_once(
    register: Maker, qtbot: QtBot, session: Session, clipboard: Callable[[str], None]
) -> None:
    view = register("action", *ACTIONS)
    clipboard("III 2028")
    select(view, ["r1"], "start")
    qtbot.keyClick(view.table, Qt.Key.Key_V, CTRL)
    assert session.plan.actions[1].start == Quarter(2028, 3) and view.findChildren(PastePreview) == []
    qtbot.keyClick(view.table, Qt.Key.Key_V, CTRL)
    assert view.notice.text.text() == t("Nothing differs: the rows hold these values already.")


def test_pasted_rows_are_shown_although_a_filter_would_hide_them(
    register: Maker, qtbot: QtBot, session: Session, clipboard: Callable[[str], None]
) -> None:
    view = register("institution", {"name": "One"}, {"name": "Two"})
    view.filter.setText("one")
    select(view, ["r0"], "name")
    clipboard("First\nSecond\nThird")
    qtbot.keyClick(view.table, Qt.Key.Key_V, CTRL)
    qtbot.keyClick(preview(view).ok, Qt.Key.Key_Space)
    assert sorted(row.name for row in session.plan.institutions) == ["First", "Second", "Third", "Two"]
    assert view.filter.text() == "" and len(view.table.selected()) == 2


def test_nothing_on_the_clipboard(register: Maker, clipboard: Callable[[str], None]) -> None:
    view = register("institution", {"name": "One"})
    clipboard(" \n")
    view.paste()
    assert view.notice.text.text() == t("There is nothing to paste: copy rows in Excel first.")


# -- totals ------------------------------------------------------------------------------------------------------------


def test_sums_of_actions_shown_and_selected(register: Maker) -> None:
    view = register("action", *ACTIONS)
    view.totals.count()
    money = words().money
    said = view.totals.shown.text()
    assert joined([t("cost {amount}", amount=money(Decimal(150)))]) in said
    assert joined([t("gap {amount}", amount=money(Decimal(110), "MDL"))]) in said
    assert joined([n("{n} cancelled, not counted", "{n} cancelled, not counted", 1)]) in said
    assert not view.totals.selected.isVisible()
    select(view, ["r0", "r1"], "cost")
    view.totals.count()
    assert view.totals.selected.text().startswith(joined([n("{n} row selected", "{n} rows selected", 2)]))
    assert joined([t("state {amount}", amount=money(Decimal(40)))]) in view.totals.selected.text()
    select(view, ["r0"], "cost")
    view.totals.count()
    assert not view.totals.selected.isVisible()


def test_counts_of_people_add_up_and_years_scales_and_shares_do_not(register: Maker) -> None:
    rows = ({"partner": "ITA", "stock": 1200, "flow": 5, "year": 2026, "transfer_cost": Decimal(6)},
            {"partner": "FRA", "stock": 300, "year": 2025, "transfer_cost": Decimal(7)})  # fmt: skip
    view = register("corridor", *rows)
    view.state.set_columns((*view.table.columns(), "remittances"))
    view.totals.count()
    stock, flow, sent = (words().field("corridor", name) for name in ("stock", "flow", "remittances"))
    assert view.totals.shown.text() == joined((
        n("{n} row", "{n} rows", 2),
        f"{stock}: {words().number(1500)}",
        f"{flow}: 5",
        f"{sent}: {words().money(Decimal(0), 'MDL')}",
    ))  # fmt: skip
    adds = view.model.vocabulary.adds_up
    assert not any(adds(name) for name in ("year", "transfer_cost", "partner"))


def test_totals_follow_an_edit(register: Maker, session: Session, qtbot: QtBot) -> None:
    view = register("consultation", {"title": "One", "participants": 10}, {"title": "Two", "participants": 5})
    label = words().field("consultation", "participants")
    qtbot.waitUntil(lambda: joined([f"{label}: 15"]) in view.totals.shown.text())
    session.put("edit", [creation("consultation", "r0", {"participants": 20})[1]])
    qtbot.waitUntil(lambda: joined([f"{label}: 25"]) in view.totals.shown.text())


def test_a_pasted_row_whose_name_is_there_already_is_said(
    register: Callable[..., RegisterView], qtbot: QtBot, session: Session
) -> None:
    view = register("institution", {"name": "Ministry of Finance"})
    head = words().field("institution", "name"), words().field("institution", "acronym")
    QGuiApplication.clipboard().setText("\t".join(head) + "\nministry  of finance\tMoF\nCentral Bank\tCB")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rows = table(preview(view))
    assert t("A row of this name is there already.") in rows[0]
    assert t("A row of this name is there already.") not in rows[1]
    qtbot.keyClick(preview(view).ok, Qt.Key.Key_Space)
    assert len(session.plan.institutions) == 3, "it is said, and the person decides"


def test_what_follows_from_a_pasted_indicator_is_filled_in_as_if_it_was_typed(
    register: Maker, qtbot: QtBot, session: Session, clipboard: Callable[[str], None]
) -> None:
    view = register("observation", {})
    headings = [words().field("observation", field) for field in ("indicator", "value", "year")]
    clipboard("\t".join(headings) + "\nY3\t14\t2024\nY3\t12\t2025\n")
    select(view, ["r0"], "indicator")
    qtbot.keyClick(view.table, Qt.Key.Key_V, CTRL)
    qtbot.keyClick(preview(view).ok, Qt.Key.Key_Space)
    pasted = session.plan.find("observation", view.table.selected()[0])
    assert isinstance(pasted, Observation)
    session.put("add", creation("observation", "typed", {}), None)
    session.put("edit", with_following(session.plan, [Put("observation", "typed", "indicator", "Y3")], words()), None)
    alike = session.plan.find("observation", "typed")
    assert isinstance(alike, Observation) and alike.unit and alike.name
    assert (pasted.unit, pasted.name, pasted.indicator) == (alike.unit, alike.name, "Y3")
