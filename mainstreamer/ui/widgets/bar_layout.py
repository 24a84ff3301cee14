"""A bar of controls that wraps: what stands at its end goes to a line of its own where there is no room beside the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QLineEdit, QWidget

from mainstreamer.ui.widgets.flow import FlowLayout


class BarLayout(FlowLayout):
    """Widgets from the leading side on; those added with `add_trailing` stand at the trailing side of their line."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent, spacing)
        self._trailing: set[QWidget] = set()

    def add_trailing(self, widget: QWidget) -> None:
        """Add a widget that stands at the trailing side."""
        self._trailing.add(widget)
        self.addWidget(widget)

    def add_before(self, widget: QWidget, following: QWidget) -> None:
        """Add a widget in front of another one."""
        self.addWidget(widget)
        place = next(place for place, item in enumerate(self._items) if item.widget() is following)
        self._items.insert(place, self._items.pop())

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() + self.spacing() for item in self._shown()) - self.spacing()
        return QSize(max(0, width), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def lines(self, width: int, widgets: Sequence[QWidget]) -> int:
        """How many lines these widgets would take, whether they are shown or not."""
        return len(self._lines(width, [item for item in self._items if item.widget() in widgets]))

    def _lines(self, width: int, items: list[QLayoutItem]) -> list[list[QLayoutItem]]:
        """Items by line: the trailing ones stay together as long as they fit into one."""
        ends = [item for item in items if item.widget() in self._trailing]
        room = {item: _least(item) for item in items}
        lines: list[list[QLayoutItem]] = []

        def fits(item: QLayoutItem, *further: QLayoutItem) -> bool:
            line = (*lines[-1], item, *further)
            return sum(room[one] for one in line) + self.spacing() * (len(line) - 1) <= width

        for item in (item for item in items if item not in ends):
            if lines and fits(item):
                lines[-1].append(item)
            else:
                lines.append([item])
        if lines and ends and fits(*ends):
            lines[-1] += ends
            return lines
        start = len(lines)
        for item in ends:
            if len(lines) > start and fits(item):
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _length(self, items: list[QLayoutItem]) -> int:
        """The least width of a line; fields to type in give way down to their minimum."""
        return sum(_least(item) for item in items) + self.spacing() * (len(items) - 1)

    def _place(self, rect: QRect, move: bool) -> int:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        y = rect.y()
        for line in self._lines(rect.width(), self._shown()):
            height = max(item.sizeHint().height() for item in line)
            spare, x = max(0, rect.width() - self._length(line)), rect.x()
            widths = [_least(item) for item in line]
            for place, item in enumerate(line):
                more = min(spare, item.sizeHint().width() - widths[place])
                widths[place], spare = widths[place] + more, spare - more
            if all(item.widget() in self._trailing for item in line):
                # Alone in their line, the field to type in has what is left of it.
                for place, item in enumerate(line):
                    if isinstance(item.widget(), QLineEdit):
                        widths[place], spare = widths[place] + spare, 0
            for item, width in zip(line, widths, strict=True):
                if spare and item.widget() in self._trailing:
                    x, spare = x + spare, 0
                size = QSize(min(width, rect.width()), item.sizeHint().height())
                if move:
                    left = rect.right() - (x - rect.x()) - size.width() + 1 if mirrored else x
                    item.setGeometry(QRect(QPoint(left, y + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(0, y - rect.y() - self.spacing())


def _least(item: QLayoutItem) -> int:
    """Also of a hidden widget, whose item would say that it takes no room: else a button that gives way would seem to fit
    as soon as it is gone."""
    widget = item.widget()
    if widget is None or not item.isEmpty():
        return item.minimumSize().width() if isinstance(widget, QLineEdit) else item.sizeHint().width()
    hint = widget.minimumSizeHint() if isinstance(widget, QLineEdit) else widget.sizeHint()
    return hint.expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize()).width()


def bar(parent: QWidget) -> BarLayout:
    """Give a widget such a layout, and a height that follows its width."""
    made = BarLayout(parent)
    policy = parent.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setVerticalPolicy(policy.Policy.Minimum)
    parent.setSizePolicy(policy)
    return made
