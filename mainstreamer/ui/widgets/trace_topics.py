"""The list of what the checklist comes from, under headings that keep the years apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.trace_lines import TopicLine
from mainstreamer.ui.widgets.cell_text import cell_lines
from mainstreamer.ui.widgets.led_list import draw, font

LINE = Qt.ItemDataRole.UserRole + 1
HEADING, PLAIN, BARRED = 26, 24, 33
"""Heights of lines, in pixels at 100 %."""
Index = QModelIndex | QPersistentModelIndex


class TraceTopics(QListWidget):
    """One is always chosen; arrows go from topic to topic past the headings."""

    topic_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_TopicDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        theme.look(self, "tables")
        self.currentItemChanged.connect(self._on_current_changed)

    def least_width(self) -> int:
        """The width of a line beside the bar that scrolls, whether that is there or not."""
        return self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles take two lines where they need them, which follows from the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def set_lines(self, lines: Sequence[TopicLine]) -> None:
        """Show these; the chosen topic stays chosen."""
        chosen = self.chosen()
        self.blockSignals(True)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        while self.count() < len(lines):
            self.addItem(QListWidgetItem())
        for row, line in enumerate(lines):
            item = self.item(row)
            item.setData(LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
            item.setToolTip(line.title)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if line.code else Qt.ItemFlag.NoItemFlags)
        self.choose(chosen)
        self.blockSignals(False)

    def choose(self, code: str) -> None:
        """Choose a topic; the first one where there is none of that code."""
        rows = [row for row in range(self.count()) if self._line(row).code]
        row = next((row for row in rows if self._line(row).code == code), rows[0] if rows else -1)
        self.setCurrentRow(row)

    def chosen(self) -> str:
        """The code of the topic chosen; empty before there is one."""
        return self._line(self.currentRow()).code if self.currentRow() >= 0 else ""

    def _line(self, row: int) -> TopicLine:
        return cast(TopicLine, self.item(row).data(LINE))

    def _on_current_changed(self) -> None:
        if self.chosen():
            self.topic_chosen.emit(self.chosen())


class _TopicDelegate(QStyledItemDelegate):
    """A title with how far it is answered, in figures and, for recommendation 2, as a bar."""

    def __init__(self, topics: TraceTopics) -> None:
        super().__init__(topics)
        self._topics = topics

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line, px = cast(TopicLine, index.data(LINE)), theme.current().px
        if not line.code:
            return QSize(0, px(HEADING))
        more = (len(self.title_lines(line)) - 1) * QFontMetrics(font("text")).lineSpacing()
        return QSize(0, px(BARRED if line.barred else PLAIN) + more)

    def title_lines(self, line: TopicLine) -> tuple[str, ...]:
        """The title as it is drawn, chosen or not: the height of a row follows from it, and no row moves when it is chosen."""
        head, tail = _sides(line)
        room = self._topics.least_width() - 2 * theme.current().px(12) - head - tail
        return cell_lines(line.title, font("text"), room, 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        known, line, look = cast(Any, option), cast(TopicLine, index.data(LINE)), theme.current()
        rect, px = QRect(known.rect), look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(px(12), 0, -px(12), 0)
        if not line.code:
            painter.setFont(font("small", bold=True))
            painter.setPen(look.colour("muted"))
            draw(painter, inner, inner.adjusted(0, px(6), 0, 0), line.title, known.direction)
        else:
            self._paint_topic(painter, rect, inner, line, known)
        painter.restore()

    def _paint_topic(self, painter: QPainter, rect: QRect, inner: QRect, line: TopicLine, known: Any) -> None:
        look, direction, px = theme.current(), known.direction, theme.current().px
        chosen = bool(known.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, look.colour("accent_soft"))
            side = QRect(rect.left(), rect.top(), px(3), rect.height())
            painter.fillRect(QStyle.visualRect(direction, rect, side), look.colour("accent"))
        elif known.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        text = inner.adjusted(0, px(2), 0, -px(8)) if line.barred else inner
        head, tail = _sides(line)
        said, room, lines = font("text"), text.width() - head - tail, self.title_lines(line)
        step = QFontMetrics(said).lineSpacing()
        top = text.top() + (text.height() - len(lines) * step) // 2
        painter.setFont(font("note"))
        painter.setPen(look.colour("muted"))
        draw(painter, inner, QRect(text.right() - tail + 1, top, tail, step), line.tail, direction, True)
        draw(painter, inner, QRect(text.left(), top, head, step), line.head, direction)
        painter.setFont(said)
        painter.setPen(look.colour("ink"))
        for place, part in enumerate(lines):
            draw(painter, inner, QRect(text.left() + head, top + place * step, room + px(2), step), part, direction)
        if line.barred:
            bar = QRect(inner.left(), rect.bottom() - px(8), inner.width(), px(4))
            # An outline: a bar that is filled with another dark colour would look done.
            painter.setPen(look.colour("track"))
            painter.setBrush(look.colour("card"))
            painter.drawRoundedRect(bar, px(2), px(2))
            painter.setPen(Qt.PenStyle.NoPen)
            done = QRect(bar.left(), bar.top(), bar.width() * line.answered // line.of if line.of else 0, bar.height())
            painter.setBrush(look.colour("accent"))
            if done.width():
                painter.drawRoundedRect(QStyle.visualRect(direction, bar, done), px(2), px(2))
        if known.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _sides(line: TopicLine) -> tuple[int, int]:
    """The pixels that a line has before its title and behind it."""
    metrics, gap = QFontMetrics(font("note")), theme.current().px(8)
    head = metrics.horizontalAdvance(line.head) + gap if line.head else 0
    return head, metrics.horizontalAdvance(line.tail) + 2 + gap
