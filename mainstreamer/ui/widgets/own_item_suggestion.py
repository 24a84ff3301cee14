"""A suggested action of an item that a plan adapts: its two texts, and what else an own one says."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mainstreamer.domain.checklist import ACTION_TEXTS, SuggestedAction, action_text_name
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.labels import button, label, rule
from mainstreamer.ui.widgets.record_fields import RecordFields
from mainstreamer.ui.widgets.wording_field import WordingField

WRITTEN = ("item", "action", "output", "language")
"""Fields of an own suggestion that stand as texts, or are given by the program."""


class SuggestionBox(QWidget):
    """Shows one suggestion at a time; made once, used for one item after the other."""

    withdrawn = Signal(str)
    """An own suggestion is to go."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.key = ""
        self.own = False
        self._note = label("note", wrap=True)
        self.fields = [WordingField(name, session.document.writable) for name in ACTION_TEXTS]
        self.record: RecordFields | None = None
        self.away = button("link")
        self.away.clicked.connect(self._on_away_clicked)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._note, 1)
        head.addWidget(self.away)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(rule())
        self._column.addLayout(head)
        for field in self.fields:
            self._column.addWidget(field)
        theme.look(self, "plain")

    def show_suggestion(self, number: int, suggestion: SuggestedAction) -> None:
        """Show a suggestion; its texts are shown by whoever knows the language, and were committed before."""
        self.key = suggestion.key
        self.own = self._session.plan.find("item_action", suggestion.key) is not None
        for field, name in zip(self.fields, ACTION_TEXTS, strict=True):
            field.name = action_text_name(suggestion.key, name)
        if self.own:
            if self.record is None:
                self.record = RecordFields(self._session, "item_action", WRITTEN, headings=False)
                self._column.addWidget(self.record)
            self.record.show_record(suggestion.key)
        elif self.record is not None:
            self.record.uid = ""
        if self.record is not None:
            self.record.setVisible(self.own)
        self.away.setVisible(self.own and self._session.document.writable)
        self._say(number, suggestion)

    def _say(self, number: int, suggestion: SuggestedAction) -> None:
        speech = words()
        if self.own:
            said = t("Suggestion {number}, own", number=number)
        else:
            parts = [
                speech.choice("institution_type", suggestion.lead),
                n("{n} quarter", "{n} quarters", suggestion.quarters),
                speech.choice("indicator", suggestion.indicator),
            ]
            said = t("Suggestion {number}, as shipped", number=number)
            said += ": " + " · ".join(part for part in parts if part)
        self._note.setText(said)
        self.away.setText(t("Take the suggestion away"))
        self.away.setIcon(icons.icon("trash", "accent"))
        self.away.setAccessibleName(f"{self.away.text()}: {number}")

    def titles(self) -> list[str]:
        """The names of the two texts."""
        return [words().field("item_action", name) for name in ACTION_TEXTS]

    def refresh(self, change: PlanChange | None) -> None:
        if self.own and self.record is not None:
            self.record.refresh(change)

    def retranslate(self) -> None:
        if self.record is not None:
            self.record.retranslate()

    def commit(self) -> None:
        """Hand over what is being typed."""
        if self.key:
            for field in self.fields:
                field.commit()
            if self.own and self.record is not None and self.record.uid:
                self.record.commit()

    def _on_away_clicked(self) -> None:
        self.withdrawn.emit(self.key)
