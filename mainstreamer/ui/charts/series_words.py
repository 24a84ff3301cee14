"""What a picture of values over the years says in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from mainstreamer.domain.indicators import IndicatorDefinition, IndicatorValue
from mainstreamer.domain.kinds import Observation
from mainstreamer.domain.series import Goal, Line, LineKey, Point, Series, SeriesKey, typed_unit
from mainstreamer.knowledge import indicators
from mainstreamer.language.indicators import indicator_words, unit_text, value_text, variant_text
from mainstreamer.ui.i18n import n, t, words

PERCENT = "percent"
_BRACKETS = re.compile(r"\s*\([^()]*\)")
LONGEST = 60
"""Letters of a name in a note; the register has it whole."""
LONG_WORD = 20


def series_name(key: SeriesKey, own_name: str = "") -> str:
    """The indicator of a picture; `own_name` is what its records call it, for a code that the catalogue does not have."""
    if key.code and key.code not in indicators():
        return f"{key.code} {own_name}".strip()
    return (words().choice("indicator", key.code) if key.code else key.name) or t("(no title)")


def series_unit(code: str, unit: str) -> str:
    """The unit on the axis."""
    return unit_text(words(), IndicatorValue(code, None, unit), None)


def number(value: Decimal, key: SeriesKey, of: IndicatorValue | None = None) -> str:
    """A value in the form of the language; what is worked out has the decimals of the catalogue."""
    definition: IndicatorDefinition | None = indicators().get(key.code)
    said = of or IndicatorValue(key.code, value, key.unit, kind="observation")
    text = value_text(words(), said, definition)
    return f"{text} %" if key.unit == PERCENT and text else text


def status_word(status: str) -> str:
    """What a value is that nobody observed; empty for one that somebody did."""
    if status in ("estimate", "projection"):
        return words().choice("table_type", status)
    return words().choice("observation_type", status)


def line_names(lines: Sequence[Line]) -> list[str]:
    """The parts of each line in which the lines differ, in words; a single line needs no name.

    Names that people gave the same indicator come last, and only where nothing else tells the lines apart."""
    fields = [name for name in LineKey._fields if name != "name"]
    differing = [name for name in fields if len({getattr(line.key, name) for line in lines}) > 1]
    found = [", ".join(part for name in differing if (part := _part(name, line))) for line in lines]
    often = Counter(found)
    return [
        ", ".join(part for part in (name, line.key.name if often[name] > 1 else "") if part)
        for name, line in zip(found, lines, strict=True)
    ]


def short_line_names(lines: Sequence[Line]) -> list[str]:
    """The names without what stands in brackets, as long as that tells no lines apart."""
    names = line_names(lines)
    found = [_BRACKETS.sub("", name) for name in names]
    return found if len(set(found)) == len(set(names)) else names


def _part(name: str, line: Line) -> str:
    value = str(getattr(line.key, name))
    if name == "sex":
        return words().choice("sex", value)
    if name == "variant":
        return variant_text(words(), line.points[0].of.code, value)
    return value


def point_words(point: Point, line_name: str, key: SeriesKey) -> str:
    """A value with its year, what it is, and where it comes from."""
    said = indicator_words(words(), point.of, indicators().get(key.code))
    figure = f"{point.year}: {number(point.value, key, point.of)}"
    if key.unit != PERCENT and said.unit:
        figure = f"{figure} {said.unit}"
    return ", ".join(part for part in (line_name, figure, status_word(point.status), said.source) if part)


def goal_words(goal: Goal, end: str, key: SeriesKey) -> str:
    """Baseline or target of an action's indicator."""
    found = goal.baseline if end == "baseline" else goal.target
    if found is None:
        return ""
    year, value = found
    values = {"year": year, "value": number(value, key), "name": goal.record.name}
    if end == "baseline":
        return t("{year}: baseline {value} of “{name}”", **values)
    return t("{year}: target {value} of “{name}”", **values)


def shortened(name: str) -> str:
    """A name that a note can hold."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _breakable(name: str) -> str:
    """A name whose long words may be broken between any of their letters."""
    return " ".join("\u200b".join(word) if len(word) > LONG_WORD else word for word in name.split())


def series_names(groups: Mapping[SeriesKey, Sequence[Observation]]) -> dict[SeriesKey, str]:
    """The names of several pictures, with the unit of those that are called alike."""
    names = {key: series_name(key, records[0].name) for key, records in groups.items()}
    often = Counter(names.values())
    for key, name in names.items():
        if often[name] > 1:
            names[key] = (
                f"{name} · {shortened(series_unit(key.code, typed_unit(key, groups[key][0].unit))) or t('without a unit')}"
            )
    return names


def series_notes(found: Series, shown: int) -> list[str]:
    """What a picture leaves out, and why."""
    said = []
    if not found.years:
        said.append(t("Enter a year and a value, and the line appears here."))
    elif found.undrawn:
        said.append(n("{n} value without a year or a number is not drawn.",
                      "{n} values without a year or a number are not drawn.", found.undrawn))  # fmt: skip
    if shown < len(found.lines):
        counts = {"shown": words().number(shown), "of": words().number(len(found.lines))}
        said.append(t("{shown} of {of} lines are drawn. Filter the rows to see others.", **counts))
    if found.apart:
        names = ", ".join(t("“{name}”", name=_breakable(shortened(goal.record.name))) for goal in found.apart[:3])
        said.append(t("Not drawn, because their unit differs: {names}.", names=names))
    return said
