"""The overview as a minister and a secretary look at it: what is shown, and where each figure leads."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mainstreamer.domain.actions import YearSum
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import PlanFrame, new_uid
from mainstreamer.domain.plan import creation
from mainstreamer.language.short_amounts import short_amount
from mainstreamer.operations import answering
from mainstreamer.operations.sampling import create_sample
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import Author
from mainstreamer.ui import theme
from mainstreamer.ui.dialogs.deadlines import DeadlinesDialog
from mainstreamer.ui.i18n import n, speak, t, words
from mainstreamer.ui.lateness import late_words
from mainstreamer.ui.pages.overview_body import OverviewBody
from mainstreamer.ui.pages.overview_page import OverviewPage
from mainstreamer.ui.pages.overview_words import deadline_line, money_columns
from mainstreamer.ui.session import Session
from mainstreamer.ui.targets import Target
from mainstreamer.ui.tones import STATUS_TONES
from mainstreamer.ui.widgets.led_list import LedList
from tests.ui.conftest import TODAY

pytestmark = pytest.mark.usefixtures("speech")
Open = Callable[..., OverviewBody]


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Open:
    """Opens the overview as the window does, and waits until its figures are there."""
    kept: list[OverviewPage] = []

    def open_(width: int = 1134, height: int = 724) -> OverviewBody:
        page = OverviewPage(session)
        kept.append(page)
        qtbot.addWidget(page)
        session.changed.connect(page.refresh)
        page.resize(width, height)
        page.show()
        session.assessment.ask()
        qtbot.waitUntil(lambda: page.body is not None)
        assert page.body is not None
        wait_for(page.body, qtbot)
        return page.body

    return open_


def wait_for(body: OverviewBody, qtbot: QtBot) -> None:
    """Until everything is worked out for the plan as it is now."""
    session = body.session

    def is_there() -> bool:
        return (
            body.worked.is_current
            and session.assessment.is_current
            and not body.worked.at_work
            and body.worked.held is not None
        )

    qtbot.waitUntil(is_there)


def add(session: Session, kind: str, **values: object) -> str:
    uid = new_uid()
    assert session.put("add", creation(kind, uid, values))
    return uid


def answer(session: Session, code: str, score: str) -> None:
    assert session.put("answer", answering.answer(session.plan, code, score=score))


def filled(session: Session) -> tuple[str, str]:
    """A small plan at work; the uids of an institution and of its late action."""
    labour = add(session, "institution", name="Ministry of Labour", acronym="MoL")
    late = add(
        session,
        "action",
        code="A-1",
        title="Draft the act",
        leads=(labour,),
        start=Quarter(2026, 1),
        end=Quarter(2026, 2),
        status="on_track",
        cost=Decimal(300_000_000),
        secured_state=Decimal(200_000_000),
    )
    add(
        session,
        "action",
        code="A-2",
        title="Open an office",
        status="done",
        start=Quarter(2027, 1),
        end=Quarter(2028, 4),
    )
    session.put("edit_plan", [*creation("plan", session.plan.uid, {"budget_circular": date(2026, 12, 15)})])
    answer(session, "1.1", "yes")
    return labour, late


# -- what is shown -----------------------------------------------------------------------------------------------------


def test_four_figures(session: Session, opened: Open) -> None:
    filled(session)
    body = opened()
    speech = words()
    assert body.worked.found is not None and body.worked.held is not None
    whole = body.worked.found.essential
    assert body.figures["essential"].figure == t("{part} of {whole}", part=1, whole=whole)
    assert n("{n} claimed", "{n} claimed", 1) in body.figures["essential"].note
    assert body.figures["ready"].figure == t("{part} of {whole}", part=0, whole=2)
    assert body.figures["money"].figure == {"en": "300 m MDL", "ru": "300 млн MDL"}[speech.code].replace(" ", "\u00a0")
    assert "33" in body.figures["money"].note and "100" in body.figures["money"].note
    assert body.figures["deadline"].figure == speech.date(date(2026, 12, 15))
    assert body.figures["deadline"].note == speech.field("plan", "budget_circular")
    for figure in body.figures.values():
        assert figure.figure in figure.accessibleName() and figure.note in figure.accessibleName()


def test_cancelled_actions_are_said_to_be_left_out(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    ready = opened().figures["ready"]
    held = n("{n} not ready", "{n} not ready", 2)
    assert ready.note == held
    add(session, "action", code="A-3", title="Given up", status="cancelled")
    apart = n("{n} cancelled not counted", "{n} cancelled not counted", 1)
    qtbot.waitUntil(lambda: ready.note == f"{held} · {apart}")
    assert ready.figure == t("{part} of {whole}", part=0, whole=2)


def test_what_comes_next_is_said_and_led_to(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened()
    open_ = next(stand for stand in body.worked.found.stands if stand.step == 1).progress.open_essential  # type: ignore[union-attr]
    expected = n(
        "Next: {n} essential item left in step {step}",
        "Next: {n} essential items left in step {step}",
        open_,
        step=1,
    )
    assert body.next_button.text() == expected
    waiting = next(
        item.code
        for item in session.checklist.of_step(1)
        if item.essential and not getattr(session.plan.answers.get(item.code), "score", "")
    )
    with qtbot.waitSignal(session.place_wanted) as led:
        body.next_button.setFocus()
        qtbot.keyClick(body.next_button, Qt.Key.Key_Space)
    assert led.args == ["answer", session.plan.answer_uid(waiting), "score"]


def test_claims_are_hatched_and_never_dark(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened()
    first = body.bars.lines()[0]
    assert first.proven == 0 and first.claimed > 0
    session.put("add", creation("evidence", new_uid(), {"title": "Decree", "items": ("1.1",)}))
    wait_for(body, qtbot)
    first = body.bars.lines()[0]
    assert first.proven > 0 and first.claimed == 0


def test_what_is_late_stands_first_and_says_whose_it_is(session: Session, opened: Open) -> None:
    filled(session)
    body = opened()
    late, coming = body.due.lines()[:2]
    assert late.head == n("over {n} quarter late", "over {n} quarters late", 1) and late.tail == "MoL"
    assert "A-1" in late.text
    assert coming.head == words().date(date(2026, 12, 15))


def test_newest_changes_say_who_and_what(session: Session, opened: Open) -> None:
    _, late = filled(session)
    session.document.sign(Author("A. Official", "Ministry of Health"))
    session.put("edit", [*creation("action", late, {"status": "at_risk"})][1:])
    line = opened().changes.lines()[0]
    assert line.tail == "Ministry of Health"
    assert "A-1" in line.text and words().choice("action_status", "at_risk") in line.text
    assert (line.target.kind, line.target.uid, line.target.field) == ("action", late, "status")


def test_what_blocks_is_counted_by_kind_and_by_whose(session: Session, opened: Open) -> None:
    filled(session)
    body = opened()
    lines = {line.target.filters["code"]: line for line in body.blocks.lines()}
    unanswered = lines["essential_item_unanswered"]
    assert unanswered.head == words().number(body.worked.found.essential - 1)  # type: ignore[union-attr]
    assert unanswered.tail == t("nobody named: {count}", count=unanswered.head)
    assert body.blocks.lines()[0] == unanswered, "the most frequent stands first"
    assert "MoL" in lines["field_missing"].tail


def test_figures_follow_the_plan(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened()
    before = body.figures["essential"].figure
    answer(session, "1.2", "no")
    wait_for(body, qtbot)
    assert body.figures["essential"].figure != before
    session.undo()
    wait_for(body, qtbot)
    assert body.figures["essential"].figure == before


def test_forty_digits_of_money_break_nothing(session: Session, opened: Open) -> None:
    filled(session)
    add(
        session,
        "action",
        code="A-9",
        title="All the money",
        cost=Decimal("9" * 30),
        start=Quarter(2028, 1),
        end=Quarter(2029, 4),
    )
    body = opened()
    assert "10" in body.figures["money"].figure
    assert body.money.grab().height() > 0
    assert len(body.money.columns) >= 3


# -- where it leads ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("ready", ["readiness", "todo", {"kind": "action", "severity": "blocks"}]),
        ("money", ["actions", "", {}]),
        ("essential", ["readiness", "todo", {"code": "essential_item_unanswered", "severity": "blocks"}]),
    ],
)
def test_figures_lead_to_where_they_come_from(
    session: Session, opened: Open, qtbot: QtBot, figure: str, expected: list[object]
) -> None:
    filled(session)
    body = opened()
    card = body.figures[figure]
    card.setFocus()
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.keyClick(card, Qt.Key.Key_Space)
    assert led.args == expected


def test_the_next_deadline_leads_to_its_field(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened()
    with qtbot.waitSignal(session.place_wanted) as led:
        qtbot.mouseClick(body.figures["deadline"], Qt.MouseButton.LeftButton)
    assert led.args == ["plan", session.plan.uid, "budget_circular"]


def test_lists_are_walked_by_arrows_and_led_by_enter_or_click(session: Session, opened: Open, qtbot: QtBot) -> None:
    _, late = filled(session)
    body = opened()
    body.bars.setFocus()
    qtbot.keyClick(body.bars, Qt.Key.Key_Down)
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.keyClick(body.bars, Qt.Key.Key_Return)
    assert led.args == ["2", "checklist", {}]
    with qtbot.waitSignal(session.place_wanted) as placed:
        point = body.due.visualItemRect(body.due.item(0)).center()
        qtbot.mouseClick(body.due.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert placed.args == ["action", late, "end"]
    body.blocks.setFocus()
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.keyClick(body.blocks, Qt.Key.Key_Return)
    assert led.args == ["readiness", "todo", {"code": "essential_item_unanswered", "severity": "blocks"}]


def test_columns_and_statuses_lead_to_the_actions_behind_them(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened()
    body.money.setFocus()
    assert [key for key, _words in body.money.marks()] == ["2026"]
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.keyClick(body.money, Qt.Key.Key_Return)
    assert led.args == ["actions", "", {"money": "2026"}]
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.mouseClick(body.status, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert led.args == ["actions", "", {"status": "done"}]
    body.status.setFocus()
    qtbot.keyClick(body.status, Qt.Key.Key_Right)
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.keyClick(body.status, Qt.Key.Key_Return)
    assert led.args == ["actions", "", {"status": "on_track"}]


def test_what_has_no_dates_is_a_column_of_its_own(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    add(session, "action", code="A-3", title="Some day", cost=Decimal(5))
    body = opened()
    assert body.money.columns[-1].label == t("no dates")
    body.money.setFocus()
    qtbot.keyClick(body.money, Qt.Key.Key_Right)
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.keyClick(body.money, Qt.Key.Key_Return)
    assert led.args == ["actions", "", {"money": "0"}]


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        ("blocks", ["readiness", "todo", {"severity": "blocks"}]),
        ("changes", ["history", "", {}]),
        ("status", ["actions", "", {}]),
    ],
)
def test_cards_lead_to_all_of_it(
    session: Session, opened: Open, qtbot: QtBot, card: str, expected: list[object]
) -> None:
    filled(session)
    body = opened()
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.mouseClick(body.cards[card].more, Qt.MouseButton.LeftButton)
    assert led.args == expected


def test_all_that_is_late_or_due_is_listed_and_leads(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    for number in range(30):
        dates = {"start": Quarter(2027, 1), "end": Quarter(2028 + number % 3, 4)}
        add(session, "action", code=f"B-{number}", title="Meet", status="not_started", **dates)
    body = opened()
    assert body.worked.found is not None and len(body.worked.found.deadlines) > 30
    body.cards["due"].more.setFocus()
    qtbot.keyClick(body.cards["due"].more, Qt.Key.Key_Space)
    dialog = body.window().findChild(DeadlinesDialog)
    assert dialog is not None and dialog.list.count() == len(body.worked.found.deadlines)
    last = body.worked.found.deadlines[-1]
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    row = dialog.list.currentItem()
    assert dialog.list.currentRow() == dialog.list.count() - 1 and not row.isHidden()
    assert dialog.list.viewport().rect().contains(dialog.list.visualItemRect(row)), "it scrolls to the last one"
    with qtbot.waitSignal(session.place_wanted) as led:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert led.args == [last.kind, last.uid, last.field]
    qtbot.waitUntil(lambda: body.window().findChild(DeadlinesDialog) is None)


# -- an empty plan -----------------------------------------------------------------------------------------------------


def test_an_empty_plan_says_what_to_do_first(session: Session, opened: Open, qtbot: QtBot) -> None:
    body = opened()
    start = body._start
    assert start is not None and start.isVisible() and not body.figures["money"].isVisible()
    with qtbot.waitSignal(session.place_wanted) as dates:
        qtbot.mouseClick(start.buttons[0], Qt.MouseButton.LeftButton)
    assert dates.args == ["plan", session.plan.uid, "current_plan_end"], "the first day of the calendar"
    expected = (["3", "institution", {}], ["1", "checklist", {}])
    for button, args in zip(start.buttons[1:], expected, strict=True):
        with qtbot.waitSignal(session.page_wanted) as led:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert led.args == args
    assert not any(done.isVisible() for done in start._done)
    add(session, "institution", name="Ministry of Labour")
    assert [done.isVisible() for done in start._done] == [False, True, False]
    answer(session, "1.1", "no")
    wait_for(body, qtbot)
    assert not start.isVisible() and body.figures["money"].isVisible()
    session.undo()
    assert start.isVisible()


# -- looks and size ----------------------------------------------------------------------------------------------------


def test_it_fits_the_smallest_screen_without_scrolling(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened()
    bar = body._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    for card in body.cards.values():
        assert card.isVisible() and body.rect().contains(card.mapTo(body, card.rect().bottomRight()))


def test_notes_below_figures_are_whole_and_all_cards_equally_high(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened()
    card = body.figures["essential"]
    parts = [
        t("gap {amount}, {share} %", amount="271 m", share="21"),
        n("{n} without a cost", "{n} without a cost", 14),
    ]
    card._note.ensurePolished()
    widest = max(card._note.fontMetrics().horizontalAdvance(part) for part in parts)
    assert widest + 60 < card.width()
    filler = "i" * ((card.width() - 60 - widest) // card._note.fontMetrics().horizontalAdvance("i"))
    card.show_figure("129", " · ".join([parts[0], parts[1] + filler]), "warning", Target())
    assert card._note.text().split("\n") == [parts[0], parts[1] + filler]
    card.show_figure("129", "Convention on forced labour " * 9, "warning", Target())
    assert card._note.text().count("\n") == 1 and card._note.text().endswith("…")
    qtbot.waitUntil(lambda: card.height() > card.minimumSizeHint().height() - 1)
    qtbot.waitUntil(lambda: len({figure.height() for figure in body.figures.values()}) == 1)
    assert card.rect().contains(card._note.geometry())
    card.show_figure("129", parts[0], "warning", Target())
    assert card._note.text() == parts[0]


def test_a_legend_takes_a_second_line_before_it_is_cut(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened()
    legend, title = body._bar_legend, body.cards["steps"]._title
    one = legend._line
    for width in (1100, 780):
        body.resize(width, 700)
        qtbot.waitUntil(lambda: legend.height() == one * len(legend._rows))
        assert all(legend._taken(row) <= legend.width() for row in legend._rows)
        assert legend.geometry().left() - title.geometry().right() > 12
    body.resize(2200, 900)
    qtbot.waitUntil(lambda: len(legend._rows) == 1 and legend.height() == one)
    legend.parentWidget().setFixedWidth(legend._taken(range(4)))
    qtbot.waitUntil(lambda: len(legend._rows) > 1 and legend.height() == one * len(legend._rows))
    assert sum(legend._rows, ()) == (0, 1, 2, 3) and all(legend._taken(row) <= legend.width() for row in legend._rows)


def test_one_column_where_there_is_no_room_for_two(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened(width=700)
    left = {card.mapTo(body, QPoint()).x() for card in body.cards.values()}
    assert len(left) == 1
    body.window().resize(1134, 724)
    qtbot.waitUntil(lambda: len({card.mapTo(body, QPoint()).x() for card in body.cards.values()}) == 2)


def test_kinds_that_block_and_find_no_room_are_counted_and_led_to(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened(height=600)
    assert body.worked.held is not None
    shown = [row for row in range(body.blocks.count()) if not body.blocks.isRowHidden(row)]
    hidden = len(body.worked.held.faults) - len(shown)
    more = body.cards["blocks"].more
    assert hidden > 0 and n("{n} more kind", "{n} more kinds", hidden) in more.text()
    assert n("{n} finding", "{n} findings", body.worked.held.count) in more.text()
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert led.args == ["readiness", "todo", {"severity": "blocks"}]
    page = body.parentWidget()
    assert page is not None
    page.resize(1134, 1600)
    qtbot.waitUntil(lambda: n("{n} more kind", "{n} more kinds", hidden) not in more.text())


def test_more_room_shows_more_lines(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    for place in range(12):
        add(session, "action", code=f"B-{place}", title="Later", end=Quarter(2029, 1), status="on_track")
    body = opened()
    before = shown(body.due)
    body.window().resize(1690, 1030)
    qtbot.waitUntil(lambda: shown(body.due) > before)
    assert shown(body.due) == body.due.room == len(body.due.lines())


def shown(listed: LedList) -> int:
    return sum(not listed.isRowHidden(row) for row in range(listed.count()))


@pytest.mark.parametrize("name", theme.THEMES)
def test_patterns_tell_money_apart_without_colour(
    session: Session, opened: Open, qapp: QApplication, name: str
) -> None:
    """In grey, a column of state money is not a column of what is not found."""
    theme.apply(qapp, theme.load_theme(name))
    try:
        filled(session)
        body = opened()
        box = body.money.box_of("2026")
        image = body.money.grab().toImage()
        ratio = image.devicePixelRatio()

        def greys(top: int, bottom: int) -> set[int]:
            x = box.center().x()
            return {image.pixelColor(round(x * ratio), round(y * ratio)).lightness() for y in range(top, bottom)}

        ground = body.money.height() - 30
        assert greys(ground - 8, ground - 2).isdisjoint(greys(34, 42))
    finally:
        theme.apply(qapp, theme.load_theme("light"))


def test_a_screen_reader_is_told(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened()
    assert "2026" in body.money.accessibleDescription()
    assert words().choice("action_status", "done") in body.status.accessibleDescription()
    interface = QAccessible.queryAccessibleInterface(body.bars)
    assert interface is not None
    told = interface.child(0).text(QAccessible.Text.Name)
    assert session.checklist.step_text(1, "short") in told and "10" in told


def test_the_language_is_switched_live(session: Session, opened: Open, speech: str) -> None:
    filled(session)
    body = opened()
    before = [body.figures["money"].figure, body._title.text(), body.due.lines()[0].head]
    speak({"en": "ru", "ru": "en"}[speech])
    body.retranslate()
    assert all(
        one != other
        for one, other in zip(
            before, [body.figures["money"].figure, body._title.text(), body.due.lines()[0].head], strict=True
        )
    )


def test_tab_visits_figures_then_cards_in_reading_order(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened()
    body.window().activateWindow()
    body.next_button.setFocus()
    visited = []
    for _ in range(9):
        qtbot.keyClick(QApplication.focusWidget() or body, Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert visited[:4] == list(body.figures.values())
    assert visited[4:9] == [
        body.bars,
        body.status,
        body.cards["status"].more,
        body.blocks,
        body.cards["blocks"].more,
    ]


def test_what_a_worker_brings_after_closing_is_let_go(session: Session, opened: Open, qtbot: QtBot) -> None:
    filled(session)
    body = opened()
    answer(session, "1.2", "no")
    before = body.worked.found
    body.worked.work_out()
    assert body.worked.at_work
    session.close()
    qtbot.waitUntil(lambda: not body.worked.at_work)
    assert body.worked.found is before


def test_glimpses_are_those_of_the_history(tmp_path: Path) -> None:
    create_sample(tmp_path / "sample.mplan", "en").close()
    with Document.open(tmp_path / "sample.mplan", Author("A. Official", "Chancellery")) as document:
        document.put("edit_plan", [*creation("plan", document.plan.uid, {"version": "2"})][1:])
        entries, glimpses = document.entries(5), document.glimpses(5)
    assert [(one.changeset.verb, one.changeset.at, one.sitting.person, one.sitting.institution) for one in entries] == [
        (one.verb, one.at, one.person, one.institution) for one in glimpses
    ]
    assert [len(one.changeset.changes) for one in entries] == [one.values for one in glimpses]
    assert [one.changeset.changes[0] for one in entries] == [one.first for one in glimpses]
    assert dataclasses.asdict(glimpses[0])["institution"] == "Chancellery"


def test_today_is_the_day_of_the_session(session: Session, opened: Open) -> None:
    filled(session)
    body = opened()
    assert body.worked.of is not None and body.worked.of[1] == TODAY


def test_what_is_still_counted_says_so(session: Session, qtbot: QtBot) -> None:
    add(session, "action", title="Survey returnees")
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.resize(1134, 724)
    page.show()
    qtbot.waitUntil(lambda: page.body is not None)
    assert page.body is not None
    card = page.body.cards["blocks"]
    assert page.body.worked.held is None, "nobody asked for findings yet"
    assert card._nothing.isVisible() and card._nothing.text() == t("Being counted …")
    session.assessment.ask()
    wait_for(page.body, qtbot)
    assert page.body.blocks.isVisible() and not card._nothing.isVisible()


def test_a_year_says_its_cost_beside_its_sources(session: Session) -> None:
    """Sources and what is not found yet add up to more than the cost where an action has more than it needs: the column is
    as high as the former, as in the chart of the workbook, and the latter stands above it, as in the register."""
    frame = PlanFrame("", currency="MDL", fiscal_start=7)
    (column,) = money_columns({2027: YearSum(Decimal(100), Decimal(90), Decimal(30), Decimal(20))}, frame)
    assert (column.key, column.label, column.brief) == ("2027", "2027/28", "27/28")
    assert sum(column.amounts) == 140
    assert t("cost {amount}", amount=short_amount(words(), Decimal(100), "MDL")) in column.spoken
    assert column.total == short_amount(words(), Decimal(100)), "what stands above is the cost, as in the register"


def test_whoever_gave_an_institution_sees_how_far_it_is(session: Session, opened: Open, qtbot: QtBot) -> None:
    labour, _late = filled(session)
    session.put("answer", answering.answer(session.plan, "1.1", score="yes", responsible=labour))
    session.put("answer", answering.answer(session.plan, "1.2", score="na", responsible=labour))
    session.put("answer", answering.answer(session.plan, "1.3", responsible=labour))
    body = opened()
    assert not body.own_button.isVisible(), "nobody said whose items these are"
    session.settings = dataclasses.replace(session.settings, institution="mol")
    body.retranslate()
    qtbot.waitUntil(body.own_button.isVisible)
    said = n(
        "{institution}: {answered} of {n} item answered",
        "{institution}: {answered} of {n} items answered",
        2,
        institution="Ministry of Labour",
        answered="1",
    )
    assert body.own_button.text() == said, "what does not apply is not counted"
    with qtbot.waitSignal(session.page_wanted) as led:
        qtbot.mouseClick(body.own_button, Qt.MouseButton.LeftButton)
    assert led.args == ["readiness", "step", {"institution": labour}]
    session.settings = dataclasses.replace(session.settings, institution="Ministry of Somewhere Else")
    body.retranslate()
    qtbot.waitUntil(lambda: not body.own_button.isVisible())


def test_a_review_that_was_missed_leads_to_its_day(session: Session, opened: Open) -> None:
    uid = add(session, "agreement", title="Pact", status="in_force", review_date=date(2023, 10, 1))
    (line,) = (one for one in opened().due.lines() if one.target.uid == uid)
    assert line.text.endswith(t("review was due")) and line.target.field == "review_date"
    assert line.head == t("since {date}", date=words().date(date(2023, 10, 1)))


def test_what_is_long_late_is_said_by_its_day(session: Session, opened: Open) -> None:
    filled(session)
    add(session, "action", code="B-1", title="Meet", status="on_track", start=Quarter(2024, 1), end=Quarter(2024, 2))
    body = opened()
    assert body.worked.found is not None
    late = next(one for one in body.worked.found.deadlines if one.quarters > 4)
    line = deadline_line(session.plan, late)
    assert line.head == t("since {date}", date=words().date(late.day)) and line.tone == "warning"
    for one in body.worked.found.deadlines:
        if 0 < one.quarters <= 4:
            head = late_words(one.quarters)
            assert deadline_line(session.plan, one).head == head


@pytest.mark.parametrize(("size", "width"), [(100, 1110), (150, 982), (200, 1166)])
def test_the_first_things_to_do_have_equal_widths(
    session: Session, opened: Open, qapp: QApplication, qtbot: QtBot, size: int, width: int
) -> None:
    try:
        theme.apply(qapp, theme.load_theme("light", size))
        start = opened(width=width)._start
        assert start is not None
        cards = [button.parentWidget() for button in start.buttons]
        qtbot.waitUntil(lambda: max(card.width() for card in cards) - min(card.width() for card in cards) <= 1)
        for button in start.buttons:
            assert button.width() >= button.sizeHint().width(), button.text()
            assert button.geometry().right() <= button.parentWidget().rect().right()
    finally:
        theme.apply(qapp, theme.load_theme("light"))


def test_a_status_has_the_colour_of_its_chips(session: Session, opened: Open) -> None:
    for place, status in enumerate(STATUS_TONES):
        add(session, "action", code=f"B-{place}", title="Meet", status=status)
    strip = opened().status
    image = strip.grab().toImage()
    edges = {share.status: strip._parts()[f"status:{share.status}"].topLeft() for share in strip.shares}
    assert set(edges) == set(STATUS_TONES)
    for status, edge in edges.items():
        assert image.pixelColor(edge) == theme.current().colour(STATUS_TONES[status]), status
