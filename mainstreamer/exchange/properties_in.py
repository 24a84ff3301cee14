"""Who saved a workbook last, and when, as its spreadsheet noted it."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from mainstreamer.errors import UnreadableWorkbook
from mainstreamer.exchange.book_in import FAULTS
from mainstreamer.exchange.package_in import PackageParts, PartReader, relations

LONGEST = 200


class _Properties(PartReader):
    def __init__(self) -> None:
        self.found = {"lastModifiedBy": "", "modified": ""}
        self._into = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._into = tag if tag in self.found else ""

    def end(self, tag: str) -> None:
        self._into = ""

    def text(self, data: str) -> None:
        if self._into:
            self.found[self._into] = (self.found[self._into] + data)[:LONGEST]


def saved_by(path: Path) -> tuple[str, str]:
    """The person who saved last, and the moment (ISO text, UTC); blank where the file does not say. A file that cannot be
    read says nothing: whoever reads its sheets is told."""
    reader = _Properties()
    try:
        with zipfile.ZipFile(path) as package:
            parts = PackageParts(path, package, lambda done, total: None)
            for kind, target in relations(parts, "").values():
                if kind == "core-properties":
                    parts.parse(target, reader)
                    break
    except (UnreadableWorkbook, *FAULTS):
        return "", ""
    return " ".join(reader.found["lastModifiedBy"].split()), _moment(reader.found["modified"].strip())


def _moment(text: str) -> str:
    try:
        return datetime.fromisoformat(text).astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return ""
