"""The history in pages: the newest changesets, those looked for, and the changes of one record."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mainstreamer.domain.kinds import EXISTS, new_uid
from mainstreamer.domain.plan import Put, creation
from mainstreamer.storage.document import Document
from mainstreamer.storage.looking_back import SMALL, Wanted
from mainstreamer.storage.plan_change import Author

ALL = 10**9


@pytest.fixture
def worked(document: Document) -> Document:
    """Two persons at work: an institution made and renamed by one, an action by the other, and many rows at once."""
    moments = iter(datetime(2027, 3, day, 10, tzinfo=UTC) + timedelta(0) for day in range(1, 28))
    document._now = lambda: next(moments)
    document.sign(Author("A. One", "Labour"))
    uid = new_uid()
    document.put("add", creation("institution", uid, {"name": "Labour Office"}))
    document.put("edit", [Put("institution", uid, "name", "Employment Office")])
    document.sign(Author("B. Two", "Health"))
    document.put("add", creation("action", new_uid(), {"title": "Permits"}))
    document.put("edit", [Put("institution", uid, "interest", 4)])
    rows = [put for _ in range(SMALL) for put in creation("action", new_uid(), {"title": "Row"})]
    document.put("paste", rows)
    return document


def verbs(document: Document, wanted: Wanted = Wanted()) -> list[str]:
    return [head.changeset.verb for head in document.past.heads(1, ALL, wanted)]


def test_heads_are_newest_first_and_say_who(worked: Document) -> None:
    heads = worked.past.heads(1, ALL)
    assert [head.changeset.verb for head in heads] == ["paste", "edit", "add", "edit", "add", "create_plan"]
    assert [(head.person, head.institution) for head in heads[:4]] == [("B. Two", "Health")] * 3 + [
        ("A. One", "Labour")
    ]
    assert worked.past.last() == heads[0].seq
    entries = worked.entries()
    assert [head.changeset.key for head in heads] == [entry.changeset.key for entry in entries]
    assert heads[0].count == 2 * SMALL and heads[0].changeset.changes == ()
    assert heads[1].changeset.changes == entries[1].changeset.changes and heads[1].count == 1


def test_heads_come_in_spans(worked: Document) -> None:
    last = worked.past.last()
    assert [head.seq for head in worked.past.heads(last - 1, last)] == [last - 1]
    assert worked.past.heads(last + 1, ALL) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(person="A. One"), ["edit", "add"]),
        (Wanted(person=""), ["create_plan"]),
        (Wanted(institution="Health"), ["paste", "edit", "add"]),
        (Wanted(kind="institution"), ["edit", "edit", "add"]),
        (Wanted(kind="action", person="B. Two"), ["paste", "add"]),
        (Wanted(since="2027-03-02T00:00:00+00:00", until="2027-03-04T00:00:00+00:00"), ["add", "edit"]),
        (Wanted(kind="corridor"), []),
    ],
)
def test_what_is_looked_for_is_found(worked: Document, wanted: Wanted, found: list[str]) -> None:
    assert verbs(worked, wanted) == found


def test_changes_of_a_large_changeset_come_in_pages(worked: Document) -> None:
    head = worked.past.heads(1, ALL)[0]
    whole = worked.entries(1)[0].changeset.changes
    first = worked.past.changes(head.seq, limit=10)
    rest = worked.past.changes(head.seq, first[-1][0], 1000)
    assert tuple(change for _id, change in first + rest) == whole and len(first) == 10


def test_the_history_of_a_record_and_of_a_field(worked: Document) -> None:
    (uid,) = (row.uid for row in worked.plan.institutions)
    lines = worked.past.of_record("institution", uid)
    told = [(line.change.cell.field, line.change.old, line.change.new, line.person) for line in lines]
    assert told == [
        ("interest", None, 4, "B. Two"),
        ("name", "Labour Office", "Employment Office", "A. One"),
        ("name", None, "Labour Office", "A. One"),
        (EXISTS, None, 1, "A. One"),
    ]
    assert [line.change.new for line in worked.past.of_record("institution", uid, "name")] == [
        "Employment Office",
        "Labour Office",
    ]
    second = worked.past.of_record("institution", uid, below=lines[1].place, limit=1)
    assert second == [lines[2]]
    assert worked.past.of_record("action", uid) == []


def test_the_history_of_a_record_is_found_by_an_index(worked: Document) -> None:
    seen: list[str] = []
    worked._raw.set_trace_callback(seen.append)
    worked.past.of_record("action", "u", "title")
    worked._raw.set_trace_callback(None)
    (sql,) = (text for text in seen if "FROM change h" in text)
    steps = [str(row[3]) for row in worked._raw.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert any("ix_change_uid" in step for step in steps), steps
    assert not any(step.startswith("SCAN") for step in steps), steps


def test_authors_are_each_told_once(worked: Document) -> None:
    assert worked.past.authors() == [("", ""), ("A. One", "Labour"), ("B. Two", "Health")]
