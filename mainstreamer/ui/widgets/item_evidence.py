"""Evidence of an item: what it rests on, and a line to add more."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from mainstreamer.domain.kinds import Evidence
from mainstreamer.operations import answering
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import button, label

VERB_ADD, VERB_TIE, VERB_UNTIE = "add_evidence", "tie_evidence", "untie_evidence"


class ItemEvidence(QWidget):
    """Chips of the documents an item rests on, and a line that takes a new one or finds one already in the plan."""

    place_wanted = Signal(str, str, str)

    def __init__(self, session: Session, item: str) -> None:
        super().__init__()
        self._session = session
        self._item = item
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._caption = label("note")
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        layout.addWidget(self._caption)
        layout.addWidget(self._row)
        self._entry = QWidget()
        entry = QHBoxLayout(self._entry)
        entry.setContentsMargins(0, 0, 0, 0)
        self._title, self._reference = _Entry(), _Entry()
        for field in (self._title, self._reference):
            field.returnPressed.connect(self._on_add_pressed)
            field.left.connect(self._hide_entry)
        self._add = button()
        self._add.clicked.connect(self._on_add_pressed)
        entry.addWidget(self._title, 3)
        entry.addWidget(self._reference, 2)
        entry.addWidget(self._add)
        layout.addWidget(self._entry)
        self._entry.hide()
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._title.setCompleter(completer)
        self._shown: object = None

    def retranslate(self) -> None:
        self._caption.setText(t("Evidence"))
        self._title.setPlaceholderText(t("Document, decision, table or minutes"))
        self._title.setAccessibleName(t("Title of the evidence"))
        self._reference.setPlaceholderText(t("Number, article, page"))
        self._reference.setAccessibleName(t("Number, article, page"))
        self._add.setText(t("Add"))
        self._shown = None
        self.refresh()

    def refresh(self) -> None:
        """Show the evidence as it is in the plan now."""
        rows = self._session.plan.evidence_of_items.get(self._item, ())
        if rows == self._shown:
            return
        self._shown = rows
        self._flow.clear()
        for row in rows:
            press = button("chip")
            name = ", ".join(part for part in (row.title, row.reference) if part)
            press.setText(press.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, theme.current().px(320)))
            press.setToolTip(name)
            press.setAccessibleName(t("Evidence: {name}", name=name))
            press.setProperty("uid", row.uid)
            press.clicked.connect(self._on_chip_clicked)
            self._flow.addWidget(press)
        more = button("link")
        more.setText(t("+ add evidence"))
        more.clicked.connect(self._on_more_clicked)
        self._flow.addWidget(more)
        self._row.updateGeometry()

    def _on_more_clicked(self) -> None:
        self._names.setStringList([row.title for row in self._session.plan.evidence if self._item not in row.items])
        self._entry.show()
        self._title.setFocus()

    def _hide_entry(self) -> None:
        self._title.clear()
        self._reference.clear()
        self._entry.hide()

    def _on_add_pressed(self) -> None:
        title, reference = self._title.text().strip(), self._reference.text().strip()
        if not title:
            self._title.setFocus()
            return
        known = next((row for row in self._session.plan.evidence if row.title == title and not reference), None)
        if known is not None:
            done = self._session.put(VERB_TIE, answering.tie_evidence(known, self._item))
        else:
            values = {"title": title, "reference": reference}
            _uid, puts = answering.add_evidence(self._session.plan, self._item, **values)
            done = self._session.put(VERB_ADD, puts)
        if done:
            self._hide_entry()

    def _on_chip_clicked(self) -> None:
        uid = str(self.sender().property("uid"))
        row = self._session.plan.find("evidence", uid)
        if not isinstance(row, Evidence):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        show = QAction(t("Open in the evidence register"), menu)
        show.setData(uid)
        show.triggered.connect(self._on_show_triggered)
        away = QAction(t("Take off this item"), menu)
        away.setData(uid)
        away.triggered.connect(self._on_untie_triggered)
        menu.addActions([show, away])
        sender = self.sender()
        if isinstance(sender, QWidget):
            menu.popup(sender.mapToGlobal(sender.rect().bottomLeft()))

    def _on_show_triggered(self) -> None:
        self.place_wanted.emit("evidence", str(self._data()), "title")

    def _on_untie_triggered(self) -> None:
        row = self._session.plan.find("evidence", str(self._data()))
        if isinstance(row, Evidence):
            self._session.put(VERB_UNTIE, answering.untie_evidence(row, self._item))

    def _data(self) -> object:
        sender = self.sender()
        return sender.data() if isinstance(sender, QAction) else ""


class _Entry(QLineEdit):
    """A line that Esc leaves."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
