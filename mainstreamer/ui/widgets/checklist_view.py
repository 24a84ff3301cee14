"""The items of one step, one of them open at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mainstreamer.domain.checklist import Item
from mainstreamer.domain.own_checklist import KINDS_OF_CHECKLIST
from mainstreamer.storage.document import PlanChange
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.item_card import ItemCard
from mainstreamer.ui.widgets.labels import label

NEXT_KEYS = "Ctrl+Return"
AT_ONCE, MORE = 5, 3
"""Cards made with the view, and then at a time: a step of thirty items must not hold the window."""


class ChecklistView(QScrollArea):
    """Cards of the items in use; `item_opened` tells whose guidance is wanted ("" for none)."""

    item_opened = Signal(str)
    place_wanted = Signal(str, str, str)

    def __init__(self, session: Session, step: int) -> None:
        super().__init__()
        self._session = session
        self._step = step
        self._open = ""
        self._items: tuple[Item, ...] = ()
        self._made: dict[str, ItemCard] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("ground")
        self._body = QWidget()
        self._body.setObjectName("ground")
        self._layout = QVBoxLayout(self._body)
        self._layout.setContentsMargins(0, 12, 8, 24)
        self._layout.setSpacing(8)
        self._note = label("muted", wrap=True)
        self._layout.addWidget(self._note)
        self._layout.addStretch(1)
        self.setWidget(self._body)
        onward = QShortcut(QKeySequence(NEXT_KEYS), self)
        onward.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        onward.activated.connect(self.open_next)
        self._rest = QTimer(self)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._make_some)
        self.rebuild(at_once=False)

    @property
    def cards(self) -> dict[str, ItemCard]:
        """The cards by item code, in their order; those that still wait to be made are made now."""
        while len(self._made) < len(self._items):
            self._make_some()
        return self._made

    def rebuild(self, *, at_once: bool = True) -> None:
        """Show the items in use: after the sectors of the plan or the switch for essential items changed."""
        essential_only = self._session.settings.essential_only
        self._items = tuple(
            item
            for item in self._session.checklist.of_step(self._step, self._session.plan.sectors)
            if item.essential or not essential_only
        )
        wanted = {item.code: item for item in self._items}
        for code in [code for code, card in self._made.items() if wanted.get(code) != card.item]:
            card = self._made.pop(code)
            card.commit()
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        places = {item.code: place for place, item in enumerate(self._items)}
        for code in sorted(self._made, key=places.__getitem__):
            self._layout.removeWidget(self._made[code])
            self._layout.insertWidget(places[code], self._made[code])
        if at_once:
            while len(self._made) < len(self._items):
                self._make_some()
        else:
            self._make_some(AT_ONCE)
            self._rest.start()
        self._note.setVisible(not self._items)
        self._note.setText(t("This step has no items to show."))
        if self._open not in wanted:
            self._open = ""
        elif not self.cards[self._open].is_open:
            self.cards[self._open].set_open(True)

    def _make_some(self, count: int = MORE) -> None:
        """Make so many of the cards that are missing, in their order."""
        for place, item in enumerate(self._items):
            if item.code in self._made:
                continue
            if count == 0:
                return
            count -= 1
            card = ItemCard(self._session, item)
            card.opened.connect(self._on_opened)
            card.moved.connect(self._on_moved)
            card.place_wanted.connect(self.place_wanted)
            self._made[item.code] = card
            self._layout.insertWidget(place, card)
        self._made = {item.code: self._made[item.code] for item in self._items}
        self._rest.stop()

    def open_item(self, code: str, field: str = "") -> bool:
        """Open an item's card, close the other, bring it into view and take the focus where asked."""
        card = self.cards.get(code)
        if card is None:
            return False
        if self._open and self._open != code and self._open in self.cards:
            self.cards[self._open].set_open(False)
        self._open = code
        card.set_open(True)
        if field and card.answer is not None:
            card.answer.take_focus(field)
        # The card has its height only after the layout ran.
        QTimer.singleShot(0, self, self._bring_into_view)
        self.item_opened.emit(code)
        return True

    def open_first(self) -> None:
        """Open the first item that still waits for an answer, or the first; nothing when one is open."""
        if self._open:
            return
        answers = self._session.plan.answers
        codes = [item.code for item in self._items]
        waiting = (code for code in codes if code not in answers or not answers[code].score)
        code = next(waiting, next(iter(codes), ""))
        if code:
            self.open_item(code)

    def open_next(self) -> None:
        """Open the next item that waits for an answer, past the last from the first on; with none left, the next item."""
        codes = [item.code for item in self._items]
        if not codes:
            return
        self.commit()
        at = codes.index(self._open) if self._open in codes else -1
        following = codes[at + 1 :] + codes[: max(at, 0)]
        answers = self._session.plan.answers
        waiting = (code for code in following if code not in answers or not answers[code].score)
        self.open_item(next(waiting, following[0] if following else codes[0]), "score")

    @property
    def open_code(self) -> str:
        return self._open

    def _bring_into_view(self) -> None:
        card = self._made.get(self._open)
        if card is not None:
            top, height = card.y(), min(card.height(), self.viewport().height())
            self.ensureVisible(0, top + height, 0, 8)
            self.ensureVisible(0, top, 0, 8)

    def _on_opened(self, code: str) -> None:
        if code == self._open:
            self.cards[code].set_open(False)
            self._open = ""
            self.item_opened.emit("")
        else:
            self.open_item(code)

    def _on_moved(self, code: str, step: int) -> None:
        codes = list(self.cards)
        place = codes.index(code) + step
        if 0 <= place < len(codes):
            card = self.cards[codes[place]]
            card.take_focus()
            self.ensureWidgetVisible(card, 0, 8)

    def refresh(self, change: PlanChange | None) -> None:
        """Show what a change touched."""
        if change is None or change.touches("plan", *KINDS_OF_CHECKLIST):
            self.rebuild()
        if change is not None and change.touches(*KINDS_OF_CHECKLIST):
            self.retranslate()
        if change is not None and not change.touches("answer", "evidence", "action", "plan"):
            return
        for card in self._made.values():
            card.refresh()

    def retranslate(self) -> None:
        self._note.setText(t("This step has no items to show."))
        for card in self._made.values():
            card.retranslate()

    def commit(self) -> None:
        if self._open in self._made:
            self._made[self._open].commit()
