"""The editor for codes of checklist items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.editors import LineEditor
from mainstreamer.ui.widgets.elided_line import ElidedLine
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import button

if TYPE_CHECKING:
    from mainstreamer.domain.checklist import Checklist


class TokenLine(ElidedLine):
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

    _offered: Checklist | None = None
    """The checklist whose items the line offers."""

    def make_line(self) -> QLineEdit:
        self.tokens = TokenLine()
        return self.tokens

    def lay_out(self) -> None:
        super().lay_out()
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips, SMALL)
        self.column.addWidget(self.chips)

    def _show_chips(self, value: tuple[str, ...]) -> None:
        checklist = self.session.checklist
        known = [code for code in value if code in checklist.by_code]
        for code, chip in zip(known, self._flow.fit(len(known), self._chip), strict=True):
            said = t("Go to item {item}: {question}", item=code, question=checklist.text(code, "question"))
            chip.setText(f"{code} ›")
            chip.setToolTip(said)
            chip.setAccessibleName(said)
            chip.setProperty("item", code)
        self.chips.setVisible(bool(known))
        self.chips.updateGeometry()

    def _chip(self) -> QPushButton:
        chip = button("chip")
        chip.clicked.connect(self._on_chip_clicked)
        return chip

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
        if checklist is not self._offered:
            self._offered = checklist
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
