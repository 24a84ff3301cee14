"""A line that asks, once, whose the changes are, as soon as somebody changed something. It takes room of its own and waits for
nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import CARD_SIDE, GAP, SMALL
from mainstreamer.ui.widgets.labels import button, label

NAME = "name"
"""Its name among the notes that a person has seen."""
READ_ONLY = ("overview",)
"""Pages on which nothing can be changed: the line would only take their room."""


class NameNote(QFrame):
    """Shown from the first change on, until a name or an institution is given, or the line is put away."""

    name_wanted = Signal()
    """A person wants to give a name."""
    seen = Signal(str)
    """The line was put away and is not to be shown again."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._icon, self.text = QLabel(), label("", wrap=True)
        self._icon.setPixmap(icons.pixmap("user", "accent", 18))
        self.name_button, self.close_button = button(), button("link")
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_SIDE, SMALL, CARD_SIDE, SMALL)
        row.setSpacing(GAP)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.name_button)
        row.addWidget(self.close_button)
        self.name_button.clicked.connect(self.name_wanted)
        self.close_button.clicked.connect(self._on_close_clicked)
        theme.look(self, "strip")
        self._page = ""
        self._changed = False
        session.changed.connect(self._on_changed)
        self.retranslate()

    def show_for(self, page: str) -> None:
        """Show the line above a page where something can be changed."""
        self._page = page
        self.setVisible(self._is_wanted())

    def _is_wanted(self) -> bool:
        settings = self._session.settings
        named = settings.person or settings.institution or NAME in settings.notes_seen
        before_a_room = self.window().isFullScreen()
        changeable = self._session.document.writable and self._page not in ("", *READ_ONLY)
        return self._changed and not named and changeable and not before_a_room

    def retranslate(self) -> None:
        """Say everything in the language spoken now, and hide when there is a name."""
        self.setAccessibleName(t("Note"))
        self.text.setText(t("Your name is not recorded with your changes."))
        self.name_button.setText(t("Enter your name and institution …"))
        self.close_button.setText(t("Not now"))
        self.close_button.setToolTip(t("The history shows no name. The menu, Preferences, changes that at any time."))
        if not self._is_wanted():
            self.hide()

    def _on_changed(self, _change: object) -> None:
        if not self._changed:
            self._changed = True
            self.show_for(self._page)

    def _on_close_clicked(self) -> None:
        self.hide()
        self.seen.emit(NAME)
