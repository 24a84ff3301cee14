"""The grid of a population table: age groups down, women, men and total across, beside and below what they add up to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mainstreamer.domain.demography_checks import COLUMNS
from mainstreamer.domain.fields import Table
from mainstreamer.domain.numbers import Reading, number_text
from mainstreamer.language.indicators import row_name
from mainstreamer.language.sentences import reason_sentence
from mainstreamer.operations.population import added_up, blank_grid, both_sexes, read_cell, sum_of, with_cells
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words

Index = QModelIndex | QPersistentModelIndex
SUMS = "sums"
"""The row and the column of what the program adds up itself; nobody types there."""


def reading() -> Reading:
    """How numbers and names are written in the language spoken now."""
    return Reading(words().decimal_mark, words().code_of)


def column_name(column: str) -> str:
    """The heading of a column."""
    if column == SUMS:
        return t("Women + men")
    if column == "total":
        return t("Total, stated")
    text = words().word("demography", "column", column)
    return text[:1].upper() + text[1:]


def row_heading(row: str) -> str:
    """The heading of a row: age groups, people of unknown age, the stated total, what the program adds up."""
    if row == SUMS:
        return t("Added up")
    if row == "unknown":
        return t("Age not stated")
    return t("Total, stated") if row == "total" else row_name(words(), row)


class PopulationModel(QAbstractTableModel):
    """Shows a grid; what is typed goes through `put` and comes back by `set_grid`.

    A number that cannot be read is not put: it stays in its cell, marked, until it is corrected or the table is left.
    """

    wrong_changed = Signal()

    def __init__(self, put: Callable[[Table], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._put = put
        self._grid = blank_grid()
        self._unit = "persons"
        self.writable = True
        self._wrong: dict[tuple[str, str], tuple[str, str]] = {}
        self._marks: Mapping[str, str] = {}

    @property
    def grid(self) -> Table:
        """The grid shown now."""
        return self._grid

    @property
    def unit(self) -> str:
        return self._unit

    def set_grid(self, grid: Table, unit: str) -> None:
        """Show a grid; the place of the cursor is kept where the rows are the same."""
        self._unit = unit
        if grid.rows != self._grid.rows:
            self.beginResetModel()
            self._grid = grid
            self._wrong = {place: said for place, said in self._wrong.items() if place[0] in grid.rows}
            self.endResetModel()
        elif grid != self._grid:
            self._grid = grid
            self._all_changed()

    def set_marks(self, marks: Mapping[str, str]) -> None:
        """Mark rows by label, each with what is said about it."""
        if marks != self._marks:
            self._marks = marks
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
        self._all_changed()

    def _all_changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    # -- what is wrong -----------------------------------------------------------------------------------------------

    def wrong(self) -> list[tuple[int, int, str]]:
        """Cells whose text was refused: row, column, and a sentence."""
        found = []
        for (label, name), (text, code) in self._wrong.items():
            place = f"{row_heading(label)}, {column_name(name)}"
            why = reason_sentence(words(), code)
            sentence = t("{place}: “{text}” was not taken, {why}", place=place, text=text, why=why)
            found.append((self._grid.rows.index(label), COLUMNS.index(name), sentence))
        return found

    def forget_wrong(self) -> None:
        """Drop what was refused: another table is shown, or its numbers were replaced."""
        if self._wrong:
            self._wrong = {}
            self._all_changed()
            self.wrong_changed.emit()

    def _refuse(self, place: tuple[str, str], text: str, code: str) -> None:
        self._wrong[place] = (text, code)
        self._all_changed()
        self.wrong_changed.emit()

    def _settle(self, place: tuple[str, str]) -> None:
        if self._wrong.pop(place, None) is not None:
            self._all_changed()
            self.wrong_changed.emit()

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._grid.rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS) + 1

    def is_sum(self, row: int, column: int) -> bool:
        """Whether a cell is added up by the program."""
        return row >= len(self._grid.rows) or column >= len(COLUMNS)

    def value(self, row: int, column: int) -> Decimal | None:
        """The number of a cell, given or added up."""
        if not self.is_sum(row, column):
            return self._grid.cells[row][column]
        if row < len(self._grid.rows):
            return both_sexes(self._grid.cells[row])
        if column < len(COLUMNS):
            return added_up(self._grid, column)
        pairs = zip(self._grid.rows, self._grid.cells, strict=True)
        return sum_of(*(both_sexes(cells) for label, cells in pairs if label != "total"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        wrong = None if self.is_sum(row, column) else self._wrong.get((self._grid.rows[row], COLUMNS[column]))
        if role == Qt.ItemDataRole.DisplayRole:
            return f"⚠ {wrong[0]}" if wrong else self._shown(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return wrong[0] if wrong else self.plain_text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and (wrong or self.is_sum(row, column)):
            return theme.current().colour("bad" if wrong else "muted")
        if role == Qt.ItemDataRole.BackgroundRole and (wrong or self.is_sum(row, column)):
            return theme.current().colour("bad_soft" if wrong else "ground")
        if role == Qt.ItemDataRole.ToolTipRole and wrong:
            return reason_sentence(words(), wrong[1])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heads = (self._heading(row), column_name((*COLUMNS, SUMS)[column]))
            return ", ".join((*heads, wrong[0] if wrong else self._shown(row, column) or t("blank")))
        return None

    def _shown(self, row: int, column: int) -> str:
        value = self.value(row, column)
        return "" if value is None else words().number(value)

    def plain_text(self, row: int, column: int) -> str:
        """The number with this language's decimal mark and no others: to type over, and to copy into a spreadsheet."""
        value = self.value(row, column)
        return "" if value is None else number_text(value).replace(".", words().decimal_mark)

    def _heading(self, row: int) -> str:
        return row_heading(SUMS if row >= len(self._grid.rows) else self._grid.rows[row])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            name = column_name((*COLUMNS, SUMS)[section])
            if role == Qt.ItemDataRole.DisplayRole:
                return "\n".join(name.split(" ", 1))  # Two lines keep the columns as narrow as their numbers.
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return name
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            if role == Qt.ItemDataRole.ToolTipRole and section == COLUMNS.index("total"):
                return t("The total as the source states it; leave it blank when there is none.")
            return None
        mark = self._marks.get(self._grid.rows[section], "") if section < len(self._grid.rows) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self._heading(section)} ⚠" if mark else self._heading(section)
        if role == Qt.ItemDataRole.ToolTipRole and mark:
            return mark
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return (
            flags
            if self.is_sum(index.row(), index.column()) or not self.writable
            else flags | Qt.ItemFlag.ItemIsEditable
        )

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column = index.row(), index.column()
        if role != Qt.ItemDataRole.EditRole or self.is_sum(row, column):
            return False
        place = (self._grid.rows[row], COLUMNS[column])
        text = str(value).strip()
        try:
            number = read_cell(text, reading(), self._unit)
        except ValueError as error:
            self._refuse(place, text, str(error))
            return False
        self._settle(place)
        if number == self._grid.cells[row][column]:
            return True
        return self._put(with_cells(self._grid, row, column, [[number]]))

    def clear(self, places: list[tuple[int, int]]) -> None:
        """Empty cells, in one put; what was refused there goes as well."""
        grid = self._grid
        for row, column in places if self.writable else ():
            if not self.is_sum(row, column):
                self._settle((grid.rows[row], COLUMNS[column]))
                grid = with_cells(grid, row, column, [[None]])
        if grid != self._grid:
            self._put(grid)
