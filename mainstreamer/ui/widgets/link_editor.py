"""Editors for links to other records."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from mainstreamer.domain.fields import Link, Links
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.plan import Plan
from mainstreamer.operations.registers import add
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.reading import link_name, reading
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.field_combo import FieldCombo, SearchedEditor
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import button

LONG_LIST = 100
"""Longer lists of records are not filled before somebody comes to the field."""
NEW = "\0new"
"""Stands in a list of records for making a new one."""
MOST_NAME = 270
"""Pixels at 100 % of a name on a chip: with the sign that takes it off, it stays within the narrowest form."""


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

    def __init__(self, kind: str, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind, self._session = kind, session
        self.line = QLineEdit()
        self.add_button, self.cancel_button = button(), button("link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
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


class RecordsEditor(SearchedEditor):
    """Finds records of a kind by name; an unknown name is offered as a new record."""

    def __init__(self, type_: Link | Links, session: Session) -> None:
        super().__init__(type_, session)
        self._kind = type_.kind
        self.combo: LinkCombo = LinkCombo(type_.kind)
        self.combo.settled.connect(self.commit)
        self._new: NewRecord | None = None

    @property
    def new(self) -> NewRecord:
        """The line that asks for the name of a new record, made when one is wanted."""
        if self._new is None:
            self._new = NewRecord(self._kind, self.session, self)
            self._new.made.connect(self._on_made)
            self._new.closed.connect(self._on_closed)
            self.column.addWidget(self._new)
        return self._new

    @property
    def asks(self) -> bool:
        """Whether the name of a new record is asked for now."""
        return self._new is not None and not self._new.isHidden()

    def _ask_no_more(self) -> None:
        if self._new is not None:
            self._new.hide()

    def _ask(self, name: str) -> None:
        self.new.ask(name)
        if not name:
            self.new.line.setFocus()

    def _on_made(self, uid: str) -> None:
        raise NotImplementedError

    def _on_closed(self) -> None:
        self.set_value(self._value)
        self.combo.setFocus()

    def retranslate(self) -> None:
        self.combo.offer(self.session.plan)
        super().retranslate()


class LinkEditor(RecordsEditor):
    """One record of a kind."""

    def __init__(self, type_: Link, session: Session) -> None:
        super().__init__(type_, session)
        self.finish(self.combo)

    def _name(self) -> str:
        return link_name(self.session.plan, self._kind, self._value)

    def refresh_value(self, value: Any) -> None:
        """Names may have changed though the link has not."""
        if value != self._value or (not self.problem() and not self.combo.hasFocus() and not self.asks):
            self.set_value(value)

    def show_value(self, value: str) -> None:
        self._ask_no_more()
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
        elif not self.ask_which() and not self.asks:
            self._ask(text)

    def take_picked(self, text: str) -> bool:
        """A name picked from the list stands for its record, also where two share it."""
        uid = self.combo.code()
        if uid and uid != NEW:
            self.take(uid)
            return True
        return self.take_text(text)

    def _on_made(self, uid: str) -> None:
        self.take(uid)
        self.show_value(uid)
        self.combo.setFocus()


class LinksEditor(RecordsEditor):
    """Several records of a kind: a chip for each, and a searched list to add more."""

    def __init__(self, type_: Links, session: Session) -> None:
        super().__init__(type_, session)
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips)
        self.column.addWidget(self.chips)
        self.finish(self.combo)

    def refresh_value(self, value: Any) -> None:
        if value != self._value:
            self.set_value(value)
        elif not self.problem() and not self.combo.hasFocus() and not self.asks:
            self.show_value(value)

    def show_value(self, value: tuple[str, ...]) -> None:
        self._ask_no_more()
        self.combo.offer(self.session.plan)
        self.combo.set_code("")
        self.combo.set_hint(t("Add another …") if value else t("Choose …"))
        for uid, chip in zip(value, self._flow.fit(len(value), self._chip), strict=True):
            name = link_name(self.session.plan, self._kind, uid)
            said = t("{name}: take off", name=name)
            chip.setText(f"{self._short(name, chip.fontMetrics())}  ×".replace("&", "&&"))
            chip.setToolTip(said)
            chip.setAccessibleName(said)
            chip.setProperty("uid", uid)
        self.chips.setVisible(bool(value))
        self.chips.updateGeometry()

    def _chip(self) -> QPushButton:
        chip = button("chip")
        chip.ensurePolished()
        chip.clicked.connect(self._on_chip_clicked)
        return chip

    def _short(self, name: str, metrics: QFontMetrics) -> str:
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, theme.current().px(MOST_NAME))

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
                if not self.asks:
                    self._ask(text)

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
