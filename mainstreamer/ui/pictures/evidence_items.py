"""Evidence by item: which answers rest on nothing, what each other answer rests on, and evidence that supports none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from mainstreamer.domain.kinds import Evidence, Record
from mainstreamer.domain.plan import code_order
from mainstreamer.operations.attaching import claimed_items
from mainstreamer.storage.plan_change import PlanChange
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pictures.picture import Picture
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.file_actions import evidence_icon
from mainstreamer.ui.widgets.headings import end_in_dots

_ANSWER, _KEPT = 1, 2
_EDGES, _INDENT = 24, 20
"""Pixels at 100 % that a heading or a text needs beyond its letters, and by which a level of the tree stands in."""
_ITEM, _UID = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1


class EvidenceItems(Picture):
    """A tree of items and the evidence below each. Enter on an item leads to its answer, on a document to its form."""

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(session, kind)
        self._records: tuple[Evidence, ...] = ()
        self._answers: set[str] = set()
        self._kept = ""
        """The longest name of a file or link."""
        self._items = 0
        self.tree = QTreeWidget()
        theme.look(self.tree, "lines")
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setUniformRowHeights(True)
        self.tree.setIconSize(QSize(theme.current().px(icons.SIZE), theme.current().px(icons.SIZE)))
        self.tree.setIndentation(theme.current().px(_INDENT))
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.header().setStretchLastSection(False)
        end_in_dots(self.tree.header())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree)
        self.setFocusProxy(self.tree)
        self.tree.itemActivated.connect(self._on_activated)
        self.tree.itemSelectionChanged.connect(self._on_selected)
        self._quiet = False

    def show_records(self, records: Sequence[Record]) -> None:
        self._records = tuple(row for row in records if isinstance(row, Evidence))
        self._fill()

    def show_selection(self, uids: Sequence[str]) -> None:
        current = self.tree.currentItem()
        if current is not None and current.data(0, _UID) in uids:
            return
        self._quiet = True
        found = next((line for line in self._lines() if line.data(0, _UID) in uids), None)
        if found is not None:
            self.tree.setCurrentItem(found)
        self._quiet = False

    def refresh(self, change: PlanChange | None) -> None:
        if change is None or change.touches("answer"):
            self._fill()

    def retranslate(self) -> None:
        names = [t("Items and their evidence"), t("Answer"), t("File or link")]
        self.tree.setHeaderLabels(names)
        for column, name in enumerate(names):
            self.tree.headerItem().setToolTip(column, name)
        self.tree.setAccessibleName(t("Evidence by item"))
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fill()

    def _fit(self) -> None:
        """Questions and documents take the width that answers and files leave them: most of it."""
        px, metrics, head = theme.current().px, self.tree.fontMetrics(), self.tree.header().fontMetrics()
        answer = max(map(metrics.horizontalAdvance, self._answers), default=0)
        answer = max(answer, head.horizontalAdvance(t("Answer"))) + px(_EDGES)
        kept = max(metrics.horizontalAdvance(self._kept), head.horizontalAdvance(t("File or link"))) + px(_EDGES)
        self.tree.setColumnWidth(_ANSWER, answer)
        self.tree.setColumnWidth(_KEPT, min(kept, px(220), (self.tree.viewport().width() - answer) * 3 // 10))
        self.tree.setColumnHidden(_KEPT, not self._kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    # -- filling -----------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        plan = self.session.plan
        claimed = sorted(claimed_items(plan), key=code_order)
        of_item: dict[str, list[Evidence]] = {}
        for row in self._records:
            for code in row.items:
                of_item.setdefault(code, []).append(row)
        loose = [row for row in self._records if not row.items]
        self._items = len(of_item)
        self._answers = {self._said(code) for code in (*claimed, *of_item)}
        self._kept = max(map(_kept, self._records), key=len, default="")
        signs = {name: icons.icon(name, "muted") for name in set(map(evidence_icon, self._records))}
        self._quiet = True
        self.tree.clear()
        if claimed:
            group = self._group(
                n("{n} Yes answer without evidence", "{n} Yes answers without evidence", len(claimed)), "warning"
            )
            group.addChildren([self._item(code) for code in claimed])
        if of_item:
            group = self._group(n("{n} item with evidence", "{n} items with evidence", len(of_item)), "check-circle")
            for code in sorted(of_item, key=code_order):
                line = self._item(code)
                line.addChildren([self._document(row, signs) for row in of_item[code]])
                group.addChild(line)
        if loose:
            group = self._group(n("{n} supports no item", "{n} support no item", len(loose)), "question")
            group.addChildren([self._document(row, signs) for row in loose])
        self.tree.expandAll()
        self._fit()
        self._quiet = False

    def _group(self, text: str, icon: str) -> QTreeWidgetItem:
        line = QTreeWidgetItem(self.tree, [text])
        font = self.tree.font()
        font.setBold(True)
        line.setFont(0, font)
        line.setIcon(0, icons.icon(icon, "muted"))
        line.setFirstColumnSpanned(True)
        return line

    def _item(self, code: str) -> QTreeWidgetItem:
        checklist = self.session.checklist
        question = checklist.text(code, "question") if code in checklist.by_code else ""
        line = QTreeWidgetItem([f"{code}  {question}", self._said(code)])
        line.setToolTip(0, question)
        line.setData(0, _ITEM, code)
        return line

    def _said(self, code: str) -> str:
        """The answer of an item, in words."""
        answer = self.session.plan.answers.get(code)
        return words().choice("score", answer.score) if answer is not None and answer.score else t("not answered")

    def _document(self, row: Evidence, signs: Mapping[str, QIcon]) -> QTreeWidgetItem:
        name = ", ".join(part for part in (row.title, row.reference, row.page) if part)
        kept = _kept(row)
        line = QTreeWidgetItem([name, "", kept])
        line.setIcon(0, signs[evidence_icon(row)])
        line.setToolTip(0, name)
        line.setToolTip(2, kept)
        line.setData(0, _UID, row.uid)
        return line

    def _lines(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []
        waiting = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        while waiting:
            line = waiting.pop(0)
            if line is not None:
                found.append(line)
                waiting = [line.child(row) for row in range(line.childCount())] + waiting
        return found

    def counted(self) -> tuple[str, ...]:
        documents = n("{n} document", "{n} documents", len(self._records))
        return documents, n("{n} item with evidence", "{n} items with evidence", self._items)

    # -- choosing ----------------------------------------------------------------------------------------------------

    def _on_selected(self) -> None:
        line = self.tree.currentItem()
        if not self._quiet and line is not None and line.data(0, _UID):
            self.chosen.emit((line.data(0, _UID),))

    def _on_activated(self, line: QTreeWidgetItem) -> None:
        if line.data(0, _UID):
            self.opened.emit(line.data(0, _UID))
        elif line.data(0, _ITEM):
            self.session.place_wanted.emit("answer", self.session.plan.answer_uid(line.data(0, _ITEM)), "score")


def _kept(row: Evidence) -> str:
    """What is kept of a document: the name of its file, or its link."""
    return row.file.name if row.file is not None else row.link
