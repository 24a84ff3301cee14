"""A workbook taken in: a sitting of its own, one transaction, one step of undo; conflicts open and decided; faults."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from mainstreamer.domain.history import Cell, conflicts, merge, state_at
from mainstreamer.domain.kinds import EXISTS, new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.domain.taking import Intake
from mainstreamer.errors import InvalidValue, PlanReadOnly, WriteFailed
from mainstreamer.storage import history_store, rows
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import NOTHING, Author, PlanChange


@pytest.fixture
def actions(document: Document) -> tuple[str, str]:
    """Two actions of a plan."""
    first, second = new_uid(), new_uid()
    document.put("add", creation("action", first, {"title": "One", "note": "kept"}))
    document.put("add", creation("action", second, {"title": "Two"}))
    return first, second


def intake(document: Document, *puts: Put, **more: Any) -> Intake:
    """What a workbook brings that was exported now."""
    return Intake("ana.xlsx", "Ana", "2027-05-10T09:00:00+00:00", document.know(), puts, **more)


def title(uid: str, value: str) -> Put:
    return Put("action", uid, "title", value)


def titles(document: Document) -> dict[str, str]:
    return {row.uid: row.title for row in document.plan.actions}


def sound(document: Document) -> Document:
    """The same plan, opened anew, with history and tables of one mind."""
    path = document.path
    document.close()
    opened = Document.open(path)
    assert opened.integrity() == ()
    return opened


def test_a_workbook_is_a_sitting_of_whoever_saved_it(document: Document, actions: tuple[str, str]) -> None:
    known = document.know()
    heard: list[PlanChange] = []
    document.listen(heard.append)
    change = document.take_in(intake(document, title(actions[0], "Uno")), origin="me")
    assert heard == [change]
    assert (change.verb, change.origin, change.touched) == ("import", "me", {"action": frozenset({actions[0]})})
    entry = document.entries(1)[0]
    assert (entry.changeset.verb, entry.sitting.person, entry.sitting.computer) == ("import", "Ana", "ana.xlsx")
    assert entry.sitting.known == ((0, known),)
    with sound(document) as opened:
        assert titles(opened) == {actions[0]: "Uno", actions[1]: "Two"}


def test_what_is_put_afterwards_knows_of_the_workbook(document: Document, actions: tuple[str, str]) -> None:
    document.take_in(intake(document, title(actions[0], "Uno")))
    document.put("edit", [title(actions[0], "One again")])
    assert conflicts(document.history()) == ()
    document.sign(Author("Ion"))
    document.take_in(intake(document, title(actions[0], "Due")))
    document.put("edit", [title(actions[0], "Third")])
    assert conflicts(document.history()) == ()
    with sound(document) as opened:
        assert titles(opened)[actions[0]] == "Third"


def test_edits_of_the_window_and_of_the_workbook_both_stay(document: Document, actions: tuple[str, str]) -> None:
    brought = intake(document, title(actions[0], "Uno"))
    document.put("edit", [title(actions[1], "Second"), Put("action", actions[0], "note", "from the window")])
    document.take_in(brought)
    assert conflicts(document.history()) == ()
    with sound(document) as opened:
        assert titles(opened) == {actions[0]: "Uno", actions[1]: "Second"}
        assert opened.plan.value("action", actions[0], "note") == "from the window"


@pytest.mark.parametrize("shown", ["from the window", "from the workbook"])
def test_a_conflict_is_decided_by_who_takes_the_workbook_in(
    shown: str, document: Document, actions: tuple[str, str]
) -> None:
    brought = intake(document, title(actions[0], "from the workbook"), decided=(title(actions[0], shown),))
    document.put("edit", [title(actions[0], "from the window")])
    document.take_in(brought)
    assert conflicts(document.history()) == ()
    newest, before = document.entries(2)
    assert (newest.changeset.verb, before.changeset.verb) == ("import_decided", "import")
    assert before.changeset.changes[0].new == "from the workbook"
    with sound(document) as opened:
        assert titles(opened)[actions[0]] == shown


def test_a_conflict_that_nobody_decides_stays_open(document: Document, actions: tuple[str, str]) -> None:
    cell = Cell("action", actions[0], "title")
    brought = intake(document, title(actions[0], "from the workbook"), open=frozenset({cell}))
    document.put("edit", [title(actions[0], "from the window")])
    document.take_in(brought)
    (conflict,) = conflicts(document.history())
    assert conflict.cell == cell
    assert {head.value for head in conflict.heads} == {"from the workbook", "from the window"}
    assert document.entries(1)[0].changeset.verb == "import"
    shown = titles(document)[actions[0]]
    with sound(document) as opened:
        assert titles(opened)[actions[0]] == shown
        opened.put("edit", [title(actions[0], "settled")])
        assert conflicts(opened.history()) == ()


def test_a_value_put_to_and_fro_meanwhile_does_not_stand_in_the_way(
    document: Document, actions: tuple[str, str]
) -> None:
    brought = intake(document, title(actions[0], "Uno"))
    document.put("edit", [title(actions[0], "Other")])
    document.put("edit", [title(actions[0], "One")])
    document.take_in(brought)
    assert conflicts(document.history()) == ()
    with sound(document) as opened:
        assert titles(opened)[actions[0]] == "Uno"


def test_clearing_a_field_beats_the_value_it_knew(document: Document, actions: tuple[str, str]) -> None:
    brought = intake(document, Put("action", actions[0], "note", ""))
    document.put("edit", [Put("action", actions[0], "note", "other")])
    document.put("edit", [Put("action", actions[0], "note", "kept")])
    document.take_in(brought)
    with sound(document) as opened:
        assert opened.plan.value("action", actions[0], "note") == ""


def test_a_record_removed_though_it_was_edited_meanwhile_is_gone(document: Document, actions: tuple[str, str]) -> None:
    brought = intake(document, Put("action", actions[0], EXISTS, False))
    document.put("edit", [title(actions[0], "Edited")])
    document.take_in(brought)
    assert conflicts(document.history()) == ()
    with sound(document) as opened:
        assert opened.plan.find("action", actions[0]) is None
        opened.undo()
        assert titles(opened)[actions[0]] == "Edited"


@pytest.mark.parametrize("back", [True, False])
def test_an_edit_of_a_record_that_was_removed_meanwhile(
    back: bool, document: Document, actions: tuple[str, str]
) -> None:
    decided = (title(actions[0], "Uno" if back else "One"), Put("action", actions[0], EXISTS, back))
    brought = intake(document, title(actions[0], "Uno"), decided=decided)
    document.put("delete", [Put("action", actions[0], EXISTS, False)])
    document.take_in(brought)
    assert conflicts(document.history()) == ()
    with sound(document) as opened:
        assert (actions[0] in titles(opened)) is back


# -- undo --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("again", [False, True], ids=["at once", "after opening again"])
@pytest.mark.parametrize("edits", [1, 3])
def test_one_undo_takes_all_of_it_back(again: bool, edits: int, document: Document, actions: tuple[str, str]) -> None:
    first, second = actions
    fresh = new_uid()
    puts = [title(first, "from the workbook"), title(second, "Due"), *creation("action", fresh, {"title": "New"})]
    decided = [title(first, "from the workbook"), title(second, "Two and a half"), Put("action", first, "note", "x")]
    brought = intake(document, *puts, decided=tuple(decided[:edits]))
    document.put("edit", [title(first, "from the window")])
    before = titles(document)
    document.take_in(brought)
    after = titles(document)
    assert after != before and fresh in after
    if again:
        document = sound(document)
    assert document.undo_verb() == "import"
    document.undo()
    assert titles(document) == before
    assert document.plan.value("action", first, "note") == "kept"
    assert document.undo_verb() == "edit"
    if again:
        document = sound(document)
    document.redo()
    assert titles(document) == after
    document.undo()
    document.undo()
    assert titles(document)[first] == "One"
    with sound(document):
        pass


def test_undo_of_an_open_conflict_settles_it_for_the_plan(document: Document, actions: tuple[str, str]) -> None:
    cell = Cell("action", actions[0], "title")
    brought = intake(document, title(actions[0], "from the workbook"), open=frozenset({cell}))
    document.put("edit", [title(actions[0], "from the window")])
    document.take_in(brought)
    document.undo()
    assert titles(document)[actions[0]] == "from the window"
    assert conflicts(document.history()) == ()
    with sound(document):
        pass


# -- faults ------------------------------------------------------------------------------------------------------------


def test_what_brings_nothing_leaves_no_trace(document: Document, actions: tuple[str, str]) -> None:
    before = document.path.read_bytes()
    assert document.take_in(intake(document, title(actions[0], "One"))) is NOTHING
    assert document.path.read_bytes() == before


def test_a_value_that_cannot_be_is_refused_before_anything_is_written(
    document: Document, actions: tuple[str, str]
) -> None:
    before = document.path.read_bytes()
    with pytest.raises(InvalidValue):
        document.take_in(intake(document, title(actions[0], "fine"), title(actions[1], "not\x00fine")))
    with pytest.raises(InvalidValue):
        document.take_in(intake(document, title(actions[0], "fine"), decided=(title(actions[0], "not\x00fine"),)))
    assert document.path.read_bytes() == before


@pytest.mark.parametrize("where", ["write_changeset", "write_knowledge", "write_puts"])
def test_a_fault_in_the_middle_leaves_everything_as_it_was(
    where: str, document: Document, actions: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    brought = intake(document, title(actions[0], "Uno"), decided=(title(actions[0], "Uno"),))
    document.put("edit", [title(actions[0], "Other")])
    room = rows if where == "write_puts" else history_store
    original: Callable[..., None] = getattr(room, where)
    calls: list[int] = []

    def fail(connection: Connection, *rest: Any) -> None:
        original(connection, *rest)
        calls.append(1)
        if len(calls) == (2 if where == "write_changeset" else 1):
            raise OSError(5, "made up")

    monkeypatch.setattr(room, where, fail)
    before = (document.plan, document.know(), document.history(), document.undo_verb(), document.path.read_bytes())
    heard: list[object] = []
    document.listen(heard.append)
    with pytest.raises(WriteFailed):
        document.take_in(brought)
    assert (
        document.plan,
        document.know(),
        document.history(),
        document.undo_verb(),
        document.path.read_bytes(),
    ) == before
    assert heard == []
    monkeypatch.setattr(room, where, original)
    document.take_in(brought)
    with sound(document) as opened:
        assert titles(opened)[actions[0]] == "Uno"


def test_a_backup_is_made_first_and_without_it_nothing_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = tmp_path / "backups"
    with Document.create(tmp_path / "p.mplan", {"title": "P"}, backup_folder=backups) as document:
        uid = new_uid()
        document.put("add", creation("action", uid, {"title": "One"}))
        document.take_in(intake(document, title(uid, "Uno")))
        (kept,) = backups.rglob("*-import.mplan")
        with Document.open(kept) as copy:
            assert titles(copy)[uid] == "One"

        def full(*_: object) -> None:
            raise WriteFailed(path=str(kept))

        monkeypatch.setattr("mainstreamer.storage.plan_file.backups.make", full)
        with pytest.raises(WriteFailed):
            document.take_in(intake(document, title(uid, "Due")))
        assert titles(document)[uid] == "Uno"
        monkeypatch.undo()


def test_a_plan_that_cannot_be_written_takes_nothing_in(document: Document, actions: tuple[str, str]) -> None:
    path = document.path
    brought = intake(document, title(actions[0], "Uno"))
    document.close()
    with Document.open(path, writable=False) as opened, pytest.raises(PlanReadOnly):
        opened.take_in(brought)


def test_a_plan_that_was_taken_in_by_two_laptops_is_of_one_mind(
    document: Document, actions: tuple[str, str], tmp_path: Path
) -> None:
    """Two copies that take in the same workbook meet: the values are the same, so nothing is in conflict."""
    brought = intake(document, title(actions[0], "Uno"))
    document.copy_to(tmp_path / "other.mplan")
    document.take_in(brought)
    with Document.open(tmp_path / "other.mplan") as other:
        other.take_in(brought)
        both = merge(document.history(), other.history())
    assert conflicts(both) == ()
    assert state_at(both)[Cell("action", actions[0], "title")] == "Uno"
