"""Values of indicators as rows in words, with their order and the words they are filtered by."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from mainstreamer.domain.indicators import IndicatorValue
from mainstreamer.domain.plan import code_order
from mainstreamer.domain.series import point_key
from mainstreamer.knowledge import indicators
from mainstreamer.language.indicators import IndicatorWords, indicator_words
from mainstreamer.ui import theme
from mainstreamer.ui.charts.indicator_groups import code_tip
from mainstreamer.ui.i18n import t, words

CODE, NAME, VARIANT, WHO, VALUE, UNIT, YEAR, SOURCE = range(8)
COLUMNS = range(SOURCE + 1)
SORT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """A value, in words, and everything a filter looks through."""

    value: IndicatorValue
    said: IndicatorWords
    text: str


def rows_of(values: Iterable[IndicatorValue]) -> list[Row]:
    """Rows in the language spoken now."""
    catalogue, speech = indicators(), words()
    rows = []
    for value in values:
        said = indicator_words(speech, value, catalogue.get(value.code))
        rows.append(Row(value, said, " ".join((*(_text(said, column) for column in COLUMNS), said.reason)).casefold()))
    return rows


def _text(said: IndicatorWords, column: int) -> str:
    if column == VALUE:
        return said.value or (t("not computable") if said.reason else "–")
    where = ", ".join(part for part in (said.who, said.where) if part)
    variant = ", ".join(part for part in (said.variant, said.type) if part)
    return (said.code, said.name, variant, where, "", said.unit, said.period, said.source)[column]


class IndicatorModel(QAbstractTableModel):
    """Rows of values in words. Feed it with `set_values` or `set_rows`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def set_values(self, values: tuple[IndicatorValue, ...]) -> None:
        """Show these values in the language spoken now."""
        self.set_rows(rows_of(values))

    def set_rows(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def longest(self, column: int) -> str:
        """The longest text of a column of figures: code, value, unit or year."""
        part = attrgetter({CODE: "code", VALUE: "value", UNIT: "unit", YEAR: "period"}[column])
        found = max((part(row.said) for row in self._rows), key=len, default="")
        lacking = column == VALUE and any(row.said.reason and not row.said.value for row in self._rows)
        return max(found, t("not computable") if lacking else "", key=len)

    def holds(self, row: int, wanted: tuple[str, ...]) -> bool:
        """Whether a row has all these words."""
        return all(word in self._rows[row].text for word in wanted)

    def value(self, row: int) -> IndicatorValue:
        return self._rows[row].value

    def row_of(self, key: str) -> int:
        """The row of the value with this key (`domain.series.point_key`); -1 when it is not there."""
        return next((row for row, one in enumerate(self._rows) if point_key(one.value) == key), -1)

    def words(self, row: int) -> IndicatorWords:
        return self._rows[row].said

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 8

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            which = (t("Code"), t("Indicator"), t("Variant"), t("Who and where"))
            return (*which, t("Value"), t("Unit"), t("Year"), t("Source"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == VALUE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value, said, _ = self._rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(said, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            if column == CODE:
                return code_tip(said.code) or said.definition
            if column == VALUE and said.reason:
                return said.reason
            return said.definition if column == NAME else _text(said, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column == VALUE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and (value.value is None or column in (CODE, SOURCE)):
            return theme.current().colour("muted")
        if role == SORT:
            return self._sort_key(value, said, column)
        return None

    def _sort_key(self, value: IndicatorValue, said: IndicatorWords, column: int) -> tuple[object, ...]:
        if column == VALUE:
            return (value.value is None, value.value or Decimal(0))
        if column == CODE:
            return (code_order(value.code), value.variant, value.year or 0)
        return (_text(said, column).casefold(), code_order(value.code))


class SortedValues(QSortFilterProxyModel):
    """Sorts by what the values are, not by how they are written; keeps rows that hold every word of the filter."""

    def __init__(self, model: IndicatorModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._wanted: tuple[str, ...] = ()
        self._only_values = False
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def narrow(self, text: str, only_values: bool) -> None:
        """Keep rows with all these words, and only those with a value where that is wished."""
        self._wanted = tuple(text.casefold().split())
        self._only_values = only_values
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if self._only_values and self._model.value(source_row).value is None:
            return False
        return not self._wanted or self._model.holds(source_row, self._wanted)

    def lessThan(self, left: Index, right: Index) -> bool:
        keys = (self._model.data(one, SORT) for one in (left, right))
        first, second = keys
        return bool(first < second)
