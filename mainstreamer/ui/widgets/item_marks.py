"""What a plan made of an item, said on its card in the step, and the way to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from mainstreamer.domain.checklist import Checklist, Item
from mainstreamer.domain.own_checklist import OWN, REWORDED, originals
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.language_names import language_name
from mainstreamer.ui.models.own_items_model import state_name
from mainstreamer.ui.pages.registry import OWN_ITEMS
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.labels import chip

WIDEST = 240
"""Of the name of a language on a card, in pixels at 100 %; people may add languages with names of their own."""


def is_marked(checklist: Checklist, item: Item) -> bool:
    """Whether there is anything to say of an item."""
    language = checklist.language_of(item.code)
    elsewhere = bool(language) and language != checklist.languages[0]
    return item.own or elsewhere or item.code in checklist.moved or bool(originals(checklist, item.code))


class ItemMarks(QWidget):
    """Own, reworded (with the originals as a tool tip), moved, shown in another language than asked for. Hidden without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.own, self.reworded, self.moved = chip("good"), chip("accent"), chip("accent")
        self.language = chip("warning")
        self.spoken = ""
        """The same for screen readers, with the original question."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for made in (self.own, self.reworded, self.moved, self.language):
            row.addWidget(made)
        row.addStretch(1)
        self.hide()

    def show_item(self, checklist: Checklist, item: Item) -> None:
        """Show what holds for an item now."""
        were, language = originals(checklist, item.code), checklist.language_of(item.code)
        elsewhere = bool(language) and language != checklist.languages[0]
        self.own.setText(state_name(OWN))
        self.own.setToolTip(t("This plan added the item for itself."))
        self.reworded.setText(state_name(REWORDED))
        lines = [f"{words().field('custom_item', name)}: {text}" for name, text in were.items()]
        self.reworded.setToolTip("\n".join((t("The original:"), *lines)))
        self.moved.setText(t("moved"))
        self.moved.setToolTip(t("The plan gave the item another place in its step."))
        said = t("shown in {language}", language=language_name(language)) if elsewhere else ""
        self.language.ensurePolished()
        room = theme.current().px(WIDEST)
        self.language.setText(self.language.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room))
        cut = [said] if said != self.language.text() else []
        self.language.setToolTip("\n".join((*cut, t("The text has no translation yet."))))
        self.own.setVisible(item.own)
        self.reworded.setVisible(bool(were))
        self.language.setVisible(elsewhere)
        self.moved.setVisible(item.code in checklist.moved)
        shown = (item.own, bool(were), item.code in checklist.moved, elsewhere)
        self.setVisible(any(shown))
        chips = (self.own, self.reworded, self.moved, self.language)
        spoken = [made.text() for made, there in zip(chips, shown, strict=True) if there]
        self.spoken = ". ".join([*spoken, *([self.reworded.toolTip()] if were else [])])


def adapt(session: Session, code: str) -> None:
    """Lead to where an item is reworded, moved or left out."""
    session.page_wanted.emit(OWN_ITEMS, "", {"item": code})


def adapt_menu(parent: QWidget, session: Session, code: str, subject: tuple[str, str, str]) -> QMenu:
    """The menu of an item's card."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    change = menu.addAction(icons.icon("note-pencil"), t("Reword, move or leave out"))
    change.triggered.connect(lambda: adapt(session, code))
    history = menu.addAction(icons.icon("clock-counter-clockwise"), t("History"))
    history.triggered.connect(lambda: session.history_wanted.emit(*subject))
    return menu
