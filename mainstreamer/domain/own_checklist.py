"""The checklist as one plan has it: the shipped one with the plan's own items, wording, order and what it leaves out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from mainstreamer.domain.checklist import (
    ACTION_TEXTS,
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

_OWN_CODE = re.compile(r"([1-9]|10)\.N([0-9]{1,9})")


def tailored(shipped: Checklist, plan: Plan) -> Checklist:
    """The checklist of a plan in the languages of `shipped`. The shipped one itself where the plan changed nothing."""
    if not any(plan.entries.get(kind) for kind in KINDS_OF_CHECKLIST):
        return shipped
    every = every_item(shipped, plan)
    ordered = in_order(plan, every)
    off = {code for code, setting in plan.item_settings.items() if setting.off}
    return dataclasses.replace(
        shipped,
        items=tuple(item for item in ordered if item.code not in off),
        off=tuple(item for item in ordered if item.code in off),
        wording=_wording(plan, shipped.by_code),
        moved=moved_items(plan, every),
    )


def every_item(shipped: Checklist, plan: Plan) -> list[Item]:
    """Shipped items and then the plan's own, those left out among them, before the plan's order is given to them."""
    suggestions: dict[str, list[SuggestedAction]] = {}
    for row in plan.item_actions:
        suggestions.setdefault(row.item, []).append(suggestion_of(row))
    items = [_with_actions(item, suggestions) for item in shipped.items]
    items += [_with_actions(item_of(own), suggestions) for own in _asked(plan, shipped.by_code)]
    unique = {item.code: item for item in reversed(items)}
    return [item for item in items if unique[item.code] is item]


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


def moved_items(plan: Plan, items: Iterable[Item]) -> frozenset[str]:
    """Codes of shipped items that the plan gave a place behind another shipped item than they were shipped behind.

    `items` are those before the plan's order (`every_item`)."""
    shipped = [item for item in items if not item.own]
    before, now = _leaders(shipped), _leaders(in_order(plan, shipped))
    settings = plan.item_settings
    return frozenset(
        code for code in before if code in settings and settings[code].place is not None and now[code] != before[code]
    )


def _leaders(items: Iterable[Item]) -> dict[str, str]:
    """By code of an item, that of the one before it in its step; empty for the first."""
    last: dict[int, str] = {}
    found = {}
    for item in items:
        found[item.code] = last.get(item.step, "")
        last[item.step] = item.code
    return found


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


class OwnCodes:
    """Gives own items of a plan their codes, such as `2.N7`: in each step the number after the highest one ever taken.

    Codes of removed items are never given again, nor those under which an answer waits.
    """

    def __init__(self, plan: Plan) -> None:
        self._last: dict[str, int] = {}
        for row in plan.entries.get("custom_item", {}).values():
            if isinstance(row, CustomItem):
                self.take(row.code)
        for code in (*plan.answers, *plan.item_settings):
            self.take(code)

    def take(self, code: str) -> None:
        """Know that a code is taken."""
        found = _OWN_CODE.fullmatch(code)
        if found:
            self._last[found[1]] = max(self._last.get(found[1], 0), int(found[2]))

    def next(self, step: int) -> str:
        """The code that the next own item of a step gets; it is not taken yet."""
        return f"{step}.N{self._last.get(str(step), 0) + 1}"


# -- how an item stands ------------------------------------------------------------------------------------------------

AS_SHIPPED, REWORDED, OWN, LEFT_OUT = STATES = ("shipped", "reworded", "own", "left_out")


def item_states(checklist: Checklist) -> dict[str, tuple[str, ...]]:
    """What the plan made of each item, by code. An item may be reworded and left out at once."""
    changed = _reworded(checklist)
    off = {item.code for item in checklist.off}
    found: dict[str, tuple[str, ...]] = {}
    for item in checklist.known.values():
        states = [OWN] if item.own else [REWORDED] if item.code in changed else [AS_SHIPPED]
        if item.code in off:
            states = [state for state in states if state != AS_SHIPPED] + [LEFT_OUT]
        found[item.code] = tuple(states)
    return found


def _reworded(checklist: Checklist) -> set[str]:
    """Shipped items of which a text was changed in a language that the checklist ships in."""
    return {
        code
        for language in checklist.shipped_in
        for (code, name), text in checklist.wording.get(language, {}).items()
        if is_shipped_text(checklist, code, name) and text != shipped_in(checklist, language, code, name)
    }


def is_shipped_text(checklist: Checklist, code: str, name: str) -> bool:
    """Whether a text belongs to the shipped checklist, in whatever language; false for what a plan added."""
    return any(shipped_in(checklist, language, code, name) for language in checklist.texts)


def shipped_in(checklist: Checklist, language: str, code: str, name: str) -> str:
    """A shipped text of an item in that language and no other; `name` as plans keep it (`action_text_name`)."""
    found: Any = checklist.texts.get(language, {}).get("item", {}).get(code, {})
    for key in name.split("."):
        found = found.get(key, "") if isinstance(found, Mapping) else ""
    return found if isinstance(found, str) else ""


def worded_in(checklist: Checklist, language: str, code: str, name: str) -> str:
    """A text of the plan's own in that language and no other."""
    return checklist.wording.get(language, {}).get((code, name), "")


def text_names(item: Item) -> list[str]:
    """The names of all texts that an item can have."""
    return [*ITEM_TEXTS, *(action_text_name(action.key, name) for action in item.actions for name in ACTION_TEXTS)]


def originals(checklist: Checklist, code: str) -> dict[str, str]:
    """The shipped texts of an item that people read in the plan's own words, by name."""
    if not checklist.wording:
        return {}
    return {name: checklist.shipped_text(code, name) for name in ITEM_TEXTS if checklist.is_reworded(code, name)}
