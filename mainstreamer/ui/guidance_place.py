"""Where guidance stands: beside the page, or over it where there is no room beside and a person asks for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget


class GuidancePlace(QObject):
    """Keeps the panel in its row, or lays it over the trailing side of the pages."""

    closed = Signal()
    """The panel over the pages was closed from within it."""

    def __init__(self, panel: QWidget, row: QHBoxLayout, pages: QWidget) -> None:
        super().__init__(panel)
        self._panel, self._row, self._pages = panel, row, pages
        self._wanted = self._roomy = False
        self.top = 0
        """So many pixels of the pages stay free above the panel that lies over them: what takes it away stands there."""
        self.is_open = False
        """Whether a person has it over the pages."""
        panel.installEventFilter(self)
        pages.installEventFilter(self)

    def show(self, wanted: bool, roomy: bool) -> None:
        """`wanted`: the page has guidance; `roomy`: there is room for it beside the page."""
        if roomy or not wanted:
            self.is_open = False
        if roomy and self._row.indexOf(self._panel) < 0:
            self._row.addWidget(self._panel)
        elif not roomy:
            self._row.removeWidget(self._panel)
        self._wanted, self._roomy = wanted, roomy
        self._panel.setVisible(wanted and (roomy or self.is_open))
        self._lay_over()

    def toggle(self) -> None:
        """Lay the panel over the pages with the keyboard in it, or take it away; beside the page it gets the keyboard."""
        if not self._roomy:
            self.is_open = self._wanted and not self.is_open
            self._panel.setVisible(self.is_open)
            self._lay_over()
        if self._panel.isVisible():
            self._panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_over(self) -> None:
        if self._roomy or not self.is_open:
            return
        box, width = self._pages.geometry(), self._panel.width()
        mirrored = self._panel.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box.setTop(box.top() + self.top)
        self._panel.setGeometry(box.x() if mirrored else box.right() + 1 - width, box.y(), width, box.height())
        self._panel.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pages in size; Esc closes the panel that lies over them."""
        if watched is self._pages and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._lay_over()
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if watched is self._panel and escape and event.type() == QEvent.Type.KeyPress and self.is_open:
            self.toggle()
            self.closed.emit()
            return True
        return super().eventFilter(watched, event)
