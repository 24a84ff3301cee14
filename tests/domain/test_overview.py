"""The plan at a glance: shares that claim nothing, what comes next, what holds adoption back and whose it is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.overview import Hindrances, action_of, hindrances, is_fresh, overview, stand
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.domain.readiness import findings
from mainstreamer.domain.readiness.finding import Finding, found
from mainstreamer.domain.readiness.responsible import NOBODY, responsible_for
from mainstreamer.knowledge import checklist

CHECKLIST = checklist("en")
TODAY = date(2027, 8, 16)


def empty() -> Plan:
    plan = Plan(new_uid())
    return plan.with_puts(creation("plan", plan.uid, {"start_year": 2027, "end_year": 2031, "fiscal_start": 1}))


def with_record(plan: Plan, kind: str, **values: object) -> tuple[Plan, str]:
    uid = str(values.pop("uid", new_uid()))
    return plan.with_puts(creation(kind, uid, values)), uid


def answered(plan: Plan, scores: dict[str, str]) -> Plan:
    for code, score in scores.items():
        plan = plan.with_puts(creation("answer", plan.answer_uid(code), {"item": code, "score": score}))
    return plan


def codes_of(step: int) -> list[str]:
    return [item.code for item in CHECKLIST.of_step(step, ())]


def test_what_is_only_claimed_is_not_proven() -> None:
    codes = codes_of(2)
    plan = answered(empty(), dict.fromkeys(codes, "yes"))
    found = stand(plan, CHECKLIST, 2)
    assert (found.answered, found.proven, found.claimed) == (1.0, 0.0, 1.0)
    plan, _ = with_record(plan, "evidence", title="Decree", items=(codes[0],))
    found = stand(plan, CHECKLIST, 2)
    assert found.proven == pytest.approx(1 / len(codes))
    assert found.claimed == pytest.approx(1 - 1 / len(codes))


def test_shares_are_of_all_items_so_that_one_good_answer_is_no_full_bar() -> None:
    codes = codes_of(3)
    plan = answered(empty(), {codes[0]: "partly"})
    found = stand(plan, CHECKLIST, 3)
    assert found.answered == pytest.approx(1 / len(codes))
    assert found.proven == pytest.approx(0.5 / len(codes))
    assert found.progress.score == 5


def test_items_that_do_not_apply_leave_the_count() -> None:
    codes = codes_of(3)
    found = stand(answered(empty(), dict.fromkeys(codes, "na")), CHECKLIST, 3)
    assert (found.answered, found.proven, found.progress.of) == (1.0, 0.0, 0)


def test_the_next_open_step_and_the_sums() -> None:
    plan = answered(empty(), {code: "no" for step in (1, 2) for code in codes_of(step)})
    plan, _ = with_record(plan, "action", title="A", cost=Decimal(9), secured_state=Decimal(4), status="on_track")
    found = overview(plan, CHECKLIST, TODAY)
    assert found.next_open is not None and found.next_open.step == 3
    essential = [item for item in CHECKLIST.items if item.essential and item.sector in ("", *plan.sectors)]
    assert found.essential == len(essential)
    assert found.essential_open == sum(item.step > 2 for item in essential)
    assert (found.money.cost, found.money.gap, found.statuses) == (Decimal(9), Decimal(5), {"on_track": 1})


def test_all_answered_leaves_nothing_open() -> None:
    plan = answered(empty(), {item.code: "yes" for item in CHECKLIST.items})
    found = overview(plan, CHECKLIST, TODAY)
    assert found.next_open is None and found.essential_open == 0
    assert found.claimed > 0


def test_a_plan_is_fresh_until_something_is_answered_or_planned() -> None:
    assert is_fresh(empty())
    assert is_fresh(with_record(empty(), "institution", name="Ministry")[0])
    assert not is_fresh(with_record(empty(), "action", title="A")[0])
    assert not is_fresh(answered(empty(), {"1.1": "no"}))
    assert is_fresh(answered(empty(), {"1.1": ""}))


# -- whose a finding is ------------------------------------------------------------------------------------------------


def test_whose_a_finding_is() -> None:
    plan = empty()
    uids = {}
    for name in ("first", "second", "third", "process"):
        plan, uids[name] = with_record(plan, "institution", name=name)
    plan, body = with_record(plan, "body", name="B", chair=uids["first"], secretariat=uids["second"])
    plan, quiet = with_record(plan, "body", name="Q", secretariat=uids["second"])
    plan, seat = with_record(plan, "membership", body=quiet, institution=uids["third"])
    plan, action = with_record(plan, "action", title="A", leads=(uids["first"], uids["second"]))
    plan, row = with_record(plan, "action_indicator", action=action, name="I", institution=uids["third"])
    plan, issue = with_record(plan, "sector_issue", title="S", lead=uids["third"])
    plan, treaty = with_record(plan, "agreement", title="G", lead=uids["third"])
    plan, way = with_record(plan, "corridor", partner="ITA", institution=uids["second"])
    plan, seen = with_record(plan, "observation", name="O", institution=uids["second"])
    plan, paper = with_record(plan, "evidence", title="E", issuer=uids["third"])
    plan = answered(plan, {"1.1": "no", "1.2": "no"}).with_puts(
        creation("answer", plan.answer_uid("1.1"), {"responsible": uids["third"]})
    )
    expected = {
        ("action", action): "first",
        ("action_indicator", row): "first",
        ("body", body): "first",
        ("body", quiet): "second",
        ("membership", seat): "second",
        ("sector_issue", issue): "third",
        ("agreement", treaty): "third",
        ("corridor", way): "second",
        ("observation", seen): "second",
        ("answer", plan.answer_uid("1.1")): "third",
        ("answer", plan.answer_uid("1.2")): "process",
        ("answer", plan.answer_uid("1.3")): "process",
        ("evidence", paper): "process",
        ("institution", uids["first"]): "process",
        ("plan", plan.uid): "process",
        ("action", ""): "process",
    }

    def finding(kind: str, uid: str, field: str = "") -> Finding:
        return Finding("field_missing", "blocks", kind, uid, field, 0)

    for place in expected:
        assert expected[place] == "process" or responsible_for(plan, finding(*place)) == uids[expected[place]]
        if expected[place] == "process":
            assert responsible_for(plan, finding(*place)) == NOBODY
    plan = plan.with_puts(creation("plan", plan.uid, {"lead": uids["process"]}))
    for place, name in expected.items():
        assert responsible_for(plan, finding(*place)) == uids[name], place
    assert responsible_for(plan, finding("institution", uids["first"], "contact_post")) == uids["first"]


def test_an_institution_that_was_removed_answers_for_nothing() -> None:
    plan, gone = with_record(empty(), "institution", name="Gone")
    plan, second = with_record(plan, "institution", name="Second")
    plan, action = with_record(plan, "action", title="A", leads=(gone, second))
    removed = plan.with_puts([creation("institution", gone, {})[0]._replace(value=False)])
    one = found("action_without_cost", "action", action, "cost")
    assert responsible_for(plan, one) == gone
    assert responsible_for(removed, one) == second


# -- what blocks -------------------------------------------------------------------------------------------------------


def test_hindrances_count_by_kind_and_by_whose() -> None:
    plan, labour = with_record(empty(), "institution", name="Labour")
    plan, health = with_record(plan, "institution", name="Health")
    for lead in (labour, labour, health):
        plan, _ = with_record(plan, "action", title="A", code=new_uid(), leads=(lead,))
    plan, cancelled = with_record(plan, "action", title="C", code="C", status="cancelled")
    all_found = findings(plan, CHECKLIST, TODAY)
    seen = hindrances(plan, all_found)
    costless = next(one for one in seen.faults if one.code == "action_without_cost")
    assert (costless.count, costless.institutions) == (3, ((labour, 2), (health, 1)))
    assert [one.count for one in seen.faults] == sorted((one.count for one in seen.faults), reverse=True)
    assert seen.count == sum(one.severity == "blocks" for one in all_found)
    assert (seen.actions, seen.actions_ready, seen.cancelled) == (3, 0, 1)
    assert not any(one.uid == cancelled for one in all_found if one.severity == "blocks")


def test_an_action_is_ready_when_nothing_of_it_or_its_indicators_blocks() -> None:
    plan, first = with_record(empty(), "action", title="A")
    plan, second = with_record(plan, "action", title="B")
    plan, row = with_record(plan, "action_indicator", action=second, name="I")
    improves = found("action_high_priority_without_risk", "action", first, "risk")
    blocks = found("indicator_without_baseline", "action_indicator", row, "baseline")
    assert action_of(plan, blocks) == second
    seen = hindrances(plan, [improves, blocks])
    assert (seen.actions, seen.actions_ready, seen.count) == (2, 1, 1)
    assert hindrances(plan, []) == Hindrances((), 2, 2)
