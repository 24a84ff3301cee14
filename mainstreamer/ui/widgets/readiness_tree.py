"""The tree of findings: what is open, where the cursor is and how far it is scrolled outlast every change of the plan."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from mainstreamer.domain.readiness.finding import BLOCKS, IMPROVES, NOTE
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.models.readiness_model import NODE, STEP, WHAT, WHO, ReadinessModel
from mainstreamer.ui.readiness_lines import Group, Line, Section
from mainstreamer.ui.widgets.headings import end_in_dots, heading_width
from mainstreamer.ui.widgets.led_list import draw, font

ROW = 28
FEW = 3
"""Groups of up to so many findings that block are open at first,"""
FIRST = 12
"""but only so many groups of a section."""
LOOKS = {BLOCKS: ("prohibit", "bad"), IMPROVES: ("arrow-circle-up", "warning"), NOTE: ("info", "neutral")}
"""Icon and colour of each severity."""
WHO_WIDTH, STEP_WIDTH = 150, 64
"""Pixels at 100 %: what names take at most, and the number of a step."""


class ReadinessTree(QTreeView):
    """Enter or a double click on a finding leads to its place; on a heading they open and close it."""

    led = Signal(object)
    """A Line: a person wants to go there."""
    line_chosen = Signal(object)
    """The cursor came to a Line, or to a heading (None)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = ReadinessModel(self)
        self._opened: dict[tuple[str, str], bool] = {}
        """What a person opened or closed."""
        self._placing = False
        self._longest = ""
        self.setModel(self.findings)
        theme.look(self, "lines")
        self.setUniformRowHeights(True)
        self.setItemDelegate(_Delegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(True)
        self.setMouseTracking(True)
        self.setIndentation(theme.current().px(18))
        head = self.header()
        head.setStretchLastSection(False)
        end_in_dots(head)
        head.setSectionsMovable(False)
        head.setMinimumSectionSize(theme.current().px(STEP_WIDTH))
        head.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((WHO, WHO_WIDTH), (STEP, STEP_WIDTH)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            head.resizeSection(column, theme.current().px(width))
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self.doubleClicked.connect(self._on_double_clicked)

    def give_names(self, longest: str) -> None:
        """Give the names of those who answer what the longest of them needs; what they do not need is the sentences'."""
        if longest != self._longest:
            self._longest = longest
            metrics, px = QFontMetrics(font("text")), theme.current().px
            least = heading_width(self.header(), WHO)
            needed = max(least, metrics.horizontalAdvance(longest) + px(24))
            self.header().resizeSection(WHO, min(needed, px(WHO_WIDTH)))

    # -- showing -------------------------------------------------------------------------------------------------------

    def show_sections(self, sections: tuple[Section, ...], *, open_all: bool = False) -> None:
        """Show these and keep the place: the finding, or what took its place when it was settled. `open_all` opens every
        group, as whoever filters wants to see what is left."""
        place, scrolled = self._place(), self.verticalScrollBar().value()
        self._placing = True
        self.findings.show(sections)
        for severity, key, index in self.findings.places():
            if isinstance(self.findings.node(index), Section):
                self.setFirstColumnSpanned(index.row(), QModelIndex(), True)
            if open_all or self._opened.get((severity, key), self._opens_at_first(severity, key, index)):
                self.setExpanded(index, True)
        self._placing = False
        self._return_to(place)
        self.verticalScrollBar().setValue(scrolled)

    def _opens_at_first(self, severity: str, key: str, index: QModelIndex) -> bool:
        node = self.findings.node(index)
        if isinstance(node, Section):
            return severity != NOTE
        return severity == BLOCKS and isinstance(node, Group) and len(node.lines) <= FEW and index.row() < FIRST

    def _place(self) -> tuple[str, str, Line | None, int] | None:
        """Severity, group, finding and row of the cursor."""
        index = self.currentIndex()
        node = self.findings.node(index)
        if isinstance(node, Section):
            return node.severity, "", None, index.row()
        if isinstance(node, Group):
            section = self.findings.node(index.parent())
            return (section.severity, node.key, None, index.row()) if isinstance(section, Section) else None
        if isinstance(node, Line):
            group = self.findings.node(index.parent())
            key = group.key if isinstance(group, Group) else ""
            return node.finding.severity, key, node, index.row()
        return None

    def _return_to(self, place: tuple[str, str, Line | None, int] | None) -> None:
        model = self.findings
        found = QModelIndex()
        if place is not None:
            severity, key, line, row = place
            found = model.find(severity, key, line.key if line is not None else ("", "", "", ""))
            if line is not None and found.isValid() and not isinstance(model.node(found), Line):
                # It was settled: the next of its group has its row now.
                found = model.index(min(row, model.rowCount(found) - 1), 0, found)
        if not found.isValid():
            found = model.index(0, 0)
        self.setCurrentIndex(found)
        self._tell_chosen()

    def open_group(self, severity: str, key: str) -> None:
        """Open a group and put the cursor on its first finding."""
        group = self.findings.find(severity, key, ("", "", "", ""))
        if group.isValid():
            self.setExpanded(group, True)
            self.setCurrentIndex(self.findings.index(0, 0, group))

    def current_line(self) -> Line | None:
        """The finding that the cursor is on."""
        node = self.findings.node(self.currentIndex())
        return node if isinstance(node, Line) else None

    # -- working in it -------------------------------------------------------------------------------------------------

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if not self._placing:
            self._tell_chosen()

    def _tell_chosen(self) -> None:
        self.line_chosen.emit(self.current_line())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            line = self.current_line()
            if line is not None:
                self.led.emit(line)
            else:
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
            return
        super().keyPressEvent(event)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        node = self.findings.node(index)
        if isinstance(node, Line):
            self.led.emit(node)

    def _on_expanded(self, index: QModelIndex) -> None:
        self._note(index, True)

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._note(index, False)

    def _note(self, index: QModelIndex, opened: bool) -> None:
        if self._placing:
            return
        node, above = self.findings.node(index), self.findings.node(index.parent())
        if isinstance(node, Section):
            self._opened[node.severity, ""] = opened
        elif isinstance(node, Group) and isinstance(above, Section):
            self._opened[above.severity, node.key] = opened


class _Delegate(QStyledItemDelegate):
    """Headings with their count; findings in one line, cut where there is no room (the page says them whole)."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme.current().px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        known = cast(Any, option)  # the type stubs leave these attributes out
        look, box = theme.current(), QRect(known.rect)
        chosen = bool(known.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(box, look.colour("accent_soft"))
        elif known.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.colour("hover"))
        painter.setPen(look.colour("line"))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        node, inner = index.data(NODE), box.adjusted(look.px(6), 0, -look.px(6), 0)
        text = str(index.data())
        if isinstance(node, Line):
            painter.setFont(font("text"))
            painter.setPen(look.colour("ink" if index.column() == WHAT else "muted"))
            draw(painter, inner, inner, text, known.direction)
        elif index.column() == WHAT:
            self._heading(painter, inner, node, text, known.direction)
        if known.state & QStyle.StateFlag.State_HasFocus and index.column() == WHAT:
            painter.setPen(look.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -2))
            painter.drawRect(box.adjusted(1, 1, -2, -3))
        painter.restore()

    def _heading(
        self, painter: QPainter, inner: QRect, node: Section | Group, text: str, direction: Qt.LayoutDirection
    ) -> None:
        look = theme.current()
        px = look.px
        left, tone = inner.left(), "neutral"
        painter.setPen(look.colour("ink"))
        if isinstance(node, Section):
            name, tone = LOOKS[node.severity]
            box = QRect(left, inner.center().y() - px(9), px(18), px(18))
            icons.paint(painter, QStyle.visualRect(direction, inner, box), name, look.colour(tone))
            left += px(26)
            painter.setFont(font("heading", bold=True))
            painter.setPen(look.colour(tone if tone != "neutral" else "ink"))
        else:
            painter.setFont(font("text", bold=True))
        count = words().number(node.count if isinstance(node, Section) else len(node.lines))
        room = inner.right() - left - px(60)
        width = min(painter.fontMetrics().horizontalAdvance(text) + 2, room)
        draw(painter, inner, QRect(left, inner.top(), width, inner.height()), text, direction)
        painter.setFont(font("note"))
        chip = QRect(left + width + px(8), 0, painter.fontMetrics().horizontalAdvance(count) + px(16), px(18))
        chip.moveTop(inner.center().y() - px(9) + 1)
        chip = QStyle.visualRect(direction, inner, chip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{tone}_soft"))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(look.colour(tone))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, count)
