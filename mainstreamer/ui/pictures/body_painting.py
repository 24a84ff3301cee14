"""How the chart of coordination bodies is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import t
from mainstreamer.ui.pictures.body_layout import Block, BodyLayout
from mainstreamer.ui.pictures.map_painting import elided
from mainstreamer.ui.pictures.marks import Mark

if TYPE_CHECKING:
    from mainstreamer.ui.pictures.body_chart import BodyChartArea

_START = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)


def draw_line_up(painter: QPainter, area: BodyChartArea, layout: BodyLayout, over: Block, block: Block) -> None:
    """The line from a body up to the one that it reports to, with an arrow at its upper end."""
    colours, gap = theme.current(), layout.sizes.gap
    x = over.place.left() + layout.sizes.inset // 2
    y = block.place.top() + layout.sizes.head // 2
    upright = area.visual(QRect(x, over.place.bottom() + 2, 2, y - over.place.bottom() - 1))
    across = area.visual(QRect(x, y, block.place.left() - x, 2))
    painter.fillRect(upright, colours.colour("muted"))
    painter.fillRect(across, colours.colour("muted"))
    head = area.visual(QRect(x - gap // 2 + 1, over.place.bottom(), gap, gap + 2))
    icons.paint(painter, head.adjusted(-2, -2, 2, 2), "caret-up", colours.colour("muted"))


def draw_block(painter: QPainter, area: BodyChartArea, layout: BodyLayout, block: Block, shown: QRect) -> None:
    """A body with its head and the seats that are within `shown`."""
    colours, sizes = theme.current(), layout.sizes
    place = area.visual(block.place)
    painter.setPen(QPen(colours.colour("line"), 1))
    painter.setBrush(colours.colour("card"))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    if block.body is not None:
        _draw_head(painter, area, layout.head_of(block), block.body)
    else:
        painter.setFont(area.font_of("text", bold=True))
        painter.setPen(colours.colour("ink"))
        head = QRect(block.place.left() + sizes.gap, block.place.top() + 2, block.place.width() - 16, sizes.line + 4)
        painter.drawText(area.visual(head), _START, t("No body is named"))
    for row in block.rows:
        title = QRect(block.place.left() + sizes.gap, row.top, block.place.width() - 2 * sizes.gap, sizes.line)
        if title.intersects(shown):
            painter.setFont(area.font_of("small", bold=True))
            painter.setPen(colours.colour("muted"))
            painter.drawText(area.visual(title), _START, elided(painter, row.title, title.width()))
        step = sizes.seat + sizes.gap
        first = max(0, (shown.top() - row.top - sizes.line) // step) * row.columns
        last = max(0, (shown.bottom() - row.top - sizes.line) // step + 1) * row.columns
        for number in range(first, min(last, len(row.marks))):
            _draw_seat(painter, area, layout.seat(block, row, number), row.marks[number])


def _states(area: BodyChartArea, mark: Mark) -> tuple[bool, bool]:
    """Whether a mark is chosen, and whether the keyboard is on it."""
    in_hand = mark == area.current
    own = mark.kind == area.kind and not mark.field
    return (own and mark.uid in area.selected) or in_hand, in_hand and area.hasFocus()


def _draw_head(painter: QPainter, area: BodyChartArea, place: QRect, mark: Mark) -> None:
    colours, px = theme.current(), theme.current().px
    body = area.body_of(mark)
    if body is None:
        return
    chosen, in_hand = _states(area, mark)
    box = QRectF(area.visual(place)).adjusted(1, 1, -1, -1)
    painter.setPen(QPen(colours.colour("focus" if in_hand else "accent" if chosen else "line"), 2 if chosen else 1))
    painter.setBrush(colours.colour("accent_soft"))
    painter.drawRoundedRect(box, 7, 7)
    end = place.right() - px(10)
    for tone, word in reversed(area.facts_of(body)):
        painter.setFont(area.font_of("small"))
        width = QFontMetrics(painter.font()).horizontalAdvance(word) + px(16)
        if end - width < place.left() + place.width() // 2:
            break
        chip = area.visual(QRect(end - width, place.top() + px(7), width, px(19)))
        # On the tinted head of a body only the ground of the card stands out, with an edge in the tone.
        painter.setPen(QPen(colours.colour("field_line" if tone == "neutral" else tone), 1))
        painter.setBrush(colours.colour("card"))
        painter.drawRoundedRect(chip, px(8), px(8))
        painter.setPen(colours.colour("ink" if tone == "neutral" else tone))
        painter.drawText(chip, _CENTRE, word)
        end -= width + px(6)
    upper = QRect(place.left() + px(10), place.top() + px(5), end - place.left() - px(10), px(22))
    painter.setFont(area.font_of("text", bold=True))
    painter.setPen(colours.colour("ink"))
    name = area.title_of(mark) if not body.acronym else f"{area.title_of(mark)} ({body.acronym})"
    painter.drawText(area.visual(upper), _START, elided(painter, name, upper.width()))
    lower = QRect(place.left() + px(10), place.top() + px(27), place.width() - px(20), px(18))
    painter.setFont(area.font_of("note"))
    painter.setPen(colours.colour("muted"))
    painter.drawText(area.visual(lower), _START, elided(painter, area.line_of(body), lower.width()))


def _draw_seat(painter: QPainter, area: BodyChartArea, place: QRect, mark: Mark) -> None:
    colours, px = theme.current(), theme.current().px
    chosen, in_hand = _states(area, mark)
    missing = mark.kind == "body"
    edge = "focus" if in_hand else "accent" if chosen else "warning" if missing else "field_line"
    style = Qt.PenStyle.DashLine if missing and not chosen else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colours.colour(edge), 2 if chosen else 1, style))
    painter.setBrush(colours.colour("accent_soft" if chosen else "warning_soft" if missing else "card"))
    painter.drawRoundedRect(QRectF(area.visual(place)).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    title, note = area.title_of(mark), area.note_of(mark)
    inner = place.adjusted(px(8), px(3), -px(6), -px(3))
    half = inner.height() // 2
    upper = QRect(inner.left(), inner.top(), inner.width(), half if note else inner.height())
    painter.setFont(area.font_of("note", bold=not missing))
    painter.setPen(colours.colour("warning" if missing else "ink"))
    painter.drawText(area.visual(upper), _START, elided(painter, title, upper.width()))
    if note:
        painter.setFont(area.font_of("small"))
        painter.setPen(colours.colour("ink" if missing else "muted"))
        lower = QRect(inner.left(), inner.top() + half, inner.width(), half)
        painter.drawText(area.visual(lower), _START, elided(painter, note, lower.width()))
