"""Reads a table kept as text: columns parted by tabs, semicolons, commas or bars, in any of the encodings that offices use."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path

from mainstreamer.domain.plain_tables import TEXT, PlainCell, PlainSheet
from mainstreamer.errors import MissingFile, UnreadableWorkbook
from mainstreamer.exchange.book_in import MOST_BYTES
from mainstreamer.exchange.package_in import Progress
from mainstreamer.exchange.sheet_in import MOST_COLUMNS

SEPARATORS = "\t;,|"
_LOOKED_AT = 50
"""Lines that are looked at to find out what parts the columns."""
_LOOKED_THROUGH = 20_000
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Characters that no text has."""
_LONGEST_CELL = 1_000_000
_STEP = 1_000


def read_text_table(path: Path, most_rows: int, progress: Progress) -> PlainSheet:
    """The table of a text file, as a sheet with the name of the file. Raises MissingFile, UnreadableWorkbook."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableWorkbook(path=str(path), problem="too_large")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFile(path=str(path)) from error
    except OSError as error:
        raise UnreadableWorkbook(path=str(path), problem="unreadable") from error
    text = decoded(content)
    if text is None:
        raise UnreadableWorkbook(path=str(path), problem="not_a_table")
    csv.field_size_limit(_LONGEST_CELL)
    rows: dict[int, dict[int, PlainCell]] = {}
    cut = ""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    try:
        for place, cells in enumerate(reader, 1):
            if place % _STEP == 0:
                progress(place, max(place, text.count("\n")))
            found = {
                column: PlainCell(TEXT, cell.strip())
                for column, cell in enumerate(cells[:MOST_COLUMNS], 1)
                if cell.strip()
            }
            if len(rows) >= most_rows and found:
                cut = "rows"
                break
            cut = "columns" if any(cell.strip() for cell in cells[MOST_COLUMNS:]) else cut
            if found:
                rows[place] = found
    except csv.Error as error:
        raise UnreadableWorkbook(path=str(path), problem="not_a_table") from error
    return PlainSheet(path.stem, rows, cut=cut)


def decoded(content: bytes) -> str | None:
    """The text of a file whose encoding nobody noted; None for what is no text.

    A mark at the beginning decides; then UTF-8, which other encodings hardly ever happen to be. Of the old encodings of
    one byte a letter, Cyrillic writes whole words above 127, Latin ones only accented letters between others.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _decoded(content, encoding)
    if len(content) > 3 and len(content) % 2 == 0:
        for encoding, high in (("utf-16-le", content[1:400:2]), ("utf-16-be", content[0:400:2])):
            if high.count(0) * 3 > len(high) and content[:400].count(0) * 3 < 2 * len(content[:400]):
                return _decoded(content, encoding)
    if b"\x00" in content:
        return None
    text = _decoded(content, "utf-8")
    return text if text is not None else _decoded(content, _old_encoding(content))


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        if not encoding.startswith("cp"):
            return None
        text = content.decode(encoding, "replace")
    return None if _NO_TEXT.search(text[:_LOOKED_THROUGH]) else text


def _old_encoding(content: bytes) -> str:
    words = re.findall(rb"[A-Za-z\x80-\xff]{2,}", content[:200_000])
    whole = sum(len(word) for word in words if all(byte >= 0x80 for byte in word))
    mixed = sum(len(word) for word in words if any(byte < 0x80 for byte in word) and any(byte >= 0x80 for byte in word))
    if whole > mixed:
        return "cp1251"
    inside = b"".join(word for word in words if any(byte < 0x80 for byte in word))
    # The s, t and a of Romanian stand where Western encodings have an ordinal mark, a thorn and an a with a tilde.
    return "cp1250" if sum(inside.count(byte) for byte in (b"\xba", b"\xfe", b"\xe3")) > 2 else "cp1252"


def separator_of(text: str) -> str:
    """What parts the columns: the mark that gives most lines the same number of cells, more than one."""
    lines = "\n".join([line for line in text[:200_000].splitlines() if line.strip()][:_LOOKED_AT])
    best, most = ",", 0.0
    for mark in SEPARATORS:
        try:
            widths = Counter(
                len(cells) for cells in csv.reader(io.StringIO(lines, newline=""), delimiter=mark) if cells
            )
        except csv.Error:
            continue
        width, count = max(widths.items(), key=lambda found: (found[0] > 1, found[1]), default=(1, 0))
        share = count / max(1, sum(widths.values())) if width > 1 else 0.0
        if share > most + 0.05:
            best, most = mark, share
    return best
