"""The rows of the action plan: an action a row or, as ministries print it, by objectives with a subtotal below each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from mainstreamer.domain.kinds import Action, Objective
from mainstreamer.exchange.cells import SPARE_ROWS
from mainstreamer.exchange.edition import Edition

ACTION, HEADING, SUBTOTAL, TOTAL = "action", "~objective", "~subtotal", "~total"
"""What a row is; all but an action stand as such in column A, where `~` says that the row is no record."""

FIRST_ROW = 8
"""First row with an action, here and on the timeline."""


class Line(NamedTuple):
    """A row below the header. A subtotal adds up the rows from `first` to the one above it."""

    is_a: str
    action: Action | None = None
    objective: Objective | None = None
    first: int = 0


def by_objective(edition: Edition) -> bool:
    """Whether the actions stand below headings of their objectives."""
    return edition.preset == "print"


def plan_lines(edition: Edition) -> list[Line]:
    """The rows from `FIRST_ROW` on."""
    actions = cast(tuple[Action, ...], edition.records("action"))
    if not by_objective(edition):
        return [Line(ACTION, action) for action in actions]
    lines: list[Line] = []
    for objective, group in _groups(edition, actions):
        lines.append(Line(HEADING, objective=objective))
        first = FIRST_ROW + len(lines)
        lines += [Line(ACTION, action) for action in group]
        lines.append(Line(SUBTOTAL, objective=objective, first=first))
    return [*lines, Line(TOTAL)] if lines else []


def _groups(edition: Edition, actions: tuple[Action, ...]) -> Iterator[tuple[Objective | None, list[Action]]]:
    """Objectives that have actions, in their order; what serves none comes last."""
    objectives = cast(tuple[Objective, ...], edition.records("objective"))
    known = {objective.uid for objective in objectives}
    found: dict[str, list[Action]] = {}
    for action in actions:
        found.setdefault(action.objective if action.objective in known else "", []).append(action)
    for objective in objectives:
        if objective.uid in found:
            yield objective, found[objective.uid]
    if "" in found:
        yield None, found[""]


def glued(lines: Sequence[Line]) -> list[bool]:
    """Whether each row stays with the next one on paper: a heading with its first action, a subtotal with its last."""
    following = [line.is_a for line in lines[1:]] + [""]
    return [line.is_a == HEADING or after in (SUBTOTAL, TOTAL) for line, after in zip(lines, following, strict=False)]


def bottom_row(edition: Edition) -> int:
    """The last row that totals take in: spare rows below the actions belong to it, the row of the total does not."""
    lines = plan_lines(edition)
    if by_objective(edition):
        return FIRST_ROW + max(len(lines) - 2, 0)
    return FIRST_ROW + len(lines) + SPARE_ROWS
