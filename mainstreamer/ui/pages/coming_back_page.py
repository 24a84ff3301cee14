"""A workbook that came back: every change looked through, ticked and decided, then taken in as one step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mainstreamer.domain.taking import CONFLICT, PLAN
from mainstreamer.errors import NotAnExport, OtherPlan
from mainstreamer.language.sentences import error_sentence
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import icons, theme
from mainstreamer.ui.coming_back_choices import OPEN
from mainstreamer.ui.coming_back_lines import NEW, Line, Section, as_table
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.page import Page
from mainstreamer.ui.pages.registry import TABLE_COMING_IN
from mainstreamer.ui.session import Session
from mainstreamer.ui.spacing import GAP, PAGE_BOTTOM, PAGE_SIDE, PAGE_TOP
from mainstreamer.ui.taking_in import ask_for_workbook
from mainstreamer.ui.widgets.coming_back_detail import ComingBackDetail
from mainstreamer.ui.widgets.coming_back_head import ComingBackHead
from mainstreamer.ui.widgets.coming_back_tree import ComingBackTree
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.laid_out import laid_out_once
from mainstreamer.ui.workbook_coming_back import FAILED, NOTHING, READ, READING, TAKING

DETAIL, DETAIL_SHARE = 138, 0.28
"""Height of the line chosen: pixels at 100 %, and at most this share of the page. A person may drag it."""


class ComingBackPage(Page):
    """Shows what the session has to look through. Leaving the page keeps it, until it is taken in or put aside."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._back = session.coming_back
        self._shown: object = None
        """The sections shown, to tell whether there are others."""
        self._enters = False
        self._behind = False
        # From the outside in: what has its place already is dressed once.
        self._stack = QStackedWidget(self)
        self._content = QSplitter(Qt.Orientation.Vertical, self._stack)
        self.head, self.message = ComingBackHead(self), _Message(self._stack)
        self.tree, self.detail = ComingBackTree(self._content), ComingBackDetail(self._content)
        self.foot_note = label("muted", wrap=True, parent=self)
        self.aside_button, self.take_button = button(parent=self), button("primary", parent=self)
        self._content.setChildrenCollapsible(False)
        self._content.setHandleWidth(GAP)
        theme.look(self._content, "clear")
        self._content.addWidget(self.tree)
        self._content.addWidget(self.detail)
        self._content.setStretchFactor(0, 1)
        self._stack.addWidget(self._content)
        self._stack.addWidget(self.message)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.foot_note, 1)
        foot.addWidget(self.aside_button)
        foot.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_SIDE, PAGE_TOP, PAGE_SIDE, PAGE_BOTTOM)
        column.setSpacing(GAP)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self._connect()
        self._name()
        self.refresh(None)

    def _connect(self) -> None:
        self._back.changed.connect(self._on_told)
        self._back.progressed.connect(self.message.show_progress)
        self.head.again.connect(self._back.read_again)
        self.head.copied.connect(self.copy)
        self.head.all_ticked.connect(self._on_all_ticked)
        self.head.all_decided.connect(self._on_all_decided)
        self.tree.chosen.connect(self._on_chosen)
        self.tree.led.connect(self._on_led)
        self.tree.lines.decided.connect(self._on_decided)
        self.detail.decided.connect(self._on_detail_decided)
        self.detail.led.connect(self._on_led)
        self.message.cancel_button.clicked.connect(self._back.cancel)
        self.message.another_button.clicked.connect(self._on_another_clicked)
        self.message.table_button.clicked.connect(self._on_table_clicked)
        self.aside_button.clicked.connect(self._back.put_aside)
        self.take_button.clicked.connect(self._on_take_clicked)

    # -- Page --------------------------------------------------------------------------------------------------------

    def refresh(self, change: PlanChange | None) -> None:
        """The session compares anew by itself, and tells; a short workbook is read before this page is made."""
        self._on_changed()

    def retranslate(self) -> None:
        self._name()
        self._shown = None
        self._on_changed()

    def _name(self) -> None:
        self.tree.setAccessibleName(t("Changes of the workbook"))
        self.aside_button.setText(t("Close without importing"))
        self.aside_button.setToolTip(t("Take nothing of this workbook. The file stays where it is."))
        self.head.retranslate()
        self.detail.retranslate()
        self.message.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._back.watch(True)
        if self._behind:
            self._on_changed()
        self._enter()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._back.watch(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not event.oldSize().isValid() or event.oldSize().height() != event.size().height():
            below = min(theme.current().px(DETAIL), round(event.size().height() * DETAIL_SHARE))
            self._content.setSizes([max(1, event.size().height() - below), below])

    # -- showing -----------------------------------------------------------------------------------------------------

    def _on_told(self) -> None:
        """What nobody looks at says it when it is shown."""
        if self.isVisible():
            self._on_changed()
        else:
            self._behind = True

    def _on_changed(self) -> None:
        self._behind = False
        back = self._back
        if back.found is None:
            self._shown = None
        elif self._shown is not back.sections:
            first = self._shown is None
            self._shown = back.sections
            self.tree.show_sections(back.sections, back.decisions, fresh=first)
            self._enters = first
            self._enter()
        self._say()

    def _enter(self) -> None:
        """Lines that nobody saw yet have the keyboard as soon as they are seen."""
        if self._enters and self.isVisible():
            self._enters = False
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        """Everything besides the lines."""
        back = self._back
        sections = back.sections
        there = back.stage == READ and bool(sections)
        with laid_out_once(self.head, self.message, self):
            self.head.show_workbook(back)
            self.message.offer_ways(back.stage == FAILED, isinstance(back.error, NotAnExport | OtherPlan))
            self._stack.setCurrentIndex(0 if there else 1)
            if not there:
                self._say_message()
            self.aside_button.setVisible(back.stage in (FAILED, READ))
            self._say_foot(sections)

    def _say_message(self) -> None:
        back = self._back
        if back.stage == READING:
            self.message.show_reading(t("Reading “{name}” …", name=back.path.name), t("Nothing is in the plan yet."))
        elif back.stage == FAILED and back.error is not None:
            said = error_sentence(words(), back.error)
            self.message.show_text(said.happened, f"{said.safe} {said.todo}")
        elif back.stage == TAKING:
            count = back.decisions.count(back.sections)
            self.message.show_text(
                n("Importing {n} change …", "Importing {n} changes …", count),
                t("A backup of the plan is made first, and all is checked."),
                busy=True,
            )
        elif back.stage == NOTHING:
            self.message.show_text(
                t("No workbook is being looked through"),
                t(
                    "Export the plan to Excel and let colleagues write into the workbook. When it comes back, drop it onto "
                    "this window, or choose “Import a workbook …” in the menu."
                ),
            )
        else:
            self.message.show_text(
                t("The workbook brings nothing new"), t("Everything that stands in it is in the plan as well.")
            )

    def _say_foot(self, sections: tuple[Section, ...]) -> None:
        back = self._back
        taking = back.found.taking if back.found is not None else None
        count = back.decisions.count(sections)
        open_ = back.decisions.conflicts(sections, OPEN)
        kept = back.decisions.conflicts(sections, PLAN)
        refused = taking is not None and bool(taking.refused)
        wanted = taking is not None and not refused and any(one.to_tick or one.what == CONFLICT for one in sections)
        self.take_button.setVisible(wanted and back.stage == READ)
        if count or not (open_ or kept):
            self.take_button.setText(n("Import {n} change", "Import {n} changes", count))
        else:
            self.take_button.setText(n("Import {n} conflict", "Import {n} conflicts", open_ + kept))
        self.take_button.setEnabled(bool(count or open_ or kept) and back.is_current and self.session.document.writable)
        parts = []
        if refused:
            parts.append(t("Nothing can be imported until these cells are corrected."))
        elif sections and not wanted and back.stage == READ:
            parts.append(t("The workbook brings nothing new."))
        elif wanted and back.stage == READ:
            if open_:
                parts.append(n("{n} conflict stays open.", "{n} conflicts stay open.", open_))
            if kept:
                parts.append(n("{n} stays as in the plan.", "{n} stay as in the plan.", kept))
            parts.append(t("One undo takes the whole import back."))
        self.foot_note.setText(" ".join(parts))

    # -- working in it -----------------------------------------------------------------------------------------------

    def _on_chosen(self, node: Line | Section | None) -> None:
        self.detail.show_node(node, self._back.decisions)

    def _on_decided(self) -> None:
        self.detail.show_node(self.tree.current(), self._back.decisions)
        self._say_foot(self._back.sections)

    def _on_detail_decided(self, line: Line, how: str) -> None:
        self.tree.lines.decide((line,), how)

    def _on_all_ticked(self, wanted: bool) -> None:
        self.tree.lines.tick(tuple(line for one in self._back.sections for line in one.to_tick), wanted)

    def _on_all_decided(self, how: str) -> None:
        lines = (line for one in self._back.sections for line in one.lines if line.what == CONFLICT)
        self.tree.lines.decide(tuple(lines), how)

    def _on_led(self, line: Line) -> None:
        """To the record; of a new row, to the record of the same name."""
        uid = line.like if line.what == NEW else line.uid
        if uid and self.session.plan.find(line.kind, uid) is not None:
            self.session.place_wanted.emit(line.kind, uid, line.field)

    def history_subject(self) -> tuple[str, str, str] | None:
        """Whose history is meant by a person who is in this page."""
        node = self.tree.current()
        return (node.kind, node.uid, node.field) if isinstance(node, Line) and node.uid else None

    def copy(self) -> None:
        """Everything shown, as text with tabs, to the clipboard."""
        sections = self._back.sections
        found = self._back.found
        refused = found is not None and bool(found.taking.refused)
        QGuiApplication.clipboard().setText(f"{self._back.path.name}\n{as_table(sections, refused)}")
        self.head.say_copied(sum(len(section.lines) for section in sections))

    def _on_another_clicked(self) -> None:
        """Another file in place of one that is no workbook of this plan."""
        path = ask_for_workbook(self, self._back.path.parent)
        if path is not None:
            self._back.read(path)

    def _on_table_clicked(self) -> None:
        """The same file on the page of plain tables; here it is put aside."""
        path = self._back.path
        self.session.page_wanted.emit(TABLE_COMING_IN, "file", {"path": str(path)})
        self._back.put_aside()

    def _on_take_clicked(self) -> None:
        self._back.take_in()


class _Message(QWidget):
    """In place of the lines: what is going on, or why there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading, self.text = label("heading", wrap=True, parent=self), label("muted", wrap=True, parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self._ways = QWidget(self)
        self.cancel_button = button(parent=self)
        self.another_button, self.table_button = button(parent=self._ways), button(parent=self._ways)
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(GAP)
        ways.addWidget(self.another_button)
        ways.addWidget(self.table_button)
        self.icon = label(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self.icon, self.heading, self.text, self.bar, self.cancel_button, self._ways):
            row = QHBoxLayout()
            row.setSpacing(0)
            row.addStretch(1)
            row.addWidget(part, 2 if part in (self.text, self.heading, self.bar) else 0)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)
        for part in (self.icon, self.heading, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def retranslate(self) -> None:
        self.bar.setAccessibleName(t("Progress"))
        self.cancel_button.setText(t("Cancel"))
        self.another_button.setText(t("Choose another workbook …"))
        self.table_button.setText(t("Import as a plain table"))

    def offer_ways(self, another: bool, table: bool) -> None:
        """Offer to choose another file, and where this one is a workbook of something else, to take it in as a table."""
        self._ways.setVisible(another)
        self.table_button.setVisible(table)

    def show_text(self, heading: str, text: str, busy: bool = False) -> None:
        """Show this; with a bar that moves where work goes on that cannot be broken off."""
        if busy:
            self.bar.setRange(0, 0)
        self._show(heading, text, False)
        self.bar.setVisible(busy)

    def show_reading(self, heading: str, text: str) -> None:
        if not self.bar.isVisibleTo(self):
            self.bar.setRange(0, 0)
        self._show(heading, text, True)

    def show_progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)

    def _show(self, heading: str, text: str, reading: bool) -> None:
        self.icon.setPixmap(icons.pixmap("table", "muted", 32))
        self.heading.setText(heading)
        self.text.setText(text)
        self.bar.setVisible(reading)
        self.cancel_button.setVisible(reading)
        if reading and self.isVisible():
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
