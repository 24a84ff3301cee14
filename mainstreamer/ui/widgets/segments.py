"""A choice among a few values as a row of buttons, and the editor of short scales and yes or no that is made of it."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mainstreamer.domain.fields import FieldType, Scale
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.editors import Editor
from mainstreamer.ui.widgets.labels import button, label


class Segments(QWidget):
    """A row of buttons of which one or none is pressed. One stop of the Tab key; arrows move the choice, Delete clears it."""

    chosen = Signal(object)

    def __init__(self, values: tuple[Any, ...]) -> None:
        super().__init__()
        self._values = values
        self.buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.before, self.after = label("note"), label("note")
        self.before.setContentsMargins(0, 0, SMALL, 0)
        self.before.hide()
        row.addWidget(self.before)
        for place in range(len(values)):
            made = button()
            made.setCheckable(True)
            made.setProperty("segment", "first" if place == 0 else "last" if place == len(values) - 1 else "middle")
            made.clicked.connect(self._on_clicked)
            made.installEventFilter(self)
            self.buttons.append(made)
            row.addWidget(made)
        row.addSpacing(SMALL)
        row.addWidget(self.after)
        row.addStretch(1)
        self.show_choice(None)

    def set_texts(self, texts: list[str], names: list[str]) -> None:
        """What stands on the buttons, and what a screen reader says of each."""
        for made, text, name in zip(self.buttons, texts, names, strict=True):
            made.setText(text)
            made.setAccessibleName(name)
            made.setToolTip(name if name != text else "")

    def show_choice(self, value: Any) -> None:
        pressed = [known is value or (value is not None and known == value) for known in self._values]
        stop = pressed.index(True) if True in pressed else 0
        for place, made in enumerate(self.buttons):
            made.setChecked(pressed[place])
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[stop])

    def _on_clicked(self) -> None:
        place = self.buttons.index(cast(QPushButton, self.sender()))
        self.chosen.emit(self._values[place] if self.buttons[place].isChecked() else None)

    def _choose(self, place: int) -> None:
        place = max(0, min(place, len(self.buttons) - 1))
        self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(self._values[place])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or watched not in self.buttons:
            return super().eventFilter(watched, event)
        place = self.buttons.index(watched)
        back = Qt.Key.Key_Right if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Left
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._choose(place + (-1 if event.key() == back else 1))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.chosen.emit(None)
        elif event.text().isdecimal() and any(made.text() == event.text() for made in self.buttons):
            self._choose([made.text() for made in self.buttons].index(event.text()))
        else:
            return super().eventFilter(watched, event)
        return True


class SegmentEditor(Editor):
    """A short scale, or yes and no. Pressing the chosen button again clears it."""

    def __init__(self, type_: FieldType[Any], session: Session) -> None:
        super().__init__(type_, session)
        self._ends = type_.ends if isinstance(type_, Scale) else ""
        self._values: tuple[Any, ...] = (
            tuple(range(type_.least, type_.most + 1)) if isinstance(type_, Scale) else (True, False)
        )
        self._name = ""
        self.segments = Segments(self._values)
        self.segments.chosen.connect(self._on_chosen)
        self.finish(self.segments)
        self._say()

    def _say(self) -> None:
        if self._ends:
            texts = [str(value) for value in self._values]
            self.segments.before.setText(words().word("scale", self._ends, "least"))
            self.segments.before.show()
            self.segments.after.setText(words().word("scale", self._ends, "most"))
            names = [f"{self._name} {text}".strip() for text in texts]
        else:
            texts = [words().choice("yes_no", "yes"), words().choice("yes_no", "no")]
            names = [f"{self._name}: {text}" if self._name else text for text in texts]
        self.segments.set_texts(texts, names)

    def set_words(self, name: str, description: str = "") -> None:
        super().set_words(name, description)
        self._name = name
        self._say()

    def show_value(self, value: Any) -> None:
        self._say()
        self.segments.show_choice(value)
        if not self._ends:
            self.segments.after.setText(t("not said") if value is None else "")

    def _on_chosen(self, value: Any) -> None:
        self.take(value)
        self.show_value(value)

    def focus(self) -> None:
        proxy = self.segments.focusProxy()
        if proxy is not None:
            proxy.setFocus(Qt.FocusReason.OtherFocusReason)
