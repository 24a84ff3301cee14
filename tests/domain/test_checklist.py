"""The checklist: what its data may not contradict, how it scores, and whether the shipped data are complete."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from complete_plan import PLAN_UID, answer

from mainstreamer.domain.checklist import (
    ACTION_TEXTS,
    ITEM_TEXTS,
    MEANINGS,
    STEP_TEXTS,
    Checklist,
    has_gap,
    is_claimed,
    parse_checklist,
    progress,
    step_of,
    step_progress,
)
from mainstreamer.domain.choices import CHOICES, CORE_SECTORS, OPTIONAL_SECTORS
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.errors import BadChecklist
from mainstreamer.language import SHIPPED
from mainstreamer.paths import resource

GOOD: dict[str, Any] = {
    "edition": "test",
    "step": [{"number": 1, "r2": ["R2.1"]}, {"number": 6}],
    "item": [
        {
            "code": "1.1",
            "essential": True,
            "stage": "0",
            "r2": ["R2.1"],
            "gcm": [23],
            "action": [{"key": "a", "lead": "finance_ministry", "quarters": 2, "indicator": "M1"}],
        },
        {"code": "1.2", "stage": "0"},
        {"code": "1.3", "stage": "I", "essential": True},
        {"code": "6F1", "stage": "1", "sector": "finance"},
        {"code": "6E1", "stage": "1", "sector": "education"},
    ],
}
TEXTS: dict[str, Any] = {
    "ru": {"item": {"1.1": {"question": "Есть ли решение?"}}},
    "en": {
        "step": {"1": {"title": "Launch"}},
        "item": {
            "1.1": {"question": "Is there a decision?", "action": {"a": {"action": "Write", "output": "Note"}}},
            "1.2": {"question": "Is there a lead?"},
        },
    },
}
CHECKLIST = parse_checklist(GOOD, TEXTS)


# -- what the data may not do ----------------------------------------------------------------------------------------


def _item(**values: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["item"][0].update(values)


def _action(**values: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["item"][0]["action"][0].update(values)


def _no_action_field(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["item"][0]["action"][0].pop(name)


CONTRADICTIONS: list[tuple[str, Callable[[dict[str, Any]], None]]] = [
    ("code_missing", _item(code="")),
    ("code_missing", _item(code="F1")),
    ("code_missing", lambda data: data["item"][0].pop("code")),
    ("code_twice", _item(code="1.2")),
    ("step_unknown", _item(code="7.1")),
    ("step_twice", lambda data: data["step"].append({"number": 1})),
    ("step_number_missing", lambda data: data["step"].append({"number": "one"})),
    ("r2_unknown", lambda data: data["step"][0].update(r2=["R2.7"])),
    ("r2_unknown", _item(r2=["R2.7"])),
    ("cross_unknown", _item(cross=["R2"])),
    ("roles_unknown", _item(roles=["nowhere"])),
    ("phases_unknown", _item(phases=["nowhere"])),
    ("sdg_unknown", _item(sdg=["18.1"])),
    ("gcm_unknown", _item(gcm=[24])),
    ("migof_unknown", _item(migof=["P4"])),
    ("mgi_unknown", _item(mgi=["ranking"])),
    ("stage_unknown", _item(stage="7")),
    ("stage_unknown", lambda data: data["item"][0].pop("stage")),
    ("sector_unknown", _item(sector="mining")),
    ("lead_unknown", _action(lead="anybody")),
    ("lead_unknown", _no_action_field("lead")),
    ("quarters_out_of_range", _action(quarters=0)),
    ("quarters_out_of_range", _action(quarters=21)),
    ("quarters_out_of_range", _action(quarters="two")),
    ("quarters_out_of_range", _no_action_field("quarters")),
    ("action_key_missing", _no_action_field("key")),
    ("action_twice", lambda data: data["item"][0]["action"].append(data["item"][0]["action"][0])),
]


@pytest.mark.parametrize(
    ("problem", "spoil"), CONTRADICTIONS, ids=[f"{case[0]}-{n}" for n, case in enumerate(CONTRADICTIONS)]
)
def test_contradictions_are_refused(problem: str, spoil: Callable[[dict[str, Any]], None]) -> None:
    data = copy.deepcopy(GOOD)
    spoil(data)
    with pytest.raises(BadChecklist) as error:
        parse_checklist(data, {})
    assert error.value.details["problem"] == problem
    assert error.value.details["where"]


@pytest.mark.parametrize(
    ("problem", "words"),
    [("text_without_item", {"9.9": {}}), ("text_without_action", {"1.1": {"action": {"b": {"action": "Write"}}}})],
)
def test_texts_need_something_to_belong_to(problem: str, words: dict[str, Any]) -> None:
    with pytest.raises(BadChecklist) as error:
        parse_checklist(GOOD, {"en": {"item": words}})
    assert error.value.details["problem"] == problem


# -- texts -----------------------------------------------------------------------------------------------------------


def test_texts_fall_back_and_say_so() -> None:
    assert (CHECKLIST.text("1.1", "question"), CHECKLIST.language_of("1.1")) == ("Есть ли решение?", "ru")
    assert (CHECKLIST.text("1.2", "question"), CHECKLIST.language_of("1.2")) == ("Is there a lead?", "en")
    assert (CHECKLIST.text("1.3", "question"), CHECKLIST.language_of("1.3")) == ("question", "")
    assert CHECKLIST.action_text("1.1", "a", "output") == "Note"
    assert CHECKLIST.step_text(1, "title") == "Launch"


def test_items_of_a_step_by_sectors_in_use() -> None:
    assert [item.code for item in CHECKLIST.of_step(6)] == ["6F1", "6E1"]
    assert [item.code for item in CHECKLIST.of_step(6, ())] == ["6F1"]
    assert [item.code for item in CHECKLIST.of_step(6, ("education",))] == ["6F1", "6E1"]
    assert CHECKLIST.by_code["6F1"].sector == "finance"


@pytest.mark.parametrize(("code", "step"), [("1.1", 1), ("10.5", 10), ("6F2", 6), ("", 0), ("X1", 0)])
def test_step_of(code: str, step: int) -> None:
    assert step_of(code) == step


# -- scores ----------------------------------------------------------------------------------------------------------


def plan_with(scores: dict[str, str], *puts: Put) -> Plan:
    plan = Plan(PLAN_UID)
    for code, score in scores.items():
        plan = plan.with_puts(answer(code, score=score))
    return plan.with_puts(puts)


@pytest.mark.parametrize(
    ("scores", "score", "answered", "of", "complete"),
    [
        ({}, None, 0, 3, False),
        ({"1.1": "no"}, "0", 1, 3, False),
        ({"1.1": "partly", "1.2": "yes"}, "7.5", 2, 3, False),
        ({"1.1": "yes", "1.2": "yes", "1.3": "yes"}, "10", 3, 3, True),
        ({"1.1": "yes", "1.2": "na"}, "10", 1, 2, False),
        ({"1.1": "no", "1.2": "na", "1.3": "yes"}, "5", 2, 2, True),
        ({"1.1": "na", "1.2": "na", "1.3": "na"}, None, 0, 0, False),
        ({"1.1": ""}, None, 0, 3, False),
    ],
)
def test_progress(scores: dict[str, str], score: str | None, answered: int, of: int, complete: bool) -> None:
    found = step_progress(plan_with(scores), CHECKLIST, 1)
    assert found.score == (None if score is None else Decimal(score))
    assert (found.answered, found.of, found.complete) == (answered, of, complete)
    assert found.not_applicable == list(scores.values()).count("na")


def test_the_mean_is_not_rounded() -> None:
    found = step_progress(plan_with({"1.1": "yes", "1.2": "no", "1.3": "no"}), CHECKLIST, 1)
    assert found.score is not None and abs(found.score * 3 - 10) < Decimal("1e-30")


def test_essential_items_alone() -> None:
    plan = plan_with({"1.1": "na", "1.2": "yes"})
    found = step_progress(plan, CHECKLIST, 1, essential_only=True)
    assert (found.answered, found.of, found.essential, found.open_essential) == (0, 1, 2, 1)
    assert step_progress(plan, CHECKLIST, 1).open_essential == 1


def test_only_sectors_in_use_count() -> None:
    plan = plan_with({"6E1": "yes"}, *creation("plan", PLAN_UID, {}))
    assert step_progress(plan, CHECKLIST, 6).of == 1
    plan = plan.with_puts([Put("plan", PLAN_UID, "optional_sectors", ("education",))])
    assert (step_progress(plan, CHECKLIST, 6).of, step_progress(plan, CHECKLIST, 6).answered) == (2, 1)


def test_yes_without_evidence_is_claimed() -> None:
    plan = plan_with({"1.1": "yes", "1.2": "yes", "1.3": "no"})
    plan = plan.with_puts(creation("evidence", "e", {"title": "Decision", "items": ("1.1", "1.3")}))
    assert [is_claimed(plan, code) for code in ("1.1", "1.2", "1.3", "9.9")] == [False, True, False, False]
    assert progress(plan, CHECKLIST.items).claimed == 1
    plan = plan.with_puts([Put("evidence", "e", "exists", False)])
    assert progress(plan, CHECKLIST.items).claimed == 2


def test_gaps_are_answers_below_yes() -> None:
    plan = plan_with({"1.1": "no", "1.2": "partly", "1.3": "yes", "6F1": "na"})
    assert [has_gap(plan, code) for code in ("1.1", "1.2", "1.3", "6F1", "6E1")] == [True, True, False, False, False]


# -- the shipped checklist -------------------------------------------------------------------------------------------


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("checklist", name).read_text(encoding="utf-8"))


STRUCTURE = _read("structure.toml")
WORDS = {code: _read(f"text.{code}.toml") for code in SHIPPED}


@pytest.fixture(scope="module", params=SHIPPED)
def shipped(request: pytest.FixtureRequest) -> Checklist:
    """The shipped checklist in one language alone, without fallback."""
    return parse_checklist(STRUCTURE, {request.param: WORDS[request.param]})


def _texts(checklist: Checklist) -> list[str]:
    found = [checklist.text(item.code, name) for item in checklist.items for name in ITEM_TEXTS]
    for item in checklist.items:
        found += [checklist.action_text(item.code, one.key, name) for one in item.actions for name in ACTION_TEXTS]
    return found


def test_shipped_texts_are_complete(shipped: Checklist) -> None:
    words = WORDS[shipped.languages[0]]
    for item in shipped.items:
        entry = words["item"][item.code]
        assert set(entry) == {*ITEM_TEXTS, "action"}, item.code
        assert set(entry["action"]) == {one.key for one in item.actions}, item.code
        assert all(set(one) == set(ACTION_TEXTS) for one in entry["action"].values()), item.code
    assert all(text == text.strip() and len(text) > 3 for text in _texts(shipped))
    assert {int(number) for number in words["step"]} == {step.number for step in shipped.steps}
    assert all(words["step"][str(step.number)][name] for step in shipped.steps for name in STEP_TEXTS)


def test_shipped_texts_differ(shipped: Checklist) -> None:
    """No two texts alike; what knows best and what counts as evidence may repeat between items."""
    for name in ("question", "why", *MEANINGS, "obstacle"):
        texts = [shipped.text(item.code, name).casefold() for item in shipped.items]
        assert len(set(texts)) == len(texts), name
    for name in ACTION_TEXTS:
        pairs = [(item.code, one.key) for item in shipped.items for one in item.actions]
        texts = [shipped.action_text(code, key, name).casefold() for code, key in pairs]
        assert len(set(texts)) == len(texts), name
    for item in shipped.items:
        assert len({shipped.text(item.code, name).casefold() for name in ITEM_TEXTS}) == len(ITEM_TEXTS), item.code


def test_shipped_questions_ask_and_meanings_state(shipped: Checklist) -> None:
    for item in shipped.items:
        question = shipped.text(item.code, "question")
        assert question.endswith("?") and question.count("?") == 1, item.code
        assert all("?" not in shipped.text(item.code, name) for name in MEANINGS), item.code
        assert all(shipped.text(item.code, name).endswith(".") for name in MEANINGS), item.code


def test_shipped_texts_fit_the_window(shipped: Checklist) -> None:
    """A question takes at most three lines of the page, a meaning a tooltip, a short step title the rail."""
    assert all(len(shipped.text(item.code, "question")) <= 240 for item in shipped.items)
    assert all(len(shipped.text(item.code, name)) <= 320 for item in shipped.items for name in MEANINGS)
    assert all(len(shipped.step_text(step.number, "short")) <= 24 for step in shipped.steps)


def test_essential_items_of_the_shipped_file() -> None:
    checklist = parse_checklist(STRUCTURE, {})
    essential = [raw["code"] for raw in STRUCTURE["item"] if raw.get("essential")]
    assert [item.code for item in checklist.items if item.essential] == essential
    assert progress(Plan(PLAN_UID), checklist.items).essential == len(essential)
    assert all(any(item.essential for item in checklist.of_step(step.number)) for step in checklist.steps)
    assert not any(item.essential for item in checklist.items if item.sector in OPTIONAL_SECTORS)


def test_the_shipped_checklist_covers_what_it_says() -> None:
    checklist = parse_checklist(STRUCTURE, {})
    assert [step.number for step in checklist.steps] == [int(code) for code in CHOICES["step"]]
    assert [item.step for item in checklist.items] == sorted(item.step for item in checklist.items)
    points = {point for item in checklist.items for point in item.tags["r2"]}
    assert points == {f"R2.{number}" for number in range(1, 7)}
    assert {item.sector for item in checklist.items} - set(OPTIONAL_SECTORS) == {"", *CORE_SECTORS}
    assert all(item.actions for item in checklist.items)


def test_both_languages_speak_of_the_same(shipped: Checklist) -> None:
    """A text in one language is not the other one's left untranslated."""
    for language, words in WORDS.items():
        if language == shipped.languages[0]:
            continue
        for code, entry in words["item"].items():
            assert all(entry[name] != shipped.text(code, name) for name in ITEM_TEXTS), code
