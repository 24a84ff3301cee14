"""Steps of axes: round, few, and there for every pair of bounds."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstreamer.ui.charts.plotted import nice_steps, ticks


@pytest.mark.parametrize(
    ("low", "high", "most", "steps"),
    [
        (0, 100, 5, [0, 20, 40, 60, 80, 100]),
        (3, 4, 2, [3, 3.5, 4]),
        (7, 7, 4, [6, 6.5, 7, 7.5, 8]),
        (0, 0, 2, [-1, 0, 1]),
    ],
)
def test_steps_are_round_numbers(low: float, high: float, most: int, steps: list[float]) -> None:
    assert nice_steps(low, high, most) == steps


@given(st.floats(-1e45, 1e45), st.floats(-1e45, 1e45), st.integers(1, 8))
def test_every_pair_of_bounds_has_steps(one: float, other: float, most: int) -> None:
    low, high = min(one, other), max(one, other)
    steps = nice_steps(low, high, most)
    assert 2 <= len(steps) <= 3 * most + 3
    assert all(math.isfinite(step) for step in steps)
    assert steps == sorted(steps)
    slack = 1e-6 * max(abs(low), abs(high), 1e-3)
    assert steps[0] <= low + slack
    assert steps[-1] >= high - slack


@pytest.mark.usefixtures("speech")
def test_large_figures_are_shortened_in_the_form_of_the_language(speech: str) -> None:
    shown, word = ticks([0, 500_000, 1_000_000, 1_500_000])
    dot = "." if speech == "en" else ","
    assert [text for _, text in shown] == ["0", f"0{dot}5", "1", f"1{dot}5"]
    assert word == ("m" if speech == "en" else "млн")
    assert [step for step, _ in shown] == [0, 500_000, 1_000_000, 1_500_000]


def test_small_figures_stand_as_they_are() -> None:
    assert ticks([0, 2_500, 5_000]) == ([(0, "0"), (2_500, "2,500"), (5_000, "5,000")], "")
    assert ticks([0.2, 0.4])[0] == [(0.2, "0.2"), (0.4, "0.4")]
    assert ticks([]) == ([], "")


def test_sums_of_forty_digits_fit_beside_an_axis() -> None:
    shown, word = ticks([1e39, 1.2e39, 1.4e39])
    assert [text for _, text in shown] == ["1", "1.2", "1.4"]
    assert word == "×\u00a010³⁹"
