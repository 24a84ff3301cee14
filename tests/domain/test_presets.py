"""Presets of a workbook: kept as JSON and read again, and which actions a filter keeps."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstreamer.domain.actions import total
from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.kinds import KINDS, Action
from mainstreamer.domain.presets import (
    BASES,
    NEEDS,
    SHEETS,
    ActionFilter,
    PresetSpec,
    part_of,
    preset_from_json,
    preset_to_json,
)
from tests.exchange.small_plan import full_plan, uid, with_record

SPEC = PresetSpec(
    "Ministry of Labour, 2027",
    "public",
    ("cover", "action", "timeline"),
    (("action", ("code", "title", "~gap", "status")),),
    ("en", "ru"),
    ActionFilter((uid("i1"),), ("1", "10"), (2027,), ("", "on_track")),
)

several = st.lists(st.sampled_from(SHEETS), unique=True).map(lambda codes: tuple(sorted(codes, key=SHEETS.index)))
specs = st.builds(
    PresetSpec,
    name=st.from_regex(r"[a-zа-я]{0,20}", fullmatch=True),
    base=st.sampled_from(BASES),
    sheets=several,
    columns=st.lists(st.sampled_from(sorted(KINDS["action"].fields)), unique=True).map(
        lambda codes: (("action", tuple(codes)),) if codes else ()
    ),
    languages=st.lists(st.sampled_from(("en", "ru", "ro")), unique=True, max_size=2).map(tuple),
    filter=st.builds(
        ActionFilter,
        leads=st.lists(st.uuids().map(str), unique=True, max_size=3).map(tuple),
        steps=st.sampled_from(((), ("1",), ("2", "10"))),
        years=st.lists(st.integers(2000, 2100), unique=True, max_size=3).map(tuple),
        statuses=st.sampled_from(((), ("",), ("", "done"), CHOICES["action_status"])),
    ),
)


@given(spec=specs)
def test_a_preset_comes_back_from_its_json(spec: PresetSpec) -> None:
    assert preset_from_json(preset_to_json(spec)) == spec


def test_codes_that_are_not_known_are_left_out() -> None:
    kept = json.loads(preset_to_json(SPEC))
    kept["sheets"] += ["horoscope", 7]
    kept["columns"] |= {"weather": ["wind"], "action": ["code", "colour", "~gap", "~gap or 1=1"]}
    kept["languages"] = ["ru", "xx-yy", None]
    kept["filter"] |= {
        "steps": ["1", "11"],
        "years": [2027, "2028", True],
        "statuses": ["done", "asleep"],
        "moon": ["full"],
    }
    kept["base"] = "secret"
    assert preset_from_json(json.dumps(kept)) == PresetSpec(
        SPEC.name,
        "full",
        SPEC.sheets,
        (("action", ("code", "~gap")),),
        ("ru",),
        ActionFilter((uid("i1"),), ("1",), (2027,), ("done",)),
    )


@pytest.mark.parametrize(
    "text", ["", "{", "7", "[]", '"full"', '{"filter": 3, "columns": [1], "sheets": "cover"}', "[" * 9000]
)
def test_what_is_no_preset_is_everything(text: str) -> None:
    assert preset_from_json(text) == PresetSpec()


@pytest.mark.parametrize("base", BASES)
def test_the_bare_name_of_older_workbooks_is_understood(base: str) -> None:
    assert preset_from_json(base) == PresetSpec(base=base)


def test_sheets_come_in_order_with_those_that_they_follow() -> None:
    assert PresetSpec(sheets=("timeline", "cover")).wanted == ("cover", "action", "timeline")
    assert PresetSpec().wanted == tuple(code for code in SHEETS if code != "approval")
    assert PresetSpec(base="print").wanted == ("cover", "summary", "action", "budget", "approval")
    assert "readiness" not in PresetSpec(base="public").wanted
    assert set(NEEDS) | {code for codes in NEEDS.values() for code in codes} <= set(SHEETS)


def test_columns_that_name_a_record_always_stay() -> None:
    spec = PresetSpec().with_columns("action", ("status",))
    assert [code for code in ("code", "title", "status", "cost") if spec.shows("action", code)] == [
        "code",
        "title",
        "status",
    ]
    assert spec.shows("institution", "mandate")
    assert spec.with_columns("action", ()) == PresetSpec()


def action(**values: Any) -> Action:
    return Action("a", **values)


@pytest.mark.parametrize(
    ("chosen", "kept", "left"),
    [
        (ActionFilter(leads=("x", "y")), action(leads=("z", "y")), action(leads=("z",), partners=("x",))),
        (ActionFilter(steps=("6",)), action(items=("2.1", "6H1")), action(items=("2.6",))),
        (ActionFilter(steps=("10",)), action(items=("10.2",)), action(items=("1.10",))),
        (
            ActionFilter(years=(2028,)),
            action(start=Quarter(2027, 1), end=Quarter(2029, 1)),
            action(start=Quarter(2027, 1), end=Quarter(2027, 4)),
        ),
        (ActionFilter(years=(2027,)), action(end=Quarter(2027, 1)), action()),
        (ActionFilter(statuses=("",)), action(), action(status="done")),
        (ActionFilter(steps=("1",), statuses=("done",)), action(items=("1.1",), status="done"), action(items=("1.1",))),
    ],
)
def test_a_filter_keeps_actions_that_satisfy_all_of_it(chosen: ActionFilter, kept: Action, left: Action) -> None:
    assert chosen.keeps(kept) and not chosen.keeps(left)
    assert not chosen.is_empty and ActionFilter().keeps(left)


def test_a_part_of_a_plan_keeps_all_but_actions_and_their_indicators() -> None:
    plan = with_record(full_plan(), "action_indicator", "y3", action=uid("a7"), name="Laws")
    part = part_of(plan, ActionFilter(statuses=("done",)))
    assert [row.uid for row in part.actions] == [uid("a7")]
    assert [row.uid for row in part.all("action_indicator")] == [uid("y3")]
    assert total(part.actions).cost == 20
    for kind in set(KINDS) - {"action", "action_indicator"}:
        assert part.all(kind) == plan.all(kind)
    assert part_of(plan, ActionFilter()) is plan
    assert len(plan.actions) == 8 and plan.frame.adopted_on == date(2026, 12, 24)
