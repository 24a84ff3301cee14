"""Lets Ctrl+Z and Ctrl+Y reach the plan from a field in which nothing was typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget


def let_undo_through(widget: QWidget) -> None:
    """Give the undo keys to the plan while this field, or the line in it, has nothing of its own to undo."""
    keys = UndoKeys(widget)
    for field in (widget, *widget.findChildren(QLineEdit)):
        field.installEventFilter(keys)


class UndoKeys(QObject):
    """A filter over one field. Text fields claim the undo keys even when they have nothing to undo; then the keys are the
    plan's."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() == REDO
            if (undo and not _can_undo(watched)) or (redo and not _can_redo(watched)):
                event.ignore()
                return True
        return False


REDO = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)


def _line(watched: QObject) -> QObject | None:
    return watched.lineEdit() if isinstance(watched, QComboBox) else watched


def _can_undo(watched: QObject) -> bool:
    field = _line(watched)
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()


def _can_redo(watched: QObject) -> bool:
    field = _line(watched)
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isRedoAvailable()
