"""Asks before what was ticked and decided about one workbook is given up for another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mainstreamer.ui.i18n import t
from mainstreamer.ui.widgets.fitting_dialog import FittingDialog
from mainstreamer.ui.widgets.labels import button, label


class AnotherWorkbook(FittingDialog):
    """Accepted when the other workbook is to be read."""

    def __init__(self, here: str, other: str, parent: QWidget | None = None) -> None:
        super().__init__(480, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Import a workbook"))
        heading, text = label("heading", wrap=True), label(wrap=True)
        heading.setText(t("“{name}” is not imported yet", name=here))
        text.setText(
            t(
                "Reading “{name}” puts it aside, with what you ticked and decided. Nothing of it is in the plan; the file "
                "stays where it is.",
                name=other,
            )
        )
        self.content.addWidget(heading)
        self.content.addWidget(text)
        self.stay_button, self.go_button = button(), button("primary")
        self.stay_button.setText(t("Go on with the first"))
        self.go_button.setText(t("Read the other"))
        self.stay_button.clicked.connect(self.reject)
        self.go_button.clicked.connect(self.accept)
        self.add_buttons(self.stay_button, self.go_button)
        self.go_button.setFocus()
        self.setAccessibleName(heading.text())
