"""The window's frame: start page, new-plan page, workspace. It arranges them and knows nothing of plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class MainWindow(QMainWindow):
    """Shows one thing at a time."""

    painted = Signal()
    """The window stands on the screen for the first time."""
    escaped = Signal()
    """Esc was pressed, and nothing in the window took it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Mainstreamer")
        self.setMinimumSize(960, 600)
        self.resize(1280, 720)
        self._was_painted = False
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window closes; False keeps it open."""
        self._stack = QStackedWidget()
        self._stack.setObjectName("ground")
        self.setCentralWidget(self._stack)

    def show_widget(self, widget: QWidget) -> None:
        """Show a widget, keeping those shown before."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def let_go(self, widget: QWidget) -> None:
        """Take a widget out for good."""
        self._stack.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    @property
    def shown(self) -> QWidget | None:
        return self._stack.currentWidget()

    def place(self) -> str:
        """Size and place on the screen as text, for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_place(self, text: str) -> None:
        """Take the size and place kept before, as far as they fit this screen."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt  # its many lists take longer to come into Python than the window to stand there

        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close())
