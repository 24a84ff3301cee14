"""One checklist item: closed it shows how it stands, open it is where it is answered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDragEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mainstreamer.domain.checklist import Checklist, Item, is_claimed
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import CARD_SIDE, GAP, SMALL
from mainstreamer.ui.widgets.chip_line import ChipLine
from mainstreamer.ui.widgets.file_drop import FileDrop
from mainstreamer.ui.widgets.item_answer import CODE_WIDTH, ItemAnswer
from mainstreamer.ui.widgets.item_marks import ItemMarks, adapt_menu, is_marked
from mainstreamer.ui.widgets.labels import label

SCORE_KEYS = {"1": "no", "2": "partly", "3": "yes", "4": "na"}
MOST_CODE = 96
"""Pixels at 100 % after which a code that somebody made up is cut."""
LEAST_QUESTION = 360
"""Pixels at 100 % that a question keeps beside the chips."""
TONES = {"no": "bad", "partly": "warning", "yes": "good", "na": "neutral"}


def score_of(event: QKeyEvent) -> str:
    """The answer that a key means where nothing is typed; empty for other keys."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return SCORE_KEYS.get(event.text(), "") if plain else ""


class ItemCard(QFrame):
    """A card of the checklist. Enter, Space or a click opens it; the arrow keys go from card to card."""

    opened = Signal(str)
    moved = Signal(str, int)
    place_wanted = Signal(str, str, str)

    def __init__(self, session: Session, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.item = item
        self.answer: ItemAnswer | None = None
        self._drop: FileDrop | None = None
        theme.look(self, "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(CARD_SIDE, GAP, CARD_SIDE, GAP)
        self._layout.setSpacing(GAP)
        self._head = _Head(item.code, self)
        self._head.pressed.connect(self._on_head_pressed)
        self._head.arrow_pressed.connect(self._on_arrow_pressed)
        self._layout.addWidget(self._head)
        self.setAcceptDrops(session.document.writable)
        self.refresh()

    @property
    def is_open(self) -> bool:
        return self.answer is not None and not self.answer.isHidden()

    def set_open(self, wanted: bool) -> None:
        """Open or close the card; the answer is built when first opened."""
        if wanted and self.answer is None:
            self.answer = ItemAnswer(self._session, self.item, self)
            self.answer.place_wanted.connect(self.place_wanted)
            self._layout.addWidget(self.answer)
            self._take_drops()
        if self.answer is not None:
            if not wanted:
                self.answer.commit()
            self.answer.setVisible(wanted)
        theme.restyle(self, "open", wanted)
        self._head.set_open(wanted)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2, 3 and 4 answer No, Partly, Yes and Not applicable wherever nothing is being typed. A closed card opens, so that
        the answer is seen; one that it has already is only shown, to be changed by another press. Esc leads from a field
        of the answer to the line of the item."""
        if score := score_of(event):
            self.answer_by_key(score)
        elif event.key() == Qt.Key.Key_Escape and not self._head.hasFocus():
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right click or the menu key: what the checklist of the country may make of the item."""
        adapt_menu(self, self._session, self.item.code, self.history_subject()).popup(event.globalPos())

    def answer_by_key(self, score: str) -> None:
        """Answer, or show the answer there is where nobody sees it."""
        given = self._session.plan.answers.get(self.item.code)
        was_closed = not self.is_open
        if was_closed:
            self.opened.emit(self.item.code)
        # An answer that nobody saw is not written over.
        if self.answer is not None and not (was_closed and given is not None and given.score):
            self.answer.choose_score(score)

    def take_focus(self) -> None:
        self._head.setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        if self.answer is not None:
            self.answer.commit()

    def refresh(self) -> None:
        """Show the answer as it is in the plan now."""
        plan, code = self._session.plan, self.item.code
        given = plan.answers.get(code)
        score = given.score if given is not None else ""
        chips: list[tuple[str, str]] = []
        if not self.is_open:
            chips = self._chips(score)
        self._head.show_marks(self._session.checklist, self.item)
        question = self._session.checklist.text(code, "question") or t("No question yet")
        self._head.show_item(question, self.item.essential, chips)
        if self.answer is not None:
            self.answer.refresh()

    def _chips(self, score: str) -> list[tuple[str, str]]:
        plan, code = self._session.plan, self.item.code
        if not score:
            return [("neutral", t("not answered"))]
        found: list[tuple[str, str]] = []
        if is_claimed(plan, code):
            found.append(("good", t("Yes, claimed")))
        else:
            found.append((TONES[score], words().choice("score", score)))
        documents = len(plan.evidence_of_items.get(code, ()))
        actions = len(plan.actions_of_items.get(code, ()))
        if documents:
            found.append(("neutral", n("{n} document", "{n} documents", documents)))
        if actions:
            found.append(("accent", n("{n} action", "{n} actions", actions)))
        return found

    def retranslate(self) -> None:
        if self.answer is not None:
            self.answer.retranslate()
        self.refresh()

    def _on_head_pressed(self) -> None:
        self.opened.emit(self.item.code)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The first file that comes over a card which was never opened."""
        event.ignore()
        drop = self._take_drops()
        if drop is not None:
            drop.eventFilter(self, event)

    def _take_drops(self) -> FileDrop | None:
        """From now on, take files also over what is in the card."""
        if self._drop is None and self._session.document.writable:
            self._drop = FileDrop(self)
            self._drop.dropped.connect(self._on_files_dropped)
        return self._drop

    def _on_files_dropped(self, files: list[Path], pages: list[str], _at: QPoint) -> None:
        """Files become evidence of this item; the card opens, so that it is seen."""
        if not self.is_open:
            self.opened.emit(self.item.code)
        if self.answer is not None:
            self.answer.evidence.add_files(files, pages)

    def history_subject(self) -> tuple[str, str, str]:
        """Whose history is meant by a person who is in this card."""
        return "answer", self._session.plan.answer_uid(self.item.code), ""

    def _on_arrow_pressed(self, step: int) -> None:
        self.moved.emit(self.item.code, step)


class _Head(QWidget):
    """The line that is always there: code, question, how it stands."""

    accessible_role = QAccessible.Role.Button
    pressed = Signal()
    arrow_pressed = Signal(int)

    def __init__(self, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.look(self, "cardhead")
        self._said: tuple[object, ...] = ()
        """What is shown, so that nothing is made anew that stays the same."""
        self.marks: ItemMarks | None = None
        self._whole_code = code
        self._code = label("muted", parent=self)
        self._code.ensurePolished()
        px, metrics = theme.current().px, self._code.fontMetrics()
        self._code.setText(metrics.elidedText(code, Qt.TextElideMode.ElideRight, px(MOST_CODE)))
        self._code.setToolTip(code if self._code.text() != code else "")
        self._code.setContentsMargins(0, 0, SMALL, 0)
        self._code.setMinimumWidth(px(CODE_WIDTH))
        self._question = label("question", wrap=True, parent=self)
        self._state = ChipLine(self)
        self._below = self._laid_out = False
        self._question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text = text = QVBoxLayout()
        text.setSpacing(SMALL)
        text.addWidget(self._question)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        row.addSpacing(GAP)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)

    def show_marks(self, checklist: Checklist, item: Item) -> None:
        """Show what the plan made of the item; most are as they are shipped."""
        if self.marks is None and is_marked(checklist, item):
            self.marks = ItemMarks(self)
            self._text.insertWidget(1, self.marks)
        if self.marks is not None:
            self.marks.show_item(checklist, item)

    def show_item(self, question: str, essential: bool, chips: list[tuple[str, str]]) -> None:
        marks = self.marks.spoken if self.marks is not None else ""
        said = (question, essential, tuple(chips), marks, words().code)
        if said == self._said:
            return
        self._said = said
        self._question.setText(question)
        self._state.show_chips([("accent", t("essential")), *chips] if essential else chips)
        self._state.setVisible(essential or bool(chips))
        self._place_state()
        state = ", ".join(text for _tone, text in chips)
        spoken = [self._whole_code, question, t("essential") if essential else "", marks, state]
        self.setAccessibleName(". ".join(part for part in spoken if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid_out = True
        self._place_state()

    def _place_state(self) -> None:
        """Chips stand beside the question as long as that leaves it room, else below it."""
        if not self._laid_out:
            return
        taken = self._code.sizeHint().width() + self._state.sizeHint().width() + GAP
        below = self.width() - taken < theme.current().px(LEAST_QUESTION)
        if below != self._below:
            self._below = below
            (self._row if below else self._text).removeWidget(self._state)
            if below:
                self._text.addWidget(self._state)
            else:
                self._row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)

    def set_open(self, is_open: bool) -> None:
        self.setAccessibleDescription(t("open") if is_open else t("closed"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.arrow_pressed.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.arrow_pressed.emit(-1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        theme.restyle(self, "focused", True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        theme.restyle(self, "focused", False)
