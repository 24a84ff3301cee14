"""The menus of a register: for the cell under the pointer or the keyboard, and for how the register is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mainstreamer.settings import ColumnFilter
from mainstreamer.ui import icons
from mainstreamer.ui.dialogs.table_columns import ColumnsDialog
from mainstreamer.ui.dialogs.table_sorting import SortingDialog
from mainstreamer.ui.dialogs.table_views import ViewNameDialog, ViewsDialog
from mainstreamer.ui.i18n import t
from mainstreamer.ui.models.register_columns import FILLED, VALUES
from mainstreamer.ui.models.register_filters import BLANK, NOT_BLANK
from mainstreamer.ui.pages.register_rows import RegisterRows
from mainstreamer.ui.pages.register_state import RegisterState
from mainstreamer.ui.widgets.filter_popup import FilterPopup
from mainstreamer.ui.widgets.register_bar import COPY, DELETE, DUPLICATE, FILL, ICONS, KEYS, PASTE, verb_words

FILTER_KEYS = "Ctrl+Shift+L"
MOST_LINKS = 12
_DELETE = Qt.WidgetAttribute.WA_DeleteOnClose


class RegisterMenus(QObject):
    """Fills menus and opens the dialogs behind them."""

    link_wanted = Signal(str, str)
    all_wanted = Signal()
    """Everything that holds rows back is to be taken off."""

    def __init__(self, rows: RegisterRows, state: RegisterState, window: QWidget) -> None:
        super().__init__(window)
        self._rows, self._state, self._window = rows, state, window
        self.verbs: dict[str, Callable[[], object]] = {}
        """What the verbs of rows do, by their names in the toolbar, and `delete`."""
        self.writable = True
        rows.table.head.filter_wanted.connect(self.show_filter)
        rows.table.head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows.table.head.customContextMenuRequested.connect(self._on_head_menu_wanted)
        rows.table.menu_wanted.connect(self._on_menu_wanted)
        rows.table.links_wanted.connect(self.open_links)
        rows.table.link_wanted.connect(self.link_wanted)

    # -- how the register is shown -----------------------------------------------------------------------------------

    def fill_view_menu(self, menu: QMenu) -> None:
        """Named views, columns, order, filters."""
        menu.clear()
        for view in self._state.views:
            action = menu.addAction(view.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(view.name == self._state.name and self._state.shows(view))
            action.triggered.connect(partial(self._show_view, view.name))
        if self._state.views:
            menu.addSeparator()
        _add(menu, "floppy-disk", t("Save this view as …"), self.save_view)
        if self._state.views:
            _add(menu, "bookmarks-simple", t("Rename or delete views …"), self.show_views)
        menu.addSeparator()
        _add(menu, "columns", t("Columns …"), self.choose_columns)
        _add(menu, "arrows-down-up", t("Sort …"), self.choose_sort)
        column = self._rows.table.current_column
        if column:
            label = self._rows.model.label(column)
            _add(menu, "funnel", f"{t('Filter: {field} …', field=label)}\t{FILTER_KEYS}", self.filter_current)
        action = _add(menu, "x", t("Show all rows"), self.all_wanted.emit)
        action.setEnabled(self._rows.proxy.rowCount() < self._rows.model.rowCount())
        menu.addSeparator()
        _add(menu, "", t("Back to the usual columns"), self._state.reset_columns)

    def _show_view(self, name: str, _checked: bool = False) -> None:
        self._state.show_view(name)
        self._rows.table.setFocus()

    def save_view(self) -> None:
        """Ask for a name and keep what is shown under it."""
        dialog = ViewNameDialog([view.name for view in self._state.views], self._state.name, self._window)
        dialog.named.connect(self._state.save_view)
        dialog.open()

    def show_views(self) -> None:
        """Show the named views, to rename and delete them."""
        ViewsDialog(self._state, self._window).open()

    def choose_columns(self) -> None:
        """Ask which columns are shown."""
        dialog = ColumnsDialog(self._rows.model.vocabulary, self._rows.table.columns(), self._window)
        dialog.chosen.connect(self._state.set_columns)
        dialog.open()

    def choose_sort(self) -> None:
        """Ask by which columns rows are sorted."""
        table = self._rows.table
        dialog = SortingDialog(self._rows.model.vocabulary, table.columns(), self._state.sort, self._window)
        dialog.chosen.connect(self._state.set_sort)
        dialog.open()

    # -- filters -----------------------------------------------------------------------------------------------------

    def filter_current(self) -> None:
        """Ask what the column of the current cell must hold."""
        table = self._rows.table
        self.show_filter(table.current_column or table.columns()[0])

    def show_filter(self, name: str, box: QRect | None = None) -> None:
        """Ask what a column must hold, under its heading or under a box of the screen."""
        if not name:
            return
        present, proxy = self._state.filter_of(name), self._rows.proxy
        popup = FilterPopup(self._rows.model.vocabulary, present, proxy.offers(present), self._window)
        if proxy.is_short:
            popup.finish()
        popup.changed.connect(self._state.set_filter)
        popup.show_at(box or self._heading_box(name))

    def _heading_box(self, name: str) -> QRect:
        table = self._rows.table
        section = table.column_of(name)
        if section < 0:
            return QRect(table.mapToGlobal(QPoint(0, 0)), table.head.size())
        box = QRect(
            table.head.sectionViewportPosition(section), 0, table.head.sectionSize(section), table.head.height()
        )
        return QRect(table.head.viewport().mapToGlobal(box.topLeft()), box.size())

    def _on_head_menu_wanted(self, place: QPoint) -> None:
        head = self._rows.table.head
        name = head.name_at(head.logicalIndexAt(place))
        if name:
            menu = QMenu(self._window)
            menu.setAttribute(_DELETE)
            self._fill_head_menu(menu, name)
            menu.popup(head.viewport().mapToGlobal(place))

    def _fill_head_menu(self, menu: QMenu, name: str) -> None:
        _add(menu, "sort-ascending", t("Sort rising"), partial(self._state.set_sort, (name,)))
        _add(menu, "sort-descending", t("Sort falling"), partial(self._state.set_sort, (f"-{name}",)))
        if self._state.sort:
            _add(menu, "arrows-down-up", t("Sort by this column as well"), partial(self._state.toggle_sort, name, True))
        menu.addSeparator()
        _add(menu, "funnel", t("Filter …"), partial(self.show_filter, name))
        if name in self._state.filters:
            _add(menu, "x", t("Take this filter off"), partial(self._state.set_filter, ColumnFilter(name)))
        menu.addSeparator()
        columns = self._rows.table.columns()
        hide = _add(
            menu, "", t("Hide this column"), partial(self._state.set_columns, [c for c in columns if c != name])
        )
        hide.setEnabled(len(columns) > 1)
        _add(menu, "columns", t("Columns …"), self.choose_columns)

    # -- a cell ------------------------------------------------------------------------------------------------------

    def links(self) -> list[tuple[str, str, str]]:
        """The records that the current cell links to: kind, uid, name."""
        table, model = self._rows.table, self._rows.model
        current = table.currentIndex()
        if not current.isValid():
            return []
        record, name = self._rows.proxy.record(current.row()), table.current_column
        kind = model.vocabulary.linked_kind(name)
        if not kind:
            return []
        plan = model.vocabulary.session.plan
        living = (uid for uid in model.vocabulary.keys(record, name) if plan.find(kind, uid) is not None)
        return [(kind, uid, model.vocabulary.link_name(plan, kind, uid)) for uid in living]

    def open_links(self) -> None:
        """Lead to the record that the current cell links to; ask which where there are several."""
        found, table = self.links(), self._rows.table
        if len(found) == 1:
            self.link_wanted.emit(*found[0][:2])
        elif found:
            menu = QMenu(self._window)
            menu.setAttribute(_DELETE)
            self._add_links(menu, found)
            box = table.visualRect(table.currentIndex())
            menu.popup(table.viewport().mapToGlobal(box.bottomLeft()))
            menu.setActiveAction(menu.actions()[0])

    def _add_links(self, menu: QMenu, found: list[tuple[str, str, str]]) -> None:
        for kind, uid, name in found[:MOST_LINKS]:
            said = t("Open: {name}", name=name.replace("&", "&&"))
            action = _add(menu, "arrow-square-out", said, partial(self.link_wanted.emit, kind, uid))
            if len(found) == 1:
                action.setText(f"{said}\tF4")

    def _on_menu_wanted(self, place: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(_DELETE)
        self.fill_menu(menu)
        menu.popup(place)

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the current cell and the rows chosen."""
        found = self.links()
        if found:
            self._add_links(menu, found)
            menu.addSeparator()
        name = self._rows.table.current_column
        if name:
            self._add_filters(menu, name)
            menu.addSeparator()
        for verb in (COPY, PASTE, FILL, DUPLICATE):
            action = _add(menu, ICONS[verb], f"{verb_words(verb)}\t{KEYS[verb]}", self.verbs[verb])
            action.setEnabled(self.writable or verb == COPY)
        menu.addSeparator()
        keys = QKeySequence(QKeySequence.StandardKey.Delete).toString(QKeySequence.SequenceFormat.NativeText) or t(
            "Del"
        )
        _add(menu, "trash", f"{t('Delete')}\t{keys}", self.verbs[DELETE]).setEnabled(self.writable)

    def _add_filters(self, menu: QMenu, name: str) -> None:
        vocabulary, current = self._rows.model.vocabulary, self._rows.table.currentIndex()
        record = self._rows.proxy.record(current.row())
        keys = vocabulary.keys(record, name)
        blank = vocabulary.value(record, name) in (None, "", ())
        if vocabulary.form_of(name) == VALUES:
            said = vocabulary.text(record, name) or t("(blank)")
            short = said if len(said) <= 40 else f"{said[:38]}…"
            wanted = ColumnFilter(name, keys or ("",))
            text = t("Show only rows with: {value}", value=short.replace("&", "&&"))
            _add(menu, "funnel", text, partial(self._state.set_filter, wanted))
        elif blank or vocabulary.form_of(name) == FILLED:
            wanted = ColumnFilter(name, filled=BLANK if blank else NOT_BLANK)
            text = t("Show only rows where this is blank") if blank else t("Show only rows where this is not blank")
            _add(menu, "funnel", text, partial(self._state.set_filter, wanted))
        label = vocabulary.label(name)
        _add(menu, "funnel", f"{t('Filter: {field} …', field=label)}\t{FILTER_KEYS}", self.filter_current)
        _add(menu, "sort-ascending", t("Sort rising"), partial(self._state.set_sort, (name,)))
        _add(menu, "sort-descending", t("Sort falling"), partial(self._state.set_sort, (f"-{name}",)))


def _add(menu: QMenu, icon: str, text: str, slot: Callable[..., object]) -> QAction:
    action = menu.addAction(text)
    if icon:
        action.setIcon(icons.icon(icon))
    action.triggered.connect(lambda _checked=False: slot())
    return action
