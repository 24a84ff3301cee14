"""The actions of the timeline as a list model: one row an action, said whole to those who hear it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mainstreamer.domain.kinds import Action
from mainstreamer.ui.pictures.timeline_words import ActionWords, action_words
from mainstreamer.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class TimelineModel(QAbstractListModel):
    """Shows actions in the order given. Their words are made when a row is first painted."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions: tuple[Action, ...] = ()
        self._rows: dict[str, int] = {}
        self._said: dict[str, tuple[Action, ActionWords]] = {}

    @property
    def actions(self) -> tuple[Action, ...]:
        return self._actions

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show these: by dataChanged as long as the same rows stand in the same order, else by a reset."""
        new = tuple(actions)
        if [action.uid for action in new] == [action.uid for action in self._actions]:
            self._actions = new
            self.say_again()
            return
        self.beginResetModel()
        self._actions = new
        self._rows = {action.uid: row for row, action in enumerate(new)}
        self.endResetModel()

    def say_again(self) -> None:
        """Something that rows say may be different."""
        if self._actions:
            self.dataChanged.emit(self.index(0), self.index(len(self._actions) - 1))

    def forget_words(self) -> None:
        """Names, day or language are others: rows are said anew when they are next seen."""
        self._said.clear()

    def action(self, row: int) -> Action:
        return self._actions[row]

    def row_of(self, uid: str) -> int:
        """The row of an action; -1 when it is not shown."""
        return self._rows.get(uid, -1)

    def words_of(self, action: Action) -> ActionWords:
        """What the row of an action says."""
        known = self._said.get(action.uid)
        if known is None or known[0] is not action:
            writable = self._session.document.writable
            known = (action, action_words(self._session.plan, action, self._session.today(), writable))
            self._said[action.uid] = known
        return known[1]

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._actions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._actions) or role not in _SPOKEN:
            return None
        spoken = self.words_of(self._actions[index.row()]).spoken
        return spoken if role == Qt.ItemDataRole.ToolTipRole else spoken.replace("\n", ". ")
