"""The order in which Tab goes through what was made later than what stands after it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_after(before: QWidget, part: QWidget) -> QWidget:
    """Let Tab go from `before` through the controls of a part, as they stand in it. The last control comes back, `before`
    itself for a part without any. Not for parts in which a widget passes the keyboard on to another: Qt leaves such a
    widget where it is in the order, as a stop of its own."""
    for control in (part, *part.findChildren(QWidget)):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.focusProxy() is None:
            QWidget.setTabOrder(before, control)
            before = control
    return before
