"""Values of one indicator over the years, with baselines and targets of actions."""

from __future__ import annotations

import html
import math
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPen, QResizeEvent

from mainstreamer.domain.series import NOT_MEASURED, SEXES, Line, Series
from mainstreamer.ui import theme
from mainstreamer.ui.charts.loading import library
from mainstreamer.ui.charts.plotted import PlottedChart, nice_steps, ticks
from mainstreamer.ui.charts.series_words import (
    goal_words,
    line_names,
    number,
    point_words,
    series_unit,
    short_line_names,
    status_word,
)
from mainstreamer.ui.i18n import t

MOST_LINES = 6
SYMBOLS = ("o", "s", "t1", "d", "p", "h")
ROLES = ("accent", "ink", "muted", "accent", "ink", "muted")
STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine, Qt.PenStyle.DashDotDotLine)
"""Lines of the contrast theme, whose colours are hard to tell apart; dashes lead to what nobody observed."""
DASHES: tuple[tuple[float, ...], ...] = ((4.0, 2.0), (1.5, 1.5), (8.0, 3.0), (8.0, 2.0, 2.0, 2.0))
"""Dashes of each of these lines, in widths of the line."""
GOAL = "goal"
REACH = 14
_DOT, _RING, _GAP, _EDGES = 8, 15, 8, 24
_YEAR, _WORDS, _MOST_WORDS = 24, 0.5, 0.6
"""Pixels at 100 % that each year keeps where words at the ends of lines want more than the first share of the width, and the
share that they get at most."""
_MARGINS = 8
"""Pixels, at any text size, that words of a picture keep above and below them together."""


class Mark(NamedTuple):
    key: str
    year: int
    value: float
    words: str


class _End(NamedTuple):
    year: int
    value: float
    words: str
    role: str


class SeriesChart(PlottedChart):
    """Marks are values and goals. Keys of values are those of `domain.series.point_key`; goals have `goal|uid|baseline` or
    `goal|uid|target`."""

    def __init__(self) -> None:
        super().__init__()
        self.series: Series | None = None
        self.lines: tuple[Line, ...] = ()
        self._names: list[str] = []
        self._style = Qt.PenStyle.SolidLine
        self._dashes = DASHES[0]
        self._marks: list[Mark] = []
        self._begins = ""
        """Where the axis of values begins, in words; empty where zero is on it."""

    def show_series(self, series: Series | None, wanted: str = "") -> None:
        """Show these values; of many lines the first, and the one with the value `wanted`."""
        self.series = series
        lines = series.lines if series is not None else ()
        shown = list(lines[:MOST_LINES])
        extra = next((line for line in lines[MOST_LINES:] if any(point.key == wanted for point in line.points)), None)
        if extra is not None:
            shown[-1] = extra
        self.lines = tuple(shown)
        self.say_again()
        self.redraw()

    def say_again(self) -> None:
        """Words in the language spoken now."""
        self._names = line_names(self.lines)
        self._marks = []
        if self.series is None:
            return
        key = self.series.key
        for line, name in zip(self.lines, self._names, strict=True):
            for point in line.points:
                said = point_words(point, name, key)
                self._marks.append(Mark(point.key, point.year, float(point.value), said))
        for goal in self.series.goals:
            for end, at in (("baseline", goal.baseline), ("target", goal.target)):
                if at is not None:
                    said = goal_words(goal, end, key)
                    self._marks.append(Mark(f"{GOAL}|{goal.record.uid}|{end}", at[0], float(at[1]), said))

    def marks(self) -> list[tuple[str, str]]:
        return [(mark.key, mark.words) for mark in self._marks]

    def words_of(self, key: str) -> str:
        return next((mark.words for mark in self._marks if mark.key == key), "")

    # -- drawing -----------------------------------------------------------------------------------------------------

    def draw(self) -> None:
        self.plot.clear()
        self._begins = ""
        if self.series is None or not self._marks:
            self.set_axes((0, 1), (0, 1), [], [])
            return
        years = [mark.year for mark in self._marks]
        values = [mark.value for mark in self._marks]
        low, high = min(values), max(values)
        if 0 <= low < high * 0.4:
            low = 0.0
        room = max(self.height() - theme.current().px(46), 1)
        steps = nice_steps(low, high, max(2, min(6, room // theme.current().px(34))))
        first, last = min(years), max(years)
        written, scale = ticks(steps)
        if steps[0] > 0 or steps[-1] < 0:
            self._begins = t("The axis begins at {value}.", value=f"{written[0][1]} {scale}".strip())
        width = max(self.width() - self._scale_side(written) - theme.current().px(_EDGES), 1)
        # Words at the ends of lines have their own room beyond the last year.
        ends = self._ends()
        metrics = QFontMetrics(self.small_font())
        words_room = max(metrics.horizontalAdvance(end.words) for end in ends) + 2 * _GAP
        words_room = min(words_room, max(int(width * _WORDS), width - (last - first + 1) * theme.current().px(_YEAR)))
        words_room = min(words_room, int(width * _MOST_WORDS))
        share = words_room / width
        # Half a year, or half the word of the first year, before it.
        before = max(0.4, theme.current().px(20) * max(last - first, 1) / max(width - words_room, 1))
        until = last + (max(last - first, 1) + before) * share / (1 - share)
        pixel = (steps[-1] - steps[0]) / room
        below = steps[0] - (0 if steps[0] == 0 and low == 0 else pixel * theme.current().px(10))
        head = self._head(scale, metrics, width - theme.current().px(8))
        above = steps[-1] + pixel * (theme.current().px(20) + metrics.height() * (len(head) - 1))
        self.set_axes((first - before, until), (below, above), self._years(years, width - words_room), written)
        if head:
            shown = [_cut(line, metrics, width - theme.current().px(8)) for line in head]
            made = self.write(first - before * 0.9, above, "\n".join(shown), "muted", (0.0, 0.0))
            # What people type is never read as markup.
            made.setToolTip(f"<qt>{html.escape(' · '.join(head))}</qt>" if shown != head else "")
        for line, (colour, symbol) in zip(self.lines, _looks(self.lines), strict=True):
            contrast = theme.current().name == "contrast"
            self._style = STYLES[colour % len(STYLES)] if contrast else Qt.PenStyle.SolidLine
            self._dashes = DASHES[colour % len(DASHES)] if contrast else DASHES[0]
            role = ROLES[colour % len(ROLES)]
            self._draw_line(line, SYMBOLS[symbol % len(SYMBOLS)], theme.current().colour(role))
        for goal in self.series.goals:
            self._draw_goal(goal.baseline, goal.target)
        # What stands above has lines of its own.
        own_lines = pixel * (metrics.height() * len(head) + _MARGINS) * (above - below) / (steps[-1] - steps[0])
        free = above - (own_lines if head else 0)
        self._write_ends(ends, pixel, (until - first + before) / width, words_room - _GAP, free)

    def remark(self) -> str:
        return self._begins

    def _head(self, scale: str, metrics: QFontMetrics, width: int) -> list[str]:
        """What stands above the picture: the unit, what the last values are, where the axis begins, which has a line of its
        own where it would be cut."""
        unit = series_unit(self.series.key.code, self.series.unit) if self.series is not None else ""
        unit = " ".join(part for part in (scale, unit) if part)
        line = " · ".join(part for part in (unit, self._common(), self._begins) if part)
        if not self._begins or metrics.horizontalAdvance(line) <= width:
            return [line] if line else []
        unit = " · ".join(part for part in (unit, self._common()) if part)
        return [part for part in (unit, self._begins) if part]

    def _scale_side(self, written: list[tuple[float, str]]) -> int:
        """Long numbers get the width they need before the axis is laid out; what it is."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(text) for _, text in written), default=0)
        for side in ("left", "right"):
            self.plot.getAxis(side).setWidth(widest + 8)
        return widest + 8

    def _years(self, years: Iterable[int], width: float) -> list[tuple[float, str]]:
        """The years in which something stands, the newest first of all, as far as their words do not run into each other."""
        found: list[int] = []
        newest_first = sorted(set(years), reverse=True)
        span = newest_first[0] - newest_first[-1] + 1
        apart = (
            span * (QFontMetrics(self.small_font()).horizontalAdvance("0000") + theme.current().px(8)) / max(width, 1)
        )
        for year in newest_first:
            if not found or found[-1] - year >= apart:
                found.append(year)
        return [(float(year), str(year)) for year in reversed(found)]

    def _draw_line(self, line: Line, symbol: str, colour: QColor) -> None:
        """Dots with a line through them; dashes lead to what nobody observed, whose dots are hollow."""
        solid: tuple[list[float], list[float]] = ([], [])
        dashed: tuple[list[float], list[float]] = ([], [])
        for one, other in zip(line.points, line.points[1:], strict=False):
            into = dashed if one.status in NOT_MEASURED or other.status in NOT_MEASURED else solid
            into[0].extend((one.year, other.year, math.nan))
            into[1].extend((float(one.value), float(other.value), math.nan))
        if solid[0]:
            self._line(*solid, _pen(colour, 1.6, self._style))
        if dashed[0]:
            pen = _pen(colour, 1.6)
            pen.setDashPattern(self._dashes)
            self._line(*dashed, pen)
        card = theme.current().colour("card")
        hollow, full = QBrush(card), QBrush(colour)
        dots = library().ScatterPlotItem(
            x=[point.year for point in line.points],
            y=[float(point.value) for point in line.points],
            symbol=symbol,
            size=theme.current().px(_DOT),
            pen=_pen(colour, 1.4),
            brush=[hollow if point.status in NOT_MEASURED else full for point in line.points],
        )
        self.plot.addItem(dots)

    def _line(self, across: list[float], up: list[float], pen: QPen) -> None:
        self.plot.addItem(library().PlotCurveItem(x=across, y=up, pen=pen, connect="finite"))

    def _draw_goal(self, baseline: tuple[int, Any] | None, target: tuple[int, Any] | None) -> None:
        colour, card = theme.current().colour("good"), theme.current().colour("card")
        ends = [(end[0], float(end[1])) for end in (baseline, target) if end is not None]
        if len(ends) == 2:
            across, up = [float(ends[0][0]), float(ends[1][0])], [ends[0][1], ends[1][1]]
            self._line(across, up, _pen(colour, 1.4, Qt.PenStyle.DashLine))
        size = theme.current().px(_DOT + 3)
        for end, symbol, brush in ((baseline, "d", card), (target, "star", colour)):
            if end is not None:
                at = [
                    {
                        "pos": (end[0], float(end[1])),
                        "symbol": symbol,
                        "size": size,
                        "pen": _pen(colour, 1.4),
                        "brush": brush,
                    }
                ]
                self.plot.addItem(library().ScatterPlotItem(at))

    def _ends(self) -> list[_End]:
        """The name and last value of each line, and each target: what stands beside its last point."""
        ends: list[_End] = []
        if self.series is None:
            return ends
        names, common = short_line_names(self.lines), self._common()
        for line, name, (colour, _symbol) in zip(self.lines, names, _looks(self.lines), strict=True):
            point = line.points[-1]
            kind = status_word(point.status) if point.status in NOT_MEASURED and not common else ""
            figure = number(point.value, self.series.key, point.of)
            if kind and point.status == "target":
                figure, kind = t("target {value}", value=figure), ""
            said = " ".join(part for part in (figure, name, f"({kind})" if kind else "") if part)
            ends.append(_End(point.year, float(point.value), said, ROLES[colour % len(ROLES)]))
        # A target that is also an observation is named once.
        named = {(point.status, (point.year, point.value)) for point in (line.points[-1] for line in self.lines)}
        for goal in self.series.goals:
            kind = "target" if goal.target else "baseline"
            if (at := goal.target or goal.baseline) is not None and (kind, at) not in named:
                named.add((kind, at))
                value = number(at[1], self.series.key)
                said = t("target {value}", value=value) if goal.target else t("baseline {value}", value=value)
                ends.append(_End(at[0], float(at[1]), said, "good"))
        return sorted(ends, key=lambda end: end.value)

    def _common(self) -> str:
        """The year in which several lines end, and what their values there are, where that is one word for all of them."""
        ends = {(line.points[-1].year, line.points[-1].status) for line in self.lines}
        if len(self.lines) < 2 or len(ends) != 1:
            return ""
        ((year, status),) = ends
        return f"{year}: {status_word(status)}" if status in NOT_MEASURED else ""

    def _write_ends(self, ends: list[_End], pixel: float, year_pixel: float, room: int, free: float) -> None:
        """Beside their points and below `free`; where two would lie over each other they make room. Those that do not fit
        before the points of the last year stand beyond it, and a thin line leads to them."""
        metrics, line = QFontMetrics(self.small_font()), theme.current().px(14) * pixel
        last = max((end.year for end in ends), default=0)
        columns: dict[bool, list[_End]] = {}
        for end in ends:
            # Words of a line that ends early stop before the points of the last year, or stand beyond it.
            before = (last - end.year) / year_pixel - 3 * _GAP
            beyond = min(metrics.horizontalAdvance(end.words), room) > before
            columns.setdefault(beyond, []).append(end)
        top = free - line / 2
        for beyond, column in columns.items():
            for end, place in zip(column, _apart([end.value for end in column], line, top), strict=True):
                year = last if beyond else end.year
                if year > end.year:
                    near, far = end.year + _GAP * year_pixel, year + _GAP / 2 * year_pixel
                    self._line([near, far], [end.value, place], _pen(theme.current().colour("field_line"), 1))
                said = metrics.elidedText(end.words, Qt.TextElideMode.ElideRight, room)
                self.write(year + _GAP * year_pixel, place, said, end.role, (0.0, 0.5))

    # -- which one is chosen -----------------------------------------------------------------------------------------

    def show_marked(self) -> None:
        for item in [one for one in self.plot.items() if getattr(one, "marks_choice", False)]:
            self.plot.removeItem(item)
        mark = next((mark for mark in self._marks if mark.key == self.marked), None)
        if mark is None:
            return
        pen = _pen(theme.current().colour("focus"), 2)
        ring = library().ScatterPlotItem(
            [
                {
                    "pos": (mark.year, mark.value),
                    "symbol": "o",
                    "size": theme.current().px(_RING),
                    "pen": pen,
                    "brush": None,
                }
            ]
        )
        ring.marks_choice = True
        self.plot.addItem(ring)

    def key_at(self, x: float, y: float) -> str:
        wide, high = self.pixel()
        reach = theme.current().px(REACH)
        near = [(math.hypot((mark.year - x) / wide, (mark.value - y) / high), mark.key) for mark in self._marks]
        return min((found for found in near if found[0] <= reach), default=(0.0, ""))[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()


def _looks(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Which colour and which symbol each line has: one colour for a sex, one symbol for the rest of what sets lines apart,
    where they differ in both."""
    sexes = sorted({line.key.sex for line in lines}, key=lambda sex: SEXES.index(sex) if sex in SEXES else len(SEXES))
    rests = list(dict.fromkeys(line.key._replace(sex="") for line in lines))
    if len(sexes) < 2 or len(rests) < 2:
        return [(place, place) for place in range(len(lines))]
    return [(sexes.index(line.key.sex), rests.index(line.key._replace(sex=""))) for line in lines]


def _pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen


def _cut(text: str, metrics: QFontMetrics, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _apart(places: list[float], line: float, top: float) -> list[float]:
    """Rising places, moved so that none is nearer than a line to the one below, and as far as it goes none above `top`."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + line) if found else place)
    for row in range(len(found) - 1, -1, -1):
        above = top if row == len(found) - 1 else found[row + 1] - line
        found[row] = min(found[row], above)
    return found
