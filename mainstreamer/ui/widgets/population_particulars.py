"""What a population table is about: title, year, area, origin, unit, source. Everything but its numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from mainstreamer.domain.fields import Choice, LongText
from mainstreamer.domain.kinds import KINDS, PopulationTable
from mainstreamer.domain.plan import Put
from mainstreamer.language.sentences import reason_sentence
from mainstreamer.operations.population import KIND
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.models.population_model import reading
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.form_field import FormField, StillCombo
from mainstreamer.ui.widgets.paused_text import PAUSE_MS, PausedText

VERB = "edit_population"
_PLACES = {
    "title": (0, 0, 2), "year": (1, 0, 1), "reference_date": (1, 1, 1), "area": (2, 0, 1), "area_type": (2, 1, 1),
    "type": (3, 0, 1), "unit": (3, 1, 1), "source": (4, 0, 2), "note": (5, 0, 2),
}  # fmt: skip
"""Row, column and width of each field in the form."""


class PausedLine(QLineEdit):
    """One line that is handed over when the person pauses, presses Enter or leaves."""

    settled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._given = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.commit)
        self.textEdited.connect(self._timer.start)
        self.returnPressed.connect(self.commit)

    def set_text(self, text: str) -> None:
        """Show a text that came from the plan; what is being typed just now is not disturbed."""
        if not self._timer.isActive():
            self._given = text
            if text != self.text():
                self.setText(text)
                self.setCursorPosition(0)

    def commit(self) -> None:
        """Hand over what was typed, if it differs from what was shown."""
        self._timer.stop()
        if self.text() != self._given:
            self._given = self.text()
            self.settled.emit(self._given)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()


class PopulationParticulars(QScrollArea):
    """The form of one table. A value that cannot be taken is marked with a sentence and not put."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._uid = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("ground")
        body = QWidget()
        body.setObjectName("ground")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 4, 8, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        self.fields: dict[str, FormField] = {}
        for name, (row, column, width) in _PLACES.items():
            self.fields[name] = FormField(self._control(name))
            grid.addWidget(self.fields[name], row, column, 1, width)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(_PLACES), 1)
        self.setWidget(body)
        self.retranslate()

    def _control(self, name: str) -> QWidget:
        type_ = KINDS[KIND].fields[name].type
        if isinstance(type_, Choice):
            combo = StillCombo()
            combo.activated.connect(self._on_chosen)
            made: QWidget = combo
        elif isinstance(type_, LongText):
            text = PausedText(least_lines=2, most_lines=6)
            text.settled.connect(self._on_settled)
            made = text
        else:
            line = PausedLine()
            line.settled.connect(self._on_settled)
            made = line
        made.setProperty("field", name)
        return made

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        for name, field in self.fields.items():
            title = words().field(KIND, name)
            spec = KINDS[KIND].fields[name]
            field.set_words(f"{title} *" if spec.compulsory else title, words().help(KIND, name))
            control = field.control
            control.setToolTip(t("Needed before the plan is adopted") if spec.compulsory else "")
            if isinstance(control, StillCombo) and isinstance(spec.type, Choice):
                control.blockSignals(True)
                control.clear()
                control.addItem(t("(not chosen)"), "")
                for code in spec.type.codes:
                    control.addItem(words().choice(spec.type.choices, code), code)
                control.blockSignals(False)
        self.show_record(self._record())

    def _record(self) -> PopulationTable | None:
        found = self._session.plan.find(KIND, self._uid)
        return found if isinstance(found, PopulationTable) else None

    def show_record(self, record: PopulationTable | None) -> None:
        """Show a table's particulars; going to another table hands over what was being typed in the one before."""
        if record is None:
            return
        if record.uid != self._uid:
            self.commit()
            self._uid = record.uid
            for field in self.fields.values():
                field.set_problem("")
        for name, field in self.fields.items():
            value, control = getattr(record, name), field.control
            if isinstance(control, StillCombo):
                control.setCurrentIndex(max(0, control.findData(value)))
            elif isinstance(control, PausedText | PausedLine) and not field.problem():
                control.set_text(_text(value))

    def show_field(self, name: str) -> bool:
        """Put the cursor into a field."""
        if name not in self.fields:
            return False
        self.ensureWidgetVisible(self.fields[name])
        self.fields[name].control.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for field in self.fields.values():
            if isinstance(field.control, PausedText | PausedLine):
                field.control.commit()

    def _on_chosen(self, _row: int) -> None:
        combo = self.sender()
        if isinstance(combo, StillCombo):
            self._put(str(combo.property("field")), str(combo.currentData()))

    def _on_settled(self, text: str) -> None:
        name = str(self.sender().property("field"))
        try:
            value = KINDS[KIND].fields[name].type.parse(text, reading())
        except ValueError as error:
            self.fields[name].set_problem(reason_sentence(words(), str(error)))
            return
        self.fields[name].set_problem("")
        self._put(name, value)

    def _put(self, name: str, value: Any) -> None:
        if self._uid and value != self._session.plan.value(KIND, self._uid, name):
            self._session.put(VERB, [Put(KIND, self._uid, name, value)], self)


def _text(value: Any) -> str:
    if isinstance(value, date):
        return words().date(value)
    return "" if value is None else str(value)
