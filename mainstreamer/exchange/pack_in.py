"""Reads a checklist pack: from a workbook that anybody may have edited with anything, to values that can be trusted.

All faults of a pack are found in one go, so that whoever corrects it is not sent back and forth; nothing of a pack with a
fault is given out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from mainstreamer import knowledge
from mainstreamer.domain.packs import (
    ACTIONS,
    BETWEEN,
    COLUMNS,
    FORMAT,
    ITEMS,
    SETTINGS,
    TEXTS,
    Pack,
    PackAction,
    PackFault,
    PackItem,
    heading,
    is_item_code,
    item_code,
    language_code,
    shortened,
)
from mainstreamer.domain.plan import Plan
from mainstreamer.domain.returned import column_letter
from mainstreamer.errors import NotAPack, PackRefused, UnreadableWorkbook
from mainstreamer.exchange.book_in import read_book
from mainstreamer.exchange.cells import CELL_LIMIT
from mainstreamer.exchange.pack_values import CellRefused, PackCodes, read_cell, text_of
from mainstreamer.exchange.sheet_in import RawCell, RawSheet, area_start
from mainstreamer.language import SHIPPED, language

MOST_FAULTS = 500
"""So many faults are listed; whoever corrects these comes back with the rest."""
LONGEST_HEADING = 200
MOST_LANGUAGES = 30
NEEDED = {ITEMS: ("code",), ACTIONS: ("item",), SETTINGS: ("setting", "value")}
REMARK = "#"
"""Columns whose heading begins so are remarks of people and are not read."""

Progress = Callable[[int, int], None]


def _silent(done: int, total: int) -> None:
    return None


def read_pack(path: Path, codes: PackCodes, progress: Progress = _silent) -> Pack:
    """The content of a pack. `codes` are those that a pack may name. `progress(done, total)` may raise Cancelled.

    Raises MissingFile and NotAPack for what is no readable workbook, PackRefused with every fault for what cannot be taken.
    """
    try:
        found = read_book(path, lambda title: _plain_title(title) in (ITEMS, ACTIONS, SETTINGS), progress)
    except UnreadableWorkbook as error:
        raise NotAPack(**error.details) from error
    sheets: dict[str, RawSheet] = {}
    for title, sheet in found.items():
        sheets.setdefault(_plain_title(title), sheet)
    try:
        return pack_of(sheets, codes)
    except PackRefused as refused:
        raise PackRefused(refused.faults, path=str(path)) from None


def _plain_title(title: str) -> str:
    return title.strip().casefold()


def pack_of(sheets: Mapping[str, RawSheet], codes: PackCodes) -> Pack:
    """The pack that these sheets make. Raises PackRefused."""
    return _PackReader(sheets, codes).pack()


class _Full(Exception):
    """Enough faults were found."""


class _Table:
    """A sheet by its headings: the column number of each."""

    def __init__(self, name: str, sheet: RawSheet) -> None:
        self.name, self.sheet = name, sheet
        self.columns: dict[str, int] = {}
        self.languages: dict[str, None] = {}

    def rows(self) -> Iterable[tuple[int, dict[str, RawCell]]]:
        """Rows with content under a heading that is read, top to bottom, by heading."""
        for row in sorted(number for number in self.sheet.rows if number > 1):
            cells = self.sheet.rows[row]
            found = {name: cells[column] for name, column in self.columns.items() if column in cells}
            if any(cell.kind != "text" or str(cell.value).strip() for cell in found.values()):
                yield row, found


class _PackReader:
    def __init__(self, sheets: Mapping[str, RawSheet], codes: PackCodes) -> None:
        self._sheets, self._codes = sheets, codes
        self._faults: list[PackFault] = []
        self._tables: dict[str, _Table] = {}
        self._cut_marks = tuple(language(code).word("workbook", "note", "cut").strip() for code in SHIPPED)

    def pack(self) -> Pack:
        try:
            found = self._pack()
        except _Full:
            found = None
        if self._faults or found is None:
            raise PackRefused(self._faults)
        return found

    def _pack(self) -> Pack:
        for name in (SETTINGS, ITEMS, ACTIONS):
            sheet = self._sheets.get(name)
            if sheet is not None:
                self._tables[name] = self._table(name, sheet)
            elif name != ACTIONS:
                self._add(PackFault("sheet_missing", name, expected=name))
        settings = self._settings()
        items = self._items()
        actions = self._actions(items) if ACTIONS in self._tables else None
        spoken = dict.fromkeys(lang for table in self._tables.values() for lang in table.languages)
        places = {
            name: {title: column_letter(column) for title, column in table.columns.items()}
            for name, table in self._tables.items()
        }
        return Pack(settings.get("edition", ""), settings.get("plan", ""), tuple(spoken), items, actions, places)

    def _add(self, fault: PackFault) -> None:
        self._faults.append(fault)
        if len(self._faults) >= MOST_FAULTS:
            raise _Full

    def _refuse(
        self, table: _Table, row: int, name: str, reason: str, value: object = "", expected: str = "", column: int = 0
    ) -> None:
        column = column or table.columns.get(name, 0)
        letter = column_letter(column) if column else ""
        self._add(PackFault(reason, table.name, row, letter, shortened(name), shortened(value), expected))

    # -- headings ----------------------------------------------------------------------------------------------------

    def _table(self, name: str, sheet: RawSheet) -> _Table:
        table = _Table(name, sheet)
        if sheet.cut:
            self._add(PackFault(f"{sheet.cut}_too_many", name))
        for area in sheet.merged:
            row, column = area_start(area)
            self._refuse(table, row, "", "merged", area, column=column)
        used = {column for cells in sheet.rows.values() for column in cells}
        for column in sorted(used):
            self._heading(table, column, sheet.rows.get(1, {}).get(column))
        for needed in NEEDED[name]:
            if needed not in table.columns:
                self._add(PackFault("heading_missing", name, 1, expected=needed))
        if len(table.languages) > MOST_LANGUAGES:
            self._add(PackFault("languages_too_many", name, 1, expected=str(MOST_LANGUAGES)))
        if name in TEXTS and not table.languages:
            self._add(PackFault("heading_missing", name, 1, expected=heading(TEXTS[name][0], "en")))
        return table

    def _heading(self, table: _Table, column: int, cell: RawCell | None) -> None:
        text = str(cell.value).strip() if cell is not None and cell.kind == "text" else ""
        if text.startswith(REMARK):
            return
        if not text or len(text) > LONGEST_HEADING:
            reason = "heading_missing_here" if not text else "heading_unknown"
            self._refuse(table, 1, "", reason, text or ("" if cell is None else cell.value), column=column)
            return
        name, parted, tongue = (part.strip() for part in text.partition(BETWEEN))
        name = name.casefold()
        texts = TEXTS.get(table.name, ())
        if parted and name in texts:
            spoken = language_code(tongue)
            if not spoken:
                self._refuse(table, 1, text, "language_unknown", text, heading(name, "ro"), column=column)
                return
            name = heading(name, spoken)
            table.languages[spoken] = None
        elif parted or name not in self._names(table.name):
            expected = "; ".join((*self._names(table.name), *(heading(part, "en") for part in texts)))
            self._refuse(table, 1, text, "heading_unknown", text, expected, column=column)
            return
        if name in table.columns:
            self._refuse(table, 1, name, "heading_twice", text, column_letter(table.columns[name]), column=column)
            return
        table.columns[name] = column

    @staticmethod
    def _names(sheet: str) -> tuple[str, ...]:
        return tuple(column.name for column in COLUMNS[sheet]) if sheet in COLUMNS else ("setting", "value", "meaning")

    # -- rows --------------------------------------------------------------------------------------------------------

    def _settings(self) -> dict[str, str]:
        table = self._tables.get(SETTINGS)
        if table is None or len(table.columns) < 2:
            return {}
        found: dict[str, tuple[int, RawCell | None]] = {}
        for row, cells in table.rows():
            key = cells.get("setting")
            name = str(key.value).strip().casefold() if key is not None and key.kind == "text" else ""
            if name in found:
                self._refuse(table, row, "setting", "setting_twice", name)
            found.setdefault(name, (row, cells.get("value")))
        said: dict[str, str] = {}
        for name in ("format", "edition", "plan"):
            row, cell = found.get(name, (0, None))
            try:
                said[name] = self._codes.edition_of(cell) if name == "edition" else text_of(cell)
            except CellRefused as refused:
                self._refuse(table, row, "value", refused.reason, refused.value, refused.expected or name)
                said[name] = ""
                continue
            if not said[name] and name != "plan":
                self._refuse(table, row, "value" if row else "", "setting_missing", "", name)
        if said["format"]:
            self._check_format(table, found["format"][0], said["format"])
        return said

    def _check_format(self, table: _Table, row: int, text: str) -> None:
        if not (text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= FORMAT):
            self._refuse(table, row, "value", "format_unknown", text, str(FORMAT))

    def _cells(self, table: _Table, row: int, cells: Mapping[str, RawCell], skip: Collection[str]) -> dict[str, Any]:
        """Values of the columns that are no texts."""
        found: dict[str, Any] = {}
        for column in COLUMNS[table.name]:
            if column.name in table.columns and column.name not in skip:
                try:
                    found[column.name] = read_cell(column, cells.get(column.name), self._codes)
                except CellRefused as refused:
                    self._refuse(table, row, column.name, refused.reason, refused.value, refused.expected)
        return found

    def _texts(self, table: _Table, row: int, cells: Mapping[str, RawCell]) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for title in table.columns:
            name, parted, tongue = title.partition(BETWEEN)
            if not parted:
                continue
            try:
                text = text_of(cells.get(title))
            except CellRefused as refused:
                self._refuse(table, row, title, refused.reason, refused.value, refused.expected)
                continue
            if len(text) > CELL_LIMIT:
                self._refuse(table, row, title, "text_too_long", text)
            elif not text.endswith(self._cut_marks):
                # A text that was cut when the pack was written says nothing about the whole one.
                found[name, tongue] = text
        return found

    def _code(self, table: _Table, row: int, name: str, cell: RawCell | None) -> str | None:
        """An item code, empty for a blank cell; None when it was refused."""
        try:
            code = self._codes.item_of(cell)
        except CellRefused as refused:
            self._refuse(table, row, name, refused.reason, refused.value, refused.expected)
            return None
        if code and not is_item_code(code):
            self._refuse(table, row, name, "code_malformed", code)
            return None
        return code

    def _items(self) -> tuple[PackItem, ...]:
        table = self._tables.get(ITEMS)
        if table is None or "code" not in table.columns:
            return ()
        found: list[PackItem] = []
        first: dict[str, int] = {}
        self._codes.also = {item_code(text_or_empty(cells.get("code"))) for _, cells in table.rows()} - {""}
        for row, cells in table.rows():
            code = self._code(table, row, "code", cells.get("code"))
            values, texts = self._cells(table, row, cells, ("code",)), self._texts(table, row, cells)
            if code is None:
                continue
            if code and code in first:
                self._refuse(table, row, "code", "code_twice", code, str(first[code]))
                continue
            first[code] = row
            found.append(PackItem(row, code, values, texts))
        return tuple(found)

    def _actions(self, items: tuple[PackItem, ...]) -> tuple[PackAction, ...]:
        table = self._tables[ACTIONS]
        if "item" not in table.columns:
            return ()
        found: list[PackAction] = []
        first: dict[tuple[str, str], int] = {}
        for row, cells in table.rows():
            item = self._code(table, row, "item", cells.get("item"))
            values, texts = self._cells(table, row, cells, ("item",)), self._texts(table, row, cells)
            if item == "":
                self._refuse(table, row, "item", "item_missing")
            if not item:
                continue
            key = str(values.pop("key", ""))
            if key and (item, key) in first:
                self._refuse(table, row, "key", "key_twice", key, str(first[item, key]))
                continue
            first[item, key] = row
            found.append(PackAction(row, item, key, values, texts))
        return tuple(found)


def text_or_empty(cell: RawCell | None) -> str:
    """The text of a cell; empty for anything else."""
    return str(cell.value).strip() if cell is not None and cell.kind == "text" else ""


def codes_for(plan: Plan) -> PackCodes:
    """The codes that a pack for this plan may name."""
    shipped = knowledge.checklist(knowledge.FALLBACK)
    own = {row.code for row in plan.custom_items if row.code}
    return PackCodes(frozenset(shipped.by_code) | own, frozenset(knowledge.indicators()), shipped.edition)
