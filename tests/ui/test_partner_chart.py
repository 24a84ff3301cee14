"""Corridors and agreements by partner, in both registers."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mainstreamer.domain.deadlines import deadlines
from mainstreamer.domain.kinds import Agreement
from mainstreamer.domain.plan import Put
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.pictures.marks import Mark
from mainstreamer.ui.pictures.partner_chart import PartnerArea, PartnerChart
from mainstreamer.ui.session import Session
from tests.ui.pictures import LEFT, add, click, double_click, press, show_picture

pytestmark = pytest.mark.usefixtures("speech")


def fill(session: Session) -> None:
    add(
        session,
        "corridor",
        small={"partner": "ITA", "direction": "outgoing", "stock": 100, "flow": 7},
        large={"partner": "DEU", "direction": "outgoing", "stock": 900},
        back={"partner": "DEU", "direction": "incoming", "stock": 50},
    )
    add(
        session,
        "agreement",
        work={
            "title": "Work",
            "type": "labour",
            "status": "in_force",
            "partners": ("ITA",),
            "expires": date(2027, 5, 1),
        },
        talks={"title": "Pensions", "type": "social_security", "status": "negotiation", "partners": ("ITA", "DEU")},
    )


def chart(
    qtbot: QtBot, session: Session, kind: str, width: int = 1100
) -> tuple[RegisterView, PartnerChart, PartnerArea]:
    fill(session)
    view, picture = show_picture(qtbot, session, kind, width)
    found = cast(PartnerChart, picture)
    return view, found, found.area


def agreement(uid: str, country: str) -> Mark:
    return Mark("agreement", uid, f"@{country}")


@pytest.mark.parametrize("kind", ("agreement", "corridor"))
def test_the_largest_partner_comes_first_and_what_is_missing_is_said(qtbot: QtBot, session: Session, kind: str) -> None:
    _view, picture, area = chart(qtbot, session, kind)
    assert [row.partner.country for row in area._layout.rows] == ["DEU", "ITA"]
    assert list(area.marks()) == [
        Mark("corridor", "large"),
        Mark("corridor", "back"),
        agreement("talks", "DEU"),
        Mark("corridor", "small"),
        agreement("work", "ITA"),
        agreement("talks", "ITA"),
    ]
    facts = picture.facts.toolTip()
    assert words().choice("country", "DEU") in facts and words().date(date(2027, 5, 1)) in facts
    places = [area.place_of(mark) for mark in area.marks()]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    said = area.said(Mark("corridor", "large"))
    assert words().choice("direction", "outgoing") in said and words().number(900) in said
    assert words().choice("country", "DEU") in said
    assert words().date(date(2027, 5, 1)) in area.said(agreement("work", "ITA"))
    assert words().choice("agreement_status", "negotiation") in area.said(agreement("talks", "DEU"))


def test_corridors_are_chosen_in_their_register_and_agreements_lead_to_theirs(qtbot: QtBot, session: Session) -> None:
    view, _picture, area = chart(qtbot, session, "corridor")
    click(area, Mark("corridor", "small"))
    assert view.table.selected() == ("small",)
    click(area, agreement("talks", "ITA"))
    assert view.table.selected() == ("small",) and area.current == agreement("talks", "ITA")
    with qtbot.waitSignal(session.place_wanted) as wanted:
        press(area, Qt.Key.Key_Return)
    assert wanted.args == ["agreement", "talks", ""]
    double_click(area, Mark("corridor", "back"))
    assert view.form.isVisible() and view.form.uids == ("back",)


def test_agreements_are_chosen_in_their_register_wherever_they_stand(qtbot: QtBot, session: Session) -> None:
    view, _picture, area = chart(qtbot, session, "agreement")
    click(area, agreement("talks", "ITA"))
    assert view.table.selected() == ("talks",) and area.current == agreement("talks", "ITA")
    view.table.choose(["work"])
    assert area.current == agreement("work", "ITA")
    view.table.choose(["talks"])
    assert area.current == agreement("talks", "DEU")
    double_click(area, agreement("work", "ITA"))
    assert view.form.isVisible() and view.form.uids == ("work",)
    with qtbot.waitSignal(session.place_wanted) as wanted:
        double_click(area, Mark("corridor", "large"))
    assert wanted.args == ["corridor", "large", ""]


def test_arrow_keys_walk_along_and_down(qtbot: QtBot, session: Session) -> None:
    _view, _picture, area = chart(qtbot, session, "corridor")
    press(area, Qt.Key.Key_Home)
    seen = [area.current]
    for _ in area.marks():
        press(area, Qt.Key.Key_Right)
        seen.append(area.current)
    assert list(dict.fromkeys(seen)) == list(area.marks())
    press(area, Qt.Key.Key_Home)
    for uid in ("back", "small"):
        press(area, Qt.Key.Key_Down)
        assert area.current == Mark("corridor", uid)
    press(area, Qt.Key.Key_Right)
    press(area, Qt.Key.Key_Up)
    assert area.current == agreement("talks", "DEU")


def test_filters_choose_partners(qtbot: QtBot, session: Session) -> None:
    view, picture, area = chart(qtbot, session, "corridor")
    view.filter.setText(words().choice("country", "ITA"))
    qtbot.waitUntil(lambda: [row.partner.country for row in area._layout.rows] == ["ITA"])
    assert agreement("work", "ITA") in area.marks()
    view.filter.setText("nowhere to be found")
    qtbot.waitUntil(lambda: not area.marks())
    assert picture.hint.toolTip()


def test_one_partner_without_an_agreement_is_named(qtbot: QtBot, session: Session) -> None:
    _view, picture, area = chart(qtbot, session, "corridor")
    uncovered = [partner for partner in area.partners if area.is_uncovered(partner)]
    for partner in uncovered[1:]:
        add(
            session,
            "agreement",
            **{f"a{partner.country}": {"title": "Return", "status": "in_force", "partners": (partner.country,)}},
        )
    assert picture.facts.text().startswith(t("{name} has no agreement in force.", name=area.partner_name(uncovered[0])))


def test_names_of_columns_get_a_second_line_where_they_need_it(qtbot: QtBot, session: Session) -> None:
    view, _picture, area = chart(qtbot, session, "corridor", 2400)
    wide = area.head_height()
    view.resize(430, view.height())
    qtbot.waitUntil(lambda: area.head_height() > wide)


def test_what_is_put_elsewhere_is_shown_and_undone(qtbot: QtBot, session: Session) -> None:
    _view, picture, area = chart(qtbot, session, "corridor")
    before = picture.facts.toolTip()
    add(session, "agreement", new={"title": "Return", "status": "in_force", "partners": ("DEU",)})
    assert agreement("new", "DEU") in area.marks() and picture.facts.toolTip() != before
    session.undo()
    assert agreement("new", "DEU") not in area.marks() and picture.facts.toolTip() == before


def test_narrow_and_mirrored_agreements_stand_below(qtbot: QtBot, session: Session) -> None:
    fill(session)
    picture = PartnerChart(session, "corridor")
    picture.retranslate()
    picture.show_records(session.plan.corridors)
    qtbot.addWidget(picture)
    picture.resize(520, 480)
    picture.show()
    area = picture.area
    area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, below = area.place_of(Mark("corridor", "back")), area.place_of(agreement("talks", "DEU"))
    assert below.top() > first.bottom()
    for mark in area.marks():
        qtbot.mouseClick(area.viewport(), LEFT, pos=area.centre_of(mark))
        assert area.current == mark
    press(area, Qt.Key.Key_Home)
    for _ in range(2):
        press(area, Qt.Key.Key_Down)
    assert area.current == agreement("talks", "DEU")
    press(area, Qt.Key.Key_Down)
    assert area.current == Mark("corridor", "small")


def test_without_corridors_it_says_what_to_enter_first(qtbot: QtBot, session: Session) -> None:
    add(session, "agreement", only={"title": "Work", "status": "signed", "partner_name": "Inner Sea Community"})
    _view, picture = show_picture(qtbot, session, "agreement")
    found = cast(PartnerChart, picture)
    only_agreements = found.hint.toolTip()
    assert "Inner Sea Community" in found.area.said(found.area.marks()[0])
    add(session, "corridor", way={"partner": "ITA", "stock": 5})
    assert only_agreements and found.hint.toolTip() != only_agreements


def test_a_review_that_was_missed_is_said_as_the_overview_says_it(qtbot: QtBot, session: Session) -> None:
    _view, _picture, area = chart(qtbot, session, "agreement")
    session.today = lambda: date(2027, 2, 1)
    session.put("edit", [Put("agreement", "work", "review_date", date(2026, 12, 1))], None)
    work = session.plan.find("agreement", "work")
    assert isinstance(work, Agreement)
    said = t("Review was due {day}", day=words().date(date(2026, 12, 1)))
    assert area.state_of(work) == ("warning", said)
    assert [one.uid for one in deadlines(session.plan, session.today()) if one.late] == ["work"]
