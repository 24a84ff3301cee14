"""The lines of a workbook that came back: ticked and decided with the keyboard or the mouse; what is open, chosen and scrolled
outlasts every change of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStyleOptionViewItem, QTreeView, QWidget

from mainstreamer.domain.taking import ALREADY, CONFLICT
from mainstreamer.ui import theme
from mainstreamer.ui.coming_back_choices import Decisions
from mainstreamer.ui.coming_back_lines import REMARK, Line, Section
from mainstreamer.ui.i18n import t
from mainstreamer.ui.models.coming_back_model import CELL, FIELD, RECORD, VALUES, ComingBackModel
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.widgets.coming_back_painting import WAYS, ComingBackDelegate, box_of, way_at
from mainstreamer.ui.widgets.headings import end_in_dots, heading_width

SHARES = {RECORD: 0.27, FIELD: 0.17}
"""Of the width of the list; the address has what it needs, and what changes has the rest."""
WIDEST = {RECORD: 420, FIELD: 220}
CELL_WIDTH = 66
AHEAD = 25
"""So many lines are measured in one step before they are seen."""
SETTLED = 120
"""Milliseconds after which lines are as high as the width of their column asks for."""


class ComingBackTree(QTreeView):
    """Space ticks, 1 to 3 decide a conflict, Enter leads to the record; on a heading, Space ticks all and Enter opens it."""

    led = Signal(object)
    """A Line: a person wants to go to its record."""
    chosen = Signal(object)
    """The cursor came to a Line or a Section."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ComingBackModel(self)
        self._opened: dict[tuple[str, str], bool] = {}
        """What a person opened or closed."""
        self._placing = False
        self._sized = False
        self.setModel(self.lines)
        theme.look(self, "lines")
        self.setItemDelegate(ComingBackDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Pixel by pixel, the view would measure every line before it shows the first.
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setMouseTracking(True)
        self.setIndentation(theme.current().px(14))
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        end_in_dots(head)
        head.setMinimumSectionSize(theme.current().px(56))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(VALUES, QHeaderView.ResizeMode.Stretch)
        self._ahead = Slices(self)
        self._measuring = QTimer(self)
        self._measuring.setSingleShot(True)
        self._measuring.setInterval(SETTLED)
        self._measuring.timeout.connect(self._measure)
        self._narrowed = False
        """Whether the column of values was dragged: lines that were seen before that have the height of then."""
        head.sectionResized.connect(self._on_section_resized)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.lines.decided.connect(self.viewport().update)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self.doubleClicked.connect(self._on_double_clicked)

    # -- showing -------------------------------------------------------------------------------------------------------

    def show_sections(self, sections: tuple[Section, ...], decisions: Decisions, *, fresh: bool = False) -> None:
        """Show these and keep the place; in a workbook read just now (`fresh`) only if that line is in it."""
        kept, row, scrolled = self.current(), self.currentIndex().row(), self.verticalScrollBar().value()
        row, scrolled = (0, 0) if fresh else (row, scrolled)
        self._placing = True
        self.lines.show(sections, decisions)
        for place, section in enumerate(sections):
            self.setFirstColumnSpanned(place, QModelIndex(), True)
            folded = section.what in (ALREADY, REMARK) and len(sections) > 1
            self.setExpanded(self.lines.index(place, 0), self._opened.get(section.key, not folded))
        self._placing = False
        self._ahead.start(self._measured())
        self.setCurrentIndex(self._place_of(kept, row))
        self.verticalScrollBar().setValue(scrolled)
        self.chosen.emit(self.current())

    def _place_of(self, kept: Line | Section | None, row: int) -> QModelIndex:
        """Where the cursor belongs: at the line it was on, or the one that has its place now; at first, on the first line."""
        if isinstance(kept, Line):
            found = self.lines.find(kept.key)
            if found.isValid():
                return found
        if isinstance(kept, Section):
            for place, section in enumerate(self.lines.sections):
                if section.key == kept.key:
                    return self.lines.index(place, 0)
        first = self.lines.index(0, 0)
        last = self.lines.rowCount(first) - 1
        return self.lines.index(min(max(row, 0), last), 0, first) if kept is None or row >= 0 else first

    def current(self) -> Line | Section | None:
        """What the cursor is on."""
        return self.lines.node(self.currentIndex())

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The frame of the keyboard stands around all that is coloured of a line."""
        super().drawRow(painter, option, index)
        if self.hasFocus() and self.selectionModel().isRowSelected(index.row(), index.parent()):
            painter.save()
            painter.setPen(QPen(theme.current().colour("focus"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._sized and self.isVisible():
            # From then on a person may drag the widths.
            self._sized = True
            px = theme.current().px
            for column, share in SHARES.items():
                self.header().resizeSection(column, min(px(WIDEST[column]), round(self.viewport().width() * share)))
            self.header().resizeSection(CELL, max(px(CELL_WIDTH), heading_width(self.header(), CELL)))

    def _on_section_resized(self, column: int) -> None:
        if column == VALUES:
            self._narrowed = True
            self._measuring.start()

    def _on_scrolled(self) -> None:
        if self._narrowed:
            self._measuring.start()

    def _measured(self) -> Iterator[None]:
        """Have the view know how high its lines are before somebody jumps to the last one, a few lines at a time."""
        for place, section in enumerate(self.lines.sections):
            above = self.lines.index(place, 0)
            for row in range(0, len(section.lines) if self.isExpanded(above) else 0, AHEAD):
                self.visualRect(self.lines.index(row, 0, above))
                yield

    def _measure(self) -> None:
        """Measure the lines that are seen; laying out all of ten thousand would hold the window."""
        for index in self._seen():
            self.dataChanged(index, index)

    def _seen(self) -> Iterator[QModelIndex]:
        index = self.indexAt(QPoint(1, 1))
        while index.isValid() and self.visualRect(index).top() < self.viewport().height():
            yield index
            index = self.indexBelow(index)

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """To find the place of a line below what is seen, Qt measures all that are between: a tick there needs no paint."""
        if list(roles) != [Qt.ItemDataRole.CheckStateRole] or first.sibling(first.row(), 0) in self._seen():
            super().dataChanged(first, last, roles)

    # -- deciding ------------------------------------------------------------------------------------------------------

    def lines_of_record(self, line: Line) -> tuple[Line, ...]:
        """All lines of a record that can be ticked."""
        found = (one for section in self.lines.sections for one in section.to_tick)
        return tuple(one for one in found if (one.kind, one.uid) == (line.kind, line.uid))

    def toggle(self) -> None:
        """Tick the line of the cursor, or all of its heading; take the ticks away where they are set."""
        node = self.current()
        if isinstance(node, Section) and node.to_tick:
            self.lines.tick(node.to_tick, self.lines.state(node) != Qt.CheckState.Checked)
        elif isinstance(node, Line) and node.is_ticked_or_not:
            self.lines.tick((node,), not self.lines.decisions.is_ticked(node))
        elif isinstance(node, Line) and node.what == CONFLICT:
            following = (WAYS.index(self.lines.decisions.of(node)) + 1) % len(WAYS)
            self.lines.decide((node,), WAYS[following])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        node, key = self.current(), event.key()
        if key == Qt.Key.Key_Space:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and isinstance(node, Line):
                lines = self.lines_of_record(node)
                self.lines.tick(lines, not all(map(self.lines.decisions.is_ticked, lines)))
            else:
                self.toggle()
        elif event.text() in ("1", "2", "3") and isinstance(node, Line) and node.what == CONFLICT:
            self.lines.decide((node,), WAYS[int(event.text()) - 1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(node, Line):
                self.led.emit(node)
            else:
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._click(self.indexAt(event.position().toPoint()), event.position().toPoint())

    def _click(self, index: QModelIndex, place: QPoint) -> None:
        node, cell = self.lines.node(index), self.visualRect(index)
        if isinstance(node, Line) and node.what == CONFLICT:
            how = way_at(node, cell, place) if index.column() == VALUES else None
            if how is not None:
                self.lines.decide((node,), how)
        elif index.column() == RECORD and index == self.currentIndex().siblingAtColumn(RECORD):
            room = theme.current().px(6)
            if box_of(cell, self.layoutDirection()).adjusted(-room, -room, room, room).contains(place):
                self.toggle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a box are two clicks."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        node = self.lines.node(index)
        on_box = index.column() == RECORD and box_of(self.visualRect(index), self.layoutDirection()).contains(place)
        if on_box or (isinstance(node, Line) and node.what == CONFLICT and index.column() == VALUES):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        node = self.current()
        if not isinstance(node, Line) or not node.uid:
            return
        menu = self.menu_of(node)
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        menu.popup(at)

    def menu_of(self, line: Line) -> QMenu:
        """What can be done with a line and the others of its record."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = self.lines_of_record(line)
        if lines:
            menu.addAction(t("Tick all of this record"), lambda: self.lines.tick(lines, True))
            menu.addAction(t("Tick nothing of this record"), lambda: self.lines.tick(lines, False))
            menu.addSeparator()
        menu.addAction(t("Go to the record"), lambda: self.led.emit(line))
        return menu

    # -- places --------------------------------------------------------------------------------------------------------

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if not self._placing:
            self.chosen.emit(self.current())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.viewport().update()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        node = self.lines.node(index)
        if isinstance(node, Line):
            self.led.emit(node)

    def _on_expanded(self, index: QModelIndex) -> None:
        self._note(index, True)
        if not self._placing:
            self._ahead.start(self._measured())

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._note(index, False)

    def _note(self, index: QModelIndex, opened: bool) -> None:
        node = self.lines.node(index)
        if not self._placing and isinstance(node, Section):
            self._opened[node.key] = opened
