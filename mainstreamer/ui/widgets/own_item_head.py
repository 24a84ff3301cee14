"""The head of an item that a plan adapts: what it is, how it stands, and what can be done with it as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mainstreamer.domain.own_checklist import LEFT_OUT, OWN, REWORDED
from mainstreamer.ui import icons
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.models.own_items_model import TONES, ItemLine, state_name
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.bar_layout import bar
from mainstreamer.ui.widgets.labels import button, chip, frame, label
from mainstreamer.ui.widgets.paused_text import PausedText

UP, DOWN, OUT, BACK, RESTORE, COPY, DELETE, ANSWER, HISTORY = (
    "up",
    "down",
    "out",
    "back",
    "restore",
    "copy",
    "delete",
    "answer",
    "history",
)
WRITING = (UP, DOWN, OUT, BACK, RESTORE, COPY, DELETE)
_ICONS = {
    UP: "arrow-up",
    DOWN: "arrow-down",
    OUT: "eye-slash",
    BACK: "eye",
    RESTORE: "arrow-counter-clockwise",
    COPY: "copy",
    DELETE: "trash",
}


class OwnItemHead(QWidget):
    """Buttons tell what is wanted by name; the reason for leaving an item out is handed over as it is typed."""

    wanted = Signal(str)
    reason_settled = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._writable = session.document.writable
        self._line: ItemLine | None = None
        self.title, self._step = label("heading", wrap=True), label("note", wrap=True)
        self._chips = {state: chip(_tone(state)) for state in (OWN, REWORDED, LEFT_OUT)}
        self._moved, self._essential = chip("accent"), chip("neutral")
        top = QHBoxLayout()
        top.setSpacing(SMALL)
        top.addWidget(self._step, 1)
        for made in (*self._chips.values(), self._moved, self._essential):
            top.addWidget(made)
        tools = QWidget()
        row = bar(tools)
        self.buttons: dict[str, QPushButton] = {}
        for name in (*WRITING, ANSWER, HISTORY):
            made_button = button("link" if name in (ANSWER, HISTORY) else "")
            made_button.setProperty("verb", name)
            made_button.clicked.connect(self._on_clicked)
            self.buttons[name] = made_button
            (row.add_trailing if name in (ANSWER, HISTORY) else row.addWidget)(made_button)
        self.out_box = frame("notice")
        self._out_text, self._reason_name = label(wrap=True), label("fieldname")
        self.reason = PausedText(least_lines=1)
        self.reason.setReadOnly(not self._writable)
        self._reason_name.setBuddy(self.reason)
        self.reason.settled.connect(self.reason_settled)
        inside = QVBoxLayout(self.out_box)
        inside.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        inside.setSpacing(SMALL)
        for part in (self._out_text, self._reason_name, self.reason):
            inside.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        column.setSpacing(SMALL)
        column.addLayout(top)
        column.addWidget(self.title)
        column.addWidget(tools)
        column.addWidget(self.out_box)

    def show_item(self, line: ItemLine, first: bool, last: bool) -> None:
        """Show an item; `first` and `last` say where it stands in its step."""
        fresh = self._line is None or self._line.code != line.code
        self._line = line
        setting = self._session.plan.item_settings.get(line.code)
        reason = setting.reason if setting is not None else ""
        if fresh:
            self.reason.set_text(reason)
        else:
            self.reason.refresh_text(reason)
        own, off = OWN in line.states, LEFT_OUT in line.states
        usable = {
            UP: not first,
            DOWN: not last,
        }
        seen = {
            OUT: not off,
            BACK: off,
            RESTORE: REWORDED in line.states,
            DELETE: own,
            ANSWER: not off and not line.idle,
        }
        for name, made in self.buttons.items():
            made.setVisible(seen.get(name, True) and (self._writable or name not in WRITING))
            made.setEnabled(usable.get(name, True))
        for state, made_chip in self._chips.items():
            made_chip.setVisible(state in line.states)
        self._moved.setVisible(line.moved)
        self._essential.setVisible(line.essential)
        self.out_box.setVisible(off)
        self.retranslate()

    def retranslate(self) -> None:
        line = self._line
        if line is None:
            return
        step = self._session.checklist.step_text(line.step, "title")
        self._step.setText(t("{code} · step {number}, {title}", code=line.code, number=line.step, title=step))
        self.title.setText(line.question)
        for state, made in self._chips.items():
            made.setText(state_name(state))
        self._moved.setText(t("moved"))
        self._moved.setToolTip(t("The plan gave the item another place in its step."))
        self._essential.setText(t("essential"))
        texts = {
            UP: (t("Up"), t("One place up within the step (Alt+Up)")),
            DOWN: (t("Down"), t("One place down within the step (Alt+Down)")),
            OUT: (t("Leave out"), t("The item is asked no longer; its answer is kept")),
            BACK: (t("Take back"), t("The item is asked again, with the answer it had")),
            RESTORE: (t("Back to the original"), t("All texts of the item as shipped, in every language")),
            COPY: (t("Copy as own item"), t("An own item that begins with these texts")),
            DELETE: (t("Delete"), t("The own item goes; its answer is kept and counts no longer")),
            ANSWER: (t("To the answer"), t("Go to the item in its step")),
            HISTORY: (t("History"), t("Who changed what in this item, and when (F8)")),
        }
        for name, (text, tip) in texts.items():
            made_button = self.buttons[name]
            made_button.setText("" if name in (UP, DOWN) else text)
            made_button.setToolTip(tip)
            made_button.setAccessibleName(f"{text}: {line.code}")
            made_button.setAccessibleDescription(tip)
            if name in _ICONS:
                made_button.setIcon(icons.icon(_ICONS[name]))
        answer = self._session.plan.answers.get(line.code)
        kept = (
            t("Its answer ({answer}) is kept and counts again when the item is taken back.", answer=_said(answer.score))
            if answer is not None and answer.score
            else t("It has no answer yet.")
        )
        self._out_text.setText(t("Left out: the item is not asked and does not count. {kept}", kept=kept))
        self._reason_name.setText(t("Why it is left out"))
        self.reason.setAccessibleName(self._reason_name.text())
        self.reason.setPlaceholderText(t("For example: no such agreements in this country"))

    def commit(self) -> None:
        """Hand over what is being typed."""
        if self._line is not None and LEFT_OUT in self._line.states:
            self.reason.commit()

    def _on_clicked(self) -> None:
        self.wanted.emit(str(self.sender().property("verb")))


def _said(score: str) -> str:
    return words().choice("score", score)


def _tone(state: str) -> str:
    return "neutral" if TONES[state] == "muted" else TONES[state]
