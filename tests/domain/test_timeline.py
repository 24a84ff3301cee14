"""Actions on the fiscal calendar."""

from __future__ import annotations

from datetime import date

import pytest

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import Action, PlanFrame
from mainstreamer.domain.timeline import is_outside, is_reversed, place_of_day, span_of, years_drawn

FRAME = PlanFrame("p", start_year=2027, end_year=2031, fiscal_start=7)
EARLY, LATE = Quarter(2027, 2), Quarter(2028, 1)


def test_spans_of_whole_half_reversed_and_missing_dates() -> None:
    assert span_of(Action("a", start=EARLY, end=LATE)) == (EARLY, LATE)
    assert span_of(Action("a", start=LATE, end=EARLY)) == (EARLY, LATE)
    assert is_reversed(Action("a", start=LATE, end=EARLY)) and not is_reversed(Action("a", start=EARLY, end=EARLY))
    assert span_of(Action("a", end=LATE)) == (LATE, LATE)
    assert span_of(Action("a")) is None


@pytest.mark.parametrize(
    ("day", "start", "index", "part"),
    [
        (date(2027, 1, 1), 1, Quarter(2027, 1).index, 0.0),
        (date(2027, 8, 16), 7, Quarter(2027, 1).index, 46 / 92),
        (date(2027, 6, 30), 7, Quarter(2026, 4).index, 90 / 91),
    ],
)
def test_a_day_stands_in_its_fiscal_quarter(day: date, start: int, index: int, part: float) -> None:
    assert place_of_day(day, start) == pytest.approx(index + part)


def test_what_lies_outside_the_plan() -> None:
    assert is_outside(Quarter(2026, 4), FRAME) and is_outside(Quarter(2032, 1), FRAME)
    assert not is_outside(Quarter(2027, 1), FRAME) and not is_outside(Quarter(2031, 4), FRAME)
    assert not is_outside(Quarter(1950, 1), PlanFrame("p"))


def test_years_drawn_hold_the_plan_and_every_action() -> None:
    actions = [Action("a", start=Quarter(2026, 4), end=EARLY), Action("b", end=Quarter(2033, 1)), Action("c")]
    assert years_drawn(FRAME, actions, date(2027, 1, 1)) == range(2026, 2034)
    assert years_drawn(FRAME, [], date(2050, 1, 1)) == range(2027, 2032)
    assert years_drawn(PlanFrame("p", fiscal_start=7), [], date(2027, 6, 30)) == range(2026, 2027)
