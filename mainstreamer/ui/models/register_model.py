"""A register as a table: records of one kind, in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from mainstreamer.domain.actions import gap, light
from mainstreamer.domain.attachments import Attachment
from mainstreamer.domain.fields import Choice, FieldType, Link, Links, ManyChoices, NumberTable
from mainstreamer.domain.kinds import KINDS, Action, Record
from mainstreamer.domain.plan import Put, code_order
from mainstreamer.operations.registers import parsed
from mainstreamer.storage.document import PlanChange
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.reading import is_numeric, reading, refusal, shown, typed
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.editors import tabular

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
UID_ROLE = SORT_ROLE + 1
TONE_ROLE = SORT_ROLE + 2
"""The tone of a chip, for values that are shown as one."""
VALUE_ROLE = SORT_ROLE + 3
"""The native value, to read and to set."""

DERIVED = ("gap", "light", "indicators")
"""Columns of actions that are worked out, not stored."""
COLUMNS = {
    "action": (
        "code", "title", "leads", "start", "end", "cost", "gap", "status", "light", "priority", "indicators", "output",
    ),
}  # fmt: skip
"""Kinds whose register begins with other columns than the kind's own."""
STATUS_TONES = {
    "not_started": "neutral", "on_track": "good", "at_risk": "warning", "delayed": "bad", "done": "good",
    "cancelled": "neutral",
}  # fmt: skip
LIGHT_TONES = {"green": "good", "amber": "warning", "red": "bad", "grey": "neutral"}
_NO_PARENT = QModelIndex()


class RegisterModel(QAbstractTableModel):
    """Holds the records shown and their positions. It never changes a row itself: `setData` puts, news of the plan follow."""

    refused = Signal(str)
    """What a field expects, after a cell was not taken."""

    def __init__(self, session: Session, kind: str, columns: Sequence[str] = ()) -> None:
        super().__init__()
        self._session = session
        self.kind = kind
        self._fields = KINDS[kind].fields
        self.columns: tuple[str, ...] = tuple(columns) or COLUMNS.get(kind, KINDS[kind].columns)
        self._records: tuple[Record, ...] = ()
        self._positions: dict[str, int] = {}
        self._searchable: dict[str, str] = {}
        self._figures: QFont | None = None
        self._read()

    def _read(self) -> None:
        plan = self._session.plan
        self._records = plan.actions if self.kind == "action" else self._in_order(plan.all(self.kind))
        self._positions = {record.uid: row for row, record in enumerate(self._records)}

    def _in_order(self, records: tuple[Record, ...]) -> tuple[Record, ...]:
        field = KINDS[self.kind].order
        if not field:
            return records
        return tuple(sorted(records, key=lambda record: code_order(str(getattr(record, field)))))

    # -- records -----------------------------------------------------------------------------------------------------

    def record(self, row: int) -> Record:
        """The record of a row."""
        return self._records[row]

    def row_of(self, uid: str) -> int:
        """The row of a record; -1 when it is not there."""
        return self._positions.get(uid, -1)

    def type_of(self, column: int) -> FieldType[Any] | None:
        """The field type of a column; None for one that is worked out."""
        spec = self._fields.get(self.columns[column])
        return None if spec is None else spec.type

    def refresh(self, change: PlanChange | None) -> None:
        """Show the plan as it is now: by dataChanged as long as the same rows stand in the same order, else by a reset."""
        if change is not None and not change.touches(self.kind, *self._named_kinds()):
            return
        if change is None or change.touches(*self._named_kinds()):
            self._searchable.clear()
        else:
            for uid in change.touched[self.kind]:
                self._searchable.pop(uid, None)
        before = tuple(record.uid for record in self._records)
        old = self._records
        self._read()
        if before != tuple(record.uid for record in self._records):
            # Whoever asks during the reset must not see rows that views have not heard of.
            new, self._records = self._records, old
            self.beginResetModel()
            self._records = new
            self.endResetModel()
        elif self._records:
            rows = self._rows_touched(change)
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], len(self.columns) - 1))

    def _named_kinds(self) -> set[str]:
        """Kinds whose records this table names or counts."""
        types = [self._fields[name].type for name in self.columns if name in self._fields]
        found = {type_.kind for type_ in types if isinstance(type_, Link | Links)} | {"plan"}
        return found | {"action_indicator"} if "indicators" in self.columns else found

    def _rows_touched(self, change: PlanChange | None) -> tuple[int, int]:
        last = len(self._records) - 1
        if change is None or change.touches(*self._named_kinds()):
            return 0, last
        rows = [self._positions[uid] for uid in change.touched.get(self.kind, ()) if uid in self._positions]
        return (min(rows), max(rows)) if rows else (0, last)

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self._searchable.clear()
        self._figures = None
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._records) - 1, len(self.columns) - 1))

    # -- what is in a cell -------------------------------------------------------------------------------------------

    def label(self, name: str) -> str:
        """The heading of a column."""
        headings = {
            "gap": t("Gap"),
            "light": t("Traffic light"),
            "indicators": words().kind("action_indicator", "many"),
        }
        return words().field(self.kind, name) if name in self._fields else headings[name]

    def value(self, row: int, column: int) -> Any:
        """The native value of a cell."""
        name, record = self.columns[column], self._records[row]
        if name in self._fields:
            return getattr(record, name)
        action, plan = cast(Action, record), self._session.plan
        if name == "gap":
            return gap(action)
        if name == "light":
            return light(action, self._session.today(), plan.frame.fiscal_start or 1)
        return tuple(found.name for found in plan.action_indicators.get(action.uid, ()))

    def text(self, row: int, column: int) -> str:
        """A cell as people read it."""
        value, type_ = self.value(row, column), self.type_of(column)
        if type_ is not None:
            return shown(self._session.plan, type_, value)
        if value is None:
            return ""
        if isinstance(value, Decimal):
            return words().money(value)
        if isinstance(value, tuple):
            return "; ".join(name for name in value if name)
        return light_word(value)

    def searchable(self, row: int) -> str:
        """The text of a row's shown columns, folded for searching."""
        uid = self._records[row].uid
        if uid not in self._searchable:
            self._searchable[uid] = folded("\n".join(self.text(row, column) for column in range(len(self.columns))))
        return self._searchable[uid]

    def sort_key(self, row: int, column: int) -> Any:
        """What a cell is ordered by; None for a blank one."""
        value, type_ = self.value(row, column), self.type_of(column)
        if value is None or value in ("", ()):
            return None
        if type_ is not None and isinstance(type_, Choice) and type_.codes:
            return type_.codes.index(value) if value in type_.codes else len(type_.codes)
        if type_ is None and self.columns[column] == "light":
            return list(LIGHT_TONES).index(value)
        if isinstance(value, str | tuple) or isinstance(type_, Attachment):
            return code_order(folded(self.text(row, column)))
        return value

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        name = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.label(name)
        if role == Qt.ItemDataRole.ToolTipRole:
            help_ = words().help(self.kind, name)
            return f"{self.label(name)}\n{help_}" if help_ else self.label(name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (self._side(section) | Qt.AlignmentFlag.AlignVCenter).value
            return int(side) | int(Qt.TextFlag.TextWordWrap.value)
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        type_ = self.type_of(column)
        numeric = self.columns[column] == "gap" or (type_ is not None and is_numeric(type_))
        return Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        type_ = self.type_of(index.column()) if index.isValid() else None
        if type_ is not None and not isinstance(type_, NumberTable | Attachment) and self._session.document.writable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._records):
            return None
        row, column = index.row(), index.column()
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
            case _ if role == SORT_ROLE:
                return self.sort_key(row, column)
            case _ if role == UID_ROLE:
                return self._records[row].uid
            case _ if role == TONE_ROLE:
                return self._tone(row, column)
            case _ if role == VALUE_ROLE:
                return self.value(row, column)
        return None

    def set_font(self, font: QFont) -> None:
        """The table's font, from which the one for figures is made."""
        self._figures = tabular(font)

    def _tone(self, row: int, column: int) -> str:
        name = self.columns[column]
        tones: Mapping[str, str] = {}
        if self.kind == "action":
            tones = {"status": STATUS_TONES, "light": LIGHT_TONES}.get(name, {})
        return tones.get(self.value(row, column), "") if tones else ""

    def _tip(self, row: int, column: int) -> str:
        if self.columns[column] == "light":
            return words().choice("light", self.value(row, column))
        type_ = self.type_of(column)
        return (
            typed(self._session.plan, type_, self.value(row, column))
            if isinstance(type_, Links | ManyChoices)
            else (self.text(row, column))
        )

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
        uid = self._records[index.row()].uid
        return self._session.put("edit", [Put(self.kind, uid, self.columns[index.column()], value)], self)


def light_word(code: str) -> str:
    """The traffic light in one word; what it means is said in its tip."""
    return {"green": t("Green"), "amber": t("Amber"), "red": t("Red"), "grey": t("Grey")}.get(code, code)


def folded(text: str) -> str:
    """Text without case and accents, for searching."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(ch for ch in split if not unicodedata.combining(ch))
