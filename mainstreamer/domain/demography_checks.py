"""What is doubtful in a table of population by age and sex.

Findings are codes with values; sentences are made at the edge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Literal, cast

from mainstreamer.domain.age_groups import AgeGroup, read_age_group
from mainstreamer.domain.demography_rates import WHIPPLE_ROUGH, WHIPPLE_VERY_ROUGH, as_decimal, whipple_index
from mainstreamer.domain.fields import Table

COLUMNS = ("women", "men", "total")
SPECIAL_ROWS = ("unknown", "total")
OLDEST_CHECKED_JUMP = 75
OLDEST_CHECKED_SEX_RATIO = 80
MOST_PEOPLE = 2_000_000_000

Severity = Literal["error", "warning", "note"]
Exact = dict[str, Fraction | None]


@dataclass(frozen=True)
class InputFinding:
    """One thing that is wrong or worth knowing. `row` is the label of the row, empty when it concerns the whole table.

    `values` fill the placeholders of the sentence `demography.input.<code>`; a value named `column` is `women`, `men`
    or `total`.
    """

    code: str
    severity: Severity
    row: str = ""
    values: Mapping[str, Decimal | int | str] = field(default_factory=dict)


def standard_rows(open_age: Literal[80, 85, 100]) -> tuple[str, ...]:
    """The five-year age groups of a national table, the last one open: `0-4` ... `80-84`, `85+`.

    Raises ValueError for an age that is not a positive multiple of five.
    """
    if open_age <= 0 or open_age % 5:
        raise ValueError(open_age)
    return (*(AgeGroup(age, age + 4).label for age in range(0, open_age, 5)), AgeGroup(open_age, None).label)


def check_table(table: Table, unit: str) -> tuple[InputFinding, ...]:
    """Everything doubtful in a table with the columns women, men and total. `unit` is `persons` or `thousands`.

    Errors make indicators wrong or impossible, warnings may be true of a real population, notes say what the program
    does. The limits are those that census offices use for a first look: neighbouring five-year groups within a factor
    of two, 50 to 200 men per 100 women below age 80, Whipple's index below 125.
    """
    present = tuple(name for name in COLUMNS if name in table.columns)
    given = tuple(name for name in present if any(cell is not None for cell in table.column(name)))
    if not table.rows or not given:
        return (InputFinding("table_empty", "error"),)
    rows = {label: _exact(table, place) for place, label in enumerate(table.rows)}
    findings = _cells(table, given, unit)
    ages, unreadable = _ages(table.rows)
    findings += unreadable
    findings += _sums(table, given, rows, ages, unit)
    findings += _unknown(rows)
    findings += _order(ages)
    counts = {group: rows[label] for label, group in ages.items()}
    findings += _shape(counts)
    findings += heaping(counts)
    everyone = sum((count for row in counts.values() if (count := _both(row)) is not None), Fraction())
    if everyone * (1000 if unit == "thousands" else 1) > MOST_PEOPLE:
        findings.append(InputFinding("too_many_people", "warning", "", {"people": as_decimal(everyone), "unit": unit}))
    return tuple(findings)


def _exact(table: Table, place: int) -> Exact:
    cells = dict(zip(table.columns, table.cells[place], strict=True))
    return {name: None if (cell := cells.get(name)) is None else Fraction(cell) for name in COLUMNS}


def _both(row: Exact) -> Fraction | None:
    """Both sexes together: as stated, else as the sexes add up."""
    if row["total"] is not None or row["women"] is None or row["men"] is None:
        return row["total"]
    return row["women"] + row["men"]


def _cells(table: Table, given: tuple[str, ...], unit: str) -> list[InputFinding]:
    """Missing and negative cells one by one; parts of persons once for the table, whose unit is then often wrong."""
    found = []
    parts: list[InputFinding] = []
    for label, cells in zip(table.rows, table.cells, strict=True):
        row = dict(zip(table.columns, cells, strict=True))
        for name in given:
            cell = row[name]
            if cell is None:
                if label not in SPECIAL_ROWS:
                    found.append(InputFinding("cell_missing", "error", label, {"column": name}))
            elif cell < 0:
                found.append(InputFinding("number_negative", "error", label, {"column": name, "value": cell}))
            elif unit != "thousands" and cell != cell.to_integral_value():
                values: dict[str, Decimal | int | str] = {"column": name, "value": cell, "count": len(parts) + 1}
                parts.append(InputFinding("number_not_whole", "warning", label, values))
    if parts:
        count = parts[-1].values["count"]
        found.append(InputFinding("number_not_whole", "warning", parts[0].row, {**parts[0].values, "count": count}))
    return found


def _ages(labels: tuple[str, ...]) -> tuple[dict[str, AgeGroup], list[InputFinding]]:
    """Rows that are age groups, in the order of age, and the findings about those that are not."""
    ages: dict[str, AgeGroup] = {}
    found = []
    for label in labels:
        if label in SPECIAL_ROWS:
            continue
        try:
            ages[label] = read_age_group(label)
        except ValueError:
            found.append(InputFinding("age_unreadable", "error", label))
    if not ages:
        found.append(InputFinding("no_age_rows", "error"))
    return dict(sorted(ages.items(), key=lambda row: row[1].first)), found


def _sums(
    table: Table, given: tuple[str, ...], rows: dict[str, Exact], ages: dict[str, AgeGroup], unit: str
) -> list[InputFinding]:
    step = _smallest_step(table) if unit == "thousands" else Fraction(0)
    found = []
    for name in given:
        stated = rows["total"][name] if "total" in rows else None
        parts = [rows[label][name] for label in (*ages, *(("unknown",) if "unknown" in rows else ()))]
        known = [part for part in parts if part is not None]
        if stated is None or not known:
            continue
        # Rounded thousands may miss their sum by half a step each.
        allowed = step * (len(known) + 1) / 2
        found += _difference("rows_not_total", "total", name, stated, sum(known, Fraction()), allowed)
    for label, row in rows.items():
        women, men, total = row["women"], row["men"], row["total"]
        if women is not None and men is not None and total is not None:
            found += _difference("sexes_not_total", label, "total", total, women + men, step * 3 / 2)
        elif total is not None and (one := women if men is None else men) is not None and one > total >= 0:
            found += _difference("sexes_not_total", label, "total", total, one, Fraction(0))
    return found


def _difference(
    code: str, row: str, column: str, stated: Fraction, added: Fraction, allowed: Fraction
) -> list[InputFinding]:
    if stated == added:
        return []
    values: dict[str, Decimal | int | str] = {
        "column": column,
        "stated": as_decimal(stated),
        "sum": as_decimal(added),
        "difference": as_decimal(abs(added - stated)),
    }
    if abs(stated - added) <= allowed:
        return [InputFinding("rounding_difference", "note", row, values)]
    return [InputFinding(code, "error", row, values)]


def _smallest_step(table: Table) -> Fraction:
    """One unit of the last decimal place used anywhere in the table."""
    exponents = [cast(int, cell.as_tuple().exponent) for row in table.cells for cell in row if cell is not None]
    return Fraction(10) ** min([0, *exponents])


def _unknown(rows: dict[str, Exact]) -> list[InputFinding]:
    row = rows.get("unknown")
    if row is None:
        return []
    counts = [count for count in (_both(row), row["women"], row["men"]) if count is not None]
    people = counts[0] if counts else Fraction()
    return [InputFinding("unknown_prorated", "note", "unknown", {"people": as_decimal(people)})] if people > 0 else []


def _order(ages: dict[str, AgeGroup]) -> list[InputFinding]:
    """Gaps, overlaps, a late start and a closed end."""
    rows = list(ages.items())
    if not rows:
        return []
    found = []
    if rows[0][1].first > 0:
        found.append(InputFinding("first_ages_missing", "error", rows[0][0], {"age": rows[0][1].first}))
    for (before, earlier), (label, later) in pairwise(rows):
        if earlier.last is None or later.first <= earlier.last:
            found.append(InputFinding("groups_overlap", "error", label, {"other": before}))
        elif later.first > earlier.last + 1:
            found.append(InputFinding("groups_gap", "error", label, {"other": before}))
    if all(group.last is not None for group in ages.values()):
        found.append(InputFinding("no_open_group", "warning", rows[-1][0]))
    return found


def _shape(counts: dict[AgeGroup, Exact]) -> list[InputFinding]:
    """Groups out of line with their neighbours, and sex ratios that are hard to believe."""
    found = []
    groups = list(counts)
    sexes = [name for name in ("women", "men") if any(row[name] is not None for row in counts.values())] or ["total"]
    for before, group, after in zip(groups, groups[1:], groups[2:], strict=False):
        if group.first >= OLDEST_CHECKED_JUMP or any(one.width != 5 for one in (before, group, after)):
            continue
        if before.first + 5 != group.first or group.first + 5 != after.first:
            continue
        for name in sexes:
            left, middle, right = (counts[one][name] for one in (before, group, after))
            if left is None or middle is None or right is None or min(left, middle, right) < 0 or left + right == 0:
                continue
            ratio = middle * 2 / (left + right)
            if ratio < Fraction(1, 2) or ratio > 2:
                values: dict[str, Decimal | int | str] = {"column": name, "ratio": _tidy(ratio)}
                found.append(InputFinding("jump_between_groups", "warning", group.label, values))
    for group, row in counts.items():
        women, men = row["women"], row["men"]
        if group.first >= OLDEST_CHECKED_SEX_RATIO or not women or men is None or women < 0:
            continue
        ratio = men * 100 / women
        if not 50 <= ratio <= 200:
            found.append(InputFinding("sex_ratio_unlikely", "warning", group.label, {"ratio": _tidy(ratio)}))
    return found


def heaping(counts: Mapping[AgeGroup, Exact]) -> list[InputFinding]:
    """What Whipple's index says of single ages 23-62, both sexes; nothing where there are no single ages."""
    single = {group.first: _both(row) for group, row in counts.items() if group.width == 1}
    value = whipple_index(single).value
    if value is None:
        return []
    values = {"index": _tidy(value)}
    if value >= WHIPPLE_VERY_ROUGH:
        return [InputFinding("heaping_very_rough", "warning", "", values)]
    if value >= WHIPPLE_ROUGH:
        return [InputFinding("heaping_rough", "warning", "", values)]
    return [InputFinding("heaping_little", "note", "", values)]


def _tidy(value: Fraction) -> Decimal:
    """A ratio for a sentence, to two decimals."""
    return as_decimal(Fraction(round(value * 100), 100))
