"""Indicators: everything that can be computed or was observed, with definition, variant and source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QStackedWidget, QTableWidget, QTableWidgetItem, QVBoxLayout

from mainstreamer.domain.indicators import IndicatorValue, indicator_values
from mainstreamer.storage.document import PlanChange
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.page import Page
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.labels import label


class IndicatorsPage(Page):
    """A table of values; a value that could not be computed says why."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._title, self._purpose = label("title"), label("muted", wrap=True)
        self._none = label("muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.table = QTableWidget(0, 8)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setStretchLastSection(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, 22, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._purpose)
        layout.addWidget(self.filter)
        layout.addWidget(self._stack, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(t("Indicators"))
        self._purpose.setText(t("Computed from your population tables and registers, and observed values as entered. No value is an estimate of ours."))
        self._none.setText(t("Enter a population table and observations in step 5, or actions in the action plan."))
        self.filter.setPlaceholderText(t("Filter"))
        self.filter.setAccessibleName(t("Filter"))
        self.table.setAccessibleName(t("Indicators"))
        self.table.setHorizontalHeaderLabels(
            [t("Code"), t("Indicator"), t("Value"), t("Unit"), t("Year"), t("Who and where"), t("Variant"), t("Source")]
        )
        for column, width in enumerate((56, 330, 100, 110, 56, 150, 170)):
            self.table.setColumnWidth(column, width)
        self.refresh(None)

    def refresh(self, change: PlanChange | None) -> None:
        values = indicator_values(self.session.plan)
        self.table.setRowCount(len(values))
        for row, value in enumerate(values):
            self._fill(row, value)
        self._stack.setCurrentIndex(0 if values else 1)
        self._on_filter_changed(self.filter.text())

    def _fill(self, row: int, value: IndicatorValue) -> None:
        raise TypeError

    def _on_filter_changed(self, text: str) -> None:
        wanted = text.casefold()
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(self.table.columnCount()))
            self.table.setRowHidden(row, not any(wanted in cell.text().casefold() for cell in cells if cell is not None))


def _item(text: str, right: bool = False) -> QTableWidgetItem:
    made = QTableWidgetItem(text)
    made.setToolTip(text)
    if right:
        made.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
