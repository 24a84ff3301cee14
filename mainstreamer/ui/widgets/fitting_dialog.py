"""A dialog as large as its words need, and never larger than the screen: then it scrolls, and its buttons stay in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, WIDE_GAP

_ROOM = 64
"""Pixels left free for the frame of the window and a task bar."""


class FittingDialog(QDialog):
    """Fill `content` from top to bottom; `add_buttons` puts the buttons below it."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = width
        inner = QWidget()
        inner.setObjectName("ground")
        self.content = QVBoxLayout(inner)
        self.content.setContentsMargins(PAGE_SIDE, PAGE_SIDE, PAGE_SIDE, GAP)
        self.content.setSpacing(GAP)
        self._area = QScrollArea()
        self._area.setObjectName("ground")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setWidget(inner)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(PAGE_SIDE, GAP, PAGE_SIDE, WIDE_GAP)
        self._foot.setSpacing(GAP)
        self._foot.addStretch(1)
        layout = self._whole = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addLayout(self._foot)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put the buttons at the bottom; the last is the way on, which Enter presses."""
        self.content.addStretch(1)
        for press in buttons:
            press.setAutoDefault(True)
            self._foot.addWidget(press)
        buttons[-1].setDefault(True)

    def line_room(self) -> int:
        """The longest that a line may be on this screen, in pixels, without scrolling sideways."""
        edges = 2 * (PAGE_SIDE + self._area.frameWidth()) + self._area.verticalScrollBar().sizeHint().width()
        return self.screen().availableSize().width() - _ROOM - edges

    def fit(self) -> None:
        """Take the size that the words need now."""
        room, frame = self.screen().availableSize(), 2 * self._area.frameWidth()
        needed = self.content.totalMinimumSize().width() + frame
        width = min(max(theme.current().px(self._wanted), needed), room.width() - _ROOM)
        height = self._height(width - frame) + frame
        most = room.height() - _ROOM
        if height > most:
            # The bar beside what scrolls takes no room of words.
            width = min(max(width, needed + self._area.verticalScrollBar().sizeHint().width()), room.width() - _ROOM)
        # A bar that was there before takes width, for want of which words need more height than there is: it would stay.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resize(width, min(height, most))
        self._whole.activate()
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _height(self, width: int) -> int:
        """What words and buttons need in that width."""
        high = self.content.hasHeightForWidth()
        height = self.content.totalHeightForWidth(width) if high else self.content.totalSizeHint().height()
        return height + self._foot.totalSizeHint().height() + 2

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            # What is in it is dressed after the dialog, and laid out after that.
            QTimer.singleShot(0, self, self._fit_anew)

    def _fit_anew(self) -> None:
        for part in self.findChildren(QWidget):
            part.ensurePolished()
            part.updateGeometry()
        self._whole.activate()
        self.fit()
        self._place()

    def _place(self) -> None:
        """In the middle of the window it belongs to, and whole on the screen: Qt placed it by the size it had before."""
        parent, room = self.parentWidget(), self.screen().availableGeometry()
        around = parent.window().frameGeometry() if parent is not None else room
        frame = self.frameGeometry()
        frame.moveCenter(around.center())
        frame.moveRight(min(frame.right(), room.right()))
        frame.moveBottom(min(frame.bottom(), room.bottom()))
        self.move(max(frame.left(), room.left()), max(frame.top(), room.top()))
