"""The plan as a value: puts, removed records, look-ups, the order of codes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from complete_plan import COMPLETE, PLAN_UID, answer, put, remove
from hypothesis import given, settings
from hypothesis import strategies as st

from mainstreamer.domain.choices import CORE_SECTORS
from mainstreamer.domain.kinds import EXISTS, KINDS, Institution, answer_uid, new_uid
from mainstreamer.domain.plan import Plan, Put, code_order, creation, kind_of, values_of

STEADY = settings(derandomize=True, deadline=None)
EMPTY = Plan(PLAN_UID)
fields = st.one_of(
    st.tuples(st.just("name"), st.sampled_from(["Bank", "Office", ""])),
    st.tuples(st.just("interest"), st.sampled_from([None, 1, 5])),
    st.tuples(st.just(EXISTS), st.booleans()),
)
some_puts = st.lists(
    st.tuples(st.sampled_from(["a", "b"]), fields).map(lambda one: Put("institution", one[0], *one[1])), max_size=12
)


def test_puts_make_a_new_plan_and_leave_the_old_one() -> None:
    plan = EMPTY.with_puts(creation("institution", "a", {"name": "Bank"}))
    changed = plan.with_puts([Put("institution", "a", "name", "Central bank")])
    assert EMPTY.institutions == ()
    assert [one.name for one in plan.institutions] == ["Bank"]
    assert [one.name for one in changed.institutions] == ["Central bank"]
    assert plan.with_puts([]) == plan


@STEADY
@given(some_puts)
def test_puts_together_are_puts_one_after_another(puts: list[Put]) -> None:
    one_by_one = EMPTY
    for one in puts:
        one_by_one = one_by_one.with_puts([one])
    together = EMPTY.with_puts(puts)
    assert together.institutions == one_by_one.institutions
    for uid in ("a", "b"):
        for field in ("name", "interest", EXISTS):
            last = [one.value for one in puts if (one.uid, one.field) == (uid, field)]
            blank: Any = {"name": "", "interest": None, EXISTS: False}[field]
            assert together.value("institution", uid, field) == (last[-1] if last else blank)


def test_removed_records_keep_their_values_and_come_back() -> None:
    plan = EMPTY.with_puts(creation("institution", "a", {"name": "Bank"}))
    away = plan.with_puts(remove("institution", "a"))
    assert away.institutions == () and away.find("institution", "a") is None
    assert away.value("institution", "a", "name") == "Bank"
    assert away.value("institution", "a", EXISTS) is False
    assert away.name_of("institution", "a") == ""
    edited = away.with_puts([Put("institution", "a", "acronym", "CB")])
    assert edited.institutions == ()
    back = edited.with_puts([Put("institution", "a", EXISTS, True)])
    assert back.institutions == (Institution("a", name="Bank", acronym="CB"),)


def test_a_put_into_a_record_never_made_keeps_it_in_the_dark() -> None:
    plan = EMPTY.with_puts([Put("institution", "a", "name", "Bank")])
    assert plan.institutions == () and plan.value("institution", "a", "name") == "Bank"
    assert plan.with_puts([Put("institution", "a", EXISTS, True)]).institutions == (Institution("a", name="Bank"),)


def test_records_stay_in_the_order_in_which_they_were_made() -> None:
    plan = EMPTY
    for uid in "cab":
        plan = plan.with_puts(creation("institution", uid, {"name": uid}))
    plan = plan.with_puts(remove("institution", "a")).with_puts([Put("institution", "a", EXISTS, True)])
    assert [one.uid for one in plan.institutions] == ["c", "a", "b"]


@pytest.mark.parametrize("kind", KINDS)
def test_values_of_a_record_make_it_again(kind: str) -> None:
    record = KINDS[kind].new("u")
    assert kind_of(record) == kind and values_of(record) == {}
    for original in COMPLETE.all(kind):
        puts = creation(kind, original.uid, values_of(original))
        assert Plan(PLAN_UID).with_puts(puts).all(kind) == (original,)


def test_no_and_zero_are_not_blank() -> None:
    action = KINDS["action"].new("a", quick_win=False, cost=Decimal(0), progress=0)
    assert values_of(action) == {"quick_win": False, "cost": Decimal(0), "progress": 0}


def test_frame_is_blank_until_it_is_filled() -> None:
    assert EMPTY.frame == KINDS["plan"].new(PLAN_UID)
    assert COMPLETE.frame.country == "MDA"
    assert EMPTY.sectors == CORE_SECTORS
    assert COMPLETE.with_puts(put("plan", PLAN_UID, optional_sectors=("trade",))).sectors == (*CORE_SECTORS, "trade")


def test_answers_meet_in_one_uid() -> None:
    assert COMPLETE.answer_uid("1.1") == answer_uid(PLAN_UID, "1.1") != COMPLETE.answer_uid("1.2")
    assert answer_uid(new_uid(), "1.1") != answer_uid(PLAN_UID, "1.1")
    plan = COMPLETE.with_puts(answer("1.1", score="no"))
    assert plan.answers["1.1"].score == "no" and len(plan.answers) == len(COMPLETE.answers)


def test_look_ups_leave_removed_records_out() -> None:
    assert [one.uid for one in COMPLETE.evidence_of_items["1.1"]] == ["evidence"]
    assert [one.uid for one in COMPLETE.actions_of_items["1.2"]] == ["action"]
    assert [one.uid for one in COMPLETE.action_indicators["action"]] == ["indicator"]
    plan = COMPLETE.with_puts(
        remove("evidence", "evidence") + remove("action", "action") + remove("action_indicator", "indicator")
    )
    assert (plan.evidence_of_items, plan.actions_of_items, plan.action_indicators) == ({}, {}, {})


def test_every_kind_has_its_typed_rows() -> None:
    later = {"treaty": "treaties", "item_action": "item_actions", "item_text": "item_texts"}
    plan = COMPLETE
    for kind, name in later.items():
        plan = plan.with_puts(creation(kind, kind, {}))
        assert [one.uid for one in getattr(plan, name)] == [kind]
    plan = plan.with_puts(creation("item_setting", "setting", {"item": "1.1", "off": True}))
    assert plan.item_settings["1.1"].off is True
    rows = (
        COMPLETE.institutions, COMPLETE.bodies, COMPLETE.memberships, COMPLETE.consultations, COMPLETE.evidence,
        COMPLETE.population_tables, COMPLETE.observations, COMPLETE.sector_issues, COMPLETE.agreements,
        COMPLETE.corridors, COMPLETE.objectives, COMPLETE.actions, COMPLETE.custom_items, COMPLETE.baselines,
    )  # fmt: skip
    named = {kind_of(one) for some in rows for one in some}
    assert named | {"plan", "answer", "action_indicator", "custom_item", "baseline", "item_setting", *later} == set(
        KINDS
    )


def test_names() -> None:
    plan = EMPTY.with_puts(creation("institution", "a", {"name": "Bank", "acronym": "CB"}))
    plan = plan.with_puts(creation("institution", "b", {"name": "Office"}))
    assert plan.name_of("institution", "a") == "Bank"
    assert plan.name_of("institution", "a", short=True) == "CB"
    assert plan.name_of("institution", "b", short=True) == "Office"
    assert plan.name_of("institution", "gone") == ""


@pytest.mark.parametrize(
    "codes",
    [
        ["A-2", "A-10", "B-1", ""],
        ["1.2", "1.10", "2.1", "10.1"],
        ["A-02.03-1", "A-02.03-2", "A-02.03-10", "A-06F.01-1"],
        ["6F1", "6F2", "6F10", "6H1"],
        ["A", "A-1", ""],
    ],
)
def test_codes_in_the_order_of_people(codes: list[str]) -> None:
    mixed = codes[1::2] + codes[::2]
    assert sorted(mixed, key=code_order) == codes


@STEADY
@given(st.lists(st.text(max_size=12) | st.text("0123456789", min_size=4500, max_size=5000), max_size=4))
def test_any_codes_can_be_put_in_order(codes: list[str]) -> None:
    ordered = sorted(codes, key=code_order)
    keys = [code_order(code) for code in ordered]
    assert keys == sorted(code_order(code) for code in codes[::-1])
    assert all(code for code in ordered[: len(codes) - codes.count("")])
