"""A sheet on which people write: its Excel table, what each column takes, what it offers, what is missing, what it is for.

All of it holds for areas, not for single cells, and reaches over the spare rows below the table, so that a row added by hand
is checked and looks like the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mainstreamer.domain.fields import ItemCodes, Links, ManyChoices
from mainstreamer.domain.kinds import KINDS
from mainstreamer.domain.returned import column_letter
from mainstreamer.exchange.cells import SPARE_ROWS, Cell, Check, Sheet, Table
from mainstreamer.exchange.checks import (
    field_check,
    guard,
    is_shown_only,
    mark_missing,
    mark_reversed,
    rule_used_rows,
)
from mainstreamer.exchange.edition import Edition
from mainstreamer.exchange.styles import HEADER, HEADER_CALCULATED, HIDDEN, Look

At = Callable[[str], str]
"""How a formula names the cell of a column in its own row."""

_SPECIAL = re.compile(r"(['#\[\]@])")
_HIDDEN_TEXT = "uid"


def table_name(kind: str) -> str:
    """What Excel calls the table of a sheet; no defined name and no cell is called so."""
    return f"table_{kind}"


def unlike(headers: Sequence[str]) -> list[str]:
    """Headers as a table needs them: none blank, none twice."""
    taken, found = {_HIDDEN_TEXT}, []
    for header in headers:
        text, number = header.strip() or "–", 1
        plain = text
        while text.casefold() in taken:
            number += 1
            text = f"{plain} {number}"
        taken.add(text.casefold())
        found.append(text)
    return found


def header_row(codes: Sequence[str], headers: Sequence[str]) -> list[Cell | None]:
    """The header above column A and the columns of a table; calculated ones are grey."""
    looks = (HEADER_CALCULATED if code.startswith("~") else HEADER for code in codes)
    cells = [Cell(text, look) for text, look in zip(headers, looks, strict=True)]
    return [Cell(_HIDDEN_TEXT, HIDDEN), *cells]


@dataclass(frozen=True)
class InputTable:
    """The columns from B on: field codes, or codes that begin with `~` for what is calculated or comes from elsewhere.

    `formulas` are those of calculated columns; `guards` say of columns that take nothing why, with the sheet they come from;
    `looks` are those of columns that look otherwise than their fields do.
    """

    edition: Edition
    sheet: Sheet
    kind: str
    codes: Sequence[str]
    headers: Sequence[str]
    header: int
    formulas: Mapping[str, Callable[[At], str]] = field(default_factory=dict)
    guards: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    looks: Mapping[str, Look] = field(default_factory=dict)
    spare: int = SPARE_ROWS

    @property
    def first(self) -> int:
        return self.header + 1

    @cached_property
    def last(self) -> int:
        """The last spare row."""
        return max(len(self.sheet.rows), self.first) + self.spare

    @cached_property
    def letters(self) -> dict[str, str]:
        return {code: column_letter(place) for place, code in enumerate(self.codes, 2)}

    def letter(self, code: str) -> str:
        return self.letters.get(code, "")

    def beside(self, code: str) -> str:
        """The cell of a field in the first row, for formulas that hold for all rows."""
        return f"${self.letters[code]}{self.first}" if code in self.letters else ""

    def at(self, row: int) -> At:
        """Cells of a row as formulas of that row name them."""
        return lambda code: f"{'A' if code == 'uid' else self.letters[code]}{row}"

    def in_table(self, code: str) -> str:
        """The same for a row of the table, whichever it is (ECMA-376 part 1, 18.17.2.3)."""
        text = _HIDDEN_TEXT if code == "uid" else self.headers[list(self.codes).index(code)]
        column = _SPECIAL.sub(r"'\1", text)
        return f"{table_name(self.kind)}[[#This Row],[{column}]]"

    @property
    def used(self) -> str:
        """True of the first row when a record stands in it; columns up to the first calculated one count."""
        written = [code for code in self.codes if not code.startswith("~")]
        shown = next((place for place, code in enumerate(self.codes) if code.startswith("~")), len(self.codes))
        until = self.letters[self.codes[max(shown, 1) - 1]] if written else "A"
        return f'AND(LEFT($A{self.first})<>"~",COUNTA($A{self.first}:${until}{self.first})>0)'

    def furnish(self, *, table: bool = True) -> None:
        """Add everything to the sheet, when its rows are there."""
        if table:
            self._add_table()
        for code in self.codes:
            self.sheet.checks += self._check(code)
        mark_missing(self.sheet, self.kind, self.codes, self.letter, self.used, self.first, self.last)
        mark_reversed(self.sheet, self.kind, self.letter, self.first, self.last)
        self._add_comments()
        if self.spare:
            self._prepare_spare_rows()

    def _add_table(self) -> None:
        bottom = max(len(self.sheet.rows), self.first)
        area = f"A{self.header}:{column_letter(len(self.codes) + 1)}{bottom}"
        names = dict(zip(self.codes, self.headers, strict=True))
        formulas = {names[code]: formula(self.in_table) for code, formula in self.formulas.items() if code in names}
        self.sheet.filter = ""
        self.sheet.tables.append(Table(table_name(self.kind), area, (_HIDDEN_TEXT, *self.headers), formulas))

    def _check(self, code: str) -> list[Check]:
        area = f"{self.letters[code]}{self.first}:{self.letters[code]}{self.last}"
        if code in self.guards:
            key, sheet = self.guards[code]
            return [guard(self.edition, area, key, sheet=sheet)]
        if code.startswith("~"):
            return [guard(self.edition, area, "calculated" if code in self.formulas else "in_program")]
        check = field_check(self.edition, self.kind, code, area, self.beside)
        return [] if check is None else [check]

    def _add_comments(self) -> None:
        for code in self.codes:
            text = column_comment(self.edition, self.kind, code, self._locked_words(code))
            if text:
                self.sheet.comments[f"{self.letters[code]}{self.header}"] = text

    def _locked_words(self, code: str) -> str:
        if not code.startswith("~"):
            return ""
        key, sheet = self.guards.get(code, ("calculated" if code in self.formulas else "in_program", ""))
        return self.edition.word("check", key, sheet=sheet)

    def _prepare_spare_rows(self) -> None:
        for place, code in enumerate(self.codes, 2):
            look = self._look(code)
            self.sheet.column_looks[place] = look._replace(line="", fill="", quote=False)
        area = f"B{self.first}:{column_letter(len(self.codes) + 1)}{self.last}"
        rule_used_rows(self.sheet, area, self.used)

    def _look(self, code: str) -> Look:
        if code in self.looks or code.startswith("~"):
            return self.looks.get(code, Look())
        spec = KINDS[self.kind].fields[code]
        look = self.edition.maker(self.kind, code)(spec.type.blank).look
        return look._replace(locked=True) if is_shown_only(spec) else look


def column_comment(edition: Edition, kind: str, code: str, locked: str = "") -> str:
    """What a column is for, how several are written, whether it is compulsory; empty where nothing needs to be said."""
    own = edition.language.find("workbook", "explain", code.removeprefix("~")) if kind == "action" else ""
    lines = [own or ("" if code.startswith("~") else edition.language.help(kind, code)), locked]
    spec = KINDS[kind].fields.get(code)
    if spec is not None:
        if isinstance(spec.type, Links | ManyChoices | ItemCodes):
            lines.append(edition.word("check", "several_prompt"))
        if spec.compulsory:
            lines.append(edition.word("check", "compulsory"))
    return "\n".join(filter(None, lines))


def blank_row(edition: Edition, kind: str, codes: Sequence[str]) -> list[Cell | None]:
    """The row of a table without records: cells to write into."""
    return [None, *(edition.maker(kind, code)(KINDS[kind].fields[code].type.blank) for code in codes)]
