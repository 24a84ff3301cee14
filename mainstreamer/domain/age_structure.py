"""The shape of a population: its pyramid by age group and sex, and the four ages of life that plans speak of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from mainstreamer.domain.age_groups import AgeGroup, read_age_group
from mainstreamer.domain.demography import (
    Population,
    child_dependency,
    old_age_dependency,
    total_dependency,
)
from mainstreamer.domain.demography_checks import SPECIAL_ROWS
from mainstreamer.domain.demography_rates import Outcome, outcome, quotient
from mainstreamer.domain.fields import Table

AGES = (AgeGroup(0, 14), AgeGroup(15, 24), AgeGroup(25, 64), AgeGroup(65, None))
"""Children, youth (United Nations: 15-24), other people of working age, older people."""
_WIDTH = 5


@dataclass(frozen=True)
class PyramidRow:
    """One bar of each side, in persons; None where the table does not tell."""

    group: AgeGroup
    women: Fraction | None
    men: Fraction | None
    both: Fraction | None


def pyramid_rows(table: Table, unit: str = "persons") -> tuple[PyramidRow, ...]:
    """The rows of a table as a pyramid draws them, the youngest first, as entered: people of unknown age stay out.

    Narrower groups that fill five years are joined; all others stay as they are. Rows that cannot be read, hold no number
    or hold one below zero are left out.
    """
    factor = 1000 if unit == "thousands" else 1
    rows = []
    for label, cells in zip(table.rows, table.cells, strict=True):
        if label in SPECIAL_ROWS:
            continue
        try:
            group = read_age_group(label)
        except ValueError:
            continue
        row = _row(group, dict(zip(table.columns, cells, strict=True)), factor)
        if row is not None:
            rows.append(row)
    rows.sort(key=lambda row: (row.group.first, row.group.last or 999))
    return _joined(rows)


def _row(group: AgeGroup, cells: dict[str, Decimal | None], factor: int) -> PyramidRow | None:
    given = {name: None if cell is None else Fraction(cell) * factor for name, cell in cells.items()}
    women, men, both = given.get("women"), given.get("men"), given.get("total")
    if women is not None and men is not None:
        both = women + men
    elif both is not None and men is not None:
        women = both - men
    elif both is not None and women is not None:
        men = both - women
    known = [count for count in (women, men, both) if count is not None]
    return PyramidRow(group, women, men, both) if known and min(known) >= 0 else None


def _joined(rows: list[PyramidRow]) -> tuple[PyramidRow, ...]:
    """Runs of narrow groups that fill one group of five years exactly become that group."""
    found: list[PyramidRow] = []
    place = 0
    while place < len(rows):
        first = rows[place].group.first
        run = [row for row in rows[place:] if row.group.last is not None and row.group.last < first + _WIDTH]
        fills = first % _WIDTH == 0 and len(run) > 1 and _follow(run) and run[-1].group.last == first + _WIDTH - 1
        if fills:
            sums = (_sum([getattr(row, sex) for row in run]) for sex in ("women", "men", "both"))
            found.append(PyramidRow(AgeGroup(first, first + _WIDTH - 1), *sums))
            place += len(run)
        else:
            found.append(rows[place])
            place += 1
    return tuple(found)


def _follow(run: list[PyramidRow]) -> bool:
    return all(one.group.last == other.group.first - 1 for one, other in pairwise(run))


def _sum(counts: list[Fraction | None]) -> Fraction | None:
    return None if None in counts else sum((count for count in counts if count is not None), Fraction())


def everyone(rows: tuple[PyramidRow, ...]) -> Fraction:
    """All people of the rows: what shares of a pyramid are shares of."""
    return sum((row.both or row.women or row.men or Fraction() for row in rows), Fraction())


@dataclass(frozen=True)
class AgeStructure:
    """Shares of the ages of life in per cent of the population, and dependents per 100 people of working age (15-64)."""

    shares: tuple[Outcome, ...]
    children: Outcome
    older: Outcome
    dependents: Outcome


def age_structure(population: Population) -> AgeStructure:
    """The structure of a whole population; what cannot be worked out has a reason in place of its value."""

    def share(ages: AgeGroup) -> Outcome:
        return outcome(lambda: quotient(population.between(ages.first, ages.last), population.everyone(), 100))

    return AgeStructure(
        tuple(share(ages) for ages in AGES),
        child_dependency(population),
        old_age_dependency(population),
        total_dependency(population),
    )
