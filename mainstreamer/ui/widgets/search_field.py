"""The field in the top bar in which one types what one looks for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.widgets.labels import label

WIDTH = 420
"""Pixels at most, at 100 %."""
LEAST = 120
SHORTCUT = "Ctrl+K"
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class SearchField(QLineEdit):
    """Tells what the keyboard wants of the list below, which never takes the keyboard itself."""

    opened = Signal()
    """The person is here: by mouse, by shortcut, or by typing."""
    stepped = Signal(int)
    paged = Signal(int)
    chosen = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "search")
        self.setMaximumWidth(theme.current().px(WIDTH))
        self.setMinimumWidth(theme.current().px(LEAST))
        self._glass = self.addAction(icons.icon("magnifying-glass", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._keys = label("key", parent=self)
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._show_keys)
        self.textEdited.connect(self._on_text_edited)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(t("Search items, actions, institutions"))
        self._keys.setText(QKeySequence(SHORTCUT).toString(QKeySequence.SequenceFormat.NativeText))
        self._show_keys()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(WIDTH), super().sizeHint().height())

    def _on_text_edited(self, _text: str) -> None:
        self.opened.emit()

    def _show_keys(self, *_: object) -> None:
        """The shortcut stands in the field while there is nothing else in it, and room."""
        whole, short = t("Search items, actions, institutions"), t("Search")
        fits = self.fontMetrics().horizontalAdvance(whole) + theme.current().px(40) < self.width()
        self.setPlaceholderText(whole if fits else short)
        size = self._keys.sizeHint()
        room = self.width() - self.fontMetrics().horizontalAdvance(self.placeholderText()) - theme.current().px(56)
        self._keys.setVisible(not self.text() and room > size.width())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        gap = theme.current().px(7)
        across = gap if mirrored else self.width() - size.width() - gap
        self._keys.setGeometry(across, (self.height() - size.height()) // 2, size.width(), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_keys()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.opened.emit()
            self.stepped.emit(STEPS[key])
        elif key in PAGES:
            self.paged.emit(PAGES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
