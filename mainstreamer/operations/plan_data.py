"""Reads a plan that was written by hand as TOML, and makes the puts that create it.

The data hold structure and numbers once; texts are kept apart, one set a language, so that a translation cannot change
a number.

- A table a kind, and inside it a table a record under a key of its own: `[institution.labour]`. The frame is the one
  table `[plan]`.
- The key of an answer is the code of its item: `[answer]` with `"2.3" = { score = "partly" }`. So is that of a setting
  of an item; a treaty's is its code, that of an own wording `item/language/name`.
- A link is the key of a record of the kind it points to, links are an array of keys.
- Dates are ISO text, quarters `2027-Q3`, money and numbers TOML numbers or plain decimal text, yes and no `true` and
  `false`, lists arrays.
- A number table is an array of rows. The first row names the columns (its first cell names the rows); `""` is an empty
  cell.
- Texts mirror the data: `texts["institution"]["labour"]["name"]` is the name of that record. A field stands in one of
  the two only.
- A text `@name`, in data or texts, stands for `texts["phrase"]["name"]`: a source that many records cite is written
  once.
- An action without a code gets the code that its first item gives it, in the order of the file.

Nothing else is filled in: a field that stands nowhere stays blank.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from mainstreamer.domain.actions import action_code
from mainstreamer.domain.choices import TREATIES
from mainstreamer.domain.fields import FieldType, Link, Links, Money, Number, NumberTable, Table
from mainstreamer.domain.kinds import KINDS, answer_uid, item_setting_uid, item_text_uid, treaty_uid
from mainstreamer.domain.plan import Put, creation

PHRASES = "phrase"
FRAME = "plan"
_NAMED_BY_KEY = {
    "answer": ("item",),
    "item_setting": ("item",),
    "item_text": ("item", "language", "name"),
    "treaty": ("treaty",),
}
"""Fields that the key of a record already says."""


class BadSample(ValueError):
    """The data or the texts cannot be read. `place` is `kind.key.field`, `problem` a code."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place
        self.problem = problem


def puts_of(
    data: Mapping[str, Any],
    texts: Mapping[str, Any],
    plan_uid: str,
    new_uid: Callable[[str], str] | None = None,
) -> list[Put]:
    """The puts that make every record of the data, the frame first and the other kinds in their usual order.

    `new_uid` gives the uid for `kind:key`; left out, it follows from the plan's uid, so that the same data make the
    same plan again. Raises BadSample, naming kind, key and field.
    """
    make = new_uid if new_uid is not None else lambda name: str(uuid.uuid5(uuid.UUID(plan_uid), name))
    records = _records(data, texts)
    uids = {(kind, key): _uid(kind, key, plan_uid, make) for kind, rows in records.items() for key in rows}
    reader = _Reader(uids, texts.get(PHRASES, {}))
    puts: list[Put] = []
    for kind in KINDS:
        codes: list[str] = []
        for key, raw in records.get(kind, {}).items():
            values = reader.values(kind, key, raw)
            if kind == "action":
                values.setdefault("code", action_code(values.get("items", ()), codes))
                codes.append(values["code"])
            puts += creation(kind, uids[kind, key], values)
    return puts


def _uid(kind: str, key: str, plan_uid: str, make: Callable[[str], str]) -> str:
    match kind:
        case "plan":
            return plan_uid
        case "answer":
            return answer_uid(plan_uid, key)
        case "treaty" if key in TREATIES:
            return treaty_uid(plan_uid, key)
        case "item_setting":
            return item_setting_uid(plan_uid, key)
        case "item_text":
            return item_text_uid(plan_uid, *key.split("/"))
    return make(f"{kind}:{key}")


def _records(data: Mapping[str, Any], texts: Mapping[str, Any]) -> dict[str, dict[str, dict[str, Any]]]:
    """Raw fields by kind and key, with the texts laid into them."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for kind, rows in data.items():
        if kind not in KINDS:
            raise BadSample(kind, "kind_unknown")
        found[kind] = {key: dict(_table(raw, f"{kind}.{key}")) for key, raw in _keyed(kind, rows).items()}
    for kind, rows in texts.items():
        if kind == PHRASES:
            continue
        for key, raw in _keyed(kind, rows).items():
            record = found.get(kind, {}).get(key)
            if record is None:
                raise BadSample(f"{kind}.{key}", "text_without_record")
            for field, text in _table(raw, f"{kind}.{key}").items():
                if field in record:
                    raise BadSample(f"{kind}.{key}.{field}", "given_twice")
                record[field] = text
    for kind, named in _NAMED_BY_KEY.items():
        for key, record in found.get(kind, {}).items():
            for field, value in zip(named, key.split("/"), strict=True):
                record.setdefault(field, value)
    return found


def _keyed(kind: str, rows: Any) -> Mapping[str, Any]:
    return {FRAME: rows} if kind == FRAME else _table(rows, kind)


def _table(raw: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise BadSample(place, "table_expected")
    return raw


@dataclass(frozen=True)
class _Reader:
    """Turns raw values into values of their field types."""

    uids: Mapping[tuple[str, str], str]
    phrases: Mapping[str, Any]

    def values(self, kind: str, key: str, raw: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of one record, in the order of its kind."""
        fields = KINDS[kind].fields
        for field in raw:
            if field not in fields:
                raise BadSample(f"{kind}.{key}.{field}", "field_unknown")
        found: dict[str, Any] = {}
        for field, spec in fields.items():
            if field in raw:
                try:
                    found[field] = self.value(spec.type, raw[field])
                except ValueError as error:
                    raise BadSample(f"{kind}.{key}.{field}", str(error)) from error
        return found

    def value(self, type_: FieldType[Any], raw: Any) -> Any:
        """One value. Raises ValueError(code)."""
        raw = self.said(raw)
        if isinstance(type_, Link):
            return self.linked(type_.kind, raw)
        if isinstance(type_, Links):
            return tuple(self.linked(type_.kind, part) for part in _array(raw))
        if isinstance(type_, NumberTable):
            value: Any = _number_table(raw)
        elif isinstance(raw, list):
            value = type_.clean(tuple(self.said(part) for part in raw))
        elif isinstance(raw, str):
            return type_.parse(raw)
        else:
            value = Decimal(str(raw)) if isinstance(type_, Number | Money) and not isinstance(raw, bool | date) else raw
        problem = type_.check(value)
        if problem:
            raise ValueError(problem)
        return value

    def said(self, raw: Any) -> Any:
        """The phrase that `@name` stands for; anything else as it is."""
        if not isinstance(raw, str) or not raw.startswith("@"):
            return raw
        phrase = self.phrases.get(raw[1:])
        if not isinstance(phrase, str):
            raise ValueError("phrase_unknown")
        return phrase

    def linked(self, kind: str, key: Any) -> str:
        uid = self.uids.get((kind, str(key)))
        if uid is None:
            raise ValueError("link_unknown")
        return uid


def _array(raw: Any) -> list[Any]:
    if not isinstance(raw, list):
        raise ValueError("wrong_type")
    return raw


def _number_table(raw: Any) -> Table:
    rows = [_array(row) for row in _array(raw)]
    if len(rows) < 2 or any(len(row) != len(rows[0]) for row in rows):
        raise ValueError("wrong_type")
    head, *body = rows
    cells = tuple(tuple(None if cell == "" else Decimal(str(cell)) for cell in row[1:]) for row in body)
    return Table(tuple(str(name) for name in head[1:]), tuple(str(row[0]) for row in body), cells)
