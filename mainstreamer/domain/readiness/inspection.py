"""What all rules look at: the plan, the checklist and the day, and what several rules need, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar, cast

from mainstreamer.domain.actions import counts
from mainstreamer.domain.calendar import Quarter, quarter_of
from mainstreamer.domain.checklist import Checklist, step_of
from mainstreamer.domain.fields import Link
from mainstreamer.domain.kinds import KINDS, Action, Answer, Body, CustomItem, Membership, PlanFrame, Record
from mainstreamer.domain.plan import Plan, code_order
from mainstreamer.domain.readiness.finding import Finding, Values, found

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class ItemInUse:
    """A question this plan has to answer, of the shipped checklist or its own."""

    code: str
    step: int
    essential: bool
    answer_uid: str


@dataclass(frozen=True)
class Inspection:
    """One look at one plan."""

    plan: Plan
    checklist: Checklist
    today: date

    @cached_property
    def fiscal_start(self) -> int:
        """First month of the fiscal year; January until it is said."""
        return self.plan.frame.fiscal_start or 1

    @cached_property
    def now(self) -> Quarter:
        """The fiscal quarter of the day."""
        return quarter_of(self.today, self.fiscal_start)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Actions that count, in the order of their codes."""
        return self.asked("action", Action)

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """Bodies that are not dissolved."""
        return self.asked("body", Body)

    @cached_property
    def members(self) -> dict[str, list[Membership]]:
        """Seats by the uid of their body."""
        seats: dict[str, list[Membership]] = {}
        for seat in self.plan.memberships:
            seats.setdefault(seat.body, []).append(seat)
        return seats

    @cached_property
    def items(self) -> tuple[ItemInUse, ...]:
        """The items of the sectors in use."""
        sectors = {"", *self.plan.sectors}
        return tuple(
            ItemInUse(item.code, item.step, item.essential, self.plan.answer_uid(item.code))
            for item in self.checklist.items
            if item.sector in sectors
        )

    @cached_property
    def answer_uids(self) -> frozenset[str]:
        return frozenset(item.answer_uid for item in self.items)

    @cached_property
    def items_acted_on(self) -> frozenset[str]:
        """Codes of items that an action which counts takes up."""
        return frozenset(code for action in self.actions for code in action.items)

    def rows(self, kind: str) -> tuple[Record, ...]:
        """The living records of a kind in the order in which its register shows them."""
        if kind == "plan":
            return (self.plan.frame,)
        if kind == "action":
            return self.plan.actions
        rows = self.plan.all(kind)
        order = KINDS[kind].order
        return tuple(sorted(rows, key=lambda row: code_order(str(getattr(row, order))))) if order else rows

    def asked(self, kind: str, record: type[R]) -> tuple[R, ...]:
        """The records of a kind that readiness asks about: not what was set aside, nor what belongs to it."""
        rows = cast(tuple[R, ...], self.rows(kind))
        if KINDS[kind].parent:
            return tuple(row for row in rows if self._parent_is_asked(kind, row))
        away = self._set_aside.get(kind, frozenset())
        return tuple(row for row in rows if row.uid not in away) if away else rows

    @cached_property
    def _set_aside(self) -> dict[str, frozenset[str]]:
        return {
            "action": frozenset(action.uid for action in self.plan.actions if not counts(action)),
            "body": frozenset(body.uid for body in self.plan.bodies if body.status == "dissolved"),
        }

    def _parent_is_asked(self, kind: str, row: Record) -> bool:
        parent, parent_uid = parent_of(kind, row)
        if not parent_uid:
            return True
        return parent_uid not in self._set_aside.get(parent, ()) and self.plan.find(parent, parent_uid) is not None


def parent_of(kind: str, row: Record) -> tuple[str, str]:
    """Kind and uid of the record that a record belongs to."""
    field = KINDS[kind].parent
    link = KINDS[kind].fields[field].type
    return (link.kind if isinstance(link, Link) else "", str(getattr(row, field)))


def step_for(kind: str, row: Record) -> int:
    """The checklist step under which what is wrong with a record is shown."""
    if isinstance(row, PlanFrame):
        return 1
    if isinstance(row, Answer):
        return step_of(row.item)
    if isinstance(row, CustomItem):
        return int(row.step or 0)
    return KINDS[kind].step


@dataclass(frozen=True)
class Rule(Generic[R]):
    """A rule about single records. `broken` gives the values of the finding, or None where all is well."""

    code: str
    field: str
    broken: Callable[[R, Inspection], Values | None]


def when(broken: bool, **values: object) -> Values | None:
    """The answer of a rule."""
    return values if broken else None


def apply(look: Inspection, kind: str, rows: Iterable[R], rules: tuple[Rule[R], ...]) -> Iterator[Finding]:
    """What these rules find in these records."""
    for row in rows:
        for rule in rules:
            values = rule.broken(row, look)
            if values is not None:
                yield found(rule.code, kind, row.uid, rule.field, step_for(kind, row), values)


def repeated(rows: Iterable[R], key: Callable[[R], Hashable]) -> Iterator[R]:
    """Records whose key an earlier one has; a blank key is nobody's."""
    seen: set[Hashable] = set()
    for row in rows:
        mark = key(row)
        if mark and mark in seen:
            yield row
        seen.add(mark)


def same_words(text: str) -> str:
    """A text without what the eye passes over: capitals and spaces."""
    return " ".join(text.split()).casefold()
