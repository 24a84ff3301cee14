"""Days as tables write them: `12 martie 2026`, `3/4/2020`; and where only a month, quarter or year is told, the day that the
field takes for it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from mainstreamer.domain.periods import month_of, names_months, read_period
from mainstreamer.domain.periods import plain as without_accents
from mainstreamer.domain.plain_tables import DATE, PlainCell
from mainstreamer.language.folding import split

LAST_DAYS = frozenset(("expires", "term_end", "review_date"))
"""Fields of what ends or falls due: of a month or year its last day; of others the first."""
DAYS_ONLY = frozenset(("held_on", "last_meeting", "next_meeting", "last_contact", "updated_on", "reference_date"))
"""Fields of what happened on one day: a year says too little of it."""
_DAY = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?!\d)")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[./-]\s*((?:19|20|21)\d\d)")
_FIGURES = re.compile(r"\d+|\b(?:iv|iii|ii|i)\b")
_BESIDE = frozenset(
    ["г", "год", "года", "году", "in", "en", "din", "anul", "l", "an", "year", "annee", "luna", "mois", "de"]
)


def read_day(cell: PlainCell, target: str, month_first: bool, fiscal_start: int) -> tuple[date, bool]:
    """The day a cell names for a field, and whether it names that very day rather than a month, quarter or year.

    Raises ValueError("date_unreadable").
    """
    if cell.kind == DATE:
        return date.fromisoformat(cell.text), True
    text = cell.text.strip()
    try:
        day = _in_figures(text, month_first) or _in_words(text)
        if day is not None:
            return day, True
        return _of_span(text, target, fiscal_start), False
    except ValueError as error:
        raise ValueError("date_unreadable") from error


def _in_figures(text: str, month_first: bool) -> date | None:
    iso = re.search(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    if iso:
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    days = _DAY.findall(text)
    if len(days) != 1:
        return None
    first, second, year = (int(part) for part in days[0])
    day, month = (second, first) if month_first else (first, second)
    return date(year + (2000 if year < 70 else 1900) if year < 100 else year, month, day)


def _in_words(text: str) -> date | None:
    """`12 martie 2026`, `March 12, 2026`, `12 марта 2026 г.`"""
    words = split(without_accents(text))
    years = [word for word in words if _YEAR.fullmatch(word)]
    days = [int(word) for word in words if word.isdecimal() and len(word) <= 2]
    months = {month for word in words if (month := month_of(word))}
    return date(int(years[0]), months.pop(), days[0]) if len(years) == len(days) == len(months) == 1 else None


def _of_span(text: str, target: str, fiscal_start: int) -> date:
    """The first or last day of the month, quarter or year that is told."""
    is_last = target in LAST_DAYS
    figures = _MONTH_YEAR.fullmatch(text)
    words = [word for word in split(without_accents(text)) if word not in _BESIDE]
    months = [month for word in words if (month := month_of(word))]
    if figures or (len(words) == 2 and len(months) == 1):
        month = int(figures[1]) if figures else months[0]
        year = int(figures[2]) if figures else next(int(word) for word in words if _YEAR.fullmatch(word))
        return date(year, month, monthrange(year, month)[1] if is_last else 1)
    if months:
        raise ValueError(text)
    found = read_period(text, fiscal_start)
    if not found.exact or found.recurring or not found.lone:
        raise ValueError(text)
    if _is_year(text):
        if target in DAYS_ONLY:
            raise ValueError(text)
        fiscal_start = 1  # The year of a law or a treaty is that of the calendar.
    edge = found.last if is_last else found.first
    if edge is None:
        raise ValueError(text)
    return edge.last_day(fiscal_start) if is_last else edge.first_day(fiscal_start)


def _is_year(text: str) -> bool:
    """Whether a year is told and no part of it."""
    figures = _FIGURES.findall(without_accents(text))
    return len(figures) == 1 and _YEAR.fullmatch(figures[0]) is not None and not names_months(text)


def is_month_first(cells: Iterable[PlainCell]) -> bool:
    """Whether days in a column have the month first: one of them can only be read so, and none the other way."""
    pairs = [
        (int(found[1]), int(found[2])) for cell in cells if cell.kind != DATE and (found := _DAY.search(cell.text))
    ]
    return any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs)
