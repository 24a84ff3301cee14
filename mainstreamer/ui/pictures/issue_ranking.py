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
from mainstreamer.ui.widgets.cell_text import cell_lines
from mainstreamer.ui.widgets.labels import label

_START = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
_END = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
LINE, RANK, EDGE = 18, 30, 8
"""Pixels at 100 %: height of a line, width of the rank, edge of a row."""


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
    """Four lines: the issue in up to two with its score, the challenge with the sector, the opportunity with the status."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.current().px(240), theme.current().px(4 * LINE + 2 * EDGE))

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
        self._paint_words(painter, option, ranked)
        painter.restore()

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, ranked: Ranked) -> None:
        issue, speech, px = ranked.issue, words(), theme.current().px
        rank = "–" if ranked.rank is None else speech.number(ranked.rank)
        self._text(painter, option, QRect(0, 0, px(RANK), 1), rank, bold=True, align=_CENTRE)
        room = option.rect.width() - px(RANK + EDGE)
        font = _font(option.font, bold=True)
        title = issue.title or t("(without a title)")
        score = score_of(ranked)
        beside = QFontMetrics(font).horizontalAdvance(score) + px(2 * EDGE)
        self._text(painter, option, QRect(px(RANK), 0, room, 1), score, bold=True, align=_END)
        lines = cell_lines(title, font, room - beside, 2)
        for line, part in enumerate(lines):
            self._text(painter, option, QRect(px(RANK), line, room - beside, 1), part, bold=True)
        line = len(lines)
        for (field, text), side in zip(
            both_sides(ranked), (speech.choice("sector", issue.sector), self._state(ranked)), strict=True
        ):
            shown = f"{speech.field('sector_issue', field)}: {' '.join(text.split()) or t('not written down')}"
            # What a title of one line leaves is for the challenge.
            most = 4 - line - 1 if field == "description" else 1
            beside = QFontMetrics(_font(option.font)).horizontalAdvance(side) + px(2 * EDGE) if side else 0
            beside = min(beside, room // 2)
            for part in cell_lines(shown, _font(option.font), room - beside, most):
                self._text(
                    painter, option, QRect(px(RANK), line, room - beside, 1), part, role="ink" if text else "muted"
                )
                line += 1
            place = QRect(px(RANK) + room - beside, line - 1, beside, 1)
            self._text(painter, option, place, side, role="muted", align=_END)

    def _state(self, ranked: Ranked) -> str:
        unranked_for_it = ranked.rank is None and ranked.score is not None
        return "" if unranked_for_it else words().choice("issue_status", ranked.issue.status)

    def _text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: QRect,
        text: str,
        *,
        bold: bool = False,
        role: str = "ink",
        align: int = _START,
    ) -> None:
        """A text; `place` has its start and width in pixels, and in which line it stands."""
        px, whole, font = theme.current().px, QRect(option.rect), _font(option.font, bold=bold)
        painter.setFont(font)
        painter.setPen(theme.current().colour(role))
        top = whole.top() + px(EDGE + place.y() * LINE)
        box = QStyle.visualRect(option.direction, whole, QRect(whole.left() + place.x(), top, place.width(), px(LINE)))
        painter.drawText(box, align, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width()))


def _font(base: QFont, *, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPixelSize(theme.current().type_size("note"))
    font.setBold(bold)
    return font


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
