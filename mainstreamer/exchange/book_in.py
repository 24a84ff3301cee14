"""Reads sheets of a workbook that came from anywhere: within bounds of size and time, without trust.

Only cells with their kinds, and merged areas, are read. No entity is expanded, no formula is
believed, no link is followed. A file that is no workbook is refused as UnreadableWorkbook with the code of what is wrong.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.parsers import expat

from mainstreamer.errors import MissingFile, UnreadableWorkbook
from mainstreamer.exchange.package_in import PackageParts, PartReader, Progress, book_part, relations
from mainstreamer.exchange.sheet_in import MOST_MERGED, MOST_ROWS, RawSheet, SheetReader, unescaped, whole_number

MOST_BYTES = 20_000_000
"""The largest file that is read; a pack of a thousand items in five languages, or a plan of 1,000 actions, is a tenth of it."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DATE_NUMBERS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENT_NUMBERS = (9, 10)
_NOT_IN_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
FAULTS = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, NotImplementedError, RuntimeError, EOFError, LookupError, ValueError,
    OverflowError,
)  # fmt: skip
"""What zipfile and expat raise over broken bytes."""


def _silent(done: int, total: int) -> None:
    return None


def read_book(
    path: Path,
    wanted: Callable[[str], bool],
    progress: Progress = _silent,
    most_rows: int = MOST_ROWS,
    skipped: Callable[[str], bool] = lambda first: False,
    most_merged: int = MOST_MERGED,
) -> dict[str, RawSheet]:
    """The sheets of a workbook whose titles are wanted, by title, in their order. `progress(done, total)` counts bytes and
    may raise Cancelled; no sheet is read beyond `most_rows` rows with content and `most_merged` merged areas, nor beyond its
    first row where the text of its first cell says that it may be `skipped`.

    Raises MissingFile, UnreadableWorkbook.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableWorkbook(path=str(path), problem="too_large")
        with path.open("rb") as file:
            head = file.read(8)
            file.seek(0)
            if head == _OLE:
                raise UnreadableWorkbook(path=str(path), problem="protected_or_old")
            if head[:2] != b"PK":
                raise UnreadableWorkbook(path=str(path), problem="not_a_workbook")
            return _read(path, file, wanted, progress, (most_rows, most_merged), skipped)
    except FileNotFoundError as error:
        raise MissingFile(path=str(path)) from error
    except OSError as error:
        raise UnreadableWorkbook(path=str(path), problem="unreadable") from error


def _read(
    path: Path, file: IO[bytes], wanted: Callable[[str], bool], progress: Progress, most: tuple[int, int],
    skipped: Callable[[str], bool],
) -> dict[str, RawSheet]:  # fmt: skip
    with _believed(path), zipfile.ZipFile(file) as package:
        parts = PackageParts(path, package, progress)
        book = book_part(parts)
        if not book:
            raise UnreadableWorkbook(path=str(path), problem="not_a_workbook")
        related = relations(parts, book)
        sheets = _Titles()
        parts.parse(book, sheets)
        parts.expect([target for kind, target in related.values() if kind in ("worksheet", "sharedStrings", "styles")])
        texts, styles = _Texts(), _Styles()
        for kind, target in related.values():
            if kind == "sharedStrings":
                parts.parse(target, texts)
            elif kind == "styles":
                parts.parse(target, styles)
        found: dict[str, RawSheet] = {}
        for title, relation in sheets.found:
            kind, target = related.get(relation, ("", ""))
            if kind == "worksheet" and title not in found and wanted(title):
                reader = SheetReader(
                    title, texts.found, styles.dates, most[0], styles.percents, skipped, most[1], sheets.since_1904
                )
                parts.parse(target, reader)
                found[title] = reader.sheet
        return found


@contextmanager
def _believed(path: Path) -> Iterator[None]:
    try:
        yield
    except FAULTS as error:
        raise UnreadableWorkbook(path=str(path), problem="damaged") from error


class _Titles(PartReader):
    """Titles of the sheets with the id of their relation, in their order; and from when dates are counted."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []
        self.since_1904 = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            self.found.append((attributes.get("name", ""), attributes.get("id", "")))
        elif tag == "workbookPr":
            self.since_1904 = attributes.get("date1904", "0") in ("1", "true")


class _Texts(PartReader):
    """The shared texts. Marks of pronunciation beside a text are left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._inside = self._beside = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":
            self._beside = True
        elif tag == "t":
            self._inside = not self._beside

    def end(self, tag: str) -> None:
        if tag == "t":
            self._inside = False
        elif tag == "rPh":
            self._beside = False
        elif tag == "si":
            self.found.append(unescaped("".join(self._pieces)))

    def text(self, data: str) -> None:
        if self._inside:
            self._pieces.append(data)


class _Styles(PartReader):
    """Which cell formats show a number as a date, and which as per cent."""

    def __init__(self) -> None:
        self.dates: set[int] = set()
        self.percents: set[int] = set()
        self._custom: set[int] = set()
        self._custom_percents = set(_PERCENT_NUMBERS)
        self._cells = False
        self._count = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "numFmt":
            code = _NOT_IN_FORMAT.sub("", attributes.get("formatCode", "")[:500]).casefold()
            if code != "general" and any(letter in code for letter in "dmyhs"):
                self._custom.add(whole_number(attributes.get("numFmtId", "")))
            elif "%" in code:
                self._custom_percents.add(whole_number(attributes.get("numFmtId", "")))
        elif tag == "cellXfs":
            self._cells = True
        elif tag == "xf" and self._cells:
            number = whole_number(attributes.get("numFmtId", "0"))
            if number in _DATE_NUMBERS or number in self._custom:
                self.dates.add(self._count)
            elif number in self._custom_percents:
                self.percents.add(self._count)
            self._count += 1

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._cells = False
