"""Second: the rows of headings, on the rows as they stand in the sheet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from mainstreamer.operations.tables import layout as rows
from mainstreamer.operations.tables.layout import MOST_HEADING_ROWS
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.incoming.models import SheetModel
from mainstreamer.ui.incoming.tables import RowDelegate
from mainstreamer.ui.incoming.work import TableWork
from mainstreamer.ui.widgets.labels import label
from mainstreamer.ui.widgets.segments import Segments

_WIDTH, _FIRST = 168, 152
"""Pixels at 100 %: of a column, and of that which says what a row is."""
_MOST_SPANS = 300
MOST_ROW = 1_048_576
"""The last row that a spreadsheet has."""


class _Sheet(QTableView):
    """Enter or Space on a row does what a click does: the row becomes the first of the headings."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class HeadingsPart(QWidget):
    """The sheet; above it, in which row the headings begin, and how many rows of them there are."""

    def __init__(self, work: TableWork) -> None:
        super().__init__()
        self._work = work
        self._of: object = None
        self.say, self.found = label("muted", wrap=True), label("note", wrap=True)
        self._row_name, self._height_name = QLabel(), QLabel()
        self.row = QLineEdit()
        self.row.setValidator(QIntValidator(1, MOST_ROW, self.row))
        self.row.setFixedWidth(theme.current().px(72))
        self._row_name.setBuddy(self.row)
        self.row.editingFinished.connect(self._on_row_typed)
        self.lines = Segments(tuple(range(1, MOST_HEADING_ROWS + 1)))
        self.lines.chosen.connect(self._on_depth_chosen)
        self.model = SheetModel()
        self.table = _Sheet()
        self.table.setModel(self.model)
        self.table.setItemDelegate(RowDelegate(self.table))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().setDefaultSectionSize(theme.current().px(30))
        self.table.clicked.connect(self._on_clicked)
        line = QHBoxLayout()
        line.setSpacing(8)
        for part in (self._row_name, self.row, self._height_name, self.lines):
            line.addWidget(part)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.say)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.found)

    def start(self) -> None:
        self.table.setFocus()

    def refresh(self) -> None:
        """Show the sheet with its headings marked."""
        sheet, mapping, outcome = self._work.sheet, self._work.mapping, self._work.outcome
        if sheet is not self._of:
            self._of = sheet
            self.model.show_sheet(sheet)
            for column in range(self.model.columnCount()):
                self.table.setColumnWidth(column, theme.current().px(_WIDTH if column else _FIRST))
            self._show_merged()
        if sheet is None:
            return
        self.row.setText(str(max(1, mapping.first)))
        self.lines.show_choice(mapping.depth)
        if outcome is not None and outcome.taking is not None:
            classes = outcome.taking.reading.classes
        else:
            classes = {row: _rough(row, mapping.first, mapping.depth) for row in sheet.rows}
        self.model.show_classes(classes)
        line = self.model.row_of(mapping.first)
        if line >= 0 and self.table.currentIndex().row() != line:
            self.table.setCurrentIndex(self.model.index(line, 0))
            self.table.scrollTo(self.model.index(max(0, line - 2), 0), QAbstractItemView.ScrollHint.PositionAtTop)
        count = sum(class_ in (rows.RECORD,) for class_ in classes.values())
        parts = [n("{n} row below the headings.", "{n} rows below the headings.", count)]
        left = sum(class_ in (rows.SECTION, rows.TOTAL, rows.NUMBERS, rows.REPEATED) for class_ in classes.values())
        if left:
            parts.append(
                n(
                    "{n} row is a title, a sum or a line of numbers.",
                    "{n} rows are titles, sums or lines of numbers.",
                    left,
                )
            )
        if sheet.cut:
            parts.append(
                t("The sheet is larger than what is read: the first {rows} rows.", rows=words().number(len(sheet.rows)))
                if sheet.cut == "rows"
                else t("The sheet has more columns than are read.")
            )
        self.found.setText(" ".join(parts))

    def _show_merged(self) -> None:
        """Cells merged across are one cell, as in the spreadsheet."""
        self.table.clearSpans()
        sheet, count = self._work.sheet, 0
        for area in sheet.areas if sheet is not None else ():
            line = self.model.row_of(area.top)
            width = min(area.right, self.model.columnCount() - 1) - area.left + 1
            if area.top == area.bottom and line >= 0 and width > 1 and count < _MOST_SPANS:
                self.table.setSpan(line, area.left, 1, width)
                count += 1

    def retranslate(self) -> None:
        self.say.setText(
            t("Click the row with the headings, or move to it and press Enter. Rows above it are left out.")
        )
        self._row_name.setText(t("Headings begin in &row"))
        self._height_name.setText(t("and have so many rows:"))
        texts = [str(count) for count in range(1, MOST_HEADING_ROWS + 1)]
        self.lines.set_texts(texts, [n("{n} row of headings", "{n} rows of headings", int(text)) for text in texts])
        self.row.setAccessibleName(t("Headings begin in row"))
        self.table.setAccessibleName(t("Rows of the sheet"))
        self._of = None
        self.refresh()

    def _on_row_typed(self) -> None:
        text, sheet = self.row.text(), self._work.sheet
        if sheet is not None and text.isdecimal() and 1 <= int(text) <= max(1, sheet.height):
            self._work.set_headings(int(text), self._work.mapping.depth)
        else:
            self.row.setText(str(max(1, self._work.mapping.first)))

    def _on_depth_chosen(self, depth: int | None) -> None:
        mapping = self._work.mapping
        self._work.set_headings(max(1, mapping.first), depth or mapping.depth)
        self.lines.show_choice(self._work.mapping.depth)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.model.sheet_row(index.row())
        self._work.set_headings(row, self._work.mapping.depth)


def _rough(row: int, first: int, depth: int) -> str:
    """What a row is, as long as nothing was worked out."""
    return rows.ABOVE if row < first else rows.HEADING if row < first + depth else rows.RECORD
