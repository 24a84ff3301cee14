"""Reads parts of a workbook's package that came from anywhere: within bounds of size and time, without entities or links."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.parsers import expat

from mainstreamer.errors import UnreadableWorkbook

MOST_UNPACKED = 80_000_000
"""Bytes that the parts read may have unpacked, all together."""
MOST_ELEMENTS = 3_000_000
"""XML elements of all parts together: some seconds of work."""

_CHUNK = 1 << 16

Progress = Callable[[int, int], None]


class PartDone(Exception):
    """Raised by a reader that has enough: the rest of the part is not read."""


class PartReader:
    """Takes the elements of one part; names come without their namespace, since those of strict workbooks differ."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        return None

    def end(self, tag: str) -> None:
        return None

    def text(self, data: str) -> None:
        return None


class PackageParts:
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
        raise UnreadableWorkbook(path=str(self._path), problem=problem)

    def parse(self, name: str, reader: PartReader) -> None:
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
        except PartDone:
            return

    def _start(self, reader: PartReader, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            self.refuse("too_large")
        reader.start(tag.rpartition("|")[2], {name.rpartition("|")[2]: value for name, value in attributes.items()})


class _Relations(PartReader):
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", self._folder, attributes.get("Target", ""))).lstrip("/")
            self.found[attributes.get("Id", "")] = (kind, target)


def relations(parts: PackageParts, part: str) -> dict[str, tuple[str, str]]:
    """Relations of a part by their id: kind, and the name of the part they lead to."""
    folder, name = posixpath.split(part)
    reader = _Relations(folder)
    where = posixpath.join(folder, "_rels", f"{name}.rels")
    if parts.has(where):
        parts.parse(where, reader)
    return {id_: (kind, target) for id_, (kind, target) in reader.found.items() if parts.has(target)}


def book_part(parts: PackageParts) -> str:
    """The name of the part that lists the sheets; empty where the package is no workbook."""
    found = [target for kind, target in relations(parts, "").values() if kind == "officeDocument"]
    return found[0] if found and "xl" in found[0].casefold() else ""
