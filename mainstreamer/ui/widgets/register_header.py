"""The headings of a register: a click sorts, Shift and a click add a column, a funnel filters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QToolTip, QWidget

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.models.register_model import RegisterModel
from mainstreamer.ui.widgets.cell_text import cell_lines, in_view, is_strip

SIDE = 11
"""Pixels that a heading keeps from the sides of its section; cells keep the same."""
MARK = 14
"""Pixels of a funnel and of an arrow at 100 %."""


class RegisterHeader(QHeaderView):
    """Shows by number and arrow how rows are sorted, and by a full funnel which columns are filtered."""

    sort_wanted = Signal(str, bool)
    """A column was clicked; True where it is to be added to those sorted by."""
    filter_wanted = Signal(str)

    def __init__(self, model: RegisterModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._register = model
        self._sort: tuple[str, ...] = ()
        self._filtered: frozenset[str] = frozenset()
        self._pressed = -1
        self._hovered = -1
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setMouseTracking(True)
        self.sectionClicked.connect(self._on_section_clicked)
        self._modifiers = Qt.KeyboardModifier.NoModifier

    def show_sort(self, sort: Sequence[str]) -> None:
        """Show by which columns rows are sorted; `-` before a name: falling."""
        self._sort = tuple(sort)
        self.viewport().update()

    def show_filtered(self, names: Sequence[str]) -> None:
        """Show which columns are filtered."""
        self._filtered = frozenset(names)
        self.viewport().update()

    def name_at(self, section: int) -> str:
        """The column of a section; empty when there is none."""
        return self._register.columns[section] if 0 <= section < len(self._register.columns) else ""

    def sort_place(self, name: str) -> tuple[int, bool]:
        """Which column sorted by this one is, from 1 on, and whether falling; 0 when rows are not sorted by it."""
        for place, sorted_by in enumerate(self._sort, 1):
            if sorted_by.lstrip("-") == name:
                return place, sorted_by.startswith("-")
        return 0, False

    def restyle(self) -> None:
        """Sizes at the text size of now."""
        self.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 12)

    # -- the pointer -------------------------------------------------------------------------------------------------

    def funnel(self, section: int) -> QRect:
        """Where the funnel of a section is."""
        side = theme.current().px(MARK) + 8
        box = QRect(self.sectionViewportPosition(section), 0, self.sectionSize(section), self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QRect(box.left(), 0, side, box.height())
        return QRect(box.right() - side + 1 - 3, 0, side, box.height())

    def _funnel_at(self, place: QPoint) -> int:
        section = self.logicalIndexAt(place)
        return section if section >= 0 and self.funnel(section).contains(place) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._modifiers = event.modifiers()
        # At the very edge a column is made wider.
        wider = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        section = self._funnel_at(place) if event.button() == Qt.MouseButton.LeftButton and not wider else -1
        self._pressed = section
        if section < 0:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._modifiers = event.modifiers()
        if self._pressed >= 0:
            pressed, self._pressed = self._pressed, -1
            if self._funnel_at(event.position().toPoint()) == pressed:
                self.filter_wanted.emit(self.name_at(pressed))
            return
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self.logicalIndexAt(event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
        if self._pressed < 0:
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def _on_section_clicked(self, section: int) -> None:
        self.sort_wanted.emit(self.name_at(section), bool(self._modifiers & Qt.KeyboardModifier.ShiftModifier))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.logicalIndexAt(event.pos())
            if section >= 0:
                QToolTip.showText(event.globalPos(), self.tip(section, self._funnel_at(event.pos()) >= 0), self)
                return True
        return super().viewportEvent(event)

    def tip(self, section: int, on_funnel: bool = False) -> str:
        """What the tool tip of a heading says."""
        name = self.name_at(section)
        label = self._register.label(name)
        if on_funnel:
            return t("Filter by: {field}", field=label)
        help_ = self._register.vocabulary.help(name)
        return "\n".join(
            part for part in (label, help_, t("Click: sort. Shift+click: sort by this column as well.")) if part
        )

    # -- painting ----------------------------------------------------------------------------------------------------

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        name = self.name_at(section)
        if not rect.isValid() or not name:
            return
        colours, mark = theme.current(), theme.current().px(MARK)
        place, falling = self.sort_place(name)
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect, option.section = rect, section
        painter.save()
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        filtered = name in self._filtered
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colours.colour("accent" if place or filtered else "muted"))
        figure = self._register.vocabulary.is_figure(name)
        side = Qt.AlignmentFlag.AlignRight if figure != mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side.value) | int(Qt.AlignmentFlag.AlignVCenter.value)
        said = words().number(place) if place and len(self._sort) > 1 else ""
        width = painter.fontMetrics().horizontalAdvance(said) + 2 if said else 0
        whole = _cut(rect.adjusted(SIDE, 2, -SIDE, -2), mark + 2 + width, mirrored)
        inner = in_view(whole, self.viewport().rect(), mirrored)
        if not is_strip(rect, self.viewport().rect()):
            step = painter.fontMetrics().lineSpacing()
            lines = cell_lines(self._register.label(name), font, inner.width(), 2)
            top = inner.center().y() - len(lines) * step // 2
            for line in lines:
                painter.drawText(QRect(inner.left(), top, inner.width(), step), flags, line)
                top += step
        box = self.funnel(section)
        if not self.viewport().rect().contains(box.adjusted(4, 0, -4, 0)):
            # Half a mark at the edge of the table reads as dirt.
            painter.restore()
            return
        # With an arrow to show, the funnel stands above it.
        centre = QPoint(box.center().x(), rect.center().y() - (mark // 2 + 2 if place else 0))
        funnel = QRect(0, 0, mark, mark)
        funnel.moveCenter(centre)
        role = "accent" if filtered else "muted" if section == self._hovered else "field_line"
        icons.paint(painter, funnel, "funnel-fill" if filtered else "funnel", colours.colour(role))
        if place:
            arrow = funnel.translated(0, mark + 4)
            icons.paint(painter, arrow, "arrow-down" if falling else "arrow-up", colours.colour("accent"))
            at = QRect(arrow.right() if mirrored else arrow.left() - width, arrow.top(), width, arrow.height())
            painter.setPen(colours.colour("accent"))
            painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter.value), said)
        painter.restore()


def _cut(box: QRect, pixels: int, mirrored: bool) -> QRect:
    """A box with room left at the trailing side."""
    return box.adjusted(pixels, 0, 0, 0) if mirrored else box.adjusted(0, 0, -pixels, 0)
