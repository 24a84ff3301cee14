"""Columns of names in a tree: as wide as their names need, up to a share, so that the text beside them has the rest."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from mainstreamer.ui import theme

AROUND = 24
"""Pixels at 100 % that a cell takes besides its text."""


class NameColumns:
    """Grow with what is shown in them. Blank columns are as wide as their headings."""

    def __init__(self, tree: QTreeWidget, widest: Mapping[int, int]) -> None:
        """`widest` are the columns, and the pixels at 100 % that each may take."""
        self._tree, self._widest = tree, widest
        self._wide: dict[int, int] = {}

    def begin(self) -> None:
        """Nothing is shown yet, or the headings are others."""
        self._wide.clear()
        self._grow(self._tree.headerItem())

    def show(self, line: QTreeWidgetItem) -> None:
        """Give the names of a line their room."""
        self._grow(line)

    def _grow(self, line: QTreeWidgetItem) -> None:
        look, metrics = theme.current(), self._tree.header().fontMetrics()
        for column, widest in self._widest.items():
            text = line.text(column)
            wanted = min(metrics.horizontalAdvance(text) + look.px(AROUND), look.px(widest)) if text else 0
            if wanted > self._wide.get(column, 0):
                self._wide[column] = wanted
                self._tree.setColumnWidth(column, wanted)
