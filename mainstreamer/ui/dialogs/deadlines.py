"""Everything late or due, in the order of days; each line leads to its record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.targets import Target
from mainstreamer.ui.widgets.fitting_dialog import FittingDialog
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.led_list import LedLine, LedList

MOST_LINES = 14
"""Lines seen without scrolling."""


class DeadlinesDialog(FittingDialog):
    """Arrows move, Enter or a click closes the list and leads."""

    def __init__(self, session: Session, lines: Sequence[LedLine], parent: QWidget | None = None) -> None:
        super().__init__(720, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.setWindowTitle(t("Late or due next"))
        title = label("title")
        title.setText(self.windowTitle())
        self.list = LedList(MOST_LINES, scrolls=True)
        self.list.setAccessibleName(self.windowTitle())
        self.list.set_lines(lines)
        self.list.led.connect(self._on_led)
        close = button("primary")
        close.setText(t("Close"))
        close.clicked.connect(self.accept)
        self.content.addWidget(title)
        self.content.addWidget(self.list, 1)
        self.add_buttons(close)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_led(self, target: Target) -> None:
        self.accept()
        target.go(self._session)
