"""What the form of an action shows besides its fields: its indicators as small cards, and the gap in its money."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mainstreamer.domain.actions import cost_of, gap
from mainstreamer.domain.kinds import Action
from mainstreamer.operations.registers import add, delete
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, SMALL, WIDE_GAP
from mainstreamer.ui.tones import GAP_TONE
from mainstreamer.ui.widgets.labels import button, chip, label
from mainstreamer.ui.widgets.record_fields import RecordFields

KIND = "action_indicator"
LONG_SUM = 24
"""A sum of more characters may go on in the next line after each group of digits."""


class GapLine(QWidget):
    """Cost less secured money, in figures and in a word."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._sum, self._word = label("strong", wrap=True), chip("neutral")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._sum)
        # Below the sum: beside one of forty digits it would widen the form beyond its place.
        column.addWidget(self._word, 0, Qt.AlignmentFlag.AlignLeading)

    def show_action(self, uid: str) -> None:
        """Work the gap of an action out anew."""
        action = self._session.plan.find("action", uid)
        if not isinstance(action, Action):
            return
        missing, cost, currency = gap(action), cost_of(action), self._session.plan.frame.currency
        if missing is None or cost is None:
            self._sum.setText(t("Gap: not known without a cost estimate"))
            self._word.hide()
            return
        speech = words()
        have = [_breakable(speech.money(part)) for part in (action.secured_state, action.secured_external) if part]
        need, rest = _breakable(speech.money(cost)), _breakable(speech.money(abs(missing), currency))
        if missing < 0:
            self._sum.setText(t("Surplus: {sum} = {gap}", sum=f"{' + '.join(have)} − {need}", gap=rest))
        else:
            self._sum.setText(t("Gap: {sum} = {gap}", sum=" − ".join((need, *have)), gap=rest))
        if missing < 0:
            tone, word = "bad", t("more is secured than it costs")
        elif missing > 0:
            tone, word = GAP_TONE, t("not yet funded")
        else:
            tone, word = "good", t("fully funded")
        self._word.setText(word)
        theme.chip(self._word, tone)
        self._word.show()


def _breakable(sum_: str) -> str:
    return sum_ if len(sum_) <= LONG_SUM else re.sub(r"(\D)(?=\d{3})", "\\1\u200b", sum_)


class IndicatorCard(QFrame):
    """One indicator of an action."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        theme.look(self, "inset")
        self._session = session
        self._title = label("strong", wrap=True)
        self.remove: QPushButton = button("link")
        self.fields = RecordFields(session, KIND, skip=("action",), headings=False, at_once=False)
        self.remove.clicked.connect(self._on_remove_clicked)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.fields)
        self.remove.setEnabled(session.document.writable)

    def show_record(self, uid: str) -> None:
        self.fields.show_record(uid)
        self.retitle()

    def refresh(self, change: PlanChange | None) -> None:
        self.fields.refresh(change)
        self.retitle()

    def retitle(self) -> None:
        plan, uid = self._session.plan, self.fields.uid
        name = plan.name_of(KIND, uid) or words().choice("indicator", str(plan.value(KIND, uid, "indicator")))
        self._title.setText(name or words().kind(KIND))
        self.remove.setText(t("Remove"))
        self.remove.setAccessibleName(t("Remove indicator: {name}", name=self._title.text()))

    def retranslate(self) -> None:
        self.fields.retranslate()
        self.retitle()

    def _on_remove_clicked(self) -> None:
        self._session.put("delete", delete(self._session.plan, KIND, (self.fields.uid,)), self)


class IndicatorCards(QWidget):
    """The indicators of one action, with a way to add one. Cards are kept and used again for the next action."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._action = ""
        self._heading, self._empty = label("heading"), label("muted", wrap=True)
        self.add_button = button()
        self.add_button.clicked.connect(self._on_add_clicked)
        self.add_button.setEnabled(session.document.writable)
        self.cards: list[IndicatorCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._empty)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.retranslate()

    def show_action(self, uid: str) -> None:
        """Show the indicators of an action."""
        if uid != self._action:
            self.commit()
        self._action = uid
        found = self._session.plan.action_indicators.get(uid, ())
        while len(self.cards) < len(found):
            self.cards.append(IndicatorCard(self._session))
            self._column.insertWidget(self._column.count() - 1, self.cards[-1])
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(found))
            if place < len(found):
                card.show_record(found[place].uid)
            else:
                card.fields.uid = ""
        self._empty.setVisible(not found)

    def step(self) -> bool:
        """Make one more field of the cards shown; False when all are there."""
        return any(card.fields.step() for card in self._shown())

    def refresh(self, change: PlanChange | None) -> None:
        found = [row.uid for row in self._session.plan.action_indicators.get(self._action, ())]
        if found != [card.fields.uid for card in self._shown()]:
            self.show_action(self._action)
        else:
            for card in self._shown():
                card.refresh(change)

    def _shown(self) -> list[IndicatorCard]:
        return [card for card in self.cards if card.fields.uid]

    def focus_place(self, uid: str, field: str) -> bool:
        """Put the keyboard into a field of an indicator."""
        for card in self._shown():
            if card.fields.uid == uid:
                return card.fields.focus_field(field or "name")
        return False

    def commit(self) -> None:
        for card in self._shown():
            card.fields.commit()

    def retranslate(self) -> None:
        self._heading.setText(words().kind(KIND, "many"))
        self._empty.setText(words().kind(KIND, "empty"))
        self.add_button.setText(f"+ {words().kind(KIND, 'add')}")
        for card in self.cards:
            card.retranslate()

    def _on_add_clicked(self) -> None:
        self.commit()
        uid, puts = add(self._session.plan, KIND, {"action": self._action})
        if self._session.put("add", puts, self):
            self.refresh(None)
            self.focus_place(uid, "indicator")
