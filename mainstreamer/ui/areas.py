"""The parts of the window that F6 goes through."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mainstreamer.ui.tab_order import stops


class Areas:
    """Parts of the window by name, in their order; each is asked for when it is needed, since pages change."""

    def __init__(self, areas: Mapping[str, Callable[[], QWidget]]) -> None:
        self._areas = dict(areas)

    def step(self, by: int) -> None:
        """Put the keyboard into the next part that is seen and can take it, back where it was in that part."""
        names = list(self._areas)
        here = self.current()
        place = names.index(here) if here in names else (-1 if by > 0 else 0)
        for _ in names:
            place = (place + by) % len(names)
            if names[place] != here and self.enter(names[place]):
                return

    def current(self) -> str:
        """The part that has the keyboard; empty for none of them."""
        focused = QApplication.focusWidget()
        for name, area in self._areas.items():
            widget = area()
            if focused is not None and (focused is widget or widget.isAncestorOf(focused)):
                return name
        return ""

    def enter(self, name: str) -> bool:
        """Put the keyboard into a part; False when it cannot take it."""
        area = self._areas[name]()
        if not area.isVisible():
            return False
        before = area.focusWidget()
        if before is not None and _takes(before) and (before is area or area.isAncestorOf(before)):
            target: QWidget | None = before
        else:
            target = next(stops(area), None)
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _takes(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
