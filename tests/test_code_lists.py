"""Every list of codes has words in all languages, and says where it comes from."""

from __future__ import annotations

from datetime import date

import pytest

from mainstreamer.domain.choices import CHOICES, OPEN_LISTS
from mainstreamer.domain.code_lists import parse_code_lists
from mainstreamer.domain.fields import Choice, ManyChoices
from mainstreamer.domain.kinds import KINDS
from mainstreamer.knowledge import checklist, code_lists, codes_of, indicators
from mainstreamer.language import SHIPPED, language
from mainstreamer.language.code_lists import list_name, list_source

DATED = {
    "sdg", "gcm", "migof", "mgi", "recommendation", "r2", "treaty", "engagement", "country", "currency", "language"
}  # fmt: skip


def test_every_list_is_named_with_its_edition_and_the_day_of_its_check() -> None:
    lists = code_lists()
    assert set(lists) == set(CHOICES) | OPEN_LISTS
    assert {name for name, one in lists.items() if not one.own} == DATED
    assert {name for name, one in lists.items() if not one.edition} == {"mgi"}
    assert all(date(2026, 1, 1) <= one.checked for one in lists.values())


@pytest.mark.parametrize("code", SHIPPED)
@pytest.mark.parametrize("name", sorted({*CHOICES, *OPEN_LISTS}))
def test_every_code_of_every_list_has_words(name: str, code: str) -> None:
    speech = language(code)
    codes = codes_of(name)
    assert codes and len(set(codes)) == len(codes)
    for one in codes:
        if name in ("country", "currency"):
            found = speech.find(name, one)
        elif name == "indicator":
            found = speech.find("indicator", one, "name")
        else:
            found = speech.find("choice", name, one)
        assert found, one
    assert speech.find("workbook", "list", name) and list_name(speech, name)


@pytest.mark.parametrize("code", SHIPPED)
def test_every_list_says_its_source_in_words(code: str) -> None:
    speech = language(code)
    for name, one in code_lists().items():
        said = list_source(speech, one)
        assert speech.date(one.checked) in said
        assert speech.word("code_list", "source", "own" if one.own else name) in said
        assert not one.edition.isdecimal() or one.edition in said
    sources = set(speech.section("code_list")["source"])
    assert sources == DATED | {"own"}


def test_the_checklist_and_the_catalogue_use_these_codes() -> None:
    for item in checklist("en").items:
        for tag in ("sdg", "gcm", "migof", "mgi"):
            assert set(item.tags[tag]) <= set(CHOICES[tag]), item.code
        assert set(item.tags["cross"]) <= set(CHOICES["recommendation"]) - {"R2"}
    for definition in indicators().values():
        assert set(definition.sdg) <= set(CHOICES["sdg"]) and set(definition.gcm) <= set(CHOICES["gcm"])


def test_every_list_of_a_field_is_known() -> None:
    types = [spec.type for kind in KINDS.values() for spec in kind.fields.values()]
    assert {one.choices for one in types if isinstance(one, Choice | ManyChoices)} <= set(code_lists())


@pytest.mark.parametrize(
    "data",
    [
        {"published": {"sdg": {"edition": "September", "checked": "2026-11-25"}}},
        {"published": {"sdg": {"edition": "2015"}}},
        {
            "published": {"sdg": {"checked": "2026-11-25"}},
            "own": {"edition": "2026", "checked": "2026-11-25", "lists": ["sdg"]},
        },
    ],
)
def test_wrong_data_name_the_list(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="sdg"):
        parse_code_lists(data)
