"""Small labelled pieces that every page is made of."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QIcon, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from mainstreamer.ui import theme

_NBSP = "\u00a0"
_APART = "\N{THREE-PER-EM SPACE}"
"""Between icon and words of a button: Qt leaves four pixels, which icons that fill their square make look like none."""


def label(look: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A text label with a look of the style sheet. Plain text: what people type is never read as markup."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        policy = made.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored if look == "question" else QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if look:
        theme.look(made, look)
    return made


class ElidedLabel(QLabel):
    """One line of text that gives way: what does not fit is shown with an ellipsis, and whole in the tool tip."""

    def __init__(self, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""
        if look:
            theme.look(self, look)

    def set_whole(self, text: str) -> None:
        """Show this text as far as there is room."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._elide()

    def whole_width(self) -> int:
        """Pixels that the whole text takes; 0 without one."""
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(self._whole) + 2 if self._whole else 0

    def _elide(self) -> None:
        self.ensurePolished()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()


class WholeLabel(QLabel):
    """A sentence or two in as many lines as they need."""

    def __init__(self, look: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if look:
            theme.look(self, look)

    def set_whole(self, text: str) -> None:
        """Show this text."""
        self._show(text, text)

    def set_parts(self, parts: Sequence[str]) -> None:
        """Show these behind each other; a line ends between two of them, never within one."""
        self._show(f"{_NBSP}· ".join(part.replace(" ", _NBSP) for part in parts), " · ".join(parts))

    def _show(self, shown: str, said: str) -> None:
        if shown != self.text():
            self.setText(shown)
            self.setToolTip(said)
            self.setAccessibleName(said)


def chip(tone: str = "neutral", text: str = "", *, parent: QWidget | None = None) -> QLabel:
    """A small rounded label; the tone never stands without its word."""
    made = label(parent=parent)
    made.setText(text)
    theme.chip(made, tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class PushButton(QPushButton):
    """Enter presses it as Space does, also outside of dialogs. Its words keep a distance from its icon."""

    def setIcon(self, icon: QIcon | QPixmap) -> None:
        """Its sign tells a link as well as a line below its words does, which would begin before them."""
        super().setIcon(icon)
        theme.restyle(self, "signed", not self.icon().isNull())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if option.text and not option.icon.isNull():
            option.text = _APART + option.text

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if self.text() and not self.icon().isNull():
            size.setWidth(size.width() + math.ceil(QFontMetricsF(self.font()).horizontalAdvance(_APART)))
        return size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


def button(look: str = "", *, parent: QWidget | None = None) -> QPushButton:
    """A push button with a look of the style sheet."""
    made = PushButton(parent)
    made.setAutoDefault(False)
    if look:
        theme.look(made, look)
    if look == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def frame(look: str, *, parent: QWidget | None = None) -> QFrame:
    """A card, bar, inset or panel. What is put into a frame that has its parent already is dressed once."""
    made = QFrame(parent)
    theme.look(made, look)
    return made


def set_shown(part: QWidget, wanted: bool) -> None:
    """Show or hide a part. One that nobody hid yet comes with what it is in, and is not dressed before that; where that is seen
    already, nothing brings it but this."""
    inside = part.parentWidget()
    late = inside is not None and inside.isVisible()
    if not wanted or late or part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        part.setVisible(wanted)


def rule() -> QFrame:
    """A thin line."""
    return frame("rule")
