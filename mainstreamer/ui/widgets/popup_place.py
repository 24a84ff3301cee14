"""Where a small window opens: under what it belongs to, inside the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget


def show_under(popup: QWidget, box: QRect) -> None:
    """Show a window under a box of the screen; above it where there is no room below, and as near as it can where there is
    none above either."""
    popup.adjustSize()
    screen = QApplication.screenAt(box.center()) or popup.screen()
    space = screen.availableGeometry()
    mirrored = popup.layoutDirection() == Qt.LayoutDirection.RightToLeft
    place = QPoint(box.right() - popup.width() + 1 if mirrored else box.left(), box.bottom() + 2)
    if place.y() + popup.height() > space.bottom():
        above = box.top() - popup.height() - 2
        place.setY(above if above >= space.top() else max(space.top(), space.bottom() - popup.height()))
    place.setX(max(space.left(), min(place.x(), space.right() - popup.width())))
    popup.move(place)
    popup.show()


def box_of(widget: QWidget) -> QRect:
    """Where a widget is on the screen."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
