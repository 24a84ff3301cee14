"""A register: its rows as a table with a form beside them, for any kind of record."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.kinds import KINDS, Record
from mainstreamer.domain.plan import Put
from mainstreamer.operations import registers
from mainstreamer.storage.document import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.dialogs.paste_refused import PasteRefusedDialog
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pages.register_pictures import RegisterPictures
from mainstreamer.ui.pages.register_rows import RegisterRows
from mainstreamer.ui.reading import reading
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.labels import button, frame, label
from mainstreamer.ui.widgets.record_form import RecordForm

WIDE = 1240
"""From this width on the form stands beside the table, below it otherwise."""


class RegisterView(QWidget):
    """Add, duplicate, delete, paste, filter, sort, edit."""

    shown_changed = Signal()
    """Other rows are shown, or what is in them changed."""

    filters_cleared = Signal()
    """A row must be shown that a filter of the page around this view hides."""

    def __init__(self, session: Session, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.kind = session, kind
        rows = RegisterRows.of(session, kind)
        self.model, self.proxy, self.table = rows.model, rows.proxy, rows.table
        self.views = RegisterPictures(session, rows)
        self.form = RecordForm(session, kind)
        self.add_button, self.duplicate_button = button("primary"), button()
        self.delete_button, self.paste_button, self.form_button = button(), button(), button()
        self.filter = QLineEdit()
        self.count = label("muted")
        self.notice = Notice()
        self._wanted: Callable[[Record], bool] | None = None
        self._form_gave_way = False
        self._empty_title, self._empty_text = label("heading"), label("muted", wrap=True)
        self._empty_add, self._empty_paste = button("primary"), button()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_state()

    # -- making ------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(theme.current().px(120))
        self.filter.setMaximumWidth(theme.current().px(240))
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        for made in (self.add_button, self.duplicate_button, self.delete_button, self.paste_button):
            bar.addWidget(made)
        bar.addWidget(self.views.bar)
        bar.addStretch(1)
        bar.addWidget(self.count)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.form_button)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        theme.look(self.splitter, "clear")
        self.splitter.addWidget(self.views)
        self.splitter.addWidget(self.form)
        self.form_button.setCheckable(True)
        self.form_button.setChecked(True)
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self._empty_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        # Below the table, so that rows stay under the pointer when something is said.
        column.addWidget(self.notice)

    def _empty_page(self) -> QWidget:
        card = frame("card")
        card.setMaximumWidth(theme.current().px(640))
        inner = QVBoxLayout(card)
        inner.setContentsMargins(32, 28, 32, 28)
        inner.setSpacing(12)
        inner.addWidget(self._empty_title)
        inner.addWidget(self._empty_text)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._empty_add)
        row.addWidget(self._empty_paste)
        row.addStretch(1)
        inner.addSpacing(4)
        inner.addLayout(row)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 24, 0, 24)
        column.addWidget(card)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        for press in (self.add_button, self._empty_add):
            press.clicked.connect(self.add)
        for press in (self.paste_button, self._empty_paste):
            press.clicked.connect(self.paste)
        self.duplicate_button.clicked.connect(self.duplicate)
        self.delete_button.clicked.connect(self.delete)
        self.form_button.toggled.connect(self.form.setVisible)
        self.form.duplicate_wanted.connect(self.duplicate)
        self.form.delete_wanted.connect(self.delete)
        self.form.close_wanted.connect(self._on_form_closed)
        self.table.chosen.connect(self._on_chosen)
        self.views.opened.connect(self._on_opened)
        self.views.room_wanted.connect(self._on_room_wanted)
        self.shown_changed.connect(self.views.show_records)
        self.table.delete_wanted.connect(self.delete)
        self.table.paste_wanted.connect(self.paste)
        self.table.delegate.refused.connect(self._on_cell_refused)
        self.model.refused.connect(self._on_cell_refused)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.notice.undo_wanted.connect(self._on_undo_wanted)
        for keys, slot in (("Ctrl+N", self.add), ("Ctrl+D", self.duplicate), ("Ctrl+F", self._on_filter_wanted)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # -- what is embedded --------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The table is painted first; its form, the slower part, follows with the first row.
        QTimer.singleShot(0, self, self._choose_first)

    def _choose_first(self) -> None:
        if self.proxy.rowCount() and not self.table.selected():
            self.table.choose([self.records()[0].uid])

    def refresh(self, change: PlanChange | None) -> None:
        """Show the plan as it is now."""
        # A notice offers to undo the last verb; after another one, or on coming back to the page, it would undo that.
        self.notice.clear()
        place = self.table.place()
        self.model.refresh(change)
        if self._wanted is not None and change is None:
            self.proxy.refilter()
        if self.table.place() != place:
            self.table.restore(place)
        self.views.refresh(change)
        self.form.refresh(change)
        if not self.form.uids:
            self._on_chosen(self.table.selected())
        self._show_state()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        kind = self.kind
        for press, text, keys in (
            (self.add_button, words().kind(kind, "add"), "Ctrl+N"),
            (self.duplicate_button, t("Duplicate"), "Ctrl+D"),
            (self.delete_button, t("Delete"), t("Del")),
            (self.paste_button, t("Paste rows"), "Ctrl+V"),
        ):
            press.setText(text)
            press.setToolTip(f"{text} ({keys})")
        self.paste_button.setToolTip(t("Paste rows copied in Excel, with or without their headings (Ctrl+V)"))
        self.form_button.setText(t("Form"))
        self.form_button.setToolTip(t("Show or hide the form"))
        self.filter.setPlaceholderText(t("Filter (Ctrl+F)"))
        self.filter.setAccessibleName(t("Filter the rows"))
        self._empty_title.setText(words().kind(kind, "many"))
        self._empty_text.setText(words().kind(kind, "empty"))
        self._empty_add.setText(words().kind(kind, "add"))
        self._empty_paste.setText(t("Paste rows"))
        self.model.retranslate()
        self.table.retranslate()
        self.views.retranslate()
        self.form.retranslate()
        self.notice.retranslate()
        self._show_state()

    def show_place(self, uid: str, field: str) -> bool:
        """Choose a record's row and put the keyboard into a field of it."""
        if not self.choose(uid):
            return False
        self.form_button.setChecked(True)
        self.form.focus_field(field or KINDS[self.kind].title)
        return True

    def choose(self, uid: str) -> bool:
        """Choose a record's row, taking a filter off that hides it; False when the record is not there."""
        if self.model.row_of(uid) < 0:
            return False
        if self.proxy.shown_row(uid) < 0:
            self.filter.clear()
        if self.proxy.shown_row(uid) < 0:
            self.filters_cleared.emit()
            self.set_wanted(None)
        return self.table.choose([uid])

    def commit(self) -> None:
        """Put what is still being typed, in the form and in a cell."""
        editing = self.focusWidget()
        if editing is not None and self.table.viewport().isAncestorOf(editing):
            self.table.setFocus()
        self.form.commit()

    def history_subject(self) -> tuple[str, str, str] | None:
        """Whose history is meant by a person who is in this register."""
        chosen = self.table.selected()
        return (self.kind, chosen[0], "") if chosen else None

    def set_wanted(self, wanted: Callable[[Record], bool] | None) -> None:
        """Show only records for which this is true; None shows all."""
        self._wanted = wanted
        self._filter_rows()

    def records(self) -> list[Record]:
        """The records shown, in the order shown."""
        return self.proxy.records()

    # -- verbs -------------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Add a record and put the keyboard into the field that names it."""
        self.commit()
        uid, puts = registers.add(self.session.plan, self.kind)
        if self._put("add", puts):
            self.show_place(uid, KINDS[self.kind].title)

    def duplicate(self) -> None:
        """Add copies of the records chosen, and choose those."""
        self.commit()
        uids, puts = registers.duplicate(self.session.plan, self.kind, self.table.selected())
        if uids and self._put("duplicate", puts):
            self.table.choose(uids)
            self.table.setFocus()

    def delete(self) -> None:
        """Remove the records chosen. It is not asked whether: a line says what was done, and takes it back."""
        uids = self.table.selected()
        puts = registers.delete(self.session.plan, self.kind, uids)
        if not puts:
            return
        self.form.show_records(())
        if self._put("delete", puts):
            self.notice.say(n("{n} row deleted.", "{n} rows deleted.", len(uids)), undo=True)
            (self.table if self.model.rowCount() else self._empty_add).setFocus()
        else:
            self._on_chosen(uids)

    def paste(self) -> None:
        """Paste rows from the clipboard: all of them or none."""
        self.commit()
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.notice.say(t("There is nothing to paste: copy rows in Excel first."))
            return
        found = registers.paste(
            self.session.plan,
            self.kind,
            self._columns_from_current(),
            text,
            reading(self.session),
            self._rows_from_current(),
        )
        if found.refused:
            PasteRefusedDialog(self.kind, found.refused, self).open()
        elif self._put("paste", found.puts):
            self.table.choose(found.new_uids or found.changed_uids)
            parts = [n("{n} row added.", "{n} rows added.", len(found.new_uids))] if found.new_uids else []
            if found.changed_uids:
                parts.append(n("{n} row changed.", "{n} rows changed.", len(found.changed_uids)))
            self.notice.say(" ".join(parts), undo=True)
            self.table.setFocus()

    def _put(self, verb: str, puts: Sequence[Put]) -> bool:
        """Put, and show it at once also where nobody passes the news on."""
        if not self.session.put(verb, puts, self):
            return False
        self.refresh(None)
        return True

    def _columns_from_current(self) -> tuple[str, ...]:
        """Fields from the current cell on, in the order shown; all of them when no row is chosen."""
        head = self.table.horizontalHeader()
        order = [head.logicalIndex(place) for place in range(len(self.model.columns))]
        current = self.table.currentIndex()
        if current.isValid() and self.table.selected():
            order = order[head.visualIndex(current.column()) :]
        return tuple(self.model.columns[column] for column in order if self.model.type_of(column) is not None)

    def _rows_from_current(self) -> tuple[str, ...]:
        current = self.table.currentIndex()
        if not current.isValid() or not self.table.selected():
            return ()
        return tuple(self.proxy.uid(row) for row in range(current.row(), self.proxy.rowCount()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from a field of the form, or from the filter, to the table."""
        if event.key() == Qt.Key.Key_Escape and not self.table.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    # -- reacting ----------------------------------------------------------------------------------------------------

    def _on_chosen(self, uids: tuple[str, ...]) -> None:
        self.form.show_records(uids)
        self.views.show_selection()
        for press in (self.duplicate_button, self.delete_button):
            press.setEnabled(bool(uids) and self.session.document.writable)

    def _on_room_wanted(self, wanted: bool) -> None:
        """The form below gives way to a picture that needs its height, and comes back with the table."""
        below = self.splitter.orientation() == Qt.Orientation.Vertical
        if wanted and below and self.form_button.isChecked():
            self._form_gave_way = True
            self.form_button.setChecked(False)
        elif not wanted and self._form_gave_way:
            self._form_gave_way = False
            self.form_button.setChecked(True)

    def _on_opened(self, uid: str) -> None:
        self.show_place(uid, "")

    def _on_filter_wanted(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def _on_filter_changed(self, _text: str) -> None:
        self._filter_rows()

    def _filter_rows(self) -> None:
        place = self.table.place()
        self.proxy.set_filter(self.filter.text(), self._wanted)
        if self.table.place() != place:
            self.table.restore(place)
        self._show_state()

    def _on_undo_wanted(self) -> None:
        self.notice.clear()
        self.session.undo()
        self.refresh(None)
        self.table.setFocus()

    def _on_form_closed(self) -> None:
        self.form_button.setChecked(False)
        self.table.setFocus()

    def _on_cell_refused(self, sentence: str) -> None:
        if sentence:
            self.notice.say(f"⚠ {sentence}", wrong=True)
        else:
            self.notice.clear()

    def _show_state(self) -> None:
        shown, of = self.proxy.rowCount(), self.model.rowCount()
        if shown == of:
            self.count.setText(n("{n} row", "{n} rows", of))
        else:
            self.count.setText(t("{shown} of {of} shown", shown=words().number(shown), of=words().number(of)))
        self._stack.setCurrentIndex(0 if of else 1)
        self._bar.setVisible(bool(of))
        writable = self.session.document.writable
        for press in (self.add_button, self.paste_button, self._empty_add, self._empty_paste):
            press.setEnabled(writable)
        chosen = bool(self.table.selected())
        self.duplicate_button.setEnabled(chosen and writable)
        self.delete_button.setEnabled(chosen and writable)
        self.shown_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= theme.current().px(WIDE)
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() != wanted or not event.oldSize().isValid():
            self.splitter.setOrientation(wanted)
            room = event.size().width() if wide else event.size().height() - theme.current().px(48)
            share = 0.6 if wide else 0.44
            self.splitter.setSizes([int(room * share), int(room * (1 - share))])


class Notice(QWidget):
    """A quiet line about what was just done, with a way to take it back."""

    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text: QLabel = label("muted", wrap=True)
        self.undo: QPushButton = button("link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text)
        row.addWidget(self.undo)
        row.addStretch(1)
        self.undo.clicked.connect(self.undo_wanted)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.undo.setText(t("Undo"))
        self.undo.setAccessibleName(t("Undo"))

    def say(self, text: str, *, undo: bool = False, wrong: bool = False) -> None:
        """Show a line."""
        theme.look(self.text, "error" if wrong else "muted")
        longest = max(map(self.text.fontMetrics().horizontalAdvance, text.splitlines()), default=0)
        self.text.setWordWrap(longest > self.width() - theme.current().px(120))
        self.text.setText(text)
        self.undo.setVisible(undo)
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        self.hide()
