"""Tables of numbers, such as population by age group and sex."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from mainstreamer.domain.fields.base import FieldType, Stored
from mainstreamer.domain.fields.figures import Number
from mainstreamer.domain.fields.texts import Text
from mainstreamer.domain.numbers import Reading, number_text, stored_number


@dataclass(frozen=True)
class Table:
    """A table of numbers: named rows and columns; None where nothing was given."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[Decimal | None, ...], ...]

    def column(self, name: str) -> tuple[Decimal | None, ...]:
        """The numbers of one column, a cell a row. Raises ValueError when there is no such column."""
        place = self.columns.index(name)
        return tuple(row[place] for row in self.cells)


@dataclass(frozen=True)
class NumberTable(FieldType[Table | None]):
    """A table of numbers such as population by age group and sex."""

    name: ClassVar[str] = "number_table"

    def check(self, value: Table | None) -> str:
        if value is None:
            return ""
        if not isinstance(value, Table) or len(value.cells) != len(value.rows):
            return "wrong_type"
        if any(len(row) != len(value.columns) for row in value.cells):
            return "wrong_type"
        for name in value.columns + value.rows:
            if problem := Text().check(name):
                return problem
        number = Number(Decimal(0))
        return next((problem for row in value.cells for cell in row if (problem := number.check(cell))), "")

    def store(self, value: Table | None) -> Stored:
        if value is None:
            return None
        cells = [[None if cell is None else number_text(cell) for cell in row] for row in value.cells]
        return json.dumps({"columns": value.columns, "rows": value.rows, "cells": cells}, ensure_ascii=False)

    def from_stored(self, stored: str | int) -> Table:
        data: dict[str, Any] = json.loads(str(stored))
        try:
            rows = data["cells"]
            cells = tuple(tuple(None if cell is None else stored_number(cell) for cell in row) for row in rows)
            return Table(tuple(data["columns"]), tuple(data["rows"]), cells)
        except (TypeError, KeyError) as error:
            raise ValueError("wrong_type") from error

    def read(self, text: str, reading: Reading) -> Table:
        raise ValueError("table_not_in_a_cell")
