"""Which rows of a register are shown and in which order, worked out on plain lists and in slices."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mainstreamer.domain.kinds import Record
from mainstreamer.settings import ColumnFilter
from mainstreamer.ui.models.register_columns import RegisterColumns, folded
from mainstreamer.ui.models.register_filters import Wanted, test_of

CHUNK = 25
"""Records looked at between two places where the work can be laid down."""
LAST = 1 << 62
"""The rank of blank cells: after all others, whichever way the column is ordered."""


@dataclass(frozen=True)
class Question:
    """What is asked for: words that a row must hold, a test, filters of columns, and columns to order by (`-` before the
    name: falling)."""

    words: tuple[str, ...] = ()
    wanted: Wanted | None = None
    filters: tuple[ColumnFilter, ...] = ()
    sort: tuple[str, ...] = ()


class RegisterOrder:
    """Answers questions about the records of a register. What was worked out for a record holds as long as the record is
    the same, so that after one edit one record is looked at and not ten thousand."""

    def __init__(self, columns: RegisterColumns) -> None:
        self._columns = columns
        self._texts: dict[str, tuple[Record, str]] = {}
        self._text_of: tuple[str, ...] = ()
        self._keys: dict[str, dict[str, tuple[Record, Any]]] = {}
        self._ranks: dict[str, list[int]] = {}
        self._ranked: dict[str, Sequence[Record]] = {}

    def forget(self) -> None:
        """Names of linked records, or the language, are others now."""
        self._texts, self._keys, self._ranks, self._ranked = {}, {}, {}, {}

    def rows(self, records: Sequence[Record], shown: tuple[str, ...], asked: Question) -> Iterator[list[int] | None]:
        """The rows wanted, in the order wanted, as the last thing yielded; None after each slice of the work before."""
        found: list[int] = list(range(len(records)))
        tests = [test_of(self._columns, one) for one in asked.filters]
        if asked.wanted is not None:
            tests.append(asked.wanted)
        for test in tests:
            kept: list[int] = []
            for start in range(0, len(found), CHUNK):
                kept += [row for row in found[start : start + CHUNK] if test(records[row])]
                yield None
            found = kept
        if asked.words:
            texts = yield from self._fold(records, shown, found)
            for word in asked.words:
                found = [row for row in found if word in texts[records[row].uid][1]]
            yield None
        ranks = []
        for name in asked.sort:
            yield from self._rank(records, name.lstrip("-"))
            ranks.append(_turned(self._ranks[name.lstrip("-")], name.startswith("-")))
            yield None
        if len(ranks) == 1:
            found.sort(key=ranks[0].__getitem__)
        elif ranks:
            together = list(zip(*ranks, strict=True))
            found.sort(key=together.__getitem__)
        yield found

    def _fold(
        self, records: Sequence[Record], shown: tuple[str, ...], rows: Sequence[int]
    ) -> Generator[None, None, dict[str, tuple[Record, str]]]:
        """The folded text of these rows. What is forgotten meanwhile stays in what this gives."""
        if shown != self._text_of:
            self._texts, self._text_of = {}, shown
        texts, text = self._texts, self._columns.text
        for start in range(0, len(rows), CHUNK):
            for row in rows[start : start + CHUNK]:
                record = records[row]
                known = texts.get(record.uid)
                if known is None or known[0] is not record:
                    texts[record.uid] = (record, folded("\n".join([text(record, name) for name in shown])))
            yield None
        return texts

    def _rank(self, records: Sequence[Record], name: str) -> Iterator[None]:
        """Have the rank of every record in a column; equal cells share one."""
        if self._ranked.get(name) is records:
            return
        keys = self._keys.setdefault(name, {})
        found: list[Any] = []
        for start in range(0, len(records), CHUNK):
            for record in records[start : start + CHUNK]:
                known = keys.get(record.uid)
                if known is None or known[0] is not record:
                    known = keys[record.uid] = (record, self._columns.sort_key(record, name))
                found.append(known[1])
            yield None
        filled = sorted((row for row in range(len(found)) if found[row] is not None), key=found.__getitem__)
        yield None
        ranks = [LAST] * len(found)
        rank, before = -1, object()
        for row in filled:
            if found[row] != before:
                rank, before = rank + 1, found[row]
            ranks[row] = rank
        self._ranks[name], self._ranked[name] = ranks, records


def _turned(ranks: list[int], falling: bool) -> list[int]:
    return [rank if rank == LAST else -rank for rank in ranks] if falling else ranks
