"""A choice from a long list of names, found by typing any part of a name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from mainstreamer.domain.plan import code_order
from mainstreamer.ui.widgets.drop_down import dress
from mainstreamer.ui.widgets.elided_line import ElidedLine
from mainstreamer.ui.widgets.form_field import StillCombo


class SearchCombo(StillCombo):
    """Shows names, holds codes. `chosen` tells what a person did; values set by the program are not told."""

    chosen = Signal(str)
    """The code of what was chosen or typed; empty for nothing, and for a name that is not in the list."""
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = ElidedLine()
        self.setLineEdit(self._edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_letters(16)
        self.setMaxVisibleItems(14)
        self._codes: dict[str, str] = {}
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(14)
        self.setCompleter(completer)
        completer.activated.connect(self._on_completed)
        self._edit.returnPressed.connect(self.take_only)
        self.activated.connect(self._on_activated)
        self._edit.textEdited.connect(self._on_edited)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these codes and names, sorted by name, D2 before D10; the code that was chosen stays."""
        kept, typed = self.code(), self._edit.text()
        rows = sorted(choices, key=lambda row: code_order(row[1].casefold()))
        self._codes = {name.casefold(): code for code, name in rows}
        self.blockSignals(True)
        self.clear()
        for code, name in rows:
            self.addItem(name, code)
        self.setCurrentIndex(-1)
        self.blockSignals(False)
        if kept:
            self.set_code(kept)
        else:
            self._edit.setText(typed)

    def set_hint(self, text: str) -> None:
        """What stands in the field while it is blank."""
        self._edit.setPlaceholderText(text)

    def code(self) -> str:
        """The code of the name in the field; empty when the field is blank or names nothing in the list."""
        if self.currentIndex() >= 0 and self.currentText().strip() == self.itemText(self.currentIndex()).strip():
            return str(self.currentData())
        return self._codes.get(self.text().casefold(), "")

    def text(self) -> str:
        """What stands in the field."""
        return self._edit.text().strip()

    def set_code(self, code: str) -> None:
        """Show a code without telling; a code that is not offered empties the field."""
        self.blockSignals(True)
        row = self.findData(code) if code else -1
        self.setCurrentIndex(row)
        self._edit.setText(self.itemText(row) if row >= 0 else "")
        self._edit.setCursorPosition(0)
        self.blockSignals(False)

    def _on_activated(self, _row: int) -> None:
        self.chosen.emit(self.code())

    def _on_completed(self, name: str) -> None:
        self.set_code(self._codes.get(name.casefold(), ""))
        self.chosen.emit(self.code())

    def _on_edited(self, _text: str) -> None:
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        if popup is not None:
            dress(popup, self)
        self.chosen.emit(self.code())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """On leaving, a part of a name that only one name has becomes that name."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.take_only()
            self.left.emit()

    def matching(self) -> list[str]:
        """The codes of all names that hold what was typed; none while a name stands in the field, or nothing."""
        typed = self.text().casefold()
        return [code for name, code in self._codes.items() if typed in name] if typed and not self.code() else []

    def take_only(self) -> None:
        """A part of a name that only one name has becomes that name."""
        found = self.matching()
        if len(found) == 1:
            self.set_code(found[0])
            self.chosen.emit(found[0])
