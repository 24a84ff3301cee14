"""A layout that sets its widgets side by side and goes on in the next line, for chips."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from mainstreamer.ui.spacing import GAP

W = TypeVar("W", bound=QWidget)


class FlowLayout(QLayout):
    """Left to right (or right to left where the language asks for it), then down."""

    def __init__(self, parent: QWidget | None = None, spacing: int = GAP, *, centred: bool = False) -> None:
        """`centred`: what is lower than its line stands in the middle of it, not at its top."""
        super().__init__(parent)
        self._centred = centred
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """Heights by width, until something in the layout changes: Qt asks all pages of a stack whenever it shows one."""
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Take all widgets out and let them go."""
        while self._items:
            self._drop(self._items.pop())

    def _drop(self, item: QLayoutItem) -> None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()

    def fit(self, count: int, make: Callable[[], W]) -> list[W]:
        """So many widgets, all of them made by `make`: those that are here first, then as many as are missing. To show other
        words in one is faster than to make it and let it go."""
        while len(self._items) > count:
            self._drop(self._items.pop())
        while len(self._items) < count:
            self.addWidget(make())
        self.invalidate()
        return [cast(W, item.widget()) for item in self._items]

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        placed: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue  # hidden
            hint = item.sizeHint()
            width = min(hint.width(), rect.width()) if rect.width() else hint.width()
            if x > rect.x() and x + width > rect.right() + 1:
                self._settle(placed, line)
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                left = rect.right() - (x - rect.x()) - width + 1 if mirrored else x
                placed.append((item, QRect(QPoint(left, y), QSize(width, hint.height()))))
            x += width + self.spacing()
            line = max(line, hint.height())
        self._settle(placed, line)
        return y + line - rect.y()

    def _settle(self, placed: list[tuple[QLayoutItem, QRect]], height: int) -> None:
        """Put the items of a line where they belong."""
        for item, box in placed:
            item.setGeometry(box.translated(0, (height - box.height()) // 2 if self._centred else 0))
        placed.clear()
