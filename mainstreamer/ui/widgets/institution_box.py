"""A line for one's own institution: anything may be typed, and the institutions of the open plan are offered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from mainstreamer.domain.plan import Plan
from mainstreamer.ui import theme
from mainstreamer.ui.widgets.elided_line import ElidedLine
from mainstreamer.ui.widgets.form_field import StillCombo

_LETTERS = 16
_LINES = 12


def offered_by(plan: Plan) -> dict[str, str]:
    """The names of a plan's institutions, in order, by what is shown of them: their acronym as well."""
    rows = sorted(plan.institutions, key=lambda row: (row.name or row.acronym).casefold())
    return {_shown(row.name, row.acronym): row.name or row.acronym for row in rows if row.name or row.acronym}


def _shown(name: str, acronym: str) -> str:
    return f"{name} ({acronym})" if name and acronym else name or acronym


class _Completer(QCompleter):
    """Looks through what is shown of institutions, and puts their names into the line."""

    names: Mapping[str, str]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        shown = super().pathFromIndex(index)
        return self.names.get(shown, shown)


class InstitutionBox(StillCombo):
    """While typing, names and acronyms that hold what is typed are offered; the arrow down opens all of them. Where nothing is
    offered it is a plain line."""

    elide = Qt.TextElideMode.ElideMiddle
    """The acronym stands at the end."""

    def __init__(self, text: str = "", offered: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._names = dict(offered or {})
        self._by_letters = {shown.casefold(): name for shown, name in self._names.items()}
        self.setLineEdit(ElidedLine())
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_letters(_LETTERS)
        self.setMaxVisibleItems(_LINES)
        self.setModel(QStringListModel(list(self._names), self))
        completer = _Completer(self.model(), self)
        completer.names = self._names
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_LINES)
        self.setCompleter(completer)
        self.textActivated.connect(self._show_name)
        self.setCurrentIndex(-1)
        self._show_name(text)
        if not self._names:
            theme.look(self, "line")

    @property
    def line(self) -> QLineEdit:
        """Where a person types."""
        return cast(QLineEdit, self.lineEdit())

    def text(self) -> str:
        """The institution's name, or what was typed."""
        typed = self.line.text().strip()
        return self._by_letters.get(typed.casefold(), typed)

    def _show_name(self, shown: str) -> None:
        self.line.setText(self._names.get(shown, shown))
        self.line.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows open the list instead of going through it unseen."""
        if self._names and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4):
            self.showPopup()
        else:
            super().keyPressEvent(event)
