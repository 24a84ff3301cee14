"""Values of indicators and findings about tables as people read them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mainstreamer.domain.demography_checks import InputFinding
from mainstreamer.domain.indicators import IndicatorValue
from mainstreamer.knowledge import indicators
from mainstreamer.language import SHIPPED, language
from mainstreamer.language.indicators import (
    indicator_words,
    input_sentence,
    reason_text,
    row_name,
    unit_text,
    variant_text,
)

EN, RU = language("en"), language("ru")
TABLE = "population_table"


def test_a_computed_value_is_rounded_half_up_to_the_decimals_of_the_catalogue() -> None:
    value = IndicatorValue(
        "D5", Decimal("3.61845"), "persons_per_older", year=2024, sex="both", variant="15-64", kind=TABLE
    )
    said = indicator_words(EN, value, indicators()["D5"])
    assert said.value == "3.62"
    assert said.value_and_unit == "3.62 persons for one older person"
    assert said.variant == "working age 15–64"
    assert (said.period, said.who, said.where) == ("2024", "Both sexes", "")
    assert said.definition.startswith("Persons aged 15–64")
    assert indicator_words(RU, value, indicators()["D5"]).value == "3,62"


def test_zeros_at_the_end_are_shown_so_that_columns_compare() -> None:
    value = IndicatorValue("D1", Decimal(60), "per_100", variant="15-64", kind=TABLE)
    assert indicator_words(EN, value, indicators()["D1"]).value == "60.0"


def test_an_observation_is_shown_as_entered() -> None:
    value = IndicatorValue(
        "L1", Decimal("17.355"), "%", "", 2025, "women", "North", "15-24", "Labour force survey",
        age="15–24", group="rural", type="baseline", kind="observation", uid="o",
    )  # fmt: skip
    said = indicator_words(EN, value, indicators()["L1"])
    assert (said.value, said.unit, said.who, said.where) == ("17.355", "%", "Women, 15–24, rural", "North")
    assert said.source == "Labour force survey"
    assert said.type == EN.choice("observation_type", "baseline")


def test_an_observation_without_unit_takes_that_of_the_catalogue() -> None:
    value = IndicatorValue("L1", Decimal(17), kind="observation")
    assert unit_text(EN, value, indicators()["L1"]) == EN.word("demography", "unit", indicators()["L1"].unit)


def test_an_own_indicator_keeps_its_name_and_needs_no_catalogue() -> None:
    said = indicator_words(EN, IndicatorValue("", Decimal("1250"), "visits", name="Visits", kind="observation"), None)
    assert (said.name, said.value_and_unit, said.definition, said.source) == ("Visits", "1,250 visits", "", "")


def test_a_flag_is_a_yes_or_a_no_without_unit() -> None:
    for number, word in ((0, "no"), (1, "yes")):
        said = indicator_words(EN, IndicatorValue("D8", Decimal(number), "flag", kind=TABLE), indicators()["D8"])
        assert said.value_and_unit == EN.choice("yes_no", word)


def test_a_period_shows_both_years() -> None:
    value = IndicatorValue("D9", Decimal("0.5"), "percent_year", year=2026, since=2021, kind=TABLE)
    assert indicator_words(EN, value, indicators()["D9"]).period == "2021–2026"


def test_a_value_that_does_not_exist_says_why() -> None:
    said = indicator_words(RU, IndicatorValue("D7", None, "years", reason="median_in_open_group"), indicators()["D7"])
    assert (said.value, said.value_and_unit) == ("", "")
    assert said.reason == RU.word("demography", "reason", "median_in_open_group")
    assert reason_text(EN, "") == reason_text(EN, "not_entered")


@pytest.mark.parametrize("code", SHIPPED)
def test_every_indicator_of_the_catalogue_has_name_definition_unit_and_variants_in_words(code: str) -> None:
    speech = language(code)
    for definition in indicators().values():
        for variant in ("", *(one.code for one in definition.variants)):
            said = indicator_words(speech, IndicatorValue(definition.code, Decimal(2), variant=variant), definition)
            assert said.name != definition.code
            assert said.definition
            assert said.unit
            assert said.variant == (speech.find("demography", "variant", variant) if variant else "")


NOT_DIVIDED = {
    "M8", "M9", "F7", "L4", "L5", "L9", "L10", "H1", "R1r", "R4r", "T1", "T2", "T3", "S2", "X2", "E4", "C2", "C3", "P1",
    "J1", "K1", "Q1", "Q2", "Q3", "N1", "D7", "D8",
}  # fmt: skip
"""Counts, amounts, dates, classes, indices, a difference and a median: nothing is divided by anything."""
PARTS = ("name", "definition", "unit", "source", "numerator", "denominator", "comparability")


@pytest.mark.parametrize("code", SHIPPED)
def test_every_rate_says_what_is_divided_by_what(code: str) -> None:
    speech, catalogue = language(code), indicators()
    told = {
        part: {one for one in catalogue if speech.find("indicator", one, part)} for part in ("numerator", "denominator")
    }
    assert told["numerator"] == told["denominator"] == set(catalogue) - NOT_DIVIDED
    for one in set(catalogue) - NOT_DIVIDED:
        assert speech.word("indicator", one, "numerator") != speech.word("indicator", one, "denominator"), one


def test_both_languages_say_the_same_parts_of_each_indicator() -> None:
    for one, definition in indicators().items():
        has = [{part for part in PARTS if language(code).find("indicator", one, part)} for code in SHIPPED]
        assert all(parts == has[0] for parts in has), one
        assert definition.lag and definition.frequency, one


def test_the_rules_that_are_easily_broken_are_in_the_words() -> None:
    for one in ("L1", "Y3"):
        assert "Labour force" in EN.word("indicator", one, "denominator")
        assert "рабочая сила" in RU.word("indicator", one, "denominator").casefold()
    for one in ("L2", "Y4"):
        assert "not employed but in education" in EN.word("indicator", one, "numerator")
    assert "60" in EN.word("indicator", "D4", "comparability") and "65" in EN.word("indicator", "D4", "comparability")
    assert "20–64" in EN.word("indicator", "D5", "comparability")
    assert "same workers" in EN.word("indicator", "L3", "denominator")
    assert EN.word("indicator", "F1", "numerator").startswith("Personal remittances")


def test_a_variant_without_words_is_shown_as_entered() -> None:
    assert variant_text(EN, "Y1", "15-35") == "15-35"


def test_findings_name_rows_and_columns_in_words() -> None:
    values: dict[str, Decimal | int | str] = {
        "column": "women", "stated": Decimal(1000), "sum": Decimal(1200), "difference": Decimal(200),
    }  # fmt: skip
    said = input_sentence(EN, InputFinding("rows_not_total", "error", "total", values))
    assert "“women”" in said
    assert "1,200" in said
    overlap = input_sentence(RU, InputFinding("groups_overlap", "error", "5-9", {"other": "0-9"}))
    assert "0–9" in overlap
    assert "5–9" in overlap
    people = input_sentence(
        EN, InputFinding("too_many_people", "warning", "", {"people": Decimal(3), "unit": "thousands"})
    )
    assert people.startswith("The table has 3")
    assert row_name(EN, "unknown") == "Age not known"
