"""Which items of the checklist are listed: of which step, how they stand, with which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from mainstreamer.domain.own_checklist import STATES as ITEM_STATES
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.models.own_items_model import ItemLine, filter_name
from mainstreamer.ui.widgets.bar_layout import bar
from mainstreamer.ui.widgets.form_field import StillCombo
from mainstreamer.ui.widgets.segments import Segments

PAUSE_MS = 150
"""So long after the last key the text takes effect."""


class OwnItemsFilters(QWidget):
    """One bar of controls, and the field for words, which the page puts where it has room. `changed` tells that other items
    are wanted."""

    changed = Signal()
    STATES: ClassVar[tuple[str, ...]] = ("", *ITEM_STATES)
    """How items stand; an empty text for all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.state = ""
        self.step_box, self.states, self.text = StillCombo(), Segments(self.STATES), QLineEdit()
        self.step_box.set_letters(14)
        self.step_box.setMaxVisibleItems(12)
        self.states.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(theme.current().px(150))
        self._counts: dict[str, int] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        row = bar(self)
        row.addWidget(self.states)
        row.add_trailing(self.step_box)
        self.states.chosen.connect(self._on_state_chosen)
        self.step_box.activated.connect(self.changed)
        self.text.textChanged.connect(self._on_text_changed)
        self.states.show_choice("")

    @property
    def step(self) -> int:
        """The step whose items are wanted; 0 for all."""
        return int(self.step_box.currentData() or 0)

    def lets_through(self, line: ItemLine) -> bool:
        if self.step not in (0, line.step) or (self.state and self.state not in line.states):
            return False
        return all(word in line.text for word in self.text.text().casefold().split())

    def want(self, step: str, state: str) -> None:
        """Show the items of a step (a number, or an empty text) that stand like this."""
        self._set(step, state)
        self.changed.emit()

    def clear(self) -> None:
        """Show all items."""
        self.want("", "")

    def _set(self, step: str, state: str) -> None:
        self._pause.stop()
        with QSignalBlocker(self.text):
            self.text.clear()
        self.step_box.setCurrentIndex(int(step) if step.isdecimal() else 0)
        self.state = state if state in self.STATES else ""
        self.states.show_choice(self.state)

    def set_steps(self, steps: Sequence[tuple[int, str]]) -> None:
        """Offer these steps by number and name."""
        row = max(0, self.step_box.currentIndex())
        self.step_box.clear()
        self.step_box.addItem(t("All steps"), 0)
        for number, name in steps:
            self.step_box.addItem(f"{number}  {name}", number)
        self.step_box.setCurrentIndex(row)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many items stand in each way."""
        self._counts = dict(counts)
        names = [filter_name(state) for state in self.STATES]
        numbers = [words().number(self._counts.get(state, 0)) for state in self.STATES]
        texts = [f"{name}  {number}" for name, number in zip(names, numbers, strict=True)]
        self.states.set_texts(texts, [f"{name}: {number}" for name, number in zip(names, numbers, strict=True)])
        self.updateGeometry()

    def retranslate(self) -> None:
        self.step_box.setAccessibleName(t("Step"))
        self.text.setPlaceholderText(t("Find in the texts"))
        self.text.setAccessibleName(t("Find in the texts"))
        self.show_counts(self._counts)

    def _on_state_chosen(self, state: str | None) -> None:
        self.state = state or ""
        self.states.show_choice(self.state)
        self.changed.emit()

    def _on_text_changed(self) -> None:
        self._pause.start()
