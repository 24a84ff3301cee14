"""What people do with the items of their checklist: add, copy, move, leave out, suggest, take back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from mainstreamer.domain.checklist import Item
from mainstreamer.domain.own_checklist import every_item, in_order
from mainstreamer.domain.plan import Put
from mainstreamer.knowledge import checklist
from mainstreamer.operations import own_items
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.language_names import native_name
from mainstreamer.ui.widgets import own_item_head as head

if TYPE_CHECKING:
    from mainstreamer.ui.pages.own_items_page import OwnItemsPage

MOST_LETTERS = 80
"""Of a suggestion in the menu of histories."""


class OwnItemsVerbs(QObject):
    """Calls the operations, says what was done, and leads to what came of it."""

    def __init__(self, page: OwnItemsPage) -> None:
        super().__init__(page)
        self._page = page
        self._session = page.session

    def add_item(self) -> None:
        """Offer the steps; the own item is added to the one chosen."""
        if not self._session.document.writable:
            return
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(t("Step of the new item"))
        line = self._page.list.list_model.item_at(self._page.list.currentIndex().row())
        at = self._page.filters.step or (line.step if line is not None else 1)
        for step in range(1, 11):
            entry = menu.addAction(f"{step}  {self._session.checklist.step_text(step, 'title')}")
            entry.setData(step)
            if step == at:
                menu.setActiveAction(entry)
        menu.triggered.connect(lambda action: self.add_to(int(action.data())))
        menu.popup(self._page.add_button.mapToGlobal(self._page.add_button.rect().bottomLeft()))

    def add_to(self, step: int) -> None:
        """Add an own item to a step and lead to its question."""
        self._page.form.commit()
        uid, puts = own_items.add(self._session.plan, step, self._page.written_language())
        if self._session.put(own_items.ADD, puts, self._page):
            self._page.lead_to(_code_of(puts, uid), "question")

    def run(self, verb: str) -> None:
        """Do what a button of the item's head says, by its name."""
        code, plan = self._page.form.code, self._session.plan
        if verb == head.ANSWER:
            self._session.place_wanted.emit("answer", plan.answer_uid(code), "score")
        elif verb == head.HISTORY:
            self._show_history(code)
        elif verb in (head.UP, head.DOWN):
            self.step_item(code, -1 if verb == head.UP else 1)
        else:
            self._page.form.commit()
            self._change(verb, code)

    def _show_history(self, code: str) -> None:
        """Show the history of what the plan holds about an item; where that are several records, offer them."""
        records = list(self._records(code))
        if not records:
            self._page.notice.say(t("Nothing of this item was ever changed: it is as shipped."))
        elif len(records) == 1:
            self._session.history_wanted.emit(*records[0][1:], "")
        else:
            menu = QMenu(self._page)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for title, kind, uid in records:
                menu.addAction(title.replace("&", "&&")).setData((kind, uid, ""))
            menu.setActiveAction(menu.actions()[0])
            menu.triggered.connect(lambda action: self._session.history_wanted.emit(*action.data()))
            button = self._page.form.head.buttons[head.HISTORY]
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _records(self, code: str) -> Iterator[tuple[str, str, str]]:
        """What the plan holds about an item: in words, kind and uid."""
        plan, speech = self._session.plan, words()
        own, setting = own_items.own_item(plan, code), plan.item_settings.get(code)
        if own is not None:
            yield speech.kind("custom_item"), "custom_item", own.uid
        if setting is not None:
            yield t("Order and leaving out"), "item_setting", setting.uid
        for row in plan.item_actions:
            if row.item == code:
                yield f"{speech.kind('item_action')}: {row.action}"[:MOST_LETTERS], "item_action", row.uid
        for text in plan.item_texts:
            if text.item == code:
                names = text.name.split(".")
                name = speech.field("item_action" if len(names) > 1 else "custom_item", names[-1])
                yield f"{name} ({native_name(text.language)})", "item_text", text.uid

    def _change(self, verb: str, code: str) -> None:
        plan = self._session.plan
        if verb == head.OUT:
            if self._session.put(own_items.LEAVE_OUT, own_items.leave_out(plan, code), self._page):
                said = t("{code} is left out. Its answer is kept. Say why, for those who read the plan.", code=code)
                self._page.notice.say(said, undo=True)
                self._page.lead_to(code, "reason")
        elif verb == head.BACK:
            if self._session.put(own_items.TAKE_BACK, own_items.take_back(plan, code), self._page):
                self._page.notice.say(t("{code} is asked again, with the answer it had.", code=code), undo=True)
                self._page.lead_to(code, "")
        elif verb == head.RESTORE:
            if self._session.put(own_items.RESTORE, own_items.restore(plan, code), self._page):
                self._page.notice.say(t("All texts of {code} are the originals again.", code=code), undo=True)
        elif verb == head.COPY:
            step = next(line.step for line in self._page.lines if line.code == code)
            reading = self._session.checklist_in(self._page.written_language())
            uid, puts = own_items.duplicate(plan, reading, self._items(step), code)
            if self._session.put(own_items.DUPLICATE, puts, self._page):
                made = _code_of(puts, uid)
                self._page.notice.say(
                    t("{made} is a copy of {code}. Change it as you need.", made=made, code=code), undo=True
                )
                self._page.lead_to(made, "question")
        elif verb == head.DELETE and self._session.put(own_items.REMOVE, own_items.remove(plan, code), self._page):
            said = t("{code} was deleted. An answer to it is kept in the plan and counts no longer.", code=code)
            self._page.notice.say(said, undo=True)
            self._page.list.setFocus()

    def give_reason(self, text: str) -> None:
        """Say why the item is left out."""
        plan, code = self._session.plan, self._page.form.code
        setting = plan.item_settings.get(code)
        if setting is not None and setting.off and setting.reason != text.strip():
            self._session.put(own_items.LEAVE_OUT, own_items.leave_out(plan, code, text), self._page)

    def suggest(self) -> None:
        """Add a suggested action to the item and lead to its text."""
        self._page.form.commit()
        uid, puts = own_items.suggest(self._session.plan, self._page.form.code, self._page.written_language())
        if self._session.put(own_items.SUGGEST, puts, self._page):
            self._page.form.focus_text(f"action.{uid}.action")

    def withdraw(self, uid: str) -> None:
        """Take a suggestion of the plan's own away."""
        self._page.form.commit()
        if self._session.put(own_items.WITHDRAW, own_items.withdraw(self._session.plan, uid), self._page):
            self._page.notice.say(t("The suggestion is gone. Actions made from it stay in the plan."), undo=True)
            self._page.form.suggest_button.setFocus()

    # -- order ---------------------------------------------------------------------------------------------------------

    def _items(self, step: int) -> list[Item]:
        """The items of a step before the plan's order."""
        shipped = checklist(self._session.checklist.languages[0])
        return [item for item in every_item(shipped, self._session.plan) if item.step == step]

    def step_item(self, code: str, by: int) -> None:
        """Move an item over the one before or after it in the list."""
        model = self._page.list.list_model
        row = model.row_of(code)
        line, other = model.item_at(row), model.item_at(row + by)
        if line is None or other is None or other.step != line.step:
            return
        order = [item.code for item in in_order(self._session.plan, self._items(line.step))]
        self._move(code, line.step, order.index(other.code))

    def drop_item(self, code: str, row: int) -> None:
        """Move an item before the line in this row of the list."""
        model = self._page.list.list_model
        line = model.item_at(model.row_of(code))
        if line is None:
            return
        order = [item.code for item in in_order(self._session.plan, self._items(line.step))]
        rest = [one for one in order if one != code]
        before, after = model.item_at(row - 1), model.item_at(row)
        if code in [one.code for one in (before, after) if one is not None]:
            return
        if after is not None and after.step == line.step:
            self._move(code, line.step, rest.index(after.code))
        elif before is not None and before.step == line.step:
            self._move(code, line.step, rest.index(before.code) + 1)
        else:
            self._page.notice.say(t("An item stays in its step. It was not moved."), wrong=True)

    def _move(self, code: str, step: int, to: int) -> None:
        puts = own_items.move(self._session.plan, self._items(step), code, to)
        if puts:
            self._page.form.commit()
            self._page.notice.clear()
            self._session.put(own_items.MOVE, puts, self._page)
            self._page.list.choose(code)


def _code_of(puts: list[Put], uid: str) -> str:
    """The code that these puts give to a new own item."""
    return next(str(put.value) for put in puts if put.uid == uid and put.field == "code")
