"""A table of people by age, as it was understood: its grid, its checks, and what the table is of."""

from __future__ import annotations

import re

from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.demography_labels import says_thousands
from mainstreamer.domain.fields import Table
from mainstreamer.domain.plain_tables import PlainSheet
from mainstreamer.operations.population import KIND, PastedTable, first_numbers, grid_of
from mainstreamer.operations.tables.population import Facts
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.incoming.work import TableWork
from mainstreamer.ui.models.population_model import PopulationModel, reading
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import label
from mainstreamer.ui.widgets.population_checks import Check, PopulationChecks, checks_of
from mainstreamer.ui.widgets.population_columns import PopulationColumns
from mainstreamer.ui.widgets.population_grid import PopulationGrid

UNITS = ("persons", "thousands")
_LEAST_GRID = 240
_ASKED = ("name_columns", "name_sexes")
"""Findings that the radio buttons answer."""
_YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d)(?!\d)")


class PeoplePart(QWidget):
    """The grid at the leading side; beside it title, year, source, unit and what is to be said about the numbers."""

    def __init__(self, work: TableWork) -> None:
        super().__init__()
        self._work = work
        self._filling = False
        self._begun: PlainSheet | None = None
        """The sheet whose title and year were proposed."""
        self._of: PastedTable | None = None
        self._asked = ""
        self._says_thousands = False
        """Whether a line above the table speaks of thousands."""
        self.title, self.year, self.area, self.source = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self._names = {name: QLabel() for name in self._fields()}
        for name, field in self._fields().items():
            self._names[name].setBuddy(field)
            field.textChanged.connect(self._describe)
        self.summary = label("strong", wrap=True)
        self.columns = PopulationColumns()
        self.columns.named.connect(self._on_named)
        self.model = PopulationModel(lambda _grid: False, self)
        self.grid = PopulationGrid(self.model)
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.checks = PopulationChecks(160)
        self.units = QButtonGroup(self)
        self._unit_box, self._unit_name = QWidget(), QLabel()
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(self.summary)
        lines = QGridLayout()
        lines.setHorizontalSpacing(8)
        lines.setVerticalSpacing(4)
        for place, (name, field) in enumerate(self._fields().items()):
            lines.addWidget(self._names[name], place, 0)
            lines.addWidget(field, place, 1)
        side.addLayout(lines)
        units = FlowLayout(self._unit_box, 8)
        units.addWidget(self._unit_name)
        for place in range(len(UNITS)):
            radio = QRadioButton()
            self.units.addButton(radio, place)
            units.addWidget(radio)
        self.units.button(0).setChecked(True)
        self.units.idClicked.connect(self._on_unit_chosen)
        side.addWidget(self._unit_box)
        side.addWidget(self.columns)
        side.addWidget(self.checks)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.grid, 3)
        row.addLayout(side, 2)

    def _fields(self) -> dict[str, QLineEdit]:
        return {"title": self.title, "year": self.year, "area": self.area, "source": self.source}

    def start(self) -> None:
        self.title.setFocus()

    @property
    def table(self) -> Table | None:
        """The numbers, once they are understood."""
        return self._work.table

    @property
    def unit(self) -> str:
        return UNITS[max(0, self.units.checkedId())]

    @property
    def year_given(self) -> int | None:
        found = _YEAR.fullmatch(self.year.text().strip())
        return int(found[1]) if found else None

    def begin(self) -> None:
        """Another sheet: propose its title and year."""
        sheet = self._work.sheet
        if sheet is None:
            return
        above = [
            " ".join(cell.text.split())
            for row in sorted(sheet.rows)
            if row < self._work.mapping.first
            for cell in sheet.rows[row].values()
        ]
        years = _YEAR.findall(" ".join((*above, sheet.title, self._work.path.stem)))
        self._says_thousands = any(says_thousands(text) for text in (*above, sheet.title))
        self._asked = ""
        year = int(years[0]) if years else None
        self.show_facts(Facts(next(iter(above), sheet.title), year, "", self._work.path.name))

    def show_facts(self, facts: Facts) -> None:
        """Write down what the table is of."""
        self._filling = True
        year = "" if facts.year is None else str(facts.year)
        for field, text in zip(self._fields().values(), (facts.title, year, facts.area, facts.source), strict=True):
            field.setText(text)
            field.setCursorPosition(0)
        self.units.button(UNITS.index(facts.unit)).setChecked(True)
        self._filling = False
        self._describe()

    def _describe(self) -> None:
        """What is written here is what the table is of."""
        if not self._filling:
            title, area, source = (field.text().strip() for field in (self.title, self.area, self.source))
            self._work.describe(Facts(title, self.year_given, area, source, self.unit))

    def _on_unit_chosen(self) -> None:
        self._describe()
        self._show_grid()

    def refresh(self) -> None:
        """Show what was understood."""
        outcome = self._work.outcome
        found = outcome.people if outcome is not None else None
        if outcome is None or found is None:
            return
        if self._begun is not self._work.sheet:
            self._begun = self._work.sheet
            self.begin()
        is_other, self._of = found != self._of, found
        if found.columns_wanted and self._asked != outcome.text:
            self._asked = outcome.text
            self.columns.ask(first_numbers(outcome.text, reading(), found.columns_wanted), found.total_column)
        self.columns.setVisible(bool(found.columns_wanted) or bool(self._work.column_names))
        if (found.thousands and is_other) or self._says_thousands:
            self.units.button(1).setChecked(True)
            self._says_thousands = False
            self._describe()
        checks = checks_of([one for one in found.findings if one.code not in _ASKED])
        if self.table is None and found.columns_wanted:
            sentence = t("It is not known which column is women and which is men. Choose above; nothing is guessed.")
            checks.insert(0, Check("error", sentence))
        self.checks.show_checks(checks, t("✓ Everything in the table was understood."))
        self._show_grid()

    def _show_grid(self) -> None:
        table = self.table
        self.grid.setVisible(table is not None)
        if table is None:
            self.summary.setText(t("The table is not understood yet"))
            return
        ages = sum(row not in ("unknown", "total") for row in table.rows)
        self.summary.setText(n("Understood: {n} age group", "Understood: {n} age groups", ages))
        self.model.set_grid(grid_of(table), self.unit)
        self.grid.fit()
        self.grid.setMinimumWidth(theme.current().px(_LEAST_GRID))  # What is beside it has its room; the rest scrolls.

    def retranslate(self) -> None:
        speech = words()
        for name, field in self._fields().items():
            self._names[name].setText(speech.field(KIND, name))
            field.setAccessibleName(speech.field(KIND, name))
        self.area.setPlaceholderText(speech.choice("area_type", "country"))
        self._unit_name.setText(f"{speech.field(KIND, 'unit')}:")
        for place, code in enumerate(UNITS):
            radio = self.units.button(place)
            radio.setText(speech.choice("table_unit", code))
            radio.setAccessibleName(f"{speech.field(KIND, 'unit')}: {radio.text()}")
        self.title.setMinimumWidth(theme.current().px(120))
        self.model.retranslate()
        self._asked = ""
        self.refresh()

    def _on_named(self) -> None:
        names = self.columns.names()
        if names is not None:
            self._work.name_columns(names)
