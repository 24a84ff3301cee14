"""One field of a form that is not a record yet: name above, control, help or what is wrong below."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import GAP, SMALL
from mainstreamer.ui.widgets.drop_down import dress, keep_within
from mainstreamer.ui.widgets.elided_line import ElidedLine
from mainstreamer.ui.widgets.labels import label


class FormField(QWidget):
    """The label is the control's buddy; its name, help and problem are also said to a screen reader."""

    def __init__(self, control: QWidget, beside: QWidget | None = None) -> None:
        super().__init__()
        self.control = control
        self._name = label("fieldname")
        self._help, self._problem = label("note", wrap=True), label("error", wrap=True)
        self._name.setBuddy(control)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(control, 1)
        if beside is not None:
            row.addWidget(beside)
        layout.addWidget(self._name)
        layout.addLayout(row)
        for part in (self._help, self._problem):
            layout.addWidget(part)
        layout.addStretch(1)
        self._help.hide()
        self._problem.hide()

    def set_words(self, name: str, help_: str = "", compulsory: bool = False) -> None:
        """Name the field, with a line of help or none; an asterisk stands by what must be filled in."""
        self._name.setText(f"{name} *" if compulsory else name)
        self._name.setToolTip(t("Compulsory: the plan cannot be made without it.") if compulsory else "")
        self.control.setAccessibleName(name)
        self.set_help(help_)

    def set_help(self, text: str) -> None:
        """Show a line below the control."""
        self._help.setText(text)
        self._help.setVisible(bool(text) and self._problem.isHidden())
        self._describe()

    def set_problem(self, text: str) -> None:
        """Say what is wrong, in place of the help; empty when nothing is."""
        self._problem.setText(f"⚠ {text}" if text else "")
        self._problem.setVisible(bool(text))
        self._help.setVisible(bool(self._help.text()) and not text)
        theme.restyle(self.control, "wrong", "true" if text else "false")
        self._describe()

    def problem(self) -> str:
        """What is shown as wrong."""
        return self._problem.text().removeprefix("⚠ ")

    def help_text(self) -> str:
        """The line below the control."""
        return self._help.text()

    def _describe(self) -> None:
        self.control.setAccessibleDescription(self.problem() or self._help.text())


class StillCombo(QComboBox):
    """A choice from a short list that a turn of the wheel does not change, for forms that scroll."""

    elide = Qt.TextElideMode.ElideRight
    """Where names in the list are cut that are longer than it can be."""
    _letters = 0
    _grows = False

    def set_letters(self, count: int, *, grows: bool = False) -> None:
        """Be as wide as so many letters, whatever is in the list; one that `grows` wants to be as wide as its longest entry and
        bears to be narrower. Qt's own way to say so makes the list that drops down, which takes longer than the box itself."""
        self._letters, self._grows = count, grows
        self.updateGeometry()

    def showPopup(self) -> None:
        dress(self.view(), self, self.elide)
        super().showPopup()
        keep_within(self.view().window(), self)

    def sizeHint(self) -> QSize:
        if not self._letters:
            return super().sizeHint()
        entries = (self.itemText(place) for place in range(self.count())) if self._grows else ()
        return self._wide(*entries)

    def _wide(self, *entries: str) -> QSize:
        """The size at which its letters and all of these entries are whole."""
        self.ensurePolished()
        option, metrics = QStyleOptionComboBox(), self.fontMetrics()
        self.initStyleOption(option)
        texts = ("X" * self._letters, *entries)
        width = max(metrics.horizontalAdvance(text) for text in texts) + self.iconSize().width() + 4
        inside = QSize(width, max(math.ceil(QFontMetricsF(self.font()).height()), 14) + 2)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, inside, self)

    def minimumSizeHint(self) -> QSize:
        return self._wide() if self._letters else super().minimumSizeHint()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """A word that is too long ends in "…"; one that is searched for has a line that sees to that."""
        super().initStyleOption(option)
        if option.currentText and not self.isEditable():
            option.currentText = self._fitting(option)

    def _fitting(self, option: QStyleOptionComboBox) -> str:
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width() - 2
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + 4
        return self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, max(room, 0))

    def tip(self) -> str:
        """What the tool tip says: the whole of a word that is cut, before what it says otherwise."""
        line, option = self.lineEdit(), QStyleOptionComboBox()
        if isinstance(line, ElidedLine):
            return line.tip()
        self.initStyleOption(option)
        cut = not self.isEditable() and option.currentText != self.currentText()
        return "\n".join(part for part in (self.currentText() if cut else "", self.toolTip()) if part)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(), self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters search in the open list. In one that is shut, Qt would take an entry with each of them."""
        letter = event.text().isprintable() and event.text().strip()
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if self.isEditable() or not letter or held:
            super().keyPressEvent(event)
            return
        self.showPopup()
        self.view().keyboardSearch(event.text())


class YearLine(QLineEdit):
    """A year of four digits; the arrow keys go to the next and the one before."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(4)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}
        text = self.text().strip()
        if event.key() in steps and text.isdecimal():
            self.setText(str(int(text) + steps[event.key()]))
        else:
            super().keyPressEvent(event)
