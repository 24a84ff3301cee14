"""A map of two scales of 1 to 5: records stand in its cells, are dragged to others, or moved by keys."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from mainstreamer.domain.kinds import Record
from mainstreamer.domain.plan import Put
from mainstreamer.operations import placing
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import n, t, words
from mainstreamer.ui.pictures.auto_scroll import AutoScroll
from mainstreamer.ui.pictures.map_layout import MOST_WANTED, STEPS, TRAY, Cell, MapLayout, Sizes, window
from mainstreamer.ui.pictures.map_painting import (
    draw_ghost,
    draw_ground,
    draw_line,
    draw_more,
    draw_scales,
    draw_titles,
    draw_tray,
    name_lines,
)
from mainstreamer.ui.pictures.map_records import MapRecords
from mainstreamer.ui.pictures.marks import Mark, MarkArea
from mainstreamer.ui.session import Session
from mainstreamer.ui.widgets.name_popup import NamePopup

MOST_HINTED = 15
MOST_MEASURED = 8
"""Names of a cell that are measured when rows are shared out; of more, each has one line."""


@dataclass
class _Drag:
    """Records taken up with the mouse: where they were taken, and where the pointer is now."""

    uids: tuple[str, ...]
    start: QPoint
    now: QPoint
    under_way: bool = False


class MapView(MarkArea):
    """A subclass says what a record is called, its sign, and the fields of the map. Changes are put by `put_wanted`."""

    put_wanted = Signal(list)

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(kind)
        self.session = session
        self._records = MapRecords(kind, ())
        self._layout = MapLayout.of(0, 0, self._sizes(), False, {}, lambda _cell, _width: 1)
        self._drag: _Drag | None = None
        self._shown: dict[Cell, list[tuple[QRect, str]]] = {}
        self._scrolling = AutoScroll(self)

    # -- for subclasses ----------------------------------------------------------------------------------------------

    @abstractmethod
    def name_of(self, record: Record) -> str:
        """What stands beside the sign where room is scarce."""

    @abstractmethod
    def draw_sign(self, painter: QPainter, place: QRect, record: Record) -> None:
        """Paint the sign of a record."""

    @abstractmethod
    def quadrants(self) -> tuple[str, str, str, str]:
        """Titles of the upper two fields and of the lower two."""

    @abstractmethod
    def quadrant_at(self, cell: Cell) -> int:
        """In which of the four a cell lies."""

    @abstractmethod
    def tray_title(self, count: int) -> str:
        """What stands above the tray."""

    # -- data --------------------------------------------------------------------------------------------------------

    def show_records(self, records: Sequence[Record]) -> None:
        """Show these records where they are judged to stand."""
        if list(self._records.by_uid.values()) == list(records):
            return
        self._records = MapRecords(self.kind, records)
        self.renew()

    def marks(self) -> Sequence[Mark]:
        return self._records.marks

    def counts(self) -> list[int]:
        """How many records stand in each of the four fields."""
        return self._records.counts(self.quadrant_at)

    def waiting(self) -> int:
        """How many are in the tray."""
        return self._records.waiting

    # -- places ------------------------------------------------------------------------------------------------------

    def _sizes(self) -> Sizes:
        px = theme.current().px
        return Sizes(px(17), px(16), px(20), px(188), px(80), px(8))

    @property
    def line(self) -> int:
        """Height of a line of text."""
        return self._layout.sizes.line

    def lay_out(self, width: int, height: int) -> int:
        counts = {cell: len(uids) for cell, uids in self._records.cells.items()}
        metrics = QFontMetrics(self.font_of("note", bold=True))
        wide = [metrics.horizontalAdvance(title) + 12 for title in self._titles()]
        self._layout = MapLayout.of(
            width,
            height,
            self._sizes(),
            TRAY in self._records.cells,
            counts,
            self._lines_of,
            self.high - 1,
            (max(wide[0], wide[2]), max(wide[1], wide[3])),
        )
        self._shown.clear()
        return self._layout.height

    @property
    def sign_width(self) -> int:
        """Pixels of a sign before a name."""
        return self.line

    def foot_height(self) -> int:
        return self._layout.foot if self.verticalScrollBar().maximum() else 0

    def head_height(self) -> int:
        return self._layout.sizes.title if self.verticalScrollBar().maximum() else 0

    @property
    def high(self) -> int:
        """The first step of a scale that counts as high."""
        return next(step for step in range(1, STEPS + 1) if self.quadrant_at(Cell(step, 1)) == 3)

    def _titles(self) -> list[str]:
        """The four fields with how many stand in each."""
        return [
            f"{title} · {words().number(count)}" for title, count in zip(self.quadrants(), self.counts(), strict=True)
        ]

    def _lines_of(self, cell: Cell, width: int) -> int:
        """Lines that the names of a cell would fill."""
        uids = self._records.cells[cell]
        if len(uids) > MOST_MEASURED:
            return len(uids)
        return sum(self._lines_wanted(uid, width) for uid in uids)

    def _lines_wanted(self, uid: str, width: int, most: int = MOST_WANTED) -> int:
        """Lines that a name would fill in so many pixels and lines."""
        record, metrics = self._records.by_uid[uid], QFontMetrics(self.font_of("note", bold=uid in self.selected))
        return len(
            name_lines(metrics, (self.whole_name(record), self.name_of(record)), width - self.sign_width - 5, most)
        )

    def reveal(self, mark: Mark) -> None:
        # The map opens at its top, whatever is chosen in the table.
        if self.isVisible():
            super().reveal(mark)

    def moved(self) -> None:
        self._shown.clear()

    def shown_in(self, cell: Cell) -> list[tuple[QRect, str]]:
        """The marks shown in a cell with their places; one without a uid tells that there are more."""
        if cell not in self._shown:
            uids = self._records.cells.get(cell, [])
            slots = self._layout.slots(cell, len(uids), lambda at, *room: self._lines_wanted(uids[at], *room))
            in_hand = self.current.uid if self.current is not None else ""
            wanted = uids.index(in_hand) if self._records.cell_of.get(in_hand) == cell else -1
            first, end = window(len(uids), len(slots), wanted)
            shown = uids[first:end]
            if len(shown) < len(uids) and len(slots) > 1:
                shown.append("")
            self._shown[cell] = list(zip(slots, shown, strict=False))
        return self._shown[cell]

    def place_of(self, mark: Mark) -> QRect:
        cell = self._records.cell_of.get(mark.uid)
        if cell is None:
            return QRect()
        return next((place for place, uid in self.shown_in(cell) if uid == mark.uid), QRect())

    def mark_at(self, place: QPoint) -> Mark | None:
        uid = self._found_at(place)
        return Mark(self.kind, uid) if uid else None

    def _found_at(self, place: QPoint) -> str | None:
        """The uid at a place, empty for the line that tells of more, None for none."""
        cell = self._layout.cell_at(place)
        found = self.shown_in(cell) if cell is not None else []
        return next((uid for rect, uid in found if rect.contains(place)), None)

    def line_step(self, mark: Mark, by: int) -> Mark | None:
        return self._records.line_step(mark, by)

    # -- words -------------------------------------------------------------------------------------------------------

    def said(self, mark: Mark) -> str:
        record = self._records.by_uid.get(mark.uid)
        if record is None:
            return ""
        return ", ".join(part for part in (self.whole_name(record), self.where(record), *self.more_of(record)) if part)

    def whole_name(self, record: Record) -> str:
        """The name in full."""
        return self.name_of(record)

    def where(self, record: Record) -> str:
        """Where a record stands, in words."""
        cell = self._records.cell_of.get(record.uid, TRAY)
        if cell == TRAY:
            return t("not assessed")
        along, up = (words().field(self.kind, field) for field in placing.AXES[self.kind])
        title = self.quadrants()[self.quadrant_at(cell)]
        return f"{up}: {words().number(cell.up)}, {along}: {words().number(cell.along)}, {title}"

    def more_of(self, record: Record) -> list[str]:
        """What else the pointer resting on a record tells."""
        return []

    def hint_of(self, mark: Mark) -> str:
        return self.said(mark).replace(", ", "\n", 1)

    def summary(self) -> str:
        parts = [
            f"{title}: {words().number(count)}" for title, count in zip(self.quadrants(), self.counts(), strict=True)
        ]
        if self.waiting():
            parts.append(self.tray_title(self.waiting()))
        return ". ".join(parts)

    # -- painting ----------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, shown: QRect) -> None:
        axes = [words().field(self.kind, field) for field in placing.AXES[self.kind]]
        target = self._target() if self._drag is not None and self._drag.under_way else None
        draw_ground(painter, self, self._layout, target)
        if TRAY in self._records.cells:
            draw_tray(painter, self, self._layout, self.tray_title(self.waiting()), target == TRAY)
        chosen = set(self.selected)
        for cell, uids in self._records.cells.items():
            for place, uid in self.shown_in(cell):
                if not uid:
                    hidden = len(uids) - len(self.shown_in(cell)) + 1
                    draw_more(painter, self, place, n("{n} more", "{n} more", hidden))
                    continue
                record = self._records.by_uid[uid]
                in_hand = self.current is not None and self.current.uid == uid and self.hasFocus()
                names = self.whole_name(record), self.name_of(record)
                sign = draw_line(painter, self, place, names, uid in chosen, in_hand)
                self.draw_sign(painter, sign, record)
        draw_scales(painter, self, self._layout, (axes[0], axes[1]), shown)
        draw_titles(painter, self, self._layout, self._titles(), shown)
        if self._drag is not None and self._drag.under_way:
            name = self.name_of(self._records.by_uid[self._drag.uids[0]])
            if len(self._drag.uids) > 1:
                name = n("{n} chosen", "{n} chosen", len(self._drag.uids))
            draw_ghost(painter, self, self._drag.now + QPoint(0, self.verticalScrollBar().value()), name)

    # -- the mouse ---------------------------------------------------------------------------------------------------

    def _target(self) -> Cell | None:
        if self._drag is None:
            return None
        return self._layout.cell_at(self._logical(self._drag.now))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self._found_at(self._logical(point)) == "":
            self.show_more(point)
            return
        mark = self._under(point)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if mark is None or not plain or mark.uid not in self.selected or len(self.selected) < 2:
            super().mousePressEvent(event)
        if mark is not None and plain:
            self._drag = _Drag(self.selected, point, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag, point = self._drag, event.position().toPoint()
        if drag is None:
            super().mouseMoveEvent(event)
            return
        far = (point - drag.start).manhattanLength() >= QApplication.startDragDistance()
        if self.session.document.writable and (far or drag.under_way):
            drag.under_way, drag.now = True, point
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()
            self._scrolling.hold(point.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, target = self._drag, self._target()
        self.let_go()
        if drag is None:
            return
        if not drag.under_way:
            mark = self._under(event.position().toPoint())
            if mark is not None and len(self.selected) > 1 and mark.uid in self.selected:
                self.choose(mark)
        elif target == TRAY:
            self._put(placing.place(self.session.plan, self.kind, drag.uids, None, None))
        elif target is not None:
            self._put(placing.place(self.session.plan, self.kind, drag.uids, *target))

    def let_go(self) -> None:
        """End a drag without changing anything."""
        self._drag = None
        self._scrolling.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def hint_at(self, point: QPoint) -> str:
        """What the pointer resting at a place of the viewport tells: also which marks found no room in a cell."""
        place = self._logical(point)
        cell = self._layout.cell_at(place)
        if cell is None or self._found_at(place) != "":
            return super().hint_at(point)
        names = self._hidden(cell)
        more = [n("{n} more", "{n} more", len(names) - MOST_HINTED)] if len(names) > MOST_HINTED else []
        return "\n".join((*(name for _uid, name in names[:MOST_HINTED]), *more))

    def _hidden(self, cell: Cell) -> list[tuple[str, str]]:
        """Uids and names of the marks of a cell that found no room."""
        shown = {uid for _place, uid in self.shown_in(cell)}
        return [
            (uid, self.whole_name(self._records.by_uid[uid])) for uid in self._records.cells[cell] if uid not in shown
        ]

    def show_more(self, point: QPoint) -> None:
        """A list of the marks of a cell that found no room, to choose one from."""
        cell = self._layout.cell_at(self._logical(point))
        if cell is None:
            return
        popup = NamePopup(self._hidden(cell), self)
        popup.setAccessibleName(t("More in this cell"))
        popup.chosen.connect(self._on_name_chosen)
        popup.show_at(self.viewport().mapToGlobal(point))

    def _on_name_chosen(self, uid: str) -> None:
        self.setFocus()
        self.choose(Mark(self.kind, uid))

    # -- the keyboard ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        sideways = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(key, 0) * (-1 if self.isRightToLeft() else 1)
        upwards = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(key, 0)
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self.let_go()
        elif control and (sideways or upwards):
            self._put(placing.shift(self.session.plan, self.kind, self.selected, sideways, upwards))
        elif control and key == Qt.Key.Key_Backspace:
            self._put(placing.place(self.session.plan, self.kind, self.selected, None, None))
        else:
            super().keyPressEvent(event)

    def _put(self, puts: list[Put]) -> None:
        if not puts or not self.session.document.writable:
            return
        self.put_wanted.emit(puts)
        if self.current is not None:
            self.reveal(self.current)
            self.announce(self.said(self.current))


def map_hint(view: MapView, nothing: str) -> str:
    """What to do on a map next: what is missing first."""
    if not view.session.document.writable:
        return t("This plan can only be looked at.")
    if not view.marks():
        return nothing
    if view.waiting() == len(view.marks()):
        return t("Nothing is on the map yet: drag a name from the tray to its cell, or choose it and press Ctrl+→.")
    return t("Drag a name to another cell, or press Ctrl with an arrow key. Ctrl+Backspace takes it off the map.")
