"""Rows of the sheet of items of a checklist pack, taken one by one: shipped items, own items, new ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mainstreamer import knowledge
from mainstreamer.domain.checklist import Item
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.kinds import CustomItem, item_setting_uid
from mainstreamer.domain.own_checklist import OwnCodes, written_in
from mainstreamer.domain.packs import DECISIONS, ITEMS, OWN_STRUCTURE, STRUCTURE, PackItem, is_own_code
from mainstreamer.domain.plan import Put
from mainstreamer.operations.pack_change import PackChange, same, written
from mainstreamer.operations.pack_difference import Named, ValueChange


class PackItems:
    """Takes rows of items into what loading a pack comes to. `new` are the items that it makes."""

    def __init__(self, change: PackChange) -> None:
        self._change, self._plan = change, change.plan
        self.new: list[Named] = []
        self._codes = OwnCodes(change.plan)
        for item in change.pack.items:
            self._codes.take(item.code)

    def take(self, row: PackItem) -> None:
        """Take a row; what is wrong with it stands among the faults."""
        code, change = row.code, self._change
        if code in change.items:
            self._shipped_item(row, change.items[code])
        elif code in change.own:
            self._own_item(row, change.own[code])
        else:
            self._other_item(row)

    def _shipped_item(self, row: PackItem, item: Item) -> None:
        change = self._change
        change.there.add(item.code)
        for name in STRUCTURE:
            value = row.values.get(name)
            there: Any = item.tags[name] if name in item.tags else getattr(item, name)
            there = str(there) if name == "step" else there
            as_there = set(value) == set(there) if isinstance(value, tuple) else value == there
            if name in row.values and value not in (None, "", ()) and not as_there:
                change.note_fixed(row.row, name, written(value), written(there))
        for (name, language), text in row.texts.items():
            change.put_wording(item.code, name, language, text, knowledge.shipped_text(language, item.code, name))
        self._decide(row, item.code)

    def _own_item(self, row: PackItem, own: CustomItem) -> None:
        code, change = own.code, self._change
        change.there.add(code)
        for name in OWN_STRUCTURE:
            if name not in row.values:
                continue
            old, new = getattr(own, name), row.values[name]
            if name == "step" and new != old and (not new or not _fits(code, new)):
                change.refuse("step_unlike_code", row.row, name, new, str(change.asked.known[code].step))
            elif new != old:
                change.puts.append(Put("custom_item", own.uid, name, new))
                change.values.append(ValueChange(code, name, old, new))
        self._note_not_kept(row)
        spoken = written_in(self._plan, own.language)
        for (name, language), text in row.texts.items():
            if language != spoken:
                change.put_wording(code, name, language, text, "")
            elif name == "question" and not text:
                change.refuse("question_missing", row.row, f"question::{language}", "", language)
            else:
                change.put_own_text("custom_item", own.uid, code, name, name, language, text, getattr(own, name))
        self._decide(row, code)

    def _other_item(self, row: PackItem) -> None:
        """A row of no item that this plan knows: a new item, or one that an earlier load of the same pack made."""
        change, step = self._change, row.values.get("step", "")
        if row.code and not is_own_code(row.code) and not change.other_edition:
            change.refuse("code_unknown", row.row, "code", row.code, f"{step or 1}.N1")
        elif not step:
            change.refuse("step_missing", row.row, "step", "", "; ".join(CHOICES["step"]))
        elif row.code and not _fits(row.code, step):
            change.refuse("step_unlike_code", row.row, "step", step, row.code)
        else:
            questions = {language: text for (name, language), text in row.texts.items() if name == "question" and text}
            spoken = change.first_language(questions)
            if not spoken:
                change.refuse("question_missing", row.row, "question::en", "", "")
            else:
                self._new_item(row, step, spoken, questions)

    def _new_item(self, row: PackItem, step: str, spoken: str, questions: Mapping[str, str]) -> None:
        change = self._change
        uid = change.uid("item", row.code or f"{step}:{spoken}:{questions[spoken]}")
        there = None if row.code else self._there_already(uid, step, questions)
        if there is not None:
            if there.code in change.there:
                change.refuse("row_twice", row.row, f"question::{spoken}", questions[spoken], there.code)
            else:
                self._own_item(row, there)
            return
        if change.is_made(uid):
            change.refuse("row_twice", row.row, f"question::{spoken}", questions[spoken], "")
            return
        code = row.code or self._codes.next(int(step))
        self._codes.take(code)
        change.there.add(code)
        values = {name: row.values[name] for name in OWN_STRUCTURE if name in row.values}
        values |= {name: text for (name, language), text in row.texts.items() if language == spoken}
        change.make("custom_item", uid, {**values, "code": code, "language": spoken})
        self.new.append(Named(code, questions[spoken], answered=code in self._plan.answers))
        self._note_not_kept(row)
        for (name, language), text in row.texts.items():
            wanted = "" if language == spoken else text
            change.put_wording(code, name, language, wanted, "", report=language != spoken)
        self._decide(row, code)

    def _there_already(self, uid: str, step: str, questions: Mapping[str, str]) -> CustomItem | None:
        """The own item that a row without a code was before: made of this very row, or asking the same in the same step."""
        own_items = self._change.own
        for own in own_items.values():
            if own.uid == uid:
                return own
        for code, own in own_items.items():
            if own.step == step and self._change.is_said(
                code, "question", own.question, own.language, questions.items()
            ):
                return own
        return None

    def _note_not_kept(self, row: PackItem) -> None:
        pack, notes = self._change.pack, self._change.notes
        for name in STRUCTURE:
            if name not in OWN_STRUCTURE and row.values.get(name):
                notes.append(pack.fault("not_kept", ITEMS, row.row, name, written(row.values[name])))

    def _decide(self, row: PackItem, code: str) -> None:
        """What the plan decides about an item: left out, why, where it stands."""
        there = self._plan.item_settings.get(code)
        values: dict[str, Any] = {}
        for name in DECISIONS:
            if name not in row.values:
                continue
            old, new = getattr(there, name, None), row.values[name]
            differs = (
                bool(old) != bool(new)
                if name == "off"
                else not same(old or "", new)
                if name == "reason"
                else old != new
            )
            if differs:
                values[name] = new
                self._change.values.append(ValueChange(code, name, old, new))
        if values:
            uid = item_setting_uid(self._plan.uid, code) if there is None else there.uid
            self._change.put_or_make("item_setting", uid, {"item": code}, values)


def _fits(code: str, step: str) -> bool:
    digits = len(step)
    return code.startswith(step) and not code[digits : digits + 1].isdecimal()
