"""A column in the middle of a page that scrolls where the screen is small."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from mainstreamer.ui.spacing import BREAK


def centred(inner: QWidget) -> QScrollArea:
    """A scroll area that shows a widget in its middle; what the focus goes to is scrolled into sight."""
    ground = QWidget()
    ground.setObjectName("ground")
    row = QHBoxLayout(ground)
    row.setContentsMargins(BREAK, 0, BREAK, 0)
    row.setSpacing(0)
    row.addStretch(1)
    row.addWidget(inner, 100)
    row.addStretch(1)
    area = QScrollArea()
    area.setObjectName("ground")
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(ground)
    return area
