"""Keeps the headings of a table inside the rounded frame of the table, so that its line is closed at the upper corners."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QTableView, QTreeView, QWidget

RADIUS = 8
"""Pixels by which style.qss rounds the frame of tables."""


class RoundHead(QObject):
    """Takes the corners off what stands at the top of a table."""

    def __init__(self, view: QTableView | QTreeView) -> None:
        super().__init__(view)
        self._view = view
        parts: list[QWidget] = [view.horizontalHeader() if isinstance(view, QTableView) else view.header()]
        # The button between the headings of columns and of rows is the view's own and no header.
        parts += [one for one in view.findChildren(QAbstractButton) if one.parentWidget() is view]
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show)
        if moved and isinstance(watched, QHeaderView | QAbstractButton):
            watched.setMask(self.inside(watched))
        return super().eventFilter(watched, event)

    def inside(self, part: QWidget) -> QRegion:
        """What of a part is inside the frame."""
        box, frame = part.geometry(), self._view.contentsRect()
        radius = RADIUS - frame.top()
        kept = QRegion(part.rect())
        if box.top() > frame.top() or radius <= 0:
            return kept
        round_ = QRegion(0, 0, 2 * radius, 2 * radius, QRegion.RegionType.Ellipse)
        if box.left() == frame.left():
            kept -= QRegion(QRect(0, 0, radius, radius)) - round_
        if box.right() == frame.right():
            at = box.width() - radius
            kept -= QRegion(QRect(at, 0, radius, radius)) - round_.translated(at - radius, 0)
        return kept
