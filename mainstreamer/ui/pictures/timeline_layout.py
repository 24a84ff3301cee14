"""Where things stand in a row of the timeline: columns of words, and fiscal quarters across the time column.

Places are counted from the leading edge; whoever paints turns them round where reading goes from right to left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MARGIN = 8
CODE, TITLE, LEAD, TIME, COST, GAP, STATUS = "code", "title", "leads", "time", "cost", "gap", "status"
ORDER = (CODE, TITLE, LEAD, TIME, COST, GAP, STATUS)
_GIVES_WAY = ((LEAD,), (COST, GAP), (CODE,))
"""What is left out, one after the other, where there is no room."""


@dataclass(frozen=True)
class Scale:
    """Fiscal quarters along a line: the first one and how many, pixels of one, and how far they are scrolled."""

    first: int = 0
    quarters: int = 4
    width: float = 12.0
    offset: int = 0

    @property
    def length(self) -> int:
        """Pixels of all quarters."""
        return round(self.quarters * self.width)

    def place(self, index: float) -> float:
        """Pixels from the start of the time column to a moment (`Quarter.index`, with a part of a quarter)."""
        return (index - self.first) * self.width - self.offset

    def index(self, place: float) -> int:
        """The quarter at so many pixels from the start of the time column."""
        return int((place + self.offset) // self.width) + self.first


@dataclass(frozen=True)
class Layout:
    """Start and width of each column shown."""

    columns: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def column_at(self, place: int) -> str:
        """The column at so many pixels from the leading edge; empty beyond the last."""
        return next((name for name, (start, width) in self.columns.items() if start <= place < start + width), "")


def lay_out(
    width: int, wishes: Mapping[str, int], least_title: int, least_time: int, least_code: int | None = None
) -> Layout:
    """Columns for a width. `wishes` are those with a width of their own; title and time share what they leave. Long codes are
    cut to `least_code` before a column is left out."""
    shown = dict(wishes)
    beyond = sum(shown.values()) + least_title + least_time - width
    if beyond > 0 and least_code is not None and CODE in shown:
        shown[CODE] = min(shown[CODE], max(least_code, shown[CODE] - beyond))
    for names in _GIVES_WAY:
        if width - sum(shown.values()) >= least_title + least_time:
            break
        for name in names:
            shown.pop(name, None)
    room = max(width - sum(shown.values()), least_title // 2 + least_time // 2)
    # Time gets the larger part: it is what the picture is for, and titles may have two lines.
    time = max(min(room * 3 // 5, room - least_title), min(least_time, room // 2))
    shown |= {TITLE: room - time, TIME: time}
    columns: dict[str, tuple[int, int]] = {}
    start = 0
    for name in ORDER:
        if name in shown:
            columns[name] = (start, shown[name])
            start += shown[name]
    return Layout(columns)
