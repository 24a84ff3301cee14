"""A register as a table: records of one kind, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.fields import FieldType, Links, ManyChoices, NumberTable
from mainstreamer.domain.kinds import KINDS, Record
from mainstreamer.domain.plan import Plan, Put, code_order
from mainstreamer.operations.indicator_choice import with_following
from mainstreamer.operations.registers import parsed
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.models.register_columns import RegisterColumns
from mainstreamer.ui.reading import reading, refusal, typed
from mainstreamer.ui.session import Session
from mainstreamer.ui.tones import GAP_TONE, TONES
from mainstreamer.ui.widgets.editors import tabular

Index = QModelIndex | QPersistentModelIndex
UID_ROLE = int(Qt.ItemDataRole.UserRole) + 2
TONE_ROLE = UID_ROLE + 1
"""The tone of a chip, for values that are shown as one."""
VALUE_ROLE = UID_ROLE + 2
"""The native value, to read and to set."""
LINKS_ROLE = UID_ROLE + 3
"""The uids of linked records, for cells that lead to them."""

_NO_PARENT = QModelIndex()


class RegisterModel(QAbstractTableModel):
    """Holds the records and their positions. It never changes a row itself: `setData` puts, news of the plan follow."""

    refused = Signal(str)
    """What a field expects, after a cell was not taken."""
    named_changed = Signal()
    """Names or counts that cells show may have changed, besides the records themselves."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__()
        self._session = session
        self.kind = kind
        self.vocabulary = RegisterColumns(session, kind)
        self.columns: tuple[str, ...] = self.vocabulary.usual
        self.records: tuple[Record, ...] = ()
        self._positions: dict[str, int] = {}
        self._figures: QFont | None = None
        self._seen: Plan = session.plan
        self._ready: Mapping[str, bool] = {}
        self._read()

    def _read(self) -> None:
        plan = self._seen = self._session.plan
        self.records = plan.actions if self.kind == "action" else self._in_order(plan.all(self.kind))
        self._positions = {record.uid: row for row, record in enumerate(self.records)}

    def _in_order(self, records: tuple[Record, ...]) -> tuple[Record, ...]:
        field = KINDS[self.kind].order
        if not field:
            return records
        return tuple(sorted(records, key=lambda record: code_order(str(getattr(record, field)))))

    def set_columns(self, names: Sequence[str]) -> None:
        """Show these columns, in this order."""
        if tuple(names) != self.columns:
            self.beginResetModel()
            self.columns = tuple(names)
            self.endResetModel()

    # -- records -----------------------------------------------------------------------------------------------------

    def record(self, row: int) -> Record:
        """The record of a row."""
        return self.records[row]

    def row_of(self, uid: str) -> int:
        """The row of a record; -1 when it is not there."""
        return self._positions.get(uid, -1)

    def type_of(self, column: int) -> FieldType[Any] | None:
        """The field type of a column; None for one that is worked out."""
        return self.vocabulary.type_of(self.columns[column])

    def refresh(self, _change: PlanChange | None) -> None:
        """Show the plan as it is now: by dataChanged as long as the same rows stand in the same order, else by a reset.

        What differs is seen by looking: a plan keeps the very records that a change did not touch.
        """
        plan, seen = self._session.plan, self._seen
        if plan is seen:
            return
        named = not all(plan.has_same(seen, kind) for kind in self.vocabulary.named_kinds(self.vocabulary.all))
        if not named and plan.has_same(seen, self.kind):
            self._seen = plan
            return
        old, before = self.records, self._positions
        self._read()
        if named:
            self.named_changed.emit()
        if before.keys() != self._positions.keys() or list(before) != list(self._positions):
            # Whoever asks during the reset must not see rows that views have not heard of.
            new, self.records = self.records, old
            self.beginResetModel()
            self.records = new
            self.endResetModel()
        elif self.records:
            rows = [row for row, record in enumerate(self.records) if named or record is not old[row]]
            if rows:
                self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], len(self.columns) - 1))

    def reassess(self) -> None:
        """Show which records readiness finds ready now."""
        ready = self._session.assessment.actions_ready
        if ready != self._ready:
            self._ready = ready
            self.named_changed.emit()
            if self.records:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.records) - 1, len(self.columns) - 1))

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self._figures = None
        self.named_changed.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self.records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.records) - 1, len(self.columns) - 1))

    # -- what is in a cell -------------------------------------------------------------------------------------------

    def label(self, name: str) -> str:
        """The heading of a column."""
        return self.vocabulary.label(name)

    def value(self, row: int, column: int) -> Any:
        """The native value of a cell."""
        return self.vocabulary.value(self.records[row], self.columns[column])

    def text(self, row: int, column: int) -> str:
        """A cell as people read it."""
        return self.vocabulary.text(self.records[row], self.columns[column])

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        name = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.label(name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (self._side(section) | Qt.AlignmentFlag.AlignVCenter).value
            return int(side) | int(Qt.TextFlag.TextWordWrap.value)
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        figure = self.vocabulary.is_figure(self.columns[column])
        return Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self.cell_flags(index.column()) if index.isValid() else Qt.ItemFlag.NoItemFlags

    def cell_flags(self, column: int) -> Qt.ItemFlag:
        """What can be done with the cells of a column."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        type_ = self.type_of(column)
        if type_ is not None and not isinstance(type_, NumberTable | Attachment) and self._session.document.writable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.cell(index.row(), index.column(), role) if index.isValid() else None

    def cell(self, row: int, column: int, role: int) -> Any:
        """What a cell answers to a role."""
        if not 0 <= row < len(self.records):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(row, column).replace("\n", " ")
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
            case Qt.ItemDataRole.EditRole:
                type_ = self.type_of(column)
                return "" if type_ is None else typed(self._session.plan, type_, self.value(row, column))
            case Qt.ItemDataRole.TextAlignmentRole:
                return int((self._side(column) | Qt.AlignmentFlag.AlignTop).value)
            case Qt.ItemDataRole.FontRole:
                return self._figures if self._side(column) == Qt.AlignmentFlag.AlignRight else None
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(row, column)
            case _ if role == UID_ROLE:
                return self.records[row].uid
            case _ if role == TONE_ROLE:
                return self._tone(row, column)
            case _ if role == VALUE_ROLE:
                return self.value(row, column)
            case _ if role == LINKS_ROLE:
                return self.links(row, column)
        return None

    def links(self, row: int, column: int) -> tuple[str, ...]:
        """The uids of the records that a cell links to."""
        if not self.vocabulary.linked_kind(self.columns[column]):
            return ()
        return self.vocabulary.keys(self.records[row], self.columns[column])

    def set_font(self, font: QFont) -> None:
        """The table's font, from which the one for figures is made."""
        self._figures = tabular(font)

    def _tone(self, row: int, column: int) -> str:
        tones = TONES.get(self.kind, {}).get(self.columns[column])
        return tones.get(self.value(row, column), "") if tones else ""

    def _ink(self, row: int, column: int) -> QColor | None:
        """The colour of a text that has one of its own."""
        if self.columns[column] != "gap" or not (self.value(row, column) or 0) > 0:
            return None
        return theme.current().colour(GAP_TONE)

    def _tip(self, row: int, column: int) -> str:
        if self.columns[column] == "light":
            return words().choice("light", self.value(row, column))
        type_ = self.type_of(column)
        if isinstance(type_, Links | ManyChoices):
            return typed(self._session.plan, type_, self.value(row, column))
        return self.text(row, column)

    def problem(self, column: int, text: str) -> str:
        """What the field of a column expects if it cannot take this text; empty when it can."""
        type_ = self.type_of(column)
        if type_ is None:
            return ""
        try:
            parsed(type_, text, reading(self._session))
        except ValueError as error:
            return refusal(type_, str(error))
        return ""

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Put what was typed (EditRole) or chosen (VALUE_ROLE) into the plan."""
        type_ = self.type_of(index.column()) if index.isValid() else None
        if type_ is None or role not in (Qt.ItemDataRole.EditRole, VALUE_ROLE):
            return False
        if role == Qt.ItemDataRole.EditRole:
            if str(value) == self.data(index, Qt.ItemDataRole.EditRole):
                return True
            try:
                value = parsed(type_, str(value), reading(self._session))
            except ValueError as error:
                self.refused.emit(refusal(type_, str(error)))
                return False
        uid = self.records[index.row()].uid
        put = Put(self.kind, uid, self.columns[index.column()], value)
        return self._session.put("edit", with_following(self._session.plan, [put], words()), self)
