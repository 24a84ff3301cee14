"""A list to tick, opened under what it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.tick_line import TickLine

LONG = 14
"""From so many codes on, a list is searched by typing."""


class CheckList(QFrame):
    """A list to tick, with a line to search it when it is long. Closes on Escape, Enter, or a click elsewhere."""

    ticked = Signal(tuple)

    def __init__(self, names: dict[str, str], chosen: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.look(self, "card")
        self.search = QLineEdit()
        self.search.setPlaceholderText(t("Search the list"))
        self.search.setAccessibleName(t("Search the list"))
        self.search.setVisible(len(names) > LONG)
        self.search.textChanged.connect(self._on_search_changed)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setItemDelegate(TickLine(self.list))
        self.list.setAccessibleName(t("Choose"))
        for code, name in names.items():
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self.list)
        rows = min(len(names), LONG)
        self.list.setFixedHeight(rows * (self.list.sizeHintForRow(0) + 1) + 16)

    def show_below(self, widget: QWidget) -> None:
        """Open under a widget, inside the screen."""
        self.setMinimumWidth(max(widget.width(), theme.current().px(320)))
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        space = widget.screen().availableGeometry()
        if place.y() + self.height() > space.bottom():
            place.setY(max(space.top(), widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        place.setX(max(space.left(), min(place.x(), space.right() - self.width())))
        self.move(place)
        self.show()
        (self.list if self.search.isHidden() else self.search).setFocus()

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        rows = (self.list.item(row) for row in range(self.list.count()))
        self.ticked.emit(
            tuple(
                str(item.data(Qt.ItemDataRole.UserRole)) for item in rows if item.checkState() == Qt.CheckState.Checked
            )
        )

    def _on_search_changed(self, text: str) -> None:
        wanted = text.strip().casefold()
        for row in range(self.list.count()):
            self.list.item(row).setHidden(wanted not in self.list.item(row).text().casefold())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.close()
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                shown = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
                if shown:
                    self.list.setCurrentRow(shown[0])
                    self.list.setFocus()
                return True
        return super().eventFilter(watched, event)
