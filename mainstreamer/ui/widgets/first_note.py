"""A small note above a page the first time one sees it. It takes room of its own and covers nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, SMALL
from mainstreamer.ui.widgets.labels import button, frame, label

NO_ROOM = 180
"""From this text size on, in percent, a note would take the room of what it speaks of."""
LEAST_HEIGHT = 560
"""So does it in a window lower than this, in pixels at 100 %."""
STEP, REGISTER, POPULATION, ACTIONS, READINESS = "step", "register", "population", "actions", "readiness"


class FirstNote(QFrame):
    """Says in a few sentences what a page is for. Leaving the page or closing the note is the end of it."""

    seen = Signal(str)
    """The note of that name has been read and is not to be shown again."""
    unwanted = Signal()
    """The person wants no more notes."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.name = ""
        """Which note is shown; empty for none."""
        self._card = frame("hint")
        self._icon, self.text = QLabel(), label("", wrap=True)
        self._icon.setPixmap(icons.pixmap("lightbulb", "accent", 18))
        self.close_button, self.never_button = button(), button("link")
        row = QHBoxLayout(self._card)
        row.setContentsMargins(GAP, SMALL, SMALL, SMALL)
        row.setSpacing(GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        row.addWidget(self.never_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_SIDE, GAP, PAGE_SIDE, 0)
        column.addWidget(self._card)
        self.close_button.clicked.connect(self.dismiss)
        self.never_button.clicked.connect(self._on_never_clicked)
        theme.look(self, "plain")
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.close_button.setText(t("Understood"))
        self.never_button.setText(t("Don't show notes"))
        self.setAccessibleName(t("Note"))
        self._say()

    def show_for(self, page: str, tab: str) -> None:
        """Show the note of a page, or of a tab of it, unless it was seen before."""
        wanted = note_of(page, tab)
        settings = self._session.settings
        if wanted == self.name:
            return
        if self.name:
            self.dismiss()
        if wanted and settings.notes and wanted not in settings.notes_seen and self._has_room():
            self.name = wanted
            self._say()
            self.show()

    def _has_room(self) -> bool:
        look = theme.current()
        return look.size < NO_ROOM and self.window().height() >= look.px(LEAST_HEIGHT)

    def dismiss(self) -> None:
        """Hide the note for good."""
        name, self.name = self.name, ""
        was_seen = self.isVisible()
        self.hide()
        if name and was_seen:
            self.seen.emit(name)

    def _on_never_clicked(self) -> None:
        self.dismiss()
        self.unwanted.emit()

    def _say(self) -> None:
        if self.name:
            self.text.setText(_text(self.name))
            self.text.setAccessibleName(self.text.text())


def note_of(page: str, tab: str) -> str:
    """The name of the note that belongs to a page or a tab; empty for none."""
    if page.isdecimal():
        if tab in ("", "checklist"):
            return STEP
        return POPULATION if tab == "population_table" else "" if tab == "frame" else REGISTER
    return page if page in (ACTIONS, READINESS) else ""


def _text(name: str) -> str:
    if name == STEP:
        return t("Each item says what No, Partly and Yes mean; after No and Partly it offers actions.")
    if name == REGISTER:
        return t(
            "Type into the table, or paste rows copied in Excel. "
            "The form shows all fields of the row chosen, beside the table and beside a picture of it."
        )
    if name == POPULATION:
        return t(
            "Paste the table as the statistics office sent it. "
            "Doubtful figures are listed below it, and indicators stand beside it."
        )
    if name == ACTIONS:
        return t(
            "Each action needs one lead institution, quarters, a cost and an indicator. "
            "The totals add up what the filters let through."
        )
    return t(
        "Here is what is still missing before the plan can be adopted. "
        "Choose a line to read it; Enter or a double click leads to its field."
    )
