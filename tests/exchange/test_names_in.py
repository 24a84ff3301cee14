"""Whom a name in a workbook means."""

from __future__ import annotations

from mainstreamer.domain.plan import Plan, creation
from mainstreamer.exchange.names_in import Names


def test_the_name_offered_by_the_workbook_goes_before_an_acronym() -> None:
    """Whoever picks a name from the list of the sheet gets that record, also where another is called so for short."""
    puts = [*creation("institution", "a", {"name": "Labour Office", "acronym": "Ministry"})]
    puts += creation("institution", "b", {"name": "Ministry", "acronym": "MIN"})
    puts += creation("institution", "c", {"name": "Treasury", "acronym": "MIN"})
    plan = Plan("p").with_puts(puts)
    names = Names([plan], plan.name_of)
    assert names.find("institution", "ministry") == "b"
    assert names.find("institution", "Labour  office") == "a"
    assert names.find("institution", "MIN") is None, "two are called so, and nobody may guess"
    assert names.find("institution", "MIN", ("c",)) == "c"
