"""How a map of two scales is painted: ground, titles, numbers, tray, the lines of marks."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from mainstreamer.ui import icons, theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.pictures.map_layout import STEPS, TRAY, Cell, MapLayout

if TYPE_CHECKING:
    from mainstreamer.ui.pictures.map_view import MapView

_START = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_END = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
FEW = 4
"""Letters of a word that is cut which stay together."""
VOWELS, NO_BEGINNING = "aeiouyаеёиоуыэюя", "йьъ"
"""Letters that are vowels, and others that no part of a word begins with."""
_GROUNDS = ("hover", "accent_soft", "card", "hover")
"""Of the upper two fields and the lower two: the field that asks for least has the colour of the picture's own ground."""


def elided(painter: QPainter, text: str, width: int) -> str:
    """A text as far as it fits, in the painter's font."""
    return QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))


def draw_ground(painter: QPainter, view: MapView, layout: MapLayout, target: Cell | None) -> None:
    """Cells in the colours of their fields; the cell aimed at stands out."""
    colours = theme.current()
    for along in range(1, STEPS + 1):
        for up in range(1, STEPS + 1):
            cell = Cell(along, up)
            place = view.visual(layout.cell(cell))
            painter.fillRect(place, colours.colour(_GROUNDS[view.quadrant_at(cell)]))
            painter.setPen(QPen(colours.colour("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)
    _draw_fields(painter, view, layout)
    if target is not None and target != TRAY:
        painter.setPen(QPen(colours.colour("accent"), 2))
        painter.drawRect(view.visual(layout.cell(target)).adjusted(1, 1, -2, -2))


def _draw_fields(painter: QPainter, view: MapView, layout: MapLayout) -> None:
    """Heavier lines around and between the four fields."""
    colours, room = theme.current(), layout.room
    corner = layout.cell(Cell(view.high, view.high))
    across, down = corner.left(), corner.bottom() + 1
    painter.setPen(QPen(colours.colour("muted"), 2.5 if colours.name == "contrast" else 1.5))
    painter.drawRect(view.visual(room))
    upright = view.visual(QRect(across, room.top(), 1, room.height()))
    painter.drawLine(upright.topLeft(), upright.bottomLeft())
    painter.drawLine(room_line(view, room, down)[0], room_line(view, room, down)[1])


def draw_titles(painter: QPainter, view: MapView, layout: MapLayout, titles: list[str], shown: QRect) -> None:
    """Titles of the four fields above and below the map; both stay in sight when the map is scrolled."""
    colours, room, high = theme.current(), layout.room, layout.sizes.title
    across = layout.cell(Cell(view.high, 1)).left()
    upper = max(room.top() - high, shown.top())
    lower = min(room.bottom() + 1, shown.bottom() + 1 - layout.foot)
    if upper > room.top() - high:
        painter.fillRect(QRect(shown.left(), upper, shown.width(), high), colours.colour("card"))
        painter.setPen(QPen(colours.colour("line"), 1))
        painter.drawLine(*room_line(view, room, upper + high))
    painter.setFont(view.font_of("note", bold=True))
    painter.setPen(colours.colour("ink"))
    for index, title in enumerate(titles):
        start, end = (room.left(), across) if index in (0, 2) else (across, room.right() + 1)
        place = QRect(start + 4, upper if index < 2 else lower, end - start - 8, layout.sizes.title)
        painter.drawText(view.visual(place), _START, elided(painter, title, place.width()))


def room_line(view: MapView, room: QRect, y: int) -> tuple[QPoint, QPoint]:
    """A line across the map."""
    place = view.visual(QRect(room.left(), y, room.width(), 1))
    return place.topLeft(), place.topRight()


def draw_scales(painter: QPainter, view: MapView, layout: MapLayout, axes: tuple[str, str], shown: QRect) -> None:
    """Numbers and names of the scales, of which both stay in sight when the map is scrolled."""
    colours, room, sizes = theme.current(), layout.room, layout.sizes
    end = min(room.bottom() + 1, shown.bottom() + 1 - layout.foot)
    below = end + sizes.title
    if end < room.bottom() + 1:
        painter.fillRect(QRect(shown.left(), end, shown.width(), layout.foot), colours.colour("card"))
        painter.setPen(QPen(colours.colour("line"), 1))
        painter.drawLine(*room_line(view, room, end))
    painter.setFont(view.font_of("small"))
    painter.setPen(colours.colour("muted"))
    for step in range(1, STEPS + 1):
        number = words().number(step)
        along, up = layout.cell(Cell(step, 1)), layout.cell(Cell(1, step))
        painter.drawText(view.visual(QRect(along.left(), below, along.width(), sizes.numbers)), _CENTRE, number)
        if up.center().y() + sizes.numbers // 2 < end:
            painter.drawText(view.visual(QRect(sizes.numbers, up.top(), sizes.numbers, up.height())), _CENTRE, number)
    name = f"{axes[0]} {'←' if view.isRightToLeft() else '→'}"
    painter.drawText(view.visual(QRect(room.left(), below + sizes.numbers, room.width(), sizes.numbers)), _CENTRE, name)
    painter.save()
    seen = QRect(0, room.top(), sizes.numbers, room.height()) & QRect(0, shown.top(), sizes.numbers, end - shown.top())
    middle = view.visual(seen).center()
    painter.translate(middle)
    painter.rotate(-90)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    flat = QRect(-seen.height() // 2, -sizes.numbers // 2, seen.height(), sizes.numbers)
    painter.drawText(flat, _CENTRE, elided(painter, f"{axes[1]} →", flat.width()))
    painter.restore()


def draw_tray(painter: QPainter, view: MapView, layout: MapLayout, title: str, aimed_at: bool) -> None:
    """The place beside the map where those wait that nobody has judged yet."""
    colours = theme.current()
    place = view.visual(layout.tray)
    painter.setPen(
        QPen(colours.colour("accent" if aimed_at else "field_line"), 2 if aimed_at else 1, Qt.PenStyle.DashLine)
    )
    painter.setBrush(colours.colour("card"))
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6)
    painter.setFont(view.font_of("note", bold=True))
    painter.setPen(colours.colour("ink"))
    head = view.visual(layout.tray.adjusted(10, 4, -8, 0))
    head.setHeight(layout.sizes.title)
    painter.drawText(head, _START, elided(painter, title, head.width()))


def draw_line(
    painter: QPainter, view: MapView, place: QRect, names: tuple[str, str], chosen: bool, in_hand: bool
) -> QRect:
    """The name of a mark in its line, the whole one where it finds room, else the short one; the place for its sign."""
    colours, line = theme.current(), view.line
    painter.setFont(view.font_of("note", bold=chosen))
    metrics = QFontMetrics(painter.font())
    sign = view.sign_width
    start, width = place.left() + sign + 3, place.width() - sign - 5
    lines = name_lines(metrics, names, width, place.height() // line)
    if chosen or in_hand:
        longest = max(metrics.horizontalAdvance(text) for text in lines)
        box = QRect(place.left(), place.top(), min(place.width(), sign + longest + 9), line * len(lines))
        painter.setPen(QPen(colours.colour("focus" if in_hand else "accent"), 2 if in_hand else 1.2))
        painter.setBrush(colours.colour("card"))
        painter.drawRoundedRect(QRectF(view.visual(box)).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(colours.colour("ink"))
    for row, text in enumerate(lines):
        painter.drawText(view.visual(QRect(start, place.top() + row * line, width, line)), _START, text)
    return view.visual(QRect(place.left(), place.top(), sign, line))


def name_lines(metrics: QFontMetrics, names: tuple[str, str], width: int, most: int) -> list[str]:
    """A name in so many lines at most: the whole one where it fits, else the short one, the last line with an ellipsis."""
    whole, short = names
    found = _wrapped(metrics, whole, width, most)
    if short != whole and found[-1].endswith("…") and not whole.endswith("…"):
        found = _wrapped(metrics, short, width, most)
    return found


def _wrapped(metrics: QFontMetrics, text: str, width: int, most: int) -> list[str]:
    found: list[str] = []
    rest = text
    while rest and len(found) < most - 1 and metrics.horizontalAdvance(rest) > width:
        first, after = _broken(metrics, rest, width)
        if not first:
            first, after = _cut(metrics, rest, width)
        found.append(first)
        rest = after
    if rest or not found:
        found.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return found


def _cut(metrics: QFontMetrics, text: str, width: int) -> tuple[str, str]:
    """A word that is longer than a line: as many letters as fit, and the rest, of which no line has a few only."""
    word = text.split(maxsplit=1)[0]
    fits = bisect_right(range(len(word)), width, key=lambda end: metrics.horizontalAdvance(word[:end] + "-")) - 1
    fits = max(1, min(fits, len(word) - FEW))
    fits = next((end for end in range(fits, FEW - 1, -1) if _begins_syllable(word, end)), fits)
    return f"{word[:fits]}-", text[fits:]


def _begins_syllable(word: str, place: int) -> bool:
    """Whether a consonant with a vowel after it stands there, with a vowel before: where Latin and Cyrillic words may part."""
    before, first, second = word[:place].lower(), word[place].lower(), word[place + 1 : place + 2].lower()
    return first not in VOWELS + NO_BEGINNING and second in tuple(VOWELS) and any(one in VOWELS for one in before)


def _broken(metrics: QFontMetrics, text: str, width: int) -> tuple[str, str]:
    """As many words as fit, and the rest; nothing first where not even one fits."""
    parts = text.split()
    taken = 0
    while taken < len(parts) and metrics.horizontalAdvance(" ".join(parts[: taken + 1])) <= width:
        taken += 1
    return " ".join(parts[:taken]), " ".join(parts[taken:])


def draw_more(painter: QPainter, view: MapView, place: QRect, text: str) -> None:
    """The line that tells how many found no room."""
    painter.setFont(view.font_of("note", bold=True))
    painter.setPen(theme.current().colour("accent"))
    inner = place.adjusted(view.sign_width + 3, 0, -2, 0)
    painter.drawText(view.visual(inner), _START, elided(painter, text, inner.width()))
    sign = view.visual(QRect(place.left(), place.top(), view.line, view.line))
    icons.paint(painter, sign.adjusted(3, 3, -3, -3), "dots-three", theme.current().colour("accent"))


def draw_ghost(painter: QPainter, view: MapView, place: QPoint, name: str) -> None:
    """What is held while it is dragged."""
    colours = theme.current()
    painter.setFont(view.font_of("note", bold=True))
    metrics = QFontMetrics(painter.font())
    text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, colours.px(220))
    width, height = metrics.horizontalAdvance(text) + colours.px(16), colours.px(22)
    start = place.x() - width - 8 if view.isRightToLeft() else place.x() + 8
    box = QRect(start, place.y() - height // 2, width, height)
    painter.setPen(QPen(colours.colour("accent"), 1))
    painter.setBrush(colours.colour("accent"))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(colours.colour("accent_ink"))
    painter.drawText(box, _CENTRE, text)
