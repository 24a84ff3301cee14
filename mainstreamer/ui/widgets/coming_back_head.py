"""Above the lines of a workbook that came back: which file, whose, of which state of the plan, how much of what; ticks and
decisions for all of it at once."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mainstreamer.domain.taking import ALREADY, CHANGED, CONFLICT, PLAN, WORKBOOK
from mainstreamer.storage.document import Document
from mainstreamer.ui import icons, theme
from mainstreamer.ui.changes import moment
from mainstreamer.ui.coming_back_choices import OPEN
from mainstreamer.ui.coming_back_lines import NEW, REFUSED, REMOVAL
from mainstreamer.ui.i18n import n, t
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.flow import FlowLayout
from mainstreamer.ui.widgets.labels import button, chip, label
from mainstreamer.ui.workbook_coming_back import FAILED, READ, ComingBack

KINDS = (
    (REFUSED, "bad"),
    (CONFLICT, "warning"),
    (CHANGED, "accent"),
    (NEW, "good"),
    (REMOVAL, "warning"),
    (ALREADY, "neutral"),
)
"""What is counted, and the colour of its word."""


class ComingBackHead(QWidget):
    """Title, file, counts; ticks and decisions for all lines at once."""

    again = Signal()
    copied = Signal()
    all_ticked = Signal(bool)
    all_decided = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.title, self.about = label("title"), label("muted", wrap=True)
        self.copy_button, self.again_button = button(), button()
        self.copy_button.setIcon(icons.icon("copy"))
        self.again_button.setIcon(icons.icon("arrow-clockwise"))
        self.chips: dict[str, QLabel] = {what: chip(tone) for what, tone in KINDS}
        self.conflicts_label = label("muted")
        self.all_plan, self.all_workbook, self.all_open = button("link"), button("link"), button("link")
        self.tick_all, self.tick_none = button("link"), button("link")
        first = QHBoxLayout()
        first.setSpacing(GAP)
        first.addWidget(self.title, 1)
        first.addWidget(self.copy_button)
        first.addWidget(self.again_button)
        self._counts = QWidget()
        flow = FlowLayout(self._counts, centred=True)
        for each in (
            *self.chips.values(),
            self.tick_all,
            self.tick_none,
            self.conflicts_label,
            self.all_plan,
            self.all_workbook,
            self.all_open,
        ):
            flow.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addLayout(first)
        whole.addWidget(self.about)
        whole.addWidget(self._counts)
        self.copy_button.clicked.connect(self.copied)
        self.again_button.clicked.connect(self.again)
        self.tick_all.clicked.connect(lambda: self.all_ticked.emit(True))
        self.tick_none.clicked.connect(lambda: self.all_ticked.emit(False))
        self.all_plan.clicked.connect(lambda: self.all_decided.emit(PLAN))
        self.all_workbook.clicked.connect(lambda: self.all_decided.emit(WORKBOOK))
        self.all_open.clicked.connect(lambda: self.all_decided.emit(OPEN))

    def retranslate(self) -> None:
        self.title.setText(t("Take in a workbook"))
        self.copy_button.setText(t("Copy the list"))
        self.copy_button.setToolTip(t("Copy what is shown as text, to paste into a mail or a worksheet"))
        self.again_button.setText(t("Read the file again"))
        self.conflicts_label.setText(t("All conflicts:"))
        for one, text, name in (
            (self.tick_all, t("Tick all"), t("Tick all")),
            (self.tick_none, t("Tick nothing"), t("Tick nothing")),
            (self.all_plan, t("as in the plan"), t("All conflicts as in the plan")),
            (self.all_workbook, t("as in the workbook"), t("All conflicts as in the workbook")),
            (self.all_open, t("leave open"), t("Leave all conflicts open")),
        ):
            one.setText(text)
            one.setAccessibleName(name)

    def show_workbook(self, back: ComingBack, document: Document) -> None:
        """Show whose the workbook is and how much it brings."""
        self.again_button.setVisible(back.stage in (FAILED, READ))
        self.copy_button.setVisible(bool(back.sections))
        self.copy_button.setText(t("Copy the list"))
        self.about.setText(_about(back))
        self.about.setVisible(back.found is not None)
        self._show_counts(back)
        to_tick = sum(len(section.to_tick) for section in back.sections)
        conflicts = sum(len(section.lines) for section in back.sections if section.what == CONFLICT)
        for one in (self.tick_all, self.tick_none):
            one.setVisible(to_tick > 1)
        for each in (self.conflicts_label, self.all_plan, self.all_workbook, self.all_open):
            each.setVisible(conflicts > 1)

    def _show_counts(self, back: ComingBack) -> None:
        """Count what the workbook brings, also what is not shown as long as something cannot be read."""
        counts = dict.fromkeys(self.chips, 0)
        if back.found is not None:
            taking = back.found.taking
            counts |= Counter(cell.state for cell in taking.cells)
            counts[NEW] = sum(not row.already for row in taking.rows)
            counts[REMOVAL], counts[REFUSED] = len(taking.removals), len(taking.refused)
        said = {
            REFUSED: n("{n} cannot be read", "{n} cannot be read", counts[REFUSED]),
            CONFLICT: n("{n} conflict", "{n} conflicts", counts[CONFLICT]),
            CHANGED: n("{n} change", "{n} changes", counts[CHANGED]),
            NEW: n("{n} new", "{n} new", counts[NEW]),
            REMOVAL: n("{n} missing", "{n} missing", counts[REMOVAL]),
            ALREADY: n("{n} already in the plan", "{n} already in the plan", counts[ALREADY]),
        }
        for what, one in self.chips.items():
            one.setText(said[what])
            one.setVisible(counts[what] > 0)
            one.setFixedHeight(theme.current().px(20))
        self._counts.setVisible(any(counts.values()))

    def say_copied(self, count: int) -> None:
        """Say it on the button."""
        self.copy_button.setText(n("{n} line copied", "{n} lines copied", count))


def _about(back: ComingBack) -> str:
    """The file, who saved it last and when, and which state of the plan it is compared with."""
    if back.found is None:
        return ""
    taking = back.found.taking
    parts = [back.path.name]
    at = moment(taking.edited_at) if taking.edited_at else ""
    if taking.edited_by and at:
        parts.append(t("saved last by {person}, {moment}", person=taking.edited_by, moment=at))
    elif taking.edited_by or at:
        parts.append(t("saved last: {what}", what=taking.edited_by or at))
    if back.found.known_at:
        parts.append(t("compared with the plan as it was exported, of {moment}", moment=moment(back.found.known_at)))
    return " · ".join(parts)
