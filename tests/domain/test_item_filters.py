"""Which items a filter lets through."""

from __future__ import annotations

from typing import Any

import pytest
from complete_plan import PLAN_UID

from mainstreamer.domain.checklist import Checklist, parse_checklist
from mainstreamer.domain.item_filters import (
    ItemFilter,
    choices_of,
    own_institutions,
    own_name,
    own_share,
    shown_items,
    unnamed_of,
)
from mainstreamer.domain.plan import Plan, creation

CHECKLIST: Checklist = parse_checklist(
    {
        "edition": "test",
        "step": [{"number": 1}, {"number": 6}],
        "item": [
            {"code": "1.1", "stage": "0", "essential": True},
            {"code": "1.2", "stage": "0", "roles": ["origin", "return"], "phases": ["return"]},
            {"code": "1.3", "stage": "0", "roles": ["destination"], "phases": ["stay", "return"]},
            {"code": "6F1", "stage": "1", "sector": "finance"},
            {"code": "6L1", "stage": "1", "sector": "labour"},
            {"code": "6E1", "stage": "1", "sector": "education"},
            {"code": "6.0", "stage": "1"},
        ],
    },
    {},
)
PLAN = (
    Plan(PLAN_UID)
    .with_puts(creation("plan", PLAN_UID, {"optional_sectors": ()}))
    .with_puts(creation("institution", "labour", {"name": "Ministry of  Labour", "acronym": "MoL"}))
    .with_puts(creation("institution", "health", {"name": "Health Ministry"}))
    .with_puts(creation("answer", "a1", {"item": "1.1", "score": "yes", "responsible": "labour"}))
    .with_puts(creation("answer", "a2", {"item": "1.2", "score": "na", "responsible": "health"}))
    .with_puts(creation("answer", "a3", {"item": "1.3", "score": ""}))
)
LABOUR = frozenset({"labour"})


def codes(step: int, wanted: ItemFilter, own: frozenset[str] = LABOUR) -> list[str]:
    return [item.code for item in shown_items(CHECKLIST, PLAN, step, wanted, own)]


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (ItemFilter(), ["1.1", "1.2", "1.3"]),
        (ItemFilter(roles=("origin",)), ["1.1", "1.2"]),
        (ItemFilter(roles=("transit",)), ["1.1"]),
        (ItemFilter(roles=("transit", "destination")), ["1.1", "1.3"]),
        (ItemFilter(phases=("return",)), ["1.2", "1.3"]),
        (ItemFilter(phases=("stay",)), ["1.3"]),
        (ItemFilter(essential=True), ["1.1"]),
        (ItemFilter(unanswered=True), ["1.3"]),
        (ItemFilter(mine=True), ["1.1"]),
        (ItemFilter(responsible=("health",)), ["1.2"]),
        (ItemFilter(responsible=("",)), ["1.3"]),
        (ItemFilter(responsible=("", "labour")), ["1.1", "1.3"]),
        (ItemFilter(mine=True, unanswered=True), []),
        (ItemFilter(sectors=("finance",)), ["1.1", "1.2", "1.3"]),
    ],
)
def test_items_that_are_let_through(wanted: ItemFilter, shown: list[str]) -> None:
    assert codes(1, wanted) == shown


def test_items_of_sectors_not_in_use_are_never_shown() -> None:
    assert codes(6, ItemFilter()) == ["6F1", "6L1", "6.0"]
    assert codes(6, ItemFilter(sectors=("education",))) == ["6.0"]


def test_a_sector_lets_its_items_through_and_those_of_all_sectors() -> None:
    assert codes(6, ItemFilter(sectors=("labour",))) == ["6L1", "6.0"]


def test_mine_without_an_institution_shows_nothing() -> None:
    assert codes(1, ItemFilter(mine=True), frozenset()) == []


def test_items_that_nobody_is_named_for_are_those_of_the_lead_of_the_plan() -> None:
    led = PLAN.with_puts(creation("plan", PLAN_UID, {"lead": "labour"}))
    wanted = ItemFilter(mine=True, unanswered=True)
    assert [item.code for item in shown_items(CHECKLIST, led, 1, wanted, LABOUR)] == ["1.3"]
    assert choices_of(led, CHECKLIST.of_step(1), "responsible") == {"health": 1, "labour": 2}


def test_parts_that_ask_for_something() -> None:
    wanted = ItemFilter(roles=("origin",), sectors=("labour",), mine=True)
    assert wanted.set_in(6) == ("roles", "sectors", "mine")
    assert wanted.set_in(2) == ("roles", "mine")
    assert wanted.without("mine").without("roles") == ItemFilter(sectors=("labour",))


def test_choices_say_how_many_items_each_lets_through() -> None:
    items = CHECKLIST.of_step(1)
    for name in ("roles", "phases", "responsible"):
        for code, count in choices_of(PLAN, items, name).items():
            wanted: dict[str, Any] = {name: (code,)}
            assert len(codes(1, ItemFilter(**wanted))) == count, (name, code)
    assert list(choices_of(PLAN, items, "responsible")) == ["health", "labour", ""]
    assert choices_of(PLAN, CHECKLIST.of_step(6, PLAN.sectors), "sectors") == {"finance": 2, "labour": 2}


@pytest.mark.parametrize("name", ["Ministry of Labour", " ministry of labour ", "MOL"])
def test_an_institution_is_known_by_name_and_acronym(name: str) -> None:
    assert own_institutions(PLAN, name) == LABOUR


@pytest.mark.parametrize("name", ["", "  ", "Labour"])
def test_a_part_of_a_name_is_no_institution(name: str) -> None:
    assert own_institutions(PLAN, name) == frozenset()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mol", "Ministry of  Labour"),
        ("ministry of labour", "Ministry of  Labour"),
        ("HEALTH MINISTRY", "Health Ministry"),
        ("Labour", "Labour"),
        ("", ""),
    ],
)
def test_an_institution_is_called_as_the_plan_calls_it(typed: str, name: str) -> None:
    assert own_name(PLAN, typed) == name


def test_an_acronym_of_several_institutions_stays_as_it_was_typed() -> None:
    twice = PLAN.with_puts(creation("institution", "other", {"name": "Museum of Law", "acronym": "MOL"}))
    assert own_name(twice, "mol") == "mol"


def test_open_items_that_nobody_answers_for_are_counted_beside_the_share() -> None:
    share = own_share(CHECKLIST, PLAN, "mol")
    assert share is not None and (share.answered, share.of) == (1, 1)
    unnamed = [code for step in (1, 6) for code in codes(step, unnamed_of(ItemFilter(mine=True)))]
    assert share.unnamed == len(unnamed) and "1.3" in unnamed and share.unnamed_step == 1
    led = own_share(CHECKLIST, PLAN.with_puts(creation("plan", PLAN_UID, {"lead": "labour"})), "mol")
    assert led is not None and (led.unnamed, led.unnamed_step) == (0, 0)
