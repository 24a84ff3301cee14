"""The cells of a table that is only read: text in as many lines as a row has, in the middle of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mainstreamer.ui import theme
from mainstreamer.ui.widgets.cell_text import cell_lines, draw_ground, fitting_lines, in_view, is_strip, side_of
from mainstreamer.ui.widgets.register_header import SIDE


class ValueCells(QStyledItemDelegate):
    """Paints text so that it ends in "…" where it is cut, as cells of registers do."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        drawn, text, room = draw_ground(self, painter, option, index)
        if not text or is_strip(option.rect, room):
            return
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        flags = int((side_of(drawn) | Qt.AlignmentFlag.AlignVCenter).value) | int(Qt.TextFlag.TextSingleLine.value)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        beside = theme.current().px(SIDE)
        box = in_view(option.rect.adjusted(beside, 0, -beside, 0), room, mirrored)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setFont(drawn.font)
        painter.setPen(drawn.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text))
        step = painter.fontMetrics().lineSpacing()
        lines = cell_lines(text, drawn.font, box.width(), fitting_lines(box.height(), step))
        top = box.center().y() - len(lines) * step // 2 + 1
        for place, line in enumerate(lines):
            painter.drawText(QRect(box.left(), top + place * step, box.width(), step), flags, line)
        painter.restore()
