"""Editors for links to other records and for codes of checklist items."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QWidget

from mainstreamer.domain.fields import FieldType, ItemCodes, Link, Links
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.operations.registers import add
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.reading import link_name, reading
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.editors import Editor, LineEditor
from mainstreamer.ui.widgets.field_combo import FieldCombo, SearchedEditor
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import button

LONG_LIST = 100
"""Longer lists of records are not filled before somebody comes to the field."""
NEW = "\0new"
"""Stands in a list of records for making a new one."""


class LinkCombo(FieldCombo):
    """The records of a kind by name, with an entry for a new one at the end. A long list is filled when it is needed."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._plan: Plan | None = None
        self._spoken = ""
        self._waits = False
        self._shown = ""

    def offer(self, plan: Plan) -> None:
        """Offer the records of the plan as it is now."""
        if self._spoken == words().code and self._plan is not None and plan.has_same(self._plan, self._kind):
            return
        shown = self.code() if self._plan is not None else ""
        self._plan, self._spoken, self._waits = plan, words().code, True
        if self.hasFocus() or len(plan.entries.get(self._kind, ())) <= LONG_LIST:
            self._fill()
        elif shown:
            self.set_code(shown)

    def _fill(self) -> None:
        """Take the names in, where that still waits."""
        if not self._waits or self._plan is None:
            return
        self._waits = False
        plan, shown, typed = self._plan, self._shown, self.text()
        self.set_choices((record.uid, link_name(plan, self._kind, record.uid)) for record in plan.all(self._kind))
        self.blockSignals(True)
        self.addItem(self.new_text(), NEW)
        self.blockSignals(False)
        if shown and typed == link_name(plan, self._kind, shown):
            super().set_code(shown)

    def set_code(self, code: str) -> None:
        self._shown = code
        if self._waits and self._plan is not None:
            known = self._plan.find(self._kind, code) is not None
            self.line.setText(link_name(self._plan, self._kind, code) if known else "")
            self.line.setCursorPosition(0)
        else:
            super().set_code(code)

    def code(self) -> str:
        if self._waits and self._plan is not None:
            if not self.text():
                return ""
            if self._shown and self.text() == link_name(self._plan, self._kind, self._shown):
                return self._shown
            self._fill()
        return super().code()

    def showPopup(self) -> None:
        self._fill()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._fill()
        super().focusInEvent(event)

    def new_text(self) -> str:
        return f"+ {words().kind(self._kind, 'add')}…"


class NewRecord(QWidget):
    """Asks for the name of a new record, right under the field that wants to link to it."""

    made = Signal(str)
    closed = Signal()

    def __init__(self, kind: str, session: Session) -> None:
        super().__init__()
        self._kind, self._session = kind, session
        self.line = QLineEdit()
        self.add_button, self.cancel_button = button(), button("link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.add_button)
        row.addWidget(self.cancel_button)
        self.line.returnPressed.connect(self._on_add)
        self.line.installEventFilter(self)
        self.add_button.clicked.connect(self._on_add)
        self.cancel_button.clicked.connect(self._on_cancel)
        self.hide()

    def ask(self, name: str) -> None:
        """Show the line with a name to begin with."""
        title = words().field(self._kind, KINDS[self._kind].title)
        self.line.setPlaceholderText(title)
        self.line.setAccessibleName(f"{words().kind(self._kind, 'add')}: {title}")
        self.add_button.setText(t("Add"))
        self.cancel_button.setText(t("Cancel"))
        self.line.setText(name)
        self.show()

    def _on_add(self) -> None:
        name = self.line.text().strip()
        if not name:
            self.line.setFocus()
            return
        uid, puts = add(self._session.plan, self._kind, {KINDS[self._kind].title: name})
        if self._session.put("add", puts, self):
            self.hide()
            self.made.emit(uid)

    def _on_cancel(self) -> None:
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = (
            event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        )
        if watched is self.line and escape:
            self._on_cancel()
            return True
        return super().eventFilter(watched, event)


class LinkEditor(SearchedEditor):
    """One record of a kind. An unknown name is offered as a new record."""

    def __init__(self, type_: Link, session: Session) -> None:
        super().__init__(type_, session)
        self._kind = type_.kind
        self.combo: LinkCombo = LinkCombo(type_.kind)
        self.combo.settled.connect(self.commit)
        self.new = NewRecord(type_.kind, session)
        self.new.made.connect(self._on_made)
        self.new.closed.connect(self._on_closed)
        self.finish(self.combo)
        self.column.addWidget(self.new)

    def _name(self) -> str:
        return link_name(self.session.plan, self._kind, self._value)

    def refresh_value(self, value: Any) -> None:
        """Names may have changed though the link has not."""
        if value != self._value or (not self.problem() and not self.combo.hasFocus() and self.new.isHidden()):
            self.set_value(value)

    def show_value(self, value: str) -> None:
        self.new.hide()
        self.combo.offer(self.session.plan)
        self.combo.set_code(value)
        if value and not self.combo.code():
            self.combo.line.setText(self._name())

    def commit(self) -> None:
        text = self.combo.text()
        if text == self._name() and self.combo.code() in ("", self._value):
            self.set_problem("")
        elif text == self.combo.new_text():
            self.combo.set_code(self._value)
            self._ask("")
        elif self.take_picked(text):
            self.show_value(self._value)
        elif not self.ask_which() and self.new.isHidden():
            self._ask(text)

    def take_picked(self, text: str) -> bool:
        """A name picked from the list stands for its record, also where two share it."""
        uid = self.combo.code()
        if uid and uid != NEW:
            self.take(uid)
            return True
        return self.take_text(text)

    def _ask(self, name: str) -> None:
        self.new.ask(name)
        if not name:
            self.new.line.setFocus()

    def _on_made(self, uid: str) -> None:
        self.take(uid)
        self.show_value(uid)
        self.combo.setFocus()

    def _on_closed(self) -> None:
        self.set_value(self._value)
        self.combo.setFocus()

    def retranslate(self) -> None:
        self.combo.offer(self.session.plan)
        super().retranslate()


class LinksEditor(SearchedEditor):
    """Several records of a kind: a chip for each, and a searched list to add more."""

    def __init__(self, type_: Links, session: Session) -> None:
        super().__init__(type_, session)
        self._kind = type_.kind
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips)
        self.combo: LinkCombo = LinkCombo(type_.kind)
        self.combo.settled.connect(self.commit)
        self.new = NewRecord(type_.kind, session)
        self.new.made.connect(self._on_made)
        self.new.closed.connect(self._on_closed)
        self.column.addWidget(self.chips)
        self.finish(self.combo)
        self.column.addWidget(self.new)

    def refresh_value(self, value: Any) -> None:
        if value != self._value:
            self.set_value(value)
        elif not self.problem() and not self.combo.hasFocus() and self.new.isHidden():
            self.show_value(value)

    def show_value(self, value: tuple[str, ...]) -> None:
        self.new.hide()
        self.combo.offer(self.session.plan)
        self.combo.set_code("")
        self.combo.set_hint(t("Add another…") if value else t("Choose…"))
        self._flow.clear()
        for uid in value:
            name = link_name(self.session.plan, self._kind, uid)
            chip: QPushButton = button("chip")
            chip.setText(f"{self._short(name)}  ×")
            chip.setToolTip(t("{name}: take off", name=name))
            chip.setAccessibleName(t("{name}: take off", name=name))
            chip.setProperty("uid", uid)
            chip.clicked.connect(self._on_chip_clicked)
            self._flow.addWidget(chip)
        self.chips.setVisible(bool(value))
        self.chips.updateGeometry()

    def _short(self, name: str) -> str:
        return name if len(name) <= 60 else name[:58].rstrip() + "…"

    def commit(self) -> None:
        text = self.combo.text()
        if not text:
            self.set_problem("")
        elif text == self.combo.new_text():
            self.combo.set_code("")
            self._ask("")
        else:
            uid = self.combo.code()
            uid = uid if uid and uid != NEW else reading(self.session).uid_of(self._kind, text) or ""
            if uid:
                self._add(uid)
            elif not self.ask_which():
                self.set_problem("link_unknown")
                if self.new.isHidden():
                    self._ask(text)

    def _ask(self, name: str) -> None:
        self.new.ask(name)
        if not name:
            self.new.line.setFocus()

    def _add(self, uid: str) -> None:
        self.take(tuple(dict.fromkeys((*self._value, uid))))
        self.show_value(self._value)

    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if chip is not None:
            self.take(tuple(uid for uid in self._value if uid != chip.property("uid")))
            self.show_value(self._value)
            self.combo.setFocus()

    def _on_made(self, uid: str) -> None:
        self._add(uid)
        self.combo.setFocus()

    def _on_closed(self) -> None:
        self.set_value(self._value)
        self.combo.setFocus()

    def retranslate(self) -> None:
        self.combo.offer(self.session.plan)
        super().retranslate()


class TokenLine(QLineEdit):
    """A line of several words parted by `;`; while typing, each is offered from a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = QStringListModel(self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._on_picked)
        self._texts: dict[str, str] = {}
        self.textEdited.connect(self._on_edited)
        theme.look(self, "tokens")

    def set_offers(self, offers: dict[str, str]) -> None:
        """What is shown for choosing, and the word that goes into the line for it."""
        self._texts = offers
        self._offers.setStringList(list(offers))

    def _on_edited(self, _text: str) -> None:
        typed = self.text()[: self.cursorPosition()].rpartition(";")[2].strip()
        if not typed:
            self._hide_offers()
            return
        self._completer.setCompletionPrefix(typed)
        if self._completer.completionCount():
            self._completer.complete()
        else:
            self._hide_offers()

    def _hide_offers(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _on_picked(self, shown: str) -> None:
        before, _, _ = self.text()[: self.cursorPosition()].rpartition(";")
        after = self.text()[self.cursorPosition() :].lstrip("; ")
        head = f"{before.strip()}; " if before.strip() else ""
        self.setText(f"{head}{self._texts.get(shown, shown)}; {after}")
        self.setCursorPosition(len(self.text()) - len(after))
        self.textEdited.emit(self.text())


class ItemsEditor(LineEditor):
    """Codes of checklist items, completed with their questions; a chip below leads to each item."""

    def make_line(self) -> QLineEdit:
        self.tokens = TokenLine()
        return self.tokens

    def lay_out(self) -> None:
        super().lay_out()
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips, 4)
        self.column.addWidget(self.chips)

    def _show_chips(self, value: tuple[str, ...]) -> None:
        checklist = self.session.checklist
        self._flow.clear()
        known = [code for code in value if code in checklist.by_code]
        for code in known:
            chip: QPushButton = button("chip")
            chip.setText(f"{code} ›")
            question = checklist.text(code, "question")
            chip.setToolTip(t("Go to item {item}: {question}", item=code, question=question))
            chip.setAccessibleName(chip.toolTip())
            chip.setProperty("item", code)
            chip.clicked.connect(self._on_chip_clicked)
            self._flow.addWidget(chip)
        self.chips.setVisible(bool(known))
        self.chips.updateGeometry()

    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if chip is not None:
            uid = self.session.plan.answer_uid(str(chip.property("item")))
            self.session.place_wanted.emit("answer", uid, "score")

    def take(self, value: Any) -> None:
        super().take(value)
        self._show_chips(value)

    def show_value(self, value: tuple[str, ...]) -> None:
        checklist = self.session.checklist
        self.tokens.set_offers(item_offers(self.session))
        super().show_value(value)
        known = [f"{code}  {checklist.text(code, 'question')}" for code in value if code in checklist.by_code]
        self.line.setToolTip("\n".join(known))
        self.line.setPlaceholderText("2.3; 6H1")
        self._show_chips(value)


def item_offers(session: Session) -> dict[str, str]:
    """Items of the checklist with their questions, by what is shown of them."""
    checklist = session.checklist
    return {f"{item.code}  {checklist.text(item.code, 'question')}": item.code for item in checklist.items}


def make_link_editor(type_: FieldType[Any], session: Session) -> Editor | None:
    """The editor of a field type of this module."""
    if isinstance(type_, Link):
        return LinkEditor(type_, session)
    if isinstance(type_, Links):
        return LinksEditor(type_, session)
    if isinstance(type_, ItemCodes):
        return ItemsEditor(type_, session)
    return None
