"""The laws of history, tried on a simulated team: laptops that sit, put, and take over each other's copies."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mainstreamer.domain.fields import Stored
from mainstreamer.domain.history import (
    Cell,
    Change,
    Changeset,
    History,
    Sitting,
    UndoStacks,
    Vector,
    conflicts,
    contains,
    heads,
    knew,
    merge,
    merge_vectors,
    settled_value,
    state_at,
)
from mainstreamer.domain.kinds import EXISTS

Key = tuple[str, int]
TITLE, OUTPUT, THERE = (Cell("action", "u1", name) for name in ("title", "output", EXISTS))
OTHER = Cell("action", "u2", "title")
CELLS = (TITLE, OUTPUT, THERE, OTHER)


class Laptop:
    """One copy of a plan. It remembers besides what it truly knew at each put, for checking."""

    def __init__(self, name: str, truth: dict[Key, frozenset[Key]]) -> None:
        self.name = name
        self.truth = truth
        self.history = History()
        self.sittings = 0
        self.remembered: list[tuple[Vector, dict[Cell, Stored]]] = []
        self.sit()

    def sit(self) -> None:
        """Open the copy anew. The sitting is kept with its first changeset only, as the plan file does."""
        self.sittings += 1
        self.number = 0
        self.sitting = Sitting(f"{self.name}{self.sittings}", known=((0, self.history.vector()),))

    def put(self, *values: tuple[Cell, Stored]) -> None:
        self.number += 1
        before = state_at(self.history)
        changes = tuple(Change(cell, before.get(cell), value) for cell, value in values)
        changeset = Changeset(self.sitting.uid, self.number, "", "edit", changes)
        self.truth[changeset.key] = frozenset(self.history.changesets)
        self.history = History(
            {**self.history.sittings, self.sitting.uid: self.sitting},
            {**self.history.changesets, changeset.key: changeset},
        )
        self.remember()

    def take(self, other: Laptop) -> None:
        """Merge another copy into this one, in the middle of the sitting."""
        self.history = merge(self.history, other.history)
        vector = self.history.vector()
        self.sitting = replace(self.sitting, known=(*self.sitting.known, (self.number, vector)))
        if self.number:
            self.history = History({**self.history.sittings, self.sitting.uid: self.sitting}, self.history.changesets)
        self.remember()

    def remember(self) -> None:
        self.remembered.append((self.history.vector(), state_at(self.history)))

    def value(self, cell: Cell) -> Stored:
        return state_at(self.history).get(cell)


@dataclass(frozen=True)
class Team:
    laptops: tuple[Laptop, ...]
    truth: dict[Key, frozenset[Key]]

    def everything(self) -> History:
        found = History()
        for laptop in self.laptops:
            found = merge(found, laptop.history)
        return found


def team(size: int = 3) -> Team:
    truth: dict[Key, frozenset[Key]] = {}
    return Team(tuple(Laptop(name, truth) for name in "abcd"[:size]), truth)


def pair() -> tuple[Laptop, Laptop]:
    """Two laptops with one record that both know."""
    one, two = team(2).laptops
    one.put((THERE, 1), (TITLE, "title"), (OUTPUT, "output"))
    two.take(one)
    return one, two


VALUES = {EXISTS: st.sampled_from([0, 1])}
STEPS = st.one_of(
    st.tuples(st.just("sit"), st.integers(0, 2)),
    st.tuples(st.just("take"), st.integers(0, 2), st.integers(0, 2)),
    st.tuples(
        st.just("put"),
        st.integers(0, 2),
        st.lists(
            st.sampled_from(CELLS).flatmap(
                lambda cell: st.tuples(st.just(cell), VALUES.get(cell.field, st.sampled_from([None, "x", "y"])))
            ),
            min_size=1,
            max_size=3,
            unique_by=lambda pair: pair[0],
        ),
    ),
)
TALES = st.lists(STEPS, min_size=1, max_size=25)


def play(tale: list[tuple[object, ...]]) -> Team:
    crew = team()
    for step in tale:
        match step:
            case ("sit", int(who)):
                crew.laptops[who].sit()
            case ("take", int(who), int(whom)):
                crew.laptops[who].take(crew.laptops[whom])
            case ("put", int(who), list(values)):
                crew.laptops[who].put(*values)
    return crew


def heads_by_definition(history: History, truth: dict[Key, frozenset[Key]]) -> dict[Cell, list[Key]]:
    changes: dict[Cell, list[Key]] = {}
    for key, changeset in history.changesets.items():
        for change in changeset.changes:
            changes.setdefault(change.cell, []).append(key)
    return {
        cell: sorted(key for key in keys if not any(key in truth[other] for other in keys))
        for cell, keys in changes.items()
    }


@settings(max_examples=100, deadline=None)
@given(TALES)
def test_knowing_and_heads_are_exact(tale: list[tuple[object, ...]]) -> None:
    crew = play(tale)
    history = crew.everything()
    for later, earlier in itertools.permutations(history.changesets, 2):
        assert knew(history, later, earlier) == (earlier in crew.truth[later]), (later, earlier)
    found = {cell: [head[:2] for head in of_cell] for cell, of_cell in heads(history).items()}
    assert found == heads_by_definition(history, crew.truth)


@settings(max_examples=80, deadline=None)
@given(TALES)
def test_merging_is_a_union(tale: list[tuple[object, ...]]) -> None:
    a, b, c = (laptop.history for laptop in play(tale).laptops)
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c))
    assert merge(a, a) == a
    assert merge(merge(a, b), b) == merge(a, b)
    assert merge(a, b).changesets == {**a.changesets, **b.changesets}
    assert set(merge(a, b).sittings) == {*a.sittings, *b.sittings}
    assert merge(a, b).vector() == merge_vectors(a.vector(), b.vector())


@settings(max_examples=80, deadline=None)
@given(TALES, st.permutations([0, 1, 2]))
def test_every_copy_shows_the_same_whatever_the_order(tale: list[tuple[object, ...]], order: list[int]) -> None:
    crew = play(tale)
    in_turn = crew.everything()
    shuffled = History()
    for place in order:
        shuffled = merge(shuffled, crew.laptops[place].history)
    assert state_at(shuffled) == state_at(in_turn)
    assert conflicts(shuffled) == conflicts(in_turn)
    assert heads(shuffled) == heads(in_turn)


@settings(max_examples=80, deadline=None)
@given(TALES)
def test_the_state_at_a_vector_is_what_that_copy_showed(tale: list[tuple[object, ...]]) -> None:
    crew = play(tale)
    history = crew.everything()
    for laptop in crew.laptops:
        for vector, remembered in laptop.remembered:
            assert state_at(history, vector) == remembered


@settings(max_examples=80, deadline=None)
@given(TALES)
def test_one_who_knows_everything_settles_everything(tale: list[tuple[object, ...]]) -> None:
    crew = play(tale)
    last = crew.laptops[0]
    for laptop in crew.laptops[1:]:
        last.take(laptop)
    last.put((TITLE, "settled"), (OUTPUT, None), (THERE, 0), (OTHER, "settled"))
    assert conflicts(last.history) == ()
    assert all(len(of_cell) == 1 for of_cell in heads(last.history).values())
    assert [last.value(cell) for cell in CELLS] == ["settled", None, 0, "settled"]
    for laptop in crew.laptops[1:]:
        laptop.take(last)
        assert state_at(laptop.history) == state_at(last.history)
        assert conflicts(laptop.history) == ()


@settings(max_examples=80, deadline=None)
@given(TALES)
def test_conflicts_are_different_values_of_heads_and_hidden_edits(tale: list[tuple[object, ...]]) -> None:
    history = play(tale).everything()
    found = heads(history)
    told = {conflict.cell for conflict in conflicts(history)}
    for cell, of_cell in found.items():
        values = {head.value for head in of_cell} - {None}
        if len(values) > 1:
            assert cell in told
        elif cell.field != EXISTS:
            assert cell not in told
        if values:
            assert settled_value(of_cell) in values


def test_edits_of_different_fields_do_not_conflict() -> None:
    one, two = pair()
    one.put((TITLE, "new title"))
    two.put((OUTPUT, "new output"))
    one.take(two)
    assert conflicts(one.history) == ()
    assert (one.value(TITLE), one.value(OUTPUT)) == ("new title", "new output")


def test_different_values_in_one_field_conflict_and_one_is_shown() -> None:
    one, two = pair()
    one.put((TITLE, "from one"))
    two.put((TITLE, "from two"))
    one.take(two)
    two.take(one)
    (conflict,) = conflicts(one.history)
    assert conflict.cell == TITLE
    assert {head.value for head in conflict.heads} == {"from one", "from two"}
    assert one.value(TITLE) == two.value(TITLE) == "from one"
    assert conflicts(two.history) == (conflict,)


def test_equal_values_do_not_conflict() -> None:
    one, two = pair()
    one.put((TITLE, "same"))
    two.put((TITLE, "same"))
    one.take(two)
    assert len(heads(one.history)[TITLE]) == 2
    assert conflicts(one.history) == ()


@pytest.mark.parametrize("blank_first", [True, False])
def test_a_blank_never_beats_a_value(blank_first: bool) -> None:
    one, two = pair()
    one.put((TITLE, None if blank_first else "value"))
    two.put((TITLE, "value" if blank_first else None))
    one.take(two)
    assert one.value(TITLE) == "value"
    assert conflicts(one.history) == ()


def test_a_blank_put_by_one_who_knew_the_value_stays_blank() -> None:
    one, two = pair()
    two.put((TITLE, None))
    one.take(two)
    assert one.value(TITLE) is None


def test_removing_what_another_edits_conflicts_until_one_who_knows_both_puts_it() -> None:
    one, two = pair()
    one.put((THERE, 0))
    two.put((OUTPUT, "more"))
    two.put((TITLE, "more"))
    one.take(two)
    (conflict,) = conflicts(one.history)
    assert conflict.cell == THERE
    assert {head.value for head in conflict.heads} == {0, "more"}
    assert one.value(THERE) == 0
    for choice in (1, 0):
        two.take(one)
        two.put((THERE, choice))
        assert conflicts(two.history) == ()
        assert two.value(THERE) == choice
        one.take(two)
        assert one.value(THERE) == choice


def test_an_edit_known_to_one_of_two_removers_is_gone_on_purpose() -> None:
    one, two = pair()
    two.put((OUTPUT, "more"))
    two.put((THERE, 0))
    one.put((THERE, 0))
    one.take(two)
    assert conflicts(one.history) == ()


def test_removed_by_one_and_brought_back_by_another_conflicts() -> None:
    one, two = pair()
    two.put((THERE, 0))
    one.take(two)
    one.put((THERE, 1))
    two.put((THERE, 1))
    two.put((THERE, 0))
    one.take(two)
    assert [conflict.cell for conflict in conflicts(one.history)] == [THERE]


def test_an_older_copy_of_a_sitting_takes_nothing_away() -> None:
    """A sitting merges twice without a put between; a copy made after the first merge still has the older knowledge."""
    one, two, three = team(3).laptops
    one.put((TITLE, "first"))
    two.put((OTHER, "of two"))
    one.take(two)
    older = one.history
    three.put((OUTPUT, "of three"))
    one.take(three)
    one.put((OUTPUT, "of one, knowing three"))
    for merged in (merge(older, one.history), merge(one.history, older)):
        assert knew(merged, ("a1", 2), ("c1", 1))
        assert conflicts(merged) == ()


def test_vectors() -> None:
    assert merge_vectors({"a": 1, "b": 5}, {"a": 3, "c": 1}) == {"a": 3, "b": 5, "c": 1}
    assert contains({"a": 2}, "a", 2)
    assert not contains({"a": 2}, "a", 3)
    assert not contains({}, "a", 1)
    assert History().vector() == {}


# -- undo stacks -----------------------------------------------------------------------------------------------------


def edit(number: int, verb: str = "edit", cell: Cell = TITLE, at: str = "2027-01-01T10:00:00+00:00") -> Changeset:
    return Changeset("s", number, at, verb, (Change(cell, f"v{number - 1}", f"v{number}"),))


def done(*changesets: Changeset) -> list[tuple[Key, ...]]:
    stacks = UndoStacks()
    for changeset in changesets:
        stacks.take(changeset)
    return [step.keys for step in stacks.done]


def test_undo_steps_over_a_run_of_puts_into_one_field() -> None:
    stacks = UndoStacks()
    for number in (1, 2, 3):
        stacks.take(edit(number))
    (step,) = stacks.done
    assert step.keys == (("s", 1), ("s", 2), ("s", 3))
    assert step.inverse() == {TITLE: "v0"}


def test_what_ends_a_run() -> None:
    later = "2027-01-01T10:01:01+00:00"
    assert len(done(edit(1), edit(2, cell=OUTPUT))) == 2
    assert len(done(edit(1), edit(2, verb="paste"))) == 2
    assert len(done(edit(1), edit(2, at=later))) == 2
    assert len(done(edit(1), edit(2, at="unreadable"))) == 2
    assert len(done(edit(1), edit(2, at="2027-01-01T10:00:00"))) == 2
    assert len(done(edit(1), replace(edit(2), sitting="t"))) == 2
    assert len(done(edit(1, cell=THERE), edit(2, cell=THERE))) == 2
    two_fields = replace(edit(1), changes=(*edit(1).changes, Change(OUTPUT, None, "x")))
    assert len(done(two_fields, edit(2))) == 2


def test_undo_redo_and_new_work_move_the_stacks() -> None:
    stacks = UndoStacks()
    stacks.take(edit(1, verb="one"))
    stacks.take(edit(2, verb="two", cell=OUTPUT))
    stacks.take(edit(3, verb="undo", cell=OUTPUT))
    assert ([step.verb for step in stacks.done], [step.verb for step in stacks.undone]) == (["one"], ["two"])
    stacks.take(edit(4, verb="redo", cell=OUTPUT))
    assert ([step.verb for step in stacks.done], stacks.undone) == (["one", "two"], [])
    stacks.take(edit(5, verb="undo", cell=OUTPUT))
    stacks.take(edit(6, verb="three", cell=OTHER))
    assert ([step.verb for step in stacks.done], stacks.undone) == (["one", "three"], [])
    stacks.take(edit(7, verb="merge"))
    assert (stacks.done, stacks.undone) == ([], [])
