"""The status table of treaties, worked by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mainstreamer.domain.choices import RATIFIED_UNSIGNED, TREATIES
from mainstreamer.domain.kinds import treaty_uid
from mainstreamer.storage.document import Document
from mainstreamer.ui import theme
from mainstreamer.ui.application import Application
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pages.step_page import StepPage
from mainstreamer.ui.pictures.marks import Mark
from mainstreamer.ui.pictures.treaty_painting import bar_of
from mainstreamer.ui.pictures.treaty_table import LISTED, TreatyArea, TreatyTable
from mainstreamer.ui.session import Session
from tests.ui.conftest import TODAY
from tests.ui.pictures import LEFT, add, click, double_click, press, show_picture

pytestmark = pytest.mark.usefixtures("speech")


def table(qtbot: QtBot, session: Session, width: int = 1100) -> tuple[RegisterView, TreatyTable, TreatyArea]:
    add(
        session,
        "treaty",
        cat={
            "treaty": "CAT",
            "status": "ratified",
            "ratified_on": date(1995, 12, 28),
            "reservation": "Article 30",
            "law_aligned": "partly",
            "report_due": date(2026, 11, 1),
        },
        crc={"treaty": "CRC", "report_due": date(2027, 1, 5)},
        own={"treaty": "other", "name": "Regional charter", "status": "ratified"},
    )
    view, picture = show_picture(qtbot, session, "treaty", width)
    found = cast(TreatyTable, picture)
    return view, found, found.area


def not_entered(session: Session, code: str) -> Mark:
    return Mark(LISTED, treaty_uid(session.plan.uid, code))


def press_status(area: TreatyArea, mark: Mark, status: str) -> None:
    QTest.mouseClick(area.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, area.centre_of_status(mark, status))


def status_of(session: Session, uid: str) -> str:
    return str(session.plan.value("treaty", uid, "status"))


def test_the_whole_list_is_shown_and_what_each_row_says(qtbot: QtBot, session: Session) -> None:
    _view, picture, area = table(qtbot, session)
    assert len(area.marks()) == len(TREATIES) + 1
    groups = [group.code for group in area.layout_.groups]
    assert (groups[0], groups[-1], len(groups)) == ("human_rights", "other", 8)
    said = area.said(Mark("treaty", "cat"))
    speech = words()
    for part in (
        speech.choice("treaty", "CAT"),
        speech.choice("treaty_status", "ratified"),
        speech.date(date(1995, 12, 28)),
        "Article 30",
        speech.choice("law_alignment", "partly"),
        t("overdue since {day}", day=speech.date(date(2026, 11, 1))),
    ):
        assert part in said
    assert t("not looked up") in area.said(Mark("treaty", "crc"))
    missing = not_entered(session, "ICRMW")
    assert t("not looked up") in area.said(missing) and area.state_of(missing)[1] == t("not looked up")
    assert "Regional charter" in area.said(Mark("treaty", "own"))
    facts = picture.facts.toolTip()
    assert t("Ratified: {n} of {of}", n="1", of="36") in facts
    assert n("{n} report overdue", "{n} reports overdue", 1) in facts
    lines = picture.facts.text().split(" ")  # where a line can end
    assert [line.strip("\u00a0·").replace("\u00a0", " ") for line in lines] == facts.split(" · ")
    assert session.today() == TODAY


def test_columns_without_room_are_told_of(qtbot: QtBot, session: Session) -> None:
    view, picture, area = table(qtbot, session, 1400)
    view.form_button.setChecked(False)
    qtbot.waitUntil(lambda: not area.layout_.left_out)
    assert not picture.left_out.isVisible()
    for left_out in (1, 2, 3, 0):
        qtbot.waitUntil(lambda left_out=left_out: narrowed(view, area, left_out))
        assert picture.left_out.isVisible() == bool(left_out)
        told = [t("Reservation"), t("Law aligned"), t("Report due")][:left_out]
        said = t("No room here for: {columns}. The table and the form show it.", columns=", ".join(told))
        assert not left_out or picture.left_out.text() == said
    view.retranslate()
    assert not picture.left_out.isVisible()


def narrowed(view: RegisterView, area: TreatyArea, left_out: int) -> bool:
    """Make the view narrower, or wider, by a step until so many columns have no room."""
    now = len(area.layout_.left_out)
    if now != left_out:
        view.resize(view.width() + (20 if now > left_out else -20), view.height())
    return len(area.layout_.left_out) == left_out


def test_bars_of_all_groups_stand_below_each_other(qtbot: QtBot, session: Session) -> None:
    _view, _picture, area = table(qtbot, session)
    layout = area.layout_
    image = area.viewport().grab().toImage()
    heads = [QRect(0, line.top, area.viewport().width(), layout.line) for line in layout.lines if line.row is None]
    bars = [bar_of(area, head) for head in heads if head.bottom() < area.viewport().height()]
    assert len(bars) > 2 and len({(bar.left(), bar.width()) for bar in bars}) == 1
    ground = theme.current().colour("ground").lightness()
    for bar in bars:
        across = range(bar.left() - 4, bar.left() + 4)
        dark = [x for x in across if image.pixelColor(x, bar.center().y()).lightness() < ground - 8]
        assert dark and bar.left() <= dark[0] <= bar.left() + 1


def test_a_click_on_a_circle_gives_the_status_and_undo_takes_it_back(qtbot: QtBot, session: Session) -> None:
    view, _picture, area = table(qtbot, session)
    press_status(area, Mark("treaty", "crc"), "signed")
    assert status_of(session, "crc") == "signed"
    assert view.table.selected() == ("crc",)
    press_status(area, Mark("treaty", "crc"), "ratified")
    assert status_of(session, "crc") == "ratified"
    assert t("no date") in area.said(Mark("treaty", "crc"))
    session.undo()
    assert status_of(session, "crc") != "ratified"


def test_a_click_begins_one_not_entered_in_one_step(qtbot: QtBot, session: Session) -> None:
    view, _picture, area = table(qtbot, session)
    uid = treaty_uid(session.plan.uid, "CEDAW")
    click(area, not_entered(session, "CEDAW"))
    assert session.plan.find("treaty", uid) is not None and status_of(session, uid) == ""
    assert view.table.selected() == (uid,) and area.current == Mark("treaty", uid)
    session.undo()
    assert session.plan.find("treaty", uid) is None
    assert not_entered(session, "CEDAW") in area.marks()
    press_status(area, not_entered(session, "CEDAW"), "ratified")
    assert status_of(session, uid) == "ratified"
    session.undo()
    assert session.plan.find("treaty", uid) is None


def test_keys_walk_begin_and_give_the_status(qtbot: QtBot, session: Session) -> None:
    view, _picture, area = table(qtbot, session)
    click(area, Mark("treaty", "cat"))
    for key, status in (
        (Qt.Key.Key_1, "none"),
        (Qt.Key.Key_2, "signed"),
        (Qt.Key.Key_0, ""),
        (Qt.Key.Key_3, "ratified"),
    ):
        press(area, key)
        assert status_of(session, "cat") == status
    press(area, Qt.Key.Key_Up)
    uid = treaty_uid(session.plan.uid, "CEDAW")
    assert area.current == Mark(LISTED, uid)
    press(area, Qt.Key.Key_Return)
    assert session.plan.find("treaty", uid) is not None
    qtbot.waitUntil(lambda: view.form.isVisible() and view.form.uids == (uid,))


def test_enter_and_a_double_click_open_the_record(qtbot: QtBot, session: Session) -> None:
    view, _picture, area = table(qtbot, session)
    double_click(area, Mark("treaty", "own"))
    assert view.form.isVisible() and view.form.uids == ("own",)


def test_conventions_of_the_ilo_are_not_signed(qtbot: QtBot, session: Session) -> None:
    _view, _picture, area = table(qtbot, session)
    mark = not_entered(session, "C97")
    area.reveal(mark)
    area.choose(mark)
    press(area, Qt.Key.Key_2)
    assert session.plan.find("treaty", mark.uid) is None and "C97" in RATIFIED_UNSIGNED
    press(area, Qt.Key.Key_3)
    assert status_of(session, mark.uid) == "ratified"


def test_one_status_for_all_chosen(qtbot: QtBot, session: Session) -> None:
    view, _picture, area = table(qtbot, session)
    view.table.choose(("cat", "crc"))
    area.current = Mark("treaty", "cat")
    press(area, Qt.Key.Key_2)
    assert [status_of(session, uid) for uid in ("cat", "crc", "own")] == ["signed", "signed", "ratified"]


def test_the_button_enters_the_rest_in_one_step(qtbot: QtBot, session: Session) -> None:
    view, picture, area = table(qtbot, session)
    assert picture.list_button.isVisible()
    qtbot.mouseClick(picture.list_button, LEFT)
    assert len(session.plan.treaties) == len(TREATIES) + 1
    assert not picture.list_button.isVisible()
    assert not any(mark.kind == LISTED for mark in area.marks())
    session.undo()
    assert len(session.plan.treaties) == 3 and picture.list_button.isVisible()
    assert view.model.rowCount() == 3


def test_an_empty_register_offers_the_list(
    register: Callable[..., RegisterView], qtbot: QtBot, session: Session
) -> None:
    view = register("treaty")
    qtbot.mouseClick(view.empty.list, LEFT)
    assert {row.treaty for row in session.plan.treaties} == set(TREATIES)
    assert {row.status for row in session.plan.treaties} == {""}
    assert view.views.shown == "status"
    session.undo()
    assert session.plan.treaties == ()
    assert not register("agreement").empty.list.isVisible()


def test_a_filter_narrows_the_table_to_its_rows(qtbot: QtBot, session: Session) -> None:
    view, picture, area = table(qtbot, session)
    view.filter.setText(words().choice("treaty", "other"))
    qtbot.waitUntil(lambda: list(area.marks()) == [Mark("treaty", "own")])
    assert not picture.list_button.isVisible()
    view.filter.setText("nothing is called so")
    qtbot.waitUntil(lambda: not area.marks())
    assert picture.hint.toolTip() == t("Nothing passes the filters.")


def test_narrow_tables_leave_columns_out_but_not_their_words(qtbot: QtBot, session: Session) -> None:
    _view, _picture, area = table(qtbot, session, width=620)
    assert "reservation" not in area.layout_.columns and "ratified" in area.layout_.columns
    assert "Article 30" in area.said(Mark("treaty", "cat"))


def test_mirrored_circles_are_where_they_are_clicked(qtbot: QtBot, session: Session) -> None:
    _view, picture, area = table(qtbot, session)
    picture.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(area.isRightToLeft)
    press_status(area, Mark("treaty", "crc"), "none")
    assert status_of(session, "crc") == "none"


def test_a_plan_that_cannot_be_written_is_only_looked_at(qtbot: QtBot, session: Session) -> None:
    path = session.document.path
    add(session, "treaty", cat={"treaty": "CAT"})
    session.close()
    closed = Session(Document.open(path, writable=False), session.settings, session.today)
    view, picture = show_picture(qtbot, closed, "treaty")
    area = cast(TreatyTable, picture).area
    press_status(area, Mark("treaty", "cat"), "ratified")
    press_status(area, not_entered(closed, "CRC"), "ratified")
    assert status_of(closed, "cat") == "" and len(closed.plan.treaties) == 1
    assert not cast(TreatyTable, picture).list_button.isEnabled() and view.isVisible()
    closed.close()


def test_the_item_leads_to_the_table(program: Application, qtbot: QtBot) -> None:
    assert program.workspace is not None and program.session is not None
    program.workspace.show_page("6")
    page = program.workspace.current_page
    assert isinstance(page, StepPage)
    page.checklist.open_item("6R1", "score")
    answer = page.checklist.cards["6R1"].answer
    assert answer is not None
    add(program.session, "treaty", cat={"treaty": "CAT"})
    qtbot.waitUntil(lambda: answer.picture_button.height() > 10)
    qtbot.mouseClick(answer.picture_button, LEFT)
    assert page.tab == "treaty"
    view = page._made["treaty"]
    assert isinstance(view, RegisterView) and view.views.shown == "status"
    other = page.checklist.cards["6R2"]
    other.set_open(True)
    assert other.answer is not None and other.answer.picture_button.isHidden()
