"""Whether a row of a table is of a record that is there already, in the plan or further up in the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan, values_of
from mainstreamer.operations.tables.names import key_of
from mainstreamer.operations.tables.targets import title_of


class Same(NamedTuple):
    """The record found: its uid in the plan, or its place among the rows of the table (then the uid is empty)."""

    uid: str
    place: int = -1


class _Entry(NamedTuple):
    same: Same
    details: frozenset[str]


class Known:
    """Records by what people tell them by: their code or name, with the partner, year or area where names repeat."""

    def __init__(self, plan: Plan, kind: str) -> None:
        self._kind = kind
        self._has_code = "code" in KINDS[kind].fields
        self._names: dict[str, list[_Entry]] = {}
        self._codes: dict[str, Same] = {}
        for record in plan.all(kind):
            self._add(values_of(record), Same(record.uid))

    def note(self, values: Mapping[str, Any], place: int) -> None:
        """A row of the table becomes a record."""
        self._add(values, Same("", place))

    def _add(self, values: Mapping[str, Any], same: Same) -> None:
        name = self._name(values)
        if name:
            self._names.setdefault(name, []).append(_Entry(same, self._details(values)))
        acronym = key_of(str(values.get("acronym", ""))) if self._kind == "institution" else ""
        if acronym and acronym != name:
            self._names.setdefault(acronym, []).append(_Entry(same, frozenset()))
        if self._has_code and values.get("code"):
            self._codes.setdefault(key_of(str(values["code"])), same)

    def find(self, values: Mapping[str, Any]) -> Same | None:
        """The record that these values are of; None where there is none."""
        if self._has_code and values.get("code"):
            found = self._codes.get(key_of(str(values["code"])))
            if found is not None:
                return found
        details = self._details(values)
        for entry in self._names.get(self._name(values), ()):
            if not details or not entry.details or details & entry.details:
                return entry.same
        return None

    def _name(self, values: Mapping[str, Any]) -> str:
        match self._kind:
            case "corridor":
                parts = [values.get("partner", ""), values.get("direction", "")]
                return " ".join(parts) if parts[0] else ""
            case "observation":
                name = values.get("indicator") or key_of(str(values.get("name", "")))
                rest = (key_of(str(values.get(part) or "")) for part in ("year", "age", "area", "variant", "group"))
                return "|".join((str(name), values.get("sex") or "both", *rest)) if name else ""
        return key_of(str(values.get(title_of(self._kind), "")))

    def _details(self, values: Mapping[str, Any]) -> frozenset[str]:
        """What tells records of one name apart: partners of agreements, the objective of actions, the day of a meeting, the
        source of figures."""
        match self._kind:
            case "agreement":
                return frozenset((*values.get("partners", ()), *filter(None, [key_of(values.get("partner_name", ""))])))
            case "action":
                return frozenset(filter(None, [values.get("objective", "")]))
            case "consultation":
                return frozenset(str(day) for day in [values.get("held_on")] if day)
            case "observation":
                return frozenset(filter(None, [key_of(values.get("source", ""))]))
            case "evidence":
                return frozenset(filter(None, [key_of(values.get("reference", ""))]))
        return frozenset()
