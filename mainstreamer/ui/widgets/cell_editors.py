"""Editors inside the cells of a register: a line to type in, with something to pick from at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import QAbstractProxyModel, QDate, QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCompleter, QLineEdit, QMenu, QWidget

from mainstreamer.domain.calendar import Quarter, parse_quarter
from mainstreamer.domain.fields import Date, FiscalQuarter
from mainstreamer.operations.registers import parsed
from mainstreamer.ui import icons
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.reading import hint, reading
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.check_list import CheckList
from mainstreamer.ui.widgets.drop_down import dress, keep_within
from mainstreamer.ui.widgets.elided_line import ElidedLine
from mainstreamer.ui.widgets.items_editor import TokenLine
from mainstreamer.ui.widgets.pickers import add_calendar, add_quarters


class PickLine(QLineEdit):
    """A day or a quarter, typed or picked."""

    picked = Signal()
    """Something was picked; the cell may be left."""

    def __init__(self, type_: Date | FiscalQuarter, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._type, self._session = type_, session
        self.menu: QMenu | None = None
        self.setPlaceholderText(hint(type_))
        said = t("Choose from a calendar") if isinstance(type_, Date) else t("Choose from the quarters of the plan")
        _add_opener(self, said, "calendar-blank").triggered.connect(self.open_list)

    def _typed(self) -> object:
        """What stands in the line; the blank value where it cannot be read."""
        try:
            return parsed(self._type, self.text(), reading(self._session))
        except ValueError:
            return self._type.blank

    def open_list(self) -> None:
        """Open what can be picked from."""
        menu = self.menu = QMenu(self)
        value = self._typed()
        if isinstance(self._type, FiscalQuarter):
            chosen = value if isinstance(value, Quarter) else None
            add_quarters(menu, self._session.plan.frame, chosen, self._type.ends)
            menu.triggered.connect(self._on_quarter_picked)
        else:
            calendar = add_calendar(menu, value if isinstance(value, date) else self._session.today())
            calendar.activated.connect(self._on_day_picked)
            calendar.clicked.connect(self._on_day_picked)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_day_picked(self, day: QDate) -> None:
        if self.menu is not None:
            self.menu.close()
        self.setText(words().date(date(day.year(), day.month(), day.day())))
        self.setFocus()
        self.picked.emit()

    def _on_quarter_picked(self, action: QAction) -> None:
        self.setText(words().quarter(parse_quarter(str(action.data()))))
        self.setFocus()
        self.picked.emit()


MOST_ROWS = 16
"""Names of a list in sight at once."""
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class PickOne(ElidedLine):
    """One name of a list. What is typed searches in the open list and marks what it finds; nothing is taken before Enter,
    Tab or a click."""

    picked = Signal()
    """A name was clicked; the cell may be left."""

    def __init__(self, rows: Sequence[tuple[object, str]], read: Callable[[str], object], parent: QWidget) -> None:
        """`rows` are the values with their names, in the order offered; `read` gives the value that a text stands for by
        itself, such as an acronym, or raises ValueError."""
        super().__init__(parent)
        self._values = [value for value, _ in rows]
        self._names = [name for _, name in rows]
        self._folded = [name.casefold() for name in self._names]
        self._read = read
        self._row, self._shown = -1, ""
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(MOST_ROWS)
        self._completer.setWrapAround(False)
        self._completer.setWidget(self)
        self.list = cast(QAbstractItemView, self._completer.popup())
        """The list that opens below the line."""
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        self.textEdited.connect(self._on_edited)
        _add_opener(self, t("Choose from the list"), "caret-down").triggered.connect(self.open_list)

    # -- the value ---------------------------------------------------------------------------------------------------

    def show_value(self, value: object, text: str) -> None:
        """Begin with the value of the cell."""
        self._shown = text
        self._row = self._values.index(value) if text and value in self._values else -1
        self.setText(text)
        self.selectAll()

    def value(self) -> object:
        """The value whose name stands in the line; None for the blank entry, and where only the text tells."""
        return self._values[self._row] if self._row >= 0 else None

    def is_settled(self) -> bool:
        """Whether a name of the list stands in the line, or still what stood in the cell."""
        return self._row >= 0 or self.text() == self._shown

    def matching(self) -> list[int]:
        """The rows whose names hold what was typed; none where nothing was."""
        typed = self.text().strip().casefold()
        return [row for row, name in enumerate(self._folded) if typed in name] if typed else []

    def take(self, row: int) -> None:
        """Let a name of the list stand in the line."""
        self._row = row
        self.setText("" if self._values[row] is None else self._names[row])

    # -- the list ----------------------------------------------------------------------------------------------------

    def open_list(self) -> None:
        """Open the whole list, the name in the line marked; none where something else stands there."""
        blank = self._values.index(None) if None in self._values and not self.text() else -1
        self._open("", self._row if self._row >= 0 else blank)

    def open_matches(self) -> None:
        """Open the list of the names that hold what was typed, the best of them marked."""
        self._open(self.text().strip(), self._best())

    def _open(self, typed: str, row: int) -> None:
        self._completer.setCompletionPrefix(typed)
        if not self._completer.completionCount():
            self.list.hide()
            return
        dress(self.list, self)
        self._completer.complete(self.rect())
        keep_within(self.list, self)
        offered = cast(QAbstractProxyModel, self._completer.completionModel())
        self.list.setCurrentIndex(offered.mapFromSource(self._completer.model().index(row, 0)))

    def _best(self) -> int:
        """The row that is meant most likely; -1 where what was typed stands for a record by itself, such as its acronym."""
        found, typed = self.matching(), self.text().strip().casefold()
        try:
            value = self._read(self.text())
        except ValueError:
            starts = [row for row in found if self._folded[row].startswith(typed)]
            words_ = [row for row in found if f" {typed}" in self._folded[row]]
            return next(iter((*starts, *words_, *found)), -1)
        return next((row for row in found if self._values[row] == value), -1)

    def _on_edited(self, text: str) -> None:
        self._row = -1
        if text.strip():
            self.open_matches()
        else:
            self.open_list()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take_marked(index)
        self.picked.emit()

    def _take_marked(self, index: QModelIndex) -> None:
        offered = cast(QAbstractProxyModel, self._completer.completionModel())
        self.list.hide()
        if index.isValid():
            self.take(offered.mapToSource(index).row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows open the list; in the list they move its mark."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.open_list()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab take what is marked, and leave the cell as they do without a list; so does Esc, taking nothing."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in _LEAVING or key == Qt.Key.Key_Escape:
                self._take_marked(QModelIndex() if key == Qt.Key.Key_Escape else self.list.currentIndex())
                QApplication.sendEvent(self, QKeyEvent(event.type(), key, event.modifiers(), event.text()))
                return True
        return super().eventFilter(watched, event)


class PickTokens(TokenLine):
    """Several names of a list parted by `;`, typed or ticked."""

    def __init__(self, names: dict[str, str], parent: QWidget) -> None:
        """`names` are what is offered, and the word that goes into the line for it."""
        super().__init__(parent)
        self._named = names
        self.set_offers(names)
        _add_opener(self, t("Choose from the list"), "caret-down").triggered.connect(self.open_list)

    def open_list(self) -> None:
        """Open the list to tick."""
        parts = {part.strip().casefold() for part in self.text().split(";")}
        known = {word: shown for shown, word in self._named.items()}
        ticked = tuple(word for word in known if word.casefold() in parts)
        popup = CheckList(known, ticked, self)
        popup.ticked.connect(self._on_ticked)
        popup.show_below(self)

    def _on_ticked(self, chosen: tuple[str, ...]) -> None:
        # What was typed and is in no list stays; names keep the order in which they were chosen.
        known = {word.casefold() for word in self._named.values()}
        wanted = {word.casefold(): word for word in chosen}
        kept = [part.strip() for part in self.text().split(";") if part.strip()]
        kept = [part for part in kept if part.casefold() not in known or part.casefold() in wanted]
        added = [word for key, word in wanted.items() if key not in {part.casefold() for part in kept}]
        self.setText("; ".join([*kept, *added]))


def _add_opener(line: QLineEdit, said: str, icon: str) -> QAction:
    """A button at the end of a line; Alt+Down presses it as well."""
    action = line.addAction(icons.icon(icon, "muted"), QLineEdit.ActionPosition.TrailingPosition)
    action.setText(said)
    action.setToolTip(f"{said} (Alt+↓)")
    return action
