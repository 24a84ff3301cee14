"""A link with words that change, and with them where it leads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from mainstreamer.ui import theme
from mainstreamer.ui.targets import Target
from mainstreamer.ui.widgets.labels import PushButton


class LedButton(PushButton):
    """Hidden while it leads nowhere."""

    led = Signal(object)
    """Somebody wants to go to a Target."""

    def __init__(self) -> None:
        super().__init__()
        self._target: Target | None = None
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.look(self, "link")
        self.clicked.connect(self._on_clicked)
        self.hide()

    def lead(self, text: str, target: Target | None) -> None:
        """Say this, and lead there."""
        self._target = target
        self.setText(text)
        self.setVisible(target is not None)

    def _on_clicked(self) -> None:
        if self._target is not None:
            self.led.emit(self._target)
