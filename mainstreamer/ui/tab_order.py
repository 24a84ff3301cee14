"""Tab goes through the window as things stand in their layouts.

Qt goes in the order in which things were made: what a page makes later, when it is first seen or as it is worked on, would
come after all else in the window. Qt's own chain is not asked: PySide takes each widget of it for a child of the one before,
and lets it go together with that one.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSplitter, QWidget


def stops(whole: QWidget) -> Iterator[QWidget]:
    """What Tab can reach now in a part of the window, the part itself included, in order."""
    if not whole.isVisible() or not whole.isEnabled():
        return
    # What stands for another widget, as the line of a combo box does, is reached as that one.
    if whole.focusPolicy() & Qt.FocusPolicy.TabFocus and whole.focusProxy() is None:
        yield whole
    for part in _parts(whole):
        if not part.isWindow():
            yield from stops(part)


def next_stop(whole: QWidget, forward: bool) -> QWidget | None:
    """Where Tab, or Shift and Tab, leads in a part of the window; None where something else has the keyboard."""
    found, focus = list(stops(whole)), whole.window().focusWidget()
    if focus is None or focus not in found:
        return None
    return found[(found.index(focus) + (1 if forward else -1)) % len(found)]


def _parts(whole: QWidget) -> list[QWidget]:
    """What stands in a widget: what is in its layout, then what lies above that."""
    if isinstance(whole, QSplitter):
        return [part for place in range(whole.count()) if (part := whole.widget(place)) is not None]
    layout = whole.layout()
    placed = list(_placed(layout)) if layout is not None else []
    known = set(placed)
    return placed + [part for part in whole.children() if isinstance(part, QWidget) and part not in known]


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (None, None) if item is None else (item.widget(), item.layout())
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)
