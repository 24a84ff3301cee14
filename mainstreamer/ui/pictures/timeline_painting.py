"""Paints rows of the timeline: words, a bar over the fiscal quarters, what is late, today's line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mainstreamer.domain.actions import quarters_late
from mainstreamer.domain.kinds import Action, PlanFrame
from mainstreamer.domain.timeline import is_reversed, plan_years, span_of
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.pictures.timeline_layout import CODE, COST, GAP, LEAD, MARGIN, STATUS, TIME, TITLE, Layout, Scale
from mainstreamer.ui.pictures.timeline_model import TimelineModel
from mainstreamer.ui.pictures.timeline_words import ActionWords, when_words
from mainstreamer.ui.session import Session
from mainstreamer.ui.tones import GAP_TONE, STATUS_TONES
from mainstreamer.ui.widgets.cell_text import cell_lines
from mainstreamer.ui.widgets.editors import tabular

BAR_HEIGHT = 12
HATCH = Qt.BrushStyle.BDiagPattern
_TOP = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value)
_TOP_FAR = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop).value)
_FAR_FLAGS = Qt.TextElideMode.ElideRight


def small(font: QFont) -> QFont:
    """The font of marks and chips: 11 pixels at 100 %."""
    made = QFont(font)
    made.setPixelSize(theme.current().type_size("small"))
    return made


class TimelineDelegate(QStyledItemDelegate):
    """Paints rows from the layout and scale that the view sets; `preview` holds actions as a drag would leave them."""

    def __init__(self, session: Session, model: TimelineModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._model = session, model
        self.layout, self.scale = Layout(), Scale()
        self.today_place = 0.0
        self.preview: Mapping[str, Action] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, self.row_height(option.font))

    def row_height(self, font: QFont) -> int:
        """Two lines of words, or a status and two small lines that say what is late."""
        marks = QFontMetrics(small(font))
        status = theme.current().px(4) + marks.height() + 3 + 2 * marks.lineSpacing() + theme.current().px(2)
        return max(2 * QFontMetrics(font).lineSpacing() + theme.current().px(12), status)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        action = self._model.action(index.row())
        said, colours = self._model.words_of(action), theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, colours.colour("accent_soft"))
        for column in self.layout.columns:
            box = self._box(option, column)
            if column == TIME:
                self._paint_time(painter, option, box, action, said)
            else:
                self._paint_words(painter, option, box, column, said)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(colours.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if selected:
            stripe = QRect(option.rect.topLeft(), QSize(3, option.rect.height()))
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, stripe), colours.colour("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _box(self, option: QStyleOptionViewItem, column: str) -> QRect:
        start, width = self.layout.columns[column]
        box = QRect(option.rect.x() + start, option.rect.y(), width, option.rect.height())
        return QStyle.visualRect(option.direction, option.rect, box)

    # -- words -------------------------------------------------------------------------------------------------------

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, column: str, said: ActionWords
    ) -> None:
        colours, metrics = theme.current(), QFontMetrics(option.font)
        inside = box.adjusted(MARGIN, colours.px(4 if column == STATUS else 5), -MARGIN, 0)
        painter.setFont(option.font)
        if column == STATUS:
            self._paint_status(painter, option, inside, said)
        elif column in (COST, GAP):
            painter.setFont(tabular(option.font))
            lacks = column == GAP and said.lacks_money
            painter.setPen(colours.colour(GAP_TONE if lacks else "ink"))
            text = metrics.elidedText(said.gap if column == GAP else said.cost, _FAR_FLAGS, inside.width())
            painter.drawText(inside, _TOP_FAR, text)
            if column == GAP and said.surplus:
                painter.setFont(small(option.font))
                painter.setPen(colours.colour("muted"))
                painter.drawText(inside.translated(0, metrics.lineSpacing()), _TOP_FAR, t("surplus"))
        else:
            text = {CODE: said.code, TITLE: self.title_of(said), LEAD: said.lead}[column]
            painter.setPen(colours.colour("muted" if column == CODE else "ink"))
            for place, line in enumerate(cell_lines(text, option.font, inside.width(), 1 if column == CODE else 2)):
                painter.drawText(inside.translated(0, place * metrics.lineSpacing()), _TOP, line)

    def title_of(self, said: ActionWords) -> str:
        """The name of an action; its code stands before it where codes have no column."""
        return said.title if CODE in self.layout.columns else f"{said.code} {said.title}".strip()

    def _paint_status(self, painter: QPainter, option: QStyleOptionViewItem, inside: QRect, said: ActionWords) -> None:
        colours, font = theme.current(), small(option.font)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        if said.status:
            width = min(inside.width(), metrics.horizontalAdvance(said.status) + 16)
            chip = QRect(inside.x(), inside.y(), width, metrics.height() + 2)
            chip = QStyle.visualRect(option.direction, inside, chip)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(f"{said.tone}_soft"))
            painter.drawRoundedRect(chip, 8, 8)
            painter.setPen(colours.colour(said.tone))
            text = metrics.elidedText(said.status, _FAR_FLAGS, width - 12)
            painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter.value), text)
        if said.trouble:
            painter.setPen(colours.colour("bad"))
            lines = cell_lines(said.trouble, font, inside.width(), 2)
            top = metrics.height() + (3 if len(lines) > 1 else 6)
            for place, line in enumerate(lines):
                painter.drawText(inside.translated(0, top + place * metrics.lineSpacing()), _TOP, line)

    # -- time --------------------------------------------------------------------------------------------------------

    def _paint_time(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, action: Action, said: ActionWords
    ) -> None:
        moved = self.preview.get(action.uid)
        shown = action if moved is None else moved
        frame = self._session.plan.frame
        painter.save()
        painter.setClipRect(box)
        paint_years(painter, box, option.direction, self.scale, frame)
        span, bar = span_of(shown), None
        if span is not None:
            bar = self.bar(option, box, span[0].index, span[1].index + 1)
            half_known = shown.start is None or shown.end is None
            draw_bar(painter, bar, shown.status, sure=not half_known, odd=is_reversed(shown))
            if moved is None:
                self._paint_late(painter, option, box, bar, action, frame.fiscal_start or 1)
        paint_today(painter, box, option.direction, self.scale, self.today_place)
        text = said.when if moved is None else when_words(moved, frame, True)
        self._paint_when(painter, option, box, bar, text, moved is not None)
        painter.restore()

    def bar(self, option: QStyleOptionViewItem, box: QRect, first: float, after: float) -> QRectF:
        """The place of a bar from one moment to another, both counted in quarters."""
        start, end = self.scale.place(first), self.scale.place(after)
        top = box.y() + theme.current().px(7)
        logical = QRectF(box.x() + start, top, max(end - start, 3), theme.current().px(BAR_HEIGHT))
        return turned(option.direction, box, logical)

    def _paint_late(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, bar: QRectF, action: Action, start: int
    ) -> None:
        """Hatched: the time since an action should have ended, or since it should have begun."""
        if quarters_late(action, self._session.today(), start) == 0:
            return
        ended = action.end is not None and action.end.index + 1 <= self.today_place
        missed = (
            action.end.index + 1 if ended and action.end is not None else action.start.index if action.start else None
        )
        if missed is None or missed >= self.today_place:
            return
        late = self.bar(option, box, missed, self.today_place)
        late.setTop(bar.top())
        late.setHeight(bar.height())
        hatch_late(painter, late)

    def _paint_when(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, bar: QRectF | None, text: str, live: bool
    ) -> None:
        colours, font = theme.current(), small(option.font)
        metrics = QFontMetrics(font)
        text = metrics.elidedText(text, _FAR_FLAGS, box.width() - 4)
        width = metrics.horizontalAdvance(text) + 4
        line = metrics.height()
        top = box.bottom() - line - 2
        if bar is None:
            top = box.y() + (box.height() - line) // 2
            place = QRect(box.x() + 2, top, width, line)
            place = QStyle.visualRect(option.direction, box, place)
        else:
            left = bar.left() if option.direction == Qt.LayoutDirection.LeftToRight else bar.right() - width
            left = max(box.left() + 1.0, min(left, box.right() - width))
            place = QRect(round(left), top, width, line)
            # Over the lines of years and of today, so that the words stay easy to read.
            chosen = live or bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(place, colours.colour("accent_soft" if chosen else "card"))
        painter.setFont(font)
        painter.setPen(colours.colour("ink" if live else "muted"))
        painter.drawText(place, int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value), text)


def turned(direction: Qt.LayoutDirection, box: QRect, logical: QRectF) -> QRectF:
    """A rectangle counted from the leading edge of a box, where it is on the screen."""
    if direction == Qt.LayoutDirection.LeftToRight:
        return logical
    return QRectF(
        2 * box.x() + box.width() - logical.x() - logical.width(), logical.y(), logical.width(), logical.height()
    )


def hatch_late(painter: QPainter, place: QRectF) -> None:
    """The time by which something is late."""
    colour = theme.current().colour("bad")
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(theme.current().colour("bad_soft")))
    painter.drawRect(place)
    painter.setBrush(QBrush(colour, HATCH))
    painter.drawRect(place)


def hatch_outside(painter: QPainter, place: QRectF) -> None:
    """Time outside the plan."""
    painter.fillRect(place, QBrush(theme.current().colour("track"), HATCH))


def paint_years(painter: QPainter, box: QRect, direction: Qt.LayoutDirection, scale: Scale, frame: PlanFrame) -> None:
    """A line where each fiscal year begins; years outside the plan hatched."""
    colours, within = theme.current(), plan_years(frame)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for year in range(scale.first // 4, (scale.first + scale.quarters) // 4):
        start = scale.place(year * 4)
        if start > box.width() or start + scale.width * 4 < 0:
            continue
        logical = QRectF(box.x() + start, box.y(), scale.width * 4, box.height())
        place = turned(direction, box, logical)
        if within and year not in within:
            hatch_outside(painter, place)
        painter.setPen(colours.colour("line"))
        edge = place.left() if direction == Qt.LayoutDirection.LeftToRight else place.right()
        painter.drawLine(round(edge), box.top(), round(edge), box.bottom())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def draw_bar(painter: QPainter, bar: QRectF, status: str, *, sure: bool = True, odd: bool = False) -> None:
    """The bar of an action: full once it is begun, with a tick when it is done; dashed where it is cancelled, not `sure` of
    its ends, or `odd`."""
    colours, tone = theme.current(), STATUS_TONES.get(status, "neutral")
    dashed = odd or not sure or status == "cancelled"
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colours.colour("bad" if odd else tone), 1.2, style))
    if status == "cancelled":
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif status in ("", "not_started") or not sure:
        painter.setBrush(colours.colour(f"{tone}_soft"))
    else:
        painter.setBrush(colours.colour(tone))
    painter.drawRoundedRect(bar.adjusted(1, 0, -1, 0), 3, 3)
    if status == "done" and bar.width() >= bar.height():
        icons.paint(painter, bar.adjusted(0, 1, 0, -1), "check", colours.colour("card"))


def today_width() -> int:
    """Pixels of the line of today: where the lines of years are as dark, it is thicker than they are."""
    return 3 if theme.current().name == "contrast" else 1


def paint_today(painter: QPainter, box: QRect, direction: Qt.LayoutDirection, scale: Scale, today: float) -> None:
    """The line of today, over the whole height; it has to stand out from those of years."""
    width = today_width()
    logical = QRectF(box.x() + scale.place(today) - width / 2, box.y(), width, box.height())
    painter.fillRect(turned(direction, box, logical), theme.current().colour("ink"))
