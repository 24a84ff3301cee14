"""A part of the plan's frame as a form: whole on the page of the plan, one section under the tabs of a step."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import CARD_SIDE, GAP, PAGE_SIDE, SCROLL_GAP
from mainstreamer.ui.widgets.labels import frame
from mainstreamer.ui.widgets.record_fields import RecordFields


class FramePart(QScrollArea):
    """The fields of the plan's frame in these sections; all of them when none is named."""

    def __init__(self, session: Session, groups: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("ground")
        self._slices = Slices(self)
        body = QWidget()
        body.setObjectName("ground")
        self.setWidget(body)
        card = frame("card", parent=body)
        self.fields = RecordFields(
            session, "plan", headings=len(groups) != 1, groups=groups, at_once=False, parent=card
        )
        inside = QVBoxLayout(card)
        inside.setContentsMargins(CARD_SIDE, CARD_SIDE, CARD_SIDE, CARD_SIDE)
        inside.addWidget(self.fields)
        outer = self._outer = QVBoxLayout(body)
        outer.setContentsMargins(0, GAP, PAGE_SIDE, PAGE_SIDE)
        outer.setSpacing(GAP)
        outer.addWidget(card)
        outer.addStretch(1)
        self.fields.show_record(session.plan.uid)
        self._slices.start(iter(self.fields.step, False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card ends where all of the page ends: the bar that scrolls it, if there is one, stands beyond."""
        super().resizeEvent(event)
        bar = self.width() - self.viewport().width()
        self._outer.setContentsMargins(0, GAP, max(SCROLL_GAP, PAGE_SIDE - bar), PAGE_SIDE)

    def refresh(self, change: PlanChange | None) -> None:
        """Show the frame as it is now."""
        if change is None or change.touches("plan", "institution", "body"):
            self.fields.refresh(change)

    def retranslate(self) -> None:
        self.fields.retranslate()

    def show_place(self, uid: str, field: str) -> bool:
        """Put the keyboard into a field; False when it is in another section."""
        if not self.fields.focus_field(field):
            return False
        QTimer.singleShot(0, self, self._bring_into_view)
        return True

    def _bring_into_view(self) -> None:
        focused = self.fields.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused, 0, 60)

    def commit(self) -> None:
        self.fields.commit()
