"""The values by which a column can be filtered, with the number of rows that have each, worked out in slices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mainstreamer.domain.kinds import Record
from mainstreamer.settings import ColumnFilter
from mainstreamer.ui.i18n import t
from mainstreamer.ui.models.register_columns import RegisterColumns
from mainstreamer.ui.models.register_order import CHUNK


@dataclass(frozen=True)
class Offer:
    """A value to tick in its stored form (empty for blank), its name, and how many rows have it."""

    key: str
    name: str
    count: int


Offers = Iterator[list[Offer] | None]
"""All offers as the last thing given; None after each slice of the work before."""


def offers_of(
    columns: RegisterColumns, records: Sequence[Record], rows: Iterator[list[int] | None], present: ColumnFilter
) -> Offers:
    """The values of a column in these rows, in their order, and those that are ticked; blank last. `rows` come as offers do."""
    found: list[int] = []
    for given in rows:
        if given is None:
            yield None
        else:
            found = given
    name, keys = present.column, columns.keys
    counts = Counter(dict.fromkeys(present.values, 0))
    for start in range(0, len(found), CHUNK):
        for row in found[start : start + CHUNK]:
            for key in keys(records[row], name) or ("",):
                counts[key] += 1
        yield None
    order_of, named = columns.key_order(name), [key for key in counts if key]
    orders: dict[str, Any] = {}
    for start in range(0, len(named), CHUNK):
        for key in named[start : start + CHUNK]:
            orders[key] = order_of(key)
        yield None
    named.sort(key=orders.__getitem__)
    made: list[Offer] = []
    for start in range(0, len(named), CHUNK):
        made += [Offer(key, columns.key_name(name, key) or key, counts[key]) for key in named[start : start + CHUNK]]
        yield None
    if "" in counts:
        made.append(Offer("", t("(blank)"), counts[""]))
    yield made
