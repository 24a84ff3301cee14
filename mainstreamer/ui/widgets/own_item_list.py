"""The list of items that a plan adapts: chosen with the arrow keys, put into another order by drag or by Alt with an arrow."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mainstreamer.ui import icons, theme
from mainstreamer.ui.models.own_items_model import ICONS, LINE, TONES, ItemLine, OwnItemsModel, state_name

EDGE, CODE, GAP = 10, 46, 6
"""Pixels at 100 %: room at the edges, of the code, between lines of text."""
QUESTION_LINES = 2
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OwnItemList(QListView):
    """One stop of the Tab key."""

    chosen = Signal(str)
    """The code of the item at the keyboard; empty for none."""
    entered = Signal()
    """The person wants to work at the item."""
    stepped = Signal(str, int)
    """An item is to go up (-1) or down (1) by one."""
    dropped = Signal(str, int)
    """An item is to stand before the line in this row; the number of rows is the end."""

    def __init__(self, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self._from = QPoint()
        self._dragged = ""
        self.gap = -1
        """The row before which the dragged item would stand; -1 while nothing is dragged."""
        self._pressed = ""
        self.list_model = OwnItemsModel(self)
        self.setModel(self.list_model)
        self.setItemDelegate(ItemDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        theme.look(self, "own_items")
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def code(self) -> str:
        """The item at the keyboard."""
        line = self.list_model.item_at(self.currentIndex().row())
        return line.code if line is not None else ""

    def choose(self, code: str) -> bool:
        """Go to an item; False while it is not shown."""
        row = self.list_model.row_of(code)
        if row < 0:
            return False
        self.setCurrentIndex(self.list_model.index(row))
        self.scrollTo(self.currentIndex())
        return True

    def _on_current_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.code)

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.entered.emit()

    def event(self, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if pressed and self._dragged and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the drag is given up, whatever Esc means around the list
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self._writable and self.code:
                self.stepped.emit(self.code, STEPS[key])
        elif key == Qt.Key.Key_Escape and self._dragged:
            self._end_drag()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.code:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    # -- dragging ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._from = event.position().toPoint()
        line = self.list_model.item_at(self.indexAt(self._from).row())
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = line.code if line is not None and left and self._writable else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if not self._pressed or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if not self._dragged and (at - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._dragged = self._pressed
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragged:
            self._scroll_at_edge(at.y())
            self.gap = self._gap_at(at)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        code, gap = self._dragged, self.gap
        super().mouseReleaseEvent(event)
        self._end_drag()
        if code and gap >= 0:
            self.dropped.emit(code, gap)

    def _end_drag(self) -> None:
        self._dragged = self._pressed = ""
        self.gap = -1
        self.unsetCursor()
        self.viewport().update()

    def _gap_at(self, at: QPoint) -> int:
        """The row before which something stands that is let go here."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, max(0, at.y())))
        if not index.isValid():
            return self.list_model.rowCount()
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def _scroll_at_edge(self, y: int) -> None:
        bar, edge = self.verticalScrollBar(), theme.current().px(24)
        if y < edge:
            bar.setValue(bar.value() - edge)
        elif y > self.viewport().height() - edge:
            bar.setValue(bar.value() + edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.gap < 0:
            return
        rows = self.list_model.rowCount()
        last = self.visualRect(self.list_model.index(rows - 1))
        y = last.bottom() if self.gap >= rows else self.visualRect(self.list_model.index(self.gap)).top()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.current().colour("accent"), 3))
        painter.drawLine(0, y, self.viewport().width(), y)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ItemDelegate(QStyledItemDelegate):
    """Code, question in two lines, and how the item stands in words with an icon."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        px = theme.current().px
        if not isinstance(index.data(LINE), ItemLine):
            return QSize(0, px(30))
        view = cast(OwnItemList, self.parent())
        return QSize(0, view.fontMetrics().lineSpacing() * QUESTION_LINES + _note_height(view) + px(3 * GAP - 2))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        known = cast(Any, option)  # the type stubs leave these attributes out
        view, line = cast(OwnItemList, self.parent()), index.data(LINE)
        rect, look, px = QRect(known.rect), theme.current(), theme.current().px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, ItemLine):
            self._ground(painter, rect, view, index, known.state)
            self._item(painter, rect, known.direction, view, line)
        else:
            painter.setPen(look.colour("line"))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            bold = QFont(view.font())
            bold.setBold(True)
            painter.setFont(bold)
            painter.setPen(look.colour("ink"))
            box = rect.adjusted(px(EDGE), 0, -px(EDGE), 0)
            text = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int((_leading(known.direction) | Qt.AlignmentFlag.AlignVCenter).value), text)
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRect, view: OwnItemList, index: QModelIndex | QPersistentModelIndex, state: Any
    ) -> None:
        look = theme.current()
        current = view.currentIndex().row() == index.row()
        if current:
            painter.fillRect(rect, look.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if current and view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _item(
        self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection, view: OwnItemList, line: ItemLine
    ) -> None:
        look, px = theme.current(), theme.current().px
        dim = line.idle or "left_out" in line.states
        painter.setFont(view.font())
        inside = rect.adjusted(px(EDGE), px(GAP), -px(EDGE), -px(GAP))
        code = QRect(inside.left(), inside.top(), px(CODE), view.fontMetrics().lineSpacing())
        painter.setPen(look.colour("muted"))
        said = painter.fontMetrics().elidedText(line.code, Qt.TextElideMode.ElideRight, code.width() - px(EDGE) // 2)
        painter.drawText(QStyle.visualRect(direction, inside, code), int(_leading(direction).value), said)
        text = inside.adjusted(px(CODE), 0, 0, 0)
        painter.setPen(look.colour("muted" if dim else "ink"))
        _paragraph(painter, QStyle.visualRect(direction, inside, text), line.question, direction, view.font())
        note = QFont(view.font())
        note.setPixelSize(look.type_size("note"))
        painter.setFont(note)
        height, x = _note_height(view), text.left()
        y = inside.bottom() - height + 1
        words = [(ICONS[state], TONES[state], state_name(state)) for state in line.states]
        words += [("", "muted", word) for word in line.notes]
        for icon, tone, word in words:
            colour = look.colour(tone)
            if icon:
                box = QRect(x, y, height, height)
                icons.paint(painter, QStyle.visualRect(direction, inside, box), icon, colour)
                x += height + px(4)
            painter.setPen(colour)
            width = painter.fontMetrics().horizontalAdvance(word) + 2
            box = QRect(x, y, min(width, inside.right() - x), height)
            said = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, box.width())
            side = int((_leading(direction) | Qt.AlignmentFlag.AlignVCenter).value)
            painter.drawText(QStyle.visualRect(direction, inside, box), side, said)
            x += width + px(12)
            if x >= inside.right():
                break


def _leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft


def _note_height(view: QListView) -> int:
    return theme.current().type_size("note") + theme.current().px(4)


def _paragraph(painter: QPainter, box: QRect, text: str, direction: Qt.LayoutDirection, font: QFont) -> None:
    """As many lines of a text as there is room for, the last one cut with an ellipsis."""
    layout, metrics = QTextLayout(text, font), painter.fontMetrics()
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= QUESTION_LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        starts.append(line.textStart())
    layout.endLayout()
    for number, start in enumerate(starts[:QUESTION_LINES]):
        last = number == QUESTION_LINES - 1
        piece = text[start:] if last or number + 1 >= len(starts) else text[start : starts[number + 1]].rstrip()
        piece = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, box.width())
        line_box = QRect(box.left(), box.top() + number * metrics.lineSpacing(), box.width(), metrics.lineSpacing())
        painter.drawText(line_box, int(_leading(direction).value), piece)
