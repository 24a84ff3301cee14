"""Asks which column of a pasted table is women, which is men and which is the total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from mainstreamer.domain.demography_checks import COLUMNS
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.spacing import GAP, SMALL
from mainstreamer.ui.widgets.labels import label

CHOICES = (*COLUMNS, "")
"""What a column of numbers can be; the last is to leave it out."""


class PopulationColumns(QWidget):
    """A line of radio buttons for each column of numbers; no name is given twice."""

    named = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = label("strong", wrap=True)
        self._box = QWidget()
        self._groups: list[QButtonGroup] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SMALL)
        self._layout.addWidget(self._question)
        self._layout.addWidget(self._box)

    def ask(self, numbers: Sequence[Sequence[Decimal]], total: int | None) -> None:
        """Ask about columns with these first numbers; `total` is the one that is known to be the total."""
        self._layout.removeWidget(self._box)
        self._box.deleteLater()
        self._box = QWidget()
        self._groups = []
        self._question.setText(t("Which column is which?"))
        grid = QGridLayout(self._box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(SMALL)
        for place, first in enumerate(numbers):
            self._add_line(grid, place, first)
            if total is not None:
                self._groups[place].button(CHOICES.index("total")).setChecked(place == total)
        grid.setColumnStretch(len(CHOICES) + 1, 1)
        self._layout.addWidget(self._box)

    def _add_line(self, grid: QGridLayout, place: int, first: Sequence[Decimal]) -> None:
        shown = "; ".join(words().number(number) for number in first)
        name = t("Column {number}: {numbers} …", number=place + 1, numbers=shown)
        said = QLabel(name)
        said.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(said, place, 0)
        group = QButtonGroup(self._box)
        for code, choice in enumerate(CHOICES):
            radio = QRadioButton(words().word("demography", "column", choice) if choice else t("leave out"))
            radio.setAccessibleName(f"{name} {radio.text()}")
            group.addButton(radio, code)
            grid.addWidget(radio, place, code + 1)
        group.idToggled.connect(self._on_toggled)
        self._groups.append(group)

    def names(self) -> tuple[str, ...] | None:
        """The names given, or None until every column has one and women, men or total are there."""
        ids = [group.checkedId() for group in self._groups]
        if not ids or any(code < 0 for code in ids) or all(CHOICES[code] == "" for code in ids):
            return None
        return tuple(CHOICES[code] for code in ids)

    def _on_toggled(self, code: int, checked: bool) -> None:
        """A name moves to the column it was given last; the other name of two sexes follows by itself."""
        if not checked:
            return
        here = next((group for group in self._groups if group is self.sender()), None)
        for group in self._groups:
            if group is not here and CHOICES[code] and group.checkedId() == code:
                group.setExclusive(False)
                group.button(code).setChecked(False)
                group.setExclusive(True)
        self._follow()
        self.named.emit()

    def _follow(self) -> None:
        open_groups = [group for group in self._groups if group.checkedId() < 0]
        taken = {CHOICES[group.checkedId()] for group in self._groups if group.checkedId() >= 0}
        left = [name for name in ("women", "men") if name not in taken]
        if len(open_groups) == 1 and len(left) == 1 and len(self._groups) < 4:
            open_groups[0].button(CHOICES.index(left[0])).setChecked(True)
