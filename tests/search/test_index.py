"""What an index answers, in which order, and that it is the same after changes as made anew."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.knowledge import checklist
from mainstreamer.language import SHIPPED, language
from mainstreamer.operations import answering, registers
from mainstreamer.operations.sampling import create_sample
from mainstreamer.search.entries import initials, plan_entries, touched_entries
from mainstreamer.search.index import NOTHING, Answer, Entry, Index, Key, begins_nearly
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import PlanChange


def entry(uid: str, title: str, code: str = "", text: str = "", short: str = "", group: str = "record") -> Entry:
    return Entry(Key(group, "institution", uid), title, code, short, text)


def found(answer: Answer, group: str = "record") -> list[str]:
    return [key.uid for key in answer.keys.get(group, ())]


def test_title_goes_before_text_and_beginnings_before_insides() -> None:
    index = Index(
        [
            entry("text inside", "Alpha", text="about interministry matters"),
            entry("text", "Beta", text="ask the ministry"),
            entry("inside", "Interministry council"),
            entry("later word", "The ministry of work"),
            entry("first word", "Ministry of labour and of much else besides"),
            entry("longer word", "A ministrywide note"),
        ]
    )
    assert found(index.find("ministry")) == [
        "first word",
        "later word",
        "longer word",
        "inside",
        "text",
        "text inside",
    ]
    assert index.find("ministry").named["record"] == 4


def test_every_word_counts_in_any_order() -> None:
    index = Index([entry("a", "Ministry of labour", text="works abroad"), entry("b", "Ministry of health")])
    assert found(index.find("labour ministry")) == ["a"]
    assert found(index.find("ABROAD  minis")) == ["a"]
    assert found(index.find("labour health")) == []
    assert index.find("  …  ") == NOTHING


def test_codes_as_people_type_them() -> None:
    index = Index(
        [
            entry("2.3", "Is there a body?", "2.3", group="item"),
            entry("6H1", "Does the system record migration?", "6H1", group="item"),
            entry("a", "Draft the act", "A-02.03-1", group="action"),
            entry("b", "Print the act, 2 copies by the 3rd", "A-12.10", group="action"),
        ]
    )
    assert found(index.find("2.3"), "item") == ["2.3"]
    assert found(index.find("2.3"), "action") == ["a"]
    assert found(index.find("6h1"), "item") == ["6H1"]
    for question in ("a-02.03-1", "A-2.3-1", "a2.31"[:4], "a-0", "02.03", "А-02.03"):
        assert "a" in found(index.find(question), "action"), question
    assert found(index.find("a-12"), "action") == ["b"]


def test_acronyms_are_taken_from_the_name_and_from_its_field() -> None:
    assert initials("Ministry of Labour and Social Protection") == ("MoLaSP", "MLSP")
    assert initials("Министерство труда и социальной защиты") == ("Мтисз", "Мтсз")
    assert initials("Parliament") == ()


def test_one_letter_is_forgiven_only_when_nothing_else_is_found() -> None:
    index = Index([entry("a", "Council of migrants"), entry("b", "Counsel to the minister")])
    exact = index.find("council")
    assert found(exact) == ["a"] and not exact.guessed
    for question in ("councli", "counil", "councill", "coumcil", "cuoncil"):
        guess = index.find(question)
        assert found(guess) == ["a"] and guess.guessed, question
    assert index.find("cnl").count == 0
    assert index.find("konsult").count == 0
    assert found(index.find("councli migrants")) == ["a"]


@pytest.mark.parametrize("word", ["migration", "министерство", "минск"])
def test_every_single_slip_is_forgiven(word: str) -> None:
    slips = {word[:at] + word[at + 1 :] for at in range(len(word))}
    slips |= {word[:at] + "x" + word[at:] for at in range(len(word))}
    slips |= {word[:at] + "x" + word[at + 1 :] for at in range(len(word))}
    slips |= {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    index = Index([entry("a", word)])
    for slip in slips:
        if len(slip) >= 5:
            assert begins_nearly(word, slip), slip
            assert found(index.find(slip)) == ["a"], slip


def test_counts_are_of_all_and_lines_of_the_best() -> None:
    index = Index(entry(str(number), f"Agency {number}") for number in range(500))
    answer = index.find("agency", 8)
    assert answer.counts == {"record": 500}
    assert found(answer) == [str(number) for number in range(8)]
    assert found(index.find("agency 499")) == ["499"]


def test_a_replaced_entry_is_found_by_its_new_words_only() -> None:
    index = Index([entry("a", "Old name", "C-1"), entry("b", "Other")])
    index.replace([entry("a", "Fresh title", "C-2")])
    assert found(index.find("old")) == [] and found(index.find("C-1")) == []
    assert found(index.find("fresh")) == ["a"] and found(index.find("c-2")) == ["a"]
    index.replace([], [("institution", "a")])
    assert index.find("fresh").count == 0
    assert len(index) == 1 and index.waste == 2


# -- over a plan ------------------------------------------------------------------------------------------------------


@pytest.fixture(params=SHIPPED)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sample(tmp_path: Path, code: str) -> Document:
    return create_sample(tmp_path / "sample.mplan", code)


def test_every_item_and_record_is_found_by_its_own_name(sample: Document, code: str) -> None:
    plan, speech = sample.plan, language(code)
    entries = list(plan_entries(plan, checklist(code), speech))
    index = Index(entries)
    kinds = {one.key.kind for one in entries}
    assert kinds >= {
        "item",
        "action",
        "institution",
        "membership",
        "observation",
        "corridor",
        "action_indicator",
        "plan",
    }
    for one in entries:
        answer = index.find(one.title, 100)
        assert one.key in answer.keys[one.key.group], one.title
        if one.code:
            assert one.key in index.find(one.code, 100).keys[one.key.group]
    sample.close()


def test_scripts_meet_in_a_plan(new_document: Callable[..., Document], code: str) -> None:
    document = new_document()
    names = ("Министерство труда", "Minsk city office", "Școala Națională", "Ministry of Labour and Social Protection")
    uids = [new_uid() for _ in names]
    for uid, name in zip(uids, names, strict=True):
        document.put("add", creation("institution", uid, {"name": name}))
    document.put("add", creation("corridor", new_uid(), {"partner": "DEU"}))
    index = Index(plan_entries(document.plan, checklist(code), language(code)))
    for question, uid in (
        ("ministerstvo truda", uids[0]),
        ("труда министерство", uids[0]),
        ("Минск", uids[1]),
        ("scoala nationala", uids[2]),
        ("molasp", uids[3]),
        ("mlsp", uids[3]),
    ):
        assert uid in found(index.find(question)), question
    for question in ("germany", "герман", "germaniya"):
        assert index.find(question).counts.get("record", 0) == 1, question


def test_changes_bring_an_index_to_where_a_new_one_would_be(sample: Document, code: str) -> None:
    words = checklist(code)
    index = Index(plan_entries(sample.plan, words, language(code)))
    changes: list[PlanChange] = []
    sample.listen(changes.append)
    chance = random.Random(7)
    plan = sample.plan
    institution, action = plan.institutions[3].uid, plan.actions[5].uid
    added, puts = registers.add(plan, "agreement")
    sample.put("add", puts)
    sample.put("edit", [Put("agreement", added, "title", "Zebra crossing accord")])
    sample.put("edit", [Put("institution", institution, "acronym", "QQQ"), Put("action", action, "code", "Z-99")])
    sample.put("answer", answering.answer(sample.plan, "2.3", finding="Found in the giraffe report"))
    sample.put("delete", registers.delete(sample.plan, "evidence", [row.uid for row in plan.evidence[:4]]))
    sample.undo()
    sample.put("delete", registers.delete(sample.plan, "objective", [plan.objectives[0].uid]))
    for change in changes:
        index.replace(*touched_entries(sample.plan, words, language(code), change.touched))
    fresh = Index(plan_entries(sample.plan, words, language(code)))
    assert len(index) == len(fresh)
    asked = ["zebra", "giraffe", "qqq", "z-99", "2.3", "m", "о", plan.objectives[0].title, plan.evidence[0].title]
    asked += [
        chance.choice(one.title.split()) for one in chance.sample(list(plan_entries(plan, words, language(code))), 40)
    ]
    for question in asked:
        old, new = index.find(question, 10_000), fresh.find(question, 10_000)
        assert old.counts == new.counts, question
        assert {group: set(keys) for group, keys in old.keys.items()} == {
            group: set(keys) for group, keys in new.keys.items()
        }
    assert found(index.find("qqq"))[0] == institution
    assert index.find("giraffe").keys["item"] == (Key("item", "item", "2.3"),)
    sample.close()


def test_items_of_sectors_not_in_use_are_not_found(document: Document) -> None:
    words = checklist("en")
    index = Index(plan_entries(document.plan, words, language("en")))
    shown = {item.code for step in range(1, 11) for item in words.of_step(step, document.plan.sectors)}
    assert {key.uid for key in (*index.find("a", 1000).keys.get("item", ()),)} <= shown
    for item in words.items:
        assert bool(index.find(item.code).counts.get("item")) == (item.code in shown)
