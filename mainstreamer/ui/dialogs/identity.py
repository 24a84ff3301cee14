"""Asks who is working, so that the history of a plan can say so."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.fitting_dialog import FittingDialog
from mainstreamer.ui.widgets.form_field import FormField
from mainstreamer.ui.widgets.institution_box import InstitutionBox
from mainstreamer.ui.widgets.labels import button, label


class IdentityDialog(FittingDialog):
    """Two lines that may stay blank. Closing it any other way than by "Continue" leaves everything as it was."""

    chosen = Signal(str, str)
    """Name and institution."""

    def __init__(
        self,
        person: str = "",
        institution: str = "",
        parent: QWidget | None = None,
        offered: Mapping[str, str] | None = None,
    ) -> None:
        """`offered` are names of institutions to choose from, by what is shown of them."""
        super().__init__(440, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.person, self.institution = QLineEdit(person), InstitutionBox(institution, offered)
        self.cancel_button, self.go_on_button = button(), button("primary")
        self._heading, self._note = label("title"), label("muted", wrap=True)
        self._fields = (FormField(self.person), FormField(self.institution))
        self.content.setSpacing(GAP)
        for widget in (self._heading, self._note, *self._fields):
            self.content.addWidget(widget)
        self.add_buttons(self.cancel_button, self.go_on_button)
        self.cancel_button.clicked.connect(self.reject)
        self.go_on_button.clicked.connect(self.accept)
        self.retranslate()
        self.person.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.setWindowTitle(t("Who is working?"))
        self._heading.setText(t("Who is working?"))
        self._note.setText(t("The history of the plan keeps this beside each change. You may leave both blank."))
        self._fields[0].set_words(t("Your name"))
        self._fields[1].set_words(t("Your institution"))
        self.cancel_button.setText(t("Cancel"))
        self.go_on_button.setText(t("Continue"))

    def accept(self) -> None:
        """Tell name and institution, and close."""
        self.chosen.emit(self.person.text().strip(), self.institution.text())
        super().accept()
