"""The catalogue, its words, and the values that a plan gives."""

from __future__ import annotations

import re
import string
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

import mainstreamer.domain as domain
from mainstreamer.domain.demography import MEASURES
from mainstreamer.domain.fields import Table
from mainstreamer.domain.indicators import (
    UNITS,
    IndicatorDefinition,
    IndicatorValue,
    Variant,
    indicator_values,
    parse_catalogue,
    shown,
)
from mainstreamer.domain.plan import Plan, Put, creation

RESOURCES = Path(__file__).parents[2] / "resources"
CODES = (
    [f"M{n}" for n in range(1, 10)] + [f"F{n}" for n in range(1, 8)] + [f"L{n}" for n in range(1, 11)]
    + [f"H{n}" for n in range(1, 7)] + [f"R{n}r" for n in range(1, 6)]
    + ["T1", "T2", "T3", "S1", "S2", "S3", "X1", "X2", "E1", "E2", "E3", "E4", "A1", "A2", "U1", "U2", "G1", "G2", "C1", "C2"]
    + ["C3", "P1", "J1", "K1", "Q1", "Q2", "Q3", "Q4"]
    + [f"Y{n}" for n in range(1, 8)] + [f"N{n}" for n in range(1, 6)] + [f"D{n}" for n in range(1, 12)]
)  # fmt: skip


def toml(*parts: str) -> dict[str, Any]:
    return tomllib.loads(RESOURCES.joinpath(*parts).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def catalogue() -> dict[str, IndicatorDefinition]:
    return parse_catalogue(toml("codes", "indicators.toml"))


def plan_of(*records: tuple[str, dict[str, Any]]) -> Plan:
    puts: list[Put] = []
    for kind, values in records:
        puts += creation(kind, str(uuid4()), values)
    return Plan(str(uuid4())).with_puts(puts)


def only(plan: Plan, code: str, variant: str = "", sex: str = "") -> IndicatorValue:
    found = [
        value for value in indicator_values(plan) if (value.code, value.variant, value.sex) == (code, variant, sex)
    ]
    assert len(found) == 1
    return found[0]


def population(year: int, *numbers: int, **more: Any) -> tuple[str, dict[str, Any]]:
    cells = tuple((Decimal(women), Decimal(men), None) for women, men in zip(numbers[::2], numbers[1::2], strict=True))
    table = Table(("women", "men", "total"), ("0-14", "15-64", "65+"), cells)
    return "population_table", {"year": year, "area": "North", "source": "Census", "table": table, **more}


# -- the catalogue and its words --


def test_the_catalogue_has_every_code(catalogue: dict[str, IndicatorDefinition]) -> None:
    assert sorted(catalogue) == sorted(CODES)
    assert catalogue["M6"].variant("participants") == Variant("participants", "persons", "up", 0)
    assert catalogue["M4"].variant("funding_gap").direction == "down"
    assert catalogue["D7"].variant("anything") == Variant("", "years", "context", 1)


@pytest.mark.parametrize(
    "entry",
    [
        {}, {"unit": "percent"}, {"unit": "miles", "direction": "up"}, {"unit": "percent", "direction": "sideways"},
        {"unit": "percent", "direction": "up", "sdg": ["99"]}, {"unit": "percent", "direction": "up", "gcm": ["24"]},
        {"unit": "percent", "direction": "up", "decimals": -1}, {"unit": "percent", "direction": "up", "colour": "red"},
        {"unit": "percent", "direction": "up", "frequency": "often"}, "percent",
        {"unit": "percent", "direction": "up", "variants": [{"code": "a", "unit": "miles"}]},
    ],
)  # fmt: skip
def test_a_wrong_catalogue_is_refused(entry: Any) -> None:
    with pytest.raises(ValueError, match=r"^X9: "):
        parse_catalogue({"X9": entry})


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_indicator_has_its_words(language: str, catalogue: dict[str, IndicatorDefinition]) -> None:
    words = toml("words", language, "indicator.toml")
    assert list(words) == list(catalogue)
    for code, entry in words.items():
        assert {"name", "definition", "unit", "source"} <= set(entry), code
        assert set(entry) <= {"name", "definition", "unit", "source", "numerator", "denominator", "comparability"}, code
        assert all(text.strip() == text != "" for text in entry.values()), code
        assert entry["definition"].endswith("."), code
    assert len({entry["name"] for entry in words.values()}) == len(words)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_words_of_demography_agree() -> None:
    english, russian = toml("words", "en", "demography.toml"), toml("words", "ru", "demography.toml")
    assert list(english) == list(russian) == ["column", "unit", "variant", "reason", "input"]
    for section, words in english.items():
        assert list(words) == list(russian[section])
        for code, text in words.items():
            assert placeholders(text) == placeholders(russian[section][code]), code


def test_every_code_of_the_program_has_words(catalogue: dict[str, IndicatorDefinition]) -> None:
    words = toml("words", "en", "demography.toml")
    assert set(words["unit"]) == set(UNITS)
    variants = {variant.code for definition in catalogue.values() for variant in definition.variants}
    assert set(words["variant"]) == variants | {measure.variant for measure in MEASURES if measure.variant}
    folder = Path(str(domain.__file__)).parent
    modules = [folder / "age_groups.py", folder / "indicators.py", *folder.glob("demography*.py")]
    source = [module.read_text(encoding="utf-8") for module in modules]
    said = re.compile(r'(?:\.say\(|InputFinding\(|_difference\()\s*"(\w+)"')
    either = re.compile(r'\.say\("(\w+)" if [^"]*else "(\w+)"')
    codes = {code for text in source for code in said.findall(text)}
    codes |= {code for text in source for pair in either.findall(text) for code in pair}
    assert codes == set(words["input"])
    reasons = {code for text in source for code in re.findall(r'(?:NoValueError|raise ValueError)\("(\w+)"\)', text)}
    reasons |= {"no_open_group", "groups_do_not_fit", "cell_missing", "sex_not_given"}
    assert reasons | {"not_entered"} == set(words["reason"])


def test_measures_are_those_of_the_catalogue(catalogue: dict[str, IndicatorDefinition]) -> None:
    for measure in MEASURES:
        definition = catalogue[measure.code]
        assert measure.unit == definition.variant(measure.variant).unit
        assert measure.variant in {variant.code for variant in definition.variants} | {""}


def test_values_are_rounded_half_up_for_showing_only(catalogue: dict[str, IndicatorDefinition]) -> None:
    assert str(shown(Decimal("39.25"), catalogue["D7"])) == "39.3"
    assert str(shown(Decimal("-0.125"), catalogue["D9"])) == "-0.13"
    assert str(shown(Decimal("12.5"), catalogue["M6"], "participants")) == "13"


# -- values --


def test_an_empty_plan_says_what_is_not_entered() -> None:
    values = indicator_values(Plan(str(uuid4())))
    assert {value.code for value in values} == {"M3", "M4", "M5", "M6", "L5", "S2", "G1", "R1r"}
    assert {(value.value, value.reason) for value in values} == {(None, "not_entered")}


def test_population_tables() -> None:
    plan = plan_of(population(2010, 30, 20, 100, 100, 20, 10))
    value = only(plan, "D1", "15-64", "both")
    assert (value.value, value.year, value.area, value.source, value.unit) == (
        Decimal(40),
        2010,
        "North",
        "Census",
        "per_100",
    )
    assert (value.kind, value.uid) == ("population_table", plan.population_tables[0].uid)
    assert only(plan, "D1", "15-64", "women").value == 50
    assert only(plan, "Y1", "15-24", "both").reason == "groups_do_not_fit"
    assert not [value for value in indicator_values(plan) if value.code == "Y1" and value.sex != "both"]


def test_youth_of_national_law() -> None:
    plan = plan_of(population(2010, 30, 20, 100, 100, 20, 10))
    national = [value for value in indicator_values(plan, (15, 64)) if value.variant == "national"]
    assert [(value.code, value.reason) for value in national] == [("Y1", "")]
    assert national[0].value is not None
    assert round(national[0].value, 2) == Decimal("71.43")


def test_a_table_that_cannot_be_used_gives_its_reason() -> None:
    table = Table(("total",), ("0-4", "3+"), ((Decimal(1),), (Decimal(1),)))
    plan = plan_of(("population_table", {"year": 2010, "table": table}), ("population_table", {"year": 2020}))
    values = [value for value in indicator_values(plan) if value.kind == "population_table"]
    assert {value.reason for value in values} == {"groups_overlap"}
    assert {value.code for value in values} == {measure.code for measure in MEASURES}


def test_growth_is_between_consecutive_tables_of_one_area() -> None:
    plan = plan_of(
        population(2020, 50, 50, 100, 100, 50, 50),
        population(2010, 25, 25, 50, 50, 25, 25, area=" north "),
        population(2000, 25, 25, 50, 50, 25, 25, area="South"),
        population(2030, 50, 50, 100, 100, 50, 50),
        population(2015, 1, 1, 1, 1, 1, 1, area_type="urban"),
    )
    growth = [value for value in indicator_values(plan) if value.code == "D9"]
    assert [(value.since, value.year) for value in growth] == [(2010, 2020), (2020, 2030)]
    assert growth[0].value is not None
    assert round(growth[0].value, 4) == Decimal("6.9315")
    assert growth[1].value == 0


def test_growth_uses_reference_dates_where_both_have_one() -> None:
    plan = plan_of(
        population(2010, 25, 25, 50, 50, 25, 25, reference_date=date(2010, 1, 1)),
        population(2012, 50, 50, 100, 100, 50, 50, reference_date=date(2014, 1, 1)),
    )
    (growth,) = (value for value in indicator_values(plan) if value.code == "D9")
    assert growth.value is not None
    assert round(growth.value, 3) == Decimal("17.329")


def test_two_tables_of_one_year_have_no_growth() -> None:
    plan = plan_of(population(2010, 1, 1, 1, 1, 1, 1), population(2010, 2, 2, 2, 2, 2, 2))
    assert not [value for value in indicator_values(plan) if value.code == "D9"]


def test_observations_come_as_entered() -> None:
    plan = plan_of(
        ("observation", {"indicator": "L1", "value": Decimal("21.5"), "unit": "%", "year": 2024, "sex": "women",
                         "age": "15-24", "area": "North", "variant": "national", "source": "Survey", "type": "baseline"}),
        ("observation", {"name": "Own", "year": 2024}),
    )  # fmt: skip
    entered, blank = (value for value in indicator_values(plan) if value.kind == "observation")
    assert (entered.code, entered.value, entered.unit, entered.year, entered.sex) == (
        "L1",
        Decimal("21.5"),
        "%",
        2024,
        "women",
    )
    assert (entered.age, entered.variant, entered.type, entered.reason) == ("15-24", "national", "baseline", "")
    assert (blank.code, blank.name, blank.value, blank.reason) == ("", "Own", None, "not_entered")


def test_meetings_and_decisions() -> None:
    plan = plan_of(
        ("body", {"meetings_planned": 4, "meetings_held": 3, "decisions_taken": 10, "decisions_executed": 4}),
        ("body", {"meetings_planned": 4, "meetings_held": 1, "decisions_taken": 10}),
        ("body", {"meetings_planned": 9, "meetings_held": 9, "status": "dissolved"}),
    )
    assert only(plan, "M3", "meetings_held").value == 50
    assert only(plan, "M3", "decisions_executed").value == 40


def test_no_decision_taken_divides_by_nothing() -> None:
    plan = plan_of(("body", {"decisions_taken": 0, "decisions_executed": 0}))
    assert only(plan, "M3", "decisions_executed").reason == "nothing_to_divide_by"


def test_money_and_progress_of_actions() -> None:
    plan = plan_of(
        ("action", {"cost": Decimal(100), "secured_state": Decimal(30), "secured_external": Decimal(10),
                    "budget_line": "12.3", "status": "on_track", "gender_marker": 2}),
        ("action", {"cost": Decimal(100), "secured_state": Decimal(150), "status": "delayed", "gender_marker": 1}),
        ("action", {"status": "not_started", "budget_line": " "}),
        ("action", {"status": "done", "gender_marker": 3}),
        ("action", {"cost": Decimal(900), "status": "cancelled", "budget_line": "1", "gender_marker": 0}),
    )  # fmt: skip
    assert only(plan, "M4", "budget_line").value == 25
    assert only(plan, "M4", "funding_gap").value == 30
    assert [round(value.value or 0, 1) for value in (only(plan, "M5"), only(plan, "G1"))] == [Decimal("66.7")] * 2


def test_actions_without_any_cost_have_no_funding_gap() -> None:
    plan = plan_of(("action", {"status": "done"}))
    assert only(plan, "M4", "funding_gap").reason == "not_entered"
    assert only(plan, "G1").reason == "not_entered"


def test_consultations() -> None:
    plan = plan_of(
        ("consultation", {"participants": 40, "women": 10, "migrants": 20, "outside_capital": True}),
        ("consultation", {"participants": 60, "women": 40, "outside_capital": False}),
        ("consultation", {"women": 5, "outside_capital": False}),
        ("consultation", {}),
    )
    assert only(plan, "M6", "participants").value == 100
    assert only(plan, "M6", "participants").unit == "persons"
    assert only(plan, "M6", "women").value == 50
    assert only(plan, "M6", "migrants").value == 50
    outside = only(plan, "M6", "outside_capital").value
    assert outside is not None
    assert round(outside, 1) == Decimal("33.3")


def test_agreements_in_force() -> None:
    plan = plan_of(
        ("agreement", {"type": "labour", "status": "in_force", "meetings": 2}),
        ("agreement", {"type": "labour", "status": "in_force"}),
        ("agreement", {"type": "labour", "status": "expired", "meetings": 7}),
        ("agreement", {"type": "readmission", "status": "in_force"}),
    )
    assert only(plan, "L5", "in_force").value == 2
    assert only(plan, "L5", "joint_meetings").value == 2
    assert only(plan, "S2").value == 0


def test_every_computed_value_is_in_the_catalogue(catalogue: dict[str, IndicatorDefinition]) -> None:
    plan = plan_of(population(2010, 3, 2, 9, 9, 2, 1), population(2020, 3, 2, 9, 9, 2, 1))
    for value in indicator_values(plan, (14, 34)):
        definition = catalogue[value.code]
        assert value.unit == definition.variant(value.variant).unit, value
        assert not value.variant or value.variant in {variant.code for variant in definition.variants}, value


def test_a_worker_may_rest_while_values_are_worked_out() -> None:
    plan = plan_of(*(("observation", {"indicator": "M1", "value": Decimal(row)}) for row in range(100)))
    rests = list[int]()
    values = indicator_values(plan, pause=lambda: rests.append(1))
    assert len(rests) >= 5
    assert values == indicator_values(plan)
