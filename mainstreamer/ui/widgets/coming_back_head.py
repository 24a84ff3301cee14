"""Above the lines of a workbook that came back: which file, whose, of which state of the plan, how much of what; ticks and
decisions for all of it at once."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from mainstreamer.domain.taking import ALREADY, CHANGED, CONFLICT, PLAN, WORKBOOK
from mainstreamer.ui import icons, theme
from mainstreamer.ui.changes import moment
from mainstreamer.ui.coming_back_choices import OPEN
from mainstreamer.ui.coming_back_lines import NEW, REFUSED, REMOVAL
from mainstreamer.ui.i18n import n, t
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.bar_layout import bar
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import ElidedLabel, button, chip, label
from mainstreamer.ui.widgets.laid_out import laid_out_once
from mainstreamer.ui.workbook_coming_back import FAILED, READ, ComingBack

WARNED = "warned"
"""Changes that would make the plan worse."""
KINDS = (
    (REFUSED, "bad"),
    (CONFLICT, "warning"),
    (CHANGED, "accent"),
    (NEW, "good"),
    (REMOVAL, "warning"),
    (WARNED, "warning"),
    (ALREADY, "neutral"),
)
"""What is counted, and the colour of its word."""
CHIP = 20


class ComingBackHead(QWidget):
    """Title, file, counts; ticks and decisions for all lines at once."""

    again = Signal()
    copied = Signal()
    all_ticked = Signal(bool)
    all_decided = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # From the outside in: what has its place already is dressed once.
        first, self._counts = QWidget(self), QWidget(self)
        self.title, self.about = label("title", parent=first), ElidedLabel("muted", self)
        self.all_button, self.copy_button, self.again_button = (button(parent=first) for _ in range(3))
        self.copy_button.setIcon(icons.icon("copy"))
        self.again_button.setIcon(icons.icon("arrow-clockwise"))
        self.menu = QMenu(self)
        self.tick_all, self.tick_none = QAction(self), QAction(self)
        self.all_plan, self.all_workbook, self.all_open = QAction(self), QAction(self), QAction(self)
        self.menu.addActions([self.tick_all, self.tick_none])
        self._between = self.menu.addSeparator()
        self.menu.addActions([self.all_plan, self.all_workbook, self.all_open])
        self.all_button.setMenu(self.menu)
        theme.look(self.all_button, "menu")
        self.chips: dict[str, QLabel] = {what: chip(tone, parent=self._counts) for what, tone in KINDS}
        line = bar(first)
        line.addWidget(self.title)
        for press in (self.all_button, self.copy_button, self.again_button):
            line.add_trailing(press)
        flow = FlowLayout(self._counts)
        for one in self.chips.values():
            one.setFixedHeight(theme.current().px(CHIP))
            flow.addWidget(one)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(first)
        whole.addWidget(self.about)
        whole.addWidget(self._counts)
        self.copy_button.clicked.connect(self.copied)
        self.again_button.clicked.connect(self.again)
        self.tick_all.triggered.connect(partial(self._on_tick, True))
        self.tick_none.triggered.connect(partial(self._on_tick, False))
        for action, how in ((self.all_plan, PLAN), (self.all_workbook, WORKBOOK), (self.all_open, OPEN)):
            action.triggered.connect(partial(self._on_decide, how))

    def _on_tick(self, wanted: bool) -> None:
        self.all_ticked.emit(wanted)

    def _on_decide(self, how: str) -> None:
        self.all_decided.emit(how)

    def retranslate(self) -> None:
        self.title.setText(t("Import a workbook"))
        self.copy_button.setToolTip(t("Copy what is shown as text, to paste into a mail or a worksheet"))
        self.again_button.setToolTip(t("Read the file again"))
        self._fit()
        self.all_button.setText(t("Decide for all"))
        self.tick_all.setText(t("Tick all"))
        self.tick_none.setText(t("Tick nothing"))
        self.all_plan.setText(t("All conflicts as in the plan"))
        self.all_workbook.setText(t("All conflicts as in the workbook"))
        self.all_open.setText(t("Leave all conflicts open"))

    def show_workbook(self, back: ComingBack) -> None:
        """Show whose the workbook is and how much it brings."""
        self.again_button.setVisible(back.stage in (FAILED, READ))
        corrected = back.stage == FAILED or any(section.what == REFUSED for section in back.sections)
        # The way on, where nothing can be taken in.
        theme.look(self.again_button, "primary" if corrected else "")
        self.again_button.setIcon(icons.icon("arrow-clockwise", "accent_ink" if corrected else "ink"))
        self.copy_button.setVisible(bool(back.sections))
        self.about.set_whole(_about(back))
        self.about.setVisible(back.found is not None)
        self._show_counts(back)
        to_tick = any(section.to_tick for section in back.sections)
        conflicts = any(section.what == CONFLICT for section in back.sections)
        self.tick_all.setVisible(to_tick)
        self.tick_none.setVisible(to_tick)
        self._between.setVisible(to_tick and conflicts)
        for action in (self.all_plan, self.all_workbook, self.all_open):
            action.setVisible(conflicts)
        self.all_button.setVisible(to_tick or conflicts)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the line of the title has no room for all words, what is wanted least keeps its icon: rows need the height."""
        shown = [press for press in (self.all_button, self.again_button, self.copy_button) if not press.isHidden()]
        for press, text in ((self.copy_button, t("Copy the list")), (self.again_button, t("Read the file again"))):
            press.setText(text)
            press.setAccessibleName(text)
        for press in (self.copy_button, self.again_button):
            taken = self.title.sizeHint().width() + sum(one.sizeHint().width() + GAP for one in shown)
            if taken > self.width() and not (press is self.again_button and press.property("look") == "primary"):
                press.setText("")

    def _show_counts(self, back: ComingBack) -> None:
        """Count what the workbook brings, also what is not shown as long as something cannot be read."""
        counts = dict.fromkeys(self.chips, 0)
        if back.found is not None:
            taking = back.found.taking
            counts |= Counter(cell.state for cell in taking.cells)
            counts[NEW] = sum(not row.already for row in taking.rows)
            counts[REMOVAL], counts[REFUSED] = len(taking.removals), len(taking.refused)
            counts[WARNED] = len(taking.cautions)
        said = {
            REFUSED: n("{n} cannot be read", "{n} cannot be read", counts[REFUSED]),
            CONFLICT: n("{n} conflict", "{n} conflicts", counts[CONFLICT]),
            CHANGED: n("{n} change", "{n} changes", counts[CHANGED]),
            NEW: n("{n} new record", "{n} new records", counts[NEW]),
            REMOVAL: n("{n} missing row", "{n} missing rows", counts[REMOVAL]),
            WARNED: n("{n} warning", "{n} warnings", counts[WARNED]),
            ALREADY: n("{n} already in the plan", "{n} already in the plan", counts[ALREADY]),
        }
        with laid_out_once(self._counts):
            for what, one in self.chips.items():
                one.setText(said[what])
                one.setVisible(counts[what] > 0)
        self._counts.setVisible(any(counts.values()))

    def say_copied(self, count: int) -> None:
        """Say it on the button."""
        self.copy_button.setText(n("{n} line copied", "{n} lines copied", count))


def _about(back: ComingBack) -> str:
    """The file, who saved it last and when, and which state of the plan it is compared with."""
    if back.found is None:
        return ""
    taking = back.found.taking
    at = moment(taking.edited_at) if taking.edited_at else ""
    parts = [back.path.name]
    if taking.edited_by or at:
        whose = ", ".join(part for part in (taking.edited_by, at) if part)
        parts.append(t("saved last: {whose}", whose=whose))
    if back.found.known_at:
        parts.append(t("against the plan of {moment}", moment=moment(back.found.known_at)))
    return " · ".join(parts)
