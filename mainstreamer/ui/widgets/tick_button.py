"""A choice of several, on a button that says what is chosen and opens a list to tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from mainstreamer.ui import theme
from mainstreamer.ui.widgets.list_button import ARROW_ROOM, ListButton
from mainstreamer.ui.widgets.popup_place import box_of
from mainstreamer.ui.widgets.ticks_popup import TicksPopup


class TickButton(ListButton):
    """What is chosen stands on it as far as there is room, and whole in its tool tip."""

    changed = Signal(object)
    """The keys ticked, as a tuple in the order of the list."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._heading = self._note = self._all = self._none = self._said = ""
        self._lines: tuple[tuple[str, str], ...] = ()
        self._ticked: tuple[str, ...] = ()
        self._fixed: frozenset[str] = frozenset()
        self.popup: TicksPopup | None = None
        self.clicked.connect(self.open)

    def set_words(self, heading: str, note: str = "", all_: str = "", none: str = "") -> None:
        """What the list is called, a note below it, and what ticks all of it and none; without words that is not offered."""
        self._heading, self._note, self._all, self._none = heading, note, all_, none
        self.setAccessibleName(heading)

    def show_lines(self, lines: Sequence[tuple[str, str]], ticked: Sequence[str], fixed: Collection[str] = ()) -> None:
        """Offer these pairs of key and text; `fixed` ones cannot be taken off."""
        self._lines, self._ticked, self._fixed = tuple(lines), tuple(ticked), frozenset(fixed)

    def say(self, text: str) -> None:
        """What is chosen, in words."""
        self._said = text
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        self._elide()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys that are chosen."""
        return self._ticked

    @property
    def said(self) -> str:
        """The whole of what stands on it."""
        return self._said

    def open(self) -> None:
        """Open the list."""
        popup = self.popup = TicksPopup(self._heading, self._lines, self._ticked, self, self._note, self._fixed)
        if self._all:
            popup.suggest(self._all, [key for key, _ in self._lines])
        if self._none:
            popup.offer_none(self._none)
        popup.changed.connect(self._on_changed)
        popup.destroyed.connect(self._on_gone)
        popup.show_at(box_of(self))

    def _on_changed(self, keys: tuple[str, ...]) -> None:
        self._ticked = keys
        self.changed.emit(keys)

    def _on_gone(self) -> None:
        self.popup = None

    def _elide(self) -> None:
        room = self.width() - theme.current().px(9 + ARROW_ROOM + 2)
        self.setText(self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, max(room, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(120), super().minimumSizeHint().height())
