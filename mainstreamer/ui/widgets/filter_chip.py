"""A filter as a chip: a button that opens it, and one that takes it off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.labels import button


class FilterChip(QWidget):
    """One filter: a button that opens it, and one that takes it off."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.open, self.off = button("filter"), button("filteroff")
        self.off.setIcon(icons.icon("x", "accent"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.open)
        row.addWidget(self.off)

    def show_filter(self, label: str, text: str, active: bool) -> None:
        whole = f"{label}: {text}" if text else label
        self.open.setText(self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, theme.current().px(260)))
        self.open.setToolTip(whole)
        self.open.setAccessibleName(t("Filter by: {field}", field=label))
        self.open.setAccessibleDescription(text)
        self.off.setVisible(active)
        self.off.setToolTip(t("Take this filter off"))
        self.off.setAccessibleName(t("Take off: {filter}", filter=whole))
        theme.restyle(self.open, "filtered", active)
        # All chips of a line are as high as those that can be taken off.
        self.setMinimumHeight(max(self.open.sizeHint().height(), self.off.sizeHint().height()))
