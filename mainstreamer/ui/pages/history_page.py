"""History: who changed what, newest first; looked through by person, institution, kind, day and words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.history import Change
from mainstreamer.domain.kinds import KINDS
from mainstreamer.storage.looking_back import Head
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import theme
from mainstreamer.ui.changes import SHORTER, TIP, WHOLE, change_line, changeset_text, moment
from mainstreamer.ui.i18n import n, t
from mainstreamer.ui.page import Page
from mainstreamer.ui.pages.history_filters import HistoryFilters
from mainstreamer.ui.session import Session
from mainstreamer.ui.slices import Slices
from mainstreamer.ui.spacing import GAP, PAGE_BOTTOM, PAGE_SIDE, PAGE_TOP
from mainstreamer.ui.widgets.fitting_text import TEXTS, FittingText
from mainstreamer.ui.widgets.labels import button, label
from mainstreamer.ui.widgets.name_columns import UNCUT, NameColumns
from mainstreamer.ui.widgets.put_back import PutBack

PAGE = 60
"""Changesets shown at a time; more come when a person scrolls."""
MOST_CHANGES = 500
"""Values shown of one changeset: a pasted register or the sample has thousands."""
MOST_NEWER = 200
"""So many new changesets are added above those shown; after more of them all is read anew."""
ROW = 28
"""Pixels at 100 % of a line."""
PANEL = 52
"""Pixels at 100 % of the panel that shows the line chosen in full."""
WIDEST = {0: UNCUT, 2: 140, 3: 180}
"""Pixels at 100 % of the columns of moments and names; they take what these need, and leave the rest to what was changed."""
_HEAD, _CHANGE = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1


class HistoryPage(Page):
    """Changesets in lines; a line with several changes opens. Enter leads to the record, a button puts a value back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title, self._purpose = label("title"), label("muted", wrap=True)
        self.filters = HistoryFilters(session)
        self.tree = QTreeWidget()
        theme.look(self.tree, "lines")
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.tree.header().setStretchLastSection(False)
        self.tree.setItemDelegateForColumn(1, FittingText(self.tree))
        self._names = NameColumns(self.tree, WIDEST)
        self.state = label("muted")
        self.whole = QPlainTextEdit()
        """The line chosen, in full."""
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setFixedHeight(theme.current().px(PANEL))
        self.put_back = PutBack(session)
        self.open_button, self.record_button = button(), button()
        self._heads: dict[int, Head] = {}
        self._changes: dict[int, Change] = {}
        self._newest = 0
        self._wanted_more = 0
        self._steps: Iterator[Head | None] | None = None
        self._slices = Slices(self)
        self._opening: dict[int, Slices] = {}
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.open_button)
        foot.addWidget(self.record_button)
        foot.addWidget(self.put_back, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_SIDE, PAGE_TOP, PAGE_SIDE, PAGE_BOTTOM)
        layout.setSpacing(GAP)
        layout.addWidget(self._title)
        layout.addWidget(self._purpose)
        layout.addWidget(self.filters)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.state)
        layout.addWidget(self.whole)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.filters.changed.connect(self.reload)
        self.tree.itemExpanded.connect(self._on_expanded)
        self.tree.itemActivated.connect(self._on_activated)
        self.tree.currentItemChanged.connect(self._on_chosen)
        self.tree.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.put_back.done.connect(self._on_put_back)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.record_button.clicked.connect(self._on_record_clicked)

    # -- Page --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self._title.setText(t("History"))
        self._purpose.setText(
            t("Every change is kept: who made it, when, what was there before. Nothing is ever lost from here.")
        )
        self.tree.setHeaderLabels([t("When"), t("What"), t("Who"), t("Institution")])
        self.tree.setAccessibleName(t("History"))
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._names.begin()
        self.whole.setAccessibleName(t("The line chosen, in full"))
        self.filters.retranslate()
        self.open_button.setText(t("Go to the record"))
        self.record_button.setText(t("History of the record …"))
        self.put_back.retranslate()
        self.reload()

    def refresh(self, change: PlanChange | None) -> None:
        """Add what is new above what is shown."""
        last = self.session.document.past.last()
        if last - self._newest > MOST_NEWER:
            self.reload()
            return
        if last > self._newest:
            self.filters.offer()
            heads = [head for head in self.filters.search().heads(last + 1, self._newest + 1) if head is not None]
            place = self.tree.verticalScrollBar().value()
            self._newest = last
            self.tree.insertTopLevelItems(0, [self._line(head) for head in heads])
            self._choose_one()
            self.tree.verticalScrollBar().setValue(place if place else 0)
        self._on_chosen()
        self._say_state()

    # -- filling -----------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the newest lines that are wanted anew."""
        self.filters.settle()
        self._slices.stop()
        for opening in self._opening.values():
            opening.stop()
        self._opening.clear()
        self._heads.clear()
        self._changes.clear()
        self.tree.clear()
        self._newest = self.session.document.past.last()
        self._steps = self.filters.search().heads(self._newest + 1)
        self._wanted_more = 0
        self._read_more()
        # What a person sees first is there at once, as far as one slice goes.
        self._slices.run_slice()

    def _read_more(self) -> None:
        if self._steps is None or self._wanted_more > 0:
            return
        self._wanted_more = PAGE
        self._slices.start(self._some(self._steps), self._add, self._on_read)
        self._say_state()

    def _some(self, steps: Iterator[Head | None]) -> Iterator[Head | None]:
        for head in steps:
            yield head
            if self._wanted_more <= 0:
                return
        self._steps = None

    def _add(self, head: Head | None) -> None:
        if head is not None:
            self._wanted_more -= 1
            self.tree.addTopLevelItem(self._line(head))
            self._choose_one()

    def _on_read(self) -> None:
        self._wanted_more = 0
        self._say_state()

    def _line(self, head: Head) -> QTreeWidgetItem:
        line = QTreeWidgetItem(
            [moment(head.changeset.at), changeset_text(self.session.plan, head), head.person, head.institution]
        )
        self._heads[head.seq] = head
        line.setData(0, _HEAD, head.seq)
        line.setSizeHint(0, QSize(0, theme.current().px(ROW)))
        self._names.show(line)
        line.setData(1, TEXTS, [changeset_text(self.session.plan, head, name=longest) for longest in SHORTER])
        line.setToolTip(1, changeset_text(self.session.plan, head, TIP))
        for column in (2, 3):
            line.setToolTip(column, line.text(column))
        if head.count > 1:
            line.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return line

    def _choose_one(self) -> None:
        """Choose a line where none is chosen, so that the keyboard has a place to begin."""
        first = self.tree.topLevelItem(0)
        if self.tree.currentItem() is None and first is not None:
            self.tree.setCurrentItem(first)

    def _on_expanded(self, line: QTreeWidgetItem) -> None:
        head = self._heads.get(int(line.data(0, _HEAD) or 0))
        if head is None or line.childCount() or head.seq in self._opening:
            return
        slices = self._opening[head.seq] = Slices(self)
        shown = 0

        def add(change: Change | None) -> None:
            nonlocal shown
            if change is None:
                return
            shown += 1
            if shown <= MOST_CHANGES:
                self._add_change(line, change)

        def steps() -> Iterator[Change | None]:
            for change in self.filters.search().changes(head):
                yield change
                if shown > MOST_CHANGES:
                    return

        def over() -> None:
            if shown > MOST_CHANGES:
                more = QTreeWidgetItem(["", t("There are more; look for words to see fewer lines.")])
                line.addChild(more)

        slices.start(steps(), add, over)
        slices.run_slice()

    def _add_change(self, line: QTreeWidgetItem, change: Change) -> None:
        child = QTreeWidgetItem(["", change_line(self.session.plan, change)])
        child.setData(1, TEXTS, [change_line(self.session.plan, change, name=longest) for longest in SHORTER])
        child.setToolTip(1, change_line(self.session.plan, change, TIP))
        key = len(self._changes) + 1
        self._changes[key] = change
        child.setData(0, _CHANGE, key)
        line.addChild(child)

    def _say_state(self) -> None:
        shown = self.tree.topLevelItemCount()
        if self._wanted_more > 0:
            self.state.setText(t("Looking through the history …"))
        elif not shown:
            self.state.setText(t("Nothing in the history is like this. Clear the filters to see everything."))
        else:
            text = n("{n} line", "{n} lines", shown)
            self.state.setText(t("{lines}; scroll down for more", lines=text) if self._steps is not None else text)

    # -- choosing ----------------------------------------------------------------------------------------------------

    def _change_of(self, line: QTreeWidgetItem | None) -> Change | None:
        if line is None:
            return None
        if line.data(0, _CHANGE):
            return self._changes.get(int(line.data(0, _CHANGE)))
        head = self._heads.get(int(line.data(0, _HEAD) or 0))
        return head.changeset.changes[0] if head is not None and len(head.changeset.changes) == 1 else None

    def _record_of(self, line: QTreeWidgetItem | None) -> tuple[str, str, str] | None:
        """The record a line is about, and its field where there is one."""
        change = self._change_of(line)
        if change is not None:
            field = change.cell.field
            return (*change.cell[:2], field if field in KINDS[change.cell.kind].fields else "")
        head = self._heads.get(int(line.data(0, _HEAD) or 0)) if line is not None else None
        records = {one.cell[:2] for one in head.changeset.changes} if head is not None else set()
        return (*next(iter(records)), "") if len(records) == 1 else None

    def _on_chosen(self) -> None:
        line = self.tree.currentItem()
        change, record = self._change_of(line), self._record_of(line)
        self._show_whole(line, change)
        self.put_back.show_change(change, several=line is not None and change is None)
        living = record is not None and (self.session.plan.find(*record[:2]) is not None or record[0] == "plan")
        self.open_button.setEnabled(living)
        self.record_button.setEnabled(record is not None)

    def _show_whole(self, line: QTreeWidgetItem | None, change: Change | None) -> None:
        if change is not None:
            said = change_line(self.session.plan, change, WHOLE)
        else:
            said = "" if line is None else line.text(1)
        if said != self.whole.toPlainText():
            self.whole.setPlainText(said)

    def _on_activated(self, line: QTreeWidgetItem) -> None:
        """Enter: to the record where the line is about one, else open the line."""
        record = self._record_of(line)
        if record is None:
            line.setExpanded(not line.isExpanded())
        elif self.open_button.isEnabled():
            self.session.place_wanted.emit(*record)

    def _on_open_clicked(self) -> None:
        record = self._record_of(self.tree.currentItem())
        if record is not None:
            self.session.place_wanted.emit(*record)

    def _on_put_back(self) -> None:
        """The button has nothing more to do, and the keyboard would go to the beginning of the window."""
        self.tree.setFocus()

    def _on_record_clicked(self) -> None:
        record = self._record_of(self.tree.currentItem())
        if record is not None:
            self.session.history_wanted.emit(*record)

    def history_subject(self) -> tuple[str, str, str] | None:
        """Whose history is meant by a person who is in this page."""
        return self._record_of(self.tree.currentItem())

    def _on_scrolled(self, value: int) -> None:
        bar = self.tree.verticalScrollBar()
        if value >= bar.maximum() - bar.pageStep() // 2:
            self._read_more()
