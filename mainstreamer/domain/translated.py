"""In which languages the texts of a plan's checklist can be read, and how much of them."""

from __future__ import annotations

from collections.abc import Iterator

from mainstreamer.domain.checklist import ACTION_TEXTS, ITEM_TEXTS, Checklist, action_text_name
from mainstreamer.domain.own_checklist import written_in
from mainstreamer.domain.plan import Plan


def languages_of(plan: Plan) -> tuple[str, ...]:
    """Languages in which the plan has texts of items of its own, in alphabetical order."""
    found = {text.language for text in plan.item_texts if text.text and text.language}
    found |= {written_in(plan, own.language) for own in plan.custom_items if own.question}
    return tuple(sorted(found))


def percent_translated(checklist: Checklist) -> int:
    """Percent of the texts of items in use that are there in the language asked for; 100 only when all of them are."""
    wanted = checklist.languages[0]
    spoken = [language for language in _languages(checklist) if language]
    return sum(language == wanted for language in spoken) * 100 // len(spoken) if spoken else 100


def _languages(checklist: Checklist) -> Iterator[str]:
    """The language in which each text is shown; empty for one that is nowhere."""
    for item in checklist.items:
        for name in ITEM_TEXTS:
            yield checklist.language_of(item.code, name)
        for action in item.actions:
            for name in ACTION_TEXTS:
                yield checklist.language_of(item.code, action_text_name(action.key, name))
