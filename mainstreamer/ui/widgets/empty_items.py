"""What stands in place of the cards of a checklist while none is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mainstreamer.domain.checklist import Item
from mainstreamer.domain.item_filters import lets, unnamed_of
from mainstreamer.ui.i18n import n, t
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.labels import button, label


class EmptyItems(QWidget):
    """Says what holds the items back, and offers those that nobody answers for to whoever asked for one's own."""

    unnamed_wanted = Signal()
    """Open items without a responsible institution are to be shown."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.text, self.unnamed_button = label("muted", wrap=True), button("link")
        self.unnamed_button.clicked.connect(self.unnamed_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.text)
        column.addWidget(self.unnamed_button, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, items: Sequence[Item]) -> None:
        """Say why none of these items is shown; where there are none, that there are none."""
        count, unnamed = len(items), self._unnamed(items)
        if items:
            self.text.setText(n("The filter holds back the {n} item.", "The filter holds back all {n} items.", count))
        else:
            self.text.setText(t("This step has no items to show."))
        self.unnamed_button.setText(
            n(
                "Show the {n} open item that has no responsible institution",
                "Show the {n} open items that have no responsible institution",
                unnamed,
            )
        )
        self.unnamed_button.setVisible(bool(unnamed))

    def _unnamed(self, items: Sequence[Item]) -> int:
        """How many of these the offer would show."""
        wanted, plan = self._session.item_filter, self._session.plan
        return sum(lets(plan, item, unnamed_of(wanted)) for item in items) if wanted.mine else 0
