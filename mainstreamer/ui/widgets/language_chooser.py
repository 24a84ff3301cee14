"""In which language the texts of a checklist are written, and how far each language has come."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.language_names import CODE, both_names, known_codes, native_name
from mainstreamer.ui.spacing import WIDE_GAP
from mainstreamer.ui.widgets.bar_layout import bar
from mainstreamer.ui.widgets.form_field import FormField, StillCombo
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.search_combo import SearchCombo

WIDEST = 240
"""Pixels at 100 % of the list of languages, whatever they are called."""


class LanguageChooser(QWidget):
    """Languages with their own names and the share of texts they have; one more can be added."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.caption, self.combo, self.more = label("note"), StillCombo(), button("link")
        self.combo.setSizeAdjustPolicy(StillCombo.SizeAdjustPolicy.AdjustToContents)
        self.combo.setMinimumContentsLength(14)
        self.combo.setMaximumWidth(theme.current().px(WIDEST))
        self.caption.setBuddy(self.combo)
        row = bar(self)
        for part in (self.caption, self.combo):
            row.addWidget(part)
        row.add_trailing(self.more)
        self._codes: tuple[str, ...] = ()
        self._shares: dict[str, int] = {}
        self.combo.activated.connect(self._on_activated)
        self.more.clicked.connect(self._on_more_clicked)
        self.retranslate()

    @property
    def code(self) -> str:
        return str(self.combo.currentData() or "")

    def show_languages(self, codes: tuple[str, ...], chosen: str) -> None:
        """Offer these languages, with this one chosen."""
        if codes != self._codes:
            self._codes = codes
            self.combo.clear()
            for code in codes:
                self.combo.addItem(native_name(code), code)
        self.combo.setCurrentIndex(codes.index(chosen))
        self._say()

    def show_shares(self, shares: Mapping[str, int]) -> None:
        """Say how much is written in each language, in percent of all texts."""
        self._shares.update(shares)
        self._say()

    def _say(self) -> None:
        for row, code in enumerate(self._codes):
            percent = self._shares.get(code)
            said = "" if percent is None else f"  {words().number(percent)}{chr(0xA0)}%"
            self.combo.setItemText(row, f"{native_name(code)}{said}")
        percent = self._shares.get(self.code)
        said = "" if percent is None else t("{percent} % of the texts are there", percent=words().number(percent))
        self.combo.setToolTip(said)
        self.combo.setAccessibleDescription(said)
        self.updateGeometry()

    def retranslate(self) -> None:
        self.caption.setText(t("Language of the texts"))
        self.combo.setAccessibleName(t("Language of the texts"))
        self.more.setText(t("Add a language …"))
        self.more.setIcon(icons.icon("translate", "accent"))
        self._say()

    def _on_activated(self, _row: int) -> None:
        self.chosen.emit(self.code)

    def _on_more_clicked(self) -> None:
        dialog = AddLanguageDialog(self)
        dialog.taken.connect(self.chosen)
        dialog.open()


class AddLanguageDialog(QDialog):
    """A language by name or code."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Add a language"))
        self.combo = SearchCombo()
        self.combo.set_choices((code, both_names(code)) for code in known_codes())
        self.combo.setMinimumWidth(theme.current().px(320))
        self.field = FormField(self.combo)
        self.field.set_words(
            t("Language"), t("Type its name or its code, such as ro. What is not translated yet is shown in English.")
        )
        self.buttons = QDialogButtonBox()
        self.take, self.leave = button("primary"), button()
        self.take.setText(t("Add"))
        self.leave.setText(t("Cancel"))
        self.buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.leave, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.setSpacing(WIDE_GAP)
        column.addWidget(self.field)
        column.addWidget(self.buttons)
        self.take.setDefault(True)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self.combo.setFocus()

    def _on_accepted(self) -> None:
        self.combo.take_only()
        typed = self.combo.text()
        code = self.combo.code() or (typed if CODE.fullmatch(typed) else "")
        if not code:
            self.field.set_problem(
                t(
                    "There is no language of that name. Choose one from the list, or type a code of two or three letters."
                )
            )
            return
        self.taken.emit(code)
        self.accept()
