from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mainstreamer.domain.actions import gap, total
from mainstreamer.domain.choices import CHOICES, CORE_SECTORS, INSTITUTION_TYPE_GROUPS, institution_group
from mainstreamer.domain.demography_checks import check_table
from mainstreamer.domain.fields import ItemCodes, Link, Links, Text
from mainstreamer.domain.kinds import EXISTS, KINDS, treaty_uid
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.domain.readiness import findings
from mainstreamer.knowledge import countries, plan_checklist
from mainstreamer.operations.sample import PARTS, SAMLAND, sample_frame, sample_languages, sample_puts
from mainstreamer.paths import resource

UID = "11111111-2222-4333-8444-555555555555"
LANGUAGES = ("en", "ru")


@pytest.fixture(params=LANGUAGES)
def puts(request: pytest.FixtureRequest) -> list[Put]:
    return sample_puts(str(request.param), UID)


@pytest.fixture
def plan(puts: list[Put]) -> Plan:
    return Plan(UID).with_puts(puts)


def test_it_is_written_in_english_and_russian() -> None:
    assert sample_languages() == LANGUAGES


def test_every_register_is_filled(plan: Plan) -> None:
    least = {
        "plan": 1, "institution": 20, "body": 2, "membership": 14, "consultation": 6, "evidence": 20,
        "population_table": 2, "observation": 20, "sector_issue": 15, "agreement": 5, "corridor": 5,
        "objective": 8, "action": 40, "action_indicator": 40,
    }  # fmt: skip
    for kind, count in least.items():
        assert len(plan.all(kind)) >= count, kind
    assert (len(plan.actions), len(plan.objectives), len(plan.sector_issues)) == (40, 8, 15)


def test_every_type_of_institution_is_there(plan: Plan) -> None:
    assert {row.type for row in plan.institutions} == set(CHOICES["institution_type"])
    assert {institution_group(row.type) for row in plan.institutions} == {*INSTITUTION_TYPE_GROUPS, ""}


def test_every_body_has_members(plan: Plan) -> None:
    members = Counter(row.body for row in plan.memberships)
    assert all(members[body.uid] >= 5 for body in plan.bodies)


def test_three_fifths_of_the_items_are_answered_with_findings(plan: Plan) -> None:
    scored = [row for row in plan.answers.values() if row.score in ("no", "partly", "yes")]
    asked = plan_checklist(plan, "en").items
    assert len(asked) * 3 <= len(scored) * 5 < len(asked) * 5
    assert all(len(row.finding) > 30 and row.responsible for row in scored)
    assert all(row.na_reason for row in plan.answers.values() if row.score == "na")
    shown = [row for row in scored if row.score == "yes" and plan.evidence_of_items.get(row.item)]
    claimed = [row for row in scored if row.score == "yes" and not plan.evidence_of_items.get(row.item)]
    assert len(shown) >= 10
    assert 1 <= len(claimed) <= 3
    assert sum(bool(row.items) for row in plan.evidence) >= 20


def test_it_names_only_items_of_its_checklist(plan: Plan) -> None:
    known = plan_checklist(plan, "en").known.keys()
    assert plan.answers.keys() <= known
    assert {code for row in (*plan.evidence, *plan.actions, *plan.consultations) for code in row.items} <= known


def test_core_sectors_have_issues_objectives_and_actions(plan: Plan) -> None:
    issues = {row.sector for row in plan.sector_issues}
    assert set(CORE_SECTORS) | set(plan.frame.optional_sectors) <= issues
    assert set(CORE_SECTORS) <= {row.sector for row in plan.objectives}
    served = Counter(row.objective for row in plan.actions)
    assert all(served[row.uid] for row in plan.objectives)
    for sector in "FLHR":
        assert [row for row in plan.actions if row.items and row.items[0].startswith(f"6{sector}")], sector


def test_it_changed_the_checklist_for_itself(plan: Plan) -> None:
    for language in LANGUAGES:
        asked = plan_checklist(plan, language)
        assert [item.code for item in asked.items if item.own] == ["3.N1", "6.N1", "10.N1"]
        assert asked.is_reworded("2.9") and asked.language_of("2.9") == language
        assert [item.code for item in asked.off] == ["7.6"] and plan.item_settings["7.6"].reason
        assert [item.code for item in asked.of_step(4)][:3] == ["4.1", "4.3", "4.2"]
        assert asked.by_code["6.N1"].actions
    in_use = {item.sector for item in plan_checklist(plan, "en").of_step(6, plan.sectors)}
    assert {"education", "social_protection"} <= in_use
    assert [code for code in ("6E1", "6S1", "6.N1") if not plan.answers[code].finding] == []


def test_its_treaties_stand_in_every_status_and_some_reports_are_overdue(plan: Plan) -> None:
    assert {row.status for row in plan.treaties} == set(CHOICES["treaty_status"])
    assert {row.law_aligned for row in plan.treaties} == {"", *CHOICES["law_alignment"]}
    assert any(row.reservation for row in plan.treaties)
    assert any(row.report_due and row.report_due < date(2026, 11, 1) for row in plan.treaties)
    assert all(row.uid == treaty_uid(UID, row.treaty) and row.source for row in plan.treaties)


def test_every_value_is_one_its_field_can_hold(puts: list[Put]) -> None:
    for put in puts:
        if put.field == EXISTS:
            assert put.value is True
            continue
        type_ = KINDS[put.kind].fields[put.field].type
        assert type_.check(put.value) == "", put
        assert type_.clean(put.value) == put.value, put
        assert type_.load(type_.store(put.value)) == put.value, put


def test_every_link_leads_to_a_record(puts: list[Put], plan: Plan) -> None:
    for put in puts:
        type_ = KINDS[put.kind].fields[put.field].type if put.field != EXISTS else Text()
        if isinstance(type_, Link | Links):
            uids = put.value if isinstance(type_, Links) else (put.value,)
            assert all(plan.find(type_.kind, uid) is not None for uid in uids), put
        if isinstance(type_, ItemCodes):
            assert all(re.fullmatch(r"(10|[1-9])\.N?\d+|6[A-Z]\d+", code) for code in put.value), put


def test_no_person_is_named(puts: list[Put]) -> None:
    people = [put for put in puts if put.field != EXISTS and KINDS[put.kind].fields[put.field].person]
    assert {put.field for put in people} <= {"updated_by"}


def test_codes_of_actions_differ_and_follow_their_items(plan: Plan) -> None:
    codes = [row.code for row in plan.actions]
    assert len(set(codes)) == 40
    assert all(re.fullmatch(r"A-\d\d[A-Z]?\.\d\d-\d+", code) for code in codes)


def test_actions_show_money_risk_and_progress_of_every_kind(plan: Plan) -> None:
    assert {row.status for row in plan.actions} == set(CHOICES["action_status"])
    assert {row.level for row in plan.actions} == set(CHOICES["level"])
    assert any(row.blocked and row.progress_note for row in plan.actions)
    assert any(row.recurring for row in plan.actions)
    assert sum(row.existing_resources is True and row.cost == 0 for row in plan.actions) >= 5
    assert all(row.risk and row.likelihood and row.impact and row.output and row.plan_reference for row in plan.actions)
    assert all(plan.action_indicators.get(row.uid) for row in plan.actions)
    sums = total(plan.actions)
    assert sums.cost > sums.state > sums.external > 0 and sums.gap > 0


def test_some_actions_are_unready_on_purpose_and_each_in_another_way(plan: Plan) -> None:
    last = plan.frame.end_year or 0
    assert sum(len(row.leads) == 0 for row in plan.actions) == 1
    assert sum(len(row.leads) > 1 for row in plan.actions) == 1
    assert sum(row.cost is None for row in plan.actions) == 1
    assert sum(bool(row.start and row.end and row.end < row.start) for row in plan.actions) == 1
    assert sum(bool(row.end and row.end.year > last) for row in plan.actions) == 1
    assert sum(bool(row.secured_external) and not row.external_source for row in plan.actions) == 1
    assert sum((gap(row) or Decimal(0)) < 0 for row in plan.actions) == 1
    indicators = [row for rows in plan.action_indicators.values() for row in rows]
    assert sum(row.baseline is None and row.baseline_due is None for row in indicators) == 1


def test_readiness_finds_what_was_left_undone(plan: Plan) -> None:
    codes = {found.code for found in findings(plan, plan_checklist(plan, "en"), date(2026, 11, 1))}
    assert {
        "action_without_lead", "action_several_leads", "action_without_cost", "action_end_before_start",
        "action_ends_outside_plan", "action_external_without_source", "action_negative_gap",
        "indicator_without_baseline",
    } <= codes  # fmt: skip


def test_population_tables_add_up_and_raise_no_doubt(plan: Plan) -> None:
    for row in plan.population_tables:
        assert row.table is not None
        assert len(row.table.rows) == 19
        women, men, both = (row.table.column(name) for name in ("women", "men", "total"))
        for w, m, t in zip(women, men, both, strict=True):
            assert w is not None and m is not None and t == w + m
        for column in (women, men, both):
            known = [cell for cell in column if cell is not None]
            assert sum(known[:-1]) == known[-1]
        assert check_table(row.table, row.unit) == ()


def test_population_carries_forward_from_one_table_to_the_next(plan: Plan) -> None:
    earlier, later = (row.table for row in plan.population_tables)
    assert earlier is not None and later is not None
    for name in ("women", "men"):
        cohort = zip(earlier.column(name)[:16], later.column(name)[1:17], strict=True)
        assert all(old is not None and new is not None and new < old * Decimal("1.01") for old, new in cohort)


def test_findings_quote_the_numbers_of_the_tables(plan: Plan) -> None:
    table = plan.population_tables[1].table
    assert table is not None
    cells = [cell or Decimal(0) for cell in table.column("total")]
    older = sum(cells[13:18]) / cells[18] * 100
    young = sum(cells[3:5]) / cells[18] * 100
    assert (round(older, 1), round(young, 1)) == (Decimal("16.6"), Decimal("11.9"))
    said = plan.answers["5.4"].finding + plan.answers["5.2"].finding
    assert all(re.search(number, said) for number in ("16[.,]6", "11[.,]9"))


def test_observations_have_source_year_and_area(plan: Plan) -> None:
    assert all(row.source and row.year and row.area and row.value is not None for row in plan.observations)
    assert {row.sex for row in plan.observations} >= {"both", "women", "men"}
    abroad = sum(row.value or 0 for row in plan.observations if row.indicator == "OWN-1")
    assert abroad == 640_000


def test_partners_are_fictional(plan: Plan) -> None:
    assert not [row for row in plan.agreements if row.partners]
    assert {row.partner for row in plan.corridors} == {"XAA", "XAB", "XAC", "XAD", "XAE"}
    assert not {row.partner for row in plan.corridors} & countries().keys()
    for language in LANGUAGES:
        names = tomllib.loads(resource("words", language, "country.toml").read_text(encoding="utf-8"))
        assert all(names[row.partner] for row in plan.corridors)


@pytest.mark.parametrize("part", PARTS)
def test_both_languages_have_the_same_texts(part: str) -> None:
    english, russian = (_texts(part, language) for language in LANGUAGES)
    assert english.keys() == russian.keys()
    for place, text in russian.items():
        assert text and english[place], place
        if len(text) > 12 and not text.startswith("@"):
            assert re.search("[а-я]", text, re.IGNORECASE), place
            assert "ё" not in text.casefold() and '"' not in text, place


def _texts(part: str, language: str) -> dict[str, str]:
    raw = tomllib.loads(resource("samples", f"{part}.{language}.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}

    def walk(place: str, value: Any) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(f"{place}.{key}", inner)
        else:
            found[place] = value

    walk("", raw)
    return found


def test_numbers_are_the_same_in_both_languages() -> None:
    english, russian = (sample_puts(language, UID) for language in LANGUAGES)
    assert [put[:3] for put in english] == [put[:3] for put in russian]
    for one, other in zip(english, russian, strict=True):
        if not isinstance(one.value, str):
            assert one == other


def test_the_same_call_gives_the_same_puts() -> None:
    assert sample_puts("en", UID) == sample_puts("en", UID)


def test_a_language_without_texts_falls_back_to_english() -> None:
    assert sample_puts("fr", UID) == sample_puts("en", UID)


def test_the_frame_can_be_had_alone() -> None:
    frame = sample_frame(sample_puts("ru", UID))
    assert frame["country"] == SAMLAND and frame["language"] == "ru"
    assert EXISTS not in frame


def test_another_country_takes_over_the_frame() -> None:
    frame = sample_frame(sample_puts("en", UID, "BGD"))
    assert frame["country"] == "BGD"
    assert {name: frame[name] for name in ("currency", "fiscal_start")} == dict(countries()["BGD"])


def test_no_word_that_labels_people() -> None:
    text = " ".join(text for part in PARTS for language in LANGUAGES for text in _texts(part, language).values())
    assert not re.search(r"\billegal (migrant|worker|immigrant)|нелегал", text, re.IGNORECASE)


def test_the_average_cost_is_that_of_the_incoming_corridors(plan: Plan) -> None:
    incoming = [row for row in plan.corridors if row.remittances]
    costs = [row.transfer_cost for row in incoming if row.transfer_cost is not None]
    stated = [row.value for row in plan.observations if row.indicator == "F2" and row.year == 2025]
    assert stated == [sum(costs) / len(costs)]
    dear = [row.value for row in plan.observations if row.indicator == "F3"]
    assert dear == [Decimal(sum(cost > 5 for cost in costs) * 100) / len(costs)]
