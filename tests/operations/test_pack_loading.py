"""Packs against a plan: what changes, what stays, what is refused; all as one step that can be taken back."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mainstreamer import knowledge
from mainstreamer.domain.checklist import ITEM_TEXTS
from mainstreamer.domain.kinds import item_text_uid
from mainstreamer.domain.own_checklist import tailored
from mainstreamer.domain.packs import ACTIONS, ITEMS, SETTINGS
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.errors import PackRefused
from mainstreamer.operations.pack_difference import EMPTIED, RESTORED, REWORDED, TRANSLATED, PackDifference
from mainstreamer.storage.document import Document
from tests.exchange.pack_tools import EditedPack
from tests.operations.own_plan import ACTION_UID, PLAN_UID, empty_plan, own_plan, own_puts

PLAN = own_plan()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> EditedPack:
    return EditedPack.written(PLAN, tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> EditedPack:
    return EditedPack.written(None, tmp_path_factory.mktemp("shipped"))


@pytest.fixture
def pack(written: EditedPack) -> EditedPack:
    return written.copy()


def refused(pack: EditedPack, plan: Plan = PLAN) -> list[tuple[str, str, int, str]]:
    with pytest.raises(PackRefused) as told:
        pack.compared(plan)
    return [(fault.reason, fault.sheet, fault.row, fault.column) for fault in told.value.faults]


def is_nothing(found: PackDifference) -> bool:
    return not (found.puts or found.texts or found.values or found.new or found.new_actions)


# -- round trips -------------------------------------------------------------------------------------------------------


def test_a_pack_loaded_into_its_own_plan_changes_nothing(pack: EditedPack) -> None:
    found = pack.compared(PLAN)
    assert is_nothing(found) and not found.gone and not found.gone_actions and not found.notes
    assert found.answers == 2 and not found.other_edition


def test_the_shipped_checklist_changes_nothing_in_an_empty_plan(shipped: EditedPack) -> None:
    found = shipped.compared(empty_plan())
    assert is_nothing(found) and not found.gone
    assert {state.code: state.percent for state in found.languages} == {"en": 100, "ru": 100}


def test_a_pack_brings_all_of_a_plans_own_into_another_plan(pack: EditedPack) -> None:
    found = pack.compared(empty_plan())
    after = empty_plan().with_puts(found.puts)
    for language in ("en", "ru", "ro"):
        one, other = (tailored(knowledge.checklist(language), plan) for plan in (PLAN, after))
        assert [item.code for item in one.items] == [item.code for item in other.items]
        assert [item.code for item in one.off] == [item.code for item in other.off]
        for item in one.items:
            assert item == other.by_code[item.code]
            assert all(one.text(item.code, name) == other.text(item.code, name) for name in ITEM_TEXTS)
            for action in item.actions:
                assert one.action_text(item.code, action.key, "action") == other.action_text(
                    item.code, action.key, "action"
                )
    assert {one.item for one in found.new} == {"2.N1", "3.N1"}
    assert is_nothing(pack.compared(after))


def test_the_shipped_checklist_takes_a_plans_own_wording_back(shipped: EditedPack) -> None:
    found = shipped.compared(PLAN)
    assert {(one.item, one.name, one.language, one.change) for one in found.texts} == {
        ("1.1", "question", "en", RESTORED),
        ("1.2", "action.a.action", "en", RESTORED),
    }
    assert {(one.item, one.name) for one in found.values} == {("1.3", "off"), ("1.3", "reason"), ("1.2", "place")}
    assert [(one.item, one.answered) for one in found.gone] == [("2.N1", True), ("3.N1", False)]
    assert [(one.item, one.key) for one in found.gone_actions] == [("1.1", ACTION_UID)]
    after = PLAN.with_puts(found.puts)
    assert [own.code for own in after.custom_items] == ["2.N1", "3.N1"]
    assert after.answers == PLAN.answers
    # Romanian is not a column of the shipped pack, so nothing is said about it.
    assert tailored(knowledge.checklist("ro"), after).text("1.1", "question") == "A decis guvernul?"


# -- single changes ----------------------------------------------------------------------------------------------------


def test_a_translation_into_a_new_language_and_its_percentage(pack: EditedPack) -> None:
    for code in ("1.1", "1.2", "1.4"):
        pack.set(pack.row(code), "why::ro", f"De ce {code}")
    found = pack.compared(PLAN)
    assert [(one.item, one.name, one.language, one.old, one.change) for one in found.texts] == [
        (code, "why", "ro", "", TRANSLATED) for code in sorted(("1.1", "1.2", "1.4"), key=pack.row)
    ]
    state = next(state for state in found.languages if state.code == "ro")
    assert (state.have, state.new) == (5, 3)
    assert state.have + sum(state.instead.values()) == state.of
    assert 0 <= state.percent < 100 and state.instead["en"] > 100
    checklist = tailored(knowledge.checklist("ro"), PLAN.with_puts(found.puts))
    assert checklist.text("1.2", "why") == "De ce 1.2" and checklist.text("1.2", "question")


def test_a_language_is_named_by_its_code_in_brackets_too(pack: EditedPack) -> None:
    pack.set(1, "question::ro", "Question::Romanian (RO)")
    pack.set(pack.row("1.1"), "Question::Romanian (RO)", "Altfel")
    (change,) = [one for one in pack.compared(PLAN).texts if one.item == "1.1"]
    assert (change.language, change.old, change.new) == ("ro", "A decis guvernul?", "Altfel")


def test_an_emptied_text_goes_back_to_the_original(pack: EditedPack) -> None:
    pack.set(pack.row("1.1"), "question::en", None)
    (change,) = pack.compared(PLAN).texts
    assert change.change == RESTORED and change.new == knowledge.shipped_text("en", "1.1", "question")
    after = PLAN.with_puts(pack.compared(PLAN).puts)
    assert not tailored(knowledge.checklist("en"), after).is_reworded("1.1")


def test_an_emptied_shipped_text_is_no_change(pack: EditedPack) -> None:
    pack.set(pack.row("1.4"), "why::en", None)
    assert is_nothing(pack.compared(PLAN))


def test_a_text_that_was_cut_when_it_was_written_stays_whole(tmp_path: Path) -> None:
    uid = item_text_uid(PLAN_UID, "1.1", "en", "question")
    plan = PLAN.with_puts([Put("item_text", uid, "text", "A long question. " * 3000)])
    assert is_nothing(EditedPack.written(plan, tmp_path).compared(plan))


def test_a_new_item_without_a_code_gets_the_next_one_and_is_the_same_item_the_second_time(pack: EditedPack) -> None:
    pack.add(step=2, question__en="Is there a register?", question__ru="Есть ли реестр?", essential="yes", r2="R2.2")
    pack.add(step="2", question__en="Is there a second register?", place=1.5)
    found = pack.compared(PLAN)
    assert [one.item for one in found.new] == ["2.N2", "2.N3"]
    after = PLAN.with_puts(found.puts)
    russian = tailored(knowledge.checklist("ru"), after)
    assert russian.text("2.N2", "question") == "Есть ли реестр?" and russian.by_code["2.N2"].essential
    assert [item.code for item in russian.of_step(2)][:4] == ["2.1", "2.N1", "2.N3", "2.2"]
    again = pack.compared(after)
    assert is_nothing(again) and not again.gone


def test_codes_of_removed_items_are_not_given_again(pack: EditedPack) -> None:
    plan = PLAN.with_puts([Put("custom_item", "own-1", "exists", False)])
    for row in (pack.row("2.N1"),):
        del pack.sheets[ITEMS].rows[row]
    pack.add(step=2, question__en="Is there a register?")
    assert [one.item for one in pack.compared(plan).new] == ["2.N2"]


def test_an_own_item_taken_out_of_the_plan_comes_again_with_the_pack_and_keeps_nothing_old(pack: EditedPack) -> None:
    pack.add(step=4, question__en="Is there a register?", why__en="Because.")
    plan = PLAN.with_puts(pack.compared(PLAN).puts)
    own = next(row for row in plan.custom_items if row.code == "4.N1")
    away = plan.with_puts(
        [Put("custom_item", own.uid, "evidence", "Old"), Put("custom_item", own.uid, "exists", False)]
    )
    found = pack.compared(away)
    assert [one.item for one in found.new] == ["4.N2"]
    (back,) = [row for row in away.with_puts(found.puts).custom_items if row.code == "4.N2"]
    assert (back.uid, back.why, back.evidence) == (own.uid, "Because.", "")


def test_new_suggested_actions_also_for_a_new_item(pack: EditedPack) -> None:
    pack.add(code="5.N1", step=5, question__en="Are ages known?")
    pack.add(ACTIONS, item="5.N1", lead="statistics_office", quarters=2, action__en="Count", action__ru="Посчитать")
    pack.add(ACTIONS, item="1.1", action__en="Ask")
    found = pack.compared(PLAN)
    assert [(one.item, one.text) for one in found.new_actions] == [("5.N1", "Count"), ("1.1", "Ask")]
    after = PLAN.with_puts(found.puts)
    (action,) = tailored(knowledge.checklist("en"), after).by_code["5.N1"].actions
    assert (action.lead, action.quarters) == ("statistics_office", 2)
    russian = tailored(knowledge.checklist("ru"), after)
    assert russian.action_text("5.N1", action.key, "action") == "Посчитать"
    assert is_nothing(pack.compared(after))


def test_own_items_and_actions_are_edited(pack: EditedPack) -> None:
    row = pack.row("2.N1")
    pack.set(row, "question::en", "Does the council meet in public?")
    pack.set(row, "essential", "no")
    pack.set(row, "roles", "origin; return")
    pack.set(row, "why::en", None)
    action = pack.row("1.1", ACTIONS, ACTION_UID)
    pack.set(action, "quarters", 5, ACTIONS)
    pack.set(action, "action::en", "Convene the cabinet", ACTIONS)
    found = pack.compared(PLAN)
    assert {(one.item, one.name, one.new) for one in found.values} == {
        ("2.N1", "essential", False),
        ("2.N1", "roles", ("origin", "return")),
        ("1.1", "quarters", 5),
    }
    assert {(one.name, one.change) for one in found.texts} == {
        ("question", REWORDED),
        ("why", EMPTIED),
        (f"action.{ACTION_UID}.action", REWORDED),
    }
    assert is_nothing(pack.compared(PLAN.with_puts(found.puts)))


def test_settings_of_items_are_changed_and_taken_back(pack: EditedPack) -> None:
    pack.set(pack.row("1.4"), "off", True)
    pack.set(pack.row("1.4"), "reason", "Not here")
    pack.set(pack.row("1.3"), "off", None)
    pack.set(pack.row("1.2"), "place", "2,5")
    found = pack.compared(PLAN)
    assert {(one.item, one.name, one.new) for one in found.values} == {
        ("1.4", "off", True),
        ("1.4", "reason", "Not here"),
        ("1.3", "off", None),
        ("1.2", "place", Decimal("2.5")),
    }
    after = PLAN.with_puts(found.puts)
    assert [item.code for item in tailored(knowledge.checklist("en"), after).off] == ["1.4"]
    assert is_nothing(pack.compared(after))


def test_rows_that_are_gone_are_told_and_stay(pack: EditedPack) -> None:
    for code in ("1.1", "2.N1"):
        del pack.sheets[ITEMS].rows[pack.row(code)]
    found = pack.compared(PLAN)
    assert [(one.item, one.answered) for one in found.gone] == [("1.1", True), ("2.N1", True)]
    assert is_nothing(found)


def test_a_pack_without_its_other_columns_and_sheets_says_nothing_about_them(pack: EditedPack) -> None:
    del pack.sheets[ACTIONS]
    for heading in [str(cell.value) for cell in pack.sheets[ITEMS].rows[1].values()]:
        if heading not in ("code", "question::en"):
            pack.drop_column(heading)
    found = pack.compared(PLAN)
    assert is_nothing(found) and not found.gone_actions


# -- editions ----------------------------------------------------------------------------------------------------------


def test_a_pack_of_another_edition_says_what_is_new_gone_and_reworded(pack: EditedPack) -> None:
    pack.setting("edition", "2027.03")
    new = pack.add(code="9.99", step=9, stage="4", question__en="Is there a fund?", migof="P2")
    del pack.sheets[ITEMS].rows[pack.row("1.4")]
    row = pack.row("1.2")
    pack.set(row, "question::en", "Is one institution named?")
    pack.set(row, "essential", "no")
    found = pack.compared(PLAN)
    assert found.other_edition and found.edition == "2027.03"
    assert [one.item for one in found.new] == ["9.99"] and [one.item for one in found.gone] == ["1.4"]
    assert [(one.item, one.change) for one in found.texts] == [("1.2", REWORDED)]
    assert {(note.reason, note.row, note.heading) for note in found.notes} == {
        ("as_shipped", row, "essential"),
        ("not_kept", new, "stage"),
        ("not_kept", new, "migof"),
    }
    after = PLAN.with_puts(found.puts)
    assert after.answers == PLAN.answers
    checklist = tailored(knowledge.checklist("en"), after)
    assert checklist.text("9.99", "question") == "Is there a fund?" and checklist.by_code["1.2"].essential
    assert is_nothing(pack.compared(after))


# -- refusals ----------------------------------------------------------------------------------------------------------

Edit = Callable[[EditedPack], Any]

REFUSALS: dict[str, tuple[Edit, str, str, str]] = {
    "step of a shipped item": (lambda p: p.set(p.row("1.1"), "step", 2), "structure_fixed", ITEMS, "B"),
    "sector of a shipped item": (lambda p: p.set(p.row("1.1"), "sector", "health"), "structure_fixed", ITEMS, "D"),
    "lead of a shipped action": (
        lambda p: p.set(p.row("1.1", ACTIONS, "a"), "lead", "media", ACTIONS), "structure_fixed", ACTIONS, "C",
    ),
    "unknown code": (lambda p: p.add(code="1.99", step=1, question__en="x"), "code_unknown", ITEMS, "A"),
    "code of no shape": (lambda p: p.add(code="hello!", step=1, question__en="x"), "code_malformed", ITEMS, "A"),
    "no step": (lambda p: p.add(question__en="x"), "step_missing", ITEMS, "B"),
    "no question": (lambda p: p.add(step=1, why__en="x"), "question_missing", ITEMS, "Q"),
    "other step": (lambda p: p.add(code="1.N5", step=2, question__en="x"), "step_unlike_code", ITEMS, "B"),
    "unknown sector": (lambda p: p.set(p.row("2.N1"), "sector", "finanse"), "choice_unknown", ITEMS, "D"),
    "one code of many": (lambda p: p.set(p.row("2.N1"), "sdg", "10.7; 99.9"), "choice_unknown", ITEMS, "J"),
    "8.10 as a number": (lambda p: p.set(p.row("2.N1"), "sdg", 8.1), "code_is_number", ITEMS, "J"),
    "a date for a code": (lambda p: p.set(p.row("1.1"), "code", "44927", kind="date"), "date", ITEMS, "A"),
    "a number for a code that is none": (lambda p: p.set(p.row("1.1"), "code", 77), "code_is_number", ITEMS, "A"),
    "a formula": (lambda p: p.set(p.row("1.1"), "why::en", "A1", kind="formula"), "formula", ITEMS, "T"),
    "an error": (lambda p: p.set(p.row("1.1"), "off", "#REF!", kind="error"), "error", ITEMS, "O"),
    "a fraction for a text": (lambda p: p.set(p.row("1.1"), "question::en", 2.1), "number_for_text", ITEMS, "Q"),
    "a word for a place": (lambda p: p.set(p.row("1.1"), "place", "soon"), "number_unreadable", ITEMS, "N"),
    "neither yes nor no": (lambda p: p.set(p.row("1.1"), "off", "perhaps"), "choice_unknown", ITEMS, "O"),
    "a text too long": (lambda p: p.set(p.row("1.1"), "why::en", "x" * 40_000), "text_too_long", ITEMS, "T"),
    "a code twice": (lambda p: p.add(code="1.1", step=1, question__en="x"), "code_twice", ITEMS, "A"),
    "an own question emptied": (lambda p: p.set(p.row("2.N1"), "question::en", None), "question_missing", ITEMS, "Q"),
    "no quarters": (lambda p: p.set(p.row("1.1", ACTIONS, ACTION_UID), "quarters", 0, ACTIONS), "whole_out_of_range",
                    ACTIONS, "D"),
    "an action of no item": (lambda p: p.add(ACTIONS, item="9.99", action__en="x"), "item_unknown", ACTIONS, "A"),
    "an action without an item": (lambda p: p.add(ACTIONS, action__en="x"), "item_missing", ACTIONS, "A"),
    "an action without words": (lambda p: p.add(ACTIONS, item="1.1", quarters=2), "action_missing", ACTIONS, "F"),
    "a key elsewhere": (
        lambda p: p.add(ACTIONS, item="1.2", key=ACTION_UID, action__en="x"), "key_of_other_item", ACTIONS, "B",
    ),
    "a key twice": (lambda p: p.add(ACTIONS, item="1.1", key="a", action__en="x"), "key_twice", ACTIONS, "B"),
    "an unknown heading": (lambda p: p.column("quesion::en"), "heading_unknown", ITEMS, "AO"),
    "a heading twice": (lambda p: p.column("Question::EN"), "heading_twice", ITEMS, "AO"),
    "a language that is none": (lambda p: p.column("question::in English"), "language_unknown", ITEMS, "AO"),
    "no heading": (lambda p: p.sheets[ITEMS].rows[3].update({60: p.sheets[ITEMS].rows[3][1]}), "heading_missing_here",
                   ITEMS, "BH"),
    "no codes": (lambda p: p.drop_column("code"), "heading_missing", ITEMS, ""),
    "no settings": (lambda p: p.sheets.pop(SETTINGS), "sheet_missing", SETTINGS, ""),
    "no items": (lambda p: p.sheets.pop(ITEMS), "sheet_missing", ITEMS, ""),
    "merged cells": (lambda p: p.sheets[ITEMS].merged.append("C4:D9"), "merged", ITEMS, "C"),
    "a newer form": (lambda p: p.setting("format", 2), "format_unknown", SETTINGS, "B"),
    "no edition": (lambda p: p.setting("edition", None), "setting_missing", SETTINGS, "B"),
    "an edition as a number": (lambda p: p.setting("edition", 2027.1), "code_is_number", SETTINGS, "B"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSALS)
def test_what_cannot_be_taken_is_named_by_sheet_row_and_column(pack: EditedPack, name: str) -> None:
    edit, reason, sheet, column = REFUSALS[name]
    assert _last_column(pack) == "AN"
    edit(pack)
    found = refused(pack)
    assert (reason, sheet, column) in {(one[0], one[1], one[3]) for one in found}, found
    assert len(found) == 1 or name == "no items"


def _last_column(pack: EditedPack) -> str:
    from mainstreamer.domain.returned import column_letter

    return column_letter(max(pack.sheets[ITEMS].rows[1]))


def test_all_faults_are_told_at_once(pack: EditedPack) -> None:
    pack.set(pack.row("1.1"), "off", "perhaps")
    pack.set(pack.row("1.2"), "place", "soon")
    pack.add(ACTIONS, action__en="x")
    assert len(refused(pack)) == 3


def test_the_same_new_item_twice_is_refused(pack: EditedPack) -> None:
    pack.add(step=1, question__en="Is it so?")
    row = pack.add(step=1, question__en="Is it so?")
    assert refused(pack) == [("row_twice", ITEMS, row, "Q")]


@pytest.mark.parametrize(
    ("typed", "code"), [(1.1, "1.1"), ("2.\u043d1", "2.N1"), ("6\u041d1", "6H1"), (" 1.2 ", "1.2")]
)
def test_codes_that_a_spreadsheet_or_a_keyboard_changed_are_known_again(
    pack: EditedPack, typed: object, code: str
) -> None:
    pack.set(pack.row(code), "code", typed)
    assert is_nothing(pack.compared(PLAN))


def test_ten_and_one_are_told_apart() -> None:
    from mainstreamer.exchange.pack_values import CellRefused, PackCodes
    from mainstreamer.exchange.sheet_in import RawCell

    codes = PackCodes(frozenset({"2.1", "2.10", "2.2", "3.10", "6E1", "6E2"}), frozenset(), "2026.11")
    assert codes.item_of(RawCell("number", 2.2)) == "2.2"
    assert codes.item_of(RawCell("number", 60)) == "6E1" and codes.item_of(RawCell("number", 600)) == "6E2"
    for number in (2.1, 3.1, 7):
        with pytest.raises(CellRefused):
            codes.item_of(RawCell("number", number))


# -- many random edits -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(25))
def test_random_edits_are_exactly_the_differences_and_undo_takes_them_back(
    seed: int, written: EditedPack, document: Document
) -> None:
    chance = random.Random(seed)
    document.put("edit", [put for put in own_puts() if put.kind != "answer"])
    before = document.plan
    pack = written.copy()
    checklist = tailored(knowledge.checklist("en"), before)
    codes = [item.code for item in (*checklist.items, *checklist.off)]
    texts: set[tuple[str, str, str]] = set()
    values: set[tuple[str, str]] = set()
    new = 0
    for number in range(chance.randint(1, 40)):
        code = chance.choice(codes)
        row = pack.row(code)
        deed = chance.randrange(5)
        if deed < 3:
            name, language = chance.choice(ITEM_TEXTS), chance.choice(("en", "ru", "ro", "fr-ca"))
            pack.set(row, f"{name}::{language}", f"Text {number} “{chance.random()}”")
            texts.add((code, name, language))
        elif deed == 3:
            pack.set(row, "reason", f"Reason {number}")
            pack.set(row, "place", number + 0.75)
            values |= {(code, "reason"), (code, "place")}
        else:
            pack.add(step=chance.randint(1, 10), question__en=f"New question {number}?")
            new += 1
    found = pack.compared(before)
    assert {(one.item, one.name, one.language) for one in found.texts} == texts
    assert {(one.item, one.name) for one in found.values} == values
    assert len(found.new) == new and not found.gone
    document.put("load_pack", found.puts)
    after = document.plan
    assert is_nothing(pack.compared(after))
    document.undo()
    assert all(document.plan.all(kind) == before.all(kind) for kind in document.plan.entries)
    document.redo()
    assert all(document.plan.all(kind) == after.all(kind) for kind in after.entries)
