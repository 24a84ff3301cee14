"""A quiet line about what was just done, with a way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
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
        row = QHBoxLayout(self)
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
        self.text.ensurePolished()
        longest = max(map(self.text.fontMetrics().horizontalAdvance, text.splitlines()), default=0)
        self.text.setWordWrap(longest > self.width() - theme.current().px(120))
        self.text.setText(text)
        self.undo.setVisible(undo)
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        self.hide()
