"""New rows of a returned workbook: which uid each gets, which names they bring, and what their cells say.

The uid follows from the plan, the kind and the code or name of the row, so that the same workbook taken in twice makes one
record of it, on every laptop.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mainstreamer.domain.choices import TREATIES
from mainstreamer.domain.kinds import KINDS, treaty_uid
from mainstreamer.domain.plan import Plan
from mainstreamer.exchange.cell_values import CellReader
from mainstreamer.exchange.names_in import NAMED_BY, folded
from mainstreamer.exchange.pack_values import CellRefused
from mainstreamer.exchange.rows_in import Matched, said
from mainstreamer.exchange.table_in import TableRow

SEPARATOR = "\x1f"


@dataclass
class NewUids:
    """Gives uids to new rows. `base` is the plan as it was exported: what it has, no new row may be."""

    base: Plan
    given: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def rows(self, found: Matched, reader: CellReader) -> Iterator[tuple[str, TableRow]]:
        """The new rows of a table with their uids. A row that says what another new row says is left out, with a remark."""
        for row in found.new:
            kind = found.exported.kind
            content = tuple(said(found.cell(row, code)) for code in found.codes)
            listed = self._listed(found, row, reader)
            key = listed or SEPARATOR.join(("row", kind, *_identity(found, row, content)))
            number = 1
            while True:
                uid = listed or self._uid(key, number)
                if uid not in self.given and (listed or uid not in self.base.entries.get(kind, {})):
                    self.given[uid] = content
                    yield uid, row
                    break
                if self.given.get(uid) == content or listed:
                    found.remarks.append(found.remark("row_same", row))
                    break
                number += 1

    def _uid(self, key: str, number: int) -> str:
        name = key if number == 1 else f"{key}{SEPARATOR}{number}"
        return str(uuid.uuid5(uuid.UUID(self.base.uid), name))

    def _listed(self, found: Matched, row: TableRow, reader: CellReader) -> str:
        """The uid that a treaty of the list has in every copy; empty for anything else."""
        if found.exported.kind != "treaty" or "treaty" not in found.codes:
            return ""
        try:
            code = reader.value(KINDS["treaty"].fields["treaty"].type, found.cell(row, "treaty"))
        except CellRefused:
            return ""
        return treaty_uid(self.base.uid, code) if code in TREATIES else ""


def _identity(found: Matched, row: TableRow, content: tuple[str, ...]) -> tuple[str, ...]:
    """What makes a row this row and no other: its code, else its name; all it says where a kind has neither, or names only
    tell records of one parent apart."""
    kind = KINDS[found.exported.kind]
    if not kind.parent:
        for code in found.key_codes:
            text = said(found.cell(row, code))
            if text and not (code == "code" and row.number in found.copies):
                return (code, text)
    return content


def names_of(found: Matched, row: TableRow) -> list[str]:
    """Under which names other cells of the workbook may mean the record of a row."""
    fields = (KINDS[found.exported.kind].title, *NAMED_BY)
    return [said(found.cell(row, code)) for code in fields if code in found.codes]


def alike(plan: Plan, kind: str, uid: str, values: Mapping[str, object]) -> tuple[str, ...]:
    """Records of the plan with the code or the name of a new row."""
    names = [name for name in ("code", KINDS[kind].title) if isinstance(values.get(name), str) and values[name]]
    wanted = {name: folded(str(values[name])) for name in names}
    return tuple(
        record.uid
        for record in plan.all(kind)
        if record.uid != uid and any(folded(str(getattr(record, name))) == text for name, text in wanted.items())
    )
