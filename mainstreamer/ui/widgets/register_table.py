"""The table of a register: rows of two lines, worked by keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from mainstreamer.operations.pasting import text_of
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.models.register_model import LINKS_ROLE, Index, RegisterModel
from mainstreamer.ui.models.register_proxy import RegisterProxy
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.cell_editors import PickLine, PickOne, PickTokens
from mainstreamer.ui.widgets.cell_text import in_view
from mainstreamer.ui.widgets.column_widths import shared, wish
from mainstreamer.ui.widgets.register_delegate import RegisterDelegate
from mainstreamer.ui.widgets.register_header import RegisterHeader
from mainstreamer.ui.widgets.register_row_names import RegisterRowNames

ROW_HEIGHT = 44
_TRIGGERS = QAbstractItemView.EditTrigger
_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible


@dataclass(frozen=True)
class Place:
    """What was chosen in a table, by uid, so that it can be found again after the rows changed."""

    selected: tuple[str, ...]
    current: str
    row: int
    column: str


class RegisterTable(QTableView):
    """Shows a register; tells what a person wants done with rows."""

    chosen = Signal(tuple)
    """The uids of the rows selected, in the order shown."""
    touched = Signal()
    """A key or a button is pressed in the table, before anything comes of it."""
    current_moved = Signal()
    """Another cell is the current one."""
    columns_changed = Signal()
    """A person moved a column or gave it another width."""
    delete_wanted = Signal()
    copy_wanted = Signal()
    paste_wanted = Signal()
    fill_wanted = Signal()
    links_wanted = Signal()
    """The records that the current cell links to are wanted."""
    link_wanted = Signal(str, str)
    """A record is wanted: its kind and uid."""
    menu_wanted = Signal(QPoint)
    """A menu for the current cell is wanted, at this place of the screen."""

    def __init__(self, session: Session, model: RegisterModel, proxy: RegisterProxy) -> None:
        super().__init__()
        self._register, self._proxy = model, proxy
        self._widths: dict[str, int] = {}
        self._sizing = self._sideways = False
        self._kept = Place((), "", 0, "")
        self._selected: tuple[str, ...] | None = None
        self.head = RegisterHeader(model, self)
        self.setHorizontalHeader(self.head)
        self.names = RegisterRowNames(model, self)
        self.delegate = RegisterDelegate(session, model, self)
        self.setItemDelegate(self.delegate)
        proxy.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self.setModel(proxy)
        # After the view's own slot, which forgets what was chosen.
        proxy.modelReset.connect(self._on_reset)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_TRIGGERS.DoubleClicked | _TRIGGERS.EditKeyPressed | _TRIGGERS.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.sectionResized.connect(self._on_section_resized)
        self.head.sectionMoved.connect(self._on_section_moved)
        self.names.pressed.connect(self._on_name_pressed)
        proxy.dataChanged.connect(self.names.update)
        proxy.layoutChanged.connect(self.names.update)
        theme.look(self, "register")
        self.restyle()

    def restyle(self) -> None:
        """Sizes at the text size of now."""
        self.verticalHeader().setDefaultSectionSize(theme.current().px(ROW_HEIGHT))
        self._register.set_font(self.font())
        self.head.restyle()
        self._share_width()

    def retranslate(self) -> None:
        self.setAccessibleName(words().kind(self._register.kind, "many"))
        self._register.set_font(self.font())
        self._share_width()

    # -- columns -----------------------------------------------------------------------------------------------------

    def columns(self) -> tuple[str, ...]:
        """The columns shown, in the order shown."""
        names = self._register.columns
        return tuple(names[self.head.logicalIndex(place)] for place in range(len(names)))

    def widths(self) -> tuple[int, ...]:
        """The widths that a person chose, for `columns`, in pixels at 100 %; 0 where nobody chose one."""
        return tuple(self._widths.get(name, 0) for name in self.columns())

    def set_columns(self, names: Sequence[str], widths: Mapping[str, int]) -> None:
        """Show these columns in this order; those not in `widths` share the room there is."""
        self._sizing = True
        self._widths = {name: width for name, width in widths.items() if width > 0}
        for place in range(self.head.count()):
            self.head.moveSection(self.head.visualIndex(place), place)
        self._register.set_columns(names)
        self._sizing = False
        self._share_width()

    def column_of(self, name: str) -> int:
        """The section of a column; -1 when it is not shown."""
        names = self._register.columns
        return names.index(name) if name in names else -1

    @property
    def current_column(self) -> str:
        """The column of the current cell; empty when there is none."""
        current = self.currentIndex()
        return self._register.columns[current.column()] if current.isValid() else ""

    def _share_width(self) -> None:
        names, size = self.columns(), theme.current().size
        wishes = [wish(self._register.vocabulary, name, self.font()) for name in names]
        fixed = [self._widths[name] * size // 100 if name in self._widths else 0 for name in names]
        self._sizing = True
        for place, width in enumerate(shared(wishes, fixed, self.viewport().width())):
            self.setColumnWidth(self.head.logicalIndex(place), width)
        self._sizing = False
        self.names.follow()

    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        if not self._sizing and self.isVisible() and 0 <= section < len(self._register.columns):
            self._widths[self._register.columns[section]] = round(new * 100 / theme.current().size)
            self.columns_changed.emit()

    def _on_section_moved(self, *_: int) -> None:
        if not self._sizing:
            self.columns_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current row stays in view where it was, whatever takes room of the table."""
        box, before = self.visualRect(self.currentIndex()), event.oldSize().height()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()
        if box.isValid() and 0 <= box.top() < before:
            self.show_current()

    def show_current(self) -> None:
        """Bring the current row into view."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _VISIBLE) -> None:
        """Bring a cell into view, also from under the names of the rows."""
        bar = self.horizontalScrollBar()
        named, before = self.names.stand_for(index.column()) and not self._sideways, bar.value()
        super().scrollTo(index, hint)
        if named:
            # Its name is in sight.
            bar.setValue(before)
            return
        box = self.visualRect(index)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            hidden = box.right() + 1 - (self.viewport().width() - self.names.taken)
        else:
            hidden = self.names.taken - box.left()
        if self.names.taken and hidden > 0:
            bar.setValue(bar.value() - hidden)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(240), theme.current().px(120))

    # -- what is chosen ----------------------------------------------------------------------------------------------

    def selected(self) -> tuple[str, ...]:
        """The uids of the rows selected, in the order shown."""
        if self._selected is None:
            # By ranges: asking Qt for every selected row makes it ask back for the flags of each cell.
            rows: set[int] = set()
            for part in self.selectionModel().selection().toList():
                rows.update(range(part.top(), part.bottom() + 1))
            self._selected = self._proxy.uids(sorted(rows))
        return self._selected

    def place(self) -> Place:
        """What is chosen now."""
        current = self.currentIndex()
        uid = self._proxy.uid(current.row()) if current.isValid() else ""
        return Place(self.selected(), uid, current.row(), self.current_column)

    def restore(self, place: Place) -> None:
        """Choose the same records again; when they are gone, the row that took their place."""
        found = [uid for uid in place.selected if self._proxy.shown_row(uid) >= 0]
        if not found and place.selected and self._proxy.rowCount():
            row = max(0, min(place.row, self._proxy.rowCount() - 1))
            self.choose([self._proxy.uid(row)], self.column_of(place.column))
        else:
            self.choose(found, self.column_of(place.column), place.current)

    def choose(self, uids: Sequence[str], column: int | None = None, current: str = "") -> bool:
        """Select the rows of these records and bring the first into view; False when none is shown."""
        rows = [row for uid in uids if (row := self._proxy.shown_row(uid)) >= 0]
        if not rows:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        column = self.currentIndex().column() if column is None else column
        last = len(self._register.columns) - 1
        column = max(0, min(column, last))
        at = self._proxy.shown_row(current) if current else rows[0]
        at = at if at in rows else rows[0]
        selection = QItemSelection()
        ordered = sorted(set(rows))
        start = ordered[0]
        for row, following in zip(ordered, [*ordered[1:], -1], strict=True):
            if following != row + 1:
                selection.select(self._proxy.index(start, 0), self._proxy.index(row, last))
                start = following
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._proxy.index(at, column), flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        self.scrollTo(self.currentIndex())
        return True

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._selected = None
        self.names.update()
        self.chosen.emit(self.selected())

    def currentChanged(self, current: Index, previous: Index) -> None:
        self._sideways = current.column() != previous.column()
        super().currentChanged(current, previous)
        self._sideways = False
        self.names.update()
        self.current_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.names.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.names.update()

    def _on_about_to_be_reset(self) -> None:
        self._kept = self.place() if self.selectionModel() is not None else self._kept

    def _on_reset(self) -> None:
        self._selected = None
        self.restore(self._kept)
        self.names.follow()

    # -- the keyboard and the pointer --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _HELD:
            self.touched.emit()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif control and event.key() == Qt.Key.Key_D:
            self.fill_wanted.emit()
        elif event.key() == Qt.Key.Key_F4 and not event.modifiers():
            self.links_wanted.emit()
        elif alt and event.key() == Qt.Key.Key_Down and self.currentIndex().isValid():
            self.open_list()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def edit(self, index: Index, trigger: Any = None, event: Any = None) -> Any:
        """A cell that is typed into comes into sight, from wherever the table was scrolled to."""
        if trigger is None:
            return super().edit(index)
        typed = trigger in (_TRIGGERS.AnyKeyPressed, _TRIGGERS.EditKeyPressed, _TRIGGERS.AllEditTriggers)
        free = self.state() != QAbstractItemView.State.EditingState
        if typed and free and self._proxy.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self._sideways = True
            self.scrollTo(index)
            self._sideways = False
        return super().edit(index, trigger, event)

    def open_list(self) -> None:
        """Edit the current cell with its list, calendar or quarters open."""
        current = self.currentIndex()
        if self._proxy.flags(current) & Qt.ItemFlag.ItemIsEditable:
            self.edit(current)
            QTimer.singleShot(0, self, self._on_editor_shown)

    def _on_editor_shown(self) -> None:
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, PickLine | PickOne | PickTokens):
            editor.open_list()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the list of the cell at once."""
        super().mouseDoubleClickEvent(event)
        if self.state() == QAbstractItemView.State.EditingState:
            QTimer.singleShot(0, self, self._on_editor_shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.button() == Qt.MouseButton.LeftButton:
            uid = self.link_at(event.position().toPoint())
            if uid:
                index = self.indexAt(event.position().toPoint())
                kind = self._register.vocabulary.linked_kind(self._register.columns[index.column()])
                self.link_wanted.emit(kind, uid)
                return
        super().mousePressEvent(event)

    def _on_name_pressed(self, event: QMouseEvent) -> None:
        """Select as on the cell with the name, and scroll nowhere."""
        self.setAutoScroll(False)
        if event.type() == QEvent.Type.MouseButtonPress:
            self.touched.emit()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            super().mousePressEvent(event)
        else:
            super().mouseMoveEvent(event)
        self.setAutoScroll(True)

    def link_at(self, place: QPoint) -> str:
        """The uid of the linked record whose chip is at a place; empty when there is none."""
        index = self.indexAt(place)
        uids = index.data(LINKS_ROLE) if index.isValid() else ()
        if not uids:
            return ""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        cell = in_view(self.visualRect(index), self.viewport().rect(), mirrored)
        boxes = self.delegate.link_boxes(index, uids, cell, self.font(), mirrored)
        return next((uids[box.place] for box in boxes if box.box.contains(place) and box.place >= 0), "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            if not index.isValid():
                return
            self.menu_wanted.emit(event.globalPos())
        elif self.currentIndex().isValid():
            box = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(box.bottomLeft()))

    def copied(self) -> str:
        """The selected rows with their headings, for a spreadsheet; worked out columns are left out, so that it pastes back."""
        names = [name for name in self.columns() if self._register.vocabulary.type_of(name) is not None]
        columns = [self._register.columns.index(name) for name in names]
        rows = [[self._register.label(name) for name in names]]
        for uid in self.selected():
            row = self._register.row_of(uid)
            rows.append([str(self._register.cell(row, column, Qt.ItemDataRole.EditRole)) for column in columns])
        return text_of(rows)
