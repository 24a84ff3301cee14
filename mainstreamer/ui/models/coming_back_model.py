"""Lines of a workbook that came back, under their headings, with boxes to tick. Only what is seen is asked for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mainstreamer.domain.taking import CONFLICT, PLAN, WORKBOOK
from mainstreamer.ui.coming_back_choices import OPEN, Decisions
from mainstreamer.ui.coming_back_lines import REFUSED, Line, Section, spoken
from mainstreamer.ui.i18n import n, t, words

NODE = Qt.ItemDataRole.UserRole + 1
"""The Section or Line of a row."""
RECORD, FIELD, VALUES, CELL = range(4)
COLUMNS = 4
FEW = 8
"""Views are told of so many lines one by one."""
_TOP = 0
_ROOT = QModelIndex()
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TO_TICK = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable
_LINE = _PLAIN | Qt.ItemFlag.ItemNeverHasChildren
_LINE_TO_TICK = _LINE | Qt.ItemFlag.ItemIsUserCheckable
Index = QModelIndex | QPersistentModelIndex


class ComingBackModel(QAbstractItemModel):
    """An index carries 0 for a section, 1 + section for a line."""

    decided = Signal()
    """A person ticked or decided something."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections: tuple[Section, ...] = ()
        self.decisions = Decisions()

    def show(self, sections: tuple[Section, ...], decisions: Decisions) -> None:
        """Show these; whoever views the model keeps its place itself."""
        self.beginResetModel()
        self.sections, self.decisions = sections, decisions
        self.endResetModel()

    # -- the tree ------------------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not 0 <= column < COLUMNS or row < 0:
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, _TOP) if row < len(self.sections) else QModelIndex()
        if parent.internalId() != _TOP or parent.column() or row >= len(self.sections[parent.row()].lines):
            return QModelIndex()
        return self.createIndex(row, column, 1 + parent.row())

    def sibling(self, row: int, column: int, index: Index) -> QModelIndex:
        """As the base class does, without a way up and down again for each column that a view asks for."""
        if not index.isValid():
            return QModelIndex()
        if row == index.row() and 0 <= column < COLUMNS:
            return self.createIndex(row, column, index.internalId())
        return self.index(row, column, self.parent(index))

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        number = index.internalId() if index.isValid() else _TOP
        return QModelIndex() if number == _TOP else self.createIndex(number - 1, 0, _TOP)

    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.column() > 0:
            return 0
        if not parent.isValid():
            return len(self.sections)
        node = self.node(parent)
        return len(node.lines) if isinstance(node, Section) else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        return COLUMNS

    def node(self, index: Index) -> Section | Line | None:
        """What a row stands for."""
        if not index.isValid():
            return None
        number = index.internalId()
        return self.sections[index.row()] if number == _TOP else self.sections[number - 1].lines[index.row()]

    def find(self, key: tuple[object, ...]) -> QModelIndex:
        """The line of that key, wherever it stands now; invalid when it is gone."""
        for place, section in enumerate(self.sections):
            for row, line in enumerate(section.lines):
                if line.key == key:
                    return self.createIndex(row, 0, 1 + place)
        return QModelIndex()

    # -- deciding ------------------------------------------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        node = self.node(index)
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        if isinstance(node, Section):
            self.tick(node.to_tick, wanted)
        elif isinstance(node, Line) and node.is_ticked_or_not:
            self.tick((node,), wanted)
        else:
            return False
        return True

    def tick(self, lines: tuple[Line, ...], wanted: bool) -> None:
        """Tick these, or take their ticks away."""
        for line in lines:
            self.decisions.tick(line, wanted)
        self._tell(lines)

    def decide(self, lines: tuple[Line, ...], how: str) -> None:
        """Decide these conflicts."""
        for line in lines:
            self.decisions.decide(line, how)
        self._tell(lines)

    def _tell(self, lines: tuple[Line, ...]) -> None:
        """Tell of a few lines, and of the headings, one by one. A view measures all rows of a range anew, so that of many
        lines it is told by `decided` only, after which it paints what is seen."""
        few = {line.key for line in lines} if len(lines) <= FEW else set()
        for place, section in enumerate(self.sections):
            above = self.index(place, 0)
            self.dataChanged.emit(above, above, [Qt.ItemDataRole.CheckStateRole])
            for row, line in enumerate(section.lines) if few else ():
                if line.key in few:
                    index = self.index(row, 0, above)
                    self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.decided.emit()

    def state(self, section: Section) -> Qt.CheckState:
        """Whether all lines of a section are ticked, some, or none."""
        ticked = sum(map(self.decisions.is_ticked, section.to_tick))
        if not ticked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if ticked == len(section.to_tick) else Qt.CheckState.PartiallyChecked

    # -- what is said --------------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role == NODE:
            return node
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == RECORD:
            return self._check_state(node)
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(node, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == RECORD:
            return self._spoken(node)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(node, Line):
            return _tip(node, index.column())
        return None

    def _check_state(self, node: Section | Line) -> Qt.CheckState | None:
        if isinstance(node, Section):
            return self.state(node) if node.to_tick else None
        if not node.is_ticked_or_not:
            return None
        return Qt.CheckState.Checked if self.decisions.is_ticked(node) else Qt.CheckState.Unchecked

    def _spoken(self, node: Section | Line) -> str:
        if isinstance(node, Section):
            return f"{node.title}: {n('{n} line', '{n} lines', len(node.lines))}"
        said = spoken(node)
        if node.what != CONFLICT:
            return said
        how = {PLAN: t("decided for the plan"), WORKBOOK: t("decided for the workbook"), OPEN: t("left open")}
        return f"{said}, {how[self.decisions.of(node)]}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        if self.sections and self.sections[0].what == REFUSED:
            return (t("Row"), t("Column"), t("Content, and what is expected"), t("Cell"))[section]
        return (t("Record"), t("Field"), t("Change"), t("Cell"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        node = self.node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        if isinstance(node, Section):
            return _TO_TICK if node.to_tick and index.column() == RECORD else _PLAIN
        return _LINE_TO_TICK if node.is_ticked_or_not and index.column() == RECORD else _LINE


def _text(node: Section | Line, column: int) -> str:
    if isinstance(node, Section):
        return f"{node.title} ({words().number(len(node.lines))})" if column == RECORD else ""
    return (node.name, node.label, node.new, node.address)[column]


def _tip(line: Line, column: int) -> str:
    """What may be cut in the line."""
    if column == VALUES:
        return line.caution
    return line.name if column == RECORD else line.label if column == FIELD else ""
