"""What a register shows while it has no rows: what belongs into it, and the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mainstreamer.operations.tables.targets import POPULATION, TAKEN_KINDS
from mainstreamer.operations.treaties import LISTED
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.spacing import BREAK, GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import button, frame, label


class EmptyRegister(QWidget):
    """A card with buttons: enter the whole list where there is one, add a row, paste rows, import a table from a file. The
    way that most people take stands out."""

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self._title, self.text = label("heading"), label("muted", wrap=True)
        self.list, self.table = button("primary"), button("link")
        self.paste = button("primary" if kind == POPULATION else "")
        self.add = button("" if kind in LISTED or kind == POPULATION else "primary")
        self.list.setVisible(False)
        card = frame("card", parent=self)
        card.setMaximumWidth(theme.current().px(640))
        inner = QVBoxLayout(card)
        inner.setContentsMargins(BREAK, WIDE_GAP, BREAK, WIDE_GAP)
        inner.setSpacing(GAP)
        inner.addWidget(self._title)
        inner.addWidget(self.text)
        row = self._row = FlowLayout()
        row.addWidget(self.list)
        for press in (self.paste, self.add) if kind == POPULATION else (self.add, self.paste):
            row.addWidget(press)
        inner.addSpacing(SMALL)
        inner.addLayout(row)
        inner.addWidget(self.table, 0, Qt.AlignmentFlag.AlignLeading)
        self.table.setVisible(kind in TAKEN_KINDS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, WIDE_GAP, 0, WIDE_GAP)
        column.setSpacing(GAP)
        column.addWidget(card)
        column.addStretch(1)

    def offer(self, press: QPushButton) -> None:
        """Offer one more way to begin, after the others."""
        self._row.addWidget(press)

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self._title.setText(words().kind(self._kind, "many"))
        self.text.setText(words().kind(self._kind, "empty"))
        self.add.setText(words().kind(self._kind, "add"))
        self.list.setText(t("Add treaties from the list"))
        self.list.setVisible(self._kind in LISTED)
        self.paste.setText(t("Paste a table from a spreadsheet") if self._kind == POPULATION else t("Paste rows"))
        self.table.setText(t("Import from an Excel or CSV file …"))

    def set_writable(self, writable: bool) -> None:
        """Let people begin, or not."""
        for press in (self.list, self.add, self.paste, self.table):
            press.setEnabled(writable)
