"""The name of a sector above its items."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words


class SectorHeading(QLabel):
    """No stop of the Tab key; screen readers know it as a heading. `sector` is empty for items of all sectors."""

    accessible_role = QAccessible.Role.Heading

    def __init__(self, sector: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.sector = sector
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        theme.look(self, "sector")
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(words().choice("sector", self.sector) if self.sector else t("All sectors"))
        self.setAccessibleName(self.text())
