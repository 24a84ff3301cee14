"""Rows of registers: add, duplicate, delete, fill. Each gives puts; nothing here writes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from mainstreamer.domain.actions import action_code
from mainstreamer.domain.choices import OPEN_LISTS
from mainstreamer.domain.fields import Choice, FieldType, Link, Links, ManyChoices
from mainstreamer.domain.kinds import EXISTS, KINDS, Action, Objective, Record, new_uid
from mainstreamer.domain.numbers import Reading
from mainstreamer.domain.plan import Plan, Put, creation, values_of
from mainstreamer.language import SHIPPED, language

MOST_DIGITS = 10
"""Longer codes are no numbers that this program gave."""
LEVEL_OF_PLAN = {"country": "national", "province": "regional", "city": "local"}


# -- adding, duplicating, deleting -------------------------------------------------------------------------------------


def add(plan: Plan, kind: str, defaults: Mapping[str, Any] | None = None) -> tuple[str, list[Put]]:
    """A new record with a code of its own where its kind has codes, and with these values: its uid and the puts."""
    uid = new_uid()
    return uid, creation(kind, uid, starting_values(plan, kind, defaults or {}, ()))


def starting_values(plan: Plan, kind: str, given: Mapping[str, Any], also_taken: Collection[str]) -> dict[str, Any]:
    """What a new record starts with; `given` comes first, `also_taken` are codes given out in the same breath."""
    values: dict[str, Any] = {}
    if kind == "action":
        level = LEVEL_OF_PLAN.get(plan.frame.level or "country", "national")
        values = {"status": "not_started", "level": level}
    elif kind in ("action_indicator", "objective") and plan.frame.end_year is not None:
        values = {"target_year": plan.frame.end_year}
    values.update(given)
    if kind in ("action", "objective") and not values.get("code"):
        values["code"] = next_code(plan, kind, values.get("items", ()), also_taken)
    return values


def next_code(plan: Plan, kind: str, items: Sequence[str] = (), also_taken: Collection[str] = ()) -> str:
    """The next code of an action or objective. Codes of removed records are never given again."""
    rows = plan.entries.get(kind, {}).values()
    taken = [row.code for row in rows if isinstance(row, Action | Objective)] + list(also_taken)
    if kind == "action":
        return action_code(items, taken)
    numbers = [int(code) for code in taken if code.isascii() and code.isdecimal() and len(code) < MOST_DIGITS]
    return str(max(numbers, default=0) + 1)


def duplicate(plan: Plan, kind: str, uids: Sequence[str]) -> tuple[list[str], list[Put]]:
    """Copies of records, each with its indicators or members: the uids of the copies and the puts.

    A code is not copied, because two records must not share one: actions and objectives get the next free code, items of
    one's own wait for theirs.
    """
    made: list[str] = []
    puts: list[Put] = []
    codes: list[str] = []
    for uid in uids:
        record = plan.find(kind, uid)
        if record is None:
            continue
        values = values_of(record)
        values.pop("code", None)
        if kind in ("action", "objective"):
            values["code"] = next_code(plan, kind, values.get("items", ()), codes)
            codes.append(values["code"])
        copy = new_uid()
        made.append(copy)
        puts += creation(kind, copy, values)
        for child_kind, child in children(plan, kind, uid):
            parent = KINDS[child_kind].parent
            puts += creation(child_kind, new_uid(), {**values_of(child), parent: copy})
    return made, puts


def children(plan: Plan, kind: str, uid: str) -> list[tuple[str, Record]]:
    """Records that only exist inside this one: members of a body, indicators of an action."""
    return [
        (child.name, record)
        for child in KINDS.values()
        if child.parent == kind
        for record in plan.all(child.name)
        if getattr(record, child.parent) == uid
    ]


def named_by(plan: Plan, kind: str, uids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Records whose fields name one of these, as lead, partner, chair ...: their uids by kind."""
    wanted = frozenset(uids)
    found: dict[str, tuple[str, ...]] = {}
    for other, description in KINDS.items():
        one = [name for name, spec in description.fields.items() if _leads_to(spec.type, Link, kind)]
        several = [name for name, spec in description.fields.items() if _leads_to(spec.type, Links, kind)]
        naming = tuple(
            record.uid
            for record in (plan.all(other) if one or several else ())
            if any(getattr(record, name) in wanted for name in one)
            or any(not wanted.isdisjoint(getattr(record, name)) for name in several)
        )
        if naming:
            found[other] = naming
    return found


def _leads_to(type_: FieldType[Any], form: type[Link] | type[Links], kind: str) -> bool:
    return isinstance(type_, form) and type_.kind == kind


def delete(plan: Plan, kind: str, uids: Sequence[str]) -> list[Put]:
    """Remove records and what only exists inside them."""
    puts: list[Put] = []
    for uid in uids:
        if plan.find(kind, uid) is not None:
            puts.append(Put(kind, uid, EXISTS, False))
            puts += [Put(inner, record.uid, EXISTS, False) for inner, record in children(plan, kind, uid)]
    return puts


# -- many at once ------------------------------------------------------------------------------------------------------


def set_field(plan: Plan, kind: str, uids: Sequence[str], field: str, value: Any) -> list[Put]:
    """Put one value into a field of several records; those that hold it already are left alone."""
    living = (uid for uid in uids if plan.find(kind, uid) is not None)
    return [Put(kind, uid, field, value) for uid in living if plan.value(kind, uid, field) != value]


def fill_down(plan: Plan, kind: str, uids: Sequence[str], field: str, above: str = "") -> list[Put]:
    """Put the value of the first record into the others; a record alone takes that of the one `above` it."""
    source, *others = (above, *uids) if len(uids) == 1 else uids
    if plan.find(kind, source) is None:
        return []
    return set_field(plan, kind, others, field, plan.value(kind, source, field))


# -- reading -----------------------------------------------------------------------------------------------------------


def parsed(type_: FieldType[Any], text: str, reading: Reading) -> Any:
    """The value that a person means by a text. Raises ValueError(code).

    The long lists kept as data take any code of the right shape, so that a plan from elsewhere can be read. What a person
    types must have a name in the vocabulary: a misspelt country is no country.
    """
    value = type_.parse(text, reading)
    if isinstance(type_, Choice | ManyChoices) and type_.choices in OPEN_LISTS:
        codes = (value,) if isinstance(value, str) else value
        if any(code and language(SHIPPED[0]).code_of(type_.choices, code) != code for code in codes):
            raise ValueError("choice_unknown")
    return value
