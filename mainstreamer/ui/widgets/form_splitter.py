"""How a table and its form share the room of a register."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSplitter, QWidget

from mainstreamer.ui import theme

WIDE = 1240
"""From this width on, in pixels at 100 %, there is room for a picture and the form side by side."""
BOTH = 760
"""From this width on, in pixels at 100 %, a register begins with its form; below it, the form comes when it is asked for."""
NARROW = 600
"""From this width on, in pixels at 100 %, the form stands beside the table, below it the form stands under the table."""
SHARE, LEAST = 0.4, 340
"""The form's part of the width, and the least that it takes of it, in pixels at 100 %."""


class FormSplitter(QSplitter):
    """A table or a picture, and a form that a button shows and hides. Both are made with the splitter as their parent, in
    this order. One rule holds for all registers, and it asks for nothing but their width: beside the table, two fifths of
    the width and never less than its fields need; no form to begin with where that would leave too little of the table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._form_button: QAbstractButton
        self._form_gave_way = self._roomy = self._too_narrow = self._moved = False
        self._both = True
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        self.splitterMoved.connect(self._on_moved)
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
        width, px = event.size().width(), theme.current().px
        both, first = width >= px(BOTH), not event.oldSize().isValid()
        wanted = Qt.Orientation.Horizontal if width >= px(NARROW) else Qt.Orientation.Vertical
        self._roomy = width >= px(WIDE)
        if both != self._both:
            self._both = both
            # A form that somebody asked for in a narrow register stays, and one that somebody closed does not come back.
            if not both and self._form_button.isChecked():
                self._too_narrow = True
                self._form_button.setChecked(False)
            elif both and self._too_narrow:
                self._too_narrow = False
                self._form_button.setChecked(True)
        if first or self.orientation() != wanted or (event.oldSize().width() != width and not self._moved):
            self.setOrientation(wanted)
            self._share(width)

    def _share(self, width: int) -> None:
        if self.orientation() == Qt.Orientation.Vertical:
            self.setSizes([10_000, 10_000])
            return
        form = max(int(width * SHARE), theme.current().px(LEAST))
        self.setSizes([max(0, width - form - self.handleWidth()), form])

    def _on_moved(self) -> None:
        """A person chose how much each has; that stays."""
        self._moved = True
