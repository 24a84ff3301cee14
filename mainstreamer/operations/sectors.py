"""Switching optional sectors of the checklist on and off for a plan."""

from __future__ import annotations

from mainstreamer.domain.choices import OPTIONAL_SECTORS
from mainstreamer.domain.plan import Plan, Put


def switch_sector(plan: Plan, sector: str, on: bool) -> list[Put]:
    """Take a sector into the plan or out of it. Answers to its items stay in either case."""
    used = plan.frame.optional_sectors
    if (sector in used) == on:
        return []
    wanted = {*used, sector} if on else {*used} - {sector}
    value = tuple(code for code in OPTIONAL_SECTORS if code in wanted)
    return [Put("plan", plan.uid, "optional_sectors", value)]
