"""Text of a line that is said shorter where there is no room for all of it, and that never ends in two ellipses."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mainstreamer.ui.widgets.led_list import shortened

TEXTS = int(Qt.ItemDataRole.UserRole) + 20
"""The role of the shorter texts of a cell, the longest first."""


class FittingText(QStyledItemDelegate):
    """Shows the text of a cell where it fits, else the longest of the shorter ones that does, else as much as there is room
    for of the shortest."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        known = cast(Any, option)  # the type stubs leave these attributes out
        if known.rect.width() > 0:
            texts = [known.text, *(index.data(TEXTS) or ())]
            known.text = fitting(texts, known.fontMetrics, _room(option))


def fitting(texts: list[str], metrics: Any, room: int) -> str:
    """The first of these texts that so many pixels hold, else the last one as far as it goes."""
    whole = (text for text in texts if metrics.horizontalAdvance(text) <= room)
    return next(whole, shortened(texts[-1], metrics, room))


def _room(option: QStyleOptionViewItem) -> int:
    """Pixels for the text of a cell, without what Qt keeps free at both of its ends."""
    widget = cast(Any, option).widget
    style = widget.style() if widget is not None else QApplication.style()
    box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, widget)
    return int(box.width()) - 2 * (style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, widget) + 1)
