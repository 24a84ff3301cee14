"""The action plan: all actions, what is asked of them, and what the shown ones add up to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mainstreamer.settings import ColumnFilter
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui.i18n import n, t
from mainstreamer.ui.models.register_columns import MONEY_YEARS, NOT_READY
from mainstreamer.ui.page import Page
from mainstreamer.ui.pages.register_place import InView, in_view, show_again
from mainstreamer.ui.pages.register_view import RegisterView
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, PAGE_TOP, SCROLL_GAP
from mainstreamer.ui.widgets.bar_heading import BarHeading

FILTERS = {"lead": "leads", "step": "steps", "status": "status", "year": "years", "money": MONEY_YEARS}
"""Filters that other pages ask for by these names, and the columns that they filter."""


class ActionPlanPage(Page):
    """The register of actions under the page's title; filters of lead, step, status and year are always at hand."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._heading = BarHeading(self)
        self.register = RegisterView(session, "action", self, heading=self._heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_SIDE, PAGE_TOP - GAP, PAGE_SIDE - SCROLL_GAP, 0)
        column.addWidget(self.register, 1)
        self._show_counts()

    # -- Page --------------------------------------------------------------------------------------------------------

    def refresh(self, change: PlanChange | None) -> None:
        self.register.refresh(change)
        self._show_counts()

    def retranslate(self) -> None:
        self._show_counts()
        self.register.retranslate()

    def show_place(self, kind: str, uid: str, field: str) -> bool:
        if kind == "action":
            return self.register.show_place(uid, field)
        if kind == "action_indicator":
            row = self.session.plan.find(kind, uid)
            if row is None or not self.register.choose(str(getattr(row, "action", ""))):
                return False
            self.register.form_button.setChecked(True)
            return self.register.form.focus_indicator(uid, field)
        return False

    def show_view(self, tab: str, filters: Mapping[str, str]) -> None:
        """Filters: `lead` (uid; empty: none named), `step`, `status`, `year`, `money` (year into which
        money falls; 0: no dates), and `open` with any value for what is not
        ready; or the name of a column with its values, parted by semicolons."""
        wanted = []
        for name, value in filters.items():
            if name == "open":
                wanted.append(ColumnFilter("ready", (NOT_READY,)))
            else:
                wanted.append(ColumnFilter(FILTERS.get(name, name), tuple(value.split(";"))))
        self.register.filters.filter_by(wanted)

    def kept(self) -> InView:
        return in_view(self.register)

    def take_up(self, kept: object) -> None:
        if isinstance(kept, InView):
            show_again(self.register, kept)

    def commit(self) -> None:
        self.register.commit()

    def _show_counts(self) -> None:
        plan = self.session.plan
        actions = n("{n} action", "{n} actions", len(plan.actions))
        objectives = n("{n} objective", "{n} objectives", len(plan.objectives))
        self._heading.say(t("Action plan"), f"{actions}, {objectives}")
