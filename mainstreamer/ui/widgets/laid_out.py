"""Several parts shown or hidden in one go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(*around: QWidget) -> Iterator[None]:
    """Have these widgets, the inner ones first, lay out their parts once, at the end, whatever is shown in them meanwhile.

    Each part that comes up has all layouts around it worked out anew, up to the window: twenty buttons of a toolbar then
    cost twenty layouts of it.
    """
    waiting = []
    for widget in around:
        layout = widget.layout()
        if layout is not None and layout.isEnabled() and widget.isVisible():
            layout.setEnabled(False)
            waiting.append(layout)
    try:
        yield
    finally:
        for layout in waiting:
            layout.setEnabled(True)
        for layout in waiting:
            layout.activate()
