"""The order and the choice of rows that a register shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from mainstreamer.domain.kinds import Record
from mainstreamer.ui.models.register_model import UID_ROLE, RegisterModel, folded

Index = QModelIndex | QPersistentModelIndex
Wanted = Callable[[Record], bool]


class RegisterProxy(QSortFilterProxyModel):
    """Orders by one column, equal cells in the order of the register, blank cells last; shows rows with every word wanted.

    A row being edited stays where it is until the order is asked for again.
    """

    def __init__(self, model: RegisterModel) -> None:
        super().__init__()
        self.setDynamicSortFilter(False)
        self._model = model
        self._wanted_words: tuple[str, ...] = ()
        self._wanted: Wanted | None = None
        self._order = (-1, Qt.SortOrder.AscendingOrder)
        self._ranks: list[int] = []
        model.modelAboutToBeReset.connect(self._forget_ranks)
        self.setSourceModel(model)

    def set_filter(self, text: str, wanted: Wanted | None = None) -> None:
        """Show rows that hold these words, and that are wanted."""
        if text == " ".join(self._wanted_words) and wanted is self._wanted:
            return
        self._wanted_words = tuple(folded(text).split())
        self._wanted = wanted
        self.invalidate()

    def refilter(self) -> None:
        """Choose and order the rows anew."""
        self._forget_ranks()
        self.invalidate()

    def uid(self, row: int) -> str:
        """The uid of a shown row."""
        return str(self.index(row, 0).data(UID_ROLE))

    def shown_row(self, uid: str) -> int:
        """The row in which a record is shown; -1 when it is not."""
        row = self._model.row_of(uid)
        return self.mapFromSource(self._model.index(row, 0)).row() if row >= 0 else -1

    def records(self) -> list[Record]:
        """The records shown, in the order shown."""
        return [self._model.record(self.mapToSource(self.index(row, 0)).row()) for row in range(self.rowCount())]

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if self._wanted is not None and not self._wanted(self._model.record(source_row)):
            return False
        if not self._wanted_words:
            return True
        text = self._model.searchable(source_row)
        return all(word in text for word in self._wanted_words)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order)
        self._forget_ranks()
        super().sort(column, order)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        if len(self._ranks) != self._model.rowCount():
            self._rank()
        return self._ranks[source_left.row()] < self._ranks[source_right.row()]

    def _forget_ranks(self) -> None:
        self._ranks = []

    def _rank(self) -> None:
        """Rank all rows once, so that ordering a thousand of them asks for a thousand texts and not for ten thousand."""
        column, order = self._order
        rows = range(self._model.rowCount())
        keys = {row: self._model.sort_key(row, column) for row in rows}
        falling = order == Qt.SortOrder.DescendingOrder
        filled = sorted((row for row in rows if keys[row] is not None), key=keys.__getitem__, reverse=falling)
        ordered = filled + [row for row in rows if keys[row] is None]
        if falling:
            # Qt turns the comparison round; the ranks are turned as well, so that blank cells stay last.
            ordered.reverse()
        ranks = [0] * len(ordered)
        for rank, row in enumerate(ordered):
            ranks[row] = rank
        self._ranks = ranks
