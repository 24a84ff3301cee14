"""The checklist of one plan: its own items, wording, order, suggestions, and what it leaves out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from complete_plan import PLAN_UID

from mainstreamer.domain.checklist import Checklist, action_text_name, parse_checklist, step_progress
from mainstreamer.domain.kinds import item_setting_uid, item_text_uid
from mainstreamer.domain.own_checklist import every_item, moved_items, place_of, tailored
from mainstreamer.domain.plan import Plan, Put, creation

STRUCTURE: dict[str, Any] = {
    "edition": "test",
    "step": [{"number": 1}, {"number": 6}],
    "item": [
        {
            "code": "1.1",
            "stage": "0",
            "action": [{"key": "a", "lead": "finance_ministry", "quarters": 2, "indicator": "M1"}],
        },
        {"code": "1.2", "stage": "0"},
        {"code": "1.3", "stage": "0"},
        {"code": "6E1", "stage": "1", "sector": "education"},
    ],
}
ENGLISH: dict[str, Any] = {
    "item": {
        "1.1": {"question": "Is there a decision?", "action": {"a": {"action": "Write", "output": "Note"}}},
        "1.2": {"question": "Is there a lead?"},
        "1.3": {"question": "Is there a date?"},
        "6E1": {"question": "Are children admitted?"},
    }
}
RUSSIAN: dict[str, Any] = {"item": {"1.1": {"question": "Есть ли решение?"}, "1.2": {"question": "Кто ведет работу?"}}}


def shipped(*languages: str) -> Checklist:
    texts = {"en": ENGLISH, "ru": RUSSIAN}
    return parse_checklist(STRUCTURE, {code: texts.get(code, {}) for code in languages}, ("en", "ru"))


def plan_with(*puts: list[Put]) -> Plan:
    plan = Plan(PLAN_UID).with_puts(creation("plan", PLAN_UID, {"language": "en"}))
    return plan.with_puts([put for some in puts for put in some])


def own(name: str, uid: str = "own", **values: Any) -> list[Put]:
    return creation("custom_item", uid, {"code": name, "step": "1", "question": f"{name}?", **values})


def text(item: str, language: str, name: str, words: str) -> list[Put]:
    values = {"item": item, "language": language, "name": name, "text": words}
    return creation("item_text", item_text_uid(PLAN_UID, item, language, name), values)


def setting(item: str, **values: Any) -> list[Put]:
    return creation("item_setting", item_setting_uid(PLAN_UID, item), {"item": item, **values})


def codes(checklist: Checklist, step: int = 1) -> list[str]:
    return [item.code for item in checklist.of_step(step)]


def test_a_plan_that_changed_nothing_has_the_shipped_checklist_itself() -> None:
    checklist = shipped("en")
    assert tailored(checklist, plan_with()) is checklist


def test_own_items_stand_at_the_end_of_their_step_and_count() -> None:
    plan = plan_with(own("1.N1", essential=True, r2=("R2.1",), why="Because."))
    checklist = tailored(shipped("en"), plan)
    assert codes(checklist) == ["1.1", "1.2", "1.3", "1.N1"]
    item = checklist.by_code["1.N1"]
    assert (item.own, item.essential, item.step, item.tags["r2"]) == (True, True, 1, ("R2.1",))
    assert checklist.text("1.N1", "question") == "1.N1?" and checklist.text("1.N1", "why") == "Because."
    assert step_progress(plan, checklist, 1).of == 4


@pytest.mark.parametrize("values", [{"code": ""}, {"step": ""}, {"code": "1.1"}])
def test_an_own_item_without_a_code_or_step_of_its_own_is_not_asked(values: dict[str, Any]) -> None:
    checklist = tailored(shipped("en"), plan_with(own("1.N1", **values)))
    assert codes(checklist) == ["1.1", "1.2", "1.3"]
    assert checklist.text("1.1", "question") != "1.N1?"


def test_own_items_of_a_sector_come_with_the_sector() -> None:
    checklist = tailored(shipped("en"), plan_with(own("6.N1", step="6", sector="education")))
    assert [item.code for item in checklist.of_step(6, ())] == []
    assert [item.code for item in checklist.of_step(6, ("education",))] == ["6E1", "6.N1"]


def test_items_are_left_out_and_stay_known() -> None:
    checklist = tailored(shipped("en"), plan_with(setting("1.2", off=True, reason="Decided by law")))
    assert codes(checklist) == ["1.1", "1.3"]
    assert "1.2" not in checklist.by_code and checklist.known["1.2"].code == "1.2"
    back = tailored(shipped("en"), plan_with(setting("1.2", off=False)))
    assert codes(back) == ["1.1", "1.2", "1.3"]


def test_items_are_moved_within_their_step() -> None:
    plan = plan_with(own("1.N1"), setting("1.N1", place=Decimal("1.5")), setting("1.1", place=Decimal("9")))
    checklist = tailored(shipped("en"), plan)
    assert codes(checklist) == ["1.N1", "1.2", "1.3", "1.1"]
    assert [place_of(plan, shipped("en").items, code) for code in ("1.1", "1.2", "6E1")] == [9, 2, 1]


def test_moved_are_those_that_the_plan_put_behind_others() -> None:
    def moved(*records: list[Put]) -> frozenset[str]:
        plan = plan_with(*records)
        return moved_items(plan, every_item(shipped("en"), plan))

    assert not moved() and not moved(own("1.N1"), setting("1.N1", place=Decimal("1.5")))
    assert moved(setting("1.3", place=Decimal("1.5"))) == {"1.3"}
    assert moved(setting("1.1", place=Decimal(9))) == {"1.1"}
    assert not moved(setting("1.3", place=Decimal("2.5")))


def test_wording_of_the_plan_in_the_language_asked_for() -> None:
    plan = plan_with(text("1.1", "en", "question", "Has cabinet decided?"))
    checklist = tailored(shipped("en"), plan)
    assert checklist.text("1.1", "question") == "Has cabinet decided?"
    assert checklist.shipped_text("1.1", "question") == "Is there a decision?"
    assert checklist.is_reworded("1.1") and not checklist.is_reworded("1.2")
    assert checklist.language_of("1.1") == "en"


def test_a_reworded_question_is_asked_in_every_language_and_its_language_said() -> None:
    plan = plan_with(text("1.1", "en", "question", "Has cabinet decided?"))
    checklist = tailored(shipped("ru", "en"), plan)
    assert checklist.text("1.1", "question") == "Has cabinet decided?"
    assert (checklist.language_of("1.1"), checklist.language_of("1.2")) == ("en", "ru")
    russian = text("1.1", "ru", "question", "Решил ли кабинет?")
    assert tailored(shipped("ru", "en"), plan.with_puts(russian)).text("1.1", "question") == "Решил ли кабинет?"
    only_russian = tailored(shipped("en"), plan_with(russian))
    assert only_russian.text("1.1", "question") == "Решил ли кабинет?"


def test_a_translation_does_not_reword() -> None:
    plan = plan_with(text("1.1", "ro", "question", "Există o decizie?"))
    assert tailored(shipped("en"), plan).text("1.1", "question") == "Is there a decision?"
    romanian = tailored(shipped("ro", "en"), plan)
    assert romanian.text("1.1", "question") == "Există o decizie?"
    assert (romanian.text("1.2", "question"), romanian.language_of("1.2")) == ("Is there a lead?", "en")


def test_an_own_item_is_never_blank_in_another_language() -> None:
    plan = plan_with(own("1.N1", question="Este public?", language="ro"))
    checklist = tailored(shipped("ru", "en"), plan)
    assert (checklist.text("1.N1", "question"), checklist.language_of("1.N1")) == ("Este public?", "ro")


def test_suggestions_of_the_plan_come_after_the_shipped_ones() -> None:
    row = {"item": "1.1", "action": "Call the cabinet", "output": "Minutes", "lead": "parliament", "quarters": 3}
    plan = plan_with(
        creation("item_action", "act", row), text("1.1", "en", action_text_name("a", "action"), "Write it down")
    )
    checklist = tailored(shipped("en"), plan)
    first, second = checklist.by_code["1.1"].actions
    assert checklist.action_text("1.1", first.key, "action") == "Write it down"
    assert checklist.action_text("1.1", first.key, "output") == "Note"
    assert (second.lead, second.quarters) == ("parliament", 3)
    assert checklist.action_text("1.1", second.key, "output") == "Minutes"


def test_a_removed_own_item_is_gone_with_its_wording() -> None:
    plan = plan_with(own("1.N1")).with_puts([Put("custom_item", "own", "exists", False)])
    assert codes(tailored(shipped("en"), plan)) == ["1.1", "1.2", "1.3"]


def test_what_a_plan_leaves_blank_is_blank_and_not_the_name_of_the_text() -> None:
    row = {"item": "1.1", "action": "Call the cabinet"}
    checklist = tailored(shipped("ru", "en"), plan_with(own("1.N1", question=""), creation("item_action", "act", row)))
    assert (checklist.text("1.N1", "question"), checklist.text("1.N1", "why")) == ("", "")
    assert checklist.language_of("1.N1") == ""
    assert checklist.action_text("1.1", "act", "output") == ""
    assert checklist.text("1.2", "why") == "why", "a shipped text that is missing is noticed"
