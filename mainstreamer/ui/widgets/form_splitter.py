"""How a table and its form share the room of a register."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSplitter, QWidget

from mainstreamer.ui import theme

WIDE = 1240
"""From this width on the form stands beside the table, below it otherwise."""
SHARES = {Qt.Orientation.Horizontal: 0.6, Qt.Orientation.Vertical: 0.64}
"""The table's part of the room that it shares with the form."""
LOW = 480
"""Below this height, in pixels at 100 %, a register begins without its form."""


class FormSplitter(QSplitter):
    """A table or a picture, and a form that a button shows and hides. Both are made with the splitter as their parent, in
    this order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._form_button: QAbstractButton
        self._form_gave_way = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        theme.look(self, "clear")

    def follow(self, form_button: QAbstractButton) -> None:
        """From now on, press and release the button when the form goes and comes by itself."""
        self._form_button = form_button

    def give_room(self, wanted: bool) -> None:
        """The form below gives way to a picture that needs its height, and comes back with the table."""
        below = self.orientation() == Qt.Orientation.Vertical
        if wanted and below and self._form_button.isChecked():
            self._form_gave_way = True
            self._form_button.setChecked(False)
        elif not wanted and self._form_gave_way:
            self._form_gave_way = False
            self._form_button.setChecked(True)

    def fit(self, event: QResizeEvent) -> None:
        """Stand as suits the new size of the register."""
        wide = event.size().width() >= theme.current().px(WIDE)
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.orientation() != wanted or not event.oldSize().isValid():
            self.setOrientation(wanted)
            if not wide and event.size().height() < theme.current().px(LOW):
                # Large text on a small screen: the table first; the form comes when it is asked for.
                self._form_button.setChecked(False)
            room, share = 10_000, SHARES[wanted]
            self.setSizes([int(room * share), int(room * (1 - share))])
