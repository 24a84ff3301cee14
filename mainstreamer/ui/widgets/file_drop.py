"""Lets a widget take files that are dragged onto it or onto anything in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.drops import dropped


class FileDrop(QObject):
    """A filter over a widget and over whatever in it takes drops itself: a text field would else take the file's path as
    text. While files hang over the widget, it has the property `drop` for the style sheet."""

    dropped = Signal(list, list, QPoint)
    """Files, web addresses, and where in the widget."""
    hovered = Signal(QPoint)
    """Files hang over this place of the widget."""
    left = Signal()
    """They went elsewhere."""

    def __init__(self, widget: QWidget, shown: QWidget | None = None) -> None:
        """`shown` is what the style sheet marks; the widget itself when it is left out."""
        super().__init__(widget)
        self._widget, self._shown = widget, shown or widget
        widget.setAcceptDrops(True)
        self._watched: set[QWidget] = set()
        self._watch(widget)

    def watch_children(self) -> None:
        """Look again for what is inside, after something was added."""
        for child in self._widget.findChildren(QWidget):
            if child.acceptDrops() and child not in self._watched:
                self._watch(child)

    def _watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)
        self._watched.add(widget)
        if widget is not self._widget:  # with that, this object goes too
            widget.destroyed.connect(self._on_destroyed)

    def _on_destroyed(self, gone: QObject) -> None:
        self._watched = {widget for widget in self._watched if widget is not gone}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(event, QDragMoveEvent):
            if event.type() == QEvent.Type.DragEnter:
                self.watch_children()
            return self._over(watched, event)
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._drop(watched, event)
        if event.type() == QEvent.Type.DragLeave and watched is self._widget:
            self._leave()
        return False

    def _over(self, watched: QObject, event: QDragEnterEvent | QDragMoveEvent) -> bool:
        if not any(dropped(event.mimeData())):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        theme.restyle(self._shown, "drop", True)
        self.hovered.emit(self._place(watched, event))
        return True

    def _drop(self, watched: QObject, event: QDropEvent) -> bool:
        files, pages = dropped(event.mimeData())
        if not files and not pages:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._leave()
        self.dropped.emit(files, pages, self._place(watched, event))
        return True

    def _leave(self) -> None:
        theme.restyle(self._shown, "drop", False)
        self.left.emit()

    def _place(self, watched: QObject, event: QDropEvent) -> QPoint:
        at = event.position().toPoint()
        return watched.mapTo(self._widget, at) if isinstance(watched, QWidget) and watched is not self._widget else at
