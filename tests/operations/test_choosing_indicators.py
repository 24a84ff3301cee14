"""What follows from choosing an indicator: blanks are filled, what was filled gives way, what was written stays."""

from __future__ import annotations

from typing import Any

import pytest

from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.knowledge import indicators
from mainstreamer.language import language
from mainstreamer.operations.indicator_choice import following, unit_words, values_for, with_following

UID = "00000000-0000-4000-8000-000000000007"
EN, RU = language("en"), language("ru")


def plan_of(*puts: Put, **row: Any) -> Plan:
    return Plan(UID).with_puts(
        [*creation("plan", UID, {"language": "en"}), *creation("action_indicator", "i", row), *puts]
    )


def choose(plan: Plan, code: str) -> Plan:
    return plan.with_puts(with_following(plan, [Put("action_indicator", "i", "indicator", code)], RU))


def row(plan: Plan) -> Any:
    return plan.find("action_indicator", "i")


def test_blanks_are_filled_in_the_language_of_the_plan() -> None:
    office = creation("institution", "nso", {"name": "Statistics", "type": "statistics_office"})
    found = row(choose(plan_of(*office), "L1"))
    assert (found.name, found.unit) == (EN.word("indicator", "L1", "name"), EN.word("indicator", "L1", "unit"))
    assert found.verification == EN.word("indicator", "L1", "source")
    assert (found.disaggregation, found.frequency) == (("sex", "area", "migration_status"), "quarterly")
    assert found.institution == "nso"


def test_an_institution_is_not_guessed() -> None:
    two = [put for uid in "ab" for put in creation("institution", uid, {"type": "statistics_office"})]
    assert row(choose(plan_of(*two), "L1")).institution == ""
    one = creation("institution", "a", {"type": "labour_ministry"})
    assert row(choose(plan_of(*one), "L3")).institution == ""


def test_what_a_person_wrote_stays() -> None:
    found = row(choose(plan_of(name="Young and out of work", unit="%", frequency="yearly"), "L1"))
    assert (found.name, found.unit, found.frequency) == ("Young and out of work", "%", "yearly")
    assert found.verification == EN.word("indicator", "L1", "source")


def test_another_indicator_replaces_only_what_the_one_before_filled_in() -> None:
    plan = choose(plan_of(), "L1").with_puts([Put("action_indicator", "i", "verification", "Our own survey")])
    found = row(choose(plan, "F1"))
    assert found.name == EN.word("indicator", "F1", "name") and found.unit == EN.word("indicator", "F1", "unit")
    assert found.verification == "Our own survey"
    assert (found.disaggregation, found.frequency) == ((), "yearly")


def test_what_was_filled_in_another_language_gives_way_too() -> None:
    plan = plan_of(indicator="L1", **values_for(plan_of(), "action_indicator", "L1", RU))
    assert row(choose(plan, "F1")).name == EN.word("indicator", "F1", "name")


def test_no_indicator_takes_back_what_was_filled_in() -> None:
    found = row(choose(choose(plan_of(), "L1"), ""))
    assert (found.indicator, found.name, found.unit, found.disaggregation) == ("", "", "", ())


def test_the_same_indicator_and_unknown_ones_fill_nothing() -> None:
    plan = choose(plan_of(), "L1").with_puts([Put("action_indicator", "i", "name", "")])
    assert following(plan, "action_indicator", "i", "L1", EN) == []
    assert following(plan_of(), "action_indicator", "i", "ZZ9", EN) == []


def test_a_field_put_in_the_same_breath_is_left_alone() -> None:
    plan = plan_of()
    puts = [Put("action_indicator", "i", "indicator", "L1"), Put("action_indicator", "i", "unit", "%")]
    assert row(plan.with_puts(with_following(plan, puts, EN))).unit == "%"


def test_an_observation_gets_name_and_unit() -> None:
    plan = plan_of(*creation("observation", "o", {}))
    puts = with_following(plan, [Put("observation", "o", "indicator", "F3")], EN)
    assert {put.field: put.value for put in puts} == {
        "indicator": "F3",
        "name": EN.word("indicator", "F3", "name"),
        "unit": EN.word("demography", "unit", "number"),
    }


@pytest.mark.parametrize("speech", [EN, RU], ids=["en", "ru"])
def test_every_unit_filled_in_is_known_again(speech: Any) -> None:
    for definition in indicators().values():
        said = " ".join(unit_words(speech, definition).split()).casefold()
        assert definition.spellings[said] == definition.unit, definition.code
