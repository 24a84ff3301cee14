"""A list that is searched by typing, as fields use it: it tells when a person has settled, and asks which name is meant."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractProxyModel, QEvent, QObject, QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit

from mainstreamer.ui.i18n import n
from mainstreamer.ui.widgets.editors import Editor
from mainstreamer.ui.widgets.search_combo import SearchCombo


class FieldCombo(SearchCombo):
    """A searched list that tells when a person has settled: picked, pressed Enter, or left."""

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entered = self._watches = False
        self._note: QLabel | None = None
        self.activated.connect(self._on_settled)
        completer = self.completer()
        if completer is not None:
            completer.activated.connect(self._on_settled)
        self.line.returnPressed.connect(self._on_entered)

    @property
    def line(self) -> QLineEdit:
        """Where a person types."""
        return cast(QLineEdit, self.lineEdit())

    def _on_settled(self, *_: object) -> None:
        self.settled.emit()

    def _on_entered(self) -> None:
        self._entered = True
        self.settled.emit()
        self._entered = False

    def asks_which(self, note: QLabel | None = None) -> int:
        """After Enter on a part of several names: opens the list of them, the first one highlighted, which Enter takes.
        How many they are; 0 when there is nothing to ask. `note` stands below the field and is not covered by the list."""
        found = len(self.matching()) if self._entered else 0
        if found < 2:
            return 0
        self._note = note
        # The list that was open while typing closes on Enter; the new one follows it.
        QTimer.singleShot(0, self, self.open_matches)
        return found

    def open_matches(self) -> None:
        """Open the list of names that hold what was typed, the first one highlighted."""
        completer = self.completer()
        if completer is None or not self.matching():
            return
        popup = cast(QAbstractItemView, completer.popup())
        if not self._watches:
            self._watches = True
            popup.installEventFilter(self)
        completer.setCompletionPrefix(self.text())
        completer.complete(QRect(0, 0, self.width(), self.height() + self._below()))
        # Highlighting would put the name into the line; what was typed stays until Enter.
        with QSignalBlocker(completer):
            popup.setCurrentIndex(completer.completionModel().index(0, 0))

    def _below(self) -> int:
        """Pixels that the note below the field takes, or will take once the form has made room for it."""
        if self._note is None:
            return 0
        drawn = self._note.geometry().bottom() - self.geometry().bottom()
        return max(self._note.heightForWidth(self.width()), drawn) + 4

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the highlighted name."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        completer = self.completer()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter:
            popup = None if completer is None else completer.popup()
            if completer is not None and popup is not None and watched is popup and popup.currentIndex().isValid():
                offered = cast(QAbstractProxyModel, completer.completionModel())
                row = offered.mapToSource(popup.currentIndex()).row()
                popup.hide()
                self._take_row(row)
                return True
        return super().eventFilter(watched, event)

    def _take_row(self, row: int) -> None:
        self.setCurrentIndex(row)
        self.line.setText(self.itemText(row))
        self.line.setCursorPosition(0)
        self.activated.emit(row)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settled.emit()


class SearchedEditor(Editor):
    """What is found by typing a part of its name."""

    combo: FieldCombo

    def ask_which(self) -> bool:
        """Where several names hold what was typed and entered, offer them instead of refusing it; whether they are offered."""
        found = self.combo.asks_which(self.sentence())
        if found:
            self.set_note(
                n(
                    "{n} name holds this. Enter takes the highlighted one.",
                    "{n} names hold this. Arrows move, Enter takes the highlighted one.",
                    found,
                )
            )
        return found > 0
