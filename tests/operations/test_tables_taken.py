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
from mainstreamer.domain.kinds import Action, Agreement, Institution, Record
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.errors import Cancelled
from mainstreamer.exchange.foreign_in import read_tables
from mainstreamer.language import language
from mainstreamer.operations.tables.guessing import columns_of, guess
from mainstreamer.operations.tables.putting import ADD, BLANK, NEW, SKIP, UPDATE
from mainstreamer.operations.tables.taking import Decisions, Taking, take
from mainstreamer.operations.tables.targets import Mapping
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
    assert rows[0].contact_details == "+39 06 000; www.dacia.example"
    assert "Italia, Roma" in rows[0].source and "2009" in rows[0].source
    (duplicate,) = found.duplicates
    assert (duplicate.row, duplicate.other_row, duplicate.uid, duplicate.decision) == (5, 4, "", SKIP)
    filled = taken(empty_plan(), tmp_path / "l.xlsx", Decisions(duplicates={5: UPDATE}))
    assert len(made(filled)) == 2 and "2011" in made(filled)[0].source and "2009" in made(filled)[0].source
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
    assert [row.name for row in made(found)] == ["One", ""] and "Paris" in made(found)[1].source


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
