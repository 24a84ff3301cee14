"""Which row of a returned sheet is which record, by the hidden uid, else by code or name; which are new, which are gone."""

from __future__ import annotations

from dataclasses import dataclass, field

from mainstreamer.domain.returned import MissingRow, Refusal, Remark
from mainstreamer.exchange.table_in import Table, TableRow


@dataclass
class Matched:
    """The rows of one table: those of records by uid, new ones, records whose row is gone or empty."""

    table: Table
    records: dict[str, TableRow] = field(default_factory=dict)
    new: list[TableRow] = field(default_factory=list)
    missing: list[MissingRow] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def match_rows(table: Table) -> Matched:
    found = Matched(table)
    for row in table.rows():
        if row.uid in table.exported.rows:
            found.records[row.uid] = row
    return found
