"""What loading a checklist pack comes to, gathered row by row: what it changes, by which puts, and what is not taken."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from mainstreamer import knowledge
from mainstreamer.domain.kinds import KINDS, CustomItem, item_text_uid
from mainstreamer.domain.own_checklist import tailored, written_in
from mainstreamer.domain.packs import ITEMS, Pack, PackFault, shortened
from mainstreamer.domain.plan import Plan, Put, creation
from mainstreamer.operations.pack_difference import EMPTIED, RESTORED, REWORDED, TRANSLATED, TextChange, ValueChange


class PackChange:
    """A plan, a pack, and what the rows read so far would change. Rows of items and of actions add to it."""

    def __init__(self, plan: Plan, pack: Pack) -> None:
        self.plan, self.pack = plan, pack
        self.shipped = knowledge.checklist(knowledge.FALLBACK)
        self.items = self.shipped.by_code
        self.own: dict[str, CustomItem] = {}
        """The own items that are asked, by code."""
        for own in plan.custom_items:
            if own.code and own.step and own.code not in self.items:
                self.own.setdefault(own.code, own)
        self.asked = tailored(self.shipped, plan)
        self.other_edition = pack.edition != self.shipped.edition
        self._worded = {(row.item, row.language, row.name): row.text for row in plan.item_texts}
        self._made: set[str] = set()
        self.there: set[str] = set()
        """Codes of the items that the pack has."""
        self.faults: list[PackFault] = []
        self.notes: list[PackFault] = []
        self.puts: list[Put] = []
        self.texts: list[TextChange] = []
        self.values: list[ValueChange] = []

    def refuse(
        self, reason: str, row: int, name: str, value: object = "", expected: str = "", sheet: str = ITEMS
    ) -> None:
        """A cell because of which the whole pack is refused."""
        self.faults.append(self.pack.fault(reason, sheet, row, name, value, expected))

    def note_fixed(self, row: int, name: str, value: object, there: str, sheet: str = ITEMS) -> None:
        """A cell that would change what is shipped: left as it is in a pack of another edition, refused in one of this."""
        if self.other_edition:
            self.notes.append(self.pack.fault("as_shipped", sheet, row, name, value, there))
        else:
            self.refuse("structure_fixed", row, name, value, there, sheet)

    # -- records -----------------------------------------------------------------------------------------------------

    def uid(self, *parts: str) -> str:
        """A uid that follows from the pack, so that two laptops that load it make one record."""
        return str(uuid.uuid5(uuid.UUID(self.plan.uid), ":".join(("pack", *parts))))

    def is_made(self, uid: str) -> bool:
        """Whether a row before this one made the record."""
        return uid in self._made

    def make(self, kind: str, uid: str, values: Mapping[str, Any]) -> None:
        """Make a record. A removed one that comes again keeps nothing of what it was."""
        self._made.add(uid)
        blank = {name: spec.type.blank for name, spec in KINDS[kind].fields.items()}
        before = blank if uid in self.plan.entries.get(kind, {}) else {}
        self.puts += creation(kind, uid, {**before, **values})

    def put_or_make(self, kind: str, uid: str, about: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Put values into a record that is made, `about` what it is, where something must be kept in it."""
        if self.plan.find(kind, uid) is None:
            if any(not KINDS[kind].fields[name].type.is_blank(value) for name, value in values.items()):
                self.puts += creation(kind, uid, {**about, **values})
        else:
            self.puts += [Put(kind, uid, name, value) for name, value in values.items()]

    # -- texts -------------------------------------------------------------------------------------------------------

    def first_language(self, texts: Mapping[str, str]) -> str:
        """The language that a new record is written in: the plan's where there is a text in it, else the first of the
        pack; empty where there is no text."""
        wanted = (written_in(self.plan, ""), *self.pack.languages)
        return next((language for language in wanted if texts.get(language)), "")

    def put_wording(self, code: str, name: str, language: str, text: str, shipped: str, report: bool = True) -> None:
        """The plan's own wording of a text: what the pack says, unless it is what was shipped."""
        before = self._worded.get((code, language, name), "") or shipped
        after = text or shipped
        if same(before, after):
            return
        wanted = "" if same(after, shipped) else text
        if report:
            change = (RESTORED if shipped else EMPTIED) if not wanted else TRANSLATED if not before else REWORDED
            self.texts.append(TextChange(code, name, language, before, after, change))
        about = {"item": code, "language": language, "name": name}
        self.put_or_make("item_text", item_text_uid(self.plan.uid, code, language, name), about, {"text": wanted})

    def put_own_text(
        self, kind: str, uid: str, code: str, field_name: str, name: str, language: str, text: str, kept: str
    ) -> None:
        """A text of a record of the plan in the language it was written in. Wording put over it gives way."""
        over = self._worded.get((code, language, name), "")
        before = over or kept
        if same(before, text):
            return
        change = EMPTIED if not text else TRANSLATED if not before else REWORDED
        self.texts.append(TextChange(code, name, language, before, text, change))
        if not same(kept, text):
            self.puts.append(Put(kind, uid, field_name, text))
        if over:
            self.puts.append(Put("item_text", item_text_uid(self.plan.uid, code, language, name), "text", ""))

    def is_said(self, code: str, name: str, kept: str, kept_in: str, texts: Iterable[tuple[str, str]]) -> bool:
        """Whether a text of an own record, `kept` in the language `kept_in`, says one of these texts by language."""
        home = written_in(self.plan, kept_in)
        return any(
            same(text, self._worded.get((code, language, name)) or (kept if language == home else ""))
            for language, text in texts
        )


def same(one: str, other: str) -> bool:
    """Whether two texts say the same: breaks of lines and blanks around them do not matter."""
    return one == other or _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def written(value: Any) -> str:
    """A value as a pack writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(value) if isinstance(value, tuple) else shortened(value)
