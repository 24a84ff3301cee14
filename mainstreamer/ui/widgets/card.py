"""A card of the overview: a title, what explains it or leads on, and a picture or list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.spacing import CARD_EDGE, CARD_SIDE, GAP, WIDE_GAP
from mainstreamer.ui.widgets.labels import label
from mainstreamer.ui.widgets.legend import Legend


class Card(QFrame):
    """A title, what explains it or leads on at its end, and the content; or a sentence where there is none."""

    def __init__(self, content: QWidget, aside: QWidget) -> None:
        super().__init__()
        theme.look(self, "card")
        self._content, self._aside, self._none = content, aside, ""
        self._title, self._nothing = label("strong"), label("muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(WIDE_GAP if isinstance(aside, Legend) else GAP)
        head.addWidget(self._title)
        head.addWidget(aside, 1 if isinstance(aside, Legend) else 0)
        if not isinstance(aside, Legend):
            head.insertStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_SIDE, CARD_EDGE, CARD_SIDE, CARD_EDGE)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(content, 1)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        self._nothing.hide()
        self._aside.setVisible(isinstance(aside, Legend))

    @property
    def more(self) -> QPushButton:
        """The button that leads to all of it. Raises TypeError where a legend stands instead."""
        if not isinstance(self._aside, QPushButton):
            raise TypeError(type(self._aside).__name__)
        return self._aside

    def stops(self) -> list[QWidget]:
        """Where Tab stops."""
        return [self._content] if isinstance(self._aside, Legend) else [self._content, self._aside]

    def set_words(self, title: str, nothing: str) -> None:
        self._title.setText(title)
        self._none = nothing
        self._nothing.setText(nothing)

    def set_more(self, text: str) -> None:
        self.more.setText(text)
        self.more.setAccessibleName(f"{self._title.text()}: {text}")
        self.more.setVisible(not self._content.isHidden())

    def show_waiting(self, text: str) -> None:
        """Say that the content is still worked out."""
        self._content.hide()
        self._aside.setVisible(isinstance(self._aside, Legend))
        self._nothing.setText(text)
        self._nothing.show()

    def show_content(self, is_there: bool) -> None:
        """Show the content, or the sentence that there is none."""
        self._nothing.setText(self._none)
        self._content.setVisible(is_there)
        self._nothing.setVisible(not is_there)
        if isinstance(self._aside, QPushButton):
            self._aside.setVisible(is_there)
