"""The checklist of a step: the line that filters it, and its cards."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mainstreamer.domain.item_filters import ItemFilter, unnamed_of
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.checklist_strip import ChecklistStrip
from mainstreamer.ui.widgets.checklist_view import ChecklistView


class ChecklistPart(QWidget):
    """Keeps the line and the cards at one."""

    def __init__(self, session: Session, step: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.strip, self.view = ChecklistStrip(session, step, self), ChecklistView(session, step, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.view, 1)
        self.strip.changed.connect(self.view.choose)
        self.strip.next_wanted.connect(self.view.open_next)
        self.view.shown_changed.connect(self._on_shown_changed)
        self.view.unnamed_wanted.connect(self._on_unnamed_wanted)
        self.view.went_on.connect(self._on_went_on)
        self._on_shown_changed()

    def lead_to(self, code: str, field: str) -> bool:
        """Open an item, also one that the filter holds back: whoever is led to it wants to see it."""
        if not self.view.is_in_use(code):
            return False
        if not self.view.is_shown(code):
            self._session.item_filter = ItemFilter()
            self.view.choose()
            self.strip.say(t("The filter was taken off, so that item {code} can be seen.", code=code))
        return self.view.open_item(code, field)

    def show_unnamed(self) -> None:
        """Show the open items that nobody answers for, and no others."""
        self.strip.ask_for(unnamed_of(ItemFilter()))

    def _on_unnamed_wanted(self) -> None:
        self.strip.ask_for(unnamed_of(self._session.item_filter))
        self.strip.filter_button.setFocus()

    def refresh(self, change: PlanChange | None) -> None:
        self.view.refresh(change)

    def retranslate(self) -> None:
        """Say everything in the language spoken now, and show whose items are one's own now."""
        if self._session.item_filter.mine:
            self.view.choose()
        self.view.retranslate()
        self.strip.retranslate()

    def _on_went_on(self, found: bool) -> None:
        """Whoever goes on through the items hears when the last one is answered."""
        self.strip.say(
            "" if found else t("No item here waits for an answer any more. Ctrl+Enter leads through all of them.")
        )

    def _on_shown_changed(self) -> None:
        self.strip.show_counts(*self.view.counts)
