"""The leading side of the window: the rail, and below it the switch for essential items with what the dots mean."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import CARD_SIDE, GAP
from mainstreamer.ui.widgets.legend import Legend
from mainstreamer.ui.widgets.rail import COMPACT_WIDTH, WIDTH, Rail, paint_dot

SHARE = 29
"""Hundredths of the window that the rail takes at most to have its titles in letters of the usual size."""


class RailSide(QFrame):
    """As wide as the titles in the rail ask for, or narrow."""

    def __init__(self, essential_only: bool) -> None:
        super().__init__()
        theme.look(self, "rail")
        self.rail, self.essential, self.dots = Rail(), QCheckBox(), Legend()
        self.essential.setChecked(essential_only)
        left = QVBoxLayout(self)
        left.setContentsMargins(0, GAP, 0, GAP)
        left.setSpacing(GAP)
        left.addWidget(self.rail, 1)
        foot = self._foot = QHBoxLayout()
        foot.setContentsMargins(CARD_SIDE, 0, CARD_SIDE, 0)
        foot.addWidget(self.essential)
        foot.addStretch(1)
        foot.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignLeading)
        left.addLayout(foot)

    def set_compact(self, compact: bool) -> None:
        """Titles stand small below their signs, and the switch without words, where there is too little room."""
        self.rail.set_compact(compact)
        width = theme.current().px(COMPACT_WIDTH) if compact else self._wanted()
        self.setFixedWidth(width)
        self.essential.setText("" if compact else t("Essential items only"))
        taken = self.essential.sizeHint().width() + self.dots.sizeHint().width() + 2 * CARD_SIDE + GAP
        self._foot.setDirection(
            QBoxLayout.Direction.LeftToRight if taken <= width else QBoxLayout.Direction.TopToBottom
        )
        self.dots.setVisible(not compact)

    def fit(self) -> None:
        """Titles may be others."""
        if not self.rail.compact and self.width() != self._wanted():
            self.set_compact(False)

    def _wanted(self) -> int:
        """What the titles ask for, but on small screens no more of the window than the page can spare."""
        spare = self.window().width() * SHARE // 100
        return max(theme.current().px(WIDTH), min(self.rail.wanted_width(), spare))

    def retranslate(self) -> None:
        self.rail.setAccessibleName(t("Steps and pages"))
        for say in (self.essential.setToolTip, self.essential.setAccessibleName):
            say(t("Essential items only"))
        self.dots.set_entries([(paint_dot, t("essential items open"))])
        self.dots.setToolTip(t("A dot beside a step: essential items are open"))
        self.dots.setAccessibleName(self.dots.toolTip())
