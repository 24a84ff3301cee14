"""The field by which the rows of a register are filtered."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t

EDGES = 24
"""Pixels at 100 % beside the text."""


class FilterField(QLineEdit):
    """Names its keys while it is blank, where there is room for them."""

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(theme.current().px(84))

    def retranslate(self) -> None:
        self.setToolTip(t("Filter (Ctrl+F)"))
        self.setAccessibleName(t("Filter the rows"))
        self._say()

    def _say(self) -> None:
        whole = t("Filter (Ctrl+F)")
        fits = self.fontMetrics().horizontalAdvance(whole) + theme.current().px(EDGES) <= self.width()
        said = whole if fits else t("Filter")
        if said != self.placeholderText():
            self.setPlaceholderText(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()
