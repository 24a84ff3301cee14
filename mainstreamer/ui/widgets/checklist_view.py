"""The items of one step, one of them open at a time."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from mainstreamer.domain.checklist import Item
from mainstreamer.domain.item_filters import ItemFilter, lets, own_institutions
from mainstreamer.domain.own_checklist import KINDS_OF_CHECKLIST
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, SMALL
from mainstreamer.ui.widgets.empty_items import EmptyItems
from mainstreamer.ui.widgets.item_card import ItemCard, score_of
from mainstreamer.ui.widgets.sector_heading import SectorHeading, parts_begun

NEXT_KEYS = "Ctrl+Return"


class ChecklistView(QScrollArea):
    """Cards of the items in use that the filter lets through; `item_opened` tells whose guidance is wanted ("" for none)."""

    item_opened = Signal(str)
    place_wanted = Signal(str, str, str)
    unnamed_wanted = Signal()
    """Open items that nobody answers for are wanted in place of one's own."""
    shown_changed = Signal()
    """Other items are shown, or there are others."""
    whole = Signal()
    """All cards that are shown are made."""
    went_on = Signal(bool)
    """The next item was asked for; whether one that waits for an answer was found."""

    def __init__(self, session: Session, step: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._step = step
        self._open = ""
        self._items: tuple[Item, ...] = ()
        """Items in use, whether they are shown or not."""
        self._shown: tuple[str, ...] = ()
        self._made: dict[str, ItemCard] = {}
        self._hidden: set[str] = set()
        """Items whose cards are made and not seen: the filter holds them back, or they come in the next slices."""
        self._parts: dict[str, str] = {}
        """Of each shown item with which another sector begins: that sector, empty for items of all sectors."""
        self._headings: dict[str, SectorHeading] = {}
        """By the item below them; made with its card."""
        self._applied: tuple[ItemFilter, frozenset[str]] = ItemFilter(), frozenset()
        """The filter that chose what is shown, and whose items it takes for one's own."""
        self._leading = False
        """Whether the open card is to be kept in view while cards before it are still made."""
        self._to_open = True
        """Whether nobody opened an item yet, so that the first that waits is opened when its card is made."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("ground")
        self._body = QWidget()
        self._body.setObjectName("ground")
        self.setWidget(self._body)
        self._layout = QVBoxLayout(self._body)
        self._layout.setContentsMargins(0, SMALL, 0, SMALL)
        self._layout.setSpacing(GAP)
        self._note = EmptyItems(session, self._body)
        self._note.unnamed_wanted.connect(self.unnamed_wanted)
        self._layout.addWidget(self._note)
        self._layout.addStretch(1)
        onward = QShortcut(QKeySequence(NEXT_KEYS), self)
        onward.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        onward.activated.connect(self.open_next)
        self._making, self._saying = Slices(self), Slices(self)
        self._view_timer = QTimer(self)
        self._view_timer.setSingleShot(True)
        self._view_timer.timeout.connect(self._bring_into_view)
        self.rebuild()

    @property
    def cards(self) -> dict[str, ItemCard]:
        """The cards shown by item code, in their order; those that still wait to be made are made now."""
        for code in self._missing():
            self._card(code)
        return {code: self._made[code] for code in self._shown}

    @property
    def counts(self) -> tuple[int, int]:
        """How many items are shown, and how many are in use."""
        return len(self._shown), len(self._items)

    def is_in_use(self, code: str) -> bool:
        return any(item.code == code for item in self._items)

    def is_shown(self, code: str) -> bool:
        return code in self._shown

    def code_of(self, answer_uid: str) -> str:
        """The item in use whose answer has this uid; empty when there is none."""
        plan = self._session.plan
        return next((item.code for item in self._items if plan.answer_uid(item.code) == answer_uid), "")

    def rebuild(self) -> None:
        """Show the items in use: after the sectors of the plan, its items or the switch for essential items changed."""
        essential_only = self._session.settings.essential_only
        self._items = tuple(
            item
            for item in self._session.checklist.of_step(self._step, self._session.plan.sectors)
            if item.essential or not essential_only
        )
        wanted = {item.code: item for item in self._items}
        for code in [code for code, card in self._made.items() if wanted.get(code) != card.item]:
            card = self._made.pop(code)
            self._hidden.discard(code)
            self._drop_heading(code)
            card.commit()
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        order = [item.code for item in self._items if item.code in self._made]
        if order != list(self._made):
            self._made = {code: self._made[code] for code in order}
            for code in list(self._headings):
                self._drop_heading(code)
            for place, card in enumerate(self._made.values()):
                self._layout.removeWidget(card)
                self._layout.insertWidget(place, card)
        if self._open not in wanted:
            self._open = ""
        self.choose()

    def choose(self) -> None:
        """Show the cards that the filter lets through. The open one stays until another is opened or the filter changes:
        an answer must not take its own card away."""
        session, wanted = self._session, self._session.item_filter
        plan, own = session.plan, own_institutions(session.plan, session.settings.institution)
        asked = wanted, own if wanted.mine else frozenset[str]()
        same, self._applied = asked == self._applied, asked
        kept = self._open if same else ""
        shown = tuple(i for i in self._items if i.code == kept or lets(plan, i, wanted, own))
        self._shown = tuple(item.code for item in shown)
        self._parts = parts_begun(shown)
        for code in list(self._headings):
            if self._parts.get(code) != self._headings[code].sector:
                self._drop_heading(code)
        if self._open and self._open not in self._shown:
            self._close_open()
            self.item_opened.emit("")
        for code in self._made.keys() - self._shown - self._hidden:
            self._made[code].hide()
            self._hidden.add(code)
        for code in self._parts.keys() & self._made.keys() - self._hidden:
            self._head(code)
        if self._open and (card := self._card(self._open)) and not card.is_open:
            card.set_open(True)
        if self.isVisible():
            self._go_on()
            if not same:
                self._making.run_slice()  # who changes the filter sees at once what comes in its place
        self._say()
        self.shown_changed.emit()

    def _say(self) -> None:
        self._note.setVisible(not self._shown)
        if not self._shown:
            self._note.say(self._items)

    @property
    def waits(self) -> bool:
        """Whether cards that are shown are still to be made."""
        return bool(self._missing())

    def _missing(self) -> list[str]:
        return [code for code in self._shown if code not in self._made or code in self._hidden]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards end where all of the page ends: the bar that scrolls them, if there is one, stands beyond."""
        super().resizeEvent(event)
        bar = self.width() - self.viewport().width()
        self._body.setContentsMargins(0, 0, max(0, PAGE_SIDE - bar), 0)

    def _go_on(self) -> None:
        self._making.start(self._make(), self._on_card_made, self._on_made)

    def _make(self) -> Iterator[None]:
        """Make and show the cards that are missing, in their order: a step of thirty items must not hold the window."""
        first = self._first() if self._to_open else ""
        for code in self._missing():
            self._card(code)
            yield
            if code == first:
                self.open_first()
                yield

    def _on_card_made(self, _: None) -> None:
        if not self.isVisible():
            self._making.stop()  # the rest follows when somebody looks again
        elif self._leading:
            self._view_timer.start(0)

    def _on_made(self) -> None:
        self._leading = False
        self.open_first()
        self.whole.emit()

    def _card(self, code: str) -> ItemCard:
        """The card of an item in use, seen from now on; made when first needed."""
        if code not in self._made:
            item = next(item for item in self._items if item.code == code)
            card = ItemCard(self._session, item, self._body)
            card.opened.connect(self._on_opened)
            card.moved.connect(self._on_moved)
            card.place_wanted.connect(self.place_wanted)
            self._made[code] = card
            self._made = {item.code: self._made[item.code] for item in self._items if item.code in self._made}
            self._layout.insertWidget(self._place(code), card)
            card.show()  # a layout would do so later, and a card that somebody is led to takes the focus now
        if code in self._hidden:
            self._hidden.discard(code)
            self._made[code].show()
        self._head(code)
        return self._made[code]

    def _place(self, code: str) -> int:
        """Where in the layout the card of an item belongs: behind the last card made of those before it."""
        before = ""
        for other in self._made:
            if other == code:
                break
            before = other
        return self._layout.indexOf(self._made[before]) + 1 if before else 0

    def _head(self, code: str) -> None:
        """Put the name of its sector above a card with which one begins."""
        if code in self._parts and code not in self._headings:
            made = self._headings[code] = SectorHeading(self._parts[code], self._body)
            self._layout.insertWidget(self._layout.indexOf(self._made[code]), made)
            made.show()

    def _drop_heading(self, code: str) -> None:
        heading = self._headings.pop(code, None)
        if heading is not None:
            self._layout.removeWidget(heading)
            heading.hide()
            heading.deleteLater()

    @property
    def headings(self) -> dict[str, str]:
        """The headings made, by the item below them."""
        return {code: self._headings[code].text() for code in self._made if code in self._headings}

    def open_item(self, code: str, field: str = "") -> bool:
        """Open an item's card, close the other, bring it into view and take the focus where asked."""
        if code not in self._shown:
            return False
        card = self._card(code)
        self._to_open = False
        before, self._open = self._open, code
        if before and before != code and before in self._made:
            self._made[before].set_open(False)
        card.set_open(True)
        if field and card.answer is not None:
            card.answer.take_focus(field)
        if before != code:
            self.choose()
        self._leading = bool(self._missing())
        self._view_timer.start(0)  # the card has its height only after the layout ran
        self.item_opened.emit(code)
        return True

    def open_first(self) -> None:
        """Open the first item that still waits for an answer, or the first; nothing when one was opened before."""
        if self._to_open and (code := self._first()):
            self.open_item(code)

    def _first(self) -> str:
        answers = self._session.plan.answers
        waiting = (code for code in self._shown if code not in answers or not answers[code].score)
        return next(waiting, next(iter(self._shown), ""))

    def open_next(self) -> None:
        """Open the next item shown that waits for an answer, past the last from the first on, or with none left the next one:
        that after the item with the keyboard, or else after the open one."""
        if not self._shown:
            return
        self.commit()
        codes = list(self._shown)
        at = codes.index(here) if (here := self.focused_code or self._open) in codes else -1
        following = codes[at + 1 :] + codes[: max(at, 0)]
        answers = self._session.plan.answers
        waiting = next((code for code in following if code not in answers or not answers[code].score), "")
        self.open_item(waiting or (following[0] if following else codes[0]), "score")
        self.went_on.emit(bool(waiting))

    def take_key(self, event: QKeyEvent) -> bool:
        """Take a key that was pressed elsewhere, where nothing is typed: answers go to the open item. Whether it was one."""
        score = score_of(event)
        if score and self._open in self._made:
            self._made[self._open].answer_by_key(score)
            self._view_timer.start(0)
            return True
        if QKeySequence(event.keyCombination()) == QKeySequence(NEXT_KEYS):
            self.open_next()
            return True
        return False

    @property
    def open_code(self) -> str:
        return self._open

    @property
    def focused_code(self) -> str:
        """The item that has the keyboard; empty for none."""
        focused = QApplication.focusWidget()
        return next((code for code, card in self._made.items() if focused and card.isAncestorOf(focused)), "")

    def _close_open(self) -> None:
        if self._open in self._made:
            self._made[self._open].set_open(False)
        self._open = ""

    def _bring_into_view(self) -> None:
        """Show the open card, unless the keyboard went to another one meanwhile: what has the keyboard stays in sight."""
        card, focused = self._made.get(self._open), QApplication.focusWidget()
        if focused is not None and self._body.isAncestorOf(focused) and not (card and card.isAncestorOf(focused)):
            self._leading = False
        elif card is not None:
            heading = self._headings.get(self._open)
            top = card.y() if heading is None else heading.y()
            height = min(card.y() + card.height() - top, self.viewport().height())
            self.ensureVisible(0, top + height, 0, 8)
            self.ensureVisible(0, top, 0, 8)
            self._begin_with_a_whole_card(top)

    def _begin_with_a_whole_card(self, last: int) -> None:
        """Above the card that was led to, no other one is seen cut."""
        bar = self.verticalScrollBar()
        parts: list[QWidget] = [*self._made.values(), *self._headings.values()]
        tops = sorted(part.y() for part in parts if part.isVisibleTo(self))
        cut = any(part.y() < bar.value() < part.y() + part.height() for part in parts if part.isVisibleTo(self))
        following = next((top for top in tops if bar.value() <= top <= last), None)
        if cut and following is not None:
            bar.setValue(following)

    def _on_opened(self, code: str) -> None:
        if code == self._open:
            self._close_open()
            self.choose()
            self.item_opened.emit("")
        else:
            self.open_item(code)

    def _on_moved(self, code: str, step: int) -> None:
        codes = list(self._shown)
        place = codes.index(code) + step
        if 0 <= place < len(codes):
            card = self._card(codes[place])
            card.take_focus()
            self.ensureWidgetVisible(card, 0, 8)

    def refresh(self, change: PlanChange | None) -> None:
        """Show what a change touched."""
        if change is None or change.touches("plan", *KINDS_OF_CHECKLIST):
            self.rebuild()
        elif change.touches("answer", "institution"):
            self.choose()
        if change is not None and change.touches(*KINDS_OF_CHECKLIST):
            self.retranslate()
        if change is not None and not change.touches("answer", "evidence", "action", "plan"):
            return
        for card in self._made.values():
            card.refresh()

    def retranslate(self) -> None:
        """Say what is seen at once, and the rest in slices: no language has the window wait."""
        self._say()
        for heading in self._headings.values():
            heading.retranslate()
        later = []
        for code, card in self._made.items():
            if card.is_open or not card.visibleRegion().isEmpty():
                card.retranslate()
            else:
                later.append(code)
        self._saying.start(iter(later), self._retranslate_card)

    def _retranslate_card(self, code: str) -> None:
        if code in self._made:
            self._made[code].retranslate()

    def commit(self) -> None:
        if self._open in self._made:
            self._made[self._open].commit()
