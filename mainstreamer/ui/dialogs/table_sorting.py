"""Asks by which columns the rows of a register are sorted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.models.register_columns import RegisterColumns
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, WIDE_GAP
from mainstreamer.ui.widgets.labels import button, label

LEVELS = 4


class SortingDialog(QDialog):
    """A column and a direction for each level; rows equal in the first are sorted by the second."""

    chosen = Signal(tuple)

    def __init__(
        self, columns: RegisterColumns, shown: tuple[str, ...], sort: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Sort rows"))
        names = (*shown, *(name for name in columns.all if name not in shown))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        self.levels: list[tuple[QComboBox, QComboBox]] = []
        for place in range(LEVELS):
            said = label("fieldname")
            said.setText(t("Sort by") if place == 0 else t("then by"))
            by, way = QComboBox(), QComboBox()
            by.addItem("–", "")
            for name in names:
                by.addItem(columns.label(name), name)
            way.addItem(t("Rising: A to Z, smallest first"), "")
            way.addItem(t("Falling: Z to A, largest first"), "-")
            wanted = sort[place] if place < len(sort) else ""
            by.setCurrentIndex(max(0, by.findData(wanted.lstrip("-"))))
            way.setCurrentIndex(1 if wanted.startswith("-") else 0)
            by.setAccessibleName(said.text())
            way.setAccessibleName(t("Direction"))
            said.setBuddy(by)
            for column, part in enumerate((said, by, way)):
                grid.addWidget(part, place, column)
            self.levels.append((by, way))
        grid.setColumnStretch(1, 1)
        self.clear, self.cancel, self.ok = button("link"), button(), button("primary")
        self.clear.setText(t("Not sorted"))
        self.cancel.setText(t("Cancel"))
        self.ok.setText(t("Sort"))
        self.clear.clicked.connect(self._on_clear)
        self.cancel.clicked.connect(self.reject)
        self.ok.clicked.connect(self.accept)
        self.ok.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.clear)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, WIDE_GAP, PAGE_SIDE, WIDE_GAP)
        layout.setSpacing(WIDE_GAP)
        layout.addLayout(grid)
        layout.addLayout(foot)
        self.resize(theme.current().px(560), self.sizeHint().height())
        self.levels[0][0].setFocus()

    def wanted(self) -> tuple[str, ...]:
        """The columns to sort by; `-` before a name: falling."""
        found: dict[str, str] = {}
        for by, way in self.levels:
            if by.currentData():
                found.setdefault(by.currentData(), f"{way.currentData()}{by.currentData()}")
        return tuple(found.values())

    def accept(self) -> None:
        self.chosen.emit(self.wanted())
        super().accept()

    def _on_clear(self) -> None:
        for by, _way in self.levels:
            by.setCurrentIndex(0)
        self.accept()
