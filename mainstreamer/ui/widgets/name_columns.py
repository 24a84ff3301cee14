"""Columns of names and moments in a tree: as wide as these need, up to a share, so that the text beside them has the rest."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from mainstreamer.ui import theme
from mainstreamer.ui.widgets.headings import end_in_dots, heading_width

AROUND = 24
"""Pixels at 100 % that a cell takes besides its text."""
UNCUT = 0
"""The share of a column whose text is never cut."""


class NameColumns:
    """Grow with what is shown in them. Blank columns are as wide as their headings."""

    def __init__(self, tree: QTreeWidget, widest: Mapping[int, int]) -> None:
        """`widest` are the columns, and the pixels at 100 % that each may take besides what its heading needs."""
        self._tree, self._widest = tree, widest
        self._wide: dict[int, int] = {}
        end_in_dots(tree.header())

    def begin(self) -> None:
        """Nothing is shown yet, or the headings are others."""
        self._wide.clear()
        for column in self._widest:
            self._give(column, heading_width(self._tree.header(), column))

    def show(self, line: QTreeWidgetItem) -> None:
        """Give the names of a line their room."""
        look, metrics = theme.current(), self._tree.fontMetrics()
        for column, widest in self._widest.items():
            text = line.text(column)
            if not text:
                continue
            wanted = metrics.horizontalAdvance(text) + look.px(AROUND)
            if column == 0 and self._tree.rootIsDecorated():
                wanted += self._tree.indentation()
            self._give(column, wanted if widest == UNCUT else min(wanted, look.px(widest)))

    def _give(self, column: int, wanted: int) -> None:
        if wanted > self._wide.get(column, 0):
            self._wide[column] = wanted
            self._tree.setColumnWidth(column, wanted)
