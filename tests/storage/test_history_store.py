"""Sittings and changesets as the plan file keeps them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from mainstreamer.domain.history import Cell, Change, Changeset, History, Sitting
from mainstreamer.storage import history_store as store
from mainstreamer.storage.tables import METADATA

TITLE = Cell("action", "u", "title")


def memory() -> Connection:
    """A connection of its own to empty tables, in memory."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    return engine.connect()


@pytest.fixture
def connection() -> Iterator[Connection]:
    made = memory()
    yield made
    made.close()
    made.engine.dispose()


def changeset(sitting: str, number: int, *changes: Change) -> Changeset:
    return Changeset(sitting, number, "2027-01-01T10:00:00+00:00", "edit", changes or (Change(TITLE, None, "x"),))


STORED = st.one_of(st.none(), st.integers(-(10**15), 10**15), st.text(st.characters(exclude_categories=["Cs"])))
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
VECTORS = st.dictionaries(NAMES, st.integers(1, 10**6), max_size=3)
SITTINGS = st.lists(
    st.builds(
        Sitting,
        NAMES,
        NAMES,
        NAMES,
        NAMES,
        NAMES,
        st.lists(VECTORS, min_size=1, max_size=3).map(lambda vectors: tuple(enumerate(vectors))),
    ),
    max_size=3,
    unique_by=lambda sitting: sitting.uid,
)
CHANGES = st.lists(st.builds(Change, st.builds(Cell, NAMES, NAMES, NAMES), STORED, STORED), min_size=1, max_size=4)
CHANGESETS = st.lists(
    st.builds(
        Changeset,
        NAMES,
        st.integers(1, 10**6),
        NAMES,
        NAMES,
        CHANGES.map(tuple),
        st.lists(st.tuples(NAMES, st.integers(1, 99)), max_size=2).map(tuple),
    ),
    max_size=4,
    unique_by=lambda each: each.key,
)


@settings(max_examples=25, deadline=None)
@given(SITTINGS, CHANGESETS)
def test_what_is_written_is_read(sittings: list[Sitting], changesets: list[Changeset]) -> None:
    connection = memory()
    for sitting in sittings:
        store.write_sitting(connection, sitting)
    for each in changesets:
        store.write_changeset(connection, each)
    assert store.read_changesets(connection) == changesets
    history = History({sitting.uid: sitting for sitting in sittings}, {each.key: each for each in changesets})
    assert store.read_history(connection) == history
    assert store.read_vector(connection) == history.vector()
    connection.close()
    connection.engine.dispose()


def test_the_newest_of_many(connection: Connection) -> None:
    written = [
        changeset("b" if number % 3 else "a", number, *[Change(TITLE, None, number)] * 2) for number in range(1, 9)
    ]
    store.write_sitting(connection, Sitting("a", "First"))
    for each in written:
        store.write_changeset(connection, each)
    assert store.read_changesets(connection, 3) == written[-3:]
    assert store.read_changesets(connection, 0) == []
    assert store.read_changesets(connection, 99) == written
    entries = store.read_entries(connection, 3)
    assert [(entry.changeset.number, entry.sitting.person) for entry in entries] == [(8, ""), (7, ""), (6, "First")]
    assert store.read_vector(connection) == {"a": 6, "b": 8}


def test_an_empty_history(connection: Connection) -> None:
    assert store.read_history(connection) == History()
    assert store.read_vector(connection) == {}
    assert store.read_entries(connection) == []


def test_a_sitting_whose_knowledge_is_missing_knew_nothing(connection: Connection) -> None:
    store.write_sitting(connection, Sitting("a", known=()))
    assert store.read_sittings(connection)["a"].known == ((0, {}),)


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"a": 1}', "1.5"])
def test_values_that_no_version_wrote_are_refused(connection: Connection, text: str) -> None:
    store.write_changeset(connection, changeset("a", 1))
    connection.exec_driver_sql("UPDATE change SET new=?", (text,))
    with pytest.raises(ValueError):
        store.read_changesets(connection)


def test_values_are_readable_with_any_browser_of_sqlite(connection: Connection) -> None:
    store.write_changeset(connection, changeset("a", 1, Change(TITLE, None, "Разрешения"), Change(TITLE, 3, None)))
    rows = connection.exec_driver_sql("SELECT old, new FROM change ORDER BY id").fetchall()
    assert [tuple(row) for row in rows] == [("null", '"Разрешения"'), ("3", "null")]
    assert json.loads(rows[0][1]) == "Разрешения"
