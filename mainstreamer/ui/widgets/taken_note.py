"""A line about the workbook that was taken in, with the ways to its first change and back. It takes room of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import n, t
from mainstreamer.ui.spacing import CARD_SIDE, GAP, SMALL
from mainstreamer.ui.widgets.labels import button, label

if TYPE_CHECKING:
    from mainstreamer.ui.workbook_coming_back import Taken


class TakenNote(QFrame):
    """Shown until it is closed, or until something else is put: from then on, undo is about that."""

    undo_wanted = Signal()
    go_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.taken: Taken | None = None
        theme.look(self, "strip")
        self._icon, self.text = QLabel(), label("", wrap=True)
        self._icon.setPixmap(icons.pixmap("check-circle", "good", 18))
        self.go_button, self.undo_button, self.close_button = button(), button(), button("link")
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_SIDE, SMALL, CARD_SIDE, SMALL)
        row.setSpacing(GAP)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        for press in (self.go_button, self.undo_button, self.close_button):
            row.addWidget(press)
        self.go_button.clicked.connect(self.go_wanted)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()
        self.retranslate()

    def show_taken(self, taken: Taken) -> None:
        """Say what was taken in."""
        self.taken = taken
        self.retranslate()
        self.show()

    def dismiss(self) -> None:
        self.taken = None
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.setAccessibleName(t("Note"))
        self.go_button.setText(t("Go to the first change"))
        self.undo_button.setText(t("Undo"))
        self.close_button.setText(t("Close"))
        taken = self.taken
        if taken is None:
            return
        self.go_button.setVisible(taken.first is not None)
        said = n(
            "{n} change of “{file}” is in the plan now.",
            "{n} changes of “{file}” are in the plan now.",
            taken.count,
            file=taken.file,
        )
        if taken.open:
            said = f"{said} {n('{n} conflict stays open.', '{n} conflicts stay open.', taken.open)}"
        self.text.setText(said)
        self.text.setAccessibleName(said)
