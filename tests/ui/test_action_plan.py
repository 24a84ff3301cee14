"""The action plan page: filters, totals, the form of an action with its indicators and its gap."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mainstreamer.domain.actions import by_year
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.overview import action_of, hindrances
from mainstreamer.domain.plan import Put, creation
from mainstreamer.domain.readiness.finding import BLOCKS
from mainstreamer.settings import ColumnFilter
from mainstreamer.storage.document import Document
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import n, speak, t, words
from mainstreamer.ui.pages.action_plan import ActionPlanPage
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.register_totals import joined

pytestmark = pytest.mark.usefixtures("speech")

WHOLE: dict[str, Any] = {
    "code": "A-02.03-1", "items": ("2.3",), "objective": "obj", "plan_reference": "Chapter 4", "title": "Adopt the act",
    "output": "Act", "leads": ("fin",), "start": Quarter(2027, 1), "end": Quarter(2028, 2), "cost": Decimal(1000),
    "secured_state": Decimal(400), "secured_external": Decimal(100), "status": "on_track",
}  # fmt: skip
MEASURED: dict[str, Any] = {
    "name": "Acts adopted", "unit": "acts", "baseline": Decimal(0), "baseline_year": 2026, "target": Decimal(2),
    "target_year": 2028, "verification": "Official gazette",
}  # fmt: skip
ROWS = {
    "whole": WHOLE,
    "cheap": {"code": "A-03.01-1", "items": ("3.1",), "title": "Meet", "existing_resources": True, "status": "not_started",
              "start": Quarter(2029, 1), "end": Quarter(2029, 2), "leads": ("bank",)},
    "rich": {"code": "A-06L.02-1", "items": ("6L2",), "title": "Publish prices", "cost": Decimal(50),
             "secured_state": Decimal(80), "status": "delayed", "leads": ("fin", "bank")},
    "off": {"code": "A-10.01-1", "items": ("10.1",), "title": "Cancelled", "cost": Decimal(7), "status": "cancelled"},
}  # fmt: skip


@pytest.fixture
def page(session: Session, qtbot: QtBot, speech: str) -> ActionPlanPage:
    puts = creation("institution", "fin", {"name": "Ministry of Finance"})
    puts += creation("institution", "bank", {"name": "Central Bank"}) + creation(
        "objective", "obj", {"title": "Cheaper"}
    )
    for uid, values in ROWS.items():
        puts += creation("action", uid, values)
    puts += creation("action_indicator", "ind", {"action": "whole", **MEASURED})
    session.put("add", puts)
    made = ActionPlanPage(session)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1110, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def shown(page: ActionPlanPage) -> list[str]:
    return [record.uid for record in page.register.records()]


def pick(page: ActionPlanPage, name: str, *values: str) -> None:
    page.register.state.set_filter(ColumnFilter(name, values))


def totals(page: ActionPlanPage) -> str:
    page.register.totals.count()
    return page.register.totals.shown.text()


@pytest.mark.parametrize(
    ("name", "code", "uids"),
    [
        ("lead", "fin", ["whole", "rich"]),
        ("lead", "", ["off"]),
        ("step", "6", ["rich"]),
        ("step", "10", ["off"]),
        ("status", "not_started", ["cheap"]),
        ("year", "2028", ["whole"]),
        ("year", "2029", ["cheap"]),
        ("year", "2031", []),
        ("money", "2027", ["whole"]),
        ("money", "2029", []),
        ("money", "0", ["rich"]),
        ("open", "1", ["cheap", "rich"]),
        ("nothing", "known", ["whole", "cheap", "rich", "off"]),
    ],
)
def test_other_pages_lead_here_with_filters(
    page: ActionPlanPage, qtbot: QtBot, name: str, code: str, uids: list[str]
) -> None:
    page.register.filter.setText("meet")
    page.show_view("", {name: code})
    qtbot.waitUntil(lambda: shown(page) == uids)
    page.show_view("", {})
    assert shown(page) == ["whole", "cheap", "rich", "off"]


def test_not_ready_only(page: ActionPlanPage, qtbot: QtBot, session: Session) -> None:
    chip = page.register.strip.chips["ready"].open
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown(page) == ["cheap", "rich"])
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert shown(page) == ["whole", "cheap", "rich", "off"]


def test_what_is_not_ready_is_what_readiness_and_the_overview_count(
    page: ActionPlanPage, qtbot: QtBot, session: Session
) -> None:
    """Also where only a rule of readiness holds an action back: here its end before its start, and a baseline."""
    for uid, values in (
        ("back", {**WHOLE, "code": "A-1", "start": Quarter(2028, 1), "end": Quarter(2027, 1)}),
        ("open", {**WHOLE, "code": "A-2", "title": "Keep the register"}),
    ):
        session.put("add", creation("action", uid, values))
        session.put("add", creation("action_indicator", f"i-{uid}", {"action": uid, **MEASURED, "baseline": None}))
    qtbot.waitUntil(lambda: session.assessment.is_current)
    held = {
        action_of(session.plan, one)
        for one in session.assessment.findings
        if one.severity == BLOCKS and one.kind in ("action", "action_indicator")
    }
    seen = hindrances(session.plan, session.assessment.findings)
    pick(page, "ready", "not_ready")
    assert set(shown(page)) == held and {"back", "open"} <= held and "off" not in held
    assert len(shown(page)) == seen.actions - seen.actions_ready
    pick(page, "ready", "ready")
    assert shown(page) == ["whole"]


def test_an_action_made_ready_says_so_and_keeps_its_row(page: ActionPlanPage, qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.assessment.is_current)
    pick(page, "ready", "ready")
    assert shown(page) == ["whole"]
    page.register.model.set_columns(("title", "ready"))
    session.put("edit", [Put("action", "whole", "leads", ())])
    qtbot.waitUntil(lambda: page.register.proxy.index(0, 1).data() == t("Not ready"))
    assert shown(page) == ["whole"]
    page.register.add()
    qtbot.waitUntil(lambda: session.assessment.is_current)
    pick(page, "ready", "not_ready")
    assert len(shown(page)) == 4


def test_totals_follow_what_is_shown_and_leave_cancelled_out(page: ActionPlanPage) -> None:
    speech = words()
    assert joined([t("cost {amount}", amount=speech.money(Decimal(1050)))]) in totals(page)
    gap = t("gap {amount}", amount=speech.money(Decimal(500), "MDL"))
    surplus = t("surplus of {amount} elsewhere not counted", amount=speech.money(Decimal(30)))
    assert joined([f"{gap} ({surplus})"]) in totals(page)
    pick(page, "leads", "bank")
    assert joined([t("cost {amount}", amount=speech.money(Decimal(50)))]) in totals(page)
    page.register.filter.setText("meet")
    assert joined([t("cost {amount}", amount=speech.money(Decimal(0)))]) in totals(page)
    page.register.filter.setText("nothing like it")
    assert totals(page) == joined([t("{shown} of {of} shown", shown="0", of="4")])


def test_money_of_a_year_is_said_beside_the_whole_costs(page: ActionPlanPage) -> None:
    """Four of its six quarters lie in 2027, two in 2028: the line says what falls there, as the overview does."""
    assert not page.register.totals.of_years.isVisible()
    page.show_view("", {"money": "2028"})
    speech = words()
    assert joined([t("cost {amount}", amount=speech.money(Decimal(1000)))]) in totals(page)
    said, part = page.register.totals.of_years, by_year(page.session.plan)[2028]
    assert said.isVisible() and "2028" in said.text() and speech.money(part.cost) in said.text()
    assert speech.money(part.gap, "MDL") in said.text() and part.cost < Decimal(1000)
    assert "2028/29" not in said.text()
    page.session.put("edit_plan", [Put("plan", page.session.plan.uid, "fiscal_start", 7)])
    page.register.totals.count()
    assert "2028/29" in said.text()
    page.register.filters.clear()
    page.register.totals.count()
    assert not said.isVisible()


def test_one_year_of_the_filter_is_said_beside_the_whole_costs_too(page: ActionPlanPage) -> None:
    """Several years are not: whoever ticks them looks for actions that run then, not for the money of one year."""
    speech, said, part = words(), page.register.totals.of_years, by_year(page.session.plan)[2028]
    pick(page, "years", "2028")
    assert joined([t("cost {amount}", amount=speech.money(Decimal(1000)))]) in totals(page)
    assert said.isVisible() and "2028" in said.text() and speech.money(part.cost) in said.text()
    assert speech.money(part.gap, "MDL") in said.text() and part.cost < Decimal(1000)
    pick(page, "years", "2028", "2029")
    page.register.totals.count()
    assert not said.isVisible()
    pick(page, "years", "2029")
    page.register.totals.count()
    assert said.isVisible() and "2029" in said.text()
    pick(page, "years")
    page.register.totals.count()
    assert not said.isVisible()


def test_counts(page: ActionPlanPage) -> None:
    assert page._heading.counts.text() == ", ".join(
        (n("{n} action", "{n} actions", 4), n("{n} objective", "{n} objectives", 1))
    )


def test_gap_in_figures_and_words(page: ActionPlanPage, session: Session) -> None:
    assert page.register.show_place("whole", "cost")
    gap = page.register.form._gap
    assert gap is not None
    assert words().money(Decimal(500), "MDL") in gap._sum.text() and gap._word.text() == t("not yet funded")
    page.register.show_place("rich", "cost")
    sum_ = f"{words().money(Decimal(80))} − {words().money(Decimal(50))}"
    said = t("Surplus: {sum} = {gap}", sum=sum_, gap=words().money(Decimal(30), "MDL"))
    assert gap._sum.text() == said and gap._word.property("chip") == "bad"
    column, row = page.register.model.columns.index("gap"), page.register.model.row_of("rich")
    assert page.register.model.index(row, column).data() == t("surplus {amount}", amount=words().money(Decimal(30)))
    page.register.show_place("cheap", "cost")
    assert gap._word.text() == t("fully funded")
    session.put("edit", [Put("action", "cheap", "existing_resources", None)])
    assert gap._sum.text() == t("Gap: not known without a cost estimate") and not gap._word.isVisible()


def test_gap_follows_an_edit(page: ActionPlanPage, qtbot: QtBot) -> None:
    page.register.show_place("whole", "secured_state")
    form, gap = page.register.form, page.register.form._gap
    assert form.fields is not None and gap is not None
    control = form.fields.boxes["secured_state"].editor.control
    qtbot.keyClicks(control, "900")
    qtbot.keyClick(control, Qt.Key.Key_Return)
    assert words().money(Decimal(0), "MDL") in gap._sum.text()
    column = page.register.model.columns.index("gap")
    assert page.register.model.index(0, column).data() == words().money(Decimal(0))


def test_indicators_are_added_edited_and_removed(
    page: ActionPlanPage, qtbot: QtBot, session: Session, reopened: Callable[[], Document]
) -> None:
    page.register.show_place("whole", "title")
    cards = page.register.form.indicators
    assert cards is not None and [card.fields.uid for card in cards._shown()] == ["ind"]
    cards.add_button.setFocus()
    qtbot.keyClick(cards.add_button, Qt.Key.Key_Space)
    card = cards._shown()[1]
    name = card.fields.boxes["name"].editor.control
    qtbot.keyClicks(name, "Acts in force")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert card._title.text() == "Acts in force"
    column = page.register.model.columns.index("indicators")
    assert page.register.model.index(0, column).data() == "Acts adopted; Acts in force"
    first = cards._shown()[0].remove
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert [row.name for row in session.plan.action_indicators["whole"]] == ["Acts in force"]
    (kept,) = reopened().plan.action_indicators["whole"]
    assert (kept.name, kept.target_year) == ("Acts in force", 2031)


def test_cards_show_the_indicators_of_the_action_chosen(page: ActionPlanPage) -> None:
    page.register.show_place("whole", "title")
    cards = page.register.form.indicators
    assert cards is not None
    page.register.show_place("cheap", "title")
    assert cards._shown() == [] and cards._empty.isVisible()
    page.register.show_place("whole", "title")
    assert [card.fields.uid for card in cards._shown()] == ["ind"] and not cards._empty.isVisible()


def test_places_are_led_to_through_filters(page: ActionPlanPage) -> None:
    pick(page, "leads", "bank")
    page.register.filter.setText("meet")
    assert page.show_place("action", "whole", "output")
    assert page.register.state.filters == {} and page.register.table.selected() == ("whole",)
    pick(page, "status", "cancelled")
    assert page.show_place("action_indicator", "ind", "baseline")
    focus = page.focusWidget()
    cards = page.register.form.indicators
    assert cards is not None and focus is not None and cards.isAncestorOf(focus)
    assert not page.show_place("institution", "fin", "name")
    assert not page.show_place("action_indicator", "nowhere", "name")


def test_light_and_status_are_words(page: ActionPlanPage) -> None:
    model = page.register.model
    light = [model.index(row, model.columns.index("light")).data() for row in range(4)]
    assert all(light) and light[3] == t("Grey")
    assert model.index(0, model.columns.index("status")).data() == words().choice("action_status", "on_track")


def test_language_is_changed_everywhere(page: ActionPlanPage, speech: str) -> None:
    pick(page, "leads", "bank")
    speak("ru" if speech == "en" else "en")
    page.retranslate()
    assert page._heading.title.text() == t("Action plan")
    assert shown(page) == ["cheap", "rich"]
    chips = page.register.strip.chips
    assert chips["leads"].open.text().startswith(words().field("action", "leads"))
    assert chips["steps"].open.text() == f"{t('Step')}: {t('any')}"
    assert page.register.add_button.text() == words().kind("action", "add")


def test_deleting_an_action_takes_its_indicators_along_and_undo_brings_both_back(
    page: ActionPlanPage, qtbot: QtBot, session: Session
) -> None:
    page.register.choose("whole")
    page.register.table.setFocus()
    qtbot.keyClick(page.register.table, Qt.Key.Key_Delete)
    assert session.plan.action_indicators == {} and "whole" not in shown(page)
    qtbot.mouseClick(page.register.notice.undo, Qt.MouseButton.LeftButton)
    assert "whole" in shown(page) and len(session.plan.action_indicators["whole"]) == 1


def test_a_view_of_several_values_of_a_column(session: Session, qtbot: QtBot) -> None:
    for place, status in enumerate(("at_risk", "on_track", "done")):
        session.put("add", creation("action", f"s{place}", {"code": f"A-{place}", "title": "x", "status": status}))
    page = ActionPlanPage(session)
    qtbot.addWidget(page)
    page.show()
    page.show_view("", {"light": "red;amber"})
    assert [record.uid for record in page.register.records()] == ["s0"]
    page.show_view("", {"light": "green;amber"})
    assert [record.uid for record in page.register.records()] == ["s0", "s1", "s2"]


def test_the_form_of_an_action_says_what_keeps_it_from_being_ready(program: Application, qtbot: QtBot) -> None:
    workspace, session = program.workspace, program.session
    assert workspace is not None and session is not None
    workspace.show_page("actions")
    page = workspace.current_page
    assert isinstance(page, ActionPlanPage)
    qtbot.waitUntil(lambda: session.assessment.is_current)
    form = page.register.form
    held = [uid for uid, ready in session.assessment.actions_ready.items() if not ready]
    free = [uid for uid, ready in session.assessment.actions_ready.items() if ready]
    page.register.form_button.setChecked(True)
    for uid in held:
        page.register.choose(uid)
        assert form._lack.isVisible() and form._lack.text() and len(form._lack.toolTip()) > 60, uid
    for uid in free:
        page.register.choose(uid)
        assert n("{n} finding before adoption", "{n} findings before adoption", 1)[2:] not in form._lack.text(), uid
        blank = n("{n} compulsory entry blank", "{n} compulsory entries blank", 1)[2:8]
        assert not form._lack.isVisible() or blank in form._lack.text(), uid
