"""Asks for the name of something that a person keeps: a view of a table, a preset of the workbook."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import GAP, PAGE_SIDE, WIDE_GAP
from mainstreamer.ui.widgets.form_field import FormField
from mainstreamer.ui.widgets.labels import button

LONGEST = 60


@dataclass(frozen=True)
class NameWords:
    """What is said: above, beside and below the line; `taken` where a name cannot be had, `replaced` where it takes the place
    of another."""

    title: str
    label: str
    help: str
    taken: str
    replaced: str


class NameDialog(QDialog):
    """A line for a name."""

    named = Signal(str)

    def __init__(
        self,
        words: NameWords,
        taken: Collection[str],
        name: str,
        parent: QWidget,
        rename: bool = False,
        reserved: Collection[str] = (),
    ) -> None:
        """`taken` are names of others: saving under one of them replaces it, renaming to one is refused. `reserved` ones are
        always refused."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words, self._rename = words, rename
        self._taken, self._reserved = ({one.casefold() for one in names} for names in (taken, reserved))
        self.setWindowTitle(words.title)
        self.line = QLineEdit(name)
        self.line.setMaxLength(LONGEST)
        self.line.selectAll()
        self.field = FormField(self.line)
        self.field.set_words(words.label, self._help())
        self.line.textChanged.connect(self._on_changed)
        self.cancel, self.ok = button(), button("primary")
        self.cancel.setText(t("Cancel"))
        self.ok.setText(t("Rename") if rename else t("Save"))
        self.ok.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.ok.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, WIDE_GAP, PAGE_SIDE, WIDE_GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.field)
        layout.addLayout(foot)
        self.resize(theme.current().px(440), self.sizeHint().height())
        self._on_changed()
        self.line.setFocus()

    def _help(self) -> str:
        return "" if self._rename else self._words.help

    def _name(self) -> str:
        return " ".join(self.line.text().split())

    def _on_changed(self, *_: object) -> None:
        name = self._name().casefold()
        taken = name in self._taken
        refused = name in self._reserved or (taken and self._rename)
        self.field.set_problem(self._words.taken if refused else "")
        self.field.set_help(self._words.replaced if taken else self._help())
        self.ok.setEnabled(bool(name) and not refused)

    def accept(self) -> None:
        if self.ok.isEnabled():
            self.named.emit(self._name())
            super().accept()
