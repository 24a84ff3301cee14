"""What people make of the checklist, without a window: own items, wording, order, leaving out, suggestions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from mainstreamer.domain.checklist import Checklist, Item
from mainstreamer.domain.own_checklist import (
    AS_SHIPPED,
    LEFT_OUT,
    OWN,
    REWORDED,
    OwnCodes,
    every_item,
    in_order,
    item_states,
    originals,
    tailored,
)
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.domain.translated import texts_shown
from mainstreamer.knowledge import checklist, plan_checklist
from mainstreamer.operations import own_items
from mainstreamer.operations.answering import answer
from mainstreamer.operations.own_items import Wording

UID = "00000000-0000-4000-8000-000000000001"
EMPTY = Plan(UID).with_puts(creation("plan", UID, {"language": "en"}))
ORIGINAL = checklist("en").text("1.1", "question")


def items(plan: Plan, step: int = 1) -> list[Item]:
    return [item for item in every_item(checklist("en"), plan) if item.step == step]


def order(plan: Plan, step: int = 1) -> list[str]:
    return [item.code for item in in_order(plan, items(plan, step))]


def reworded(plan: Plan, item: str, name: str, text: str, language: str = "en") -> Plan:
    return plan.with_puts(own_items.reword(plan, plan_checklist(plan, language), item, name, text))


def with_own(plan: Plan = EMPTY, step: int = 1, language: str = "en", **values: Any) -> tuple[Plan, str]:
    uid, puts = own_items.add(plan, step, language, **values)
    return plan.with_puts(puts), uid


# -- own items ---------------------------------------------------------------------------------------------------------


def test_an_own_item_has_a_code_and_keeps_the_language_it_was_written_in() -> None:
    plan, uid = with_own(question="Public?", language="ro")
    (own,) = plan.custom_items
    assert (own.uid, own.code, own.step, own.language) == (uid, "1.N1", "1", "ro")
    made = plan_checklist(plan, "ru")
    assert (made.text("1.N1", "question"), made.language_of("1.N1")) == ("Public?", "ro")
    assert order(plan)[-1] == "1.N1"


def test_codes_of_own_items_are_never_given_again() -> None:
    plan, _ = with_own()
    plan, _ = with_own(plan)
    plan = plan.with_puts(own_items.remove(plan, "1.N2"))
    assert OwnCodes(plan).next(1) == "1.N3"
    assert OwnCodes(plan).next(10) == "10.N1"
    plan = plan.with_puts(answer(plan, "1.N7", score="yes"))
    assert OwnCodes(plan).next(1) == "1.N8", "an answer waits under that code"


def test_a_removed_item_takes_its_wording_along_and_leaves_its_answer() -> None:
    plan, _ = with_own(question="Public?")
    plan = plan.with_puts(own_items.suggest(plan, "1.N1", "en", action="Publish")[1])
    plan = reworded(plan, "1.N1", "question", "Открыто?", "ru")
    plan = plan.with_puts(answer(plan, "1.N1", score="yes") + own_items.leave_out(plan, "1.N1", "Later"))
    after = plan.with_puts(own_items.remove(plan, "1.N1"))
    assert (after.custom_items, after.item_actions, after.item_texts, after.item_settings) == ((), (), (), {})
    assert after.answers["1.N1"].score == "yes"
    assert "1.N1" not in plan_checklist(after, "en").known
    assert own_items.remove(plan, "1.1") == [], "a shipped item is left out, never removed"


def test_a_copy_begins_with_the_texts_and_suggestions_of_an_item_and_stands_behind_it() -> None:
    reading = plan_checklist(EMPTY, "en")
    uid, puts = own_items.duplicate(EMPTY, reading, items(EMPTY), "1.2")
    plan = EMPTY.with_puts(puts)
    made = plan_checklist(plan, "en")
    assert order(plan)[1:3] == ["1.2", "1.N1"]
    assert made.text("1.N1", "yes") == made.text("1.2", "yes")
    copied, source = made.by_code["1.N1"], made.by_code["1.2"]
    assert (copied.essential, copied.tags["r2"], copied.sector) == (source.essential, source.tags["r2"], source.sector)
    assert [(one.lead, one.quarters, one.indicator) for one in copied.actions] == [
        (one.lead, one.quarters, one.indicator) for one in source.actions
    ]
    texts = [made.action_text("1.N1", one.key, "action") for one in copied.actions]
    assert texts == [made.action_text("1.2", one.key, "action") for one in source.actions]
    assert plan.find("custom_item", uid) is not None


def test_a_copy_of_the_last_item_and_of_an_own_one() -> None:
    plan, _ = with_own(question="Public?", language="ru")
    reading = plan_checklist(plan, "ru")
    plan = plan.with_puts(own_items.duplicate(plan, reading, items(plan), "1.N1")[1])
    assert order(plan)[-2:] == ["1.N1", "1.N2"]
    assert plan_checklist(plan, "ru").text("1.N2", "question") == "Public?"
    assert plan.custom_items[1].why == "", "what is blank stays blank"


# -- wording -----------------------------------------------------------------------------------------------------------


def test_a_reworded_text_keeps_the_original_beside_it() -> None:
    plan = reworded(EMPTY, "1.1", "question", "Has cabinet decided?  ")
    made = plan_checklist(plan, "en")
    assert own_items.wording(plan, made, "1.1", "question") == Wording(
        "Has cabinet decided?", ORIGINAL, "en", changed=True
    )
    assert originals(made, "1.1") == {"question": ORIGINAL} and originals(made, "1.2") == {}
    assert item_states(made)["1.1"] == (REWORDED,) and item_states(made)["1.2"] == (AS_SHIPPED,)
    assert plan.answer_uid("1.1") == EMPTY.answer_uid("1.1")


@pytest.mark.parametrize("text", ["", "   ", ORIGINAL, f" {ORIGINAL}\n"])
def test_blank_or_the_original_itself_is_the_original_again(text: str) -> None:
    assert own_items.reword(EMPTY, plan_checklist(EMPTY, "en"), "1.1", "question", text) == []
    plan = reworded(reworded(EMPTY, "1.1", "question", "Has cabinet decided?"), "1.1", "question", text)
    made = plan_checklist(plan, "en")
    assert made.text("1.1", "question") == ORIGINAL and not own_items.wording(plan, made, "1.1", "question").changed
    assert item_states(made)["1.1"] == (AS_SHIPPED,)


def test_the_same_words_again_are_no_change() -> None:
    plan = reworded(EMPTY, "1.1", "question", "Has cabinet decided?")
    assert own_items.reword(plan, plan_checklist(plan, "en"), "1.1", "question", "Has cabinet decided?") == []


def test_a_text_reworded_in_one_language_is_said_in_the_other_and_may_stay_there() -> None:
    plan = reworded(EMPTY, "1.1", "question", "Has cabinet decided?")
    russian = checklist("ru").text("1.1", "question")
    made = plan_checklist(plan, "ru")
    assert made.text("1.1", "question") == "Has cabinet decided?"
    found = own_items.wording(plan, made, "1.1", "question")
    assert (found.text, found.original, found.elsewhere, found.changed) == (russian, russian, "en", False)
    plan = plan.with_puts(own_items.keep(plan, made, "1.1", "question"))
    made = plan_checklist(plan, "ru")
    assert made.text("1.1", "question") == russian
    assert own_items.wording(plan, made, "1.1", "question") == Wording(russian, russian, "ru")


def test_a_translation_stands_beside_what_people_would_read_without_it() -> None:
    made = plan_checklist(EMPTY, "ro")
    found = own_items.wording(EMPTY, made, "1.1", "question")
    assert found == Wording("", ORIGINAL, "en") and found.is_translation
    plan = reworded(EMPTY, "1.1", "question", "Există o decizie?", "ro")
    made = plan_checklist(plan, "ro")
    assert own_items.wording(plan, made, "1.1", "question") == Wording("Există o decizie?", ORIGINAL, "en")
    assert item_states(made)["1.1"] == (AS_SHIPPED,), "a translation rewords nothing"
    plan = reworded(plan, "1.1", "question", "Has cabinet decided?")
    assert own_items.wording(plan, plan_checklist(plan, "ro"), "1.1", "question").original == "Has cabinet decided?"


def test_an_own_item_is_written_where_it_was_written_first() -> None:
    plan, uid = with_own(question="Public?")
    plan = reworded(plan, "1.N1", "question", "Is it public?")
    assert plan.value("custom_item", uid, "question") == "Is it public?" and plan.item_texts == ()
    plan = reworded(plan, "1.N1", "question", "Открыто?", "ru")
    assert own_items.wording(plan, plan_checklist(plan, "ru"), "1.N1", "question") == Wording(
        "Открыто?", "Is it public?", "en"
    )
    assert plan_checklist(plan, "en").text("1.N1", "question") == "Is it public?"
    assert item_states(plan_checklist(plan, "en"))["1.N1"] == (OWN,)


def test_wording_in_the_own_language_of_an_item_does_not_hide_what_is_written_now() -> None:
    plan, _ = with_own(question="Public?")
    values = {"item": "1.N1", "language": "en", "name": "question", "text": "Loaded from a pack?"}
    uid = own_items.item_text_uid(UID, "1.N1", "en", "question")
    plan = plan.with_puts(creation("item_text", uid, values))
    plan = reworded(plan, "1.N1", "question", "Typed now?")
    assert plan_checklist(plan, "en").text("1.N1", "question") == "Typed now?"


def test_wording_is_taken_back_in_one_language_or_in_all() -> None:
    plan = reworded(reworded(EMPTY, "1.1", "question", "One?"), "1.1", "why", "Two.")
    plan = reworded(plan, "1.1", "question", "Раз?", "ru")
    only = plan.with_puts(own_items.restore(plan, "1.1", "en", ("question",)))
    assert {(row.language, row.name) for row in only.item_texts if row.text} == {("en", "why"), ("ru", "question")}
    whole = plan.with_puts(own_items.restore(plan, "1.1"))
    assert not any(row.text for row in whole.item_texts)
    assert own_items.restore(whole, "1.1") == []
    assert item_states(plan_checklist(whole, "en"))["1.1"] == (AS_SHIPPED,)


def test_suggested_actions_are_reworded_too() -> None:
    key = checklist("en").by_code["1.1"].actions[0].key
    name = f"action.{key}.action"
    plan = reworded(EMPTY, "1.1", name, "Ask the cabinet")
    made = plan_checklist(plan, "en")
    assert made.action_text("1.1", key, "action") == "Ask the cabinet"
    original = checklist("en").action_text("1.1", key, "action")
    assert own_items.wording(plan, made, "1.1", name) == Wording("Ask the cabinet", original, "en", changed=True)


def test_how_much_is_translated() -> None:
    def share(plan: Plan, language: str) -> tuple[int, int]:
        return texts_shown(plan_checklist(plan, language))

    there, of = share(EMPTY, "en")
    assert there == of > 1000 and share(EMPTY, "ru") == (of, of) and share(EMPTY, "ro") == (0, of)
    plan, _ = with_own(question="Public?")
    assert share(plan, "en") == (of + 1, of + 1) and share(plan, "ru") == (of, of + 1)
    plan = reworded(plan, "1.N1", "question", "Открыто?", "ru")
    assert share(plan, "ru") == (of + 1, of + 1)
    plan = reworded(plan, "1.1", "why", "Because.")
    assert share(plan, "ru") == (of, of + 1), "people read the English rewording"
    assert share(reworded(plan, "1.1", "why", "De aceea.", "ro"), "ro") == (1, of + 1)


# -- order, leaving out ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "to"), [("1.1", 0), ("1.1", 3), ("1.4", 0), ("1.4", 99), ("1.3", 1), ("1.2", -5)])
def test_items_are_moved_to_a_position(code: str, to: int) -> None:
    before = order(EMPTY)
    plan = EMPTY.with_puts(own_items.move(EMPTY, items(EMPTY), code, to))
    rest = [one for one in before if one != code]
    rest.insert(max(0, min(to, len(rest))), code)
    assert order(plan) == rest
    assert set(plan.item_settings) <= {code}, "only the item that was moved gets a place"
    assert order(plan, 2) == order(EMPTY, 2)


def test_where_it_is_already_no_move_is_made() -> None:
    assert own_items.move(EMPTY, items(EMPTY), "1.2", 1) == []
    assert own_items.move(EMPTY, items(EMPTY), "9.9", 1) == []


def test_a_step_is_numbered_anew_when_no_place_is_left_between_two_items() -> None:
    plan, expected = EMPTY, order(EMPTY)
    anew = 0
    for turn in range(60):
        code = expected[turn % 3 + 1]
        expected.remove(code)
        expected.insert(1, code)
        puts = own_items.move(plan, items(plan), code, 1)
        anew += len({put.uid for put in puts}) > 1
        plan = plan.with_puts(puts)
        assert order(plan) == expected
    assert anew > 1
    places = [row.place for row in plan.item_settings.values() if row.place is not None]
    assert all(-int(place.normalize().as_tuple().exponent) <= own_items.MOST_DECIMALS for place in places)


def test_two_items_that_two_laptops_put_into_one_place_can_be_told_apart_again() -> None:
    plan = EMPTY
    for code in ("1.3", "1.4"):
        plan = plan.with_puts(own_items._set(plan, code, place=Decimal("1.5")))
    assert order(plan)[:4] == ["1.1", "1.3", "1.4", "1.2"]
    plan = plan.with_puts(own_items.move(plan, items(plan), "1.2", 2))
    assert order(plan)[:4] == ["1.1", "1.3", "1.2", "1.4"]


def test_an_item_left_out_keeps_its_answer_and_place_and_comes_back() -> None:
    plan = EMPTY.with_puts(answer(EMPTY, "1.2", score="partly"))
    plan = plan.with_puts(own_items.leave_out(plan, "1.2", " Decided by law "))
    assert plan.item_settings["1.2"].reason == "Decided by law"
    made = plan_checklist(plan, "en")
    assert "1.2" not in made.by_code and item_states(made)["1.2"] == (LEFT_OUT,)
    assert order(plan) == order(EMPTY)
    plan = plan.with_puts(own_items.take_back(plan, "1.2"))
    assert plan.answers["1.2"].score == "partly"
    assert plan.item_settings["1.2"].reason == "" and "1.2" in plan_checklist(plan, "en").by_code


def test_what_is_left_out_may_be_reworded_and_own() -> None:
    plan, _ = with_own(reworded(EMPTY, "1.1", "why", "Because."), question="Public?")
    plan = plan.with_puts(own_items.leave_out(plan, "1.1") + own_items.leave_out(plan, "1.N1"))
    states = item_states(plan_checklist(plan, "en"))
    assert states["1.1"] == (REWORDED, LEFT_OUT) and states["1.N1"] == (OWN, LEFT_OUT)


# -- suggestions -------------------------------------------------------------------------------------------------------


def test_a_suggestion_of_the_plan_is_written_translated_and_taken_away() -> None:
    uid, puts = own_items.suggest(EMPTY, "1.1", "en", action="Ask the cabinet", lead="parliament")
    plan = EMPTY.with_puts(puts)
    name = f"action.{uid}.action"
    plan = reworded(plan, "1.1", name, "Ask the whole cabinet")
    assert plan.value("item_action", uid, "action") == "Ask the whole cabinet" and plan.item_texts == ()
    plan = reworded(plan, "1.1", name, "Спросить кабинет", "ru")
    made = plan_checklist(plan, "ru")
    assert made.action_text("1.1", uid, "action") == "Спросить кабинет"
    assert own_items.wording(plan, made, "1.1", name) == Wording("Спросить кабинет", "Ask the whole cabinet", "en")
    assert item_states(made)["1.1"] == (AS_SHIPPED,), "a further suggestion rewords nothing"
    after = plan.with_puts(own_items.withdraw(plan, uid))
    assert (after.item_actions, after.item_texts) == ((), ())
    assert after.entries["item_action"][uid] is not None, "undo can bring it back"
    assert own_items.withdraw(after, uid) == []


def test_nothing_is_put_into_the_shipped_checklist() -> None:
    before = checklist("en")
    plan = reworded(EMPTY, "1.1", "question", "Other?")
    made: Checklist = tailored(before, plan)
    assert before.text("1.1", "question") == ORIGINAL and made.shipped_text("1.1", "question") == ORIGINAL


def test_every_verb_has_a_name_in_every_language() -> None:
    from mainstreamer.language import SHIPPED, language

    verbs = [getattr(own_items, name) for name in ("ADD", "DUPLICATE", "REMOVE", "REWORD", "RESTORE", "MOVE")]
    verbs += [own_items.LEAVE_OUT, own_items.TAKE_BACK, own_items.SUGGEST, own_items.WITHDRAW]
    assert all(language(code).find("verb", verb) for code in SHIPPED for verb in verbs)


def test_puts_of_all_verbs_are_taken_by_a_plan() -> None:
    plan, _ = with_own(question="Public?")
    puts: list[Put] = own_items.move(plan, items(plan), "1.N1", 0)
    assert [put.value for put in puts if put.field == "place"] == [Decimal("0.5")]
