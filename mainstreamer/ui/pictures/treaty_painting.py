"""How the status table of treaties is painted: headings, groups with their share, and the cells of each treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from mainstreamer.domain.treaties import Tally
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pictures.map_painting import elided
from mainstreamer.ui.pictures.shapes import fill_heading
from mainstreamer.ui.pictures.treaty_layout import LAW, NAME, REPORT, RESERVATION, STATUSES, Line, TreatyLayout

if TYPE_CHECKING:
    from mainstreamer.ui.pictures.treaty_table import TreatyArea

_START = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
CIRCLE, BAR = 16, 120
TONES = {"none": "neutral", "signed": "warning", "ratified": "good"}
SIGNS = {"none": "minus", "signed": "pen-nib", "ratified": "check"}
"""What stands in the circle chosen, so that colour is not alone."""


def column_names() -> dict[str, str]:
    """The headings of the columns, in words."""
    return {
        NAME: words().field("treaty", "treaty"),
        "none": t("Not signed"),
        "signed": t("Signed"),
        "ratified": t("Ratified on"),
        RESERVATION: t("Reservation"),
        LAW: t("Law aligned"),
        REPORT: t("Report due"),
    }


def draw_heading(painter: QPainter, area: TreatyArea, layout: TreatyLayout, top: int) -> None:
    """The names of the columns, which stay at the top."""
    colours = theme.current()
    whole = QRect(0, top, area.viewport().width(), layout.head)
    fill_heading(painter, area, whole)
    painter.setPen(colours.colour("line"))
    painter.drawLine(whole.bottomLeft(), whole.bottomRight())
    painter.setFont(area.font_of("small", bold=True))
    painter.setPen(colours.colour("muted"))
    names = column_names()
    for column, box in layout.columns.items():
        place = QRect(box.left(), top, box.width(), layout.head)
        align = _CENTRE if column in ("none", "signed") else _START
        if column == "signed":
            place.setWidth(layout.columns["none"].width())
        elif column == "ratified":
            place.adjust((layout.columns["none"].width() - colours.px(CIRCLE)) // 2, 0, 0, 0)
        painter.drawText(area.visual(place), align, elided(painter, names[column], place.width() - colours.px(6)))


def draw_line(painter: QPainter, area: TreatyArea, layout: TreatyLayout, line: Line) -> None:
    """The heading of a group, or a treaty."""
    colours = theme.current()
    whole = QRect(0, line.top, area.viewport().width(), layout.line)
    if line.row is None:
        _draw_group(painter, area, layout, line, whole)
        return
    mark = line.row.mark
    in_hand = mark == area.current
    if in_hand or mark.uid in area.selected:
        painter.setPen(QPen(colours.colour("focus" if in_hand and area.hasFocus() else "accent"), 1.5))
        painter.setBrush(colours.colour("accent_soft"))
        painter.drawRoundedRect(QRectF(whole).adjusted(2, 1, -2, -1), 5, 5)
    painter.setPen(colours.colour("line"))
    painter.drawLine(whole.bottomLeft(), whole.bottomRight())
    entered = area.treaty(mark) is not None
    gap = colours.px(8)
    painter.setFont(area.font_of("text"))
    _text(
        painter, area, layout.cell(line, NAME).adjusted(gap, 0, 0, 0), area.name_of(mark), "ink" if entered else "muted"
    )
    _draw_status(painter, area, layout, line)
    painter.setFont(area.font_of("note"))
    _text(
        painter,
        area,
        layout.cell(line, RESERVATION),
        area.reservation_of(mark),
        "muted" if area.reservation_of(mark) == "–" else "ink",
    )
    _draw_law(painter, area, layout.cell(line, LAW), *area.law_of(mark))
    _draw_report(painter, area, layout.cell(line, REPORT), *area.report_of(mark))


def _text(painter: QPainter, area: TreatyArea, place: QRect, text: str, role: str) -> None:
    """A text at the start of its place, cut where it does not fit."""
    if not place.isEmpty():
        painter.setPen(theme.current().colour(role))
        room = place.width() - theme.current().px(8)
        painter.drawText(area.visual(place), _START, elided(painter, text, room))


def share_words(found: Tally) -> str:
    """How many treaties of a group are ratified."""
    return t("{n} of {of} ratified", n=words().number(found.ratified), of=words().number(found.of))


def bar_of(area: TreatyArea, whole: QRect) -> QRect:
    """The bar of a group, whose heading is the whole: before the words, which get the same room in every group."""
    px = theme.current().px
    left = whole.right() - px(20) - area.share_width - px(BAR + 12)
    return QRect(left, whole.center().y() - px(3), px(BAR), px(7))


def _draw_group(painter: QPainter, area: TreatyArea, layout: TreatyLayout, line: Line, whole: QRect) -> None:
    """The name of a group, and behind it how many of its treaties are ratified, as a bar and in words."""
    colours, found = theme.current(), line.group.tally
    painter.fillRect(whole, colours.colour("ground"))
    painter.setPen(colours.colour("line"))
    painter.drawLine(whole.bottomLeft(), whole.bottomRight())
    painter.setFont(area.font_of("note"))
    bar = bar_of(area, whole)
    place = QRect(bar.right() + colours.px(12), whole.top(), area.share_width + colours.px(18), whole.height())
    _text(painter, area, place, share_words(found), "muted")
    painter.setPen(QPen(colours.colour("field_line"), 1))
    painter.setBrush(colours.colour("card"))
    painter.drawRoundedRect(QRectF(area.visual(bar)).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if found.ratified:
        part = QRect(bar.left(), bar.top(), max(4, bar.width() * found.ratified // found.of), bar.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("good"))
        painter.drawRoundedRect(QRectF(area.visual(part)).adjusted(1, 1, -1, -1), 2, 2)
    painter.setFont(area.font_of("text", bold=True))
    edge = layout.columns[NAME].left()
    _text(painter, area, QRect(edge, whole.top(), bar.left() - edge, whole.height()),
          words().choice("treaty_group", line.group.code), "ink")  # fmt: skip


def _draw_status(painter: QPainter, area: TreatyArea, layout: TreatyLayout, line: Line) -> None:
    """Three circles, of which one is filled; beside the last the day, or what is missing."""
    assert line.row is not None
    colours, mark = theme.current(), line.row.mark
    treaty = area.treaty(mark)
    size = colours.px(CIRCLE)
    for status in STATUSES:
        circle = QRectF(area.visual(layout.sign(line, status, size))).adjusted(0.75, 0.75, -0.75, -0.75)
        chosen = treaty is not None and treaty.status == status
        if chosen:
            tone = colours.colour(TONES[status])
            painter.setPen(QPen(tone, 1.5))
            painter.setBrush(tone)
            painter.drawEllipse(circle)
            icons.paint(painter, circle.adjusted(2, 2, -2, -2), SIGNS[status], colours.colour("card"))
        elif area.can_be(mark, status):
            style = Qt.PenStyle.SolidLine if treaty is not None else Qt.PenStyle.DotLine
            painter.setPen(QPen(colours.colour("field_line"), 1.5, style))
            painter.setBrush(colours.colour("field"))
            painter.drawEllipse(circle)
    role, text = area.state_of(mark)
    box = layout.cell(line, "ratified")
    after = box.adjusted(layout.sign(line, "ratified", size).right() - box.left() + colours.px(9), 0, 0, 0)
    painter.setFont(area.font_of("note"))
    _text(painter, area, after, text, role)


def _draw_law(painter: QPainter, area: TreatyArea, place: QRect, tone: str, text: str) -> None:
    """A chip with its word; a dash where nothing is said."""
    if place.isEmpty() or tone == "muted":
        _text(painter, area, place, text, "muted")
        return
    colours = theme.current()
    painter.setFont(area.font_of("small", bold=True))
    wide = min(place.width() - colours.px(8), QFontMetrics(painter.font()).horizontalAdvance(text) + colours.px(18))
    high = colours.px(20)
    chip = QRect(place.left(), place.center().y() - high // 2, wide, high)
    painter.setPen(QPen(colours.colour(tone), 1))
    painter.setBrush(colours.colour(f"{tone}_soft"))
    painter.drawRoundedRect(QRectF(area.visual(chip)).adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
    painter.setPen(colours.colour(tone))
    painter.drawText(area.visual(chip), _CENTRE, elided(painter, text, wide - colours.px(8)))
    painter.setFont(area.font_of("note"))


def _draw_report(painter: QPainter, area: TreatyArea, place: QRect, tone: str, text: str) -> None:
    """The day, with a sign before it where it has passed."""
    if not place.isEmpty() and tone == "bad":
        colours = theme.current()
        sign = QRect(place.left(), place.top(), colours.px(14), place.height())
        icons.paint(painter, area.visual(sign), "warning", colours.colour(tone))
        place = place.adjusted(colours.px(18), 0, 0, 0)
    _text(painter, area, place, text, tone)
