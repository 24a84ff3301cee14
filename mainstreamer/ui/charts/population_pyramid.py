"""The population pyramid: a bar for women and one for men in each age group, another table as an outline over them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPen

from mainstreamer.domain.age_groups import AgeGroup
from mainstreamer.domain.age_structure import PyramidRow, everyone
from mainstreamer.language.indicators import row_name
from mainstreamer.ui import theme
from mainstreamer.ui.charts.loading import library
from mainstreamer.ui.charts.plotted import PlottedChart, nice_steps
from mainstreamer.ui.i18n import t, words

_BAR = 0.84
"""The height of a bar; one age group is 1."""
_BETWEEN = 8
"""Pixels between two figures of the axis."""
_LINE, _HALO = 1.6, 5
"""Pixels of the line of the other table, and of the ground that it keeps around it: bars are as dark as the line."""


class PopulationPyramid(PlottedChart):
    """Marks are age groups, the youngest first; their keys are labels such as `0-4`."""

    def __init__(self) -> None:
        super().__init__()
        self.percent = False
        self._rows: tuple[PyramidRow, ...] = ()
        self._other: tuple[PyramidRow, ...] = ()
        self._dashed = False

    def show_rows(self, rows: Sequence[PyramidRow], other: Sequence[PyramidRow] = (), dashed: bool = False) -> None:
        """Show a table, and another one as an outline; dashed where that is an estimate or a projection."""
        self._rows, self._other, self._dashed = tuple(rows), tuple(other), dashed
        self.redraw()

    @property
    def rows(self) -> tuple[PyramidRow, ...]:
        return self._rows

    @property
    def outlined(self) -> tuple[PyramidRow, ...]:
        """The rows of the other table whose age groups this one has too; only those can be compared."""
        groups = {row.group for row in self._rows}
        return tuple(row for row in self._other if row.group in groups)

    # -- words -------------------------------------------------------------------------------------------------------

    def marks(self) -> list[tuple[str, str]]:
        whole = everyone(self._rows)
        return [(row.group.label, self._said(row, whole)) for row in self._rows]

    def words_of(self, key: str) -> str:
        """An age group with its numbers; empty when it is not there."""
        return dict(self.marks()).get(key, "")

    def _said(self, row: PyramidRow, whole: Fraction) -> str:
        number = words().number
        parts = []
        if row.women is not None:
            parts.append(t("{count} women", count=number(_whole(row.women))))
        if row.men is not None:
            parts.append(t("{count} men", count=number(_whole(row.men))))
        both = row.both if row.both is not None else row.women or row.men
        if row.women is None and row.men is None and both is not None:
            parts.append(t("{count} people", count=number(_whole(both))))
        if whole and both is not None:
            parts.append(t("{share} % of all", share=number(float(both * 100 / whole), 1)))
        return f"{row_name(words(), row.group.label)}: {', '.join(parts)}"

    # -- drawing -----------------------------------------------------------------------------------------------------

    def draw(self) -> None:
        self.plot.clear()
        sizes = [self._sizes(row, everyone(self._rows)) for row in self._rows]
        lines = [self._sizes(row, everyone(self._other)) for row in self._other]
        most = max((size for pair in (*sizes, *lines) for size in pair), default=0.0) or 1.0
        steps = nice_steps(0, most, 3)
        most = max(most, steps[-1] if steps[-1] < most * 1.25 else most) * 1.02
        self._bars(sizes)
        self._outline(dict(zip((row.group for row in self._other), lines, strict=True)))
        count = len(self._rows)
        room = max(self.height() - theme.current().px(24), 1)
        head = count * theme.current().px(18) / room
        both_sides = any(row.women is not None or row.men is not None for row in self._rows)
        ages = self._ages_written(math.ceil(head * 0.8))
        steps = self._apart([step for step in steps if step <= most], (2 if both_sides else 1) * most, ages)
        if both_sides:
            self.write(-most / 2, count - 0.4, t("Men"), "ink", (0.5, 1.0))
            self.write(most / 2, count - 0.4, t("Women"), "ink", (0.5, 1.0))
            shown = [-step for step in reversed(steps[1:])] + steps
        else:
            self.write(most / 2, count - 0.4, t("Women and men together"), "ink", (0.5, 1.0))
            shown = steps
        bottom = [(step, self._tick(abs(step))) for step in shown]
        self.set_axes((shown[0] if shown[0] >= 0 else -most, most), (-0.6, count - 0.4 + head), bottom, ages)

    def _apart(self, steps: list[float], span: float, ages: list[tuple[float, str]]) -> list[float]:
        """Those of the steps, from zero on, whose figures do not run into each other below an axis of that span."""
        metrics = QFontMetrics(self.small_font())
        beside = max((metrics.horizontalAdvance(age) for _place, age in ages), default=0)
        pixel = span / max(self.width() - beside - 4 * _BETWEEN, 1)
        widest = max(metrics.horizontalAdvance(self._tick(step)) for step in steps) + _BETWEEN
        every = math.ceil(widest * pixel / (steps[1] - steps[0])) if len(steps) > 1 else 1
        return steps[:: min(max(every, 1), max(len(steps) - 1, 1))]

    def _ages_written(self, every: int) -> list[tuple[float, str]]:
        """Labels of age groups as far apart as they need; the oldest is always among them."""
        last = len(self._rows) - 1
        places = [place for place in range(0, last + 1, max(every, 1)) if place == last or last - place >= every]
        if last >= 0 and last not in places:
            places.append(last)
        return [(float(place), row_name(words(), self._rows[place].group.label)) for place in places]

    def _sizes(self, row: PyramidRow, whole: Fraction) -> tuple[float, float]:
        """Women and men of a row as they are drawn: persons, or per cent of all. A total alone counts as women's side."""
        women, men = row.women or Fraction(), row.men or Fraction()
        if row.women is None and row.men is None:
            women = row.both or Fraction()
        share = 100 / whole if self.percent and whole else Fraction(1)
        return float(women * share), float(men * share)

    def _tick(self, size: float) -> str:
        return f"{words().number(size)} %" if self.percent else words().number(size)

    def _bars(self, sizes: list[tuple[float, float]]) -> None:
        colours = theme.current()
        places = list(range(len(sizes)))
        pen = QPen(colours.colour("accent"), 1)
        pen.setCosmetic(True)
        looks = (("accent", [0.0] * len(sizes), [women for women, _ in sizes]),
                 ("accent_soft", [-men for _, men in sizes], [men for _, men in sizes]))  # fmt: skip
        for role, starts, widths in looks:
            bars = library().BarGraphItem(
                x0=starts, width=widths, y=places, height=_BAR, brush=colours.colour(role), pen=pen
            )
            self.plot.addItem(bars)

    def _outline(self, sizes: dict[AgeGroup, tuple[float, float]]) -> None:
        """Steps along both sides; broken where the other table has no such age group."""
        if not sizes:
            return
        colours, style = theme.current(), Qt.PenStyle.DashLine if self._dashed else Qt.PenStyle.SolidLine
        pen = QPen(colours.colour("ink"), _LINE, style)
        halo = QPen(colours.colour("card"), _HALO, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
        for one in (pen, halo):
            one.setCosmetic(True)
        for side, sign in ((0, 1), (1, -1)):
            across: list[float] = []
            up: list[float] = []
            for place, row in enumerate(self._rows):
                size = sizes[row.group][side] * sign if row.group in sizes else math.nan
                across += [size, size]
                up += [place - 0.5, place + 0.5]
            self.plot.plot(across, up, pen=pen, shadowPen=halo, connect="finite")

    def show_marked(self) -> None:
        for item in [one for one in self.plot.items() if getattr(one, "marks_choice", False)]:
            self.plot.removeItem(item)
        keys = [row.group.label for row in self._rows]
        if self.marked not in keys:
            return
        place = keys.index(self.marked)
        low, high = self.plot.getViewBox().viewRange()[0]
        pen = QPen(theme.current().colour("ink"), 1.5)
        pen.setCosmetic(True)
        ground = theme.current().colour("focus")
        ground.setAlpha(50)
        band = library().BarGraphItem(x0=[low], width=[high - low], y=[place], height=1, brush=ground, pen=pen)
        band.marks_choice = True
        self.plot.addItem(band)

    def key_at(self, x: float, y: float) -> str:
        place = round(y)
        return self._rows[place].group.label if 0 <= place < len(self._rows) else ""


def _whole(count: Fraction) -> int:
    """Whole persons: shares of people of unknown age and thousands with decimals are rounded for reading."""
    return round(count)
