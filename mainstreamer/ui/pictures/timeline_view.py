"""The rows of the timeline as a list: chosen like any list, bars moved and stretched by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QScrollBar

from mainstreamer.domain.actions import cost_of, gap
from mainstreamer.domain.kinds import Action
from mainstreamer.domain.plan import Put
from mainstreamer.domain.timeline import place_of_day, plan_years, span_of, years_drawn
from mainstreamer.operations import scheduling
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.lateness import late_words
from mainstreamer.ui.pictures.timeline_grip import DRAW, END, MOVE, START, Drag, grip_at, preview
from mainstreamer.ui.pictures.timeline_header import TimelineHeader
from mainstreamer.ui.pictures.timeline_layout import CODE, COST, GAP, LEAD, MARGIN, STATUS, TIME, Scale, lay_out
from mainstreamer.ui.pictures.timeline_model import TimelineModel
from mainstreamer.ui.pictures.timeline_painting import TimelineDelegate, small
from mainstreamer.ui.session import Session

LEAST_QUARTER, LEAST_TITLE, LEAST_TIME, LEAST_CODE = 9, 200, 200, 80
"""Pixels at 100 %: a quarter is never narrower, titles and time keep this much as long as other columns can go, and codes as
long as there is a column of leads."""
ALMOST = 0.94
"""The part of that width with which all years are still shown at once."""
REACH = 5
_CURSORS = {
    MOVE: Qt.CursorShape.OpenHandCursor,
    START: Qt.CursorShape.SizeHorCursor,
    END: Qt.CursorShape.SizeHorCursor,
    DRAW: Qt.CursorShape.CrossCursor,
}


class TimelineView(QListView):
    """Shows the actions of a model. What a person changes is told by `put_wanted`, one list of puts a drag."""

    chosen = Signal(tuple)
    opened = Signal(str)
    delete_wanted = Signal()
    put_wanted = Signal(list)

    def __init__(self, session: Session, model: TimelineModel) -> None:
        super().__init__()
        self._session, self._timeline = session, model
        self._silent = False
        self._drag: Drag | None = None
        self._offset = -1
        self._wished: tuple[tuple[object, ...], dict[str, int]] | None = None
        self.header = TimelineHeader(self)
        self.painter = TimelineDelegate(session, model, self)
        self.time_bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self.time_bar.valueChanged.connect(self._on_scrolled)
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def retranslate(self) -> None:
        """Names for those who hear them, and columns for the words of now."""
        self.setAccessibleName(t("Timeline of actions"))
        self.time_bar.setAccessibleName(t("Years shown"))
        self.fit()

    # -- places ------------------------------------------------------------------------------------------------------

    @property
    def scale(self) -> Scale:
        """Where fiscal quarters stand now."""
        return self.painter.scale

    def fit(self) -> None:
        """Lay out columns and years for this width, these actions and this day."""
        colours, frame, today = theme.current(), self._session.plan.frame, self._session.today()
        years = years_drawn(frame, self._timeline.actions, today)
        least = (colours.px(one) for one in (LEAST_TITLE, LEAST_TIME, LEAST_CODE))
        layout = lay_out(self.viewport().width(), self._known_wishes(), *least)
        room, quarters = layout.columns[TIME][1], len(years) * 4
        least_quarter = float(colours.px(LEAST_QUARTER))
        # A few pixels are not worth scrolling.
        width = room / quarters if room >= quarters * least_quarter * ALMOST else least_quarter
        scale = Scale(years[0] * 4, quarters, width)
        beyond = max(0, scale.length - room)
        if self._offset < 0 and beyond and self._timeline.actions:
            self._offset = min(beyond, round((self._first_year(scale, room) * 4 - scale.first) * width))
        elif self._offset >= 0 and self.scale.first != scale.first:
            # Years that come or go before the first one do not move what is in view.
            self._offset = max(0, self._offset + round((self.scale.first - scale.first) * width))
        with QSignalBlocker(self.time_bar):
            self.time_bar.setRange(0, beyond)
            self.time_bar.setPageStep(room)
            self.time_bar.setSingleStep(round(width))
            self.time_bar.setValue(max(0, self._offset))
        self.painter.layout = self.header.layout_ = layout
        self.painter.today_place = self.header.today_place = place_of_day(today, frame.fiscal_start or 1)
        self.header.frame_ = frame
        self._set_scale(Scale(scale.first, quarters, width, self.time_bar.value()))
        self._place_parts()

    def _first_year(self, scale: Scale, room: int) -> int:
        """The year at which the timeline opens: the first with a bar, unless the plan would begin beyond the nearer half."""
        within = plan_years(self._session.plan.frame)
        spans = (span_of(action) for action in self._timeline.actions)
        years = {span[0].year for span in spans if span is not None} | set(within[:1])
        far = within[0] - room / (8 * scale.width) if within else 0.0
        return min((year for year in years if year >= far), default=scale.first // 4)

    def _set_scale(self, scale: Scale) -> None:
        self.painter.scale = self.header.scale = scale
        self.header.update()
        self.viewport().update()

    def _place_parts(self) -> None:
        """The heading above the rows, and below them a bar to scroll years with where they do not fit."""
        high, scrolls = self.header.wanted_height(), self.time_bar.maximum() > 0
        low = self.time_bar.sizeHint().height() if scrolls else 0
        self.setViewportMargins(0, high, 0, low)
        rows = self.viewport().geometry()
        self.header.setGeometry(rows.x(), rows.y() - high, rows.width(), high)
        start, width = self.painter.layout.columns[TIME]
        if self.isRightToLeft():
            start = rows.width() - start - width
        self.time_bar.setGeometry(rows.x() + start, rows.bottom() + 1, width, low)
        self.time_bar.setVisible(scrolls)

    def _known_wishes(self) -> dict[str, int]:
        """The wishes, worked out once for the same actions, words and sizes."""
        of = (self._timeline.actions, words(), theme.current())
        if self._wished is None or any(one is not other for one, other in zip(self._wished[0], of, strict=True)):
            self._wished = of, self._wishes()
        return self._wished[1]

    def _wishes(self) -> dict[str, int]:
        """Widths of the columns of words: what their longest text needs, within bounds."""
        colours, speech, actions = theme.current(), words(), self._timeline.actions
        metrics, heads = self.fontMetrics(), QFontMetrics(self.header.heading_font())
        marks, names = QFontMetrics(small(self.font())), self.header.names()
        codes = max((metrics.horizontalAdvance(action.code) for action in actions), default=0)
        found = {CODE: min(codes, colours.px(120)), LEAD: colours.px(112)}
        for column, amount_of in ((COST, cost_of), (GAP, gap)):
            amounts = [abs(amount) for action in actions if (amount := amount_of(action)) is not None]
            longest = max(amounts, key=lambda amount: len(str(amount)), default=None)
            text = "" if longest is None else speech.money(longest)
            found[column] = min(metrics.horizontalAdvance(text) + 4, colours.px(120))
        if any((amount := gap(action)) is not None and amount < 0 for action in actions):
            found[GAP] = max(found[GAP], marks.horizontalAdvance(t("surplus")) + 4)
        chips = (speech.choice("action_status", code) for code in {action.status for action in actions} if code)
        found[STATUS] = max((marks.horizontalAdvance(text) + 18 for text in chips), default=0)
        # What is late is told in two lines.
        before = f"{t('blocked')}, " if any(action.blocked for action in actions) else ""
        late = max(marks.horizontalAdvance(before + late_words(11, field)) for field in ("start", "end"))
        found[STATUS] = max(found[STATUS], late * 6 // 10)
        return {
            name: max(width, heads.horizontalAdvance(names[name]) + 4) + 2 * MARGIN for name, width in found.items()
        }

    def time_place(self, place: QPoint) -> float | None:
        """Pixels into the time column at a place of the viewport; also beyond it while a bar is dragged."""
        start, width = self.painter.layout.columns[TIME]
        along = place.x() if not self.isRightToLeft() else self.viewport().width() - 1 - place.x()
        return along - start if self._drag is not None or start <= along < start + width else None

    def _grip(self, place: QPoint) -> tuple[str, str, float]:
        """Action, part of its bar and pixels into the time column under the pointer; no part where nothing can be held."""
        index, along = self.indexAt(place), self.time_place(place)
        if not index.isValid() or along is None or not self._session.document.writable:
            return "", "", 0.0
        action = self._timeline.action(index.row())
        return action.uid, grip_at(action, self.scale, along, theme.current().px(REACH)), along

    def reveal(self, uid: str) -> None:
        """Scroll to the years of an action."""
        row = self._timeline.row_of(uid)
        span = span_of(self._timeline.action(row)) if row >= 0 else None
        if span is None or not self.time_bar.maximum():
            return
        room = self.painter.layout.columns[TIME][1]
        left, right = self.scale.place(span[0].index), self.scale.place(span[1].index + 1)
        if left < 0 or right - left > room:
            self.time_bar.setValue(self.time_bar.value() + round(left))
        elif right > room:
            self.time_bar.setValue(self.time_bar.value() + round(right - room))

    def _on_scrolled(self, value: int) -> None:
        self._offset = value
        self._set_scale(Scale(self.scale.first, self.scale.quarters, self.scale.width, value))

    # -- what is chosen ----------------------------------------------------------------------------------------------

    def selected(self) -> tuple[str, ...]:
        """The uids of the rows chosen, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._timeline.action(row).uid for row in rows)

    def show_selection(self, uids: Sequence[str]) -> None:
        """Choose rows from outside; nobody is told."""
        if set(uids) == set(self.selected()):
            return
        rows = [row for uid in uids if (row := self._timeline.row_of(uid)) >= 0]
        selection = QItemSelection()
        for row in rows:
            selection.select(self._timeline.index(row), self._timeline.index(row))
        flags = QItemSelectionModel.SelectionFlag
        self._silent = True
        if rows:
            self.selectionModel().setCurrentIndex(self._timeline.index(rows[0]), flags.NoUpdate)
            self.scrollTo(self._timeline.index(rows[0]))
        self.selectionModel().select(selection, flags.ClearAndSelect)
        self._silent = False

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._silent:
            self.chosen.emit(self.selected())

    # -- the mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        uid, grip, along = self._grip(place)
        plain = not event.modifiers() and event.button() == Qt.MouseButton.LeftButton
        if not grip or not plain:
            super().mousePressEvent(event)
            return
        index = self.indexAt(place)
        if uid in self.selected():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            self.setCurrentIndex(index)
        self._drag = Drag(grip, uid, self.selected() if grip == MOVE else (uid,), along, along)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._drag is None:
            grip = self._grip(place)[1]
            self.viewport().setCursor(_CURSORS.get(grip, Qt.CursorShape.ArrowCursor))
            super().mouseMoveEvent(event)
            return
        along = self.time_place(place)
        # Half a quarter is meant, however narrow quarters are drawn.
        least = min(QApplication.startDragDistance(), self.scale.width / 2)
        far = abs((along or 0.0) - self._drag.pressed) >= least
        if along is not None and (far or self.painter.preview):
            self._drag.place = along
            if self._drag.grip == MOVE:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._show_preview(preview(self._timeline.actions, self._drag.puts(self._session.plan, self.scale)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        if drag is None:
            super().mouseReleaseEvent(event)
            return
        dragged = bool(self.painter.preview)
        puts = drag.puts(self._session.plan, self.scale) if dragged else []
        self.cancel_drag()
        if dragged:
            self._put(puts, drag.uid)
        elif drag.uid in self.selected() and len(self.selected()) > 1:
            self.setCurrentIndex(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self._timeline.action(index.row()).uid)

    def cancel_drag(self) -> None:
        """Let go without changing anything."""
        self._drag = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._show_preview({})

    def _show_preview(self, shown: dict[str, Action]) -> None:
        self.painter.preview = shown
        self.viewport().update()

    # -- the keyboard ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = Qt.Key(event.key()), self.currentIndex()
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self.cancel_drag()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            later = (key == Qt.Key.Key_Right) != self.isRightToLeft()
            self._step(1 if later else -1, event.modifiers())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.opened.emit(self._timeline.action(current.row()).uid)
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, quarters: int, modifiers: Qt.KeyboardModifier) -> None:
        """Ctrl moves, Ctrl and Shift change the end, Shift the start; no key scrolls the years. Alt leads from page to page."""
        plan, uids = self._session.plan, self.selected()
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return
        if modifiers & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ShiftModifier:
            puts = scheduling.move_start(plan, uids, quarters)
        elif not modifiers & Qt.KeyboardModifier.ControlModifier:
            self.time_bar.setValue(self.time_bar.value() + quarters * self.time_bar.singleStep() * 4)
            return
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            puts = scheduling.move_end(plan, uids, quarters)
        else:
            puts = scheduling.move(plan, uids, quarters)
        current = self.currentIndex()
        uid = self._timeline.action(current.row()).uid if current.isValid() else ""
        self._put([*puts, *scheduling.begin(plan, uids, self._session.today())], uid)

    def _put(self, puts: list[Put], uid: str) -> None:
        if not puts or not self._session.document.writable:
            return
        self.put_wanted.emit(puts)
        self.reveal(uid)
        row = self._timeline.row_of(uid)
        if row >= 0:
            said = self._timeline.words_of(self._timeline.action(row)).when
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._timeline.actions:
            painter = QPainter(self.viewport())
            painter.setPen(theme.current().colour("muted"))
            flags = int(Qt.AlignmentFlag.AlignCenter.value) | int(Qt.TextFlag.TextWordWrap.value)
            painter.drawText(self.viewport().rect(), flags, t("No action passes the filters."))
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        # The form below may have taken the room of the row in hand.
        self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.scheduleDelayedItemsLayout()
            self.fit()
