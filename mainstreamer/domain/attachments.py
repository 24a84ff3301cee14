"""The field type of a file that the plan keeps."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import ClassVar

from mainstreamer.domain.fields import FieldType, Stored, Text
from mainstreamer.domain.numbers import Reading

_SHA256 = re.compile(r"[0-9a-f]{64}")
_NO_NAME = re.compile(r"[/\\\x00]")


@dataclass(frozen=True)
class AttachedFile:
    """A file kept in the plan: its name, its size in bytes, and its content by SHA-256 (64 hexadecimal digits)."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Attachment(FieldType[AttachedFile | None]):
    """A file whose content the plan keeps. Text cannot make one; the name of a file already in the plan stands for it."""

    name: ClassVar[str] = "attachment"

    def check(self, value: AttachedFile | None) -> str:
        if value is None:
            return ""
        if not isinstance(value, AttachedFile) or not isinstance(value.name, str) or not isinstance(value.sha256, str):
            return "wrong_type"
        if not isinstance(value.size, int) or isinstance(value.size, bool) or value.size < 0:
            return "wrong_type"
        if _SHA256.fullmatch(value.sha256) is None or not value.name or _NO_NAME.search(value.name):
            return "wrong_type"
        return Text().check(value.name)

    def store(self, value: AttachedFile | None) -> Stored:
        if value is None:
            return None
        return json.dumps({"name": value.name, "size": value.size, "sha256": value.sha256}, ensure_ascii=False)

    def from_stored(self, stored: str | int) -> AttachedFile:
        data = json.loads(str(stored))
        try:
            value = AttachedFile(data["name"], data["size"], data["sha256"])
        except (TypeError, KeyError) as error:
            raise ValueError("wrong_type") from error
        if problem := self.check(value):
            raise ValueError(problem)
        return value

    def read(self, text: str, reading: Reading) -> AttachedFile:
        found = reading.file_of(text)
        if not isinstance(found, AttachedFile):
            raise ValueError("file_not_in_a_cell")
        return found
