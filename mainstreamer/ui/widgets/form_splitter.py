"""How a table and its form share the room of a register."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSplitter, QWidget

from mainstreamer.ui import theme

WIDE = 1240
"""From this width on, in pixels at 100 %, there is room for a picture and the form side by side."""
NARROW, LOW = 520, 720
"""The form stands beside the table from the first width on where the register is lower than the second height, since a
form below a table shows two fields there; otherwise below it, unless there is width for both."""
WIDE_SHARE, LOW_SHARE, BELOW_SHARE = 0.62, 0.58, 0.5
"""The table's part of the room that it shares with the form: beside it with width for both, beside it without, above it."""
LEAST_FORM = 330
"""Width of a form beside its table, in pixels at 100 %, that holds its widest field."""
LOWEST = 480
"""Below this height, in pixels at 100 %, a register begins without its form: whatever its kind."""


class FormSplitter(QSplitter):
    """A table or a picture, and a form that a button shows and hides. Both are made with the splitter as their parent, in
    this order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._form_button: QAbstractButton
        self._form_gave_way = self._roomy = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        theme.look(self, "clear")

    def follow(self, form_button: QAbstractButton) -> None:
        """From now on, press and release the button when the form goes and comes by itself."""
        self._form_button = form_button

    def give_room(self, wanted: bool) -> None:
        """The form gives way to a picture that needs the whole room, and comes back with the table."""
        if wanted and not self._roomy and self._form_button.isChecked():
            self._form_gave_way = True
            self._form_button.setChecked(False)
        elif not wanted and self._form_gave_way:
            self._form_gave_way = False
            self._form_button.setChecked(True)

    def fit(self, event: QResizeEvent) -> None:
        """Stand as suits the new size of the register."""
        size, px = event.size(), theme.current().px
        roomy = size.width() >= px(WIDE)
        beside = roomy or (size.width() >= px(NARROW) and size.height() < px(LOW))
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if (self.orientation(), self._roomy) != (wanted, roomy) or not event.oldSize().isValid():
            self.setOrientation(wanted)
            self._roomy = roomy
            if not roomy and size.height() < px(LOWEST):
                # Large text on a small screen: the table first; the form comes when it is asked for.
                self._form_button.setChecked(False)
            room = size.width() if beside else size.height()
            form = room * (1 - (WIDE_SHARE if roomy else LOW_SHARE if beside else BELOW_SHARE))
            form = max(form, px(LEAST_FORM)) if beside else form
            self.setSizes([round(room - form), round(form)])
