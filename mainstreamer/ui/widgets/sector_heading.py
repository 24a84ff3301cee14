"""The name of a sector above its items."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from mainstreamer.domain.checklist import Item
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


def parts_begun(items: Iterable[Item]) -> dict[str, str]:
    """Items with which another sector begins, and that sector; those of no sector need a heading only behind one."""
    found: dict[str, str] = {}
    before = ""
    for item in items:
        if item.sector != before:
            found[item.code] = before = item.sector
    return found
