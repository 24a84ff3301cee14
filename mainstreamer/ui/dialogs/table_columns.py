"""Chooses the columns of a register and their order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.models.register_columns import RegisterColumns, folded
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, WIDE_GAP
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.tick_line import TickLine


class ColumnsDialog(QDialog):
    """A list of all columns: ticked ones are shown, in the order of the list."""

    chosen = Signal(tuple)

    def __init__(self, columns: RegisterColumns, shown: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Columns"))
        self._columns = columns
        text = label("muted", wrap=True)
        text.setText(t("Tick the columns to show. Drag them, or use the arrows, to change their order."))
        self.search = QLineEdit()
        self.search.setPlaceholderText(t("Search the list"))
        self.search.setAccessibleName(t("Search the list"))
        self.search.textChanged.connect(self._on_search_changed)
        self.list = QListWidget()
        self.list.setItemDelegate(TickLine(self.list))
        self.list.setAccessibleName(t("Columns"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.itemChanged.connect(self._show_state)
        self.list.currentRowChanged.connect(self._show_state)
        self.up, self.down, self.usual = button(), button(), button("link")
        self.up.setIcon(icons.icon("arrow-up"))
        self.down.setIcon(icons.icon("arrow-down"))
        self.up.setText(t("Up"))
        self.down.setText(t("Down"))
        self.usual.setText(t("Usual columns"))
        self.up.setToolTip(t("Move the column one place up (Alt+↑)"))
        self.down.setToolTip(t("Move the column one place down (Alt+↓)"))
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.usual.clicked.connect(self._on_usual)
        self.cancel, self.ok = button(), button("primary")
        self.cancel.setText(t("Cancel"))
        self.ok.setText(t("Show these columns"))
        self.cancel.clicked.connect(self.reject)
        self.ok.clicked.connect(self.accept)
        self.ok.setDefault(True)
        sides = QHBoxLayout()
        sides.setSpacing(GAP)
        for press in (self.up, self.down):
            sides.addWidget(press)
        sides.addStretch(1)
        sides.addWidget(self.usual)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, WIDE_GAP, PAGE_SIDE, WIDE_GAP)
        layout.setSpacing(GAP)
        for part in (text, self.search, self.list):
            layout.addWidget(part)
        layout.addLayout(sides)
        layout.addLayout(foot)
        self._fill(shown)
        self.resize(theme.current().px(420), min(theme.current().px(560), self.screen().availableSize().height() - 80))
        self.list.setFocus()

    def _fill(self, shown: tuple[str, ...]) -> None:
        self.list.clear()
        for name in (*shown, *(name for name in self._columns.all if name not in shown)):
            item = QListWidgetItem(self._columns.label(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(self._columns.help(name))
            flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked if name in shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._on_search_changed(self.search.text())

    def ticked(self) -> tuple[str, ...]:
        """The columns ticked, in the order of the list."""
        items = (self.list.item(row) for row in range(self.list.count()))
        wanted = (item for item in items if item.checkState() == Qt.CheckState.Checked)
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in wanted)

    def accept(self) -> None:
        self.chosen.emit(self.ticked())
        super().accept()

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentRow(row + step)

    def _on_usual(self) -> None:
        self._fill(self._columns.usual)

    def _on_search_changed(self, text: str) -> None:
        parts = folded(text).split()
        for row in range(self.list.count()):
            name = folded(self.list.item(row).text())
            self.list.item(row).setHidden(not all(part in name for part in parts))
        self._show_state()

    def _show_state(self, *_: object) -> None:
        row = self.list.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)
        self.ok.setEnabled(bool(self.ticked()))
