"""Reading a table of population by age and sex that a person pastes from a spreadsheet or a web page.

The text may be separated by tabs, semicolons or several spaces, or by commas where a heading has as many of them.
Headings are understood in English, Russian, French, Romanian and Spanish. What cannot be known, above all which
column is women, is never guessed: a finding says what to write.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from mainstreamer.domain.age_groups import AgeGroup, plain_words
from mainstreamer.domain.demography_checks import (
    COLUMNS,
    Exact,
    InputFinding,
    Severity,
    check_table,
    heaping,
    standard_rows,
)
from mainstreamer.domain.demography_labels import (
    dated_group,
    has_digit,
    heading_kinds,
    label_column,
    row_key,
    says_thousands,
)
from mainstreamer.domain.fields import Table
from mainstreamer.domain.numbers import PLAIN, Reading, parse_number

MOST_CHARACTERS = 300_000
MOST_ROWS = 2_000
LONGEST_NUMBER = 60

_BLANK = frozenset(("", "-", "...", "..", ".", ":", "x", "n/a", "na", "нд", "н/д", "н.д."))
_FOOTNOTE = re.compile(r"[\u00b2\u00b3\u00b9\u2070-\u2079*†‡]+$")

Rows = list[list[str]]
Keyed = tuple[AgeGroup | str, str, list[str]]
Numbers = list[list[Fraction | None]]


def read_pasted_table(
    text: str, reading: Reading = PLAIN, columns: Sequence[str] = ()
) -> tuple[Table | None, tuple[InputFinding, ...]]:
    """The table in a pasted text, and what is to be said about it; None when the text gives no table to be trusted.

    `columns` names the columns of numbers from left to right (`women`, `men`, `total`, or `` to leave one out) when a
    person has said which is which; otherwise the headings do. Single ages become five-year groups, 0 and 1-4 become
    0-4, and subtotals of finer groups are left out. The table has the columns women, men, total and rows in order of
    age, then `unknown` and `total`. Never raises.
    """
    reader = _Pasted(reading)
    table = reader.table(text, tuple(columns))
    return table, tuple(reader.findings)


class _Pasted:
    """One reading of one text; collects findings on its way."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.findings: list[InputFinding] = []

    def say(self, code: str, severity: Severity, row: str = "", **values: Decimal | int | str) -> None:
        self.findings.append(InputFinding(code, severity, row, values))

    def table(self, text: str, columns: tuple[str, ...]) -> Table | None:
        if len(text) > MOST_CHARACTERS:
            self.say("text_too_long", "error")
            return None
        lines = _split(text)
        if not lines:
            self.say("text_empty", "error")
            return None
        if len(lines) > MOST_ROWS or len(lines[0]) > MOST_ROWS:
            self.say("text_too_long", "error")
            return None
        if len(lines[0]) < 2:
            self.say("columns_not_separated", "error")
            return None
        return self._from_lines(lines, columns)

    def _from_lines(self, lines: Rows, columns: tuple[str, ...]) -> Table | None:
        label = label_column(lines)
        start = next((n for n, line in enumerate(lines) if self._is_data(line, label)), None)
        if start is None:
            self.say("no_age_rows", "error")
            return None
        data = lines[start:]
        places = [n for n in range(len(data[0])) if n != label and any(has_digit(line[n]) for line in data)]
        keyed = self._keyed(data, label, places)
        numbers = self._numbers(keyed)
        # A line with a single cell is the title of the table, not a heading of its column.
        heads = [line for line in lines[:start] if sum(map(bool, line)) > 1]
        headings = [" ".join(line[place] for line in heads).strip() for place in places]
        if any(says_thousands(heading) for heading in headings):
            self.say("unit_thousands", "note")
        names = self._given_names(columns, len(places)) if columns else self._names(headings, numbers)
        if names is None:
            return None
        rows: dict[AgeGroup | str, Exact] = {}
        for (key, shown, _), row in zip(keyed, numbers, strict=True):
            cells: Exact = dict.fromkeys(COLUMNS)
            cells.update({name: row[n] for n, name in enumerate(names) if name})
            if key in rows and rows[key] != cells:
                self.say("row_twice", "error", shown)
                return None
            rows[key] = cells
        return self._arranged(rows)

    def _is_data(self, line: list[str], label: int) -> bool:
        return row_key(line[label]) is not None and any(has_digit(cell) for n, cell in enumerate(line) if n != label)

    def _keyed(self, data: Rows, label: int, places: list[int]) -> list[Keyed]:
        """Rows of data with what they are; others with numbers are named and left out."""
        found: list[Keyed] = []
        for line in data:
            key = row_key(line[label])
            cells = [line[place] for place in places]
            if key is not None:
                shown = key.label if isinstance(key, AgeGroup) else line[label]
                if isinstance(key, AgeGroup) and dated_group(line[label]) == key:
                    self.say("age_was_date", "warning", shown, text=line[label])
                found.append((key, shown, cells))
            elif any(has_digit(cell) for cell in cells):
                self.say("row_left_out", "warning", line[label][:80])
        return found

    def _numbers(self, keyed: list[Keyed]) -> Numbers:
        reading = self._marks([cell for _, _, cells in keyed for cell in cells])
        found = []
        for _, shown, cells in keyed:
            row: list[Fraction | None] = []
            for cell in cells:
                plain = _FOOTNOTE.sub("", cell.strip())
                if plain_words(plain) in _BLANK:
                    row.append(None)
                    continue
                try:
                    if len(plain) > LONGEST_NUMBER:
                        raise ValueError("number_unreadable")
                    row.append(Fraction(parse_number(plain, reading)))
                except ValueError:
                    self.say("number_unreadable", "error", shown, text=plain[:80])
                    row.append(None)
            found.append(row)
        return found

    def _marks(self, cells: list[str]) -> Reading:
        """How this table writes numbers: a point or comma always followed by three digits separates thousands."""
        uses = {mark: [cell for cell in cells if mark in cell] for mark in ".,"}
        decimal = {mark for mark, used in uses.items() if any(_is_decimal(cell, mark) for cell in used)}
        if len(decimal) == 1:
            return replace(self.reading, decimal=decimal.pop())
        used_marks = [mark for mark, used in uses.items() if used]
        if len(used_marks) != 1 or decimal:
            return self.reading
        mark = used_marks[0]
        if any(re.search(r"\d{4}", cell) for cell in cells if mark not in cell):
            return self.reading  # thousands are not separated here
        certain = any(cell.count(mark) > 1 for cell in uses[mark]) or self.reading.decimal not in ("", mark)
        if not certain:
            if self.reading.decimal == mark and len(uses[mark]) < 3:
                return self.reading
            self.say("marks_read_as_thousands", "warning", mark=mark, text=uses[mark][0].strip()[:40])
        return replace(self.reading, decimal="," if mark == "." else ".")

    def _given_names(self, columns: tuple[str, ...], found: int) -> list[str] | None:
        named = [name for name in columns if name]
        if len(columns) != found or not named or len(set(named)) < len(named) or set(named) - set(COLUMNS):
            self.say("columns_do_not_match", "error", given=len(columns), found=found)
            return None
        return list(columns)

    def _names(self, headings: list[str], numbers: Numbers) -> list[str] | None:
        """The name of every column of numbers, blank for one that is left out; None when a person has to say."""
        kinds = heading_kinds(headings)
        for name in COLUMNS:
            if kinds.count(name) > 1:
                self.say("column_twice", "error", column=name)
                return None
        open_places = [n for n, kind in enumerate(kinds) if not kind]
        named = [kind for kind in kinds if kind in COLUMNS]
        if len(named) == 2 and len(open_places) == 1:
            missing = next(name for name in COLUMNS if name not in named)
            trial = [missing if n == open_places[0] else kind for n, kind in enumerate(kinds)]
            if _adds_up(numbers, [trial.index(name) for name in ("women", "men", "total")]):
                kinds, open_places = trial, []
        if open_places and {"women", "men"} - set(named):
            if not named and len(kinds) == 1:
                self.say("taken_as_total", "note")
                return ["total"]
            self._ask_for_names(numbers, kinds)
            return None
        if not named:
            self.say("name_columns", "error", count=len(kinds))
            return None
        for n, kind in enumerate(kinds):
            if kind not in COLUMNS:
                self.say("column_left_out", "warning" if not kind else "note", text=headings[n][:80] or str(n + 1))
        return [kind if kind in COLUMNS else "" for kind in kinds]

    def _ask_for_names(self, numbers: Numbers, kinds: list[str]) -> None:
        if len(kinds) == 3:
            for total in range(3):
                first, second = (n for n in range(3) if n != total)
                if kinds[total] in ("", "total") and _adds_up(numbers, [first, second, total]):
                    self.say("name_sexes", "error", total=total + 1)
                    return
        self.say("name_columns", "error", count=len(kinds))

    def _arranged(self, rows: dict[AgeGroup | str, Exact]) -> Table | None:
        ages = {key: cells for key, cells in rows.items() if isinstance(key, AgeGroup)}
        if not ages:
            self.say("no_age_rows", "error")
            return None
        ages = dict(sorted(ages.items(), key=lambda row: (row[0].first, row[0].last or 999)))
        self.findings += heaping(ages)
        ages = self._without_subtotals(ages)
        ages = self._in_fives(ages)
        labels = [(group.label, cells) for group, cells in ages.items()]
        labels += [(name, rows[name]) for name in ("unknown", "total") if name in rows]
        cells = tuple(tuple(_decimal(row[name]) for name in COLUMNS) for _, row in labels)
        return Table(COLUMNS, tuple(label for label, _ in labels), cells)

    def _without_subtotals(self, ages: dict[AgeGroup, Exact]) -> dict[AgeGroup, Exact]:
        kept = {}
        for group, cells in ages.items():
            inside = [other for other in ages if other != group and group.holds(other)]
            if inside and _covers(group, inside):
                self.say("subtotal_left_out", "note", group.label)
            else:
                kept[group] = cells
        return kept

    def _in_fives(self, ages: dict[AgeGroup, Exact]) -> dict[AgeGroup, Exact]:
        """Groups narrower than five years joined where they fill a five-year group."""
        merged: dict[AgeGroup, Exact] = {}
        singles = 0
        for group, cells in ages.items():
            first = group.first - group.first % 5
            five = AgeGroup(first, first + 4)
            parts = [other for other in ages if other != five and five.holds(other)]
            if not five.holds(group) or group == five or not _tiles(five, parts):
                merged[group] = cells
            elif five not in merged:
                merged[five] = {name: _sum([ages[part][name] for part in parts]) for name in COLUMNS}
                if len(parts) == 5:
                    singles += 1
                else:
                    self.say("young_groups_joined" if first == 0 else "groups_joined", "note", five.label)
        if singles:
            self.say("single_ages_joined", "note", count=singles)
        return merged


def _split(text: str) -> Rows:
    """Lines of cells, every line as wide as the widest; blank lines left out."""
    lines = [line for line in text.replace("\x00", "").replace("\ufeff", "").splitlines() if line.strip()]
    if not lines:
        return []
    commas = lines[0].count(",")
    if any("\t" in line for line in lines):
        rows = _delimited(lines, "\t")
    elif sum(";" in line for line in lines) * 2 >= len(lines):
        rows = _delimited(lines, ";")
    elif any(re.search(r"\S[ \u3000]{2,}\S", line) for line in lines):
        rows = [re.split(r"[ \u3000]{2,}", line.strip()) for line in lines]
    elif commas and not has_digit(lines[0]) and all(line.count(",") == commas for line in lines):
        rows = _delimited(lines, ",")
    else:
        rows = [[line] for line in lines]
    rows = [[" ".join(cell.split()) for cell in row] for row in rows]
    rows = [row for row in rows if any(row)]
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _delimited(lines: list[str], delimiter: str) -> Rows:
    text = "\n".join(lines)
    if text.count('"') % 2 == 0:
        try:
            return list(csv.reader(io.StringIO(text), delimiter=delimiter))
        except csv.Error:
            pass
    return [line.split(delimiter) for line in lines]


def _is_decimal(cell: str, mark: str) -> bool:
    """Whether a mark in a cell can only be the decimal mark."""
    plain = re.sub(r"[^\d.,]", "", cell)
    before, _, after = plain.rpartition(mark)
    if mark in before or mark not in plain:
        return False
    other = "," if mark == "." else "."
    return other in before or (other not in after and (len(after) != 3 or before in ("", "0") or len(before) > 3))


def _adds_up(numbers: Numbers, places: list[int]) -> bool:
    """Whether the first two columns add up to the third in every row that has all three; rounding may cost one unit."""
    first, second, total = places
    checked = 0
    for row in numbers:
        one, two, both = row[first], row[second], row[total]
        if one is not None and two is not None and both is not None:
            if abs(one + two - both) > 1:
                return False
            checked += both > 0
    return checked > 0


def _covers(group: AgeGroup, inside: list[AgeGroup]) -> bool:
    """Whether narrower groups leave no age of a group out."""
    age: int | None = group.first
    for part in inside:
        if age is not None and part.first <= age and (part.last is None or part.last >= age):
            age = None if part.last is None else part.last + 1
    return age is None if group.last is None else age is not None and age > group.last


def _tiles(group: AgeGroup, parts: list[AgeGroup]) -> bool:
    """Whether closed groups, in order of age, fill a group without gap or overlap."""
    age = group.first
    for part in parts:
        if part.first != age or part.last is None:
            return False
        age = part.last + 1
    return group.last is not None and age == group.last + 1


def _sum(counts: list[Fraction | None]) -> Fraction | None:
    known = [count for count in counts if count is not None]
    return sum(known, Fraction()) if len(known) == len(counts) else None


def _decimal(count: Fraction | None) -> Decimal | None:
    """Back to the decimal number it was read from: sums of decimals have finite decimals."""
    if count is None:
        return None
    places = 0
    while (count * 10**places).denominator != 1:
        places += 1
    return Decimal(f"{(count * 10**places).numerator}E-{places}") if places else Decimal(count.numerator)


__all__ = ["InputFinding", "check_table", "read_pasted_table", "standard_rows"]
