"""Taking hold of a bar: what part of it is under the pointer, and what a drag has changed so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.kinds import Action
from mainstreamer.domain.plan import Plan, Put
from mainstreamer.domain.timeline import span_of
from mainstreamer.operations import scheduling
from mainstreamer.ui.pictures.timeline_layout import Scale

MOVE, START, END, DRAW = "move", "start", "end", "draw"


def grip_at(action: Action, scale: Scale, place: float, reach: float) -> str:
    """The part of an action's bar at a place of the time column: an end, or between them; `draw` where it has no dates.

    An end is held up to `reach` pixels on both sides; a bar too short for that is held by its thirds.
    """
    span = span_of(action)
    if span is None:
        return DRAW
    left, right = scale.place(span[0].index), scale.place(span[1].index + 1)
    inner = min(reach, (right - left) / 3)
    if left - reach <= place < left + inner:
        return START
    if right - inner < place <= right + reach:
        return END
    return MOVE if left <= place <= right else ""


@dataclass
class Drag:
    """A bar being dragged. `pressed` is where, in pixels of the time column; `uids` move along when the whole bar does."""

    grip: str
    uid: str
    uids: tuple[str, ...]
    pressed: float
    place: float

    def puts(self, plan: Plan, scale: Scale) -> list[Put]:
        """What would be put if the bar were let go now."""
        if self.grip == DRAW:
            one, other = (Quarter(0, 1).plus(scale.index(place)) for place in (self.pressed, self.place))
            return scheduling.give_dates(plan, self.uid, one, other)
        quarters = round((self.place - self.pressed) / scale.width)
        if self.grip == MOVE:
            return scheduling.move(plan, self.uids, quarters)
        verb = scheduling.move_start if self.grip == START else scheduling.move_end
        return verb(plan, (self.uid,), quarters)


def preview(actions: Iterable[Action], puts: Iterable[Put]) -> dict[str, Action]:
    """The actions as these puts would leave them."""
    values: dict[str, dict[str, Any]] = {}
    for put in puts:
        values.setdefault(put.uid, {})[put.field] = put.value
    return {action.uid: replace(action, **values[action.uid]) for action in actions if action.uid in values}
