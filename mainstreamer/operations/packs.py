"""Loading a checklist pack: how it differs from the checklist of a plan, and the puts that take it in. Nothing is written.

Answers stay with the codes of their items. What a pack leaves out stays in the plan; what it leaves blank goes back to how it
was shipped.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mainstreamer import knowledge
from mainstreamer.domain.checklist import Item, action_text_name
from mainstreamer.domain.choices import CHOICES
from mainstreamer.domain.kinds import KINDS, CustomItem, ItemAction, item_setting_uid, item_text_uid
from mainstreamer.domain.own_checklist import OwnCodes, tailored, text_names, written_in
from mainstreamer.domain.packs import (
    ACTIONS,
    DECISIONS,
    ITEMS,
    OWN_STRUCTURE,
    STRUCTURE,
    Pack,
    PackAction,
    PackFault,
    PackItem,
    is_own_code,
    shortened,
)
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.errors import PackRefused
from mainstreamer.operations.pack_difference import (
    EMPTIED,
    RESTORED,
    REWORDED,
    TRANSLATED,
    LanguageState,
    Named,
    PackDifference,
    TextChange,
    ValueChange,
)

Progress = Callable[[int, int], None]


def _silent(done: int, total: int) -> None:
    return None


def compare(plan: Plan, pack: Pack, progress: Progress = _silent) -> PackDifference:
    """How a pack differs from the checklist of a plan. `progress(done, total)` counts rows and may raise Cancelled.

    Raises PackRefused with every fault."""
    return _Comparison(plan, pack).difference(progress)


class _Comparison:
    def __init__(self, plan: Plan, pack: Pack) -> None:
        self.plan, self.pack = plan, pack
        self.shipped = knowledge.checklist(knowledge.FALLBACK)
        self.items = self.shipped.by_code
        self.own: dict[str, CustomItem] = {}
        for own in plan.custom_items:
            if own.code and own.step and own.code not in self.items:
                self.own.setdefault(own.code, own)
        self.worded = {(row.item, row.language, row.name): row.text for row in plan.item_texts}
        self.other_edition = pack.edition != self.shipped.edition
        self.asked = tailored(self.shipped, plan)
        self.faults: list[PackFault] = []
        self.notes: list[PackFault] = []
        self.puts: list[Put] = []
        self.new: list[Named] = []
        self.texts: list[TextChange] = []
        self.values: list[ValueChange] = []
        self.new_actions: list[Named] = []
        self.gone_actions: list[Named] = []
        self.actions = {row.uid: row for row in plan.item_actions}
        self.actions_of: dict[str, list[ItemAction]] = {}
        for action in plan.item_actions:
            self.actions_of.setdefault(action.item, []).append(action)
        self.there: set[str] = set()
        self.made: set[str] = set()
        self.named: set[tuple[str, str]] = set()
        self.codes = OwnCodes(plan)
        for item in pack.items:
            self.codes.take(item.code)

    def difference(self, progress: Progress) -> PackDifference:
        total = len(self.pack.items) + len(self.pack.actions or ())
        for done, row in enumerate(self.pack.items):
            progress(done, total)
            self._item(row)
        for done, action in enumerate(self.pack.actions or (), len(self.pack.items)):
            progress(done, total)
            self._action(action)
        if self.faults:
            raise PackRefused(self.faults)
        self._missing_actions()
        gone = tuple(self._named(code) for code in (*self.items, *self.own) if code not in self.there)
        return PackDifference(
            self.pack.edition,
            self.shipped.edition,
            tuple(self.new),
            gone,
            tuple(self.texts),
            tuple(self.values),
            tuple(self.new_actions),
            tuple(self.gone_actions),
            tuple(self._languages()),
            tuple(self.notes),
            len(self.plan.answers),
            tuple(self.puts),
        )

    def _named(self, code: str) -> Named:
        answer = self.plan.answers.get(code)
        return Named(code, self.asked.text(code, "question"), answered=answer is not None and bool(answer.score))

    # -- items -------------------------------------------------------------------------------------------------------

    def _item(self, row: PackItem) -> None:
        code = row.code
        if code in self.items:
            self._shipped_item(row, self.items[code])
        elif code in self.own:
            self._own_item(row, self.own[code])
        else:
            self._other_item(row)

    def _shipped_item(self, row: PackItem, item: Item) -> None:
        self.there.add(item.code)
        for name in STRUCTURE:
            value = row.values.get(name)
            there: Any = item.tags[name] if name in item.tags else getattr(item, name)
            there = str(there) if name == "step" else there
            same = set(value) == set(there) if isinstance(value, tuple) else value == there
            if name not in row.values or value in (None, "", ()) or same:
                continue
            if self.other_edition:
                self.notes.append(self.pack.fault("as_shipped", ITEMS, row.row, name, _written(value), _written(there)))
            else:
                self._refuse("structure_fixed", row.row, name, _written(value), _written(there))
        for (name, language), text in row.texts.items():
            self._wording(item.code, name, language, text, knowledge.shipped_text(language, item.code, name))
        self._decide(row, item.code)

    def _own_item(self, row: PackItem, own: CustomItem) -> None:
        code = own.code
        self.there.add(code)
        for name in OWN_STRUCTURE:
            if name not in row.values:
                continue
            old, new = getattr(own, name), row.values[name]
            if name == "step" and new != old and (not new or not _fits(code, new)):
                self._refuse("step_unlike_code", row.row, name, new, str(self.asked.known[code].step))
            elif new != old:
                self.puts.append(Put("custom_item", own.uid, name, new))
                self.values.append(ValueChange(code, name, old, new))
        self._not_kept(row)
        spoken = written_in(self.plan, own.language)
        for (name, language), text in row.texts.items():
            if language != spoken:
                self._wording(code, name, language, text, "")
            elif name == "question" and not text:
                self._refuse("question_missing", row.row, f"question::{language}", "", language)
            else:
                self._own_text("custom_item", own.uid, code, name, name, language, text, getattr(own, name))
        self._decide(row, code)

    def _other_item(self, row: PackItem) -> None:
        """A row of no item that this plan knows: a new item, or one that an earlier load of the same pack made."""
        step = row.values.get("step", "")
        if row.code and not is_own_code(row.code) and not self.other_edition:
            self._refuse("code_unknown", row.row, "code", row.code, f"{step or 1}.C1")
        elif not step:
            self._refuse("step_missing", row.row, "step", "", "; ".join(CHOICES["step"]))
        elif row.code and not _fits(row.code, step):
            self._refuse("step_unlike_code", row.row, "step", step, row.code)
        else:
            questions = {language: text for (name, language), text in row.texts.items() if name == "question" and text}
            spoken = self._first_language(questions)
            if not spoken:
                self._refuse("question_missing", row.row, "question::en", "", "")
            else:
                self._new_item(row, step, spoken, questions)

    def _new_item(self, row: PackItem, step: str, spoken: str, questions: Mapping[str, str]) -> None:
        uid = self._uid("item", row.code or f"{step}:{spoken}:{questions[spoken]}")
        there = None if row.code else self._there_already(uid, step, questions)
        if there is not None:
            if there.code in self.there:
                self._refuse("row_twice", row.row, f"question::{spoken}", questions[spoken], there.code)
            else:
                self._own_item(row, there)
            return
        if uid in self.made:
            self._refuse("row_twice", row.row, f"question::{spoken}", questions[spoken], "")
            return
        code = row.code or self.codes.next(int(step))
        self.codes.take(code)
        self.there.add(code)
        self.made.add(uid)
        values = {name: row.values[name] for name in OWN_STRUCTURE if name in row.values}
        values |= {name: text for (name, language), text in row.texts.items() if language == spoken}
        # A removed item that comes again keeps nothing of what it was.
        blank = {name: spec.type.blank for name, spec in KINDS["custom_item"].fields.items()}
        before = blank if uid in self.plan.entries.get("custom_item", {}) else {}
        self.puts += creation("custom_item", uid, {**before, **values, "code": code, "language": spoken})
        self.new.append(Named(code, questions[spoken], answered=code in self.plan.answers))
        self._not_kept(row)
        for (name, language), text in row.texts.items():
            self._wording(code, name, language, "" if language == spoken else text, "", report=language != spoken)
        self._decide(row, code)

    def _there_already(self, uid: str, step: str, questions: Mapping[str, str]) -> CustomItem | None:
        """The own item that a row without a code was before: made of this very row, or asking the same in the same step."""
        for own in self.own.values():
            if own.uid == uid:
                return own
        for code, own in self.own.items():
            spoken = written_in(self.plan, own.language)
            if own.step == step and any(
                same(
                    text, self.worded.get((code, language, "question")) or (own.question if language == spoken else "")
                )
                for language, text in questions.items()
            ):
                return own
        return None

    def _first_language(self, questions: Mapping[str, str]) -> str:
        """The language that a new item is written in: the plan's where it has that, else the first of the pack."""
        wanted = (written_in(self.plan, ""), *self.pack.languages)
        return next((language for language in wanted if questions.get(language)), "")

    def _not_kept(self, row: PackItem) -> None:
        for name in STRUCTURE:
            if name not in OWN_STRUCTURE and row.values.get(name):
                self.notes.append(self.pack.fault("not_kept", ITEMS, row.row, name, _written(row.values[name])))

    def _decide(self, row: PackItem, code: str) -> None:
        """What the plan decides about an item: left out, why, where it stands."""
        there = self.plan.item_settings.get(code)
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
                self.values.append(ValueChange(code, name, old, new))
        if values:
            uid = item_setting_uid(self.plan.uid, code) if there is None else there.uid
            self._put_or_make("item_setting", uid, {"item": code}, values)

    # -- texts -------------------------------------------------------------------------------------------------------

    def _wording(self, code: str, name: str, language: str, text: str, shipped: str, report: bool = True) -> None:
        """The plan's own wording of a text: what the pack says, unless it is what was shipped."""
        before = self.worded.get((code, language, name), "") or shipped
        after = text or shipped
        if same(before, after):
            return
        wanted = "" if same(after, shipped) else text
        if report:
            change = (RESTORED if shipped else EMPTIED) if not wanted else TRANSLATED if not before else REWORDED
            self.texts.append(TextChange(code, name, language, before, after, change))
        about = {"item": code, "language": language, "name": name}
        self._put_or_make("item_text", item_text_uid(self.plan.uid, code, language, name), about, {"text": wanted})

    def _own_text(
        self, kind: str, uid: str, code: str, field_name: str, name: str, language: str, text: str, kept: str
    ) -> None:
        """A text of a record of the plan in the language it was written in. Wording put over it gives way."""
        over = self.worded.get((code, language, name), "")
        before = over or kept
        if same(before, text):
            return
        change = EMPTIED if not text else TRANSLATED if not before else REWORDED
        self.texts.append(TextChange(code, name, language, before, text, change))
        if not same(kept, text):
            self.puts.append(Put(kind, uid, field_name, text))
        if over:
            self.puts.append(Put("item_text", item_text_uid(self.plan.uid, code, language, name), "text", ""))

    def _put_or_make(self, kind: str, uid: str, about: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        if self.plan.find(kind, uid) is None:
            if any(not KINDS[kind].fields[name].type.is_blank(value) for name, value in values.items()):
                self.puts += creation(kind, uid, {**about, **values})
        else:
            self.puts += [Put(kind, uid, name, value) for name, value in values.items()]

    # -- suggested actions -------------------------------------------------------------------------------------------

    def _action(self, row: PackAction) -> None:
        code = row.item
        shipped = {action.key: action for action in self.items[code].actions} if code in self.items else {}
        if code not in self.items and code not in self.own and code not in self.there:
            self._refuse("item_unknown", row.row, "item", code, "", ACTIONS)
        elif row.key in shipped:
            self.named.add((code, row.key))
            for name, value in row.values.items():
                there = getattr(shipped[row.key], name)
                if value in (None, "") or value == there:
                    continue
                if self.other_edition:
                    self.notes.append(self.pack.fault("as_shipped", ACTIONS, row.row, name, value, str(there)))
                else:
                    self._refuse("structure_fixed", row.row, name, value, str(there), ACTIONS)
            for (name, language), text in row.texts.items():
                original = knowledge.shipped_text(language, code, "action", row.key, name)
                self._wording(code, action_text_name(row.key, name), language, text, original)
        else:
            self._own_action(row)

    def _own_action(self, row: PackAction) -> None:
        titles = {language: text for (name, language), text in row.texts.items() if name == "action" and text}
        spoken = self._first_language(titles)
        uid = self._action_uid(row, titles, spoken)
        self.named.add((row.item, uid))
        kept = self.actions.get(uid)
        if kept is None:
            self._new_action(row, uid, spoken, titles)
            return
        if kept.item != row.item:
            self._refuse("key_of_other_item", row.row, "key", row.key or uid, kept.item, ACTIONS)
            return
        for name, value in row.values.items():
            if value != getattr(kept, name):
                self.puts.append(Put("item_action", uid, name, value))
                self.values.append(ValueChange(row.item, name, getattr(kept, name), value, uid))
        own = written_in(self.plan, kept.language)
        for (name, language), text in row.texts.items():
            worded = action_text_name(uid, name)
            if language != own:
                self._wording(row.item, worded, language, text, "")
            elif name == "action" and not text:
                self._refuse("action_missing", row.row, f"action::{language}", "", language, ACTIONS)
            else:
                self._own_text("item_action", uid, row.item, name, worded, language, text, getattr(kept, name))

    def _new_action(self, row: PackAction, uid: str, spoken: str, titles: Mapping[str, str]) -> None:
        if not spoken:
            self._refuse("action_missing", row.row, "action::en", "", "", ACTIONS)
            return
        if uid in self.made:
            self._refuse("row_twice", row.row, f"action::{spoken}", titles[spoken], "", ACTIONS)
            return
        self.made.add(uid)
        values = {**row.values, **{name: text for (name, lang), text in row.texts.items() if lang == spoken}}
        blank = {name: spec.type.blank for name, spec in KINDS["item_action"].fields.items()}
        before = blank if uid in self.plan.entries.get("item_action", {}) else {}
        self.puts += creation("item_action", uid, {**before, **values, "item": row.item, "language": spoken})
        self.new_actions.append(Named(row.item, titles[spoken], uid))
        for (name, language), text in row.texts.items():
            worded = action_text_name(uid, name)
            self._wording(row.item, worded, language, "" if language == spoken else text, "", report=language != spoken)

    def _action_uid(self, row: PackAction, titles: Mapping[str, str], spoken: str) -> str:
        """The record that a row is about: named by its key, or made of the row, or saying the same for the same item."""
        if row.key:
            return row.key if _is_uid(row.key) else self._uid("action", row.item, row.key)
        made = self._uid("action", row.item, f"{spoken}:{titles.get(spoken, '')}")
        if self.plan.find("item_action", made) is not None:
            return made
        for action in self.actions_of.get(row.item, ()):
            own = written_in(self.plan, action.language)
            if any(
                same(
                    text,
                    self.worded.get((row.item, language, action_text_name(action.uid, "action")))
                    or (action.action if language == own else ""),
                )
                for language, text in titles.items()
            ):
                return action.uid
        return made

    def _missing_actions(self) -> None:
        if self.pack.actions is None:
            return
        for code, item in self.asked.known.items():
            for action in item.actions if code in self.there else ():
                if (code, action.key) not in self.named:
                    text = self.asked.action_text(code, action.key, "action")
                    self.gone_actions.append(Named(code, text, action.key))

    # -- languages ---------------------------------------------------------------------------------------------------

    def _languages(self) -> Iterator[LanguageState]:
        after = self.plan.with_puts(self.puts)
        fresh: dict[str, int] = {}
        for change in self.texts:
            fresh[change.language] = fresh.get(change.language, 0) + (change.change == TRANSLATED)
        for language in dict.fromkeys((*self.pack.languages, *knowledge.checklist_languages())):
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

    def _refuse(
        self, reason: str, row: int, name: str, value: object = "", expected: str = "", sheet: str = ITEMS
    ) -> None:
        self.faults.append(self.pack.fault(reason, sheet, row, name, value, expected))

    def _uid(self, *parts: str) -> str:
        """A uid that follows from the pack, so that two laptops that load it make one record."""
        return str(uuid.uuid5(uuid.UUID(self.plan.uid), ":".join(("pack", *parts))))


def same(one: str, other: str) -> bool:
    """Whether two texts say the same: breaks of lines and blanks around them do not matter."""
    return one == other or _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _fits(code: str, step: str) -> bool:
    digits = len(step)
    return code.startswith(step) and not code[digits : digits + 1].isdecimal()


def _is_uid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _written(value: Any) -> str:
    """A value as a pack writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(value) if isinstance(value, tuple) else shortened(value)
