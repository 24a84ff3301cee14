"""Editors of single fields: lines of text, numbers, dates, quarters.

What cannot be taken stays in the field, with a sentence that says what is expected, and the plan stays as it was.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from mainstreamer.domain.fields import FieldType, FiscalQuarter
from mainstreamer.operations.registers import parsed
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.reading import hint, is_numeric, reading, refusal, typed
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.undo_keys import let_undo_through
from mainstreamer.ui.widgets.elided_line import ElidedLine
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.paused_text import PAUSE_MS, PausedText
from mainstreamer.ui.widgets.pickers import add_calendar, add_quarters


class Editor(QWidget):
    """Shows one value of a field type. `changed` carries a value that a person settled on, never one set by the program."""

    changed = Signal(object)

    def __init__(self, type_: FieldType[Any], session: Session) -> None:
        super().__init__()
        self.type = type_
        self.session = session
        self.place = ("", "", "")
        """Kind, uid and field whose value is shown; blank outside a form of one record."""
        self._value: Any = type_.blank
        self._reason = ""
        self._problem: QLabel | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SMALL)

    def finish(self, control: QWidget, whole: QWidget | None = None) -> None:
        """Lay out the control with the sentence of a refusal below it; `whole` holds the control and what stands beside it."""
        self.control, self._whole = control, whole or control
        self.setFocusProxy(control)
        if not isinstance(control, PausedText):
            let_undo_through(control)
        self.column.addWidget(self._whole)

    # -- the value ---------------------------------------------------------------------------------------------------

    def value(self) -> Any:
        """The value last set or settled."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a value, whatever was being typed."""
        self._value = value
        self.set_problem("")
        self.show_value(value)

    def refresh_value(self, value: Any) -> None:
        """Show what the plan holds now; what is being typed stays while the plan's value is the same as before."""
        if value != self._value:
            self.set_value(value)

    def put_failed(self, held: Any) -> None:
        """The plan could not take the value and holds another. Text that was typed stays and is offered again when the
        field is next settled; a choice goes back."""
        self._value = held
        if not isinstance(self, LineEditor | LongTextEditor):
            self.show_value(held)

    def commit(self) -> None:
        """Settle what is still being typed."""

    def take(self, value: Any) -> None:
        """A person settled on this value."""
        self.set_problem("")
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def take_text(self, text: str) -> bool:
        """Read what a person typed; False when it was refused, and then it is said why."""
        try:
            value = parsed(self.type, text, reading(self.session))
        except ValueError as error:
            self.set_problem(str(error))
            return False
        self.take(value)
        return True

    def show_value(self, value: Any) -> None:
        """Put the value into the control."""
        raise TypeError(f"{type(self).__name__} shows nothing")

    # -- words -------------------------------------------------------------------------------------------------------

    def set_problem(self, reason: str) -> None:
        """Say what is expected, by the code of a refusal; empty when nothing is wrong."""
        self._reason = reason
        text = refusal(self.type, reason) if reason else ""
        self._tell(f"⚠ {text}" if text else "", "error")
        theme.restyle(self.control, "wrong", "true" if reason else "false")
        self.control.setAccessibleDescription(text or self._description)

    def set_note(self, text: str) -> None:
        """Say how to go on, where nothing is wrong yet."""
        self.set_problem("")
        self._tell(text, "note")
        self.control.setAccessibleDescription(text)

    def _tell(self, text: str, look: str) -> None:
        if self._problem is None and not text:
            return
        told = self.sentence()
        theme.look(told, look)
        told.setText(text)
        told.setVisible(bool(text))

    def sentence(self) -> QLabel:
        """What is said below the control, made when there is something to say."""
        if self._problem is None:
            self._problem = label("error", wrap=True, parent=self)
            self._problem.hide()
            self.column.insertWidget(self.column.indexOf(self._whole) + 1, self._problem)
        return self._problem

    _description = ""

    def problem(self) -> str:
        """The code of what is wrong with what stands in the field."""
        return self._reason

    def set_words(self, name: str, description: str = "") -> None:
        """What a screen reader says of the control."""
        self._description = description
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(description)

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        if self._reason:
            self.set_problem(self._reason)
        else:
            self.show_value(self._value)

    def focus(self) -> None:
        """Take the keyboard."""
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)


class LineEditor(Editor):
    """One line. Text is settled when the person pauses or leaves, other values when they leave or press Enter."""

    def __init__(self, type_: FieldType[Any], session: Session) -> None:
        super().__init__(type_, session)
        self.line = self.make_line()
        self._pending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._on_paused)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self.commit)
        if is_numeric(type_) and type_.name != "year":
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.line.setFont(tabular(self.line.font()))
        self.lay_out()

    def make_line(self) -> QLineEdit:
        return YearLine() if self.type.name == "year" else ElidedLine()

    def lay_out(self) -> None:
        self.finish(self.line)

    def show_value(self, value: Any) -> None:
        self._timer.stop()
        self._pending = False
        self.line.setText(typed(self.session.plan, self.type, value))
        self.line.setCursorPosition(0)
        self.line.setPlaceholderText(hint(self.type))

    def commit(self) -> None:
        self._timer.stop()
        if self._pending:
            self._pending = False
            if self.take_text(self.line.text()) and self.type.name != "text":
                self.show_value(self._value)

    def refresh_value(self, value: Any) -> None:
        super().refresh_value(value)
        if not self._pending and not self._reason and not self.line.hasFocus():
            self.show_value(self._value)

    def focus(self) -> None:
        super().focus()
        self.line.selectAll()

    def _on_edited(self, _text: str) -> None:
        self._pending = True
        if self.type.name == "text":
            self._timer.start()

    def _on_paused(self) -> None:
        """A pause settles the text without touching the line, where the person may go on."""
        self._pending = False
        self.take_text(self.line.text())


class YearLine(QLineEdit):
    """A year; the arrow keys go to the next and the one before."""

    def __init__(self) -> None:
        super().__init__()
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}
        text = self.text().strip()
        if int(event.key()) in steps and len(text) == 4 and text.isdecimal():
            self.setText(str(int(text) + steps[int(event.key())]))
            self.textEdited.emit(self.text())
        else:
            super().keyPressEvent(event)


class LongTextEditor(Editor):
    """Several lines; grows with its content, and Tab moves on."""

    def __init__(self, type_: FieldType[Any], session: Session) -> None:
        super().__init__(type_, session)
        self.text = PausedText(least_lines=2)
        self.text.settled.connect(self._on_settled)
        self.finish(self.text)

    def set_value(self, value: Any) -> None:
        # Another value than the one being typed at comes from undo or another record: what is typed was settled before.
        self.text.commit()
        super().set_value(value)

    def show_value(self, value: Any) -> None:
        self.text.set_text(value)

    def commit(self) -> None:
        self.text.commit()

    def _on_settled(self, text: str) -> None:
        self.take_text(text)
        self.text.refresh_text(self._value)


class PickedLineEditor(LineEditor):
    """A line with a button that opens something to pick from."""

    def lay_out(self) -> None:
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL)
        self.pick: QPushButton = button("pick")
        self.pick.setText("▾")
        self.pick.clicked.connect(self._on_pick_clicked)
        line.addWidget(self.line, 1)
        line.addWidget(self.pick)
        self.finish(self.line, whole)

    def _on_pick_clicked(self) -> None:
        self.commit()
        self._menu = QMenu(self)
        self._menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(self._menu)
        self._menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))

    def fill_menu(self, menu: QMenu) -> None:
        """Offer what can be picked."""
        raise TypeError(f"{type(self).__name__} offers nothing")


class DateEditor(PickedLineEditor):
    """A day, typed or picked from a calendar."""

    def set_words(self, name: str, description: str = "") -> None:
        super().set_words(name, f"{description} {hint(self.type)}".strip())
        self.pick.setAccessibleName(t("Calendar: {field}", field=name))
        self.pick.setToolTip(t("Choose from a calendar"))

    def fill_menu(self, menu: QMenu) -> None:
        self.calendar = add_calendar(menu, self._value or self.session.today())
        self.calendar.activated.connect(self._on_day_picked)
        self.calendar.clicked.connect(self._on_day_picked)

    def _on_day_picked(self, day: QDate) -> None:
        self._menu.close()
        self.take(date(day.year(), day.month(), day.day()))
        self.show_value(self._value)
        self.line.setFocus()


class QuarterEditor(PickedLineEditor):
    """A quarter, typed or picked from those of the plan."""

    def set_words(self, name: str, description: str = "") -> None:
        super().set_words(name, description)
        self.pick.setAccessibleName(t("Quarters of the plan: {field}", field=name))
        self.pick.setToolTip(t("Choose from the quarters of the plan"))

    def fill_menu(self, menu: QMenu) -> None:
        ends = isinstance(self.type, FiscalQuarter) and self.type.ends
        add_quarters(menu, self.session.plan.frame, self._value, ends)
        menu.triggered.connect(self._on_quarter_picked)

    def _on_quarter_picked(self, action: QAction) -> None:
        if self.take_text(str(action.data())):
            self.show_value(self._value)
        self.line.setFocus()


class TableNote(Editor):
    """Stands for a table of figures, which has a page of its own."""

    def __init__(self, type_: FieldType[Any], session: Session) -> None:
        super().__init__(type_, session)
        self._note = label("muted", wrap=True)
        self.finish(self._note)

    def show_value(self, value: Any) -> None:
        said = typed(self.session.plan, self.type, value)
        self._note.setText(said or t("No figures yet."))


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
