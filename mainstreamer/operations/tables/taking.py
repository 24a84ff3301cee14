"""What taking in a table would do to the plan: new records, records that are there already, names to be added, words kept."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from mainstreamer.domain.kinds import new_uid
from mainstreamer.domain.plain_tables import PlainSheet
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.language import Language
from mainstreamer.operations.registers import starting_values
from mainstreamer.operations.tables.codes import Codes
from mainstreamer.operations.tables.drafts import CellRefusal, Draft, Progress, Reading, read_rows
from mainstreamer.operations.tables.names import KnownNames, is_alike, key_of, telling, type_of_name
from mainstreamer.operations.tables.putting import (
    ADD,
    BLANK,
    NEW,
    REPLACE,
    SKIP,
    UPDATE,
    NewName,
    PlannedRow,
    differs,
    puts_of,
)
from mainstreamer.operations.tables.same import Known
from mainstreamer.operations.tables.targets import (
    Mapping as TableMapping,
)
from mainstreamer.operations.tables.targets import (
    links_to,
    note_field,
    noted,
    title_of,
    type_of,
)
from mainstreamer.operations.tables.values import CREATED_KINDS, is_early

MOST_COMPARED = 500
"""New names that are compared with each other."""
_SEVERAL = re.compile(r"[;\n]+")


@dataclass(frozen=True)
class Decisions:
    """What a person decided. `duplicates` by row, `names` by kind and key; what is not there follows the default: rows are
    skipped, names added, unless their kind is in `not_created`. `blank_unreadable` takes the rest of a row with bad cells."""

    duplicates: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    not_created: frozenset[str] = frozenset()
    blank_unreadable: bool = False


@dataclass(frozen=True)
class Duplicate:
    """A row whose record is there: in the plan (`uid`), or in another row of the table. `changes` are fields with what that
    record says and what the row says; `blanks` counts those that the row would fill."""

    row: int
    name: str
    uid: str
    other_row: int
    decision: str
    changes: tuple[tuple[str, Any, Any], ...] = ()
    blanks: int = 0


@dataclass(frozen=True)
class Taking:
    """Everything that taking in would do. `after` is the plan as it would be; with `refused` cells nothing may be taken
    unless they may stay blank (`allowed`). `kept` counts cells whose words go into the field for notes."""

    plan: Plan
    kind: str
    reading: Reading
    rows: tuple[PlannedRow, ...]
    names: tuple[NewName, ...]
    duplicates: tuple[Duplicate, ...]
    refused: tuple[CellRefusal, ...]
    allowed: bool
    after: Plan
    kept: int
    changed: frozenset[str] = frozenset()
    """Records of the plan or of rows above that change, by uid."""

    @property
    def puts(self) -> tuple[Put, ...]:
        """The puts, all or none. Made when they are asked for: thousands of rows have a hundred thousand of them."""
        return tuple(puts_of(self.plan, self.kind, self.rows, self.names)) if self.allowed else ()

    @property
    def may_be_taken(self) -> bool:
        """Whether there is something to take, and nothing in the way."""
        return self.allowed and bool(self.made or self.changed)

    def count(self, what: str) -> int:
        """Rows of which this becomes; of those that fill or replace only such as change something."""
        return sum(row.what == what and (what in (SKIP, ADD) or row.uid in self.changed) for row in self.rows)

    @cached_property
    def made(self) -> dict[str, int]:
        """How many records there will be more, by kind: those of the rows first, then names and indicators."""
        kinds = dict.fromkeys((self.kind, *CREATED_KINDS, "action_indicator"))
        counts = {kind: len(self.after.all(kind)) - len(self.plan.all(kind)) for kind in kinds}
        return {kind: count for kind, count in counts.items() if count}

    @cached_property
    def early(self) -> tuple[int, ...]:
        """Rows whose time begins before the plan."""
        return tuple(row.row for row in self.rows if row.is_early and row.what != SKIP)

    @cached_property
    def foreign(self) -> tuple[int, ...]:
        """Rows with an amount in another currency."""
        return tuple(row.row for row in self.rows if row.is_foreign and row.what != SKIP)


def take(
    plan: Plan, sheet: PlainSheet, mapping: TableMapping, decisions: Decisions, speech: Language, progress: Progress
) -> Taking:
    """Work out what a table would do. `progress(done, total)` may raise Cancelled."""
    return _Taking(plan, mapping, decisions).work(read_rows(plan, sheet, mapping, speech, progress))


class _Taking:
    """One working out."""

    def __init__(self, plan: Plan, mapping: TableMapping, decisions: Decisions) -> None:
        self._plan, self._mapping, self._decisions = plan, mapping, decisions
        self._kind = mapping.kind
        self._refused: list[CellRefusal] = []
        self._duplicates: list[Duplicate] = []
        self._rows: list[PlannedRow] = []
        self._kept = 0
        self._uids: dict[tuple[str, str], str] = {}
        """What each name means: a uid, or nothing."""
        self._used: set[tuple[str, str]] = set()
        """Names in rows that are not skipped."""

    def work(self, reading: Reading) -> Taking:
        names = self._names(reading.drafts)
        known = Known(self._plan, self._kind)
        codes = Codes(self._plan, self._kind)
        for draft in reading.drafts:
            self._plan_row(draft, known, codes)
            if self._rows[-1].what != SKIP:
                self._check(draft)
        names = tuple(one for one in names if (one.kind, one.key) in self._used)
        rows = tuple(self._rows)
        refused = tuple({(one.row, one.column): one for one in self._refused}.values())
        allowed = not refused or self._decisions.blank_unreadable
        put: set[str] = set()
        after = self._plan.with_puts(_noted(puts_of(self._plan, self._kind, rows, names), put))
        changed = frozenset(put & {row.uid for row in rows if row.what in (UPDATE, REPLACE)})
        duplicates = tuple(self._duplicates)
        return Taking(
            self._plan, self._kind, reading, rows, names, duplicates, refused, allowed, after, self._kept, changed
        )  # fmt: skip

    def _check(self, draft: Draft) -> None:
        """Note what could not be read, and a record that has no name."""
        title = title_of(self._kind)
        self._refused += draft.refused
        if title not in draft.values and not any(one.target == title for one in draft.refused):
            place = next(iter(self._mapping.places(title)), 0)
            column = self._mapping.column(place)
            heading = column.heading if column is not None else ""
            self._refused.append(CellRefusal(draft.row, place, heading, title, "title_missing", ""))

    # -- names -------------------------------------------------------------------------------------------------------

    def _names(self, drafts: Iterable[Draft]) -> tuple[NewName, ...]:
        """Look up every name; those that no record has are new, alike, or left blank, as was decided."""
        counts: dict[tuple[str, str], int] = {}
        spelled: dict[tuple[str, str], str] = {}
        for draft in drafts:
            for target, names in draft.names.items():
                for name in names:
                    place = (links_to(self._kind, target), key_of(name))
                    counts[place] = counts.get(place, 0) + 1
                    spelled.setdefault(place, name)
        books: dict[str, KnownNames] = {}
        found: list[NewName] = []
        for (kind, key), name in spelled.items():
            book = books.setdefault(kind, KnownNames(self._plan, kind))
            uid = book.uid(name)
            if uid or kind not in CREATED_KINDS:
                self._uids[kind, key] = uid
                continue
            alike = book.alike(name) or self._alike_before(kind, name, found)
            found.append(self._new_name(kind, key, name, counts[kind, key], alike))
        return tuple(found)

    def _alike_before(self, kind: str, name: str, found: list[NewName]) -> str:
        """The new record of a name spelled like this one that stands further up in the table."""
        words = telling(name)
        for other in found[:MOST_COMPARED]:
            if other.kind == kind and other.decision == NEW and is_alike(words, telling(other.name)):
                return other.uid
        return ""

    def _new_name(self, kind: str, key: str, name: str, count: int, alike: str) -> NewName:
        uid = str(uuid.uuid5(uuid.UUID(self._plan.uid), f"{kind}:{key}"))
        usual = alike or (BLANK if kind in self._decisions.not_created else NEW)
        decision = self._decisions.names.get((kind, key), usual)
        self._uids[kind, key] = uid if decision == NEW else "" if decision == BLANK else decision
        type_ = type_of_name(name) if kind == "institution" else ""
        return NewName(kind, key, name, count, uid, alike, decision, type_)

    # -- rows --------------------------------------------------------------------------------------------------------

    def _plan_row(self, draft: Draft, known: Known, codes: Codes) -> None:
        values = dict(draft.values)
        asides = list(draft.asides)
        for target, names in draft.names.items():
            uids = {name: self._uids.get((links_to(self._kind, target), key_of(name)), "") for name in names}
            linked = tuple(dict.fromkeys(uid for uid in uids.values() if uid))
            if linked:
                values[target] = linked if type(type_of(self._kind, target)).__name__ == "Links" else linked[0]
            heading = ", ".join(column.heading for column in self._mapping.columns if column.target == target)
            asides += [(heading, name) for name, uid in uids.items() if not uid]
        asides += [(one.heading, one.text) for one in draft.refused if one.text]
        name = str(values.get(title_of(self._kind), ""))
        planned = PlannedRow(draft.row, ADD, new_uid(), values, _indicators(draft.indicators), name)
        planned.is_early, planned.is_foreign = is_early(self._plan, values), bool(draft.foreign)
        found = known.find(values)
        if found is not None:
            first = self._rows[found.place] if found.place >= 0 else None
            planned.what = self._decisions.duplicates.get(draft.row, SKIP)
            changes, blanks = self._compared(values, first, found.uid)
            self._duplicates.append(
                Duplicate(draft.row, name, found.uid, first.row if first else 0, planned.what, changes, blanks)
            )
            if planned.what in (UPDATE, REPLACE):
                planned.uid = first.uid if first else found.uid
        if planned.what == ADD:
            planned.values = starting_values(self._plan, self._kind, codes.with_code(values), ())
            known.note(planned.values, len(self._rows))
        if planned.what != SKIP:
            self._keep(planned, asides)
            for target, names in draft.names.items():
                self._used.update((links_to(self._kind, target), key_of(name)) for name in names)
        self._rows.append(planned)

    def _compared(
        self, values: Mapping[str, Any], first: PlannedRow | None, uid: str
    ) -> tuple[tuple[tuple[str, Any, Any], ...], int]:
        """Fields in which a row differs from the record that is there, and how many of its blanks the row would fill."""
        changes, blanks = [], 0
        for name, new in values.items():
            old = first.values.get(name) if first is not None else self._plan.value(self._kind, uid, name)
            if old in (None, "", ()):
                blanks += 1
            elif differs(old, new):
                changes.append((name, old, new))
        return tuple(changes), blanks

    def _keep(self, planned: PlannedRow, asides: list[tuple[str, str]]) -> None:
        """Put words without a field of their own into the field for notes."""
        field_ = note_field(self._kind)
        if not asides or not field_:
            return
        lines = [f"{heading}: {text}" if heading else text for heading, text in asides]
        self._kept += len(lines)
        planned.kept = tuple(lines)
        planned.values[field_] = noted(self._kind, (str(planned.values.get(field_, "")), *lines))


def _noted(puts: Iterable[Put], uids: set[str]) -> Iterator[Put]:
    """The same puts, while the records they are of are noted."""
    for put in puts:
        uids.add(put.uid)
        yield put


def _indicators(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Indicators of an action; several names in one cell without figures beside them are several indicators."""
    result: list[dict[str, Any]] = []
    for one in found:
        names = [name.strip(" -–•") for name in _SEVERAL.split(str(one.get("name", ""))) if name.strip(" -–•")]
        if len(names) > 1 and not {"baseline", "target"} & one.keys():
            result += [{**one, "name": name} for name in names]
        else:
            result.append({**one, "name": " ".join(str(one["name"]).split())} if "name" in one else one)
    return result
