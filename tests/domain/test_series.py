"""Values over the years: lines, units, what was not measured, baselines and targets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from mainstreamer.domain.indicators import observation_value
from mainstreamer.domain.kinds import Observation
from mainstreamer.domain.plan import Plan, creation
from mainstreamer.domain.series import Series, SeriesKey, group, point_key, series, unit_key
from mainstreamer.knowledge import indicators

CATALOGUE = indicators()


def seen(uid: str, value: int | None, year: int | None, **fields: Any) -> Observation:
    number = None if value is None else Decimal(value)
    return Observation(uid, **{"indicator": "Y3", "unit": "%", "value": number, "year": year, **fields})


def plan_with(**goals: dict[str, Any]) -> Plan:
    puts = creation("plan", "p", {"title": "P"})
    for place, (uid, values) in enumerate(goals.items()):
        status = values.pop("status", "on_track")
        puts += creation("action", f"act-{uid}", {"code": f"A-{place}", "status": status})
        puts += creation("action_indicator", uid, {"action": f"act-{uid}", "indicator": "Y3", **values})
    return Plan("p").with_puts(puts)


def drawn(plan: Plan, *rows: Observation) -> Series:
    ((key, found),) = group(rows, CATALOGUE).items()
    return series(key, [observation_value(row) for row in found], plan, CATALOGUE)


def test_units_meet_in_their_spellings_and_come_from_the_catalogue() -> None:
    assert unit_key("%", "Y3", "", CATALOGUE) == unit_key(" Per  cent", "", "", {}) == unit_key("", "Y3", "", CATALOGUE)
    assert unit_key("People", "", "", {}) == "people"


def test_one_picture_for_an_indicator_in_a_unit() -> None:
    rows = [seen("a", 1, 2021), seen("b", 2, 2022, unit="percent"), seen("c", 3, 2021, unit="people"),
            seen("d", 1, 2021, indicator="", name="Own"), seen("e", 1, 2021, indicator="", name="Other")]  # fmt: skip
    found = group(rows, CATALOGUE)
    assert [[row.uid for row in rows] for rows in found.values()] == [["a", "b"], ["c"], ["d"], ["e"]]
    assert next(iter(found)) == SeriesKey("Y3", "", "percent")


def test_a_line_for_each_sex_and_area_the_longest_first_the_years_in_order() -> None:
    rows = (seen("w", 3, 2021, sex="women"), seen("b2", 2, 2023, sex="both"), seen("b1", 1, 2021, sex="both"),
            seen("m", 1, 2021, sex="men"), seen("n", 1, 2021, sex="both", area="North"))  # fmt: skip
    found = drawn(plan_with(), *rows)
    assert [[point.key for point in line.points] for line in found.lines] == [["b1", "b2"], ["n"], ["w"], ["m"]]
    assert found.years == [2021, 2023]


def test_values_without_a_year_or_a_number_are_counted() -> None:
    found = drawn(plan_with(), seen("a", 1, 2021), seen("b", None, 2021), seen("c", 1, None))
    assert (found.undrawn, found.years) == (2, [2021])


def test_what_was_not_measured_is_told_apart() -> None:
    found = drawn(plan_with(), seen("a", 1, 2021, type="actual"), seen("b", 1, 2030, type="target"), seen("c", 1, 2020))
    assert [point.status for point in found.lines[0].points] == ["", "", "target"]


def test_goals_of_living_actions_in_the_same_unit() -> None:
    ends = {"baseline": Decimal(20), "baseline_year": 2025, "target": Decimal(12), "target_year": 2031}
    plan = plan_with(
        same={**ends, "unit": "per cent"},
        other={**ends, "unit": "people"},
        cancelled={**ends, "unit": "%", "status": "cancelled"},
        half={"target": Decimal(11), "target_year": 2030},
        none={"target": Decimal(11)},
    )
    found = drawn(plan, seen("a", 1, 2021))
    assert [goal.record.uid for goal in found.goals] == ["same", "half"]
    assert found.goals[0].baseline == (2025, Decimal(20)) and found.goals[1].baseline is None
    assert [goal.record.uid for goal in found.apart] == ["other"]
    assert found.years == [2021, 2025, 2030, 2031]


def test_keys_of_values_are_never_the_same() -> None:
    rows = [observation_value(seen("a", 1, 2021)), observation_value(seen("b", 1, 2021))]
    assert point_key(rows[0]) == "a" and len({point_key(row) for row in rows}) == 2
