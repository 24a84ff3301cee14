"""Where an item is answered: score with its meaning for this item, finding, evidence, and actions that close the gap."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mainstreamer.domain.checklist import MEANINGS, Checklist, Item, SuggestedAction, has_gap
from mainstreamer.domain.fields import Link
from mainstreamer.domain.kinds import Action
from mainstreamer.knowledge import checklist
from mainstreamer.language import SHIPPED
from mainstreamer.operations import answering
from mainstreamer.operations.indicator_choice import speech_of
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import CARD_EDGE, CARD_SIDE, GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.item_evidence import ItemEvidence
from mainstreamer.ui.widgets.item_marks import adapt
from mainstreamer.ui.widgets.labels import button, frame, label
from mainstreamer.ui.widgets.link_editor import LinkEditor
from mainstreamer.ui.widgets.paused_text import PausedText

CODE_WIDTH = 40
"""Of the code before a question, in pixels at 100 %; the answer begins where the question does."""
SCORES = ("no", "partly", "yes", "na")
VERB_ANSWER, VERB_ADOPT = "answer", "adopt"
PICTURES_OF_ITEMS: dict[str, tuple[str, str, str, Callable[[], str]]] = {
    "6R1": ("6", "treaty", "status", lambda: t("Open the status table of treaties")),
}
"""Items whose subject is a picture of a register: page, tab, key of the picture, and the words that lead there."""


class ItemAnswer(QWidget):
    """The open part of a card."""

    place_wanted = Signal(str, str, str)

    def __init__(self, session: Session, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._item = item
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.current().px(CODE_WIDTH) + 2 * SMALL, 0, 0, SMALL)
        layout.setSpacing(GAP)
        self._buttons = {score: self._score_button(score) for score in SCORES}
        row = QHBoxLayout()
        row.setSpacing(0)
        for made in self._buttons.values():
            row.addWidget(made)
        row.addStretch(1)
        self.history_button = button("link")
        self.history_button.clicked.connect(self._on_history_clicked)
        self.adapt_button = button("link")
        self.adapt_button.clicked.connect(self._on_adapt_clicked)
        row.addWidget(self.adapt_button)
        row.addWidget(self.history_button)
        layout.addLayout(row)
        layout.addLayout(self._meaning_grid())
        self.picture_button = button("link")
        self.picture_button.clicked.connect(self._on_picture_clicked)
        self.picture_button.setVisible(False)
        layout.addWidget(self.picture_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._reason_label, self._reason = label("note"), PausedText(least_lines=1)
        self._finding_label, self._finding = label("note"), PausedText(least_lines=2)
        for caption, field in ((self._reason_label, self._reason), (self._finding_label, self._finding)):
            caption.setBuddy(field)
            layout.addWidget(caption)
            layout.addWidget(field)
        self._reason.settled.connect(self._on_reason_settled)
        self._finding.settled.connect(self._on_finding_settled)
        self.evidence = ItemEvidence(session, item.code, self)
        self.evidence.place_wanted.connect(self.place_wanted)
        layout.addWidget(self.evidence)
        self._responsible_label, self._responsible = label("note"), LinkEditor(Link("institution"), session)
        self._responsible_label.setBuddy(self._responsible.control)
        self._responsible.changed.connect(self._on_responsible_changed)
        self._responsible.setMaximumWidth(theme.current().px(360))
        layout.addWidget(self._responsible_label)
        # Beside a stretch: where its width ends is then known when the height of a sentence below it is asked for.
        beside = QHBoxLayout()
        beside.addWidget(self._responsible, 1)
        beside.addStretch(0)
        layout.addLayout(beside)
        self._gap: _Gap | None = None
        self.retranslate()

    def _score_button(self, score: str) -> QPushButton:
        made = button()
        made.setCheckable(True)
        made.setProperty("score", score)
        made.clicked.connect(self._on_score_clicked)
        return made

    def _meaning_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE_GAP)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(1, 1)
        self._meanings: dict[str, tuple[QLabel, QLabel]] = {}
        for row, score in enumerate(MEANINGS):
            word, text = label("meaning"), label("meaning", wrap=True)
            grid.addWidget(word, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
            self._meanings[score] = (word, text)
        return grid

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        speech, checklist = words(), self._session.checklist
        for score, made in self._buttons.items():
            made.setText(speech.choice("score", score))
            meaning = (
                checklist.text(self._item.code, score) if score in MEANINGS else t("This item does not concern us.")
            )
            made.setToolTip(f"{meaning} ({SCORES.index(score) + 1})")
            made.setAccessibleName(f"{speech.choice('score', score)}: {meaning}")
        for score, (word, text) in self._meanings.items():
            word.setText(speech.choice("score", score))
            text.setText(checklist.text(self._item.code, score))
            for part in (word, text):
                part.setVisible(bool(text.text()))  # an own item may do without
        led = PICTURES_OF_ITEMS.get(self._item.code)
        self.picture_button.setText(f"{led[3]()} ›" if led is not None else "")
        self.picture_button.setAccessibleName(led[3]() if led is not None else "")
        self.picture_button.setVisible(led is not None)
        self.adapt_button.setIcon(icons.icon("note-pencil", "accent"))
        self.adapt_button.setToolTip(t("Reword, move or leave out"))
        self.adapt_button.setAccessibleName(f"{self._item.code}: {t('Reword, move or leave out')}")
        self.history_button.setText(t("History"))
        self._fit_words()
        self.history_button.setToolTip(t("Who changed what in this answer, and when (F8)"))
        self._reason_label.setText(t("Why it does not apply"))
        self._reason.setAccessibleName(self._reason_label.text())
        self._finding_label.setText(t("What we found"))
        self._finding.setAccessibleName(self._finding_label.text())
        self._finding.setPlaceholderText(t("The document, what it says, and what is missing"))
        self._responsible_label.setText(words().field("answer", "responsible"))
        self._responsible.set_words(self._responsible_label.text())
        self._responsible.retranslate()
        self.evidence.retranslate()
        if self._gap is not None:
            self._gap.retranslate()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """The button that leads to the texts of the item has a word as long as there is room; its tool tip always."""
        text, adapt = t("Adapt item"), self.adapt_button
        others = sum(made.sizeHint().width() for made in (*self._buttons.values(), self.history_button))
        word = adapt.fontMetrics().horizontalAdvance(text) + theme.current().px(icons.SIZE + 16)
        fits = self.width() - theme.current().px(CODE_WIDTH) - others - 4 * GAP >= word
        if adapt.text() != (text if fits else ""):
            adapt.setText(text if fits else "")

    def refresh(self) -> None:
        """Show the answer as it is in the plan now."""
        given = self._session.plan.answers.get(self._item.code)
        score = given.score if given is not None else ""
        for name, made in self._buttons.items():
            made.setChecked(name == score)
        for name, (word, text) in self._meanings.items():
            tone = "chosen" if name == score else ""
            theme.restyle(word, "tone", tone)
            theme.restyle(text, "tone", tone)
        self._reason.refresh_text(given.na_reason if given is not None else "")
        self._finding.refresh_text(given.finding if given is not None else "")
        self._responsible.refresh_value(given.responsible if given is not None else "")
        for widget in (self._reason_label, self._reason):
            widget.setVisible(score == "na")
        self.evidence.refresh()
        self._show_gap()

    def _show_gap(self) -> None:
        """Suggestions are made when there is first a gap to close."""
        if self._gap is None and has_gap(self._session.plan, self._item.code):
            self._gap = _Gap(self._session, self._item, self)
            self._gap.place_wanted.connect(self.place_wanted)
            cast(QVBoxLayout, self.layout()).addWidget(self._gap)
            self._gap.retranslate()
        elif self._gap is not None:
            self._gap.refresh()

    def commit(self) -> None:
        """Put what is still being typed."""
        self._reason.commit()
        self._finding.commit()
        self.evidence.commit()
        self._responsible.commit()

    def take_focus(self, field: str) -> None:
        """Put the cursor into a field of the answer."""
        if field == "finding":
            self._finding.setFocus()
        elif field == "na_reason":
            self._reason.setFocus()
        else:
            chosen = [made for made in self._buttons.values() if made.isChecked()]
            (chosen or list(self._buttons.values()))[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _put(self, **values: str) -> None:
        self._session.put(VERB_ANSWER, answering.answer(self._session.plan, self._item.code, **values), self)

    def _on_score_clicked(self) -> None:
        self.choose_score(str(self.sender().property("score")))

    def choose_score(self, pressed: str) -> None:
        """Answer; the answer given already is taken back."""
        if not self._session.document.writable:
            return
        given = self._session.plan.answers.get(self._item.code)
        was = given.score if given is not None else ""
        self._put(score="" if pressed == was else pressed)
        self.refresh()
        # Answered by key, the frame of the keyboard goes with the answer, so that only one button looks chosen.
        if any(made.hasFocus() for made in self._buttons.values()):
            self._buttons[pressed].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_adapt_clicked(self) -> None:
        adapt(self._session, self._item.code)

    def _on_history_clicked(self) -> None:
        self._session.history_wanted.emit("answer", self._session.plan.answer_uid(self._item.code), "")

    def _on_picture_clicked(self) -> None:
        page, tab, picture, _words = PICTURES_OF_ITEMS[self._item.code]
        self._session.page_wanted.emit(page, tab, {"picture": picture})

    def _on_responsible_changed(self, uid: str) -> None:
        self._put(responsible=uid)

    def _on_finding_settled(self, text: str) -> None:
        self._put(finding=text)

    def _on_reason_settled(self, text: str) -> None:
        self._put(na_reason=text)


class _Gap(QWidget):
    """Suggested actions below Yes; one click takes an action over into the plan, in the plan's own language."""

    place_wanted = Signal(str, str, str)

    def __init__(self, session: Session, item: Item, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._item = item
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, SMALL, 0, 0)
        inset = frame("inset", parent=self)
        outer.addWidget(inset)
        layout = QVBoxLayout(inset)
        layout.setContentsMargins(CARD_SIDE, CARD_EDGE, CARD_SIDE, CARD_EDGE)
        layout.setSpacing(GAP)
        self._caption = label("note")
        layout.addWidget(self._caption)
        self._lines = {suggestion.key: _SuggestionLine(suggestion) for suggestion in item.actions}
        for line in self._lines.values():
            line.pressed.connect(self._on_pressed)
            layout.addWidget(line)

    def retranslate(self) -> None:
        """Say the suggestions in the language spoken now."""
        self._caption.setText(t("To close the gap"))
        for line in self._lines.values():
            line.retranslate(self._session.checklist, self._item.code)
        self.refresh()

    def refresh(self) -> None:
        """Show the suggestions when there is a gap to close, and which of them are in the plan."""
        plan = self._session.plan
        self.setVisible(has_gap(plan, self._item.code))
        # Taken over in another language, or before the plan reworded it, it is the same suggestion.
        worded = [made for code in SHIPPED for made in (self._session.checklist_in(code), checklist(code))]
        for suggestion in self._item.actions:
            self._lines[suggestion.key].show_action(answering.adopted(plan, worded, self._item.code, suggestion))

    def _on_pressed(self, key: str, uid: str) -> None:
        if uid:
            self.place_wanted.emit("action", uid, "title")
            return
        plan = self._session.plan
        suggestion = next(found for found in self._item.actions if found.key == key)
        speech = speech_of(plan, words())
        _uid, puts = answering.adopt_suggestion(
            plan,
            self._session.checklist_in(plan.frame.language or speech.code),
            self._item.code,
            suggestion,
            self._session.today(),
            speech,
        )
        self._session.put(VERB_ADOPT, puts)


class _SuggestionLine(QWidget):
    """One suggested action: what, with which result, and the button that takes it over or leads to it."""

    pressed = Signal(str, str)

    def __init__(self, suggestion: SuggestedAction) -> None:
        super().__init__()
        self._suggestion = suggestion
        self._uid = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        text = QVBoxLayout()
        text.setSpacing(1)
        self._title, self._note = label("strong", wrap=True), label("note", wrap=True)
        text.addWidget(self._title)
        text.addWidget(self._note)
        layout.addLayout(text, 1)
        self.press = button()
        self.press.clicked.connect(self._on_clicked)
        layout.addWidget(self.press, 0, Qt.AlignmentFlag.AlignVCenter)

    def retranslate(self, checklist: Checklist, item: str) -> None:
        self._title.setText(checklist.action_text(item, self._suggestion.key, "action"))
        output = checklist.action_text(item, self._suggestion.key, "output")
        quarters = n("{n} quarter", "{n} quarters", self._suggestion.quarters)
        lead = words().choice("institution_type", self._suggestion.lead)
        said = t("Result: {output} · {quarters} · lead: {lead}", output=output, quarters=quarters, lead=lead)
        self._note.setText(said if output else t("{quarters} · lead: {lead}", quarters=quarters, lead=lead))

    def show_action(self, action: Action | None) -> None:
        """Offer to take the suggestion over, or lead to the action it became."""
        self._uid = action.uid if action is not None else ""
        theme.look(self.press, "link" if action is not None else "")
        self.press.setText(t("In the plan: {code}", code=action.code) if action is not None else t("Add to plan"))
        self.press.setAccessibleName(f"{self.press.text()}: {self._title.text()}")

    def _on_clicked(self) -> None:
        self.pressed.emit(self._suggestion.key, self._uid)
