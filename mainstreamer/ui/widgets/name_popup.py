"""A list of names over the window, to choose one from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from mainstreamer.ui import theme

MOST_LINES = 12


class _Names(QAbstractListModel):
    def __init__(self, names: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.names = tuple(names)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.names)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.names[index.row()][1]
        return None


class NamePopup(QWidget):
    """Closes by itself when one is chosen, on Esc, and when the person goes elsewhere."""

    chosen = Signal(str)
    """The uid of the name chosen."""

    def __init__(self, names: Sequence[tuple[str, str]], parent: QWidget) -> None:
        """`names` are pairs of uid and name."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListView()
        self.list.setUniformItemSizes(True)
        self.list.setModel(_Names(names, self))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)

    def show_at(self, place: QPoint) -> None:
        """Show at a place of the screen, moved so that it is on it whole."""
        lines = min(self.list.model().rowCount(), MOST_LINES)
        height = lines * (self.list.sizeHintForRow(0) or 1) + 2 * self.list.frameWidth() + 4
        box = QRect(place, self.sizeHint())
        box.setWidth(theme.current().px(300))
        box.setHeight(height)
        if self.isRightToLeft():
            box.moveRight(place.x())
        screen = self.screen().availableGeometry()
        box.moveRight(min(box.right(), screen.right()))
        box.moveBottom(min(box.bottom(), screen.bottom()))
        box.moveLeft(max(box.left(), screen.left()))
        box.moveTop(max(box.top(), screen.top()))
        self.setGeometry(box)
        self.show()
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        model = self.list.model()
        assert isinstance(model, _Names)
        uid = model.names[index.row()][0]
        self.close()
        self.chosen.emit(uid)
