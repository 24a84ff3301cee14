"""The ranking of sector issues as a list: rank, issue, challenge and opportunity, sector and score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.issue_ranking import Ranked
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.labels import label

_START = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_END = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
LINE, RANK, SIDE, EDGE = 18, 30, 132, 8
"""Pixels at 100 %: height of a line, width of the rank, width of score and sector, edge of a row."""


class _Order(QAbstractListModel):
    """The issues in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.order: tuple[Ranked, ...] = ()
        self.rows: dict[str, int] = {}

    def show_order(self, order: Sequence[Ranked]) -> None:
        self.beginResetModel()
        self.order = tuple(order)
        self.rows = {ranked.issue.uid: row for row, ranked in enumerate(self.order)}
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.order)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        ranked = self.order[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return ranked.issue.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said(ranked)
        return None


def said(ranked: Ranked) -> str:
    """A row in words."""
    issue, speech = ranked.issue, words()
    first = t("not ranked") if ranked.rank is None else t("rank {rank}", rank=speech.number(ranked.rank))
    parts = [first, issue.title, score_of(ranked), speech.choice("sector", issue.sector)]
    parts += [f"{speech.field('sector_issue', field)}: {text}" for field, text in both_sides(ranked) if text]
    return ", ".join(part for part in parts if part)


def score_of(ranked: Ranked) -> str:
    """The score with how it came about; that it was set aside or not judged where there is no rank."""
    issue, speech = ranked.issue, words()
    if ranked.score is None:
        return t("Not assessed")
    if ranked.rank is None:
        return speech.choice("issue_status", issue.status)
    factors = f"{speech.number(issue.severity or 0)} × {speech.number(issue.feasibility or 0)}"
    return f"{factors} = {speech.number(ranked.score)}"


def both_sides(ranked: Ranked) -> tuple[tuple[str, str], tuple[str, str]]:
    """Challenge and opportunity, each as field and text."""
    return ("description", ranked.issue.description), ("opportunity", ranked.issue.opportunity)


class _RowPainter(QStyledItemDelegate):
    """Three lines: the issue with its score, the challenge with the sector, the opportunity with the status."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.current().px(240), theme.current().px(3 * LINE + 2 * EDGE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, _Order)
        ranked, colours, whole = model.order[index.row()], theme.current(), QRect(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, colours.colour("accent_soft"))
        painter.setPen(colours.colour("line"))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colours.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(whole.adjusted(1, 1, -2, -2))
        issue, speech = ranked.issue, words()
        rank = "–" if ranked.rank is None else speech.number(ranked.rank)
        self._text(painter, option, (0, 0, RANK), rank, bold=True, align=int(Qt.AlignmentFlag.AlignCenter.value))
        width = round(whole.width() * 100 / colours.size) - RANK - SIDE - 2 * EDGE
        self._text(painter, option, (RANK, 0, width), issue.title or t("(without a title)"), bold=True)
        for line, (field, text) in enumerate(both_sides(ranked), 1):
            missing = t("not written down")
            head = speech.field("sector_issue", field)
            shown = f"{head}: {' '.join(text.split()) or missing}"
            self._text(painter, option, (RANK, line, width), shown, role="ink" if text else "muted")
        side = (whole.width() * 100 // colours.size) - SIDE - EDGE
        for line, text in enumerate((score_of(ranked), speech.choice("sector", issue.sector))):
            self._text(painter, option, (side, line, SIDE), text, bold=line == 0, role="ink", align=_END)
        self._text(painter, option, (side, 2, SIDE), self._state(ranked), role="muted", align=_END)
        painter.restore()

    def _state(self, ranked: Ranked) -> str:
        unranked_for_it = ranked.rank is None and ranked.score is not None
        return "" if unranked_for_it else words().choice("issue_status", ranked.issue.status)

    def _text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: tuple[int, int, int],
        text: str,
        *,
        bold: bool = False,
        role: str = "ink",
        align: int = _START,
    ) -> None:
        """A text on a line; `place` is start, line and width in pixels at 100 %."""
        px, whole = theme.current().px, QRect(option.rect)
        font = QFont(option.font)
        font.setPixelSize(theme.current().type_size("note"))
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(theme.current().colour(role))
        start, line, width = place
        box = QRect(whole.left() + px(start), whole.top() + px(EDGE + line * LINE), px(width), px(LINE))
        box = QStyle.visualRect(option.direction, whole, box)
        painter.drawText(box, align, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width()))


class IssueRanking(QWidget):
    """The list with its heading and the rule by which it is made."""

    chosen = Signal(tuple)
    opened = Signal(str)
    delete_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = _Order(self)
        self.list = RankedList(self.model)
        self._title, self._rule = label("strong"), label("note", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addWidget(self._title)
        layout.addWidget(self._rule)
        layout.addSpacing(SMALL)
        layout.addWidget(self.list, 1)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.list.delete_wanted.connect(self.delete_wanted)

    def show_order(self, order: Sequence[Ranked]) -> None:
        """Show issues in this order; what was chosen stays so."""
        if tuple(order) == self.model.order:
            return
        kept = self.list.selected()
        with self.list.quiet():
            self.model.show_order(order)
        self.show_selection(kept)

    def show_selection(self, uids: Sequence[str]) -> None:
        """Show that these are chosen; nobody is told."""
        self.list.show_selection(uids)

    def retranslate(self) -> None:
        self._title.setText(t("Ranking"))
        self._rule.setText(t("Severity × feasibility; of equal scores the graver issue comes first."))
        self.list.setAccessibleName(t("Ranking of sector issues"))
        self.list.viewport().update()


class _Quiet:
    """While it lasts, a list tells nobody what is chosen."""

    def __init__(self, of: RankedList) -> None:
        self._list = of

    def __enter__(self) -> None:
        self._list.silent = True

    def __exit__(self, *_: object) -> None:
        self._list.silent = False


class RankedList(QListView):
    """Chosen like any list."""

    chosen = Signal(tuple)
    opened = Signal(str)
    delete_wanted = Signal()

    def __init__(self, model: _Order) -> None:
        super().__init__()
        self._order = model
        self.silent = False
        self.setModel(model)
        self.setItemDelegate(_RowPainter(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._on_double_clicked)

    def quiet(self) -> _Quiet:
        return _Quiet(self)

    def selected(self) -> tuple[str, ...]:
        """The uids chosen, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._order.order[row].issue.uid for row in rows)

    def show_selection(self, uids: Sequence[str]) -> None:
        if set(uids) == set(self.selected()):
            return
        rows = [row for uid in uids if (row := self._order.rows.get(uid, -1)) >= 0]
        selection = QItemSelection()
        for row in rows:
            selection.select(self._order.index(row), self._order.index(row))
        flags = QItemSelectionModel.SelectionFlag
        with self.quiet():
            self.selectionModel().select(selection, flags.ClearAndSelect)
            if rows:
                self.selectionModel().setCurrentIndex(self._order.index(rows[0]), flags.NoUpdate)
                self.scrollTo(self._order.index(rows[0]))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self.silent:
            self.chosen.emit(self.selected())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._order.order[index.row()].issue.uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self._on_double_clicked(current)
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()
