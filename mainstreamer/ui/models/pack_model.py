"""Lines of a checklist pack, before it is loaded: what it changes, or what in it cannot be taken."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from mainstreamer.domain.packs import PackFault
from mainstreamer.language.packs import fault_reason
from mainstreamer.operations.pack_report import Line
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words

TONES = {
    "new": "good",
    "gone": "muted",
    "reworded": "warning",
    "translated": "good",
    "changed": "warning",
    "note": "bad",
}
LONGEST = 400
_NOWHERE = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class PackModel(QAbstractTableModel):
    """A row for each line; the word that says what a line is has the colour of it."""

    def __init__(self) -> None:
        super().__init__()
        self._headings: tuple[str, ...] = ()
        self._rows: Sequence[tuple[str, ...]] = []
        self._tones: list[str] = []
        self._word = 0

    def show_lines(self, found: Sequence[Line]) -> None:
        """Show what a pack changes."""
        headings = (t("What"), t("Item"), t("Part"), t("Before"), t("After"))
        rows = [(one.word, one.item, one.part, one.before, one.after) for one in found]
        self._show(headings, rows, [TONES[one.group] for one in found], 0)

    def show_faults(self, faults: Sequence[PackFault]) -> None:
        """Show what cannot be taken."""
        headings = (t("Sheet"), t("Row"), t("Column"), t("Heading"), t("What stands there"), t("What is expected"))
        rows = [
            (
                fault.sheet,
                words().number(fault.row) if fault.row else "–",
                fault.column or "–",
                fault.heading,
                fault.value,
                fault_reason(words(), fault),
            )
            for fault in faults
        ]
        self._show(headings, rows, ["ink"] * len(rows), 5)

    def _show(self, headings: tuple[str, ...], rows: Sequence[tuple[str, ...]], tones: list[str], word: int) -> None:
        self.beginResetModel()
        self._headings, self._rows, self._tones, self._word = headings, rows, tones, word
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        if role == Qt.ItemDataRole.ToolTipRole:
            # Marked up on purpose, so that markup in what people wrote is not read as such.
            return f"<span>{escape(text[: 5 * LONGEST])}</span>" if text else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == self._word:
            return QColor(theme.current().colour(self._tones[index.row()]))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole and section < len(self._headings):
                return self._headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None
