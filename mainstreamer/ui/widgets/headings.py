"""Headings of lists: whole where there is room, and ending in "…" where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView


def end_in_dots(header: QHeaderView) -> None:
    """Headings that are cut say so."""
    header.setTextElideMode(Qt.TextElideMode.ElideRight)


def heading_width(header: QHeaderView, section: int) -> int:
    """The width in which a heading stands whole, in its own font and with its margins."""
    view = header.parentWidget()
    if view is not None:
        # Its list comes first: one whose heading is polished before it keeps the rows of the font before.
        view.ensurePolished()
    header.ensurePolished()
    return header.sectionSizeHint(section)
