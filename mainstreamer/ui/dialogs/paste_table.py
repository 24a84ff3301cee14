"""The lines of a preview of a paste: columns as wide as their text wants, rows as high as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QTableWidget, QTableWidgetItem, QWidget

from mainstreamer.ui import theme
from mainstreamer.ui.slices import Slices

LONGEST = 800
"""Letters of a cell that are shown; its tool tip has all of them."""
AT_ONCE = 12
"""Rows that get their height before the first look; the others follow in slices."""
MOST_LINES = 24
"""Lines that a row has at most."""
MOST_HIGH = 100_000
"""Pixels: more than any text needs."""
SIDE, TOP = 8, 4
"""Pixels at 100 % that style.qss keeps free around the text of a cell."""
MEASURED = 5
"""Texts and words of a column that say how wide it wants to be: those with the most letters."""


@dataclass(frozen=True)
class Line:
    """One line of the preview; `tone` is the colour of its word."""

    row: str
    word: str
    tone: str
    name: str
    column: str
    before: str
    after: str

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.row, self.word, self.name, self.column, self.before, self.after)


class PasteTable(QTableWidget):
    """A column in which nothing stands is not shown."""

    def __init__(self, headings: Sequence[str], lines: Sequence[Line], parent: QWidget) -> None:
        super().__init__(len(lines), len(headings), parent)
        self._fitting = Slices(self)
        self.setHorizontalHeaderLabels(list(headings))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for row, line in enumerate(lines):
            self._fill(row, line)
        self._widest = [
            sorted((line.cells[place] for line in lines), key=len)[-MEASURED:] for place in range(len(headings))
        ]
        self._longest = [
            sorted({word for line in lines for word in line.cells[place].split()}, key=len)[-MEASURED:]
            for place in range(len(headings))
        ]
        for place, texts in enumerate(self._widest):
            self.setColumnHidden(place, not any(texts))

    def _fill(self, row: int, line: Line) -> None:
        for place, text in enumerate(line.cells):
            item = QTableWidgetItem(text if len(text) < LONGEST else f"{text[:LONGEST]}…")
            item.setToolTip(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            if place == 1:
                item.setForeground(QColor(theme.current().colour(line.tone)))
            self.setItem(row, place, item)

    # -- widths and heights ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._fitting.stop()

    def _share(self) -> None:
        """What wants less than its part of the width leaves the rest to the others; what wants far more has three parts.
        No word is cut, unless it is as long as a quarter of the table."""
        room = self.viewport().width()
        wishes = {place: self._wish(place) for place in range(self.columnCount()) if not self.isColumnHidden(place)}
        parts = {place: 3 if wish > 2 * room else 1 for place, wish in wishes.items()}
        left = set(wishes)
        while modest := [
            place for place in left if wishes[place] * sum(parts[one] for one in left) <= room * parts[place]
        ]:
            for place in modest:
                self.setColumnWidth(place, wishes[place])
                room -= wishes[place]
                left.discard(place)
        quarter = self.viewport().width() // 4
        least = {place: min(max(map(self._width_of, self._longest[place])), quarter) for place in left}
        for place in sorted(left, key=lambda place: -least[place] // parts[place]):
            width = max(least[place], room * parts[place] // sum(parts[one] for one in left))
            self.setColumnWidth(place, width)
            room -= width
            left.discard(place)
        shown = max(wishes, default=-1)
        if room > 0 <= shown:
            self.setColumnWidth(shown, self.columnWidth(shown) + room)
        rows = iter(range(self.rowCount()))
        for row, _ in zip(range(AT_ONCE), rows, strict=False):
            self._fit(row)
        self._fitting.start(self._fitted(rows))

    def _wish(self, place: int) -> int:
        """The width at which all texts of a column stand in one line."""
        return max(self.horizontalHeader().sectionSizeHint(place), *map(self._width_of, self._widest[place]))

    def _width_of(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + self._beside()

    def _beside(self) -> int:
        """Pixels of a cell in which no text stands, at its two sides."""
        self.ensurePolished()
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1
        return 2 * (theme.current().px(SIDE) + margin + 1)

    def _fitted(self, rows: Iterator[int]) -> Iterator[None]:
        for row in rows:
            self._fit(row)
            yield

    def _fit(self, row: int) -> None:
        # Qt reckons with the whole width of a cell, though a style sheet keeps text from its sides.
        metrics, beside, high = self.fontMetrics(), self._beside(), 0
        for place in range(self.columnCount()):
            room = QRect(0, 0, self.columnWidth(place) - beside, MOST_HIGH)
            text = "" if self.isColumnHidden(place) else str(self.model().index(row, place).data())
            high = max(high, metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap.value), text).height())
        most = MOST_LINES * metrics.lineSpacing()
        self.setRowHeight(row, max(metrics.lineSpacing(), min(high, most)) + 2 * theme.current().px(TOP) + 3)
