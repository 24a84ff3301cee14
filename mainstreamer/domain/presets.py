"""Presets of an exported workbook: which sheets, columns, languages and actions, as a value that can be kept and read again.

A preset is built on one of three bases. `full` is everything; `print` is what is signed and pinned to a wall, on A3;
`public` leaves out persons, contacts and what is confidential (`domain.publication`). A workbook carries its preset in a
hidden sheet, so that the same export can be worked out again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from mainstreamer.domain.actions import years_of
from mainstreamer.domain.checklist import step_of
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.kinds import KINDS, Action
from mainstreamer.domain.plan import Plan

BASES = ("full", "print", "public")

SHEETS = (
    "cover", "summary", "frame", "action", "timeline", "budget", "approval", "action_indicator", "observation", "objective",
    "body", "membership", "institution", "consultation", "evidence", "population_table", "sector_issue", "treaty",
    "agreement", "corridor", "custom_item", "baseline", "demography", "progress", "checklist", "readiness", "glossary",
    "lists",
)  # fmt: skip
"""Codes of all sheets in the order in which they stand. That of a register is its kind."""

_SHEETS_OF = {
    "full": tuple(code for code in SHEETS if code != "approval"),
    "print": ("cover", "summary", "action", "budget", "approval"),
    "public": tuple(code for code in SHEETS if code not in ("approval", "readiness")),
}
"""Signatures belong on paper. Readiness is a list of work to do, much of it about missing contacts: it is for those who write
the plan."""

NEEDS: dict[str, tuple[str, ...]] = {
    "summary": ("action",),
    "timeline": ("action",),
    "budget": ("action",),
    "approval": ("action",),
    "progress": ("checklist",),
}
"""Sheets whose formulas follow another one: that comes along."""

MOST_LANGUAGES = 2
LONGEST_NAME = 60
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_CALCULATED = re.compile(r"~[a-z_]{1,40}")
_STEPS = CHOICES["step"]


def kept_columns(kind: str) -> tuple[str, ...]:
    """Columns of a kind that no preset goes without: its code and name, and what its records belong to."""
    return tuple(name for name in ("code", KINDS[kind].title, KINDS[kind].parent) if name in KINDS[kind].fields)


@dataclass(frozen=True)
class ActionFilter:
    """Which actions a workbook shows: those that satisfy each of the four; an empty one asks nothing.

    `leads` are uids of institutions, one of which leads; `steps` steps of an action's checklist items, as codes; `years`
    fiscal years in which it runs; `statuses` codes, the empty one for an action without a status.
    """

    leads: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.leads or self.steps or self.years or self.statuses)

    def keeps(self, action: Action) -> bool:
        """Whether an action is shown."""
        if self.leads and not set(self.leads).intersection(action.leads):
            return False
        if self.steps and not any(str(step_of(code)) in self.steps for code in action.items):
            return False
        if self.years and not any(year in years_of(action) for year in self.years):
            return False
        return not self.statuses or action.status in self.statuses


@dataclass(frozen=True)
class PresetSpec:
    """A choice of what a workbook holds. Empty `sheets` are those of the base, empty `columns` of a kind all of them, empty
    `languages` that of whoever exports; of two languages the first leads."""

    name: str = ""
    base: str = "full"
    sheets: tuple[str, ...] = ()
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    languages: tuple[str, ...] = ()
    filter: ActionFilter = ActionFilter()

    @property
    def wanted(self) -> tuple[str, ...]:
        """Codes of the sheets in their order, with those that their formulas follow."""
        chosen = set(self.sheets or _SHEETS_OF[self.base])
        chosen.update(needed for code in tuple(chosen) for needed in NEEDS.get(code, ()))
        return tuple(code for code in SHEETS if code in chosen)

    def columns_of(self, kind: str) -> tuple[str, ...]:
        """Codes of the columns chosen for a kind; empty for all."""
        return next((codes for name, codes in self.columns if name == kind), ())

    def shows(self, kind: str, column: str) -> bool:
        """Whether a column of a kind is chosen. What names a record, and what it belongs to, is always shown."""
        chosen = self.columns_of(kind)
        return not chosen or column in chosen or column in kept_columns(kind)

    def with_columns(self, kind: str, codes: Iterable[str]) -> PresetSpec:
        """The same with other columns of a kind; none of them for all."""
        others = tuple(pair for pair in self.columns if pair[0] != kind)
        chosen = tuple(codes)
        return replace(self, columns=(*others, (kind, chosen)) if chosen else others)


def part_of(plan: Plan, chosen: ActionFilter) -> Plan:
    """The plan with no other actions than those kept, and no other indicators than theirs. All else is as it was."""
    if chosen.is_empty:
        return plan
    away = frozenset(action.uid for action in plan.actions if not chosen.keeps(action))
    lost = frozenset(row.uid for uid, rows in plan.action_indicators.items() if uid in away for row in rows)
    gone = dict(plan.gone)
    gone["action"] = gone.get("action", frozenset()) | away
    gone["action_indicator"] = gone.get("action_indicator", frozenset()) | lost
    return Plan(plan.uid, plan.entries, gone)


# -- kept as text ----------------------------------------------------------------------------------------------------


def preset_to_json(spec: PresetSpec) -> str:
    """The preset as JSON; what is empty is left out."""
    data: dict[str, Any] = {"name": spec.name, "base": spec.base, "sheets": spec.sheets, "languages": spec.languages}
    data["columns"] = {kind: codes for kind, codes in spec.columns if codes}
    data["filter"] = {
        name: part for name in ("leads", "steps", "years", "statuses") if (part := getattr(spec.filter, name))
    }
    return json.dumps({name: part for name, part in data.items() if part}, ensure_ascii=False)


def preset_from_json(text: str) -> PresetSpec:
    """Read a kept preset. Whatever is not known here is left out; a bare name of a base, as older workbooks have it, is that
    base; anything else that is no preset is everything."""
    if text in BASES:
        return PresetSpec(base=text)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return PresetSpec()
    if not isinstance(data, dict):
        return PresetSpec()
    name, base = data.get("name"), data.get("base")
    languages = tuple(code for code in _texts(data.get("languages")) if _LANGUAGE.fullmatch(code))
    return PresetSpec(
        " ".join(name.split())[:LONGEST_NAME] if isinstance(name, str) else "",
        base if base in BASES else "full",
        _known(data.get("sheets"), SHEETS),
        _columns(data.get("columns")),
        languages[:MOST_LANGUAGES],
        _filter(data.get("filter")),
    )


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(dict.fromkeys(part for part in value if isinstance(part, str)))


def _known(value: object, codes: Iterable[str]) -> tuple[str, ...]:
    found = set(_texts(value))
    return tuple(code for code in codes if code in found)


def _columns(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        return ()
    found = []
    for kind, codes in value.items():
        fields = KINDS[kind].fields if kind in KINDS else {}
        chosen = tuple(code for code in _texts(codes) if code in fields or (fields and _CALCULATED.fullmatch(code)))
        if chosen:
            found.append((kind, chosen))
    return tuple(found)


def _filter(value: object) -> ActionFilter:
    if not isinstance(value, dict):
        return ActionFilter()
    years = value.get("years")
    return ActionFilter(
        _texts(value.get("leads")),
        _known(value.get("steps"), _STEPS),
        tuple(dict.fromkeys(year for year in years if type(year) is int)) if isinstance(years, list) else (),
        _known(value.get("statuses"), ("", *CHOICES["action_status"])),
    )


def named(kept: Iterable[str]) -> tuple[PresetSpec, ...]:
    """The presets of a person's own that have a name, in alphabetical order, each name once."""
    found = {spec.name.casefold(): spec for spec in map(preset_from_json, kept) if spec.name}
    return tuple(found[name] for name in sorted(found))


def preset_named(name: str, kept: Iterable[str]) -> PresetSpec | None:
    """The base of that name, or the preset of a person's own; None when there is neither."""
    wanted = " ".join(name.split()).casefold()
    if wanted in BASES:
        return PresetSpec(base=wanted)
    return next((spec for spec in named(kept) if spec.name.casefold() == wanted), None)
