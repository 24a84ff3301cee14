"""The rail: where one is and how far each step has come."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mainstreamer.ui import icons, theme
from mainstreamer.ui.spacing import CARD_SIDE

ENTRY = Qt.ItemDataRole.UserRole + 1
WIDTH, MOST_WIDTH, COMPACT_WIDTH = 256, 284, 100
"""Pixels at 100 %: with titles beside rings and icons, the same where the font is wide, and with small titles below them."""
ROW, COMPACT_ROW = 33, 44
SIGN, MARKER, AFTER_NUMBER = 28, 14, 6
"""What a ring or an icon takes, what the dot of open essential items does, and what a number keeps from the title."""


@dataclass(frozen=True)
class RailEntry:
    """One line of the rail. `fraction` draws a ring (None: none); `marked` says that essential items are open."""

    key: str
    title: str
    number: str = ""
    count: str = ""
    fraction: float | None = None
    marked: bool = False
    spoken: str = ""
    rule_above: bool = False
    icon: str = ""


class Rail(QListWidget):
    """The list of pages. Arrow keys move, the page follows."""

    page_chosen = Signal(str)
    """The program went to the line of this page (`choose`)."""
    page_wanted = Signal(str)
    """A person did."""
    key_left = Signal(object)
    """A QKeyEvent that means nothing here, and may on the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title_size: int | None = None
        self._delegate = _RailDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        theme.look(self, "raillist")
        self.currentItemChanged.connect(self._on_current_changed)
        self._choosing = False

    @property
    def compact(self) -> bool:
        """Whether titles stand small below rings, numbers and icons."""
        return self._delegate.compact

    def set_compact(self, wanted: bool) -> None:
        """Give way where the window has no room for titles at the side."""
        if wanted != self._delegate.compact:
            self._delegate.compact = wanted
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())
            self.viewport().update()

    def wanted_width(self) -> int:
        """The width in which every title stands beside its sign in letters of the usual size, within bounds. It does not
        change with what is done of a step."""
        self.ensurePolished()
        px, metrics = theme.current().px, QFontMetrics(_bold(self.font()))
        widest = max((metrics.horizontalAdvance(title) + beside for title, beside in self._beside(metrics)), default=0)
        return max(px(WIDTH), min(px(MOST_WIDTH), widest + self.verticalScrollBar().sizeHint().width()))

    def _beside(self, metrics: QFontMetrics) -> list[tuple[str, int]]:
        """Each title with the pixels that what stands beside it takes of its line at most."""
        px, found = theme.current().px, []
        for row in range(self.count()):
            entry = self._entry(row)
            _done, between, of = entry.count.partition("/")
            beside = metrics.horizontalAdvance(of + between + of or entry.count)
            beside += px(MARKER) + number_width(metrics) if entry.number else 0
            found.append((entry.title, beside + px(AFTER_NUMBER) + px(SIGN) + 2 * px(CARD_SIDE)))
        return found

    def title_size(self) -> int:
        """Pixels of letters in which each title stands in one line: the usual, or the largest below it, for all alike. The
        usual too where none is large enough to read; a title that is too long then goes its own way."""
        if self._title_size is None:
            font, room = _bold(self.font()), self.viewport().width()
            titles, usual = self._beside(QFontMetrics(font)), QFontInfo(font).pixelSize()
            self._title_size = usual
            for size in range(usual, theme.current().type_size("small") - 1, -1):
                font.setPixelSize(size)
                metrics = QFontMetrics(font)
                if all(metrics.horizontalAdvance(title) + beside <= room for title, beside in titles):
                    self._title_size = size
                    break
        return self._title_size

    def set_entries(self, entries: list[RailEntry]) -> None:
        """Show these lines, keeping the place."""
        kept = self.current_key()
        if [entry.key for entry in entries] == [self._entry(row).key for row in range(self.count())]:
            for row, entry in enumerate(entries):
                if entry != self._entry(row):
                    self._fill(self.item(row), entry)
            return
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            item = QListWidgetItem()
            self._fill(item, entry)
            self.addItem(item)
        if kept:
            self.choose(kept)
        self.blockSignals(False)

    def _fill(self, item: QListWidgetItem, entry: RailEntry) -> None:
        self._title_size = None
        item.setData(ENTRY, entry)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken or entry.title)
        item.setToolTip(entry.spoken or entry.title)

    def _entry(self, row: int) -> RailEntry:
        found: RailEntry = self.item(row).data(ENTRY)
        return found

    def current_key(self) -> str:
        item = self.currentItem()
        return "" if item is None else str(item.data(ENTRY).key)

    def choose(self, key: str) -> None:
        """Go to the line of that key; to none where the page has no line."""
        for row in range(self.count()):
            if self._entry(row).key == key:
                self._choosing = True
                self.setCurrentRow(row)
                self._choosing = False
                self.scrollToItem(self.item(row))
                return
        self.setCurrentRow(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._title_size = None
        self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._title_size = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures answer on a page with a checklist, and Ctrl+Enter goes on there: they find no title by its letters."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers()
        if enter or event.text().isdecimal():
            self.key_left.emit(event)
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, current: QListWidgetItem | None, _previous: QListWidgetItem | None) -> None:
        if current is not None:
            (self.page_chosen if self._choosing else self.page_wanted).emit(current.data(ENTRY).key)


class _RailDelegate(QStyledItemDelegate):
    """Paints a line: ring, number, title, marker, count. Places are those of a layout from left to right, mirrored where the
    window is."""

    compact = False

    def __init__(self, rail: Rail) -> None:
        super().__init__(rail)
        self._rail = rail

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        colours = theme.current()
        entry: RailEntry = index.data(ENTRY)
        height = colours.px(COMPACT_ROW if self.compact else ROW)
        return QSize(100, height + (colours.px(13) if entry.rule_above else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = theme.current()
        entry: RailEntry = index.data(ENTRY)
        rect = QRect(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.rule_above:
            middle = rect.top() + colours.px(6)
            painter.setPen(colours.colour("line"))
            painter.drawLine(rect.left() + colours.px(CARD_SIDE), middle, rect.right() - colours.px(CARD_SIDE), middle)
            rect.setTop(rect.top() + colours.px(13))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        direction = option.direction
        if chosen:
            painter.fillRect(rect, colours.colour("accent_soft"))
            edge = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(QStyle.visualRect(direction, rect, edge), colours.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus and chosen:
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawRect(rect.adjusted(2, 2, -3, -3))
        if self.compact:
            self._compact(painter, rect, entry, chosen, direction)
        else:
            inner = rect.adjusted(colours.px(CARD_SIDE), 0, -colours.px(CARD_SIDE), 0)
            self._sign(painter, inner, inner.left(), entry, chosen, direction)
            self._text(painter, inner, inner.left() + colours.px(SIGN), entry, chosen, direction)
        painter.restore()

    def _sign(
        self, painter: QPainter, inner: QRect, place: int, entry: RailEntry, chosen: bool, direction: Qt.LayoutDirection
    ) -> None:
        """Paint the ring or the icon from a place on."""
        colours = theme.current()
        size = colours.px(_sign_size(entry))
        box = QRect(place, inner.center().y() - size // 2 + 1, size, size)
        box = QStyle.visualRect(direction, inner, box)
        if entry.fraction is not None:
            _ring(painter, QRectF(box), entry.fraction, colours)
        elif entry.icon:
            icons.paint(painter, box, entry.icon, colours.colour("accent" if chosen else "muted"))

    def _compact(
        self, painter: QPainter, rect: QRect, entry: RailEntry, chosen: bool, direction: Qt.LayoutDirection
    ) -> None:
        """Sign and number in the middle, the title small below them."""
        colours = theme.current()
        px, metrics = colours.px, painter.fontMetrics()
        inner = rect.adjusted(px(2), 0, -px(2), 0)
        small = QFont(painter.font())
        small.setPixelSize(colours.type_size("small"))
        small.setBold(chosen)
        below = QFontMetrics(small).height()
        upper = QRect(inner.left(), inner.top() + px(3), inner.width(), inner.height() - below - px(7))
        number = metrics.horizontalAdvance(entry.number) + px(5) if entry.number else 0
        place = upper.center().x() - (px(_sign_size(entry)) + number) // 2
        self._sign(painter, upper, place, entry, chosen, direction)
        painter.setPen(colours.colour("ink"))
        if entry.number:
            box = QRect(place + px(_sign_size(entry) + 5), upper.top(), number, upper.height())
            painter.drawText(QStyle.visualRect(direction, upper, box), _LEADING, entry.number)
        if entry.marked:
            self._marker(painter, upper, place + px(15), direction, -px(6))
        painter.setFont(small)
        painter.setPen(colours.colour("ink"))  # the marker leaves none
        title = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, inner.width())
        box = QRect(inner.left(), upper.bottom() + 1, inner.width(), below)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), title)

    def _text(
        self,
        painter: QPainter,
        inner: QRect,
        left: int,
        entry: RailEntry,
        chosen: bool,
        direction: Qt.LayoutDirection,
    ) -> None:
        colours = theme.current()
        usual = painter.font()
        font = _bold(usual)
        bold = QFontMetrics(font)
        font.setPixelSize(self._rail.title_size())
        widest = QFontMetrics(font).horizontalAdvance(entry.title)
        font.setBold(chosen)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        count_width = metrics.horizontalAdvance(entry.count) + colours.px(6) if entry.count else 0
        painter.setPen(colours.colour("ink"))
        if entry.number:
            taken = number_width(bold)
            box = QRect(left, inner.top(), taken, inner.height())
            painter.drawText(QStyle.visualRect(direction, inner, box), _LEADING, entry.number)
            left += taken
        marker = colours.px(MARKER) if entry.marked else 0
        room = inner.right() - left - count_width - marker
        if widest > room:  # chosen or not, so that no title changes its size when it is chosen
            font.setPixelSize(colours.type_size("small"))
            painter.setFont(font)
            metrics = painter.fontMetrics()
        lines = title_lines(entry.title, metrics, room)
        top = inner.top() + (inner.height() - len(lines) * metrics.height()) // 2
        for place, line in enumerate(lines):
            box = QRect(left, top + place * metrics.height(), room, metrics.height())
            painter.drawText(QStyle.visualRect(direction, inner, box), _LEADING, line)
        if entry.marked:
            end = left + max(metrics.horizontalAdvance(line) for line in lines)
            self._marker(painter, inner, end + colours.px(9), direction)
        if entry.count:
            font = QFont(usual)
            painter.setFont(font)
            painter.setPen(colours.colour("muted"))
            painter.drawText(inner, _TRAILING, entry.count)

    def _marker(
        self, painter: QPainter, inner: QRect, centre: int, direction: Qt.LayoutDirection, above: int = 0
    ) -> None:
        """The dot that says: essential items are open. The spoken text of the line says it in words."""
        dot = theme.current().px(6)
        box = QRect(centre - dot // 2, inner.center().y() - dot // 2 + 1 + above, dot, dot)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("warning"))
        painter.drawEllipse(QStyle.visualRect(direction, inner, box))


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def number_width(bold: QFontMetrics) -> int:
    """What the number of a step takes, of one figure or two, so that titles stand below each other."""
    return bold.horizontalAdvance("10") + theme.current().px(AFTER_NUMBER)


def title_lines(title: str, metrics: QFontMetrics, room: int) -> list[str]:
    """A title in one line, or in two that break between words; what does not fit into those ends with an ellipsis."""
    first, rest = title, ""
    while metrics.horizontalAdvance(first) > room and " " in first:
        first, _, word = first.rpartition(" ")
        rest = f"{word} {rest}".strip()
    lines = [first, rest] if rest else [first]
    elide = Qt.TextElideMode.ElideRight
    return [
        line if metrics.horizontalAdvance(line) <= room else metrics.elidedText(line, elide, room) for line in lines
    ]


def paint_dot(painter: QPainter, box: QRect) -> None:
    """The dot of open essential items, in the middle of a box, for whoever explains it."""
    size = theme.current().px(6)
    dot = QRect(0, 0, size, size)
    dot.moveCenter(box.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().colour("warning"))
    painter.drawEllipse(dot)
    painter.restore()


def _sign_size(entry: RailEntry) -> int:
    """Pixels at 100 % of the ring or the icon."""
    return 15 if entry.fraction is not None else icons.SIZE + 1


_LEADING = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_TRAILING = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
"""Sides of text; Qt itself turns them round in a mirrored window."""


def _ring(painter: QPainter, box: QRectF, fraction: float, colours: theme.Theme) -> None:
    """A ring filled clockwise from the top; whole and green when complete."""
    width = max(2.5, box.width() / 6)
    inset = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    track = colours.colour("track")
    # Where the track is nearly as dark as what is done, it is told from it by being thinner.
    painter.setPen(QPen(track, width / 2 if colours.name == "contrast" else width))
    painter.drawEllipse(inset)
    if fraction > 0:
        colour: QColor = colours.colour("good" if fraction >= 1 else "accent")
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(inset, 90 * 16, round(-360 * 16 * min(fraction, 1)))
