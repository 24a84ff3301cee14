"""The plan: country, period, money, calendar, responsibility, adoption."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui.i18n import t
from mainstreamer.ui.page import Page
from mainstreamer.ui.pages.frame_part import FramePart
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import PAGE_SIDE, PAGE_TOP, SCROLL_GAP, SMALL
from mainstreamer.ui.widgets.labels import label


class PlanPage(Page):
    """The frame of the plan as one form."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title, self._purpose = label("title"), label("muted", wrap=True)
        self.part = FramePart(session, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, PAGE_TOP, PAGE_SIDE - SCROLL_GAP, 0)
        layout.setSpacing(SMALL)
        layout.addWidget(self._title)
        layout.addWidget(self._purpose)
        layout.addWidget(self.part, 1)
        self.retranslate()

    def refresh(self, change: PlanChange | None) -> None:
        self.part.refresh(change)

    def retranslate(self) -> None:
        self._title.setText(t("The plan"))
        self._purpose.setText(
            t(
                "What the plan covers, its calendar, and who answers for it. The cover of the workbook is made from this."
            )
        )
        self.part.retranslate()

    def show_place(self, kind: str, uid: str, field: str) -> bool:
        return kind == "plan" and self.part.show_place(uid, field)

    def commit(self) -> None:
        self.part.commit()
