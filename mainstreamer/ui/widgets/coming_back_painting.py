"""Paints the lines of a workbook that came back: boxes to tick, what differs, the three ways to decide a conflict."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from mainstreamer.domain.taking import ALREADY, CHANGED, CONFLICT, PLAN, WORKBOOK
from mainstreamer.ui import icons, theme
from mainstreamer.ui.coming_back_choices import OPEN
from mainstreamer.ui.coming_back_lines import NEW, REFUSED, REMARK, REMOVAL, Line, Section
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.models.coming_back_model import CELL, FIELD, NODE, RECORD, VALUES, ComingBackModel
from mainstreamer.ui.widgets.coming_back_texts import (
    EDGE,
    GAP,
    MARK,
    WAY,
    changed_parts,
    exported_texts,
    fits,
    height_of,
    part_fonts,
    refusal_texts,
    said_text,
    way_height,
    way_texts,
    ways,
    ways_width,
)
from mainstreamer.ui.widgets.led_list import draw, font
from mainstreamer.ui.widgets.wrapped_text import WrappedText

HEADING, BOX = 34, 15
"""Pixels at 100 %: the height of a heading; a box to tick."""
WAYS = (PLAN, WORKBOOK, OPEN)
"""In the order in which they stand below each other; their keys are 1, 2, 3."""
LOOKS = {
    CONFLICT: ("git-merge", "warning"),
    REMOVAL: ("warning", "warning"),
    REFUSED: ("prohibit", "bad"),
    ALREADY: ("check-circle", "neutral"),
    REMARK: ("info", "neutral"),
    CHANGED: ("table", "accent"),
}
"""Icon and colour of each heading."""
_ARROWS = {Qt.LayoutDirection.LeftToRight: "→", Qt.LayoutDirection.RightToLeft: "←"}


def lines_in(cell: QRect) -> int:
    """How many lines a cell has room for."""
    px = theme.current().px
    return max(1, (cell.height() - px(6)) // px(WAY - 2))


def box_of(cell: QRect, direction: Qt.LayoutDirection) -> QRect:
    """Where the box to tick stands in the first column."""
    look = theme.current()
    size = look.px(BOX)
    # In a line of several, it stands beside the first.
    high = look.px(WAY + 4) if lines_in(cell) > 1 else cell.height()
    box = QRect(cell.left() + look.px(EDGE), cell.top() + (high - size) // 2, size, size)
    return QStyle.visualRect(direction, cell, box)


def way_at(line: Line, cell: QRect, place: QPoint) -> str | None:
    """Which of the three ways stands there in the column of values."""
    top = cell.top() + theme.current().px(3)
    for way, text in zip(WAYS, way_texts(line, cell.width()), strict=True):
        if top <= place.y() < top + way_height(text):
            return way
        top += way_height(text)
    return None


class ComingBackDelegate(QStyledItemDelegate):
    """Places are those from left to right; `QStyle.visualRect` mirrors them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        px = theme.current().px
        if not index.internalId():
            return QSize(0, px(HEADING))
        if index.column() != RECORD:
            return QSize(0, 0)
        line = index.data(NODE)
        width = cast(QTreeView, self.parent()).header().sectionSize(VALUES)
        return QSize(0, height_of(line, width) + (px(WAY - 2) if line.caution else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        known = cast(Any, option)  # the type stubs leave these attributes out
        look, box, direction = theme.current(), QRect(known.rect), known.direction
        node = index.data(NODE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if known.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("accent_soft"))
        elif known.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.colour("hover"))
        painter.setPen(look.colour("line"))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        if isinstance(node, Section):
            if index.column() == RECORD:
                self._heading(painter, box, index, node, direction)
        else:
            self._column(painter, box, index, node, direction)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The view knows where the boxes are painted; the style would look for them elsewhere."""
        return False

    # -- headings ------------------------------------------------------------------------------------------------------

    def _heading(
        self, painter: QPainter, box: QRect, index: Any, section: Section, direction: Qt.LayoutDirection
    ) -> None:
        look = theme.current()
        px = look.px
        left = box.left() + px(EDGE)
        name, tone = LOOKS[section.what]
        model = cast(ComingBackModel, index.model())
        counted = words().number(len(section.lines))
        if section.to_tick:
            paint_box(painter, box_of(box, direction), model.state(section))
            left += px(BOX + GAP)
            ticked = sum(map(model.decisions.is_ticked, section.to_tick))
            counted = t("{n} of {of}", n=words().number(ticked), of=words().number(len(section.to_tick)))
        elif section.what == CONFLICT:
            open_ = sum(model.decisions.of(line) == OPEN for line in section.lines)
            counted = t("{n} of {of} open", n=words().number(open_), of=words().number(len(section.lines)))
        sign = QRect(left, box.center().y() - px(8), px(17), px(17))
        icons.paint(painter, QStyle.visualRect(direction, box, sign), name, look.colour(tone))
        left += px(17 + GAP)
        painter.setFont(font("text", bold=True))
        painter.setPen(look.colour("ink"))
        room = box.right() - left - px(110)
        width = min(painter.fontMetrics().horizontalAdvance(section.title) + 2, room)
        draw(painter, box, QRect(left, box.top(), width, box.height()), section.title, direction)
        _chip(painter, box, left + width + px(GAP), counted, tone, direction)

    # -- lines ---------------------------------------------------------------------------------------------------------

    def _column(self, painter: QPainter, box: QRect, index: Any, line: Line, direction: Qt.LayoutDirection) -> None:
        look = theme.current()
        inner = box.adjusted(look.px(EDGE), 0, -look.px(EDGE), 0)
        most = max(2, lines_in(box)) if line.what == REFUSED else lines_in(box)
        if most > 1:
            # What stands beside several lines stands beside the first of them.
            inner.setTop(box.top() + look.px(3))
            inner.setHeight(look.px(WAY - 2))
        if line.caution and index.column() == VALUES:
            _caution(painter, box, line, direction)
        painter.setFont(font("text"))
        column, model = index.column(), cast(ComingBackModel, index.model())
        if column == RECORD:
            left = inner.left()
            if line.is_ticked_or_not:
                ticked = model.decisions.is_ticked(line)
                paint_box(
                    painter,
                    box_of(box, direction),
                    Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked,
                )
                left += look.px(BOX + GAP)
            painter.setPen(look.colour("ink" if line.begins else "muted"))
            room = QRect(left, inner.top(), inner.right() - left, inner.height())
            if most > 1:
                runs = [(line.name, font("text"), look.colour("ink" if line.begins else "muted"))]
                top = room.center().y() - QFontMetrics(runs[0][1]).height() // 2
                WrappedText(runs, room.width(), most, direction).paint(painter, box, room.left(), top)
            else:
                draw(painter, box, room, line.name, direction)
        elif column == FIELD:
            self._field(painter, inner, line, direction)
            if line.what == CONFLICT:
                top = inner.bottom() + 1
                for text in exported_texts(line, inner.width(), direction):
                    text.paint(painter, box, inner.left(), top)
                    top += text.size.height()
        elif column == CELL:
            painter.setPen(look.colour("muted"))
            draw(painter, inner, inner, line.address, direction)
        elif line.what == CONFLICT:
            self._ways(painter, box, line, model.decisions.of(line), direction)
        elif line.what == REFUSED:
            _two_lines(painter, box, line, direction)
        elif line.what in (CHANGED, ALREADY):
            _difference(painter, inner, line, line.what == CHANGED and model.decisions.is_ticked(line), direction)
        else:
            text = said_text(line, box.width(), direction)
            top = box.top() + look.px(3) if most > 1 else inner.center().y() - text.size.height() // 2
            text.paint(painter, box, inner.left(), top)

    def _field(self, painter: QPainter, inner: QRect, line: Line, direction: Qt.LayoutDirection) -> None:
        if line.what == NEW:
            _chip(painter, inner, inner.left(), line.label, "warning" if line.like else "good", direction)
            return
        painter.setPen(theme.current().colour("muted" if line.what in (REMOVAL, REMARK) else "ink"))
        draw(painter, inner, inner, line.label, direction)

    def _ways(self, painter: QPainter, box: QRect, line: Line, chosen: str, direction: Qt.LayoutDirection) -> None:
        """The plan's value and whose it is, the workbook's, or neither: with a mark at what is chosen."""
        look = theme.current()
        px = look.px
        left, top = box.left() + px(EDGE), box.top() + px(3)
        for way, name, text in zip(WAYS, ways(), way_texts(line, box.width(), direction), strict=True):
            first = QRect(left + px(MARK + GAP), top, ways_width(), px(WAY))
            mark = QRect(left, first.center().y() - px(6), px(13), px(13))
            paint_mark(painter, QStyle.visualRect(direction, box, mark), way == chosen)
            painter.setFont(font("text"))
            painter.setPen(look.colour("ink" if way == chosen else "muted"))
            draw(painter, box, first, name, direction)
            text.paint(painter, box, first.left() + first.width(), top + px(2))
            top += way_height(text)


def paint_box(painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
    """A box to tick."""
    look = theme.current()
    full = state != Qt.CheckState.Unchecked
    painter.save()
    painter.setPen(QPen(look.colour("accent" if full else "field_line"), 1))
    painter.setBrush(look.colour("accent" if full else "field"))
    painter.drawRoundedRect(box, 3, 3)
    painter.restore()
    if state == Qt.CheckState.Checked:
        icons.paint(painter, box.adjusted(2, 2, -1, -1), "check-bold", look.colour("accent_ink"))
    elif full:
        icons.paint(painter, box.adjusted(2, 2, -1, -1), "minus-bold", look.colour("accent_ink"))


def paint_mark(painter: QPainter, box: QRect, chosen: bool) -> None:
    """A round mark, of which one is chosen."""
    look = theme.current()
    painter.save()
    painter.setPen(QPen(look.colour("accent" if chosen else "field_line"), 2 if chosen else 1))
    painter.setBrush(look.colour("field"))
    painter.drawEllipse(box)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        edge = box.width() // 4 + 1
        painter.drawEllipse(box.adjusted(edge, edge, -edge + 1, -edge + 1))
    painter.restore()


def _chip(painter: QPainter, whole: QRect, left: int, text: str, tone: str, direction: Qt.LayoutDirection) -> None:
    look = theme.current()
    px = look.px
    painter.save()
    painter.setFont(font("small"))
    width = min(painter.fontMetrics().horizontalAdvance(text) + px(16), max(0, whole.right() - left))
    chip = QRect(left, whole.center().y() - px(8), width, px(18))
    chip = QStyle.visualRect(direction, whole, chip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(f"{tone}_soft"))
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
    painter.setPen(look.colour(tone))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, chip.width() - px(12))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, cut)
    painter.restore()


def _caution(painter: QPainter, box: QRect, line: Line, direction: Qt.LayoutDirection) -> None:
    """Below a change, why it would make the plan worse."""
    look = theme.current()
    px = look.px
    row = QRect(box.left() + px(EDGE), box.bottom() - px(WAY), box.width() - 2 * px(EDGE), px(WAY - 2))
    sign = QRect(row.left(), row.center().y() - px(7), px(15), px(15))
    icons.paint(painter, QStyle.visualRect(direction, box, sign), "warning", look.colour("warning"))
    painter.setFont(font("note"))
    painter.setPen(look.colour("warning"))
    draw(painter, box, row.adjusted(px(15 + EDGE), 0, 0, 0), line.caution, direction)


def _two_lines(painter: QPainter, box: QRect, line: Line, direction: Qt.LayoutDirection) -> None:
    """What stands in a cell, and below it what is expected."""
    px = theme.current().px
    top = box.top() + px(4)
    for text in refusal_texts(line, box.width(), direction):
        text.paint(painter, box, box.left() + px(EDGE), top)
        top += text.size.height()


def _difference(painter: QPainter, inner: QRect, line: Line, ticked: bool, direction: Qt.LayoutDirection) -> None:
    """The old value struck through, and the new one; of long texts where they differ, with a few words around. Where one line
    is too short for both, the new value stands below the old one."""
    parts = changed_parts(line, ticked, _ARROWS.get(direction, "→"))
    split = next((place for place, (_, way) in enumerate(parts) if way == "arrow"), 0)
    if line.what == ALREADY or not split or fits(parts, inner.width()):
        _parts(painter, inner, inner, parts, direction)
    else:
        _parts(painter, inner, inner, parts[:split], direction)
        below = inner.translated(0, inner.height())
        _parts(painter, below, below, parts[split:], direction)


LEAST = 32
"""Pixels at 100 % below which a part says nothing."""
_WEIGHT = {"same": 0.0, "old": 0.3, "was": 0.3, "new": 0.35, "arrow": 1.0}
"""The share of a line that a part keeps when there is no room for all."""


def _parts(
    painter: QPainter, whole: QRect, box: QRect, parts: list[tuple[str, str]], direction: Qt.LayoutDirection
) -> None:
    """Parts of a line one after the other; when there is no room for all, what is the same gives way first."""
    look, gap = theme.current(), theme.current().px(5)
    parts = [(text.strip(), way) for text, way in parts if text.strip()]
    fonts = part_fonts()
    widths = [QFontMetrics(fonts[way]).horizontalAdvance(text) + 2 for text, way in parts]
    over = sum(widths) + gap * max(0, len(parts) - 1) - box.width()
    for way in ("same", "old", "was", "new"):
        for place in reversed(range(len(parts))):
            if over > 0 and parts[place][1] == way:
                cut = min(over, max(0, widths[place] - int(_WEIGHT[way] * box.width())))
                widths[place] -= cut
                over -= cut
    left = box.left()
    for (text, way), width in zip(parts, widths, strict=True):
        painter.setFont(fonts[way])
        if width < min(look.px(LEAST), painter.fontMetrics().horizontalAdvance(text)):
            continue
        painter.setPen(look.colour("ink" if way == "new" else "muted"))
        draw(painter, whole, QRect(left, box.top(), width, box.height()), text, direction)
        left += width + gap if width > 0 else 0
