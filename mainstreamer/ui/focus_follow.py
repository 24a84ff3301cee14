"""What the keyboard reaches comes into view, also where it comes into a scrolled area from outside, which Qt leaves out."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

MARGIN = 8


class FocusFollower(QObject):
    """Follows the keyboard through the whole program."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and _area_of(now) is not None and not _seen(now):
            # A page shown just now is laid out first.
            QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        now = self._app.focusWidget()
        area = None if now is None else _area_of(now)
        if now is not None and area is not None and not _seen(now):
            area.ensureWidgetVisible(now, 0, MARGIN)


def _seen(control: QWidget) -> bool:
    """Whether more than half of a control is in view."""
    return 2 * control.visibleRegion().boundingRect().height() > control.height()


def _area_of(control: QWidget) -> QScrollArea | None:
    """The scrolled area that a control lies in; itself does not count."""
    parent = control.parentWidget()
    while parent is not None and not (isinstance(parent, QScrollArea) and parent.widget() is not None):
        parent = parent.parentWidget()
    return parent
