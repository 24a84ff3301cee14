"""Seats by body and role, and who reports to whom."""

from __future__ import annotations

from mainstreamer.domain.coordination import reporting, seatings
from mainstreamer.domain.kinds import Body, Membership

COUNCIL = Body("council", name="Interministerial Council on Migration", acronym="ICMD")


def test_seats_stand_in_the_order_of_roles_within_their_body() -> None:
    roles = ("observer", "member", "secretary", "", "chair", "deputy_chair", "member")
    seats = [Membership(f"s{place}", body="b", role=role) for place, role in enumerate(roles)]
    found = seatings([*seats, Membership("lost", role="chair")])
    assert [seat.uid for seat in found["b"].leading] == ["s4", "s5", "s2"]
    assert [seat.uid for seat in found["b"].members] == ["s1", "s3", "s6"]
    assert [seat.uid for seat in found["b"].observers] == ["s0"]
    assert len(found["b"]) == 7 and found["b"].has_role("chair") and not found["b"].has_role("co_chair")
    assert [seat.uid for seat in found[""].leading] == ["lost"]


def test_a_body_reports_to_the_one_whose_subgroup_it_is_or_that_its_line_names() -> None:
    named = Body("named", name="Group on Statistics")
    council = Body("council", name=COUNCIL.name, acronym="ICMD", subgroups="Group on statistics; Group on Health")
    by_acronym = Body("acronym", name="Group on Labour", reporting_line="To the ICMD each quarter")
    by_word = Body("word", name="Group on Return", reporting_line="Council, each December")
    elsewhere = Body("elsewhere", name="Group on Youth", reporting_line="Cabinet, once a year")
    found = reporting([named, council, by_acronym, by_word, elsewhere])
    assert found == {"named": "council", "acronym": "council", "word": "council"}


def test_what_may_mean_two_bodies_means_none() -> None:
    other = Body("other", name="Council on Population")
    group = Body("group", name="Group", reporting_line="Council")
    assert reporting([COUNCIL, other, group]) == {}


def test_parts_of_words_and_short_acronyms_are_no_names() -> None:
    short = Body("short", name="Agency", acronym="ON")
    group = Body("group", name="Group", reporting_line="Report on progress to the interagency forum")
    assert reporting([short, group]) == {}
    assert reporting([short, Body("group", name="Group", reporting_line="ON")]) == {"group": "short"}


def test_nobody_reports_to_itself_also_not_by_way_of_others() -> None:
    one = Body("one", name="First committee", reporting_line="Second committee")
    two = Body("two", name="Second committee", reporting_line="First committee")
    own = Body("own", name="Third committee", reporting_line="Third committee")
    assert reporting([one, two, own]) == {"one": "two"}
