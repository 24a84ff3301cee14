"""What a returned workbook would do to the plan of today, and what is written for a person's choices."""

from __future__ import annotations

from typing import Any

import pytest

from mainstreamer.domain.history import Cell
from mainstreamer.domain.kinds import EXISTS, KINDS, new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.domain.returned import CellEdit, MissingRow, NewRow, Place, Refusal, Returned
from mainstreamer.domain.taking import ALREADY, CHANGED, CONFLICT, PLAN, WORKBOOK, Choices, Taking, Whose
from mainstreamer.language import language
from mainstreamer.operations.taking import compare, decide, remembered
from mainstreamer.operations.taking_report import counts_words
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import Author

PLACE = Place("Action plan", 7, 7, "Action")


@pytest.fixture
def action(document: Document) -> str:
    """An action of a plan."""
    uid = new_uid()
    document.put("add", creation("action", uid, {"title": "One", "code": "A-1", "note": "kept"}))
    return uid


class Exported:
    """A workbook that was exported now."""

    def __init__(self, document: Document) -> None:
        self.document, self.plan, self.vector = document, document.plan, document.know()

    def brings(self, *parts: CellEdit | NewRow | MissingRow | Refusal) -> Returned:
        def of(kind: type) -> Any:
            return tuple(part for part in parts if isinstance(part, kind))

        return Returned(
            "ana.xlsx",
            self.plan.uid,
            self.vector,
            "en",
            "Ana",
            "",
            of(CellEdit),
            of(NewRow),
            of(MissingRow),
            of(Refusal),
        )

    def edit(self, uid: str, field: str, new: Any, kind: str = "action") -> CellEdit:
        return CellEdit(kind, uid, field, self.plan.value(kind, uid, field), new, PLACE)


def taking(document: Document, returned: Returned) -> Taking:
    return compare(document.plan, document.history(), returned)


def take(document: Document, returned: Returned, **choices: Any) -> Taking:
    """Compare, decide, take in."""
    found = taking(document, returned)
    document.take_in(decide(document.plan, found, Choices(**choices)))
    assert document.integrity() == ()
    return found


def states(found: Taking) -> list[str]:
    return [cell.state for cell in found.cells]


# -- comparing ---------------------------------------------------------------------------------------------------------


def test_a_field_that_only_the_workbook_changed(document: Document, action: str) -> None:
    book = Exported(document)
    document.put("edit", [Put("action", action, "note", "another field")])
    (cell,) = taking(document, book.brings(book.edit(action, "title", "Uno"))).cells
    assert (cell.state, cell.base, cell.now, cell.new, cell.whose) == (CHANGED, "One", "One", "Uno", Whose())


def test_a_field_that_both_changed_says_whose_the_other_value_is(document: Document, action: str) -> None:
    book = Exported(document)
    document.sign(Author("Ion", "Ministry of Labour"))
    document.put("edit", [Put("action", action, "title", "From the window")])
    (cell,) = taking(document, book.brings(book.edit(action, "title", "Uno"))).cells
    assert (cell.state, cell.base, cell.now, cell.new) == (CONFLICT, "One", "From the window", "Uno")
    assert (cell.whose.person, cell.whose.institution) == ("Ion", "Ministry of Labour")
    assert cell.whose.at == document.entries(1)[0].changeset.at


def test_a_value_that_the_plan_has_or_had_since_is_there_already(document: Document, action: str) -> None:
    book = Exported(document)
    brought = book.brings(book.edit(action, "title", "Uno"))
    document.put("edit", [Put("action", action, "title", "Uno")])
    assert states(taking(document, brought)) == [ALREADY]
    document.put("edit", [Put("action", action, "title", "Better still")])
    assert states(taking(document, brought)) == [ALREADY]
    assert decide(document.plan, taking(document, brought)).puts == ()


def test_a_value_that_was_undone_counts_as_never_put(document: Document, action: str) -> None:
    book = Exported(document)
    brought = book.brings(book.edit(action, "title", "Uno"))
    take(document, brought)
    assert states(taking(document, brought)) == [ALREADY]
    document.undo()
    assert states(taking(document, brought)) == [CHANGED]
    document.redo()
    assert states(taking(document, brought)) == [ALREADY]
    document.undo()
    take(document, brought)
    assert document.plan.value("action", action, "title") == "Uno"


@pytest.mark.parametrize("answer", [PLAN, WORKBOOK])
def test_the_same_workbook_twice_changes_nothing_the_second_time(answer: str, document: Document, action: str) -> None:
    book = Exported(document)
    brought = book.brings(book.edit(action, "title", "Uno"), book.edit(action, "note", "from Ana"))
    document.put("edit", [Put("action", action, "title", "From the window")])
    found = take(document, brought, decided={Cell("action", action, "title"): answer})
    assert sorted(states(found)) == [CHANGED, CONFLICT]
    shown = document.plan.value("action", action, "title")
    assert shown == {PLAN: "From the window", WORKBOOK: "Uno"}[answer]
    again = taking(document, brought)
    assert states(again) == [ALREADY, ALREADY]
    assert decide(document.plan, again).puts == ()


def test_a_record_that_was_removed_since_is_a_conflict(document: Document, action: str) -> None:
    book = Exported(document)
    document.sign(Author("Ion"))
    document.put("delete", [Put("action", action, EXISTS, False)])
    brought = book.brings(book.edit(action, "title", "Uno"))
    (cell,) = taking(document, brought).cells
    assert (cell.state, cell.whose.person) == (CONFLICT, "Ion")
    take(document, brought, decided={cell.cell: WORKBOOK})
    record = document.plan.find("action", action)
    assert record is not None and document.plan.value("action", action, "title") == "Uno"


def test_a_record_that_stays_removed_is_not_asked_about_again(document: Document, action: str) -> None:
    book = Exported(document)
    document.put("delete", [Put("action", action, EXISTS, False)])
    brought = book.brings(book.edit(action, "title", "Uno"))
    take(document, brought, decided={Cell("action", action, "title"): PLAN})
    assert document.plan.find("action", action) is None
    assert states(taking(document, brought)) == [ALREADY]


# -- new rows ----------------------------------------------------------------------------------------------------------


def new_row(kind: str, uid: str, **values: Any) -> NewRow:
    return NewRow(kind, uid, PLACE, values, dict.fromkeys(values, PLACE))


def test_a_new_row_begins_as_a_record_does(document: Document, action: str) -> None:
    book, uid = Exported(document), new_uid()
    found = take(document, book.brings(new_row("action", uid, title="New", items=("2.3",))))
    assert [(row.already, row.row.uid) for row in found.rows] == [(False, uid)]
    record = document.plan.find("action", uid)
    assert record is not None
    made = {name: getattr(record, name) for name in ("title", "status", "level", "code")}
    assert made == {"title": "New", "status": "not_started", "level": "national", "code": "A-02.03-1"}


def test_a_new_row_that_is_there_already_is_compared_field_by_field(document: Document) -> None:
    book, uid = Exported(document), new_uid()
    brought = book.brings(new_row("institution", uid, name="Agency", role="advises", acronym="AG"))
    take(document, brought)
    document.put("edit", [Put("institution", uid, "role", "decides")])
    found = taking(document, brought)
    assert [row.already for row in found.rows] == [True]
    assert states(found) == [ALREADY] * 3
    longer = book.brings(new_row("institution", uid, name="Agency", role="watches", mandate="law 5"))
    assert {cell.field: cell.state for cell in taking(document, longer).cells} == {
        "name": ALREADY, "role": CONFLICT, "mandate": CHANGED,
    }  # fmt: skip


def test_a_new_row_whose_record_was_removed_does_not_come_back(document: Document) -> None:
    book, uid = Exported(document), new_uid()
    brought = book.brings(new_row("institution", uid, name="Agency"))
    take(document, brought)
    document.put("delete", [Put("institution", uid, EXISTS, False)])
    found = taking(document, brought)
    assert [row.already for row in found.rows] == [True] and found.cells == ()


def test_a_new_row_that_was_undone_is_offered_again_and_brings_nothing_old(document: Document) -> None:
    book, uid = Exported(document), new_uid()
    take(document, book.brings(new_row("institution", uid, name="Agency", role="advises")))
    document.undo()
    take(document, book.brings(new_row("institution", uid, name="Agency")))
    record = document.plan.find("institution", uid)
    assert record is not None and document.plan.value("institution", uid, "role") == ""


def test_a_new_own_item_gets_a_code_and_the_language_of_the_workbook(document: Document) -> None:
    book, first, second = Exported(document), new_uid(), new_uid()
    take(document, book.brings(
        new_row("custom_item", first, step="2", question="Who?"), new_row("custom_item", second, step="2", question="What?")
    ))  # fmt: skip
    assert {(row.code, row.language) for row in document.plan.custom_items} == {("2.N1", "en"), ("2.N2", "en")}


# -- removals ----------------------------------------------------------------------------------------------------------


def test_a_missing_row_says_who_names_it(document: Document, action: str) -> None:
    lead, body, member = new_uid(), new_uid(), new_uid()
    document.put("add", creation("institution", lead, {"name": "Ministry of Health"}))
    document.put("add", creation("body", body, {"name": "Council", "chair": lead}))
    document.put("add", creation("membership", member, {"body": body, "institution": lead}))
    document.put("edit", [Put("action", action, "leads", (lead,))])
    brought = Exported(document).brings(MissingRow("institution", lead, "Institutions"))
    (removal,) = taking(document, brought).removals
    assert removal.named_in == {"body": (body,), "membership": (member,), "action": (action,)}


def test_a_missing_row_says_what_goes_with_it_and_whether_it_was_edited(document: Document, action: str) -> None:
    inner, body = new_uid(), new_uid()
    document.put("add", creation("action_indicator", inner, {"action": action, "name": "Desks"}))
    document.put("add", creation("body", body, {"name": "Council"}))
    book = Exported(document)
    brought = book.brings(MissingRow("action", action, "Action plan"), MissingRow("body", body, "Bodies"))
    first, second = taking(document, brought).removals
    assert (first.name, first.edited, first.with_it) == ("One", False, {"action_indicator": (inner,)})
    assert (second.name, second.edited, second.with_it) == ("Council", False, {})
    assert first.named_in == second.named_in == {}
    said = [counts_words(language(code), first.with_it) for code in ("en", "ru")]
    assert said == ["indicators of actions (1)", "показатели мероприятий (1)"]
    document.put("edit", [Put("action_indicator", inner, "name", "Desks opened")])
    assert [removal.edited for removal in taking(document, brought).removals] == [True, False]


def test_nothing_is_removed_that_was_not_said_to_be(document: Document, action: str) -> None:
    inner = new_uid()
    document.put("add", creation("action_indicator", inner, {"action": action, "name": "Desks"}))
    book = Exported(document)
    brought = book.brings(MissingRow("action", action, "Action plan"))
    document.put("edit", [Put("action", action, "title", "Edited meanwhile")])
    take(document, brought)
    assert document.plan.find("action", action) is not None
    take(document, brought, removed=frozenset({action}))
    assert document.plan.find("action", action) is None and document.plan.find("action_indicator", inner) is None
    assert taking(document, brought).removals == ()
    document.undo()
    assert document.plan.find("action_indicator", inner) is not None


# -- deciding ----------------------------------------------------------------------------------------------------------


def test_what_a_person_left_out_is_not_taken(document: Document, action: str) -> None:
    book, uid, other = Exported(document), new_uid(), new_uid()
    brought = book.brings(
        book.edit(action, "title", "Uno"), book.edit(action, "note", "from Ana"),
        new_row("institution", uid, name="Agency", role="advises"), new_row("institution", other, name="Bureau"),
    )  # fmt: skip
    left = frozenset({Cell("action", action, "title"), Cell("institution", uid, "role")})
    take(document, brought, left_cells=left, left_rows=frozenset({other}))
    assert document.plan.value("action", action, "title") == "One"
    assert document.plan.value("action", action, "note") == "from Ana"
    assert document.plan.value("institution", uid, "role") == ""
    assert [row.name for row in document.plan.institutions] == ["Agency"]
    again = taking(document, brought)
    assert {cell.field: cell.state for cell in again.cells if cell.kind == "action"} == {
        "title": CHANGED,
        "note": ALREADY,
    }


def test_with_a_refusal_nothing_is_taken(document: Document, action: str) -> None:
    book = Exported(document)
    refusal = Refusal(PLACE, "action", "cost", "number_unreadable", "a lot")
    found = taking(document, book.brings(book.edit(action, "title", "Uno"), refusal))
    assert found.refused == (refusal,)
    intake = decide(document.plan, found)
    assert (intake.puts, intake.decided) == ((), ())


def test_the_plan_of_a_vector_is_remembered_and_one_that_is_not_known_is_none(document: Document, action: str) -> None:
    before, vector = document.plan, document.know()
    document.put("edit", [Put("action", action, "title", "Later")])
    at = remembered(document.plan.uid, document.history())
    found = at(vector)
    assert found is not None and found.entries == before.entries
    assert at({**vector, "another copy": 1}) is None
    assert at({next(iter(vector)): 10**6}) is None
    assert set(KINDS) >= set(found.entries)
