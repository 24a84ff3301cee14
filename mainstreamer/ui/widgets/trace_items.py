"""Items under the headings of one topic: code, question, how it stands. Only those in view are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.trace_lines import ItemLine
from mainstreamer.ui.widgets.led_list import draw, font

LINE = Qt.ItemDataRole.UserRole + 1
CODE_WIDTH = 52
MARK_WIDTH = 224
"""Widths of codes of items and of names of sources, in pixels at 100 %."""
SPACIOUS = 600
"""From this width on, names of sources stand beside what they mean, otherwise above it; pixels at 100 %."""
Index = QModelIndex | QPersistentModelIndex
WRAP = int(Qt.TextFlag.TextWordWrap.value)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[ItemLine] = []

    def show(self, lines: Sequence[ItemLine]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.text
        return None


class TraceItems(QListView):
    """Enter or a click on an item leads to its card."""

    led = Signal(object)
    """An ItemLine: a person wants to go there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(self)
        self.setModel(self._lines)
        delegate = _ItemDelegate(self)
        self._lines.modelReset.connect(delegate.forget)
        self.setItemDelegate(delegate)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # otherwise Qt keeps heights when only the width changes, as when the scroll bar comes
        self.setMouseTracking(True)
        theme.look(self, "tables")
        self.clicked.connect(self._on_clicked)

    def set_lines(self, lines: Sequence[ItemLine], *, anew: bool) -> None:
        """Show these; unless they are of another topic (`anew`), the cursor and the place on the page stay."""
        row, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        if list(lines) == self._lines.lines and not anew:
            return
        self._lines.show(lines)
        if anew:
            row, scrolled = next((place for place, line in enumerate(lines) if not line.is_heading), -1), 0
        self.setCurrentIndex(self._lines.index(min(row, len(lines) - 1), 0))
        self.verticalScrollBar().setValue(scrolled)

    def lines(self) -> list[ItemLine]:
        """What is shown."""
        return list(self._lines.lines)

    def current_line(self) -> ItemLine | None:
        index = self.currentIndex()
        return self._lines.lines[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        line = self._lines.lines[index.row()]
        if line.leads:
            self.led.emit(line)


class _ItemDelegate(QStyledItemDelegate):
    """Headings with how far they are answered; items with a chip of colour and word."""

    def __init__(self, parent: TraceItems) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[int, int], int] = {}
        """By row and width of the view: Qt asks for each several times while it lays the list out."""

    def forget(self) -> None:
        """Other lines are shown."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        key = (index.row(), self._width())
        if key not in self._heights:
            self._heights[key] = self._height(cast(ItemLine, index.data(LINE)), key[1])
        return QSize(0, self._heights[key])

    def _height(self, line: ItemLine, width: int) -> int:
        px = theme.current().px
        if line.is_heading:
            return px(38)
        room = self._text_box(line, QRect(0, 0, width, 0))
        return room.top() + _height(QFontMetrics(font("text")), line.text, room.width()) + px(16 if line.is_note else 7)

    def _width(self) -> int:
        return cast(TraceItems, self.parent()).viewport().width()

    def _text_box(self, line: ItemLine, rect: QRect) -> QRect:
        """Where the text of a line stands, from left to right."""
        px = theme.current().px
        if line.is_note:
            return rect.adjusted(px(20), px(14), -px(20), -px(16))
        tail = QFontMetrics(font("note")).horizontalAdvance(line.tail) + px(16)
        if line.leads or self._width() >= px(SPACIOUS):
            left = px(12) + px(CODE_WIDTH if line.leads else MARK_WIDTH)
            return rect.adjusted(left, px(7), -tail - px(28), -px(6))
        below = px(9) + QFontMetrics(font("text")).lineSpacing()
        return rect.adjusted(px(12), below, -px(12), -px(6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        known, line, look = cast(Any, option), cast(ItemLine, index.data(LINE)), theme.current()
        rect, px = QRect(known.rect), look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(px(12), 0, -px(12), 0)
        if line.is_heading:
            self._paint_heading(painter, inner, line, known.direction)
        else:
            focused = bool(known.state & QStyle.StateFlag.State_HasFocus)
            if focused:
                painter.fillRect(rect, look.colour("accent_soft"))
            elif known.state & QStyle.StateFlag.State_MouseOver and line.leads:
                painter.fillRect(rect, look.colour("hover"))
            if line.is_note:
                painter.setPen(QPen(look.colour("line"), 1))
                painter.setBrush(look.colour("accent_soft"))
                painter.drawRoundedRect(rect.adjusted(px(8), px(8), -px(8), -px(4)), 6, 6)
                self._paint_text(painter, rect, line, known.direction)
            else:
                painter.setPen(look.colour("line"))
                painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
                self._paint_item(painter, rect, inner, line, known.direction)
            if focused:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.colour("focus"), 2))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_heading(self, painter: QPainter, inner: QRect, line: ItemLine, direction: Qt.LayoutDirection) -> None:
        look, px = theme.current(), theme.current().px
        low = inner.adjusted(0, px(10), 0, 0)
        painter.setFont(font("note"))
        painter.setPen(look.colour("muted"))
        tail = painter.fontMetrics().horizontalAdvance(line.tail) + 2
        draw(painter, inner, QRect(low.right() - tail + 1, low.top(), tail, low.height()), line.tail, direction, True)
        painter.setFont(font("text", bold=True))
        painter.setPen(look.colour("ink"))
        draw(painter, inner, low.adjusted(0, 0, -tail - px(12), 0), line.text, direction)

    def _paint_text(self, painter: QPainter, rect: QRect, line: ItemLine, direction: Qt.LayoutDirection) -> None:
        mirrored = direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font("text"))
        painter.setPen(theme.current().colour("ink"))
        box = QStyle.visualRect(direction, rect, self._text_box(line, rect))
        painter.drawText(box, int(side.value) | int(Qt.AlignmentFlag.AlignTop.value) | WRAP, line.text)

    def _paint_item(
        self, painter: QPainter, rect: QRect, inner: QRect, line: ItemLine, direction: Qt.LayoutDirection
    ) -> None:
        look, px = theme.current(), theme.current().px
        self._paint_text(painter, rect, line, direction)
        painter.setFont(font("note"))
        width, top = painter.fontMetrics().horizontalAdvance(line.tail) + px(16), rect.top() + px(7)
        chip = QRect(inner.right() - width + 1, top, width, painter.fontMetrics().height() + px(2))
        chip = QStyle.visualRect(direction, inner, chip)
        if line.tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(f"{line.tone}_soft"))
            painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(look.colour(line.tone or "muted"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, line.tail)
        painter.setFont(font("text", bold=not line.leads))
        painter.setPen(look.colour("muted" if line.leads else "ink"))
        stacked = not line.leads and self._width() < px(SPACIOUS)
        room = inner.width() - width - px(8) if stacked else px(CODE_WIDTH if line.leads else MARK_WIDTH) - px(8)
        draw(painter, inner, QRect(inner.left(), top, room, painter.fontMetrics().lineSpacing()), line.code, direction)


def _height(metrics: QFontMetrics, text: str, room: int) -> int:
    """Pixels that a text takes in this width."""
    if metrics.horizontalAdvance(text) <= room:
        return metrics.lineSpacing()
    return metrics.boundingRect(QRect(0, 0, max(room, 1), 10_000), WRAP, text).height()
