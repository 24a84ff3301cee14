"""Reads sheets of a workbook that came from anywhere: within bounds of size and time, without trust.

Only what a checklist pack needs is read: cells with their kinds, and merged areas. No entity is expanded, no formula is
believed, no link is followed. A file that is no workbook is refused as NotAPack with the code of what is wrong.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NamedTuple
from xml.parsers import expat

from mainstreamer.errors import MissingFile, NotAPack

MOST_BYTES = 20_000_000
"""The largest file that is read; a pack of a thousand items in five languages is a tenth of it."""
MOST_UNPACKED = 80_000_000
"""Bytes that the parts read may have unpacked, all together."""
MOST_ELEMENTS = 3_000_000
"""XML elements of all parts together: some seconds of work."""
MOST_ROWS = 5_000
MOST_COLUMNS = 500
MOST_MERGED = 100
"""Rows with content and columns of one sheet; merged areas that are looked at."""

_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DATE_NUMBERS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NOT_IN_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FAULTS = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, NotImplementedError, RuntimeError, EOFError, LookupError, ValueError,
    OverflowError,
)  # fmt: skip
"""What zipfile and expat raise over broken bytes."""

Progress = Callable[[int, int], None]


class RawCell(NamedTuple):
    """What stands in a cell: `text`, `number`, `bool`, `date`, `formula` or `error`, and its value."""

    kind: str
    value: Any


@dataclass
class RawSheet:
    """Cells of one sheet by row and column, both from 1; merged areas such as `B2:C3`. `cut` says that there was more than is
    read: `rows` or `columns`."""

    title: str
    rows: dict[int, dict[int, RawCell]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    cut: str = ""


class _Enough(Exception):
    """A sheet has more than is read."""


def _silent(done: int, total: int) -> None:
    return None


def read_book(path: Path, wanted: Collection[str], progress: Progress = _silent) -> dict[str, RawSheet]:
    """The sheets of a workbook whose names are wanted. `progress(done, total)` counts bytes and may raise Cancelled.

    Raises MissingFile, NotAPack.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotAPack(path=str(path), problem="too_large")
        with path.open("rb") as file:
            head = file.read(8)
            file.seek(0)
            if head == _OLE:
                raise NotAPack(path=str(path), problem="protected_or_old")
            if head[:2] != b"PK":
                raise NotAPack(path=str(path), problem="not_a_workbook")
            return _read(path, file, wanted, progress)
    except FileNotFoundError as error:
        raise MissingFile(path=str(path)) from error
    except OSError as error:
        raise NotAPack(path=str(path), problem="unreadable") from error


def _read(path: Path, file: IO[bytes], wanted: Collection[str], progress: Progress) -> dict[str, RawSheet]:
    with _believed(path), zipfile.ZipFile(file) as package:
        parts = _Parts(path, package, progress)
        book = _book_part(parts)
        if not book:
            raise NotAPack(path=str(path), problem="not_a_workbook")
        relations = _relations(parts, book)
        sheets = _Titles()
        parts.parse(book, sheets)
        parts.expect(
            [target for kind, target in relations.values() if kind in ("worksheet", "sharedStrings", "styles")]
        )
        texts, styles = _Texts(), _Styles()
        for kind, target in relations.values():
            if kind == "sharedStrings":
                parts.parse(target, texts)
            elif kind == "styles":
                parts.parse(target, styles)
        found: dict[str, RawSheet] = {}
        for title, relation in sheets.found:
            name = title.strip().casefold()
            kind, target = relations.get(relation, ("", ""))
            if kind == "worksheet" and name in wanted and name not in found:
                reader = _SheetReader(title, texts.found, styles.dates)
                parts.parse(target, reader)
                found[name] = reader.sheet
        return found


@contextmanager
def _believed(path: Path) -> Iterator[None]:
    try:
        yield
    except _FAULTS as error:
        raise NotAPack(path=str(path), problem="damaged") from error


class _Parts:
    """Parts of the package, parsed with all bounds kept over the whole of them."""

    def __init__(self, path: Path, package: zipfile.ZipFile, progress: Progress) -> None:
        self._path, self._package, self._progress = path, package, progress
        self._bytes = self._elements = 0
        self._total = 1
        self.names = {name.casefold(): name for name in package.namelist()}

    def expect(self, names: list[str]) -> None:
        """Know how much there is to read, as far as the package says so."""
        sizes = [self._package.getinfo(self.names[name.casefold()]).file_size for name in names if self.has(name)]
        if sum(sizes) > MOST_UNPACKED:
            self.refuse("too_large")
        self._total = max(1, sum(sizes))

    def has(self, name: str) -> bool:
        return name.casefold() in self.names

    def refuse(self, problem: str) -> None:
        raise NotAPack(path=str(self._path), problem=problem)

    def parse(self, name: str, reader: _Reader) -> None:
        """Give a part to a reader, chunk by chunk."""
        info = self._package.getinfo(self.names.get(name.casefold(), name))
        if info.flag_bits & 1:
            self.refuse("protected_or_old")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            self.refuse("damaged")
        parser = expat.ParserCreate(namespace_separator="|")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = lambda *_: self.refuse("entities")
        parser.EntityDeclHandler = lambda *_: self.refuse("entities")
        parser.StartElementHandler = lambda tag, attributes: self._start(reader, tag, attributes)
        parser.EndElementHandler = lambda tag: reader.end(tag.rpartition("|")[2])
        parser.CharacterDataHandler = reader.text
        try:
            with self._package.open(info) as part:
                while chunk := part.read(_CHUNK):
                    self._bytes += len(chunk)
                    if self._bytes > MOST_UNPACKED:
                        self.refuse("too_large")
                    parser.Parse(chunk, False)
                    self._progress(min(self._bytes, self._total), self._total)
                parser.Parse(b"", True)
        except _Enough:
            return

    def _start(self, reader: _Reader, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            self.refuse("too_large")
        reader.start(tag.rpartition("|")[2], {name.rpartition("|")[2]: value for name, value in attributes.items()})


class _Reader:
    """Takes the elements of one part; names come without their namespace, since those of strict workbooks differ."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        return None

    def end(self, tag: str) -> None:
        return None

    def text(self, data: str) -> None:
        return None


class _Relations(_Reader):
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", self._folder, attributes.get("Target", ""))).lstrip("/")
            self.found[attributes.get("Id", "")] = (kind, target)


def _relations(parts: _Parts, part: str) -> dict[str, tuple[str, str]]:
    """Relations of a part by their id: kind, and the name of the part they lead to."""
    folder, name = posixpath.split(part)
    reader = _Relations(folder)
    where = posixpath.join(folder, "_rels", f"{name}.rels")
    if parts.has(where):
        parts.parse(where, reader)
    return {id_: (kind, target) for id_, (kind, target) in reader.found.items() if parts.has(target)}


def _book_part(parts: _Parts) -> str:
    found = [target for kind, target in _relations(parts, "").values() if kind == "officeDocument"]
    return found[0] if found and "xl" in found[0].casefold() else ""


class _Titles(_Reader):
    """Titles of the sheets with the id of their relation, in their order."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            self.found.append((attributes.get("name", ""), attributes.get("id", "")))


class _Texts(_Reader):
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


class _Styles(_Reader):
    """Which cell formats show a number as a date."""

    def __init__(self) -> None:
        self.dates: set[int] = set()
        self._custom: set[int] = set()
        self._cells = False
        self._count = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "numFmt":
            code = _NOT_IN_FORMAT.sub("", attributes.get("formatCode", "")[:500]).casefold()
            if code != "general" and any(letter in code for letter in "dmyhs"):
                self._custom.add(_whole(attributes.get("numFmtId", "")))
        elif tag == "cellXfs":
            self._cells = True
        elif tag == "xf" and self._cells:
            number = _whole(attributes.get("numFmtId", "0"))
            if number in _DATE_NUMBERS or number in self._custom:
                self.dates.add(self._count)
            self._count += 1

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._cells = False


class _SheetReader(_Reader):
    def __init__(self, title: str, texts: list[str], dates: set[int]) -> None:
        self.sheet = RawSheet(title)
        self._texts, self._dates = texts, dates
        self._row = self._column = 0
        self._cells: dict[int, RawCell] = {}
        self._type = self._style = ""
        self._beside = False
        self._formula: list[str] | None = None
        self._into: list[str] | None = None
        self._value: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "c":
            place = _column_of(attributes.get("r", ""))
            self._column = place if place else self._column + 1
            if self._column > MOST_COLUMNS:
                # Formatted cells far to the right are usual; content there is not.
                self._column = MOST_COLUMNS + 1
            self._type, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._formula, self._value = None, []
        elif tag == "row":
            self._row = _whole(attributes.get("r", "")) or self._row + 1
            self._column, self._cells = 0, self.sheet.rows.get(self._row, {})
        elif tag == "v":
            self._into = self._value
        elif tag == "t":
            self._into = None if self._beside else self._value
        elif tag == "rPh":
            self._beside = True
        elif tag == "f":
            self._into = self._formula = []
        elif tag == "mergeCell" and len(self.sheet.merged) < MOST_MERGED:
            self.sheet.merged.append(attributes.get("ref", "")[:40])

    def end(self, tag: str) -> None:
        if tag in ("v", "t", "f"):
            self._into = None
        elif tag == "rPh":
            self._beside = False
        elif tag == "c":
            cell = self._cell()
            if cell is not None:
                if self._column > MOST_COLUMNS:
                    self.sheet.cut = "columns"
                    raise _Enough
                self._cells[self._column] = cell
        elif tag == "row" and self._cells:
            self.sheet.rows[self._row] = self._cells
            if len(self.sheet.rows) > MOST_ROWS:
                self.sheet.cut = "rows"
                raise _Enough

    def text(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)

    def _cell(self) -> RawCell | None:
        text = "".join(self._value)
        if self._formula is not None:
            return RawCell("formula", f"={''.join(self._formula)}")
        if self._type == "inlineStr":
            return RawCell("text", unescaped(text)) if text else None
        if self._type == "s":
            place = int(text) if text.strip().isdecimal() else -1
            if not 0 <= place < len(self._texts):
                raise ValueError("a shared text that is not there")
            return RawCell("text", self._texts[place]) if self._texts[place] else None
        if not text:
            return None
        if self._type == "str":
            return RawCell("text", unescaped(text))
        if self._type == "b":
            return RawCell("bool", text.strip() == "1")
        if self._type in ("e", "d"):
            return RawCell("error" if self._type == "e" else "date", text)
        if self._style.isdecimal() and int(self._style) in self._dates:
            return RawCell("date", text)
        return _number(text)


def _number(text: str) -> RawCell:
    number = float(text)
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError("no number")
    return RawCell("number", int(number) if number.is_integer() and abs(number) < 1e15 else number)


def _whole(text: str) -> int:
    """A whole number of an attribute; 0 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _column_of(reference: str) -> int:
    """The column of a cell reference: 28 for AB12; 0 where there is none."""
    number = 0
    for letter in reference[:4]:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number


def unescaped(text: str) -> str:
    """Text as it is meant: `_x000D_` stands for a character that XML cannot hold."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def area_start(reference: str) -> tuple[int, int]:
    """Row and column at which an area such as `B2:C3` begins; zeros for what is no area."""
    column = _column_of(reference)
    return _whole("".join(ch for ch in reference.partition(":")[0] if ch.isdecimal())), column
