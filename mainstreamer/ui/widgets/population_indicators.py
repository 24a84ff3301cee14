"""What one population table says: every indicator that its rows allow, with its definition."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
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

from mainstreamer.domain.indicators import IndicatorValue
from mainstreamer.knowledge import indicators
from mainstreamer.language.indicators import IndicatorWords, indicator_words
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.spacing import SMALL
from mainstreamer.ui.widgets.labels import label
from mainstreamer.ui.widgets.population_list import lasting_width

NAME, UNDER, VALUE, UNIT, DEFINITION = (Qt.ItemDataRole.UserRole + place for place in range(5))
_MARGIN = 8
_GAP = 8
NARROW = 300
"""Below this width, at 100 %, a value stands under its name and not beside it."""
_LEFT = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_RIGHT = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


class _ValueDelegate(QStyledItemDelegate):
    """Name and variant at the left, value and unit at the right; all of it is shown, nothing is cut off."""

    def _fonts(self, option: QStyleOptionViewItem) -> tuple[QFont, QFont, QFont]:
        small, bold = QFont(option.font), QFont(option.font)
        small.setPixelSize(theme.current().type_size("note"))
        bold.setWeight(QFont.Weight.DemiBold)
        return QFont(option.font), small, bold

    def _rects(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, width: int
    ) -> tuple[QRect, QRect, QRect, QRect]:
        """Places of name, variant, value and unit in a row that begins at 0, 0."""
        if width < theme.current().px(NARROW):
            return self._stacked(option, index, width)
        plain, small, bold = self._fonts(option)
        right = 0
        if index.data(VALUE):
            unit_width = QFontMetrics(small).horizontalAdvance(str(index.data(UNIT))) + 4
            right = max(min(unit_width, width * 3 // 8), _advance(bold, index.data(VALUE)))
        left = width - 2 * _MARGIN - right - (_GAP if right else 0)
        name = _box(plain, str(index.data(NAME)), left, _LEFT)
        under = _box(small, str(index.data(UNDER)), left, _LEFT)
        value = _box(bold, str(index.data(VALUE)), right, _RIGHT)
        unit = _box(small, str(index.data(UNIT)), right, _RIGHT)
        start = width - _MARGIN - right
        return (
            QRect(_MARGIN, _MARGIN, left, name),
            QRect(_MARGIN, _MARGIN + name, left, under),
            QRect(start, _MARGIN, right, value),
            QRect(start, _MARGIN + value, right, unit),
        )

    def _stacked(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, width: int
    ) -> tuple[QRect, QRect, QRect, QRect]:
        """For a narrow list: the name, under it value and unit in a line, under that the variant."""
        plain, small, bold = self._fonts(option)
        inside = width - 2 * _MARGIN
        name = _box(plain, str(index.data(NAME)), inside, _LEFT)
        value_width = _advance(bold, index.data(VALUE))
        rest = inside - value_width - 4
        value = _box(bold, str(index.data(VALUE)), value_width, _LEFT)
        unit = _box(small, str(index.data(UNIT)), rest, _LEFT)
        under = _box(small, str(index.data(UNDER)), inside, _LEFT)
        line = max(value, unit)
        return (
            QRect(_MARGIN, _MARGIN, inside, name),
            QRect(_MARGIN, _MARGIN + name + line, inside, under),
            QRect(_MARGIN, _MARGIN + name, value_width, value),
            QRect(_MARGIN + value_width + 4, _MARGIN + name + (1 if value else 0), rest, unit),
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = lasting_width(self.parent(), option)
        rects = self._rects(option, index, width)
        return QSize(40, max(rect.bottom() for rect in rects) + 1 + _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = theme.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.colour("accent_soft"))
        plain, small, bold = self._fonts(option)
        rects = self._rects(option, index, lasting_width(self.parent(), option))
        name, under, value, unit = (rect.translated(option.rect.topLeft()) for rect in rects)
        there = bool(index.data(VALUE))
        beside = _LEFT if lasting_width(self.parent(), option) < colours.px(NARROW) else _RIGHT
        pieces = (
            (plain, "ink" if there else "muted", name, _LEFT, NAME),
            (small, "muted", under, _LEFT, UNDER),
            (bold, "ink", value, beside, VALUE),
            (small, "muted", unit, beside, UNIT),
        )
        for font, role, rect, flags, part in pieces:
            painter.setFont(font)
            painter.setPen(colours.colour(role))
            painter.drawText(rect, flags, str(index.data(part)))
        painter.setPen(colours.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


def _advance(font: QFont, text: object) -> int:
    return QFontMetrics(font).horizontalAdvance(str(text)) + 2 if text else 0


def _box(font: QFont, text: str, width: int, flags: int) -> int:
    """Height that a text takes in a width."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(20, width), 2000), flags, text).height() if text else 0


class PopulationIndicators(QWidget):
    """Values of one table, both sexes first, women and men in the line below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("section", wrap=True)
        self.list = QListWidget()
        self.list.setItemDelegate(_ValueDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.currentItemChanged.connect(self._on_current_changed)
        theme.look(self.list, "tables")
        self._none = label("note", wrap=True)
        self.definition = label("note", wrap=True)
        self.definition.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addWidget(self._title)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._none)
        layout.addWidget(self.definition)
        layout.addStretch(0)

    def show_values(self, values: Sequence[IndicatorValue]) -> None:
        """Show the values of one table; the line that was chosen stays chosen."""
        self._title.setText(t("Indicators of this table"))
        self.list.setAccessibleName(t("Indicators of this table"))
        self._none.setText(t("They appear here as soon as there are numbers."))
        self._none.setVisible(not values)
        self.list.setVisible(bool(values))
        row, offset = self.list.currentRow(), self.list.verticalScrollBar().value()
        self.list.blockSignals(True)
        self.list.clear()
        for value, parts in by_measure(values):
            self.list.addItem(_item(value, parts))
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)
        self.list.verticalScrollBar().setValue(offset)
        self._on_current_changed(self.list.currentItem(), None)

    def lines(self) -> list[str]:
        """What is shown, a line an indicator."""
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(self.list.item(place).data(role)) for place in range(self.list.count())]

    def _on_current_changed(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        text = "" if item is None else str(item.data(DEFINITION))
        self.definition.setText(text)
        self.definition.setVisible(bool(text))


def by_measure(values: Sequence[IndicatorValue]) -> list[tuple[IndicatorValue, list[IndicatorValue]]]:
    """Each value of both sexes with those of women and men that belong to it."""
    found: dict[tuple[str, str, int | None], tuple[IndicatorValue, list[IndicatorValue]]] = {}
    for value in values:
        key = (value.code, value.variant, value.since)
        if key in found:
            found[key][1].append(value)
        else:
            found[key] = (value, [])
    return list(found.values())


def _item(value: IndicatorValue, parts: Sequence[IndicatorValue]) -> QListWidgetItem:
    speech, definition = words(), indicators().get(value.code)
    said = indicator_words(speech, value, definition)
    under = [said.variant, said.period if value.since is not None else ""]
    if parts:
        sexes = (indicator_words(speech, part, definition) for part in parts)
        under.append(" · ".join(f"{part.who} {part.value}" for part in sexes))
    if said.reason:
        under.append(t("not computable: {reason}", reason=said.reason_behind))
    lines = "\n".join(part for part in under if part)
    item = QListWidgetItem()
    for role, text in ((NAME, said.name), (UNDER, lines), (VALUE, said.value), (UNIT, said.unit)):
        item.setData(role, text)
    item.setData(DEFINITION, said.definition)
    item.setToolTip(said.definition)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(said, lines))
    return item


def _spoken(said: IndicatorWords, lines: str) -> str:
    parts = (said.name, said.value_and_unit, lines.replace("\n", ". "))
    return ". ".join(part for part in parts if part)
