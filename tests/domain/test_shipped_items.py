"""The shipped items as data: how many there are, that what they refer to is there, and what their texts may not say."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import Any

import pytest

from mainstreamer.domain.checklist import ACTION_TEXTS, ITEM_TEXTS, MEANINGS, Checklist, Item, parse_checklist
from mainstreamer.domain.choices import CORE_SECTORS, OPTIONAL_SECTORS
from mainstreamer.knowledge import indicators
from mainstreamer.language import SHIPPED
from mainstreamer.paths import resource


def read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("checklist", name).read_text(encoding="utf-8"))


STRUCTURE = read("structure.toml")
CHECKLIST = parse_checklist(STRUCTURE, {})
WORDS = {code: read(f"text.{code}.toml") for code in SHIPPED}

CORE = {
    "1": 8,
    "2": 9,
    "3": 8,
    "4": 10,
    "5": 8,
    "finance": 7,
    "labour": 7,
    "health": 7,
    "rights": 7,
    "7": 6,
    "8": 7,
    "9": 9,
    "10": 5,
}
"""Core items by step, those of step 6 by sector."""

OPTIONAL = {
    "education": 4, "environment": 4, "agriculture": 3, "urban": 3, "gender": 2, "social_protection": 3, "trade": 2,
    "security": 3, "consular": 2, "civil_status": 2,
}  # fmt: skip

FORBIDDEN = {
    "en": (
        r"\billegal", r"\baliens?\b", r"\bfloods?\b", r"\bwaves? of\b", r"\binflux", r"\bburden", r"to some extent",
        r"\badequate", r"\bsufficient", r"\bappropriate\b", r"\bbest practice", r"\brobust\b", r"\bholistic", r"\bsynerg",
        r"\bplease\b", r"\b3 ?[TR]s\b", r"3D jobs",
    ),
    "ru": (
        r"нелегал", r"гастарбайтер", r"наплыв", r"\bпоток[аи]? мигрант", r"\bволн[аы] мигра", r"бремя", r"в некоторой степени",
        r"достаточн", r"надлежащ", r"комплексн", r"пожалуйста", r"ё", r"иностранная рабочая сила",
    ),
}  # fmt: skip
"""Words that judge people, and words that no document can prove or disprove."""

LENGTHS = {
    "question": 175,
    "why": 270,
    "no": 230,
    "partly": 240,
    "yes": 240,
    "evidence": 240,
    "who_knows": 180,
    "obstacle": 240,
}
"""Longest texts: the open card with its three meanings is seen whole at 1366x768, and so is most of the guidance."""


def group_of(item: Item) -> str:
    return item.sector or str(item.step)


@pytest.fixture(scope="module", params=SHIPPED)
def spoken(request: pytest.FixtureRequest) -> Checklist:
    """The shipped checklist in one language alone, without fallback."""
    return parse_checklist(STRUCTURE, {request.param: WORDS[request.param]})


def texts_of(checklist: Checklist) -> list[tuple[str, str, str]]:
    """Every text of every item: code, name, text."""
    found = []
    for item in checklist.items:
        found += [(item.code, name, checklist.text(item.code, name)) for name in ITEM_TEXTS]
        for action in item.actions:
            texts = {name: checklist.action_text(item.code, action.key, name) for name in ACTION_TEXTS}
            found += [(item.code, f"{action.key}.{name}", text) for name, text in texts.items()]
    return found


def test_all_items_are_there() -> None:
    counted = Counter(group_of(item) for item in CHECKLIST.items)
    assert {name: counted[name] for name in CORE} == CORE
    assert {name: counted[name] for name in OPTIONAL} == OPTIONAL
    assert set(counted) == set(CORE) | set(OPTIONAL)
    assert set(OPTIONAL) <= set(OPTIONAL_SECTORS)
    assert sum(counted.values()) == 126


def test_what_items_refer_to_is_there() -> None:
    catalogue = indicators()
    for raw, item in zip(STRUCTURE["item"], CHECKLIST.items, strict=True):
        assert set(raw) == {
            "code", "essential", "stage", "sector", "action", *(set(item.tags)),
        }, item.code  # fmt: skip
        assert item.tags["r2"] and item.tags["source"], item.code
        assert 1 <= len(item.actions) <= 3, item.code
        assert all(action.indicator in catalogue for action in item.actions), item.code
        assert (item.step == 6) == bool(item.sector), item.code
        assert item.sector in ("", *CORE_SECTORS, *OPTIONAL), item.code


def test_a_step_carries_its_point_of_the_recommendation() -> None:
    points = {step.number: set(step.r2) for step in CHECKLIST.steps}
    assert all(points[item.step] & set(item.tags["r2"]) for item in CHECKLIST.items)


def test_no_forbidden_word(spoken: Checklist) -> None:
    language = spoken.languages[0]
    pattern = re.compile("|".join(FORBIDDEN[language]), re.IGNORECASE)
    found = [(code, name, match.group()) for code, name, text in texts_of(spoken) if (match := pattern.search(text))]
    assert found == []


def test_texts_are_neither_long_nor_ragged(spoken: Checklist) -> None:
    for code, name, text in texts_of(spoken):
        assert text == " ".join(text.split()), (code, name)
        assert len(text) <= LENGTHS.get(name, 150), (code, name, len(text))
        if name in ITEM_TEXTS and name != "question":
            assert text.endswith("."), (code, name)
        if name not in ITEM_TEXTS:
            assert text[0].isupper() and text[-1] not in ".?!;", (code, name)


def test_no_two_texts_alike(spoken: Checklist) -> None:
    counted = Counter(text.casefold() for _, _, text in texts_of(spoken))
    assert [text for text, count in counted.items() if count > 1] == []


def test_no_two_texts_nearly_alike(spoken: Checklist) -> None:
    """Questions and anchors of different items do not consist of the same words."""
    for name in ("question", *MEANINGS, "obstacle"):
        bags = [
            (item.code, set(re.findall(r"\w{4,}", spoken.text(item.code, name).casefold()))) for item in spoken.items
        ]
        pairs = [
            (one, other)
            for place, (one, left) in enumerate(bags)
            for other, right in bags[:place]
            if min(len(left), len(right)) > 3 and len(left & right) >= 0.75 * min(len(left), len(right))
        ]
        assert pairs == [], name


def test_anchors_of_an_item_differ_in_more_than_a_word(spoken: Checklist) -> None:
    for item in spoken.items:
        bags = [set(re.findall(r"\w+", spoken.text(item.code, name).casefold())) for name in MEANINGS]
        for place, left in enumerate(bags):
            for right in bags[:place]:
                assert len(left ^ right) >= 4, item.code


def test_both_languages_have_the_same_figures(spoken: Checklist) -> None:
    """Years, shares and counts written as figures are the same in every language."""
    if spoken.languages[0] == "en":
        pytest.skip("compared with English")
    english = parse_checklist(STRUCTURE, {"en": WORDS["en"]})
    other = {(code, name): text for code, name, text in texts_of(english)}

    def figures(text: str) -> list[str]:
        return sorted(re.findall(r"\d+", text))

    different = [
        (code, name, figures(text), figures(other[code, name]))
        for code, name, text in texts_of(spoken)
        if figures(text) != figures(other[code, name])
    ]
    assert different == []
