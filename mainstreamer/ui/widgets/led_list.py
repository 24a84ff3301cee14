"""A short list of lines, each of which leads somewhere: by click, by Enter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mainstreamer.ui import theme
from mainstreamer.ui.targets import Target

_ELLIPSES = re.compile(r"\s*…[\s.,:;)»”–·→“«]*…$")
LINE = Qt.ItemDataRole.UserRole + 1
ROW = 26
"""Height of a line, in pixels at 100 %."""


@dataclass(frozen=True)
class LedLine:
    """One line: `head` stands before the text (a count, a day), as a chip where it has a tone; `tail` at the end."""

    text: str
    target: Target
    head: str = ""
    tone: str = ""
    tail: str = ""

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.head, self.text, self.tail) if part)


class LedList(QListWidget):
    """As many whole lines as there is room for, or all of them when it scrolls. One stop of the Tab key; arrows move, Enter or
    a click leads."""

    led = Signal(object)
    """A Target: a person wants to go there."""
    room_changed = Signal()
    """There is room for more or fewer lines than before."""

    def __init__(self, least: int, *, scrolls: bool = False) -> None:
        """`least` lines are always shown, or all when there are fewer."""
        super().__init__()
        self._scrolls = scrolls
        self._least = self.room = least
        self.setItemDelegate(self.make_delegate())
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        theme.look(self, "led")
        self.itemClicked.connect(self._on_clicked)

    def make_delegate(self) -> QStyledItemDelegate:
        """What paints the lines."""
        return _LineDelegate(self)

    def set_lines(self, lines: Sequence[Any]) -> None:
        """Show these lines; the keyboard stays at its place."""
        row = self.currentRow()
        self.blockSignals(True)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        while self.count() < len(lines):
            self.addItem(QListWidgetItem())
        for place, line in enumerate(lines):
            item = self.item(place)
            item.setData(LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
            item.setToolTip(line.spoken)
        if row >= 0 and lines:
            self.setCurrentRow(min(row, len(lines) - 1))
        self.blockSignals(False)
        self._fit()
        self.updateGeometry()

    def lines(self) -> list[Any]:
        """What is shown, also what there is no room for."""
        return [self.item(row).data(LINE) for row in range(self.count())]

    def row_height(self) -> int:
        return theme.current().px(ROW)

    def least_height(self) -> int:
        """Room for the lines that are always shown."""
        return self.row_height() * self._least

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(240), self.least_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(120), self.least_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._scrolls:
            return
        room = max(1, self.viewport().height() // self.row_height())
        for row in range(self.count()):
            self.setRowHidden(row, row >= room)
        if self.currentRow() >= room:
            self.setCurrentRow(room - 1)
        if room != self.room:
            self.room = room
            self.room_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item is not None:
            self._on_clicked(item)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.led.emit(item.data(LINE).target)

    def head_width(self) -> int:
        """Room that the longest head takes."""
        widths = [_metrics("note").horizontalAdvance(line.head) for line in self.lines() if line.head]
        return max(widths, default=0)


class LeadingDelegate(QStyledItemDelegate):
    """Paints the ground of a line: a thin rule, what the mouse is over, and where the keyboard is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, cast(LedList, self.parent()).row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        known = cast(Any, option)  # the type stubs leave these attributes out
        look, rect, state = theme.current(), QRect(known.rect), known.state
        view = cast(LedList, self.parent())
        focused = view.hasFocus() and view.currentRow() == index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if focused:
            painter.fillRect(rect, look.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        self.paint_line(painter, rect, index.data(LINE), known.direction, view)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def paint_line(
        self, painter: QPainter, rect: QRect, line: Any, direction: Qt.LayoutDirection, view: LedList
    ) -> None:
        """Paint what a line says. Places are those from left to right; `QStyle.visualRect` mirrors them."""
        raise TypeError(f"{type(self).__name__} does not paint")


class _LineDelegate(LeadingDelegate):
    """Head, text, tail."""

    def paint_line(
        self, painter: QPainter, rect: QRect, line: Any, direction: Qt.LayoutDirection, view: LedList
    ) -> None:
        look = theme.current()
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        inner = rect.adjusted(look.px(4), 0, -look.px(4), 0)
        left = inner.left()
        if line.head:
            width = view.head_width() + look.px(16 if line.tone else 4)
            self._head(painter, inner, QRect(left, inner.top(), width, inner.height()), line, direction)
        width = view.head_width()
        left += width + look.px(28) if width else 0
        room = inner.right() - left
        painter.setFont(font("note"))
        tail = min(painter.fontMetrics().horizontalAdvance(line.tail), room * 9 // 20) if line.tail else 0
        painter.setPen(look.colour("muted"))
        draw(
            painter,
            inner,
            QRect(inner.right() - tail, inner.top(), tail + 1, inner.height()),
            line.tail,
            direction,
            True,
        )
        painter.setFont(font("text"))
        painter.setPen(look.colour("ink"))
        width = room - tail - (look.px(12) if tail else 0)
        draw(painter, inner, QRect(left, inner.top(), width, inner.height()), line.text, direction)

    def _head(self, painter: QPainter, inner: QRect, box: QRect, line: Any, direction: Qt.LayoutDirection) -> None:
        look = theme.current()
        painter.setFont(font("note"))
        if not line.tone:
            painter.setPen(look.colour("muted"))
            draw(painter, inner, box, line.head, direction)
            return
        width = painter.fontMetrics().horizontalAdvance(line.head) + look.px(16)
        height = painter.fontMetrics().height() + look.px(2)
        chip = QRect(box.left(), inner.center().y() - height // 2 + 1, width, height)
        chip = QStyle.visualRect(direction, inner, chip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{line.tone}_soft"))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setPen(look.colour(line.tone))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, line.head)


def font(size: str, *, bold: bool = False) -> QFont:
    """The font of the window in a size of the type scale."""
    made = QFont()
    made.setPixelSize(theme.current().type_size(size))
    made.setBold(bold)
    return made


def _metrics(size: str) -> QFontMetrics:
    return QFontMetrics(font(size))


def draw(
    painter: QPainter, whole: QRect, box: QRect, text: str, direction: Qt.LayoutDirection, at_end: bool = False
) -> None:
    """One line of text in a box, cut where it does not fit; box and side are those from left to right, mirrored in `whole`
    where the window is."""
    if box.width() <= 0 or not text:
        return
    cut = shortened(text, painter.fontMetrics(), box.width())
    side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
    painter.drawText(QStyle.visualRect(direction, whole, box), int((side | Qt.AlignmentFlag.AlignVCenter).value), cut)


def shortened(text: str, metrics: QFontMetrics, width: int) -> str:
    """As much of a text as so many pixels hold. Where it is cut just behind an ellipsis of its own, one of the two stands."""
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return cut if cut == text else _ELLIPSES.sub(" …", cut)
