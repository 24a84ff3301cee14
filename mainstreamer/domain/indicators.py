"""The catalogue of indicators, and the values a plan gives: from its tables, its observations and its registers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import Any

from mainstreamer.domain.actions import counts, total
from mainstreamer.domain.choices import CHOICES, SDG_TARGETS
from mainstreamer.domain.demography import (
    MEASURES,
    Population,
    growth_between,
    read_population,
    youth_share,
)
from mainstreamer.domain.demography_rates import NoValueError, Outcome, outcome, quotient
from mainstreamer.domain.kinds import Agreement, Observation, PopulationTable
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.treaties import is_overdue, of_list

DIRECTIONS = ("up", "down", "to_one", "context")
_BETWEEN_PAUSES = 20
Pause = Callable[[], object]
UNITS = (
    "percent", "per_100", "per_1000_year", "per_100000", "percent_year", "ratio", "persons", "persons_per_older",
    "number", "years", "months", "days", "currency", "children_per_woman", "yes_no", "flag", "class", "index", "date",
)  # fmt: skip
"""Units by code; their words are in resources/words/*/demography.toml, section `unit`."""


@dataclass(frozen=True)
class Variant:
    """One of several ways to define an indicator, or one of its parts, with its own unit and direction."""

    code: str
    unit: str
    direction: str
    display_decimals: int


@dataclass(frozen=True)
class IndicatorDefinition:
    """One entry of the catalogue. Its name, definition and source in words are in resources/words/*/indicator.toml.

    `direction` says which way is good: `up`, `down`, `to_one`, or `context` when neither is.
    `display_decimals` is for showing only.
    """

    code: str
    unit: str
    direction: str
    sdg: tuple[str, ...] = ()
    gcm: tuple[str, ...] = ()
    frequency: str = ""
    disaggregation: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    display_decimals: int = 1
    lag: str = ""
    """How long after its period a value is usually published."""
    holder: str = ""
    """The type of institution that holds the data, where that is certain."""
    names: frozenset[str] = frozenset()
    """What it is called in the languages shipped, folded."""
    spellings: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Its units as words write them in the languages shipped, folded, with the code of each."""

    def variant(self, code: str) -> Variant:
        """The variant of that code; for an unknown or blank one the indicator itself."""
        own = Variant("", self.unit, self.direction, self.display_decimals)
        return next((variant for variant in self.variants if variant.code == code), own)


def parse_catalogue(data: Mapping[str, Any]) -> dict[str, IndicatorDefinition]:
    """The catalogue by code from the content of indicators.toml, in its order.

    Raises ValueError naming the indicator and the key of what is wrong.
    """
    return {code: _definition(code, entry) for code, entry in data.items()}


def _definition(code: str, entry: Any) -> IndicatorDefinition:
    known = {"unit", "direction", "sdg", "gcm", "frequency", "disaggregation", "variants", "decimals", "lag", "holder"}
    if not isinstance(entry, Mapping) or set(entry) - known:
        raise ValueError(f"{code}: unknown keys")
    unit = _one_of(code, "unit", entry.get("unit"), UNITS)
    direction = _one_of(code, "direction", entry.get("direction"), DIRECTIONS)
    decimals = _decimals(code, entry.get("decimals", 1))
    variants = []
    for row in entry.get("variants", ()):
        part = {"code": row} if isinstance(row, str) else row
        variants.append(
            Variant(
                str(part["code"]),
                _one_of(code, "unit", part.get("unit", unit), UNITS),
                _one_of(code, "direction", part.get("direction", direction), DIRECTIONS),
                _decimals(code, part.get("decimals", decimals)),
            )
        )
    frequency, lag, holder = (entry.get(key, "") for key in ("frequency", "lag", "holder"))
    return IndicatorDefinition(
        code,
        unit,
        direction,
        _several(code, "sdg", entry, SDG_TARGETS),
        _several(code, "gcm", entry, CHOICES["gcm"]),
        _one_of(code, "frequency", frequency, CHOICES["frequency"]) if frequency else "",
        _several(code, "disaggregation", entry, CHOICES["disaggregation"]),
        tuple(variants),
        decimals,
        _one_of(code, "lag", lag, CHOICES["lag"]) if lag else "",
        _one_of(code, "holder", holder, CHOICES["institution_type"]) if holder else "",
    )


def folded(text: str) -> str:
    """A name or a unit without what the eye passes over."""
    return " ".join(text.split()).casefold()


def _one_of(code: str, key: str, value: Any, known: Iterable[str]) -> str:
    if not isinstance(value, str) or value not in known:
        raise ValueError(f"{code}: {key} {value!r}")
    return value


def _several(code: str, key: str, entry: Mapping[str, Any], known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_one_of(code, key, value, known) for value in entry.get(key, ()))


def _decimals(code: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 6:
        raise ValueError(f"{code}: decimals {value!r}")
    return value


@dataclass(frozen=True)
class IndicatorValue:
    """One value, or None and the reason code.

    `kind` and `uid` name the record it comes from; kind `plan` means worked out from the registers of the plan.
    `name` is only filled for an observation that carries its own name. `since` is the first year of a period, `type`
    is actual, baseline or target of an observation. `unit` is a code of UNITS for what is worked out, and as entered
    (or blank) for an observation.
    """

    code: str
    value: Decimal | None
    unit: str = ""
    name: str = ""
    year: int | None = None
    sex: str = ""
    area: str = ""
    variant: str = ""
    source: str = ""
    reason: str = ""
    since: int | None = None
    age: str = ""
    group: str = ""
    type: str = ""
    kind: str = "plan"
    uid: str = ""


def shown(value: Decimal, definition: IndicatorDefinition, variant: str = "") -> Decimal:
    """A value rounded half up to the decimals in which this indicator is shown. Never calculate on with it."""
    places = definition.variant(variant).display_decimals
    with localcontext() as context:
        context.prec = 200
        return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def indicator_values(
    plan: Plan, national_youth: tuple[int, int] | None = None, today: date | None = None, *, pause: Pause = lambda: None
) -> tuple[IndicatorValue, ...]:
    """Every value the plan gives: population tables first, then observations as entered, then the plan's own process.

    `national_youth` are the first and last age of youth in national law, for the variant `national` of Y1. Without
    `today` nothing is said about what is overdue. `pause` is called again and again, where a worker may rest.
    """
    found: list[IndicatorValue] = []
    populations: list[tuple[PopulationTable, Population | str]] = []
    for record in plan.population_tables:
        if record.table is None:
            continue
        pause()
        try:
            populations.append((record, read_population(record.table, record.unit or "persons")))
        except ValueError as error:
            populations.append((record, str(error)))
    for record, population in populations:
        pause()
        found += _of_table(record, population, national_youth)
    found += _growth(populations)
    for place, row in enumerate(plan.observations):
        if place % _BETWEEN_PAUSES == 0:
            pause()
        found.append(observation_value(row))
    found += _of_process(plan, today)
    return tuple(found)


def _of_table(
    record: PopulationTable, population: Population | str, national_youth: tuple[int, int] | None
) -> list[IndicatorValue]:
    """Everything one table gives; each value with the reason of the table when the table itself cannot be used."""
    found = []
    for measure in MEASURES:
        for sex in ("both", "women", "men") if measure.by_sex else ("both",):
            if isinstance(population, str):
                result = Outcome(None, population)
            else:
                result = measure.compute(population, sex)
            if sex != "both" and result.value is None:
                continue  # The line for both sexes already says why.
            found.append(_table_value(record, measure.code, measure.unit, result, sex, measure.variant))
    if national_youth is not None and not isinstance(population, str):
        first, last = national_youth
        result = youth_share(population, "both", first, last)
        found.append(_table_value(record, "Y1", "percent", result, "both", "national"))
    return found


def _table_value(
    record: PopulationTable, code: str, unit: str, result: Outcome, sex: str, variant: str, since: int | None = None
) -> IndicatorValue:
    return IndicatorValue(
        code,
        result.decimal,
        unit,
        year=record.year,
        sex=sex,
        area=record.area,
        variant=variant,
        source=record.source,
        reason=result.reason,
        since=since,
        kind="population_table",
        uid=record.uid,
    )


def _growth(populations: list[tuple[PopulationTable, Population | str]]) -> list[IndicatorValue]:
    """D9 between each table and the next later one of the same area."""
    areas: dict[tuple[str, str], list[tuple[PopulationTable, Population]]] = {}
    for record, population in populations:
        if record.year is not None and not isinstance(population, str):
            place = (" ".join(record.area.casefold().split()), record.area_type)
            areas.setdefault(place, []).append((record, population))
    found = []
    for rows in areas.values():
        rows.sort(key=lambda row: (row[0].year or 0, row[0].reference_date is not None, str(row[0].reference_date)))
        for (before, earlier), (after, later) in pairwise(rows):
            years = _years_between(before, after)
            if years > 0:
                result = growth_between(earlier, later, years)
                found.append(_table_value(after, "D9", "percent_year", result, "both", "", before.year))
    return found


def _years_between(before: PopulationTable, after: PopulationTable) -> Fraction:
    """Years from one table to the other: by reference dates where both have one, else by calendar years."""
    if before.reference_date is not None and after.reference_date is not None:
        return Fraction((after.reference_date - before.reference_date).days * 4, 1461)
    return Fraction((after.year or 0) - (before.year or 0))


def observation_value(row: Observation) -> IndicatorValue:
    """An observation as entered."""
    return IndicatorValue(
        row.indicator,
        row.value,
        row.unit,
        row.name,
        row.year,
        row.sex,
        row.area,
        row.variant,
        row.source,
        "" if row.value is not None else "not_entered",
        age=row.age,
        group=row.group,
        type=row.type,
        kind="observation",
        uid=row.uid,
    )


def _of_process(plan: Plan, today: date | None) -> list[IndicatorValue]:
    """What the plan says about its own making: M3 to M6, L5, S2, R1r, G1. The other indicators need data from outside."""
    parts = (
        _of_bodies(plan),
        _of_actions(plan),
        _of_consultations(plan),
        _of_agreements(plan),
        _of_treaties(plan, today),
    )
    return [value for part in parts for value in part]


def _share(code: str, variant: str, pairs: Iterable[tuple[Fraction | int, Fraction | int]]) -> IndicatorValue:
    """The sum of parts / the sum of wholes x 100, over the records that state both."""
    rows = list(pairs)

    def percent() -> Fraction:
        if not rows:
            raise NoValueError("not_entered")
        return quotient(Fraction(sum(part for part, _ in rows)), Fraction(sum(whole for _, whole in rows)), 100)

    result = outcome(percent)
    return IndicatorValue(code, result.decimal, "percent", variant=variant, reason=result.reason)


def _number(code: str, unit: str, variant: str, numbers: Iterable[int | None]) -> IndicatorValue:
    """The sum of numbers entered; None where none was."""
    known = [number for number in numbers if number is not None]
    if not known:
        return IndicatorValue(code, None, unit, variant=variant, reason="not_entered")
    return IndicatorValue(code, Decimal(sum(known)), unit, variant=variant)


def _of_bodies(plan: Plan) -> list[IndicatorValue]:
    """M3: meetings held / planned and decisions executed / taken, over bodies that are not dissolved."""
    bodies = [body for body in plan.bodies if body.status != "dissolved"]
    meetings = [
        (body.meetings_held, body.meetings_planned)
        for body in bodies
        if body.meetings_held is not None and body.meetings_planned is not None
    ]
    decisions = [
        (body.decisions_executed, body.decisions_taken)
        for body in bodies
        if body.decisions_executed is not None and body.decisions_taken is not None
    ]
    return [_share("M3", "meetings_held", meetings), _share("M3", "decisions_executed", decisions)]


def _of_actions(plan: Plan) -> list[IndicatorValue]:
    """M4, M5 and G1. Cancelled actions count nowhere; the surplus of one action does not fill the gap of another."""
    actions = [action for action in plan.actions if counts(action)]
    money = total(actions)
    costed = [(Fraction(money.gap), Fraction(money.cost))] if money.actions > money.uncosted else []
    begun = [action for action in actions if action.status not in ("", "not_started")]
    marked = [action.gender_marker for action in actions if action.gender_marker is not None]
    return [
        _share("M4", "budget_line", [(int(bool(action.budget_line.strip())), 1) for action in actions]),
        _share("M4", "funding_gap", costed),
        _share("M5", "", [(int(action.status in ("done", "on_track")), 1) for action in begun]),
        _share("G1", "", [(int(marker >= 2), 1) for marker in marked]),
    ]


def _of_consultations(plan: Plan) -> list[IndicatorValue]:
    """M6: participants, shares of women and of migrants among them, share of consultations outside the capital."""
    rows = plan.consultations
    women = [(row.women, row.participants) for row in rows if row.women is not None and row.participants is not None]
    migrants = [
        (row.migrants, row.participants) for row in rows if row.migrants is not None and row.participants is not None
    ]
    outside = [(int(row.outside_capital), 1) for row in rows if row.outside_capital is not None]
    return [
        _number("M6", "persons", "participants", [row.participants for row in rows]),
        _share("M6", "women", women),
        _share("M6", "migrants", migrants),
        _share("M6", "outside_capital", outside),
    ]


def _of_agreements(plan: Plan) -> list[IndicatorValue]:
    """L5 and S2: agreements in force. Zero is only said when the register of agreements has been begun."""

    def in_force(type_: str) -> list[Agreement]:
        return [row for row in plan.agreements if row.type == type_ and row.status == "in_force"]

    begun = bool(plan.agreements)
    labour, social = in_force("labour"), in_force("social_security")
    return [
        _number("L5", "number", "in_force", [len(labour)] if begun else []),
        _number("L5", "number", "joint_meetings", [row.meetings for row in labour]),
        _number("S2", "number", "", [len(social)] if begun else []),
    ]


def _of_treaties(plan: Plan, today: date | None) -> list[IndicatorValue]:
    """R1r: treaties of the list that are ratified, once the status of one is known; reports that are overdue."""
    listed = of_list(plan).values()
    looked_up = any(row.status for row in listed)
    found = [
        _number("R1r", "number", "ratified", [sum(row.status == "ratified" for row in listed)] if looked_up else [])
    ]
    if today is not None:
        dated = [row for row in plan.treaties if row.report_due is not None]
        overdue = [sum(is_overdue(row, today) for row in dated)] if dated else []
        found.append(_number("R1r", "number", "reports_overdue", overdue))
    return found
