"""The names of a register's rows at its leading edge, as soon as the column with the names is scrolled out of sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView, QToolTip, QWidget

from mainstreamer.domain.kinds import KINDS
from mainstreamer.ui import theme
from mainstreamer.ui.models.register_model import UID_ROLE, RegisterModel
from mainstreamer.ui.widgets.cell_text import draw_cell_text
from mainstreamer.ui.widgets.labels import ElidedLabel
from mainstreamer.ui.widgets.register_header import SIDE

TOP = 4
MOST, LEAST = 260, 100
"""Pixels at 100 % that the names take at most; a column of names narrower than the least is not stood in for."""
SHARE = 40
"""Hundredths of a table that its names take at most."""


class RegisterRowNames(QWidget):
    """Lies over the leading edge of a table in place of the column of names: it comes when that column has just this width
    left in sight, so that nothing moves. A name that is pressed selects its row, and is the current cell."""

    pressed = Signal(QMouseEvent)
    """A name is pressed, or the pointer is drawn over names: the event as it would be on the cell with the name."""

    def __init__(self, model: RegisterModel, table: QTableView) -> None:
        super().__init__(table)
        self._register, self._table = model, table
        self._heading = ElidedLabel("rownames", self)
        self._heading.setIndent(0)
        self.setAutoFillBackground(True)
        self.hide()
        table.horizontalScrollBar().valueChanged.connect(self.follow)
        table.verticalScrollBar().valueChanged.connect(self.update)
        table.viewport().installEventFilter(self)

    @property
    def taken(self) -> int:
        """Pixels of the table that the names cover now."""
        return 0 if self.isHidden() else self.width()

    def stand_for(self, section: int) -> bool:
        """Whether a column of the table is the one in whose place they stand now."""
        return bool(self.taken) and self._register.columns[section : section + 1] == (self._column(),)

    def follow(self) -> None:
        """Come or go, as far as the table is scrolled."""
        width, needed_from = self._measure()
        if not width or self._table.horizontalScrollBar().value() < needed_from:
            self.hide()
            return
        head, room = self._table.horizontalHeader(), self._table.viewport().geometry()
        left = room.right() + 1 - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else room.left()
        self.setGeometry(left, head.y(), width, room.bottom() + 1 - head.y())
        self._heading.setGeometry(0, 0, width, head.height())
        self._heading.set_whole(self._register.label(self._column()))
        self.raise_()
        self.show()
        self.update()

    def _column(self) -> str:
        return KINDS[self._register.kind].title

    def _measure(self) -> tuple[int, int]:
        """The width of the names, 0 for none, and from how many scrolled pixels on they are needed."""
        names, head = self._register.columns, self._table.horizontalHeader()
        if self._column() not in names:
            return 0, 0
        section = names.index(self._column())
        end = head.sectionPosition(section) + head.sectionSize(section)
        room = self._table.viewport().width() * SHARE // 100
        width = min(head.sectionSize(section), theme.current().px(MOST), room)
        return (width, max(1, end - width)) if width >= theme.current().px(LEAST) else (0, 0)

    def text(self, row: int) -> str:
        """What is written beside a row of the table: its code, where the register has one, and its name."""
        at = self._register.row_of(self._table.model().index(row, 0).data(UID_ROLE))
        if at < 0:
            return ""
        record, title = self._register.record(at), self._column()
        code = str(getattr(record, "code", "")) if title != "code" else ""
        said = " ".join(part for part in (code, self._register.vocabulary.text(record, title)) if part)
        return said.replace("\n", " ")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.follow()

    # -- the pointer -------------------------------------------------------------------------------------------------

    def row_at(self, place: float) -> int:
        """The row of the table at this height; -1 where there is none."""
        top = self._heading.height()
        return self._table.rowAt(round(place) - top) if place >= top else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.row_at(event.position().y()) >= 0:
            self.pressed.emit(self._on_cell(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.row_at(event.position().y()) >= 0:
            self.pressed.emit(self._on_cell(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing: the cell below is not meant."""

    def _on_cell(self, event: QMouseEvent) -> QMouseEvent:
        """The same event in the table, on the cell with the name, wherever that is scrolled to."""
        head, section = self._table.horizontalHeader(), self._register.columns.index(self._column())
        middle = head.sectionViewportPosition(section) + head.sectionSize(section) // 2
        where = QPointF(middle, event.position().y() - self._heading.height())
        return QMouseEvent(
            event.type(), where, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_at(event.pos().y())
            if row >= 0:
                QToolTip.showText(event.globalPos(), self.text(row), self)
                return True
        return super().event(event)

    # -- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        table, top = self._table, self._heading.height()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("card"))
        last = table.rowAt(self.height() - top)
        last = last if last >= 0 else table.model().rowCount() - 1
        for row in range(max(0, table.rowAt(0)), last + 1):
            at = top + table.rowViewportPosition(row)
            self._paint_row(painter, row, QRect(0, at, self.width(), table.rowHeight(row)))
        painter.setClipping(False)
        painter.fillRect(0, 0, self.width(), top, theme.current().colour("card"))
        painter.setPen(theme.current().colour("line"))
        painter.drawLine(0, top - 1, self.width(), top - 1)
        painter.setPen(theme.current().colour("field_line"))
        edge = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - 1
        painter.drawLine(edge, 0, edge, self.height())

    def _paint_row(self, painter: QPainter, row: int, box: QRect) -> None:
        colours, font = theme.current(), QFont(self._table.font())
        chosen = self._table.selectionModel().isSelected(self._table.model().index(row, 0))
        painter.setClipRect(box)
        if chosen:
            painter.fillRect(box, colours.colour("chosen"))
        painter.setPen(colours.colour("chosen_ink" if chosen else "ink"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        draw_cell_text(painter, box.adjusted(SIDE, TOP, -SIDE, -1), self.text(row), font, side)
        painter.setPen(colours.colour("line"))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        current = self._table.currentIndex()
        if self._table.hasFocus() and current.row() == row and self.stand_for(current.column()):
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
