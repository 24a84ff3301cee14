"""How corridors and agreements are painted, partner by partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from mainstreamer.domain.kinds import Agreement, Corridor
from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t, words
from mainstreamer.ui.pictures.map_painting import elided, name_lines
from mainstreamer.ui.pictures.marks import Mark
from mainstreamer.ui.pictures.partner_layout import PartnerLayout, PartnerRow
from mainstreamer.ui.pictures.shapes import fill_heading

if TYPE_CHECKING:
    from mainstreamer.ui.pictures.partner_chart import PartnerArea

_START = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_END = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
_ICONS = {
    "good": "check-circle", "warning": "clock", "bad": "x-circle", "accent": "chats-circle", "neutral": "circle-dashed"
}  # fmt: skip
HEADING_EDGE = 6
DIRECTION, MOST_DIRECTION, STOCK = 26, 40, 54
"""Parts of 100 of a corridor's line: for the words of its direction, more where they need it; for the stock, of what is left.
The flow has the rest."""


def _parts(line: QRect, words_width: int) -> tuple[QRect, QRect, QRect]:
    """Direction, stock and flow on the line of a corridor."""
    direction = max(line.width() * DIRECTION // 100, min(words_width, line.width() * MOST_DIRECTION // 100))
    stock = (line.width() - direction) * STOCK // 100
    first = QRect(line.left(), line.top(), direction, line.height())
    second = QRect(first.right() + 1, line.top(), stock, line.height())
    return first, second, QRect(second.right() + 1, line.top(), line.width() - direction - stock, line.height())


def _headings(layout: PartnerLayout, top: int) -> list[tuple[str, QRect]]:
    """Names of the columns and their places."""
    sizes, speech = layout.sizes, words()
    line = QRect(layout.ways.left(), top, layout.ways.width(), sizes.head)
    names = [speech.field("corridor", field) for field in ("partner", "direction", "stock", "flow")]
    places = [QRect(layout.name.left(), top, layout.name.width(), sizes.head), *_parts(line, sizes.direction)]
    if not layout.narrow:
        places.append(QRect(layout.chips.left(), top, layout.chips.width(), sizes.head))
        names.append(speech.kind("agreement", "many"))
    return [(name, place.adjusted(0, 0, -HEADING_EDGE, 0)) for name, place in zip(names, places, strict=True)]


def headings_fit(area: PartnerArea, layout: PartnerLayout) -> bool:
    """Whether each name of a column has room in one line."""
    metrics = QFontMetrics(area.font_of("small", bold=True))
    return all(metrics.horizontalAdvance(name) <= place.width() for name, place in _headings(layout, 0))


def draw_heading(painter: QPainter, area: PartnerArea, layout: PartnerLayout, top: int) -> None:
    """The names of the columns, which stay at the top."""
    colours, sizes = theme.current(), layout.sizes
    whole = QRect(0, top, area.viewport().width(), sizes.head)
    fill_heading(painter, area, whole)
    painter.setPen(colours.colour("line"))
    painter.drawLine(whole.bottomLeft(), whole.bottomRight())
    painter.setFont(area.font_of("small", bold=True))
    painter.setPen(colours.colour("muted"))
    metrics = QFontMetrics(painter.font())
    for name, place in _headings(layout, top):
        lines = name_lines(metrics, (name, name), place.width(), 2)
        first = place.center().y() - len(lines) * metrics.height() // 2
        for number, text in enumerate(lines):
            line = QRect(place.left(), first + number * metrics.height(), place.width(), metrics.height())
            painter.drawText(area.visual(line), _START, text)


def draw_row(painter: QPainter, area: PartnerArea, layout: PartnerLayout, row: PartnerRow, shown: QRect) -> None:
    """A partner: name, and those corridors and agreements that are within `shown`."""
    colours, sizes = theme.current(), layout.sizes
    whole = QRect(0, row.top, area.viewport().width(), row.height)
    painter.setPen(colours.colour("line"))
    painter.drawLine(whole.bottomLeft(), whole.bottomRight())
    _draw_name(painter, area, layout, row)
    for place in layout.ways_within(row, shown.top(), shown.bottom() + 1):
        _draw_way(painter, area, layout, layout.way(row, place), row.ways[place])
    for place in layout.chips_within(row, shown.top(), shown.bottom() + 1):
        _draw_agreement(painter, area, layout.chip(row, place), row.agreements[place])
    if not row.agreements and not layout.narrow:
        painter.setFont(area.font_of("note"))
        painter.setPen(colours.colour("muted"))
        blank = QRect(layout.chips.left(), row.top + sizes.gap, layout.chips.width(), sizes.line)
        painter.drawText(area.visual(blank), _START, elided(painter, t("No agreement"), blank.width()))


def _draw_name(painter: QPainter, area: PartnerArea, layout: PartnerLayout, row: PartnerRow) -> None:
    colours, sizes = theme.current(), layout.sizes
    place = QRect(layout.name.left(), row.top + sizes.gap, layout.name.width(), sizes.line)
    painter.setFont(area.font_of("text", bold=True))
    painter.setPen(colours.colour("ink"))
    painter.drawText(area.visual(place), _START, elided(painter, area.partner_name(row.partner), place.width() - 4))
    if area.is_uncovered(row.partner):
        note = place.translated(0, sizes.line - 4)
        sign = area.visual(QRect(note.left(), note.top(), colours.px(14), note.height()))
        icons.paint(painter, sign, "warning", colours.colour("bad"))
        text = note.adjusted(colours.px(18), 0, 0, 0)
        painter.setFont(area.font_of("small"))
        painter.setPen(colours.colour("bad"))
        painter.drawText(area.visual(text), _START, elided(painter, t("No agreement in force"), text.width()))


def _states(area: PartnerArea, mark: Mark) -> tuple[bool, bool]:
    """Whether a mark is chosen, and whether the keyboard is on it."""
    in_hand = mark == area.current
    return in_hand or (mark.kind == area.kind and mark.uid in area.selected), in_hand and area.hasFocus()


def _frame(painter: QPainter, area: PartnerArea, place: QRect, mark: Mark) -> None:
    chosen, in_hand = _states(area, mark)
    if chosen:
        colours = theme.current()
        painter.setPen(QPen(colours.colour("focus" if in_hand else "accent"), 2 if in_hand else 1.2))
        painter.setBrush(colours.colour("accent_soft"))
        painter.drawRoundedRect(QRectF(area.visual(place)).adjusted(1, 1, -1, -1), 5, 5)


def _draw_way(painter: QPainter, area: PartnerArea, layout: PartnerLayout, line: QRect, mark: Mark) -> None:
    way = cast("Corridor | None", area.record(mark))
    if way is None:
        return
    _frame(painter, area, line.adjusted(-6, 0, -2, 0), mark)
    colours = theme.current()
    direction, stock, flow = _parts(line, layout.sizes.direction)
    painter.setFont(area.font_of("note"))
    painter.setPen(colours.colour("ink"))
    said = words().choice("direction", way.direction)
    painter.drawText(area.visual(direction), _START, elided(painter, said, direction.width() - 6))
    _draw_bar(painter, area, stock, way.stock, area.most[0], "accent")
    _draw_bar(painter, area, flow, way.flow, area.most[1], "muted")


def _draw_bar(painter: QPainter, area: PartnerArea, place: QRect, value: int | None, most: int, role: str) -> None:
    """A bar with its number behind it."""
    colours = theme.current()
    text = words().number(value) if value is not None else t("not known")
    painter.setFont(area.font_of("note"))
    number = min(QFontMetrics(painter.font()).horizontalAdvance(text) + 4, place.width())
    widest = QFontMetrics(painter.font()).horizontalAdvance(words().number(most)) + 14
    room = max(0, place.width() - max(widest, number) - 8)
    length = max(2, room * value // most) if value and most else 0
    high = colours.px(10)
    bar = QRect(place.left(), place.center().y() - high // 2 + 1, min(length, room), high)
    painter.fillRect(area.visual(bar), colours.colour(role))
    after = QRect(bar.left() + (bar.width() + 6 if length else 0), place.top(), number, place.height())
    painter.setPen(colours.colour("ink" if value is not None else "muted"))
    painter.drawText(area.visual(after), _START, elided(painter, text, after.width()))


def _draw_agreement(painter: QPainter, area: PartnerArea, place: QRect, mark: Mark) -> None:
    agreement = cast("Agreement | None", area.record(mark))
    if agreement is None:
        return
    colours, px = theme.current(), theme.current().px
    tone, state = area.state_of(agreement)
    chosen, in_hand = _states(area, mark)
    edge = "focus" if in_hand else "accent" if chosen else tone
    painter.setPen(QPen(colours.colour(edge), 2 if chosen else 1))
    painter.setBrush(colours.colour(f"{tone}_soft"))
    painter.drawRoundedRect(QRectF(area.visual(place)).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5)
    inner = place.adjusted(px(8), px(3), -px(6), -px(3))
    half = inner.height() // 2
    upper = QRect(inner.left(), inner.top(), inner.width(), half)
    painter.setFont(area.font_of("note"))
    painter.setPen(colours.colour("ink"))
    painter.drawText(area.visual(upper), _START, elided(painter, area.short_of(agreement), upper.width()))
    sign = area.visual(QRect(inner.left(), inner.top() + half, px(13), half))
    icons.paint(painter, sign, _ICONS[tone], colours.colour(tone))
    lower = QRect(inner.left() + px(17), inner.top() + half, inner.width() - px(17), half)
    painter.setFont(area.font_of("small"))
    painter.setPen(colours.colour(tone))
    painter.drawText(area.visual(lower), _START, elided(painter, state, lower.width()))
