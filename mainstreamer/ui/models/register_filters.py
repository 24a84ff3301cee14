"""Filters of columns: what they let through, and how they are said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mainstreamer.domain.fields import FieldType
from mainstreamer.domain.kinds import Record
from mainstreamer.settings import ColumnFilter
from mainstreamer.ui.i18n import n, t
from mainstreamer.ui.models.register_columns import RANGE, TEXT, VALUES, RegisterColumns, folded
from mainstreamer.ui.reading import shown

Wanted = Callable[[Record], bool]
BLANK, NOT_BLANK = "no", "yes"
"""Values of `ColumnFilter.filled`."""
MOST_NAMED = 2
"""So many ticked values are named where a filter is said; more are counted."""


def asks(wanted: ColumnFilter) -> bool:
    """Whether a filter holds anything back."""
    return bool(wanted.values or wanted.least or wanted.most or wanted.text or wanted.filled)


def bound(type_: FieldType[Any], stored: str) -> Any:
    """A bound in its native form; None for none, and for one that cannot be understood."""
    try:
        return type_.load(stored) if stored else None
    except (ValueError, ArithmeticError):
        return None


def test_of(columns: RegisterColumns, wanted: ColumnFilter) -> Wanted:
    """What tells whether a record passes a filter."""
    name = wanted.column
    if wanted.filled:
        blank = wanted.filled == BLANK
        return lambda record: (columns.value(record, name) in (None, "", ())) == blank
    form = columns.form_of(name)
    if form == VALUES and wanted.values:
        ticked = frozenset(wanted.values)
        keys = columns.keys
        return lambda record: not ticked.isdisjoint(keys(record, name) or ("",))
    if form == TEXT and wanted.text:
        parts = folded(wanted.text).split()
        return lambda record: all(part in folded(columns.text(record, name)) for part in parts)
    if form == RANGE:
        return _between(columns, wanted)
    return lambda _record: True


def _between(columns: RegisterColumns, wanted: ColumnFilter) -> Wanted:
    type_, name = columns.range_type(wanted.column), wanted.column
    least, most = bound(type_, wanted.least), bound(type_, wanted.most)
    if least is None and most is None:
        return lambda _record: True

    def test(record: Record) -> bool:
        value = columns.value(record, name)
        return value is not None and (least is None or value >= least) and (most is None or value <= most)

    return test


def said(columns: RegisterColumns, wanted: ColumnFilter) -> str:
    """What a filter lets through, in a few words; `any` when it holds nothing back."""
    if wanted.filled:
        return t("blank") if wanted.filled == BLANK else t("not blank")
    if wanted.values:
        names = [columns.key_name(wanted.column, key) if key else t("blank") for key in wanted.values]
        if len(names) <= MOST_NAMED:
            return ", ".join(names)
        return n("{n} value", "{n} values", len(names))
    if wanted.text:
        return t("contains “{text}”", text=wanted.text)
    if wanted.least or wanted.most:
        type_ = columns.range_type(wanted.column)
        least, most = (_bound_text(columns, type_, stored) for stored in (wanted.least, wanted.most))
        if least and most:
            return least if least == most else f"{least} – {most}"
        return t("from {bound}", bound=least) if least else t("up to {bound}", bound=most)
    return t("any")


def _bound_text(columns: RegisterColumns, type_: FieldType[Any], stored: str) -> str:
    value = bound(type_, stored)
    return "" if value is None else shown(columns.session.plan, type_, value)
