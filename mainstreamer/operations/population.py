"""Population tables as a person works on them: a grid with fixed columns, numbers typed, blocks and tables pasted.

The grid always has the columns women, men, total, and after its age groups the rows `unknown` and `total`. What is
stored leaves out those two rows while they are blank.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mainstreamer.domain.age_groups import AgeGroup, read_age_group
from mainstreamer.domain.demography import read_population
from mainstreamer.domain.demography_checks import COLUMNS, SPECIAL_ROWS
from mainstreamer.domain.demography_input import InputFinding, read_pasted_table, standard_rows
from mainstreamer.domain.demography_labels import row_key
from mainstreamer.domain.fields import Number, Table
from mainstreamer.domain.indicators import IndicatorValue, indicator_values
from mainstreamer.domain.kinds import EXISTS, PopulationTable, new_uid
from mainstreamer.domain.numbers import PLAIN, Reading, parse_number
from mainstreamer.domain.plan import Plan, Put, creation, values_of

KIND = "population_table"
OPEN_AGES = (80, 85, 100)
"""First ages of the open group that statistics offices use."""
USUAL_OPEN_AGE = 85
_BLANK = frozenset(("", "-", "–", "—", "...", "…", "..", ".", ":"))
_CELL = Number(Decimal(0))
_OPPOSITE = {".": ",", ",": "."}

Cells = list[list[Decimal | None]]


def blank_grid(open_age: int = USUAL_OPEN_AGE) -> Table:
    """A grid without numbers, with five-year age groups up to an open one of OPEN_AGES. Raises ValueError for others."""
    if open_age not in OPEN_AGES:
        raise ValueError(open_age)
    rows = (*standard_rows(80 if open_age == 80 else 85 if open_age == 85 else 100), *SPECIAL_ROWS)
    return Table(COLUMNS, rows, ((None,) * len(COLUMNS),) * len(rows))


def grid_of(table: Table | None) -> Table:
    """A stored table as the grid shows it: the three columns, age groups in order of age, then `unknown` and `total`.

    Rows whose ages cannot be read keep their place behind the age groups. Without a table the usual blank grid.
    """
    if table is None or not any(label not in SPECIAL_ROWS for label in table.rows):
        grid = blank_grid()
        given = {} if table is None else _rows(table)
        return Table(COLUMNS, grid.rows, tuple(given.get(label, row) for label, row in _rows(grid).items()))
    rows = _rows(table)
    ages = sorted((label for label in rows if label not in SPECIAL_ROWS), key=_age_order)
    labels = (*ages, *SPECIAL_ROWS)
    return Table(COLUMNS, labels, tuple(rows.get(label, (None,) * len(COLUMNS)) for label in labels))


def _rows(table: Table) -> dict[str, tuple[Decimal | None, ...]]:
    """The three columns of each row by its label."""
    found = {}
    for label, cells in zip(table.rows, table.cells, strict=True):
        named = dict(zip(table.columns, cells, strict=True))
        found[label] = tuple(named.get(name) for name in COLUMNS)
    return found


def _age_order(label: str) -> tuple[int, int]:
    try:
        group = read_age_group(label)
    except ValueError:
        return (999, 0)
    return (group.first, group.last or 999)


def stored_of(grid: Table) -> Table:
    """What is kept of a grid: the rows `unknown` and `total` only where they hold a number."""
    kept = [
        (label, cells)
        for label, cells in zip(grid.rows, grid.cells, strict=True)
        if label not in SPECIAL_ROWS or any(cell is not None for cell in cells)
    ]
    return Table(grid.columns, tuple(label for label, _ in kept), tuple(cells for _, cells in kept))


def is_blank(table: Table | None) -> bool:
    """Whether no cell holds a number."""
    return table is None or all(cell is None for row in table.cells for cell in row)


def open_age_of(table: Table) -> int | None:
    """The first age of the open group where the rows are the usual five-year groups; None for any other rows."""
    ages = tuple(label for label in table.rows if label not in SPECIAL_ROWS)
    return next((age for age in OPEN_AGES if blank_grid(age).rows[: -len(SPECIAL_ROWS)] == ages), None)


def with_cells(grid: Table, row: int, column: int, block: Sequence[Sequence[Decimal | None]]) -> Table:
    """The grid with a block laid in, its upper left corner at a cell; what sticks out is left off."""
    cells = [list(line) for line in grid.cells]
    for down, line in enumerate(block):
        for right, value in enumerate(line):
            if row + down < len(cells) and column + right < len(grid.columns):
                cells[row + down][column + right] = value
    return dataclasses.replace(grid, cells=tuple(tuple(line) for line in cells))


def sum_of(*cells: Decimal | None) -> Decimal | None:
    """The sum of the numbers that are there; None where there is none."""
    known = [cell for cell in cells if cell is not None]
    return sum(known, Decimal(0)) if known else None


def added_up(grid: Table, column: int) -> Decimal | None:
    """The sum of a column over the age groups and people of unknown age, without the stated total."""
    pairs = zip(grid.rows, grid.cells, strict=True)
    return sum_of(*(cells[column] for label, cells in pairs if label != "total"))


def both_sexes(cells: Sequence[Decimal | None]) -> Decimal | None:
    """Women and men of a row together; None unless both are there."""
    women, men = cells[COLUMNS.index("women")], cells[COLUMNS.index("men")]
    return None if women is None or men is None else women + men


# -- reading what is typed and pasted ----------------------------------------------------------------------------------


def read_cell(text: str, reading: Reading = PLAIN, unit: str = "persons") -> Decimal | None:
    """A number of people as typed; a dash or nothing is a blank cell.

    In a table of persons a point or comma before exactly three digits separates thousands, whatever the language:
    there are no thousandths of a person. Raises ValueError(code).
    """
    plain = text.strip()
    if plain in _BLANK:
        return None
    value = parse_number(plain, reading)
    if unit != "thousands" and value != value.to_integral_value() and reading.decimal:
        value = parse_number(plain, dataclasses.replace(reading, decimal=_OPPOSITE[reading.decimal]))
    if problem := _CELL.check(value):
        raise ValueError(problem)
    return value


@dataclass(frozen=True)
class Block:
    """Cells pasted into the grid. `bad` has row, column, text and code of each that cannot be read."""

    cells: Cells
    bad: tuple[tuple[int, int, str, str], ...] = ()


def lines_of(text: str) -> list[list[str]]:
    """Pasted text as rows of cells: tabs between cells, line ends between rows."""
    lines = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    return [line.split("\t") for line in lines]


def read_block(text: str, reading: Reading = PLAIN, unit: str = "persons") -> Block:
    """Numbers copied from a spreadsheet without headings."""
    cells: Cells = []
    bad = []
    for row, line in enumerate(lines_of(text)):
        numbers: list[Decimal | None] = []
        for column, cell in enumerate(line):
            try:
                numbers.append(read_cell(cell, reading, unit))
            except ValueError as error:
                bad.append((row, column, cell.strip()[:40], str(error)))
                numbers.append(None)
        cells.append(numbers)
    return Block(cells, tuple(bad))


def is_whole_table(text: str) -> bool:
    """Whether pasted text brings its own ages, so that it has to be read as a table and not as a block of numbers."""
    ages = 0
    for line in re.split(r"[\r\n]+", text):
        cells = re.split(r"\t|;| {2,}", line)
        ages += any(not cell.strip().isdecimal() and isinstance(row_key(cell), AgeGroup) for cell in cells)
        if ages > 1:
            return True
    return False


@dataclass(frozen=True)
class PastedTable:
    """What was understood of a pasted table.

    `columns_wanted` is the number of columns of numbers that a person has to name first, 0 when none has to be named;
    `total_column` is the place of the one that is known to be the total, or None. `thousands` says that a heading
    speaks of them.
    """

    table: Table | None
    findings: tuple[InputFinding, ...]
    columns_wanted: int = 0
    total_column: int | None = None
    thousands: bool = False


def read_table(text: str, reading: Reading = PLAIN, names: Sequence[str] = ()) -> PastedTable:
    """Read a whole pasted table; `names` are the names a person gave to its columns of numbers. Never raises."""
    table, findings = read_pasted_table(text, reading, names)
    thousands = any(one.code == "unit_thousands" for one in findings)
    for one in findings:
        if one.code == "name_columns":
            return PastedTable(None, findings, int(one.values["count"]), None, thousands)
        if one.code == "name_sexes":
            return PastedTable(None, findings, 3, int(one.values["total"]) - 1, thousands)
    return PastedTable(table, findings, thousands=thousands)


def first_numbers(text: str, reading: Reading, count: int, most: int = 3) -> tuple[tuple[Decimal, ...], ...]:
    """The first numbers of each column of numbers, so that a person can tell which one is asked about."""
    found = []
    for place in range(count):
        names = ["women" if other == place else "" for other in range(count)]
        table, _ = read_pasted_table(text, reading, names)
        numbers = [] if table is None else [cell for cell in table.column("women") if cell is not None]
        found.append(tuple(numbers[:most]))
    return tuple(found)


# -- what a table says --------------------------------------------------------------------------------------------------


def values_of_table(plan: Plan, record: PopulationTable) -> tuple[IndicatorValue, ...]:
    """Every indicator of one table, with the growth since the table before it of the same area.

    Only these two tables are worked out, so that the values can follow each number that is typed.
    """
    tables = [row for row in plan.population_tables if row.uid == record.uid or _may_precede(row, record)]
    tables.sort(key=_by_date)
    place = next((place for place, row in enumerate(tables) if row.uid == record.uid), 0)
    pair = {row.uid: row for row in tables[max(0, place - 1) : place + 1]}
    return tuple(value for value in indicator_values(Plan(plan.uid, {KIND: pair})) if value.uid == record.uid)


def _may_precede(row: PopulationTable, record: PopulationTable) -> bool:
    same = row.area_type == record.area_type and row.area.casefold().split() == record.area.casefold().split()
    if not same or row.year is None or record.year is None or row.table is None:
        return False
    try:
        read_population(row.table, row.unit or "persons")
    except ValueError:
        return False
    return True


def _by_date(row: PopulationTable) -> tuple[int, bool, str]:
    """The order in which growth is worked out: by year, within a year by reference date."""
    return (row.year or 0, row.reference_date is not None, str(row.reference_date))


# -- puts ----------------------------------------------------------------------------------------------------------------


def new_table(title: str = "", table: Table | None = None, unit: str = "persons") -> tuple[str, list[Put]]:
    """A new table of the whole country: its uid and the puts. Blank values are not put."""
    uid = new_uid()
    values = {"title": title, "area_type": "country", "unit": unit, "table": table}
    return uid, creation(KIND, uid, {field: value for field, value in values.items() if value not in ("", None)})


def duplicate(record: PopulationTable, title: str) -> tuple[str, list[Put]]:
    """A copy of a table under another title: its uid and the puts."""
    uid = new_uid()
    return uid, creation(KIND, uid, {**values_of(record), "title": title})


def edit(uid: str, grid: Table) -> list[Put]:
    """Put the whole grid into a table."""
    return [Put(KIND, uid, "table", stored_of(grid))]


def take_over(uid: str, table: Table, unit: str) -> list[Put]:
    """Put a pasted table, with the unit it is in, into a table that is there."""
    return [Put(KIND, uid, "unit", unit), *edit(uid, table)]


def delete(uid: str) -> list[Put]:
    return [Put(KIND, uid, EXISTS, False)]


def restore(uid: str) -> list[Put]:
    """Bring back a deleted table."""
    return [Put(KIND, uid, EXISTS, True)]
