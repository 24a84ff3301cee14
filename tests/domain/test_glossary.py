"""The glossary: how terms are found in texts, and whether the shipped terms are complete, distinct and in use."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from typing import Any

import pytest

from mainstreamer import knowledge
from mainstreamer.domain.checklist import ACTION_TEXTS, ITEM_TEXTS, STEP_TEXTS
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.glossary import BadGlossary, Glossary, Term, parse_glossary
from mainstreamer.language import SHIPPED
from mainstreamer.language.language import language as spoken_language
from mainstreamer.paths import resource
from tests.domain.test_shipped_items import FORBIDDEN

TABLE = (
    "mainstreaming_migration", "development_plan", "action_plan", "stakeholder", "coordination_body", "focal_point", "ministry",
    "lead_institution", "partner", "remittances", "diaspora", "migrant", "country_of_origin", "country_of_destination",
    "return", "reintegration", "baseline", "target", "indicator", "means_of_verification", "funding_gap", "budget",
    "fiscal_quarter", "youth", "population_ageing", "youth_unemployment", "dependency_ratio", "neet",
    "net_migration", "migration_profile",
    "policy_coherence", "human_rights",
)  # fmt: skip
"""The terms in which the programme is described in every language of its countries; each is given in all of them."""
MET_ELSEWHERE = {"metadata", "skills_partnership", "care_chain", "refugee", "pre_departure"}
"""Terms of laws, statistics and agreements that an item speaks of in other words, in one language or in both."""
IN_ALL = {"fr", "ro", "es", "bn", "ar"}


def made(*terms: Term) -> Glossary:
    return Glossary("xx", terms)


def term(code: str, *forms: str, exceptions: tuple[str, ...] = ()) -> Term:
    return Term(code, code, f"Meaning of {code}", forms=forms, exceptions=exceptions)


def found(glossary: Glossary, text: str, known: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(text[place.start : place.end], place.code) for place in glossary.occurrences(text, known)]


# -- finding ---------------------------------------------------------------------------------------------------------

PLAN = term("plan", "plan", "plans")
ACTION_PLAN = term("action_plan", "action plan", "action plans")
MIGRANT = term("migrant", "мигрант*")


def test_the_longest_term_is_found_without_overlaps() -> None:
    assert found(made(PLAN, ACTION_PLAN), "The action plan, and a plan.") == [
        ("action plan", "action_plan"),
        ("plan", "plan"),
    ]


def test_only_the_first_occurrence_counts_and_a_later_longer_one_hides_what_is_in_it() -> None:
    glossary = made(PLAN, ACTION_PLAN)
    assert found(glossary, "Action plan, action plan, plan, plan") == [("Action plan", "action_plan"), ("plan", "plan")]
    assert found(glossary, "The action plan", ("action_plan",)) == []


@pytest.mark.parametrize("text", ["planning", "plant", "preplan", "plan-like", "master-plan", "plan's", "plan2"])
def test_nothing_is_found_inside_other_words(text: str) -> None:
    assert found(made(PLAN), text) == []


@pytest.mark.parametrize("text", ["(plan)", "“plan”", "plan.", "PLAN", "–plan–", "plans'", "plan/budget"])
def test_marks_around_a_word_do_not_matter(text: str) -> None:
    assert [code for _, code in found(made(PLAN), text)] == ["plan"]


@pytest.mark.parametrize("word", ["мигрант", "Мигранты", "мигрантов", "мигрантами", "мигрантка"])
def test_russian_endings_of_at_most_three_letters(word: str) -> None:
    assert found(made(MIGRANT), f"О {word}, о плане.") == [(word, "migrant")]


@pytest.mark.parametrize("word", ["мигрантский-то", "мигрантского", "иммигрант", "трудящийся-мигрант"])
def test_longer_words_are_other_words(word: str) -> None:
    assert found(made(MIGRANT), word) == []


def test_a_star_within_a_word_and_words_of_several_parts() -> None:
    returnee = term("returnee", "вернувши*ся", "вернувше*ся")
    worker = term("worker", "трудящи*ся-мигрант*")
    youth = term("neet", "молодеж*, которая не работает")
    glossary = made(returnee, worker, youth, MIGRANT)
    assert found(glossary, "вернувшимися, вернувшегося") == [("вернувшимися", "returnee")]
    assert found(glossary, "права трудящихся-мигрантов") == [("трудящихся-мигрантов", "worker")]
    assert found(glossary, "доля молодежи, которая  не\nработает") == [("молодежи, которая  не\nработает", "neet")]
    assert found(glossary, "доля молодежи; которая не работает") == []


def test_kinds_of_space_hyphen_apostrophe_and_yo_are_alike() -> None:
    glossary = made(term("a", "workers' pay"), term("b", "pre-departure"), term("c", "учет миграции"))
    text = "Workers’ pay, pre‑departure, учёт\u00a0миграции"
    assert [code for _, code in found(glossary, text)] == ["a", "b", "c"]


def test_acronyms_are_met_as_they_are_written() -> None:
    glossary = made(term("neet", "NEET"), term("upr", "УПО"))
    assert found(glossary, "neet NEET упо УПО") == [("NEET", "neet"), ("УПО", "upr")]


def test_exceptions_hide_a_term_unless_a_term_is_as_long() -> None:
    glossary = made(term("youth", "youth", exceptions=("youth department", "youth work")), term("work", "youth work"))
    assert found(glossary, "Youth department and youth work and youth") == [("youth work", "work"), ("youth", "youth")]


def test_characters_that_change_their_length_do_not_move_places() -> None:
    text = "İstanbul: Straße ẞ 😀 plan"
    (place,) = made(PLAN).occurrences(text)
    assert text[place.start : place.end] == "plan"


@pytest.mark.parametrize("form", ["", "*", "ab*", ", plan", "plan,"])
def test_forms_that_say_nothing_are_refused(form: str) -> None:
    with pytest.raises(BadGlossary):
        made(term("a", form)).occurrences("plan")


def test_terms_and_texts_must_agree() -> None:
    about: dict[str, Any] = {"a": {"source": ["un"]}}
    said: dict[str, Any] = {"a": {"term": "a", "definition": "b", "forms": []}}
    assert parse_glossary("xx", about, said).by_code["a"].definition == "b"
    with pytest.raises(BadGlossary, match="differ"):
        parse_glossary("xx", about, {})
    with pytest.raises(BadGlossary, match="lacks"):
        parse_glossary("xx", about, {"a": {"term": "a", "forms": []}})


# -- the shipped terms -----------------------------------------------------------------------------------------------


@pytest.fixture(params=SHIPPED)
def shipped(request: pytest.FixtureRequest) -> Glossary:
    return knowledge.glossary(request.param)


def texts_of(language: str) -> list[str]:
    """Every text of the shipped checklist."""
    checklist = knowledge.checklist(language)
    every = [checklist.step_text(step.number, name) for step in checklist.steps for name in STEP_TEXTS]
    for item in checklist.items:
        every += [checklist.text(item.code, name) for name in ITEM_TEXTS]
        every += [checklist.action_text(item.code, one.key, name) for one in item.actions for name in ACTION_TEXTS]
    return every


def test_every_language_of_the_checklist_has_its_glossary(shipped: Glossary) -> None:
    assert knowledge.glossary_languages() == knowledge.checklist_languages()
    assert shipped.language in SHIPPED
    assert knowledge.glossary("ro") is knowledge.glossary("en")
    assert list(shipped.by_code) and set(shipped.by_code) == set(knowledge.glossary("en").by_code)


def test_terms_stand_in_alphabetical_order(shipped: Glossary) -> None:
    names = [one.term.casefold() for one in shipped.terms]
    assert names == sorted(names)


def test_every_term_says_something_and_no_two_the_same(shipped: Glossary) -> None:
    for one in shipped.terms:
        assert one.term and one.forms and one.source, one.code
        assert 30 <= len(one.definition) <= 330 and one.definition.endswith("."), (one.code, len(one.definition))
        assert not one.note or (len(one.note) <= 330 and one.note.endswith(".")), one.code
        for text in (one.term, one.definition, one.note):
            assert text == " ".join(text.split()), one.code
    for values in (
        [one.definition.casefold() for one in shipped.terms],
        [one.term.casefold() for one in shipped.terms],
        [one.note.casefold() for one in shipped.terms if one.note],
    ):
        assert len(set(values)) == len(values)


def test_forms_belong_to_one_term_and_find_it(shipped: Glossary) -> None:
    forms = [form for one in shipped.terms for form in one.forms]
    assert len(set(forms)) == len(forms)
    for one in shipped.terms:
        for form in one.forms:
            written = form.replace("*", "")
            assert [code for _, code in found(shipped, written)] == [one.code], form


def test_no_text_judges_and_russian_ones_are_russian(shipped: Glossary) -> None:
    pattern = re.compile("|".join(FORBIDDEN[shipped.language]), re.IGNORECASE)
    for one in shipped.terms:
        for text in (one.term, one.definition, one.note):
            assert not pattern.search(text), (one.code, text)
            assert not text or shipped.language != "ru" or re.search("[а-я]|ЦУР", text), one.code


def test_the_terms_of_the_programme_are_there_in_all_its_languages(shipped: Glossary) -> None:
    for code in TABLE:
        assert set(shipped.by_code[code].other) == IN_ALL, code
    other = chain.from_iterable(one.other.values() for one in shipped.terms)
    assert all(text == text.strip() and text for text in other)


def test_every_term_occurs_in_the_checklist_or_is_one_of_the_programme(shipped: Glossary) -> None:
    seen = {place.code for text in texts_of(shipped.language) for place in shipped.occurrences(text)}
    assert set(shipped.by_code) - seen <= {*TABLE, *MET_ELSEWHERE}
    assert len(seen) > 85


def test_references_resolve(shipped: Glossary) -> None:
    speech = spoken_language(shipped.language)
    for one in shipped.terms:
        assert set(one.indicators) <= set(knowledge.indicators()), one.code
        assert set(one.sdg) <= set(CHOICES["sdg"]), one.code
        assert set(one.gcm) <= set(CHOICES["gcm"]), one.code
        assert all(speech.find("glossary", "source", source) for source in one.source), one.code


def test_terms_easily_confused_say_so(shipped: Glossary) -> None:
    for code in (
        "ageing_index",
        "trafficking",
        "smuggling",
        "remittances",
        "personal_remittances",
        "irregular_migrant",
    ):
        assert shipped.by_code[code].note, code
    named = {place.code for place in shipped.occurrences(shipped.by_code["trafficking"].note)}
    assert "smuggling" in named


def test_no_key_is_written_that_nobody_reads() -> None:
    for language in knowledge.glossary_languages():
        texts = tomllib.loads(resource("glossary", f"text.{language}.toml").read_text(encoding="utf-8"))
        assert {key for said in texts.values() for key in said} <= {"term", "forms", "except", "definition", "note"}
    terms = tomllib.loads(resource("glossary", "terms.toml").read_text(encoding="utf-8"))
    assert {key for about in terms.values() for key in about} <= {"indicators", "sdg", "gcm", "source", "other"}
