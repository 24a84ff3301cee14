"""Corridors and agreements by partner."""

from __future__ import annotations

from datetime import date

from mainstreamer.domain.cooperation import in_force, missed_review, next_to_expire, partners, term_is_over
from mainstreamer.domain.kinds import Agreement, Corridor

TODAY = date(2026, 11, 2)


def test_partners_stand_by_size_and_hold_what_concerns_them() -> None:
    corridors = [
        Corridor("small", partner="ITA", stock=10, flow=5),
        Corridor("out", partner="DEU", direction="outgoing", stock=700),
        Corridor("in", partner="DEU", direction="incoming", stock=300, agreements=("linked",)),
        Corridor("unknown", partner="FRA"),
    ]
    agreements = [
        Agreement("wide", partners=("ITA", "DEU"), status="in_force"),
        Agreement("linked", partner_name="The Federal Republic"),
        Agreement("named", partner_name="Inner Sea Community"),
        Agreement("blank"),
    ]
    found = partners(corridors, agreements)
    assert [(one.country, one.name) for one in found[:3]] == [("DEU", ""), ("ITA", ""), ("FRA", "")]
    assert found[0].size == (1000, 0)
    assert [way.uid for way in found[0].corridors] == ["out", "in"]
    assert [one.uid for one in found[0].agreements] == ["wide", "linked"]
    assert [one.uid for one in found[1].agreements] == ["wide"]
    assert [(one.name, [row.uid for row in one.agreements]) for one in found[3:]] == [
        ("Inner Sea Community", ["named"]),
        ("", ["blank"]),
    ]


def test_a_partner_is_uncovered_when_people_move_and_nothing_is_in_force() -> None:
    way = Corridor("way", partner="ITA", stock=10)
    past = Agreement("past", partners=("ITA",), status="in_force", expires=date(2026, 11, 1))
    for agreements, uncovered in (
        ([], True),
        ([Agreement("a", partners=("ITA",), status="signed")], True),
        ([past], True),
        ([past, Agreement("a", partners=("ITA",), status="in_force")], False),
    ):
        assert partners([way], agreements)[0].is_uncovered(TODAY) is uncovered
    assert not partners([], [past])[0].is_uncovered(TODAY)


def test_what_ends_next() -> None:
    rows = [
        Agreement("past", status="in_force", expires=date(2026, 11, 1)),
        Agreement("later", status="in_force", expires=date(2030, 1, 1)),
        Agreement("today", status="in_force", expires=TODAY),
        Agreement("signed", status="signed", expires=date(2026, 12, 1)),
        Agreement("open", status="in_force"),
    ]
    assert [term_is_over(row, TODAY) for row in rows] == [True, False, False, False, False]
    assert [in_force(row, TODAY) for row in rows] == [False, True, True, False, True]
    following = next_to_expire(rows, TODAY)
    assert following is not None and following.uid == "today"
    assert next_to_expire(rows[:1], TODAY) is None


def test_a_review_is_missed_until_the_committee_met() -> None:
    past, ahead = date(2026, 10, 1), date(2027, 10, 1)
    rows = [
        Agreement("missed", status="in_force", review_date=past),
        Agreement("met before", status="in_force", review_date=past, last_meeting=date(2026, 9, 30)),
        Agreement("met since", status="in_force", review_date=past, last_meeting=past),
        Agreement("ahead", status="in_force", review_date=ahead),
        Agreement("ended", status="terminated", review_date=past),
    ]
    assert [missed_review(row, TODAY) for row in rows] == [past, past, None, None, None]
