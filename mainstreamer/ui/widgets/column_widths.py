"""How wide the columns of a register are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics

from mainstreamer.domain.fields import Choice
from mainstreamer.ui import theme
from mainstreamer.ui.models.register_columns import RegisterColumns

WIDTHS = {0: 150, 1: 96, 2: 150, 3: 220, 4: 280}
"""Pixels of a column by its relative width."""
NAMED_WIDTHS = {
    "code": 92, "start": 76, "end": 76, "gap": 88, "light": 72, "indicators": 180, "status": 104, "title": 240, "priority": 84,
    "steps": 160, "years": 96, "ready": 96,
}  # fmt: skip
LEAST_IN_VIEW = 48
"""Pixels at 100 % of a column cut by the edge of the table that are worth showing."""
ELASTIC = 150
"""From this wish on, in pixels at 100 %, a column takes room that is left."""


def wish(columns: RegisterColumns, name: str, metrics: QFontMetrics) -> int:
    """The width that a column wants: for its values, and for its heading in two lines with a funnel beside them."""
    spec = columns.fields.get(name)
    wanted = NAMED_WIDTHS.get(name) or WIDTHS.get(spec.column if spec is not None else 1, 150)
    label = columns.label(name)
    longest = max(map(metrics.horizontalAdvance, label.split()), default=0)
    # A heading has two lines; bold type and uneven lines want some more than half of it.
    heading = max(longest * 11 // 10, metrics.horizontalAdvance(label) * 3 // 5) + theme.current().px(26) + 24
    if spec is not None and isinstance(spec.type, Choice):
        # A word of a list is never broken within.
        names = (columns.choice(spec.type.choices, code) for code in spec.type.codes)
        parts = (part for choice in names for part in choice.split())
        heading = max(heading, max(map(metrics.horizontalAdvance, parts), default=0) + 28)
    return max(theme.current().px(wanted), min(heading, theme.current().px(190)))


def shared(wishes: Sequence[int], fixed: Sequence[int], room: int) -> list[int]:
    """Widths for a room: those fixed (above 0) stay, and what is left over goes to the columns with long text."""
    widths = [chosen or wanted for wanted, chosen in zip(wishes, fixed, strict=True)]
    spare = room - sum(widths)
    free = [place for place, chosen in enumerate(fixed) if not chosen]
    elastic = [place for place in free if wishes[place] >= theme.current().px(ELASTIC)] or free
    weight = sum(wishes[place] for place in elastic)
    if spare > 0 and weight:
        for place in elastic:
            widths[place] += spare * wishes[place] // weight
    elif spare < 0:
        _close_strip(widths, elastic, room)
    return widths


def _close_strip(widths: list[int], elastic: Sequence[int], room: int) -> None:
    """Where the edge of the table would leave a strip of a column, those before it take its room."""
    end = last = 0
    while end + widths[last] <= room:
        end, last = end + widths[last], last + 1
    before = [place for place in elastic if place < last]
    if before and room - end < theme.current().px(LEAST_IN_VIEW):
        more, over = divmod(room - end, len(before))
        for place in before:
            widths[place] += more
        widths[before[-1]] += over
