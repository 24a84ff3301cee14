"""A quiet line about what was just done, with a way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.labels import button, label


class Notice(QWidget):
    """Hidden while there is nothing to say."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text: QLabel = label("muted", wrap=True)
        self.undo: QPushButton = button("link")
        # Its length never makes the page wider.
        self.text.setMinimumWidth(1)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.text)
        row.addWidget(self.undo)
        row.addStretch(1)
        self.undo.clicked.connect(self.undo_wanted)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.undo.setText(t("Undo"))
        self.undo.setAccessibleName(t("Undo"))

    def say(self, text: str, *, undo: bool = False, wrong: bool = False) -> None:
        """Show a line."""
        theme.look(self.text, "error" if wrong else "muted")
        self.undo.setVisible(undo)
        self.text.setText(text)
        self._fit()
        self.show()

    def _fit(self) -> None:
        """One line where it fits; else lines as wide as there is room, with the button beside them."""
        for part in (self.text, self.undo):
            part.ensurePolished()
        longest = max(map(self.text.fontMetrics().horizontalAdvance, self.text.text().splitlines()), default=0)
        beside = 0 if self.undo.isHidden() else GAP + self.undo.sizeHint().width()
        wrapped = longest + 2 * GAP + beside > self.width()
        self.text.setWordWrap(wrapped)
        self._row.setStretch(0, int(wrapped))
        self._row.setStretch(2, int(not wrapped))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def pass_by(self) -> None:
        """Show nothing once something else is done; what can still be undone stays."""
        if self.undo.isHidden():
            self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.hide()
