"""The tabs of a step: its checklist, the registers that belong to it, and a part of the plan's frame."""

from __future__ import annotations

from mainstreamer.domain.kinds import KINDS

CHECKLIST = "checklist"
FRAME_GROUPS = {1: "calendar", 10: "adoption"}
"""Steps that also show a part of the plan's frame as a form."""


def register_kinds(step: int) -> tuple[str, ...]:
    """Kinds whose registers belong to a step; named versions are made by a verb of their own, not typed."""
    return tuple(name for name, kind in KINDS.items() if kind.step == step and name != "baseline")
