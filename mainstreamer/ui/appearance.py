"""How the window looks: theme, text size, and the large view with which a room reads it from three metres."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from mainstreamer.settings import Settings
from mainstreamer.ui import theme

LARGE = 200
"""Text size in percent of the large view. On a screen two metres wide with 1,366 pixels, letters are then some four
centimetres high."""


class Appearance(QObject):
    """Applies themes. The large view lasts until it is left; it is not kept in the settings."""

    def __init__(self, app: QApplication, window: QMainWindow, changed: Callable[[], None]) -> None:
        """`changed` is called when the computer turned light or dark."""
        super().__init__(window)
        self._app, self._window, self._changed = app, window, changed
        self.is_large = False
        self._was_maximized = False
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def apply(self, settings: Settings) -> None:
        """Show the theme and text size of these settings everywhere."""
        size = max(LARGE, settings.text_size) if self.is_large else settings.text_size
        theme.apply(self._app, theme.load_theme(settings.theme, size))

    def enlarge(self, wanted: bool) -> None:
        """Fill the screen, or come back to the window as it was. Whoever calls applies the size."""
        self.is_large = wanted
        if wanted:
            self._was_maximized = self._window.isMaximized()
            self._window.showFullScreen()
        elif self._was_maximized:
            self._window.showMaximized()
        else:
            self._window.showNormal()

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._changed()
