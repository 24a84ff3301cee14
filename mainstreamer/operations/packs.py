"""Loading a checklist pack: how it differs from the checklist of a plan, and the puts that take it in. Nothing is written.

Answers stay with the codes of their items. What a pack leaves out stays in the plan; what it leaves blank goes back to how it
was shipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mainstreamer import knowledge
from mainstreamer.domain.own_checklist import tailored, text_names
from mainstreamer.domain.packs import Pack
from mainstreamer.domain.plan import Plan
from mainstreamer.errors import PackRefused
from mainstreamer.operations.pack_actions import PackActions
from mainstreamer.operations.pack_change import PackChange
from mainstreamer.operations.pack_difference import TRANSLATED, LanguageState, Named, PackDifference
from mainstreamer.operations.pack_items import PackItems

Progress = Callable[[int, int], None]


def _silent(done: int, total: int) -> None:
    return None


def compare(plan: Plan, pack: Pack, progress: Progress = _silent) -> PackDifference:
    """How a pack differs from the checklist of a plan. `progress(done, total)` counts rows and may raise Cancelled.

    Raises PackRefused with every fault."""
    change = PackChange(plan, pack)
    items, actions = PackItems(change), PackActions(change)
    total = len(pack.items) + len(pack.actions or ())
    for done, row in enumerate(pack.items):
        progress(done, total)
        items.take(row)
    for done, action in enumerate(pack.actions or (), len(pack.items)):
        progress(done, total)
        actions.take(action)
    if change.faults:
        raise PackRefused(change.faults)
    return PackDifference(
        pack.edition,
        change.shipped.edition,
        tuple(items.new),
        tuple(_gone(change)),
        tuple(change.texts),
        tuple(change.values),
        tuple(actions.new),
        tuple(actions.gone()),
        tuple(_languages(change)),
        tuple(change.notes),
        len(plan.answers),
        tuple(change.puts),
    )


def _gone(change: PackChange) -> Iterator[Named]:
    """Items of the plan that the pack leaves out."""
    for code in (*change.items, *change.own):
        if code not in change.there:
            answer = change.plan.answers.get(code)
            yield Named(code, change.asked.text(code, "question"), answered=answer is not None and bool(answer.score))


def _languages(change: PackChange) -> Iterator[LanguageState]:
    """How complete each language is once the pack is loaded."""
    after = change.plan.with_puts(change.puts)
    fresh: dict[str, int] = {}
    for text in change.texts:
        fresh[text.language] = fresh.get(text.language, 0) + (text.change == TRANSLATED)
    for language in dict.fromkeys((*change.pack.languages, *knowledge.checklist_languages())):
        asked = tailored(knowledge.checklist(language), after)
        instead: dict[str, int] = {}
        have = of = 0
        for code, name in ((item.code, name) for item in asked.items for name in text_names(item)):
            spoken = asked.language_of(code, name)
            of += bool(spoken)
            have += spoken == language
            if spoken and spoken != language:
                instead[spoken] = instead.get(spoken, 0) + 1
        yield LanguageState(language, have, of, fresh.get(language, 0), instead)
