"""The table of a register: rows of two lines, worked by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from mainstreamer.domain.fields import Choice
from mainstreamer.domain.kinds import KINDS
from mainstreamer.operations.registers import text_of
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.models.register_model import RegisterModel
from mainstreamer.ui.models.register_proxy import RegisterProxy
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.register_delegate import RegisterDelegate

WIDTHS = {1: 96, 2: 150, 3: 220, 4: 280}
"""Pixels of a column by its relative width."""
NAMED_WIDTHS = {
    "code": 92, "start": 76, "end": 76, "gap": 88, "light": 72, "indicators": 180, "status": 104, "title": 240, "priority": 84,
}  # fmt: skip
ROW_HEIGHT = 44


@dataclass(frozen=True)
class Place:
    """What was chosen in a table, by uid, so that it can be found again after the rows changed."""

    selected: tuple[str, ...]
    current: str
    row: int
    column: int


class RegisterTable(QTableView):
    """Shows a register; tells what a person wants done with rows."""

    chosen = Signal(tuple)
    """The uids of the rows selected, in the order shown."""
    delete_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, session: Session, model: RegisterModel, proxy: RegisterProxy) -> None:
        super().__init__()
        self._register, self._proxy = model, proxy
        self._sized_by_hand = False
        self._sizing = False
        self.delegate = RegisterDelegate(session, model, self)
        self.setItemDelegate(self.delegate)
        self.setModel(proxy)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setMinimumSectionSize(48)
        head.sectionResized.connect(self._on_section_resized)
        self.setSortingEnabled(True)
        theme.look(self, "register")
        self.restyle()

    def restyle(self) -> None:
        """Sizes at the text size of now."""
        self.verticalHeader().setDefaultSectionSize(theme.current().px(ROW_HEIGHT))
        self._register.set_font(self.font())
        self.horizontalHeader().setFixedHeight(2 * self.fontMetrics().lineSpacing() + 12)
        self._share_width()

    def retranslate(self) -> None:
        self.setAccessibleName(words().kind(self._register.kind, "many"))
        if not self._sized_by_hand:
            self._share_width()

    # -- widths ------------------------------------------------------------------------------------------------------

    def _wish(self, column: int) -> int:
        name = self._register.columns[column]
        spec = KINDS[self._register.kind].fields.get(name)
        wish = NAMED_WIDTHS.get(name) or WIDTHS.get(spec.column if spec is not None else 1, 150)
        metrics, label = self.fontMetrics(), self._register.label(name)
        longest = max(map(metrics.horizontalAdvance, label.split()), default=0)
        # A heading has two lines; bold type and uneven lines want some more than half of it.
        heading = max(longest, metrics.horizontalAdvance(label) * 3 // 5) + 36
        if spec is not None and isinstance(spec.type, Choice):
            # A word of a list is never broken within.
            names = (words().choice(spec.type.choices, code) for code in spec.type.codes)
            broken = (part for choice in names for part in choice.split())
            heading = max(heading, max(map(metrics.horizontalAdvance, broken), default=0) + 28)
        return max(theme.current().px(wish), min(heading, theme.current().px(190)))

    def _share_width(self) -> None:
        """Columns at the width they wish; room that is left goes to those with long text."""
        columns = range(len(self._register.columns))
        wishes = [self._wish(column) for column in columns]
        spare = self.viewport().width() - sum(wishes)
        elastic = [column for column in columns if wishes[column] >= theme.current().px(WIDTHS[2])] or list(columns)
        weight = sum(wishes[column] for column in elastic)
        self._sizing = True
        for column in columns:
            more = spare * wishes[column] // weight if spare > 0 and column in elastic else 0
            self.setColumnWidth(column, wishes[column] + more)
        self._sizing = False

    def _on_section_resized(self, _section: int, _old: int, _new: int) -> None:
        if not self._sizing and self.isVisible():
            self._sized_by_hand = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._sized_by_hand:
            self._share_width()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(240), theme.current().px(120))

    # -- what is chosen ----------------------------------------------------------------------------------------------

    def selected(self) -> tuple[str, ...]:
        """The uids of the rows selected, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._proxy.uid(row) for row in rows)

    def place(self) -> Place:
        """What is chosen now."""
        current = self.currentIndex()
        uid = self._proxy.uid(current.row()) if current.isValid() else ""
        return Place(self.selected(), uid, current.row(), max(0, current.column()))

    def restore(self, place: Place) -> None:
        """Choose the same records again; when they are gone, the row that took their place."""
        found = [uid for uid in place.selected if self._proxy.shown_row(uid) >= 0]
        if not found and place.selected and self._proxy.rowCount():
            row = max(0, min(place.row, self._proxy.rowCount() - 1))
            self.choose([self._proxy.uid(row)], place.column)
        else:
            self.choose(found, place.column, place.current)

    def choose(self, uids: Sequence[str], column: int | None = None, current: str = "") -> bool:
        """Select the rows of these records and bring the first into view; False when none is shown."""
        rows = [row for uid in uids if (row := self._proxy.shown_row(uid)) >= 0]
        if not rows:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        column = self.currentIndex().column() if column is None else column
        column = max(0, min(column, len(self._register.columns) - 1))
        selection = QItemSelection()
        for row in rows:
            index = self._proxy.index(row, 0)
            selection.select(index, self._proxy.index(row, len(self._register.columns) - 1))
        at = self._proxy.shown_row(current) if current else rows[0]
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._proxy.index(at if at in rows else rows[0], column), flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        self.scrollTo(self.currentIndex())
        return True

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.selected())

    # -- the keyboard ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def copied(self) -> str:
        """The selected rows with their headings, for a spreadsheet; worked out columns are left out, so that it pastes back."""
        head = self.horizontalHeader()
        order = (head.logicalIndex(place) for place in range(len(self._register.columns)))
        columns = [column for column in order if self._register.type_of(column) is not None]
        rows = [[self._register.label(self._register.columns[column]) for column in columns]]
        for uid in self.selected():
            row = self._proxy.shown_row(uid)
            cells = (self._proxy.index(row, column).data(Qt.ItemDataRole.EditRole) for column in columns)
            rows.append([str(cell) for cell in cells])
        return text_of(rows)
