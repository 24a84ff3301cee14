"""The actions of the register on a timeline of fiscal quarters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout

from mainstreamer.domain.kinds import Action, Record
from mainstreamer.domain.plan import Put
from mainstreamer.operations.scheduling import VERB
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pictures.picture import Picture
from mainstreamer.ui.pictures.shapes import Legend
from mainstreamer.ui.pictures.timeline_model import TimelineModel
from mainstreamer.ui.pictures.timeline_painting import BAR_HEIGHT, draw_bar, hatch_late, hatch_outside, today_width
from mainstreamer.ui.pictures.timeline_view import TimelineView
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.tones import STATUS_TONES
from mainstreamer.ui.widgets.labels import WholeLabel


class ActionTimeline(Picture):
    """Rows in the order of the table; bars are moved and stretched by quarters."""

    wants_room = True

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(session, kind)
        self.model = TimelineModel(session, self)
        self.view = TimelineView(session, self.model)
        self.legend = Legend()
        self._hint = WholeLabel("note")
        self._day = session.today()
        self._statuses, self._low = frozenset[str](), False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.legend)
        layout.addWidget(self._hint)
        self.setFocusProxy(self.view)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.view.delete_wanted.connect(self.delete_wanted)
        self.view.put_wanted.connect(self._on_put_wanted)

    def show_records(self, records: Sequence[Record]) -> None:
        if self._day != self.session.today():
            self._day = self.session.today()
            self.model.forget_words()
        actions = [record for record in records if isinstance(record, Action)]
        self.model.show_actions(actions)
        if (statuses := frozenset(action.status for action in actions)) != self._statuses:
            self._statuses = statuses
            self._show_signs()
        self.view.fit()

    def show_selection(self, uids: Sequence[str]) -> None:
        self.view.show_selection(uids)

    def refresh(self, change: PlanChange | None) -> None:
        # What an action says of itself is remade with its record; names of leads and years of the plan are not its own.
        if change is None or change.touches("institution", "plan"):
            self.model.forget_words()

    def retranslate(self) -> None:
        self.model.forget_words()
        self.model.say_again()
        self.legend.setAccessibleName(t("Signs of the timeline"))
        self._show_signs()
        self._hint.set_whole(
            t(
                "Drag a bar to move it, or one of its ends. Keys: Ctrl+←→ moves, Ctrl+Shift+←→ the end, Shift+←→ the start."
            )
            if self.session.document.writable
            else t("This plan can only be looked at.")
        )
        self.view.setAccessibleDescription(self._hint.toolTip())
        self.view.retranslate()

    def _show_signs(self) -> None:
        """What bars look like by status, for those that there are, and what else is drawn. Where the picture is low, chips
        beside the bars have to do for their statuses."""
        speech, there = words(), () if self._low else self._statuses
        bars = [
            (partial(_bar, status), speech.choice("action_status", status))
            for status in STATUS_TONES
            if status in there
        ]
        self.legend.show_signs([*bars, (_late, t("late")), (_outside, t("outside the plan")), (_today, t("today"))])

    def fold(self, low: bool) -> None:
        if low != self._low:
            self._low = low
            self._show_signs()
        self._hint.setVisible(not low or not self.session.document.writable)

    def _on_put_wanted(self, puts: list[Put]) -> None:
        self.session.put(VERB, puts, self)


def _swatch(place: QRect) -> QRectF:
    box = QRectF(0, 0, place.width() - 1, theme.current().px(BAR_HEIGHT))
    box.moveCenter(QRectF(place).center())
    return box


def _bar(status: str, painter: QPainter, place: QRect) -> None:
    draw_bar(painter, _swatch(place), status)


def _late(painter: QPainter, place: QRect) -> None:
    hatch_late(painter, _swatch(place))


def _outside(painter: QPainter, place: QRect) -> None:
    hatch_outside(painter, _swatch(place))


def _today(painter: QPainter, place: QRect) -> None:
    painter.fillRect(
        QRectF(place.center().x(), place.top(), today_width(), place.height()), theme.current().colour("ink")
    )
