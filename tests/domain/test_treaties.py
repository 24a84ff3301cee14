"""The status table of treaties, its findings, its place among deadlines, and the indicator made from it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mainstreamer.domain.choices import RATIFIED_UNSIGNED, TREATIES, TREATY_GROUPS
from mainstreamer.domain.deadlines import deadlines
from mainstreamer.domain.indicators import IndicatorValue, indicator_values
from mainstreamer.domain.kinds import treaty_uid
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.domain.treaties import Tally, is_overdue, is_reported, missing, of_list, tally
from mainstreamer.language import SHIPPED, language
from mainstreamer.language.findings import record_name

UID = "00000000-0000-4000-8000-000000000007"
TODAY = date(2027, 8, 16)


def plan_of(**rows: dict[str, Any]) -> Plan:
    plan = Plan(UID)
    for uid, values in rows.items():
        plan = plan.with_puts(creation("treaty", uid, values))
    return plan


def r1r(plan: Plan, today: date | None = TODAY) -> dict[str, IndicatorValue]:
    return {value.variant: value for value in indicator_values(plan, today=today) if value.code == "R1r"}


def test_the_list_is_whole_and_in_groups() -> None:
    assert len(TREATIES) == len(set(TREATIES)) == 36
    assert set(TREATY_GROUPS) == {
        "human_rights", "refugees", "palermo", "ilo_migrants", "ilo_fundamental", "ilo_other", "consular"
    }  # fmt: skip
    assert len(RATIFIED_UNSIGNED) == 20 and "ICRMW" not in RATIFIED_UNSIGNED
    for code in SHIPPED:
        named = language(code).section("choice")
        assert {*TREATY_GROUPS, "other"} == set(named["treaty_group"])
        assert {*TREATIES, "other"} == set(named["treaty"])


def test_one_entered_twice_counts_once_by_the_uid_that_all_copies_share() -> None:
    own = treaty_uid(UID, "CAT")
    plan = plan_of(x={"treaty": "CAT", "status": "signed"}, **{own: {"treaty": "CAT", "status": "ratified"}})
    assert of_list(plan)["CAT"].uid == own
    assert "CAT" not in missing(plan) and len(missing(plan)) == 35
    assert r1r(plan)["ratified"].value == 1


def test_ratified_counts_the_list_and_says_nothing_before_anything_is_looked_up() -> None:
    assert r1r(plan_of(a={"treaty": "CAT"}))["ratified"].reason == "not_entered"
    plan = plan_of(
        a={"treaty": "CAT", "status": "none"},
        b={"treaty": "CRC", "status": "ratified"},
        c={"treaty": "other", "name": "Regional charter", "status": "ratified"},
    )
    assert r1r(plan)["ratified"].value == Decimal(1)
    assert r1r(plan_of(a={"treaty": "CAT", "status": "none"}))["ratified"].value == 0


def test_overdue_reports() -> None:
    plan = plan_of(
        a={"treaty": "CAT", "report_due": date(2027, 8, 15)},
        b={"treaty": "CRC", "report_due": date(2027, 8, 16)},
        c={"treaty": "CEDAW", "report_due": date(2026, 1, 1), "last_report": date(2026, 3, 1)},
        d={"treaty": "ICCPR", "report_due": date(2026, 1, 1), "last_report": date(2024, 12, 31)},
        e={"treaty": "CERD", "report_due": date(2026, 1, 1), "last_report": date(2025, 3, 1)},
        f={"treaty": "CRPD", "report_due": date(2027, 9, 1), "last_report": date(2027, 8, 10)},
    )
    assert [row.treaty for row in plan.treaties if is_overdue(row, TODAY)] == ["CAT", "ICCPR"]
    assert r1r(plan)["reports_overdue"].value == 2
    assert "reports_overdue" not in r1r(plan, None)
    assert r1r(plan_of(a={"treaty": "CAT"}))["reports_overdue"].reason == "not_entered"
    due = [(one.uid, one.late) for one in deadlines(plan, TODAY)]
    assert due == [("d", True), ("a", True), ("b", False)]


def test_a_tally_counts_what_was_not_entered_as_unknown() -> None:
    listed = of_list(plan_of(a={"treaty": "CAT", "status": "signed"}, b={"treaty": "CRC"}))
    assert tally([listed.get(code) for code in TREATIES], TODAY) == Tally(36, 0, 1, 0, 35, 0)


@pytest.mark.parametrize("code", SHIPPED)
def test_a_treaty_is_called_by_its_words_not_by_its_code(code: str) -> None:
    plan = plan_of(a={"treaty": "REFUGEES_1951"}, b={"treaty": "other", "name": "Charter"}, c={"treaty": "other"})
    speech = language(code)
    names = [record_name(speech, plan, "treaty", uid) for uid in "abc"]
    assert names == [speech.choice("treaty", "REFUGEES_1951"), "Charter", speech.choice("treaty", "other")]


@pytest.mark.parametrize(
    ("due", "last", "sent"),
    [
        (date(2025, 9, 1), None, False),
        (date(2025, 9, 1), date(2022, 8, 31), False),
        (date(2025, 9, 1), date(2024, 8, 31), False),
        (date(2025, 9, 1), date(2024, 9, 1), True),
        (date(2025, 9, 1), date(2025, 8, 29), True),
        (date(2025, 9, 1), date(2026, 2, 1), True),
        (date(2028, 2, 29), date(2027, 2, 27), False),
        (date(2028, 2, 29), date(2027, 2, 28), True),
        (date(1, 6, 1), date(1, 5, 1), False),
        (None, date(2025, 8, 29), False),
    ],
)
def test_a_report_sent_up_to_a_year_early_is_the_one_that_was_due(
    due: date | None, last: date | None, sent: bool
) -> None:
    plan = plan_of(a={"treaty": "C97", "report_due": due, "last_report": last})
    (treaty,) = plan.treaties
    assert is_reported(treaty) == sent
    assert is_overdue(treaty, date(2028, 3, 1)) == (due is not None and not sent)
    assert [one.late for one in deadlines(plan, date(2028, 3, 1))] == ([] if sent or due is None else [True])
