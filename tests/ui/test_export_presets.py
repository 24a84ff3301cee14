"""Presets in the export dialog: choosing, changing, saving, and what the workbook then holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.plan import creation
from mainstreamer.domain.presets import ActionFilter, PresetSpec, preset_from_json, preset_to_json
from mainstreamer.exchange import preset_offers
from mainstreamer.language import language, spoken
from mainstreamer.settings import Settings, load, save
from mainstreamer.ui import theme
from mainstreamer.ui.dialogs.exporting import ExportDialog
from mainstreamer.ui.dialogs.naming import NameDialog
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.tick_button import TickButton

pytestmark = pytest.mark.usefixtures("speech")
ACTIONS: tuple[dict[str, Any], ...] = (
    {"code": "A-1", "title": "Open an office", "leads": ("fin",), "status": "done", "items": ("2.3",),
     "start": Quarter(2027, 2), "end": Quarter(2028, 1), "cost": Decimal(100)},
    {"code": "A-2", "title": "Close the gap", "leads": ("bank",), "items": ("6H1",), "start": Quarter(2029, 1)},
    {"code": "A-3", "title": "Count people", "leads": ("fin", "bank"), "status": "on_track", "cost": Decimal(7)},
)  # fmt: skip
Maker = Callable[..., ExportDialog]


@pytest.fixture
def made(session: Session, qtbot: QtBot, tmp_path: Path, speech: str) -> Maker:
    for uid, name in (("fin", "Ministry of Finance"), ("bank", "Central Bank")):
        session.put("add", creation("institution", uid, {"name": name}))
    for place, values in enumerate(ACTIONS):
        session.put("add", creation("action", f"a{place}", values))

    def make(**settings: Any) -> ExportDialog:
        session.keep(replace(session.settings, **settings))
        dialog = ExportDialog(session, tmp_path)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return make


def open_details(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.details.setFocus()
    qtbot.keyClick(dialog.details, Qt.Key.Key_Space)
    assert dialog.panel.isVisible()


def choose(combo: QComboBox, data: str, qtbot: QtBot) -> None:
    """Go to an entry with the arrow keys, as people without a mouse do."""
    combo.setFocus()
    wanted = combo.findData(data)
    assert wanted >= 0, data
    for _ in range(combo.count()):
        if combo.currentIndex() == wanted:
            return
        qtbot.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up)
    raise AssertionError(data)


def tick(control: TickButton, key: str, qtbot: QtBot) -> None:
    """Open the list from the keyboard and tick a line, or take its tick off."""
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Space)
    popup = control.popup
    assert popup is not None
    rows = [popup.list.item(row) for row in range(popup.list.count())]
    popup.list.setCurrentItem(next(item for item in rows if item.data(Qt.ItemDataRole.UserRole) == key))
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    popup.close()


def name_it(dialog: ExportDialog, name: str, qtbot: QtBot) -> None:
    asked = [one for one in dialog.findChildren(NameDialog) if one.isVisible()][-1]
    asked.line.selectAll()
    asked.line.insert(name)
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)


def exported(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> Any:
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.open_file.isVisible(), timeout=20_000)
    return openpyxl.load_workbook(tmp_path / "plan.xlsx")


def test_it_is_simple_for_whoever_wants_everything(made: Maker) -> None:
    dialog = made()
    assert dialog.preset.currentData() == "full" and dialog.language.currentData() == words().code
    assert not dialog.panel.isVisible() and not dialog.save.isVisible()
    assert dialog.kept.text() == language(words().code).n("{n} action.", "All {n} actions.", 3)
    assert dialog.spec == PresetSpec()


def test_a_filter_is_ticked_and_the_dialog_says_how_many_actions_it_keeps(
    made: Maker, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = made()
    open_details(dialog, qtbot)
    tick(dialog.panel.leads, "fin", qtbot)
    assert dialog.panel.leads.said == "Ministry of Finance"
    said = t("Only {shown} of {all} actions: a part of the plan. Cover and sheets say so.", shown="2", all="3")
    assert said in dialog.kept.text()
    tick(dialog.panel.years, "2028", qtbot)
    tick(dialog.panel.steps, "2", qtbot)
    tick(dialog.panel.statuses, "done", qtbot)
    assert dialog.spec.filter == ActionFilter(("fin",), ("2",), (2028,), ("done",))
    assert "1" in dialog.kept.text()
    book = exported(dialog, qtbot, tmp_path)
    sheet = book[language(words().code).word("workbook", "sheet", "action")]
    assert [cell.value for cell in sheet["A"] if str(cell.value).startswith("a")] == ["a0"]
    cover = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert any("Ministry of Finance" in text and "2028" in text for text in cover)


def test_sheets_and_columns_are_ticked(made: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = made()
    open_details(dialog, qtbot)
    qtbot.mouseClick(dialog.panel.sheets, Qt.MouseButton.LeftButton)
    popup = dialog.panel.sheets.popup
    assert popup is not None
    qtbot.mouseClick(popup.none_button, Qt.MouseButton.LeftButton)
    popup.close()
    assert dialog.spec.sheets == ()
    for code in dialog.panel.sheets.ticked:
        if code not in ("cover", "timeline"):
            tick(dialog.panel.sheets, code, qtbot)
    assert dialog.spec.wanted == ("cover", "action", "timeline"), "the timeline follows the action plan"
    assert "action" in dialog.panel.sheets.ticked
    for code in ("cost", "note"):
        tick(dialog.panel.columns, code, qtbot)
    tick(dialog.panel.columns, "title", qtbot)
    book = exported(dialog, qtbot, tmp_path)
    assert [page.title for page in book.worksheets if page.sheet_state == "visible"] == [
        words().word("workbook", "sheet", code) for code in ("cover", "action", "timeline")
    ]
    plan = book.worksheets[1]
    letters = {cell.value: cell.column_letter for cell in plan[1]}
    assert "note" not in letters
    assert not plan.column_dimensions[letters["title"]].hidden, "what names a record stays"
    assert plan.column_dimensions[letters["cost"]].hidden, "the totals need it"


def test_columns_rest_without_the_sheet_they_belong_to(made: Maker, qtbot: QtBot) -> None:
    dialog = made()
    open_details(dialog, qtbot)
    dialog.panel.sheets.changed.emit(("cover", "institution"))
    assert not dialog.panel.columns.isEnabled()
    choose(dialog.preset, "print", qtbot)
    assert dialog.panel.columns.isEnabled() and dialog.spec == PresetSpec(base="print")


def test_two_languages(made: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = made()
    open_details(dialog, qtbot)
    other = "ru" if words().code == "en" else "en"
    choose(dialog.panel.second, other, qtbot)
    assert dialog.spec.languages == (words().code, other)
    book = exported(dialog, qtbot, tmp_path)
    headers = [str(cell.value) for page in book.worksheets for row in page.iter_rows(max_row=8) for cell in row]
    assert spoken((words().code, other)).field("action", "title") in headers
    assert book.properties.language == words().code
    choose(dialog.language, other, qtbot)
    assert dialog.spec.languages == (other,), "a language is not its own second one"


def test_a_preset_is_saved_renamed_and_deleted(made: Maker, qtbot: QtBot, session: Session) -> None:
    dialog = made()
    open_details(dialog, qtbot)
    assert not dialog.rename.isVisible()
    tick(dialog.panel.leads, "fin", qtbot)
    assert t("Changed, and not saved as a preset.") in dialog.kept.text()
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    name_it(dialog, "For the minister", qtbot)
    assert dialog.preset.currentText() == "For the minister"
    assert t("Changed, and not saved as a preset.") not in dialog.kept.text()
    kept = PresetSpec("For the minister", filter=ActionFilter(("fin",)))
    assert [preset_from_json(text) for text in session.settings.presets] == [kept]

    choose(dialog.preset, "full", qtbot)
    assert dialog.spec == PresetSpec() and not dialog.rename.isVisible()
    choose(dialog.preset, "own:For the minister", qtbot)
    assert dialog.spec == kept

    qtbot.mouseClick(dialog.rename, Qt.MouseButton.LeftButton)
    name_it(dialog, "Ours", qtbot)
    assert [preset_from_json(text).name for text in session.settings.presets] == ["Ours"]
    assert dialog.preset.currentText() == "Ours"

    qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    assert session.settings.presets == ()
    assert dialog.preset.currentData() == "full"
    assert dialog.spec.filter == kept.filter, "what it held is still chosen, and can be saved again"


def test_a_preset_cannot_take_the_name_of_a_built_in_one(made: Maker, qtbot: QtBot, session: Session) -> None:
    dialog = made()
    open_details(dialog, qtbot)
    for name in ("Print", t("The whole plan")):
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        name_it(dialog, name, qtbot)
        asked = [one for one in dialog.findChildren(NameDialog) if one.isVisible()][-1]
        assert asked.field.problem() == t("There is a preset of that name already.")
        qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert session.settings.presets == ()


def test_the_preset_used_last_is_proposed_next_time(made: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    own = PresetSpec("Ours", "public", languages=("ru",), filter=ActionFilter(statuses=("done",)))
    dialog = made(presets=(preset_to_json(own),))
    choose(dialog.preset, "own:Ours", qtbot)
    assert dialog.language.currentData() == "ru"
    exported(dialog, qtbot, tmp_path)
    assert made().spec == own


def test_a_filter_that_nobody_saved_is_not_proposed_again(made: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = made()
    choose(dialog.preset, "print", qtbot)
    open_details(dialog, qtbot)
    tick(dialog.panel.statuses, "done", qtbot)
    exported(dialog, qtbot, tmp_path)
    assert made().spec == PresetSpec(base="print")


def test_a_lead_of_another_plan_is_left_out_and_said(made: Maker, qtbot: QtBot) -> None:
    own = PresetSpec("Theirs", filter=ActionFilter(("elsewhere",)))
    dialog = made(presets=(preset_to_json(own),))
    choose(dialog.preset, "own:Theirs", qtbot)
    assert dialog.spec.filter.is_empty
    assert (
        t("A lead institution of this preset is not in this plan, and is left out of the filter.") in dialog.kept.text()
    )


def test_presets_survive_the_settings_file(tmp_path: Path) -> None:
    spec = PresetSpec("Наш", filter=ActionFilter(years=(2027,)))
    kept = Settings(presets=tuple(preset_to_json(replace(spec, name=f"N{number}")) for number in range(40)))
    save(tmp_path / "settings.json", replace(kept, export=preset_to_json(spec)))
    found = load(tmp_path / "settings.json")
    assert found.presets == kept.presets and preset_from_json(found.export) == spec


def test_every_control_is_reached_by_tab_in_the_order_of_reading(made: Maker, qtbot: QtBot) -> None:
    dialog = made()
    open_details(dialog, qtbot)
    dialog.path.setFocus()
    panel, order = dialog.panel, []
    focus: QWidget | None = dialog.path
    for _ in range(14):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        focus = dialog.focusWidget()
        order.append(focus)
    wanted = [
        dialog.browse, dialog.preset, dialog.language, dialog.details, panel.second, panel.sheets, panel.columns,
        panel.leads, panel.steps, panel.years, panel.statuses, dialog.save, dialog.cancel, dialog.go,
    ]  # fmt: skip
    assert order == wanted
    assert all(one.accessibleName() or getattr(one, "text", str)() for one in wanted if not isinstance(one, QComboBox))


@pytest.mark.parametrize("size", [100, 150, 200])
def test_it_is_never_larger_than_the_screen(made: Maker, qtbot: QtBot, qapp: Any, size: int) -> None:
    theme.apply(qapp, theme.load_theme("light", size))
    try:
        dialog = made()
        open_details(dialog, qtbot)
        room = dialog.screen().availableSize()
        assert dialog.width() <= room.width() and dialog.height() <= room.height()
        assert dialog.rect().contains(dialog.go.geometry()), "the way on stays in sight"
    finally:
        theme.apply(qapp, theme.load_theme("light"))


def test_what_grows_stays_on_the_screen(made: Maker, qtbot: QtBot, qapp: Any) -> None:
    dialog = made()
    room = dialog.screen().availableGeometry()
    dialog.move(room.right() - dialog.width() - 20, room.bottom() - dialog.height() - 60)
    open_details(dialog, qtbot)
    assert room.contains(dialog.geometry())


def test_it_says_that_sheets_and_columns_are_the_usual_ones(made: Maker, qtbot: QtBot) -> None:
    """Without a tick of one's own nothing reads as if a part were left out; with one, how many there are of how many."""
    dialog = made()
    open_details(dialog, qtbot)
    speech = words()
    for base in ("full", "print", "public"):
        choose(dialog.preset, base, qtbot)
        spec = PresetSpec(base=base)
        assert dialog.panel.sheets.said == t("The usual ones ({count})", count=speech.number(len(spec.wanted)))
        assert dialog.panel.columns.said.startswith(t("The usual ones ({count})", count="").split("(")[0])
    choose(dialog.preset, "full", qtbot)
    tick(dialog.panel.sheets, "glossary", qtbot)
    wanted = len(PresetSpec().wanted) - 1
    every = len(preset_offers.sheets_offered())
    assert dialog.panel.sheets.said == t("{count} of {all}", count=speech.number(wanted), all=speech.number(every))


def test_what_is_saved_as_a_preset_is_called_so_where_it_is_chosen(made: Maker) -> None:
    dialog = made()
    label = next(one for one in dialog.findChildren(QLabel) if one.buddy() is dialog.preset)
    name = label.text()
    assert name == t("Preset") and name.casefold()[:6] in dialog.save.text().casefold()
