"""What is doubtful in a population table, line by line; a line leads to its row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.demography_checks import InputFinding
from mainstreamer.language.indicators import input_sentence
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.widgets.labels import label
from mainstreamer.ui.widgets.population_list import lasting_width

SEVERITIES = ("error", "warning", "note")
_TONES = {"error": "bad", "warning": "warning", "note": "muted"}
_PLACE, _SEVERITY, _SENTENCE = (Qt.ItemDataRole.UserRole + place for place in range(3))
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_MARGIN = 8
_LINE = 3


class Check(NamedTuple):
    """One line: how grave, the sentence, the row it is about (empty: the whole table) and its column."""

    severity: str
    sentence: str
    row: str = ""
    column: str = ""


def severity_word(severity: str) -> str:
    """How grave a finding is, in a word."""
    return {"error": t("Error"), "warning": t("Please check"), "note": t("Note")}[severity]


def checks_of(findings: Sequence[InputFinding]) -> list[Check]:
    """Findings as lines, the gravest first."""
    found = []
    for one in sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)):
        sentence = input_sentence(words(), one)
        found.append(Check(one.severity, sentence, one.row, str(one.values.get("column", ""))))
    return found


class _CheckDelegate(QStyledItemDelegate):
    """The severity in bold in its own column, the sentence beside it in as many lines as it needs."""

    def _bold(self, option: QStyleOptionViewItem) -> QFont:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _rects(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, width: int
    ) -> tuple[QRect, QRect]:
        metrics = QFontMetrics(self._bold(option))
        first = max(metrics.horizontalAdvance(severity_word(severity)) for severity in SEVERITIES) + 2
        start = _MARGIN + first + 12
        inside = QRect(0, 0, max(40, width - start - _MARGIN), 2000)
        height = QFontMetrics(option.font).boundingRect(inside, _WRAP, str(index.data(_SENTENCE))).height()
        return QRect(_MARGIN, _LINE, first, metrics.height()), QRect(start, _LINE, inside.width(), height)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = lasting_width(self.parent(), option)
        return QSize(40, self._rects(option, index, width)[1].bottom() + 1 + _LINE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = theme.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.colour("accent_soft"))
        rects = self._rects(option, index, lasting_width(self.parent(), option))
        first, sentence = (rect.translated(option.rect.topLeft()) for rect in rects)
        severity = str(index.data(_SEVERITY))
        painter.setFont(self._bold(option))
        painter.setPen(colours.colour(_TONES[severity]))
        painter.drawText(first, _WRAP, severity_word(severity))
        painter.setFont(option.font)
        painter.setPen(colours.colour("ink"))
        painter.drawText(sentence, _WRAP, str(index.data(_SENTENCE)))
        painter.restore()


class PopulationChecks(QWidget):
    """Severity and sentence of each finding; one good line when there are none."""

    row_wanted = Signal(str, str)

    def __init__(self, most_height: int, parent: QWidget | None = None) -> None:
        """`most_height` in pixels at 100 %: with more findings than fit, the list scrolls."""
        super().__init__(parent)
        self._most = most_height
        self.good = label("note", wrap=True)
        self.list = QListWidget()
        self.list.setItemDelegate(_CheckDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.itemClicked.connect(self._on_item_wanted)
        self.list.itemActivated.connect(self._on_item_wanted)
        theme.look(self.list, "tables")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.good)
        layout.addWidget(self.list)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fit)

    def show_checks(self, checks: Sequence[Check], good: str) -> None:
        """Show lines, or the sentence `good` when there are none."""
        self.list.setAccessibleName(t("Checks of the table"))
        self.good.setText(good)
        self.good.setVisible(not checks and bool(good))
        self.list.setVisible(bool(checks))
        self.list.clear()
        for check in checks:
            item = QListWidgetItem()
            item.setData(_PLACE, (check.row, check.column))
            item.setData(_SEVERITY, check.severity)
            item.setData(_SENTENCE, check.sentence)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{severity_word(check.severity)}: {check.sentence}")
            if check.row:
                item.setToolTip(t("Enter or a click leads to the row."))
            self.list.addItem(item)
        self._fit()
        self._timer.start()

    def lines(self) -> list[str]:
        """What is shown, a line a finding."""
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(self.list.item(place).data(role)) for place in range(self.list.count())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()

    def _fit(self) -> None:
        """As high as the lines need, within bounds."""
        wanted = sum(self.list.sizeHintForRow(row) for row in range(self.list.count())) + 4
        self.list.setFixedHeight(max(28, min(wanted, theme.current().px(self._most))))

    def _on_item_wanted(self, item: QListWidgetItem) -> None:
        row, column = item.data(_PLACE)
        if row:
            self.row_wanted.emit(row, column)
