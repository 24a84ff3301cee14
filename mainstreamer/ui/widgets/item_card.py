"""One checklist item: closed it shows how it stands, open it is where it is answered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mainstreamer.domain.checklist import Item, is_claimed
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import CARD_SIDE
from mainstreamer.ui.widgets.file_drop import FileDrop
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.item_answer import ItemAnswer
from mainstreamer.ui.widgets.item_marks import ItemMarks, adapt_menu
from mainstreamer.ui.widgets.labels import chip, frame, label

SCORE_KEYS = {"1": "no", "2": "partly", "3": "yes", "4": "na"}
LEAST_QUESTION = 360
"""Pixels at 100 % that a question keeps beside the chips."""
TONES = {"no": "bad", "partly": "warning", "yes": "good", "na": "neutral"}


class ItemCard(QWidget):
    """A card of the checklist. Enter, Space or a click opens it; the arrow keys go from card to card."""

    opened = Signal(str)
    moved = Signal(str, int)
    place_wanted = Signal(str, str, str)

    def __init__(self, session: Session, item: Item) -> None:
        super().__init__()
        self._session = session
        self.item = item
        self.answer: ItemAnswer | None = None
        self._card = frame("card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._card)
        self._layout = QVBoxLayout(self._card)
        self._layout.setContentsMargins(CARD_SIDE, 12, CARD_SIDE, 12)
        self._layout.setSpacing(8)
        self._head = _Head(item.code)
        self._head.pressed.connect(self._on_head_pressed)
        self._head.arrow_pressed.connect(self._on_arrow_pressed)
        self._layout.addWidget(self._head)
        if session.document.writable:
            self._drop = FileDrop(self, self._card)
            self._drop.dropped.connect(self._on_files_dropped)
        self.refresh()

    @property
    def is_open(self) -> bool:
        return self.answer is not None and not self.answer.isHidden()

    def set_open(self, wanted: bool) -> None:
        """Open or close the card; the answer is built when first opened."""
        if wanted and self.answer is None:
            self.answer = ItemAnswer(self._session, self.item)
            self.answer.place_wanted.connect(self.place_wanted)
            self._layout.addWidget(self.answer)
        if self.answer is not None:
            if not wanted:
                self.answer.commit()
            self.answer.setVisible(wanted)
        theme.restyle(self._card, "open", wanted)
        self._head.set_open(wanted)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2, 3 and 4 answer No, Partly, Yes and Not applicable wherever nothing is being typed; a closed card opens, so that
        it is seen. Esc leads from a field of the answer to the line of the item."""
        key = event.text()
        pad = Qt.KeyboardModifier.KeypadModifier
        if key in SCORE_KEYS and not event.modifiers() & ~pad:
            self._answer_by_key(SCORE_KEYS[key])
        elif event.key() == Qt.Key.Key_Escape and not self._head.hasFocus():
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right click or the menu key: what the checklist of the country may make of the item."""
        adapt_menu(self, self._session, self.item.code, self.history_subject()).popup(event.globalPos())

    def _answer_by_key(self, score: str) -> None:
        given = self._session.plan.answers.get(self.item.code)
        was_closed = not self.is_open
        if was_closed:
            self.opened.emit(self.item.code)
        # On a card just opened, the answer it has already is confirmed, not taken back unseen.
        if self.answer is not None and not (was_closed and given is not None and given.score == score):
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
        self._head.marks.show_item(self._session.checklist, self.item)
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


class _Chips(QWidget):
    """Chips in one line where there is room for it, else in several."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = FlowLayout(self, 4)

    def sizeHint(self) -> QSize:
        shown = [one for one in self.findChildren(QLabel) if not one.isHidden()]
        widths = [one.sizeHint().width() for one in shown]
        height = max((one.sizeHint().height() for one in shown), default=0)
        return QSize(sum(widths) + self.flow.spacing() * max(0, len(widths) - 1), height)


class _Head(QWidget):
    """The line that is always there: code, question, how it stands."""

    accessible_role = QAccessible.Role.Button
    pressed = Signal()
    arrow_pressed = Signal(int)

    def __init__(self, code: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.look(self, "cardhead")
        self._said: tuple[object, ...] = ()
        """What is shown, so that nothing is made anew that stays the same."""
        self._code = label("muted")
        self._code.setText(code)
        self._code.setMinimumWidth(theme.current().px(36))
        self._question = label("question", wrap=True)
        self._essential = chip("accent")
        self._state = _Chips()
        self._chips = self._state.flow
        self._chips.addWidget(self._essential)
        self._below = False
        self._text = text = QVBoxLayout()
        text.setSpacing(4)
        text.addWidget(self._question)
        self.marks = ItemMarks()
        text.addWidget(self.marks)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(6)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self._question.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_item(self, question: str, essential: bool, chips: list[tuple[str, str]]) -> None:
        said = (question, essential, tuple(chips), self.marks.spoken, words().code)
        if said == self._said:
            return
        self._said = said
        self._question.setText(question)
        self._essential.setText(t("essential"))
        self._essential.setVisible(essential)
        while self._chips.count() > 1:
            taken = self._chips.takeAt(1)
            widget = None if taken is None else taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for tone, text in chips:
            made = chip(tone, text)
            self._chips.addWidget(made)
            made.show()
        self._state.setVisible(essential or bool(chips))
        self._place_state()
        state = ", ".join(text for _tone, text in chips)
        spoken = [self._code.text(), question, t("essential") if essential else "", self.marks.spoken, state]
        self.setAccessibleName(". ".join(part for part in spoken if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_state()

    def _place_state(self) -> None:
        """Chips stand beside the question as long as that leaves it room, else below it."""
        taken = self._code.sizeHint().width() + self._state.sizeHint().width()
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
