"""What this program is, on what it stands, and where a person's files are."""

from __future__ import annotations

import platform
from importlib import metadata
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mainstreamer import __version__
from mainstreamer.paths import backup_folder, log_folder, plans_folder
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import GAP, WIDE_GAP
from mainstreamer.ui.widgets.fitting_dialog import FittingDialog
from mainstreamer.ui.widgets.labels import button, frame, label

LICENCE = "Apache-2.0"
LIBRARIES = (
    ("PySide6_Essentials", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("openpyxl", "MIT"),
    ("platformdirs", "MIT"),
    ("pyqtgraph", "MIT"),
    ("numpy", "BSD-3-Clause"),
)
"""Libraries that the program uses, with the licence under which each is used."""


class AboutDialog(FittingDialog):
    """Version, licence, source of the method, folders, libraries; all of it can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(600, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name, self._version = label("title"), label("muted")
        self._what, self._source = label("", wrap=True), label("muted", wrap=True)
        self._folders_title, self._libraries_title = label("heading"), label("heading")
        self._libraries = label("note", wrap=True)
        self.lists_button, self.copy_button, self.close_button = button(), button(), button("primary")
        self.folders: dict[str, tuple[QLabel, QLabel, QPushButton]] = {}
        self._lay_out()
        self.lists_button.clicked.connect(self._on_lists_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.close_button.clicked.connect(self.accept)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = self.content
        for part in (self._name, self._version, self._what, self._source):
            layout.addWidget(part)
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        inside.setSpacing(GAP)
        inside.addWidget(self._folders_title)
        inside.addLayout(self._folder_rows())
        layout.addSpacing(GAP)
        layout.addWidget(card)
        layout.addSpacing(GAP)
        layout.addWidget(self._libraries_title)
        layout.addWidget(self._libraries)
        self.add_buttons(self.lists_button, self.copy_button, self.close_button)
        chain = [
            *(press for _caption, _place, press in self.folders.values()),
            self.lists_button,
            self.copy_button,
            self.close_button,
        ]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self.close_button.setFocus()

    def _folder_rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE_GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(("plans", "backups", "log")):
            caption, place, press = label(), label("muted", wrap=True), button()
            place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            press.setAutoDefault(True)
            press.setProperty("folder", name)
            press.clicked.connect(self._on_open_clicked)
            for column, widget in enumerate((caption, place, press)):
                grid.addWidget(widget, row, column)
            self.folders[name] = (caption, place, press)
        return grid

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.setWindowTitle(t("About Mainstreamer"))
        self._name.setText("Mainstreamer")
        self._version.setText(t("Version {version} · licence {licence}", version=__version__, licence=LICENCE))
        self._what.setText(
            t(
                "A working tool for building migration into national, regional and local development plans: a checklist, "
                "registers, indicators and an action plan in Excel. It works without the internet and sends nothing anywhere."
            )
        )
        self._source.setText(
            t(
                "The checklist follows the second of six recommendations in the position paper that the International "
                "Organization for Migration prepared for the United Nations High-level Dialogue on International Migration "
                "and Development in 2013. Mainstreamer is not a product of that organisation."
            )
        )
        self._folders_title.setText(t("Where your files are"))
        names = {"plans": t("Plans"), "backups": t("Backups"), "log": t("Log")}
        for name, (caption, place, press) in self.folders.items():
            folder = _folder(name)
            caption.setText(names[name])
            place.setText(str(folder) if folder.is_dir() else t("{folder} (not there yet)", folder=str(folder)))
            press.setText(t("Open the folder"))
            press.setAccessibleName(t("Open the folder: {name}", name=names[name]))
            press.setEnabled(folder.is_dir())
            press.setToolTip("" if folder.is_dir() else t("This folder will be made when it is first needed."))
        self._libraries_title.setText(t("Made with"))
        self._libraries.setText(_libraries())
        self.lists_button.setText(t("Code lists …"))
        self.copy_button.setText(t("Copy the details"))
        self.close_button.setText(t("Close"))

    def details(self) -> str:
        """Everything that helps whoever is asked for help."""
        folders = [f"{caption.text()}: {place.text()}" for caption, place, _press in self.folders.values()]
        system = f"{platform.system()} {platform.release()}, {platform.machine()}"
        return "\n".join((f"Mainstreamer {__version__} ({LICENCE})", system, _libraries(), *folders))

    def _on_open_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(_folder(str(sender.property("folder"))))))

    def _on_lists_clicked(self) -> None:
        from mainstreamer.ui.dialogs.code_lists import CodeListsDialog

        CodeListsDialog(self).open()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
        self.copy_button.setText(t("Copied"))


def _folder(name: str) -> Path:
    return {"plans": plans_folder, "backups": backup_folder, "log": log_folder}[name]()


def _libraries() -> str:
    """Each library with its version, where that is known, and its licence."""
    parts = [f"Python {platform.python_version()} (PSF-2.0)"]
    for name, licence in LIBRARIES:
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            version = ""  # a packed program may carry no such records
        parts.append(f"{name.replace('_', ' ')} {version}".strip() + f" ({licence})")
    return " · ".join(parts)
