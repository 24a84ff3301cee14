"""The checklist as one plan has it: the shipped one with the plan's own items, wording, order and what it leaves out."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator
from decimal import Decimal

from mainstreamer.domain.checklist import (
    ITEM_TEXTS,
    TAGS,
    Checklist,
    Item,
    SuggestedAction,
    action_text_name,
    step_of,
)
from mainstreamer.domain.kinds import CustomItem, ItemAction
from mainstreamer.domain.plan import Plan

KINDS_OF_CHECKLIST = ("custom_item", "item_action", "item_text", "item_setting")
"""Kinds whose records make the checklist of a plan another than the shipped one."""

DEFAULT_QUARTERS = 4
"""Quarters of a suggested action that does not say how long it takes."""


def tailored(shipped: Checklist, plan: Plan) -> Checklist:
    """The checklist of a plan in the languages of `shipped`. The shipped one itself where the plan changed nothing."""
    if not any(plan.entries.get(kind) for kind in KINDS_OF_CHECKLIST):
        return shipped
    suggestions: dict[str, list[SuggestedAction]] = {}
    for row in plan.item_actions:
        suggestions.setdefault(row.item, []).append(suggestion_of(row))
    taken = shipped.by_code
    items = [_with_actions(item, suggestions) for item in shipped.items]
    items += [_with_actions(item_of(own), suggestions) for own in _asked(plan, taken)]
    unique = {item.code: item for item in reversed(items)}
    ordered = in_order(plan, [item for item in items if unique[item.code] is item])
    off = {code for code, setting in plan.item_settings.items() if setting.off}
    return dataclasses.replace(
        shipped,
        items=tuple(item for item in ordered if item.code not in off),
        off=tuple(item for item in ordered if item.code in off),
        wording=_wording(plan, taken),
    )


def in_order(plan: Plan, items: Iterable[Item]) -> list[Item]:
    """Items step by step in the order the plan gave them. One that was never moved stands where it was shipped; own items
    come after those."""
    count: dict[int, int] = {}
    keyed = []
    for item in items:
        count[item.step] = count.get(item.step, 0) + 1
        setting = plan.item_settings.get(item.code)
        place = Decimal(count[item.step]) if setting is None or setting.place is None else setting.place
        keyed.append(((item.step, place, count[item.step]), item))
    return [item for _, item in sorted(keyed, key=lambda pair: pair[0])]


def place_of(plan: Plan, items: Iterable[Item], code: str) -> Decimal:
    """The place of an item within its step: 1, 2, 3 ... as shipped, or what the plan gave it."""
    count: dict[int, int] = {}
    for item in items:
        count[item.step] = count.get(item.step, 0) + 1
        if item.code == code:
            setting = plan.item_settings.get(code)
            return Decimal(count[item.step]) if setting is None or setting.place is None else setting.place
    raise KeyError(code)


def item_of(own: CustomItem) -> Item:
    """An own item as the checklist has items."""
    tags: dict[str, tuple[str, ...]] = dict.fromkeys(TAGS, ())
    tags |= {"r2": own.r2, "roles": own.roles, "phases": own.phases, "sdg": own.sdg, "gcm": own.gcm}
    return Item(
        own.code, int(own.step or 0) or step_of(own.code), own.essential is True, "", own.sector, tags, (), True
    )


def suggestion_of(row: ItemAction) -> SuggestedAction:
    """A suggestion of the plan; its key is the uid of its record."""
    return SuggestedAction(row.uid, row.lead or "other", row.quarters or DEFAULT_QUARTERS, row.indicator)


def _asked(plan: Plan, taken: Container[str]) -> Iterator[CustomItem]:
    """Own items that can be asked: with a step and a code that no shipped item has."""
    return (own for own in plan.custom_items if own.code and own.step and own.code not in taken)


def _with_actions(item: Item, suggestions: dict[str, list[SuggestedAction]]) -> Item:
    more = suggestions.get(item.code)
    return item if not more else dataclasses.replace(item, actions=(*item.actions, *more))


def written_in(plan: Plan, language: str) -> str:
    """The language of an own text: the one it says, else the plan's."""
    return language or plan.frame.language or "en"


def _wording(plan: Plan, taken: Container[str]) -> dict[str, dict[tuple[str, str], str]]:
    found: dict[str, dict[tuple[str, str], str]] = {}
    for own in _asked(plan, taken):
        texts = found.setdefault(written_in(plan, own.language), {})
        for name in ITEM_TEXTS:
            if text := getattr(own, name):
                texts[own.code, name] = text
    for row in plan.item_actions:
        texts = found.setdefault(written_in(plan, row.language), {})
        for name in ("action", "output"):
            if text := getattr(row, name):
                texts[row.item, action_text_name(row.uid, name)] = text
    for text in plan.item_texts:
        if text.text:
            found.setdefault(text.language, {})[text.item, text.name] = text.text
    return found
