"""Preferences of the person on this computer. They take effect at once; nothing has to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QStyle, QWidget

from mainstreamer.language import SHIPPED
from mainstreamer.language.language import NATIVE_NAMES
from mainstreamer.settings import Settings
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.cell_text import cell_lines
from mainstreamer.ui.widgets.fitting_dialog import FittingDialog
from mainstreamer.ui.widgets.form_field import FormField, StillCombo
from mainstreamer.ui.widgets.institution_box import InstitutionBox
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.paused_text import PAUSE_MS

THEMES = ("system", *theme.THEMES)
SIZES = tuple(range(100, 201, 10))
_BESIDE, _LINES = 16, 3
"""Pixels at 100 % around a box and its words; the lines that these may take."""


class PreferencesDialog(FittingDialog):
    """Shows settings and tells each change of them; whoever listens applies and keeps them."""

    changed = Signal(object)
    """The Settings as they are now."""

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, offered: Mapping[str, str] | None = None
    ) -> None:
        """`offered` are names of institutions to choose from, by what is shown of them."""
        super().__init__(440, parent)
        self.settings = settings
        self._heading, self._note = label("title"), label("muted", wrap=True)
        self.language, self.colours, self.text_size = StillCombo(), StillCombo(), StillCombo()
        self.person, self.institution = QLineEdit(settings.person), InstitutionBox(settings.institution, offered)
        self.notes = QCheckBox()
        self.notes.setChecked(settings.notes)
        self.close_button = button("primary")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._fields = [
            FormField(part) for part in (self.language, self.colours, self.text_size, self.person, self.institution)
        ]
        self._lay_out()
        self.retranslate()
        self._connect()

    def _lay_out(self) -> None:
        self.content.setSpacing(GAP)
        for widget in (self._heading, self._note, *self._fields, self.notes):
            self.content.addWidget(widget)
        self.add_buttons(self.close_button)
        self.language.setFocus()

    def _connect(self) -> None:
        for combo in (self.language, self.colours, self.text_size):
            combo.activated.connect(self._on_chosen)
        for line in (self.person, self.institution.line):
            line.textEdited.connect(self._on_typed)
            line.editingFinished.connect(self.commit)
        self.institution.activated.connect(self._on_picked)
        self.notes.toggled.connect(self._on_notes_toggled)
        self._timer.timeout.connect(self.commit)
        self.close_button.clicked.connect(self.accept)

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        settings = self.settings
        self.setWindowTitle(t("Preferences"))
        self._heading.setText(t("Preferences"))
        self._note.setText(t("They apply to you on this computer and take effect at once."))
        languages = {"": t("As on this computer"), **{code: NATIVE_NAMES[code] for code in SHIPPED}}
        themes = {
            "system": t("As on this computer"),
            "light": t("Light"),
            "dark": t("Dark"),
            "contrast": t("High contrast"),
        }
        sizes = {size: t("{number} %", number=size) for size in sorted({*SIZES, settings.text_size})}
        _offer(self.language, languages, settings.language)
        _offer(self.colours, themes, settings.theme)
        _offer(self.text_size, sizes, settings.text_size)
        names = (
            t("Language of the window"),
            t("Colours"),
            t("Size of the text"),
            t("Your name"),
            t("Your institution"),
        )
        hint = t("Name and institution stand in the history of a plan beside your changes. Both may be blank.")
        helps = ("", "", "", "", hint)
        for field, name, help_ in zip(self._fields, names, helps, strict=True):
            field.set_words(name, help_)
        self.notes.setAccessibleName(t("Show a note on a page that is seen for the first time"))
        self._break_line()
        self.close_button.setText(t("Close"))

    def fit(self) -> None:
        self._break_line()
        super().fit()

    def _break_line(self) -> None:
        """The words beside the box stand in lines where the screen is narrow: boxes break no lines themselves."""
        style, metric, said = self.notes.style(), QStyle.PixelMetric, self.notes.accessibleName()
        beside = style.pixelMetric(metric.PM_IndicatorWidth, None, self.notes) + theme.current().px(_BESIDE)
        self.notes.setText("\n".join(cell_lines(said, self.notes.font(), self.line_room() - beside, _LINES)))

    def commit(self) -> None:
        """Tell what is chosen and typed, if it differs from what was told before."""
        self._timer.stop()
        now = replace(
            self.settings,
            language=str(self.language.currentData()),
            theme=str(self.colours.currentData()),
            text_size=int(self.text_size.currentData()),
            person=self.person.text().strip(),
            institution=self.institution.text(),
            notes=self.notes.isChecked(),
            # Whoever wants notes again wants those seen before as well.
            notes_seen=self.settings.notes_seen if self.settings.notes else (),
        )
        if now != self.settings:
            self.settings = now
            self.changed.emit(now)

    def done(self, result: int) -> None:
        """Closing loses nothing that was typed."""
        self.commit()
        super().done(result)

    def _on_chosen(self, _row: int) -> None:
        self.commit()
        self.retranslate()
        self.fit()

    def _on_picked(self, _row: int) -> None:
        self.commit()

    def _on_notes_toggled(self, _on: bool) -> None:
        self.commit()

    def _on_typed(self, _text: str) -> None:
        self._timer.start()


def _offer(combo: StillCombo, choices: dict[str, str] | dict[int, str], chosen: str | int) -> None:
    combo.blockSignals(True)
    combo.clear()
    for code, name in choices.items():
        combo.addItem(name, code)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)
