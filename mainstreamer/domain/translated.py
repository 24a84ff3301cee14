"""In which languages the texts of a plan's checklist can be read, and how much of them."""

from __future__ import annotations

from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.own_checklist import text_names, written_in
from mainstreamer.domain.plan import Plan


def languages_of(plan: Plan) -> tuple[str, ...]:
    """Languages in which the plan has texts of items of its own, in alphabetical order."""
    found = {text.language for text in plan.item_texts if text.text and text.language}
    found |= {written_in(plan, own.language) for own in plan.custom_items if own.question}
    return tuple(sorted(found))


def texts_shown(checklist: Checklist) -> tuple[int, int]:
    """How many texts of the items in use are shown in the language asked for, and how many there are at all.

    A shipped text that the plan reworded in another language only is shown in that one.
    """
    shown = [checklist.language_of(item.code, name) for item in checklist.items for name in text_names(item)]
    return shown.count(checklist.languages[0]), len(shown) - shown.count("")


def percent_translated(checklist: Checklist) -> int:
    """Percent of these texts that are there in the language asked for; 100 only when all of them are."""
    there, of = texts_shown(checklist)
    return there * 100 // of if of else 100
