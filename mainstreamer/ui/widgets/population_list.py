"""The list of population tables: title, year and area, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mainstreamer.domain.kinds import PopulationTable
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.spacing import GAP
from mainstreamer.ui.widgets.labels import button

UID = Qt.ItemDataRole.UserRole
UNDER = Qt.ItemDataRole.UserRole + 1
_MARGIN = 8
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def lasting_width(view: object, option: QStyleOptionViewItem) -> int:
    """The width that a row of a list has whether its scroll bar is shown or not, so that texts never wrap anew."""
    if not isinstance(view, QListWidget):
        return option.rect.width()
    return view.width() - view.verticalScrollBar().sizeHint().width() - 2 * view.frameWidth()


class _TitleDelegate(QStyledItemDelegate):
    """A title in as many lines as it needs, and a muted line under it."""

    def _heights(self, font: QFont, index: QModelIndex | QPersistentModelIndex, width: int) -> tuple[int, int]:
        inside = QRect(0, 0, max(40, width - 2 * _MARGIN), 1000)
        metrics, under = QFontMetrics(font), str(index.data(UNDER))
        title = metrics.boundingRect(inside, _WRAP, str(index.data())).height()
        return title, metrics.boundingRect(inside, _WRAP, under).height() if under else 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, sum(self._heights(option.font, index, lasting_width(self.parent(), option))) + 2 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = theme.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.colour("accent_soft"))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours.colour("accent"))
        width = lasting_width(self.parent(), option)
        title, under = self._heights(option.font, index, width)
        whole = QRect(option.rect.topLeft(), QSize(width, option.rect.height()))
        inside = whole.adjusted(_MARGIN, _MARGIN, -_MARGIN, 0)
        painter.setFont(option.font)
        painter.setPen(colours.colour("ink"))
        painter.drawText(QRect(inside.topLeft(), QSize(inside.width(), title)), _WRAP, str(index.data()))
        painter.setPen(colours.colour("muted"))
        painter.drawText(inside.adjusted(0, title, 0, under), _WRAP, str(index.data(UNDER)))
        painter.setPen(colours.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


class PopulationList(QWidget):
    """Which tables there are; the one chosen is shown beside."""

    chosen = Signal(str)
    add_wanted = Signal()
    paste_wanted = Signal()
    duplicate_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setItemDelegate(_TitleDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        theme.look(self.list, "tables")
        self.add, self.paste = button(), button()
        self.duplicate, self.delete = button("link"), button("link")
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.add.clicked.connect(self.add_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self.duplicate.clicked.connect(self.duplicate_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        pair = QHBoxLayout()
        pair.setSpacing(GAP)
        pair.addWidget(self.duplicate)
        pair.addWidget(self.delete)
        pair.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.list, 1)
        layout.addLayout(pair)
        layout.addWidget(self.add)
        layout.addWidget(self.paste)

    def retranslate(self) -> None:
        self.list.setAccessibleName(words().kind("population_table", "many"))
        self.add.setText(t("Add a table"))
        self.paste.setText(t("Paste a table …"))
        self.paste.setToolTip(t("Paste a table from a spreadsheet"))
        self.duplicate.setText(t("Duplicate"))
        self.delete.setText(t("Delete"))

    def show_tables(self, records: Sequence[PopulationTable], uid: str) -> None:
        """Show these tables with one of them chosen; nothing is told."""
        self.list.blockSignals(True)
        self.list.clear()
        for record in records:
            origin = words().choice("table_type", record.type)
            parts = ("" if record.year is None else str(record.year), record.area, origin)
            item = QListWidgetItem(record.title or t("(no title)"))
            item.setData(UID, record.uid)
            item.setData(UNDER, " · ".join(part for part in parts if part))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {item.data(UNDER)}")
            self.list.addItem(item)
            if record.uid == uid:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    def _on_current_changed(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(UID)))
