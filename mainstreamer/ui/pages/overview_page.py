"""The overview: the whole plan on one page, for whoever has two minutes. Every figure leads to where it comes from.

It is the page that a plan opens on. So the window with its rail is drawn first, and the page is filled right after that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui.page import Page
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import Slices

if TYPE_CHECKING:
    from mainstreamer.ui.pages.overview_body import OverviewBody


class OverviewPage(Page):
    """Holds the body of the overview, which is made once the page was painted for the first time."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.body: OverviewBody | None = None
        self._asked = False
        self._making = Slices(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._asked:
            self._asked = True
            self._making.soon(self._make_body)

    def _make_body(self) -> None:
        from mainstreamer.ui.pages.overview_body import OverviewBody

        self.body = OverviewBody(self.session, self)
        self._layout.addWidget(self.body)

    def refresh(self, change: PlanChange | None) -> None:
        if self.body is not None:
            self.body.refresh(change)

    def retranslate(self) -> None:
        if self.body is not None:
            self.body.retranslate()
