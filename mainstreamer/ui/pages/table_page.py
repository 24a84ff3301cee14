"""The page on which a table that was not made with this program is taken in, in five steps from its file to its records."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from mainstreamer.errors import MainstreamerError
from mainstreamer.operations.tables.putting import ADD, REPLACE, UPDATE
from mainstreamer.operations.tables.taking import Taking
from mainstreamer.operations.tables.targets import POPULATION
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.incoming.adding import add_text, may_be_added, why_not
from mainstreamer.ui.incoming.columns_part import ColumnsPart
from mainstreamer.ui.incoming.done_part import DonePart
from mainstreamer.ui.incoming.file_part import FilePart
from mainstreamer.ui.incoming.headings_part import HeadingsPart
from mainstreamer.ui.incoming.keeping import Kept, kept_work, take_up_work
from mainstreamer.ui.incoming.names_part import NamesPart
from mainstreamer.ui.incoming.result_part import ResultPart
from mainstreamer.ui.incoming.work import TableWork
from mainstreamer.ui.page import Page
from mainstreamer.ui.pages.registry import OVERVIEW, TABLE_COMING_IN
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import PAGE_BOTTOM, PAGE_SIDE, PAGE_TOP
from mainstreamer.ui.widgets.labels import button, label

FILE, HEADINGS, COLUMNS, NAMES, RESULT, DONE = range(6)
VERB = "take_table"
FEW_ROWS = 100
"""So many rows are put at once; more of them beside the window."""


_Part = FilePart | HeadingsPart | ColumnsPart | NamesPart | ResultPart | DonePart


class TablePage(Page):
    """Steps under tabs, with a way back and a way on. Nothing is put before the last one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.work = TableWork(session, self)
        self.file, self.headings, self.columns = FilePart(self.work), HeadingsPart(self.work), ColumnsPart(self.work)
        self.names, self.done = NamesPart(self.work), DonePart()
        self.result = ResultPart(self.work)
        self.parts: tuple[_Part, ...] = (self.file, self.headings, self.columns, self.names, self.result, self.done)
        self.stack = QStackedWidget()
        for part in self.parts:
            self.stack.addWidget(part)
        self._title, self._about, self.target = label("title"), label("muted"), label("strong")
        self._tabs = QButtonGroup(self)
        self.tabs: list[QPushButton] = []
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.state = label("note", wrap=True)
        self.stop, self.leave, self.back, self.next = button("link"), button(), button(), button("primary")
        self._adding = False
        """Whether the records are being written."""
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(400)
        self._slow.timeout.connect(self._show_busy)
        self._arrange()
        self._connect()
        self.retranslate()
        self.show_step(FILE)

    def _arrange(self) -> None:
        head, tabs, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._about)
        head.addStretch(1)
        head.addWidget(self.target)
        tabs.setSpacing(0)
        for step in range(DONE):
            made = button("tab")
            made.setCheckable(True)
            made.clicked.connect(partial(self.show_step, step))
            self._tabs.addButton(made, step)
            self.tabs.append(made)
            tabs.addWidget(made)
        tabs.addStretch(1)
        foot.setSpacing(8)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.bar)
        foot.addWidget(self.stop)
        foot.addWidget(self.leave)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, PAGE_TOP, PAGE_SIDE, PAGE_BOTTOM)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(tabs)
        layout.addWidget(self.stack, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.file.opened.connect(self.open)
        self.file.go_on.connect(self._on_next)
        self.work.read.connect(self._on_read)
        self.work.worked_out.connect(self._on_worked_out)
        self.work.people_changed.connect(self._show_foot)
        self.work.failed.connect(self._on_failed)
        self.work.broken.connect(self._on_broken)
        self.work.busy_changed.connect(self._on_busy_changed)
        self.work.progressed.connect(self._on_progressed)
        self.stop.clicked.connect(self.work.cancel)
        self.leave.clicked.connect(self._on_leave)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self.done.undo_wanted.connect(self._on_undo_wanted)
        self.session.taken_back.connect(self._on_taken_back)
        self.done.show_wanted.connect(self._on_show_wanted)
        self.done.another_wanted.connect(self._on_another_wanted)

    # -- steps -------------------------------------------------------------------------------------------------------

    @property
    def step(self) -> int:
        """The step shown."""
        return self.stack.currentIndex()

    @property
    def about(self) -> str:
        """The name of the file, beside the title."""
        return self._about.text()

    @about.setter
    def about(self, text: str) -> None:
        self._about.setText(text)

    def open(self, path: Path) -> None:
        """Read a table from a file."""
        self.file.show_error(None)
        self.work.open(path)
        self.show_step(FILE)
        self.file.refresh()

    def show_step(self, step: int) -> None:
        """Show a step, with the keyboard where it is needed first."""
        if step in (COLUMNS, NAMES, RESULT) and self.work.outcome is None:
            step = min(step, self.step)
        if step == RESULT:
            self.result.begin()
        self.stack.setCurrentIndex(step)
        if step < DONE:
            self.tabs[step].setChecked(True)
        self._show_foot()
        if self.isVisible():
            self.parts[step].start()

    def _show_foot(self) -> None:
        """The ways on and back, as far as they can be gone now."""
        read, outcome = self.work.book is not None and self.work.place >= 0, self.work.outcome
        for step, tab in enumerate(self.tabs):
            tab.setVisible(self.step != DONE)
            tab.setEnabled(step == FILE or (step == HEADINGS and read) or (step > HEADINGS and outcome is not None))
        self.target.setText(self._target())
        self.target.setVisible(self.step != DONE and bool(self.target.text()))
        self.leave.setVisible(self.step < DONE)
        self.leave.setEnabled(not self._adding)
        self.back.setVisible(FILE < self.step < DONE)
        self.next.setVisible(self.step < DONE and (self.step != FILE or read))
        self.next.setText(add_text(self.work) if self.step == RESULT else t("Next"))
        self.next.setEnabled(self._may_go_on())
        self.state.setText(why_not(self.work) if self.step == RESULT else "")

    def _target(self) -> str:
        """Where the rows go, as soon as that is known."""
        kind = self.work.mapping.kind if self.work.place >= 0 else self.work.wanted
        return t("Goes into: {register}", register=words().kind(kind, "many")) if kind else ""

    def _may_go_on(self) -> bool:
        if self.work.busy or self._adding or self.step >= DONE:
            return False
        if self.step == RESULT:
            return may_be_added(self.work)
        return self.work.outcome is not None if self.step > FILE else self.work.place >= 0

    def _on_next(self) -> None:
        if not self._may_go_on():
            return
        if self.step == RESULT:
            self._add()
            return
        step = self.step + 1
        self.show_step(step + 1 if step == NAMES and not self.names.is_needed else step)

    def _on_back(self) -> None:
        step = self.step - 1
        self.show_step(step - 1 if step == NAMES and not self.names.is_needed else step)

    def _on_leave(self) -> None:
        """Nothing of this table: back to where the person came from."""
        self._on_another_wanted()
        self.work.wanted = ""
        visits = self.session.visits
        place = visits.go(-1)
        while place is not None and place.page == TABLE_COMING_IN:
            place = visits.go(-1)
        if place is None:
            self.session.page_wanted.emit(OVERVIEW, "", {})
        elif place.uid:
            self.session.place_wanted.emit(place.kind, place.uid, place.field)
        else:
            self.session.page_wanted.emit(place.page, place.tab, {})

    # -- work --------------------------------------------------------------------------------------------------------

    def _on_read(self) -> None:
        self.file.refresh()
        best = self.file.choose_best()
        if best >= 0:
            self.file.sheets.setCurrentIndex(self.file.model.index(best, 0))
            self.work.choose_sheet(best)
        self._about.setText(self.work.path.name)
        self._show_foot()
        if self.isVisible():
            self.file.start()

    def _on_worked_out(self) -> None:
        for part in (self.headings, self.columns, self.names, self.result):
            part.refresh()
        self._show_foot()

    def _on_failed(self, error: MainstreamerError) -> None:
        self.file.show_error(error)
        self._about.setText("")
        self._show_foot()

    def _on_broken(self, error: BaseException) -> None:
        self.file.show_error(None)
        raise error

    def _on_busy_changed(self, busy: bool) -> None:
        if busy:
            self._slow.start()
        else:
            self._slow.stop()
            self.bar.hide()
            self.stop.hide()
        self._show_foot()

    def _show_busy(self) -> None:
        """Only what takes a while is worth a bar."""
        self.bar.setRange(0, 0)
        self.bar.setVisible(self.work.busy or self._adding)
        self.stop.setVisible(self.work.busy)

    def _on_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    # -- adding ------------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        """Put everything, as one step of undo; where the plan has changed since, it is worked out again first."""
        outcome = self.work.outcome
        if outcome is None:
            return
        if outcome.plan is not self.session.plan:
            self.work.again()
            return
        if outcome.taking is not None:
            self._put_rows(outcome.taking)
            return
        said = self.result.summary_people(True)
        uid, puts = self.work.people_puts()
        self._on_added(self.session.put(VERB, puts, self), POPULATION, uid, said)

    def _put_rows(self, taking: Taking) -> None:
        """Many records are written beside the window."""
        said = self.result.summary_done(taking)
        changed = (row.uid for what in (ADD, REPLACE, UPDATE) for row in taking.rows if row.what == what)
        uid = next(changed, "")
        if len(taking.rows) <= FEW_ROWS:
            self._on_added(self.session.put(VERB, taking.puts, self), taking.kind, uid, said)
            return
        self._adding = True
        self._slow.start()
        self._show_foot()
        then = partial(self._on_added, kind=taking.kind, uid=uid, said=said)
        self.session.put_beside(VERB, lambda: taking.puts, then, self)

    def _on_added(self, done: bool, kind: str, uid: str, said: str) -> None:
        if not isValid(self):
            return  # The window was dressed anew meanwhile; another page stands here.
        self._adding = False
        self._on_busy_changed(False)
        if done:
            self.done.tell(kind, uid, said)
            self.show_step(DONE)

    def _on_undo_wanted(self) -> None:
        self.session.undo()

    def _on_taken_back(self, verb: str, again: bool) -> None:
        """Somebody undid it, here or by Ctrl+Z, or did it again."""
        if verb == VERB and self.step == DONE:
            if again:
                self.done.tell_again()
            else:
                self.done.tell_undone()

    def _on_show_wanted(self, kind: str, uid: str) -> None:
        self.session.place_wanted.emit(kind, uid, "table" if kind == POPULATION else "")

    def _on_another_wanted(self) -> None:
        self.work.open_nothing()
        self._about.setText("")
        self.file.refresh()
        self.show_step(FILE)

    # -- Page --------------------------------------------------------------------------------------------------------

    def refresh(self, change: PlanChange | None) -> None:
        """The plan has changed: what the table would do is worked out anew."""
        waits = self.step == DONE or self._adding or self.work.busy or self.work.outcome is None
        if not waits and self.work.outcome is not None and self.work.outcome.plan is not self.session.plan:
            self.work.again()
        if self.isVisible() and change is None and self.step == FILE:
            self.file.start()

    def kept(self) -> object | None:
        """What was chosen so far, and where the person stands; nothing on a page where nothing was begun."""
        return kept_work(self) if self.work.book is not None or self.work.busy or self.step == DONE else None

    def take_up(self, kept: object) -> None:
        if isinstance(kept, Kept):
            take_up_work(self, kept)

    def show_view(self, tab: str, filters: Mapping[str, str]) -> None:
        if tab == "file" and filters.get("path"):
            self.open(Path(filters["path"]))
        elif tab == "new":
            if self.step == DONE:
                self._on_another_wanted()
            if self.work.book is None:
                self.work.wanted = filters.get("kind", "")
                self._show_foot()
            QTimer.singleShot(0, self.parts[self.step], self.parts[self.step].start)

    def retranslate(self) -> None:
        self._title.setText(t("Import a table"))
        steps = (t("File and sheet"), t("Headings"), t("Columns"), t("Names"), t("What is added"))
        for step, (tab, text) in enumerate(zip(self.tabs, steps, strict=True), 1):
            tab.setText(f"{step}  {text}")
            tab.setAccessibleName(t("Step {number}: {text}", number=words().number(step), text=text))
        self.back.setText(t("Back"))
        self.leave.setText(t("Cancel"))
        self.leave.setToolTip(t("Import nothing, and go back to where you were."))
        self.stop.setText(t("Stop"))
        self.bar.setAccessibleName(t("Progress"))
        self.bar.hide()
        self.stop.hide()
        for part in self.parts:
            part.retranslate()
        self._show_foot()
