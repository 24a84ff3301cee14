"""Tables of the page, all of one look: rows to choose, words that wrap, no grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mainstreamer.ui import theme
from mainstreamer.ui.spacing import GAP, SMALL
from mainstreamer.ui.widgets.headings import end_in_dots, heading_width

ROW_HEIGHT, TWO_LINES = 32, 46
_SIDE = 8
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """The row chosen is marked as a whole, not the cell in it that has the keyboard. In rows of two lines, what has one
    stands beside the first of them."""

    def __init__(self, parent: QTableView, *, two_lines: bool = False) -> None:
        super().__init__(parent)
        self._two_lines = two_lines

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if self._two_lines:
            across = option.displayAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask
            option.displayAlignment = across | Qt.AlignmentFlag.AlignTop


class SamplesDelegate(RowDelegate):
    """Each line of a cell stays one line, so that what stands in a cell and how it is read are beside each other."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        known = QStyleOptionViewItem(option)
        self.initStyleOption(known, index)
        lines = str(index.data() or "").split("\n")
        known.text = ""
        widget = known.widget
        if widget is not None:
            widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, known, painter, widget)
        painter.save()
        painter.setFont(known.font)
        painter.setPen(theme.current().colour("ink"))
        inside = known.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        step = known.fontMetrics.height()
        top = inside.center().y() - step * len(lines) // 2
        for place, line in enumerate(lines):
            shown = known.fontMetrics.elidedText(line, Qt.TextElideMode.ElideRight, inside.width())
            where = QRect(inside.left(), top + place * step, inside.width(), step)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
        painter.restore()


class DecidingTable(QTableView):
    """Figures from 1 on decide about the rows chosen, as the buttons below the table do in their order."""

    figure_pressed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure = event.key() - Qt.Key.Key_0
        if 1 <= figure <= 9 and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.figure_pressed.emit(figure)
        else:
            super().keyPressEvent(event)


def lines_table(model: QAbstractTableModel, *, many: bool = False, height: int = ROW_HEIGHT) -> DecidingTable:
    """A table of lines; with `many`, several can be chosen. `height` of a row in pixels at 100 %."""
    table = DecidingTable()
    table.setModel(model)
    table.setItemDelegate(RowDelegate(table, two_lines=height == TWO_LINES))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    mode = QAbstractItemView.SelectionMode
    table.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(height > ROW_HEIGHT)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.current().px(height))
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setHighlightSections(False)
    end_in_dots(table.horizontalHeader())
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return table


def decision_lines(*lines: tuple[QLabel, Mapping[Any, QPushButton]]) -> QWidget:
    """Buttons that decide about rows, below each other for the rows chosen and for all, each line with its name before it."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(SMALL)
    for line, (name, presses) in enumerate(lines):
        grid.addWidget(name, line, 0)
        for place, press in enumerate(presses.values(), 1):
            grid.addWidget(press, line, place)
    grid.setColumnStretch(grid.columnCount(), 1)
    return made


def share_width(table: QTableView, fixed: dict[int, int]) -> None:
    """Columns of a width in pixels at 100 %, wider where a heading needs it; the others share what is left."""
    header = table.horizontalHeader()
    for column in range(table.model().columnCount()):
        mode = QHeaderView.ResizeMode.Interactive if column in fixed else QHeaderView.ResizeMode.Stretch
        header.setSectionResizeMode(column, mode)
        if column in fixed:
            table.setColumnWidth(column, max(theme.current().px(fixed[column]), heading_width(header, column)))


def fit_headings(table: QTableView, widths: Sequence[int]) -> None:
    """Columns of these widths in pixels at 100 %, wider where a heading needs it."""
    header = table.horizontalHeader()
    for column, width in enumerate(widths):
        needed = heading_width(header, column)
        table.setColumnWidth(column, max(theme.current().px(width), needed + theme.current().px(_SIDE)))


def chosen_rows(table: QTableView) -> list[int]:
    """The rows chosen, from the top."""
    return sorted(index.row() for index in table.selectionModel().selectedRows())


def as_high_as_rows(table: QTableView) -> None:
    """No higher than its rows: a short list needs no empty frame."""
    rows = table.model().rowCount() * table.verticalHeader().defaultSectionSize()
    table.setMaximumHeight(table.horizontalHeader().sizeHint().height() + rows + 4)


def divide_width(table: QTableView, shares: tuple[int, ...]) -> None:
    """Columns share the width of a table in this proportion, whatever the size of the text."""
    inside = table.viewport().width()
    for column, share in enumerate(shares[: table.model().columnCount()]):
        table.setColumnWidth(column, inside * share // sum(shares))
