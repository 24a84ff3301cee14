"""Places on a map of two scales: institutions by interest and influence, sector issues by feasibility and severity."""

from __future__ import annotations

from collections.abc import Sequence

from mainstreamer.domain.fields import Scale
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan, Put

VERB = "place"
AXES = {"institution": ("interest", "influence"), "sector_issue": ("feasibility", "severity")}
"""By kind, the field that grows along the map and the one that grows upwards."""


def bounds(kind: str, field: str) -> tuple[int, int]:
    """The least and the most of a scale."""
    scale = KINDS[kind].fields[field].type
    assert isinstance(scale, Scale)
    return scale.least, scale.most


def place(plan: Plan, kind: str, uids: Sequence[str], along: int | None, up: int | None) -> list[Put]:
    """Put records into a cell of the map; None takes the judgement back."""
    puts: list[Put] = []
    for uid in uids:
        if plan.find(kind, uid) is not None:
            puts += [Put(kind, uid, field, value) for field, value in zip(AXES[kind], (along, up), strict=True)]
    return puts


def shift(plan: Plan, kind: str, uids: Sequence[str], along: int, up: int) -> list[Put]:
    """Move records by so many cells, none beyond the edge. A record not judged yet is first put into the middle."""
    puts: list[Put] = []
    for uid in uids:
        record = plan.find(kind, uid)
        if record is None:
            continue
        now = [getattr(record, field) for field in AXES[kind]]
        for field, value, by in zip(AXES[kind], now, (along, up), strict=True):
            least, most = bounds(kind, field)
            if None not in now:
                value = max(least, min(most, value + by))
            elif value is None:
                value = (least + most) // 2
            puts.append(Put(kind, uid, field, value))
    return puts
