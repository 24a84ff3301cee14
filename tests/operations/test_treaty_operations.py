"""Beginning the treaties of the list, and their status."""

from __future__ import annotations

from mainstreamer.domain.choices import TREATIES
from mainstreamer.domain.kinds import EXISTS, Treaty, treaty_uid
from mainstreamer.domain.plan import Plan, Put, creation, values_of
from mainstreamer.operations import treaties

UID = "00000000-0000-4000-8000-000000000007"


def test_the_list_is_entered_without_any_status_and_only_what_is_missing() -> None:
    plan = Plan(UID).with_puts(creation("treaty", "mine", {"treaty": "CAT", "status": "signed"}))
    after = plan.with_puts(treaties.enter_list(plan))
    assert {row.treaty for row in after.treaties} == set(TREATIES) and len(after.treaties) == len(TREATIES)
    assert {row.status for row in after.treaties if row.uid != "mine"} == {""}
    assert after.find("treaty", treaty_uid(UID, "CRC")) is not None
    assert after.find("treaty", treaty_uid(UID, "CAT")) is None
    assert treaties.enter_list(after) == []


def test_two_copies_of_a_plan_begin_the_same_records() -> None:
    one, other = Plan(UID), Plan(UID)
    assert treaties.enter_list(one) == treaties.enter_list(other)


def test_beginning_one_that_is_entered_only_gives_it_the_status() -> None:
    plan = Plan(UID).with_puts(creation("treaty", "mine", {"treaty": "CAT"}))
    assert treaties.begin(plan, "CAT") == ("mine", [])
    assert treaties.begin(plan, "CAT", "ratified") == ("mine", [Put("treaty", "mine", "status", "ratified")])


def test_one_that_was_removed_begins_anew() -> None:
    plan = Plan(UID)
    uid, puts = treaties.begin(plan, "CAT", "ratified")
    plan = plan.with_puts(puts).with_puts([Put("treaty", uid, "reservation", "Article 3")])
    plan = plan.with_puts([Put("treaty", uid, EXISTS, False)])
    plan = plan.with_puts(treaties.begin(plan, "CAT")[1])
    found = plan.find("treaty", uid)
    assert isinstance(found, Treaty) and values_of(found) == {"treaty": "CAT"}


def test_a_status_is_given_only_where_it_differs() -> None:
    plan = Plan(UID)
    for code in ("CAT", "CRC"):
        plan = plan.with_puts(treaties.begin(plan, code, "signed" if code == "CAT" else "")[1])
    uids = [treaty_uid(UID, code) for code in ("CAT", "CRC", "CEDAW")]
    assert treaties.set_status(plan, uids, "signed") == [Put("treaty", uids[1], "status", "signed")]
    assert treaties.set_status(plan, uids, "") == [Put("treaty", uids[0], "status", "")]
