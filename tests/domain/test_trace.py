"""Where the checklist comes from: no point of recommendation 2 and no part of one is without items."""

from __future__ import annotations

from typing import Any

import pytest
from complete_plan import PLAN_UID

from mainstreamer.domain import trace
from mainstreamer.domain.checklist import Checklist, parse_checklist
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.own_checklist import tailored
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.errors import BadChecklist
from mainstreamer.knowledge import checklist, recommendation
from mainstreamer.language import SHIPPED, language
from mainstreamer.shipped import read_toml

PARTS = {
    "R2.1": {"start", "country_led", "open"},
    "R2.2": {"create", "build"},
    "R2.3": {"ministries", "government", "civil_society", "academia", "diasporas"},
    "R2.4": {"finance", "labour", "health", "rights", "other_sectors"},
    "R2.5": {"youth_unemployment", "youth_migration", "ageing", "both"},
    "R2.6": {"bilateral", "dialogue", "regional"},
    "R2": {
        "development_plans", "sector_planning", "local", "national", "global", "economic", "social", "environmental",
        "agenda_factor", "agenda_partnership", "agenda_consultations",
    },
}  # fmt: skip
ALL = 126
"""Items that the whole checklist has. Until they ship, parts may name items that are still to come."""
CODES = checklist("en").by_code
COMPLETE = len(CODES) >= ALL
NAMED = [(bullet.code, part) for bullet in recommendation() for part in bullet.parts]


def test_every_point_has_all_its_parts() -> None:
    assert {bullet.code: {part.key for part in bullet.parts} for bullet in recommendation()} == PARTS
    assert set(PARTS) - {"R2"} == set(CHOICES["r2"])


@pytest.mark.parametrize(("code", "part"), NAMED, ids=[f"{code}-{part.key}" for code, part in NAMED])
def test_every_part_is_carried_by_items_that_are_tagged_with_its_point(code: str, part: trace.Part) -> None:
    assert part.items and len(set(part.items)) == len(part.items)
    shipped = [item for item in part.items if item in CODES]
    if COMPLETE:
        assert shipped == list(part.items)
    if code != "R2":
        assert [item for item in shipped if code not in CODES[item].tags["r2"]] == []


def test_every_item_carries_a_part_of_each_point_it_is_tagged_with() -> None:
    carried = {code: {item for bullet, part in NAMED if bullet == code for item in part.items} for code in PARTS}
    for code, item in CODES.items():
        assert item.tags["r2"], code
        for point in item.tags["r2"]:
            assert code in carried[point], (point, code)


def test_no_more_items_are_named_than_the_checklist_is_to_have() -> None:
    assert len({item for _, part in NAMED for item in part.items} | set(CODES)) == ALL


@pytest.mark.parametrize("spoken", SHIPPED)
def test_everything_has_words(spoken: str) -> None:
    speech = language(spoken)
    for topic in trace.topics(checklist(spoken), recommendation()):
        for name in ("title", "text"):
            assert speech.find("recommendation", topic.code, name), (topic.code, name)
    for bullet in recommendation():
        for part in bullet.parts:
            assert speech.find("recommendation", bullet.code, "part", part.key), (bullet.code, part.key)


@pytest.mark.parametrize("spoken", SHIPPED)
def test_every_mark_of_a_source_is_explained(spoken: str) -> None:
    known = read_toml("words", spoken, "recommendation.toml")["mark"]
    marks = trace.sources(checklist("en"))
    assert [mark for mark in marks if not trace.explained_by(mark, known)] == []


def test_a_mark_is_explained_by_the_longest_beginning() -> None:
    known = ("SDG", "SDG 8.6.1 metadata", "ILO")
    assert trace.explained_by("SDG 10.c", known) == "SDG"
    assert trace.explained_by("SDG 8.6.1 metadata", known) == "SDG 8.6.1 metadata"
    assert trace.explained_by("ILO C189", known) == "ILO"
    assert trace.explained_by("SDGs", known) == ""


def test_an_unknown_point_is_refused() -> None:
    with pytest.raises(BadChecklist):
        trace.parse_bullets({"bullet": [{"code": "R2.7", "part": []}]})


# -- over a small checklist ------------------------------------------------------------------------------------------

STRUCTURE: dict[str, Any] = {
    "edition": "test",
    "step": [{"number": 1}, {"number": 6}],
    "item": [
        {"code": "1.1", "stage": "0", "r2": ["R2.1"], "cross": ["R6"], "sdg": ["16.6"], "source": ["S", "GCM 1"]},
        {"code": "1.2", "stage": "I", "r2": ["R2.1"], "gcm": [1], "source": ["S"]},
        {"code": "1.3", "stage": "0", "r2": ["R2.1", "R2.2"], "migof": ["P2"]},
        {"code": "6E1", "stage": "1", "r2": ["R2.4"], "sector": "education", "mgi": ["rights"]},
    ],
}
SMALL = parse_checklist(STRUCTURE, {}, ("en",))
BULLETS = (trace.Bullet("R2.1", (trace.Part("start", ("1.1", "1.9")), trace.Part("open", ("1.1", "1.3")))),)


def plan_with(*records: tuple[str, str, dict[str, Any]]) -> Plan:
    plan = Plan(PLAN_UID).with_puts(creation("plan", PLAN_UID, {}))
    for kind, uid, values in records:
        plan = plan.with_puts(creation(kind, uid, values))
    return plan


def groups(checklist_: Checklist, code: str) -> dict[str, list[str]]:
    topic = next(one for one in trace.topics(checklist_, BULLETS) if one.code == code)
    return {group.key: [item.code for item in group.items] for group in topic.groups}


def test_items_by_part_with_the_rest_and_own_items() -> None:
    plan = plan_with(("custom_item", "own", {"code": "1.N1", "step": "1", "question": "?", "r2": ("R2.1",)}))
    assert groups(SMALL, "R2.1") == {"start": ["1.1"], "open": ["1.1", "1.3"], "rest": ["1.2"]}
    assert groups(tailored(SMALL, plan), "R2.1")["own"] == ["1.N1"]


def test_topics_follow_from_tags() -> None:
    assert groups(SMALL, "R6") == {"1": ["1.1"]}
    assert groups(SMALL, "stages")["0"] == ["1.1", "1.3"] and groups(SMALL, "stages")["I"] == ["1.2"]
    assert groups(SMALL, "sdg") == {"16.6": ["1.1"]} and groups(SMALL, "gcm") == {"1": ["1.2"]}
    assert groups(SMALL, "migof") == {"P2": ["1.3"]} and groups(SMALL, "mgi") == {"rights": ["6E1"]}


def test_what_was_agreed_after_the_paper_is_kept_apart() -> None:
    layers = {topic.code: topic.layer for topic in trace.topics(SMALL, recommendation())}
    assert {layers[code] for code in (*PARTS, *trace.OTHER_RECOMMENDATIONS)} == {trace.PAPER}
    assert {layers[code] for code in trace.FRAMEWORKS} == {trace.TODAY}
    assert layers["stages"] == trace.HANDBOOK


def test_how_items_stand() -> None:
    plan = plan_with(
        ("answer", "a", {"item": "1.1", "score": "yes"}),
        ("answer", "b", {"item": "1.2", "score": "partly"}),
        ("item_setting", "s", {"item": "1.3", "off": True}),
    )
    mine = tailored(SMALL, plan)
    found = {code: trace.standing(plan, mine, item) for code, item in mine.known.items()}
    assert found == {"1.1": "claimed", "1.2": "partly", "1.3": "left_out", "6E1": "sector_off"}
    assert trace.how_far(plan, mine, mine.known.values()) == (2, 2)
    proved = plan.with_puts(creation("evidence", "e", {"title": "Act", "items": ("1.1",)}))
    assert trace.standing(proved, mine, mine.by_code["1.1"]) == "yes"


def test_sources_by_how_many_items_name_them() -> None:
    assert trace.sources(SMALL) == {"S": 2, "GCM 1": 1}
