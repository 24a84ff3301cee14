"""Evidence of an item: what it rests on, a line to add more, and files dropped onto it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QCompleter, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from mainstreamer.domain.kinds import Evidence
from mainstreamer.operations import answering
from mainstreamer.ui import icons, theme
from mainstreamer.ui.drops import dropped
from mainstreamer.ui.file_words import size_text
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.file_actions import ask_files, evidence_icon, fill_menu
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import button, label

VERB_ADD, VERB_TIE, VERB_UNTIE = "add_evidence", "tie_evidence", "untie_evidence"


class ItemEvidence(QWidget):
    """Chips of the documents an item rests on, a line that takes a new one or finds one already in the plan, and a button
    for files. What was typed into the line is added when the person goes elsewhere."""

    place_wanted = Signal(str, str, str)

    def __init__(self, session: Session, item: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._item = item
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        self._caption = label("note", parent=self)
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        layout.addWidget(self._caption)
        layout.addWidget(self._row)
        self._entry: _EntryLine | None = None
        self.said = label("note", wrap=True, parent=self)
        self.said.hide()
        layout.addWidget(self.said)
        self._shown: object = None
        session.files.told.connect(self._on_told)
        session.files.progressed.connect(self._on_progressed)
        session.files.added.connect(self._on_added)

    def retranslate(self) -> None:
        self._caption.setText(t("Evidence"))
        if self._entry is not None:
            self._entry.retranslate()
        self._shown = None
        self.refresh()

    def _rows(self) -> tuple[Evidence, ...]:
        return tuple(self._session.plan.evidence_of_items.get(self._item, ()))

    def refresh(self) -> None:
        """Show the evidence as it is in the plan now."""
        rows = self._rows()
        if rows == self._shown:
            return
        self._shown = rows
        focused, had_focus = self._focused_chip(), self._row.isAncestorOf(self.window().focusWidget() or self)
        self._flow.clear()
        for row in rows:
            self._flow.addWidget(self._chip(row))
        more, files = button("link"), button("link")
        more.setText(t("+ add evidence"))
        more.clicked.connect(self._on_more_clicked)
        files.setText(t("+ add files …"))
        files.setToolTip(t("Choose files, drop them onto this card, or paste them (Ctrl+V)."))
        files.clicked.connect(self._on_files_clicked)
        for made in (more, files):
            made.installEventFilter(self)
            made.setEnabled(self._session.document.writable)
            self._flow.addWidget(made)
        self._row.updateGeometry()
        if focused:
            self._focus_chip(focused)
        elif had_focus:
            files.show()
            files.setFocus()

    def _chip(self, row: Evidence) -> QWidget:
        press = button("chip")
        name = ", ".join(part for part in (row.title, row.reference, row.page) if part)
        press.ensurePolished()
        text = press.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, theme.current().px(300))
        press.setText(text.replace("&", "&&"))
        press.setIcon(icons.icon(evidence_icon(row), "muted"))
        lines = [name]
        if row.file is not None:
            lines.append(f"{row.file.name}  ·  {size_text(row.file.size)}")
        if row.link:
            lines.append(row.link)
        press.setToolTip("\n".join(lines))
        press.setAccessibleName(t("Evidence: {name}", name=name))
        press.setAccessibleDescription(". ".join(lines[1:]))
        press.setProperty("uid", row.uid)
        press.clicked.connect(self._on_chip_clicked)
        press.installEventFilter(self)
        return press

    def _focused_chip(self) -> str:
        focused = self.window().focusWidget()
        return str(focused.property("uid") or "") if focused is not None and self._row.isAncestorOf(focused) else ""

    def _focus_chip(self, uid: str) -> None:
        for place in range(self._flow.count()):
            item = self._flow.itemAt(place)
            widget = None if item is None else item.widget()
            if widget is not None and widget.property("uid") == uid:
                widget.show()  # a widget that a layout has just taken in is shown later, and could not take the focus yet
                widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- typing ------------------------------------------------------------------------------------------------------

    @property
    def entry(self) -> _EntryLine:
        """The line that takes new evidence, made when somebody wants to add some."""
        if self._entry is None:
            made = self._entry = _EntryLine(self)
            made.add.clicked.connect(self._on_add_pressed)
            for field in made.fields:
                field.returnPressed.connect(self._on_add_pressed)
                field.left.connect(made.leave)
                field.focus_lost.connect(self._on_focus_lost)
            self._column.insertWidget(2, made)
        return self._entry

    def _on_more_clicked(self) -> None:
        self.entry.names.setStringList(
            [row.title for row in self._session.plan.evidence if self._item not in row.items]
        )
        self.entry.show()
        self.entry.title.setFocus()

    def _on_add_pressed(self) -> None:
        before = {row.uid for row in self._rows()}
        if not self.commit():
            self.entry.title.setFocus()
            return
        for row in self._rows():
            if row.uid not in before:
                self._focus_chip(row.uid)

    def _on_focus_lost(self) -> None:
        """The person went on to something outside the line: what stands in it is kept."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.entry.isAncestorOf(focused):
            self.commit()

    def commit(self) -> bool:
        """Add what stands in the line; False when there is nothing in it, or when the plan could not take it."""
        line = self._entry
        if line is None or line.isHidden():
            return False
        title, reference, page = (field.text().strip() for field in line.fields)
        if not (title or reference or page):
            return False
        known = next((row for row in self._session.plan.evidence if row.title == title and not reference), None)
        if known is not None and (not page or page == known.page):
            done = self._session.put(VERB_TIE, answering.tie_evidence(known, self._item))
        else:
            # Without a title, what there is names the evidence until somebody gives it a better one.
            values = {"title": title or reference or page, "reference": reference, "page": page}
            _uid, puts = answering.add_evidence(self._session.plan, self._item, **values)
            done = self._session.put(VERB_ADD, puts)
        if done:
            line.leave()
        return done

    # -- files -------------------------------------------------------------------------------------------------------

    def add_files(self, files: list[Path], pages: list[str]) -> None:
        """Make evidence of this item of files and web pages."""
        self._session.files.add(files, pages, self._item, self)

    def _on_files_clicked(self) -> None:
        self.add_files(ask_files(self), [])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files are pasted with Ctrl+V onto a chip or a button of this row."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        paste = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)
        if pressed and paste and self._session.document.writable:
            files, pages = dropped(QGuiApplication.clipboard().mimeData())
            self.add_files(files, pages)
            return bool(files or pages)
        return super().eventFilter(watched, event)

    def _on_told(self, origin: object, text: str, _undo: bool) -> None:
        if origin is self:
            self._say(text)

    def _on_added(self, origin: object, uids: tuple[str, ...]) -> None:
        """The keyboard goes on from what was added, unless the person is elsewhere by now."""
        if origin is self and uids and self._row.isAncestorOf(self.window().focusWidget() or self):
            self._focus_chip(uids[-1])

    def _on_progressed(self, origin: object, text: str) -> None:
        if origin is self:
            self._say(text)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    # -- chips -------------------------------------------------------------------------------------------------------

    def _on_chip_clicked(self) -> None:
        sender = self.sender()
        if not isinstance(sender, QWidget):
            return
        uid = str(sender.property("uid"))
        if self._session.plan.find("evidence", uid) is None:
            return
        self._say("")
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self._session, uid, self)
        menu.addSeparator()
        show = QAction(icons.icon("table"), t("Open in the evidence register"), menu)
        show.setData(uid)
        show.triggered.connect(self._on_show_triggered)
        past = QAction(icons.icon("clock-counter-clockwise"), t("History …"), menu)
        past.setData(uid)
        past.triggered.connect(self._on_history_triggered)
        away = QAction(icons.icon("minus-circle"), t("Take off this item"), menu)
        away.setData(uid)
        away.setEnabled(self._session.document.writable)
        away.triggered.connect(self._on_untie_triggered)
        menu.addActions([show, past, away])
        menu.popup(sender.mapToGlobal(sender.rect().bottomLeft()))

    def _on_show_triggered(self) -> None:
        self.place_wanted.emit("evidence", str(self._data()), "title")

    def _on_history_triggered(self) -> None:
        self._session.history_wanted.emit("evidence", str(self._data()), "")

    def _on_untie_triggered(self) -> None:
        row = self._session.plan.find("evidence", str(self._data()))
        if isinstance(row, Evidence):
            self._session.put(VERB_UNTIE, answering.untie_evidence(row, self._item))

    def _data(self) -> object:
        sender = self.sender()
        return sender.data() if isinstance(sender, QAction) else ""


class _EntryLine(QWidget):
    """Title, number and page of new evidence; a title already in the plan is offered while it is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self.reference, self.page = _Entry(), _Entry(), _Entry()
        self.fields = (self.title, self.reference, self.page)
        self.add = button()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for field, share in zip(self.fields, (5, 3, 3), strict=True):
            row.addWidget(field, share)
        row.addWidget(self.add)
        self.names = QStringListModel(self)
        completer = QCompleter(self.names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.title.setCompleter(completer)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setPlaceholderText(t("Document, decision, table or minutes"))
        self.title.setAccessibleName(t("Title of the evidence"))
        self.reference.setPlaceholderText(t("Number or reference"))
        self.reference.setAccessibleName(t("Number or reference"))
        self.page.setPlaceholderText(t("Page or article"))
        self.page.setAccessibleName(t("Page or article"))
        self.add.setText(t("Add"))

    def leave(self) -> None:
        """Empty the line and put it away."""
        for field in self.fields:
            field.clear()
        self.hide()


class _Entry(QLineEdit):
    """A line that Esc leaves."""

    left = Signal()
    focus_lost = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        away = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in away:
            self.focus_lost.emit()
