"""A register: its rows as a table with a form beside them, for any kind of record."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mainstreamer.domain.kinds import KINDS, Record
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.models.register_columns import MONEY_YEARS, RUN_YEARS
from mainstreamer.ui.pages.register_empty import EmptyRegister
from mainstreamer.ui.pages.register_filters import RegisterFilters
from mainstreamer.ui.pages.register_menus import FILTER_KEYS, RegisterMenus
from mainstreamer.ui.pages.register_pictures import RegisterPictures
from mainstreamer.ui.pages.register_rows import RegisterRows
from mainstreamer.ui.pages.register_state import RegisterState
from mainstreamer.ui.pages.register_verbs import RegisterVerbs
from mainstreamer.ui.pages.registry import TABLE
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.filter_strip import FilterStrip
from mainstreamer.ui.widgets.form_splitter import FormSplitter
from mainstreamer.ui.widgets.laid_out import laid_out_once
from mainstreamer.ui.widgets.notice import Notice
from mainstreamer.ui.widgets.page_stack import PageStack
from mainstreamer.ui.widgets.record_form import RecordForm
from mainstreamer.ui.widgets.register_bar import COPY, DELETE, DUPLICATE, FILL, PASTE, RegisterBar
from mainstreamer.ui.widgets.register_totals import RegisterTotals


class RegisterView(QWidget):
    """Add, duplicate, delete, paste, filter, sort, edit."""

    shown_changed = Signal()
    """Other rows are shown, or what is in them changed."""
    filters_cleared = Signal()
    """A row must be shown that a test of the page around this view hides."""

    def __init__(
        self, session: Session, kind: str, parent: QWidget | None = None, heading: QWidget | None = None
    ) -> None:
        """`heading` stands in the toolbar before all else."""
        super().__init__(parent)
        self.session, self.kind = session, kind
        self._choosing = Slices(self)
        # From the outside in: what has its place in the window already is dressed once.
        self._stack = PageStack(self)
        self.splitter = FormSplitter(self._stack)
        rows = RegisterRows.of(session, kind)
        self.model, self.proxy, self.table = rows.model, rows.proxy, rows.table
        self.views = RegisterPictures(session, rows, self.splitter)
        self.form = RecordForm(session, kind, self.splitter)
        self.bar = RegisterBar(kind, self.views.bar, len(self.views.buttons) > 1, heading, self)
        self.add_button, self.delete_button, self.form_button = self.bar.add, self.bar.delete, self.bar.form
        self.filter = self.bar.filter
        self.splitter.follow(self.form_button)
        self.strip = FilterStrip(rows.model.vocabulary, self)
        self.totals = RegisterTotals(rows.model, rows.proxy, rows.table, self)
        self.notice = Notice(self)
        self.state = RegisterState(session, rows)
        self.filters = RegisterFilters(session, rows, self.state, self.filter, self.strip)
        self.verbs = RegisterVerbs(session, rows, self.notice, self)
        self.menus = RegisterMenus(rows, self.state, self)
        self._empty: EmptyRegister | None = None
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- making ------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._stack.addWidget(self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.bar)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        # Below the table, so that rows stay under the pointer when something is said.
        column.addWidget(self.totals)
        column.addWidget(self.notice)

    def _connect(self) -> None:
        verbs: dict[str, Callable[[], object]] = {
            DUPLICATE: self.duplicate,
            FILL: self.fill_down,
            COPY: self.verbs.copy,
            PASTE: self.paste,
            DELETE: self.delete,
        }
        for verb, run in verbs.items():
            self.bar.connect_verb(verb, run)
        self.menus.verbs = verbs
        for press, slot in (
            (self.add_button, self.add),
            (self.delete_button, self.delete),
        ):
            press.clicked.connect(slot)
        self.form_button.toggled.connect(self._on_form_toggled)
        self.form.duplicate_wanted.connect(self.duplicate)
        self.form.delete_wanted.connect(self.delete)
        self.form.set_wanted.connect(self.verbs.set_field)
        self.form.close_wanted.connect(self._on_form_closed)
        self.verbs.added.connect(self._on_added)
        self.verbs.choose_wanted.connect(self._on_choose_wanted)
        self.verbs.deleting.connect(self._on_deleting)
        self.verbs.done.connect(self._on_done)
        self.views.opened.connect(self._on_opened)
        self.views.room_wanted.connect(self.splitter.give_room)
        self.shown_changed.connect(self.views.show_records)
        self.totals.counted_otherwise, self.totals.in_picture = self.views.counted, self.views.in_picture
        self.views.view_shown.connect(self.totals.follow)
        table = self.table
        table.chosen.connect(self._on_chosen)
        table.current_moved.connect(self._on_current_moved)
        for deed in (table.touched, self.views.view_shown, self.filters.filtered, self.form_button.toggled):
            deed.connect(self.notice.pass_by)
        table.delete_wanted.connect(self.delete)
        table.copy_wanted.connect(self.verbs.copy)
        table.paste_wanted.connect(self.paste)
        table.fill_wanted.connect(self.fill_down)
        table.delegate.refused.connect(self._on_cell_refused)
        self.model.refused.connect(self._on_cell_refused)
        self.proxy.settled.connect(self._show_state)
        self.state.changed.connect(self._on_state_changed)
        self.menus.link_wanted.connect(self._on_link_wanted)
        self.menus.all_wanted.connect(self.filters.clear)
        self.strip.opened.connect(self._on_filter_opened)
        self.filters.filtered.connect(self._show_state)
        self.bar.view_menu.aboutToShow.connect(self._on_view_menu)
        self.notice.undo_wanted.connect(self._on_undo_wanted)
        self.session.taken_back.connect(self._on_taken_back)
        # Adding and filtering also answer where the keyboard is outside, on a tab of the page or in the rail.
        within, around = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WindowShortcut
        for keys, wanted, context in (
            ("Ctrl+N", self.add, around),
            ("Ctrl+F", self._on_filter_wanted, around),
            ("Ctrl+Shift+D", self.duplicate, within),
            (FILTER_KEYS, self.menus.filter_current, within),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(context)
            shortcut.activated.connect(wanted)

    @property
    def empty(self) -> EmptyRegister:
        """What stands in the place of the table while there are no rows; made when there are none."""
        if self._empty is None:
            made = self._empty = EmptyRegister(self.kind, self._stack)
            for press, slot in ((made.add, self.add), (made.list, self.enter_list), (made.paste, self.paste)):
                press.clicked.connect(slot)
            made.table.clicked.connect(lambda: self.session.page_wanted.emit(TABLE.key, "new", {"kind": self.kind}))
            made.retranslate()
            self._stack.addWidget(made)
        return self._empty

    # -- what is embedded --------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The table is painted first; its form, the slower part, follows with the first row.
        self._choosing.soon(self._choose_first)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.state.flush()

    def _choose_first(self) -> None:
        if self.proxy.rowCount() and not self.table.selected():
            self.table.choose([self.proxy.uid(0)])

    def refresh(self, change: PlanChange | None) -> None:
        """Show the plan as it is now."""
        # A notice offers to undo the last verb; after another one, or on coming back to the page, it would undo that.
        self.notice.clear()
        self.model.refresh(change)
        self.filters.refresh(change)
        self.views.refresh(change)
        self.form.refresh(change)
        if not self.form.uids:
            self._on_chosen(self.table.selected())
        self._show_state()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.views.retranslate()
        self.bar.retranslate()
        if self._empty is not None:
            self._empty.retranslate()
        self.model.retranslate()
        self.table.retranslate()
        self.form.retranslate()
        self.notice.retranslate()
        self.strip.retranslate()
        self._show_state()

    def show_place(self, uid: str, field: str) -> bool:
        """Choose a record's row and put the keyboard into a field of it."""
        if not self.choose(uid):
            return False
        self.form_button.setChecked(True)
        self.form.focus_field(field or KINDS[self.kind].title)
        return True

    def choose(self, uid: str) -> bool:
        """Choose a record's row, taking filters off that hide it; False when the record is not there."""
        if self.model.row_of(uid) < 0:
            return False
        self.proxy.finish()
        if self.proxy.shown_row(uid) < 0:
            self.filters.clear()
            self.proxy.finish()
        if self.proxy.shown_row(uid) < 0:
            self.filters_cleared.emit()
            self.filters.set_wanted(None)
            self.proxy.finish()
        return self.table.choose([uid])

    def commit(self) -> None:
        """Put what is still being typed, in the form and in a cell."""
        editing = self.focusWidget()
        if editing is not None and self.table.viewport().isAncestorOf(editing):
            self.table.setFocus()
        self.form.commit()
        self.state.flush()

    def history_subject(self) -> tuple[str, str, str] | None:
        """Whose history is meant by a person who is in this register."""
        chosen = self.table.selected()
        return (self.kind, chosen[0], "") if chosen else None

    def records(self) -> list[Record]:
        """The records shown, in the order shown."""
        return self.proxy.records()

    # -- verbs -------------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Add a record and put the keyboard into the field that names it."""
        self.commit()
        self.verbs.add()

    def enter_list(self) -> None:
        """Begin all records of the register's list, and show them as a picture."""
        self.commit()
        if self.verbs.enter_list():
            self.show_picture(next(key for key in self.views.buttons if key != self.views.shown))

    def show_picture(self, key: str) -> None:
        """Show a picture of the register, or its table again."""
        if key in self.views.buttons:
            self.views.show_view(key)

    def duplicate(self) -> None:
        """Add copies of the records chosen, and choose those."""
        self.commit()
        self.verbs.duplicate()

    def fill_down(self) -> None:
        """Put the topmost value of the current column into all rows chosen."""
        self.commit()
        self.verbs.fill_down()

    def paste(self) -> None:
        """Show what pasting would change, and put it when a person agrees."""
        self.commit()
        self.verbs.paste()

    def delete(self) -> None:
        """Remove the records chosen; a line says so, and takes it back."""
        uids = self.table.selected()
        if self.verbs.delete():
            (self.table if self.model.rowCount() else self.empty.add).setFocus()
        else:
            self._on_chosen(uids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from a field of the form, or from the filter, to the table."""
        if event.key() == Qt.Key.Key_Escape and not self.table.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    # -- reacting ----------------------------------------------------------------------------------------------------

    def _on_added(self, uid: str) -> None:
        self.show_place(uid, KINDS[self.kind].title)

    def _on_choose_wanted(self, uids: tuple[str, ...]) -> None:
        if uids and self.choose(uids[0]):
            self.table.choose(uids)
        self.table.setFocus()

    def _on_deleting(self) -> None:
        self.form.show_records(())

    def _on_done(self) -> None:
        """Show it at once also where nobody passes the news on."""
        self.refresh(None)

    def _on_chosen(self, uids: tuple[str, ...]) -> None:
        self.form.show_records(uids)
        self.views.show_selection()
        self.totals.follow_selection()
        self.bar.show_state(self.session.document.writable, bool(uids))

    def _on_current_moved(self) -> None:
        self.form.show_column(self.table.current_column)

    def _on_opened(self, uid: str) -> None:
        self.show_place(uid, "")

    def _on_link_wanted(self, kind: str, uid: str) -> None:
        self.session.place_wanted.emit(kind, uid, KINDS[kind].title)

    def _on_filter_wanted(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def _on_filter_opened(self, name: str, box: QRect) -> None:
        self.menus.show_filter(name, box)

    def _on_state_changed(self) -> None:
        money, year = self.state.filter_of(MONEY_YEARS).values, self.state.filter_of(RUN_YEARS).values
        self.totals.set_years(money or (year if len(year) == 1 else ()))
        self.totals.follow()

    def _on_view_menu(self) -> None:
        self.menus.fill_view_menu(self.bar.view_menu)

    def _on_undo_wanted(self) -> None:
        self.notice.clear()
        self.session.undo()
        self.refresh(None)
        self.table.setFocus()

    def _on_taken_back(self, verb: str, again: bool) -> None:
        """Say what was undone, also where it is outside the part of a picture that is in view."""
        if not verb or not self.isVisible():
            return
        name = words().word("verb", verb)
        said = t("Done again: {verb}.", verb=name) if again else t("Undone: {verb}.", verb=name)
        self.notice.say(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.notice, said))

    def _on_form_toggled(self, shown: bool) -> None:
        self.form.setVisible(shown)
        # The table has its new size only after the layout ran.
        QTimer.singleShot(0, self.table, self.table.show_current)

    def _on_form_closed(self) -> None:
        self.form_button.setChecked(False)
        self.table.setFocus()

    def _on_cell_refused(self, sentence: str) -> None:
        if sentence:
            self.notice.say(f"⚠ {sentence}", wrong=True)
        else:
            self.notice.clear()

    def _show_state(self) -> None:
        filled, writable = bool(self.model.rowCount()), self.session.document.writable
        with laid_out_once(self.bar, self.strip, self):
            self._stack.setCurrentWidget(self.splitter if filled else self.empty)
            self.bar.show_controls(filled)
            self.totals.show_where(filled)
            self.filters.show_filters()
            self.bar.show_state(writable, bool(self.table.selected()))
            self.totals.follow()
        if self._empty is not None:
            self._empty.set_writable(writable)
        self.menus.writable = writable
        if filled and not self.proxy.rowCount():
            # Nothing is chosen where nothing is shown; a table that lost all its rows does not tell.
            self.form.show_records(())
        self.shown_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.splitter.fit(event)
        self.totals.give_way()
