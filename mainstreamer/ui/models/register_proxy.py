"""The rows that a register shows, between its model and its views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from mainstreamer.domain.kinds import Record
from mainstreamer.settings import ColumnFilter
from mainstreamer.ui.models.register_columns import folded
from mainstreamer.ui.models.register_filters import Wanted
from mainstreamer.ui.models.register_model import RegisterModel
from mainstreamer.ui.models.register_order import Question, RegisterOrder
from mainstreamer.ui.models.register_values import Offers, offers_of
from mainstreamer.ui.slices import Slices

Index = QModelIndex | QPersistentModelIndex
AT_ONCE = 200
"""Up to so many records rows are chosen and ordered at once; more of them in slices beside the event loop."""
_NO_PARENT = QModelIndex()


class RegisterProxy(QAbstractProxyModel):
    """Orders by several columns, equal cells in the order of the register, blank cells last; shows rows that hold every
    word, pass every filter of a column, and are wanted.

    A row being edited stays where it is until the order is asked for again.
    """

    settled = Signal()
    """The rows shown are those that were asked for last."""

    def __init__(self, model: RegisterModel) -> None:
        super().__init__()
        self._model = model
        self._order = RegisterOrder(model.vocabulary)
        self._asked = Question()
        self._rows: list[int] = list(range(model.rowCount()))
        self._places: list[int] = list(self._rows)
        self._work: Iterator[list[int] | None] | None = None
        self._going_on = Slices(self)
        self.setSourceModel(model)
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data_changed)
        model.headerDataChanged.connect(self.headerDataChanged)
        model.named_changed.connect(self._order.forget)

    # -- asking ------------------------------------------------------------------------------------------------------

    @property
    def asked(self) -> Question:
        """What was asked for last."""
        return self._asked

    @property
    def busy(self) -> bool:
        """Whether the rows asked for are still being worked out."""
        return self._work is not None

    @property
    def is_short(self) -> bool:
        """Whether the register has so few records that all of them are looked at at once."""
        return self._model.rowCount() <= AT_ONCE

    def offers(self, present: ColumnFilter) -> Offers:
        """The values by which a column can be filtered, counted in the rows that pass all else that is asked for."""
        asked, records = self._asked, self._model.records
        others = tuple(one for one in asked.filters if one.column != present.column)
        rows = self._order.rows(records, self._model.columns, Question(asked.words, asked.wanted, others))
        return offers_of(self._model.vocabulary, records, rows, present)

    def set_filter(self, text: str, wanted: Wanted | None = None) -> None:
        """Show rows that hold these words, and that are wanted."""
        self._ask(Question(tuple(folded(text).split()), wanted, self._asked.filters, self._asked.sort))

    def set_column_filters(self, filters: Sequence[ColumnFilter]) -> None:
        """Show rows that pass these filters."""
        asked = self._asked
        self._ask(Question(asked.words, asked.wanted, tuple(filters), asked.sort))

    def set_sort(self, columns: Sequence[str]) -> None:
        """Order by these columns, the first before all others; `-` before a name: falling."""
        asked = self._asked
        self._ask(Question(asked.words, asked.wanted, asked.filters, tuple(columns)), again=True)

    def refilter(self) -> None:
        """Choose and order the rows anew."""
        self._ask(self._asked, again=True)

    def _ask(self, asked: Question, again: bool = False) -> None:
        if asked == self._asked and not again:
            return
        self._asked = asked
        self._work = self._order.rows(self._model.records, self._model.columns, asked)
        if self.is_short:
            self.finish()
        else:
            self._going_on.start(self._steps())
            self._going_on.run_slice()

    def finish(self) -> None:
        """Have the rows asked for now."""
        while self._work is not None:
            self._step()

    def _steps(self) -> Iterator[None]:
        while self._work is not None:
            self._step()
            yield

    def _step(self) -> None:
        if self._work is None:
            return
        rows = next(self._work)
        if rows is not None:
            self._work = None
            self._show(rows)
            self.settled.emit()

    def _show(self, rows: list[int]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._take(rows)
            self.endResetModel()

    def _take(self, rows: list[int]) -> None:
        self._rows = rows
        self._places = [-1] * self._model.rowCount()
        for place, row in enumerate(rows):
            self._places[row] = place

    # -- the model ---------------------------------------------------------------------------------------------------

    def _on_about_to_be_reset(self) -> None:
        self.beginResetModel()

    def _on_reset(self) -> None:
        """Other records or columns: rows are chosen at once, since views must not see rows that are gone."""
        self._work = None
        self._going_on.stop()
        *_, rows = self._order.rows(self._model.records, self._model.columns, self._asked)
        self._take(rows or [])
        self.endResetModel()
        self.settled.emit()

    def _on_data_changed(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        if first.row() == last.row():
            places = [self._places[first.row()]]
        else:
            places = [place for place in self._places[first.row() : last.row() + 1] if place >= 0]
        places = [place for place in places if place >= 0]
        if places:
            self.dataChanged.emit(self.index(min(places), first.column()), self.index(max(places), last.column()))

    # -- rows --------------------------------------------------------------------------------------------------------

    def uid(self, row: int) -> str:
        """The uid of a shown row."""
        return self._model.record(self._rows[row]).uid

    def uids(self, rows: Iterable[int]) -> tuple[str, ...]:
        """The uids of shown rows."""
        records, sources, shown = self._model.records, self._rows, len(self._rows)
        return tuple(records[sources[row]].uid for row in rows if row < shown)

    def shown_row(self, uid: str) -> int:
        """The row in which a record is shown; -1 when it is not."""
        row = self._model.row_of(uid)
        return self._places[row] if 0 <= row < len(self._places) else -1

    def record(self, row: int) -> Record:
        """The record of a shown row."""
        return self._model.record(self._rows[row])

    def records(self) -> list[Record]:
        """The records shown, in the order shown."""
        records = self._model.records
        return [records[row] for row in self._rows]

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._model.columns)

    def index(self, row: int, column: int, parent: Index = _NO_PARENT) -> QModelIndex:
        inside = 0 <= row < len(self._rows) and 0 <= column < len(self._model.columns)
        return self.createIndex(row, column) if inside and not parent.isValid() else QModelIndex()

    def parent(self, child: Index = _NO_PARENT) -> QModelIndex:  # type: ignore[override]
        return QModelIndex()

    def mapToSource(self, proxy_index: Index) -> QModelIndex:
        if not proxy_index.isValid():
            return QModelIndex()
        return self._model.index(self._rows[proxy_index.row()], proxy_index.column())

    def mapFromSource(self, source_index: Index) -> QModelIndex:
        if not source_index.isValid() or self._places[source_index.row()] < 0:
            return QModelIndex()
        return self.index(self._places[source_index.row()], source_index.column())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # Straight to the cell: the way through an index of the model costs more than the cell itself.
        return self._model.cell(self._rows[index.row()], index.column(), role) if index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._model.cell_flags(index.column()) if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._model.headerData(section, orientation, role)
