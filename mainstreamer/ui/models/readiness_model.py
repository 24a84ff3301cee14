"""Findings as a tree: severity, group, finding. Only what is seen is asked for, so thousands cost no more than a few."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.readiness_lines import Group, Key, Line, Section

NODE = Qt.ItemDataRole.UserRole + 1
"""The Section, Group or Line of a row."""
WHAT, WHO, STEP = range(3)
_TOP, _FIRST_LINE = 0, 100
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class ReadinessModel(QAbstractItemModel):
    """Sections at the top. An index carries a number: 0 for a section, 1 + section for a group, 100 + group for a line,
    groups being counted through all sections."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections: tuple[Section, ...] = ()
        self._groups: list[tuple[int, int, Group]] = []
        """Of every group, counted through: its section, its row there, itself."""
        self._first: list[int] = []
        """The number of the first group of each section."""

    def show(self, sections: tuple[Section, ...]) -> None:
        """Show these; whoever views the model keeps its place itself."""
        self.beginResetModel()
        self.sections = sections
        self._groups, self._first = [], []
        for place, section in enumerate(sections):
            self._first.append(len(self._groups))
            self._groups += [(place, row, group) for row, group in enumerate(section.groups)]
        self.endResetModel()

    # -- the tree ------------------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, _TOP)
        number = parent.internalId()
        if number == _TOP:
            return self.createIndex(row, column, 1 + parent.row())
        return self.createIndex(row, column, _FIRST_LINE + self._first[number - 1] + parent.row())

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        number = index.internalId() if index.isValid() else _TOP
        if number == _TOP:
            return QModelIndex()
        if number < _FIRST_LINE:
            return self.createIndex(number - 1, 0, _TOP)
        section, row, _group = self._groups[number - _FIRST_LINE]
        return self.createIndex(row, 0, 1 + section)

    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.column() > 0:
            return 0
        if not parent.isValid():
            return len(self.sections)
        node = self.node(parent)
        if isinstance(node, Section):
            return len(node.groups)
        return len(node.lines) if isinstance(node, Group) else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 3

    def node(self, index: Index) -> Section | Group | Line | None:
        """What a row stands for."""
        if not index.isValid():
            return None
        number = index.internalId()
        if number == _TOP:
            return self.sections[index.row()]
        if number < _FIRST_LINE:
            return self.sections[number - 1].groups[index.row()]
        return self._groups[number - _FIRST_LINE][2].lines[index.row()]

    def places(self) -> list[tuple[str, str, QModelIndex]]:
        """Severity, key of the group (empty for the section itself) and index of everything that can be opened."""
        found = []
        for row, section in enumerate(self.sections):
            top = self.index(row, 0)
            found.append((section.severity, "", top))
            found += [
                (section.severity, group.key, self.index(place, 0, top)) for place, group in enumerate(section.groups)
            ]
        return found

    def find(self, severity: str, group_key: str, key: Key) -> QModelIndex:
        """The line of a finding; invalid when it is not there."""
        for number, (section, row, group) in enumerate(self._groups):
            if self.sections[section].severity == severity and group.key == group_key:
                for place, line in enumerate(group.lines):
                    if line.key == key:
                        return self.createIndex(place, 0, _FIRST_LINE + number)
                return self.createIndex(row, 0, 1 + section)
        return QModelIndex()

    # -- what is said --------------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role == NODE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(node, index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and index.column() == WHAT:
            return _spoken(node)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WHO:
            return _text(node, WHO)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (t("What to do"), t("Who"), t("Step"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        node = self.node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemNeverHasChildren if isinstance(node, Line) else found


def _text(node: Section | Group | Line, column: int) -> str:
    if isinstance(node, Line):
        step = str(node.finding.step) if node.finding.step else ""
        return (node.sentence, node.who, step)[column]
    if column != WHAT:
        return ""
    return words().choice("severity", node.severity) if isinstance(node, Section) else node.title


def _spoken(node: Section | Group | Line) -> str:
    if isinstance(node, Line):
        return node.whole
    count = node.count if isinstance(node, Section) else len(node.lines)
    return f"{_text(node, WHAT)}: {n('{n} finding', '{n} findings', count)}"
