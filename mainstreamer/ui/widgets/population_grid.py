"""The table view in which numbers of people are typed, copied and pasted."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.models.population_model import PopulationModel

ROW_HEIGHT = 20
LEAST_COLUMN = 72
_MARGIN, _TIGHT = 8, 3
"""Pixels beside numbers, and before them where there is too little room."""


class _CellDelegate(QStyledItemDelegate):
    """Paints the numbers, and gives a plain line to type one into, as large as its cell."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = theme.current()
        painter.save()
        ground, ink = index.data(Qt.ItemDataRole.BackgroundRole), index.data(Qt.ItemDataRole.ForegroundRole)
        if option.state & QStyle.StateFlag.State_Selected:
            ground = colours.colour("accent_soft")
        painter.fillRect(option.rect, ground or colours.colour("card"))
        painter.setFont(option.font)
        painter.setPen(ink or colours.colour("ink"))
        inside = option.rect.adjusted(_TIGHT, 0, -_MARGIN, 0)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(index.data()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        theme.look(editor, "cell")
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: object, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QLineEdit) and isinstance(model, PopulationModel):
            model.setData(index, editor.text())


class PopulationGrid(QTableView):
    """Enter moves down, as in a spreadsheet; Tab leaves the grid; Ctrl+C and Ctrl+V work on blocks of cells."""

    pasted = Signal(str)
    """Text to be laid in at the cursor."""

    def __init__(self, model: PopulationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._columns: list[int] = []
        self._rows = (0, 0)
        """Width of each column, and of the names of rows: with ages alone, and with the longest name."""
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        theme.look(self, "numbers")
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.current().px(ROW_HEIGHT))
        rows.setDefaultSectionSize(theme.current().px(ROW_HEIGHT))
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.setHighlightSections(True)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionsClickable(False)
        self.retranslate()

    @property
    def numbers(self) -> PopulationModel:
        """The numbers shown."""
        return self._model

    def retranslate(self) -> None:
        """Names for a screen reader, and columns as wide as their headings and numbers."""
        self.setAccessibleName(t("Numbers of people by age and sex"))
        self.fit()

    def fit(self) -> None:
        """Make columns and headings as wide as their words and numbers."""
        heads, cells = self.horizontalHeader().fontMetrics(), self.fontMetrics()
        for place in range(self._model.columnCount()):
            texts = str(self._model.headerData(place, Qt.Orientation.Horizontal)).split("\n")
            wanted = max(round(heads.horizontalAdvance(text) * 1.1) for text in texts)
            for row in range(self._model.rowCount()):
                wanted = max(wanted, cells.horizontalAdvance(str(self._model.index(row, place).data())))
            self.setColumnWidth(place, max(theme.current().px(LEAST_COLUMN), wanted + 2 * _MARGIN + 2))
        self._columns = [self.columnWidth(place) for place in range(self._model.columnCount())]
        labels = [str(self._model.headerData(row, Qt.Orientation.Vertical)) for row in range(self._model.rowCount())]
        widths = [cells.horizontalAdvance(f"{text} ⚠") + 2 * _MARGIN for text in labels]
        ages = [width for text, width in zip(labels, widths, strict=True) if text[:1].isdigit()]
        self._rows = (max(ages, default=max(widths)), max(widths))
        self.setMinimumWidth(self.bearable_width())
        self._share_width()

    def _share_width(self) -> None:
        """Columns share what is left of the width. Where there is too little, names of rows give way, ages excepted, then the
        ground before numbers; after that the grid is scrolled sideways."""
        room = self.width() - self._edges()
        least, wanted = self._rows
        names = max(least, min(wanted, room - sum(self._columns)))
        more = max((_TIGHT - _MARGIN) * len(self._columns), room - names - sum(self._columns))
        self.verticalHeader().setFixedWidth(names)
        for place, width in enumerate(self._columns):
            self.setColumnWidth(
                place, width + more * (place + 1) // len(self._columns) - more * place // len(self._columns)
            )

    def _edges(self) -> int:
        """Pixels of frame and scroll bar."""
        return self.verticalScrollBar().sizeHint().width() + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def wanted_width(self) -> int:
        """Pixels at which no column is cut off."""
        return sum(self._columns) + self._rows[1] + self._edges()

    def least_width(self) -> int:
        """Pixels at which all numbers and ages are whole."""
        return sum(self._columns) + self._rows[0] + self._edges()

    def bearable_width(self) -> int:
        """Pixels at which a column beside the ages can be read; the others are scrolled to."""
        return max(self._columns) + self._rows[0] + self._edges()

    def go_to(self, row: int, column: int = 0) -> None:
        """Put the cursor into a cell and show it."""
        index = self._model.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Hand over what is being typed in a cell."""
        if self.state() == QAbstractItemView.State.EditingState:
            editor = self.indexWidget(self.currentIndex()) or self.focusWidget()
            if isinstance(editor, QLineEdit):
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._down()

    def _down(self) -> None:
        """To the next cell below; after the last row of numbers to the top of the next column."""
        here = self.currentIndex()
        row, column = here.row() + 1, here.column()
        if row >= self._model.rowCount() - 1:
            row, column = 0, column + 1
        if column < self._model.columnCount() - 1:
            self.selectionModel().setCurrentIndex(
                self._model.index(row, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # While a number is being typed, Enter belongs to its editor and comes here a second time.
            if self.state() != QAbstractItemView.State.EditingState:
                self._down()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected block on the clipboard, for a spreadsheet."""
        cells = self.selectionModel().selectedIndexes()
        if not cells:
            return
        rows, columns = [cell.row() for cell in cells], [cell.column() for cell in cells]
        lines = []
        for row in range(min(rows), max(rows) + 1):
            line = (self._model.plain_text(row, column) for column in range(min(columns), max(columns) + 1))
            lines.append("\t".join(line))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _clear(self) -> None:
        self._model.clear([(cell.row(), cell.column()) for cell in self.selectionModel().selectedIndexes()])
