"""What a plan is called: its place and years, and its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mainstreamer.settings import PlanName
from mainstreamer.ui.i18n import words

if TYPE_CHECKING:
    from mainstreamer.storage.document import Document


def name_of(document: Document) -> PlanName:
    """What an open plan is called now."""
    frame = document.plan.frame
    years = f"{frame.start_year}–{frame.end_year}" if frame.start_year and frame.end_year else ""
    return PlanName(str(document.path), frame.title, frame.country, frame.area, years)


def place_and_years(name: PlanName) -> str:
    """The area of a plan, or else its country, and its years, in the language spoken now."""
    place = name.area or words().choice("country", name.country)
    return " ".join(part for part in (place, name.years) if part)


def whole_name(name: PlanName) -> str:
    """All that a plan is called, in one line; empty where nobody gave it a name."""
    return " · ".join(" ".join(part.split()) for part in (place_and_years(name), name.title) if part.strip())
