"""The plan as an immutable value: every record of every kind, and what follows from it by looking."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, TypeVar, cast

from mainstreamer.domain.choices import CORE_SECTORS
from mainstreamer.domain.kinds import (
    EXISTS,
    KINDS,
    Action,
    ActionIndicator,
    Agreement,
    Answer,
    Baseline,
    Body,
    Consultation,
    Corridor,
    CustomItem,
    Evidence,
    Institution,
    ItemAction,
    ItemSetting,
    ItemText,
    Membership,
    Objective,
    Observation,
    PlanFrame,
    PopulationTable,
    Record,
    SectorIssue,
    Treaty,
    answer_uid,
)

R = TypeVar("R", bound=Record)


class Put(NamedTuple):
    """A value put into one field of one record; `value` has the type that the field's type gives it."""

    kind: str
    uid: str
    field: str
    value: Any


def creation(kind: str, uid: str, values: Mapping[str, Any]) -> list[Put]:
    """The puts that make a new record with these values."""
    return [Put(kind, uid, EXISTS, True)] + [Put(kind, uid, field, value) for field, value in values.items()]


def values_of(record: Record) -> dict[str, Any]:
    """The fields of a record that are not blank."""
    kind = KINDS[kind_of(record)]
    found: dict[str, Any] = {}
    for name, spec in kind.fields.items():
        value = getattr(record, name)
        if not spec.type.is_blank(value):
            found[name] = value
    return found


_KIND_OF = {kind.record: name for name, kind in KINDS.items()}


def kind_of(record: Record) -> str:
    """The name of the kind a record belongs to."""
    return _KIND_OF[type(record)]


@dataclass(frozen=True)
class Plan:
    """All records of one plan. `entries` keeps removed records too (uids in `gone`), so that they can come back."""

    uid: str
    entries: Mapping[str, Mapping[str, Record]] = dataclasses.field(default_factory=dict)
    gone: Mapping[str, frozenset[str]] = dataclasses.field(default_factory=dict)

    def all(self, kind: str) -> tuple[Record, ...]:
        """The living records of a kind, in the order in which they were made."""
        rows = self.entries.get(kind, {})
        gone = self.gone.get(kind, frozenset())
        return tuple(row for uid, row in rows.items() if uid not in gone) if gone else tuple(rows.values())

    def has_same(self, other: Plan, kind: str) -> bool:
        """Whether nothing of a kind differs from another plan; a plan keeps the rows that a change did not touch."""
        return self.entries.get(kind) is other.entries.get(kind) and self.gone.get(kind) == other.gone.get(kind)

    def find(self, kind: str, uid: str) -> Record | None:
        """The living record of that uid, or None."""
        if uid in self.gone.get(kind, ()):
            return None
        return self.entries.get(kind, {}).get(uid)

    def value(self, kind: str, uid: str, field: str) -> Any:
        """The present value of a field, blank for a record that was never made. Works for removed records too."""
        if field == EXISTS:
            return uid in self.entries.get(kind, {}) and uid not in self.gone.get(kind, ())
        record = self.entries.get(kind, {}).get(uid)
        return KINDS[kind].fields[field].type.blank if record is None else getattr(record, field)

    def with_puts(self, puts: Iterable[Put]) -> Plan:
        """The plan after these puts; this one stays as it is. A put into a record not made yet keeps it in the dark."""
        changed: dict[tuple[str, str], dict[str, Any]] = {}
        for put in puts:
            changed.setdefault((put.kind, put.uid), {})[put.field] = put.value
        entries = dict(self.entries)
        gone = dict(self.gone)
        fresh: set[str] = set()
        for (kind, uid), values in changed.items():
            if kind not in fresh:
                entries[kind] = dict(entries.get(kind, {}))
                fresh.add(kind)
            rows = cast(dict[str, Record], entries[kind])
            exists = values.pop(EXISTS, None)
            old = rows.get(uid)
            if old is None:
                rows[uid] = KINDS[kind].new(uid, **values)
                exists = bool(exists)
            elif values:
                rows[uid] = dataclasses.replace(old, **values)
            if exists is not None:
                away = gone.get(kind, frozenset())
                gone[kind] = away - {uid} if exists else away | {uid}
        return Plan(self.uid, entries, gone)

    # -- the kinds by name, typed ------------------------------------------------------------------------------------

    def _typed(self, kind: str, record: type[R]) -> tuple[R, ...]:
        return cast(tuple[R, ...], self.all(kind))

    @cached_property
    def frame(self) -> PlanFrame:
        """The one record of kind `plan`."""
        found = self.entries.get("plan", {}).get(self.uid)
        return cast(PlanFrame, found) if found is not None else PlanFrame(self.uid)

    @cached_property
    def institutions(self) -> tuple[Institution, ...]:
        return self._typed("institution", Institution)

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        return self._typed("body", Body)

    @cached_property
    def memberships(self) -> tuple[Membership, ...]:
        return self._typed("membership", Membership)

    @cached_property
    def consultations(self) -> tuple[Consultation, ...]:
        return self._typed("consultation", Consultation)

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """Answers by item code."""
        return {answer.item: answer for answer in self._typed("answer", Answer) if answer.item}

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        return self._typed("evidence", Evidence)

    @cached_property
    def population_tables(self) -> tuple[PopulationTable, ...]:
        return self._typed("population_table", PopulationTable)

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        return self._typed("observation", Observation)

    @cached_property
    def sector_issues(self) -> tuple[SectorIssue, ...]:
        return self._typed("sector_issue", SectorIssue)

    @cached_property
    def treaties(self) -> tuple[Treaty, ...]:
        return self._typed("treaty", Treaty)

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        return self._typed("agreement", Agreement)

    @cached_property
    def corridors(self) -> tuple[Corridor, ...]:
        return self._typed("corridor", Corridor)

    @cached_property
    def objectives(self) -> tuple[Objective, ...]:
        return self._typed("objective", Objective)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Actions in the order of their codes."""
        return tuple(sorted(self._typed("action", Action), key=lambda action: code_order(action.code)))

    @cached_property
    def action_indicators(self) -> dict[str, tuple[ActionIndicator, ...]]:
        """Indicators by the uid of their action."""
        found: dict[str, list[ActionIndicator]] = {}
        for row in self._typed("action_indicator", ActionIndicator):
            found.setdefault(row.action, []).append(row)
        return {uid: tuple(rows) for uid, rows in found.items()}

    @cached_property
    def custom_items(self) -> tuple[CustomItem, ...]:
        return self._typed("custom_item", CustomItem)

    @cached_property
    def item_actions(self) -> tuple[ItemAction, ...]:
        return self._typed("item_action", ItemAction)

    @cached_property
    def item_texts(self) -> tuple[ItemText, ...]:
        return self._typed("item_text", ItemText)

    @cached_property
    def item_settings(self) -> dict[str, ItemSetting]:
        """What the plan decided about items, by item code."""
        return {row.item: row for row in self._typed("item_setting", ItemSetting) if row.item}

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        return self._typed("baseline", Baseline)

    # -- looking things up -------------------------------------------------------------------------------------------

    def answer_uid(self, item_code: str) -> str:
        """The uid that the answer to an item has, whether it was given or not."""
        return answer_uid(self.uid, item_code)

    @cached_property
    def evidence_of_items(self) -> dict[str, tuple[Evidence, ...]]:
        """Evidence by the code of each item that rests on it."""
        found: dict[str, list[Evidence]] = {}
        for row in self.evidence:
            for code in row.items:
                found.setdefault(code, []).append(row)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def actions_of_items(self) -> dict[str, tuple[Action, ...]]:
        """Actions by the code of each item whose gap they close."""
        found: dict[str, list[Action]] = {}
        for action in self.actions:
            for code in action.items:
                found.setdefault(code, []).append(action)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def sectors(self) -> tuple[str, ...]:
        """Sectors in use: the core ones and the optional ones switched on."""
        return CORE_SECTORS + self.frame.optional_sectors

    def name_of(self, kind: str, uid: str, short: bool = False) -> str:
        """What people call a record; its acronym when `short` and there is one; empty when it is gone or unnamed."""
        record = self.find(kind, uid)
        if record is None:
            return ""
        acronym = str(getattr(record, "acronym", ""))
        if short and acronym:
            return acronym
        return str(getattr(record, KINDS[kind].title))


@lru_cache(maxsize=50_000)
def code_order(code: str) -> tuple[tuple[int, int | str], ...]:
    """Order codes as people do: A-2 before A-10, blank last."""
    parts: list[tuple[int, int | str]] = [] if code else [(9, "")]
    number = ""
    for ch in code + "\0":
        if ch.isdecimal():
            number += ch
            continue
        if number:
            # Python refuses to read longer numbers, and no code is one.
            parts.append((0, int(number[:1000])))
            number = ""
        if ch != "\0":
            parts.append((1, ch))
    return tuple(parts)
