"""Tables in the forms that ministries use become records; what cannot be read is named by row and column, and loses no word."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.fields import Table
from mainstreamer.domain.kinds import Action, Agreement, Institution, Record
from mainstreamer.domain.numbers import Reading
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.errors import Cancelled
from mainstreamer.exchange.foreign_in import read_tables
from mainstreamer.language import language
from mainstreamer.operations.tables.guessing import columns_of, guess
from mainstreamer.operations.tables.population import (
    Facts,
    There,
    figure_puts,
    population_puts,
    read_population_sheet,
    there_already,
)
from mainstreamer.operations.tables.putting import ADD, BLANK, NEW, REPLACE, SKIP, UPDATE
from mainstreamer.operations.tables.taking import Decisions, Taking, take
from mainstreamer.operations.tables.targets import Column, Mapping
from tests.operations import table_forms

FRAME = {"start_year": 2027, "end_year": 2031, "fiscal_start": 1, "currency": "MDL"}


def empty_plan(**frame: Any) -> Plan:
    uid = str(uuid.uuid4())
    return Plan(uid).with_puts(creation("plan", uid, {**FRAME, **frame}))


def taken(
    plan: Plan,
    path: Path,
    decisions: Decisions = Decisions(),
    change: Callable[[Mapping], Mapping] = lambda mapping: mapping,
) -> Taking:
    sheet = read_tables(path).sheets[0]
    return take(plan, sheet, change(guess(sheet)), decisions, language("en"), lambda done, total: None)


def made(found: Taking, kind: str = "") -> list[Any]:
    """The records of a plan after all puts."""
    return list(cast(tuple[Record, ...], found.plan.with_puts(found.puts).all(kind or found.kind)))


def names(plan: Plan, uids: tuple[str, ...]) -> list[str]:
    return [plan.name_of("institution", uid) for uid in uids]


def test_a_romanian_plan_with_chapters_and_merged_objectives(tmp_path: Path) -> None:
    found = taken(empty_plan(), table_forms.romanian_plan(tmp_path / "a.xlsx"))
    assert found.kind == "action" and not found.refused
    first, second, third = made(found)
    assert [row.title for row in (first, second, third)] == [
        "Crearea grupului de lucru", "Instruirea funcționarilor", "Publicarea profilului migrațional",
    ]  # fmt: skip
    after = found.after
    assert first.objective == second.objective != third.objective
    assert after.name_of("objective", first.objective) == "Consolidarea coordonării"
    assert names(after, first.leads) == ["Ministerul Afacerilor Externe", "Ministerul Finanțelor"]
    assert names(after, second.leads) == ["Ministerul Muncii și Protecției Sociale"]
    assert (first.start, first.end) == (None, Quarter(2027, 4))
    assert (second.start, second.end) == (Quarter(2027, 1), Quarter(2028, 4))
    assert third.recurring and (third.start, third.end) == (Quarter(2027, 1), Quarter(2031, 4))
    assert first.existing_resources and third.cost == Decimal(250_500)
    assert "500 mii lei" in second.note and second.cost is None
    assert [row.name for row in after.action_indicators[first.uid]] == ["Grup creat", "Număr de ședințe"]
    assert {row.type for row in after.institutions} == {
        "foreign_ministry", "finance_ministry", "labour_ministry", "statistics_office",
    }  # fmt: skip
    assert len({row.code for row in (first, second, third)}) == 3


def test_each_year_with_a_column_of_actions_makes_actions_of_that_year(tmp_path: Path) -> None:
    path = table_forms.bangla_plan(tmp_path / "b.xlsx")
    found = taken(empty_plan(fiscal_start=7), path)
    rows = made(found)
    assert [(row.title, row.start, row.end) for row in rows] == [
        ("Open five centres", Quarter(2026, 1), Quarter(2026, 4)),
        ("Open five more", Quarter(2027, 1), Quarter(2027, 4)),
        ("Repeat the survey", Quarter(2028, 1), Quarter(2028, 4)),
    ]
    assert names(found.after, rows[0].partners) == ["BMET", "ILO"]
    assert rows[0].progress_note == "Two centres opened"


def test_a_french_plan_with_three_rows_of_headings_and_ticked_quarters(tmp_path: Path) -> None:
    found = taken(empty_plan(currency="XOF"), table_forms.french_plan(tmp_path / "c.xlsx"))
    first, second = made(found)
    assert (first.start, first.end) == (Quarter(2027, 2), Quarter(2027, 3))
    assert (second.start, second.end) == (Quarter(2027, 4), Quarter(2028, 2))
    assert (first.cost, second.cost) == (Decimal(12_500_000), Decimal(8_250_000))
    assert first.plan_reference == second.plan_reference == "Gouvernance"
    assert first.objective == second.objective
    assert names(found.after, first.partners) == ["OIM", "PNUD"]
    (indicator,) = found.after.action_indicators[first.uid]
    assert (indicator.name, indicator.verification) == ("Décret signé", "Journal officiel")
    assert "à rechercher" in second.note


def test_an_english_matrix_with_indicators(tmp_path: Path) -> None:
    found = taken(empty_plan(), table_forms.english_matrix(tmp_path / "d.xlsx"))
    first, second = made(found)
    assert first.objective == second.objective and second.plan_reference == "Better services"
    assert first.cost == 120_000 and first.status == "on_track" and second.status == "not_started"
    assert (second.start, second.end) == (Quarter(2027, 1), Quarter(2027, 4))
    (one,) = found.after.action_indicators[first.uid]
    (other,) = found.after.action_indicators[second.uid]
    assert (one.baseline, one.target, one.target_year) == (0, 2000, 2028)
    assert (other.baseline, other.baseline_year, other.target) == (3, 2025, None)
    assert "all of them" in other.note


def test_titles_between_the_rows_become_objectives_or_are_left_out(tmp_path: Path) -> None:
    path = table_forms.russian_plan(tmp_path / "r.xlsx")
    found = taken(empty_plan(), path)
    first, second, third = made(found)
    objectives = [found.after.name_of("objective", row.objective) for row in (first, second, third)]
    assert objectives == ["Раздел 1. Учёт населения"] * 2 + ["Раздел 2. Занятость"]
    assert first.end == Quarter(2027, 4) and first.existing_resources
    assert second.recurring
    assert (third.start, third.end) == (Quarter(2028, 2), Quarter(2028, 3))
    left = taken(empty_plan(), path, change=lambda mapping: replace(mapping, sections="skip"))
    assert not left.after.objectives and len(made(left)) == 3


def test_a_name_with_a_slip_is_proposed_as_the_same(tmp_path: Path) -> None:
    found = taken(empty_plan(), table_forms.russian_plan(tmp_path / "r.xlsx"))
    slip = next(name for name in found.names if name.name == "Минстерство юстиции")
    right = next(name for name in found.names if name.name == "Министерство юстиции")
    assert slip.alike == right.uid == slip.decision
    assert len(found.after.institutions) == 3
    apart = taken(empty_plan(), tmp_path / "r.xlsx", Decisions(names={("institution", slip.key): NEW}))
    assert len(apart.after.institutions) == 4


def test_institutions_of_the_plan_are_found_by_acronym_and_other_spelling(tmp_path: Path) -> None:
    plan = empty_plan()
    plan = plan.with_puts(creation("institution", "i1", {"name": "Министерство юстиции", "acronym": "МЮ"}))
    plan = plan.with_puts(creation("institution", "i2", {"name": "Национальное бюро статистики", "acronym": "НБС"}))
    found = taken(plan, table_forms.russian_plan(tmp_path / "r.xlsx"))
    assert {name.name: name.decision for name in found.names if name.kind == "institution"} == {
        "Министерство труда и социальной защиты": NEW,
        "Минстерство юстиции": "i1",
    }
    assert "i2" in made(found)[0].leads


def test_names_that_are_not_added_stay_in_the_notes(tmp_path: Path) -> None:
    path = table_forms.english_matrix(tmp_path / "d.xlsx")
    found = taken(empty_plan(), path, Decisions(not_created=frozenset({"institution"})))
    first = made(found)[0]
    assert not found.after.institutions and first.leads == ()
    assert "Ministry of Labour" in first.note and "IOM" in first.note
    assert {name.decision for name in found.names if name.kind == "institution"} == {BLANK}


def test_associations_with_odd_headings(tmp_path: Path) -> None:
    found = taken(empty_plan(), table_forms.associations(tmp_path / "l.xlsx"))
    assert found.kind == "institution"
    rows = cast(list[Institution], made(found))
    assert [row.name for row in rows] == ["Asociația „Dacia”", "Moldova Community"]
    assert rows[0].contact_details == ("+39 06 000; www.dacia.example; Țara, orașul: Italia, Roma; Anul fondării: 2009")
    assert rows[0].source == ""
    (duplicate,) = found.duplicates
    assert (duplicate.row, duplicate.other_row, duplicate.uid, duplicate.decision) == (5, 4, "", SKIP)
    filled = taken(empty_plan(), tmp_path / "l.xlsx", Decisions(duplicates={5: UPDATE}))
    first = made(filled)[0]
    assert len(made(filled)) == 2 and first.contact_details.endswith("2009; Țara, orașul: Italia; Anul fondării: 2011")
    added = taken(empty_plan(), tmp_path / "l.xlsx", Decisions(duplicates={5: ADD}))
    assert len(made(added)) == 3


def test_agreements_with_days_in_several_forms(tmp_path: Path) -> None:
    path = table_forms.agreements(tmp_path / "g.xlsx")
    refused = taken(empty_plan(), path)
    assert [(one.row, one.column, one.reason, one.text) for one in refused.refused] == [
        (3, 6, "date_unreadable", "бессрочно"),
    ]
    assert refused.puts == () and not refused.duplicates
    found = taken(empty_plan(), path, Decisions(blank_unreadable=True))
    first, second, third = cast(list[Agreement], made(found))
    assert (first.signed, first.in_force, first.expires) == (date(2021, 6, 18), date(2022, 12, 1), None)
    assert (second.signed, second.in_force, second.expires) == (date(2017, 1, 12), date(2019, 3, 1), date(2030, 12, 31))
    assert second.partners == ("DEU", "POL") and [row.status for row in (first, third)] == ["in_force", "signed"]
    assert "бессрочно" in first.note and "Пенсии" in first.note
    assert third.signed == date(2014, 1, 1) and third.note == "Дата подписания: 2014"


def test_the_same_table_a_second_time_adds_nothing(tmp_path: Path) -> None:
    for form in (
        table_forms.romanian_plan,
        table_forms.french_plan,
        table_forms.russian_plan,
        table_forms.associations,
    ):
        path = form(tmp_path / "t.xlsx")
        first = taken(empty_plan(), path)
        again = taken(first.after, path)
        assert again.puts == () and not again.names
        assert {row.what for row in again.rows} == {SKIP}
        filled = taken(first.after, path, Decisions(duplicates={one.row: UPDATE for one in again.duplicates}))
        assert filled.puts == () or form is table_forms.associations  # one of its rows was skipped at first


def test_update_fills_only_what_is_blank(tmp_path: Path) -> None:
    plan = empty_plan().with_puts(
        creation("action", "x", {"title": "ОТКРЫТЬ ЦЕНТР", "end": Quarter(2030, 1), "note": "ours", "code": "A-9"})
    )
    path = table_forms.russian_plan(tmp_path / "r.xlsx")
    found = taken(plan, path, Decisions(duplicates={7: UPDATE}))
    record = cast(Action, found.after.find("action", "x"))
    assert record.end == Quarter(2030, 1) and record.start == Quarter(2028, 2) and record.leads
    assert record.title == "ОТКРЫТЬ ЦЕНТР" and record.note == "ours" and record.code == "A-9"
    assert found.count(UPDATE) == 1


def test_months_before_days_are_seen_from_the_column(tmp_path: Path) -> None:
    rows = [["Agreement", "Country", "Signed on"], ["One", "Italy", "3/4/2020"], ["Two", "Italy", "12/31/2021"]]
    found = taken(empty_plan(), table_forms.write(tmp_path / "m.xlsx", rows))
    assert [row.signed for row in made(found)] == [date(2020, 3, 4), date(2021, 12, 31)]


def test_a_row_that_continues_the_action_above(tmp_path: Path) -> None:
    rows = [
        ["Action", "Lead institution", "Indicators", "Cost"],
        ["Train staff", "Ministry of Labour", "People trained", 100],
        [None, "Ministry of Health", "Courses held", 40],
        ["Open a centre", None, None, None],
    ]
    found = taken(empty_plan(), table_forms.write(tmp_path / "x.xlsx", rows, merged=["A2:A3"]))
    first, _ = made(found)
    assert len(first.leads) == 2 and first.cost == 100 and "40" in first.note
    assert [row.name for row in found.after.action_indicators[first.uid]] == ["People trained", "Courses held"]


def test_a_record_without_a_name_is_refused_and_can_come_in_all_the_same(tmp_path: Path) -> None:
    rows = [["Association", "Telephone", "City"], ["One", "1", "Rome"], [None, "2", "Paris"]]
    path = table_forms.write(tmp_path / "x.xlsx", rows, "Associations")
    found = taken(empty_plan(), path)
    assert [(one.row, one.reason) for one in found.refused] == [(3, "title_missing")] and not found.puts
    found = taken(empty_plan(), path, Decisions(blank_unreadable=True))
    assert [row.name for row in made(found)] == ["One", ""] and "City: Paris" in made(found)[1].contact_details


def test_cells_with_errors_and_formulas_without_results_are_refused(tmp_path: Path) -> None:
    rows = [["Action", "Lead institution", "Cost"], ["=1/0", "=A1", "=#REF!"], ["Fine", None, "=1+1"]]
    found = taken(empty_plan(), table_forms.write(tmp_path / "x.xlsx", rows))
    assert {one.reason for one in found.refused} == {"cell_formula"} and len(found.refused) == 4


@pytest.mark.parametrize(
    "rows", [[], [["alone"]], [[None, None], [None, 5]], [["Action"]], [["Action", "Cost", "Lead institution"]]]
)
def test_sheets_with_next_to_nothing(tmp_path: Path, rows: table_forms.Rows) -> None:
    found = taken(empty_plan(), table_forms.write(tmp_path / "x.xlsx", rows))
    assert found.puts == () and not found.rows


def test_ten_thousand_rows_can_be_cancelled_and_do_come_in(tmp_path: Path) -> None:
    rows = [["Мероприятия", "Ответственный исполнитель", "Срок исполнения", "Стоимость, тыс. лей"]]
    rows += [[f"Мера {n}", f"Министерство {n % 40}", f"{n % 4 + 1} кв. {2027 + n % 5}", str(n)] for n in range(10_000)]
    sheet = read_tables(table_forms.write(tmp_path / "x.xlsx", rows)).sheets[0]
    mapping = guess(sheet)
    reports: list[int] = []

    def progress(done: int, total: int) -> None:
        reports.append(done)
        if done > 500:
            raise Cancelled

    with pytest.raises(Cancelled):
        take(empty_plan(), sheet, mapping, Decisions(), language("ru"), progress)
    assert len(reports) < 10
    found = take(empty_plan(), sheet, mapping, Decisions(), language("ru"), lambda done, total: None)
    actions = cast(tuple[Action, ...], found.after.all("action"))
    assert len(actions) == 10_000 and len({row.code for row in actions}) == 10_000
    assert actions[3].cost == 3_000 and len(found.after.institutions) == 40


def test_other_headings_can_be_chosen(tmp_path: Path) -> None:
    sheet = read_tables(table_forms.romanian_plan(tmp_path / "a.xlsx")).sheets[0]
    assert (guess(sheet).first, guess(sheet).depth) == (4, 1)
    chosen = columns_of(sheet, Mapping("institution", 4, 1))
    assert chosen.kind == "institution" and len(chosen.columns) == 7


FIGURES = [
    ["Показатель", "Пол", "Возраст", "Территория", "Год", "Значение", "Источник"],
    ["Население", "женщины", "20-24", "Кишинёв", 2024, 1200, "НБС"],
    ["Население", "мужчины", "20-24", "Кишинёв", 2024, 1100, "НБС"],
    ["Население", None, "20-24", "Кишинёв", 2024, 2300, "НБС"],
]


def observation_table(path: Path, rows: table_forms.Rows) -> Path:
    return table_forms.write(path, rows, "Показатели")


def as_observations(mapping: Mapping) -> Mapping:
    wanted = ("name", "sex", "age", "area", "year", "value", "source")
    columns = tuple(Column(place, "", target) for place, target in enumerate(wanted, 1))
    return Mapping("observation", mapping.first or 1, 1, columns)


def test_figures_taken_in_twice_are_there_already_and_others_are_changes_to_choose(tmp_path: Path) -> None:
    path = observation_table(tmp_path / "a.xlsx", FIGURES)
    first = taken(empty_plan(), path, change=as_observations)
    assert first.made == {"observation": 3} and not first.duplicates
    again = taken(first.after, path, change=as_observations)
    assert again.puts == () and [one.changes for one in again.duplicates] == [()] * 3
    replaced = taken(first.after, path, Decisions(duplicates=dict.fromkeys((2, 3, 4), REPLACE)), as_observations)
    assert not replaced.may_be_taken and replaced.count(REPLACE) == 0 and replaced.puts == ()
    other = [list(row) for row in FIGURES]
    other[1][5], other[3][1], other[2][6] = 1250, "оба пола", "Перепись"
    path = observation_table(tmp_path / "b.xlsx", other)
    found = taken(first.after, path, change=as_observations)
    assert found.count(ADD) == 1, "another source is another figure"
    changed, same = found.duplicates
    assert changed.changes == (("value", Decimal(1200), Decimal(1250)),) and changed.decision == SKIP
    assert same.row == 4 and [name for name, _, _ in same.changes] in ([], ["sex"])
    unchanged = taken(first.after, path, Decisions(duplicates={2: UPDATE}), as_observations)
    assert [row.value for row in made(unchanged)].count(Decimal(1250)) == 0
    replaced = taken(first.after, path, Decisions(duplicates={2: REPLACE}), as_observations)
    assert len(made(replaced)) == 4 and made(replaced)[0].value == 1250


def test_what_differs_takes_the_place_of_what_was_there_only_when_asked(tmp_path: Path) -> None:
    plan = empty_plan().with_puts(
        creation("action", "x", {"title": "ОТКРЫТЬ ЦЕНТР", "end": Quarter(2030, 1), "note": "ours", "code": "A-9"})
    )
    path = table_forms.russian_plan(tmp_path / "r.xlsx")
    (one,) = taken(plan, path).duplicates
    assert one.changes == (("end", Quarter(2030, 1), Quarter(2028, 3)),) and one.blanks == 3
    record = cast(Action, taken(plan, path, Decisions(duplicates={7: REPLACE})).after.find("action", "x"))
    assert record.end == Quarter(2028, 3) and record.start == Quarter(2028, 2) and record.leads
    assert record.title == "ОТКРЫТЬ ЦЕНТР" and record.note == "ours" and record.code == "A-9"


def test_every_record_that_will_be_made_is_counted(tmp_path: Path) -> None:
    found = taken(empty_plan(), table_forms.romanian_plan(tmp_path / "a.xlsx"))
    assert found.made == {"action": 3, "institution": 4, "objective": 2, "action_indicator": 4}
    again = taken(found.after, tmp_path / "a.xlsx")
    assert again.made == {}


def test_times_before_the_plan_and_amounts_in_another_currency_are_told(tmp_path: Path) -> None:
    rows = [
        ["Action", "Start", "End", "Cost"],
        ["One", "2013", "2014", "3.5 million USD"],
        ["Two", "2027", "2028", "150 mil. lei"],
        ["Three", "2026", "2028", "12"],
    ]
    found = taken(empty_plan(), table_forms.write(tmp_path / "x.xlsx", rows))
    one, two, _ = made(found)
    assert (one.start, one.end, one.cost) == (Quarter(2013, 1), Quarter(2014, 4), None)
    assert one.note == "Cost: 3.5 million USD" and two.cost == 150_000_000
    assert found.early == (2, 4) and found.foreign == (2,)
    assert found.reading.early == {2: 2, 3: 1} and found.reading.foreign == {4: 1}


def people(plan: Plan, path: Path, **facts: Any) -> tuple[Table, Facts, There | None]:
    sheet = read_tables(path).sheets[0]
    table = read_population_sheet(sheet, guess(sheet), Reading(".")).table
    assert table is not None
    about = Facts("Census", 2024, "", "NBS", "thousands")
    about = replace(about, **facts)
    return table, about, there_already(plan, about, table)


def test_a_census_table_taken_in_twice_is_there_already(tmp_path: Path) -> None:
    path = table_forms.census(tmp_path / "census.xlsx")
    table, facts, there = people(empty_plan(), path)
    assert there is None
    plan = empty_plan().with_puts(population_puts(facts, table)[1])
    _, _, there = people(plan, path)
    assert there is not None and there.is_same and there.same_source
    _, _, there = people(plan, path, source="census.xlsx")
    assert there is not None and there.is_same and not there.same_source
    assert people(plan, path, year=2014)[2] is None and people(plan, path, area="Orhei")[2] is None
    assert [put.value for put in population_puts(replace(facts, area="Orhei"), table)[1] if put.field == "area"] == [
        "Orhei"
    ]


def test_figures_of_a_census_that_differ_are_changed_one_by_one(tmp_path: Path) -> None:
    table, facts, _ = people(empty_plan(), table_forms.census(tmp_path / "census.xlsx"))
    uid, puts = population_puts(facts, table)
    plan = empty_plan().with_puts(puts)
    cells = [list(row) for row in table.cells]
    cells[0][0], cells[3][1] = Decimal(21_500), Decimal(31_000)
    cells = [[cell if cell is None or cell > 20_000 else cell * 1000 for cell in row] for row in cells]
    other = replace(table, cells=tuple(tuple(row) for row in cells))
    in_persons = replace(facts, unit="persons")
    there = there_already(plan, in_persons, other)
    assert there is not None and there.fits
    assert [(one.row, one.column, one.old, one.new) for one in there.figures] == [
        ("0-4", "women", 20_500, 21_500), ("15-19", "men", 30_000, 31_000),
    ]  # fmt: skip
    assert figure_puts(there, in_persons, other, ()) == []
    after = plan.with_puts(figure_puts(there, in_persons, other, {("0-4", "women")}))
    (record,) = after.population_tables
    assert record.uid == uid and record.unit == "thousands" and record.table is not None
    assert record.table.column("women")[0] == Decimal("21.5") and record.table.column("men")[3] == 30
    assert len(record.table.rows) == len(table.rows)


def test_a_census_with_other_age_groups_changes_as_a_whole(tmp_path: Path) -> None:
    table, facts, _ = people(empty_plan(), table_forms.census(tmp_path / "census.xlsx"))
    plan = empty_plan().with_puts(population_puts(facts, table)[1])
    fewer = replace(table, rows=("0-14", "15+"), cells=table.cells[:2])
    there = there_already(plan, facts, fewer)
    assert there is not None and not there.fits and not there.is_same
    after = plan.with_puts(figure_puts(there, facts, fewer, {("0-14", "women")}))
    (record,) = after.population_tables
    assert record.table is not None and record.table.rows == ("0-14", "15+")


def test_numbers_of_objectives_are_no_codes_of_actions(tmp_path: Path) -> None:
    rows = [
        ["Nr.", "Obiectiv", "Acțiuni", "Raionul pilot"],
        ["1.1", "Date", "Una", "Orhei"],
        [None, None, "Două", None],
        ["1.2", "Servicii", "Trei", "Cahul"],
    ]
    path = table_forms.write(tmp_path / "x.xlsx", rows, merged=["A2:A3", "B2:B3"])
    found = taken(empty_plan(), path)
    assert all(row.code.startswith("A-") for row in made(found)) and not found.after.institutions
    assert made(found)[0].note == "Nr.: 1.1\nRaionul pilot: Orhei"


def test_cells_of_rows_that_are_passed_over_are_in_nobodys_way(tmp_path: Path) -> None:
    path = table_forms.agreements(tmp_path / "g.xlsx")
    first = taken(empty_plan(), path, Decisions(blank_unreadable=True))
    again = taken(first.after, path)
    assert not again.refused and {row.what for row in again.rows} == {SKIP}
    asked = taken(first.after, path, Decisions(duplicates={3: REPLACE}))
    assert [one.row for one in asked.refused] == [3] and not asked.puts
