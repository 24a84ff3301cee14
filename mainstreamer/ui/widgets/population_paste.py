"""Shows what was understood of a pasted population table before it is taken over."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.fields import Table
from mainstreamer.operations.population import PastedTable, first_numbers, grid_of, is_blank, read_table
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.models.population_model import PopulationModel, reading
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, SMALL, WIDE_GAP
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.population_checks import Check, PopulationChecks, checks_of
from mainstreamer.ui.widgets.population_columns import PopulationColumns
from mainstreamer.ui.widgets.population_grid import PopulationGrid

UNITS = ("persons", "thousands")
_READ_AFTER_MS = 300
_ASKED = ("name_columns", "name_sexes")
"""Findings that the radio buttons answer; their own sentences speak of writing into the text."""


class PastePopulationDialog(QDialog):
    """The text at the left, what was understood at the right; `table` and `unit` hold the result once accepted."""

    def __init__(self, text: str, unit: str = "", replaces: bool = False, parent: QWidget | None = None) -> None:
        """`replaces`: the numbers of a table that is there will be replaced, so that is said."""
        super().__init__(parent)
        self.table: Table | None = None
        self._unit_given = bool(unit)
        self._asked = ""
        self._read: PastedTable | None = None
        self.setWindowTitle(t("Paste a population table"))
        self.resize(theme.current().px(900), theme.current().px(560))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_READ_AFTER_MS)
        self._timer.timeout.connect(self.read)
        self.text = QPlainTextEdit()
        self.columns = PopulationColumns()
        self.columns.named.connect(self._on_named)
        self.checks = PopulationChecks(112)
        self.model = PopulationModel(self._refuse_typing, self)
        self.grid = PopulationGrid(self.model)
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._nothing = label("muted", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._nothing)
        self.units = QButtonGroup(self)
        self._arrange(self._unit_row(unit or UNITS[0]), replaces)
        self.text.setPlainText(text)
        self.text.textChanged.connect(self._timer.start)
        self.read()
        (self.take if self.take.isEnabled() else self.text).setFocus()

    def _arrange(self, unit_row: QHBoxLayout, replaces: bool) -> None:
        say, left_title, self._summary = label("muted", wrap=True), label("strong"), label("strong", wrap=True)
        say.setText(t("Copy the table in the spreadsheet with its ages and headings, and paste it at the left."))
        left_title.setText(t("Pasted &text"))
        left_title.setBuddy(self.text)
        self.text.setAccessibleName(t("Pasted text"))
        self.text.setPlaceholderText(t("Paste here (Ctrl+V)"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.setTabStopDistance(theme.current().px(80))
        left, right, middle = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.setSpacing(SMALL)
        left.addWidget(left_title)
        left.addWidget(self.text, 1)
        right.setSpacing(GAP)
        right.addWidget(self._summary)
        right.addWidget(self.columns)
        right.addWidget(self._stack, 1)
        right.addLayout(unit_row)
        right.addWidget(self.checks)
        middle.setSpacing(WIDE_GAP)
        middle.addLayout(left, 2)
        middle.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, WIDE_GAP, PAGE_SIDE, WIDE_GAP)
        layout.setSpacing(GAP)
        layout.addWidget(say)
        layout.addLayout(middle, 1)
        layout.addLayout(self._foot(replaces))

    def _unit_row(self, unit: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        caption = QLabel(f"{words().field('population_table', 'unit')}:")
        row.addWidget(caption)
        for place, code in enumerate(UNITS):
            radio = QRadioButton(words().choice("table_unit", code))
            radio.setAccessibleName(f"{caption.text()} {radio.text()}")
            radio.setChecked(code == unit)
            self.units.addButton(radio, place)
            row.addWidget(radio)
        row.addStretch(1)
        self.units.idClicked.connect(self._on_unit_clicked)
        return row

    def _foot(self, replaces: bool) -> QHBoxLayout:
        warning = label("note", wrap=True)
        said = t("The numbers that are in the table now will be replaced. Undo brings them back.")
        warning.setText(said if replaces else "")
        self.take, self.cancel = button("primary"), button()
        self.take.setText(t("Take over"))
        self.take.setDefault(True)
        self.cancel.setText(t("Cancel"))
        self.take.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(warning, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        return foot

    @property
    def unit(self) -> str:
        """Persons or thousands, as chosen."""
        return UNITS[self.units.checkedId()]

    def read(self) -> None:
        """Read the text anew and show what was understood."""
        self._timer.stop()
        text = self.text.toPlainText()
        found = read_table(text, reading())
        if found.columns_wanted:
            if self._asked != text:
                self._asked = text
                self.columns.ask(first_numbers(text, reading(), found.columns_wanted), found.total_column)
            names = self.columns.names()
            if names is not None:
                named = read_table(text, reading(), names)
                found = replace(found, table=named.table, findings=named.findings, thousands=named.thousands)
        self._read = found
        self.columns.setVisible(bool(found.columns_wanted))
        if not self._unit_given:
            self.units.button(UNITS.index("thousands" if found.thousands else "persons")).setChecked(True)
        self._show()

    def _show(self) -> None:
        found = self._read
        table = None if found is None or is_blank(found.table) else found.table
        self.table = table
        self.take.setEnabled(table is not None)
        self._stack.setCurrentIndex(1 if table is None else 0)
        empty = not self.text.toPlainText().strip()
        if table is None:
            self._summary.setText("" if empty else t("The table is not understood yet"))
            asked = found is not None and found.columns_wanted
            self._nothing.setText("" if empty or asked else t("What is missing is said below."))
        else:
            ages = sum(label not in ("unknown", "total") for label in table.rows)
            self._summary.setText(n("Understood: {n} age group", "Understood: {n} age groups", ages))
            self.model.set_grid(grid_of(table), self.unit)
            self.grid.fit()
        checks = [] if found is None or empty else checks_of([one for one in found.findings if one.code not in _ASKED])
        if found is not None and found.columns_wanted and table is None:
            sentence = t("It is not known which column is women and which is men. Choose above; nothing is guessed.")
            checks.insert(0, Check("error", sentence))
        self.checks.show_checks(checks, "" if empty else t("✓ Everything in the text was understood."))

    def _on_named(self) -> None:
        self.read()

    def _on_unit_clicked(self, _place: int) -> None:
        self._unit_given = True

    def _refuse_typing(self, _grid: Table) -> bool:
        return False

    def accept(self) -> None:
        """Take over what is shown; text typed a moment ago is read first."""
        if self._timer.isActive():
            self.read()
        if self.table is not None:
            super().accept()

    def reject(self) -> None:
        self.table = None
        super().reject()
