"""One text of an item in a plan's own words, with the original beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mainstreamer.operations.own_items import Wording
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.language_names import language_name
from mainstreamer.ui.spacing import GAP, SMALL
from mainstreamer.ui.widgets.labels import button, chip, frame, label
from mainstreamer.ui.widgets.paused_text import PausedText

EDGE = 12
"""Pixels from the edge of the original to its text, as in the field beside it."""
BESIDE = 520
"""From this width on, in pixels at 100 %, the original stands beside the field, below it above the field."""


class WordingField(QWidget):
    """Name, original and field; says whether the text is the original, reworded, or waits for a translation."""

    settled = Signal(str, str)
    """The name of the text and what a person wrote. Blank is only told on leaving: who clears a field means to type anew."""
    restore_wanted = Signal(str)
    keep_wanted = Signal(str)

    def __init__(self, name: str, writable: bool) -> None:
        super().__init__()
        self.name = name
        self.wording = Wording("")
        self._writable = writable
        self._shown: tuple[str, str] | None = None
        """Item and language of the text shown."""
        self._title = ""
        self.title, self.mark = label("fieldname"), chip("accent")
        self.restore, self.keep = button("link"), button("link")
        self.original_box, self.original_of, self.original = frame("inset"), label("note"), label(wrap=True)
        self.own_of = label("note")
        self.original.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.original.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(self.original_box)
        inside.setContentsMargins(EDGE, GAP, EDGE, GAP)
        inside.addWidget(self.original)
        inside.addStretch(1)
        self.field = PausedText(least_lines=2)
        self.field.setReadOnly(not writable)
        self.title.setBuddy(self.field)
        self.field.settled.connect(self._on_settled)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.title)
        head.addWidget(self.mark)
        head.addStretch(1)
        head.addWidget(self.keep)
        head.addWidget(self.restore)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(SMALL)
        self._beside: bool | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addLayout(self._grid)
        self._arrange(True)

    @property
    def buttons(self) -> tuple[QPushButton, QPushButton]:
        return self.keep, self.restore

    def show_wording(self, place: tuple[str, str], title: str, wording: Wording) -> None:
        """Show how a text stands; `place` is item and language. What is being typed at the same place stays."""
        self._title, self.wording = title, wording
        if place == self._shown:
            self.field.refresh_text(wording.text)
        else:
            self._shown = place
            self.field.set_text(wording.text)
        self._say()

    def _say(self) -> None:
        wording = self.wording
        self.title.setText(self._title)
        for part in (self.original_of, self.original_box, self.own_of):
            part.setVisible(bool(wording.original))
        self._arrange(self.width() >= theme.current().px(BESIDE))
        self.original.setText(wording.original)
        here = self._shown is None or wording.original_in == self._shown[1]
        language = language_name(wording.original_in)
        self.original_of.setText(t("Original") if here else t("In {language}", language=language))
        written = "" if self._shown is None else language_name(self._shown[1])
        self.own_of.setText(t("Your text") if here else t("In {language}", language=written))
        waits = wording.is_translation and not wording.text
        said = t("reworded") if wording.changed else t("not translated yet") if waits else ""
        if wording.elsewhere:
            said = t("reworded in another language: {language}", language=language_name(wording.elsewhere))
        self.mark.setText(said)
        theme.chip(self.mark, "accent" if wording.changed else "warning")
        self.mark.setVisible(bool(said))
        self.field.setPlaceholderText(t("Write this text in the language chosen above") if waits else "")
        self.field.setAccessibleName(self._title)
        described = f"{self.original_of.text()}: {wording.original}" if wording.original else ""
        self.field.setAccessibleDescription(". ".join(part for part in (said, described) if part))
        for made, text, wanted in (
            (self.restore, t("Back to the original"), wording.changed),
            (self.keep, t("Keep this text"), bool(wording.elsewhere)),
        ):
            made.setText(text)
            made.setAccessibleName(f"{text}: {self._title}")
            made.setVisible(wanted and self._writable)
        self.keep.setToolTip(
            t("Until the text is reworded here as well, people read the one reworded in the other language.")
        )

    @property
    def holds_more(self) -> bool:
        """Whether something was typed that the plan did not take."""
        return self._writable and self.field.toPlainText().strip() != self.wording.text.strip()

    def commit(self) -> None:
        """Hand over what is being typed, a blank too."""
        text = self.field.toPlainText()
        if not text.strip() and text != self.wording.text and self._shown is not None:
            self._hand_over(text)
        else:
            self.field.commit()

    def _on_settled(self, text: str) -> None:
        if text.strip() or not self.field.hasFocus():
            self._hand_over(text)

    def _hand_over(self, text: str) -> None:
        self.settled.emit(self.name, text)
        if not text.strip():
            # The original has come back, or the field is blank in the plan too.
            self.field.set_text(self.wording.text)

    def _on_restore_clicked(self) -> None:
        self.field.setFocus()
        self.restore_wanted.emit(self.name)

    def _on_keep_clicked(self) -> None:
        self.field.setFocus()
        self.keep_wanted.emit(self.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width() >= theme.current().px(BESIDE))

    def _arrange(self, wide: bool) -> None:
        beside = wide and bool(self.wording.original)
        if beside == self._beside:
            return
        self._beside = beside
        for part in (self.original_of, self.original_box, self.own_of, self.field):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.original_of, 0, 0)
        self._grid.addWidget(self.original_box, 1, 0, Qt.AlignmentFlag.AlignTop)
        if beside:
            self._grid.addWidget(self.own_of, 0, 1)
            self._grid.addWidget(self.field, 1, 1, Qt.AlignmentFlag.AlignTop)
        else:
            self._grid.addWidget(self.own_of, 2, 0)
            self._grid.addWidget(self.field, 3, 0)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if beside or column == 0 else 0)
