"""What people make of the checklist in their plan: own items, own wording, order, what is left out, own suggestions.

Each gives puts; the shipped checklist and the answers stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mainstreamer.domain.checklist import ACTION_TEXTS, ITEM_TEXTS, Checklist, Item, action_text_name
from mainstreamer.domain.kinds import EXISTS, CustomItem, ItemAction, item_setting_uid, item_text_uid, new_uid
from mainstreamer.domain.own_checklist import (
    DEFAULT_QUARTERS,
    OwnCodes,
    in_order,
    is_shipped_text,
    place_of,
    shipped_in,
    worded_in,
    written_in,
)
from mainstreamer.domain.plan import Plan, Put, creation

ADD, DUPLICATE, REMOVE = "add_item", "duplicate_item", "remove_item"
REWORD, RESTORE = "reword_item", "restore_item"
MOVE, LEAVE_OUT, TAKE_BACK = "move_item", "leave_out_item", "take_back_item"
SUGGEST, WITHDRAW = "suggest_action", "withdraw_suggestion"
"""Verbs, as the history names them."""

MOST_DECIMALS = 6
"""Places with more decimals are not given: the step is numbered anew."""
COPIED_TAGS = ("r2", "roles", "phases", "sdg", "gcm")


# -- own items ---------------------------------------------------------------------------------------------------------


def add(plan: Plan, step: int, language: str, **values: Any) -> tuple[str, list[Put]]:
    """An own item at the end of a step, written in this language: its uid and the puts."""
    uid = new_uid()
    start = {"code": OwnCodes(plan).next(step), "step": str(step), "language": language}
    return uid, creation("custom_item", uid, {**start, **values})


def duplicate(plan: Plan, checklist: Checklist, items: Sequence[Item], code: str) -> tuple[str, list[Put]]:
    """An own item that begins as a copy of another one, its suggestions too, and stands right after it.

    `checklist` gives the texts, in the first of its languages; `items` are those of the step before the plan's order.
    Other languages are not copied: once the copy is changed, they would say something else.
    """
    item = checklist.known[code]
    language = checklist.languages[0]
    values: dict[str, Any] = {name: checklist.text(code, name) for name in ITEM_TEXTS if _has(checklist, code, name)}
    values |= {tag: item.tags[tag] for tag in COPIED_TAGS if item.tags[tag]}
    values |= {"essential": item.essential, "sector": item.sector}
    uid, puts = add(plan, item.step, language, **values)
    made = OwnCodes(plan).next(item.step)
    for action in item.actions:
        texts = {name: checklist.action_text(code, action.key, name) for name in ACTION_TEXTS}
        row = {"lead": action.lead, "quarters": action.quarters, "indicator": action.indicator, "language": language}
        puts += creation("item_action", new_uid(), {"item": made, **texts, **row})
    after = plan.with_puts(puts)
    order = in_order(after, items)
    place = next(at for at, one in enumerate(order) if one.code == code)
    copy = Item(made, item.step, item.essential, "", item.sector, item.tags, (), True)
    return uid, puts + move(after, [*items, copy], made, place + 1)


def _has(checklist: Checklist, code: str, name: str) -> bool:
    return is_shipped_text(checklist, code, name) or any((code, name) in texts for texts in checklist.wording.values())


def own_item(plan: Plan, code: str) -> CustomItem | None:
    """The record of an own item; None for a shipped one."""
    return next((row for row in plan.custom_items if row.code == code), None)


def suggestion(plan: Plan, key: str) -> ItemAction | None:
    """The record of a suggestion of the plan; None for a shipped one."""
    found = plan.find("item_action", key)
    return found if isinstance(found, ItemAction) else None


def remove(plan: Plan, code: str) -> list[Put]:
    """Take an own item away with its suggestions, wording and place. Its answer, evidence and actions stay in the plan."""
    own = own_item(plan, code)
    if own is None:
        return []
    puts = [Put("custom_item", own.uid, EXISTS, False)]
    puts += [Put("item_action", row.uid, EXISTS, False) for row in plan.item_actions if row.item == code]
    puts += [Put("item_text", row.uid, EXISTS, False) for row in plan.item_texts if row.item == code]
    setting = plan.item_settings.get(code)
    return puts if setting is None else [*puts, Put("item_setting", setting.uid, EXISTS, False)]


# -- own wording -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Wording:
    """One text of an item in one language, beside what it was made from.

    `original` is the shipped text, or what the plan wrote in another language, `original_in` its language; both are empty
    where the plan wrote the text itself in this language. `changed`: people read another text than the original.
    `elsewhere` is a language in which the plan reworded the text, while here it did not.
    """

    text: str
    original: str = ""
    original_in: str = ""
    changed: bool = False
    elsewhere: str = ""

    @property
    def is_translation(self) -> bool:
        """Whether the text is not the original in other words, but the original in another language."""
        return bool(self.original) and not self.changed and self.text != self.original


def wording(plan: Plan, checklist: Checklist, item: str, name: str) -> Wording:
    """How a text stands in the first language of a checklist of this plan."""
    language = checklist.languages[0]
    mine = worded_in(checklist, language, item, name)
    home = home_of(plan, item, name)
    if home:
        if home == language:
            return Wording(mine)
        return Wording(mine, worded_in(checklist, home, item, name), home)
    here = shipped_in(checklist, language, item, name)
    if here:
        others = (code for code in checklist.shipped_in if code != language)
        elsewhere = "" if mine else next((code for code in others if worded_in(checklist, code, item, name)), "")
        return Wording(mine or here, here, language, bool(mine) and mine != here, elsewhere)
    for code in checklist.languages[1:]:
        original = worded_in(checklist, code, item, name) or shipped_in(checklist, code, item, name)
        if original:
            return Wording(mine, original, code)
    return Wording(mine)


def home_of(plan: Plan, item: str, name: str) -> str:
    """The language in which the plan itself wrote a text: of an own item, of an own suggestion; empty for a shipped text."""
    if name.startswith("action."):
        row = suggestion(plan, name.split(".")[1])
        return "" if row is None else written_in(plan, row.language)
    own = own_item(plan, item)
    return "" if own is None else written_in(plan, own.language)


def reword(plan: Plan, checklist: Checklist, item: str, name: str, text: str) -> list[Put]:
    """Word a text of an item in the first language of a checklist. Blank, or the original itself, is the original again."""
    language, text = checklist.languages[0], text.strip()
    if home_of(plan, item, name) == language:
        return _write(plan, item, language, name, text)
    now = wording(plan, checklist, item, name)
    if text == now.original and now.original_in == language:
        text = ""
    return _put_text(plan, item, language, name, text)


def keep(plan: Plan, checklist: Checklist, item: str, name: str) -> list[Put]:
    """Let the shipped text stand in this language, though the plan reworded it in another one."""
    language = checklist.languages[0]
    return _put_text(plan, item, language, name, shipped_in(checklist, language, item, name))


def restore(plan: Plan, item: str, language: str = "", names: Iterable[str] = ()) -> list[Put]:
    """Take own wording of an item back: in one language or in all of them, of these texts or of all."""
    wanted = set(names)
    return [
        Put("item_text", row.uid, "text", "")
        for row in plan.item_texts
        if row.item == item and row.text and language in ("", row.language) and (not wanted or row.name in wanted)
    ]


def _put_text(plan: Plan, item: str, language: str, name: str, text: str) -> list[Put]:
    uid = item_text_uid(plan.uid, item, language, name)
    if plan.find("item_text", uid) is not None:
        return [Put("item_text", uid, "text", text)] if plan.value("item_text", uid, "text") != text else []
    if not text:
        return []
    return creation("item_text", uid, {"item": item, "language": language, "name": name, "text": text})


def _write(plan: Plan, item: str, language: str, name: str, text: str) -> list[Put]:
    """Write a text of the plan's own where it was written first. A wording in the same language would hide it."""
    if name.startswith("action."):
        row: CustomItem | ItemAction | None = suggestion(plan, name.split(".")[1])
        kind, field = "item_action", name.split(".")[2]
    else:
        row, kind, field = own_item(plan, item), "custom_item", name
    if row is None:
        return []
    puts = [Put(kind, row.uid, field, text)] if getattr(row, field) != text else []
    return puts + _put_text(plan, item, language, name, "")


# -- order, leaving out ------------------------------------------------------------------------------------------------


def move(plan: Plan, items: Sequence[Item], code: str, to: int) -> list[Put]:
    """Move an item to a position (from 0) among those of its step.

    `items` are those of the step before the plan's order (`own_checklist.every_item`). The item gets the place between its
    new neighbours; where there is none left between them, the whole step is numbered anew.
    """
    order = [item.code for item in in_order(plan, items)]
    rest = [one for one in order if one != code]
    to = max(0, min(to, len(rest)))
    if code not in order or order.index(code) == to:
        return []
    places = [place_of(plan, items, one) for one in rest]
    before = places[to - 1] if to else Decimal(0)
    after = places[to] if to < len(places) else before + 2
    middle = (before + after) / 2
    if before < middle < after and -int(middle.normalize().as_tuple().exponent) <= MOST_DECIMALS:
        return _set(plan, code, place=middle)
    rest.insert(to, code)
    puts: list[Put] = []
    for number, one in enumerate(rest, 1):
        if place_of(plan, items, one) != number:
            puts += _set(plan, one, place=Decimal(number))
    return puts


def leave_out(plan: Plan, code: str, reason: str | None = None) -> list[Put]:
    """Leave an item out of the plan, or say why it is. Answers, evidence and actions stay, and count no longer."""
    values: dict[str, Any] = {"off": True}
    if reason is not None:
        values["reason"] = reason.strip()
    return _set(plan, code, **values)


def take_back(plan: Plan, code: str) -> list[Put]:
    """Ask an item again that was left out; the reason why it was is blank again."""
    return _set(plan, code, off=False, reason="")


def _set(plan: Plan, code: str, **values: Any) -> list[Put]:
    uid = item_setting_uid(plan.uid, code)
    if plan.find("item_setting", uid) is None:
        return creation("item_setting", uid, {"item": code, **values})
    return [
        Put("item_setting", uid, field, value)
        for field, value in values.items()
        if plan.value("item_setting", uid, field) != value
    ]


# -- suggestions -------------------------------------------------------------------------------------------------------


def suggest(plan: Plan, item: str, language: str, **values: Any) -> tuple[str, list[Put]]:
    """A suggested action of the plan's own for an item, shipped or own: its uid and the puts."""
    uid = new_uid()
    start = {"item": item, "language": language, "quarters": DEFAULT_QUARTERS}
    return uid, creation("item_action", uid, {**start, **values})


def withdraw(plan: Plan, uid: str) -> list[Put]:
    """Take a suggestion of the plan away, with its translations. Actions that were made from it stay."""
    row = suggestion(plan, uid)
    if row is None:
        return []
    names = {action_text_name(uid, name) for name in ACTION_TEXTS}
    texts = (text.uid for text in plan.item_texts if text.item == row.item and text.name in names)
    return [Put("item_action", uid, EXISTS, False), *(Put("item_text", text, EXISTS, False) for text in texts)]
