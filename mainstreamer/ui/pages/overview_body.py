"""What stands on the overview. Figures are worked out in a worker and filled in when they are there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.deadlines import agenda
from mainstreamer.domain.overview import is_fresh
from mainstreamer.domain.readiness.finding import BLOCKS
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.charts.money_columns import PARTS, MoneyColumns
from mainstreamer.ui.charts.painted import HATCHED, SOLID, fill
from mainstreamer.ui.charts.status_strip import StatusStrip
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pages import overview_words as said
from mainstreamer.ui.pages.overview_figures import OverviewFigures
from mainstreamer.ui.pages.overview_start import OverviewStart
from mainstreamer.ui.pages.registry import ACTIONS, HISTORY, READINESS
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import GAP, PAGE_BOTTOM, PAGE_SIDE, PAGE_TOP
from mainstreamer.ui.targets import Target
from mainstreamer.ui.widgets.bar_layout import bar
from mainstreamer.ui.widgets.card import Card
from mainstreamer.ui.widgets.figure_card import FigureCard
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.led_button import LedButton
from mainstreamer.ui.widgets.led_list import LedList
from mainstreamer.ui.widgets.legend import Legend
from mainstreamer.ui.widgets.step_bars import StepBars, answered_colour

LISTED = 12
"""Lines that a list has at most; it shows as many as there is room for."""
LEAST_LINES = 4
FULL = {
    "steps": (0, 0, 2, 1),
    "money": (0, 1, 1, 1),
    "changes": (1, 1, 2, 1),
    "status": (2, 0, 1, 1),
    "blocks": (3, 0, 1, 1),
    "due": (3, 1, 1, 1),
}
"""Row, column, rows, columns of each card where there is room for two columns."""
FRESH = {"steps": (0, 0, 1, 1), "due": (0, 1, 1, 1)}
"""The same for a plan in which nothing was answered or planned yet."""
BY_COLUMN = ("steps", "status", "blocks", "money", "changes", "due")
NARROW = ("steps", "blocks", "due", "money", "status", "changes")
WIDE = 860
"""From this width on, in pixels at 100 %, cards stand in two columns."""


class OverviewBody(QWidget):
    """Four figures, six cards; or, in a plan with nothing in it, what to do first."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        theme.look(self, "plain")
        self.worked = OverviewFigures(session, self)
        self._working, self._weighing = Slices(self, last=True), Slices(self, last=True)
        self._filling = Slices(self)
        self._start: OverviewStart | None = None
        self._arranged: tuple[bool, bool] | None = None
        self._title = label("title")
        self.next_button, self.own_button, self.unnamed_button = LedButton(), LedButton(), LedButton()
        self.figures = {key: FigureCard() for key in ("essential", "ready", "money", "deadline")}
        self.bars, self.status, self.money = StepBars(), StatusStrip(), MoneyColumns()
        self.blocks, self.due, self.changes = LedList(LEAST_LINES), LedList(LEAST_LINES), LedList(LEAST_LINES)
        self._bar_legend, self._money_legend = Legend(wraps=True), Legend(wraps=True)
        self.cards = {
            "steps": Card(self.bars, self._bar_legend),
            "money": Card(self.money, self._money_legend),
            "changes": Card(self.changes, button("link")),
            "status": Card(self.status, button("link")),
            "blocks": Card(self.blocks, button("link")),
            "due": Card(self.due, button("link")),
        }
        self._lay_out()
        self._connect()
        self._name()
        self.refresh(None)

    # -- making --------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QWidget()
        line = bar(head)
        line.addWidget(self._title)
        for led in (self.next_button, self.own_button, self.unnamed_button):
            line.addWidget(led)
        theme.look(head, "plain")
        self._figure_grid, self._grid = QGridLayout(), QGridLayout()
        for grid in (self._figure_grid, self._grid):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setSpacing(GAP)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        inside = QWidget()
        self._area.setWidget(inside)
        for card in self.cards.values():
            card.setParent(inside)
        theme.look(inside, "plain")
        self._figures = QWidget(inside)
        theme.look(self._figures, "plain")
        self._figures.setLayout(self._figure_grid)
        self._figures.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        whole = self._column = QVBoxLayout(inside)
        whole.setContentsMargins(PAGE_SIDE, PAGE_TOP, PAGE_SIDE, PAGE_BOTTOM)
        whole.setSpacing(GAP)
        whole.addWidget(head)
        whole.addWidget(self._figures)
        whole.addLayout(self._grid, 1)
        theme.look(self._area, "plain")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _arrange(self) -> None:
        """Two columns where there is room, else one. What a plan without answers cannot fill is left out."""
        wide, fresh = self.width() >= theme.current().px(WIDE), is_fresh(self.session.plan)
        if (wide, fresh) == self._arranged:
            return
        self._arranged = (wide, fresh)
        for place, figure in enumerate(self.figures.values()):
            self._figure_grid.addWidget(figure, *((0, place) if wide else divmod(place, 2)))
        places = FRESH if fresh else FULL
        if not wide:
            places = {key: (row, 0, 1, 2) for row, key in enumerate(key for key in NARROW if key in places)}
        for key, card in self.cards.items():
            self._grid.removeWidget(card)
            card.setVisible(key in places)
        for key, (row, column, rows, columns) in places.items():
            self._grid.addWidget(self.cards[key], row, column, rows, columns)
        shares = ({0: 1} if fresh else {0: 3, 1: 1, 3: 2}) if wide else dict.fromkeys(range(len(places)), 1)
        for row in range(len(self.cards)):
            self._grid.setRowStretch(row, shares.get(row, 0))
        self._grid.setColumnStretch(0, 11)
        self._grid.setColumnStretch(1, 9)
        QWidget.setTabOrder(self.next_button, self.own_button)
        before: QWidget = self.unnamed_button
        QWidget.setTabOrder(self.own_button, before)
        beginnings = [] if self._start is None else self._start.buttons
        order = [key for key in (BY_COLUMN if wide else NARROW) if key in places]
        stops = [*beginnings, *self.figures.values(), *(stop for key in order for stop in self.cards[key].stops())]
        for stop in stops:
            QWidget.setTabOrder(before, stop)
            before = stop

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        for led in (self.next_button, self.own_button, self.unnamed_button):
            led.led.connect(self._on_led)
        for figure in self.figures.values():
            figure.led.connect(self._on_led)
        for listed in (self.bars, self.blocks, self.due, self.changes):
            listed.led.connect(self._on_led)
        self.due.room_changed.connect(self._fill_due)
        self.blocks.room_changed.connect(self._say_more_blocks)
        self.money.opened.connect(self._on_year_opened)
        self.status.opened.connect(self._on_status_opened)
        self.cards["blocks"].more.clicked.connect(self._on_all_blocks_clicked)
        self.cards["status"].more.clicked.connect(self._on_all_actions_clicked)
        self.cards["due"].more.clicked.connect(self._on_late_clicked)
        self.cards["changes"].more.clicked.connect(self._on_all_changes_clicked)
        self.worked.figured.connect(self._fill_soon)
        self.worked.weighed.connect(self._fill_held)
        self.session.assessment.found.connect(self._on_found)

    # -- keeping up ----------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self._name()
        if self._start is not None:
            self._start.retranslate()
        self._fill()
        self.worked.work_out()  # the institution may be another one now

    def _name(self) -> None:
        """The page's own words."""
        self._title.setText(t("Overview"))
        names = {
            "essential": t("Essential items answered"),
            "ready": t("Actions ready for adoption"),
            "money": t("Money needed"),
            "deadline": t("Next deadline"),
        }
        for key, name in names.items():
            self.figures[key].set_name(name)
        cards = {
            "steps": (t("Where we stand"), ""),
            "money": (t("Money by source and year"), t("No money to show: no action has a cost yet.")),
            "changes": (t("Newest changes"), t("Nothing was changed yet.")),
            "status": (t("Actions by status"), t("No action yet. Answers No and Partly offer some.")),
            "blocks": (t("What blocks adoption"), t("Nothing blocks adoption.")),
            "due": (t("Late or due next"), t("Nothing is late, and no date is entered.")),
        }
        pictures: dict[str, QWidget] = {
            "steps": self.bars,
            "money": self.money,
            "changes": self.changes,
            "status": self.status,
            "blocks": self.blocks,
            "due": self.due,
        }
        for key, (title, nothing) in cards.items():
            self.cards[key].set_words(title, nothing)
            pictures[key].setAccessibleName(title)
        self._fill_held()
        self.cards["changes"].set_more(t("All changes"))
        self._bar_legend.set_entries(
            [
                (_proven, t("shown by evidence")),
                (_claimed, t("claimed")),
                (_answered, t("answered")),
                (None, t("number: score out of 10; bold: all answered")),
            ]
        )
        names_of_parts = {"state": t("state"), "partners": t("partners"), "gap": t("not found yet")}
        self._money_legend.set_entries(
            [(_swatch(pattern, role), names_of_parts[what]) for what, pattern, role in PARTS]
        )

    def refresh(self, change: PlanChange | None) -> None:
        """Show the plan as it is now."""
        fresh = is_fresh(self.session.plan)
        if fresh and self._start is None:
            self._start = OverviewStart(self.session)
            self._start.led.connect(self._on_led)
            self._column.insertWidget(1, self._start)
        if self._start is not None:
            self._start.refresh()
            self._start.setVisible(fresh)
        self._figures.setVisible(not fresh)
        self._arrange()
        if change is None and self.worked.of is not None:
            self.session.assessment.ask()
        # What is on the screen stays until there is something newer.
        self._working.soon(self.worked.work_out)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._weighing.soon(self.worked.weigh)

    def _on_found(self) -> None:
        if self.isVisible():
            self.worked.weigh()

    # -- filling in ----------------------------------------------------------------------------------------------------

    def _fill_soon(self) -> None:
        """In a turn of the window, while workers rest."""
        self._filling.soon(self._fill)

    def _fill(self) -> None:
        found, plan = self.worked.found, self.session.plan
        if found is None:
            return
        own = None if is_fresh(plan) else self.worked.own
        self.own_button.lead(*said.own_line(plan, own))
        self.own_button.setToolTip(t("What is left for your institution, step by step"))
        self.unnamed_button.lead(*said.unnamed_line(own))
        self.figures["essential"].show_figure(*said.essential_figure(found))
        self.figures["money"].show_figure(*said.money_figure(found, plan.frame.currency))
        self.figures["deadline"].show_figure(*said.deadline_figure(plan, found))
        self.bars.set_lines([said.step_line(self.session, one) for one in found.stands])
        self.cards["steps"].show_content(True)
        columns = said.money_columns(found.years, plan.frame)
        self.money.set_columns(columns)
        self.cards["money"].show_content(found.money.cost > 0 or found.money.gap > 0)
        self.status.set_shares(said.status_shares(found.statuses))
        self.cards["status"].show_content(bool(found.statuses))
        actions = sum(found.statuses.values())
        self.cards["status"].set_more(n("{n} action", "{n} actions", actions))
        self._fill_due()
        self.cards["due"].show_content(bool(found.deadlines))
        late = sum(one.late for one in found.deadlines)
        self.cards["due"].set_more(
            t("{late} late, {due} ahead", late=words().number(late), due=words().number(len(found.deadlines) - late))
        )
        today = self.session.today()
        glimpses = self.session.document.glimpses(LISTED)
        self.changes.set_lines([said.glimpse_line(plan, one, today) for one in glimpses])
        self.cards["changes"].show_content(bool(glimpses))
        self._fill_held()

    def _fill_due(self) -> None:
        """As many late and coming days as there is room for."""
        if self.worked.found is not None:
            plan, shown = self.session.plan, agenda(self.worked.found.deadlines, self.due.room)
            self.due.set_lines([said.deadline_line(plan, one) for one in shown])

    def _say_more_blocks(self) -> None:
        """How many kinds of faults there is no room for, and how many findings there are in all."""
        if self.worked.held is None:
            return
        parts = [n("{n} finding", "{n} findings", self.worked.held.count)]
        more = len(self.worked.held.faults) - min(self.blocks.room, LISTED)
        if more > 0:
            parts.insert(0, n("{n} more kind", "{n} more kinds", more))
        self.cards["blocks"].set_more(" · ".join(parts))

    def _fill_held(self) -> None:
        held, plan = self.worked.held, self.session.plan
        if held is None:
            self.cards["blocks"].show_waiting(t("Being counted …"))
        else:
            self.figures["ready"].show_figure(*said.ready_figure(held))
            self.blocks.set_lines([said.fault_line(plan, one) for one in held.faults[:LISTED]])
            self.cards["blocks"].show_content(bool(held.faults))
            self._say_more_blocks()
        if self.worked.found is not None:
            text, target = said.next_line(self.session, self.worked.found, held)
            self.next_button.lead(text, None if is_fresh(plan) else target)

    # -- leading -------------------------------------------------------------------------------------------------------

    def _on_led(self, target: Target) -> None:
        target.go(self.session)

    def _on_year_opened(self, year: str) -> None:
        said.year_target(year).go(self.session)

    def _on_status_opened(self, key: str) -> None:
        status = key.partition(":")[2]
        Target(ACTIONS, "", {"status": status} if status else {"open": "true"}).go(self.session)

    def _on_all_blocks_clicked(self) -> None:
        Target(READINESS, "todo", {"severity": BLOCKS}).go(self.session)

    def _on_late_clicked(self) -> None:
        """All that is late or due, of which the card shows a few."""
        if self.worked.found is not None:
            from mainstreamer.ui.dialogs.deadlines import DeadlinesDialog

            lines = [said.deadline_line(self.session.plan, one) for one in self.worked.found.deadlines]
            DeadlinesDialog(self.session, lines, self.window()).open()

    def _on_all_actions_clicked(self) -> None:
        Target(ACTIONS).go(self.session)

    def _on_all_changes_clicked(self) -> None:
        Target(HISTORY).go(self.session)


def _swatch(pattern: str, role: str) -> Any:
    return lambda painter, box: fill(painter, box, pattern, role)


def _proven(painter: QPainter, box: Any) -> None:
    fill(painter, box, SOLID, "accent")


def _claimed(painter: QPainter, box: Any) -> None:
    fill(painter, box, HATCHED, "accent")


def _answered(painter: QPainter, box: Any) -> None:
    painter.fillRect(box, answered_colour())
