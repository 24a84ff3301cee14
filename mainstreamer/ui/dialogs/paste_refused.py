"""Tells why copied rows could not be pasted: every cell, its value, and what is expected there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.kinds import KINDS
from mainstreamer.operations.registers import Refused
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.reading import refusal
from mainstreamer.ui.widgets.labels import button, label

MOST_LINES = 500


class PasteRefusedDialog(QDialog):
    """A list of refusals. Nothing was pasted."""

    def __init__(self, kind: str, refused: Sequence[Refused], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Paste rows"))
        count = len(refused)
        self.heading, self.text = label("heading", wrap=True), label(wrap=True)
        self.heading.setText(n("{n} cell cannot be taken", "{n} cells cannot be taken", count))
        self.text.setText(t("Nothing was pasted. Correct these cells in your spreadsheet and copy the rows again."))
        self.table = QTableWidget(min(count, MOST_LINES), 4)
        self.table.setAccessibleName(self.heading.text())
        self.table.setHorizontalHeaderLabels([t("Row"), t("Column"), t("Value"), t("What is expected")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.current().px(52))
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setStretchLastSection(True)
        for row, cell in enumerate(refused[:MOST_LINES]):
            self._fill(row, kind, cell)
        for column, width in enumerate((72, 170, 170)):
            self.table.setColumnWidth(column, theme.current().px(width))
        close = button("primary")
        close.setText(t("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(24, 20, 24, 16)
        column_layout.setSpacing(12)
        for part in (self.heading, self.text, self.table):
            column_layout.addWidget(part)
        column_layout.addLayout(foot)
        self.resize(theme.current().px(760), theme.current().px(420))
        close.setFocus()

    def _fill(self, row: int, kind: str, cell: Refused) -> None:
        spec = KINDS[kind].fields.get(cell.field)
        column = words().field(kind, cell.field) if spec is not None else str(cell.column)
        said = refusal(None if spec is None else spec.type, cell.reason)
        for place, text in enumerate((str(cell.row), column, cell.text, said)):
            item = QTableWidgetItem(text if len(text) < 200 else text[:200] + "…")
            item.setToolTip(item.text())
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            self.table.setItem(row, place, item)
