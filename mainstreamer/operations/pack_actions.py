"""Rows of the sheet of suggested actions of a checklist pack, taken one by one: shipped ones, the plan's own, new ones."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from mainstreamer import knowledge
from mainstreamer.domain.checklist import action_text_name
from mainstreamer.domain.kinds import ItemAction
from mainstreamer.domain.own_checklist import written_in
from mainstreamer.domain.packs import ACTIONS, PackAction
from mainstreamer.domain.plan import Put
from mainstreamer.operations.pack_change import PackChange
from mainstreamer.operations.pack_difference import Named, ValueChange


class PackActions:
    """Takes rows of suggested actions into what loading a pack comes to, after those of items. `new` are those it makes."""

    def __init__(self, change: PackChange) -> None:
        self._change, self._plan = change, change.plan
        self.new: list[Named] = []
        self._kept = {row.uid: row for row in change.plan.item_actions}
        self._kept_of: dict[str, list[ItemAction]] = {}
        for action in change.plan.item_actions:
            self._kept_of.setdefault(action.item, []).append(action)
        self._named: set[tuple[str, str]] = set()

    def take(self, row: PackAction) -> None:
        """Take a row; what is wrong with it stands among the faults."""
        code, change = row.item, self._change
        shipped = {action.key: action for action in change.items[code].actions} if code in change.items else {}
        if code not in change.items and code not in change.own and code not in change.there:
            change.refuse("item_unknown", row.row, "item", code, "", ACTIONS)
        elif row.key in shipped:
            self._named.add((code, row.key))
            for name, value in row.values.items():
                there = getattr(shipped[row.key], name)
                if value not in (None, "") and value != there:
                    change.note_fixed(row.row, name, value, str(there), ACTIONS)
            for (name, language), text in row.texts.items():
                original = knowledge.shipped_text(language, code, "action", row.key, name)
                change.put_wording(code, action_text_name(row.key, name), language, text, original)
        else:
            self._own_action(row)

    def gone(self) -> list[Named]:
        """Suggestions of the plan that the pack leaves out, though it has their items. None of them is removed."""
        change = self._change
        if change.pack.actions is None:
            return []
        return [
            Named(code, change.asked.action_text(code, action.key, "action"), action.key)
            for code, item in change.asked.known.items()
            if code in change.there
            for action in item.actions
            if (code, action.key) not in self._named
        ]

    def _own_action(self, row: PackAction) -> None:
        change = self._change
        titles = {language: text for (name, language), text in row.texts.items() if name == "action" and text}
        spoken = change.first_language(titles)
        uid = self._uid(row, titles, spoken)
        self._named.add((row.item, uid))
        kept = self._kept.get(uid)
        if kept is None:
            self._new_action(row, uid, spoken, titles)
            return
        if kept.item != row.item:
            change.refuse("key_of_other_item", row.row, "key", row.key or uid, kept.item, ACTIONS)
            return
        for name, value in row.values.items():
            if value != getattr(kept, name):
                change.puts.append(Put("item_action", uid, name, value))
                change.values.append(ValueChange(row.item, name, getattr(kept, name), value, uid))
        own = written_in(self._plan, kept.language)
        for (name, language), text in row.texts.items():
            worded = action_text_name(uid, name)
            if language != own:
                change.put_wording(row.item, worded, language, text, "")
            elif name == "action" and not text:
                change.refuse("action_missing", row.row, f"action::{language}", "", language, ACTIONS)
            else:
                change.put_own_text("item_action", uid, row.item, name, worded, language, text, getattr(kept, name))

    def _new_action(self, row: PackAction, uid: str, spoken: str, titles: Mapping[str, str]) -> None:
        change = self._change
        if not spoken:
            change.refuse("action_missing", row.row, "action::en", "", "", ACTIONS)
            return
        if change.is_made(uid):
            change.refuse("row_twice", row.row, f"action::{spoken}", titles[spoken], "", ACTIONS)
            return
        texts = {name: text for (name, language), text in row.texts.items() if language == spoken}
        change.make("item_action", uid, {**row.values, **texts, "item": row.item, "language": spoken})
        self.new.append(Named(row.item, titles[spoken], uid))
        for (name, language), text in row.texts.items():
            worded, wanted = action_text_name(uid, name), "" if language == spoken else text
            change.put_wording(row.item, worded, language, wanted, "", report=language != spoken)

    def _uid(self, row: PackAction, titles: Mapping[str, str], spoken: str) -> str:
        """The record that a row is about: named by its key, or made of the row, or saying the same for the same item."""
        change = self._change
        if row.key:
            return row.key if _is_uid(row.key) else change.uid("action", row.item, row.key)
        made = change.uid("action", row.item, f"{spoken}:{titles.get(spoken, '')}")
        if self._plan.find("item_action", made) is not None:
            return made
        for action in self._kept_of.get(row.item, ()):
            name = action_text_name(action.uid, "action")
            if change.is_said(row.item, name, action.action, action.language, titles.items()):
                return action.uid
        return made


def _is_uid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
