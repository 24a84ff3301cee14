"""Pictures that are painted, with marks that stand for records: chosen, opened, and walked by keys as in a list."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QToolTip

from mainstreamer.ui import theme

MOST_SAID = 40
"""So many marks are told in the description of a picture; the arrow keys tell each."""


class Mark(NamedTuple):
    """Something in a picture: a record, or a field of it that still waits for its value."""

    kind: str
    uid: str
    field: str = ""


class MarkArea(QAbstractScrollArea):
    """Paints marks and lets people choose them. Places are laid out for reading from left to right and mirrored for others.

    A subclass says its marks in reading order (`marks`), where each is (`place_of`, in pixels of the whole picture), what it is
    in words (`said`), how high the picture is for a width (`lay_out`), and paints it (`draw`). `record_of` is the record of the
    register that is chosen with a mark.
    """

    accessible_role = QAccessible.Role.Chart
    chosen = Signal(tuple)
    """Uids of the register's records that a person chose here."""
    opened = Signal(object)
    """Enter or a double click on a mark."""
    delete_wanted = Signal()

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self.current: Mark | None = None
        """The mark that the keyboard is on."""
        self.selected: tuple[str, ...] = ()
        """The records chosen, in table, form and here."""
        self._laid_out = False
        self._describing = QTimer(self)
        self._describing.setSingleShot(True)
        self._describing.setInterval(0)
        self._describing.timeout.connect(self._describe)
        self._indexed: Sequence[Mark] = ()
        self._places: dict[Mark, int] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        theme.look(self, "picture")

    # -- for subclasses ----------------------------------------------------------------------------------------------

    def marks(self) -> Sequence[Mark]:
        """All marks in reading order."""
        raise TypeError(f"{type(self).__name__} has no marks")

    def place_of(self, mark: Mark) -> QRect:
        """Where a mark is; an empty place for one that is not shown now."""
        raise TypeError(f"{type(self).__name__} places no marks")

    def mark_at(self, place: QPoint) -> Mark | None:
        """The mark at a place of the picture."""
        raise TypeError(f"{type(self).__name__} finds no marks")

    def said(self, mark: Mark) -> str:
        """A mark in words."""
        raise TypeError(f"{type(self).__name__} has no words")

    def lay_out(self, width: int, height: int) -> int:
        """Lay out for a viewport of this size; the height of the whole picture."""
        raise TypeError(f"{type(self).__name__} has no layout")

    def draw(self, painter: QPainter, shown: QRect) -> None:
        """Paint what is within `shown`; the painter stands at the start of the picture."""
        raise TypeError(f"{type(self).__name__} does not draw")

    def summary(self) -> str:
        """What a glance at the picture tells, for those who hear it."""
        return ""

    def line_step(self, mark: Mark, by: int) -> Mark | None:
        """The mark a line further down (or up), None at the edge."""
        return self.next_of(mark, by)

    def record_of(self, mark: Mark) -> str:
        """The uid of the register's record that is chosen with this mark; empty when choosing it chooses none."""
        return mark.uid if mark.kind == self.kind else ""

    def mark_of(self, uid: str) -> Mark:
        """The mark of a record of this register; the first one where it has several."""
        return Mark(self.kind, uid)

    def head_height(self) -> int:
        """Height at the top that stays when the picture is scrolled."""
        return 0

    def foot_height(self) -> int:
        """Height at the bottom that stays when the picture is scrolled."""
        return 0

    # -- data and layout ---------------------------------------------------------------------------------------------

    def renew(self) -> None:
        """The data, the words or the sizes are others: lay out when next shown."""
        self._laid_out = False
        self.viewport().update()
        if self.isVisible():
            self._arrange()

    def _arrange(self) -> None:
        if self._laid_out:
            return
        self._laid_out = True
        height = self.lay_out(self.viewport().width(), self.viewport().height())
        marks = self.marks()
        if marks is not self._indexed:
            self._indexed = marks
            self._places = {mark: place for place, mark in enumerate(marks)}
        if self.current not in self._places:
            self.current = next((mark for uid in self.selected if (mark := self.mark_of(uid)) in self._places), None)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme.current().px(24))
        self.describe()

    def describe(self) -> None:
        """Tell the picture to those who hear it, once, after what is happening now."""
        self._describing.start()

    def _describe(self) -> None:
        """The mark in hand, what a glance tells, then the marks."""
        parts = [self.said(self.current)] if self.current is not None else []
        parts.append(self.summary())
        parts += [self.said(mark) for mark in self.marks()[:MOST_SAID]]
        self.setAccessibleDescription(". ".join(part.rstrip(".") for part in parts if part))

    def font_of(self, size: str, *, bold: bool = False) -> QFont:
        """The font of a size of the type scale at the text size of now."""
        font = QFont(self.font())
        font.setPixelSize(theme.current().type_size(size))
        font.setBold(bold)
        return font

    def visual(self, place: QRect) -> QRect:
        """A place of the picture as the painter needs it: mirrored where reading goes from right to left."""
        whole = QRect(0, 0, self.viewport().width(), 1)
        return QStyle.visualRect(self.layoutDirection(), whole, place)

    def _logical(self, point: QPoint) -> QPoint:
        """A place in the viewport as a place of the picture."""
        x = self.viewport().width() - 1 - point.x() if self.isRightToLeft() else point.x()
        return QPoint(x, point.y() + self.verticalScrollBar().value())

    def _under(self, point: QPoint) -> Mark | None:
        self._arrange()
        foot = self.foot_height()
        if point.y() < self.head_height() or (foot and point.y() >= self.viewport().height() - foot):
            return None
        return self.mark_at(self._logical(point))

    def centre_of(self, mark: Mark) -> QPoint:
        """The middle of a mark in the viewport."""
        self._arrange()
        return self.visual(self.place_of(mark)).translated(0, -self.verticalScrollBar().value()).center()

    # -- choosing ----------------------------------------------------------------------------------------------------

    def show_selection(self, uids: Sequence[str]) -> None:
        """Show that these records are chosen; nobody is told."""
        if tuple(uids) == self.selected and (self.current is not None or not uids):
            return
        self.selected = tuple(uids)
        self._arrange()
        if self.current is None or self.record_of(self.current) not in self.selected:
            self.current = next((mark for uid in uids if (mark := self.mark_of(uid)) in self._places), None)
            self.moved()
            if self.current is not None and not self.hasFocus():
                self.reveal(self.current)
        self.viewport().update()
        self.describe()

    def moved(self) -> None:
        """The mark in hand is another one."""

    def choose(self, mark: Mark, *, adding: bool = False) -> None:
        """Take a mark in hand as a person does, and tell what is chosen with it."""
        self.current = mark
        self.moved()
        uid = self.record_of(mark)
        if uid and not adding:
            self.selected = (uid,)
        elif uid:
            rest = tuple(one for one in self.selected if one != uid)
            self.selected = rest if uid in self.selected and len(rest) else (*rest, uid)
        self.reveal(mark)
        self.viewport().update()
        self.describe()
        self.announce(self.said(mark))
        if uid:
            self.chosen.emit(self.selected)

    def announce(self, text: str) -> None:
        """Have a screen reader say this now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def reveal(self, mark: Mark) -> None:
        """Scroll to a mark."""
        self._arrange()
        place, bar = self.place_of(mark), self.verticalScrollBar()
        if place.isEmpty():
            return
        edge = theme.current().px(8)
        if place.top() - edge < bar.value() + self.head_height():
            bar.setValue(place.top() - edge - self.head_height())
        elif place.bottom() + edge > bar.value() + self.viewport().height() - self.foot_height():
            bar.setValue(place.bottom() + edge - self.viewport().height() + self.foot_height())

    def next_of(self, mark: Mark | None, by: int) -> Mark | None:
        """The next mark in reading order (or the one before), None at the end."""
        self._arrange()
        marks = self.marks()
        if not marks:
            return None
        if mark is None or mark not in self._places:
            return marks[0 if by > 0 else -1]
        place = self._places[mark] + by
        return marks[place] if 0 <= place < len(marks) else None

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(self.next_of(self.current, 1 if key == forward else -1), shift)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key == Qt.Key.Key_Down else -1
            self._go(self.next_of(None, by) if self.current is None else self.line_step(self.current, by), shift)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(self.next_of(None, 1 if key == Qt.Key.Key_Home else -1), False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
        elif event.matches(QKeySequence.StandardKey.Delete) and self.selected:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, mark: Mark | None, adding: bool) -> None:
        if mark is not None and mark != self.current:
            self.choose(mark, adding=adding and self.record_of(mark) not in self.selected)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._under(event.position().toPoint())
        if mark is None or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        self.choose(mark, adding=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        mark = self._under(event.position().toPoint())
        if mark is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(mark)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self._under(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            # What people type is never read as markup.
            text = html.escape(self.hint_at(event.pos())).replace("\n", "<br>")
            QToolTip.showText(event.globalPos(), f"<qt>{text}</qt>" if text else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def hint_at(self, point: QPoint) -> str:
        """What the pointer resting at a place of the viewport tells."""
        mark = self._under(point)
        return self.hint_of(mark) if mark is not None else ""

    def hint_of(self, mark: Mark) -> str:
        """What the pointer resting on a mark tells."""
        return self.said(mark)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._arrange()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font_of("note"))
        top = self.verticalScrollBar().value()
        painter.translate(0, -top)
        self.draw(painter, QRect(0, top, self.viewport().width(), self.viewport().height()))
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QPen(theme.current().colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -1, -1), 7, 7)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.renew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.renew()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and self.isVisible():
            self._arrange()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
