"""The parts of the window that F6 goes through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mainstreamer.ui.tab_order import stops


class Areas:
    """Parts of the window by name, in their order; each is asked for when it is needed, since pages change. One may lie in
    another, as a form in its page, and may be missing."""

    def __init__(self, areas: Mapping[str, Callable[[], QWidget | None]]) -> None:
        self._areas = dict(areas)
        self._left: dict[str, QWidget] = {}

    def step(self, by: int) -> None:
        """Put the keyboard into the next part that is seen and can take it, back where it was in that part."""
        names = list(self._areas)
        here, focused = self.current(), QApplication.focusWidget()
        if here and focused is not None:
            self._left[here] = focused
        place = names.index(here) if here in names else (-1 if by > 0 else 0)
        for _ in names:
            place = (place + by) % len(names)
            if names[place] != here and self._enter(names[place], self._within(names[place])):
                return

    def current(self) -> str:
        """The innermost part that has the keyboard; empty for none of them."""
        focused, name, inner = QApplication.focusWidget(), "", None
        for one, asked in self._areas.items():
            area = asked()
            if focused is None or area is None or not _holds(area, focused):
                continue
            if inner is None or (inner is not area and _holds(inner, area)):
                name, inner = one, area
        return name

    def enter(self, name: str) -> bool:
        """Put the keyboard into a part; False when it cannot take it."""
        return self._enter(name, [])

    def _within(self, name: str) -> list[QWidget]:
        """The parts that lie in another."""
        whole, areas = self._areas[name](), [asked() for asked in self._areas.values()]
        return [
            one for one in areas if whole is not None and one is not None and one is not whole and _holds(whole, one)
        ]

    def _enter(self, name: str, apart: list[QWidget]) -> bool:
        """Put the keyboard into a part, but not into those of it that are parts of their own."""
        area = self._areas[name]()
        if area is None or not area.isVisible():
            return False
        before = area.focusWidget()
        own = before is not None and _holds(area, before) and not any(_holds(inner, before) for inner in apart)
        if before is not None and own and _takes(before):
            before.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        free = (stop for stop in stops(area) if not any(_holds(inner, stop) for inner in apart))
        left = self._left.get(name) if apart else None
        found = list(free) if left is not None else list(islice(free, 1))
        if not found:
            return False
        (left if left is not None and left in found else found[0]).setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _holds(area: QWidget, widget: QWidget) -> bool:
    """Whether a widget is, or lies in, another."""
    return area.isAncestorOf(widget)


def _takes(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
