"""What a register shows while it has no rows: what belongs into it, and the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mainstreamer.operations.tables.targets import TAKEN_KINDS
from mainstreamer.operations.treaties import LISTED
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.spacing import BREAK, GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.labels import button, frame, label


class EmptyRegister(QWidget):
    """A card with buttons: enter the whole list where there is one, add a row, paste rows, take in a table from a file."""

    def __init__(self, kind: str, parent: QWidget, *, pasted: bool = False) -> None:
        """`pasted`: rows come as a whole from elsewhere, so that pasting them is the usual way."""
        super().__init__(parent)
        self._kind = kind
        self._title, self.text = label("heading"), label("muted", wrap=True)
        self.list, self.paste, self.table = button("primary"), button("primary" if pasted else ""), button("link")
        self.add = button("" if kind in LISTED or pasted else "primary")
        self.list.setVisible(False)
        card = frame("card", parent=self)
        card.setMaximumWidth(theme.current().px(640))
        inner = QVBoxLayout(card)
        inner.setContentsMargins(BREAK, WIDE_GAP, BREAK, WIDE_GAP)
        inner.setSpacing(GAP)
        inner.addWidget(self._title)
        inner.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.list)
        for press in (self.paste, self.add) if pasted else (self.add, self.paste):
            row.addWidget(press)
        row.addStretch(1)
        inner.addSpacing(SMALL)
        inner.addLayout(row)
        inner.addWidget(self.table, 0, Qt.AlignmentFlag.AlignLeading)
        self.table.setVisible(kind in TAKEN_KINDS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, WIDE_GAP, 0, WIDE_GAP)
        column.setSpacing(GAP)
        column.addWidget(card)
        column.addStretch(1)

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self._title.setText(words().kind(self._kind, "many"))
        self.text.setText(words().kind(self._kind, "empty"))
        self.add.setText(words().kind(self._kind, "add"))
        self.list.setText(t("Enter the treaties of the list"))
        self.list.setVisible(self._kind in LISTED)
        self.paste.setText(t("Paste rows"))
        self.table.setText(t("Import from an Excel or CSV file …"))

    def set_writable(self, writable: bool) -> None:
        """Let people begin, or not."""
        for press in (self.list, self.add, self.paste, self.table):
            press.setEnabled(writable)
