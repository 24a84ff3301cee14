"""Optional sectors of a plan."""

from __future__ import annotations

from mainstreamer.domain.plan import Plan, creation
from mainstreamer.operations.sectors import switch_sector

PLAN = Plan("p").with_puts(creation("plan", "p", {"optional_sectors": ("urban",)}))


def test_a_sector_comes_in_the_order_of_the_list_and_goes() -> None:
    more = PLAN.with_puts(switch_sector(PLAN, "education", True))
    assert more.frame.optional_sectors == ("education", "urban")
    assert more.with_puts(switch_sector(more, "urban", False)).frame.optional_sectors == ("education",)


def test_what_is_so_already_needs_no_put() -> None:
    assert switch_sector(PLAN, "urban", True) == []
    assert switch_sector(PLAN, "gender", False) == []
