"""The list of what was found: groups of lines, each with icon, name, what it is, and the words that were looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mainstreamer.search.emphasis import spans
from mainstreamer.ui import icons, theme
from mainstreamer.ui.search_lines import Heading, Line

LINE = Qt.ItemDataRole.UserRole + 1
HEADING_HEIGHT, ROW_HEIGHT, DETAIL_HEIGHT = 28, 32, 18
"""Pixels at 100 %."""
PAGE = 6
"""Lines that PageUp and PageDown go."""


class ResultList(QListWidget):
    """Shows lines under headings. One line is active; the keyboard stays in the field above."""

    activated_line = Signal(object)
    """A line was clicked."""
    moved = Signal()
    """Another line is the active one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "results")
        self.question = ""
        self.forgiving = False
        self.setItemDelegate(_ResultDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.currentItemChanged.connect(self._on_current_changed)

    def show_lines(self, lines: Iterable[Line | Heading], question: str, forgiving: bool = False) -> None:
        """Show these; the first line is the active one. The words of the question are emphasised."""
        self.question, self.forgiving = question, forgiving
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem()
            item.setData(LINE, line)
            if isinstance(line, Heading):
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.title}. {line.note}".strip(". "))
            else:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
                item.setToolTip(line.title)
            self.addItem(item)
        self.blockSignals(False)
        self.scrollToTop()
        self.step(1)

    def lines(self) -> list[Line]:
        """The lines shown, in their order."""
        return [line for row in range(self.count()) if isinstance(line := self.item(row).data(LINE), Line)]

    def headings(self) -> list[Heading]:
        return [line for row in range(self.count()) if isinstance(line := self.item(row).data(LINE), Heading)]

    def active(self) -> Line | None:
        """The line that Enter would follow."""
        item = self.currentItem()
        line = None if item is None else item.data(LINE)
        return line if isinstance(line, Line) else None

    def step(self, by: int) -> None:
        """Go that many lines on, past headings; at either end the last line stays."""
        rows = [row for row in range(self.count()) if isinstance(self.item(row).data(LINE), Line)]
        if not rows:
            return
        place = rows.index(self.currentRow()) + by if self.currentRow() in rows else 0
        row = rows[max(0, min(place, len(rows) - 1))]
        self.setCurrentRow(row)
        # The heading above the first line comes along.
        self.scrollToItem(self.item(0 if row == rows[0] else row))

    def page(self, by: int) -> None:
        self.step(by * PAGE)

    def wanted_height(self) -> int:
        """The height at which nothing has to be scrolled."""
        return sum(self.sizeHintForRow(row) for row in range(self.count())) + 2

    def _on_current_changed(self, *_: object) -> None:
        self.moved.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What the pointer is on is active, so that there is only one."""
        super().mouseMoveEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and isinstance(item.data(LINE), Line):
            self.setCurrentItem(item)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and item is not None and isinstance(item.data(LINE), Line):
            self.activated_line.emit(item.data(LINE))


class _ResultDelegate(QStyledItemDelegate):
    """Paints headings and lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look, line = theme.current(), index.data(LINE)
        if isinstance(line, Heading):
            return QSize(0, look.px(HEADING_HEIGHT))
        return QSize(0, look.px(ROW_HEIGHT + (DETAIL_HEIGHT if line.detail else 0)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        known = cast(Any, option)  # the type stubs leave these attributes out
        rect, line = QRect(known.rect), index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            self._heading(painter, rect, line)
        else:
            self._line(painter, rect, line, bool(known.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        look = theme.current()
        inner = rect.adjusted(look.px(14), look.px(8), -look.px(14), 0)
        painter.setPen(look.colour("muted"))
        painter.setFont(_font("small", QFont.Weight.Bold))
        painter.drawText(inner, _LEADING, heading.title.upper())
        painter.setFont(_font("small"))
        painter.drawText(inner, _TRAILING, heading.note)

    def _line(self, painter: QPainter, rect: QRect, line: Line, active: bool) -> None:
        look = theme.current()
        if active:
            ground = QRectF(rect).adjusted(6, 1, -6, -1)
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inner = rect.adjusted(look.px(14), 0, -look.px(14), 0)
        upper = QRect(inner.left(), inner.top(), inner.width(), look.px(ROW_HEIGHT))
        size = look.px(icons.SIZE)
        box = QRect(upper.left(), upper.center().y() - size // 2 + 1, size, size)
        icons.paint(painter, self._placed(inner, box), line.icon, look.colour("accent" if active else "muted"))
        painter.setFont(_font("note"))
        painter.setPen(look.colour("ink" if active else "muted"))
        end = "   ".join(part for part in (line.note, line.keys) if part)
        room = painter.fontMetrics().horizontalAdvance(end)
        painter.drawText(upper, _TRAILING, end)
        left = look.px(26)
        text = QRect(upper.left() + left, upper.top(), upper.width() - left - room - look.px(16), upper.height())
        self._text(painter, self._placed(inner, text), line.title, "text", "ink")
        if line.detail:
            lower = QRect(text.left(), upper.bottom() - look.px(5), inner.width() - left, look.px(DETAIL_HEIGHT))
            self._text(painter, self._placed(inner, lower), line.detail, "note", "ink" if active else "muted")

    def _placed(self, outer: QRect, inner: QRect) -> QRect:
        """A box in the direction of the layout."""
        view = self.parent()
        direction = view.layoutDirection() if isinstance(view, QWidget) else Qt.LayoutDirection.LeftToRight
        return QStyle.visualRect(direction, outer, inner)

    def _text(self, painter: QPainter, box: QRect, text: str, size: str, role: str) -> None:
        """One line of text, cut where it does not fit, with the words looked for in bold and in the accent."""
        view = cast(ResultList, self.parent())
        font, strong = _font(size), _font(size, QFont.Weight.Bold)
        met = spans(text, view.question, view.forgiving)
        # Bold is wider: cut by its measure, so that what is emphasised never runs over.
        metrics = QFontMetrics(strong if met else font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        if met and met[0][1] >= len(shown) < len(text):
            code = _CODE.match(text)
            text = f"{code[0] if code else ''}… {text[_word_before(text, met[0][0]) :]}"
            met = spans(text, view.question, view.forgiving)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        layout = QTextLayout(shown, font)
        formats = []
        for start, end in met:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = start, min(end, len(shown)) - start
            style = QTextCharFormat()
            style.setFont(strong)
            style.setForeground(theme.current().colour("accent"))
            piece.format = style
            if piece.length > 0:
                formats.append(piece)
        layout.setFormats(formats)
        layout.beginLayout()
        row = layout.createLine()
        row.setLineWidth(box.width())
        layout.endLayout()
        painter.setPen(theme.current().colour(role))
        top = box.top() + (box.height() - row.height()) / 2
        direction = cast(QWidget, self.parent()).layoutDirection()
        across = box.left()
        if direction == Qt.LayoutDirection.RightToLeft:
            across = box.right() - round(row.naturalTextWidth())
        layout.draw(painter, QPoint(across, round(top)))


_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


_CODE = re.compile(r"\S*\d\S*\s+")
"""A code at the beginning of a title: it stays."""
LED_BY = 24
"""Characters shown before the words looked for, where the beginning of a text has to give way."""


def _word_before(text: str, place: int) -> int:
    """Where a word begins, some characters before a place."""
    return max(0, text.rfind(" ", 0, max(1, place - LED_BY)) + 1)


def _font(size: str, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont()
    font.setPixelSize(theme.current().type_size(size))
    font.setWeight(weight)
    return font
