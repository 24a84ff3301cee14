"""Choosing an indicator fills what the catalogue knows, in form, table and by a suggestion taken over."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mainstreamer.domain.indicators import observation_value
from mainstreamer.domain.kinds import ActionIndicator
from mainstreamer.domain.plan import creation
from mainstreamer.domain.series import key_of, series
from mainstreamer.knowledge import indicators
from mainstreamer.language import SHIPPED, language
from mainstreamer.operations import answering
from mainstreamer.operations.indicator_choice import values_for
from mainstreamer.ui.i18n import words
from mainstreamer.ui.models.register_model import VALUE_ROLE
from mainstreamer.ui.pages.action_plan import ActionPlanPage
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.choice_editor import LongChoiceEditor
from mainstreamer.ui.widgets.record_fields import RecordFields

pytestmark = pytest.mark.usefixtures("speech")
ENTER = Qt.Key.Key_Return


def pick(qtbot: QtBot, fields: RecordFields, code: str) -> None:
    """Type the name of an indicator into the field, and press Enter, as a person does."""
    assert fields.focus_field("indicator")
    editor = fields.made["indicator"].editor
    assert isinstance(editor, LongChoiceEditor)
    editor.combo.line.selectAll()
    qtbot.keyClicks(editor.combo.line, code)
    qtbot.keyClick(editor.combo.line, ENTER)


def spoken(session: Session) -> Any:
    """The language in which the plan is written."""
    written = session.plan.frame.language
    return language(written) if written in SHIPPED else words()


def shown(fields: RecordFields, name: str) -> Any:
    return fields.made[name].editor.value()


def test_the_form_of_an_observation_fills_name_and_unit(
    register: Callable[..., RegisterView], qtbot: QtBot, session: Session
) -> None:
    view = register("observation", {"year": 2025})
    view.form_button.setChecked(True)
    qtbot.waitUntil(lambda: view.form.fields is not None and not view.form.is_making)
    fields = view.form.fields
    assert fields is not None
    pick(qtbot, fields, "F1")
    speech = spoken(session)
    assert (
        shown(fields, "name")
        == session.plan.value("observation", "r0", "name")
        == speech.word("indicator", "F1", "name")
    )
    assert shown(fields, "unit") == speech.word("indicator", "F1", "unit")
    session.undo()
    assert [session.plan.value("observation", "r0", name) for name in ("indicator", "name", "unit")] == ["", "", ""]
    session.redo()
    pick(qtbot, fields, "L3")
    assert shown(fields, "name") == speech.word("indicator", "L3", "name")


def test_the_card_of_an_action_fills_all_and_keeps_what_was_typed(qtbot: QtBot, session: Session) -> None:
    session.put("add", creation("action", "act", {"code": "A-01.01-1", "title": "Train"}))
    session.put("add", creation("institution", "nso", {"name": "Statistics", "type": "statistics_office"}))
    session.put("add", creation("action_indicator", "i", {"action": "act"}))
    page = ActionPlanPage(session)
    session.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert page.show_place("action_indicator", "i", "indicator")
    cards = page.register.form.indicators
    assert cards is not None
    fields = cards.cards[0].fields
    fields.finish()
    pick(qtbot, fields, "L1")
    wanted = values_for(session.plan, "action_indicator", "L1", spoken(session))
    assert set(wanted) == {"name", "unit", "disaggregation", "verification", "institution", "frequency"}
    found = session.plan.find("action_indicator", "i")
    assert isinstance(found, ActionIndicator)
    assert {name: getattr(found, name) for name in wanted} == wanted
    assert shown(fields, "unit") == wanted["unit"] and shown(fields, "institution") == "nso"
    session.undo()
    assert session.plan.value("action_indicator", "i", "name") == ""
    session.redo()
    unit: QWidget = fields.made["unit"].editor.control
    unit.setFocus()
    qtbot.keyClick(unit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(unit, "%")
    qtbot.keyClick(unit, ENTER)
    pick(qtbot, fields, "F1")
    after = values_for(session.plan, "action_indicator", "F1", spoken(session))
    assert session.plan.value("action_indicator", "i", "unit") == "%"
    assert session.plan.value("action_indicator", "i", "name") == after["name"]
    assert session.plan.value("action_indicator", "i", "institution") == ""


def test_a_cell_of_the_table_fills_its_row_in_one_step(
    register: Callable[..., RegisterView], qtbot: QtBot, session: Session
) -> None:
    view = register("observation", {"year": 2025}, {"year": 2026})
    model = view.model
    column = model.columns.index("indicator")
    assert model.setData(model.index(1, column), "F1", VALUE_ROLE)
    name = spoken(session).word("indicator", "F1", "name")
    assert session.plan.value("observation", "r1", "name") == name
    assert session.plan.value("observation", "r0", "name") == ""
    view.table.choose(("r0", "r1"))
    view.verbs.set_field("indicator", "F1")
    assert session.plan.value("observation", "r0", "name") == name
    session.undo()
    assert session.plan.value("observation", "r0", "indicator") == ""


def test_a_suggestion_taken_over_brings_its_indicator_whole(session: Session) -> None:
    checklist = session.checklist
    item, suggestion = next((item, one) for item in checklist.items for one in item.actions if one.indicator)
    speech = words()
    uid, puts = answering.adopt_suggestion(session.plan, checklist, item.code, suggestion, session.today(), speech)
    assert session.put("adopt", puts)
    (row,) = session.plan.action_indicators[uid]
    assert row.indicator == suggestion.indicator
    assert row.verification == speech.word("indicator", suggestion.indicator, "source")
    assert row.disaggregation == indicators()[suggestion.indicator].disaggregation
    session.undo()
    assert session.plan.action_indicators.get(uid) is None and session.plan.find("action", uid) is None


@pytest.mark.parametrize("code", ["L1", "F1", "L3", "F3", "H3", "X2"])
def test_baseline_and_target_are_drawn_with_observations_in_either_language(session: Session, code: str) -> None:
    """Whatever language filled the units in, and where an older observation says only the sign or nothing at all."""
    session.put("add", creation("action", "act", {"code": "A-01.01-1", "title": "Train"}))
    filled = values_for(session.plan, "action_indicator", code, language("ru"))
    goal = {"action": "act", "indicator": code, "baseline": Decimal(9), "baseline_year": 2024, "target": Decimal(5),
            "target_year": 2031, **filled}  # fmt: skip
    session.put("add", creation("action_indicator", "goal", goal))
    rows = [values_for(session.plan, "observation", code, language("en")), {}]
    for year, values in enumerate(rows, 2024):
        given = {"indicator": code, "year": year, "value": Decimal(8), **values}
        session.put("add", creation("observation", f"o{year}", given))
    catalogue = indicators()
    keys = {key_of(row, catalogue) for row in session.plan.observations}
    assert len(keys) == 1
    found = series(keys.pop(), map(observation_value, session.plan.observations), session.plan, catalogue)
    assert [goal.record.uid for goal in found.goals] == ["goal"] and found.apart == ()
    (line,) = found.lines
    assert [point.year for point in line.points] == [2024, 2025]


def test_the_list_of_indicators_counts_as_people_do(register: Callable[..., RegisterView], qtbot: QtBot) -> None:
    view = register("observation", {"year": 2025})
    view.form_button.setChecked(True)
    qtbot.waitUntil(lambda: view.form.fields is not None and not view.form.is_making)
    fields = view.form.fields
    assert fields is not None and fields.focus_field("indicator")
    editor = fields.made["indicator"].editor
    assert isinstance(editor, LongChoiceEditor)
    combo = editor.combo
    offered = [str(combo.itemData(row)) for row in range(combo.count())]
    about = [code for code in offered if code[:1] == "D"]
    assert about == [f"D{place}" for place in range(1, len(about) + 1)] and len(about) > 10
    assert sorted(offered) == sorted(indicators())
