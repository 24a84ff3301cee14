"""The document: one door for every change, undo that survives a restart, a file that holds what the screen shows."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mainstreamer.domain.history import Vector
from mainstreamer.domain.kinds import EXISTS, Record, new_uid
from mainstreamer.domain.plan import Plan, Put, creation, values_of
from mainstreamer.errors import (
    InvalidValue,
    MainstreamerError,
    MissingFolder,
    PlanExists,
    PlanReadOnly,
)
from mainstreamer.storage import history_store, ledger
from mainstreamer.storage.document import Document
from mainstreamer.storage.plan_change import NOTHING, Author, PlanChange

IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""A folder without a disk behind it, for tests of many puts: what a disk does is tested elsewhere."""
Shown = Mapping[tuple[str, str], tuple[bool, Record]]
FIELDS: dict[str, list[Any]] = {
    "title": ["", "Permits", "Разрешения", "'; DROP TABLE action; --", "two\nlines", "𝔘 ё"],
    "progress": [None, 0, 50, 100],
    "blocked": [None, True, False],
    "sdg": [(), ("8.8",), ("8.8", "10.7")],
}


def shown(plan: Plan) -> Shown:
    """Everything a plan holds, without records that are away and blank (an undone creation leaves such a one)."""
    return {
        (kind, uid): (bool(plan.value(kind, uid, EXISTS)), record)
        for kind, records in plan.entries.items()
        for uid, record in records.items()
        if plan.value(kind, uid, EXISTS) or values_of(record)
    }


class Clock:
    """Moves on by a given step at every look."""

    def __init__(self, step: timedelta = timedelta(minutes=2)) -> None:
        self.moment, self.step = datetime(2027, 1, 1, tzinfo=UTC), step

    def __call__(self) -> datetime:
        self.moment += self.step
        return self.moment


def digest(path: Path) -> tuple[str, int]:
    return hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns


def add(document: Document, title: str = "Permits") -> str:
    uid = new_uid()
    document.put("add", creation("action", uid, {"title": title}))
    return uid


# -- laws ------------------------------------------------------------------------------------------------------------

VALUE = st.sampled_from(sorted(FIELDS)).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(FIELDS[name])))
WORK = st.one_of(
    st.tuples(st.just("add"), st.lists(VALUE, max_size=3, unique_by=lambda pair: pair[0])),
    st.tuples(st.just("edit"), st.integers(0, 5), VALUE),
    st.tuples(st.just("everywhere"), VALUE),
    st.tuples(st.just("remove"), st.integers(0, 5)),
)
REOPEN = st.tuples(st.just("reopen"))
ANY_STEP = st.one_of(WORK, WORK, st.tuples(st.just("undo")), st.tuples(st.just("redo")), REOPEN)


def actions(plan: Plan) -> list[str]:
    return sorted(plan.entries.get("action", {}))


def puts_of(step: tuple[Any, ...], plan: Plan, uid: str) -> list[Put]:
    known = actions(plan)
    match step:
        case ("add", values):
            return creation("action", uid, dict(values))
        case ("edit", place, (field, value)) if known:
            return [Put("action", known[place % len(known)], field, value)]
        case ("everywhere", (field, value)):
            return [Put("action", each, field, value) for each in known]
        case ("remove", place) if known:
            return [Put("action", known[place % len(known)], EXISTS, False)]
    return []


class Player:
    """Plays steps on a document and on a list of states with a pointer, which is what undo and redo mean."""

    def __init__(self, folder: Path) -> None:
        self.path, self.clock = folder / "plan.mplan", Clock()
        self.document = Document.create(self.path, {"title": "Start"}, now=self.clock)
        self.states, self.place = [shown(self.document.plan)], 0
        self.remembered: list[tuple[Vector, Shown]] = []
        self.made = 0

    def reopen(self) -> None:
        before = self.document.plan
        self.document.close()
        self.document = Document.open(self.path, now=self.clock)
        assert shown(self.document.plan) == shown(before)
        assert {kind: list(rows) for kind, rows in self.document.plan.entries.items()} == {
            kind: list(rows) for kind, rows in before.entries.items()
        }

    def play(self, step: tuple[Any, ...]) -> None:
        if step[0] == "reopen":
            self.reopen()
        elif step[0] == "undo":
            assert (self.document.undo() is NOTHING) == (self.place == 0)
            self.place = max(0, self.place - 1)
        elif step[0] == "redo":
            assert (self.document.redo() is NOTHING) == (self.place == len(self.states) - 1)
            self.place = min(len(self.states) - 1, self.place + 1)
        else:
            self.made += 1
            puts = puts_of(step, self.document.plan, f"00000000-0000-4000-8000-{self.made:012}")
            if self.document.put(step[0], puts) is not NOTHING:
                self.states[self.place + 1 :] = [shown(self.document.plan)]
                self.place += 1
        assert shown(self.document.plan) == self.states[self.place]
        self.remembered.append((self.document.know(), shown(self.document.plan)))


@settings(max_examples=20, deadline=None)
@given(st.lists(ANY_STEP, max_size=12))
def test_undo_and_redo_walk_through_the_states(steps: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        player = Player(Path(folder))
        for step in steps:
            player.play(step)
        for vector, remembered in player.remembered:
            assert shown(player.document.state_at(vector)) == remembered
        assert player.document.integrity() == ()
        player.document.close()


@settings(max_examples=7, deadline=None)
@given(st.lists(WORK, min_size=1, max_size=8), st.lists(st.booleans(), min_size=8, max_size=8))
def test_undoing_everything_gives_the_start_and_redoing_the_end(
    steps: list[tuple[Any, ...]], reopenings: list[bool]
) -> None:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        player = Player(Path(folder))
        start = shown(player.document.plan)
        for step in steps:
            player.play(step)
        end = shown(player.document.plan)
        for verb, reached in (("undo", start), ("redo", end), ("undo", start)):
            for again in reopenings:
                if again:
                    player.reopen()
                player.play((verb,))
            assert shown(player.document.plan) == reached
        assert player.document.integrity() == ()
        player.document.close()


def test_undo_takes_back_a_run_of_typing_at_once(tmp_path: Path) -> None:
    clock = Clock(timedelta(seconds=5))
    with Document.create(tmp_path / "p.mplan", {}, now=clock) as document:
        uid = add(document, "")
        for text in ("P", "Per", "Permits"):
            document.put("edit", [Put("action", uid, "title", text)])
    with Document.open(tmp_path / "p.mplan", now=clock) as document:
        document.undo()
        assert document.plan.actions[0].title == ""
        assert (document.undo_verb(), document.redo_verb()) == ("add", "edit")
        document.redo()
        assert document.plan.actions[0].title == "Permits"


def test_undo_reaches_back_only_so_far_after_reopening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mainstreamer.storage.document.UNDO_DEPTH", 3)
    with Document.create(tmp_path / "p.mplan", {}, now=Clock()) as document:
        uid = add(document, "0")
        for text in "12345":
            document.put("edit", [Put("action", uid, "title", text)])
    with Document.open(tmp_path / "p.mplan") as document:
        while document.undo() is not NOTHING:
            pass
        assert document.plan.actions[0].title == "2"
        while document.redo() is not NOTHING:
            pass
        assert document.plan.actions[0].title == "5"


# -- the door --------------------------------------------------------------------------------------------------------


def test_a_change_is_on_the_disk_when_listeners_hear_of_it(document: Document, tmp_path: Path) -> None:
    heard: list[tuple[PlanChange, str]] = []

    def listener(change: PlanChange) -> None:
        copy = tmp_path / f"copy{len(heard)}.mplan"
        shutil.copy(document.path, copy)
        with Document.open_for_reading(copy) as opened:
            heard.append((change, opened.plan.actions[0].title))

    stop = document.listen(listener)
    uid = add(document, "first")
    document.put("edit", [Put("action", uid, "title", "second")], origin=stop)
    stop()
    stop()
    document.put("edit", [Put("action", uid, "title", "third")])
    assert [title for _, title in heard] == ["first", "second"]
    change = heard[1][0]
    assert (change.verb, change.touched, change.origin) == ("edit", {"action": frozenset({uid})}, stop)
    assert [tuple(cell) for cell in change.cells] == [("action", uid, "title")]
    assert change.touches("body", "action")
    assert not change.touches("body")


def test_a_listener_that_raises_loses_nothing(document: Document) -> None:
    heard: list[str] = []

    def broken(change: PlanChange) -> None:
        raise RuntimeError(change.verb)

    document.listen(lambda change: heard.append("before"))
    document.listen(broken)
    document.listen(lambda change: heard.append("after"))
    with pytest.raises(RuntimeError, match="add"):
        add(document, "kept")
    assert heard == ["before", "after"]
    assert document.undo_verb() == "add"
    path = document.path
    document.close()
    with Document.open(path) as opened:
        assert [action.title for action in opened.plan.actions] == ["kept"]
        assert opened.integrity() == ()


def test_a_listener_may_put(document: Document) -> None:
    def number(change: PlanChange) -> None:
        if change.verb == "add":
            uid = document.plan.actions[0].uid
            document.put("number", [Put("action", uid, "code", "A-1")])

    document.listen(number)
    add(document)
    assert document.plan.actions[0].code == "A-1"
    assert [entry.changeset.verb for entry in document.entries(2)] == ["number", "add"]
    assert document.integrity() == ()


def test_puts_that_change_nothing_leave_no_trace(document: Document) -> None:
    uid = add(document)
    before, vector = digest(document.path), document.know()
    assert document.put("edit", [Put("action", uid, "title", "Permits"), Put("action", uid, "note", "")]) is NOTHING
    assert document.put("edit", []) is NOTHING
    assert (digest(document.path), document.know()) == (before, vector)


def test_a_refused_value_changes_nothing(document: Document) -> None:
    uid = add(document)
    before, plan = digest(document.path), document.plan
    for field, value, reason in (
        ("progress", 101, "number_range"),
        ("title", "a\0b", "text_nul"),
        ("title", "\ud800", "text_surrogate"),
        ("leads", "not a tuple", "wrong_type"),
    ):
        with pytest.raises(InvalidValue) as caught:
            document.put("edit", [Put("action", uid, "note", "fine"), Put("action", uid, field, value)])
        assert caught.value.reason == reason
    assert document.plan is plan
    assert digest(document.path) == before


def test_the_last_of_several_puts_into_a_field_counts(document: Document) -> None:
    uid = add(document)
    document.put("edit", [Put("action", uid, "title", "one"), Put("action", uid, "title", "two")])
    assert document.plan.actions[0].title == "two"
    assert len(document.entries(1)[0].changeset.changes) == 1
    assert document.integrity() == ()


def test_a_put_into_a_record_nobody_made_stays_in_the_dark(document: Document) -> None:
    document.put("edit", [Put("action", new_uid(), "title", "dark")])
    assert document.plan.actions == ()
    assert document.integrity() == ()


def test_a_large_changeset_is_one_change(document: Document) -> None:
    puts = [put for n in range(500) for put in creation("action", new_uid(), {"title": f"T{n}", "progress": n % 101})]
    document.put("import", puts)
    assert len(document.plan.actions) == 500
    assert document.integrity() == ()
    document.undo()
    assert document.plan.actions == ()
    assert document.integrity() == ()


def test_history_says_who(tmp_path: Path) -> None:
    path = tmp_path / "p.mplan"
    with Document.create(path, {}, Author("First", "Ministry"), now=Clock()) as document:
        add(document)
        document.sign(Author("First", "Ministry"))
        add(document)
        document.sign(Author("Second", "Agency"))
        add(document)
        document.sign(Author("Third"))
        add(document)
        people = [(entry.sitting.person, entry.changeset.number) for entry in document.entries()]
        assert people == [("Third", 1), ("Second", 1), ("First", 2), ("First", 1), ("First", 1)]
        history = document.history()
        last = document.entries(1)[0].sitting
        assert dict(history.sittings[last.uid].vector_at(1)) == {
            uid: number for uid, number in document.know().items() if uid != last.uid
        }


# -- making, copying, looking ----------------------------------------------------------------------------------------


def test_making_refuses_and_leaves_nothing_behind(tmp_path: Path) -> None:
    taken = tmp_path / "taken.mplan"
    taken.write_text("something else")
    with pytest.raises(PlanExists):
        Document.create(taken, {})
    assert taken.read_text() == "something else"
    with pytest.raises(MissingFolder):
        Document.create(tmp_path / "no" / "p.mplan", {})
    with pytest.raises(InvalidValue):
        Document.create(tmp_path / "bad.mplan", {"start_year": 3})
    with pytest.raises(MainstreamerError):
        Document.create(tmp_path / ("n" * 250 + ".mplan"), {})
    assert [path.name for path in tmp_path.iterdir()] == ["taken.mplan"]


def test_making_sweeps_away_what_a_crash_left(tmp_path: Path) -> None:
    (tmp_path / ".p.mplan.part").write_text("half")
    (tmp_path / ".p.mplan.part-journal").write_text("half")
    Document.create(tmp_path / "p.mplan", {"title": "Whole"}).close()
    assert [path.name for path in tmp_path.iterdir()] == ["p.mplan"]
    with Document.open(tmp_path / "p.mplan") as document:
        assert document.plan.frame.title == "Whole"


def test_looking_changes_no_byte(tmp_path: Path) -> None:
    path = tmp_path / "p.mplan"
    with Document.create(path, {"title": "Plan"}) as document:
        add(document)
    before = digest(path)
    for opening in (Document.open, Document.open_for_reading):
        with opening(path) as document:
            document.know(), document.history(), document.entries(), document.undo_verb()
            assert document.integrity() == ()
            assert document.state_at(document.know()).frame.title == "Plan"
        assert digest(path) == before
        assert [each.name for each in tmp_path.iterdir()] == ["p.mplan"]


def test_a_plan_opened_for_looking_only_refuses_puts(tmp_path: Path) -> None:
    path = tmp_path / "p.mplan"
    with Document.create(path, {}) as document:
        uid = add(document)
    before = digest(path)
    with Document.open(path, writable=False) as one, Document.open(path, writable=False) as two:
        with pytest.raises(PlanReadOnly):
            one.put("edit", [Put("action", uid, "title", "other")])
        with pytest.raises(PlanReadOnly):
            one.undo()
        assert one.plan == two.plan
        assert one.integrity() == ()
    assert digest(path) == before


def test_a_copy_of_the_file_between_edits_is_whole(document: Document, tmp_path: Path) -> None:
    for number in range(3):
        add(document, f"Action {number}")
        copy = tmp_path / f"copy{number}.mplan"
        shutil.copy(document.path, copy)
        with Document.open(copy) as opened:
            assert shown(opened.plan) == shown(document.plan)
            assert opened.integrity() == ()
        for beside in tmp_path.glob("*-journal"):
            # In exclusive mode SQLite keeps the journal and blanks its head: it holds nothing that a copy would miss.
            assert not any(beside.read_bytes()[:28]), "a journal in use beside a plan at rest"
    path = document.path
    document.close()
    assert not list(path.parent.glob("*-journal"))


def test_copy_to_is_whole_and_refuses_to_overwrite(document: Document, tmp_path: Path) -> None:
    add(document)
    document.copy_to(tmp_path / "copy.mplan")
    with Document.open(tmp_path / "copy.mplan") as copy:
        assert shown(copy.plan) == shown(document.plan)
        assert copy.know() == document.know()
    with pytest.raises(PlanExists):
        document.copy_to(tmp_path / "copy.mplan")
    with pytest.raises(MissingFolder):
        document.copy_to(tmp_path / "no" / "copy.mplan")
    assert not list(tmp_path.glob(".*"))


def test_closing_again_does_nothing(new_document: Callable[..., Document]) -> None:
    document = new_document()
    document.close()
    document.close()


def test_integrity_tells_of_tables_that_differ_from_the_history(tmp_path: Path) -> None:
    path = tmp_path / "p.mplan"
    with Document.create(path, {}) as document:
        uid = add(document)
        sound = path.with_name("sound.mplan")
        document.copy_to(sound)
    for statement, told in (
        ("UPDATE action SET title='other'", f"action.title {uid}"),
        ("UPDATE action SET note='never put'", f"action.note {uid}"),
        ("UPDATE action SET present=0", f"action.exists {uid}"),
        ("DELETE FROM action", f"action.exists {uid}"),
        ("INSERT INTO body(uid, present) VALUES('x', 1)", "body.exists x"),
        ("UPDATE change SET new='{' WHERE field='title'", "history"),
        ("UPDATE change SET kind='unknown'", "unknown"),
        ("UPDATE changeset SET reverts='5'", "history"),
    ):
        broken = tmp_path / "broken.mplan"
        shutil.copy(sound, broken)
        raw = sqlite3.connect(broken)
        raw.execute(statement)
        raw.commit()
        raw.close()
        with Document.open_for_reading(broken) as document:
            assert any(told in line for line in document.integrity()), statement


# -- changed by a worker -----------------------------------------------------------------------------------------------


def test_a_worker_puts_unheard_and_the_thread_of_the_document_tells(document: Document) -> None:
    told: list[PlanChange] = []
    document.listen(told.append)
    made: list[PlanChange] = []
    puts = [put for number in range(50) for put in creation("action", f"a{number}", {"title": f"Action {number}"})]
    worker = threading.Thread(target=lambda: made.append(document.put_unheard("paste", puts)))
    worker.start()
    document.put("edit", [Put("plan", document.plan.uid, "title", "Meanwhile")])
    worker.join()
    assert len(document.plan.actions) == 50 and document.plan.frame.title == "Meanwhile"
    assert [change.verb for change in told] == ["edit"]
    document.tell(made[0])
    assert [change.verb for change in told] == ["edit", "paste"] and len(told[1].touched["action"]) == 50
    assert document.integrity() == ()


def test_many_threads_change_one_plan_and_none_is_lost(document: Document) -> None:
    def work(name: int) -> None:
        for number in range(10):
            uid = f"{name}-{number}"
            document.put_unheard("add", creation("action", uid, {"title": uid}))

    workers = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(document.plan.actions) == 40 and document.integrity() == ()
    assert len(document.entries()) == 41


def test_undo_unheard_takes_back_what_a_worker_put(document: Document) -> None:
    document.tell(document.put_unheard("add", creation("action", "a", {"title": "x"})))
    step = document.next_step("undo")
    assert step is not None and len(step.changes) == 2 and document.next_step("redo") is None
    document.put("add", creation("action", "b", {"title": "y"}))
    assert document.revert_unheard("undo", step=step) is NOTHING  # another step came between
    document.undo()
    assert document.revert_unheard("undo", step=document.next_step("undo")).verb == "undo"
    assert not document.plan.actions and document.redo_verb() == "add"
    assert document.revert_unheard("redo").verb == "redo" and document.plan.actions
    assert document.put_unheard("add", ()) is NOTHING


def test_closing_waits_for_a_worker(new_document: Callable[..., Document]) -> None:
    document = new_document("closing.mplan")
    puts = [put for number in range(300) for put in creation("action", f"a{number}", {"title": f"Action {number}"})]
    begun = threading.Event()

    def slowly() -> Any:
        for put in puts:
            begun.set()
            yield put

    worker = threading.Thread(target=lambda: document.put_unheard("paste", slowly()))
    worker.start()
    begun.wait()
    document.close()
    worker.join()
    with Document.open(document.path) as again:
        assert len(again.plan.actions) in (0, 300)


def test_closing_waits_for_a_worker_that_reads(
    new_document: Callable[..., Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = new_document("closing.mplan")
    document.put("import", creation("action", "a1", {"title": "Permits"}))
    begun, go_on = threading.Event(), threading.Event()
    read = history_store.read_changes_of

    def slowly(connection: Any, uids: Any, changes: Any) -> None:
        begun.set()
        assert go_on.wait(60)
        read(connection, uids, changes)

    monkeypatch.setattr(history_store, "read_changes_of", slowly)
    found: list[object] = []
    worker = threading.Thread(target=lambda: found.append(document.open_conflicts()))
    worker.start()
    assert begun.wait(60)
    closing = threading.Thread(target=document.close)
    closing.start()
    while not document.is_closed:
        pass
    go_on.set()
    worker.join()
    closing.join()
    assert found == [()], "it read the file, not a connection that was closed under it"
    assert document.open_conflicts() == ()


def test_whoever_writes_waits_for_a_few_records_of_a_long_reading_only(
    new_document: Callable[..., Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = new_document("reading.mplan")
    puts = [put for place in range(5 * ledger.AT_ONCE) for put in creation("action", f"a{place}", {"title": "Permits"})]
    document.put("import", puts)
    begun, written, reads = threading.Event(), threading.Event(), list[int]()
    read = history_store.read_changes_of

    def observed(connection: Any, uids: Any, changes: Any) -> None:
        reads.append(len(uids))
        begun.set()
        read(connection, uids, changes)

    monkeypatch.setattr(history_store, "read_changes_of", observed)
    monkeypatch.setattr(ledger, "time", SimpleNamespace(sleep=lambda _seconds: written.wait(60)))
    worker = threading.Thread(target=document.open_conflicts)
    worker.start()
    assert begun.wait(60)
    document.put("edit", [Put("action", "a0", "title", "Work permits")])
    assert reads == [ledger.AT_ONCE], "the put came between two parts of the reading"
    written.set()
    worker.join()
    assert reads == [ledger.AT_ONCE] * 5
    document.close()
