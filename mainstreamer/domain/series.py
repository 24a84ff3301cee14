"""Values of one indicator over the years: a line for each sex, area, variant, with baselines and targets of actions.

Values are only drawn together when they have one unit; what is an estimate, a projection or a target is told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, TypeVar

from mainstreamer.domain.indicators import UNITS, IndicatorDefinition, IndicatorValue, folded
from mainstreamer.domain.kinds import ActionIndicator, Observation, PopulationTable
from mainstreamer.domain.plan import Plan

Catalogue = Mapping[str, IndicatorDefinition]
V = TypeVar("V", Observation, IndicatorValue)
SEXES = ("both", "women", "men", "")
NOT_MEASURED = ("estimate", "projection", "target")
"""Kinds of values that no one has counted or observed: drawn hollow, with dashes."""
_PERCENT = frozenset(("%", "percent", "per cent", "pct", "процент", "процента", "процентов", "проценты", "проц."))


class SeriesKey(NamedTuple):
    """An indicator (by its code, or by its own words where it has none) in one unit."""

    code: str
    name: str
    unit: str


class LineKey(NamedTuple):
    """What the values of one line have in common."""

    name: str = ""
    sex: str = ""
    area: str = ""
    variant: str = ""
    age: str = ""
    group: str = ""


@dataclass(frozen=True)
class Point:
    """A value in a year. `status` is estimate, projection, target, baseline, or empty for what was observed."""

    key: str
    year: int
    value: Decimal
    status: str
    of: IndicatorValue


@dataclass(frozen=True)
class Line:
    key: LineKey
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Goal:
    """Baseline and target of an action's indicator, as far as value and year of each are known."""

    record: ActionIndicator
    baseline: tuple[int, Decimal] | None
    target: tuple[int, Decimal] | None


@dataclass(frozen=True)
class Series:
    """Everything drawn in one picture. `undrawn` counts values without a year or a number; `apart` are goals in other units;
    `unit` is that of the key as somebody typed it."""

    key: SeriesKey
    lines: tuple[Line, ...]
    goals: tuple[Goal, ...]
    undrawn: int
    apart: tuple[Goal, ...]
    unit: str = ""

    @property
    def years(self) -> list[int]:
        """The years in which something stands, each once, in order."""
        found = {point.year for line in self.lines for point in line.points}
        found |= {end[0] for goal in self.goals for end in (goal.baseline, goal.target) if end is not None}
        return sorted(found)


def unit_key(unit: str, code: str, variant: str, catalogue: Catalogue) -> str:
    """A unit such that two spellings of it meet; that of the catalogue where none was entered."""
    plain = folded(unit)
    if code in catalogue:
        definition = catalogue[code]
        plain = definition.spellings.get(plain, plain) if plain else definition.variant(variant).unit
    return "percent" if plain in _PERCENT else plain


def key_of(record: Observation | IndicatorValue, catalogue: Catalogue) -> SeriesKey:
    """The picture that a value belongs into."""
    code = record.indicator if isinstance(record, Observation) else record.code
    name = "" if code else record.name.strip()
    return SeriesKey(code, name, unit_key(record.unit, code, record.variant, catalogue))


def typed_unit(key: SeriesKey, unit: str) -> str:
    """The unit of a picture as it is spelled in one of its records; the code of a unit that has words."""
    return " ".join(unit.split()) if key.unit not in UNITS and folded(unit) == key.unit else key.unit


def group(records: Iterable[V], catalogue: Catalogue) -> dict[SeriesKey, list[V]]:
    """Records by the picture they belong into, in the order of the first of each."""
    found: dict[SeriesKey, list[V]] = {}
    known: dict[tuple[str, str, str, str], SeriesKey] = {}
    for record in records:
        code = record.indicator if isinstance(record, Observation) else record.code
        seen = (code, "" if code else record.name, record.unit, record.variant)
        key = known.get(seen)
        if key is None:
            key = known[seen] = key_of(record, catalogue)
        found.setdefault(key, []).append(record)
    return found


def series(key: SeriesKey, values: Iterable[IndicatorValue], plan: Plan, catalogue: Catalogue) -> Series:
    """Lines and goals of one picture."""
    found: dict[LineKey, list[Point]] = {}
    known: dict[tuple[str, ...], LineKey] = {}
    undrawn, unit = 0, ""
    for value in values:
        unit = unit or value.unit
        if value.year is None or value.value is None:
            undrawn += 1
            continue
        point = Point(point_key(value), value.year, value.value, _status(value, plan), value)
        seen = (value.kind, value.code, value.name, value.sex, value.area, value.variant, value.age, value.group)
        line = known.get(seen)
        if line is None:
            line = known[seen] = _line_key(value, catalogue)
        found.setdefault(line, []).append(point)
    lines = [Line(key_, tuple(sorted(points, key=lambda point: point.year))) for key_, points in found.items()]
    lines.sort(key=_line_order)
    goals, apart = _goals(key, plan, catalogue)
    return Series(key, tuple(lines), goals, undrawn, apart, typed_unit(key, unit))


def point_key(value: IndicatorValue) -> str:
    """What names a value: the uid of its observation; a population table gives many values, so theirs say which."""
    if value.kind == "observation":
        return value.uid
    return "|".join((value.kind, value.uid, value.code, value.variant, value.sex, str(value.year or "")))


def _line_key(value: IndicatorValue, catalogue: Catalogue) -> LineKey:
    """Which line a value belongs to. The name that the catalogue gives an indicator sets no value apart."""
    named = value.name if value.kind == "observation" else ""
    if value.code in catalogue and folded(named) in catalogue[value.code].names:
        named = ""
    parts = (
        named,
        value.sex,
        value.area,
        value.variant,
        value.age,
        value.group,
    )
    return LineKey(*(" ".join(part.split()) for part in parts))


def _line_order(line: Line) -> tuple[int, int, LineKey]:
    """The longest first, of equally long ones both sexes before women before men."""
    return -len(line.points), SEXES.index(line.key.sex) if line.key.sex in SEXES else len(SEXES), line.key


def _status(value: IndicatorValue, plan: Plan) -> str:
    if value.kind == "population_table":
        table = plan.find(value.kind, value.uid)
        kind = table.type if isinstance(table, PopulationTable) else ""
        return kind if kind in NOT_MEASURED else ""
    return value.type if value.type != "actual" else ""


def _goals(key: SeriesKey, plan: Plan, catalogue: Catalogue) -> tuple[tuple[Goal, ...], tuple[Goal, ...]]:
    """Goals of living actions for this indicator: those in the unit of the picture, and those in others."""
    drawn: list[Goal] = []
    apart: list[Goal] = []
    for action in plan.actions if key.code else ():
        for row in plan.action_indicators.get(action.uid, ()):
            if row.indicator != key.code or action.status == "cancelled":
                continue
            goal = Goal(row, _end(row.baseline_year, row.baseline), _end(row.target_year, row.target))
            if goal.baseline is None and goal.target is None:
                continue
            same = unit_key(row.unit, key.code, "", catalogue) == key.unit
            (drawn if same else apart).append(goal)
    return tuple(drawn), tuple(apart)


def _end(year: int | None, value: Decimal | None) -> tuple[int, Decimal] | None:
    return None if year is None or value is None else (year, value)
