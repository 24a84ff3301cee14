"""The guidance panel: what helps to answer the item at hand, or to begin a step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mainstreamer.domain.checklist import MEANINGS, Checklist
from mainstreamer.domain.glossary import Glossary
from mainstreamer.domain.plan import Plan
from mainstreamer.knowledge import glossary, glossary_languages
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.language_names import language_name
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import CARD_SIDE, GAP, GUIDANCE_WIDTH, PAGE_TOP, SMALL
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import button, chip, frame, label
from mainstreamer.ui.widgets.term_card import TermCard
from mainstreamer.ui.widgets.term_text import TermMark, TermText, tip_of

_TEXTS = ("why", "evidence", "who_knows", "obstacle")
_ON_CARD = ("question", *MEANINGS)
"""Texts on the card of an item: it is read and clicked all day, so that its terms are listed here and not marked there."""
MOST_OF_PANEL = 0.6
"""Share of the panel's height that an open term takes at most."""


class GuidancePanel(QScrollArea):
    """Shows an item's guidance, or a step's when no item is at hand."""

    accessible_role = QAccessible.Role.Document
    action_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._item = ""
        self._step = 0
        self._known: set[str] = set()
        self._spare: list[TermText] = []
        """Texts to be filled again: making one takes longer than all else that is made here."""
        self._spoken: Glossary | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that the arrow keys scroll it
        self.setAccessibleName(t("Guidance"))
        theme.look(self, "guidance")
        self._body = frame("panel")
        self.setWidget(self._body)
        self._layout = QVBoxLayout(self._body)
        self._layout.setContentsMargins(CARD_SIDE, PAGE_TOP, CARD_SIDE, PAGE_TOP)
        self._layout.setSpacing(SMALL)
        self._wanted = ("", 0)
        self._later = Slices(self)
        self.card = TermCard(self)
        self.card.closed.connect(self.close_term)
        self.card.grew.connect(self._place_card)
        self.card.glossary_wanted.connect(session.term_wanted)

    def want(self, code: str, step: int) -> None:
        """Guidance for an item, or without one for a step, once the window has nothing more urgent to do: what is wanted
        last counts."""
        self._wanted = (code, step)
        self._later.soon(self.show_wanted)

    def show_wanted(self) -> None:
        """Show now what is wanted."""
        code, step = self._wanted
        self._later.stop()
        if code:
            self.show_item(code)
        else:
            self.show_step(step)

    def show_item(self, code: str) -> None:
        """Guidance for an item."""
        if code != self._item:
            self.close_term()
        self._item, self._step = code, 0
        self.refresh()

    def show_step(self, number: int) -> None:
        """Guidance for beginning a step."""
        if (self._item, self._step) != ("", number):
            self.close_term()
        self._item, self._step = "", number
        self.refresh()

    def refresh(self) -> None:
        """Say it all in the language spoken now."""
        self.setAccessibleName(t("Guidance"))
        while (taken := self._layout.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is None:
                continue
            widget.hide()
            if isinstance(widget, TermText):
                self._spare.append(widget)
            else:
                widget.deleteLater()
        checklist = self._session.checklist
        self._known.clear()
        if self._item in checklist.by_code:
            self._read_in(checklist.language_of(self._item))
            self._fill_item(checklist, self._item)
        elif self._step:
            self._read_in(checklist.languages[0])
            self._section(t("What this step is for"), checklist.step_text(self._step, "purpose"))
            self._section(t("Where to begin"), checklist.step_text(self._step, "first"))
        self._layout.addStretch(1)
        if self.card.code:
            self.card.retranslate(self._session.glossary)
        self._chain()

    def _chain(self) -> None:
        """Tab goes down the panel and then through the open term, whenever its parts were made."""
        before: QWidget = self
        for place in range(self._layout.count()):
            item = self._layout.itemAt(place)
            part = item.widget() if item is not None else None
            if part is None:
                continue
            stops = part.marks if isinstance(part, TermText) else part.findChildren(QPushButton)
            for stop in (part, *stops) if isinstance(part, QPushButton) else stops:
                QWidget.setTabOrder(before, stop)
                before = stop
        self.card.chain_after(before)

    # -- terms -------------------------------------------------------------------------------------------------------

    def _read_in(self, language: str) -> None:
        """Look for the terms of the language that a text is in; there are none for a language without a glossary."""
        self._spoken = glossary(language) if language in glossary_languages() else None

    def open_term(self, code: str) -> None:
        """Show what a term means, at the foot of the panel."""
        self.card.open_term(code, self._session.glossary)
        self._chain()

    def close_term(self) -> None:
        """Hide the term, and go back to where it stands in the text."""
        code, had_focus = self.card.code, self.card.isAncestorOf(self.focusWidget() or self)
        first = self.card.first
        self.card.leave()
        self._place_card()
        if not code or not had_focus:
            return
        marks = [mark for mark in self._body.findChildren(TermMark) if mark.code == first and not mark.isHidden()]
        chosen = [link for link in self._body.findChildren(QPushButton) if link.property("term") == first]
        for target in (*marks, *chosen):
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(target, 0, 24)
            return

    def _place_card(self) -> None:
        """At the foot, as high as its words, the guidance above it."""
        height = 0
        if self.card.code:
            width = self.width()
            height = min(self.card.wanted_height(width), round(self.height() * MOST_OF_PANEL))
            self.card.setGeometry(0, self.height() - height, width, height)
        self.setViewportMargins(0, 0, 0, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.card.code:
            self._place_card()

    # -- what is said ------------------------------------------------------------------------------------------------

    def _fill_item(self, checklist: Checklist, code: str) -> None:
        spoken = checklist.language_of(code)
        if spoken and spoken != checklist.languages[0]:
            said = t("This item is shown in {language}: it has no translation yet.", language=language_name(spoken))
            self._section(t("Not translated yet"), said)
        titles = (t("Why it matters"), t("Evidence that counts"), t("Who usually knows"), t("What usually goes wrong"))
        for title, name in zip(titles, _TEXTS, strict=True):
            if text := checklist.text(code, name):
                self._section(title, text)
        self._terms_of_card(checklist, code)
        self._tags(checklist, code)
        self._in_plan(self._session.plan, code)

    def _section(self, title: str, text: str) -> None:
        heading = label("section")
        heading.setText(title.upper())
        if not self._spare:
            made = TermText(self._body)
            made.term_chosen.connect(self.open_term)
            self._spare.append(made)
        body = self._spare.pop(0)
        body.setAccessibleName(title)
        body.show_text(text, self._spoken, self._session.glossary, self._known)
        body.show()
        self._known.update(body.codes)
        self._layout.addWidget(heading)
        self._layout.addWidget(body)
        self._layout.addSpacing(GAP)

    def _terms_of_card(self, checklist: Checklist, code: str) -> None:
        """Terms of the question and of what its answers mean, as far as they are not marked above."""
        if self._spoken is None:
            return
        meanings = self._session.glossary
        for name in _ON_CARD:
            for place in self._spoken.occurrences(checklist.text(code, name), self._known):
                self._known.add(place.code)
        found = [term.code for term in meanings.terms if term.code in self._known and term.code not in self.marked]
        if not found:
            return
        heading = label("section")
        said = t("Other terms of this item") if self.marked else t("Terms of this item")
        heading.setText(said.upper())
        box = QWidget()
        flow = FlowLayout(box, SMALL)
        for one in found:
            link = button("termlink")
            room = theme.current().px(GUIDANCE_WIDTH) - theme.current().px(56)
            link.setText(link.fontMetrics().elidedText(meanings.by_code[one].term, Qt.TextElideMode.ElideRight, room))
            link.setAccessibleName(t("{term}: what it means", term=meanings.by_code[one].term))
            link.setAccessibleDescription(meanings.by_code[one].definition)
            link.setToolTip(tip_of(meanings, one))
            link.setProperty("term", one)
            link.clicked.connect(self._on_term_clicked)
            flow.addWidget(link)
        self._layout.addWidget(heading)
        self._layout.addWidget(box)
        self._layout.addSpacing(GAP)

    @property
    def marked(self) -> list[str]:
        """Terms marked in the texts shown, in their order."""
        texts = (self._layout.itemAt(place) for place in range(self._layout.count()))
        shown = (item.widget() for item in texts if item is not None)
        return [code for text in shown if isinstance(text, TermText) for code in text.codes]

    def _on_term_clicked(self) -> None:
        self.open_term(str(self.sender().property("term")))

    def _tags(self, checklist: Checklist, code: str) -> None:
        tags = checklist.by_code[code].tags
        speech = words()
        shown = [(t("SDG {target}", target=target), speech.choice("sdg", target)) for target in tags["sdg"]]
        shown += [(t("GCM {number}", number=number), speech.choice("gcm", number)) for number in tags["gcm"]]
        shown += [(speech.choice("mgi", part), t("Migration Governance Indicators")) for part in tags["mgi"]]
        shown += [(part, speech.choice("recommendation", part)) for part in tags["cross"]]
        if not shown:
            return
        heading = label("section")
        heading.setText(t("Tags").upper())
        box = QWidget()
        flow = FlowLayout(box)
        for text, tip in shown:
            one = chip("neutral", text)
            one.setToolTip(tip)
            flow.addWidget(one)
        self._layout.addWidget(heading)
        self._layout.addWidget(box)
        self._layout.addSpacing(GAP)

    def _in_plan(self, plan: Plan, code: str) -> None:
        actions = plan.actions_of_items.get(code, ())
        if not actions:
            return
        heading = label("section")
        heading.setText(t("In this plan").upper())
        self._layout.addWidget(heading)
        for action in actions:
            link = button("link")
            link.setText(action.code)
            link.setToolTip(action.title)
            link.setAccessibleName(f"{action.code} {action.title}")
            link.setProperty("uid", action.uid)
            link.clicked.connect(self._on_action_clicked)
            body = label(wrap=True)
            body.setText(action.title)
            self._layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self._layout.addWidget(body)

    def _on_action_clicked(self) -> None:
        self.action_wanted.emit(str(self.sender().property("uid")))
