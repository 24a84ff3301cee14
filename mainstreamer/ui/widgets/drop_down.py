"""The list that drops down from a field: as wide as its names where the window has room, and with air between them."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mainstreamer.ui import theme

Elide = Qt.TextElideMode
_AIR, _SIDES = 6, 24
"""Pixels at 100 % between two names, and beside them."""
_MEASURED = 400
"""So many names are measured at most."""
_SHARE = 60
"""Hundredths of the window that the list is wide at most."""


class _Airy(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + theme.current().px(_AIR))


def dress(popup: QAbstractItemView, field: QWidget, elide: Elide = Elide.ElideRight) -> None:
    """Make the list of a field ready to be seen; `elide` says where a name that is too long all the same is cut. To be called
    each time before it drops down."""
    if not isinstance(popup.itemDelegate(), _Airy):
        popup.setItemDelegate(_Airy(popup))
    popup.setTextElideMode(elide)
    model, metrics = popup.model(), popup.fontMetrics()
    rows = itertools.islice(range(model.rowCount()), _MEASURED)
    names = (str(model.index(row, 0).data() or "") for row in rows)
    widest = max((metrics.horizontalAdvance(name) for name in names), default=0) + theme.current().px(_SIDES)
    widest += popup.verticalScrollBar().sizeHint().width()
    most = max(field.width(), field.window().width() * _SHARE // 100)
    popup.setMinimumWidth(max(field.width(), min(widest, most)))
    # Where there is nothing to type into, Qt would take the whole screen for one long name.
    (popup.window() if popup.window() is not field.window() else popup).setMaximumWidth(most)


def keep_within(shown: QWidget, field: QWidget) -> None:
    """Move a list that is wider than its field so that it ends where its field does, if it would leave the window."""
    window = field.window().frameGeometry()
    start, end = (field.mapToGlobal(corner).x() for corner in (field.rect().topLeft(), field.rect().topRight()))
    if shown.width() > field.width() and start + shown.width() > window.right():
        shown.move(max(window.left(), end - shown.width() + 1), shown.y())
