"""What the overview of a plan shows in which nothing was answered or planned yet: what to do first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mainstreamer.domain.plan import Plan
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.pages.step_tabs import CHECKLIST
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import CARD_EDGE, CARD_SIDE, GAP, SMALL
from mainstreamer.ui.targets import Target, place
from mainstreamer.ui.widgets.labels import button, chip, frame, label


@dataclass(frozen=True)
class Beginning:
    """One of the first things to do."""

    title: Callable[[], str]
    text: Callable[[], str]
    go: Callable[[], str]
    target: Callable[[Plan], Target]
    is_done: Callable[[Plan], bool]


def _is_described(plan: Plan) -> bool:
    frame_ = plan.frame
    return frame_.current_plan_end is not None or frame_.budget_circular is not None


BEGINNINGS = (
    Beginning(
        lambda: t("Enter when the plan is due"),
        lambda: t(
            "Enter when the current plan ends and when the budget circular comes. Deadlines are counted from these."
        ),
        lambda: t("Enter the dates"),
        lambda plan: place("plan", plan.uid, "current_plan_end"),
        _is_described,
    ),
    Beginning(
        lambda: t("Enter who takes part"),
        lambda: t("List the ministries and agencies. Leads and partners are chosen from this list later."),
        lambda: t("Enter institutions"),
        lambda _plan: Target("3", "institution"),
        lambda plan: bool(plan.institutions),
    ),
    Beginning(
        lambda: t("Answer the first items"),
        lambda: t("Each answer No or Partly offers actions that close the gap. This is how the action plan grows."),
        lambda: t("Begin with step 1"),
        lambda _plan: Target("1", CHECKLIST),
        lambda plan: any(answer.score for answer in plan.answers.values()),
    ),
)


class OverviewStart(QWidget):
    """Three cards with a button each; what is done has a tick and its word."""

    led = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._heading, self._text = label("heading"), label("muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        self._titles: list[QLabel] = []
        self._texts: list[QLabel] = []
        self._done: list[QLabel] = []
        self.buttons: list[QPushButton] = []
        row = self._row = QHBoxLayout()
        row.setSpacing(GAP)
        for number, beginning in enumerate(BEGINNINGS, 1):
            row.addWidget(self._card(number, beginning), 1)
        column.addLayout(row)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards of one width side by side where every button has its room, else one below the other."""
        super().resizeEvent(event)
        room = max(button.sizeHint().width() for button in self.buttons) + 2 * (CARD_SIDE + CARD_EDGE)
        wide = self.width() >= len(self.buttons) * room + (len(self.buttons) - 1) * GAP
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _card(self, number: int, beginning: Beginning) -> QWidget:
        card = frame("card")
        policy = card.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        policy.setHeightForWidth(True)
        card.setSizePolicy(policy)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(CARD_SIDE, CARD_SIDE, CARD_SIDE, CARD_SIDE)
        inner.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        figure = label("figure")
        figure.setText(str(number))
        done = chip("good")
        head.addWidget(figure)
        head.addStretch(1)
        head.addWidget(done)
        title, text = label("heading", wrap=True), label("muted", wrap=True)
        go = button("primary" if number == 1 else "")
        go.setIcon(icons.icon("arrow-right", "accent_ink" if number == 1 else "ink"))
        go.setIconSize(QSize(theme.current().px(icons.SIZE), theme.current().px(icons.SIZE)))
        go.setProperty("place", number - 1)
        go.clicked.connect(self._on_clicked)
        inner.addLayout(head)
        inner.addWidget(title)
        inner.addWidget(text)
        inner.addStretch(1)
        inner.addWidget(go, 0, Qt.AlignmentFlag.AlignLeading)
        for kept, made in ((self._titles, title), (self._texts, text), (self._done, done)):
            kept.append(made)
        self.buttons.append(go)
        return card

    def _on_clicked(self) -> None:
        self.led.emit(BEGINNINGS[int(self.sender().property("place"))].target(self._session.plan))

    def refresh(self) -> None:
        plan = self._session.plan
        for beginning, done in zip(BEGINNINGS, self._done, strict=True):
            done.setVisible(beginning.is_done(plan))

    def retranslate(self) -> None:
        self._heading.setText(t("Nothing is answered or planned yet. Three things to begin with:"))
        self._text.setText(t("This page then shows how far the plan has come, what it costs and what is due next."))
        for row, beginning in enumerate(BEGINNINGS):
            self._titles[row].setText(beginning.title())
            self._texts[row].setText(beginning.text())
            self._done[row].setText(t("✓ done"))
            self.buttons[row].setText(beginning.go())
        self.refresh()
