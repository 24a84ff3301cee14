"""Readiness: what stands between the plan and its adoption, each line leading to its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mainstreamer.domain.checklist import Checklist
from mainstreamer.domain.readiness.finding import BLOCKS, Finding, settled
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import icons
from mainstreamer.ui.giving_way import giving_way
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.page import Page
from mainstreamer.ui.pages.readiness_filters import ReadinessFilters
from mainstreamer.ui.readiness_lines import (
    Counted,
    Line,
    Section,
    arranged,
    as_table,
    counted,
    lines_of,
    settled_lines,
    sifted,
)
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import CARD_EDGE, CARD_SIDE, GAP, PAGE_BOTTOM, PAGE_SIDE, PAGE_TOP, SMALL, WIDE_GAP
from mainstreamer.ui.tasks import Progress, Task
from mainstreamer.ui.widgets.labels import button, frame, label
from mainstreamer.ui.widgets.readiness_tree import ReadinessTree

MOST_OPENED = 60
"""While something is filtered and no more than so many findings are left, all their groups are open."""


class ReadinessPage(Page):
    """Findings by severity, in groups; below them the one at the cursor, whole, with the way to its field."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._of: tuple[tuple[Finding, ...], str, Checklist] | None = None
        """The findings shown, the language in which, and the checklist with the questions of items."""
        self._task: Task | None = None
        self._lines: tuple[Line, ...] = ()
        self._of_all = self._counts = Counted({}, {})
        """How many lines there are at all, and how many the filters let through."""
        self._arranging, self._preparing = Slices(self), Slices(self, last=True)
        self._settled: tuple[Line, ...] = ()
        """What blocked adoption when the plan was opened and is settled."""
        self._sections: tuple[Section, ...] = ()
        self._wanted_group = ("", "")
        self._title, self.progress = label("title"), label("muted", wrap=True)
        self.copy_button = button()
        self.copy_button.setIcon(icons.icon("copy"))
        self.filters, self.tree, self.strip = ReadinessFilters(), ReadinessTree(), Strip()
        self._none = label("heading", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._none)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._title)
        head.addWidget(self.progress, 1)
        head.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_SIDE, PAGE_TOP, PAGE_SIDE, PAGE_BOTTOM)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        column.addWidget(self.strip)
        self.filters.changed.connect(self._on_filtered)
        self.tree.led.connect(self._on_led)
        self.tree.line_chosen.connect(self.strip.show_line)
        self.strip.go_button.clicked.connect(self._on_go_clicked)
        self.copy_button.clicked.connect(self.copy)
        session.assessment.found.connect(self._on_found)
        self._name()
        self.refresh(None)

    # -- Page ----------------------------------------------------------------------------------------------------------

    @property
    def tab(self) -> str:
        """By what findings are put into groups now."""
        return self.filters.group_by

    def show_view(self, tab: str, filters: Mapping[str, str]) -> None:
        """Tabs: `todo`, `step`, `institution`. Filters: `code`, `kind` (with what belongs to it), `step`, `severity`, and
        `institution` (uid, or empty for nobody)."""
        self._wanted_group = (filters.get("severity", ""), filters.get("code", ""))
        self.filters.want(tab, filters)

    def refresh(self, change: PlanChange | None) -> None:
        self.session.assessment.ask()
        self._prepare()

    def retranslate(self) -> None:
        self._name()
        self._prepare()

    def _name(self) -> None:
        self._title.setText(t("Readiness"))
        self.tree.setAccessibleName(t("Findings"))
        self.copy_button.setToolTip(t("Copy what is shown as text, to paste into a mail or a worksheet"))
        self.filters.retranslate()
        self.strip.retranslate()
        self._say()
        for _ in self._show_parts():
            pass

    # -- keeping up ----------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._preparing.soon(self._prepare)

    def _on_found(self) -> None:
        if self.isVisible():
            self._prepare()

    def _prepare(self) -> None:
        """Have the findings put into words beside the window, unless they are there."""
        assessment, speech, plan = self.session.assessment, words(), self.session.plan
        if self._task is not None or not assessment.was_made or not self.isVisible():
            return
        found, first, nobody = assessment.findings, assessment.at_first, t("nobody named")
        checklist = self.session.checklist
        if self._of is not None and (self._of[0] is found and self._of[1] == speech.code and self._of[2] is checklist):
            return

        def work(_progress: Progress) -> tuple[Any, ...]:
            lines = lines_of(plan, giving_way(found), speech, nobody, checklist)
            gone = settled_lines(plan, giving_way(settled(first, found, BLOCKS)), speech, nobody, checklist)
            return (found, speech.code, checklist), lines, counted(lines), gone

        self._task = Task(work)
        self._task.signals.done.connect(self._on_prepared)
        self._task.signals.broken.connect(assessment.broken)
        self._task.start()

    def _on_prepared(self, result: tuple[Any, ...]) -> None:
        self._task = None
        self._of, self._lines, self._of_all, self._settled = result
        self.tree.give_names(self._of_all.longest)
        self._arranging.start(self._arrange())
        self._prepare()

    def _on_filtered(self) -> None:
        """Who changes a filter sees at once what comes of it."""
        self._arranging.stop()
        for _ in self._arrange():
            pass

    def _arrange(self) -> Iterator[None]:
        """Show what the filters let through, in its groups. Each part that comes into sight is a step: the first time it
        is dressed then, and all of them together would hold the window."""
        filtered = self.filters.is_filtered
        shown, self._counts = sifted(self._lines, self._of_all, self.filters.wanted())
        if self._of is not None:
            self.filters.offer(self._counts)
        self._sections = arranged(shown, self.filters.group_by, words(), self.session.checklist)
        self.tree.show_sections(self._sections, open_all=filtered and len(shown) <= MOST_OPENED)
        severity, code = self._wanted_group
        if code and self._lines:
            self._wanted_group = ("", "")
            self.tree.open_group(severity or BLOCKS, code)
        self._say()
        yield
        yield from self._show_parts()

    def _show_parts(self) -> Iterator[None]:
        self._stack.setCurrentIndex(0 if self._sections else 1)
        yield
        self.filters.setVisible(bool(self._lines) or self.filters.is_filtered)
        yield
        self.strip.setVisible(bool(self._sections))

    def _say(self) -> None:
        """How much is left, and why nothing is shown where nothing is."""
        self.filters.say()
        self.copy_button.setText(t("Copy the list"))
        self.progress.setText(" · ".join(self._progress()) if self._of is not None else "")
        if self._of is None:
            self._none.setText(t("Looking at the plan …"))
        elif not self._lines:
            self._none.setText(t("Nothing is missing. The plan can be put forward for adoption."))
        else:
            self._none.setText(t("Nothing of this kind is left."))
        self.copy_button.setEnabled(bool(self._sections))

    def _progress(self) -> Iterator[str]:
        """How much blocks adoption and how much of that was settled, of what the filters let through (severity aside)."""
        blocking, of_all = (each.severities.get(BLOCKS, 0) for each in (self._counts, self._of_all))
        wanted = self.filters.wanted().without("severity")
        if not of_all:
            yield t("Nothing blocks adoption.")
        elif wanted.values or wanted.text.strip():
            number = words().number
            yield t("{part} of {whole} to settle before adoption", part=number(blocking), whole=number(of_all))
        else:
            yield n("{n} to settle before adoption", "{n} to settle before adoption", blocking)
        gone = len(wanted.among(self._settled))
        if gone:
            yield n("{n} settled since the plan was opened", "{n} settled since the plan was opened", gone)

    # -- leading -------------------------------------------------------------------------------------------------------

    def _on_led(self, line: Line) -> None:
        self.session.place_wanted.emit(line.finding.kind, line.finding.uid, line.finding.field)

    def _on_go_clicked(self) -> None:
        line = self.tree.current_line()
        if line is not None:
            self._on_led(line)

    def copy(self) -> None:
        """What is shown, as text with tabs, to the clipboard."""
        heads = (t("Severity"), t("What to do"), t("Finding"), t("Who"), t("Step"))
        QGuiApplication.clipboard().setText(as_table(self._sections, words(), heads))
        count = sum(section.count for section in self._sections)
        self.copy_button.setText(n("{n} line copied", "{n} lines copied", count))


class Strip(QWidget):
    """The finding at the cursor, whole, and the button that leads to its field."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence, self._whose = label(wrap=True), label("note")
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._line: Line | None = None
        self.go_button = button("primary")
        card = frame("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(CARD_SIDE, CARD_EDGE, CARD_SIDE, CARD_EDGE)
        row.setSpacing(WIDE_GAP)
        texts = QVBoxLayout()
        texts.setSpacing(SMALL)
        texts.addWidget(self._sentence)
        texts.addWidget(self._whose)
        row.addLayout(texts, 1)
        row.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_line(self, line: Line | None) -> None:
        """Show a finding; for a heading, say what its lines are for."""
        self._line = line
        self.go_button.setEnabled(line is not None)
        if line is None:
            self._sentence.setText(t("Choose a finding to read it whole. Enter or a double click leads to its field."))
            self._whose.setText(" ")
            return
        self._sentence.setText(line.whole)
        parts = [line.who, t("step {step}", step=line.finding.step) if line.finding.step else ""]
        self._whose.setText(" · ".join(part for part in parts if part))

    def retranslate(self) -> None:
        self.go_button.setText(t("Go to the field"))
        self.show_line(self._line)
