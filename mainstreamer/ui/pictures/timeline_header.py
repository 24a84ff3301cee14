"""The heading of the timeline: names of the columns, fiscal years, and the word at today's line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QToolTip, QWidget

from mainstreamer.domain.calendar import Quarter, short_year_name, year_name
from mainstreamer.domain.kinds import PlanFrame
from mainstreamer.domain.timeline import plan_years
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pictures.shapes import fill_heading
from mainstreamer.ui.pictures.timeline_layout import COST, GAP, LEAD, MARGIN, STATUS, TIME, TITLE, Layout, Scale
from mainstreamer.ui.pictures.timeline_painting import paint_years, small, turned

YEAR_EDGE = 3
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_NEAR = int((Qt.AlignmentFlag.AlignLeft | _MIDDLE).value)
_FAR = int((Qt.AlignmentFlag.AlignRight | _MIDDLE).value)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)


def year_words(year: int, frame: PlanFrame) -> str:
    """A fiscal year with its first and last day, and whether it is outside the plan."""
    start = frame.fiscal_start or 1
    first, last = Quarter(year, 1).first_day(start), Quarter(year, 4).last_day(start)
    said = t(
        "Fiscal year {year}: {first} – {last}",
        year=year_name(year, start),
        first=words().date(first),
        last=words().date(last),
    )
    years = plan_years(frame)
    return f"{said}. {t('Outside the plan')}." if years and year not in years else said


class TimelineHeader(QWidget):
    """Painted with the layout and scale of the rows below it."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self.layout_, self.scale, self.frame_ = Layout(), Scale(), PlanFrame("")
        self.today_place = 0.0

    def names(self) -> dict[str, str]:
        """Names of the columns, besides the one of time."""
        field = words().field
        return {
            "code": t("Code"),
            TITLE: words().kind("action", "one"),
            LEAD: t("Lead"),
            COST: t("Cost"),
            GAP: t("Gap"),
            STATUS: field("action", "status"),
        }

    def heading_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def years_font(self) -> QFont:
        """The font of the years: a small one where that alone leaves room for both calendar years of one."""
        font, tight = self.heading_font(), small(self.heading_font())
        name, room = short_year_name(2027, self.frame_.fiscal_start or 1), self.scale.width * 4 - YEAR_EDGE - 1
        fits = QFontMetrics(font).horizontalAdvance(name) <= room
        return font if fits or QFontMetrics(tight).horizontalAdvance(name) > room else tight

    def wanted_height(self) -> int:
        return self.fontMetrics().lineSpacing() + QFontMetrics(small(self.font())).height() + theme.current().px(6)

    def _box(self, column: str) -> QRect:
        start, width = self.layout_.columns[column]
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(start, 0, width, self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        fill_heading(painter, self._view, self.rect())
        painter.setPen(colours.colour("line"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        names, font = self.names(), self.heading_font()
        metrics = QFontMetrics(font)
        for column in self.layout_.columns:
            if column == TIME:
                self._paint_years(painter, self._box(TIME))
                continue
            box = self._box(column).adjusted(MARGIN, 0, -MARGIN, 0)
            painter.setFont(font)
            painter.setPen(colours.colour("muted"))
            text = metrics.elidedText(names[column], Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, _FAR if column in (COST, GAP) else _NEAR, text)
        painter.end()

    def _paint_years(self, painter: QPainter, box: QRect) -> None:
        colours, font, direction = theme.current(), self.years_font(), self.layoutDirection()
        metrics = QFontMetrics(font)
        painter.save()
        painter.setClipRect(box)
        paint_years(painter, box.adjusted(0, 0, 0, -1), direction, self.scale, self.frame_)
        painter.setFont(font)
        line = metrics.height() + 2
        for place, text in self.year_names(metrics, box.width()):
            width = metrics.horizontalAdvance(text)
            near = turned(direction, box, QRectF(box.x() + place + YEAR_EDGE, box.y() + 2, width, line))
            # On plain ground, also where a year outside the plan is hatched.
            painter.fillRect(near.adjusted(-1, 0, 1, 0), colours.colour("ground"))
            painter.setPen(colours.colour("muted"))
            painter.drawText(near, _CENTRE, text)
        self._paint_today(painter, box, line)
        painter.restore()

    def year_names(self, metrics: QFontMetrics, room: int) -> list[tuple[float, str]]:
        """Where the name of each year begins, from the start of the time column, and the name; none that would be cut."""
        start, found = self.frame_.fiscal_start or 1, []
        for year in range(self.scale.first // 4, (self.scale.first + self.scale.quarters) // 4):
            place, width = self.scale.place(year * 4), self.scale.width * 4
            names = (year_name(year, start), short_year_name(year, start), f"’{year % 100:02d}")
            # Of a year that is partly out of view, what is seen of it counts.
            shown = max(place, 0.0)
            seen = min(place + width - 1, room) - shown
            text = next((said for said in names if metrics.horizontalAdvance(said) + YEAR_EDGE <= seen), "")
            if text:
                found.append((shown, text))
        return found

    def _paint_today(self, painter: QPainter, box: QRect, line: int) -> None:
        font = small(self.font())
        metrics, text = QFontMetrics(font), t("today")
        width = metrics.horizontalAdvance(text) + 8
        place = self.scale.place(self.today_place)
        if not 0 <= place <= box.width():
            return
        start = max(0.0, min(place - width / 2, box.width() - width))
        logical = QRectF(box.x() + start, box.y() + line + 1, width, self.height() - line - 2)
        painter.setFont(font)
        painter.setPen(theme.current().colour("card"))
        painter.setBrush(theme.current().colour("ink"))
        chip = turned(self.layoutDirection(), box, logical)
        painter.drawRoundedRect(chip, 3, 3)
        painter.drawText(chip, _CENTRE, text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x()), self)
            return True
        return super().event(event)

    def tip_at(self, place: int) -> str:
        """What a heading means: the days of a fiscal year, the whole name of a column."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place = self.width() - 1 - place
        column = self.layout_.column_at(place)
        if column == TIME:
            return year_words(self.scale.index(place - self.layout_.columns[TIME][0]) // 4, self.frame_)
        return self.names().get(column, "")
