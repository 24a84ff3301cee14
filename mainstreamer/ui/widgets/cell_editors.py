"""Editors inside the cells of a register: a line to type in, with something to pick from at its end."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from mainstreamer.domain.calendar import Quarter, parse_quarter
from mainstreamer.domain.fields import Date, FiscalQuarter
from mainstreamer.operations.registers import parsed
from mainstreamer.ui import icons
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.reading import hint, reading
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.check_list import CheckList
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
