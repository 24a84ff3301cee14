"""Rows of registers, without a window: add, duplicate, delete, paste."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mainstreamer.domain.kinds import KINDS, Action, Body, Institution
from mainstreamer.domain.numbers import Reading
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.language import SHIPPED, language
from mainstreamer.operations.pasting import Pasted, Refused, cells_of, header_fields, paste, text_of
from mainstreamer.operations.registers import add, delete, duplicate, fill_down, set_field

PLAN = Plan("00000000-0000-4000-8000-000000000001")
EN = Reading(".", language("en").code_of)
RU = Reading(",", language("ru").code_of)
NAME = language("en").field("institution", "name")
COLUMNS = ("name", "acronym", "type", "interest")


def with_rows(kind: str, *rows: dict[str, object]) -> Plan:
    plan = PLAN
    for place, values in enumerate(rows):
        plan = plan.with_puts(creation(kind, f"r{place}", values))
    return plan


def label(kind: str, field: str) -> str:
    return language("en").field(kind, field)


# -- adding ------------------------------------------------------------------------------------------------------------


def test_new_action_has_code_status_and_level() -> None:
    plan = PLAN.with_puts(creation("plan", PLAN.uid, {"level": "city"}))
    uid, puts = add(plan, "action")
    (action,) = plan.with_puts(puts).actions
    assert (action.uid, action.code, action.status, action.level) == (uid, "A-00-1", "not_started", "local")


def test_action_code_follows_its_item() -> None:
    _, puts = add(PLAN, "action", {"items": ("2.3",)})
    assert PLAN.with_puts(puts).actions[0].code == "A-02.03-1"


def test_code_of_a_removed_action_is_not_given_again() -> None:
    plan = with_rows("action", {"code": "A-00-1"}, {"code": "A-00-2"})
    plan = plan.with_puts(delete(plan, "action", ("r1",)))
    _, puts = add(plan, "action")
    assert {action.code for action in plan.with_puts(puts).actions} == {"A-00-1", "A-00-3"}


def test_objectives_are_numbered_on() -> None:
    plan = with_rows("objective", {"code": "9"}, {"code": "O-3"}, {"code": ""}, {"code": "²"})
    _, puts = add(plan, "objective")
    assert {row.code for row in plan.with_puts(puts).objectives} == {"9", "O-3", "", "²", "10"}


def test_given_values_come_before_defaults() -> None:
    _, puts = add(PLAN, "action", {"status": "done", "code": "X-7"})
    (action,) = PLAN.with_puts(puts).actions
    assert (action.code, action.status) == ("X-7", "done")


@pytest.mark.parametrize("kind", [name for name in KINDS if name != "plan"])
def test_every_kind_can_be_added(kind: str) -> None:
    uid, puts = add(PLAN, kind)
    assert PLAN.with_puts(puts).find(kind, uid) is not None


# -- duplicating and deleting ------------------------------------------------------------------------------------------


def test_duplicate_copies_values_and_children_under_a_new_code() -> None:
    plan = with_rows("action", {"code": "A-02.03-1", "items": ("2.3",), "title": "Act", "cost": Decimal(5)})
    plan = plan.with_puts(creation("action_indicator", "i", {"action": "r0", "name": "Acts"}))
    made, puts = duplicate(plan, "action", ("r0", "gone"))
    after = plan.with_puts(puts)
    copy = after.find("action", made[0])
    assert len(made) == 1 and isinstance(copy, Action)
    assert (copy.code, copy.title, copy.cost) == ("A-02.03-2", "Act", Decimal(5))
    assert [row.name for row in after.action_indicators[copy.uid]] == ["Acts"]
    assert len(after.action_indicators["r0"]) == 1


def test_duplicates_of_several_rows_have_different_codes() -> None:
    plan = with_rows("action", {"code": "A-00-1"}, {"code": "A-00-2"})
    _, puts = duplicate(plan, "action", ("r0", "r1"))
    codes = [action.code for action in plan.with_puts(puts).actions]
    assert codes == ["A-00-1", "A-00-2", "A-00-3", "A-00-4"]


def test_code_of_an_own_item_is_left_to_the_person() -> None:
    plan = with_rows("custom_item", {"code": "K1", "question": "Why?"})
    made, puts = duplicate(plan, "custom_item", ("r0",))
    copy = next(row for row in plan.with_puts(puts).custom_items if row.uid == made[0])
    assert (copy.code, copy.question) == ("", "Why?")


def test_deleting_a_body_deletes_its_members_only() -> None:
    plan = with_rows("body", {"name": "One"}, {"name": "Two"})
    plan = plan.with_puts(creation("membership", "m0", {"body": "r0"}) + creation("membership", "m1", {"body": "r1"}))
    after = plan.with_puts(delete(plan, "body", ("r0",)))
    assert [row.uid for row in after.bodies] == ["r1"]
    assert [row.uid for row in after.memberships] == ["m1"]
    assert delete(after, "body", ("r0",)) == []


# -- cells -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"one\ntwo"\tb', [["one\ntwo", "b"]]),
        ('"say ""no"" twice"\tb', [['say "no" twice', "b"]]),
        ('"Big" project\t"x"', [['"Big" project', '"x"']]),
        ('"open\tb', [['"open', "b"]]),
        ('a\t"1\n2"\nb\t"3\t4"', [["a", "1\n2"], ["b", "3\t4"]]),
        ('""\ta', [['""', "a"]]),
        ("\ta", [["", "a"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        (" \n\t\n", []),
        ("", []),
    ],
)
def test_cells_as_a_spreadsheet_copies_them(text: str, cells: list[list[str]]) -> None:
    assert cells_of(text) == cells


def test_written_cells_are_read_back() -> None:
    rows = [["a", 'say "no"\nnow', ""], ['"q"', "x\ty", "z"]]
    assert cells_of(text_of(rows)) == rows


# -- pasting -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", SHIPPED)
def test_labels_in_any_language_are_a_header(code: str) -> None:
    labels = [language(code).field("institution", field) for field in ("type", "name")]
    assert header_fields("institution", [f"{labels[0]} *", labels[1].upper(), ""]) == ("type", "name", None)


@pytest.mark.parametrize("cells", [[NAME], [NAME, "Bank", "3", "4"], ["", ""], ["Ministry", "MoL"]])
def test_data_are_no_header(cells: list[str]) -> None:
    assert header_fields("institution", cells) is None


def test_rows_without_header_become_records() -> None:
    text = "Ministry of Labour\tMoL\tLabour ministry\t5\n\nCentral bank\t\tЦентральный банк\t"
    found = paste(PLAN, "institution", COLUMNS, text, EN)
    assert found.refused == () and len(found.new_uids) == 2
    rows = PLAN.with_puts(found.puts).institutions
    assert [(row.name, row.acronym, row.type, row.interest) for row in rows] == [
        ("Ministry of Labour", "MoL", "labour_ministry", 5),
        ("Central bank", "", "central_bank", None),
    ]


def test_rows_start_at_the_current_cell_and_run_over_into_new_ones() -> None:
    plan = with_rows("institution", {"name": "One", "acronym": "A"}, {"name": "Two", "acronym": "B"})
    found = paste(
        plan, "institution", COLUMNS[1:], "X\tNGO\n\tNGO\nZ\tNGO", Reading("", lambda *_: "ngo"), ("r1", "r0")
    )
    after = plan.with_puts(found.puts)
    assert found.changed_uids == ("r1", "r0")
    assert [(row.name, row.acronym, row.type) for row in after.institutions] == [
        ("One", "", "ngo"),
        ("Two", "X", "ngo"),
        ("", "Z", "ngo"),
    ]


def test_header_decides_the_columns_and_the_current_cell_does_not() -> None:
    plan = with_rows("institution", {"name": "One"})
    head = f"{label('institution', 'interest')}\t{label('institution', 'name')}"
    found = paste(plan, "institution", COLUMNS[2:], f"{head}\n4\tTwo", EN, ("r0",))
    after = plan.with_puts(found.puts)
    assert [(row.name, row.interest) for row in after.institutions] == [("One", None), ("Two", 4)]


def test_rows_whose_code_is_known_change_that_record() -> None:
    plan = with_rows("action", {"code": "A-00-1", "title": "Old"})
    head = f"{label('action', 'code')}\t{label('action', 'title')}"
    found = paste(plan, "action", ("code",), f"{head}\nA-00-1\tNew\n\tOther\n\tThird", EN)
    after = plan.with_puts(found.puts)
    assert [(row.code, row.title) for row in after.actions] == [
        ("A-00-1", "New"),
        ("A-00-2", "Other"),
        ("A-00-3", "Third"),
    ]


def test_one_refused_cell_refuses_all() -> None:
    head = "\t".join(label("institution", field) for field in ("name", "type", "interest"))
    text = f"{head}\tColour\nOne\tTemple\t9\t\nTwo\tNGO\t3\tred"
    found = paste(PLAN, "institution", COLUMNS, text, EN)
    assert found.puts == () and found.new_uids == ()
    assert found.refused == (
        Refused(2, 2, "type", "choice_unknown", "Temple", label("institution", "type")),
        Refused(2, 3, "interest", "scale_range", "9", label("institution", "interest")),
        Refused(3, 4, "", "column_unknown", "red", "Colour"),
    )


def test_cells_beyond_the_last_column_are_refused() -> None:
    found = paste(PLAN, "institution", ("name",), "One\tTwo\t", EN)
    assert found.refused == (Refused(1, 2, "", "column_too_many", "Two"),)


def test_numbers_and_dates_of_the_language() -> None:
    found = paste(PLAN, "corridor", ("transfer_cost", "next_meeting"), "6,125\t31.03.2027", RU)
    (row,) = PLAN.with_puts(found.puts).corridors
    assert (row.transfer_cost, row.next_meeting) == (Decimal("6.125"), date(2027, 3, 31))


def test_a_country_that_nobody_knows_is_refused() -> None:
    found = paste(PLAN, "agreement", ("partners",), "Italy; Atlantis\nITA", EN)
    assert found.refused == (Refused(1, 1, "partners", "choice_unknown", "Italy; Atlantis"),)
    found = paste(PLAN, "agreement", ("partners",), "Italy; Франция\nDEU", EN)
    assert [row.partners for row in PLAN.with_puts(found.puts).agreements] == [("ITA", "FRA"), ("DEU",)]


def test_nothing_to_paste() -> None:
    assert paste(PLAN, "body", ("name",), " \n", EN).puts == ()


def test_pasted_line_breaks_stay() -> None:
    found = paste(PLAN, "institution", ("name", "mandate"), 'One\t"first\nsecond"', EN)
    (row,) = PLAN.with_puts(found.puts).institutions
    assert isinstance(row, Institution) and row.mandate == "first\nsecond"


def test_deleted_body_comes_back_with_its_members() -> None:
    plan = with_rows("body", {"name": "One"})
    plan = plan.with_puts(creation("membership", "m", {"body": "r0"}))
    puts = delete(plan, "body", ("r0",))
    back = plan.with_puts(puts).with_puts(put._replace(value=True) for put in puts)
    assert isinstance(back.find("body", "r0"), Body) and back.find("membership", "m") is not None


def test_a_paste_says_which_cells_it_would_change() -> None:
    plan = with_rows("action", {"code": "A-00-1", "title": "Old", "cost": Decimal(5)})
    head = f"{label('action', 'code')} *\t{label('action', 'title')}\t{label('action', 'cost').upper()}"
    found = paste(plan, "action", ("code",), f"{head}\nA-00-1\tOld\t7\nA-00-9\tNew\t", EN)
    changed = [cell for cell in found.cells if cell.uid == "r0"]
    assert changed == [Pasted(2, "r0", "cost", Decimal(5), Decimal(7), label("action", "cost").upper())]
    new = {cell.field: cell.new for cell in found.cells if cell.uid in found.new_uids}
    assert (new["code"], new["title"], new["status"]) == ("A-00-9", "New", "not_started")
    assert found.changed_uids == ("r0",) and len(found.new_uids) == 1


def test_a_single_value_goes_into_all_rows_selected() -> None:
    plan = with_rows("institution", {"name": "One"}, {"name": "Two"}, {"name": "Three", "acronym": "X"})
    found = paste(plan, "institution", ("acronym",), "X", EN, ("r0", "r1", "r2"), ("r0", "r2"))
    assert [row.acronym for row in plan.with_puts(found.puts).institutions] == ["X", "", "X"]
    assert found.changed_uids == ("r0",)
    found = paste(plan, "institution", ("acronym",), "A\nB", EN, ("r0", "r1", "r2"), ("r0", "r2"))
    assert [row.acronym for row in plan.with_puts(found.puts).institutions] == ["A", "", "B"]


def test_nothing_is_put_where_nothing_differs() -> None:
    plan = with_rows("institution", {"name": "One"})
    assert paste(plan, "institution", ("name",), "One", EN, ("r0",)).puts == ()


# -- many at once ------------------------------------------------------------------------------------------------------


def test_one_value_for_several_records() -> None:
    plan = with_rows("institution", {"name": "One"}, {"name": "Two", "level": "local"}, {"name": "Three"})
    after = plan.with_puts(set_field(plan, "institution", ("r0", "r1", "gone"), "level", "local"))
    assert [row.level for row in after.institutions] == ["local", "local", ""]
    assert [put.uid for put in set_field(plan, "institution", ("r0", "r1"), "level", "local")] == ["r0"]


def test_fill_down_takes_the_topmost_value() -> None:
    plan = with_rows("institution", {"acronym": "A"}, {"acronym": "B"}, {"acronym": "C"})
    after = plan.with_puts(fill_down(plan, "institution", ("r2", "r0"), "acronym"))
    assert [row.acronym for row in after.institutions] == ["C", "B", "C"]
    after = plan.with_puts(fill_down(plan, "institution", ("r2",), "acronym", above="r1"))
    assert [row.acronym for row in after.institutions] == ["A", "B", "B"]
    assert fill_down(plan, "institution", ("r0",), "acronym") == []
