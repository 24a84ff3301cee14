"""How wide the columns of a register are."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtGui import QFont, QFontMetrics

from mainstreamer.domain.calendar import Quarter
from mainstreamer.domain.fields import Choice, Date, FiscalQuarter, Money, Number, Scale, Whole, Year, YesNo
from mainstreamer.ui import theme
from mainstreamer.ui.i18n import words
from mainstreamer.ui.models.register_columns import RegisterColumns
from mainstreamer.ui.reading import shown
from mainstreamer.ui.tones import TONES
from mainstreamer.ui.widgets.cell_chips import MARGIN, PADDING, SLACK, chip_font
from mainstreamer.ui.widgets.register_header import SIDE

WIDTHS = {0: 150, 1: 96, 2: 150, 3: 220, 4: 280}
"""Pixels of a column by its relative width."""
NAMED_WIDTHS = {
    "code": 92, "start": 76, "end": 76, "gap": 88, "light": 72, "indicators": 180, "status": 104, "title": 240, "priority": 84,
    "steps": 160, "years": 96, "ready": 96,
}  # fmt: skip
MOST = 190
"""Pixels at 100 % that a heading or the names of a list are given at most."""
ELASTIC = 150
"""From this wish on, in pixels at 100 %, a column of text takes room that is left, and gives room away."""
KEEPS = 70
"""Hundredths of its wish that a column of text keeps in any case."""
USUAL_MONEY, USUAL_NUMBER = 888_888_888, 8_888_888
"""Figures as wide as those that plans have."""


@dataclass(frozen=True)
class Wish:
    """What a column wants, and what it cannot do without, in pixels."""

    width: int
    least: int

    @property
    def firm(self) -> bool:
        """Whether its values are worth nothing when they are cut."""
        return self.least >= self.width


def wish(columns: RegisterColumns, name: str, font: QFont) -> Wish:
    """The width that a column wants: for its values, and for its heading in two lines with a funnel beside them."""
    metrics, px = QFontMetrics(font), theme.current().px
    spec = columns.fields.get(name)
    wanted = NAMED_WIDTHS.get(name) or WIDTHS.get(spec.column if spec is not None else 1, 150)
    label = columns.label(name)
    longest = max(map(metrics.horizontalAdvance, label.split()), default=0)
    beside = px(26) + 24
    # A heading has two lines; bold type and uneven lines want some more than half of it.
    heading = min(max(longest * 11 // 10, metrics.horizontalAdvance(label) * 3 // 5) + beside, px(MOST))
    values = _values(columns, name, font)
    width = max(px(wanted), heading, values)
    if values or width < px(ELASTIC):
        return Wish(width, width)
    return Wish(width, min(width, max(width * KEEPS // 100, longest * 11 // 10 + beside)))


def _values(columns: RegisterColumns, name: str, font: QFont) -> int:
    """The width of usual values that are not to be cut; 0 where they may be."""
    type_, speech = columns.type_of(name), words()
    tones = TONES.get(columns.kind, {}).get(name)
    if tones:
        return _of_chips(tuple(columns.key_name(name, code) for code in tones), font.key())
    match type_:
        case Date():
            said = shown(columns.session.plan, type_, date(2028, 10, 28))
        case FiscalQuarter():
            said = shown(columns.session.plan, type_, Quarter(2028, 4))
        case Year():
            said = "2028"
        case Scale():
            said = str(type_.most)
        case Money():
            said = speech.money(Decimal(USUAL_MONEY))
        case Number() | Whole():
            said = speech.number(USUAL_NUMBER)
        case YesNo():
            return _of_names((speech.choice("yes_no", "yes"), speech.choice("yes_no", "no")), font.key())
        case Choice():
            names = tuple(columns.choice(type_.choices, code) for code in type_.codes)
            return min(_of_names(names, font.key()), theme.current().px(MOST))
        case None if name == "gap":
            said = speech.money(Decimal(USUAL_MONEY))
        case _:
            return 0
    return _of_names((said.replace(" ", "\N{NO-BREAK SPACE}"),), font.key())


@functools.lru_cache(256)
def _of_names(names: tuple[str, ...], font_key: str) -> int:
    """The width in which each of these names stands whole in the two lines of a cell."""
    font = QFont()
    font.fromString(font_key)
    metrics = QFontMetrics(font)
    widest = 0
    for name in names:
        parts = name.split(" ")
        halves = ((" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts) + 1))
        widest = max(widest, min(max(map(metrics.horizontalAdvance, pair)) for pair in halves))
    return widest + 2 * SIDE + SLACK if widest else 0


@functools.lru_cache(64)
def _of_chips(names: tuple[str, ...], font_key: str) -> int:
    """The width in which each of these names stands whole on a chip."""
    font = QFont()
    font.fromString(font_key)
    metrics = QFontMetrics(chip_font(font))
    return max(map(metrics.horizontalAdvance, names)) + 2 * (MARGIN + PADDING) + SLACK


def shared(wishes: Sequence[Wish], fixed: Sequence[int], room: int) -> list[int]:
    """Widths for a room: those fixed (above 0) stay, and what is left over goes to the columns with long text."""
    widths = [chosen or wanted.width for wanted, chosen in zip(wishes, fixed, strict=True)]
    spare = room - sum(widths)
    free = [place for place, chosen in enumerate(fixed) if not chosen]
    elastic = [place for place in free if not wishes[place].firm]
    takers = elastic or free
    weight = sum(wishes[place].width for place in takers)
    if spare > 0 and weight:
        for place in takers:
            widths[place] += spare * wishes[place].width // weight
    elif spare < 0:
        _end_at_edge(widths, wishes, fixed, room)
    return widths


def _end_at_edge(widths: list[int], wishes: Sequence[Wish], fixed: Sequence[int], room: int) -> None:
    """The edge of the table cuts no column: the one there becomes narrower, text before it gives it room, or it stays beyond
    the edge whole and those before it take the room."""
    end = last = 0
    while end + widths[last] <= room:
        end, last = end + widths[last], last + 1
    rest = room - end
    if not rest:
        return
    least = fixed[last] or wishes[last].least
    before = [place for place in range(last) if not fixed[place] and not wishes[place].firm]
    gives = [widths[place] - wishes[place].least for place in before]
    lacking = least - rest
    if lacking <= 0:
        widths[last] = rest
    elif wishes[last].firm and lacking <= sum(gives):
        widths[last] = least
        _add(widths, before, gives, -lacking)
    else:
        takers = before or [place for place in range(last) if not fixed[place]]
        _add(widths, takers, [widths[place] for place in takers], rest)


def _add(widths: list[int], places: Sequence[int], weights: Sequence[int], pixels: int) -> None:
    """Share pixels out among columns by weight; the last one takes what rounding leaves."""
    whole, left = sum(weights), pixels
    for place, weight in zip(places, weights, strict=True):
        part = int(pixels * weight / whole)
        widths[place] += part
        left -= part
    if places:
        widths[places[-1]] += left
