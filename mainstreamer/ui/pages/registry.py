"""The pages besides the ten steps: key, words and icon of its line in the rail, and where its class is."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QWidget

from mainstreamer.ui.i18n import t
from mainstreamer.ui.page import Page
from mainstreamer.ui.session import Session

OVERVIEW, PLAN, ACTIONS, INDICATORS = "overview", "plan", "actions", "indicators"
READINESS, HISTORY, OWN_ITEMS, TRACE = "readiness", "history", "own_items", "trace"
COMING_BACK = "coming_back"
TABLE_COMING_IN = "table_coming_in"


@dataclass(frozen=True)
class PageKind:
    """A page of the workspace. Its class is imported when it is first shown."""

    key: str
    title: Callable[[], str]
    icon: str
    place: str

    def make(self, session: Session, parent: QWidget) -> Page:
        module, _, name = self.place.partition(":")
        made = getattr(importlib.import_module(f"mainstreamer.ui.pages.{module}"), name)
        return cast(Page, made(session, parent))


ABOVE_STEPS = (
    PageKind(OVERVIEW, lambda: t("Overview"), "house", "overview_page:OverviewPage"),
    PageKind(PLAN, lambda: t("The plan"), "clipboard-text", "plan_page:PlanPage"),
)
BELOW_STEPS = (
    PageKind(ACTIONS, lambda: t("Action plan"), "list-bullets", "action_plan:ActionPlanPage"),
    PageKind(INDICATORS, lambda: t("Indicators"), "chart-bar", "indicators_page:IndicatorsPage"),
    PageKind(OWN_ITEMS, lambda: t("Our checklist"), "sliders-horizontal", "own_items_page:OwnItemsPage"),
    PageKind(READINESS, lambda: t("Readiness"), "check-circle", "readiness_page:ReadinessPage"),
    PageKind(HISTORY, lambda: t("History"), "clock-counter-clockwise", "history_page:HistoryPage"),
    PageKind(TRACE, lambda: t("Where this comes from"), "tree-structure", "trace_page:TracePage"),
)
WORKBOOK = PageKind(COMING_BACK, lambda: t("Import a workbook"), "tray", "coming_back_page:ComingBackPage")
"""In the rail only as long as there is a workbook to look through."""
TABLE = PageKind(TABLE_COMING_IN, lambda: t("Import a table"), "table", "table_page:TablePage")
"""Not in the rail: a command leads to it."""
PAGES = {kind.key: kind for kind in (*ABOVE_STEPS, WORKBOOK, *BELOW_STEPS, TABLE)}


def above_steps(session: Session) -> tuple[PageKind, ...]:
    """The pages above the steps as they are in the rail now."""
    return (*ABOVE_STEPS, WORKBOOK) if session.has_workbook else ABOVE_STEPS
