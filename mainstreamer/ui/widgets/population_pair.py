"""The numbers of a population table and, beside them, its picture or its indicators; rows and picture choose together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from mainstreamer.domain.age_groups import AgeGroup, read_age_group
from mainstreamer.domain.indicators import IndicatorValue
from mainstreamer.domain.kinds import PopulationTable
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, SMALL
from mainstreamer.ui.widgets.labels import button, set_shown
from mainstreamer.ui.widgets.population_grid import PopulationGrid
from mainstreamer.ui.widgets.population_indicators import PopulationIndicators
from mainstreamer.ui.widgets.population_picture import PopulationPicture

PICTURE, VALUES, NUMBERS = range(3)
QWIDGETSIZE_MAX = (1 << 24) - 1
BESIDE = 280
"""Width at 100 % that picture and indicators need beside the numbers; without it they take turns."""


class PopulationPair(QWidget):
    """The grid, and two views of what it holds. Where they do not fit side by side, the grid becomes a third view."""

    def __init__(self, session: Session, grid: PopulationGrid, above: QWidget, parent: QWidget) -> None:
        """`above` stands over the grid."""
        super().__init__(parent)
        self._grid = grid
        self._narrow = False
        self._beside, self._numbers = QWidget(self), QWidget(self)
        self._stack = QStackedWidget(self._beside)
        self.picture, self.values = PopulationPicture(session, self._stack), PopulationIndicators()
        self.switch: tuple[QPushButton, ...] = (button("tab"), button("tab"), button("tab"))
        self._group = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(0)
        for place in (NUMBERS, PICTURE, VALUES):
            made = self.switch[place]
            made.setCheckable(True)
            made.setChecked(place == PICTURE)
            self._group.addButton(made, place)
            head.addWidget(made)
        self.switch[NUMBERS].hide()
        head.addStretch(1)
        self._stack.addWidget(self.picture)
        self._stack.addWidget(self.values)
        beside, numbers = QVBoxLayout(self._beside), QVBoxLayout(self._numbers)
        for layout in (beside, numbers):
            layout.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(SMALL)
        beside.addLayout(head)
        beside.addWidget(self._stack, 1)
        numbers.setSpacing(GAP)
        numbers.addWidget(above)
        numbers.addWidget(grid, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._numbers)
        self._row.addWidget(self._beside, 1)
        self._group.idClicked.connect(self._arrange)
        self.picture.chosen.connect(self._on_chosen)
        self.picture.opened.connect(self._on_opened)
        grid.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._arrange()

    # -- side by side, or in turns -----------------------------------------------------------------------------------

    def _arrange(self, _chosen: int = 0) -> None:
        narrow = self.width() < self._grid.wanted_width() + theme.current().px(BESIDE)
        if narrow != self._narrow:
            self._narrow = narrow
            self.switch[NUMBERS].setVisible(narrow)
            self.switch[NUMBERS if narrow else PICTURE].setChecked(True)
        # Beside the picture the numbers have the width that they need, alone all there is.
        self._grid.setMaximumWidth(QWIDGETSIZE_MAX if narrow else self._grid.wanted_width())
        self._grid.setMinimumWidth(self._grid.bearable_width() if narrow else self._grid.wanted_width())
        chosen = self._group.checkedId()
        direction = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self._row.setStretch(0, 1 if narrow else 0)
        self._row.setStretch(1, 0 if narrow and chosen == NUMBERS else 1)
        for part, wanted in ((self._numbers, not narrow or chosen == NUMBERS), (self._stack, chosen != NUMBERS)):
            set_shown(part, wanted)
        if chosen != NUMBERS:
            self._stack.setCurrentIndex(chosen)

    def show_numbers(self) -> None:
        """Have the numbers in view, wherever they stand."""
        if self._numbers.isHidden():
            self.switch[NUMBERS].setChecked(True)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._grid.bearable_width(), super().minimumSizeHint().height())

    # -- for the page ------------------------------------------------------------------------------------------------

    def controls(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        shown = self.picture
        head = (self.switch[NUMBERS], self.switch[PICTURE], self.switch[VALUES])
        return (*head, *shown.units, shown.compare, shown.pyramid, shown.ages, self.values.list)

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.switch[NUMBERS].setText(t("Numbers"))
        self.switch[PICTURE].setText(t("Chart"))
        self.switch[VALUES].setText(t("Indicators"))
        self.picture.retranslate()

    def show_record(self, record: PopulationTable, values: Sequence[IndicatorValue]) -> None:
        """Show a table and what was worked out from it."""
        self.picture.show_record(record)
        self.values.show_values(values)
        self._arrange()
        self._mark(self._grid.currentIndex().row())

    # -- one choice --------------------------------------------------------------------------------------------------

    def _group_of(self, row: int) -> AgeGroup | None:
        labels = self._grid.numbers.grid.rows
        if not 0 <= row < len(labels):
            return None
        try:
            return read_age_group(labels[row])
        except ValueError:
            return None

    def _on_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._mark(current.row())

    def _mark(self, row: int) -> None:
        self.picture.mark(self._key_of(row))

    def _key_of(self, row: int) -> str:
        """The bar of a row, also where that row is a part of a bar; empty where it has none."""
        group = self._group_of(row)
        bars = self.picture.pyramid.rows
        return next((bar.group.label for bar in bars if group is not None and bar.group.holds(group)), "")

    def _row_of(self, key: str) -> int:
        """The first row of the grid that belongs to a bar; -1 for none."""
        bar = next((row.group for row in self.picture.pyramid.rows if row.group.label == key), None)
        for row in range(len(self._grid.numbers.grid.rows)):
            group = self._group_of(row)
            if bar is not None and group is not None and bar.holds(group):
                return row
        return -1

    def _on_chosen(self, key: str) -> None:
        row = self._row_of(key)
        if row >= 0 and key != self._key_of(self._grid.currentIndex().row()):
            index = self._grid.model().index(row, max(0, self._grid.currentIndex().column()))
            self._grid.setCurrentIndex(index)
            self._grid.scrollTo(index)

    def _on_opened(self, key: str) -> None:
        row = self._row_of(key)
        if row >= 0:
            self.show_numbers()
            self._grid.go_to(row, max(0, self._grid.currentIndex().column()))
