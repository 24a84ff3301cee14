"""Models of the page: the rows of a sheet as they stand there, and lists of lines with a word that has a colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from mainstreamer.domain.plain_tables import DATE, NUMBER, PlainSheet
from mainstreamer.domain.returned import column_letter
from mainstreamer.operations.tables import layout
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.incoming.words import class_word

LONGEST = 300
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
MOST_COLUMNS = 60
"""Columns of a sheet that are shown where its headings are chosen."""


class SheetModel(QAbstractTableModel):
    """The rows of a sheet with content, and what each is; the first column says that in a word."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: PlainSheet | None = None
        self._rows: list[int] = []
        self._lines: dict[int, int] = {}
        self._classes: dict[int, str] = {}

    def show_sheet(self, sheet: PlainSheet | None) -> None:
        self.beginResetModel()
        self._sheet = sheet
        self._rows = [] if sheet is None else sorted(sheet.rows)
        self._lines = {row: line for line, row in enumerate(self._rows)}
        self._classes = {}
        self.endResetModel()

    def show_classes(self, classes: dict[int, str]) -> None:
        """What the rows are now."""
        if classes != self._classes:
            self._classes = classes
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def row_of(self, row: int) -> int:
        """The line of a row of the sheet; -1 where it has no content."""
        return self._lines.get(row, -1)

    def sheet_row(self, line: int) -> int:
        return self._rows[line] if 0 <= line < len(self._rows) else 0

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._sheet is None else min(self._sheet.width, MOST_COLUMNS) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        sheet, row, column = self._sheet, self._rows[index.row()], index.column()
        if sheet is None:
            return None
        class_ = self._classes.get(row, "")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = class_word(class_) if column == 0 else sheet.text(row, column)
            if role == Qt.ItemDataRole.ToolTipRole:
                return f"<span>{escape(text[:2000])}</span>" if text else None
            return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        if role == Qt.ItemDataRole.FontRole and class_ in (layout.HEADING, layout.SECTION):
            font = QFont()
            font.setPixelSize(theme.current().type_size("text"))
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.BackgroundRole and class_ == layout.HEADING:
            return QColor(theme.current().colour("accent_soft"))
        if role == Qt.ItemDataRole.ForegroundRole:
            muted = column == 0 or class_ in (layout.ABOVE, layout.NUMBERS, layout.TOTAL, layout.REPEATED)
            return QColor(theme.current().colour("accent" if class_ == layout.HEADING else "muted" if muted else "ink"))
        if role == Qt.ItemDataRole.TextAlignmentRole and column and sheet.cell(row, column).kind in (NUMBER, DATE):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation == Qt.Orientation.Vertical:
                return str(self._rows[section])
            return column_letter(section) if section else t("What it is")
        return None


class LinesModel(QAbstractTableModel):
    """Lines of text; the text of a line is made when it is shown. A column may have the colour of a tone."""

    def __init__(self) -> None:
        super().__init__()
        self._headings: Sequence[str] = ()
        self._lines: Sequence[Any] = ()
        self._texts: Callable[[Any], Sequence[str]] = lambda _line: ()
        self._tone: Callable[[Any], str] = lambda _line: "ink"
        self._toned = -1
        self._right: frozenset[int] = frozenset()

    def show_lines(
        self,
        headings: Sequence[str],
        lines: Sequence[Any],
        texts: Callable[[Any], Sequence[str]],
        tone: Callable[[Any], str] = lambda _line: "ink",
        toned: int = -1,
        right: frozenset[int] = frozenset(),
    ) -> None:
        """Show lines: `texts` of each, column `toned` in the colour of `tone`, columns `right` at the trailing side. Where the
        lines are as many as before, the place in them is kept."""
        same = len(lines) == len(self._lines) and len(headings) == len(self._headings)
        if not same:
            self.beginResetModel()
        self._headings, self._lines, self._texts = headings, lines, texts
        self._tone, self._toned, self._right = tone, toned, right
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(headings) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headings) - 1)

    def line(self, row: int) -> Any:
        """What is shown in a row."""
        return self._lines[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._lines[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._texts(line)[column]
            if role == Qt.ItemDataRole.ToolTipRole:
                # Marked up on purpose, so that markup in what people wrote is not read as such.
                return f"<span>{escape(text[:2000])}</span>" if text else None
            return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignTrailing if column in self._right else Qt.AlignmentFlag.AlignLeading
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column == self._toned:
            return QColor(theme.current().colour(self._tone(line)))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and section < len(self._headings):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignTrailing if section in self._right else Qt.AlignmentFlag.AlignLeading
                return side | Qt.AlignmentFlag.AlignVCenter
        return None
