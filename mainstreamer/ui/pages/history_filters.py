"""The line of filters above the history: person, institution, kind, day and words."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from mainstreamer.domain.fields import Date
from mainstreamer.domain.kinds import KINDS
from mainstreamer.storage.looking_back import Wanted
from mainstreamer.ui import theme
from mainstreamer.ui.changes import bounds_of
from mainstreamer.ui.history_search import HistorySearch
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.bar_layout import bar
from mainstreamer.ui.widgets.editors import DateEditor
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.labels import button

TYPING_MS = 250
"""So long nothing must be typed before words are looked for."""


class HistoryFilters(QWidget):
    """What a person wants to see of the history."""

    changed = Signal()
    """Other lines are wanted."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.person, self.institution, self.kind = StillCombo(), StillCombo(), StillCombo()
        self.day = DateEditor(Date(), session)
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.clear_button: QPushButton = button("link")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        row = bar(self)
        for box in (self.person, self.institution, self.kind):
            box.set_letters(16)
            row.addWidget(box)
            box.currentIndexChanged.connect(self._on_chosen)
        self.day.setFixedWidth(theme.current().px(160))
        self.text.setMinimumWidth(theme.current().px(120))
        self.text.setMaximumWidth(theme.current().px(220))
        row.addWidget(self.day)
        row.addWidget(self.text)
        row.addWidget(self.clear_button)
        self.day.changed.connect(self._on_chosen)
        self.day.line.textChanged.connect(self._offer_clearing)
        self.text.textChanged.connect(self._on_typed)
        self._typing.timeout.connect(self.changed)
        self.clear_button.clicked.connect(self.clear)

    @property
    def waits(self) -> bool:
        """Whether words were typed that are looked for only in a moment."""
        return self._typing.isActive()

    @property
    def is_filtered(self) -> bool:
        """Whether anything is wanted besides everything."""
        chosen = any(box.currentIndex() > 0 for box in (self.person, self.institution, self.kind))
        return chosen or bool(self.day.line.text()) or bool(self.text.text())

    def search(self) -> HistorySearch:
        """The search for what is wanted now."""
        day = self.day.value()
        since, until = bounds_of(day) if day is not None else ("", "")
        wanted = Wanted(
            self.person.currentData(), self.institution.currentData(), self.kind.currentData() or "", since, until
        )
        return HistorySearch(self._session, wanted, self.text.text())

    def settle(self) -> None:
        """Nothing waits any more: what was typed is looked for now."""
        self._typing.stop()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        for control, name in (
            (self.person, t("Who")),
            (self.institution, t("Institution")),
            (self.kind, t("Kind of record")),
            (self.text, t("Words in the history")),
        ):
            control.setAccessibleName(name)
        self.day.set_words(t("Day"))
        self.day.retranslate()
        self.day.line.setPlaceholderText(t("Any day"))
        self.text.setPlaceholderText(t("Search"))
        self.clear_button.setText(t("Clear"))
        self.clear_button.setAccessibleName(t("Clear the filters"))
        self.offer()

    def offer(self) -> None:
        """Offer the persons, institutions and kinds that there are, keeping what is chosen."""
        authors = self._session.document.past.authors()
        nobody = t("(no name)")
        people = [(name or nobody, name) for name in sorted({person for person, _institution in authors})]
        places = [(name or nobody, name) for name in sorted({institution for _person, institution in authors})]
        kinds = sorted((words().kind(kind, "many"), kind) for kind in KINDS)
        for box, every, rows in (
            (self.person, t("Everybody"), people),
            (self.institution, t("All institutions"), places),
            (self.kind, t("All kinds"), kinds),
        ):
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(every, None)
            for name, value in rows:
                box.addItem(name, value)
            box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
            box.blockSignals(False)
        self._offer_clearing()

    def clear(self) -> None:
        """Want everything."""
        if self.clear_button.hasFocus():
            self.text.setFocus()  # the button will be disabled
        for box in (self.person, self.institution, self.kind):
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.day.set_value(None)
        self.day.line.setPlaceholderText(t("Any day"))
        self.text.clear()
        self._offer_clearing()
        self.changed.emit()

    def _offer_clearing(self) -> None:
        self.clear_button.setEnabled(self.is_filtered)

    def _on_chosen(self, _value: object) -> None:
        self._offer_clearing()
        self.changed.emit()

    def _on_typed(self, _text: str) -> None:
        self._offer_clearing()
        self._typing.start()
